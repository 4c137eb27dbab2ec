// Home, the archives by year and month, topics and areas.

#include "render/formats.hpp"

#include "plan/paths.hpp"
#include "plan/years.hpp"
#include "render/frame.hpp"
#include "render/json_ld.hpp"
#include "render/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

constexpr std::size_t kHomeReleases = 12;
constexpr std::size_t kHomeEvents = 6;
constexpr std::size_t kTopicEvents = 20;
// A topic page shows this many releases; the older ones stand on a page for each year.
constexpr std::size_t kTopicPageReleases = 50;
// With a picture a release takes 2 kB: of more than these a list shows lines, and of more than those a year only its months.
constexpr std::size_t kMaxItems = 60;
constexpr std::size_t kMaxYearLines = 400;

std::vector<View> event_rows(const Rendering& in, const std::vector<EventIndex>& events, std::size_t most) {
    std::vector<View> views;
    for (const ListedTime& each : coming_occurrences(in.site(), events, most)) views.push_back(event_view(in, *each.event, *each.at));
    return views;
}

// The years that have releases, newest first.
std::vector<View> year_links(const Rendering& in) {
    std::vector<View> links;
    const std::vector<ArchiveMonth>& months = in.site().months;
    for (std::size_t i = 0; i < months.size();) {
        const int year = months[i].year;
        std::size_t count = 0;
        for (; i < months.size() && months[i].year == year; ++i) count += months[i].end - months[i].begin;
        links.push_back(counted_link(fmt::to_string(year), in.url(year_address(year)), count_words(in.words(), "releases", count)));
    }
    return links;
}

void set_releases(const Rendering& in, const std::vector<PostIndex>& posts, std::size_t begin, std::size_t end, ViewOf<kListView>& view) {
    if (end - begin <= kMaxItems) view.set<"releases">(release_items(in, posts, begin, end));
    else view.set<"lines">(release_lines(in, posts, begin, end));
}

void write_list(const Rendering& in, ViewOf<kListView> view, Frame frame) {
    view.set<"heading">(frame.heading);
    view.set<"nothing">(!view.has<"links">() && !view.has<"releases">() && !view.has<"lines">());
    frame.json_ld = page_json_ld(in, frame.heading, frame.address, frame.breadcrumbs);
    write_page(in, "list", view, std::move(frame));
}

std::vector<View> topics_with_releases(const Rendering& in, std::size_t list) {
    std::vector<View> all = counted_topics(in, list), some;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!in.site().topics[list][i].posts.empty()) some.push_back(std::move(all[i]));
    }
    return some;
}

void write_home(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const Site& site = renderer.site;
    const Rendering in{renderer, out, file.about<subject::Language>().language};
    const std::vector<PostIndex>& posts = site.listed_in(in.language);
    ViewOf<kHomeView> view;
    view.set<"heading">(prose(in, site_title(site, in.language)));
    if (!posts.empty()) {
        ViewOf<kReleaseItemView> newest = release_item_view(in, posts.front());
        set_eager_photo(in, posts.front(), newest);
        view.set<"newest">(std::move(newest));
    }
    view.set<"releases">(release_items(in, posts, 1, kHomeReleases));
    view.set<"events">(event_rows(in, events_in_language(in, site.listed_events), kHomeEvents));
    view.set<"topics">(topics_with_releases(in, kTopicList)).set<"areas">(topics_with_releases(in, kAreaList));
    view.set<"years">(year_links(in)).set<"contacts">(press_contacts(in)).set<"archive_anchor">(site.words()["anchor_archive"]);
    Frame frame;
    frame.heading = site_title(site, in.language).text;
    frame.description = site_description(site, in.language).text;
    frame.address = home_address(site, in.language);
    for (std::uint32_t other = 0; other < site.languages.size(); ++other)
        frame.versions.push_back({other, home_address(site, other), std::string(site_title(site, other).text)});
    frame.json_ld = page_json_ld(in, frame.heading, frame.address, frame.breadcrumbs);
    write_page(in, "home", view, std::move(frame));
}

void write_year(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const Rendering in{renderer, out};
    const int of = file.about<subject::Year>().year;
    ViewOf<kYearView> view;
    std::vector<View> months, links;
    std::vector<int> years;
    std::size_t releases = 0;
    for (const ArchiveMonth& each : in.site().months) releases += each.year == of ? each.end - each.begin : 0;
    for (const ArchiveMonth& each : in.site().months) {
        if (years.empty() || years.back() != each.year) years.push_back(each.year);
        if (each.year != of) continue;
        const std::string title = month_words(in.words(), of, each.month), url = in.url(month_address(of, each.month)),
                          count = count_words(in.words(), "releases", each.end - each.begin);
        if (releases > kMaxYearLines) {
            links.push_back(counted_link(title, url, count));
            continue;
        }
        ViewOf<kMonthView> month;
        month.set<"title">(title).set<"url">(url).set<"count">(count);
        month.set<"releases">(release_lines(in, in.site().listed, each.begin, each.end));
        months.push_back(std::move(month));
    }
    view.set<"months">(std::move(months)).set<"links">(std::move(links));
    const auto at = std::find(years.begin(), years.end(), of);
    if (at != years.begin()) view.set<"newer">(link_view(fmt::to_string(*(at - 1)), in.url(year_address(*(at - 1)))));
    if (at + 1 != years.end()) view.set<"older">(link_view(fmt::to_string(*(at + 1)), in.url(year_address(*(at + 1)))));
    const std::string events = events_year_address(in.site(), of);
    if (renderer.plan.find(events) != nullptr)
        view.set<"events_of_year">(link_view(in.words().filled("events_of_year", {fmt::to_string(of)}), in.url(events)));
    Frame frame;
    frame.heading = in.words().filled("archive_of_year", {fmt::to_string(of)});
    frame.address = year_address(of);
    view.set<"heading">(frame.heading);
    frame.json_ld = page_json_ld(in, frame.heading, frame.address, frame.breadcrumbs);
    write_page(in, "year", view, std::move(frame));
}

void write_month(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const Rendering in{renderer, out};
    const std::vector<ArchiveMonth>& months = in.site().months;
    const auto& of = file.about<subject::Month>();
    const auto at =
        std::find_if(months.begin(), months.end(), [&](const ArchiveMonth& m) { return m.year == of.year && m.month == of.month; });
    ViewOf<kListView> view;
    set_releases(in, in.site().listed, at->begin, at->end, view);
    // Only within the year: a new release then touches the pages of its own year alone.
    const auto neighbour = [&](const ArchiveMonth& m) {
        return link_view(month_words(in.words(), m.year, m.month), in.url(month_address(m.year, m.month)));
    };
    if (at != months.begin() && (at - 1)->year == at->year) view.set<"newer">(neighbour(*(at - 1)));
    if (at + 1 != months.end() && (at + 1)->year == at->year) view.set<"older">(neighbour(*(at + 1)));
    Frame frame;
    frame.heading = in.words().filled("archive_of_month", {month_alone(in.words(), at->month), fmt::to_string(at->year)});
    frame.address = month_address(at->year, at->month);
    frame.breadcrumbs.push_back({in.words().filled("archive_of_year", {fmt::to_string(at->year)}), year_address(at->year)});
    write_list(in, std::move(view), std::move(frame));
}

void write_topic_list(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const Rendering in{renderer, out};
    const std::size_t list = file.about<subject::TopicList>().list;
    ViewOf<kListView> view;
    view.set<"intro">(in.words()[list == kTopicList ? "topics_intro" : "areas_intro"]).set<"links">(counted_topics(in, list));
    Frame frame;
    frame.heading = in.words()[list == kTopicList ? "topics" : "areas"];
    frame.description = in.words()[list == kTopicList ? "topics_intro" : "areas_intro"];
    frame.address = topics_address(in.site(), list);
    write_list(in, std::move(view), std::move(frame));
}

Crumb topics_crumb(const Rendering& in, std::size_t list) {
    return {in.words()[list == kTopicList ? "topics" : "areas"], topics_address(in.site(), list)};
}

void write_topic(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const Rendering in{renderer, out};
    const Site& site = in.site();
    const auto [list, number] = file.about<subject::Topic>();
    const TopicNode& node = site.topics[list][number];
    const std::string& name = *node.topic.name;
    const std::string address = topic_address(site, list, number);
    ViewOf<kTopicView> view;
    view.set<"heading">(name).set<"kind">(in.words()[list == kTopicList ? "topic" : "area"]).set<"description">(*node.topic.description);
    view.set<"releases">(release_items(in, node.posts, 0, kTopicPageReleases));
    view.set<"events">(event_rows(in, node.events, kTopicEvents));
    if (node.posts.size() > kTopicPageReleases) {
        std::vector<View> years;
        for (const YearOfPosts& each : by_year(site, node.posts)) {
            years.push_back(counted_link(fmt::to_string(each.year), in.url(topic_year_address(site, list, number, each.year)),
                                         count_words(in.words(), "releases", each.end - each.begin)));
        }
        view.set<"years">(std::move(years));
    }
    view.set<"topic_feeds">(feeds_view(in, address, name)).set<"subscribe_heading">(in.words().filled("subscribe_to", {name}));
    Frame frame;
    frame.heading = name;
    frame.description = node.topic.description.given() ? *node.topic.description
                                                       : in.words().filled(list == kTopicList ? "topic_description" : "area_description",
                                                                           {organization_name(site), name});
    frame.address = address;
    frame.breadcrumbs.push_back(topics_crumb(in, list));
    frame.feed_links = feed_links(in, address, name);
    frame.json_ld = page_json_ld(in, name, address, frame.breadcrumbs);
    write_page(in, "topic", view, std::move(frame));
}

void write_topic_year(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const Rendering in{renderer, out};
    const Site& site = in.site();
    const auto [list, number, year] = file.about<subject::TopicYear>();
    const TopicNode& node = site.topics[list][number];
    const YearOfPosts of = posts_of_year(site, node.posts, year);
    ViewOf<kListView> view;
    set_releases(in, node.posts, of.begin, of.end, view);
    Frame frame;
    frame.heading = fmt::format("{} {}", *node.topic.name, year);
    frame.address = topic_year_address(site, list, number, year);
    frame.breadcrumbs.push_back(topics_crumb(in, list));
    frame.breadcrumbs.push_back({*node.topic.name, topic_address(site, list, number)});
    write_list(in, std::move(view), std::move(frame));
}

// Which files there are.

void plan_home(const Site& of, const Format& self, Plan& plan) {
    for (std::uint32_t l = 0; l < of.languages.size(); ++l) plan.add(output_file(home_address(of, l)), self, subject::Language{l});
}

void plan_years(const Site& of, const Format& self, Plan& plan) {
    int last = 0;
    for (const ArchiveMonth& each : of.months) {
        if (each.year != last) plan.add(output_file(year_address(each.year)), self, subject::Year{each.year});
        last = each.year;
    }
}

void plan_months(const Site& of, const Format& self, Plan& plan) {
    for (const ArchiveMonth& each : of.months) {
        plan.add(output_file(month_address(each.year, each.month)), self, subject::Month{0, each.year, each.month});
    }
}

void plan_topic_lists(const Site& of, const Format& self, Plan& plan) {
    for (std::uint32_t list = 0; list < of.topics.size(); ++list) {
        if (!of.topics[list].empty()) plan.add(output_file(topics_address(of, list)), self, subject::TopicList{list});
    }
}

void plan_topics(const Site& of, const Format& self, Plan& plan) {
    for (std::uint32_t list = 0; list < of.topics.size(); ++list) {
        for (std::uint32_t t = 0; t < of.topics[list].size(); ++t)
            plan.add(output_file(topic_address(of, list, t)), self, subject::Topic{list, t});
    }
}

void plan_topic_years(const Site& of, const Format& self, Plan& plan) {
    for (std::uint32_t list = 0; list < of.topics.size(); ++list) {
        for (std::uint32_t t = 0; t < of.topics[list].size(); ++t) {
            const std::vector<PostIndex>& all = of.topics[list][t].posts;
            if (all.size() <= kTopicPageReleases) continue;
            for (const YearOfPosts& each : by_year(of, all))
                plan.add(output_file(topic_year_address(of, list, t, each.year)), self, subject::TopicYear{list, t, each.year});
        }
    }
}

constexpr Format kRows[] = {
    {"home",
     "/ · /LANG/",
     kHtml,
     Turn::list,
     {"startsida", "home page"},
     {"de nyaste inläggen, kommande evenemang, ämnen, kontakter", "the newest posts, coming events, topics, contacts"},
     plan_home,
     write_home},
    {"year",
     "/YYYY/",
     kHtml,
     Turn::list,
     {"arkiv för ett år", "archive of a year"},
     {"årets inlägg", "the posts of the year"},
     plan_years,
     write_year},
    {"month",
     "/YYYY/MM/",
     kHtml,
     Turn::list,
     {"arkiv för en månad", "archive of a month"},
     {"månadens inlägg", "the posts of the month"},
     plan_months,
     write_month},
    {"topic-list",
     "/amnen/ · /omraden/",
     kHtml,
     Turn::list,
     {"alla ämnen, alla områden", "all topics, all areas"},
     {"topics.yaml och antalet inlägg", "topics.yaml and the number of posts"},
     plan_topic_lists,
     write_topic_list},
    {"topic",
     "/amnen/NAME/ · /omraden/NAME/",
     kHtml,
     Turn::list,
     {"ett ämne eller område", "a topic or an area"},
     {"dess inlägg och evenemang", "its posts and events"},
     plan_topics,
     write_topic},
    {"topic-year",
     "/amnen/NAME/YYYY/",
     kHtml,
     Turn::list,
     {"ett ämnes äldre inlägg", "older posts of a topic"},
     {"dess inlägg det året", "its posts of that year"},
     plan_topic_years,
     write_topic_year},
};

}  // namespace

const std::span<const Format> kListFormats = kRows;

}  // namespace pressrum
