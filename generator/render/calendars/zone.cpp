#include "render/calendars/zone.hpp"

#include <algorithm>

// An observance says from when on an offset holds; a reader takes the latest one that begins at or before a time. So for
// a span of years we write the period in force when it begins and all that begin within it. Each has its own DTSTART and no
// RRULE: that is exact for the odd years of history too, needs no recurrence in the reader, and two lines a year are few.

namespace pressrum {
namespace {

Instant first_instant(int year, const Zone& zone) { return zone.to_instant(midnight(std::chrono::year(year) / 1 / 1)); }

// A period without a known beginning has one very early, which readers cannot handle.
bool has_beginning(const ZonePeriod& period) { return year_of(LocalTime(period.begin.time_since_epoch())) > 0; }

void write_observance(IcsLines& lines, const Zone& zone, const ZonePeriod& period, int first_year) {
    const bool begins = has_beginning(period);
    const std::chrono::seconds before = begins ? zone.offset_at(period.begin - std::chrono::seconds(1)) : period.offset;
    const std::string_view kind = period.daylight ? "DAYLIGHT" : "STANDARD";
    lines.word("BEGIN", kind);
    // RFC 5545, 3.6.5: the local time of the onset, by the clock before it.
    lines.floating("DTSTART",
                   begins ? LocalTime(period.begin.time_since_epoch() + before) : midnight(std::chrono::year(first_year - 1) / 1 / 1));
    lines.offset("TZOFFSETFROM", before);
    lines.offset("TZOFFSETTO", period.offset);
    lines.text("TZNAME", period.abbreviation);
    lines.word("END", kind);
}

// An upper bound of the years that `count` occurrences take.
int years_of_count(const CalendarEvent& event) {
    static constexpr std::int64_t kDays[] = {1, 7, 31, 366};
    constexpr std::int64_t kMaxDays = 366 * kMaxYears;
    const CalendarRepeat& repeat = *event.repeat;
    // Not every month has the 31st, and at worst every eighth year has 29 February; of single days, one in seven is a Tuesday.
    const bool rare_day = date_of(event.start.time).day() > std::chrono::day(28);
    const int rare = repeat.every == CalendarRepeat::Every::day ? (repeat.on.empty() ? 1 : 7) : (rare_day ? 8 : 1);
    const std::int64_t steps = std::clamp<std::int64_t>(std::int64_t{*repeat.count} * repeat.interval, 0, kMaxDays);
    return static_cast<int>(steps * kDays[static_cast<std::size_t>(repeat.every)] * rare / 365) + 1;
}

int last_year(const CalendarEvent& event) {
    const int first = year_of(event.start.time);
    const int last = year_of(event.end ? event.end->time : event.start.time);
    if (!event.repeat) return last;
    int extra = last;
    for (const Moment& time : event.repeat->extra) extra = std::max(extra, std::min(year_of(time.time), first + kMaxYears));
    int years = kMaxYears;
    if (event.repeat->until) years = static_cast<int>(event.repeat->until->year()) - first;
    else if (event.repeat->count) years = years_of_count(event);
    return std::max(extra, last + std::clamp(years, 0, kMaxYears));
}

}  // namespace

std::vector<YearSpan> years_of(std::span<const CalendarEvent> events) {
    std::vector<YearSpan> years;
    for (const CalendarEvent& event : events) {
        if (event.start.all_day) continue;
        const YearSpan span = {year_of(event.start.time), last_year(event)};
        const bool covered = !years.empty() && years.back().first <= span.first && span.last <= years.back().last;
        if (!covered) years.push_back(span);
    }
    return years;
}

void write_timezone(IcsLines& lines, const Zone& zone, std::vector<YearSpan> years) {
    std::sort(years.begin(), years.end(), [](YearSpan a, YearSpan b) { return a.first < b.first; });
    lines.word("BEGIN", "VTIMEZONE");
    lines.word("TZID", zone.name());
    Instant written = Instant::min();  // the end of the latest period that has been written
    for (const YearSpan& span : years) {
        const Instant end = first_instant(span.last + 1, zone);
        for (Instant at = std::max(first_instant(span.first, zone), written); at < end;) {
            const ZonePeriod period = zone.period_at(at);
            write_observance(lines, zone, period, span.first);
            at = written = period.end;
        }
    }
    lines.word("END", "VTIMEZONE");
}

bool is_always_utc(const Zone& zone) {
    const ZonePeriod period = zone.period_at(Instant());
    return period.offset == std::chrono::seconds(0) && !has_beginning(period) && year_of(LocalTime(period.end.time_since_epoch())) > 9999;
}

}  // namespace pressrum
