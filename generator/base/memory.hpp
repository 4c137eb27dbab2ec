#pragma once
// What an earlier run has found out, as archived values by the digest of everything each was found out from.

#include "base/digest.hpp"

#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pressrum {

class Memory {
public:
    // What an earlier memory has returned as bytes(); of anything else it remembers nothing.
    explicit Memory(std::string bytes);
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;

    // What is remembered under a key: it stays remembered. Several threads may ask and add.
    std::optional<std::string_view> find(const Sha256& key);
    void add(const Sha256& key, std::string value);
    // What was found or added in this run, for the next one.
    std::string bytes() const;

private:
    struct Hash {
        std::size_t operator()(const Sha256& digest) const;
    };
    using Values = std::unordered_map<Sha256, std::string_view, Hash>;

    const std::string bytes_;
    std::deque<std::string> added_;
    Values before_, now_;  // views into the two above
    std::mutex mutex_;
};

}  // namespace pressrum
