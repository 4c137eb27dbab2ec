#include "base/text.hpp"
#include "link/ledger.hpp"
#include "support/published.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;
using namespace pressrum::test;

namespace {

constexpr const char* kPath = "posts/2026/11/mote.md";
constexpr const char* kFront =
    "photo: {src: torg.jpg, alt: Torget., credit: Anna Ek}\n"
    "quotes:\n"
    "  - {id: trygghet, speaker: karin-alm, text: Alla ska vara trygga.}\n"
    "events:\n"
    "  - {id: mote, title: Möte, start: 2026-12-01T18:00, end: 2026-12-01T20:00, location: Rådhuset}\n"
    "  - {id: kurs, title: Kurs, start: 2026-12-02, repeat: {every: week, count: 3}}\n"
    "changes:\n"
    "  - {at: 2026-11-06T09:00, kind: correction, note: Fel sal stod här.}\n";
constexpr const char* kBody = "– Alla ska vara trygga, säger Karin Alm.\n\n– Vi börjar nu.\n";
constexpr const char* kTold = "  - {at: 2026-11-07T09:00, kind: correction, note: Fel uppgifter stod här.}\n";

Files published() { return with(ekinge(), kPath, post_text("Möte", "2026-11-05T10:00", kFront, kBody)); }

}  // namespace

TEST_CASE("what is published and has not changed is silent") { CHECK(compared(ledger_of(published()), published()) == ""); }

TEST_CASE("permanent ids of another authority are one fault, not one for each event") {
    Files moved = published();
    std::string& config = moved.at("site/site.yaml");
    config = replace_all(std::move(config), "id_authority: press.ekinge.example", "id_authority: pressrum.ekinge.example");
    CHECK(compared(ledger_of(published()), moved) == "against/authority");
    config = replace_all(std::move(config), "https://press.ekinge.example", "https://pressrum.ekinge.example");
    config = replace_all(std::move(config), "id_authority: pressrum.", "id_authority: press.");
    CHECK(compared(ledger_of(published()), moved) == "");
}

TEST_CASE("a published event that turns out to be another release's is not gone, unless its time is another") {
    const auto announced = [](std::string_view event) {
        Files files = published();
        return with(std::move(files), "posts/2026/11/vinter.md",
                    post_text("Vinter", "2026-11-06T10:00", "events:\n  - " + std::string(event) + "\n"));
    };
    const Ledger before =
        ledger_of(announced("{id: kvall, title: Kvällsmöte, start: 2026-12-01T18:00, end: 2026-12-01T20:00, location: Rådhuset}"));
    CHECK(compared(before, announced("{same_as: 2026-11-mote#mote}")) == "");
    const Ledger other =
        ledger_of(announced("{id: kvall, title: Kvällsmöte, start: 2026-12-01T19:00, end: 2026-12-01T20:00, location: Rådhuset}"));
    CHECK(compared(other, announced("{same_as: 2026-11-mote#mote}")) == "against/event-gone");
}

TEST_CASE("what is published may not change without a trace, and only an entry that covers it is one") {
    constexpr const char* kNone = "";
    constexpr const char* kPeople = "correction";
    constexpr const char* kPictures = "correction update clarification";
    constexpr const char* kEvents = "correction update clarification moved cancelled";
    struct Row {
        const char* from;
        const char* to;
        const char* rule;
        std::string_view excused;  // by a new entry under changes, of these kinds
    };
    static constexpr Row kRows[] = {
        {"trygga", "säkra", "against/statement", kPeople},
        {"Karin Alm.\n\n", "Karin Alm.\n\n## Byggstart\n\n", "against/statement-gone", kPeople},
        {"– Vi börjar nu.", "– Vi börjar nu, säger Lena Hovmark.", "against/speaker", kPeople},
        {"\n\n– Vi börjar nu.", "", "against/statement-gone", kPeople},
        {"Vi börjar nu.", "Vi börjar sedan.", "against/statement-gone", kPeople},
        {"id: trygghet", "id: torget", "against/statement-address", kNone},
        {"2026-12-01T18:00", "2026-12-01T18:30", "against/event-time", kEvents},
        {"2026-12-01T20:00", "2026-12-01T21:00", "against/event-time", kEvents},
        {"location: Rådhuset", "status: cancelled, location: Rådhuset", "against/event-status", kEvents},
        {"location: Rådhuset", "location: Biblioteket", "against/event-details", kEvents},
        {"count: 3", "count: 4", "against/event-details", kEvents},
        {"id: kurs", "id: kursen", "against/event-gone", kEvents},
        {"2026-11-05T10:00", "2026-11-05T11:00", "against/published", kNone},
        {"Fel sal", "Fel hus", "against/change", kNone},
        {"title: Möte\n", "title: Mötet\n", "against/title", kEvents},
        {"title: Möte,", "title: Mötet,", "against/event-words", kEvents},
        {"location: Rådhuset", "location: Rådhuset, price: 100 kr", "against/event-words", kEvents},
        {"location: Rådhuset", "location: Rådhuset, description: Ta med kaffe.", "against/event-words", kEvents},
        {"location: Rådhuset", "location: Rådhuset, accessibility: Hiss finns.", "against/event-words", kEvents},
        {"location: Rådhuset", "location: Rådhuset, registration: {email: a@ekinge.example}", "against/event-words", kEvents},
        {"location: Rådhuset", "location: Rådhuset, address: Torget 1", "against/event-details", kEvents},
        {"location: Rådhuset", "location: Rådhuset, geo: [59.6, 17.1]", "against/event-details", kEvents},
        {"credit: Anna Ek", "credit: Bo Ek", "against/photographer", kPeople},
        {"src: torg.jpg, alt: Torget., credit: Anna Ek", "src: park.jpg, alt: Parken., credit: Bo Ek", "against/photo-gone", kPictures},
        {"photo: ", "unlisted: true\nphoto: ", "against/unlisted", kNone},
    };
    const Ledger before = ledger_of(published());
    for (const Row& row : kRows) {
        INFO(row.from << " → " << row.to);
        const auto with_more = [&](const std::string& more) {
            return with(ekinge(), kPath, replace_all(post_text("Möte", "2026-11-05T10:00", kFront + more, kBody), row.from, row.to));
        };
        CHECK(compared(before, with_more("")) == row.rule);
        for (const char* kind : {"correction", "update", "clarification", "moved", "cancelled"}) {
            INFO(kind);
            const bool excused = row.excused.find(kind) != std::string_view::npos;
            const std::string entry = std::string("  - {at: 2026-11-07T09:00, kind: ") + kind + ", note: Nya uppgifter.}\n";
            CHECK(compared(before, with_more(entry)) == (excused ? "" : row.rule));
        }
    }
}

TEST_CASE("an entry that is published already excuses nothing that changes after it") {
    const std::string told = std::string(kFront) + kTold;
    const auto saying = [&](const char* words) {
        return with(ekinge(), kPath, replace_all(post_text("Möte", "2026-11-05T10:00", told, kBody), "trygga", words));
    };
    CHECK(compared(ledger_of(saying("trygga")), saying("säkra")) == "against/statement");
}

TEST_CASE("an entry that is dated back excuses nothing") {
    const Ledger before = ledger_of(published());
    const auto told = [&](const char* at) {
        return compared(
            before,
            with(ekinge(), kPath,
                 replace_all(post_text("Möte", "2026-11-05T10:00",
                                       std::string(kFront) + "  - {at: " + at + ", kind: correction, note: Nya uppgifter.}\n", kBody),
                             "trygga", "säkra")));
    };
    CHECK(told("2026-11-05T12:00") == "against/statement");
    CHECK(told("2026-11-06T09:00") == "");  // the minute of the last one
}

TEST_CASE("the role and party of a day that has passed do not change without a trace") {
    const Ledger before = ledger_of(published());
    Files files = published();
    files["site/people.yaml"] = replace_all(files["site/people.yaml"], "party: C", "party: L");
    CHECK(compared(before, files).starts_with("against/role"));
}

TEST_CASE("a person's new name is one fault, wherever it is published, and none when the old one stands with its last day") {
    constexpr const char* kOther = "posts/2026/11/annat.md";
    const auto press_room = [&](std::string_view name, std::string_view more = "") {
        Files files = with(published(), kOther, post_text("Annat", "2026-11-06T10:00", "", kBody));
        files["site/people.yaml"] =
            replace_all(files["site/people.yaml"], "name: Karin Alm\n", "name: " + std::string(name) + "\n" + std::string(more));
        return files;
    };
    const Ledger before = ledger_of(press_room("Karin Alm"));
    CHECK(compared(before, press_room("Karin Ek")) == "against/name");
    CHECK(compared(before, press_room("Karin Ek", "  former_names: [{name: Karin Alm, to: 2026-11-05}]\n")) == "against/name");
    CHECK(compared(before, press_room("Karin Ek", "  former_names: [{name: Karin Alm, to: 2026-11-06}]\n")) == "");
    CHECK(compared(before, press_room("Karin Ek",
                                      "  former_names: [{name: Karin Bo, to: 2025-01-01}, {name: Karin Alm, to: 2027-01-01}]\n")) == "");
}

TEST_CASE("what has expired does not come back as something else") {
    const auto post = [](std::string_view more, std::string_view body = kBody) {
        return with(ekinge(), kPath, post_text("Möte", "2026-11-05T10:00", std::string(more) + kFront, body));
    };
    const Ledger over = ledger_of(post("expires: 2026-11-20T10:00\n"));
    REQUIRE(over.releases.size() == 1);
    CHECK(over.releases[0].expired);
    CHECK(over.releases[0].title != "Möte");  // a digest
    CHECK(compared(over, post("expires: 2026-11-20T10:00\n")) == "");
    CHECK(compared(over, post("")) == "");
    CHECK(compared(over, post("", "– Alla ska vara trygga, säger Karin Alm.\n\n– Vi slutar nu.\n")) == "against/statement-gone");
    CHECK(compared(over, ekinge()) == "against/missing-unlisted");
    CHECK(compared(ledger_of(post("")), post("expires: 2026-11-20T10:00\nexpired: remove\n")) == "against/removed");
    CHECK(compared(over, post("expires: 2026-11-20T10:00\nexpired: remove\n")) == "against/removed");
}

TEST_CASE("an event of several languages is one fault, told in the original") {
    const auto versions = [](std::string_view place) {
        Files files =
            with(ekinge(), kPath,
                 post_text("Möte", "2026-11-05T10:00",
                           "events:\n  - {id: mote, title: Möte, start: 2026-12-01T18:00, location: " + std::string(place) + "}\n"));
        return with(std::move(files), "posts/2026/11/mote.en.md",
                    "---\ntitle: Meeting\nevents:\n  - {id: mote, title: Meeting}\n---\nA text.\n");
    };
    CHECK(compared(ledger_of(versions("Rådhuset")), versions("Rådhuset")) == "");
    CHECK(compared(ledger_of(versions("Rådhuset")), versions("Biblioteket")) == "against/event-details");
}

TEST_CASE("nothing of an unlisted release stands in the manifest as it was written") {
    const Ledger ledger =
        ledger_of(with(ekinge(), kPath, post_text("Möte", "2026-11-05T10:00", std::string("unlisted: true\n") + kFront, kBody)));
    REQUIRE(ledger.releases.size() == 1);
    const PublishedRelease& release = ledger.releases.front();
    std::vector<std::string> texts = {release.id, release.address, release.title, release.published, release.updated};
    for (const PublishedStatement& each : release.statements) texts.insert(texts.end(), {each.id, each.sha256});
    for (const PublishedEvent& each : release.events) texts.insert(texts.end(), {each.uid, each.start, each.status, each.sha256});
    for (const PublishedEvent& each : release.events) texts.insert(texts.end(), each.fields.begin(), each.fields.end());
    for (const PublishedPhoto& each : release.photos) texts.insert(texts.end(), {each.file, each.credit});
    for (const PublishedChange& each : release.changes) texts.insert(texts.end(), {each.at, each.kind, each.sha256});
    REQUIRE(release.events.size() == 2);
    texts.insert(texts.end(),
                 {release.statements[0].speaker, release.statements[0].role, release.statements[0].person, release.events[0].end});
    for (const std::string& text : texts) {
        INFO(text);
        CHECK(text.size() == 64);
        CHECK(text.find_first_not_of("0123456789abcdef") == std::string::npos);
    }
    // The digests of words are salted, too: those of a listed release would tell that it says the same.
    const Ledger listed = ledger_of(published());
    CHECK(release.events[0].sha256 != listed.releases[0].events[0].sha256);
    CHECK(release.events[0].fields != listed.releases[0].events[0].fields);
    CHECK(release.statements[0].sha256 != listed.releases[0].statements[0].sha256);
}

TEST_CASE("of an unlisted release no digest is told") {
    const auto unlisted = [](std::string_view title, std::string_view body) {
        return with(ekinge(), kPath, post_text(title, "2026-11-05T10:00", std::string("unlisted: true\n") + kFront, body));
    };
    const Ledger before = ledger_of(unlisted("Möte", kBody));
    TestSite now;
    make_site(now, unlisted("Mötet", "– Alla ska vara trygga, säger Lena Hovmark.\n"));
    REQUIRE(now.site);
    Diagnostics found;
    check_against(*now.site, before, found);
    CHECK(found.size() >= 2);
    for (const Diagnostic& each : found.all()) {
        for (const std::string& word : each.words) CHECK(word.find_first_not_of("0123456789abcdef") < 32);
    }
    CHECK(compared(before, ekinge()) == "against/missing-unlisted");
}

TEST_CASE("a person's new name is one fault also when an unlisted release has it") {
    const auto press_room = [&](std::string_view name) {
        const std::string body = "– Alla ska vara trygga, säger " + std::string(name) + ".\n";
        Files files = with(ekinge(), kPath, post_text("Möte", "2026-11-05T10:00", "", body));
        files = with(std::move(files), "posts/2026/11/annat.md", post_text("Annat", "2026-11-06T10:00", "unlisted: true\n", body));
        files["site/people.yaml"] = replace_all(files["site/people.yaml"], "name: Karin Alm\n", "name: " + std::string(name) + "\n");
        return files;
    };
    CHECK(compared(ledger_of(press_room("Karin Alm")), press_room("Karin Ek")) == "against/name");
}

TEST_CASE("a new name that the texts do not have is one fault") {
    const auto quoting = [](const std::string& id, const std::string& words) {
        return post_text("Möte", "2026-11-06T10:00", "quotes:\n  - {id: " + id + ", speaker: karin-alm, text: " + words + ".}\n",
                         "– " + words + ", säger Karin Alm.\n\n– Det är vi alla, säger Karin Alm (C).\n");
    };
    Files files =
        with(with(ekinge(), kPath, quoting("glad", "Nu är jag glad")), "posts/2026/11/annat.md", quoting("klar", "Nu är vi klara"));
    const Ledger before = ledger_of(files);
    files["site/people.yaml"] = replace_all(files["site/people.yaml"], "name: Karin Alm\n", "name: Karin Ek\n");
    TestSite now;
    make_site(now, files);
    REQUIRE(now.site);
    CHECK(rules_of(now.diagnostics) == "people/renamed");
    CHECK(compared(before, files) == "against/name");
    files["site/people.yaml"] =
        replace_all(files["site/people.yaml"], "name: Karin Ek\n", "name: Karin Ek\n  former_names: [{name: Karin Alm, to: 2026-11-06}]\n");
    TestSite right;
    make_site(right, files);
    CHECK(rules_of(right.diagnostics) == "");
}

TEST_CASE("the manifest of another press room is one fault") {
    Files other = published();
    std::string& config = other.at("site/site.yaml");
    config = replace_all(std::move(config), "https://press.ekinge.example", "https://press.oby.example");
    other = with(std::move(other), "posts/2026/11/annat.md", post_text("Annat", "2026-11-06T10:00", "", kBody));
    const Ledger theirs = ledger_of(other);
    const Files ours = with(ekinge(), "posts/2026/10/eget.md", post_text("Eget", "2026-10-06T10:00", "", kBody));
    CHECK(compared(theirs, ours) == "against/other-site");
    config = replace_all(other.at("site/site.yaml"), "id_authority: press.ekinge.example", "id_authority: press.oby.example");
    other.at("site/site.yaml") = config;
    CHECK(compared(ledger_of(other), ours) == "against/other-site");
    Ledger at_our_address = theirs;
    at_our_address.base_url = ledger_of(published()).base_url;
    REQUIRE(at_our_address.releases.size() == 2);
    CHECK(compared(at_our_address, ours) == "against/other-site");
    at_our_address.releases.pop_back();  // a press room that has lost the one release it had is still itself
    CHECK(compared(at_our_address, ours) == "against/missing");
    CHECK(compared(theirs, published()) == "against/missing");  // one post is ours: the press room has moved, and lost the other
}

TEST_CASE("so does not the organisation") {
    const std::string spoken = replace_all(kFront, "speaker: karin-alm", "name: Bo Ek, organization: Bygg AB");
    const auto post = [](std::string_view front) {
        return with(ekinge(), kPath, post_text("Möte", "2026-11-05T10:00", front, "– Alla ska vara trygga, säger Bo Ek.\n"));
    };
    CHECK(compared(ledger_of(post(spoken)), post(replace_all(spoken, "Bygg AB", "Skurk AB"))) == "against/role");
}

TEST_CASE("words that were approved when they were published say so") {
    const auto approved = [](const std::string& day) {
        return replace_all(kFront, "speaker: karin-alm", "speaker: karin-alm, approved: " + day);
    };
    const auto post = [&](const std::string& front, std::string_view words = "Alla ska") {
        return with(ekinge(), kPath, replace_all(post_text("Möte", "2026-11-05T10:00", front, kBody), "Alla ska", words));
    };
    const Ledger before = ledger_of(post(approved("2026-11-01")));
    CHECK(compared(before, post(approved("2026-11-01"), "Alla får")) == "against/approved");
    CHECK(compared(before, post(approved("2026-11-01") + kTold, "Alla får")) == "");
    // Another day is that of other words, and so are words that nobody had approved.
    CHECK(compared(before, post(approved("2026-11-20"), "Alla får")) == "against/statement");
    CHECK(compared(ledger_of(published()), post(approved("2026-11-01"), "Alla får")) == "against/statement");
    CHECK(compared(before, post(approved("2026-11-20"))) == "");
}

TEST_CASE("a change that names one event excuses no other") {
    const std::string front = replace_all(kFront, "location: Rådhuset", "location: Biblioteket");
    const auto told_of = [&](const char* event) {
        return std::string("  - {at: 2026-11-07T09:00, kind: update, event: ") + event + ", note: Ny plats.}\n";
    };
    const Ledger before = ledger_of(published());
    CHECK(compared(before, with(ekinge(), kPath, post_text("Möte", "2026-11-05T10:00", front + told_of("mote"), kBody))) == "");
    CHECK(compared(before, with(ekinge(), kPath, post_text("Möte", "2026-11-05T10:00", front + told_of("kurs"), kBody))) ==
          "against/event-details");
}

TEST_CASE("a change that names an event excuses neither what was said nor an event that is gone") {
    const Ledger before = ledger_of(published());
    const std::string told = std::string(kFront) + "  - {at: 2026-11-07T09:00, kind: update, event: mote, note: Ny plats.}\n";
    const auto edit = [&](const char* from, const char* to) {
        return with(ekinge(), kPath, replace_all(post_text("Möte", "2026-11-05T10:00", told, kBody), from, to));
    };
    CHECK(compared(before, edit("trygga", "säkra")) == "against/statement");
    CHECK(compared(before, edit("\n\n– Vi börjar nu.", "")) == "against/statement-gone");
    CHECK(compared(before, edit("Karin Alm.\n\n", "Karin Alm.\n\n## Byggstart\n\n")) == "against/statement-gone");
    CHECK(compared(before, edit("id: kurs", "id: kursen")) == "against/event-gone");
}

TEST_CASE("a change is the same when only its spaces differ") {
    const std::string front = replace_all(kFront, "Fel sal stod", "Fel  sal stod");
    CHECK(compared(ledger_of(published()), with(ekinge(), kPath, post_text("Möte", "2026-11-05T10:00", front, kBody))) == "");
}

TEST_CASE("one post is the new name of one missing post") {
    const Ledger once = ledger_of(published());
    Ledger twice = once;
    twice.releases.push_back(once.releases.front());
    twice.releases.back().id = "2026-11-annat";
    CHECK(compared(twice, with(ekinge(), "posts/2026/11/motet.md", post_text("Möte", "2026-11-05T10:00", kFront, kBody))) ==
          "against/renamed against/missing");
}

TEST_CASE("a manifest that tells of no releases is not taken for an empty press room") {
    CHECK_FALSE(read_ledger(R"({"generator": "pressrum", "format": 1, "files": []})"));
    CHECK_FALSE(read_ledger(R"({"generator": "pressrum", "format": 1, "releases": {}})"));
    CHECK(read_ledger(R"({"generator": "pressrum", "format": 1, "releases": []})"));
}

TEST_CASE("a published post does not vanish, and does not become another") {
    const Ledger before = ledger_of(published());
    const auto post = [](std::string_view more, std::string_view published = "2026-11-05T10:00") {
        return post_text("Möte", published, std::string(more) + kFront, kBody);
    };
    CHECK(compared(before, ekinge()) == "against/missing");
    CHECK(compared(before, with(ekinge(), "posts/2026/11/motet.md", post(""))) == "against/renamed");
    CHECK(compared(before, with(ekinge(), "posts/2026/11/motet.md", post("id: 2026-11-mote\naliases: [/2026/11/mote/]\n"))) == "");
    CHECK(compared(before, with(ekinge(), "posts/2026/11/motet.md", post("id: 2026-11-mote\naliases: [/x/, /2026/11/mote]\n"))) == "");
    CHECK(compared(before, with(ekinge(), "posts/2026/11/motet.md", post("id: 2026-11-mote\naliases: [/x/, /mote/]\n"))) ==
          "against/moved");
    CHECK(compared(before, with(ekinge(), "posts/2026/11/motet.md", post("id: 2026-11-mote\n"))) == "against/moved");
    CHECK(compared(before, with(ekinge(), kPath, post("draft: true\n"))) == "against/withdrawn");
    CHECK(compared(before, with(ekinge(), kPath, post("draft: true\n")), {.drafts = true}) == "against/withdrawn");
    CHECK(compared(before, with(ekinge(), kPath, post_text("Möte", "2027-11-05T10:00", "", kBody))) == "against/withdrawn");
    CHECK(compared(before, with(ekinge(), kPath, post("expires: 2026-11-20T10:00\nexpired: remove\n"))) == "against/removed");
    CHECK(compared(before, with(ekinge(), kPath, post("expires: 2026-11-20T10:00\n"))) == "");
    CHECK(compared(before, with(ekinge(), kPath, post("topix: [dialog]\n"))) == "");  // its own fault stops the build
}

TEST_CASE("bytes that are no manifest of ours are none, whatever they are") {
    for (const char* bytes : {"", "{", "[]", "{}", R"({"generator": "another", "format": 1, "releases": []})",
                              R"({"generator": "pressrum", "format": 2, "releases": []})",
                              R"({"generator": "pressrum", "format": 1, "releases": [{"id": "x"}], "releases": []})", "\xff\xfe"}) {
        INFO(bytes);
        CHECK_FALSE(read_ledger(bytes));
    }
    const auto odd = read_ledger(
        R"({"generator": "pressrum", "format": 1, "files": [{"a": [1]}], "releases": [1, {"id": 2, "events": {}, "changes": [{"at": null}]}, {"id": "x"}]})");
    REQUIRE(odd);
    REQUIRE(odd->releases.size() == 2);
    CHECK(odd->releases[1].id == "x");
}
