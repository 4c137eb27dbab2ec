// What is told of a published translation beside its original, and what is known of the time that an event is said to have had.
#include "base/text.hpp"
#include "support/published.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;
using namespace pressrum::test;

namespace {

constexpr const char* kPath = "posts/2026/11/mote.md";
constexpr const char* kEnglish = "posts/2026/11/mote.en.md";
constexpr const char* kEvent =
    "events:\n  - {id: mote, title: Möte, start: 2026-12-01T18:00, location: Gamla ladan, registration: {email: a@ekinge.example}}\n";
constexpr const char* kChanges =
    "changes:\n  - {at: 2026-11-06T09:00, kind: correction, note: Fel sal stod här.}\n"
    "  - {at: 2026-11-07T09:00, kind: update, note: Kaffe serveras.}\n";
constexpr const char* kTranslated =
    "changes:\n  - {at: 2026-11-06T09:00, kind: correction, note: The hall was wrong.}\n"
    "  - {at: 2026-11-07T09:00, kind: update, note: Coffee is served.}\n";

Files room(std::string_view original, std::string_view english, std::string_view body = "– We begin, says Karin Alm.\n") {
    Files files = with(ekinge(), kPath, post_text("Möte", "2026-11-05T10:00", original, "– Vi börjar, säger Karin Alm.\n"));
    return with(std::move(files), kEnglish, "---\ntitle: Meeting\n" + std::string(english) + "---\n" + std::string(body));
}

std::string original(std::string_view from = {}, std::string_view to = {}, std::string_view more = {}) {
    std::string text = std::string(more) + kEvent + kChanges;
    return from.empty() ? text : replace_all(std::move(text), from, to);
}

std::string english(std::string_view event = {}, std::string_view more = {}) {
    return "events:\n  - {id: mote, title: Meeting" + std::string(event) + "}\n" + std::string(more);
}

constexpr const char* kUnlisted = "unlisted: true\n";

}  // namespace

TEST_CASE("the list of changes may be translated after the translation is published, and that is no news") {
    for (const char* how : {"", kUnlisted}) {
        INFO(how);
        const std::string post = original({}, {}, how);
        const Ledger before = ledger_of(room(post, english()));
        CHECK(compared(before, room(post, english())) == "");
        CHECK(compared(before, room(post, english({}, kTranslated))) == "");
        CHECK(compared(before, room(post, english({}, "changes:\n  - {at: 2026-11-07T09:00, kind: update, note: Coffee is served.}\n"))) ==
              "");
        // The last of them is of the minute of the published update: that excuses no other words.
        CHECK(compared(before, room(original("07T09:00, kind: update", "07T09:00, kind: correction", how),
                                    english({}, replace_all(kTranslated, "kind: update", "kind: correction")),
                                    "– We stop, says Karin Alm.\n")) != "");
        const Ledger translated = ledger_of(room(post, english({}, kTranslated)));
        CHECK(compared(translated, room(post, english({}, kTranslated))) == "");
        CHECK(compared(translated, room(post, english())) == "against/change against/change");
        CHECK(compared(translated, room(post, english({}, replace_all(kTranslated, "Coffee", "Tea")))) == "against/change");
    }
}

TEST_CASE("a translated correction excuses nothing in the translation") {
    const std::string post = original("07T09:00, kind: update", "07T09:00, kind: correction");
    const std::string list = replace_all(kTranslated, "kind: update", "kind: correction");
    CHECK(compared(ledger_of(room(post, english())), room(post, english({}, list), "– We stop, says Karin Alm.\n")) ==
          "against/statement-gone");
}

TEST_CASE("a change of the original that its translation shows is told once") {
    const Ledger before = ledger_of(room(original(), english()));
    CHECK(compared(before, room(original("Fel sal", "Fel hus"), english())) == "against/change");
    CHECK(compared(before, room(original("Fel sal", "Fel hus"), english({}, kTranslated))) == "against/change");
    CHECK(compared(before, room(original("email: a@", "email: b@"), english())) == "against/event-words");
    CHECK(compared(before, room(original(", registration: {email: a@ekinge.example}", ""), english())) == "against/event-words");
    CHECK(compared(before, room(original("Gamla ladan", "Biblioteket"), english())) == "against/event-details");
    CHECK(compared(before, room(original("18:00", "19:00"), english())) == "against/event-time");
    CHECK(compared(before, room(original("id: mote", "id: traff"), "")) == "against/event-gone");
}

TEST_CASE("a place that only the translation says is told: as a warning when it may be translated, as an error when it is another") {
    for (const char* how : {"", kUnlisted}) {
        INFO(how);
        const std::string post = original({}, {}, how);
        const Ledger taken = ledger_of(room(post, english()));
        const Ledger own = ledger_of(room(post, english(", location: Old Barn")));
        CHECK(compared(own, room(post, english(", location: Old Barn"))) == "");
        CHECK(compared(taken, room(post, english(", location: Old Barn"))) == "against/event-words");
        CHECK(compared(taken, room(post, english(", price: 10 kronor"))) == "against/event-words");
        constexpr const char* kTold = "changes:\n  - {at: 2026-11-08T09:00, kind: update, note: At the library.}\n";
        CHECK(compared(own, room(post, english(", location: Library", kTold))) == "");
    }
    const Ledger own = ledger_of(room(original(), english(", location: Old Barn")));
    CHECK(compared(own, room(original(), english(", location: Library"))) == "against/event-details");
    CHECK(compared(own, room(original(), english())) == "against/event-details");
    CHECK(compared(own, room(original("Gamla ladan", "Nya ladan"), english(", location: Old Barn"))) == "against/event-details");
}

TEST_CASE("an event that only the translation has is told in the translation") {
    const auto with_walk = [](std::string_view walk) { return room(original(), english() + std::string(walk)); };
    constexpr const char* kWalk = "  - {id: walk, title: Walk, start: 2026-12-02T10:00, location: Park}\n";
    const Ledger before = ledger_of(with_walk(kWalk));
    CHECK(compared(before, with_walk(kWalk)) == "");
    CHECK(compared(before, with_walk(replace_all(kWalk, "10:00", "11:00"))) == "against/event-time");
    CHECK(compared(before, with_walk(replace_all(kWalk, "location: Park", "location: Lake"))) == "against/event-details");
    CHECK(compared(before, with_walk("")) == "against/event-gone");
}

TEST_CASE("a day of a series that is held elsewhere is told in the translation that says so alone") {
    const auto series = [](std::string_view place) {
        constexpr std::string_view kSeries =
            "events:\n  - {id: kurs, title: Kurs, start: 2026-12-01T18:00, location: Skolan, repeat: {every: week, count: 3, "
            "moved: [{date: 2026-12-08, start: 2026-12-09T18:00, location: Torget}]}}\n";
        return room(kSeries, "events:\n  - {id: kurs, title: Course, repeat: {moved: [{date: 2026-12-08, location: " + std::string(place) +
                                 "}]}}\n");
    };
    CHECK(compared(ledger_of(series("Square")), series("Square")) == "");
    CHECK(compared(ledger_of(series("Square")), series("Lake")) == "against/event-details");
    CHECK(compared(ledger_of(series("Torget")), series("Square")) == "against/event-words");
}

TEST_CASE("an event was to be when it was published for, and when it was told to have been") {
    for (const char* how : {"", kUnlisted}) {
        INFO(how);
        const auto event = [&](std::string_view times, std::string_view kind = {}) {
            std::string text = std::string(how) + "events:\n  - {id: mote, title: Möte, location: Torget, " + std::string(times) + "}\n";
            if (!kind.empty()) text += "changes:\n  - {at: 2026-11-20T09:00, kind: " + std::string(kind) + ", note: Nytt.}\n";
            return room(text, english());
        };
        constexpr const char* kMoved = "start: 2026-12-02T18:00, status: moved, previous_start: 2026-12-01T18:00";
        const Ledger planned = ledger_of(event("start: 2026-12-01T18:00"));
        CHECK(compared(planned, event(kMoved, "moved")) == "");
        // The day alone is true, too; of an unlisted release nobody can see that.
        CHECK(compared(planned, event("start: 2026-12-02T18:00, status: moved, previous_start: 2026-12-01", "moved")) ==
              (*how == 0 ? "" : "against/event-time"));
        CHECK(compared(planned, event("start: 2026-12-02T18:00, status: moved, previous_start: 2026-11-30T18:00", "moved")) ==
              "against/event-time");
        CHECK(compared(planned, event("start: 2026-12-01T18:00, status: moved, previous_start: 2026-11-30T18:00", "update")) ==
              "against/event-time");
        // Whoever says that something was wrong may say what was right.
        CHECK(compared(planned, event("start: 2026-12-01T18:00, status: moved, previous_start: 2026-11-30T18:00", "correction")) == "");
        const Ledger moved = ledger_of(event(kMoved));
        CHECK(compared(moved, event(kMoved)) == "");
        const auto again = [&](const char* previous) {
            return event("start: 2026-12-03T18:00, status: moved, previous_start: " + std::string(previous), "moved");
        };
        CHECK(compared(moved, again("2026-12-01T18:00")) == "");
        CHECK(compared(moved, again("2026-12-02T18:00")) == "");
        CHECK(compared(moved, again("2026-11-30T18:00")) == "against/event-time");
        // An earlier version of the program did not tell which time it was.
        Ledger older = moved;
        for (PublishedRelease& release : older.releases) {
            for (PublishedEvent& each : release.events) each.fields.clear();
        }
        CHECK(compared(older, again("2026-12-01T18:00")) == "");
    }
}

TEST_CASE(
    "where a manifest does not record when a moved event was to be, any time is believed, and of one that was not moved none but its own") {
    const auto walk = [](std::string_view times, std::string_view kind = {}) {
        std::string text =
            "events:\n  - {id: vandring, title: Kvällsvandring, location: Ekeby kvarn, price: 40 kronor, " + std::string(times) + "}\n";
        if (!kind.empty()) text += "changes:\n  - {at: 2026-11-20T09:00, kind: " + std::string(kind) + ", note: Ny dag.}\n";
        return with(ekinge(), kPath, post_text("Kvällsvandring", "2026-11-05T10:00", text));
    };
    // Its manifest tells of the title, the place and the price, as it did, and not of that time.
    const auto by_earlier_version = [](Ledger ledger) {
        std::size_t others = 0;
        for (PublishedRelease& release : ledger.releases) {
            for (PublishedEvent& each : release.events) {
                std::erase_if(each.fields, [](const std::string& record) { return record.starts_with("previous_start "); });
                others += each.fields.size();
            }
        }
        CHECK(others == 3);
        return ledger;
    };
    const std::string times = "start: 2026-12-02T18:00, status: moved, previous_start: 2026-12-01T18:00";
    const auto again = [&](std::string_view previous, std::string_view status = "moved") {
        return walk("start: 2026-12-03T18:00, status: " + std::string(status) + ", previous_start: " + std::string(previous), "moved");
    };
    const Ledger now = ledger_of(walk(times)), older = by_earlier_version(now);
    for (const char* previous : {"2026-12-01T18:00", "2026-11-30T18:00", "2026-12-01"}) {
        INFO(previous);
        CHECK(compared(older, again(previous)) == "");
    }
    CHECK(compared(now, again("2026-11-30T18:00")) == "against/event-time");
    CHECK(compared(now, again("2026-12-01T18:00")) == "");
    for (const char* status : {"scheduled", "postponed", "cancelled"}) {
        INFO(status);
        const Ledger before = by_earlier_version(ledger_of(walk("start: 2026-12-02T18:00, status: " + std::string(status))));
        CHECK(compared(before, again("2026-12-02T18:00")) == "");
        CHECK(compared(before, again("2026-12-01T18:00")) == "against/event-time");
    }
}

TEST_CASE("where a release is dated is told as its title is") {
    for (const char* how : {"", kUnlisted}) {
        INFO(how);
        const auto dated = [&](std::string_view place, std::string_view own = {}) {
            return room(std::string(how) + std::string(place), own);
        };
        const Ledger before = ledger_of(dated("place: Öby\n"));
        CHECK(compared(before, dated("place: Öby\n")) == "");
        CHECK(compared(before, dated("place:  Öby\n", "")) == "");
        CHECK(compared(before, dated("place: Alby\n")) == "against/event-words");
        CHECK(compared(before, dated("")) == "against/event-words");
        CHECK(compared(before, dated("place: Öby\n", "place: Oby\n")) == "against/event-words");
        CHECK(compared(before, dated("place: Alby\nchanges:\n  - {at: 2026-11-20T09:00, kind: update, note: Nytt.}\n")) == "");
        CHECK(compared(ledger_of(dated("")), dated("place: Öby\n")) == "against/event-words");
        Ledger older = before;
        for (PublishedRelease& release : older.releases) release.place.clear();
        CHECK(compared(older, dated("place: Alby\n")) == "");
    }
}

TEST_CASE("a post that names the place of the organisation is dated where it was") {
    const auto dated = [](std::string_view place) { return room(place, ""); };
    CHECK(compared(ledger_of(dated("")), dated("place: Ekinge\n")) == "");
    CHECK(compared(ledger_of(dated("place: Ekinge\n")), dated("")) == "");
    CHECK(compared(ledger_of(dated("")), dated("place: Alby\n")) == "against/event-words");
}
