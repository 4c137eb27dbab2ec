#include "io/cache_folder.hpp"

#include "io/descriptor.hpp"
#include "io/out_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <tuple>
#include <vector>

namespace pressrum {
namespace {

constexpr std::uint64_t kMaxBytes = std::uint64_t{1} << 31;
constexpr std::size_t kDigestBytes = std::tuple_size_v<Sha256>;
constexpr std::string_view kNewName = ".new-";  // while it is written

std::string_view bytes_of(const Sha256& digest) { return {reinterpret_cast<const char*>(digest.data()), digest.size()}; }

Descriptor open_within(const std::string& cache, const std::string& folder) {
    // The cache itself may be wherever its owner has put it.
    const Descriptor top(::open(cache.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return top ? open_folder(top.number(), folder.c_str()) : Descriptor();
}

}  // namespace

std::optional<std::string> CacheFolder::find(const std::string& name) const {
    const Descriptor folder = open_within(cache_, folder_);
    if (!folder) return std::nullopt;
    WholeFile file = read_whole(folder.number(), name.c_str(), kMaxBytes);
    if (file.fault != ReadFault::none || file.bytes.size() < kDigestBytes) return std::nullopt;
    const std::size_t size = file.bytes.size() - kDigestBytes;
    if (bytes_of(sha256(std::string_view(file.bytes).substr(0, size))) != std::string_view(file.bytes).substr(size)) return std::nullopt;
    file.bytes.resize(size);
    const auto yesterday = std::chrono::nanoseconds((std::chrono::system_clock::now() - std::chrono::days(1)).time_since_epoch()).count();
    if (file.stamp.modified < yesterday) ::utimensat(folder.number(), name.c_str(), nullptr, AT_SYMLINK_NOFOLLOW);
    return std::move(file.bytes);
}

bool CacheFolder::put(const std::string& name, std::string bytes) const {
    std::error_code error;
    std::filesystem::create_directories(cache_, error);
    const Descriptor top(::open(cache_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!top) return false;
    ::mkdirat(top.number(), folder_.c_str(), 0777);
    const Descriptor folder = open_folder(top.number(), folder_.c_str());
    if (!folder) return false;
    // Two runs at once, even in two containers, may have the same number: then one of them keeps nothing.
    const std::string temporary = std::string(kNewName) + std::to_string(::getpid()) + "-" + name;
    bytes += bytes_of(sha256(bytes));
    try {
        write_new(folder.number(), temporary.c_str(), bytes, name);
    } catch (const std::system_error&) {
        return false;
    }
    if (::renameat(folder.number(), temporary.c_str(), folder.number(), name.c_str()) == 0) return true;
    ::unlinkat(folder.number(), temporary.c_str(), 0);
    return false;
}

void CacheFolder::prune(std::chrono::hours unused, std::uint64_t most) const {
    const Descriptor folder = open_within(cache_, folder_);
    if (!folder) return;
    struct Entry {
        std::int64_t used;
        std::uint64_t size;
        std::string name;
    };
    std::vector<Entry> entries;
    std::uint64_t all = 0;
    for (const std::string& name : entries_of(folder)) {
        const std::optional<FileStamp> stamp = stamp_of(folder.number(), name.c_str());
        if (!stamp) continue;
        entries.push_back({stamp->modified, stamp->size, name});
        all += stamp->size;
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return std::tie(a.used, a.name) < std::tie(b.used, b.name); });
    const auto oldest = std::chrono::nanoseconds((std::chrono::system_clock::now() - unused).time_since_epoch()).count();
    for (const Entry& each : entries) {
        if (each.used >= oldest && all <= most) break;
        if (::unlinkat(folder.number(), each.name.c_str(), 0) == 0) all -= each.size;
    }
}

}  // namespace pressrum
