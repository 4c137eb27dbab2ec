#pragma once
// Addresses that put a single event into a calendar on the web: Google's and Outlook's forms with everything filled in.
//
// What they make is a copy, which never hears of a change; the file and the subscription beside them do. Neither form knows an event
// without an end, so an event that has announced none is given its start as the end: a point in time, never an invented length. Times
// are local to the site's zone. Sources: the parameters that the two services document for their "add to calendar" links.

#include "base/time.hpp"
#include "base/zone.hpp"

#include <optional>
#include <string>

namespace pressrum {

struct CalendarEntry {
    std::string title, location, details;
    Moment start;
    std::optional<Moment> end;  // for an all-day event the last day, inclusive
};

std::string google_calendar_url(const CalendarEntry& entry, const Zone& zone);
std::string outlook_calendar_url(const CalendarEntry& entry, const Zone& zone);

}  // namespace pressrum
