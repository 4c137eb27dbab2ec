#pragma once
// What each part of a site (model/parts.hpp) holds in this run, and a key by which the part is known in another: numbers change when a
// release comes or goes, keys do not.

#include "base/digest.hpp"
#include "base/parallel.hpp"
#include "link/site.hpp"
#include "plan/plan.hpp"

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace pressrum {

using PartDigest = std::array<std::uint8_t, 16>;  // the beginning of a SHA-256

class PartDigests {
public:
    PartDigests(const Site& site, const Plan& plan, Threads threads);

    // False when two parts have the same key: then nothing can be told of either.
    bool sound() const { return sound_; }
    // Of a number that was noted in this run; that of Part::everything when it is nothing that is known.
    std::uint64_t key_of(std::uint64_t number) const;
    // Of what has this key now; all zero when there is no such part.
    PartDigest digest_of(std::uint64_t key) const;
    // The file of the site that it comes from; empty when it comes from several, or is no more.
    std::string source_of(std::uint64_t key, const Site& site) const;

private:
    void add(std::uint64_t key, const PartDigest& digest);
    // The parts of one kind, by their numbers from `first` on.
    void add_table(Part kind, std::uint64_t first, const std::vector<std::uint64_t>& keys, const std::vector<PartDigest>& digests);

    std::unordered_map<std::uint64_t, std::uint64_t> keys_;     // by number
    std::unordered_map<std::uint64_t, std::uint64_t> numbers_;  // by key: the other way round
    std::unordered_map<std::uint64_t, PartDigest> digests_;     // by key
    bool sound_ = true;
};

}  // namespace pressrum
