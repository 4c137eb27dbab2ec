#include "check/check.hpp"
#include "support/rendered_site.hpp"
#include "support/site_builder.hpp"
#include "support/told.hpp"

#include "io/load.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <filesystem>
#include <map>
#include <regex>
#include <set>

using namespace pressrum;
using namespace pressrum::test;

namespace {

Diagnostics diagnostics_of(const Files& files, TestSite& test, std::string_view now) {
    Diagnostics layout_faults;
    const SourceTree layout_tree = load({"", "", (std::filesystem::path(PRESSRUM_ROOT) / "layouts").string()}, {1}, layout_faults);
    const Layouts layouts = Layouts::load(layout_tree, layout_faults);
    Files all = files;
    for (const char* sheet : {"tokens.css", "style.css", "feed-look.css"}) all[std::string("layouts/assets/") + sheet] = "/* */";
    SiteOptions options;
    options.now = now;
    make_site(test, all, options);
    REQUIRE(test.site);
    const std::vector<Output> outputs = render(Renderer(*test.site, test.plan, layouts), {2}, Links::unsettled);
    check(*test.site, test.plan, outputs, {2}, test.diagnostics);
    test.diagnostics.sort();
    return test.diagnostics;
}

std::string checked(const Files& files, std::string_view now = "2026-11-24T12:00") {
    TestSite test;
    const Diagnostics found = diagnostics_of(files, test, now);
    return to_text(found, test.tree);
}

std::string errors_at(const Files& files, std::string_view now) {
    TestSite test;
    Diagnostics errors;
    const Diagnostics found = diagnostics_of(files, test, now);
    for (const Diagnostic& each : found.all()) {
        if (each.rule->severity == Severity::error) errors.add(each);
    }
    return to_text(errors, test.tree);
}

// Every moment that a source names, a minute before it and a minute after, and a year beyond the last.
std::set<std::string> moments_in(const Files& files) {
    static const std::regex kDay("[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?");
    std::set<std::string> moments;
    for (const auto& [path, text] : files) {
        for (std::sregex_iterator found(text.begin(), text.end(), kDay), end; found != end; ++found) {
            const std::string written = found->str();
            const auto at = parse_iso_local_time(written.size() == 10 ? written + "T00:00" : written);
            if (!at) continue;
            for (const int minutes : {-1, 0, 1}) moments.insert(to_iso(*at + std::chrono::minutes(minutes)).substr(0, 16));
        }
    }
    const int last = std::stoi(moments.rbegin()->substr(0, 4));
    moments.insert(std::to_string(last + 1) + moments.rbegin()->substr(4));
    return moments;
}

Files with_body(std::string_view body) { return with(ekinge(), "posts/2026/11/mote.md", post_text("Möte", "2026-11-05T10:00", "", body)); }

}  // namespace

TEST_CASE("a link that leads somewhere is silent") {
    CHECK(checked(with_body("## En rubrik\n\nSe [ämnet](/amnen/dialog/), [hem](/), [rubriken](#en-rubrik), [kalendern](/kalender.ics) och "
                            "[webben](https://www.ekinge.example/).\n")) == "");
}

TEST_CASE("a link that leads nowhere is reported once, where it was written") {
    CHECK(checked(with_body("Se [mötet](/2026/11/finns-inte/) och [delen](#ingen) och [delen](/amnen/dialog/#ingen).\n")) ==
          "link/broken posts/2026/11/mote.md:5:4 [/2026/11/finns-inte/]\n"
          "link/broken-fragment posts/2026/11/mote.md:5:38 [/2026/11/mote/|ingen]\n"
          "link/passing-fragment posts/2026/11/mote.md:5:58 [/amnen/dialog/|ingen]\n");
}

TEST_CASE("a site without errors today has none at any later moment") {
    Files files = ekinge();
    files["posts/2025/03/mote.md"] =
        post_text("Möte", "2025-03-05T10:00",
                  "expires: 2026-12-20T08:00\nexpired: remove\naliases: [/gammalt/]\ntopics: [dialog]\nevents:\n"
                  "  - {id: samrad, title: Samråd, start: 2025-04-08T18:00, end: 2025-04-08T20:00}\n"
                  "quotes:\n  - {id: ord, speaker: lena-hovmark, text: Nu bygger vi.}\n",
                  "## Så går det till\n\n– Nu bygger vi, säger Lena Hovmark.\n");
    files["posts/2026/11/gravsten.md"] =
        post_text("Gravsten", "2026-11-06T10:00", "expires: 2026-12-21T00:00\nexpired: tombstone\n", "## Mer\n\nOrd.\n");
    files["posts/2026/11/lank.md"] = post_text(
        "Länk", "2026-11-05T10:00", "links:\n  - {title: Mötet, url: /2025/03/mote/}\n",
        "Se [mötet](/2025/03/mote/), [delen](/2025/03/mote/#sa-gar-det-till), [orden](/2025/03/mote/#citat-ord), [månaden](/2025/03/), "
        "[året](/2025/), [årets möten](/evenemang/2025/), [Lena](/personer/lena-hovmark/), [flödet](/personer/lena-hovmark/rss.xml), "
        "[det gamla](/gammalt/), [kalendern](/2025/03/mote/samrad.ics), [stenen](/2026/11/gravsten/) och [mer](/2026/11/gravsten/#mer). "
        "[Snart](/2026/12/embargo/).\n");
    files["posts/2026/12/embargo.md"] = post_text("Embargo", "2026-12-24T10:00", "", "Se [länken](/2026/11/lank/).\n");
    REQUIRE(errors_at(files, "2026-11-24T12:00") == "");
    std::size_t later = 0;
    for (const std::string& now : moments_in(files)) {
        if (now < "2026-11-24T12:00") continue;
        INFO(now);
        CHECK(errors_at(files, now) == "");
        ++later;
    }
    CHECK(later >= 10);

    const std::string after = checked(files, "2027-01-01T12:00");
    for (const char* address : {"/2025/03/mote/]", "/2025/03/]", "/2025/]", "/evenemang/2025/]", "/personer/lena-hovmark/]", "/gammalt/]",
                                "/2025/03/mote/samrad.ics]", "/2026/11/gravsten/|mer]"}) {
        INFO(address);
        CHECK(after.find(std::string("link/expired posts/2026/11/lank.md:")) != std::string::npos);
        CHECK(after.find(address) != std::string::npos);
    }
}

TEST_CASE("a link to what has run out is no link on the page, and one to what never was is an error") {
    Files files = ekinge();
    files["posts/2025/03/mote.md"] = post_text("Möte", "2025-03-05T10:00", "expires: 2026-01-01T08:00\nexpired: remove\n");
    files["posts/2026/11/lank.md"] = post_text("Länk", "2026-11-05T10:00", "links:\n  - {title: Mötet, url: /2025/03/mote/}\n",
                                               "Se [mötet förra året](/2025/03/mote/).\n");
    const RenderedSite site(files);
    const std::string page = site.file("2026/11/lank/index.html");
    CHECK(page.find("Se mötet förra året.") != std::string::npos);
    CHECK(page.find("<li>Mötet</li>") != std::string::npos);
    CHECK(page.find("2025/03/mote") == std::string::npos);
    CHECK(site.file("rss.xml").find("2025/03/mote") == std::string::npos);
    CHECK(checked(with_body("Se [mötet](/2025/03/mote/).\n")) == "link/broken posts/2026/11/mote.md:5:4 [/2025/03/mote/]\n");
}

TEST_CASE("a full address to this press room is looked up as any other, and written as one") {
    const Files files = with_body(
        "Se [mötet](https://press.ekinge.example/2026/11/mote/) och [det](HTTP://PRESS.ekinge.example/finns/inte/), "
        "[annat](https://press.ekinge.example.annat.example/x/).\n");
    CHECK(checked(files) == "link/broken posts/2026/11/mote.md:5:60 [/finns/inte/]\n");
    CHECK(RenderedSite(files).file("2026/11/mote/index.html").find("<a href=\"/2026/11/mote/\">mötet</a>") != std::string::npos);
}

TEST_CASE("a link to a post with faults of its own is silent") {
    Files files = with_body("Se [det andra](/2026/11/trasig/).\n");
    files["posts/2026/11/trasig.md"] = post_text("Trasig", "2026-11-05T10:00", "topix: [dialog]\n");
    const std::string found = checked(files);
    CHECK(found.find("link/broken") == std::string::npos);
    CHECK(found.find("front-matter/unknown-key posts/2026/11/trasig.md:4:1") != std::string::npos);
}

TEST_CASE("a link to an embargoed post is no link until its day, one to a draft leads nowhere") {
    Files files = with_body("Se [det andra](/2026/12/senare/).\n");
    files["posts/2026/12/senare.md"] = post_text("Senare", "2026-12-05T10:00");
    CHECK(checked(files) == "link/waiting posts/2026/11/mote.md:5:4 [/2026/12/senare/]\n");
    CHECK(checked(files, "2026-12-06T12:00") == "");
    CHECK(RenderedSite(files).file("2026/11/mote/index.html").find("Se det andra.") != std::string::npos);
    files["posts/2026/12/senare.md"] = post_text("Senare", "2026-12-05T10:00", "draft: true\n");
    CHECK(checked(files) == "link/broken posts/2026/11/mote.md:5:4 [/2026/12/senare/]\n");
}

TEST_CASE("a link to what will expire is told ahead, unless the link expires first") {
    Files files = with_body("Se [det andra](/2026/11/kort/).\n");
    files["posts/2026/11/kort.md"] = post_text("Kort", "2026-11-05T10:00", "expires: 2027-01-20T12:00\nexpired: remove\n");
    CHECK(checked(files) == "link/expires posts/2026/11/mote.md:5:4 [/2026/11/kort/|2027-01-20]\n");
    files["posts/2026/11/mote.md"] =
        post_text("Möte", "2026-11-05T10:00", "expires: 2027-01-20T12:00\nexpired: remove\n", "Se [det andra](/2026/11/kort/).\n");
    CHECK(checked(files) == "");
    files = with_body("Se [det andra](/2026/11/kort/).\n");
    files["posts/2026/11/kort.md"] = post_text("Kort", "2026-11-05T10:00", "expires: 2027-01-20T12:00\nexpired: tombstone\n");
    CHECK(checked(files) == "");
}

TEST_CASE("a file beside a post that nothing names is reported") {
    Files files = with(ekinge(), "posts/2026/11/mote/index.md", post_text("Möte", "2026-11-05T10:00"));
    files["posts/2026/11/mote/glomd.pdf"] = "pdf";
    CHECK(checked(files) == "file/unused - [posts/2026/11/mote/glomd.pdf]\n");
}

TEST_CASE("words to avoid are found in the municipality's own text, never in what a person said") {
    Files files = with_body("Beslut avseende skolan.\n\n– Vi fattar beslut avseende skolan, säger Karin Alm.\n\nAvseenden och AVSEENDE.\n");
    files["site/site.yaml"] += "words_to_avoid: {avseende: om}\n";
    CHECK(checked(files) == "words/avoid posts/2026/11/mote.md:5:8 [avseende|om]\nwords/avoid posts/2026/11/mote.md:9:15 [avseende|om]\n");
}

TEST_CASE("a word to avoid is a whole word, also after a letter outside ASCII") {
    Files files = with_body("En sekund kan påverka en kund som vill verka.\n");
    files["site/site.yaml"] += "words_to_avoid: {kund: invånare, verka: arbeta}\n";
    CHECK(checked(files) ==
          "words/avoid posts/2026/11/mote.md:5:26 [kund|invånare]\nwords/avoid posts/2026/11/mote.md:5:40 [verka|arbeta]\n");
}

TEST_CASE("dates in the text are compared with the data") {
    const auto found = [](std::string_view body,
                          std::string_view events = "events:\n  - {id: m, title: M, start: 2026-12-08T18:00, end: 2026-12-08T20:00}\n") {
        return checked(with(ekinge(), "posts/2026/11/mote.md", post_text("Möte", "2026-11-05T10:00", events, body)));
    };
    SECTION("what agrees is silent") {
        for (const char* body : {"Tisdag 8 december 2026 klockan 18.00 ritar vi.\n", "Den 8 december kl. 18.00.\n",
                                 "Tisdagen den 8 december klockan 18:00–20:00.\n", "Vi slutar den 8 december klockan 20.00.\n",
                                 "Måndag 5 oktober brann det.\n", "Budgeten läggs fram den 29 november.\n", "Öppet 8–17 hela december.\n",
                                 "Den 8 maj 1945 klockan 15.00 var det fred.\n"}) {
            INFO(body);
            CHECK(found(body) == "");
        }
    }
    SECTION("a wrong weekday") {
        CHECK(found("Välkommen onsdag 8 december 2026 klockan 18.00.\n") ==
              "date/weekday posts/2026/11/mote.md:7:11 [onsdag 8 december 2026 klockan 18.00|tisdag]\n");
        CHECK(found("Välkommen onsdag 8 december.\n") == "date/weekday posts/2026/11/mote.md:7:11 [onsdag 8 december|tisdag]\n");
    }
    SECTION("each date of a line is looked at") {
        CHECK(found("Onsdag 8 december ritar vi och torsdag 8 december bygger vi.\n") ==
              "date/weekday posts/2026/11/mote.md:7:1 [Onsdag 8 december|tisdag]\n"
              "date/weekday posts/2026/11/mote.md:7:32 [torsdag 8 december|tisdag]\n");
    }
    SECTION("a date is read over the marks in it, in the first block as in the others") {
        CHECK(found("Kom onsdag *8 december*.\n\nKom torsdag *8 december*.\n") ==
              "date/weekday posts/2026/11/mote.md:7:5 [onsdag 8 december|tisdag]\n"
              "date/weekday posts/2026/11/mote.md:9:5 [torsdag 8 december|tisdag]\n");
    }
    SECTION("short forms are the same days") {
        CHECK(found("Välkommen ons 8 dec.\n") == "date/weekday posts/2026/11/mote.md:7:11 [ons 8 dec|tisdag]\n");
        CHECK(found("Välkommen onsdag 8/12.\n") == "date/weekday posts/2026/11/mote.md:7:11 [onsdag 8/12|tisdag]\n");
        CHECK(found("Den 2026-12-08 klockan 17.00.\n") == "date/no-such-event posts/2026/11/mote.md:7:5 [2026-12-08 klockan 17.00]\n");
        CHECK(found("Tis 8/12 kl. 18–20. Fredag–söndag 7–9 december. Plats 8/12. Tre 3 Jan Ek.\n") == "");
    }
    SECTION("a day that does not exist") {
        CHECK(found("Den 31 november.\n") == "date/impossible posts/2026/11/mote.md:7:5 [31 november]\n");
    }
    SECTION("a time that no event has") {
        CHECK(found("Den 8 december klockan 17.00.\n") == "date/no-such-event posts/2026/11/mote.md:7:5 [8 december klockan 17.00]\n");
        CHECK(found("Den 8 december klockan 18.00.\n", "") == "date/without-event posts/2026/11/mote.md:5:5 [8 december klockan 18.00]\n");
    }
}

namespace {

// What a link may lead to: what stays, goes, has gone, will come, is faulty.
Files of_every_state() {
    Files files = ekinge();
    const std::string event = "events:\n  - {id: m, title: M, start: 2027-02-08T18:00}\n", part = "## Del\n\nOrd.\n";
    files["site/pages/om.md"] = "---\ntitle: Om\n---\n" + part;
    files["posts/2026/11/stannar.md"] = post_text("Stannar", "2026-11-05T10:00", event + "topics: [dialog]\naliases: [/stannar/]\n", part);
    files["posts/2026/11/gar.md"] =
        post_text("Går", "2026-11-05T10:00", event + "expires: 2027-01-20T12:00\nexpired: remove\naliases: [/gar/]\n", part);
    files["posts/2026/11/sten.md"] =
        post_text("Blir sten", "2026-11-05T10:00", event + "expires: 2027-01-20T12:00\nexpired: tombstone\naliases: [/sten/]\n", part);
    files["posts/2026/11/over.md"] = post_text("Är sten", "2026-11-05T10:00", "expires: 2026-11-20T12:00\nexpired: tombstone\n", part);
    files["posts/2026/11/borta.md"] = post_text("Borta", "2026-11-05T10:00", event + "expires: 2026-11-20T12:00\nexpired: remove\n", part);
    files["posts/2026/12/senare.md"] = post_text("Senare", "2026-12-05T10:00", event, part);
    files["posts/2026/11/utkast.md"] = post_text("Utkast", "2026-11-05T10:00", "draft: true\n", part);
    files["posts/2026/11/trasig.md"] = post_text("Trasig", "2026-11-05T10:00", "topix: [dialog]\n", part);
    files["posts/2026/11/trasig-2.md"] = post_text("Hel", "2026-11-05T10:00");
    return files;
}

}  // namespace

TEST_CASE("of each link it is told whether it leads somewhere, now and when time has gone by") {
    static const std::map<std::string_view, std::string_view> kWriters = {
        {"from what stays", ""},
        {"from what goes before it", "expires: 2027-01-20T11:59\nexpired: remove\n"},
        {"from what goes with it", "expires: 2027-01-20T12:00\nexpired: remove\n"},
        {"from what goes after it", "expires: 2027-01-20T12:01\nexpired: remove\n"},
    };
    check_told("links", [](std::string_view section, const std::string& text) {
        TestSite test;
        const Diagnostics found =
            diagnostics_of(with(of_every_state(), "posts/2026/11/lank.md",
                                post_text("Länk", "2026-11-05T10:00", kWriters.at(section), "[länk](" + text + ")\n")),
                           test, "2026-11-24T12:00");
        Diagnostics own;
        for (const Diagnostic& each : found.all()) {
            if (each.at.known() && test.tree.sources[each.at.file].path == "posts/2026/11/lank.md") own.add(each);
        }
        return whole_messages(own, test.tree.sources);
    });
}

TEST_CASE("only a file in a folder of its own post is told to be unused") {
    Files files = ekinge();
    files["posts/2026/11/mote/index.md"] = post_text("Möte", "2026-11-05T10:00", "attachments:\n  - {src: namnd.pdf, title: Namnd}\n");
    files["posts/2026/11/utkast/index.md"] = post_text("Utkast", "2026-11-05T10:00", "draft: true\n");
    files["posts/2026/11/bara.md"] = post_text("Bara", "2026-11-05T10:00");
    for (const char* path :
         {"posts/2026/11/mote/namnd.pdf", "posts/2026/11/mote/glomd.pdf", "posts/2026/11/mote/djupt/glomd.pdf",
          "posts/2026/11/utkast/glomd.pdf", "posts/2026/11/glomd.pdf", "site/assets/glomd.pdf", "site/assets/photos/glomd.jpg"})
        files[path] = "x";
    CHECK(checked(files) == "file/unused - [posts/2026/11/mote/glomd.pdf]\n");
}

TEST_CASE("a word to avoid is told where it stands: in title, lead and text, at either end and in any case") {
    Files files = ekinge();
    files["site/site.yaml"] += "words_to_avoid: {\"Öga\": syn, kund: invånare}\n";
    const auto found = [&](const std::string& title, const std::string& lead, const std::string& body,
                           const char* path = "posts/2026/11/mote.md") {
        return checked(with(files, path, post_text(title, "2026-11-05T10:00", "lead: " + lead + "\n", body)));
    };
    CHECK(found("Kund", "Som kund", "Kund, kund\n") ==
          "words/avoid posts/2026/11/mote.md:2:8 [kund|invånare]\nwords/avoid posts/2026/11/mote.md:4:11 [kund|invånare]\n"
          "words/avoid posts/2026/11/mote.md:6:1 [kund|invånare]\nwords/avoid posts/2026/11/mote.md:6:7 [kund|invånare]\n");
    CHECK(found("Öga", "ÖGA mot öga", "Ögat, köga, öga2, 1öga.\n") ==
          "words/avoid posts/2026/11/mote.md:2:8 [Öga|syn]\nwords/avoid posts/2026/11/mote.md:4:7 [Öga|syn]\n"
          "words/avoid posts/2026/11/mote.md:4:15 [Öga|syn]\n");
    // Where the source has other bytes than the text, the whole text is pointed at.
    CHECK(found("A", "B", "Som \\* kund.\n") == "words/avoid posts/2026/11/mote.md:6:1 [kund|invånare]\n");
    CHECK(found("Kund", "Kund", "Kund.\n", "posts/2026/11/mote.en.md") == "");
}
