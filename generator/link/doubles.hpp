#pragma once
// Events that two releases describe each on its own, although they are most likely one.

#include "base/diagnostic.hpp"
#include "link/same_events.hpp"

#include <vector>

namespace pressrum {

// Reports an event that begins when an event of an earlier release does, and has a like title (the same words, or all of the other's words
// in a row) or, unless both last whole days, the same place. Only of those that the calendars still hold: nobody gets the others twice.
void report_doubles(const std::vector<AnnouncingPost>& posts, const std::vector<std::vector<SiteEvent>>& placed, const Site& site,
                    Diagnostics& diagnostics);

}  // namespace pressrum
