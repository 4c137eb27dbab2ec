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

std::vector<std::string> outdated(std::vector<CacheEntry> entries, const Keeping& keeping) {
    const auto before = [now = std::chrono::system_clock::now()](std::chrono::hours ago) {
        return std::chrono::nanoseconds((now - ago).time_since_epoch()).count();
    };
    std::uint64_t left = 0;
    for (const CacheEntry& each : entries) left += each.size;
    std::sort(entries.begin(), entries.end(),
              [](const CacheEntry& a, const CacheEntry& b) { return std::tie(a.used, a.name) < std::tie(b.used, b.name); });
    std::vector<std::string> gone;
    for (CacheEntry& each : entries) {
        const bool too_much = left > keeping.most && each.used < before(keeping.spared);
        if (!too_much && each.used >= before(keeping.unused)) break;
        left -= each.size;
        gone.push_back(std::move(each.name));
    }
    return gone;
}

void CacheFolder::prune(const Keeping& keeping) const {
    const Descriptor folder = open_within(cache_, folder_);
    if (!folder) return;
    std::vector<CacheEntry> entries;
    for (const std::string& name : entries_of(folder)) {
        if (const auto stamp = stamp_of(folder.number(), name.c_str())) entries.push_back({name, stamp->size, stamp->modified});
    }
    for (const std::string& name : outdated(std::move(entries), keeping)) ::unlinkat(folder.number(), name.c_str(), 0);
}

}  // namespace pressrum
