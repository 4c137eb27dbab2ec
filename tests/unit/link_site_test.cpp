// What files say together: states in time, references, addresses, languages.
#include "support/site_builder.hpp"

#include "io/source_text.hpp"

#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <map>

using namespace pressrum;
using namespace pressrum::test;

namespace {

std::string addresses(const Site& site, const std::vector<PostIndex>& posts) {
    std::string text;
    for (const PostIndex p : posts) text += site.posts[p].address + " ";
    return text;
}

}  // namespace

TEST_CASE("what is public is decided at now, in the site's zone") {
    const Files files = with(ekinge(), "posts/2026/11/nyhet.md", post_text("Nyhet", "2026-11-24T12:00"));
    const auto state = [&](std::string_view now) {
        TestSite site;
        make_site(site, files, {.now = now});
        CHECK(rules_of(site.diagnostics) == "");
        return std::pair(site.site->listed.size(), site.site->counts.embargoed);
    };
    CHECK(state("2026-11-24T11:59") == std::pair<std::size_t, std::size_t>(0, 1));
    CHECK(state("2026-11-24T12:00") == std::pair<std::size_t, std::size_t>(1, 0));
}

TEST_CASE("drafts and embargoed posts are shown only when asked for, and counted always") {
    Files files = with(ekinge(), "posts/2026/11/utkast.md", post_text("Utkast", "2026-11-01T10:00", "draft: true\n"));
    files = with(files, "posts/2026/12/senare.md", post_text("Senare", "2026-12-02T08:00"));
    files = with(files, "posts/2026/12/forst.md", post_text("Först", "2026-12-01T08:00"));
    TestSite plain, all;
    make_site(plain, files);
    CHECK(plain.site->posts.empty());
    CHECK(plain.site->counts.drafts == 1);
    CHECK(plain.site->counts.embargoed == 2);
    REQUIRE(plain.site->counts.next_live);
    CHECK(to_iso(*plain.site->counts.next_live) == "2026-12-01T08:00");
    make_site(all, files, {.drafts = true, .future = true});
    CHECK(all.site->posts.size() == 3);
    for (const SitePost& post : all.site->posts) CHECK(post.state == PostState::preview);
}

TEST_CASE("an expired post leaves a stone at its address, or nothing when asked to") {
    Files files = with(ekinge(), "posts/2026/01/koka.md", post_text("Koka vattnet", "2026-01-10T10:00", "expires: 2026-01-20T12:00\n"));
    files = with(files, "posts/2026/01/bort.md", post_text("Bort", "2026-01-10T10:00", "expires: 2026-01-20T12:00\nexpired: remove\n"));
    TestSite site;
    make_site(site, files);
    REQUIRE(site.site->posts.size() == 1);
    CHECK(site.site->posts[0].state == PostState::tombstone);
    CHECK(site.site->listed.empty());
    CHECK(site.site->counts.expired == 2);
    CHECK(site.plan.find("2026/01/koka/") != nullptr);
    CHECK(site.plan.find("2026/01/bort/") == nullptr);
    TestSite before;
    make_site(before, files, {.now = "2026-01-20T11:59"});
    CHECK(before.site->listed.size() == 2);
}

TEST_CASE("an unlisted post has an address and is in no list") {
    TestSite site;
    make_site(site, with(ekinge(), "posts/2026/11/dold.md", post_text("Dold", "2026-11-01T10:00", "unlisted: true\n")));
    CHECK(site.site->listed.empty());
    CHECK(site.plan.find("2026/11/dold/") != nullptr);
    CHECK(site.plan.find("2026/11/") == nullptr);
}

TEST_CASE("a translation takes over what it does not say and is listed with its own language") {
    Files files = with(
        ekinge(), "posts/2026/11/mote.md",
        post_text(
            "Möte", "2026-11-05T10:00",
            "topics: [dialog]\nevents:\n  - {id: mote, title: Möte, start: 2026-12-08T18:00, location: Bystugan}\ncontacts: [press]\n"));
    files = with(files, "posts/2026/11/mote.en.md", "---\ntitle: Meeting\nevents:\n  - {id: mote, title: Meeting}\n---\nWelcome.\n");
    TestSite site;
    make_site(site, files);
    CHECK(to_text(site.diagnostics, site.tree) == "");
    REQUIRE(site.site->posts.size() == 2);
    CHECK(addresses(*site.site, site.site->listed) == "2026/11/mote/ ");
    CHECK(addresses(*site.site, site.site->listed_by_language[1]) == "en/2026/11/mote/ ");
    const SitePost& english = site.site->posts[site.site->listed_by_language[1][0]];
    CHECK(*english.post.events[0].title == "Meeting");
    CHECK(to_iso(english.post.events[0].start->time) == "2026-12-08T18:00");
    CHECK(english.contacts.size() == 1);
    CHECK(site.site->listed_events.size() == 1);
    CHECK(site.site->events[english.events[0]].uid == site.site->events[site.site->listed_events[0]].uid);
}

TEST_CASE("a translation takes over every field of a registration that it does not say itself") {
    constexpr std::string_view kKeys[] = {"url", "email", "phone", "note", "until"};
    const std::map<std::string_view, std::string> swedish = {{"url", "https://www.ekinge.example/anmalan"},
                                                             {"email", "anmalan@ekinge.example"},
                                                             {"phone", "0171-52 00 00"},
                                                             {"note", "Ange om du behöver hörslinga."},
                                                             {"until", "2026-12-01T12:00"}};
    const std::map<std::string_view, std::string> english = {{"url", "https://www.ekinge.example/register"},
                                                             {"email", "register@ekinge.example"},
                                                             {"phone", "0171-52 00 01"},
                                                             {"note", "Say whether you need a hearing loop."}};
    std::string whole;
    for (const std::string_view key : kKeys) whole += fmt::format("      {}: {}\n", key, swedish.at(key));
    const Files original =
        with(ekinge(), "posts/2026/11/mote.md",
             post_text("Möte", "2026-11-05T10:00",
                       fmt::format("events:\n  - id: mote\n    title: Möte\n    start: 2026-12-08T18:00\n    registration:\n{}", whole)));
    const auto registration = [&](std::string_view said) {
        TestSite site;
        make_site(site, with(original, "posts/2026/11/mote.en.md",
                             fmt::format("---\ntitle: Meeting\nevents:\n  - id: mote\n    title: Meeting\n{}---\nWelcome.\n", said)));
        CHECK(to_text(site.diagnostics, site.tree) == "");
        const Registration& r = *site.site->posts[site.site->listed_by_language[1].at(0)].post.events.at(0).registration;
        return std::map<std::string_view, std::string>{
            {"url", *r.url}, {"email", *r.email}, {"phone", *r.phone}, {"note", *r.note}, {"until", to_iso(r.until->time)}};
    };
    CHECK(registration("") == swedish);
    for (const std::string_view key : kKeys) {
        if (key == "until") continue;  // says nothing alone, and is the same in every language
        INFO(key);
        auto expected = swedish;
        expected[key] = english.at(key);
        CHECK(registration(fmt::format("    registration:\n      {}: {}\n", key, english.at(key))) == expected);
    }
}

TEST_CASE("a translation that tells a change in its language leaves the event it concerns as it is") {
    Files files = with(ekinge(), "posts/2026/11/mote.md",
                       post_text("Möte", "2026-11-05T10:00",
                                 "events:\n  - {id: mote, title: Möte, start: 2026-12-08T18:00}\n"
                                 "changes:\n  - {at: 2026-11-20T09:00, kind: update, event: mote, note: Ta med skisser.}\n"));
    files = with(files, "posts/2026/11/mote.en.md",
                 "---\ntitle: Meeting\nchanges:\n  - {at: 2026-11-20T09:00, kind: update, note: Bring sketches.}\n---\nWelcome.\n");
    TestSite site;
    make_site(site, files);
    CHECK(to_text(site.diagnostics, site.tree) == "");
    for (const SitePost& post : site.site->posts) CHECK(*post.post.changes.at(0).event == "mote");
}

TEST_CASE("references that lead nowhere are reported with the nearest name") {
    TestSite site;
    make_site(site, with(ekinge(), "posts/2026/11/fel.md",
                         post_text("Fel", "2026-11-05T10:00",
                                   "topics: [trygget]\nareas: [vasterled]\ncontacts: [pres, karin-alm]\nphoto: {src: finns-inte.jpg, alt: "
                                   "Torget., credit: Maria Ek, license: pres}\nattachments:\n  - {src: a.pdf, title: A}\n")));
    CHECK(to_text(site.diagnostics, site.tree) ==
          "reference/unknown-topic posts/2026/11/fel.md:4:10 [trygget] → trygghet\n"
          "reference/unknown-area posts/2026/11/fel.md:5:9 [vasterled] → vasterleden\n"
          "reference/unknown-contact posts/2026/11/fel.md:6:12 [pres] → press\n"
          "reference/not-a-contact posts/2026/11/fel.md:6:18 [karin-alm]\n"
          "photo/missing-file posts/2026/11/fel.md:7:14 [finns-inte.jpg|posts/2026/11]\n"
          "reference/unknown-license posts/2026/11/fel.md:7:71 [pres] → press\n"
          "attachment/missing-file posts/2026/11/fel.md:9:11 [a.pdf|posts/2026/11]\n");
}

TEST_CASE("two posts cannot have one id or one address") {
    Files files = with(ekinge(), "posts/2026/11/a.md", post_text("A", "2026-11-05T10:00", "id: samma\n"));
    files = with(files, "posts/2026/11/b.md", post_text("B", "2026-11-05T10:00", "id: samma\nslug: a\n"));
    TestSite site;
    make_site(site, files);
    CHECK(rules_of(site.diagnostics).find("post/duplicate-id") != std::string::npos);
    CHECK(rules_of(site.diagnostics).find("post/duplicate-address") != std::string::npos);
}

TEST_CASE("of two events with one id the first is placed, and the other is told where it stands") {
    TestSite site;
    make_site(site, with(ekinge(), "posts/2026/11/mote.md",
                         post_text("Möte", "2026-11-05T10:00",
                                   "events:\n  - {id: mote, title: Dialogmöte, start: 2026-12-08T18:00}\n"
                                   "  - {id: mote, title: Invigning, start: 2026-12-09T18:00}\n"
                                   "  - {id: dag, title: Öppet hus, start: 2026-12-10T18:00}\n"
                                   "  - {id: mote, title: Frukost, start: 2026-12-11T07:00}\n")));
    CHECK(to_text(site.diagnostics, site.tree) ==
          "event/duplicate-id posts/2026/11/mote.md:6:10 [mote]\n"
          "event/duplicate-id posts/2026/11/mote.md:8:10 [mote]\n");
    std::string placed;
    for (const SiteEvent& each : site.site->events) placed += each.uid + " " + to_iso(each.start.time) + "\n";
    CHECK(placed ==
          "2026-11-mote.mote@press.ekinge.example 2026-12-08T18:00\n"
          "2026-11-mote.dag@press.ekinge.example 2026-12-10T18:00\n");
}

TEST_CASE("times that do not exist, or exist twice, are reported") {
    TestSite site;
    make_site(site,
              with(ekinge(), "posts/2026/03/klocka.md",
                   post_text("Klocka", "2026-03-01T10:00",
                             "events:\n  - {id: a, title: A, start: 2026-03-29T02:30}\n  - {id: b, title: B, start: 2026-10-25T02:30}\n")));
    CHECK(to_text(site.diagnostics, site.tree) ==
          "time/gap posts/2026/03/klocka.md:5:30 [2026-03-29T02:30]\n"
          "time/twice posts/2026/03/klocka.md:6:30 [2026-10-25T02:30]\n");
}

TEST_CASE("a site's ids do not change when it moves or a title changes") {
    const std::string more = "id: mote\nevents:\n  - {id: mote, title: Möte, start: 2026-12-08T18:00}\n";
    Files files = with(ekinge(), "posts/2026/11/mote.md", post_text("Möte", "2026-11-05T10:00", more));
    TestSite before, after;
    make_site(before, files);
    files["site/site.yaml"].replace(files["site/site.yaml"].find("https://press.ekinge.example/"), 29, "https://ekinge.example/nytt/");
    files["posts/2026/11/mote.md"] = post_text("Annan rubrik", "2026-11-05T10:00", more + "slug: annat\n");
    make_site(after, files);
    CHECK(before.site->events[0].uid == "mote.mote@press.ekinge.example");
    CHECK(before.site->tag("post/" + before.site->posts[0].id) == "tag:press.ekinge.example,2024:post/mote");
    CHECK(after.site->base_path == "/nytt/");
    CHECK(before.site->events[0].uid == after.site->events[0].uid);
    CHECK(before.site->tag("post/" + before.site->posts[0].id) == after.site->tag("post/" + after.site->posts[0].id));
}

TEST_CASE("changes count: sequence and time of an event come from them") {
    TestSite site;
    make_site(site, with(ekinge(), "posts/2026/11/mote.md",
                         post_text("Möte", "2026-11-05T10:00",
                                   "events:\n  - {id: a, title: A, start: 2026-12-08T18:00, status: moved, previous_start: "
                                   "2026-12-01T18:00}\n  - {id: b, title: B, start: 2026-12-09T18:00}\n"
                                   "changes:\n  - {at: 2026-11-06T09:00, kind: moved, event: a, note: Ny dag.}\n  - {at: 2026-11-07T09:00, "
                                   "kind: update, note: Mer text.}\n")));
    CHECK(rules_of(site.diagnostics) == "");
    CHECK(site.site->events[0].sequence == 2);
    CHECK(site.site->events[1].sequence == 1);
    CHECK(to_iso(site.site->events[0].changed) == "2026-11-07T09:00");
    CHECK(site.site->corrections.size() == 2);
}

TEST_CASE("an event that is off without a word about it is a warning") {
    TestSite site;
    make_site(site,
              with(ekinge(), "posts/2026/11/mote.md",
                   post_text("Möte", "2026-11-05T10:00", "events:\n  - {id: a, title: A, start: 2026-12-08T18:00, status: cancelled}\n")));
    CHECK(rules_of(site.diagnostics) == "event/changed-silently");
}

TEST_CASE("topics stand in Swedish order, posts newest first with ties by id") {
    Files files = ekinge();
    for (const char* name : {"c", "a", "b"})
        files = with(files, std::string("posts/2026/11/") + name + ".md", post_text(name, "2026-11-05T10:00"));
    files = with(files, "posts/2026/11/d.md", post_text("d", "2026-11-06T10:00"));
    TestSite site;
    make_site(site, files);
    CHECK(addresses(*site.site, site.site->listed) == "2026/11/d/ 2026/11/a/ 2026/11/b/ 2026/11/c/ ");
    std::string topics;
    for (const TopicNode& node : site.site->topics[kTopicList]) topics += node.key + " ";
    CHECK(topics == "dialog trygghet aldre ");
}

TEST_CASE("the site's own files: what is wrong with them stops the site, with one message") {
    const auto rules = [](const std::string& path, const std::string& text) {
        TestSite site;
        make_site(site, with(ekinge(), path, text));
        return rules_of(site.diagnostics) + (site.site ? "" : " (no site)");
    };
    Files files = ekinge();
    std::string yaml = files["site/site.yaml"];
    CHECK(rules("site/site.yaml", yaml + "timezne: x\n") == "front-matter/unknown-key (no site)");
    yaml.replace(yaml.find("Europe/Stockholm"), 16, "Europe/Ekinge");
    CHECK(rules("site/site.yaml", yaml) == "site/timezone (no site)");
    CHECK(rules("site/strings/sv.yaml", "home: Hem\nhomme: Hem\n") == "strings/unknown (no site)");
    CHECK(rules("site/strings/sv.yaml", "date: \"{0} {1}\"\n") == "strings/placeholder (no site)");
    Files finnish = ekinge();
    finnish["site/site.yaml"].replace(finnish["site/site.yaml"].find("[sv, en]"), 8, "[sv, fi]");
    TestSite lacking;
    make_site(lacking, finnish);
    CHECK(to_text(lacking.diagnostics, lacking.tree).starts_with("strings/missing site/site.yaml:4:17 "));
    files.erase("site/site.yaml");
    TestSite none;
    make_site(none, files);
    CHECK(rules_of(none.diagnostics) == "site/missing");
    CHECK_FALSE(none.site);
}

TEST_CASE("an authority is a domain or an e-mail address, and a year") {
    const auto said = [](const std::string& authority) {
        Files files = ekinge();
        std::string& text = files["site/site.yaml"];
        text.replace(text.find("press.ekinge.example,2024"), std::string("press.ekinge.example,2024").size(), '"' + authority + '"');
        TestSite site;
        make_site(site, files);
        return rules_of(site.diagnostics);
    };
    for (const char* good :
         {"press.ekinge.example,2024", "press@ekinge.example,2024", "press-rum_1.x@ekinge.example,2024", "Ekinge-2.example,2019"})
        CHECK(said(good) == "");
    for (const char* bad : {"a b,2024", "-x.example,2024", "x..y,2024", ",2024", "x,0000", "x@,2024", "@x,2024", "x,2024-5",
                            "ekinge.example", "p+r@ekinge.example,2024"}) {
        INFO(bad);
        CHECK(said(bad) == "site/authority");
    }
}

TEST_CASE("the number of threads shows nowhere") {
    Files files = ekinge();
    for (int i = 0; i < 40; ++i) {
        files = with(files, "posts/2026/11/p" + std::to_string(i) + ".md",
                     post_text("Post " + std::to_string(i), "2026-11-05T10:0" + std::to_string(i % 10),
                               i % 3 == 0 ? "topics: [trygghet]\n" : "topics: [dialog, trygghet]\n"));
    }
    const auto shape = [](const Site& site) {
        std::string text;
        for (const SitePost& post : site.posts) {
            text += post.id + ":";
            for (const PostIndex related : post.related) text += site.posts[related].id + ",";
        }
        return text;
    };
    TestSite one, many;
    make_site(one, files, {.threads = 1});
    make_site(many, files, {.threads = 4});
    CHECK(shape(*one.site) == shape(*many.site));
}

TEST_CASE("a name in composed letters is the name in decomposed ones, whichever file has them") {
    static constexpr std::string_view kComposed = "Åsa Öberg-Lind", kDecomposed = "A\u030Asa O\u0308berg-Lind";
    for (const auto& [of_person, of_text] :
         {std::pair(kComposed, kDecomposed), std::pair(kDecomposed, kComposed), std::pair(kDecomposed, kDecomposed)}) {
        Files files = ekinge();
        files["site/people.yaml"] += "asa:\n  name: " + std::string(of_person) + "\n  role: rektor\n";
        files = with(files, "posts/2026/11/skolan.md",
                     post_text("Skolan", "2026-11-24T10:00", {}, "– Nu bygger vi, säger rektorn " + std::string(of_text) + ".\n"));
        for (auto& [path, text] : files) text = to_source_text(std::move(text)).text;
        TestSite site;
        make_site(site, files);
        CHECK(rules_of(site.diagnostics) == "");
        REQUIRE(site.site->posts.size() == 1);
        REQUIRE(site.site->posts[0].statements.size() == 1);
        CHECK(site.site->posts[0].statements[0].speaker.person != kNone);
        CHECK(site.site->posts[0].statements[0].speaker.name == kComposed);
    }
}
