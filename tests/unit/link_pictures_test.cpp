#include "base/text.hpp"
#include "link/pictures.hpp"
#include "plan/theme.hpp"
#include "support/golden.hpp"
#include "support/rendered_site.hpp"
#include "support/site_builder.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;
using namespace pressrum::test;

namespace {

const char* const kPhoto =
    "photo:\n  src: torget.jpg\n  alt: Torget.\n  credit: Maria Ek\n  license: press\n  focus: [0.8, 0.24]\nphotos:\n  - {src: torget.jpg, "
    "id: igen, alt: Torget., credit: Maria Ek, license: press}\n";

Files two_posts() {
    Files files = ekinge();
    files["posts/2026/11/bild/index.md"] = post_text("Torget", "2026-11-02T10:00", kPhoto, "Text.");
    files["posts/2026/11/bild/torget.jpg"] = "jpeg";
    files["posts/2026/11/utan.md"] = post_text("Utan bild", "2026-11-03T10:00", "", "Text.");
    return files;
}

std::string cards_of(const Site& site) {
    std::string text;
    for (const WantedCard& card : wanted_cards(site))
        text += card.name + ": " + card.title + " (" + card.kicker + ", " + card.background + ")\n";
    return text;
}

}  // namespace

TEST_CASE("a picture that two places show in the same way is wanted once, with the words that go into its files") {
    TestSite site;
    make_site(site, two_posts(), {});
    REQUIRE(site.site);
    const std::vector<WantedPicture> wanted = wanted_pictures(*site.site, site.diagnostics);
    REQUIRE(wanted.size() == 1);
    CHECK(wanted[0].use == PictureUse{"posts/2026/11/bild/torget.jpg", "Maria Ek", "press"});
    CHECK(wanted[0].rights == "Foto: Maria Ek");
    CHECK(wanted[0].license_url == "https://www.ekinge.example/pressbilder");
    CHECK(wanted[0].terms == "Ange fotografen.");
    CHECK(site.diagnostics.empty());
    CHECK(cards_of(*site.site) == "utan: Utan bild (Pressmeddelande, #1d4e6b)\n");
}

TEST_CASE("terms on a page of the site itself are named in a picture by their whole address") {
    Files files = two_posts();
    files["site/site.yaml"] = replace_all(files["site/site.yaml"], "https://www.ekinge.example/pressbilder", "/2026/11/utan/");
    TestSite site;
    make_site(site, files, {});
    REQUIRE(site.site);
    const std::vector<WantedPicture> wanted = wanted_pictures(*site.site, site.diagnostics);
    REQUIRE(wanted.size() == 1);
    CHECK(wanted[0].license_url == "https://press.ekinge.example/2026/11/utan/");
}

TEST_CASE("a card has the colours of the style sheet when site.yaml names none") {
    TestSite site;
    make_site(site, two_posts(), {});
    REQUIRE(site.site);
    const std::vector<WantedCard> cards = wanted_cards(*site.site);
    REQUIRE(cards.size() == 1);
    const std::string sheet = read_file(std::filesystem::path(PRESSRUM_ROOT) / "layouts/assets/tokens.css");
    CHECK(sheet.find("--accent: " + cards[0].background + ";") < sheet.find("@media"));
    CHECK(cards[0].ink == "#ffffff");
    CHECK(sheet.find("--on-accent: #fff;") < sheet.find("@media"));
}

TEST_CASE("site.yaml may want no derivatives and no cards") {
    Files files = two_posts();
    files["site/site.yaml"] += "photos: {derivatives: false, share_cards: false}\n";
    TestSite site;
    make_site(site, files, {});
    REQUIRE(site.site);
    CHECK(wanted_pictures(*site.site, site.diagnostics).empty());
    CHECK(wanted_cards(*site.site).empty());
}

namespace {

Sourced<Focus> at(double from_left, double from_top) { return {{from_left, from_top}, {0, 0, 1}}; }

}  // namespace

TEST_CASE("classes tell the tone and, in steps of a tenth, what stays in sight") {
    CHECK(picture_classes("012", at(0.8, 0.24)) == "tone-012 focus-x-8 focus-y-2");
    CHECK(picture_classes("", at(0, 1)) == "focus-x-0 focus-y-10");
    CHECK(picture_classes("222", {}) == "tone-222");
    CHECK(picture_classes("", {}).empty());
    const std::string css = theme_css({});
    for (const char* rule :
         {".tone-000 { background-color: #2b2b2b; color: #fff; }", ".tone-222 { background-color: #d5d5d5; color: #000; }",
          ".focus-x-0 { --focus-x: 0%; }", ".focus-y-10 { --focus-y: 100%; }"})
        CHECK(css.find(rule) != std::string::npos);
}

TEST_CASE("without derivatives a photo is shown as it is, with what stays in sight") {
    const RenderedSite site(two_posts());
    const std::string html = site.file("2026/11/bild/");
    CHECK(html.find("<img class=\"focus-x-8 focus-y-2\" src=\"/2026/11/bild/torget.jpg\" alt=\"Torget.\" width=\"1600\" height=\"1067\" "
                    "fetchpriority=\"high\">") != std::string::npos);
    CHECK(html.find("<picture>") == std::string::npos);
}

TEST_CASE("a portrait may say where the face is") {
    Files files = two_posts();
    files["site/people.yaml"] +=
        "anna-ek:\n  name: Anna Ek\n  role: rektor\n  portrait: {src: anna.jpg, alt: Anna Ek., credit: Maria Ek, focus: [0.31, 0.2]}\n";
    files["site/assets/photos/anna.jpg"] = "jpeg";
    files["posts/2026/11/sagt.md"] = post_text("Sagt", "2026-11-04T10:00", "", "– Det här blir bra, säger rektor Anna Ek.");
    const RenderedSite site(files);
    CHECK(site.file("personer/anna-ek/").find("<img class=\"focus-x-3 focus-y-2\" src=\"/assets/photos/anna.jpg\"") != std::string::npos);
}
