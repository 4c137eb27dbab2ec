// A folder that is ours is brought up to date in an order that leaves a whole site whenever the run is cut off:
//
//   1. compare with the last manifest, and look (only look) at what is there
//   2. write what differs into the staging folder, each file as soon as it is made; up to here nothing of the site has changed
//   3. rename it into place: first what is new, which nobody can reach yet, then what has changed, each in turns: what others point at before
//      what points at it
//   4. remove what the last manifest has and the new one has not; nothing that stays names it any more, so what names others goes first
//   5. the last manifest's signature goes, then comes the manifest, and the mark that the run has ended well
//
// A file is taken for unchanged when the last manifest has its digest, a file of its size is there and the last run ended well: reading them
// all again would cost several times as much as everything else. Whoever edits the output by hand and keeps the size deceives nobody
// but himself.
#include "base/ascii.hpp"
#include "io/publish/ways.hpp"

#include "base/text.hpp"
#include "io/out_folder.hpp"
#include "io/publish/finished_mark.hpp"
#include "io/publish/staging.hpp"
#include "io/publish/unlisted_files.hpp"
#include "model/ledger.hpp"
#include "model/rules.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <functional>
#include <iterator>
#include <mutex>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

namespace pressrum {
namespace {

constexpr Sha256 kUnknownDigest{};  // no file has it

// ---------------------------------------------------------------- what is ours

// Also what a run that was cut off was about to change.
void add_interrupted(std::vector<PublishedFile>& ours, const Staging& staging, std::string_view manifest) {
    const auto before = [](const PublishedFile& a, const PublishedFile& b) { return a.path < b.path; };
    std::vector<PublishedFile> new_ones;
    for (const std::string& path : staging.interrupted()) {
        PublishedFile file{path, kUnknownDigest, 0};
        const auto at = std::lower_bound(ours.begin(), ours.end(), file, before);
        if (at != ours.end() && at->path == path) at->digest = kUnknownDigest;
        else if (path != manifest) new_ones.push_back(std::move(file));
    }
    const auto middle = ours.insert(ours.end(), std::make_move_iterator(new_ones.begin()), std::make_move_iterator(new_ones.end()));
    std::inplace_merge(ours.begin(), middle, ours.end(), before);
}

// Whether a sorted list has something below a path: "2024/05" has "2024/05/slug/index.html" below it.
template <class File>
bool has_below(const std::vector<File>& files, std::string_view path) {
    const std::string begin = std::string(path) + "/";
    const auto at =
        std::lower_bound(files.begin(), files.end(), begin, [](const File& file, const std::string& wanted) { return file.path < wanted; });
    return at != files.end() && std::string_view(at->path).starts_with(begin);
}

template <class File>
bool has(const std::vector<File>& files, std::string_view path) {
    const auto at =
        std::lower_bound(files.begin(), files.end(), path, [](const File& file, std::string_view wanted) { return file.path < wanted; });
    return at != files.end() && at->path == path;
}

// ---------------------------------------------------------------- what to do

enum class Action : std::uint8_t { leave, create, write, blocked };

// What stands at the place of a file.
struct There {
    Action action = Action::create;  // to be left or written, when something of ours is there
    std::uint64_t size = 0;
    std::string_view blocking = {};  // what is in the way of a blocked one
};

bool has_bytes(int folder, const char* name, const FileToPublish& file) {
    const FileDigest there = read_digest(folder, name, file.size);
    return there.fault == ReadFault::none && there.size == file.size && there.digest == file.digest;
}

// Whether something lies below the folder that is not ours: it stays, and the folder with it.
bool holds_others(const Publication& publication, std::string_view path, const std::vector<PublishedFile>& ours) {
    const std::filesystem::path root = publication.folder;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / path)) {
        const std::string below = entry.path().lexically_relative(root).generic_string();
        const bool folder = std::filesystem::is_directory(entry.symlink_status());
        if (folder ? !has_below(ours, below) : !has(ours, below)) return true;
    }
    return false;
}

There look_at(OutFolder& out, const Publication& publication, std::string_view path, const std::vector<PublishedFile>& ours,
              const PublishedFile* before) {
    const PathParts parts = split_path(path);
    const OutFolder::Opened folder = out.open(parts.folder, OutFolder::Missing::leave);
    if (folder.state == OutFolder::State::missing) return {Action::create};
    if (folder.state == OutFolder::State::blocked) {
        // The part of the path is a view of ours, since the folder's own goes with the next one.
        const std::string_view blocking = path.substr(0, folder.blocking.size());
        return has(ours, blocking) ? There{Action::create} : There{Action::blocked, 0, blocking};
    }
    struct stat status {};
    const std::string name(parts.name);
    if (::fstatat(folder.folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        // Where a name is longer than the disk allows, no file can be placed, and none removed by the next run.
        if (errno != ENOENT) fail(publication.shown_path(path), errno);
        return {Action::create};
    }
    if (S_ISDIR(status.st_mode))
        return has_below(ours, path) && !holds_others(publication, path, ours) ? There{Action::create} : There{Action::blocked, 0, path};
    if (before == nullptr) return {Action::blocked, 0, path};
    return S_ISREG(status.st_mode) ? There{Action::leave, static_cast<std::uint64_t>(status.st_size)} : There{Action::write};
}

// ---------------------------------------------------------------- doing it

// What a manifest does not tell of a file that is gone: whether it names others (feeds and data, then lists) or is named (releases and what lies
// beside them, then pictures and style sheets).
int turn_by_path(std::string_view path) {
    const std::vector<std::string_view> parts = split(path, '/');
    const auto digits = [](std::string_view part, std::size_t count) { return part.size() == count && are_digits(part); };
    if (parts.front() == "assets") return 0;
    for (std::size_t i = 0; i + 3 < parts.size(); ++i) {
        if (digits(parts[i], 4) && digits(parts[i + 1], 2)) return 1;
    }
    return path.ends_with(".html") ? 2 : 3;
}

using Folders = std::set<std::string_view, std::greater<>>;  // what is within comes before what it is within

void add_folders_of(std::string_view path, Folders& folders) {
    for (std::string_view up = split_path(path).folder; !up.empty(); up = split_path(up).folder) folders.insert(up);
}

// Unless something is left in it.
void remove_empty_folder(OutFolder& out, std::string_view path, const Publication& publication) {
    const PathParts parts = split_path(path);
    const OutFolder::Opened folder = out.open(parts.folder, OutFolder::Missing::leave);
    if (folder.state != OutFolder::State::open || ::unlinkat(folder.folder, std::string(parts.name).c_str(), AT_REMOVEDIR) == 0) return;
    const bool stays = errno == ENOTEMPTY || errno == EEXIST || errno == ENOENT || errno == ENOTDIR;
    if (!stays) fail(publication.shown_path(path), errno);
}

// Removes files and the folders that are empty after that; how many files there were.
std::size_t remove_files(const Descriptor& top, const std::vector<std::string_view>& paths, const Publication& publication) {
    OutFolder out(top.number(), publication.shown);
    std::size_t removed = 0;
    Folders emptied;
    for (const std::string_view path : paths) {
        const PathParts parts = split_path(path);
        const OutFolder::Opened folder = out.open(parts.folder, OutFolder::Missing::leave);
        if (folder.state != OutFolder::State::open) continue;
        if (::unlinkat(folder.folder, std::string(parts.name).c_str(), 0) == 0) ++removed;
        else if (errno != ENOENT && errno != EISDIR) fail(publication.shown_path(path), errno);  // a folder is not what we made
        add_folders_of(path, emptied);
    }
    for (const std::string_view path : emptied) remove_empty_folder(out, path, publication);
    return removed;
}

// The part of what is gone that stands where a new file needs a folder, or in a folder where a new file is to be.
std::vector<std::string_view> gone_in_the_way(const std::vector<std::string_view>& gone, const Publication& publication) {
    std::vector<std::string_view> in_the_way;
    std::copy_if(gone.begin(), gone.end(), std::back_inserter(in_the_way), [&](std::string_view path) {
        if (has_below(publication.files, path)) return true;
        for (std::string_view up = split_path(path).folder; !up.empty(); up = split_path(up).folder) {
            if (has(publication.files, up)) return true;
        }
        return false;
    });
    return in_the_way;
}

// Fails where something is mounted on the way to a file, or on it, or its folder is somebody else's: there nothing can be renamed to or removed.
class Asking {
public:
    Asking(const Descriptor& top, const Publication& publication)
        : publication_(publication), out_(top.number(), publication.shown), mount_(look_at(top.number(), "")) {}

    void ask(std::string_view path) {
        const PathParts parts = split_path(path);
        const OutFolder::Opened folder = out_.open(parts.folder, OutFolder::Missing::leave);
        if (folder.state != OutFolder::State::open) return;
        if (asked_ != parts.folder || parts.folder.empty()) {
            if (::faccessat(folder.folder, ".", W_OK | X_OK, AT_EACCESS) != 0) fail(publication_.shown_path(path), errno);
            if (look_at(folder.folder, "").stx_mnt_id != mount_.stx_mnt_id) fail(publication_.shown_path(path), EXDEV);
            asked_ = parts.folder;
        }
        const struct statx file = look_at(folder.folder, std::string(parts.name).c_str());
        if ((file.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0) fail(publication_.shown_path(path), EBUSY);
    }

private:
    // Of an old kernel, which does not say where something is mounted, nothing but zeros.
    static struct statx look_at(int folder, const char* name) {
        struct statx found {};
        if (::statx(folder, name, AT_EMPTY_PATH | AT_SYMLINK_NOFOLLOW, STATX_MNT_ID, &found) != 0) return {};
        return found;
    }

    const Publication& publication_;
    OutFolder out_;
    struct statx mount_;
    std::string_view asked_;
};

// Before anything changes: a disk that has no room for one more folder is met here, and a place where nothing can be changed. What stands in the
// way goes later.
void make_ready(const Descriptor& top, const std::vector<std::size_t>& to_create, const std::vector<std::string_view>& changing,
                const Publication& publication) {
    try {
        OutFolder out(top.number(), publication.shown);
        for (const std::size_t i : to_create) out.open(split_path(publication.files[i].path).folder, OutFolder::Missing::create);
        Asking asking(top, publication);
        for (const std::string_view path : changing) asking.ask(path);
    } catch (const std::system_error&) {
        // Those that were made are empty, and go again as far as the disk lets them; what it said first is reported.
        Folders made;
        for (const std::size_t i : to_create) add_folders_of(publication.files[i].path, made);
        for (const std::string_view path : made) {
            try {
                OutFolder again(top.number(), publication.shown);
                remove_empty_folder(again, path, publication);
            } catch (const std::system_error&) {}
        }
        throw;
    }
}

// Whether there was one.
bool remove_signature(const Descriptor& top, const Publication& publication) {
    if (::unlinkat(top.number(), kSignatureFile, 0) == 0) return true;
    if (errno != ENOENT && errno != EISDIR) fail(publication.shown_path(kSignatureFile), errno);
    return false;
}

void place(const Descriptor& top, Staging& staging, const std::vector<std::size_t>& numbers, const Publication& publication) {
    const auto turn = [&](std::size_t i) { return publication.files[i].turn; };
    std::vector<std::size_t> order = numbers;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return turn(a) < turn(b); });
    for (auto begin = order.begin(); begin != order.end();) {
        const auto end = std::find_if(begin, order.end(), [&](std::size_t i) { return turn(i) != turn(*begin); });
        parallel_stretches(publication.threads, static_cast<std::size_t>(end - begin), [&](std::size_t first, std::size_t last) {
            OutFolder out(top.number(), publication.shown);
            for (std::size_t i = first; i < last; ++i) {
                const std::size_t number = begin[static_cast<std::ptrdiff_t>(i)];
                const std::string_view path = publication.files[number].path;
                const PathParts parts = split_path(path);
                const OutFolder::Opened folder = out.open(parts.folder, OutFolder::Missing::create);
                if (folder.state != OutFolder::State::open) fail(publication.shown_path(path), ENOTDIR);
                staging.place(number, folder.folder, parts.name, path);
            }
        });
        begin = end;
    }
}

class Changes final : public Way {
public:
    Changes(Descriptor top, LastManifest last, const Publication& publication)
        : top_(std::move(top)),
          publication_(publication),
          last_(std::move(last)),
          staging_(top_.number(), publication.shown),
          folders_(top_.number(), publication.shown),
          trusted_(is_finished(top_, last_.digest)) {
        ours_ = std::move(last_.files).value_or(std::vector<PublishedFile>());
        std::vector<std::string_view> planned;
        for (const FileToPublish& file : publication.files) planned.push_back(file.path);
        find_unlisted(ours_, planned, top_);
        std::erase_if(ours_, [](const PublishedFile& file) { return file.path.empty(); });  // gone already
        add_interrupted(ours_, staging_, publication.files[publication.manifest].path);
        compare();
        look();
    }

    bool report_blocked(Diagnostics& diagnostics) const {
        std::set<std::string_view> in_the_way;
        for (const There& each : there_) {
            if (each.action == Action::blocked) in_the_way.insert(each.blocking);
        }
        for (const std::string_view path : in_the_way)
            diagnostics.add(Diagnostic{rule("publish/own-file"), {}, {std::string(path), publication_.shown}, {}, {}});
        return !in_the_way.empty();
    }

    void take(std::size_t number) override {
        Action& action = there_[number].action;
        if (action == Action::leave && !is_as_it_was(number)) action = Action::write;
        if (action == Action::leave) return;
        begin_staging();
        publication_.with_bytes(number, [&](const FileToPublish& file) { staging_.stage(number, file); });
    }

    std::optional<PublishCounts> finish() override;

private:
    const FileToPublish& manifest() const { return publication_.files[publication_.manifest]; }

    // What we made last time beside what we make now.
    void compare() {
        before_.resize(publication_.files.size());
        auto old = ours_.begin();
        for (std::size_t i = 0; i < publication_.files.size(); ++i) {
            const std::string_view path = publication_.files[i].path;
            for (; old != ours_.end() && old->path < path; ++old) gone_.push_back(old->path);
            if (old != ours_.end() && old->path == path) before_[i] = &*old++;
        }
        for (; old != ours_.end(); ++old) gone_.push_back(old->path);
    }

    void look() {
        there_.resize(publication_.files.size());
        parallel_stretches(publication_.threads, publication_.files.size(), [&](std::size_t begin, std::size_t end) {
            OutFolder out(top_.number(), publication_.shown);
            for (std::size_t i = begin; i < end; ++i) {
                if (i == publication_.manifest) there_[i].action = Action::leave;
                else there_[i] = look_at(out, publication_, publication_.files[i].path, ours_, before_[i]);
            }
        });
    }

    // Of a file that is there.
    bool is_as_it_was(std::size_t number) {
        const FileToPublish& file = publication_.files[number];
        if (number == publication_.manifest) return file.digest == last_.digest;
        if (there_[number].size != file.size || before_[number]->digest != file.digest) return false;
        bool same = trusted_;
        if (same) return true;
        const PathParts parts = split_path(file.path);
        folders_.with([&](OutFolder& out) {
            const OutFolder::Opened folder = out.open(parts.folder, OutFolder::Missing::leave);
            same = folder.state == OutFolder::State::open && has_bytes(folder.folder, std::string(parts.name).c_str(), file);
        });
        return same;
    }

    void begin_staging() {
        std::call_once(begun_, [&] { staging_.begin(); });
    }

    Descriptor top_;
    const Publication& publication_;
    LastManifest last_;
    Staging staging_;
    OutFolders folders_;
    bool trusted_;                              // the last run ended well: what has the size that it wrote is what it wrote
    std::vector<PublishedFile> ours_;           // by path
    std::vector<const PublishedFile*> before_;  // beside the files, into ours_; null: new
    std::vector<std::string_view> gone_;        // ours, and not wanted any more
    std::vector<There> there_;                  // beside the files
    std::once_flag begun_;
};

std::optional<PublishCounts> Changes::finish() {
    const std::vector<FileToPublish>& files = publication_.files;
    const auto mark = [&] { mark_finished(top_, manifest().digest, publication_.shown_path(kFinishedMark)); };
    const bool new_manifest = there_[publication_.manifest].action != Action::leave;
    std::vector<std::size_t> to_create, to_change;
    std::vector<std::string_view> changing;
    PublishCounts counts;
    if (new_manifest) counts.bytes_written += manifest().size;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (i == publication_.manifest || there_[i].action == Action::leave) continue;
        (there_[i].action == Action::create ? to_create : to_change).push_back(i);
        changing.push_back(files[i].path);
        counts.bytes_written += files[i].size;
    }
    counts.written = changing.size() + (new_manifest ? 1 : 0);
    counts.unchanged = files.size() - counts.written;
    if (counts.written == 0 && gone_.empty() && staging_.interrupted().empty()) {
        staging_.finish();  // of a run that was ended before it changed anything
        if (!trusted_) mark();
        return counts;
    }

    begin_staging();
    staging_.announce(changing);
    std::vector<std::string_view> touched = changing;
    touched.insert(touched.end(), gone_.begin(), gone_.end());
    make_ready(top_, to_create, touched, publication_);

    // From here on the site changes.
    remove_mark(top_, publication_.shown_path(kFinishedMark));
    counts.removed = remove_files(top_, gone_in_the_way(gone_, publication_), publication_);
    place(top_, staging_, to_create, publication_);
    place(top_, staging_, to_change, publication_);
    std::stable_sort(gone_.begin(), gone_.end(), [](std::string_view a, std::string_view b) { return turn_by_path(a) > turn_by_path(b); });
    counts.removed += remove_files(top_, gone_, publication_);
    if (new_manifest) {
        counts.unsealed = remove_signature(top_, publication_);
        place(top_, staging_, {publication_.manifest}, publication_);
    }
    staging_.finish();
    mark();
    return counts;
}

}  // namespace

LastManifest last_manifest(const Descriptor& top, const ListedFiles& known) {
    constexpr std::uint64_t kMaxManifestBytes = std::uint64_t{1} << 30;
    const std::string bytes = read_whole(top.number(), kLedgerFile, kMaxManifestBytes).bytes;
    const Sha256 digest = sha256(bytes);
    return {digest, digest == known.manifest ? known.files : read_manifest(bytes)};
}

std::unique_ptr<Way> open_changes(Descriptor top, LastManifest last, const Publication& publication, Diagnostics& diagnostics) {
    auto way = std::make_unique<Changes>(std::move(top), std::move(last), publication);
    if (way->report_blocked(diagnostics)) return nullptr;
    return way;
}

}  // namespace pressrum
