#include "render/calendars/calendar.hpp"

#include "render/calendars/ics_lines.hpp"
#include "render/calendars/zone.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace pressrum {
namespace {

// RFC 5545 wants a component in every calendar, so one without events holds its zone; this year's rules, since there is no other.
constexpr int kYearWithoutEvents = 2000;

// Properties that are a text or an address, left out when there is none.
template <class Record>
struct Row {
    std::string_view name;
    std::string Record::*value;
    void (IcsLines::*write)(std::string_view name, std::string_view value);
};

// For those that RFC 7986 made standard, most of today's programs read the older X- names.
constexpr Row<Calendar> kCalendarRows[] = {
    {"NAME", &Calendar::name, &IcsLines::text},
    {"X-WR-CALNAME", &Calendar::name, &IcsLines::text},
    {"DESCRIPTION", &Calendar::description, &IcsLines::text},
    {"X-WR-CALDESC", &Calendar::description, &IcsLines::text},
    {"COLOR", &Calendar::color, &IcsLines::text},
    {"URL", &Calendar::url, &IcsLines::uri},
    {"SOURCE;VALUE=URI", &Calendar::source, &IcsLines::uri},
};

// ORGANIZER is missing on purpose: it makes an event a meeting with invited attendees, and "MUST NOT be specified" on one that is only
// published (RFC 5545, 3.8.4.3); some calendars then ask their owner to answer. CONTACT says whom to ask.
constexpr Row<CalendarEvent> kEventRows[] = {
    {"DESCRIPTION", &CalendarEvent::description, &IcsLines::text},
    {"X-ALT-DESC;FMTTYPE=text/html", &CalendarEvent::html, &IcsLines::text},
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

std::string to_geo(const std::pair<double, double>& place) { return fmt::format("{:.6f};{:.6f}", place.first, place.second); }

// In the line that every program shows.
std::string to_location(const CalendarPlace& place) {
    if (place.name.empty() || place.address.empty()) return place.name.empty() ? place.address : place.name;
    return fmt::format("{}, {}", place.name, place.address);
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

    // The start or end of an event. An hour the clock shows twice means the first (RFC 5545, 3.3.5), but libical takes the second: in UTC
    // there is no question. Not in a series, which would follow UTC from then on.
    void write_bound(std::string_view name, const CalendarEvent& event, const Moment& moment) const {
        const bool plain = !event.repeat && !event.recurrence_id && !moment.all_day && !tzid.empty();
        if (plain && zone.kind_of(moment.time) == LocalKind::twice) lines.utc(name, zone.to_instant(moment.time));
        else write_moment(name, moment);
    }

    void write_end(const CalendarEvent& event) const;
    void write_times(std::string_view name, const CalendarEvent& event, const std::vector<Moment>& times) const;
    void write_place(const CalendarEvent& event) const;
    void write_repeat(const CalendarEvent& event) const;
    void write_event(const CalendarEvent& event) const;
};

// DTEND is the first moment after the event, so for whole days the day after the last (RFC 5545, 3.6.1). An end that the format
// does not allow is not written: before the start, at the very start, a day for a time, after the year 9999.
void Writer::write_end(const CalendarEvent& event) const {
    if (!event.end || event.end->all_day != event.start.all_day) return;
    Moment after = *event.end;
    if (after.all_day) after.time += std::chrono::days(1);
    if (after.time > event.start.time && year_of(after.time) <= 9999) write_bound("DTEND", event, after);
}

// A time of a series must be written in the form of its start, to the second; a day alone means the usual time of that day.
void Writer::write_times(std::string_view name, const CalendarEvent& event, const std::vector<Moment>& times) const {
    const std::chrono::seconds clock = event.start.time - midnight(date_of(event.start.time));
    for (const Moment& time : times) {
        const bool exact = time.all_day == event.start.all_day;
        write_moment(name, exact ? time : Moment{midnight(date_of(time.time)) + clock, event.start.all_day});
    }
}

// RFC 9073, 7.2, inside the event: a place by name and position. Its other properties are left out, because each breaks some program:
// calcurse 4.7 takes DESCRIPTION, LOCATION-TYPE and URL for the event's own and drops an event that has one twice, libical 3.0 calls
// STRUCTURED-DATA a fault. LOCATION has address and name; without a position there is nothing to add.
void Writer::write_place(const CalendarEvent& event) const {
    const CalendarPlace& place = event.place;
    if (!place.geo || (place.name.empty() && place.address.empty())) return;
    std::string of;  // a time of a series has a place of its own
    if (event.recurrence_id)
        of = event.recurrence_id->all_day ? to_ics_day(event.recurrence_id->time) : to_ics_utc(zone.to_instant(event.recurrence_id->time));
    lines.word("BEGIN", "VLOCATION");
    lines.text("UID", fmt::format("place{}.{}", of, event.uid));
    lines.text("NAME", place.name.empty() ? place.address : place.name);
    lines.word("GEO", to_geo(*place.geo));
    lines.word("END", "VLOCATION");
}

// A month without the day, a year without 29 February: RFC 5545 (3.3.10) skips it, but some readers move it to the day before, unless told.
std::string days_that_some_lack(const CalendarEvent& event) {
    const Date date = date_of(event.start.time);
    const auto day = static_cast<unsigned>(date.day());
    const bool leap_day = day == 29 && static_cast<unsigned>(date.month()) == 2;
    if (event.repeat->every == CalendarRepeat::Every::month && day > 28) return fmt::format(";BYMONTHDAY={}", day);
    if (event.repeat->every == CalendarRepeat::Every::year && leap_day) return ";BYMONTH=2;BYMONTHDAY=29";
    return "";
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
    rule += days_that_some_lack(event);
    if (repeat.until) {
        // RFC 5545, 3.3.10: in the form of DTSTART, but for a local time the same moment in UTC.
        const LocalTime last = midnight(*repeat.until) + std::chrono::days(1) - std::chrono::seconds(1);
        rule += ";UNTIL=";
        rule += event.start.all_day ? to_ics_day(last) : to_ics_utc(zone.to_instant(last));
    } else if (repeat.count) {
        fmt::format_to(out, ";COUNT={}", *repeat.count);
    }
    lines.word("RRULE", rule);
    write_times("EXDATE", event, repeat.except);
    write_times("RDATE", event, repeat.extra);
}

void Writer::write_event(const CalendarEvent& event) const {
    static constexpr std::array<std::string_view, 3> kStatus = {"CONFIRMED", "TENTATIVE", "CANCELLED"};
    lines.word("BEGIN", "VEVENT");
    lines.text("UID", event.uid);
    lines.utc("DTSTAMP", event.stamp);
    lines.word("SEQUENCE", fmt::format_int(event.sequence).c_str());
    lines.utc("CREATED", event.created);
    lines.utc("LAST-MODIFIED", event.last_modified);
    if (event.recurrence_id) write_moment("RECURRENCE-ID", *event.recurrence_id);
    write_bound("DTSTART", event, event.start);
    write_end(event);
    if (event.repeat) write_repeat(event);
    lines.text("SUMMARY", event.summary);
    write_rows(lines, event, kEventRows);
    if (const std::string location = to_location(event.place); !location.empty()) lines.text("LOCATION", location);
    if (!event.categories.empty()) lines.texts("CATEGORIES", event.categories);
    if (event.place.geo) lines.word("GEO", to_geo(*event.place.geo));
    lines.word("STATUS", kStatus[static_cast<std::size_t>(event.status)]);
    // What lasts all day or is cancelled does not make its reader busy.
    const bool busy = !event.start.all_day && event.status != CalendarEvent::Status::cancelled;
    if (!busy) lines.word("TRANSP", "TRANSPARENT");
    lines.word("CLASS", "PUBLIC");
    write_place(event);
    lines.word("END", "VEVENT");
}

void write_head(IcsLines& lines, const Calendar& calendar, const Zone& zone) {
    lines.word("VERSION", "2.0");
    lines.text("PRODID", calendar.product);
    lines.word("CALSCALE", "GREGORIAN");
    write_rows(lines, calendar, kCalendarRows);
    lines.text("X-WR-TIMEZONE", zone.name());
    if (!calendar.source.empty()) {  // what has no address of its own cannot be fetched again
        const std::string refresh = fmt::format("PT{}H", calendar.refresh_hours);
        lines.word("REFRESH-INTERVAL;VALUE=DURATION", refresh);
        lines.word("X-PUBLISHED-TTL", refresh);
    }
    const auto newest = std::max_element(calendar.events.begin(), calendar.events.end(),
                                         [](const CalendarEvent& a, const CalendarEvent& b) { return a.last_modified < b.last_modified; });
    if (newest != calendar.events.end()) lines.utc("LAST-MODIFIED", newest->last_modified);
}

// Most of an event is its description; names, dates and short texts come to half a kilobyte.
std::size_t expected_size(const Calendar& calendar) {
    std::size_t size = 2048;
    for (const CalendarEvent& event : calendar.events) size += 1024 + (event.description.size() + event.html.size()) * 9 / 8;
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
