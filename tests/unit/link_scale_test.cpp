// Sizes at which anything worse than linear would not come to an end in a test run. No test here looks at a clock.
#include "link/quotes/quotes.hpp"
#include "link/quotes/reading.hpp"
#include "link/quotes/speakers.hpp"
#include "model/rules.hpp"
#include "read/markdown/markdown.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace pressrum;

namespace {

constexpr std::size_t kTwoMegabytes = 2'000'000;

std::string repeated(std::string_view part, std::size_t size) {
    std::string text;
    while (text.size() < size) text += part;
    return text;
}

Text somewhere(std::string text) { return {std::move(text), {0, 0, 0}}; }

Keyed<Person> thousand_of_one_surname() {
    Keyed<Person> people;
    for (int i = 0; i < 1000; ++i) {
        const std::string n = std::to_string(i);
        Person person;
        person.name = somewhere("Karin" + n + " Alm");
        person.role = somewhere("rektor på skola " + n);
        people.emplace_back(somewhere("p" + n), std::move(person));
    }
    return people;
}

struct Linked {
    Sources sources;
    Diagnostics faults, findings;
    PostDocument post;
    std::vector<Statement> statements;

    Linked(std::string body, const Keyed<Person>& people, std::vector<Quote> quotes = {}) {
        const auto end = static_cast<std::uint32_t>(body.size());
        sources.add("posts/2024/05/inlagg.md", std::move(body));
        post.body = read_markdown(sources, {0, 0, end}, faults);
        post.post.quotes = std::move(quotes);
        statements = link_statements(post, people, *parse_iso_date("2024-05-02"), "sv", findings);
    }

    std::size_t count_of(std::string_view id) const {
        std::size_t count = 0;
        for (const Diagnostic& d : findings.all()) count += d.rule->id == id;
        return count;
    }
};

// One paragraph each, made of `part` and its number.
std::string numbered(std::string_view before, std::string_view after, int count, int numbers) {
    std::string body;
    for (int i = 0; i < count; ++i) body += std::string(before) + std::to_string(i % numbers) + std::string(after) + "\n\n";
    return body;
}

}  // namespace

TEST_CASE("a paragraph of two megabytes is read, whatever it is made of") {
    static constexpr std::pair<std::string_view, std::string_view> kParts[] = {
        {"sv", "– "},
        {"sv", "– Ja.\n"},
        {"sv", ", säger "},
        {"sv", ", säger Karin Alm, "},
        {"sv", ", säger Karin Alm, när hon ler, och pekar"},
        {"sv", "”"},
        {"sv", "”a”, sa Olle B, men "},
        {"sv", "säger Karin Alm "},
        {"sv", "("},
        {"sv", ", säger Karin ("},
        {"sv", "Karin Alm och "},
        {"sv", ", säger Karin Alm, I dag "},
        {"sv", ", säger facket"},
        {"sv", ", enligt kommunalrådet Karin Alm"},
        {"sv", ", säger chefen för gata och park "},
        {"en", ", Karin says "},
        {"en", ", Karin Alm, head of water, "},
        {"en", ", municipal commissioner of x "},
        {"fi", ", sanoo Malin Sjö Ekingen kunnasta"},
    };
    for (const auto& [language, part] : kParts) {
        INFO(part);
        const std::string text = "– " + repeated(part, kTwoMegabytes);
        CHECK(read_paragraph(text, language).pieces.size() <= text.size());
    }
}

TEST_CASE("a text in which everything begins with a dash is read, or refused as too long with one message") {
    const Linked nobody(repeated("– Ja.\n\n", 250'000), {});
    CHECK(nobody.faults.empty());
    CHECK(nobody.statements.empty());
    CHECK(nobody.findings.size() == 1);  // who says the first of them?
    CHECK(Linked("– Nej, säger Karin Alm.\n\n" + repeated("– Ja.\n\n", 250'000), {}).statements.size() > 25'000);
    for (const std::string_view part : {"– Ja.\n", "– Ja.\n\n", "– ", "- – Ja.\n", "–"}) {
        INFO(part);
        const Linked linked(repeated(part, kTwoMegabytes), {});
        CHECK(linked.faults.size() == 1);
        CHECK(linked.faults.all().front().rule == rule("body/too-long"));
        CHECK(linked.statements.empty());
    }
}

TEST_CASE("ten thousand statements in one body are fine") {
    std::vector<Quote> quotes(500);
    for (Quote& quote : quotes) {
        quote.text = somewhere("Samma sak.");
        quote.name = somewhere("Karin Alm");
    }
    const Linked same(repeated("– Samma sak.\n\n", 160'000), {}, std::move(quotes));
    CHECK(same.statements.size() == 10'000);
    CHECK(same.statements.back().id == "samma-sak-10000");

    const Linked strangers(numbered("– Nej, säger Nils N", ".", 9'000, 9'000), {});
    CHECK(strangers.statements.size() == 9'000);
    CHECK(strangers.count_of("statement/unlisted-speaker") == 9'000);
}

TEST_CASE("of a thousand people with one surname nobody is guessed, in ten thousand statements") {
    const Keyed<Person> people = thousand_of_one_surname();
    const Linked alone(repeated("– Ja, säger Alm.\n\n", 210'000), people);
    REQUIRE(alone.statements.size() >= 10'000);
    CHECK(alone.count_of("statement/unnamed-speaker") == 1);
    CHECK(alone.statements.back().speaker.person == kNone);

    const Linked with_role(repeated("– Ja, säger gatuchefen Alm.\n\n", 260'000), people);
    CHECK(with_role.count_of("statement/ambiguous-speaker") > 8'000);
    CHECK(with_role.statements.empty());

    const Linked by_name(numbered("– Ja, säger Karin", " Alm.", 8'000, 1000), people);
    REQUIRE(by_name.statements.size() == 8'000);
    CHECK(by_name.findings.empty());
    CHECK(by_name.statements.back().speaker.person == 999);
    // The surname alone after everybody has been named.
    const Linked named(
        numbered("– Ja, säger Karin", " Alm.", 1000, 1000) + repeated("– Ja, säger Alm.\n\n– Ja, säger rektorn.\n\n", 100'000), people);
    CHECK(named.count_of("statement/ambiguous-speaker") > 2'000);
    CHECK(named.count_of("statement/unknown-speaker") > 2'000);
}

TEST_CASE("of a post that names many the same people are meant as of one that names few") {
    Keyed<Person> people = thousand_of_one_surname();
    for (const auto& [key, name, role] : {std::tuple("eva-lund", "Eva Lund", "kommunalråd"), std::tuple("lena-lund", "Lena Lund", "rektor"),
                                          std::tuple("anna-ek", "Anna ”Ankan” Ek", "bibliotekarie"), std::tuple("bo", "Bo Ask", "rektor"),
                                          std::tuple("bo-2", "Bo Ask", "kock")}) {
        Person person;
        person.name = somewhere(name);
        person.role = somewhere(role);
        people.emplace_back(somewhere(key), std::move(person));
    }
    const Date day = *parse_iso_date("2024-05-02");
    Speakers worn(people, day, "sv");
    for (int i = 0; i < 100; ++i) CHECK(worn.find_key("p" + std::to_string(i)) == static_cast<std::uint32_t>(i));

    Speakers fresh_keys(people, day, "sv");
    for (const char* key : {"eva-lund", "bo-2", "p0", "Eva Lund", ""}) CHECK(worn.find_key(key) == fresh_keys.find_key(key));
    CHECK(worn.find_key("eva-lund") == 1000);
    CHECK(worn.find_person("Eva Lund") == 1000);
    CHECK(worn.find_person("Bo Ask") == kNone);
    CHECK(worn.find_person("Eva") == kNone);

    using Outcome = Speakers::Outcome;
    struct {
        const char *role, *name;
        Outcome outcome;
        std::uint32_t person;
    } const cases[] = {
        {"", "Eva Lund", Outcome::found, 1000},        {"", "Anna Ek", Outcome::found, 1002},
        {"", "Anna ”Ankan” Ek", Outcome::found, 1002}, {"kommunalrådet", "Lund", Outcome::found, 1000},
        {"rektorn", "Lund", Outcome::found, 1001},     {"kocken", "Bo Ask", Outcome::found, 1004},
        {"", "Bo Ask", Outcome::ambiguous, kNone},     {"", "Eva Ek", Outcome::unknown, kNone},
    };
    for (const auto& [role, name, outcome, person] : cases) {
        INFO(role << " " << name);
        Attribution attribution;
        attribution.verb = "säger", attribution.role = role, attribution.name = name;
        Speakers fresh(people, day, "sv");
        for (Speakers* speakers : {&fresh, &worn}) {
            const Speakers::Match match = speakers->find(attribution);
            CHECK(match.outcome == outcome);
            CHECK(match.speaker.person == person);
        }
    }
}

TEST_CASE("a thousand statements and a thousand entries are matched, exactly and nearly") {
    Keyed<Person> people;
    Person karin;
    karin.name = somewhere("Karin Alm");
    people.emplace_back(somewhere("karin-alm"), std::move(karin));
    const std::string body =
        numbered("– Hus ", " byggs i Ekinge och blir bra för alla, säger Karin Alm. Nästa år bygger vi mer.", 1000, 1000);
    for (const std::string_view what : {"byggs", "rivs"}) {
        std::vector<Quote> quotes(1000);
        for (int i = 0; i < 1000; ++i) {
            quotes[i].speaker = somewhere("karin-alm");
            quotes[i].text = somewhere("Hus " + std::to_string(i) + " " + std::string(what) +
                                       " i Ekinge och blir bra för alla. Nästa år bygger vi mer.");
        }
        const Linked linked(body, people, std::move(quotes));
        CHECK(linked.count_of("quote/differs") == (what == "rivs" ? 1000 : 0));
        CHECK(linked.findings.size() == (what == "rivs" ? 1000 : 0));
    }
}

TEST_CASE("five hundred attributions in one paragraph, and one without end, put no words into a mouth") {
    std::string many = "– Nu bygger vi";
    for (int i = 0; i < 500; ++i) many += ", säger Karin" + std::to_string(i) + " Alm";
    std::string endless = "– Nu bygger vi, säger Karin Alm";
    for (int i = 0; i < 300; ++i) endless += " som är ordförande i nämnden för skola " + std::to_string(i);
    for (const std::string& body : {many + ".\n", endless + "\n"}) {
        const Linked linked(body, {});
        for (const Statement& statement : linked.statements) CHECK(statement.words == "Nu bygger vi.");
        CHECK(!linked.findings.all().empty());
    }
}

TEST_CASE("two people who take turns ten thousand times keep their own words") {
    const Linked linked(repeated("– Ja, säger Bo Ek.\n\n– Nej, säger Lo Alm.\n\n", 5'000 * 48), {});
    REQUIRE(linked.statements.size() >= 10'000);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < linked.statements.size(); ++i) {
        const Statement& statement = linked.statements[i];
        wrong += statement.words != (i % 2 == 0 ? "Ja." : "Nej.") || statement.speaker.name != (i % 2 == 0 ? "Bo Ek" : "Lo Alm");
    }
    CHECK(wrong == 0);
}

TEST_CASE("whatever dash, quotation mark or direction mark stands there, no attribution is anybody's words") {
    static constexpr const char* kDashes[] = {"-", "‐", "‑", "‒", "–", "—", "―", "−", "⸺", "⸻", "﹘", "﹣", "－", "~", "•"};
    static constexpr const char* kQuotes[] = {"\"", "'", "«", "»", "‘",  "’",  "‚",  "‛",  "“",  "”",
                                              "„",  "‟", "‹", "›", "「", "」", "〝", "＂", "``", "´´"};
    static constexpr const char* kUnseen[] = {"",       "\u200E", "\u200F", "\u202A", "\u202B", "\u202C", "\u202E",
                                              "\u2066", "\u2067", "\u2069", "\u00AD", "\u200B", "\uFEFF", "\u2060"};
    std::vector<std::string> wrong;
    const auto look = [&](const std::string& body) {
        for (const Statement& statement : Linked(body + "\n", {}).statements) {
            if (statement.words.find("säger") != std::string::npos || statement.words.find("Alm") != std::string::npos)
                wrong.push_back(body + " → " + statement.words);
        }
    };
    for (const std::string unseen : kUnseen) {
        for (const std::string dash : kDashes) {
            look(unseen + dash + unseen + " Nu bygger vi," + unseen + " säger " + unseen + "Karin" + unseen + " Alm" + unseen + ".");
            look(dash + " Nu bygger vi " + dash + " säger Karin" + unseen + " Alm " + dash + " när våren kommer.");
        }
        for (const std::string open : kQuotes) {
            for (const std::string close : kQuotes)
                look(unseen + open + "Nu bygger vi" + close + "," + unseen + " säger" + unseen + " Karin Alm" + unseen + ".");
        }
    }
    CHECK(wrong == std::vector<std::string>{});
}
