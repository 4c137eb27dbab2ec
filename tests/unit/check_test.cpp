#include "check/check.hpp"
#include "support/site_builder.hpp"

#include "io/load.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace pressrum;
using namespace pressrum::test;

namespace {

std::string checked(const Files& files) {
    Diagnostics layout_faults;
    const SourceTree layout_tree = load({"", "", (std::filesystem::path(PRESSRUM_ROOT) / "layouts").string()}, {1}, layout_faults);
    const Layouts layouts = Layouts::load(layout_tree, layout_faults);
    TestSite test;
    Files all = files;
    for (const char* sheet : {"style.css", "feed-look.css"}) all[std::string("layouts/assets/") + sheet] = "/* */";
    make_site(test, all);
    REQUIRE(test.site);
    const std::vector<Output> outputs = render(Renderer(*test.site, test.plan, layouts), {2});
    check(*test.site, test.plan, outputs, {2}, test.diagnostics);
    test.diagnostics.sort();
    return to_text(test.diagnostics, test.tree);
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
          "link/broken-fragment posts/2026/11/mote.md:5:58 [/amnen/dialog/|ingen]\n");
}

TEST_CASE("a link to a post with faults of its own is silent") {
    Files files = with_body("Se [det andra](/2026/11/trasig/).\n");
    files["posts/2026/11/trasig.md"] = post_text("Trasig", "2026-11-05T10:00", "topix: [dialog]\n");
    const std::string found = checked(files);
    CHECK(found.find("link/broken") == std::string::npos);
    CHECK(found.find("front-matter/unknown-key posts/2026/11/trasig.md:4:1") != std::string::npos);
}

TEST_CASE("a link to an embargoed post leads nowhere today") {
    Files files = with_body("Se [det andra](/2026/12/senare/).\n");
    files["posts/2026/12/senare.md"] = post_text("Senare", "2026-12-05T10:00");
    CHECK(checked(files).starts_with("link/broken posts/2026/11/mote.md:5:4"));
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
