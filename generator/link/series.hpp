#pragma once
// The times of an event: one, or those of a series with what was added, moved and cancelled.

#include "base/diagnostic.hpp"
#include "link/site.hpp"

#include <vector>

namespace pressrum {

// By start. Reports days that the series does not have or that are named twice, and times that fall on one another. Empty without
// any occurrence, more than kMaxOccurrences when there are too many: the caller reports that.
std::vector<Occurrence> occurrences_of(const Event& event, Diagnostics& diagnostics);

}  // namespace pressrum
