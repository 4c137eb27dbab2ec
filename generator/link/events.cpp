#include "link/events.hpp"

#include "link/recurrence.hpp"
#include "link/series.hpp"
#include "model/names.hpp"
#include "model/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace pressrum {
namespace {

void check_time(LocalTime time, Span at, const Zone& zone, Diagnostics& diagnostics) {
    if (!at.known()) return;
    switch (zone.kind_of(time)) {
        case LocalKind::unique: return;
        case LocalKind::gap: return diagnostics.add({rule("time/gap"), at, {to_iso(time)}, {}, {}});
        case LocalKind::twice: return diagnostics.add({rule("time/twice"), at, {to_iso(time)}, {}, {}});
    }
}

void check_moment(const Sourced<Moment>& moment, const Zone& zone, Diagnostics& diagnostics) {
    if (moment.given() && !moment->all_day) check_time(moment->time, moment.at, zone, diagnostics);
}

// The changes that concern an event: those that name it, and those that name none.
struct History {
    int count = 0;
    LocalTime last;
    bool told = false;  // one of them says that it was moved or cancelled
};

// By the id of the event; changes that name none are under "". One pass over the changes, however many events there are.
using Histories = std::map<std::string_view, History>;

Histories histories_of(const Post& post) {
    Histories all;
    for (const Change& change : post.changes) {
        History& history = all[change.event.given() ? std::string_view(*change.event) : std::string_view()];
        ++history.count;
        history.last = std::max(history.last, *change.at_time);
        history.told = history.told || *change.kind == ChangeKind::moved || *change.kind == ChangeKind::cancelled || change.event.given();
    }
    return all;
}

History history_of(const Event& event, const Post& post, const Histories& all) {
    History history{0, *post.published, false};
    for (const std::string_view id : {std::string_view(), std::string_view(*event.id)}) {
        const auto found = all.find(id);
        if (found == all.end()) continue;
        history.count += found->second.count;
        history.last = std::max(history.last, found->second.last);
        history.told = history.told || found->second.told;
    }
    return history;
}

// What an event says of itself as a whole, or of one time in its series.
bool is_cancelled(const Event& event) {
    return *event.status == EventStatus::cancelled || (event.repeat && !event.repeat->cancelled.empty());
}
bool is_moved(const Event& event) {
    return *event.status == EventStatus::moved || *event.status == EventStatus::postponed || (event.repeat && !event.repeat->moved.empty());
}

// A change that says "cancelled" or "moved" must be true of the event it names, or of some event of the post: the calendar follows the event.
void check_changes(const Post& post, Diagnostics& diagnostics) {
    std::map<std::string_view, const Event*> by_id;
    bool any_cancelled = false, any_moved = false;
    for (const Event& event : post.events) {
        by_id.emplace(*event.id, &event);
        any_cancelled = any_cancelled || is_cancelled(event);
        any_moved = any_moved || is_moved(event);
    }
    for (const Change& change : post.changes) {
        const bool cancelled = *change.kind == ChangeKind::cancelled;
        if (!cancelled && *change.kind != ChangeKind::moved) continue;
        if (post.events.empty()) continue;
        bool is_off = any_cancelled, is_elsewhen = any_moved;
        if (change.event.given()) {
            const auto named = by_id.find(*change.event);
            if (named == by_id.end()) continue;  // reported as unknown
            is_off = is_cancelled(*named->second);
            is_elsewhen = is_moved(*named->second);
        }
        // What was moved may have been cancelled since.
        if (is_off || (!cancelled && is_elsewhen)) continue;
        diagnostics.add({rule("event/change-without-status"),
                         change.kind.at,
                         {cancelled ? "inställt" : "flyttat", cancelled ? "cancelled" : "moved", cancelled ? "cancelled" : "moved"},
                         {},
                         {}});
    }
}

// Of a series, only the first time that is off is reported: one change may tell of several.
void check_told(const Event& event, const History& history, Diagnostics& diagnostics) {
    if (history.told) return;
    static constexpr std::pair<const char*, const char*> kWords[] = {
        {"", ""}, {"inställt", "cancelled"}, {"flyttat", "moved"}, {"uppskjutet", "postponed"}};
    const auto report = [&](EventStatus status, Span at, const std::string& day) {
        const auto& [sv, en] = row_of(status, kWords);
        diagnostics.add(
            {rule("event/changed-silently"), at, {sv + (day.empty() ? "" : " " + day), en + (day.empty() ? "" : " on " + day)}, {}, {}});
    };
    if (*event.status != EventStatus::scheduled) return report(*event.status, event.status.at, "");
    if (!event.repeat) return;
    if (!event.repeat->cancelled.empty())
        return report(EventStatus::cancelled, event.repeat->cancelled.front().date.at, to_iso(*event.repeat->cancelled.front().date));
    if (!event.repeat->moved.empty())
        report(EventStatus::moved, event.repeat->moved.front().date.at, to_iso(*event.repeat->moved.front().date));
}

// A series runs across clock changes; a time that does not exist one night, or exists twice, would be a different hour in each calendar.
void check_occurrences(const SiteEvent& placed, const Event& event, const Zone& zone, Diagnostics& diagnostics) {
    if (!event.repeat || placed.start.all_day) return;
    const auto report_first = [&](LocalKind kind, const Rule* rule) {
        for (const Occurrence& each : placed.occurrences) {
            const auto& extra = event.repeat->extra;  // reported where it stands
            const bool own = std::any_of(extra.begin(), extra.end(), [&](const auto& moment) { return *moment == each.planned; });
            if (each.planned == placed.start || own || zone.kind_of(each.planned.time) != kind) continue;
            return diagnostics.add({rule, event.start.at, {to_iso(each.planned.time)}, {}, {}});
        }
    };
    report_first(LocalKind::gap, rule("time/gap"));
    report_first(LocalKind::twice, rule("time/twice"));
}

}  // namespace

std::vector<SiteEvent> place_events(const SitePost& post, std::string_view release_id, const Site& site, Diagnostics& diagnostics) {
    std::vector<SiteEvent> placed;
    std::set<std::string_view> ids;
    const Histories histories = histories_of(post.post);
    for (std::uint32_t i = 0; i < post.post.events.size(); ++i) {
        const Event& event = post.post.events[i];
        if (event.same_as.given()) {  // another release places it
            if (!ids.insert(*event.id).second) diagnostics.add({rule("event/duplicate-id"), event.id.at, {*event.id}, {}, {}});
            continue;
        }
        if (!event.start.given() || !event.title.given()) {  // a translation of an event that the original does not have
            diagnostics.add({rule("event/unknown"), event.id.given() ? event.id.at : event.at, {*event.id}, {}, {}});
            continue;
        }
        if (!ids.insert(*event.id).second) {
            diagnostics.add({rule("event/duplicate-id"), event.id.at, {*event.id}, {}, {}});
            continue;
        }
        const History history = history_of(event, post.post, histories);
        check_told(event, history, diagnostics);

        SiteEvent out;
        out.post = 0;
        out.number = i;
        // The host name is the authority's, not that of today's address: a site that moves keeps its UIDs.
        out.uid = fmt::format("{}.{}@{}", release_id, *event.id, site.authority.substr(0, site.authority.find(',')));
        out.start = *event.start;
        if (event.end.given()) out.end = *event.end;
        out.sequence = history.count;
        out.changed = history.last;
        if (event.repeat && !ends_in_reach(out.start, *event.repeat, kMaxOccurrences)) {
            diagnostics.add({rule("event/repeat-too-far"), event.repeat->at, {fmt::to_string(static_cast<int>(kLastYear))}, {}, {}});
            continue;
        }
        out.occurrences = occurrences_of(event, diagnostics);
        if (out.occurrences.empty()) {
            diagnostics.add({rule("event/no-occurrence"), event.repeat->at, {}, {}, {}});
            continue;
        }
        if (out.occurrences.size() > kMaxOccurrences) {
            diagnostics.add({rule("event/too-many"), event.repeat->at, {fmt::to_string(kMaxOccurrences)}, {}, {}});
            continue;
        }
        check_occurrences(out, event, site.zone, diagnostics);
        out.last = {end_of_occurrence(out.occurrences.front()), out.start.all_day};
        for (const Occurrence& each : out.occurrences) out.last.time = std::max(out.last.time, end_of_occurrence(each));
        placed.push_back(std::move(out));
    }
    check_changes(post.post, diagnostics);
    for (const Change& change : post.post.changes) {
        if (change.event.given() && !ids.contains(*change.event))
            diagnostics.add({rule("event/unknown"), change.event.at, {*change.event}, {}, {}});
    }
    return placed;
}

void check_times(const Post& post, const Zone& zone, Diagnostics& diagnostics) {
    check_time(*post.published, post.published.at, zone, diagnostics);
    check_time(*post.expires, post.expires.at, zone, diagnostics);
    for (const Event& event : post.events) {
        if (event.same_as.given()) continue;  // what stands in another post is reported there
        check_moment(event.start, zone, diagnostics);
        check_moment(event.end, zone, diagnostics);
        check_moment(event.previous_start, zone, diagnostics);
        if (event.registration) check_moment(event.registration->until, zone, diagnostics);
        if (!event.repeat) continue;
        for (const Sourced<Moment>& extra : event.repeat->extra) check_moment(extra, zone, diagnostics);
        for (const MovedTime& moved : event.repeat->moved) {
            check_moment(moved.start, zone, diagnostics);
            check_moment(moved.end, zone, diagnostics);
        }
    }
    for (const Change& change : post.changes) check_time(*change.at_time, change.at_time.at, zone, diagnostics);
}

LocalTime end_of_occurrence(const Occurrence& occurrence) {
    if (!occurrence.end) return midnight(date_of(occurrence.start.time)) + std::chrono::days(1);
    return occurrence.end->time + (occurrence.start.all_day ? std::chrono::days(1) : std::chrono::days(0));
}

Occurrence whole_event(const SiteEvent& placed, const Event& event) {
    if (!event.repeat) return placed.occurrences.front();
    const auto first = std::min_element(placed.occurrences.begin(), placed.occurrences.end(),
                                        [](const Occurrence& a, const Occurrence& b) { return a.planned < b.planned; });
    Occurrence whole{first->planned, {}, *event.status, {}, first->planned};
    if (placed.end) whole.end = Moment{first->planned.time + (placed.end->time - placed.start.time), placed.start.all_day};
    if (event.previous_start.given()) whole.previous = *event.previous_start;
    return whole;
}

Occurrence told_event(const SiteEvent& placed, const Event& event) {
    Occurrence whole = whole_event(placed, event);
    if (!event.repeat || whole.status == EventStatus::cancelled || whole.status == EventStatus::postponed) return whole;
    const auto find = [&](auto holds) { return std::find_if(placed.occurrences.begin(), placed.occurrences.end(), holds); };
    auto first = find([](const Occurrence& each) { return !each.own(); });
    if (first == placed.occurrences.end()) first = find([](const Occurrence& each) { return each.status != EventStatus::cancelled; });
    if (first == placed.occurrences.end()) {
        whole.status = EventStatus::cancelled;
        return whole;
    }
    if (first->own()) return *first;
    whole.start = first->start;
    whole.end = first->end;
    return whole;
}

}  // namespace pressrum
