#include "link/ledger.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <array>

namespace pressrum {
namespace {

std::string fingerprint(std::string_view text) { return to_hex(sha256(text)); }

std::string moment(const Moment& m) { return m.all_day ? to_iso(date_of(m.time)) : to_iso(m.time); }

PublishedChange change_record(const Change& change) {
    static constexpr std::array kKinds = {"correction", "update", "clarification", "moved", "cancelled"};
    return {to_iso(*change.at_time), kKinds[static_cast<std::size_t>(*change.kind)], fingerprint(squeeze(*change.note))};
}

}  // namespace

PublishedEvent record_of(const SiteEvent& placed, const Event& event) {
    static constexpr std::array kStatus = {"scheduled", "cancelled", "moved", "postponed"};
    // What a resident needs to be at the right place every time; a line each, so that no two events have the same. What a time of a series
    // has of its own stands after it: an event without such has the fingerprint it always had.
    std::string details = *event.location + '\n' + *event.address + '\n' + *event.online + '\n';
    for (const Occurrence& each : placed.occurrences) {
        details += moment(each.start);
        if (each.cancelled != kNone) details += " cancelled";
        if (each.moved != kNone) details += fmt::format(" moved {} {}", moment(each.planned), each.end ? moment(*each.end) : "");
        if (const MovedTime* place = each.other_place(event)) details += fmt::format(" to {}, {}", *place->location, *place->address);
        details += '\n';
    }
    return {
        placed.uid,           moment(placed.start), placed.end ? moment(*placed.end) : "", kStatus[static_cast<std::size_t>(*event.status)],
        fingerprint(details), placed.sequence};
}

PublishedRelease record_of(const Site& site, const SitePost& post) {
    const auto time = [&](LocalTime t) { return to_iso(t, site.zone.offset_at(t)); };
    PublishedRelease record{post.id, post.address, time(*post.post.published), time(post.updated), {}, {}, {}, {}};
    for (const Statement& statement : post.statements)
        record.statements.push_back(
            {statement.id, statement.speaker.name, fingerprint(statement.words), statement.speaker.role, statement.speaker.party});
    // An event that another release describes stands there: its changes are told there.
    for (const EventIndex index : post.events) {
        const SiteEvent& placed = site.events[index];
        if (placed.origin.empty()) record.events.push_back(record_of(placed, post.post.events[placed.number]));
    }
    for (const Change& change : post.post.changes) record.changes.push_back(change_record(change));
    return record;
}

}  // namespace pressrum
