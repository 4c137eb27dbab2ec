#pragma once
// What time it is for a run: --now, else SOURCE_DATE_EPOCH, else the clock. Nothing but this reads a clock for the site.

#include "base/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pressrum {

// "2024-05-02T10:00" and "2024-05-02" are local times in the site's zone, which is not known yet; "2024-05-02T10:00Z" and
// "2024-05-02T10:00+02:00" are instants. Seconds may be given. Anything else gives nothing.
std::optional<Now> parse_now(std::string_view text);

// Seconds since 1970, as in SOURCE_DATE_EPOCH; until the year 9999.
std::optional<Instant> parse_epoch(std::string_view text);

}  // namespace pressrum
