#include "plan/paths.hpp"
#include "support/site_builder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace pressrum;
using namespace pressrum::test;

namespace {

std::string paths(const Plan& plan) {
    std::string text;
    for (const PlannedFile& file : plan.files()) text += file.path + "\n";
    return text;
}

}  // namespace

TEST_CASE("a press room with one post has exactly these files") {
    TestSite site;
    make_site(site, with(with(ekinge(), "posts/2026/11/mote/index.md",
                              post_text("Möte", "2026-11-05T10:00",
                                        "topics: [dialog]\naliases: [/nyheter/12/, /gammal.html]\nphoto: {src: torget.jpg, alt: Torget., "
                                        "credit: Maria Ek}\nevents:\n  - {id: dialogmote, title: Möte, start: 2026-12-08T18:00}\n",
                                        "– Välkomna, säger Karin Alm.\n")),
                         "posts/2026/11/mote/torget.jpg", "bild"));
    CHECK(to_text(site.diagnostics, site.tree) == "");
    const std::string theme = theme_address(*site.site);
    CHECK(is_fingerprinted(theme));
    CHECK(paths(site.plan) ==
          "2026/11/index.html\n2026/11/mote/dialogmote.ics\n2026/11/mote/index.html\n2026/11/mote/torget.jpg\n2026/index.html\n404.html\n"
          "_headers\n_redirects\n"
          "amnen/aldre/atom.xml\namnen/aldre/feed.json\namnen/aldre/index.html\namnen/aldre/kalender.ics\namnen/aldre/qr.svg\namnen/aldre/"
          "rss.xml\n"
          "amnen/dialog/atom.xml\namnen/dialog/feed.json\namnen/dialog/index.html\namnen/dialog/kalender.ics\namnen/dialog/qr.svg\namnen/"
          "dialog/rss.xml\n"
          "amnen/index.html\n"
          "amnen/trygghet/atom.xml\namnen/trygghet/feed.json\namnen/trygghet/index.html\namnen/trygghet/kalender.ics\namnen/trygghet/"
          "qr.svg\namnen/trygghet/rss.xml\n"
          "assets/feed-en.css\nassets/feed.css\n" +
              theme +
              "\natom.xml\nen/atom.xml\nen/feed.json\nen/index.html\nen/rss.xml\nevenemang/2026/index.html\nevenemang/"
              "index.html\nfeed.json\ngammal.html\n"
              "index.html\nkalender.ics\nmanifest.json\nnews-sitemap.xml\nninjs.json\nnyheter/12/index.html\n"
              "omraden/index.html\nomraden/vasterleden/atom.xml\nomraden/vasterleden/feed.json\nomraden/vasterleden/index.html\nomraden/"
              "vasterleden/kalender.ics\nomraden/vasterleden/qr.svg\nomraden/vasterleden/rss.xml\n"
              "personer/index.html\npersoner/karin-alm/atom.xml\npersoner/karin-alm/feed.json\npersoner/karin-alm/index.html\npersoner/"
              "karin-alm/rss.xml\n"
              "prenumerera/index.html\nprenumerera/qr.svg\nrattelser/atom.xml\nrattelser/feed.json\nrattelser/index.html\nrattelser/"
              "rss.xml\nreleases.json\nreleases.schema.json\nreleases/2026.json\nrobots.txt\nrss.xml\nsitemap.xml\n");
}

TEST_CASE("two makers of one path are a fault that names both") {
    TestSite site;
    Files files = with(ekinge(), "posts/2026/11/mote.md", post_text("Möte", "2026-11-05T10:00", "aliases: [/om/]\n"));
    make_site(site, with(files, "site/pages/om.md", "---\ntitle: Om\n---\nText.\n"));
    CHECK(rules_of(site.diagnostics) == "output/collision");
    CHECK(site.diagnostics.all()[0].words == std::vector<std::string>{"om/index.html", "posts/2026/11/mote.md", "site/pages/om.md",
                                                                      "posts/2026/11/mote.md", "site/pages/om.md"});
}

TEST_CASE("a file cannot lie where another one needs a folder") {
    for (const char* alias : {"/rss.xml/", "/manifest.json/", "/_redirects", "/2026/11/mote/m.ics/x"}) {
        TestSite site;
        make_site(site,
                  with(ekinge(), "posts/2026/11/mote.md",
                       post_text("Möte", "2026-11-05T10:00",
                                 "events:\n  - {id: m, title: M, start: 2026-12-08T18:00}\naliases: [" + std::string(alias) + "]\n")));
        INFO(alias);
        CHECK(rules_of(site.diagnostics) == "output/collision");
        CHECK(site.diagnostics.all()[0].at.known());
    }
}

TEST_CASE("a collision with a page of the program's own stands at what an editor wrote") {
    TestSite site;
    make_site(site, with(ekinge(), "posts/2026/11/mote.md", post_text("Möte", "2026-11-05T10:00", "aliases: [/evenemang/]\n")));
    CHECK(to_text(site.diagnostics, site.tree) ==
          "output/collision posts/2026/11/mote.md:4:11 [evenemang/index.html|posts/2026/11/mote.md|kommande "
          "evenemang|posts/2026/11/mote.md|coming events]\n");
}

TEST_CASE("address words follow site.yaml") {
    Files files = ekinge();
    files["site/site.yaml"] += "paths: {topics: teman, calendar: datum}\n";
    TestSite site;
    make_site(site, files);
    CHECK(site.plan.find("teman/dialog/") != nullptr);
    CHECK(site.plan.find("datum.ics") != nullptr);
    CHECK(site.plan.find("amnen/") == nullptr);
}

TEST_CASE("a file name that cannot stand in an address is reported") {
    TestSite site;
    make_site(site, with(with(ekinge(), "posts/2026/11/mote/index.md",
                              post_text("Möte", "2026-11-05T10:00", "attachments:\n  - {src: karta å.pdf, title: Karta}\n")),
                         "posts/2026/11/mote/karta å.pdf", "pdf"));
    CHECK(to_text(site.diagnostics, site.tree) == "output/name posts/2026/11/mote/index.md:5:11 [2026/11/mote/karta å.pdf]\n");
}

TEST_CASE("a topic with many releases gets a page for each year") {
    Files files = ekinge();
    for (int i = 0; i < 60; ++i) {
        const std::string name = "p" + std::to_string(100 + i);
        const std::string year = i < 30 ? "2025" : "2026";
        files["posts/" + year + "/01/" + name + ".md"] = post_text(name, year + "-01-05T10:00", "topics: [dialog]\n");
    }
    TestSite site;
    make_site(site, files);
    CHECK(site.plan.find("amnen/dialog/2025/") != nullptr);
    CHECK(site.plan.find("amnen/dialog/2026/") != nullptr);
    CHECK(site.plan.find("amnen/trygghet/2026/") == nullptr);
}

TEST_CASE("explain can name the sources of every file") {
    TestSite site;
    make_site(site, with(ekinge(), "posts/2026/11/mote.md", post_text("Möte", "2026-11-05T10:00", "topics: [dialog]\n")));
    for (const PlannedFile& file : site.plan.files()) CHECK_FALSE(describe(*site.site, file).empty());
    CHECK(sources_of(*site.site, *site.plan.find("amnen/dialog/")) == std::vector<std::string>{"posts/2026/11/mote.md"});
    CHECK(sources_of(*site.site, *site.plan.find("amnen/trygghet/")).empty());
}

TEST_CASE("an event that two releases announce has both as its sources, and so has whatever shows it") {
    TestSite site;
    make_site(site, with(with(ekinge(), "posts/2026/11/mote.md",
                              post_text("Möte", "2026-11-05T10:00",
                                        "topics: [dialog]\nevents:\n  - {id: mote, title: Möte, start: 2026-12-08T18:00}\n")),
                         "posts/2026/11/vinter.md",
                         post_text("Vinter", "2026-11-10T10:00", "topics: [trygghet]\nevents:\n  - same_as: 2026-11-mote#mote\n")));
    CHECK(to_text(site.diagnostics, site.tree) == "");
    const std::vector<std::string> both = {"posts/2026/11/mote.md", "posts/2026/11/vinter.md"};
    for (const char* path : {"2026/11/mote/mote.ics", "2026/11/mote/", "2026/11/vinter/", "amnen/dialog/", "amnen/trygghet/kalender.ics"}) {
        INFO(path);
        REQUIRE(site.plan.find(path) != nullptr);
        CHECK(sources_of(*site.site, *site.plan.find(path)) == both);
    }
}

TEST_CASE("a file that a draft has attached is published when a text or a link of a post leads to it") {
    Files files = ekinge();
    std::string attached = "draft: true\nattachments:\n";
    for (const std::string name : {"karta.pdf", "plan.pdf", "avtal.pdf", "ingen.pdf"}) {
        files["site/assets/" + name] = name;
        attached += "  - {src: " + name + ", title: Bilaga}\n";
    }
    files["posts/2026/11/utkast.md"] = post_text("Utkast", "2026-11-05T10:00", attached, "Ett utkast.\n");
    files["posts/2026/11/bron.md"] = post_text("Bron", "2026-11-05T10:00", "links:\n  - {url: /assets/plan.pdf, title: Planen}\n",
                                               "Se [kartan](/assets/karta.pdf?v=2#sida-3) och "
                                               "[avtalet](https://press.ekinge.example/assets/avtal.pdf), inte [det](/ingen.pdf).\n");
    TestSite test;
    make_site(test, files);
    const std::vector<PlannedFile>& planned = test.plan.files();
    const auto is_planned = [&](std::string_view path) {
        return std::any_of(planned.begin(), planned.end(), [&](const PlannedFile& file) { return file.path == path; });
    };
    CHECK(is_planned("assets/karta.pdf"));
    CHECK(is_planned("assets/plan.pdf"));
    CHECK(is_planned("assets/avtal.pdf"));
    CHECK_FALSE(is_planned("assets/ingen.pdf"));
}

TEST_CASE("a style sheet has its fingerprint in its name, a picture has not") {
    TestSite site;
    Files files = ekinge();
    files["layouts/assets/style.css"] = "a";
    files["layouts/assets/other.css"] = "a";
    files["site/assets/style.css"] = "b";
    files["site/assets/logo.svg"] = "c";
    make_site(site, files);
    const std::string style = asset_address(*site.site, "style.css");
    CHECK(is_fingerprinted(style));
    CHECK(style.substr(13) != asset_address(*site.site, "other.css").substr(13));  // the site's own, with other bytes
    CHECK(site.plan.find(style) != nullptr);
    CHECK(asset_address(*site.site, "logo.svg") == "assets/logo.svg");
    CHECK(asset_address(*site.site, "none.css") == "assets/none.css");
    // The point that counts is the last.
    CHECK(is_fingerprinted("assets/style.print-12345678.css"));
    CHECK(is_fingerprinted("assets/12345678-0a1b2c3d.js"));
    for (const char* path : {"assets/style.css", "assets/logo-12345678.svg", "assets/style-12345678.print.css", "assets/12345678.css",
                             "assets/style-1234567.css", "assets/style-1234567g.css", "2026/style-12345678.css", "a.css"})
        CHECK_FALSE(is_fingerprinted(path));
}
