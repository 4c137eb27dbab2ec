#include "io/out_folder.hpp"

#include "base/text.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <thread>

namespace pressrum {

bool is_output_path(std::string_view path) {
    const auto sound = [](std::string_view part) {
        return !part.empty() && !part.starts_with('.') && part.find_first_of(std::string_view("\0\n", 2)) == std::string_view::npos;
    };
    const std::vector<std::string_view> parts = split(path, '/');
    return std::all_of(parts.begin(), parts.end(), sound);
}

PathParts split_path(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? PathParts{"", path} : PathParts{path.substr(0, slash), path.substr(slash + 1)};
}

OutFolder::Opened OutFolder::open(std::string_view folder, Missing missing) {
    // Close what the new path does not share. A level is shared when its whole name is followed by '/' or the end in both.
    std::size_t shared = 0;
    while (shared < levels_.size()) {
        const std::size_t end = levels_[shared].end;
        const bool same = folder.size() >= end && folder.substr(0, end) == std::string_view(path_).substr(0, end) &&
                          (folder.size() == end || folder[end] == '/');
        if (!same) break;
        ++shared;
    }
    levels_.erase(levels_.begin() + static_cast<std::ptrdiff_t>(shared), levels_.end());
    path_ = folder;

    std::size_t at = levels_.empty() ? 0 : levels_.back().end + 1;
    while (at < path_.size()) {
        const std::size_t end = std::min(path_.find('/', at), path_.size());
        const std::string name = path_.substr(at, end - at);
        const int parent = levels_.empty() ? top_ : levels_.back().folder.number();
        if (missing == Missing::create && ::mkdirat(parent, name.c_str(), 0777) != 0 && errno != EEXIST) fail(shown_ + path_, errno);
        Descriptor next = open_folder(parent, name.c_str());
        if (!next) {
            if (errno == ENOENT) return {State::missing, -1, {}};
            if (errno == ENOTDIR || errno == ELOOP) return {State::blocked, -1, folder.substr(0, end)};
            fail(shown_ + path_, errno);
        }
        levels_.push_back({end, std::move(next)});
        at = end + 1;
    }
    return {State::open, levels_.empty() ? top_ : levels_.back().folder.number(), {}};
}

void write_file(int folder, const std::string& name, const FileToPublish& file, std::string_view shown) {
    if (file.copy_from.empty()) write_new(folder, name.c_str(), file.bytes, shown);
    else copy_new(folder, name.c_str(), std::string(file.copy_from), file.digest, shown);
}

void parallel_stretches(Threads threads, std::size_t count, const std::function<void(std::size_t, std::size_t)>& work) {
    constexpr std::size_t kStretch = 16;
    parallel_for(threads, (count + kStretch - 1) / kStretch,
                 [&](std::size_t i) { work(i * kStretch, std::min(count, (i + 1) * kStretch)); });
}

bool lock_folder(const Descriptor& folder, std::chrono::milliseconds patience) {
    constexpr std::chrono::milliseconds kPause{20};
    for (std::chrono::milliseconds waited{0};; waited += kPause) {
        if (::flock(folder.number(), LOCK_EX | LOCK_NB) == 0) return true;
        if (errno != EWOULDBLOCK && errno != EINTR) return true;
        if (waited >= patience) return false;
        std::this_thread::sleep_for(kPause);
    }
}

bool is_still(const Descriptor& folder, const std::string& path) {
    struct stat opened {};
    struct stat there {};
    if (::fstat(folder.number(), &opened) != 0 || ::lstat(path.c_str(), &there) != 0) return false;
    return opened.st_dev == there.st_dev && opened.st_ino == there.st_ino;
}

std::vector<std::string> entries_of(const Descriptor& folder) {
    // Reading a folder moves the descriptor's position, so it gets a descriptor of its own.
    Descriptor again = open_folder(folder.number(), ".");
    const std::unique_ptr<DIR, int (*)(DIR*)> open(again ? ::fdopendir(again.number()) : nullptr, ::closedir);
    if (!open) fail(".", errno);
    static_cast<void>(again.release());
    std::vector<std::string> names;
    for (const dirent* next = ::readdir(open.get()); next != nullptr; next = ::readdir(open.get())) {
        const std::string_view name = next->d_name;
        if (name != "." && name != "..") names.emplace_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace pressrum
