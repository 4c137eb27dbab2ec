#include "base/time.hpp"
#include "base/zone.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;
using namespace std::chrono_literals;

namespace {
LocalTime at(std::string_view text) { return *parse_iso_local_time(text); }
Zone stockholm() { return *Zone::find("Europe/Stockholm"); }
}  // namespace

TEST_CASE("dates and times are read in one form only") {
    for (const char* good : {"2024-05-07", "2024-02-29", "1000-01-01", "9999-12-31"}) CHECK(parse_iso_date(good));
    for (const char* bad : {"2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "2024-5-7", "0999-01-01", "24-05-07", "2024-05-07 ", "",
                            "2024/05/07", "2024/05-07", "2024-05/07", "202x-05-07", "2024-0x-07", "2024-05-0x"}) {
        INFO(bad);
        CHECK_FALSE(parse_iso_date(bad));
    }
    for (const char* good : {"2024-05-07T00:00", "2024-05-07T23:59"}) CHECK(parse_iso_local_time(good));
    for (const char* bad : {"2024-05-07T24:00", "2024-05-07T12:60", "2024-05-07 12:00", "2024-05-07T12:00:00", "2024-05-07T1200",
                            "2024-02-30T12:00", "2024-05-07"}) {
        INFO(bad);
        CHECK_FALSE(parse_iso_local_time(bad));
    }
}

TEST_CASE("times are written as the formats want them") {
    CHECK(to_iso(at("2024-05-07T16:30")) == "2024-05-07T16:30");
    CHECK(to_iso(at("2024-05-07T16:30"), 2h) == "2024-05-07T16:30:00+02:00");
    CHECK(to_iso(at("2024-05-07T16:30"), -3h - 30min) == "2024-05-07T16:30:00-03:30");
    CHECK(to_rfc822(at("2024-05-07T16:30"), 2h) == "Tue, 07 May 2024 16:30:00 +0200");
    CHECK(to_iso(Instant(0s)) == "1970-01-01T00:00:00Z");
}

TEST_CASE("seconds are written where there are some, and every day and month has its name") {
    const LocalTime odd = at("2024-12-31T09:05") + 7s;
    CHECK(to_iso(odd) == "2024-12-31T09:05:07");
    CHECK(to_iso(odd, 0s) == "2024-12-31T09:05:07+00:00");
    CHECK(to_iso(odd, -45min) == "2024-12-31T09:05:07-00:45");
    CHECK(to_iso(Instant(odd.time_since_epoch())) == "2024-12-31T09:05:07Z");
    CHECK(to_rfc822(odd, 1h) == "Tue, 31 Dec 2024 09:05:07 +0100");
    CHECK(to_rfc822(odd, -9h - 30min) == "Tue, 31 Dec 2024 09:05:07 -0930");
    CHECK((year_of(odd) == 2024 && month_of(odd) == 12));
    CHECK(to_iso(*parse_iso_date("1000-01-01")) == "1000-01-01");
    std::string days, months;
    for (int i = 0; i < 7; ++i) days += to_rfc822(at("2024-05-05T00:00") + std::chrono::days(i), 0s).substr(0, 4);
    for (const char* day : {"2023-01-02", "2023-02-02", "2023-03-02", "2023-04-02", "2023-05-02", "2023-06-02", "2023-07-02", "2023-08-02",
                            "2023-09-02", "2023-10-02", "2023-11-02", "2023-12-02"})
        months += to_rfc822(midnight(*parse_iso_date(day)), 0s).substr(5, 7);
    CHECK(days == "Sun,Mon,Tue,Wed,Thu,Fri,Sat,");
    CHECK(months == "02 Jan 02 Feb 02 Mar 02 Apr 02 May 02 Jun 02 Jul 02 Aug 02 Sep 02 Oct 02 Nov 02 Dec ");
}

TEST_CASE("a zone knows the hour that does not exist and the one that comes twice") {
    const Zone zone = stockholm();
    CHECK(zone.kind_of(at("2024-03-31T01:59")) == LocalKind::unique);
    CHECK(zone.kind_of(at("2024-03-31T02:00")) == LocalKind::gap);
    CHECK(zone.kind_of(at("2024-03-31T02:59")) == LocalKind::gap);
    CHECK(zone.kind_of(at("2024-03-31T03:00")) == LocalKind::unique);
    CHECK(zone.kind_of(at("2024-10-27T02:30")) == LocalKind::twice);
    CHECK(to_iso(zone.to_instant(at("2024-10-27T02:30"))) == "2024-10-27T00:30:00Z");  // the first one
    CHECK(to_iso(zone.to_instant(at("2024-05-07T16:30"))) == "2024-05-07T14:30:00Z");
    CHECK(zone.to_local(zone.to_instant(at("2024-12-24T15:00"))) == at("2024-12-24T15:00"));
}

TEST_CASE("summers after 2037 are summers too") {
    const Zone zone = stockholm();
    for (const char* summer : {"2038-07-01T12:00", "2050-07-01T12:00", "2101-07-01T12:00", "9999-07-01T12:00"}) {
        INFO(summer);
        CHECK(zone.offset_at(at(summer)) == 2h);
    }
    CHECK(zone.offset_at(at("2038-12-24T15:00")) == 1h);
    CHECK(zone.kind_of(at("2040-03-25T02:30")) == LocalKind::gap);  // the last Sunday of March
    const ZonePeriod period = zone.period_at(zone.to_instant(at("2040-07-01T12:00")));
    CHECK(period.daylight);
    CHECK(to_iso(period.begin) == "2040-03-25T01:00:00Z");
    CHECK(to_iso(period.end) == "2040-10-28T01:00:00Z");
}

// What zdump says.
TEST_CASE("after 2037 a zone keeps its present rule, whatever it had before") {
    static const struct {
        const char *zone, *time;
        int minutes;
    } kCases[] = {
        {"America/Nuuk", "2040-01-15T12:00", -120},     {"America/Nuuk", "2040-07-15T12:00", -60},
        {"America/Nuuk", "2044-12-15T12:00", -120},     {"Africa/Cairo", "2040-01-15T12:00", 120},
        {"Africa/Cairo", "2040-07-15T12:00", 180},      {"Africa/Cairo", "2044-08-15T12:00", 180},
        {"America/Asuncion", "2040-07-15T12:00", -180}, {"Europe/Stockholm", "2040-03-25T03:00", 120},
        {"America/Santiago", "2040-01-15T12:00", -180}, {"America/Santiago", "2040-07-15T12:00", -240},
        {"Australia/Sydney", "2040-02-29T12:00", 660},  {"Asia/Gaza", "2050-07-15T12:00", 180},
    };
    for (const auto& each : kCases) {
        INFO(each.zone << " " << each.time);
        CHECK(Zone::find(each.zone)->offset_at(at(each.time)) == std::chrono::minutes(each.minutes));
    }
    const auto period = [](const char* name, const char* time) {
        const Zone zone = *Zone::find(name);
        const ZonePeriod found = zone.period_at(zone.to_instant(at(time)));
        return to_iso(found.begin) + " " + to_iso(found.end);
    };
    CHECK(period("America/Nuuk", "2040-07-15T12:00") == "2040-03-25T01:00:00Z 2040-10-28T01:00:00Z");
    CHECK(period("Africa/Cairo", "2040-07-15T12:00") == "2040-04-26T22:00:00Z 2040-10-25T21:00:00Z");
    CHECK(period("Europe/Stockholm", "2040-12-15T12:00") == "2040-10-28T01:00:00Z 2041-03-31T01:00:00Z");
    CHECK(period("Europe/Stockholm", "2041-01-15T12:00") == "2040-10-28T01:00:00Z 2041-03-31T01:00:00Z");
    CHECK(period("Europe/Stockholm", "2037-01-15T12:00") == "2036-10-26T01:00:00Z 2037-03-29T01:00:00Z");
}

TEST_CASE("in each year of a century the clock changes on the days that its zone's rule names") {
    using namespace std::chrono;
    const auto noon = [](local_days day, days more = days(0)) { return LocalTime((day + more).time_since_epoch() + 12h); };
    const Zone stockholm_zone = stockholm(), new_york = *Zone::find("America/New_York"), sydney = *Zone::find("Australia/Sydney");
    const auto changes = [&](const Zone& zone, local_days day, hours from, hours to) {
        INFO(zone.name() << " " << to_iso(noon(day)));
        for (int before = 1; before <= 40; ++before) {
            if (zone.offset_at(noon(day, -days(before))) != from) FAIL_CHECK(before << " days before");
        }
        for (int after = 0; after <= 40; ++after) {
            if (zone.offset_at(noon(day, days(after))) != to) FAIL_CHECK(after << " days after");
        }
    };
    for (year y{2030}; y <= year(2140); ++y) {
        changes(stockholm_zone, local_days(y / March / Sunday[last]), 1h, 2h);
        changes(stockholm_zone, local_days(y / October / Sunday[last]), 2h, 1h);
        changes(new_york, local_days(y / March / Sunday[2]), -5h, -4h);
        changes(new_york, local_days(y / November / Sunday[1]), -4h, -5h);
        changes(sydney, local_days(y / April / Sunday[1]), 11h, 10h);
        changes(sydney, local_days(y / October / Sunday[1]), 10h, 11h);
        CHECK(stockholm_zone.kind_of(LocalTime(local_days(y / March / Sunday[last]).time_since_epoch() + 2h + 30min)) == LocalKind::gap);
        CHECK(stockholm_zone.kind_of(LocalTime(local_days(y / October / Sunday[last]).time_since_epoch() + 2h + 30min)) ==
              LocalKind::twice);
    }
}

TEST_CASE("a stretch of time between two changes of the clock is told whole") {
    const Zone zone = stockholm();
    const auto told = [&](const char* time) {
        const ZonePeriod period = zone.period_at(zone.to_instant(at(time)));
        return to_iso(period.begin) + " " + to_iso(period.end) + " " + std::to_string(period.offset.count() / 60) + " " +
               (period.daylight ? "summer " : "winter ") + period.abbreviation;
    };
    CHECK(told("2024-07-01T12:00") == "2024-03-31T01:00:00Z 2024-10-27T01:00:00Z 120 summer CEST");
    CHECK(told("2024-12-01T12:00") == "2024-10-27T01:00:00Z 2025-03-30T01:00:00Z 60 winter CET");
    CHECK(told("2050-07-01T12:00") == "2050-03-27T01:00:00Z 2050-10-30T01:00:00Z 120 summer CEST");
    CHECK(Zone::utc().offset_at(at("2024-07-01T12:00")) == 0s);
}

TEST_CASE("only names of the zone database are zones") {
    CHECK(Zone::find("Europe/Stockholm")->name() == "Europe/Stockholm");
    for (const char* bad : {"Europe/Ekinge", "", "/etc/passwd", "../../etc/passwd", "CEST ", "localtime", "posixrules", "Factory",
                            "right/Europe/Stockholm", "posix/Europe/Stockholm", "zone.tab"}) {
        INFO(bad);
        CHECK_FALSE(Zone::find(bad));
    }
}
