#include "plan/absent.hpp"

#include "plan/paths.hpp"

#include <algorithm>

namespace pressrum {

// What a post that is over shares with one that waits will be there again.
Absent::Absent(const Site& site) {
    for (const Absence why : {Absence::waiting, Absence::expired}) {
        for (const AbsentPost& post : site.absent) {
            if (post.why == why) add(post, site);
        }
    }
}

void Absent::add(const AbsentPost& post, const Site& site) {
    const auto add = [&](std::string address) {
        if (!address.empty()) addresses_.emplace(output_file(address), post.why);
        addresses_.emplace(std::move(address), post.why);
    };
    folders_.emplace(post.address, post.why);
    const int year = year_of(post.published);
    add(year_address(year));
    add(month_address(year, month_of(post.published)));
    for (std::uint32_t language = 0; language < site.languages.size(); ++language) {
        const std::string month = archive_address(site, {year, month_of(post.published), 0, 0}, language);
        for (const std::string_view feed : {"rss.xml", "atom.xml"}) add(month + std::string(feed));
    }
    add(releases_address(year));
    for (const std::string& alias : post.aliases) add(alias);
    for (const std::string& file : post.files) add(file);
    for (const int of_event : post.event_years) add(events_year_address(site, of_event));
    for (const std::uint32_t person : post.people) folders_.emplace(person_address(site, person), post.why);
    if (!post.people.empty()) add(people_address(site));
    for (std::size_t list = 0; list < post.topics.size(); ++list) {
        for (const std::uint32_t topic : post.topics[list]) add(topic_year_address(site, list, topic, year));
    }
}

std::optional<Absence> Absent::why(std::string_view address) const {
    note_read(Part::absent);
    if (const auto found = addresses_.find(address); found != addresses_.end()) return found->second;
    const auto after = folders_.upper_bound(address);
    if (after == folders_.begin() || !address.starts_with(std::prev(after)->first)) return std::nullopt;
    return std::prev(after)->second;
}

}  // namespace pressrum
