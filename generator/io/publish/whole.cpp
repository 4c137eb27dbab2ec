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

bool is_ours(const Descriptor& folder, const std::vector<std::string>& entries) {
    return entries.empty() || std::binary_search(entries.begin(), entries.end(), kUnfinished) || last_manifest(folder, {}).files;
}

// Removes what a run that was cut off left, all but its mark.
void clear(const fs::path& folder, const std::vector<std::string>& entries) {
    for (const std::string& name : entries) {
        if (name != kUnfinished) fs::remove_all(folder / name);
    }
}

// The folder that takes its place gets its permissions.
void keep_mode(const Descriptor& from, const Descriptor& to) {
    struct stat status {};
    constexpr mode_t kPermissions = 07777;
    if (from && ::fstat(from.number(), &status) == 0) ::fchmod(to.number(), status.st_mode & kPermissions);
}

// The folders above a place, made when they are not there and removed with it when they are still empty.
class FoldersAbove {
public:
    explicit FoldersAbove(const fs::path& place) {
        for (fs::path up = place.parent_path(); !up.empty() && !fs::exists(up) && up != up.parent_path(); up = up.parent_path())
            missing_.push_back(up);
        fs::create_directories(place.parent_path());
    }
    void remove_empty() const {
        std::error_code ignored;
        for (const fs::path& each : missing_) fs::remove(each, ignored);
    }

private:
    std::vector<fs::path> missing_;  // the innermost first
};

class WholeWay final : public Way {
public:
    // `making` is the open sibling, locked; `top` the folder whose place it takes, locked as well, or none.
    WholeWay(Descriptor top, Descriptor making, fs::path sibling, FoldersAbove above, const Publication& publication)
        : top_(std::move(top)),
          making_(std::move(making)),
          sibling_(std::move(sibling)),
          above_(std::move(above)),
          publication_(publication),
          folders_(making_.number()) {}

    ~WholeWay() override {
        if (published_) return;
        std::error_code ignored;
        fs::remove_all(sibling_, ignored);
        above_.remove_empty();
    }

    void take(std::size_t number) override {
        const FileToPublish& file = publication_.files[number];
        const PathParts parts = split_path(file.path);
        folders_.with([&](OutFolder& out) {
            const OutFolder::Opened opened = out.open(parts.folder, OutFolder::Missing::create);
            if (opened.state != OutFolder::State::open) fail(publication_.shown_path(file.path), ENOTDIR);
            publication_.with_bytes(number, [&](const FileToPublish& whole) {
                write_file(opened.folder, std::string(parts.name), whole, publication_.shown_path(file.path));
            });
        });
    }

    std::optional<PublishCounts> finish() override {
        mark_finished(making_, publication_.files[publication_.manifest].digest, sibling_.string());
        keep_mode(top_, making_);
        ::unlinkat(making_.number(), kUnfinished, 0);
        if (::rename(sibling_.c_str(), publication_.folder.c_str()) != 0) {
            const int error = errno;
            top_ = {};  // free for whoever changes what is there
            if (error == ENOTEMPTY || error == EEXIST || error == EBUSY) return std::nullopt;
            fail(publication_.shown, error);
        }
        published_ = true;
        PublishCounts counts;
        counts.written = publication_.files.size();
        for (const FileToPublish& file : publication_.files) counts.bytes_written += file.size;
        return counts;
    }

    std::string left_in() const override { return sibling_.string(); }

private:
    Descriptor top_, making_;
    fs::path sibling_;
    FoldersAbove above_;
    const Publication& publication_;
    OutFolders folders_;
    bool published_ = false;
};

}  // namespace

OpenedWhole open_whole(Descriptor& top, const Publication& publication, Diagnostics& diagnostics) {
    const fs::path folder = publication.folder;
    fs::path sibling = folder.parent_path() / ("." + folder.filename().string() + ".pressrum-new");
    FoldersAbove above(folder);
    if (::mkdir(sibling.c_str(), 0777) != 0 && errno != EEXIST) {
        const int error = errno;
        above.remove_empty();
        if (top && (error == EACCES || error == EPERM || error == EROFS)) return {Whole::impossible};
        fail(sibling.string(), error);
    }
    Descriptor making = open_folder(AT_FDCWD, sibling.c_str());
    if (!making) {
        if (errno == ENOENT) return {Whole::overtaken};
        fail(sibling.string(), errno);
    }
    if (!lock_folder(making, kLockPatience)) {
        diagnostics.add(Diagnostic{rule("publish/busy"), {}, {publication.shown}, {}, {}});
        return {Whole::refused};
    }
    // A build that was first has put the sibling in its place, or another folder there, between our look and our taking it.
    if (!is_still(making, sibling)) return {Whole::overtaken};

    const std::vector<std::string> left = entries_of(making);
    if (!is_ours(making, left)) {
        diagnostics.add(Diagnostic{rule("publish/not-ours"), {}, {sibling.string()}, {}, {}});
        return {Whole::refused};
    }
    if (!std::binary_search(left.begin(), left.end(), kUnfinished)) write_new(making.number(), kUnfinished, "", sibling.string());
    auto way = std::make_unique<WholeWay>(std::move(top), std::move(making), sibling, std::move(above), publication);
    clear(sibling, left);
    return {Whole::open, std::move(way)};
}

}  // namespace pressrum
