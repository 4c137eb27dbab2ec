#pragma once
// Files that an earlier run kept for a later one: CACHE/FOLDER/NAME.
//
// A file is there as it was written, or not at all: each carries a digest of its bytes, and is written under another name and renamed. Symbolic
// links in the folder are not followed. Nothing here ever fails: a cache that is full, damaged or not ours to write costs time alone.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace pressrum {

class CacheFolder {
public:
    // `cache` may be reached by links; `folder` within it is the caller's own.
    CacheFolder(std::string cache, std::string folder) : cache_(std::move(cache)), folder_(std::move(folder)) {}

    std::optional<std::string> find(const std::string& name) const;
    // Whether it was written.
    bool put(const std::string& name, std::string bytes) const;
    // Removes what has neither been written nor found for so long, and of the rest what that was longest ago until at most `most` bytes are left. (When a
    // file was found is noted once a day.)
    void prune(std::chrono::hours unused, std::uint64_t most) const;

private:
    std::string cache_, folder_;
};

}  // namespace pressrum
