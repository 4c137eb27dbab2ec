// The page that tells how to check that a page is genuine.
#include "support/rendered_site.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;
using namespace pressrum::test;

namespace {

const std::string kKey = "RWR4VvpS7EikWVFFWoavauYqeqyuV+EQH5ZJLnn+tQzQ4a7AWim2cph6";

Files signed_ekinge(const std::string& more = "") {
    Files files = ekinge();
    files["site/site.yaml"] += "signing_key: " + kKey + "\n" + more;
    return files;
}

bool says(const std::string& html, const std::string& part) { return html.find(part) != std::string::npos; }

bool has_path(const RenderedSite& site, std::string_view path) { return site.test().plan.find(path) != nullptr; }

}  // namespace

TEST_CASE("a site with a signing_key tells how to check a page, and every page links there") {
    Files files = signed_ekinge();
    files["posts/2026/11/mote.md"] = post_text("Möte", "2026-11-05T10:00", "contacts: [press]\n");
    const RenderedSite site(files);
    CHECK(site.reported() == "");
    const std::string page = site.file("akthet/index.html");
    CHECK(says(page, "<h1>Så kontrollerar du att en sida är äkta</h1>"));
    CHECK(says(page, "<p class=\"lead\">Ekinge kommun signerar allt i Pressrum Ekinge kommun."));
    CHECK(says(page, "<code translate=\"no\">" + kKey + "</code>"));
    CHECK(says(page, "<code translate=\"no\">minisign -Vm manifest.json -P " + kKey + "</code>"));
    CHECK(says(page, "<a href=\"/manifest.json\">"));
    CHECK(says(page, "<a href=\"/manifest.json.minisig\">"));
    CHECK(says(page, "<code translate=\"no\">curl -o sida.html https://press.ekinge.example/akthet/</code>"));
    CHECK(says(page, "<code translate=\"no\">sha256sum sida.html</code>"));
    CHECK(says(page, "sök efter ”akthet/index.html”"));
    CHECK(says(page, "Presstjänsten"));
    CHECK_FALSE(says(page, "{0}"));
    for (const char* path : {"index.html", "en/index.html", "akthet/index.html", "404.html"})
        CHECK(
            says(site.file(path), "<li><a href=\"/akthet/\">" + std::string(path[0] == 'e' ? "Check authenticity" : "Kontrollera äkthet")));
    CHECK(says(site.file("sitemap.xml"), "https://press.ekinge.example/akthet/"));
}

TEST_CASE("without a signing_key there is neither the page nor the link") {
    const RenderedSite site(ekinge());
    CHECK_FALSE(has_path(site, "akthet/index.html"));
    CHECK_FALSE(says(site.file("index.html"), "akthet"));
}

TEST_CASE("the page lies where the language and paths say, below the site's own path") {
    Files files = signed_ekinge();
    std::string& yaml = files["site/site.yaml"];
    yaml.replace(yaml.find("language: sv"), 12, "language: en");
    yaml.replace(yaml.find("ekinge.example/\n"), 16, "ekinge.example/press/\n");
    const RenderedSite english(files);
    CHECK(english.reported() == "");
    const std::string page = english.file("authenticity/index.html");
    CHECK(says(page, "How to check that a page is genuine"));
    CHECK(says(page, "<a href=\"/press/manifest.json.minisig\">"));
    CHECK(says(page, "curl -o page.html https://press.ekinge.example/press/authenticity/"));
    CHECK(says(page, "without https://press.ekinge.example/press/ at the beginning"));
    CHECK(has_path(RenderedSite(signed_ekinge("paths: {authenticity: sigill}\n")), "sigill/index.html"));
}
