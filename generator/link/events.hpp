#pragma once
// The events of a post, placed in time.

#include "base/diagnostic.hpp"
#include "link/site.hpp"

namespace pressrum {

// In the order of the front matter; `post` of each is left to the caller, and so are events with same_as (link/same_events).
// `release_id` is the original's, for UIDs. Reports events with no occurrence, with too many or with the same id, faults of a series, and
// changes that name no event.
std::vector<SiteEvent> place_events(const SitePost& post, std::string_view release_id, const Site& site, Diagnostics& diagnostics);

// Reports every local time of the post that does not exist in the zone, or exists twice.
void check_times(const Post& post, const Zone& zone, Diagnostics& diagnostics);

// When an occurrence is over. Without an announced end it counts as coming until its day is over; that decides only how long it is
// listed, and is written nowhere.
LocalTime end_of_occurrence(const Occurrence& occurrence);

// The event as its calendar has it: for a series the first time as planned, with what applies to the whole series.
Occurrence whole_event(const SiteEvent& placed, const Event& event);

// The event as pages and data show it in one line. For a series that is the first time that holds as planned; if only changed ones are
// left, the first of those, with what became of it; if none is left, the series is cancelled.
Occurrence told_event(const SiteEvent& placed, const Event& event);

}  // namespace pressrum
