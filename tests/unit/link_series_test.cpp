// Series: times that are added, moved and cancelled, and how they are shown.
#include "base/text.hpp"
#include "link/ledger.hpp"
#include "support/ical.hpp"
#include "support/rendered_site.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <set>

using namespace pressrum;
using namespace pressrum::test;
using nlohmann::json;

namespace {

constexpr const char* kPath = "posts/2026/11/kurs.md";

// A course on Tuesdays at 18, from 24 November 2026 on, six times.
Files course(std::string_view series, std::string_view more = {}) {
    const std::string post = fmt::format(
        "events:\n  - id: kurs\n    title: Kurs\n    start: 2026-11-24T18:00\n    end: 2026-11-24T20:00\n    location: Skolan\n    "
        "repeat:\n"
        "      every: week\n      count: 6\n{}{}",
        series, more);
    return with(ekinge(), kPath, post_text("Kurs i vinter", "2026-11-05T10:00", post));
}

constexpr const char* kTold = "changes:\n  - {at: 2026-11-20T09:00, kind: moved, event: kurs, note: Ett tillfälle har ändrats.}\n";

std::string times_of(const SiteEvent& event) {
    static constexpr const char* kStatus[] = {"", " cancelled", " moved", " postponed"};
    std::string text;
    for (const Occurrence& each : event.occurrences) {
        text += to_iso(each.start.time).substr(5) + kStatus[static_cast<std::size_t>(each.status)] +
                (each.previous ? " from " + to_iso(each.previous->time).substr(5) : "") + "\n";
    }
    return text;
}

std::string text_of(std::string_view html) {
    std::string text;
    bool tag = false;
    for (const char c : html) {
        tag = tag || c == '<';
        if (!tag) text += c;
        tag = tag && c != '>';
    }
    return replace_all(std::move(text), "\u00A0", " ");
}

}  // namespace

TEST_CASE("times of a series are moved, cancelled and added, and stand in order of when they are") {
    const RenderedSite room(course(
        "      extra: [2026-12-17]\n      moved:\n        - {date: 2026-12-01, start: 2026-12-10T17:00}\n      cancelled: [2026-12-08]\n",
        kTold));
    CHECK(room.reported() == "");
    CHECK(times_of(room.site().events[0]) ==
          "11-24T18:00\n12-08T18:00 cancelled\n12-10T17:00 moved from 12-01T18:00\n12-15T18:00\n12-17T18:00\n12-22T18:00\n12-29T18:00\n");
    CHECK(to_iso(room.site().events[0].occurrences[2].end->time) == "2026-12-10T19:00");
}

TEST_CASE("a day that becomes free may be moved to, and what is cancelled is in nobody's way") {
    const RenderedSite swapped(course(
        "      moved:\n        - {date: 2026-12-01, start: 2026-12-08T18:00}\n        - {date: 2026-12-08, start: 2026-12-01T18:00}\n",
        kTold));
    CHECK(swapped.reported() == "");
    const RenderedSite onto(
        course("      moved:\n        - {date: 2026-12-01, start: 2026-12-08T18:00}\n      cancelled: [2026-12-08]\n", kTold));
    CHECK(onto.reported() == "");
    CHECK(onto.site().events[0].occurrences.size() == 6);
}

TEST_CASE("an event without an announced end is a coming one until its day is over") {
    const Files files = with(
        ekinge(), kPath,
        post_text("Möte", "2026-11-05T10:00", "events:\n  - {id: mote, title: Öppet hus, start: 2026-12-01T18:00, location: Skolan}\n"));
    const auto coming = [&](std::string_view now) {
        return RenderedSite(files, {.now = now}).file("evenemang/").find("Öppet hus") != std::string::npos;
    };
    CHECK(coming("2026-12-01T23:59"));
    CHECK_FALSE(coming("2026-12-02T00:00"));
}

TEST_CASE("a moved time after the last one keeps the event among the coming ones until it is over") {
    const Files files = course("      moved:\n        - {date: 2026-12-29, start: 2027-02-01T18:00}\n", kTold);
    const RenderedSite room(files, {.now = "2027-01-20T12:00"});
    CHECK(to_iso(room.site().events[0].last.time) == "2027-02-01T20:00");
    CHECK(text_of(room.file("evenemang/")).find("1 februari 2027") != std::string::npos);
}

TEST_CASE("a series that is cancelled as a whole is so every time, also the moved one") {
    Files files =
        course("      moved:\n        - {date: 2026-12-01, start: 2026-12-02T18:00}\n", "    status: cancelled\n" + std::string(kTold));
    const RenderedSite room(files);
    CHECK(times_of(room.site().events[0]) ==
          "11-24T18:00 cancelled\n12-02T18:00 cancelled from 12-01T18:00\n12-08T18:00 cancelled\n12-15T18:00 cancelled\n12-22T18:00 "
          "cancelled\n12-29T18:00 cancelled\n");
    const IcalCalendar calendar = read_ical(room.file("kalender.ics"));
    REQUIRE(calendar.events.size() == 2);
    for (const IcalEvent& event : calendar.events) CHECK(event.value("STATUS") == "CANCELLED");
}

TEST_CASE("what was cancelled or moved is told in the lists, the box, the feed, the structured data and the calendar") {
    const RenderedSite room(
        course("      moved:\n        - {date: 2026-12-01, start: 2026-12-02T18:00, note: Salen behövs.}\n        - {date: 2026-12-15, "
               "start: 2026-12-15T18:00, location: Biblioteket}\n"
               "      cancelled:\n        - {date: 2026-12-08, note: Ledaren är sjuk.}\n",
               kTold));
    CHECK(room.reported() == "");
    const std::string list = text_of(room.file("evenemang/"));
    CHECK(list.find("Det här tillfället är inställt. Det blir inte av. Ledaren är sjuk.") != std::string::npos);
    CHECK(list.find("Tidigare tid: tisdag 1 december 2026 kl. 18.00") != std::string::npos);
    CHECK(list.find("Ny plats") != std::string::npos);
    const std::string page = text_of(room.file("2026/11/kurs/"));
    CHECK(page.find("Ändrade tillfällen") != std::string::npos);
    CHECK(page.find("tisdag 8 december 2026 kl. 18.00–20.00. Ledaren är sjuk.") != std::string::npos);
    CHECK(page.find("Ny plats\n tisdag 15 december 2026 kl. 18.00–20.00, Biblioteket") != std::string::npos);
    const std::string data = room.file("2026/11/kurs/");
    CHECK(data.find(R"("startDate":"2026-12-08T18:00:00+01:00","eventStatus":"https://schema.org/EventCancelled")") != std::string::npos);
    CHECK(data.find(R"("eventStatus":"https://schema.org/EventRescheduled","previousStartDate":"2026-12-01T18:00:00+01:00")") !=
          std::string::npos);
    CHECK(
        data.find(
            R"("startDate":"2026-12-15T18:00:00+01:00","eventStatus":"https://schema.org/EventScheduled","location":{"@type":"Place","name":"Biblioteket"})") !=
        std::string::npos);
    CHECK(room.file("rss.xml").find("<title>DELVIS INSTÄLLT: Kurs i vinter</title>") != std::string::npos);
    CHECK(room.file("").find("Delvis inställt") != std::string::npos);
    const IcalCalendar calendar = read_ical(room.file("kalender.ics"));
    std::vector<std::string> summaries;
    for (const IcalEvent& event : calendar.events) summaries.push_back(event.value("SUMMARY"));
    CHECK(summaries == std::vector<std::string>{"Kurs", "NY TID: Kurs", "INSTÄLLT: Kurs", "NY PLATS: Kurs"});
}

TEST_CASE("whoever tells one time of a series tells one that holds") {
    const auto told = [](std::string_view series, std::string_view more = {}) {
        const RenderedSite room(course(series, more.empty() ? kTold : std::string(more) + kTold));
        CHECK(room.reported() == "");
        const json event = json::parse(room.file("releases/2026.json")).at("releases").at(0).at("events").at(0);
        const std::string page = text_of(room.file("2026/11/kurs/"));
        return std::pair(event, page);
    };
    SECTION("the first is cancelled: the next is told, and what is not as usual") {
        const auto [event, page] = told("      cancelled:\n        - {date: 2026-11-24, note: Ledaren är sjuk.}\n");
        CHECK(event.at("status") == "scheduled");
        CHECK(event.at("start") == "2026-12-01T18:00:00+01:00");
        CHECK(event.at("end") == "2026-12-01T20:00:00+01:00");
        CHECK(event.at("occurrences").size() == 5);
        CHECK(event.at("changed_times") ==
              json::parse(R"([{"planned": "2026-11-24T18:00:00+01:00", "status": "cancelled", "note": "Ledaren är sjuk."}])"));
        CHECK(page.find("Tid tisdag 1 december 2026 kl. 18.00–20.00") != std::string::npos);
        CHECK(page.find("\"startDate\":\"2026-11-24T18:00:00+01:00\",\"endDate\"") == std::string::npos);
    }
    SECTION("one changed time is all that is left: it is told, with what became of it") {
        const std::string_view last = "      except: [2026-11-24, 2026-12-01, 2026-12-08, 2026-12-15, 2026-12-22]\n";
        const auto [event, page] =
            told(std::string(last) + "      moved:\n        - {date: 2026-12-29, start: 2026-12-30T18:00, location: Hallen}\n");
        CHECK(event.at("status") == "moved");
        CHECK(event.at("start") == "2026-12-30T18:00:00+01:00");
        CHECK(event.at("previous_start") == "2026-12-29T18:00:00+01:00");
        CHECK(event.at("location") == "Hallen");
        CHECK(page.find("Ny tid onsdag 30 december 2026") != std::string::npos);
    }
    SECTION("every time is cancelled alone: so is the event") {
        const auto [event, page] = told("      cancelled: [2026-11-24, 2026-12-01, 2026-12-08, 2026-12-15, 2026-12-22, 2026-12-29]\n");
        CHECK(event.at("status") == "cancelled");
        CHECK_FALSE(event.contains("occurrences"));
    }
    SECTION("the whole series is cancelled: each part of it says so to search engines") {
        const RenderedSite room(course("", "    status: cancelled\n" + std::string(kTold)));
        const std::string page = room.file("2026/11/kurs/");
        std::size_t cancelled = 0;
        for (std::size_t at = page.find("EventCancelled"); at != std::string::npos; at = page.find("EventCancelled", at + 1)) ++cancelled;
        CHECK(cancelled == 7);
    }
}

TEST_CASE("a moved or cancelled time wants an entry under changes, once for the series") {
    const RenderedSite silent(
        course("      moved:\n        - {date: 2026-12-01, start: 2026-12-02T18:00}\n      cancelled: [2026-12-08, 2026-12-15]\n"));
    CHECK(silent.reported() == "event/changed-silently posts/2026/11/kurs.md:15:19 [inställt 2026-12-08|cancelled on 2026-12-08]\n");
    const RenderedSite wrong(course("      except: [2026-12-08]\n",
                                    "changes:\n  - {at: 2026-11-20T09:00, kind: cancelled, event: kurs, note: Den 8 ställs in.}\n"));
    CHECK(rules_of(wrong.test().diagnostics) == "event/change-without-status");
}

TEST_CASE("a series that meets a clock change at an hour that does not exist is told") {
    const RenderedSite room(
        with(ekinge(), kPath,
             post_text("Natt", "2026-11-05T10:00",
                       "events:\n  - {id: natt, title: Nattvakt, start: 2027-03-07T02:30, repeat: {every: week, count: 8}}\n")));
    CHECK(room.reported() == "time/gap posts/2026/11/kurs.md:5:40 [2027-03-28T02:30]\n");
    const RenderedSite moved(course("      moved:\n        - {date: 2026-12-01, start: 2027-03-28T02:30}\n", kTold));
    CHECK(rules_of(moved.test().diagnostics) == "time/gap");
}

TEST_CASE("a translation says notes in its language, and never other days") {
    Files files = course(
        "      moved:\n        - {date: 2026-12-01, start: 2026-12-02T18:00, note: Salen behövs.}\n      cancelled:\n        - {date: "
        "2026-12-08, note: Ledaren är sjuk.}\n",
        kTold);
    const std::string english = "posts/2026/11/kurs.en.md";
    const auto translated = [&](std::string_view series) {
        return with(files, english,
                    fmt::format("---\ntitle: Course\nevents:\n  - id: kurs\n    title: Course\n    repeat:\n{}---\nWelcome.\n", series));
    };
    const RenderedSite room(
        translated("      moved:\n        - {date: 2026-12-01, note: The hall is taken.}\n      cancelled:\n        - {date: 2026-12-08, "
                   "note: The teacher is ill.}\n"));
    CHECK(room.reported() == "");
    const std::string page = text_of(room.file("en/2026/11/kurs/"));
    CHECK(page.find("The hall is taken.") != std::string::npos);
    CHECK(page.find("The teacher is ill.") != std::string::npos);
    const RenderedSite other(
        translated("      count: 7\n      moved:\n        - {date: 2026-12-01, start: 2026-12-03T18:00}\n      cancelled: [2026-12-15]\n"));
    CHECK(rules_of(other.test().diagnostics) == "post/translation-differs post/translation-differs post/translation-differs");
}

TEST_CASE("a translation says how to register in its language, but not until when") {
    const auto reported = [](std::string_view until) {
        Files files = course("");
        const std::string swedish = kPath, english = "posts/2026/11/kurs.en.md";
        files.at(swedish) =
            replace_all(files.at(swedish), "    repeat:", "    registration: {note: Ring oss., until: 2026-11-20}\n    repeat:");
        return rules_of(
            RenderedSite(with(files, english,
                              fmt::format("---\ntitle: Course\nevents:\n  - id: kurs\n    title: Course\n    registration: {{note: "
                                          "Call us.{}}}\n---\nWelcome.\n",
                                          until)))
                .test()
                .diagnostics);
    };
    CHECK(reported("") == "");
    CHECK(reported(", until: 2026-11-20") == "");
    CHECK(reported(", until: 2026-11-21") == "post/translation-differs");
}

TEST_CASE("a time of a series is what is published: to cancel one without a trace is seen") {
    const auto fingerprint = [](std::string_view series) {
        const RenderedSite room(course(series));
        return record_of(room.site(), room.site().posts[0]).events.at(0).sha256;
    };
    const std::string_view changed[] = {"",
                                        "      cancelled: [2026-12-08]\n",
                                        "      moved:\n        - {date: 2026-12-08, start: 2026-12-09T18:00}\n",
                                        "      moved:\n        - {date: 2026-12-08, start: 2026-12-08T18:00, location: Biblioteket}\n",
                                        "      moved:\n        - {date: 2026-12-08, start: 2026-12-08T18:00, end: 2026-12-08T19:00}\n",
                                        "      extra: [2026-12-10]\n"};
    std::set<std::string> all;
    for (const std::string_view series : changed) all.insert(fingerprint(series));
    CHECK(all.size() == std::size(changed));
    CHECK(fingerprint("      cancelled: [{date: 2026-12-08, note: Annat.}]\n") == fingerprint(changed[1]));  // the words are no time
}

TEST_CASE("a thousand exceptions are read as fast as they are many") {
    std::string except = "      except: [", cancelled = "      cancelled:\n";
    LocalTime day = midnight(*parse_iso_date("2026-11-24"));
    for (int i = 0; i < 990; ++i) {
        except += (i == 0 ? "" : ", ") + to_iso(date_of(day + std::chrono::days(i * 2)));
        cancelled += "        - " + to_iso(date_of(day + std::chrono::days(i * 2 + 1))) + "\n";
    }
    const std::string post =
        "events:\n  - id: bad\n    title: Badet öppet\n    start: 2026-11-24T10:00\n    repeat:\n      every: day\n      count: 1980\n" +
        except + "]\n" + cancelled +
        "changes:\n  - {at: 2026-11-20T09:00, kind: cancelled, event: bad, note: Badet är stängt varannan dag.}\n";
    const RenderedSite room(with(ekinge(), kPath, post_text("Badet", "2026-11-05T10:00", post)));
    CHECK(room.reported() == "");
    REQUIRE(room.site().events.size() == 1);
    CHECK(room.site().events[0].occurrences.size() == 990);
    const IcalCalendar calendar = read_ical(room.file("kalender.ics"));
    CHECK(calendar.faults == std::vector<std::string>{});
    CHECK(calendar.events.size() == 991);
}
