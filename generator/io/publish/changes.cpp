// A folder that is ours is brought up to date in an order that leaves a whole site whenever the run is cut off:
//
//   1. compare with the last manifest, and look (only look) at what is there: what differs is to be written
//   2. write all of that into the staging folder; up to here nothing of the site has changed
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

struct Work {
    std::vector<const PublishedFile*> before;  // beside the files; null: new
    std::vector<std::string_view> gone;        // ours, and not wanted any more
    std::vector<Action> actions;               // beside the files
    std::vector<std::string_view> blocking;    // beside the files: what is in the way of a blocked one
};

void compare(const std::vector<PublishedFile>& ours, const Publication& publication, Work& work) {
    work.before.resize(publication.files.size());
    auto old = ours.begin();
    for (std::size_t i = 0; i < publication.files.size(); ++i) {
        const std::string_view path = publication.files[i].path;
        for (; old != ours.end() && old->path < path; ++old) work.gone.push_back(old->path);
        if (old != ours.end() && old->path == path) work.before[i] = &*old++;
    }
    for (; old != ours.end(); ++old) work.gone.push_back(old->path);
}

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

Action look_at(OutFolder& out, const Publication& publication, std::size_t number, const std::vector<PublishedFile>& ours, bool trusted,
               const PublishedFile* before, std::string_view& blocking) {
    const FileToPublish& file = publication.files[number];
    const PathParts parts = split_path(file.path);
    const OutFolder::Opened folder = out.open(parts.folder, OutFolder::Missing::leave);
    if (folder.state == OutFolder::State::missing) return Action::create;
    if (folder.state == OutFolder::State::blocked) {
        blocking = folder.blocking;
        return has(ours, blocking) ? Action::create : Action::blocked;
    }
    struct stat status {};
    const std::string name(parts.name);
    if (::fstatat(folder.folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        // Where a name is longer than the disk allows, no file can be placed, and none removed by the next run.
        if (errno != ENOENT) fail(publication.shown_path(file.path), errno);
        return Action::create;
    }
    blocking = file.path;
    if (S_ISDIR(status.st_mode))
        return has_below(ours, file.path) && !holds_others(publication, file.path, ours) ? Action::create : Action::blocked;
    if (before == nullptr) return Action::blocked;
    const bool same = S_ISREG(status.st_mode) && static_cast<std::uint64_t>(status.st_size) == file.size && before->digest == file.digest;
    return same && (trusted || has_bytes(folder.folder, name.c_str(), file)) ? Action::leave : Action::write;
}

void look(const Descriptor& top, const Publication& publication, const std::vector<PublishedFile>& ours, bool trusted, Work& work) {
    work.actions.resize(publication.files.size());
    work.blocking.resize(publication.files.size());
    parallel_stretches(publication.threads, publication.files.size(), [&](std::size_t begin, std::size_t end) {
        OutFolder out(top.number(), publication.shown);
        for (std::size_t i = begin; i < end; ++i) {
            if (i != publication.manifest) work.actions[i] = look_at(out, publication, i, ours, trusted, work.before[i], work.blocking[i]);
        }
    });
}

bool report_blocked(const Work& work, const Publication& publication, Diagnostics& diagnostics) {
    std::set<std::string_view> in_the_way;
    for (std::size_t i = 0; i < work.actions.size(); ++i) {
        if (work.actions[i] == Action::blocked) in_the_way.insert(work.blocking[i]);
    }
    for (const std::string_view path : in_the_way) {
        diagnostics.add(Diagnostic{rule("publish/own-file"), {}, {std::string(path), publication.shown}, {}, {}});
    }
    return !in_the_way.empty();
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
std::vector<std::string_view> gone_in_the_way(const Work& work, const Publication& publication) {
    std::vector<std::string_view> in_the_way;
    std::copy_if(work.gone.begin(), work.gone.end(), std::back_inserter(in_the_way), [&](std::string_view path) {
        if (has_below(publication.files, path)) return true;
        for (std::string_view up = split_path(path).folder; !up.empty(); up = split_path(up).folder) {
            if (has(publication.files, up)) return true;
        }
        return false;
    });
    return in_the_way;
}

// Before anything changes: a disk that has no room for one more folder is met here. What stands in the way goes later.
void make_folders(const Descriptor& top, const std::vector<std::size_t>& numbers, const Publication& publication) {
    try {
        OutFolder out(top.number(), publication.shown);
        for (const std::size_t i : numbers) out.open(split_path(publication.files[i].path).folder, OutFolder::Missing::create);
    } catch (const std::system_error&) {
        // Those that were made are empty, and go again as far as the disk lets them; what it said first is reported.
        Folders made;
        for (const std::size_t i : numbers) add_folders_of(publication.files[i].path, made);
        for (const std::string_view path : made) {
            try {
                OutFolder out(top.number(), publication.shown);
                remove_empty_folder(out, path, publication);
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

}  // namespace

LastManifest last_manifest(const Descriptor& top, const Publication& publication) {
    constexpr std::uint64_t kMaxManifestBytes = std::uint64_t{1} << 30;
    LastManifest last{read_whole(top.number(), kLedgerFile, kMaxManifestBytes).bytes, {}};
    const FileToPublish& next = publication.files[publication.manifest];
    if (last.bytes != next.bytes) {
        last.files = read_manifest(last.bytes);
        return last;
    }
    // Nothing has changed since: then the list is the one we have, and need not be read.
    last.files.emplace().reserve(publication.files.size());
    for (const FileToPublish& file : publication.files) {
        if (&file != &next) last.files->push_back({std::string(file.path), file.digest, file.size});
    }
    return last;
}

PublishCounts publish_changes(const Descriptor& top, LastManifest last, const Publication& publication, Diagnostics& diagnostics) {
    const std::vector<FileToPublish>& files = publication.files;
    Staging staging(top.number(), publication.shown);
    std::vector<PublishedFile> ours = std::move(last.files).value_or(std::vector<PublishedFile>());
    std::vector<std::string_view> planned;
    for (const FileToPublish& file : files) planned.push_back(file.path);
    find_unlisted(ours, planned, top);
    std::erase_if(ours, [](const PublishedFile& file) { return file.path.empty(); });  // gone already
    add_interrupted(ours, staging, files[publication.manifest].path);
    Work work;
    compare(ours, publication, work);
    const bool trusted = is_finished(top, sha256(last.bytes));
    look(top, publication, ours, trusted, work);
    if (report_blocked(work, publication, diagnostics)) return {};
    work.actions[publication.manifest] = last.bytes == files[publication.manifest].bytes ? Action::leave : Action::write;

    const FileToPublish& manifest = files[publication.manifest];
    const auto finish = [&] { mark_finished(top, manifest.digest, publication.shown_path(kFinishedMark)); };
    std::vector<std::size_t> to_write, to_create, to_change;
    PublishCounts counts;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (work.actions[i] == Action::leave) continue;
        to_write.push_back(i);
        if (i != publication.manifest) (work.actions[i] == Action::create ? to_create : to_change).push_back(i);
        counts.bytes_written += files[i].size;
    }
    counts.written = to_write.size();
    counts.unchanged = files.size() - counts.written;
    if (to_write.empty() && work.gone.empty() && staging.interrupted().empty()) {
        staging.finish();  // of a run that was ended before it changed anything
        if (!trusted) finish();
        return counts;
    }

    std::vector<std::string_view> changing;
    for (const std::size_t i : to_write) {
        if (i != publication.manifest) changing.push_back(files[i].path);
    }
    staging.begin(changing);
    parallel_stretches(publication.threads, to_write.size(), [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            publication.with_bytes(to_write[i], [&](const FileToPublish& file) { staging.stage(to_write[i], file); });
    });

    make_folders(top, to_create, publication);

    // From here on the site changes.
    remove_mark(top, publication.shown_path(kFinishedMark));
    counts.removed = remove_files(top, gone_in_the_way(work, publication), publication);
    place(top, staging, to_create, publication);
    place(top, staging, to_change, publication);
    std::stable_sort(work.gone.begin(), work.gone.end(),
                     [](std::string_view a, std::string_view b) { return turn_by_path(a) > turn_by_path(b); });
    counts.removed += remove_files(top, work.gone, publication);
    if (work.actions[publication.manifest] != Action::leave) {
        counts.unsealed = remove_signature(top, publication);
        place(top, staging, {publication.manifest}, publication);
    }
    staging.finish();
    finish();
    return counts;
}

}  // namespace pressrum
