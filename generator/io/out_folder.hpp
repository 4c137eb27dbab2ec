#pragma once
// Places inside the output folder, reached from its top one folder at a time, so that a symbolic link is never followed and nothing
// outside is touched.

#include "base/parallel.hpp"
#include "io/descriptor.hpp"
#include "io/publish/publish.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pressrum {

// "2024/05/slug/index.html": no part is empty, "." or "..", and none is hidden (those are the publisher's own).
bool is_output_path(std::string_view path);

struct PathParts {
    std::string_view folder;  // "2024/05/slug"; "" for a file at the top
    std::string_view name;    // "index.html"
};
PathParts split_path(std::string_view path);

// The folders on the way to a path, kept open: those that the next path shares are not opened again. For paths in sorted order.
class OutFolder {
public:
    // `top` stays the caller's; `shown` is what messages call it.
    explicit OutFolder(int top, std::string shown = {}) : top_(top), shown_(shown.empty() ? "" : shown + "/") {}

    enum class Missing { create, leave };
    enum class State { open, missing, blocked };
    struct Opened {
        State state;
        int folder;                 // of `open`; valid until the next call
        std::string_view blocking;  // of `blocked`: the part of the path that is something other than a folder
    };
    Opened open(std::string_view folder, Missing missing);

private:
    struct Level {
        std::size_t end;  // where its name ends in path_
        Descriptor folder;
    };
    int top_;
    std::string shown_, path_;
    std::vector<Level> levels_;
};

// The same for several threads, whose paths come in any order: neighbours are still near.
class OutFolders {
public:
    explicit OutFolders(int top, std::string shown = {}) : top_(top), shown_(std::move(shown)) {}

    // Calls `work` with one that nobody else has.
    template <class Work>
    void with(Work work) {
        std::unique_ptr<OutFolder> mine = take();
        work(*mine);
        const std::lock_guard lock(mutex_);
        free_.push_back(std::move(mine));
    }

private:
    std::unique_ptr<OutFolder> take() {
        const std::lock_guard lock(mutex_);
        if (free_.empty()) return std::make_unique<OutFolder>(top_, shown_);
        std::unique_ptr<OutFolder> last = std::move(free_.back());
        free_.pop_back();
        return last;
    }

    int top_;
    std::string shown_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<OutFolder>> free_;
};

// Makes the file `name`, which must not exist, in an open folder. `shown` is what a failure calls it.
void write_file(int folder, const std::string& name, const FileToPublish& file, std::string_view shown);

// Calls `work(begin, end)` for stretches of [0, count), in parallel: enough items that an OutFolder is worth opening.
void parallel_stretches(Threads threads, std::size_t count, const std::function<void(std::size_t, std::size_t)>& work);

// Whether nobody else holds the folder, waiting for at most `patience`. Held until its descriptor is closed. On file systems that have
// no locks it is simply held.
bool lock_folder(const Descriptor& folder, std::chrono::milliseconds patience);

// Whether `path` is still the folder that was opened, and not another one that was put in its place.
bool is_still(const Descriptor& folder, const std::string& path);

std::vector<std::string> entries_of(const Descriptor& folder);

}  // namespace pressrum
