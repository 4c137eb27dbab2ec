// What nobody can decide is published as the plain paragraph it is, and is nobody's words in any output.
#include "support/rendered_site.hpp"

#include "base/text.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pressrum;
using namespace pressrum::test;

namespace {

// Each asked about, for a reason of its own.
constexpr std::string_view kBody =
    "– Älgen gick hem, säger Karin Alm, och det var sent.\n\n"  // said, or the writer's
    "Jag tror att bävern kom, säger Karin Alm.\n\n"             // without a mark
    "– Räven sov, säger Karin Alm och Lo Ekman.\n\n"            // two people
    "– Ugglan log, trumpetar Karin Alm (C).\n\n"                // a verb that no list knows
    "– Haren sprang, säger en som bor här.\n\n"                 // nobody
    "”Grävlingen grävde hela natten i skogen.”\n\n"             // nobody
    "Bygget börjar i maj.\n\n"
    "– Karin Alm, kommunalråd\n";  // a signature

constexpr std::string_view kAnimals[] = {"Älgen", "bävern", "Räven", "Ugglan", "Haren", "Grävlingen"};

}  // namespace

TEST_CASE("undecided words stand in the text of every output and are given out as nobody's in none") {
    const std::string path = "posts/2026/11/djuren.md";
    const RenderedSite asked(with(ekinge(), path, post_text("Djuren", "2026-11-20T10:00", {}, kBody)));
    REQUIRE(asked.site().posts.size() == 1);
    std::string statements;
    for (const Statement& statement : asked.site().posts[0].statements)
        statements += statement.speaker.name + ": " + statement.words + "\n";
    CHECK(statements == "");
    CHECK(asked.reported().find("statement/") != std::string::npos);

    // The same text after somebody's words for certain: what a statement would leave in an output.
    const RenderedSite said(with(ekinge(), path, post_text("Djuren", "2026-11-20T10:00", {}, "– Älgen gick hem, säger Karin Alm.\n")));
    static constexpr std::string_view kTraces[] = {"Quotation", "class=\"said\"", "class=\"attribution\"", "class=\"statement", "citat-alg",
                                                   "\"said\"",  "spokenBy"};
    std::vector<std::string> traces;
    std::size_t shown = 0;
    for (const PlannedFile& file : said.test().plan.files()) {
        if (file.format->render == nullptr) continue;
        const std::string text = said.file(file);
        for (const std::string_view trace : kTraces) shown += text.find(trace) != std::string::npos;
    }
    CHECK(shown >= 3);  // the page, its data, the speaker's page …

    std::size_t texts = 0;
    for (const PlannedFile& file : asked.test().plan.files()) {
        if (file.format->render == nullptr) continue;
        const std::string text = asked.file(file);
        INFO(file.path);
        for (const std::string_view trace : kTraces) {
            if (text.find(trace) != std::string::npos) traces.push_back(file.path + ": " + std::string(trace));
        }
        CHECK(file.path.find("karin-alm") == std::string::npos);  // nobody has said anything, so nobody has a page
        bool all = true;
        for (const std::string_view animal : kAnimals) all &= text.find(animal) != std::string::npos;
        texts += all;
    }
    CHECK(traces == std::vector<std::string>{});
    CHECK(texts >= 4);  // the page and the full text in RSS, Atom and JSON Feed
}

TEST_CASE("a paragraph with undecided words is a plain one, in which what was said for certain is marked") {
    const std::string path = "posts/2026/11/djuren.md";
    const std::string body = "– Älgen gick hem, säger Karin Alm, och det var sent. Vi sov i natt.\n";
    const std::string undecided = "– Älgen gick hem, säger Karin Alm, och det var sent. Räven sov i natt.\n";
    const auto page = [&](const std::string& fields, const std::string& text) {
        const RenderedSite site(with(ekinge(), path, post_text("Djuren", "2026-11-20T10:00", fields, text)));
        return site.file("2026/11/djuren/index.html");
    };
    const std::string asked = page({}, body);
    CHECK(asked.find("<p>– Älgen gick hem") != std::string::npos);
    CHECK(asked.find("<span class=\"said\">Vi sov i natt.</span>") != std::string::npos);
    CHECK(asked.find("class=\"statement") == std::string::npos);

    // With all of it in an entry it is a statement; with a part, only that part is.
    const std::string all = page("quotes:\n  - {speaker: karin-alm, text: \"Älgen gick hem, och det var sent. Vi sov i natt.\"}\n", body);
    CHECK(all.find("<p class=\"statement\"") != std::string::npos);
    const std::string part = page("quotes:\n  - {speaker: karin-alm, text: Räven sov i natt.}\n", undecided);
    CHECK(part.find("class=\"statement") == std::string::npos);
    CHECK(part.find("<span class=\"said\">Räven sov i natt.</span>") != std::string::npos);
}
