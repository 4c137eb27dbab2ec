#include "plan/paths.hpp"

#include <fmt/format.h>

namespace pressrum {

std::string output_file(std::string_view address) {
    std::string file(address);
    if (file.empty() || file.ends_with('/')) file += "index.html";
    return file;
}

std::string home_address(const Site& site, std::uint32_t language) {
    return language == 0 ? "" : site.languages[language].language() + "/";
}
std::string year_address(int year) { return fmt::format("{:04}/", year); }
std::string month_address(int year, unsigned month) { return fmt::format("{:04}/{:02}/", year, month); }

std::string topics_address(const Site& site, std::size_t list) {
    return path_word(site, list == kTopicList ? PathWord::topics : PathWord::areas) + "/";
}
std::string topic_address(const Site& site, std::size_t list, std::size_t topic) {
    return fmt::format("{}{}/", topics_address(site, list), site.topics[list][topic].key);
}
std::string topic_year_address(const Site& site, std::size_t list, std::size_t topic, int year) {
    return fmt::format("{}{:04}/", topic_address(site, list, topic), year);
}
std::string people_address(const Site& site) { return path_word(site, PathWord::people) + "/"; }
std::string person_address(const Site& site, std::uint32_t person) {
    return fmt::format("{}{}/", people_address(site), *site.people[person].first);
}
std::string events_address(const Site& site) { return path_word(site, PathWord::events) + "/"; }
std::string events_year_address(const Site& site, int year) { return fmt::format("{}{:04}/", events_address(site), year); }
std::string qr_address(const Site& site, std::string_view folder) { return (folder.empty() ? subscribe_address(site) : std::string(folder)) + "qr.svg"; }
std::string corrections_address(const Site& site) { return path_word(site, PathWord::corrections) + "/"; }
std::string subscribe_address(const Site& site) { return path_word(site, PathWord::subscribe) + "/"; }
std::string statement_address(const Site& site) { return path_word(site, PathWord::statement) + "/"; }
std::string calendar_address(const Site& site, std::string_view folder) {
    return fmt::format("{}{}.ics", folder, path_word(site, PathWord::calendar));
}

std::string event_calendar_address(const Site& site, const SiteEvent& event) {
    const SitePost& post = site.posts[event.post];
    const SitePost& original = site.posts[post.versions.front()];
    return fmt::format("{}{}.ics", original.address, *post.post.events[event.number].id);
}

}  // namespace pressrum
