#include "render/calendar.hpp"

#include "render/calendar_zone.hpp"
#include "render/ics_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace pressrum {
namespace {

// RFC 5545 wants a component in every calendar, so one without events holds its zone; this year's rules, since there is no other.
constexpr int kYearWithoutEvents = 2000;
constexpr std::string_view kRefresh = "PT1H";  // how often a subscriber should look

// Properties that are a text or an address and left out when there is none.
template <class Record>
struct Row {
    std::string_view name;
    std::string Record::*value;
    void (IcsLines::*write)(std::string_view name, std::string_view value);
};

// Of those that RFC 7986 made standard, the older X- names are what most programs of today read.
constexpr Row<Calendar> kCalendarRows[] = {
    {"NAME", &Calendar::name, &IcsLines::text},
    {"X-WR-CALNAME", &Calendar::name, &IcsLines::text},
    {"DESCRIPTION", &Calendar::description, &IcsLines::text},
    {"X-WR-CALDESC", &Calendar::description, &IcsLines::text},
    {"COLOR", &Calendar::color, &IcsLines::text},
    {"URL", &Calendar::url, &IcsLines::uri},
    {"SOURCE;VALUE=URI", &Calendar::source, &IcsLines::uri},
};

constexpr Row<CalendarEvent> kEventRows[] = {
    {"DESCRIPTION", &CalendarEvent::description, &IcsLines::text},
    {"LOCATION", &CalendarEvent::location, &IcsLines::text},
    {"CONTACT", &CalendarEvent::contact, &IcsLines::text},
    {"URL", &CalendarEvent::url, &IcsLines::uri},
    {"CONFERENCE;VALUE=URI;FEATURE=VIDEO", &CalendarEvent::conference, &IcsLines::uri},
    {"IMAGE;VALUE=URI;DISPLAY=BADGE", &CalendarEvent::image, &IcsLines::uri},
};

template <class Record, std::size_t kCount>
void write_rows(IcsLines& lines, const Record& record, const Row<Record> (&rows)[kCount]) {
    for (const Row<Record>& row : rows) {
        if (const std::string& value = record.*row.value; !value.empty()) (lines.*row.write)(row.name, value);
    }
}

// Writes the times of one calendar.
struct Writer {
    IcsLines& lines;
    const Zone& zone;
    std::string tzid;  // empty: the zone is UTC itself

    void write_moment(std::string_view name, const Moment& moment) const {
        if (moment.all_day) lines.day(name, moment.time);
        else if (tzid.empty()) lines.utc(name, Instant(moment.time.time_since_epoch()));
        else lines.local(name, tzid, moment.time);
    }

    void write_end(const CalendarEvent& event) const;
    void write_repeat(const CalendarEvent& event) const;
    void write_event(const CalendarEvent& event) const;
};

// DTEND is the first moment after the event, so of whole days the day after the last (RFC 5545, 3.6.1). An end that the format
// does not allow is not written: before the start, at the very start, a day for a time, after the year 9999.
void Writer::write_end(const CalendarEvent& event) const {
    if (!event.end || event.end->all_day != event.start.all_day) return;
    Moment after = *event.end;
    if (after.all_day) after.time += std::chrono::days(1);
    if (after.time > event.start.time && year_of(after.time) <= 9999) write_moment("DTEND", after);
}

void Writer::write_repeat(const CalendarEvent& event) const {
    static constexpr std::array<std::string_view, 4> kEvery = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
    static constexpr std::array<std::string_view, 7> kWeekdays = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    const CalendarRepeat& repeat = *event.repeat;
    std::string rule = "FREQ=";
    rule += kEvery[static_cast<std::size_t>(repeat.every)];
    const auto out = std::back_inserter(rule);
    if (repeat.interval != 1) fmt::format_to(out, ";INTERVAL={}", repeat.interval);
    for (const std::chrono::weekday& day : repeat.on) {
        rule += &day == repeat.on.data() ? ";BYDAY=" : ",";
        rule += kWeekdays[day.c_encoding()];
    }
    if (repeat.until) {
        // RFC 5545, 3.3.10: in the form of DTSTART, but of a local time the same moment in UTC.
        const LocalTime last = midnight(*repeat.until) + std::chrono::days(1) - std::chrono::seconds(1);
        rule += ";UNTIL=";
        rule += event.start.all_day ? to_ics_day(last) : to_ics_utc(zone.to_instant(last));
    } else if (repeat.count) {
        fmt::format_to(out, ";COUNT={}", *repeat.count);
    }
    lines.word("RRULE", rule);

    // An exception must be the start of an occurrence to the second; a day alone means the occurrence of that day.
    const std::chrono::seconds clock = event.start.time - midnight(date_of(event.start.time));
    for (const Moment& except : repeat.except) {
        const bool exact = except.all_day == event.start.all_day;
        write_moment("EXDATE", exact ? except : Moment{midnight(date_of(except.time)) + clock, event.start.all_day});
    }
}

void Writer::write_event(const CalendarEvent& event) const {
    static constexpr std::array<std::string_view, 3> kStatus = {"CONFIRMED", "TENTATIVE", "CANCELLED"};
    lines.word("BEGIN", "VEVENT");
    lines.text("UID", event.uid);
    lines.utc("DTSTAMP", event.stamp);
    lines.word("SEQUENCE", fmt::format_int(event.sequence).c_str());
    lines.utc("CREATED", event.created);
    lines.utc("LAST-MODIFIED", event.last_modified);
    write_moment("DTSTART", event.start);
    write_end(event);
    if (event.repeat) write_repeat(event);
    lines.text("SUMMARY", event.summary);
    write_rows(lines, event, kEventRows);
    if (!event.categories.empty()) lines.texts("CATEGORIES", event.categories);
    if (event.geo) lines.word("GEO", fmt::format("{:.6f};{:.6f}", event.geo->first, event.geo->second));
    lines.word("STATUS", kStatus[static_cast<std::size_t>(event.status)]);
    // What lasts all day or is cancelled does not make its reader busy.
    const bool busy = !event.start.all_day && event.status != CalendarEvent::Status::cancelled;
    if (!busy) lines.word("TRANSP", "TRANSPARENT");
    lines.word("CLASS", "PUBLIC");
    lines.word("END", "VEVENT");
}

void write_head(IcsLines& lines, const Calendar& calendar, const Zone& zone) {
    lines.word("VERSION", "2.0");
    lines.text("PRODID", calendar.product);
    lines.word("CALSCALE", "GREGORIAN");
    write_rows(lines, calendar, kCalendarRows);
    lines.text("X-WR-TIMEZONE", zone.name());
    if (!calendar.source.empty()) {  // what has no address of its own cannot be fetched again
        lines.word("REFRESH-INTERVAL;VALUE=DURATION", kRefresh);
        lines.word("X-PUBLISHED-TTL", kRefresh);
    }
    const auto newest = std::max_element(calendar.events.begin(), calendar.events.end(),
                                         [](const CalendarEvent& a, const CalendarEvent& b) { return a.last_modified < b.last_modified; });
    if (newest != calendar.events.end()) lines.utc("LAST-MODIFIED", newest->last_modified);
}

// Most of an event is its description; names, dates and short texts come to half a kilobyte.
std::size_t expected_size(const Calendar& calendar) {
    std::size_t size = 2048;
    for (const CalendarEvent& event : calendar.events) size += 768 + event.description.size() + event.description.size() / 8;
    return size;
}

}  // namespace

std::string to_ics(const Calendar& calendar, const Zone& zone) {
    IcsLines lines(expected_size(calendar));
    const Writer writer{lines, zone, is_always_utc(zone) ? std::string() : zone.name()};
    lines.word("BEGIN", "VCALENDAR");
    write_head(lines, calendar, zone);
    if (calendar.events.empty()) {
        write_timezone(lines, zone, {{kYearWithoutEvents, kYearWithoutEvents}});
    } else if (!writer.tzid.empty()) {
        std::vector<YearSpan> years = years_of(calendar.events);
        if (!years.empty()) write_timezone(lines, zone, std::move(years));
    }
    for (const CalendarEvent& event : calendar.events) writer.write_event(event);
    lines.word("END", "VCALENDAR");
    return std::move(lines).take();
}

}  // namespace pressrum
