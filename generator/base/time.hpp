#pragma once
// Where something stands in time.
//
// A LocalTime is what an editor writes ("2024-05-07T16:30"), an Instant is a point on the time line. Only a Zone
// (base/zone.hpp) turns one into the other, because some local times do not exist and some exist twice. These are
// the standard library's types under our names; nothing here reads a clock, an environment variable or a locale.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace pressrum {

using Date = std::chrono::year_month_day;
using LocalTime = std::chrono::local_seconds;
using Instant = std::chrono::sys_seconds;

// A day, or a time on a day, as an event's start is written: "2024-05-07" (all day) or "2024-05-07T16:30".
struct Moment {
    LocalTime time = {};  // midnight when all_day
    bool all_day = false;

    friend bool operator==(const Moment&, const Moment&) = default;
    friend auto operator<=>(const Moment&, const Moment&) = default;
};

// What time it is: a point on the time line, or a local time that the site's zone, once known, turns into one.
struct Now {
    Instant instant = {};
    std::optional<LocalTime> local = {};
};

Date date_of(LocalTime time);
LocalTime midnight(Date date);
int year_of(LocalTime time);
unsigned month_of(LocalTime time);

// "2024-05-07" and "2024-05-07T16:30"; nothing else is read, and neither are impossible dates
// and times (30 February, 25:00). Years 1000 to 9999.
std::optional<Date> parse_iso_date(std::string_view text);
std::optional<LocalTime> parse_iso_local_time(std::string_view text);

// "2024-05-07", "2024-05-07T16:30", with seconds only when they are not 0.
std::string to_iso(Date date);
std::string to_iso(LocalTime time);
std::string to_iso(const Moment& moment);  // the day alone when it lasts all day
// "2024-05-07T16:30:00+02:00", RFC 3339.
std::string to_iso(LocalTime time, std::chrono::seconds offset);
// "2024-05-07T14:30:00Z"
std::string to_iso(Instant instant);
// "Tue, 07 May 2024 16:30:00 +0200", as RSS wants (RFC 822 with four-digit years).
std::string to_rfc822(LocalTime time, std::chrono::seconds offset);

}  // namespace pressrum
