// Coming events, and the archive of a year: every occurrence by month.

#include "render/formats.hpp"

#include "plan/paths.hpp"
#include "render/frame.hpp"
#include "render/json_ld.hpp"
#include "render/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace pressrum {
namespace {

// An event takes half a kB with its date block and place: of more than these a page shows lines.
constexpr std::size_t kMaxEventRows = 150;

std::vector<View> by_month(const Rendering& in, const std::vector<ListedTime>& occurrences) {
    std::vector<View> groups;
    std::vector<View> events, lines;
    const bool many = occurrences.size() > kMaxEventRows;
    for (std::size_t i = 0; i < occurrences.size(); ++i) {
        const LocalTime start = occurrences[i].at->start.time;
        if (many) lines.push_back(event_line_view(in, occurrences[i]));
        else events.push_back(event_view(in, *occurrences[i].event, *occurrences[i].at));
        const bool last = i + 1 == occurrences.size() || year_of(occurrences[i + 1].at->start.time) != year_of(start) ||
                          month_of(occurrences[i + 1].at->start.time) != month_of(start);
        if (!last) continue;
        ViewOf<kEventGroupView> group;
        group.set<"title">(month_words(in.words(), year_of(start), month_of(start)))
            .set<"id">(fmt::format("m{:04}-{:02}", year_of(start), month_of(start)));
        group.set<"events">(std::exchange(events, {})).set<"lines">(std::exchange(lines, {}));
        groups.push_back(std::move(group));
    }
    return groups;
}

std::vector<View> year_links(const Rendering& in) {
    std::map<int, std::size_t, std::greater<>> counts;
    for (const EventIndex index : in.site().listed_events) {
        for (const Occurrence& each : in.site().events[index].occurrences) ++counts[year_of(each.start.time)];
    }
    std::vector<View> links;
    for (const auto& [year, count] : counts) {
        ViewOf<kCountedLinkView> view;
        view.set<"title">(fmt::to_string(year))
            .set<"url">(in.url(events_year_address(in.site(), year)))
            .set<"count">(count_words(in.words(), "events", count));
        links.push_back(std::move(view));
    }
    return links;
}

void write_event_page(const Rendering& in, ViewOf<kEventsView> view, Frame frame) {
    view.set<"heading">(frame.heading).set<"years">(year_links(in));
    frame.json_ld = page_json_ld(in, frame.heading, frame.address, frame.breadcrumbs);
    write_page(in, "events", view, std::move(frame));
}

void write_events(const Renderer& renderer, const PlannedFile&, Output& out) {
    const Rendering in{renderer, out};
    ViewOf<kEventsView> view;
    view.set<"intro">(in.words()["events_intro"]).set<"coming">(true);
    view.set<"months">(by_month(in, coming_occurrences(in.site(), in.site().listed_events, static_cast<std::size_t>(-1))));
    Frame frame;
    frame.heading = in.words()["events"];
    frame.description = in.words()["events_intro"];
    frame.address = events_address(in.site());
    write_event_page(in, std::move(view), std::move(frame));
}

void write_events_year(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const Rendering in{renderer, out};
    const int year = file.about<subject::EventsYear>().year;
    std::vector<ListedTime> all;
    for (const EventIndex index : in.site().listed_events) {
        for (const Occurrence& each : in.site().events[index].occurrences) {
            if (year_of(each.start.time) == year) all.push_back({&in.site().events[index], &each});
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const ListedTime& a, const ListedTime& b) { return a.at->start < b.at->start; });
    ViewOf<kEventsView> view;
    view.set<"months">(by_month(in, all));
    Frame frame;
    frame.heading = in.words().filled("events_of_year", {fmt::to_string(year)});
    frame.address = events_year_address(in.site(), year);
    frame.breadcrumbs.push_back({in.words()["events"], events_address(in.site())});
    write_event_page(in, std::move(view), std::move(frame));
}

// Which files there are.

void plan_events(const Site& of, const Format& self, Plan& plan) { plan.add_one(self, events_address(of)); }
void plan_event_years(const Site& of, const Format& self, Plan& plan) {
    std::set<int> met;
    for (const EventIndex e : of.listed_events) {
        for (const Occurrence& occurrence : of.events[e].occurrences) met.insert(year_of(occurrence.start.time));
    }
    for (const int each : met) plan.add(output_file(events_year_address(of, each)), self, subject::EventsYear{each});
}

constexpr Format kRows[] = {
    {"events",
     "/evenemang/",
     kHtml,
     Turn::list,
     {"kommande evenemang", "coming events"},
     {"alla evenemang och dagens datum", "all events and today's date"},
     plan_events,
     write_events},
    {"events-year",
     "/evenemang/YYYY/",
     kHtml,
     Turn::list,
     {"ett års evenemang", "the events of a year"},
     {"årets evenemang", "the events of the year"},
     plan_event_years,
     write_events_year},
};

}  // namespace

const std::span<const Format> kEventFormats = kRows;

}  // namespace pressrum
