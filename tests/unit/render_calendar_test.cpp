#include "render/calendars/calendar.hpp"

#include "support/ical.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <locale>
#include <random>

namespace pressrum {
namespace {

using namespace std::string_literals;
using Every = CalendarRepeat::Every;
using Status = CalendarEvent::Status;
using test::IcalCalendar;
using test::IcalEvent;
using test::read_ical;
using test::unfolded;

const Zone& stockholm() {
    static const Zone zone = *Zone::find("Europe/Stockholm");
    return zone;
}

Moment moment(std::string_view text) {
    if (const auto day = parse_iso_date(text)) return {midnight(*day), true};
    return {*parse_iso_local_time(text), false};
}

CalendarEvent event(std::string_view start, std::string_view end = {}) {
    CalendarEvent out;
    out.uid = "2024-05-02-ljus.dialogmote@press.ekinge.example";
    out.start = moment(start);
    if (!end.empty()) out.end = moment(end);
    out.stamp = out.last_modified = Instant(moment("2024-05-03T07:15").time.time_since_epoch());
    out.created = Instant(moment("2024-05-02T08:00").time.time_since_epoch());
    out.summary = "Dialogmöte om Västerleden";
    return out;
}

CalendarEvent repeating(std::string_view start, CalendarRepeat repeat) {
    CalendarEvent out = event(start);
    out.repeat = std::move(repeat);
    return out;
}

Calendar calendar(std::vector<CalendarEvent> events) {
    Calendar out;
    out.name = "Evenemang i Ekinge";
    out.product = "-//Ekinge kommun//Pressrum//SV";
    out.events = std::move(events);
    return out;
}

std::string ics(const CalendarEvent& only, const Zone& zone = stockholm()) { return to_ics(calendar({only}), zone); }

// The lines of the file that begin so, without folding.
std::vector<std::string> lines_of(std::string_view text, std::string_view name) {
    std::vector<std::string> found = unfolded(text);
    std::erase_if(found, [&](const std::string& line) { return !line.starts_with(name); });
    return found;
}

using Lines = std::vector<std::string>;

TEST_CASE("a calendar with one event, to the byte") {
    CalendarEvent full = event("2024-05-07T16:30", "2024-05-07T18:00");
    full.sequence = 1;
    full.description = "Kom och säg vad du tycker.\n\nFika, kaffe; te.";
    full.html = "<p>Kom, säg &amp; gör.</p>";
    full.place = {"Västerledsskolans matsal", "Skolgatan 1, Ekinge", std::pair(57.5, -12.25)};
    full.contact = "Presstjänsten, 0980-31 92 00, press@ekinge.example";
    full.url = "https://press.ekinge.example/2024/05/ljus/";
    full.conference = "https://mote.ekinge.example/1";
    full.image = "https://press.ekinge.example/ljus.jpg";
    full.categories = {"Trygghet", "Bygga, bo"};
    Calendar whole = calendar({full});
    whole.description = "Allt som händer.";
    whole.url = "https://press.ekinge.example/evenemang/";
    whole.source = "https://press.ekinge.example/kalender.ics";
    whole.color = "darkgreen";
    const std::string expected = R"(BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Ekinge kommun//Pressrum//SV
CALSCALE:GREGORIAN
NAME:Evenemang i Ekinge
X-WR-CALNAME:Evenemang i Ekinge
DESCRIPTION:Allt som händer.
X-WR-CALDESC:Allt som händer.
COLOR:darkgreen
URL:https://press.ekinge.example/evenemang/
SOURCE;VALUE=URI:https://press.ekinge.example/kalender.ics
X-WR-TIMEZONE:Europe/Stockholm
REFRESH-INTERVAL;VALUE=DURATION:PT1H
X-PUBLISHED-TTL:PT1H
LAST-MODIFIED:20240503T071500Z
BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:STANDARD
DTSTART:20231029T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20240331T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20241027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:2024-05-02-ljus.dialogmote@press.ekinge.example
DTSTAMP:20240503T071500Z
SEQUENCE:1
CREATED:20240502T080000Z
LAST-MODIFIED:20240503T071500Z
DTSTART;TZID=Europe/Stockholm:20240507T163000
DTEND;TZID=Europe/Stockholm:20240507T180000
SUMMARY:Dialogmöte om Västerleden
DESCRIPTION:Kom och säg vad du tycker.\n\nFika\, kaffe\; te.
X-ALT-DESC;FMTTYPE=text/html:<p>Kom\, säg &amp\; gör.</p>
CONTACT:Presstjänsten\, 0980-31 92 00\, press@ekinge.example
URL:https://press.ekinge.example/2024/05/ljus/
CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://mote.ekinge.example/1
IMAGE;VALUE=URI;DISPLAY=BADGE:https://press.ekinge.example/ljus.jpg
LOCATION:Västerledsskolans matsal\, Skolgatan 1\, Ekinge
CATEGORIES:Trygghet,Bygga\, bo
GEO:57.500000;-12.250000
STATUS:CONFIRMED
CLASS:PUBLIC
BEGIN:VLOCATION
UID:place.2024-05-02-ljus.dialogmote@press.ekinge.example
NAME:Västerledsskolans matsal
GEO:57.500000;-12.250000
END:VLOCATION
END:VEVENT
END:VCALENDAR
)";
    std::string crlf;
    for (const char c : expected) crlf += c == '\n' ? "\r\n"s : std::string(1, c);
    CHECK(to_ics(whole, stockholm()) == crlf);
}

TEST_CASE("another program reads what was written") {
    CalendarEvent one = event("2024-05-07T16:30", "2024-05-07T18:00");
    one.summary = "Möte, del 1; \"Ja\" \\ nej";
    one.description = "Rad ett\r\nRad två";
    one.categories = {"Trygghet", "Bygga, bo"};
    const IcalCalendar read = read_ical(to_ics(calendar({one, event("2024-12-24", "2024-12-26")}), stockholm()));
    CHECK(read.faults.empty());
    CHECK(read.value("X-WR-CALNAME") == "Evenemang i Ekinge");
    REQUIRE(read.events.size() == 2);
    CHECK(read.events[0].value("UID") == one.uid);
    CHECK(read.events[0].value("SUMMARY") == one.summary);
    CHECK(read.events[0].value("DESCRIPTION") == "Rad ett\nRad två");
    CHECK(read.events[0].properties.at("CATEGORIES") == one.categories);
    CHECK(read.events[0].start == moment("2024-05-07T16:30"));
    CHECK(read.events[0].end == moment("2024-05-07T18:00"));
    CHECK(read.events[0].zone == "Europe/Stockholm");
    CHECK(read.events[0].start_instant == Instant(moment("2024-05-07T14:30").time.time_since_epoch()));
    CHECK(read.events[1].start == moment("2024-12-24"));
    CHECK(read.events[1].end == moment("2024-12-27"));
    CHECK(read.events[1].zone == "");
}

TEST_CASE("no text, address or name can add a line of its own") {
    const std::string hostile = "x\r\nATTACH:https://ond.example/\r\nEND:VEVENT\nBEGIN:VEVENT\r\x85\xE2\x80\xA8X-Y:y\x01";
    for (std::string CalendarEvent::*member :
         {&CalendarEvent::uid, &CalendarEvent::summary, &CalendarEvent::description, &CalendarEvent::html, &CalendarEvent::url,
          &CalendarEvent::contact, &CalendarEvent::conference, &CalendarEvent::image}) {
        CalendarEvent one = event("2024-05-07T16:30");
        one.*member = "x";
        const std::size_t expected = unfolded(ics(one)).size();
        one.*member = hostile;
        CHECK(unfolded(ics(one)).size() == expected);
        const IcalCalendar read = read_ical(ics(one));
        CHECK(read.faults.empty());
        REQUIRE(read.events.size() == 1);
        CHECK(!read.events[0].properties.contains("ATTACH"));
    }
    for (std::string Calendar::*member :
         {&Calendar::name, &Calendar::description, &Calendar::url, &Calendar::source, &Calendar::product, &Calendar::color}) {
        Calendar one = calendar({event("2024-05-07T16:30")});
        one.*member = "x";
        const std::size_t expected = unfolded(to_ics(one, stockholm())).size();
        one.*member = hostile;
        CHECK(unfolded(to_ics(one, stockholm())).size() == expected);
    }
    for (std::string CalendarPlace::*member : {&CalendarPlace::name, &CalendarPlace::address}) {
        CalendarEvent one = event("2024-05-07T16:30");
        one.place = {"x", "y", std::pair(57.5, 12.25)};
        const std::size_t expected = unfolded(ics(one)).size();
        one.place.*member = hostile;
        CHECK(unfolded(ics(one)).size() == expected);
        CHECK(read_ical(ics(one)).faults.empty());
    }
    CalendarEvent one = event("2024-05-07T16:30");
    one.categories = {hostile, hostile};
    CHECK(lines_of(ics(one), "ATTACH").empty());
}

TEST_CASE("the end is the first moment after the event, and an impossible one is left out") {
    const struct {
        std::string_view start, end, line;
    } cases[] = {
        {"2024-05-07T16:30", "2024-05-07T18:00", "DTEND;TZID=Europe/Stockholm:20240507T180000"},
        {"2024-12-31T22:00", "2025-01-01T01:00", "DTEND;TZID=Europe/Stockholm:20250101T010000"},
        {"2024-05-07", "2024-05-07", "DTEND;VALUE=DATE:20240508"},
        {"2024-02-28", "2024-02-29", "DTEND;VALUE=DATE:20240301"},
        {"2024-12-30", "2024-12-31", "DTEND;VALUE=DATE:20250101"},
        {"2024-05-07T16:30", "", ""},
        {"2024-05-07", "", ""},
        {"2024-05-07T16:30", "2024-05-07T16:30", ""},
        {"2024-05-07T16:30", "2024-05-07T16:00", ""},
        {"2024-05-07", "2024-05-06", ""},
        {"2024-05-07T16:30", "2024-05-08", ""},
        {"2024-05-07", "2024-05-08T12:00", ""},
        {"9999-12-30", "9999-12-31", ""},
    };
    for (const auto& [start, end, line] : cases) {
        CAPTURE(start, end);
        const Lines expected = line.empty() ? Lines() : Lines{std::string(line)};
        CHECK(lines_of(ics(event(start, end)), "DTEND") == expected);
        CHECK(read_ical(ics(event(start, end))).faults.empty());
    }
}

TEST_CASE("status is told, and what does not make its reader busy is transparent") {
    const struct {
        std::string_view start;
        Status status;
        std::string_view told;
        bool transparent;
    } cases[] = {
        {"2024-05-07T16:30", Status::confirmed, "CONFIRMED", false}, {"2024-05-07T16:30", Status::tentative, "TENTATIVE", false},
        {"2024-05-07T16:30", Status::cancelled, "CANCELLED", true},  {"2024-05-07", Status::confirmed, "CONFIRMED", true},
        {"2024-05-07", Status::cancelled, "CANCELLED", true},
    };
    for (const auto& [start, status, told, transparent] : cases) {
        CAPTURE(start, told);
        CalendarEvent one = event(start);
        one.status = status;
        const IcalEvent read = read_ical(ics(one)).events.at(0);
        CHECK(read.value("STATUS") == told);
        CHECK(read.value("TRANSP") == (transparent ? "TRANSPARENT" : ""));
        CHECK(read.value("CLASS") == "PUBLIC");
    }
}

TEST_CASE("a repeating event has a rule in the form of its start") {
    const auto except = [](std::vector<Moment> moments) { return CalendarRepeat{Every::week, 1, {}, {}, 9, std::move(moments)}; };
    const struct {
        std::string_view start;
        CalendarRepeat repeat;
        Lines lines;
    } cases[] = {
        {"2024-05-07T16:30", {Every::day, 1, {}, {}, 3, {}}, {"RRULE:FREQ=DAILY;COUNT=3"}},
        {"2024-05-07T16:30",
         {Every::week, 2, {std::chrono::Tuesday, std::chrono::Sunday}, {}, 4, {}},
         {"RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4"}},
        {"2024-05-31T16:30", {Every::month, 1, {}, {}, 4, {}}, {"RRULE:FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4"}},
        {"2024-05-07", {Every::year, 1, {}, {}, 4, {}}, {"RRULE:FREQ=YEARLY;COUNT=4"}},
        // The last day is in it, to its last second of local time: summer time, standard time, a day.
        {"2024-05-07T16:30", {Every::week, 1, {}, *parse_iso_date("2024-06-11"), {}, {}}, {"RRULE:FREQ=WEEKLY;UNTIL=20240611T215959Z"}},
        {"2024-05-07T16:30", {Every::week, 1, {}, *parse_iso_date("2024-12-10"), {}, {}}, {"RRULE:FREQ=WEEKLY;UNTIL=20241210T225959Z"}},
        {"2024-05-07", {Every::week, 1, {}, *parse_iso_date("2024-06-11"), {}, {}}, {"RRULE:FREQ=WEEKLY;UNTIL=20240611"}},
        // RFC 5545 forbids both; a repetition without end is none of ours, but is written as told.
        {"2024-05-07", {Every::week, 1, {}, *parse_iso_date("2024-06-11"), 3, {}}, {"RRULE:FREQ=WEEKLY;UNTIL=20240611"}},
        {"2024-05-07", {Every::week, 1, {}, {}, {}, {}}, {"RRULE:FREQ=WEEKLY"}},
        // Exceptions are starts, whatever they were told as.
        {"2024-05-07T16:30",
         except({moment("2024-05-14"), moment("2024-05-21T16:30")}),
         {"RRULE:FREQ=WEEKLY;COUNT=9", "EXDATE;TZID=Europe/Stockholm:20240514T163000", "EXDATE;TZID=Europe/Stockholm:20240521T163000"}},
        {"2024-05-07",
         except({moment("2024-05-14"), moment("2024-05-21T16:30")}),
         {"RRULE:FREQ=WEEKLY;COUNT=9", "EXDATE;VALUE=DATE:20240514", "EXDATE;VALUE=DATE:20240521"}},
    };
    for (const auto& [start, repeat, expected] : cases) {
        CAPTURE(start, expected);
        const std::string text = ics(repeating(start, repeat));
        Lines lines = lines_of(text, "RRULE");
        for (const std::string& line : lines_of(text, "EXDATE")) lines.push_back(line);
        CHECK(lines == expected);
        CHECK(read_ical(text).faults.empty());
    }
}

TEST_CASE("a repeating event keeps its local time and ends when it should") {
    // Across the clock change of 27 October 2024, with one exception.
    const CalendarRepeat repeat{Every::week, 1, {}, *parse_iso_date("2024-11-05"), {}, {moment("2024-10-29")}};
    const IcalEvent read = read_ical(ics(repeating("2024-10-15T18:00", repeat))).events.at(0);
    CHECK(read.occurrences == std::vector<Moment>{moment("2024-10-15T18:00"), moment("2024-10-22T18:00"), moment("2024-11-05T18:00")});
    std::vector<Instant> expected;
    for (const std::string_view utc : {"2024-10-15T16:00", "2024-10-22T16:00", "2024-11-05T17:00"})
        expected.push_back(Instant(moment(utc).time.time_since_epoch()));
    CHECK(read.occurrence_instants == expected);
}

TEST_CASE("a late occurrence on the last day is in the repetition, in every zone") {
    for (const char* name : {"Europe/Stockholm", "America/Los_Angeles", "Pacific/Auckland", "Asia/Kolkata", "Etc/UTC"}) {
        CAPTURE(name);
        const CalendarRepeat repeat{Every::day, 1, {}, *parse_iso_date("2024-05-09"), {}, {}};
        for (const std::string_view start : {"2024-05-07T23:59", "2024-05-07T00:00"}) {
            CHECK(read_ical(ics(repeating(start, repeat), *Zone::find(name))).events.at(0).occurrences.size() == 3);
        }
    }
}

const char* const kZones[] = {"Europe/Stockholm",    "Europe/Dublin", "Europe/London",      "America/New_York",  "America/St_Johns",
                              "America/Sao_Paulo",   "Asia/Tokyo",    "Asia/Kolkata",       "Africa/Casablanca", "Africa/Abidjan",
                              "Australia/Lord_Howe", "Pacific/Apia",  "Pacific/Kiritimati", "Etc/GMT+5",         "Etc/UTC"};

TEST_CASE("the calendar's own time zone makes the same moments of its times as the zone does") {
    std::minstd_rand random(7);
    for (const char* name : kZones) {
        const Zone zone = *Zone::find(name);
        std::vector<CalendarEvent> events;
        std::vector<Instant> expected;
        // The reader counts in the Julian calendar before 1752.
        for (const int first : {1760, 1850, 1900, 1940, 1970, 2011, 2024, 2036, 9990}) {
            for (int i = 0; i < 40; ++i) {
                const LocalTime time = midnight(std::chrono::year(first) / 1 / 1) + std::chrono::minutes(random() % (3 * 365 * 24 * 60));
                if (zone.kind_of(time) != LocalKind::unique) continue;  // readers differ on times that do not exist, or do twice
                events.push_back(event("2024-05-07T16:30"));
                events.back().start.time = time;
                expected.push_back(zone.to_instant(time));
            }
        }
        std::shuffle(events.begin(), events.end(), random);
        const IcalCalendar read = read_ical(to_ics(calendar(events), zone));
        REQUIRE(read.faults.empty());
        REQUIRE(read.events.size() == events.size());
        for (std::size_t i = 0; i < events.size(); ++i) {
            CAPTURE(name, to_iso(events[i].start.time));
            REQUIRE(read.events[i].start == events[i].start);
            REQUIRE(read.events[i].start_instant == zone.to_instant(events[i].start.time));
        }
        REQUIRE(expected.size() > 300);
    }
}

TEST_CASE("every hour around a clock change is told right") {
    for (const std::string_view day : {"2024-01-01", "2024-03-30", "2024-03-31", "2024-10-26", "2024-10-27", "2024-12-31"}) {
        for (int hour = 0; hour < 24; ++hour) {
            CalendarEvent one = event("2024-05-07T16:30");
            one.start.time = moment(day).time + std::chrono::hours(hour);
            if (stockholm().kind_of(one.start.time) != LocalKind::unique) continue;
            CAPTURE(to_iso(one.start.time));
            CHECK(read_ical(ics(one)).events.at(0).start_instant == stockholm().to_instant(one.start.time));
        }
    }
}

TEST_CASE("an hour that the clock shows twice is in UTC only where one event stands alone") {
    const auto bounds = [](const CalendarEvent& one, const Zone& zone = stockholm()) {
        const std::string text = ics(one, zone);
        Lines found;
        for (const char* name : {"DTSTART", "DTEND"}) {
            const Lines all = lines_of(text, name);  // the time zone's own come first
            if (!all.empty()) found.push_back(all.back());
        }
        return found;
    };
    const CalendarEvent alone = event("2024-10-27T02:30", "2024-10-27T02:45");
    CHECK(bounds(alone) == Lines{"DTSTART:20241027T003000Z", "DTEND:20241027T004500Z"});
    const Lines local = {"DTSTART;TZID=Europe/Stockholm:20241027T023000", "DTEND;TZID=Europe/Stockholm:20241027T024500"};
    CalendarEvent series = alone;
    series.repeat = CalendarRepeat{Every::week, 1, {}, *parse_iso_date("2024-11-24"), {}, {}};
    CHECK(bounds(series) == local);
    CalendarEvent moved = alone;
    moved.recurrence_id = moment("2024-10-26T02:30");
    CHECK(bounds(moved) == local);
    CHECK(bounds(event("2024-10-27T01:30", "2024-10-27T03:00")) ==
          Lines{"DTSTART;TZID=Europe/Stockholm:20241027T013000", "DTEND;TZID=Europe/Stockholm:20241027T030000"});
    // Where the night has two midnights a whole day is a day all the same.
    CHECK(bounds(event("2024-11-03"), *Zone::find("America/Havana")) == Lines{"DTSTART;VALUE=DATE:20241103"});
}

TEST_CASE("the time zone covers every occurrence and the end of the last") {
    const struct {
        std::string_view start;
        CalendarRepeat repeat;
    } cases[] = {
        {"2024-10-01T18:00", {Every::week, 1, {}, *parse_iso_date("2026-08-01"), {}, {}}},
        {"2024-10-01T18:00", {Every::day, 1, {std::chrono::Tuesday}, {}, 200, {}}},
        {"2024-10-01T18:00", {Every::day, 3, {}, {}, 400, {}}},
        {"2023-01-31T18:00", {Every::month, 1, {}, {}, 60, {}}},
        {"2024-02-29T18:00", {Every::year, 1, {}, {}, 3, {}}},
        {"2020-07-01T18:00", {Every::month, 6, {}, {}, 20, {}}},
        {"2024-10-01T18:00", {Every::week, 30, {std::chrono::Tuesday}, {}, 15, {}}},
    };
    for (const auto& [start, repeat] : cases) {
        CAPTURE(start);
        const IcalEvent read = read_ical(ics(repeating(start, repeat))).events.at(0);
        REQUIRE(read.occurrences.size() > 1);
        for (std::size_t i = 0; i < read.occurrences.size(); ++i) {
            CAPTURE(to_iso(read.occurrences[i].time));
            CHECK(read.occurrence_instants[i] == stockholm().to_instant(read.occurrences[i].time));
        }
    }
    // Of the festival that goes on into the next summer, also the last time.
    CalendarEvent long_one = event("2024-11-01T12:00", "2025-06-01T12:00");
    long_one.repeat = CalendarRepeat{Every::year, 1, {}, *parse_iso_date("2025-12-01"), {}, {}};
    CHECK(read_ical(ics(long_one)).zones.at(0).observances.back().onset == moment("2026-10-25T03:00").time);
    // New Year's Eve is in standard time, the festival's last day in summer time of the next year.
    const IcalCalendar read = read_ical(ics(event("2024-12-31T22:00", "2025-06-01T12:00")));
    const LocalTime last = read.zones.at(0).observances.back().onset;
    CHECK(last == moment("2025-10-26T03:00").time);
}

TEST_CASE("the first observance is in force before the first event, and each follows from the one before") {
    for (const char* name : kZones) {
        for (const std::string_view start :
             {"1000-01-01T00:00", "1850-01-01T00:00", "1970-01-01T00:00", "2024-01-01T00:00", "9999-12-31T23:59"}) {
            CAPTURE(name, start);
            const IcalCalendar read = read_ical(ics(event(start), *Zone::find(name)));
            CHECK(read.faults.empty());
            if (std::string_view(name) == "Etc/UTC") continue;
            REQUIRE(read.zones.size() == 1);
            CHECK(read.zones[0].id == name);
            const auto& observances = read.zones[0].observances;
            REQUIRE(!observances.empty());
            CHECK(observances.front().onset <= moment(start).time);
            for (std::size_t i = 1; i < observances.size(); ++i) {
                CHECK(observances[i - 1].onset < observances[i].onset);
                CHECK(observances[i - 1].to == observances[i].from);
            }
        }
    }
}

TEST_CASE("before a zone's first known rule its oldest offset holds") {
    const auto read = read_ical(ics(event("1850-05-07T16:30"))).zones.at(0).observances;
    REQUIRE(read.size() == 1);
    CHECK(read[0].onset == moment("1849-01-01T00:00").time);
    CHECK(read[0].from == std::chrono::seconds(4332));
    CHECK(read[0].to == std::chrono::seconds(4332));
    CHECK(read[0].name == "LMT");
}

TEST_CASE("years that no event uses cost nothing") {
    const auto observances = [](std::vector<CalendarEvent> events) {
        return read_ical(to_ics(calendar(std::move(events)), stockholm())).zones.at(0).observances.size();
    };
    CHECK(observances({event("2024-05-07T16:30")}) == 3);
    CHECK(observances({event("2024-05-07T16:30"), event("2024-11-07T16:30"), event("2024-01-07T16:30")}) == 3);
    CHECK(observances({event("2025-05-07T16:30"), event("2024-05-07T16:30")}) == 5);
    CHECK(observances({event("2024-05-07T16:30"), event("1850-05-07T16:30"), event("9999-05-07T16:30")}) == 7);
    CHECK(observances({repeating("2024-05-07T16:30", {Every::week, 1, {}, *parse_iso_date("2020-01-01"), {}, {}})}) == 3);
    // However far a repetition runs.
    for (const CalendarRepeat& far :
         {CalendarRepeat{Every::year, 1000, {}, {}, 1000, {}}, CalendarRepeat{Every::week, 1, {}, *parse_iso_date("9999-12-31"), {}, {}},
          CalendarRepeat{Every::day, 1, {}, {}, {}, {}}, CalendarRepeat{Every::year, 2147483647, {}, {}, 2147483647, {}}}) {
        CHECK(observances({repeating("2024-05-07T16:30", far)}) <= 2 * 103);
    }
}

TEST_CASE("times of a zone that is UTC are written in UTC") {
    for (const char* name : {"Etc/UTC", "UTC", "Etc/GMT"}) {
        CAPTURE(name);
        const CalendarRepeat repeat{Every::week, 1, {}, *parse_iso_date("2024-06-11"), {}, {moment("2024-05-14")}};
        CalendarEvent one = event("2024-05-07T16:30", "2024-05-07T18:00");
        one.repeat = repeat;
        const std::string text = ics(one, *Zone::find(name));
        CHECK(lines_of(text, "DT") == Lines{"DTSTAMP:20240503T071500Z", "DTSTART:20240507T163000Z", "DTEND:20240507T180000Z"});
        CHECK(lines_of(text, "RRULE") == Lines{"RRULE:FREQ=WEEKLY;UNTIL=20240611T235959Z"});
        CHECK(lines_of(text, "EXDATE") == Lines{"EXDATE:20240514T163000Z"});
        CHECK(lines_of(text, "BEGIN:VTIMEZONE").empty());
    }
    // London is not UTC, though it keeps its clocks in winter.
    CHECK(lines_of(ics(event("2024-01-07T16:30"), *Zone::find("Europe/London")), "DTSTART;") ==
          Lines{"DTSTART;TZID=Europe/London:20240107T163000"});
}

TEST_CASE("whole days need no time zone") {
    const std::string text = to_ics(calendar({event("2024-05-07"), event("2025-05-07", "2025-05-09")}), stockholm());
    CHECK(lines_of(text, "BEGIN:VTIMEZONE").empty());
    CHECK(lines_of(text, "DTSTART") == Lines{"DTSTART;VALUE=DATE:20240507", "DTSTART;VALUE=DATE:20250507"});
}

TEST_CASE("a calendar without events holds a component all the same") {
    for (const char* name : {"Europe/Stockholm", "Etc/UTC", "Asia/Tokyo"}) {
        CAPTURE(name);
        const IcalCalendar read = read_ical(to_ics(calendar({}), *Zone::find(name)));
        CHECK(read.faults.empty());
        CHECK(read.events.empty());
        REQUIRE(read.zones.size() == 1);
        CHECK(read.zones[0].id == name);
        CHECK(!read.zones[0].observances.empty());
        CHECK(read.value("LAST-MODIFIED") == "");
    }
}

TEST_CASE("a calendar that nobody can subscribe to asks for no refresh") {
    Calendar single = calendar({event("2024-05-07T16:30")});
    CHECK(lines_of(to_ics(single, stockholm()), "REFRESH-INTERVAL").empty());
    CHECK(lines_of(to_ics(single, stockholm()), "X-PUBLISHED-TTL").empty());
    single.source = "https://press.ekinge.example/kalender.ics";
    CHECK(lines_of(to_ics(single, stockholm()), "REFRESH-INTERVAL") == Lines{"REFRESH-INTERVAL;VALUE=DURATION:PT1H"});
    CHECK(lines_of(to_ics(single, stockholm()), "METHOD").empty());
}

TEST_CASE("events stand in the order given, and the newest change is the calendar's") {
    CalendarEvent b = event("2024-05-07T16:30"), a = event("2024-06-07T16:30");
    b.uid = "b@x", a.uid = "a@x";
    a.last_modified += std::chrono::hours(48);
    const std::string text = to_ics(calendar({b, a, b}), stockholm());
    CHECK(lines_of(text, "UID") == Lines{"UID:b@x", "UID:a@x", "UID:b@x"});
    CHECK(lines_of(text, "LAST-MODIFIED").front() == "LAST-MODIFIED:20240505T071500Z");
}

struct Comma : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    std::string do_grouping() const override { return "\3"; }
};

TEST_CASE("neither the machine's locale nor its time zone reaches the file") {
    CalendarEvent one = event("2024-05-07T16:30");
    one.place = {"Torget", "", std::pair(57.123456, 1012.5)};
    one.sequence = 12345;
    const std::string here = ics(one);
    const std::locale before = std::locale::global(std::locale(std::locale::classic(), new Comma));
    setenv("TZ", "Pacific/Auckland", 1);
    const std::string there = ics(one);
    unsetenv("TZ");
    std::locale::global(before);
    CHECK(here == there);
    CHECK(lines_of(here, "GEO") == Lines{"GEO:57.123456;1012.500000", "GEO:57.123456;1012.500000"});
    CHECK(lines_of(here, "SEQUENCE") == Lines{"SEQUENCE:12345"});
}

}  // namespace
}  // namespace pressrum
