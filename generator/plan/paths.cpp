#include "plan/paths.hpp"

#include "base/digest.hpp"
#include "base/path.hpp"
#include "base/text.hpp"
#include "plan/theme.hpp"

#include <fmt/compile.h>

namespace pressrum {

std::string_view own_path(const Site& site, std::string_view written) {
    const std::string lower = ascii_lower(written.substr(0, site.origin.size() + 1));
    const std::string origin = ascii_lower(site.origin);
    const bool secure = origin.starts_with("https:");
    for (const std::string& own : {origin, secure ? "http:" + origin.substr(6) : "https:" + origin.substr(5)}) {
        if (!lower.starts_with(own)) continue;
        const std::string_view path = written.substr(own.size());
        if (path.empty() && site.base_path == "/") return "/";
        if (path.starts_with(site.base_path)) return path.substr(site.base_path.size() - 1);
    }
    return written;
}

std::string output_file(std::string_view address) {
    std::string file(address);
    if (file.empty() || file.ends_with('/')) file += "index.html";
    return file;
}

std::string home_address(const Site& site, std::uint32_t language) { return language_folder(site, language); }
std::string year_address(int year) { return fmt::format(FMT_COMPILE("{:04}/"), year); }
std::string month_address(int year, unsigned month) { return fmt::format(FMT_COMPILE("{:04}/{:02}/"), year, month); }
std::string archive_address(const Site& site, const ArchiveMonth& month, std::uint32_t language) {
    return home_address(site, language) + month_address(month.year, month.month);
}

std::string topics_address(const Site& site, std::size_t list) {
    return path_word(site, list == kTopicList ? PathWord::topics : PathWord::areas) + "/";
}
std::string topic_address(const Site& site, std::size_t list, std::size_t topic) {
    return fmt::format(FMT_COMPILE("{}{}/"), topics_address(site, list), site.topics[list][topic].key);
}
std::string topic_year_address(const Site& site, std::size_t list, std::size_t topic, int year) {
    return fmt::format(FMT_COMPILE("{}{:04}/"), topic_address(site, list, topic), year);
}
std::string people_address(const Site& site) { return path_word(site, PathWord::people) + "/"; }
std::string person_address(const Site& site, std::uint32_t person) {
    return fmt::format(FMT_COMPILE("{}{}/"), people_address(site), *site.people[person].first);
}
std::string events_address(const Site& site) { return path_word(site, PathWord::events) + "/"; }
std::string person_year_address(const Site& site, std::uint32_t person, int year) {
    return fmt::format(FMT_COMPILE("{}{:04}/"), person_address(site, person), year);
}

std::string releases_address(int year) { return fmt::format(FMT_COMPILE("releases/{:04}.json"), year); }

std::string events_year_address(const Site& site, int year) { return fmt::format(FMT_COMPILE("{}{:04}/"), events_address(site), year); }
std::string qr_address(const Site& site, std::string_view folder) {
    return (folder.empty() ? subscribe_address(site) : std::string(folder)) + "qr.svg";
}
std::string corrections_address(const Site& site) { return path_word(site, PathWord::corrections) + "/"; }
std::string subscribe_address(const Site& site) { return path_word(site, PathWord::subscribe) + "/"; }
std::string statement_address(const Site& site) { return path_word(site, PathWord::statement) + "/"; }
std::string authenticity_address(const Site& site) { return path_word(site, PathWord::authenticity) + "/"; }
std::string feed_style_address(const Site& site, std::uint32_t language) {
    return language == 0 ? "assets/feed.css" : fmt::format(FMT_COMPILE("assets/feed-{}.css"), site.languages[language].language());
}
std::string calendar_address(const Site& site, std::string_view folder) {
    return fmt::format(FMT_COMPILE("{}{}.ics"), folder, path_word(site, PathWord::calendar));
}

std::string event_calendar_address(const Site& site, const SiteEvent& event) {
    const SiteEvent& home = site.events[event.home];
    const SitePost& post = site.posts[home.post];
    const SitePost& original = site.posts[post.versions.front()];
    return fmt::format(FMT_COMPILE("{}{}.ics"), original.address, *post.post.events[home.number].id);
}

namespace {

std::string fingerprinted(std::string_view path, const Sha256& digest) {
    const std::size_t point = path.rfind('.');
    return fmt::format(FMT_COMPILE("{}-{}{}"), path.substr(0, point), to_short_hex(digest), path.substr(point));
}

bool is_code(std::string_view path) { return path.ends_with(".css") || path.ends_with(".js"); }

}  // namespace

std::string asset_address(const Site& site, std::string_view name) {
    const std::string path = "assets/" + std::string(name);
    const Asset* asset = site.tree->find_asset("site/" + path);
    if (asset == nullptr) asset = site.tree->find_asset("layouts/" + path);
    return asset != nullptr && is_code(path) ? fingerprinted(path, asset->digest) : path;
}

std::string theme_address(const Site& site) { return fingerprinted("assets/theme.css", sha256(theme_css(site.config.theme))); }

std::string derivative_address(const Picture& picture, const Derivative& derivative) {
    const std::string_view file = file_name_of(picture.source);
    return fmt::format(FMT_COMPILE("{}{}-{}-{}.{}"), kDerivativeFolder, file.substr(0, file.rfind('.')), picture.fingerprint,
                       derivative.width, row_of(derivative.kind).ending);
}

std::string card_address(const Card& card) {
    return fmt::format(FMT_COMPILE("{}{}-{}.{}"), kDerivativeFolder, card.name, card.fingerprint, row_of(card.file.kind).ending);
}

bool is_fingerprinted(std::string_view path) {
    const std::size_t point = path.rfind('.');
    if (!path.starts_with("assets/") || !is_code(path) || point < kShortHex + 1) return false;
    const std::string_view digits = path.substr(point - kShortHex, kShortHex);
    return path[point - kShortHex - 1] == '-' && digits.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace pressrum
