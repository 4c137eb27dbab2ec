#pragma once
// The two ways of publishing: all at once into a folder that takes its place, or change by change in a folder that is ours.
// publish() chooses; both are called with the folder's lock held.

#include "base/diagnostic.hpp"
#include "base/parallel.hpp"
#include "io/descriptor.hpp"
#include "io/manifest_read.hpp"
#include "io/publish/publish.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace pressrum {

// How long one build waits for another one that is publishing to the same folder.
inline constexpr std::chrono::seconds kLockPatience{30};

struct Publication {
    const std::vector<FileToPublish>& files;
    std::size_t manifest;  // which of them
    std::string folder;    // without links
    std::string shown;     // as the user wrote it
    Threads threads;
    const Remake& remake;

    // Calls `write` with the file, its bytes there.
    template <class Write>
    void with_bytes(std::size_t number, Write write) const {
        FileToPublish file = files[number];
        if (!file.kept) return write(file);
        const std::string bytes = remake(number);
        if (sha256(bytes) != file.digest) throw KeptIsWrong(file.path);
        file.bytes = bytes;
        write(file);
    }
    std::string shown_path(std::string_view path) const { return shown + "/" + std::string(path); }
};

// What an output folder says of itself.
struct LastManifest {
    std::string bytes;                                // empty: none that can be read
    std::optional<std::vector<PublishedFile>> files;  // absent: not one of ours
};
LastManifest last_manifest(const Descriptor& top, const Publication& publication);

// Brings `top`, the open folder, up to date. Reports and changes nothing when something that is not ours is in the way.
PublishCounts publish_changes(const Descriptor& top, LastManifest last, const Publication& publication, Diagnostics& diagnostics);

enum class Whole {
    published,
    refused,     // and reported
    overtaken,   // another build was first: look again
    impossible,  // the folder can only be filled where it is
};
struct WholeOutcome {
    Whole state;
    PublishCounts counts = {};
};
// Makes the sibling ".NAME.pressrum-new" and renames it to the folder, which does not exist or is `top`, empty.
WholeOutcome publish_whole(const Descriptor& top, const Publication& publication, Diagnostics& diagnostics);

}  // namespace pressrum
