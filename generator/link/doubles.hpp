#pragma once
// Events that two releases each describe on their own, although they are most likely one and the same.

#include "base/diagnostic.hpp"
#include "link/same_events.hpp"

#include <vector>

namespace pressrum {

// Reports an event that begins when an event of an earlier release does, and has a similar title (the same words, or all of the other's words
// in a row) or, unless both are all-day events, the same place. Only for events that the calendars still hold: nobody gets the others twice.
void report_doubles(const std::vector<AnnouncingPost>& posts, const std::vector<std::vector<SiteEvent>>& placed, const Site& site,
                    Diagnostics& diagnostics);

}  // namespace pressrum
