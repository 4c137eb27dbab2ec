#pragma once
// The publish stage: finished bytes → the output folder. The only stage that writes.
//
// A file's bytes come here as soon as it is finished and live no longer than that: what the folder has already is dropped, the rest waits
// on the disk until all files are there and sound. What differs is written, what is the same by digest is left alone, and only what the last manifest says is ours is removed. Files
// that others point at go first (pictures, then pages, then lists and feeds, the manifest last), each by a temporary file that is renamed,
// so that a reader never sees half a file. A first build goes into a sibling folder that is renamed as a whole. Nothing is
// written outside the folder: links inside it are never followed.
//
// manifest.json.minisig is the signature of one manifest (`pressrum sign` writes it): it stays with that one, and goes before another
// takes its place, so that no signature ever stands beside what it was not made for.

#include "base/diagnostic.hpp"
#include "base/digest.hpp"
#include "base/parallel.hpp"
#include "io/manifest_read.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pressrum {

struct FileToPublish {
    std::string_view path;   // in the output: "2024/05/slug/index.html"
    std::string_view bytes;  // or, when `copy_from` is not empty, the file on the disk with these bytes; or, when `kept`, not here yet
    std::string_view copy_from;
    bool kept;  // most likely in the folder already: its bytes are made when it is not
    Sha256 digest;
    std::uint64_t size;
    std::uint8_t turn;  // lower turns are written first; the manifest alone has the highest
};

struct PublishCounts {
    std::size_t written = 0, unchanged = 0, removed = 0;
    std::uint64_t bytes_written = 0;
    bool unsealed = false;  // the last manifest's signature went with it
};

// Whether the folder holds or lies in one of the folders that the site is made from; that is reported.
bool overlaps_sources(const std::string& folder, const std::vector<std::string>& source_folders, Diagnostics& diagnostics);

// What stood in an output folder when a run had ended.
struct PublishedSite {
    Sha256 manifest{};
    std::vector<std::pair<std::string, std::uint64_t>> files;  // path and size of every file, sorted by path
};
// Whether it stands there still, so that publishing the same files again would change nothing: the manifest by its bytes and the others by
// their sizes, as publish() compares them.
bool is_still_there(const std::string& folder, const PublishedSite& site, Threads threads);

// Makes the bytes of a kept file, by its number; called by several threads.
using Remake = std::function<std::string(std::size_t)>;
// A kept file whose bytes are not those that it was kept with: what was kept must not be used.
struct KeptIsWrong : std::runtime_error {
    explicit KeptIsWrong(std::string_view path) : std::runtime_error(std::string(path) + ": is not what was kept of it") {}
};

// What a manifest lists, sorted by path, without the manifest itself: for whoever has made it, and need not read it.
struct ListedFiles {
    Sha256 manifest{};
    std::vector<PublishedFile> files;
};

struct Publication;
class Way;

// A publication under way, which holds the folder's lock. Until finish() nothing of a site that stands has changed; without it nothing is left.
// A failing disk throws std::runtime_error (what() names the file); the old site then stays usable.
class Publishing {
public:
    // Reports, and is none, when the folder is not ours (it has files but no manifest.json of pressrum), or holds or lies in one of
    // `source_folders`, or another build has it. `files` are sorted by path, which with the turn is all that is known of them; the manifest's path
    // is "manifest.json". `known` is used when its manifest is the one that stands there.
    static std::optional<Publishing> open(const std::string& folder, std::vector<FileToPublish> files,
                                          const std::vector<std::string>& source_folders, Threads threads, Diagnostics& diagnostics,
                                          Remake remake = {}, ListedFiles known = {});
    Publishing(Publishing&&) noexcept;
    Publishing& operator=(Publishing&&) noexcept;
    ~Publishing();

    // A finished file, by its number; called by several threads. What it points at may go when this returns.
    void take(std::size_t number, const FileToPublish& file);
    // When every file has been taken. Reports, and publishes nothing, when somebody has filled the place meanwhile.
    PublishCounts finish(Diagnostics& diagnostics);
    // For `known` of the next run.
    ListedFiles listed() const;

private:
    Publishing(std::unique_ptr<Publication> publication, std::unique_ptr<Way> way);

    std::unique_ptr<Publication> publication_;
    std::unique_ptr<Way> way_;
};

// All files at once.
PublishCounts publish(const std::string& folder, const std::vector<FileToPublish>& files, const std::vector<std::string>& source_folders,
                      Threads threads, Diagnostics& diagnostics);

}  // namespace pressrum
