#pragma once
// The two ways of publishing: all at once into a folder that takes its place, or change by change in a folder that is ours.
// Publishing chooses; both hold the folder's lock.

#include "base/diagnostic.hpp"
#include "base/parallel.hpp"
#include "io/descriptor.hpp"
#include "io/manifest_read.hpp"
#include "io/publish/publish.hpp"

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pressrum {

// How long one build waits for another one that makes the same folder: longer than most take as a whole.
inline constexpr std::chrono::seconds kLockPatience{120};

struct Publication {
    std::vector<FileToPublish> files;  // of one that has not been taken its path and its turn are known
    std::size_t manifest;              // which of them
    std::string folder;                // without links
    std::string shown;                 // as the user wrote it
    Threads threads;
    Remake remake;
    ListedFiles known;  // by an earlier run, perhaps of another manifest

    // Calls `write` with the file, its bytes there.
    template <class Write>
    void with_bytes(std::size_t number, Write write) const {
        FileToPublish file = files[number];
        if (!file.kept) return write(file);
        const std::string bytes = remake(number);
        if (sha256(bytes) != file.digest) throw KeptIsWrong(file.path);
        file.bytes = bytes;
        write(file);
    }
    std::string shown_path(std::string_view path) const { return shown + "/" + std::string(path); }
};

// What an output folder says of itself.
struct LastManifest {
    Sha256 digest{};
    std::optional<std::vector<PublishedFile>> files;  // absent: not one of ours
};
LastManifest last_manifest(const Descriptor& top, const ListedFiles& known);

// One of the two. What was taken and not finished is dropped with it.
class Way {
public:
    Way() = default;
    Way(const Way&) = delete;
    Way& operator=(const Way&) = delete;
    virtual ~Way() = default;
    // Publication::files[number] is finished; called by several threads.
    virtual void take(std::size_t number) = 0;
    // Nothing when it cannot be ended in this way after all: what was taken then lies in left_in(), until this goes.
    virtual std::optional<PublishCounts> finish() = 0;
    virtual std::string left_in() const { return {}; }
};

// Brings `top`, the open folder, up to date. None, and a report, when something that is not ours is in the way.
std::unique_ptr<Way> open_changes(Descriptor top, LastManifest last, const Publication& publication, Diagnostics& diagnostics);

enum class Whole {
    open,
    refused,     // and reported
    overtaken,   // another build was first: look again
    impossible,  // the folder can only be filled where it is
};
struct OpenedWhole {
    Whole state;
    std::unique_ptr<Way> way = {};
};
// Makes the sibling ".NAME.pressrum-new" and renames it to the folder, which does not exist or is `top`, empty; `top` is taken when it is open.
OpenedWhole open_whole(Descriptor& top, const Publication& publication, Diagnostics& diagnostics);

}  // namespace pressrum
