#include "io/publish/finished_mark.hpp"

#include <stdio.h>
#include <unistd.h>

#include <cerrno>

namespace pressrum {

bool is_finished(const Descriptor& folder, const Sha256& manifest) {
    constexpr std::uint64_t kMaxBytes = 200;
    const WholeFile mark = read_whole(folder.number(), kFinishedMark, kMaxBytes);
    return mark.fault == ReadFault::none && mark.bytes == to_hex(manifest) + "\n";
}

void mark_finished(const Descriptor& folder, const Sha256& manifest, std::string_view shown) {
    constexpr const char* kNewMark = ".pressrum-finished-new";
    if (::syncfs(folder.number()) != 0 && errno != ENOSYS) fail(shown, errno);
    ::unlinkat(folder.number(), kNewMark, 0);  // of a run that was cut off
    write_new(folder.number(), kNewMark, to_hex(manifest) + "\n", shown);
    if (::renameat(folder.number(), kNewMark, folder.number(), kFinishedMark) != 0) fail(shown, errno);
}

void remove_mark(const Descriptor& folder, std::string_view shown) {
    if (::unlinkat(folder.number(), kFinishedMark, 0) == 0) ::fsync(folder.number());  // else it might be back after a power cut
    else if (errno != ENOENT) fail(shown, errno);
}

}  // namespace pressrum
