#pragma once
// The VTIMEZONE of a calendar: what the zone's clocks did in the years that the events use, made from the zone's own rules.
//
// In each of those years every time of the zone is right. Years between and after them are left out: a calendar with one
// event in 1850 and one in 2024 is as small as one with both in the same year.

#include "base/zone.hpp"
#include "render/calendars/calendar.hpp"
#include "render/calendars/ics_lines.hpp"

#include <span>
#include <vector>

namespace pressrum {

struct YearSpan {
    int first, last;  // inclusive
};

// The years in which a local time of the events can lie; none for whole days, which have no zone. For an event that repeats,
// at most kMaxYears: after those the last offset goes on.
std::vector<YearSpan> years_of(std::span<const CalendarEvent> events);
inline constexpr int kMaxYears = 100;

// `years` in any order, overlapping or not.
void write_timezone(IcsLines& lines, const Zone& zone, std::vector<YearSpan> years);

// Whether the zone's clocks have always shown UTC: then times are written as such, and no VTIMEZONE is needed.
bool is_always_utc(const Zone& zone);

}  // namespace pressrum
