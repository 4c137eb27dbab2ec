#pragma once
// iCalendar: RFC 5545 with the properties of RFC 7986 and the places of RFC 9073, by our own writer.
//
// A Calendar is plain data in the site's words; to_ics makes bytes of it: CRLF, lines folded at 75 octets never inside a
// character, text escaped, control characters dropped, a VTIMEZONE with the observances of the years used, made from the
// zone's rules. Nothing depends on a clock: DTSTAMP, LAST-MODIFIED and SEQUENCE come from the data.
// No METHOD: these calendars are published, not sent.

#include "base/time.hpp"
#include "base/zone.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pressrum {

struct CalendarRepeat {
    enum class Every { day, week, month, year } every = Every::week;
    int interval = 1;
    std::vector<std::chrono::weekday> on;  // empty: as the start
    std::optional<Date> until;             // last day, inclusive
    std::optional<int> count;
    std::vector<Moment> except;      // occurrences that do not happen: start times (or days) of their own
    std::vector<Moment> extra = {};  // further ones; a day alone means the usual time
};

struct CalendarPlace {
    std::string name, address;                     // one of them at least; both empty: none is known
    std::optional<std::pair<double, double>> geo;  // latitude, longitude
};

struct CalendarEvent {
    std::string uid;                      // permanent and globally unique
    std::optional<Moment> recurrence_id;  // of one time of a series that was changed: when the series has it
    Moment start;                         // local time in the calendar's zone, or a day
    std::optional<Moment> end;            // absent: DTEND is left out. For an all-day event the last day, inclusive
    enum class Status { confirmed, tentative, cancelled } status = Status::confirmed;
    int sequence = 0;
    Instant stamp;  // DTSTAMP
    Instant created;
    Instant last_modified;
    std::string summary, description, url;
    std::string html;  // the description as HTML, for the programs that show it
    CalendarPlace place;
    std::string contact;  // CONTACT: name, telephone, mail
    std::vector<std::string> categories;
    std::string conference;  // address of the online meeting (RFC 7986 CONFERENCE)
    std::string image;       // absolute address of a picture (RFC 7986 IMAGE)
    std::optional<CalendarRepeat> repeat;
};

struct Calendar {
    std::string name, description;
    std::string url;     // the page that shows the same
    std::string source;  // the address of this calendar itself, for subscribers
    std::string language;
    std::string product;                // PRODID
    std::string color;                  // a CSS colour name, or empty (RFC 7986 COLOR)
    int refresh_hours = 1;              // how often a subscriber should look
    std::vector<CalendarEvent> events;  // written in this order
};

std::string to_ics(const Calendar& calendar, const Zone& zone);

}  // namespace pressrum
