// A first build is made beside its place and renamed as a whole, so that nobody ever sees half of it, and so that making it needs neither
// temporary names nor an order.
//
// The sibling folder is the lock as well: whoever has locked it builds, and holds the finished folder too, since it is the same one.
// A file in it says that it is unfinished and ours; without that (and without a manifest of ours) a folder of this name is somebody else's.
#include "io/publish/ways.hpp"

#include "io/out_folder.hpp"
#include "io/publish/finished_mark.hpp"
#include "model/rules.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

namespace fs = std::filesystem;

namespace pressrum {
namespace {

constexpr const char* kUnfinished = ".pressrum-unfinished";

bool is_ours(const Descriptor& folder, const std::vector<std::string>& entries, const Publication& publication) {
    return entries.empty() || std::binary_search(entries.begin(), entries.end(), kUnfinished) || last_manifest(folder, publication).files;
}

// Removes what a run that was cut off left, all but its mark.
void clear(const fs::path& folder, const std::vector<std::string>& entries) {
    for (const std::string& name : entries) {
        if (name != kUnfinished) fs::remove_all(folder / name);
    }
}

void write_all(const Descriptor& folder, const Publication& publication) {
    parallel_stretches(publication.threads, publication.files.size(), [&](std::size_t begin, std::size_t end) {
        OutFolder out(folder.number());
        for (std::size_t i = begin; i < end; ++i) {
            const FileToPublish& file = publication.files[i];
            const PathParts parts = split_path(file.path);
            const OutFolder::Opened opened = out.open(parts.folder, OutFolder::Missing::create);
            if (opened.state != OutFolder::State::open) fail(publication.shown_path(file.path), ENOTDIR);
            publication.with_bytes(i, [&](const FileToPublish& whole) {
                write_file(opened.folder, std::string(parts.name), whole, publication.shown_path(file.path));
            });
        }
    });
}

// The folder that takes its place gets its permissions.
void keep_mode(const Descriptor& from, const Descriptor& to) {
    struct stat status {};
    constexpr mode_t kPermissions = 07777;
    if (from && ::fstat(from.number(), &status) == 0) ::fchmod(to.number(), status.st_mode & kPermissions);
}

}  // namespace

WholeOutcome publish_whole(const Descriptor& top, const Publication& publication, Diagnostics& diagnostics) {
    const fs::path folder = publication.folder;
    const fs::path sibling = folder.parent_path() / ("." + folder.filename().string() + ".pressrum-new");
    fs::create_directories(folder.parent_path());
    if (::mkdir(sibling.c_str(), 0777) != 0 && errno != EEXIST) {
        const int error = errno;
        if (top && (error == EACCES || error == EPERM || error == EROFS)) return {Whole::impossible};
        fail(sibling.string(), error);
    }
    const Descriptor making = open_folder(AT_FDCWD, sibling.c_str());
    if (!making) {
        if (errno == ENOENT) return {Whole::overtaken};
        fail(sibling.string(), errno);
    }
    if (!lock_folder(making, kLockPatience)) {
        diagnostics.add(Diagnostic{rule("publish/busy"), {}, {publication.shown}, {}, {}});
        return {Whole::refused};
    }
    if (!is_still(making, sibling)) return {Whole::overtaken};

    const std::vector<std::string> left = entries_of(making);
    if (!is_ours(making, left, publication)) {
        diagnostics.add(Diagnostic{rule("publish/not-ours"), {}, {sibling.string()}, {}, {}});
        return {Whole::refused};
    }
    if (!std::binary_search(left.begin(), left.end(), kUnfinished)) write_new(making.number(), kUnfinished, "", sibling.string());
    const auto give_up = [&] {
        std::error_code ignored;
        fs::remove_all(sibling, ignored);
    };
    try {
        clear(sibling, left);
        write_all(making, publication);
        mark_finished(making, publication.files[publication.manifest].digest, sibling.string());
        keep_mode(top, making);
    } catch (...) {
        give_up();
        throw;
    }
    ::unlinkat(making.number(), kUnfinished, 0);
    if (::rename(sibling.c_str(), folder.c_str()) != 0) {
        const int error = errno;
        give_up();
        // Another first build was done between our look at the place and our taking the sibling: now the site is there, to be changed.
        if (error == ENOTEMPTY || error == EEXIST) return {Whole::overtaken};
        if (top && error == EBUSY) return {Whole::impossible};  // something is mounted there
        fail(publication.shown, error);
    }
    WholeOutcome done{Whole::published};
    done.counts.written = publication.files.size();
    for (const FileToPublish& file : publication.files) done.counts.bytes_written += file.size;
    return done;
}

}  // namespace pressrum
