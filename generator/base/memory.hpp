#pragma once
// What an earlier run has found out, as archived values by the digest of everything each was found out from.
//
// It is left in parts, by the keys' first bits: one that is looked into is read, and one to which something came is written.

#include "base/digest.hpp"
#include "base/store.hpp"

#include <array>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pressrum {

class Memory {
public:
    static constexpr std::size_t kParts = 16;

    // `name`: of what it remembers, in the store.
    Memory(Store& store, std::string name) : store_(store), name_(std::move(name)) {}
    Memory(const Memory&) = delete;
    Memory& operator=(const Memory&) = delete;

    // What is remembered under a key: it stays remembered. Several threads may ask and add.
    std::optional<std::string_view> find(const Sha256& key);
    void add(const Sha256& key, std::string value);
    // For the next run. Of a part that is written what was neither found nor added is forgotten.
    void save();

private:
    struct Hash {
        std::size_t operator()(const Sha256& digest) const;
    };
    struct Value {
        std::string_view bytes;
        bool used;
    };
    struct Part {
        std::mutex mutex;
        bool read = false, grown = false;
        std::string bytes;                               // of the earlier run
        std::deque<std::string> added;                   // of this one
        std::unordered_map<Sha256, Value, Hash> values;  // views into the two above
    };

    std::string name_of(const Part& part) const;
    void read(Part& part) const;
    Part& part_of(const Sha256& key) { return parts_[key[0] % kParts]; }

    Store& store_;
    std::string name_;
    std::array<Part, kParts> parts_;
};

}  // namespace pressrum
