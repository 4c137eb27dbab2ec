#include "link/events.hpp"

#include "link/recurrence.hpp"
#include "model/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
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

// A day that is left out must be one on which it would have happened: else the meeting that was meant to be off stays on.
void check_exceptions(const SiteEvent& placed, const Repeat& repeat, Diagnostics& diagnostics) {
    if (repeat.except.empty()) return;
    Repeat all = repeat;
    all.except.clear();
    std::set<Date> days;
    for (const Moment& start : occurrences(placed.start, all, kMaxOccurrences)) days.insert(date_of(start.time));
    for (const Sourced<Date>& day : repeat.except) {
        if (!days.contains(*day)) diagnostics.add({rule("event/except-nothing"), day.at, {to_iso(*day)}, {}, {}});
    }
}

// The changes that concern an event: those that name it, and those that name none.
struct History {
    int count = 0;
    LocalTime last;
    bool told = false;    // one of them says that it was moved or cancelled
};

History history_of(const Event& event, const SitePost& post) {
    History history{0, *post.post.published, false};
    for (const Change& change : post.post.changes) {
        if (change.event.given() && *change.event != *event.id) continue;
        ++history.count;
        history.last = std::max(history.last, *change.at_time);
        history.told = history.told || *change.kind == ChangeKind::moved || *change.kind == ChangeKind::cancelled || change.event.given();
    }
    return history;
}

// A change that says "cancelled" or "moved" must be true of the event it names, or of one of the post's: the calendar follows the event.
void check_changes(const SitePost& post, Diagnostics& diagnostics) {
    const std::vector<Event>& events = post.post.events;
    for (const Change& change : post.post.changes) {
        const bool cancelled = *change.kind == ChangeKind::cancelled;
        if (!cancelled && *change.kind != ChangeKind::moved) continue;
        const auto agrees = [&](const Event& event) {
            const bool meant = !change.event.given() || *change.event == *event.id;
            const EventStatus status = *event.status;
            // What was moved may have been cancelled since.
            return meant && (status == EventStatus::cancelled || (!cancelled && (status == EventStatus::moved || status == EventStatus::postponed)));
        };
        const bool known = !change.event.given() || std::any_of(events.begin(), events.end(), [&](const Event& event) { return *event.id == *change.event; });
        if (!known || events.empty() || std::any_of(events.begin(), events.end(), agrees)) continue;
        diagnostics.add({rule("event/change-without-status"), change.kind.at, {cancelled ? "inställt" : "flyttat", cancelled ? "cancelled" : "moved", cancelled ? "cancelled" : "moved"}, {}, {}});
    }
}

void check_told(const Event& event, const History& history, Diagnostics& diagnostics) {
    if (*event.status == EventStatus::scheduled || history.told) return;
    static constexpr std::pair<const char*, const char*> kWords[] = {{"", ""}, {"inställt", "cancelled"}, {"flyttat", "moved"}, {"uppskjutet", "postponed"}};
    const auto& [sv, en] = kWords[static_cast<std::size_t>(*event.status)];
    diagnostics.add({rule("event/changed-silently"), event.status.at, {sv, en}, {}, {}});
}

}  // namespace

std::vector<SiteEvent> place_events(const SitePost& post, std::string_view release_id, const Site& site, Diagnostics& diagnostics) {
    std::vector<SiteEvent> placed;
    std::set<std::string_view> ids;
    for (std::uint32_t i = 0; i < post.post.events.size(); ++i) {
        const Event& event = post.post.events[i];
        if (!event.start.given() || !event.title.given()) {    // a translation of an event that the original does not have
            diagnostics.add({rule("event/unknown"), event.id.given() ? event.id.at : event.at, {*event.id}, {}, {}});
            continue;
        }
        if (!ids.insert(*event.id).second) {
            diagnostics.add({rule("event/duplicate-id"), event.id.at, {*event.id}, {}, {}});
            continue;
        }
        const History history = history_of(event, post);
        check_told(event, history, diagnostics);

        SiteEvent out;
        out.post = 0;
        out.number = i;
        // The host name is the authority's, not the address of today: a site that moves keeps its UIDs.
        out.uid = fmt::format("{}.{}@{}", release_id, *event.id, site.authority.substr(0, site.authority.find(',')));
        out.start = *event.start;
        if (event.end.given()) out.end = *event.end;
        out.sequence = history.count;
        out.changed = history.last;
        out.occurrences = event.repeat ? occurrences(out.start, *event.repeat, kMaxOccurrences) : std::vector<Moment>{out.start};
        if (out.occurrences.empty()) {
            diagnostics.add({rule("event/no-occurrence"), event.repeat->at, {}, {}, {}});
            continue;
        }
        if (event.repeat) check_exceptions(out, *event.repeat, diagnostics);
        if (out.occurrences.size() > kMaxOccurrences) {
            diagnostics.add({rule("event/too-many"), event.repeat->at, {fmt::to_string(kMaxOccurrences)}, {}, {}});
            continue;
        }
        out.last = {end_of_occurrence(out, out.occurrences.back()), out.start.all_day};
        placed.push_back(std::move(out));
    }
    check_changes(post, diagnostics);
    for (const Change& change : post.post.changes) {
        if (change.event.given() && !ids.contains(*change.event)) diagnostics.add({rule("event/unknown"), change.event.at, {*change.event}, {}, {}});
    }
    return placed;
}

void check_times(const Post& post, const Zone& zone, Diagnostics& diagnostics) {
    check_time(*post.published, post.published.at, zone, diagnostics);
    check_time(*post.expires, post.expires.at, zone, diagnostics);
    for (const Event& event : post.events) {
        check_moment(event.start, zone, diagnostics);
        check_moment(event.end, zone, diagnostics);
        check_moment(event.previous_start, zone, diagnostics);
        if (event.registration) check_moment(event.registration->until, zone, diagnostics);
    }
    for (const Change& change : post.changes) check_time(*change.at_time, change.at_time.at, zone, diagnostics);
}

LocalTime end_of_occurrence(const SiteEvent& event, const Moment& start) {
    if (!event.end) return midnight(date_of(start.time)) + std::chrono::days(1);
    return start.time + (event.end->time - event.start.time) + (event.start.all_day ? std::chrono::days(1) : std::chrono::days(0));
}

}  // namespace pressrum
