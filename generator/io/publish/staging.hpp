#pragma once
// New versions of files, kept in the output folder's own hidden folder until all of them are whole, then renamed into place.
//
// So a disk that is full, or a picture that cannot be read, is met before anything of the site has changed. A journal there says which
// paths are about to change: when this run is interrupted, a later one knows that these are ours but not what is in them.

#include "io/descriptor.hpp"

#include <atomic>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

struct FileToPublish;

class Staging {
public:
    static constexpr const char* kFolder = ".pressrum-new";

    // `top` is the output folder, which stays the caller's; `shown` is what failures call it.
    Staging(int top, std::string shown);
    // Removes what was not placed. The journal stays when something was: the run was interrupted.
    ~Staging();
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;

    // Paths that an interrupted run was about to change, sorted.
    const std::vector<std::string>& interrupted() const { return interrupted_; }

    // Before anything else. Clears what an interrupted run left.
    void begin();
    void stage(std::size_t number, const FileToPublish& file);
    // Before the first is placed: what is going to change.
    void announce(const std::vector<std::string_view>& paths);
    // Renames over what is at `name`; this and stage() from several threads at once.
    void place(std::size_t number, int folder, std::string_view name, std::string_view path);
    // All is in place: nothing of the staging is left.
    void finish();

private:
    std::string shown(std::string_view path) const { return shown_ + "/" + std::string(path); }
    void clear();

    int top_;
    std::string shown_;
    Descriptor folder_;  // none until begin(), unless an interrupted run left one
    std::vector<std::string> interrupted_;
    std::atomic<bool> placed_ = false;
    bool finished_ = true;
};

}  // namespace pressrum
