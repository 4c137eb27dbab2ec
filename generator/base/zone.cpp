#include "base/zone.hpp"

#include "base/archive.hpp"

#include <date/tz.h>

#include <stdexcept>

namespace pressrum {
namespace {

// The library has its own local_time, made before the standard had one; only the clock's name differs.
date::local_seconds to_theirs(LocalTime time) { return date::local_seconds(time.time_since_epoch()); }

// The system's zone files name every change of the clock until 2037; where the clock goes on changing they hold a rule that the
// library does not read, and the last winter would go on for ever. A later day of such a zone is looked up in an earlier year. A rule names
// a weekday of a month, so any year will do whose March begins on the same weekday, and for the first two months whose January does,
// leap year or not; the last eleven years have each weekday, and in them a zone that has changed its rule keeps the present one. A zone whose last change came sooner, or is known for later years, is as its file says.
constexpr std::chrono::year kLastListedYear{2037};

std::chrono::days shift_of(const date::time_zone* zone, std::chrono::seconds since_epoch) {
    using namespace std::chrono;
    const year_month_day day(floor<days>(Instant(since_epoch)));
    if (day.year() < kLastListedYear) return days(0);
    const date::sys_info last = zone->get_info(Instant(sys_days(year(9999) / January / 1)));
    const bool goes_on = last.begin > Instant(sys_days(kLastListedYear / January / 1)) &&
                         last.begin < Instant(sys_days((kLastListedYear + years(1)) / January / 1));
    if (!goes_on) return days(0);
    const month begins = day.month() < March ? January : March;
    const auto first_day = [&](year y) { return sys_days(y / begins / 1); };
    for (year alike = kLastListedYear - years(1);; --alike) {
        if (weekday(first_day(alike)) == weekday(first_day(day.year()))) return first_day(day.year()) - first_day(alike);
    }
}

// A change of the clock about a week from `near`, looked up in its own part of the year.
Instant onset_near(const date::time_zone* zone, Instant near) {
    const Instant after = near + std::chrono::days(15);
    const std::chrono::days shift = shift_of(zone, after.time_since_epoch());
    return zone->get_info(after - shift).begin + shift;
}

// Files beside the zones that are not zones: the zone of this machine, zones with leap seconds, a place not yet set up.
bool is_no_place(std::string_view name) {
    return name == "localtime" || name == "posixrules" || name == "Factory" || name.starts_with("posix/") || name.starts_with("right/");
}

}  // namespace

std::optional<Zone> Zone::find(std::string_view name) {
    // A name with '.' or an absolute path would let the library look at other files.
    if (is_no_place(name)) return std::nullopt;
    if (name.empty() || name.front() == '/' || name.find('.') != std::string_view::npos) return std::nullopt;
    try {
        return Zone(date::locate_zone(std::string(name)));
    } catch (const std::runtime_error&) {
        return std::nullopt;
    }
}

Zone Zone::utc() { return Zone(date::locate_zone("Etc/UTC")); }

std::string Zone::name() const { return zone_->name(); }

LocalKind Zone::kind_of(LocalTime time) const {
    switch (zone_->get_info(to_theirs(time - shift_of(zone_, time.time_since_epoch()))).result) {
        case date::local_info::nonexistent: return LocalKind::gap;
        case date::local_info::ambiguous: return LocalKind::twice;
        default: return LocalKind::unique;
    }
}

Instant Zone::to_instant(LocalTime time) const {
    const date::local_info info = zone_->get_info(to_theirs(time - shift_of(zone_, time.time_since_epoch())));
    return Instant(time.time_since_epoch() - info.first.offset);
}

std::chrono::seconds Zone::offset_at(Instant instant) const {
    return zone_->get_info(instant - shift_of(zone_, instant.time_since_epoch())).offset;
}

LocalTime Zone::to_local(Instant instant) const { return LocalTime(instant.time_since_epoch() + offset_at(instant)); }

ZonePeriod Zone::period_at(Instant instant) const {
    const std::chrono::days shift = shift_of(zone_, instant.time_since_epoch());
    const date::sys_info info = zone_->get_info(instant - shift);
    const bool shifted = shift != std::chrono::days(0);
    return {shifted ? onset_near(zone_, info.begin + shift) : info.begin, shifted ? onset_near(zone_, info.end + shift) : info.end,
            info.offset, info.save != std::chrono::minutes(0), info.abbrev};
}

Sha256 Zone::digest() const {
    ArchiveWriter all;
    all(zone_->name());
    const Instant last = std::chrono::sys_days(std::chrono::year(2100) / 1 / 1);
    ZonePeriod period = period_at(Instant(std::chrono::sys_days(std::chrono::year(1000) / 1 / 1)));
    for (; period.begin < last; period = period_at(period.end)) {
        all(period.begin);
        all(period.offset.count());
        all(period.daylight);
        all(period.abbreviation);
        if (period.end >= last) break;
    }
    return sha256(all.bytes());
}

std::string to_iso(const Zone& zone, LocalTime time) { return to_iso(time, zone.offset_at(time)); }

std::string to_iso(const Zone& zone, const Moment& moment) {
    return moment.all_day ? to_iso(date_of(moment.time)) : to_iso(zone, moment.time);
}

}  // namespace pressrum
