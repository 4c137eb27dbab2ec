// What editors may write by mistake or out of spite: a message, or a calendar that another program reads whole. Never a broken file.
#include "support/calendar_times.hpp"
#include "support/rendered_site.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <algorithm>

using namespace pressrum;
using namespace pressrum::test;

namespace {

Files post_with(std::string_view events) {
    return with(ekinge(), "posts/2026/11/post.md", post_text("Inbjudan", "2026-11-05T10:00", fmt::format("events:\n{}", events)));
}

// The calendar of event x, as libical has it; a file that is not sound, or tells other times than the site, fails here.
IcalCalendar read_whole(const RenderedSite& room) {
    CHECK(read_ical(room.file("kalender.ics")).faults == std::vector<std::string>{});
    if (room.site().events.empty()) return {};
    IcalCalendar calendar = read_ical(room.file("2026/11/post/x.ics"));
    CHECK(calendar.faults == std::vector<std::string>{});
    CHECK(read_times(calendar, room.site().events[0].uid) == site_times(room.site(), room.site().events[0]));
    return calendar;
}

bool has_error(const RenderedSite& room) {
    const auto& all = room.test().diagnostics.all();
    return std::any_of(all.begin(), all.end(), [](const Diagnostic& each) { return each.rule->severity == Severity::error; });
}

std::string summary_of(std::string_view yaml) {
    const RenderedSite room(post_with(fmt::format("  - id: x\n    start: 2026-12-08T18:00\n    title: {}\n", yaml)));
    CHECK(room.reported() == "");
    const IcalCalendar calendar = read_whole(room);
    REQUIRE(calendar.events.size() == 1);
    return calendar.events[0].value("SUMMARY");
}

std::string rules_of_event(std::string_view event) {
    const RenderedSite room(post_with(event));
    if (!has_error(room)) read_whole(room);  // else nothing is published
    return rules_of(room.test().diagnostics);
}

}  // namespace

TEST_CASE("a title with line ends, marks of the format or signs of all kinds arrives as it was written") {
    CHECK(rules_of_event("  - {id: x, title: \"Fest\\r\\nBEGIN:VEVENT\\r\\nUID:x\", start: 2026-12-08T18:00}\n") == "yaml/backslash");
    CHECK(summary_of("|\r\n      Fest\r\n      BEGIN:VEVENT\r\n      UID:x\r\n") == "Fest\nBEGIN:VEVENT\nUID:x");
    CHECK(summary_of(R"("Fika, kaffe; te \\ mjölk\\n: \"ja\"")") == "Fika, kaffe; te \\ mjölk\\n: \"ja\"");
    std::string emoji;
    for (int i = 0; i < 500; ++i) emoji += i % 2 == 0 ? "🎉" : "👨‍👩‍👧";
    CHECK(summary_of("\"" + emoji + "\"") == emoji);
}

TEST_CASE("a place of five kilobytes stands in lines that every program can read") {
    std::string place;
    while (place.size() < 5000) place += "Ågatan 1; eller, å ";
    const RenderedSite room(post_with("  - {id: x, title: Y, start: 2026-12-08T18:00, location: \"" + place + "\", geo: [59.6, 17.1]}\n"));
    const IcalCalendar calendar = read_whole(room);
    CHECK(calendar.events.at(0).value("LOCATION") == place.substr(0, place.size() - 1));
    const std::string bytes = room.file("kalender.ics");
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = bytes.find("\r\n", begin);
        REQUIRE(end - begin <= 75);
        begin = end + 2;
    }
}

TEST_CASE("a further time of a series is neither before its first nor one that is there") {
    const auto told = [](const std::string& extra) {
        return rules_of_event("  - {id: x, title: Y, start: 2026-12-08T18:00, repeat: {every: week, count: 3, extra: [" + extra + "]}}\n");
    };
    CHECK(told("2026-12-08") == "event/extra-nothing");
    CHECK(told("2026-12-08T18:00") == "event/extra-nothing");
    CHECK(told("2026-12-08T17:59") == "event/extra-before-start");
    CHECK(told("2026-12-08T18:01") == "");
    CHECK(told("2026-12-07") == "event/extra-before-start");
    CHECK(told("2026-12-15") == "event/extra-nothing");
    CHECK(told("2026-12-09, 2026-12-09") == "event/extra-nothing");
    CHECK(told("2026-12-09") == "");
}

TEST_CASE("events at the ends of the calendar, and in the nights when clocks change, are at the right moment or a message") {
    CHECK(rules_of_event("  - {id: x, title: Y, start: 1850-06-01T12:00, end: 1850-06-01T13:00}\n") == "");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 9999-12-31T12:00}\n") == "event/too-far");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 2500-12-31T12:00}\n") == "");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 9999-12-31}\n") == "event/too-far");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 2500-12-30, repeat: {every: day, count: 2}}\n") == "");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 2500-12-30, repeat: {every: day, count: 5}}\n") == "event/repeat-too-far");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 2027-03-27T22:00, end: 2027-03-28T06:00}\n") == "");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 2027-03-28T02:30}\n") == "time/gap");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 2026-10-25T02:30}\n") == "time/twice");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 10000-01-01}\n") == "value/moment");
}

TEST_CASE("a series without end, or with more times than anybody would go to, is a message") {
    CHECK(rules_of_event("  - {id: x, title: Y, start: 2026-12-08T18:00, repeat: {every: week}}\n") == "event/repeat-end");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 2026-12-08T18:00, repeat: {every: day, count: 2000000000}}\n") == "event/too-many");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 2026-12-08T18:00, repeat: {every: day, until: 9999-12-31}}\n") == "event/too-far");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 2026-12-08T18:00, repeat: {every: day, until: 2500-12-31}}\n") == "event/too-many");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 2026-12-08T18:00, repeat: {every: year, until: 2500-12-31}}\n") == "");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 2026-12-08T18:00, repeat: {every: year, count: 475}}\n") == "");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 2026-12-08T18:00, repeat: {every: year, count: 476}}\n") == "event/repeat-too-far");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 2026-12-08T18:00, repeat: {every: year, count: 5000}}\n") == "event/repeat-too-far");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 2026-12-08T18:00, repeat: {every: year, interval: 1000, count: 2}}\n") ==
          "event/repeat-too-far");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 2028-02-29, repeat: {every: year, count: 100}}\n") == "");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 2026-12-08T18:00, repeat: {every: week, except: [2026-12-15], count: 1001}}\n") ==
          "");
    CHECK(rules_of_event("  - {id: x, title: Y, start: 2026-12-08T18:00, repeat: {every: day, interval: 2000000000, count: 3}}\n") ==
          "event/repeat-interval");
}

// Readers take either of the two hours, so the file is not read back here.
TEST_CASE("a series through the hour that comes twice is a warning, through one that does not come an error") {
    const auto reported = [](const std::string& event) {
        TestSite test;
        make_site(test, post_with(event));
        return rules_of(test.diagnostics);
    };
    CHECK(reported("  - {id: x, title: Y, start: 2026-10-18T02:30, repeat: {every: week, count: 3}}\n") == "time/twice");
    CHECK(reported("  - {id: x, title: Y, start: 2027-03-21T02:30, repeat: {every: week, count: 3}}\n") == "time/gap");
    CHECK(reported("  - {id: x, title: Y, start: 2026-10-18T02:30, repeat: {every: week, count: 3, except: [2026-10-25]}}\n") == "");
}

TEST_CASE("a zone that does not exist is a message, and there is no site") {
    TestSite test;
    Files files = post_with("  - {id: x, title: Y, start: 2026-12-08T18:00}\n");
    files["site/site.yaml"] = "title: Pressrum\nbase_url: https://press.ekinge.example/\nlanguage: sv\ntimezone: Europe/Ekinge\n";
    make_site(test, files);
    CHECK(rules_of(test.diagnostics) == "site/timezone");
    CHECK_FALSE(test.site);
}

TEST_CASE("five thousand events in one post are five thousand in the calendar") {
    std::string events, changes = "changes:\n", body = "En rad text.\n\n";
    for (int i = 0; i < 5000; ++i) {
        events += fmt::format("  - {{id: e{}, title: Möte {}, start: 2026-12-{:02}T{:02}:{:02}}}\n", i, i, 1 + i % 28, 8 + i / 28 % 10,
                              i / 280 % 60);
        if (i < 2000)
            changes += fmt::format("  - {{at: 2026-11-{:02}T{:02}:{:02}, kind: update, event: e{}, note: Ny lokal.}}\n", 20 + i / 1440,
                                   i / 60 % 24, i % 60, i);
    }
    const RenderedSite room(
        with(ekinge(), "posts/2026/11/post.md", post_text("Inbjudan", "2026-11-05T10:00", "events:\n" + events + changes, body)));
    CHECK(room.reported() == "");
    CHECK(room.site().listed_events.size() == 5000);
    const IcalCalendar calendar = read_ical(room.file("kalender.ics"));
    CHECK(calendar.events.size() == 5000);
    CHECK(calendar.faults.empty());
}
