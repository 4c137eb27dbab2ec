#pragma once
// When a repeating event happens.

#include "model/post.hpp"

#include <vector>

namespace pressrum {

// The starts of all occurrences in order, at most `most` + 1 of them (more than `most` = there are too many). Exceptions are
// left out. Local wall time: an event at 18.00 is at 18.00 on both sides of a clock change (RFC 5545, 3.3.10).
std::vector<Moment> occurrences(const Moment& start, const Repeat& repeat, std::size_t most);

// Whether a series with a count ends by kLastYear. Beyond that, libical stops without a word, and the times here would be fewer than
// those of the rule in the calendar.
bool ends_in_reach(const Moment& start, const Repeat& repeat, std::size_t most);

}  // namespace pressrum
