// What is told of a published release that changed without a trace: every change of it, one at a time, and what is said of it, whole.
#include "base/text.hpp"
#include "check/check.hpp"
#include "io/ledger_read.hpp"
#include "render/ledger.hpp"
#include "support/golden.hpp"
#include "support/site_builder.hpp"
#include "support/told.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <string>

using namespace pressrum;
using namespace pressrum::test;

namespace {

constexpr const char* kPost =
    "---\ntitle: Möte om parken\npublished: 2026-11-05T10:00\naliases: [/gammal/]\n"
    "photo: {src: torg.jpg, alt: Torget., credit: Anna Ek}\n"
    "photos:\n  - {src: park.jpg, alt: Parken., credit: Bo Ek}\n"
    "quotes:\n"
    "  - {id: trygghet, speaker: karin-alm, text: Alla ska vara trygga.}\n"
    "  - {id: lugn, name: Lo Ek, role: rektor, party: C, organization: Norra skolan, text: Det blir lugnt.}\n"
    "  - {id: ljus, speaker: lena-hovmark, text: Ljus är bra., approved: 2026-11-04}\n"
    "events:\n"
    "  - {id: mote, title: Möte, start: 2026-12-01T18:00, end: 2026-12-01T20:00, location: Rådhuset, description: Kaffe.}\n"
    "  - {id: kurs, title: Kurs, start: 2026-12-02, repeat: {every: week, count: 3}}\n"
    "changes:\n  - {at: 2026-11-06T09:00, kind: correction, note: Fel sal stod här.}\n---\n"
    "– Alla ska vara trygga, säger Karin Alm.\n\n– Det blir lugnt, säger Lo Ek.\n\n– Ljus är bra, säger Lena Hovmark.\n\n"
    "– Vi börjar nu, säger Karin Alm.\n";

struct Change {
    std::string_view from, to;
    bool people = false;  // of people.yaml, else of the post
};

constexpr Change kChanges[] = {
    {"title: Möte om parken", "title: Möte om ån"},
    {"published: 2026-11-05T10:00", "published: 2026-11-05T10:30"},
    {"aliases: [/gammal/]", "slug: annat"},
    {"aliases: [/gammal/]", "slug: annat\naliases: [/2026/11/mote/]"},
    {"aliases: [/gammal/]", "slug: annat\naliases: [/2026/11/mote]"},
    {"aliases: [/gammal/]", "slug: annat\nid: 2026-11-mote"},
    {"aliases: [/gammal/]", "aliases: [/gammal/]\nlead: Kom."},
    {"aliases: [/gammal/]", "aliases: [/gammal/]\nplace: Öby"},
    {"credit: Anna Ek", "credit: Annat Ek"},
    {"credit: Bo Ek", "credit: Annat Ek"},
    {"src: park.jpg", "src: bro.jpg"},
    {"id: trygghet", "id: trygg"},
    {"id: lugn, name: Lo Ek", "id: lugn, name: My Ek"},
    {"role: rektor, ", ""},
    {"role: rektor", "role: lärare"},
    {"party: C, organization", "organization"},
    {"party: C, organization", "party: S, organization"},
    {", organization: Norra skolan", ""},
    {"role: rektor, party: C, organization: Norra skolan, ", ""},
    {"role: rektor, party: C, organization: Norra skolan", "role: rektor"},
    {"organization: Norra skolan", "organization: Södra skolan"},
    {"speaker: karin-alm, text: Alla", "speaker: lena-hovmark, text: Alla"},
    {"– Vi börjar nu, säger Karin Alm.\n", ""},
    {"– Vi börjar nu, säger Karin Alm.\n", "– Vi börjar nu, säger Lena Hovmark.\n"},
    {"– Vi börjar nu", "– Vi börjar då"},
    {"start: 2026-12-01T18:00", "start: 2026-12-01T17:00"},
    {"end: 2026-12-01T20:00", "end: 2026-12-01T21:00"},
    {", end: 2026-12-01T20:00", ""},
    {"location: Rådhuset", "location: Aulan"},
    {"description: Kaffe.", "description: Te."},
    {"title: Möte, ", "title: Stormöte, "},
    {"location: Rådhuset", "location: Rådhuset, status: cancelled"},
    {"location: Rådhuset", "location: Rådhuset, status: moved, previous_start: 2026-11-30T18:00"},
    {"location: Rådhuset", "location: Rådhuset, status: moved, previous_start: 2026-12-01"},
    {"count: 3", "count: 4"},
    {"{id: kurs, ", "{id: kursen, "},
    {"{id: mote, ", "{id: motet, "},
    {"changes:\n  - {at: 2026-11-06T09:00, kind: correction, note: Fel sal stod här.}\n", ""},
    {"note: Fel sal", "note: Fel tid"},
    {"kind: correction", "kind: update"},
    {"at: 2026-11-06T09:00", "at: 2026-11-06T09:01"},
    {"role: kommunalråd, party: C, from", "role: borgmästare, party: C, from", true},
    {"party: C, from: 2022", "party: S, from: 2022", true},
    {"name: Karin Alm", "name: Karin Ek", true},
    {"name: Lena Hovmark\n  role: kommunalråd\n  party: S", "name: Lena Hovmark\n  role: kommunalråd", true},
    {"name: Lena Hovmark\n  role: kommunalråd\n  party: S", "name: Lena Hovmark\n  party: S", true},
    {"name: Lena Hovmark\n  role: kommunalråd\n  party: S", "name: Lena Hovmark", true},
};

Files published(bool unlisted) {
    std::string post = kPost;
    if (unlisted) post = replace_all(std::move(post), "aliases:", "unlisted: true\naliases:");
    Files files = with(ekinge(), "posts/2026/11/mote.md", post);
    for (const char* name : {"torg", "park", "bro"}) files["posts/2026/11/" + std::string(name) + ".jpg"] = name;
    return files;
}

std::string told(const Ledger& before, const Files& files) {
    TestSite now;
    make_site(now, files);
    REQUIRE(now.site);
    Diagnostics found;
    check_against(*now.site, before, found);
    found.sort();
    return whole_messages(found, now.tree.sources);
}

std::string told_of_changes(bool unlisted, std::string_view entry) {
    const Files files = published(unlisted);
    TestSite site;
    make_site(site, files);
    REQUIRE(site.site);
    const auto before = read_ledger(ledger(*site.site, {}, {}, Threads{1}));
    REQUIRE(before);
    std::string out;
    for (const Change& change : kChanges) {
        Files changed = files;
        std::string& text = changed.at(change.people ? "site/people.yaml" : "posts/2026/11/mote.md");
        INFO(change.from);
        REQUIRE(text.find(change.from) != std::string::npos);
        text = replace_all(std::move(text), change.from, change.to);
        std::string& post = changed.at("posts/2026/11/mote.md");
        if (!entry.empty()) {
            const std::size_t end = post.find("---\n", 4);
            post.insert(end, (post.find("changes:\n") == std::string::npos ? "changes:\n" : "") + std::string(entry));
        }
        std::string shown = fmt::format("{} ⇒ {}", change.from, change.to);
        out += replace_all(std::move(shown), "\n", "⏎") + "\n";
        for (const std::string& line : lines_of(told(*before, changed))) out += "  " + line + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("of each thing that changed in a published release it is told whole what it was and what to write") {
    const std::string out = "# listed, nothing about it under changes\n" + told_of_changes(false, "") + "\n# unlisted\n" +
                            told_of_changes(true, "") + "\n# listed, with an entry under changes\n" +
                            told_of_changes(false, "  - {at: 2026-11-20T09:00, kind: update, note: Nya uppgifter.}\n") +
                            "\n# listed, with an entry about the meeting\n" +
                            told_of_changes(false, "  - {at: 2026-11-20T09:00, kind: update, note: Nya uppgifter., event: mote}\n");
    check_golden(std::string(PRESSRUM_TESTS_DIR) + "/told/against.txt", out);
}
