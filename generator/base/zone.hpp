#pragma once
// A time zone of the IANA database: the only bridge between LocalTime and Instant.
//
// A Zone is a cheap handle and may be copied and used by several threads. The database is the system's; a name that
// it does not know gives no Zone.

#include "base/digest.hpp"
#include "base/time.hpp"

#include <string>
#include <vector>

namespace date {
class time_zone;
}

namespace pressrum {

// One stretch of the zone's history in which the offset stays the same.
struct ZonePeriod {
    Instant begin;                // may be very early for the first period
    Instant end;                  // first instant of the next period
    std::chrono::seconds offset;  // local minus UTC
    bool daylight;                // summer time
    std::string abbreviation;     // CET, CEST
};

enum class LocalKind { unique, gap, twice };

class Zone {
public:
    static std::optional<Zone> find(std::string_view name);
    static Zone utc();

    std::string name() const;

    // gap: the clock jumps over this time, so it does not exist. twice: it exists twice; the rest mean the first.
    LocalKind kind_of(LocalTime time) const;
    // Defined for every time: in a gap the clock before the jump is used; of two, the earlier.
    Instant to_instant(LocalTime time) const;
    LocalTime to_local(Instant instant) const;
    std::chrono::seconds offset_at(Instant instant) const;
    std::chrono::seconds offset_at(LocalTime time) const { return offset_at(to_instant(time)); }
    ZonePeriod period_at(Instant instant) const;
    // Of all that the database says of it: another one, and other bytes may come of the same sources.
    Sha256 digest() const;

private:
    explicit Zone(const date::time_zone* zone) : zone_(zone) {}
    const date::time_zone* zone_;  // owned by the library's database, which lives as long as the program
};

// For machines: RFC 3339 with the zone's offset at that time; of a whole day its date.
std::string to_iso(const Zone& zone, LocalTime time);
std::string to_iso(const Zone& zone, const Moment& moment);

}  // namespace pressrum
