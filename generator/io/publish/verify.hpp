#pragma once
// A finished press room on the disk, checked against its own manifest.json, and that against its signature.
//
// Both the folder and the manifest may come from somebody who means harm: files are read piece by piece, links inside the folder are never
// followed, no path leads out of it, and whatever cannot be read is a finding. Only write_signature() writes.

#include "base/diagnostic.hpp"
#include "base/minisign.hpp"
#include "base/parallel.hpp"
#include "io/descriptor.hpp"
#include "io/manifest_read.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

// The folder to look into; links on the way to it are followed. None when it is not there or is not a folder.
Descriptor open_finished(const std::string& folder);

struct FinishedManifest {
    std::string bytes;
    std::vector<PublishedFile> files;  // sorted by path
};
// Reports when there is none, or none of ours. `shown` is what messages call the folder.
std::optional<FinishedManifest> read_finished_manifest(const Descriptor& top, const std::string& shown, Diagnostics& diagnostics);

struct VerifiedFiles {
    std::size_t sound = 0, wrong = 0, missing = 0;  // of those in the manifest
    std::size_t unlisted = 0;                       // there and not in the manifest
    std::size_t hidden = 0;                         // at the top, passed over
};
// Reports every file that is not sound, or once what stands in the place of their folder, and then what is not listed, both by path. Hidden files at the top are the host's own (.nojekyll,
// .well-known): they are passed over.
VerifiedFiles verify_files(const Descriptor& top, const std::vector<PublishedFile>& files, Threads threads, Diagnostics& diagnostics);

// The trusted comment of a signature that fits; else nothing, and a report.
std::optional<std::string> verify_signature(const Descriptor& top, const FinishedManifest& manifest, const PublicKey& key,
                                            const std::string& shown, Diagnostics& diagnostics);

// Puts it beside the manifest, whole or not at all. A failing disk throws.
void write_signature(const Descriptor& top, std::string_view signature, const std::string& shown);

}  // namespace pressrum
