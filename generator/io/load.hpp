#pragma once
// The load stage: which files exist, and their bytes. The only stage that reads the sources from the disk.
//
// Regular files inside the roots only: a symbolic link that leads out, a device or a pipe is passed over with a message. Names that
// begin with '.' or '_' and editors' back-ups (name~, .#name, #name#, .DS_Store, Thumbs.db) are passed over in silence. Texts are bounded in size,
// must be UTF-8, and are taken in NFC without a byte order mark. Pictures and attachments stay on the disk: the tree has their size, SHA-256
// and, for pictures, width and height.

#include "base/diagnostic.hpp"
#include "base/parallel.hpp"
#include "io/descriptor.hpp"
#include "model/source_tree.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace pressrum {

inline constexpr std::uint64_t kMaxTextBytes = 2 * 1024 * 1024;
inline constexpr std::uint64_t kMaxAssetBytes = 200 * 1024 * 1024;

// Folders on the disk. In paths of the tree they are called posts/, site/ and layouts/ whatever they are called here.
struct Roots {
    std::string posts, site, layouts;
};

// What a file is for.
enum class Use { post, page, layout, partial, site, people, topics, strings, asset };

// A file that an earlier run has read.
struct KnownSource {
    std::string path;
    FileStamp stamp;
    Sha256 digest{};
    std::uint32_t width = 0, height = 0;  // of a picture
};

// A file as it was read, once: nothing has been understood yet.
struct RawSource {
    std::string path;  // as in messages
    std::string file;  // where it lies
    Use use;
    std::string bytes = {};  // of a text
    Asset asset = {};        // of an asset, but for its names
    Sha256 digest{};
    std::optional<Diagnostic> unread = {};  // why there is nothing of it
    FileStamp stamp = {};                   // before it was read
    bool known = false;                     // not read: the digest is what an earlier run has found
};

struct RawSources {
    std::vector<RawSource> files;  // sorted by path
    Diagnostics faults;            // of what lies where it is not read
    // Of all that a site is made from: equal for the same files with the same names, wherever they lie.
    Sha256 digest() const;

    // For a later run: the files whose stamp tells when they are written again. One that was written just before it was read is not among them, since
    // the next writing might fall into the same tick of the disk's clock.
    std::vector<KnownSource> settled() const;
    std::chrono::system_clock::time_point begun;  // before the first was looked at
};

// Files of the same path and stamp as one of `known`, sorted by path, are not read.
RawSources read_files(const Roots& roots, Threads threads, const std::vector<KnownSource>& known = {});
// Reads the texts that were known: load() needs them.
void read_known(RawSources& sources, Threads threads);
SourceTree load(RawSources sources, Threads threads, Diagnostics& diagnostics);
// Both.
SourceTree load(const Roots& roots, Threads threads, Diagnostics& diagnostics);

}  // namespace pressrum
