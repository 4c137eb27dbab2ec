// One event in two releases, and two that look like one.
#include "link/ledger.hpp"
#include "read/fields.hpp"
#include "support/ical.hpp"
#include "support/rendered_site.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

using namespace pressrum;
using namespace pressrum::test;

namespace {

constexpr const char* kFirst = "posts/2026/11/mote.md";
constexpr const char* kSecond = "posts/2026/11/vinter.md";

std::string first(std::string_view more = {}) {
    return post_text(
        "Möte om torget", "2026-11-05T10:00",
        fmt::format("topics: [dialog]\n{}events:\n  - {{id: mote, title: Dialogmöte, start: 2026-12-08T18:00, location: Skolan}}\n", more));
}
std::string second(std::string_view event, std::string_view more = {}, std::string_view body = "En rad text.\n") {
    return post_text("Vinter i Ekinge", "2026-11-10T10:00",
                     fmt::format("topics: [trygghet, dialog]\nareas: [vasterleden]\n{}events:\n{}", more, event), body);
}
constexpr const char* kSame = "  - same_as: 2026-11-mote#mote\n";

Files both(std::string_view more = {}, std::string_view event = kSame) {
    return with(with(ekinge(), kFirst, first(more)), kSecond, second(event));
}

const Field& field_of(const RecordType& type, std::string_view key) {
    return *std::find_if(type.fields.begin(), type.fields.end(), [&](const Field& field) { return field.key == key; });
}

std::size_t count(std::string_view text, std::string_view what) {
    std::size_t n = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++n;
    return n;
}

}  // namespace

TEST_CASE("an event in two releases is one: one UID, listed once, in the calendars of the topics of both") {
    const RenderedSite room(both());
    CHECK(room.reported() == "");
    REQUIRE(room.site().listed_events.size() == 1);
    for (const char* calendar :
         {"kalender.ics", "amnen/dialog/kalender.ics", "amnen/trygghet/kalender.ics", "omraden/vasterleden/kalender.ics"}) {
        INFO(calendar);
        const IcalCalendar read = read_ical(room.file(calendar));
        REQUIRE(read.events.size() == 1);
        CHECK(read.events[0].value("UID") == "2026-11-mote.mote@press.ekinge.example");
        CHECK(read.events[0].value("URL") == "https://press.ekinge.example/2026/11/mote/#evenemang-mote");
        CHECK(read.events[0].properties.at("CATEGORIES") == std::vector<std::string>{"Dialog", "Trygghet", "Västerleden"});
    }
    CHECK(count(room.file("evenemang/"), "<h3 class=\"event-row-title\">") == 1);
    CHECK(count(room.file("omraden/vasterleden/"), "<h3 class=\"event-row-title\">") == 1);
    CHECK(room.test().plan.find("2026/11/mote/mote.ics") != nullptr);
    CHECK(room.test().plan.find("2026/11/vinter/mote.ics") == nullptr);
}

TEST_CASE("both pages show the event, lead to one calendar and are one event in the structured data") {
    const RenderedSite room(both());
    for (const char* page : {"2026/11/mote/", "2026/11/vinter/"}) {
        INFO(page);
        const std::string html = room.file(page);
        CHECK(html.find("id=\"evenemang-mote\"") != std::string::npos);
        CHECK(html.find("href=\"/2026/11/mote/mote.ics\"") != std::string::npos);
        CHECK(html.find(R"("@id":"https://press.ekinge.example/2026/11/mote/#evenemang-mote")") != std::string::npos);
    }
}

TEST_CASE("the second release may call the event by a name of its own, and place it in its text") {
    const Files files =
        with(both(), kSecond,
             second("  - id: kvallen\n    same_as: 2026-11-mote#mote\n", "", "En rad.\n\n![](event:kvallen)\n\nEn rad till.\n"));
    const RenderedSite room(files);
    CHECK(room.reported() == "");
    const std::string html = room.file("2026/11/vinter/");
    CHECK(count(html, "id=\"evenemang-kvallen\"") == 1);
    CHECK(html.find("Dialogmöte") != std::string::npos);
    CHECK(html.find("href=\"/2026/11/mote/mote.ics\"") != std::string::npos);
    CHECK(html.find(R"("@id":"https://press.ekinge.example/2026/11/mote/#evenemang-mote")") != std::string::npos);
}

TEST_CASE("a release may announce another's event before its own, whatever the order of the files") {
    for (const char* middle : {"posts/2026/11/adel.md", "posts/2026/11/park.md", "posts/2026/11/zon.md"}) {
        INFO(middle);
        const std::string id = std::string("2026-11-") + std::filesystem::path(middle).stem().string();
        Files files = with(ekinge(), kFirst, first());
        files = with(files, middle,
                     post_text("Två möten", "2026-11-06T10:00",
                               "events:\n  - same_as: 2026-11-mote#mote\n"
                               "  - {id: fika, title: Fika, start: 2026-12-10T15:00, location: Parken}\n"));
        files = with(files, kSecond, second(fmt::format("  - same_as: {}#fika\n", id)));
        const RenderedSite room(files);
        CHECK(room.reported() == "");
        CHECK(room.site().listed_events.size() == 2);
        for (const SitePost& post : room.site().posts) CHECK(post.events.size() == post.post.events.size());
        CHECK(room.file("2026/11/vinter/").find("id=\"evenemang-fika\"") != std::string::npos);
    }
}

TEST_CASE("what is moved in the first release is moved in the second") {
    Files files = both();
    files = with(
        files, kFirst,
        post_text("Möte om torget", "2026-11-05T10:00",
                  "events:\n  - {id: mote, title: Dialogmöte, start: 2026-12-09T18:00, status: moved, previous_start: 2026-12-08T18:00}\n"
                  "changes:\n  - {at: 2026-11-20T09:00, kind: moved, event: mote, note: Mötet flyttas.}\n"));
    const RenderedSite room(files);
    CHECK(room.reported() == "");
    CHECK(room.file("2026/11/vinter/").find("Evenemanget har fått en ny tid.") != std::string::npos);
    for (const SiteEvent& event : room.site().events) CHECK(event.sequence == 1);
    CHECK(record_of(room.site(), room.site().posts[0]).events.empty());  // the second release, newest: its changes are told in the first
    CHECK(record_of(room.site(), room.site().posts[1]).events.size() == 1);
}

TEST_CASE("a translation of the second release shows the event in its language") {
    Files files = both();
    files = with(files, "posts/2026/11/mote.en.md",
                 "---\ntitle: Meeting about the square\nevents:\n  - {id: mote, title: Public meeting}\n---\nWelcome.\n");
    files = with(files, "posts/2026/11/vinter.en.md", "---\ntitle: Winter in Ekinge\n---\nWelcome.\n");
    const RenderedSite room(files);
    CHECK(room.reported() == "");
    CHECK(room.site().listed_events.size() == 1);
    const std::string html = room.file("en/2026/11/vinter/");
    CHECK(html.find("Public meeting") != std::string::npos);
    CHECK(html.find(R"("@id":"https://press.ekinge.example/en/2026/11/mote/#evenemang-mote")") != std::string::npos);
}

TEST_CASE("a translation of the second release cannot describe the event itself") {
    const Files files = with(both(), "posts/2026/11/vinter.en.md",
                             "---\ntitle: Winter in Ekinge\nevents:\n  - {id: mote, title: Public meeting}\n---\nWelcome.\n");
    CHECK(RenderedSite(files).reported() == "event/same-as-and-more posts/2026/11/vinter.en.md:4:23 [title]\n");
}

TEST_CASE("whatever a translation says of an event that another release describes is told, field by field") {
    const Field& events = field_of(post_type(), "events");
    std::size_t told = 0;
    for (const Field& field : events.record().fields) {
        if (field.key == "id" || field.key == "same_as") continue;
        const std::string value = field.key == "registration" ? "{note: Come early.}"
                                  : field.key == "repeat"     ? "{every: day, count: 2}"
                                                              : std::string(field.example);
        INFO(field.key << ": " << value);
        const Files files =
            with(both(), "posts/2026/11/vinter.en.md",
                 fmt::format("---\ntitle: Winter in Ekinge\nevents:\n  - id: mote\n    {}: {}\n---\nWelcome.\n", field.key, value));
        TestSite site;
        make_site(site, files);
        // A status and the time before it need each other, which is told too.
        const std::string reported = to_text(site.diagnostics, site.tree);
        CHECK(count(reported, "event/same-as-and-more") == 1);
        CHECK(reported.find("translation-differs") == std::string::npos);
        CHECK(reported.find(fmt::format("[{}]", field.key)) != std::string::npos);
        ++told;
    }
    CHECK(told > 10);
}

TEST_CASE("a translation that says same_as anew is told once what it says besides") {
    const Files files = with(both(), "posts/2026/11/vinter.en.md",
                             "---\ntitle: Winter in Ekinge\nevents:\n  - {same_as: 2026-11-mote#mote, online: https://ekinge.example/"
                             "tv}\n---\nWelcome.\n");
    CHECK(rules_of(RenderedSite(files).test().diagnostics) == "event/same-as-and-more");
}

TEST_CASE("whatever shows the event depends on the release that describes it") {
    const RenderedSite room(both());
    for (const char* address : {"2026/11/vinter/", "2026/11/mote/mote.ics", "amnen/trygghet/kalender.ics"}) {
        INFO(address);
        const std::vector<std::string> sources = sources_of(room.site(), *room.test().plan.find(address));
        CHECK(std::count(sources.begin(), sources.end(), kFirst) == 1);
        CHECK(std::count(sources.begin(), sources.end(), kSecond) == 1);
    }
}

TEST_CASE("when the first release has expired the event lives on in the second, with the same UID") {
    for (const char* after : {"tombstone", "remove"}) {
        INFO(after);
        const RenderedSite room(both(fmt::format("expires: 2026-11-20T12:00\nexpired: {}\n", after)));
        CHECK(room.reported() == "");
        REQUIRE(room.site().listed_events.size() == 1);
        const IcalCalendar read = read_ical(room.file("2026/11/vinter/mote.ics"));
        CHECK(read.events.at(0).value("UID") == "2026-11-mote.mote@press.ekinge.example");
        CHECK(read.events.at(0).value("URL") == "https://press.ekinge.example/2026/11/vinter/#evenemang-mote");
        CHECK(room.file("2026/11/vinter/").find(R"("@id":"https://press.ekinge.example/2026/11/vinter/#evenemang-mote")") !=
              std::string::npos);
    }
}

TEST_CASE("an event of an unlisted release is listed by the one that anybody may find") {
    const RenderedSite room(both("unlisted: true\n"));
    REQUIRE(room.site().listed_events.size() == 1);
    CHECK(room.site().posts[room.site().events[room.site().listed_events[0]].post].id == "2026-11-vinter");
}

TEST_CASE("an event that is not public cannot be announced by another release") {
    CHECK(rules_of(RenderedSite(both("draft: true\n")).test().diagnostics) == "event/same-as-hidden");
    const RenderedSite drafts(with(both("draft: true\n"), kSecond, second(kSame, "draft: true\n")));
    CHECK(drafts.reported() == "");  // a draft may wait for a draft
}

TEST_CASE("what is told of an event changes every release that announces it") {
    const RenderedSite room(
        both("changes:\n  - {at: 2026-11-20T09:00, kind: update, event: mote, note: Ta med er skisser.}\n"
             "  - {at: 2026-11-21T09:00, kind: correction, note: Det stod fel i ingressen.}\n"));
    CHECK(room.reported() == "");
    for (const SitePost& post : room.site().posts) {
        CHECK(to_iso(post.updated) == (post.source == kFirst ? "2026-11-21T09:00" : "2026-11-20T09:00"));
    }
    CHECK(count(room.file("atom.xml"), "<updated>2026-11-20T09:00:00+01:00</updated>") == 1);
}

TEST_CASE("references that lead nowhere are told with what was most likely meant") {
    const auto reported = [](std::string_view reference) {
        return RenderedSite(both({}, fmt::format("  - same_as: {}\n", reference))).reported();
    };
    CHECK(reported("2026-11-mota#mote") == "event/same-as-unknown-post posts/2026/11/vinter.md:7:14 [2026-11-mota] → 2026-11-mote#mote\n");
    CHECK(reported("2026-11-mote#moten") ==
          "event/same-as-unknown-event posts/2026/11/vinter.md:7:14 [2026-11-mote|moten] → 2026-11-mote#mote\n");
    CHECK(reported("2026-11-mote#invigning") ==
          "event/same-as-unknown-event posts/2026/11/vinter.md:7:14 [2026-11-mote|invigning] → 2026-11-mote#mote\n");
    CHECK(reported("2026-11-vinter#mote") == "event/same-as-chain posts/2026/11/vinter.md:7:14 [2026-11-vinter#mote]\n");
    CHECK(reported("mote") == "value/event-reference posts/2026/11/vinter.md:7:14 [mote]\n");
}

TEST_CASE("two releases that point at each other are told, and neither shows the event") {
    Files files = with(ekinge(), kFirst, post_text("Möte", "2026-11-05T10:00", "events:\n  - {id: a, same_as: 2026-11-vinter#b}\n"));
    files = with(files, kSecond, post_text("Vinter", "2026-11-05T10:00", "events:\n  - {id: b, same_as: 2026-11-mote#a}\n"));
    const RenderedSite room(files);
    CHECK(rules_of(room.test().diagnostics) == "event/same-as-chain event/same-as-chain");
    CHECK(room.site().events.empty());
}

TEST_CASE("a reference to a faulty release is silent: its own fault is told") {
    const RenderedSite room(with(both(), kFirst, first("topcs: [dialog]\n")));
    CHECK(rules_of(room.test().diagnostics) == "front-matter/unknown-key");
}

TEST_CASE("two descriptions of one event are found, and the suggestion makes them one") {
    const auto described = [](std::string_view event) { return both({}, event); };
    for (const char* title : {"Dialogmöte", "dialogmöte!", "Stort dialogmöte om torget"}) {
        INFO(title);
        const RenderedSite room(
            described(fmt::format("  - id: kvall\n    title: {}\n    start: 2026-12-08T18:00\n    end: 2026-12-08T20:00\n", title)));
        REQUIRE(rules_of(room.test().diagnostics) == "event/likely-double");
        const Diagnostic& found = room.test().diagnostics.all()[0];
        CHECK(found.suggestion == "same_as: 2026-11-mote#mote");
        const auto& source = room.test().tree.sources[found.at.file];
        CHECK(source.path == kSecond);
        std::string pasted = source.text;
        pasted.replace(found.at.begin, found.at.end - found.at.begin, found.suggestion);
        CHECK(RenderedSite(with(both(), kSecond, pasted)).reported() == "");
    }
    // At the same place, too.
    CHECK(rules_of(RenderedSite(described("  - {id: x, title: Fika, start: 2026-12-08T18:00, location: Skolan}\n")).test().diagnostics) ==
          "event/likely-double");
    // The same name in another place: two schools have an open day.
    CHECK(RenderedSite(described("  - {id: x, title: Dialogmöte, start: 2026-12-08T18:00, location: Ishallen}\n")).reported() == "");
    CHECK(rules_of(RenderedSite(described("  - {id: x, title: Dialogmöte, start: 2026-12-08T18:00, location: Skolans aula}\n"))
                       .test()
                       .diagnostics) == "event/likely-double");
    // Another time, another title at another place, or the same release: no double.
    CHECK(RenderedSite(described("  - {id: x, title: Dialogmöte, start: 2026-12-08T19:00}\n")).reported() == "");
    CHECK(RenderedSite(described("  - {id: x, title: Möte, start: 2026-12-08T18:00, location: Torget}\n")).reported() == "");
    CHECK(RenderedSite(with(both(), kSecond,
                            second("  - {id: a, title: Grupp ett, start: 2026-12-09T18:00, location: Skolan}\n  - {id: b, title: Grupp "
                                   "två, start: 2026-12-09T18:00, location: Skolan}\n")))
              .reported() == "");
    // What the calendars have forgotten is nobody's double.
    CHECK(RenderedSite(described("  - {id: x, title: Dialogmöte, start: 2026-12-08T18:00}\n"), {.now = "2028-11-24T12:00"}).reported() ==
          "");
}
