#pragma once
// The manifest.json of an earlier run, as far as the publisher needs it: which files are ours, and what was in them.

#include "base/digest.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

struct PublishedFile {
    std::string path;  // empty: of an unlisted post, known by `path_digest` alone
    Sha256 digest{};
    std::uint64_t size = 0;
    Sha256 path_digest{};
};

// Sorted by path, those without one first. Nothing when it is not a whole manifest of ours, names a file twice or one outside the output: then nothing in the folder may be
// taken for ours. Whatever the bytes are, this neither throws nor takes more than linear time.
std::optional<std::vector<PublishedFile>> read_manifest(std::string_view bytes);

}  // namespace pressrum
