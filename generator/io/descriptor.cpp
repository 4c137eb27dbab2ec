#include "io/descriptor.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace pressrum {
namespace {

// One call of read(2) or write(2), repeated when a signal came in between.
template <class Call>
ssize_t persist(Call call) {
    for (;;) {
        const ssize_t result = call();
        if (result >= 0 || errno != EINTR) return result;
    }
}

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = persist([&] { return ::write(file, bytes.data(), bytes.size()); });
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

// A new file that goes away again unless it is kept.
class NewFile {
public:
    NewFile(int folder, const char* name, std::string_view shown) : folder_(folder), name_(name), shown_(shown) {
        file_ = Descriptor(::openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
        if (!file_) fail(shown, errno);
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile() {
        if (!kept_) ::unlinkat(folder_, name_, 0);
    }

    void write(std::string_view bytes) {
        if (!write_all(file_.number(), bytes)) fail(shown_, errno);
    }
    void keep() {
        if (!file_.close()) fail(shown_, errno);
        kept_ = true;
    }

private:
    int folder_;
    const char* name_;
    std::string_view shown_;
    Descriptor file_;
    bool kept_ = false;
};

Descriptor open_to_read(int folder, const char* name, int flags) {
    return Descriptor(::openat(folder, name, O_RDONLY | O_NONBLOCK | O_CLOEXEC | flags));
}

FileStamp stamp_of(const struct stat& status) {
    constexpr std::int64_t kSecond = 1'000'000'000;
    return {status.st_ino, static_cast<std::uint64_t>(status.st_size), status.st_mtim.tv_sec * kSecond + status.st_mtim.tv_nsec,
            status.st_ctim.tv_sec * kSecond + status.st_ctim.tv_nsec};
}

// Says in `result` (fault, size, error, perhaps stamp) what stands there.
template <class Result>
Descriptor open_regular(int folder, const char* name, Result& result) {
    Descriptor file = open_to_read(folder, name, O_NOFOLLOW);
    struct stat status {};
    if (!file || ::fstat(file.number(), &status) != 0) {
        result.error = errno;
        // What opening says of a symbolic link and of a socket.
        result.fault = result.error == ELOOP || result.error == ENXIO ? ReadFault::not_regular : ReadFault::failed;
        return file;
    }
    result.size = static_cast<std::uint64_t>(status.st_size);
    if constexpr (requires { result.stamp; }) result.stamp = stamp_of(status);
    if (!S_ISREG(status.st_mode)) result.fault = ReadFault::not_regular;
    return file;
}

constexpr std::size_t kBlock = std::size_t{128} * 1024;

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    if (this != &other) {
        reset();
        number_ = std::exchange(other.number_, -1);
    }
    return *this;
}

bool Descriptor::close() { return ::close(std::exchange(number_, -1)) == 0; }

void Descriptor::reset() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
}

void fail(std::string_view file, int error) { throw std::system_error(error, std::generic_category(), std::string(file)); }

Descriptor open_folder(int folder, const char* name) { return open_to_read(folder, name, O_DIRECTORY | O_NOFOLLOW); }

std::optional<FileStamp> stamp_of(int folder, const char* name) {
    struct stat status {};
    if (::fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    return stamp_of(status);
}

WholeFile read_whole(int folder, const char* name, std::uint64_t limit) {
    WholeFile result;
    const Descriptor file = open_regular(folder, name, result);
    if (result.fault == ReadFault::none && result.size > limit) result.fault = ReadFault::too_large;
    if (result.fault != ReadFault::none) return result;

    // One byte more than the file is said to have, so that its end shows at once; a file that grows meanwhile is read on, to the limit.
    std::string& bytes = result.bytes;
    std::size_t filled = 0;
    bytes.resize(static_cast<std::size_t>(result.size) + 1);
    for (;;) {
        const ssize_t got = persist([&] { return ::read(file.number(), bytes.data() + filled, bytes.size() - filled); });
        if (got < 0) return {ReadFault::failed, {}, result.size, errno, {}};
        filled += static_cast<std::size_t>(got);
        if (got == 0) break;
        if (filled > limit) return {ReadFault::too_large, {}, filled, 0, {}};
        if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
    }
    bytes.resize(filled);
    result.size = filled;
    return result;
}

FileDigest read_digest(int folder, const char* name, std::uint64_t size) {
    FileDigest result;
    const Descriptor file = open_regular(folder, name, result);
    if (result.fault != ReadFault::none || result.size != size) return result;
    Sha256Stream stream;
    std::array<char, kBlock> block;
    result.size = 0;
    for (;;) {
        const ssize_t got = persist([&] { return ::read(file.number(), block.data(), block.size()); });
        if (got < 0) return {ReadFault::failed, {}, result.size, errno};
        result.size += static_cast<std::uint64_t>(got);
        if (got == 0 || result.size > size) break;  // one that grows meanwhile has another size
        stream.add({block.data(), static_cast<std::size_t>(got)});
    }
    result.digest = stream.finish();
    return result;
}

void write_new(int folder, const char* name, std::string_view bytes, std::string_view shown) {
    NewFile file(folder, name, shown);
    file.write(bytes);
    file.keep();
}

void copy_new(int folder, const char* name, const std::string& copy_from, const Sha256& digest, std::string_view shown) {
    const Descriptor source = open_to_read(AT_FDCWD, copy_from.c_str(), 0);
    if (!source) fail(copy_from, errno);
    NewFile file(folder, name, shown);
    std::array<char, kBlock> block;
    Sha256Stream copied;
    for (;;) {
        const ssize_t got = persist([&] { return ::read(source.number(), block.data(), block.size()); });
        if (got < 0) fail(copy_from, errno);
        if (got == 0) break;
        const std::string_view part(block.data(), static_cast<std::size_t>(got));
        copied.add(part);
        file.write(part);
    }
    // What the pages say of it (its size, its digest) would be wrong.
    if (copied.finish() != digest) throw FileChanged(copy_from);
    file.keep();
}

}  // namespace pressrum
