#include "io/load.hpp"

#include "base/archive.hpp"
#include "base/invisible.hpp"
#include "base/path.hpp"
#include "base/text.hpp"
#include "io/descriptor.hpp"
#include "io/pictures/size.hpp"
#include "io/source_text.hpp"
#include "io/walk.hpp"
#include "model/rules.hpp"

#include <fcntl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <system_error>
#include <tuple>
#include <utility>

namespace pressrum {
namespace {

// ---------------------------------------------------------------- what a file is for

enum class Depth { here, any };

// Which files are read, by folder and ending. The first row that fits counts.
struct PlaceRow {
    std::string_view folder;
    Depth depth;            // whether files of folders within count too
    std::string_view name;  // the whole name, or its ending when it begins with a dot; empty: any
    Use use;
};
constexpr PlaceRow kPlaces[] = {
    {"posts/", Depth::any, ".md", Use::post},
    {"posts/", Depth::any, "", Use::asset},
    {"site/", Depth::here, "site.yaml", Use::site},
    {"site/", Depth::here, "people.yaml", Use::people},
    {"site/", Depth::here, "topics.yaml", Use::topics},
    {"site/strings/", Depth::here, ".yaml", Use::strings},
    {"site/pages/", Depth::here, ".md", Use::page},
    {"site/assets/", Depth::any, "", Use::asset},
    {"site/layouts/", Depth::here, ".mustache", Use::layout},
    {"site/layouts/partials/", Depth::here, ".mustache", Use::partial},
    {"layouts/", Depth::here, ".mustache", Use::layout},
    {"layouts/partials/", Depth::here, ".mustache", Use::partial},
    {"layouts/assets/", Depth::any, "", Use::asset},
};

// The name up to its last dot, and the rest with the dot ("" when there is none).
std::pair<std::string_view, std::string_view> stem_and_ending(std::string_view name) {
    const std::size_t point = name.rfind('.');
    return point == std::string_view::npos ? std::pair(name, std::string_view()) : std::pair(name.substr(0, point), name.substr(point));
}

bool fits(const PlaceRow& row, std::string_view path) {
    if (!path.starts_with(row.folder)) return false;
    const std::string_view rest = path.substr(row.folder.size());
    if (row.depth == Depth::here && rest.find('/') != std::string_view::npos) return false;
    return row.name.starts_with('.') ? rest.ends_with(row.name) : row.name.empty() || rest == row.name;
}

std::optional<Use> use_of(std::string_view path) {
    const auto* row = std::find_if(std::begin(kPlaces), std::end(kPlaces), [&](const PlaceRow& each) { return fits(each, path); });
    return row == std::end(kPlaces) ? std::nullopt : std::optional(row->use);
}

// ---------------------------------------------------------------- files that nobody reads though somebody meant them to

// Other endings of the kinds that are read.
constexpr std::pair<std::string_view, std::string_view> kOtherEndings[] = {
    {".markdown", ".md"}, {".mdown", ".md"}, {".mkd", ".md"}, {".mdwn", ".md"}, {".yml", ".yaml"}};

// "posts/…/slug.MD" → "posts/…/slug.md": a text whose ending alone keeps it from being read; nothing when it is not one.
std::optional<std::string> with_right_ending(std::string_view path) {
    constexpr std::string_view kText = ".txt";  // what editors add, and hide: torget.md.txt
    const std::string_view without = path.substr(0, path.size() - std::min(path.size(), kText.size()));
    if (path.ends_with(kText) && use_of(without).value_or(Use::asset) != Use::asset) return std::string(without);
    const auto [stem, written] = stem_and_ending(file_name_of(path));
    std::string ending = ascii_lower(written);
    for (const auto& [other, ours] : kOtherEndings) {
        if (ending == other) ending = ours;
    }
    std::string renamed = std::string(path.substr(0, path.size() - written.size())) + ending;
    if (renamed == path || use_of(renamed).value_or(Use::asset) == Use::asset) return std::nullopt;
    return renamed;
}

// What the files of site/ are called elsewhere, and in Swedish.
constexpr std::pair<std::string_view, std::string_view> kOtherNames[] = {
    {"person", "people"},   {"persons", "people"},   {"personer", "people"}, {"folk", "people"},
    {"contacts", "people"}, {"kontakter", "people"}, {"amnen", "topics"},    {"ämnen", "topics"},
    {"areas", "topics"},    {"omraden", "topics"},   {"områden", "topics"},  {"taxonomies", "topics"},
    {"config", "site"},     {"webbplats", "site"},   {"settings", "site"},   {"installningar", "site"}};

// Where a YAML file under site/ most likely belongs.
std::string meant_yaml(std::string_view stem) {
    static constexpr std::array<std::string_view, 3> kKnown = {"site", "people", "topics"};
    const std::string word = ascii_lower(stem);
    constexpr std::size_t kLanguageLetters = 2;
    if (word.size() == kLanguageLetters) return fmt::format("site/strings/{}.yaml", word);
    for (const auto& [other, ours] : kOtherNames) {
        if (word == other) return fmt::format("site/{}.yaml", ours);
    }
    if (const auto nearest = find_nearest(word, kKnown)) return fmt::format("site/{}.yaml", *nearest);
    return fmt::format("site/{}.yaml", fmt::join(kKnown, ".yaml, site/"));
}

// Where a file that is of no use where it lies was meant to be; nothing when it is nobody's concern.
std::optional<std::string> meant_path(std::string_view path) {
    const auto [stem, ending] = stem_and_ending(file_name_of(path));
    const bool yaml = ending == ".yaml" || ending == ".yml";
    if (ascii_lower(stem) == "readme") return std::nullopt;
    if (path.starts_with("site/layouts/") && ending == ".mustache") return fmt::format("site/layouts/partials/{}.mustache", stem);
    if (path.starts_with("site/") && yaml) return meant_yaml(stem);
    if (path.starts_with("site/") && ending == ".md") return fmt::format("site/pages/{}.md", stem);
    if (path.starts_with("layouts/") && ending == ".mustache") return fmt::format("layouts/partials/{}.mustache", stem);
    return std::nullopt;
}

// What to read a file as; nothing when it is not read, and a message when it seems to be meant for something.
std::optional<Use> decide_use(const std::string& path, Diagnostics& diagnostics) {
    const auto report = [&](const Rule* rule, const std::string& meant) { diagnostics.add(Diagnostic{rule, {}, {path, meant}, {}, {}}); };
    if (const auto renamed = with_right_ending(path)) {  // before its place in a post makes it an attachment
        report(rule("load/ending"), *renamed);
        return std::nullopt;
    }
    const std::optional<Use> use = use_of(path);
    if (use) return use;
    if (const auto meant = meant_path(path)) report(rule("load/unknown-file"), *meant);
    return std::nullopt;
}

// ---------------------------------------------------------------- what is in them

constexpr std::uint64_t kMegabyte = 1024 * 1024;

std::optional<Diagnostic> why_unread(const WholeFile& file, const std::string& path, std::uint64_t limit) {
    const auto because = [&](const Rule* rule, std::vector<std::string> words) { return Diagnostic{rule, {}, std::move(words), {}, {}}; };
    switch (file.fault) {
        case ReadFault::none: return std::nullopt;
        case ReadFault::not_regular: return because(rule("load/not-regular"), {path});
        case ReadFault::failed: return because(rule("load/unreadable"), {path, std::generic_category().message(file.error)});
        case ReadFault::too_large: break;
    }
    const std::uint64_t rounded_up = (file.size + kMegabyte - 1) / kMegabyte;
    return because(rule("load/too-large"), {path, std::to_string(rounded_up), std::to_string(limit / kMegabyte)});
}

// What editors write and readers read; layouts and words of the program are their authors' own.
bool is_content(Use use) { return use == Use::post || use == Use::page || use == Use::people || use == Use::topics || use == Use::site; }

void read_file(RawSource& source) {
    const std::uint64_t limit = source.use == Use::asset ? kMaxAssetBytes : kMaxTextBytes;
    WholeFile file = read_whole(AT_FDCWD, source.file.c_str(), limit);
    source.unread = why_unread(file, source.path, limit);
    if (source.unread) return;
    source.stamp = file.stamp;
    source.digest = sha256(file.bytes);
    if (source.use == Use::asset) {
        const PictureSize size = picture_size(file.bytes);
        source.asset = {source.path, source.file, file.size, source.digest, size.width, size.height};
    } else {
        source.bytes = std::move(file.bytes);
    }
}

// Whether an earlier run has read it as it is now.
bool take_known(RawSource& source, const std::vector<KnownSource>& known) {
    const auto found = std::lower_bound(known.begin(), known.end(), source.path,
                                        [](const KnownSource& each, const std::string& path) { return each.path < path; });
    if (found == known.end() || found->path != source.path || stamp_of(AT_FDCWD, source.file.c_str()) != found->stamp) return false;
    source.stamp = found->stamp;
    source.digest = found->digest;
    source.known = true;
    if (source.use == Use::asset) source.asset = {source.path, source.file, found->stamp.size, found->digest, found->width, found->height};
    return true;
}

// A text as it is understood.
struct Item {
    SourceText text;
    std::vector<Invisible> left_out;
};

Item understand(RawSource& source) {
    Item item{to_source_text(std::move(source.bytes)), {}};
    if (!is_content(source.use) || item.text.not_utf8 || item.text.control) return item;
    VisibleText visible = without_invisible(std::move(item.text.text));
    item.text.text = std::move(visible.text);
    item.left_out = std::move(visible.left_out);
    return item;
}

// `faults` are of the file's text, which stands in `sources` by now.
void report_text_faults(const SourceText& faults, const Sources& sources, FileId file, Diagnostics& diagnostics) {
    const std::string_view text = sources[file].text;
    const auto report = [&](const Rule* rule, std::size_t at, std::vector<std::string> words) {
        const std::size_t end = at < text.size() ? at + character_at(text, at).length : at;
        diagnostics.add(
            Diagnostic{rule, {file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, std::move(words), {}, {}});
    };
    if (faults.not_utf8) report(rule("load/text"), *faults.not_utf8, {});
    if (!faults.control) return;
    report(rule("load/control-character"), *faults.control, {fmt::format("U+{:04X}", static_cast<std::uint32_t>(faults.control_code))});
}

void report_left_out(const std::vector<Invisible>& left_out, FileId file, Diagnostics& diagnostics) {
    for (const Invisible& each : left_out) {
        const auto at = static_cast<std::uint32_t>(each.at);
        const std::string times = each.count == 1 ? "" : fmt::format(" × {}", each.count);
        const Rule* what = each.kind == Invisible::character ? rule("load/invisible") : rule("load/direction");
        diagnostics.add(Diagnostic{what, {file, at, at}, {name_of_character(each.code) + times}, {}, {}});
    }
}

// ---------------------------------------------------------------- the tree

struct RootRow {
    std::string_view name;
    const std::string Roots::*folder;
    std::string_view flag;  // empty: read says what a missing one means
};
constexpr RootRow kRoots[] = {{"layouts", &Roots::layouts, "--layouts"}, {"posts", &Roots::posts, "--posts"}, {"site", &Roots::site, ""}};

// Every file of the roots, sorted by path.
std::vector<FoundFile> find_files(const Roots& roots, Diagnostics& diagnostics) {
    std::vector<std::string> inside;
    for (const RootRow& row : kRoots) {
        if (std::string real = real_path(roots.*row.folder); !real.empty()) inside.push_back(std::move(real));
    }
    std::vector<FoundFile> found;
    for (const RootRow& row : kRoots) {
        const std::string& folder = roots.*row.folder;
        const bool missing = walk(row.name, folder, inside, found, diagnostics) == FolderState::missing;
        if (missing && !row.flag.empty()) diagnostics.add(Diagnostic{rule("load/no-folder"), {}, {folder, std::string(row.flag)}, {}, {}});
    }
    std::sort(found.begin(), found.end(),
              [](const FoundFile& a, const FoundFile& b) { return std::tie(a.path, a.file) < std::tie(b.path, b.file); });
    // Two names that differ only in how their letters are put together (å as one character, or as a and a ring).
    const auto same = [&](const FoundFile& a, const FoundFile& b) {
        if (a.path != b.path) return false;
        diagnostics.add(Diagnostic{rule("load/same-name"), {}, {a.path}, {}, {}});
        return true;
    };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    return found;
}

// A file of site/layouts/ stands in place of the one of the same name in layouts/, so that a site changes one part and keeps the rest.
void take_own(std::vector<FileId>& files, const Sources& sources) {
    std::vector<std::string_view> own;
    for (const FileId file : files) {
        if (const std::string_view path = sources[file].path; path.starts_with("site/"))
            own.push_back(path.substr(std::string_view("site/").size()));
    }
    std::erase_if(files, [&](FileId file) { return std::find(own.begin(), own.end(), sources[file].path) != own.end(); });
}

void place(SourceTree& tree, Use use, const std::string& path, FileId file) {
    switch (use) {
        case Use::post: tree.posts.push_back(file); break;
        case Use::page: tree.pages.push_back(file); break;
        case Use::layout: tree.layouts.push_back(file); break;
        case Use::partial: tree.partials.push_back(file); break;
        case Use::site: tree.site = file; break;
        case Use::people: tree.people = file; break;
        case Use::topics: tree.topics = file; break;
        case Use::strings: tree.strings.emplace_back(stem_and_ending(file_name_of(path)).first, file); break;
        case Use::asset: break;
    }
}

}  // namespace

Sha256 RawSources::digest() const {
    ArchiveWriter all;
    for (const RawSource& each : files) {
        all(each.path);
        all(each.digest);
        all(each.unread.has_value());
        if (each.unread) all(each.unread->words);
    }
    for (const Diagnostic& each : faults.all()) {
        all(std::string(each.rule->id));
        all(each.words);
    }
    return sha256(all.bytes());
}

std::vector<KnownSource> RawSources::settled() const {
    // Longer than a tick of the disk's clock: of one that counts whole seconds, or two, else of the system's.
    const auto has_settled = [&](const FileStamp& stamp) {
        constexpr std::int64_t kSecond = 1'000'000'000;
        const bool coarse = stamp.modified % kSecond == 0 && stamp.changed % kSecond == 0;
        const auto settling = coarse ? std::chrono::milliseconds(3000) : std::chrono::milliseconds(100);
        return std::max(stamp.modified, stamp.changed) < std::chrono::nanoseconds((begun - settling).time_since_epoch()).count();
    };
    std::vector<KnownSource> all;
    for (const RawSource& each : files) {
        if (!each.unread && has_settled(each.stamp))
            all.push_back({each.path, each.stamp, each.digest, each.asset.width, each.asset.height});
    }
    return all;
}

RawSources read_files(const Roots& roots, Threads threads, const std::vector<KnownSource>& known) {
    RawSources sources;
    sources.begun = std::chrono::system_clock::now();
    for (FoundFile& found : find_files(roots, sources.faults)) {
        if (const auto use = decide_use(found.path, sources.faults))
            sources.files.push_back({std::move(found.path), std::move(found.file), *use});
    }
    sources.faults.sort();  // the order in which a folder was read must not show
    parallel_for(threads, sources.files.size(), [&](std::size_t i) {
        if (!take_known(sources.files[i], known)) read_file(sources.files[i]);
    });
    return sources;
}

void read_known(RawSources& sources, Threads threads) {
    parallel_for(threads, sources.files.size(), [&](std::size_t i) {
        RawSource& source = sources.files[i];
        if (source.known && source.use != Use::asset) read_file(source);
        source.known = false;
    });
}

SourceTree load(const Roots& roots, Threads threads, Diagnostics& diagnostics) {
    return load(read_files(roots, threads), threads, diagnostics);
}

SourceTree load(RawSources sources, Threads threads, Diagnostics& diagnostics) {
    std::vector<RawSource>& files = sources.files;
    Diagnostics found_faults = std::move(sources.faults);
    std::vector<Item> items(files.size());
    parallel_for(threads, files.size(), [&](std::size_t i) {
        if (files[i].use != Use::asset && !files[i].unread) items[i] = understand(files[i]);
    });

    SourceTree tree;
    for (std::size_t i = 0; i < files.size(); ++i) {
        RawSource& source = files[i];
        if (source.unread) {
            found_faults.add(std::move(*source.unread));
        } else if (source.use == Use::asset) {
            tree.assets.push_back(std::move(source.asset));
        } else {
            const FileId file = tree.sources.add(source.path, std::move(items[i].text.text));
            report_text_faults(items[i].text, tree.sources, file, found_faults);
            report_left_out(items[i].left_out, file, found_faults);
            place(tree, source.use, source.path, file);
        }
    }
    take_own(tree.layouts, tree.sources);
    take_own(tree.partials, tree.sources);
    found_faults.sort();  // the order in which a folder was read must not show
    diagnostics.append(std::move(found_faults));
    return tree;
}

}  // namespace pressrum
