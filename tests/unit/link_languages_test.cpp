// Languages of a site: which there are, what their words are, and what the site's files say in each.
#include "link/wording.hpp"
#include "model/languages.hpp"
#include "model/lexicon.hpp"
#include "model/strings_table.hpp"
#include "support/rendered_site.hpp"
#include "support/site_builder.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;
using namespace pressrum::test;

namespace {

Files in_languages(const std::string& languages, const std::string& more = {}) {
    return with(ekinge(), "site/site.yaml",
                "title: Pressrum Ekinge kommun\nbase_url: https://press.ekinge.example/\nlanguage: sv\nlanguages: " + languages +
                    "\ntimezone: Europe/Stockholm\n" + more);
}

std::string shown(const Site& site, Wording wording) {
    return std::string(wording.text) + " [" + site.words(wording.language).language() + "]";
}

}  // namespace

TEST_CASE("an easy-to-read form has a tag, a word in addresses, and the voice of its language") {
    CHECK(language_tag("lattlast") == "sv-simple");
    CHECK(language_tag("en") == "en");
    CHECK(language_word("sv-simple") == "lattlast");
    CHECK(language_word("en-GB") == "en-GB");
    CHECK(is_same_language("sv", "sv-simple"));
    CHECK(!is_same_language("sv", "en-simple"));
    CHECK(!is_same_language("en", "en-GB"));
    for (const EasyLanguage& row : kEasyLanguages) {
        CHECK(is_easy(row.tag));
        CHECK(language_tag(row.word) == row.tag);
    }
}

TEST_CASE("the words of an easy-to-read form are those of its language, with the site's, but for its name") {
    Files files = in_languages("[sv, en, sv-simple]");
    files = with(files, "site/strings/sv.yaml", "home: Hem\nlanguage_name: På svenska\narchive: Allt\n");
    files = with(files, "site/strings/sv-simple.yaml", "archive: Gamla texter\n");
    TestSite test;
    make_site(test, files);
    CHECK(rules_of(test.diagnostics) == "");
    const Lexicon& easy = test.site->languages[2];
    CHECK(easy["home"] == "Hem");
    CHECK(easy["archive"] == "Gamla texter");
    CHECK(easy["language_name"] == "Lättläst");
    CHECK(test.site->words()["language_name"] == "På svenska");
}

TEST_CASE("what site.yaml says is told in the language of the page, else as it is") {
    TestSite test;
    make_site(test, in_languages("[sv, en, en-simple, en-GB]", "translations:\n  en: {title: Ekinge press room, about: We are *many*.}\n"));
    CHECK(rules_of(test.diagnostics) == "");
    const Site& site = *test.site;
    CHECK(shown(site, site_title(site, 0)) == "Pressrum Ekinge kommun [sv]");
    CHECK(shown(site, site_title(site, 1)) == "Ekinge press room [en]");
    CHECK(shown(site, site_title(site, 2)) == "Ekinge press room [en-simple]");
    CHECK(shown(site, site_title(site, 3)) == "Pressrum Ekinge kommun [sv]");
    CHECK(shown(site, organization_name(site, 1)) == "Pressrum Ekinge kommun [sv]");
    CHECK(about_text(site, 0).language == 0);
    CHECK(to_debug_text(*about_text(site, 2).body).find("em{many}") != std::string::npos);
}

TEST_CASE("an easy-to-read version is listed with its language alone, and takes over what it does not say") {
    Files files = in_languages("[sv, sv-simple]");
    files = with(files, "posts/2026/11/mote.md",
                 post_text("Möte", "2026-11-01T10:00", "quotes:\n  - {id: ja, name: Bo Ek, role: rektor, text: Det blir bra.}\n",
                           "– Det blir bra, säger Bo Ek.\n"));
    files = with(files, "posts/2026/11/mote.lattlast.md", "---\ntitle: Ett möte\n---\nBo Ek säger:\n\n![](quote:ja)\n");
    TestSite test;
    make_site(test, files);
    CHECK(rules_of(test.diagnostics) == "");
    const Site& site = *test.site;
    REQUIRE(site.posts.size() == 2);
    CHECK(site.listed.size() == 1);
    REQUIRE(site.listed_by_language[1].size() == 1);
    const SitePost& easy = site.posts[site.listed_by_language[1].front()];
    CHECK(easy.address == "lattlast/2026/11/mote/");
    CHECK(easy.id == "2026-11-mote.sv-simple");
    REQUIRE(easy.statements.size() == 1);
    CHECK(easy.statements.front().words == "Det blir bra.");
    CHECK(easy.statements.front().speaker.name == "Bo Ek");
    CHECK(site.language_at(easy.post.quotes.front().text.at) == 0);
    CHECK(test.plan.find("lattlast/index.html") != nullptr);
    CHECK(test.plan.find("lattlast/rss.xml") != nullptr);
}

TEST_CASE("a language that the site does not have is found wherever it is named") {
    Files files = in_languages("[sv, en]", "translations:\n  da: {title: Presserum}\n");
    files = with(files, "site/topics.yaml", "topics:\n  trygghet: {name: Trygghet, names: {fi: Turvallisuus}}\n");
    files = with(files, "site/people.yaml", "bo-ek:\n  name: Bo Ek\n  role: rektor\n  role_names: {eng: head teacher}\n");
    files = with(files, "site/strings/nb.yaml", "home: Hjem\n");
    TestSite test;
    make_site(test, files);
    CHECK(rules_of(test.diagnostics) == "site/unknown-language site/unknown-language strings/unused site/unknown-language");
}

TEST_CASE("a language whose statements cannot be read is said so once, and its entries decide") {
    std::string words;
    for (const Word& word : kWords) words += std::string(word.key) + ": \"" + std::string(model_text(word)) + "\"\n";
    Files files = with(in_languages("[sv, de]"), "site/strings/de.yaml", words);
    const std::string body = "– Wir bauen, sagt Karin Alm.\n\n– Und wir malen, sagt Karin Alm.\n";
    files["posts/2026/11/bau.de.md"] =
        post_text("Bau", "2026-11-02T10:00", "quotes:\n  - {speaker: karin-alm, text: Und wir malen}\n", body);
    files["posts/2026/11/haus.de.md"] = post_text("Haus", "2026-11-02T11:00", {}, body);
    TestSite test;
    make_site(test, files, {});
    REQUIRE(test.site);
    CHECK(rules_of(test.diagnostics) == "statement/unread-language");
    REQUIRE(test.site->posts.size() == 2);
    std::string said;
    for (const SitePost& post : test.site->posts) {
        for (const Statement& statement : post.statements) said += statement.speaker.name + ": " + statement.words + "\n";
    }
    CHECK(said == "Karin Alm: Und wir malen\n");
}

TEST_CASE("a change that a translation does not tell is shown there in the original's words") {
    Files files = ekinge();
    files["posts/2026/11/lov.md"] = post_text("Lov", "2026-11-02T10:00",
                                              "changes:\n  - {at: 2026-11-03T09:00, kind: correction, note: Fel dag.}\n  - {at: "
                                              "2026-11-04T09:00, kind: correction, note: Fel sal.}\n",
                                              "Lov.");
    files["posts/2026/11/lov.en.md"] =
        "---\ntitle: Holidays\nchanges:\n  - {at: 2026-11-03T09:00, kind: correction, note: Wrong day.}\n---\nHolidays.\n";
    TestSite test;
    make_site(test, files, {});
    REQUIRE(test.site);
    CHECK(rules_of(test.diagnostics) == "post/change-untranslated");
    for (const SitePost& post : test.site->posts) {
        REQUIRE(post.post.changes.size() == 2);
        CHECK(*post.post.changes[0].note == (post.language == 0 ? "Fel dag." : "Wrong day."));
        CHECK(*post.post.changes[1].note == "Fel sal.");
    }

    // Subscribers are told too, the newest first, and in which language it is.
    const std::string feed = RenderedSite(files).file("en/atom.xml");
    const std::size_t untranslated = feed.find("<span lang=\"sv\">Fel sal.</span>"), translated = feed.find("Wrong day.");
    CHECK(untranslated != std::string::npos);
    CHECK(translated != std::string::npos);
    CHECK(untranslated < translated);
}
