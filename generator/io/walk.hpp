#pragma once
// Which regular files a folder holds, at any depth.
//
// What is none of the site's business is passed over in silence (hidden files, editors' back-ups), what somebody may have meant for it (a
// link that leads out of the roots, a pipe, a name that is not text) with a message. A link to a folder is not followed, so the walk ends.

#include "base/diagnostic.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

inline constexpr int kMaxFolderDepth = 32;

struct FoundFile {
    std::string path;  // in NFC, below the root's name: "posts/2024/05/slug.md"
    std::string file;  // on the disk; for a link its target
};

enum class FolderState { walked, missing };

// Adds the files of `folder`, in any order; their paths begin with `name`. `inside` are the folders that a link may lead into, without
// links themselves (see real_path).
FolderState walk(std::string_view name, const std::string& folder, const std::vector<std::string>& inside, std::vector<FoundFile>& found,
                 Diagnostics& diagnostics);

// Where a file really lies; empty when it does not exist.
std::string real_path(const std::string& file);

}  // namespace pressrum
