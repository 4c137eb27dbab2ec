#pragma once
// An open file or folder, and the few calls on one that must be right everywhere: whole reads and whole writes.
//
// Everything here takes a folder's descriptor and a name in it, so that the caller decides where a name counts from. A symbolic link
// as the last part of a name is never followed, and opening a pipe never waits for somebody at its other end.

#include "base/digest.hpp"

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace pressrum {

// Closed when it goes out of scope.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { reset(); }

    int number() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }
    // Hands it over, not closed.
    int release() { return std::exchange(number_, -1); }
    // Closes, and says whether the machine took all that was written (a full disk may say so only now).
    bool close();

private:
    void reset();
    int number_ = -1;
};

// Throws std::system_error whose what() is "FILE: what the machine says of `error`".
[[noreturn]] void fail(std::string_view file, int error);

// The folder `name` in `folder` (AT_FDCWD: the current one); none, and errno, when it is not there or not a folder.
Descriptor open_folder(int folder, const char* name);

enum class ReadFault { none, not_regular, too_large, failed };

// What the system says of a regular file: when all of it is as it was, nobody has written the file since. Times in nanoseconds since the epoch.
struct FileStamp {
    std::uint64_t number = 0, size = 0;  // of the file on its disk
    std::int64_t modified = 0, changed = 0;

    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};
// None when something else stands there, or nothing.
std::optional<FileStamp> stamp_of(int folder, const char* name);

struct WholeFile {
    ReadFault fault = ReadFault::none;
    std::string bytes;
    std::uint64_t size = 0;  // as far as it is known: also for a file that is too large
    int error = 0;           // errno, when it failed
    FileStamp stamp = {};    // before it was read
};

// The bytes of a regular file of at most `limit` bytes.
WholeFile read_whole(int folder, const char* name, std::uint64_t limit);

struct FileDigest {
    ReadFault fault = ReadFault::none;
    Sha256 digest{};
    std::uint64_t size = 0;
    int error = 0;  // errno, when it failed
};

// The digest of a regular file that should be `size` bytes long, read piece by piece. For one of another size only that is told.
FileDigest read_digest(int folder, const char* name, std::uint64_t size);

// A file that is not what it was when the site was made from it.
struct FileChanged : std::runtime_error {
    explicit FileChanged(std::string of) : std::runtime_error(of + ": changed while the site was made"), file(std::move(of)) {}
    std::string file;
};

// Makes the file `name`, which must not exist, with these bytes or with those of `copy_from`, which must have this digest: FileChanged when it
// has another. `shown` is what a failure calls the file. A file that could not be finished is removed.
void write_new(int folder, const char* name, std::string_view bytes, std::string_view shown);
void copy_new(int folder, const char* name, const std::string& copy_from, const Sha256& digest, std::string_view shown);

}  // namespace pressrum
