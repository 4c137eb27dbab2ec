#pragma once
// Files that an earlier run kept for a later one: CACHE/FOLDER/NAME.
//
// A file is there as it was written, or not at all: each carries a digest of its bytes, and is written under another name and renamed. Symbolic
// links in the folder are not followed. Nothing here ever fails: a cache that is full, damaged or not ours to write costs time alone.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pressrum {

// Something in a cache, and when it was used last, in nanoseconds since the epoch.
struct CacheEntry {
    std::string name;
    std::uint64_t size;
    std::int64_t used;
};
// How long and how much a cache keeps.
struct Keeping {
    std::chrono::hours unused;     // what nobody has used for longer goes
    std::uint64_t most;            // in bytes: of more, what was used longest ago goes,
    std::chrono::hours spared{0};  // but nothing that was used since
};
// The names of those that go.
std::vector<std::string> outdated(std::vector<CacheEntry> entries, const Keeping& keeping);

class CacheFolder {
public:
    // `cache` may be reached by links; `folder` within it is the caller's own.
    CacheFolder(std::string cache, std::string folder) : cache_(std::move(cache)), folder_(std::move(folder)) {}

    std::optional<std::string> find(const std::string& name) const;
    // Whether it was written.
    bool put(const std::string& name, std::string bytes) const;
    // Removes what has not been used, that is neither written nor found. (When a file was found is noted once a day.)
    void prune(const Keeping& keeping) const;

private:
    std::string cache_, folder_;
};

}  // namespace pressrum
