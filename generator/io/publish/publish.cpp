#include "io/publish/publish.hpp"

#include "io/out_folder.hpp"
#include "io/publish/finished_mark.hpp"
#include "io/publish/staging.hpp"
#include "io/publish/ways.hpp"
#include "model/ledger.hpp"
#include "model/rules.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <utility>

namespace fs = std::filesystem;

namespace pressrum {
namespace {

// Where a folder is or would be: links followed as far as there is something, no trailing slash.
fs::path canonical(const std::string& folder) {
    fs::path path = fs::weakly_canonical(fs::absolute(folder)).lexically_normal();
    return path.has_filename() || !path.has_relative_path() ? path : path.parent_path();
}

bool lies_in(const fs::path& inner, const fs::path& outer) {
    return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

enum class Content {
    nothing,
    hidden,  // only what begins with a dot, say the .git of a work tree: it stays, and the site is made beside it
    ours,
    others,
};

Content content_of(const Descriptor& folder, const LastManifest& last, const Publication& publication) {
    const std::vector<std::string> entries = entries_of(folder);
    if (entries.empty()) return Content::nothing;
    if (last.files) return Content::ours;
    const bool cut_off = std::binary_search(entries.begin(), entries.end(), Staging::kFolder);
    if (cut_off && !Staging(folder.number(), publication.shown).interrupted().empty()) return Content::ours;
    const bool hidden = std::all_of(entries.begin(), entries.end(), [](const std::string& name) { return name.starts_with('.'); });
    return hidden ? Content::hidden : Content::others;
}

std::size_t find_manifest(const std::vector<FileToPublish>& files) {
    std::size_t found = files.size();
    for (std::size_t i = 0; i < files.size(); ++i) {
        const FileToPublish& file = files[i];
        if (!is_output_path(file.path)) throw std::logic_error("not a path of the output: " + std::string(file.path));
        if (i > 0 && files[i - 1].path >= file.path) throw std::logic_error("not sorted: " + std::string(file.path));
        if (file.path == kLedgerFile) found = i;
    }
    if (found == files.size()) throw std::logic_error("no manifest to publish");
    return found;
}

// How a folder may be filled: nothing when another build was first and it must be looked at again. No way: refused, and reported.
using Try = std::optional<std::unique_ptr<Way>>;

Try try_to_open(const Publication& publication, bool in_place, Diagnostics& diagnostics) {
    const auto refuse = [&](const Rule* rule) {
        diagnostics.add(Diagnostic{rule, {}, {publication.shown}, {}, {}});
        return std::unique_ptr<Way>();
    };
    Descriptor top = open_folder(AT_FDCWD, publication.folder.c_str());
    if (!top && errno == ENOTDIR) return refuse(rule("publish/not-ours"));
    if (!top && errno != ENOENT) fail(publication.shown, errno);
    LastManifest last;
    if (top) {
        if (!lock_folder(top, kLockPatience)) return refuse(rule("publish/busy"));
        if (!is_still(top, publication.folder)) return std::nullopt;
        last = last_manifest(top, publication.known);
        const Content content = content_of(top, last, publication);
        if (content == Content::others) return refuse(rule("publish/not-ours"));
        if (content != Content::nothing) in_place = true;
    }
    if (!in_place) {
        OpenedWhole whole = open_whole(top, publication, diagnostics);
        if (whole.state == Whole::overtaken) return std::nullopt;
        if (whole.state != Whole::impossible) return std::move(whole.way);
    }
    return open_changes(std::move(top), std::move(last), publication, diagnostics);
}

std::unique_ptr<Way> open_way(const Publication& publication, bool in_place, Diagnostics& diagnostics) {
    constexpr int kMaxTries = 100;
    for (int i = 0; i < kMaxTries; ++i) {
        if (Try way = try_to_open(publication, in_place, diagnostics)) return *std::move(way);
    }
    throw std::runtime_error(publication.shown + ": other builds keep replacing it");
}

}  // namespace

bool overlaps_sources(const std::string& folder, const std::vector<std::string>& source_folders, Diagnostics& diagnostics) {
    const fs::path place = canonical(folder);
    const auto clash = std::find_if(source_folders.begin(), source_folders.end(), [&](const std::string& source) {
        const fs::path other = canonical(source);
        return lies_in(place, other) || lies_in(other, place);
    });
    if (clash == source_folders.end()) return false;
    diagnostics.add(Diagnostic{rule("publish/overwrites-source"), {}, {folder, *clash}, {}, {}});
    return true;
}

bool is_still_there(const std::string& folder, const PublishedSite& site, Threads threads) {
    const std::string place = canonical(folder).string();
    const Descriptor top = open_folder(AT_FDCWD, place.c_str());
    if (!top || !lock_folder(top, std::chrono::milliseconds(0)) || !is_still(top, place)) return false;
    if (::faccessat(top.number(), Staging::kFolder, F_OK, AT_SYMLINK_NOFOLLOW) == 0) return false;  // a run was cut off
    const auto manifest = std::find_if(site.files.begin(), site.files.end(), [](const auto& file) { return file.first == kLedgerFile; });
    if (manifest == site.files.end() || !is_finished(top, site.manifest)) return false;
    const FileDigest there = read_digest(top.number(), kLedgerFile, manifest->second);
    if (there.fault != ReadFault::none || there.digest != site.manifest) return false;

    // Nothing is written here, so that links on the way may be followed: what readers get is what counts.
    std::atomic<bool> all_there = true;
    parallel_for(threads, site.files.size(), [&](std::size_t i) {
        const auto& [path, size] = site.files[i];
        const std::optional<FileStamp> stamp = all_there ? stamp_of(top.number(), path.c_str()) : std::nullopt;
        if (!stamp || stamp->size != size) all_there = false;
    });
    return all_there;
}

std::optional<Publishing> Publishing::open(const std::string& folder, std::vector<FileToPublish> files,
                                           const std::vector<std::string>& source_folders, Threads threads, Diagnostics& diagnostics,
                                           Remake remake, ListedFiles known) {
    if (overlaps_sources(folder, source_folders, diagnostics)) return std::nullopt;
    const std::size_t manifest = find_manifest(files);
    auto publication = std::make_unique<Publication>(
        Publication{std::move(files), manifest, canonical(folder).string(), folder, threads, std::move(remake), std::move(known)});
    std::unique_ptr<Way> way = open_way(*publication, false, diagnostics);
    if (!way) return std::nullopt;
    return Publishing(std::move(publication), std::move(way));
}

Publishing::Publishing(std::unique_ptr<Publication> publication, std::unique_ptr<Way> way)
    : publication_(std::move(publication)), way_(std::move(way)) {}
Publishing::Publishing(Publishing&&) noexcept = default;
Publishing& Publishing::operator=(Publishing&& other) noexcept {
    way_ = std::move(other.way_);  // before what it looks at
    publication_ = std::move(other.publication_);
    return *this;
}
Publishing::~Publishing() = default;

void Publishing::take(std::size_t number, const FileToPublish& file) {
    FileToPublish& own = publication_->files[number];
    const std::string_view path = own.path;
    own = file;
    own.path = path;
    way_->take(number);
    own.bytes = own.copy_from = {};
}

PublishCounts Publishing::finish(Diagnostics& diagnostics) {
    if (const auto counts = way_->finish()) return *counts;
    // Another build has filled the place, or something is mounted there: what was made beside it is carried over, change by change.
    std::vector<std::string> places;
    for (const FileToPublish& file : publication_->files) places.push_back(way_->left_in() + "/" + std::string(file.path));
    const std::unique_ptr<Way> in_place = open_way(*publication_, true, diagnostics);
    if (!in_place) return {};
    for (std::size_t i = 0; i < places.size(); ++i) {
        publication_->files[i].kept = false;
        publication_->files[i].copy_from = places[i];
        in_place->take(i);
    }
    return in_place->finish().value();
}

ListedFiles Publishing::listed() const {
    ListedFiles all;
    for (const FileToPublish& file : publication_->files) {
        if (file.path == kLedgerFile) all.manifest = file.digest;
        else all.files.push_back({std::string(file.path), file.digest, file.size, {}});
    }
    return all;
}

PublishCounts publish(const std::string& folder, const std::vector<FileToPublish>& files, const std::vector<std::string>& source_folders,
                      Threads threads, Diagnostics& diagnostics) {
    std::optional<Publishing> publishing = Publishing::open(folder, files, source_folders, threads, diagnostics);
    if (!publishing) return {};
    parallel_for(threads, files.size(), [&](std::size_t i) { publishing->take(i, files[i]); });
    return publishing->finish(diagnostics);
}

}  // namespace pressrum
