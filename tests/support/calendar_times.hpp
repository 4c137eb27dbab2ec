#pragma once
// When an event is, in two forms that must be the same: as the site has it, and as a calendar program reads it from the finished file.
//
// One line a time, by start: "2024-05-07T14:30:00Z – 2024-05-07T16:00:00Z CONFIRMED", of whole days "2024-12-24 – 2024-12-26 CONFIRMED",
// where what is read is turned from the file's exclusive end into the last day. Without an announced end: "–" alone.

#include "link/site.hpp"
#include "support/ical.hpp"

#include <string>

namespace pressrum::test {

std::string site_times(const Site& site, const SiteEvent& event);
std::string read_times(const IcalCalendar& calendar, std::string_view uid);

}  // namespace pressrum::test
