#pragma once
// Files that an earlier run has made, and what each was made from: one of which nothing has changed since is not made again.
//
// A file is known by its path and its format, what it was made from by keys with a digest each (render/part_digests.hpp), and what all files are
// made from by one more digest, the basis. Nothing is kept when the basis is another, when the clock has been set back, or when an address
// is no longer there: then a file that still points at it must be made again, and which these are nobody has noted.

#include "render/part_digests.hpp"
#include "render/renderer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pressrum {

// Its name in BuildOptions::store.
inline constexpr const char* kKeptOutputs = "outputs";

class KeptOutputs {
public:
    // What keep() has returned; none when it cannot be read or holds no longer.
    KeptOutputs(std::string_view bytes, const Renderer& renderer, const PartDigests& digests);

    bool has(const PlannedFile& file) const { return find(file) != nullptr; }
    void take(const PlannedFile& file, Output& out) const;
    // Of one that it does not have.
    Making why_made(const PlannedFile& file, const PartDigests& digests, const Renderer& renderer) const;
    // What is known of the file at a path, whether it can still be used or not; nothing when it was not kept.
    std::optional<Making> last_made(std::string_view path) const;

private:
    struct Link {
        std::uint32_t address;           // into Record::addresses
        std::uint32_t file, begin, end;  // file: into Record::sources, or kNone
    };
    struct Kept {
        std::string path, format;
        Sha256 digest{};
        std::uint64_t size = 0;
        std::string ids;
        std::vector<Link> links;
        std::vector<std::uint32_t> parts;  // into the keys
        Instant next;
        Making made;
    };
    struct Record {
        Sha256 basis{};
        Instant made;
        std::vector<std::string> paths;  // of all files, also of those that are not kept; sorted
        std::vector<std::uint64_t> keys;
        std::vector<PartDigest> digests;  // beside the keys
        std::vector<std::string> sources, addresses;
        std::vector<Kept> outputs;
    };
    friend std::string keep(const Renderer& renderer, const std::vector<Output>& outputs, const PartDigests& digests);

    const Kept* find(const PlannedFile& file) const;

    Record record_;
    bool holds_ = false;
    std::vector<bool> same_;                                     // beside the keys: whether each still holds what it held
    std::vector<bool> valid_;                                    // beside the outputs
    std::vector<FileId> sources_;                                // beside record_.sources: their numbers in this run
    std::unordered_map<std::string_view, std::size_t> by_path_;  // views into record_
};

// For the next run, after the files have been published.
std::string keep(const Renderer& renderer, const std::vector<Output>& outputs, const PartDigests& digests);

}  // namespace pressrum
