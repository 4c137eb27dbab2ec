#include "io/publish/unlisted_files.hpp"

#include "io/out_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <string>

namespace pressrum {
namespace {

constexpr int kMaxDepth = 64;  // of folders; each one on the way is held open

// Paths of files in an open folder, without what is hidden and without following links. `below` is "" or ends with a slash.
void collect_paths(const Descriptor& folder, const std::string& below, int depth, std::vector<std::string>& paths) {
    for (const std::string& name : entries_of(folder)) {
        struct stat status {};
        if (name.starts_with('.') || ::fstatat(folder.number(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) continue;
        if (!S_ISDIR(status.st_mode)) paths.push_back(below + name);
        else if (const Descriptor inner = open_folder(folder.number(), name.c_str()); inner && depth < kMaxDepth)
            collect_paths(inner, below + name + "/", depth + 1, paths);
    }
}

}  // namespace

void find_unlisted(std::vector<PublishedFile>& files, const std::vector<std::string_view>& known, const Descriptor& top) {
    std::map<Sha256, PublishedFile*> unlisted;
    for (PublishedFile& file : files) {
        if (file.path.empty()) unlisted.emplace(file.path_digest, &file);
    }
    if (unlisted.empty()) return;
    const auto name = [&](std::string_view path) {
        const auto found = unlisted.find(sha256(path));
        if (found == unlisted.end()) return;
        found->second->path = path;
        unlisted.erase(found);
    };
    for (const std::string_view path : known) name(path);
    if (!unlisted.empty()) {
        std::vector<std::string> paths;
        collect_paths(top, "", 0, paths);
        for (const std::string& path : paths) name(path);
    }
    std::sort(files.begin(), files.end(), [](const PublishedFile& a, const PublishedFile& b) { return a.path < b.path; });
}

}  // namespace pressrum
