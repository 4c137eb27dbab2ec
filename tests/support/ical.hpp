#pragma once
// A calendar as another program than ours reads it (libical, the parser of GNOME's and KDE's calendars).
//
// Only for tests. Times are told twice: as they stand in the file (local), and as the moment that the file's own VTIMEZONE
// makes of them (UTC), without the zones of this machine. A file that cannot be read at all is an exception; what the library
// finds wrong in one that it can read stands in `faults`.

#include "base/time.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum::test {

// Name without parameters → values, unescaped, in the order of the file. A list (CATEGORIES, EXDATE) is one value for each.
using IcalProperties = std::map<std::string, std::vector<std::string>>;

struct IcalObservance {
    bool daylight = false;
    LocalTime onset;                    // by the clock before it
    std::chrono::seconds from{}, to{};  // local minus UTC
    std::string name;                   // CET
};

struct IcalZone {
    std::string id;
    std::vector<IcalObservance> observances;
};

struct IcalEvent {
    IcalProperties properties;
    Moment start;
    std::optional<Moment> end;                 // as in the file: of whole days the day after the last
    std::string zone;                          // of the start: a TZID, "UTC", or empty (a day, a floating time)
    std::optional<Instant> start_instant;      // absent when the file does not tell its zone
    std::optional<Moment> recurrence_id;       // of one changed time of a series
    std::vector<Moment> occurrences;           // starts: the rule's and further ones, exceptions left out, at most 1000
    std::vector<Instant> occurrence_instants;  // the same as moments; empty when the file does not tell its zone
    std::vector<Instant> end_instants;         // of each, as long by the clock on the wall as the first; empty without an end

    // The only value; empty when there is none, an exception when there are several.
    std::string value(std::string_view name) const;
};

struct IcalCalendar {
    IcalProperties properties;
    std::vector<IcalZone> zones;
    std::vector<IcalEvent> events;
    std::vector<std::string> faults;  // of the whole file: values that cannot be read, restrictions that are broken

    std::string value(std::string_view name) const;
};

IcalCalendar read_ical(const std::string& text);

// One time that a calendar program shows: of a series each, with those that were changed in place of what the series says.
struct IcalTime {
    Moment start;
    std::optional<Moment> end;                          // as in the file
    std::optional<Instant> start_instant, end_instant;  // absent for whole days
    const IcalEvent* event;                             // the component that says so

    friend bool operator<(const IcalTime& a, const IcalTime& b) { return a.start < b.start; }
};
// By start. `calendar` must outlive them.
std::vector<IcalTime> times_of(const IcalCalendar& calendar, std::string_view uid);

// The lines of the file as they were before folding, without line ends.
std::vector<std::string> unfolded(std::string_view text);

}  // namespace pressrum::test
