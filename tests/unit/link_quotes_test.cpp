// Entries and body against each other, and who says what.
#include "link/quotes/quotes.hpp"

#include "base/text.hpp"
#include "link/quotes/attribution_words.hpp"
#include "link/quotes/speakers.hpp"
#include "link/quotes/tokens.hpp"
#include "link/quotes/word_diff.hpp"
#include "model/rules.hpp"
#include "read/markdown/markdown.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace pressrum;

namespace {

struct EntryText {
    std::string text;
    std::string speaker = {};  // key; else the four below
    std::string id = {};
    std::string name = {}, role = {}, party = {}, organization = {};
    std::string approved = {};
};

Date day(std::string_view text) { return *parse_iso_date(text); }

Text somewhere(std::string text) { return text.empty() ? Text() : Text(std::move(text), {0, 0, 0}); }

Role role(std::string name, std::string party, std::string_view from, std::string_view to = {}) {
    Role made;
    made.role = somewhere(std::move(name));
    made.party = somewhere(std::move(party));
    if (!from.empty()) made.from = {day(from), {0, 0, 0}};
    if (!to.empty()) made.to = {day(to), {0, 0, 0}};
    return made;
}

// The people of the invented Ekinge, two of them with one name.
Keyed<Person> ekinge_people() {
    Keyed<Person> people;
    const auto add = [&](std::string key, std::string name, std::string pronoun, std::vector<Role> roles) {
        Person person;
        person.name = somewhere(std::move(name));
        person.pronoun = somewhere(std::move(pronoun));
        person.roles = std::move(roles);
        people.emplace_back(somewhere(std::move(key)), std::move(person));
    };
    add("karin-alm", "Karin Alm", "hon", {role("oppositionsråd", "C", "2018-10-22", "2022-10-16"), role("kommunalråd", "C", "2022-10-17")});
    add("lena-hovmark", "Lena Hovmark", "hon", {role("oppositionsråd", "S", "2024-05-01")});
    add("johan-tegelby", "Johan Tegelby", "han",
        {role("ordförande i tekniska nämnden", "L", "", "2025-03-31"), role("ordförande i tekniska nämnden", "C", "2025-04-01")});
    add("fatima-ekvall", "Fatima Ekvall", "", {role("rektor på Västerledsskolan", "", "")});
    add("anna-berg-1", "Anna Berg", "", {role("skolchef", "", "")});
    add("anna-berg-2", "Anna Berg", "", {role("bibliotekschef", "", "")});
    add("nils-alm", "Nils Alm", "", {role("gatuchef", "", "")});
    people.back().second.organization = somewhere("Ekinge kommun");
    add("asa-brink", "Åsa \"Lillan\" Brink", "", {role("rektor", "", "")});
    return people;
}

// A post as its file would say it: the entries' texts stand before the body, so that every place can be shown.
struct Linked {
    Sources sources;
    PostDocument post;
    std::vector<Statement> statements;
    Diagnostics diagnostics;

    enum class Faults { none, allowed };  // of the Markdown

    Linked(std::string_view body, const std::vector<EntryText>& entries = {}, std::string_view published = "2024-05-02",
           std::string_view language = "sv", Faults allowed = Faults::none) {
        std::string file;
        const auto write = [&](const std::string& value) {
            if (value.empty()) return Text();
            const auto begin = static_cast<std::uint32_t>(file.size());
            file += value;
            const auto end = static_cast<std::uint32_t>(file.size());
            file += '\n';
            return Text(value, {0, begin, end});
        };
        for (const EntryText& entry : entries) {
            const auto begin = static_cast<std::uint32_t>(file.size());
            Quote quote;
            quote.id = write(entry.id);
            quote.speaker = write(entry.speaker);
            quote.name = write(entry.name);
            quote.role = write(entry.role);
            quote.party = write(entry.party);
            quote.organization = write(entry.organization);
            quote.text = write(entry.text);
            if (!entry.approved.empty()) quote.approved = {day(entry.approved), {0, 0, 0}};
            quote.at = {0, begin, static_cast<std::uint32_t>(file.size())};
            post.post.quotes.push_back(std::move(quote));
        }
        const auto begin = static_cast<std::uint32_t>(file.size());
        file += body;
        const auto end = static_cast<std::uint32_t>(file.size());
        sources.add("posts/2024/05/inlagg.md", std::move(file));
        Diagnostics faults;
        post.body = read_markdown(sources, {0, begin, end}, faults);
        REQUIRE((allowed == Faults::allowed || faults.empty()));
        statements = link_statements(post, ekinge_people(), day(published), language, diagnostics);
    }

    // One line a statement: "id: Karin Alm, kommunalråd (C)", + goes on, = stands under quotes, > is only placed.
    std::string who() const {
        std::string out;
        for (const Statement& s : statements) {
            out += s.id + ": " + (s.speaker.name.empty() ? "?" : s.speaker.name);
            if (!s.speaker.role.empty()) out += ", " + s.speaker.role;
            if (!s.speaker.party.empty()) out += " (" + s.speaker.party + ")";
            if (!s.speaker.organization.empty()) out += ", " + s.speaker.organization;
            if (s.continues) out += " +";
            if (s.quote != kNone) out += s.node == kNone ? " >" : " =";
            out += "\n";
        }
        return out;
    }

    // What is marked as said, span by span.
    std::string said_spans(std::size_t statement) const {
        std::string out;
        const std::string text = plain_text(post.body, statements[statement].node);
        for (const Piece& piece : statements[statement].pieces) {
            if (piece.kind == Piece::Kind::said) out += (out.empty() ? "" : "|") + text.substr(piece.begin, piece.end - piece.begin);
        }
        return out;
    }

    // One line a finding: rule [what it points at] its words → suggestion.
    std::string said() const {
        std::string out;
        for (const Diagnostic& d : diagnostics.all()) {
            out += std::string(d.rule->id) + " [" + std::string(sources.text(d.at)) + "]";
            if (!d.words.empty()) out += " " + d.words[0];
            if (!d.suggestion.empty()) out += " → " + d.suggestion;
            out += "\n";
        }
        return out;
    }
};

// Only the names, for tests of who speaks; ? for a talstreck whose words are nobody's for certain.
std::string speakers(const Linked& linked) {
    std::string out;
    const auto add = [&](const std::string& name) { out += (out.empty() ? "" : ", ") + name; };
    const Body& body = linked.post.body;
    for (std::uint32_t i = 0; i < body.size(); ++i) {
        bool said = false;
        for (const Statement& s : linked.statements) {
            if (s.node != i) continue;
            CHECK_FALSE(s.speaker.name.empty());
            add(s.speaker.name);
            said = true;
        }
        if (!said && body[i].kind == NodeKind::statement) add("?");
    }
    return out;
}

}  // namespace

// ---------------------------------------------------------------- roles by day

TEST_CASE("a role counts from its first day to its last, both included") {
    const Keyed<Person> people = ekinge_people();
    const auto on = [&](std::uint32_t person, std::string_view date) {
        const Speaker speaker = speaker_on(people, person, day(date));
        return speaker.role + "/" + speaker.party + "/" + speaker.organization;
    };
    CHECK(on(0, "2022-10-16") == "oppositionsråd/C/");
    CHECK(on(0, "2022-10-17") == "kommunalråd/C/");
    CHECK(on(0, "2018-10-21") == "//");
    CHECK(on(1, "2024-04-30") == "//");
    CHECK(on(2, "2025-03-31") == "ordförande i tekniska nämnden/L/");
    CHECK(on(2, "2025-04-01") == "ordförande i tekniska nämnden/C/");
    CHECK(on(6, "1900-01-01") == "gatuchef//Ekinge kommun");
    CHECK(find_role_on(people[0].second, day("2018-10-21")) == nullptr);
}

TEST_CASE("of several roles on a day the first counts, and what stands on the person counts every day") {
    Keyed<Person> people = ekinge_people();
    Person& person = people[3].second;
    person.roles = {role("förste vice ordförande", "", "2024-01-01"), role("rektor", "M", "2020-01-01")};
    person.party = somewhere("L");
    person.organization = somewhere("Ekinge kommun");
    CHECK(speaker_on(people, 3, day("2024-05-02")) == Speaker{3, "Fatima Ekvall", "förste vice ordförande", "L", "Ekinge kommun"});
    CHECK(speaker_on(people, 3, day("2023-05-02")) == Speaker{3, "Fatima Ekvall", "rektor", "M", "Ekinge kommun"});
    CHECK(speaker_on(people, 3, day("2019-05-02")) == Speaker{3, "Fatima Ekvall", "", "L", "Ekinge kommun"});
}

TEST_CASE("a person is called as on the day, also by what the text says") {
    Keyed<Person> people = ekinge_people();
    Person& karin = people[0].second;
    REQUIRE(*karin.name == "Karin Alm");
    karin.name = somewhere("Karin Ek");
    karin.former_names = {{somewhere("Karin Alm"), {day("2025-06-30"), {}}, {}}, {somewhere("Karin Bo"), {day("2019-01-31"), {}}, {}}};
    CHECK(name_on(karin, day("2019-01-31")) == "Karin Bo");
    CHECK(name_on(karin, day("2019-02-01")) == "Karin Alm");
    CHECK(name_on(karin, day("2025-06-30")) == "Karin Alm");
    CHECK(name_on(karin, day("2025-07-01")) == "Karin Ek");

    const auto found = [&](std::string_view date, const char* name) {
        Attribution attribution;
        attribution.name = name;
        return Speakers(people, day(date), "sv").find(attribution).speaker;
    };
    CHECK(found("2024-05-02", "Karin Alm").person == 0);
    CHECK(found("2024-05-02", "Karin Ek").person == kNone);
    CHECK(found("2026-05-02", "Karin Ek").person == 0);

    leave_out_what_comes(people,
                         Clock(Instant(std::chrono::sys_days(day("2025-06-30"))), Zone::utc()));  // the new name is news until its day
    CHECK(*karin.name == "Karin Alm");
}

// ---------------------------------------------------------------- the whole of a release

TEST_CASE("a release gives every statement its speaker") {
    const Linked linked(
        "– Skräpet i Lillån är inget vi kan leva med, säger kommunalrådet Karin Alm (C). Nu städar vi.\n\n"
        "– Men ingen å blir ren av sig själv. Vi behöver alla som bor här.\n\n"
        "## Klubbarna hjälper till\n\n"
        "Barn 10–13 år får låna håvar.\n\n"
        "– Föreningarna kan ån bäst, säger Karin Alm (C).\n\n"
        "–Det är de som hittar cyklarna.\n\n"
        "## Skolan\n\n"
        "– Vi har lektion vid ån varje fredag, säger Fatima Ekvall, rektor på Västerledsskolan.\n");
    CHECK(linked.who() ==
          "skrapet-i-lillan-ar-inget: Karin Alm, kommunalråd (C)\n"
          "men-ingen-a-blir-ren: Karin Alm, kommunalråd (C) +\n"
          "foreningarna-kan-an-bast: Karin Alm, kommunalråd (C)\n"
          "det-ar-de-som-hittar: Karin Alm, kommunalråd (C) +\n"
          "vi-har-lektion-vid-an: Fatima Ekvall, rektor på Västerledsskolan\n");
    CHECK(linked.said() == "");
    CHECK(linked.statements[0].words == "Skräpet i Lillån är inget vi kan leva med. Nu städar vi.");
    for (const Statement& statement : linked.statements) {
        CHECK(linked.post.body[statement.node].kind == NodeKind::statement);
        const std::string text = plain_text(linked.post.body, statement.node);
        for (const Piece& piece : statement.pieces) CHECK(piece.end <= text.size());
    }
}

TEST_CASE("statements stand in the order of the body, then those that are only placed") {
    const Linked linked("– Ett, säger Karin Alm.\n\n![](quote:fyra)\n\n– Två, säger Lena Hovmark.\n\n![](quote:tre)\n\n![](quote:fyra)\n",
                        {{"Två.", "lena-hovmark", "tva"}, {"Tre.", "karin-alm", "tre"}, {"Fyra.", "johan-tegelby", "fyra"}});
    CHECK(linked.who() ==
          "ett: Karin Alm, kommunalråd (C)\n"
          "tva: Lena Hovmark, oppositionsråd (S) =\n"
          "fyra: Johan Tegelby, ordförande i tekniska nämnden (L) >\n"
          "tre: Karin Alm, kommunalråd (C) >\n");
    CHECK(linked.said() == "");
}

// ---------------------------------------------------------------- entries and body

TEST_CASE("an entry agrees with the text whatever the typing") {
    static const struct {
        std::string entry, body;
    } kCases[] = {
        {"Nu bygger vi. Det blir bra.", "– Nu bygger vi, säger Karin Alm (C). Det blir bra."},
        {"Nu bygger vi, och det blir bra.", "– Nu bygger vi, säger Karin Alm, och det blir bra."},
        {"Nu bygger vi och det blir bra.", "– Nu bygger vi, säger Karin Alm, och det blir bra."},
        {"Nu bygger vi", "– Nu bygger vi, säger Karin Alm."},
        {"Nu bygger vi.", "– Nu bygger vi, säger Karin Alm."},
        {"Nu   bygger\n  vi.", "– Nu\u00A0bygger vi, säger Karin Alm."},
        {"Nu byg\u00ADger vi på ön.", "– Nu bygger vi på ön, säger Karin Alm."},
        {"Nu bygger vi på o\u0308n.", "– Nu bygger vi på ön, säger Karin Alm."},
        {"Vi kallar det \"Ljusstråket\".", "– Vi kallar det ”Ljusstråket”, säger Karin Alm."},
        {"Vi kallar det Ljusstråket.", "– Vi kallar det ”Ljusstråket”, säger Karin Alm."},
        {"Det är Karins' idé...", "– Det är Karins’ idé… säger Karin Alm."},
        {"Vi bygger, och det snart, nya skolor.", "– Vi bygger, och det snart, nya skolor, säger Karin Alm."},
        {"Vi bygger och det snart nya skolor.", "– Vi bygger – och det snart – nya skolor, säger Karin Alm."},
        {"Barn 10-13 år är välkomna.", "– Barn 10–13 år är välkomna, säger Karin Alm."},
        {"Det är viktigt. Mycket viktigt.", "– Det är **viktigt**, säger Karin Alm. *Mycket* [viktigt](https://www.ekinge.example/)."},
        {"Vad händer? Nu bygger vi!", "– Vad händer? säger Karin Alm. Nu bygger vi!"},
        {"Nu bygger vi. Det blir bra.", "”Nu bygger vi”, säger Karin Alm. ”Det blir bra.”"},
        {"Nu bygger vi.", "Karin Alm (C): – Nu bygger vi."},
    };
    for (const auto& each : kCases) {
        INFO(each.entry << " / " << each.body);
        const Linked linked(each.body + "\n", {{each.entry, "karin-alm", "a"}});
        CHECK(linked.said() == "");
        CHECK(linked.who() == "a: Karin Alm, kommunalråd (C) =\n");
        CHECK(linked.statements[0].node != kNone);
    }
}

TEST_CASE("an entry that differs from the text is reported, word by word") {
    static const struct {
        std::string entry, body, difference, suggestion;
    } kCases[] = {
        {"Vi kan aldrig tolerera skräp i ån.", "– Vi kan inte tolerera skräp i ån, säger Karin Alm.",
         "Vi kan [aldrig → inte] tolerera skräp …", "Vi kan inte tolerera skräp i ån."},
        {"Nu bygger vi. Det blir bra.", "– Nu bygger vi, säger Karin Alm. Det blir bäst.", "… Det blir [bra. → bäst.]",
         "Nu bygger vi. Det blir bäst."},
        {"Nu bygger vi en skola.", "– Nu bygger vi äntligen en skola, säger Karin Alm.", "… bygger vi [→ äntligen] en skola.",
         "Nu bygger vi äntligen en skola."},
        {"Nu bygger vi äntligen en skola.", "– Nu bygger vi en skola, säger Karin Alm.", "… bygger vi [äntligen →] en skola.",
         "Nu bygger vi en skola."},
        {"nu bygger vi en skola.", "– Nu bygger vi en skola, säger Karin Alm.", "[nu → Nu] bygger vi …", "Nu bygger vi en skola."},
        {"Nu bygger vi en skola!", "– Nu bygger vi en skola. Ja, säger Karin Alm.", "… vi en [skola! → skola.]", "Nu bygger vi en skola."},
        {"Ja, nu bygger vi en skola.", "– Ja nu bygger vi en skola, säger Karin Alm.", "[Ja, → Ja] nu bygger …",
         "Ja nu bygger vi en skola."},
        // An entry that is one sentence of three, and one that goes through two paragraphs.
        {"Den kostar 40 miljoner.", "– Vi bygger en skola. Den kostar 42 miljoner. Det är bra, säger Karin Alm.",
         "Den kostar [40 → 42] miljoner.", "Den kostar 42 miljoner."},
        {"Vi bygger en skola. Den kostar 40 miljoner kronor.", "– Vi bygger en skola, säger Karin Alm.\n\n– Den kostar 42 miljoner kronor.",
         "… Den kostar [40 → 42] miljoner kronor.", "Vi bygger en skola. Den kostar 42 miljoner kronor."},
        // YAML would not read these as they stand.
        {"Så är det: bra och billigt.", "– Så är det: bra och dyrt, säger Karin Alm.", "… bra och [billigt. → dyrt.]",
         "\"Så är det: bra och dyrt.\""},
        {"”Ljus” är ett ord.", "– \"Ljus\" är inget ord, säger Karin Alm.", "Ljus är [ett → inget] ord.", "'\"Ljus\" är inget ord.'"},
    };
    for (const auto& each : kCases) {
        INFO(each.entry << " / " << each.body);
        const Linked linked(each.body + "\n", {{each.entry, "karin-alm", "a"}});
        REQUIRE(linked.diagnostics.size() == 1);
        const Diagnostic& d = linked.diagnostics.all()[0];
        CHECK(d.rule == rule("quote/differs"));
        CHECK(linked.sources.text(d.at) == each.entry);
        CHECK(d.words[0] == each.difference);
        CHECK(d.words[1] == plain_words(each.entry));
        CHECK(d.suggestion == each.suggestion);
        REQUIRE(d.notes.size() == 1);
        CHECK(linked.sources.text(d.notes[0].at).substr(0, 3) == "–");
    }
}

TEST_CASE("an entry that stands nowhere is an error, unless it is placed") {
    const std::string body = "– Nu bygger vi, säger Karin Alm.\n";
    CHECK(Linked(body, {{"Helt andra ord.", "karin-alm", "a"}}).said() == "quote/not-in-text [Helt andra ord.] Helt andra ord.\n");
    CHECK(Linked(body, {{"Nu bygger vi stort och mycket och på alla håll i hela kommunen.", "karin-alm", "a"}}).said() ==
          "quote/not-in-text [Nu bygger vi stort och mycket och på alla håll i hela kommunen.] Nu bygger vi stort och mycket …\n");
    CHECK(Linked(body + "\n![](quote:a)\n", {{"Helt andra ord.", "karin-alm", "a"}}).said() == "");
    CHECK(Linked("Bara text.\n", {{"Text.", "karin-alm", "a"}}).said() == "quote/not-in-text [Text.] Text.\n");
    CHECK(Linked(body, {{"!", "karin-alm", "a"}}).said() == "quote/not-in-text [!] !\n");
}

TEST_CASE("what is nearly said by somebody else is no near miss") {
    const Linked linked("– Vi kan inte tolerera skräp i ån, säger Lena Hovmark.\n",
                        {{"Vi kan aldrig tolerera skräp i ån.", "karin-alm", "a"}});
    CHECK(linked.said() == "quote/not-in-text [Vi kan aldrig tolerera skräp i ån.] Vi kan aldrig tolerera skräp i …\n");
}

TEST_CASE("an entry may be a part of a paragraph, and then its speaker said nothing else there") {
    const std::string body = "– Vi bygger en skola. Den kostar 42 miljoner, säger Karin Alm. Det är mycket. Men bra.\n";
    for (const std::string entry : {"Vi bygger en skola.", "Den kostar 42 miljoner.", "Den kostar 42 miljoner. Det är mycket.", "Men bra.",
                                    "Vi bygger en skola. Den kostar 42 miljoner."}) {
        INFO(entry);
        const Linked linked(body, {{entry, "karin-alm", "a"}});
        CHECK(linked.said() == "");
        CHECK(linked.who() == "a: Karin Alm, kommunalråd (C) =\n");
        CHECK(linked.statements[0].words == entry);
        std::string spans = replace_all(linked.said_spans(0), "|", ". ");  // a full stop stood for the attribution's sake
        if (!spans.ends_with('.')) spans += '.';
        CHECK(spans == entry);
    }
    for (const std::string entry : {"en skola.", "Den kostar", "kostar 42 miljoner. Det är mycket."}) {
        INFO(entry);
        const Linked linked(body, {{entry, "karin-alm", "a"}});
        CHECK(linked.said().starts_with("quote/part-of-sentence [" + entry + "]"));
        CHECK(linked.statements.size() == 1);
    }
}

TEST_CASE("an entry beside a sentence that names somebody else leaves that to the text") {
    static const struct {
        std::string body, entry, who, words;
    } kCases[] = {
        {"– Nu bygger vi, säger Karin Alm. Beslutet togs i går.", "Beslutet togs i går.",
         "nu-bygger-vi: Karin Alm, kommunalråd (C)\na: Lena Hovmark, oppositionsråd (S) =\n", "Nu bygger vi."},
        {"– Nu, säger Karin Alm, bygger vi. Det blir bra.", "Det blir bra.",
         "nu-bygger-vi: Karin Alm, kommunalråd (C)\na: Lena Hovmark, oppositionsråd (S) =\n", "Nu bygger vi."},
        {"”Nu bygger vi”, säger Karin Alm. Lena Hovmark kallar det för ”ett svek”.", "ett svek",
         "nu-bygger-vi: Karin Alm, kommunalråd (C)\na: Lena Hovmark, oppositionsråd (S) =\n", "Nu bygger vi."},
        {"– Nu bygger vi, säger Nils Okänd. Det blir bra.", "Det blir bra.",
         "nu-bygger-vi: Nils Okänd\na: Lena Hovmark, oppositionsråd (S) =\n", "Nu bygger vi."},
    };
    for (const auto& each : kCases) {
        INFO(each.body);
        const Linked linked(each.body + "\n", {{each.entry, "lena-hovmark", "a"}});
        CHECK(linked.who() == each.who);
        REQUIRE(!linked.statements.empty());
        CHECK(linked.statements[0].words == each.words);
    }
}

TEST_CASE("an entry stands where its words go from one paragraph into the next, and only they were said") {
    const std::string body =
        "– Vi bygger en skola. Den blir stor, säger Karin Alm.\n\n– Den kostar 42 miljoner. Det är mycket.\n\n– Men bra.\n";
    static const struct {
        std::string entry, who;
        std::vector<std::string> words;
    } kCases[] = {
        {"Vi bygger en skola. Den blir stor. Den kostar 42 miljoner.",
         "a: Karin Alm, kommunalråd (C) =\nden-kostar-42-miljoner: Karin Alm, kommunalråd (C) +\n",
         {"Vi bygger en skola. Den blir stor.", "Den kostar 42 miljoner."}},
        {"Den blir stor. Den kostar 42 miljoner.",
         "a: Karin Alm, kommunalråd (C) =\nden-kostar-42-miljoner: Karin Alm, kommunalråd (C) +\n",
         {"Den blir stor.", "Den kostar 42 miljoner."}},
        {"Den blir stor. Den kostar 42 miljoner. Det är mycket. Men bra.",
         "a: Karin Alm, kommunalråd (C) =\nden-kostar-42-miljoner-det: Karin Alm, kommunalråd (C) +\nmen-bra: Karin Alm, kommunalråd (C) "
         "+\n",
         {"Den blir stor.", "Den kostar 42 miljoner. Det är mycket.", "Men bra."}},
    };
    for (const auto& each : kCases) {
        INFO(each.entry);
        const Linked linked(body, {{each.entry, "karin-alm", "a"}});
        CHECK(linked.said() == "");
        CHECK(linked.who().starts_with(each.who));
        for (std::size_t i = 0; i < each.words.size() && i < linked.statements.size(); ++i) {
            CHECK(linked.statements[i].words == each.words[i]);
            if (i > 0)
                CHECK(linked.said_spans(i) + (each.words[i].ends_with('.') && !linked.said_spans(i).ends_with('.') ? "." : "") ==
                      each.words[i]);
        }
    }
}

TEST_CASE("words that stand in two paragraphs and are no quotation together are not said to differ") {
    static const struct {
        std::string body, entry;
    } kCases[] = {
        {"– Den blir stor, säger Karin Alm.\n\n– Den kostar 42 miljoner. Det är mycket.\n", "Den blir stor. Den kostar"},
        {"– Vi bygger en skola. Den blir stor, säger Karin Alm.\n\n– Den kostar 42 miljoner.\n",
         "en skola. Den blir stor. Den kostar 42 miljoner."},
        {"> Den blir stor.\n>\n> Den kostar mycket.\n", "Den blir stor. Den kostar mycket."},
    };
    for (const auto& each : kCases) {
        INFO(each.entry);
        const Linked linked(each.body, {{each.entry, "karin-alm", "a"}});
        REQUIRE(linked.diagnostics.size() == 1);
        CHECK(linked.diagnostics.all()[0].rule == rule("quote/apart"));
    }
}

TEST_CASE("an entry of somebody whom the text does not name is pointed out where the text tells of another") {
    const auto said = [](const std::string& body) { return Linked(body + "\n", {{"Nu bygger vi.", "karin-alm", "a"}}).said(); };
    CHECK(said("”Nu bygger vi”, sa någon i publiken.") == "quote/speaker-not-in-text [karin-alm] Karin Alm\n");
    CHECK(said("– Nu bygger vi, säger en som bor här.") ==
          "quote/part-of-sentence [Nu bygger vi.] Nu bygger vi.\nquote/speaker-not-in-text [karin-alm] Karin Alm\n");
    CHECK(said("Alla jublade. – Nu bygger vi. Sedan gick de.") == "");
    CHECK(said("– Nu bygger vi, trumpetar Karin Alm (C).").find("speaker-not-in-text") == std::string::npos);
    CHECK(Linked("”Nu bygger vi”, sa någon i publiken.\n", {{.text = "Nu bygger vi.", .name = "någon i publiken"}}).said() == "");
}

TEST_CASE("an entry of one person in a sentence that names another is pointed out, also where nothing marks that it was said") {
    const std::vector<EntryText> entries = {{"Nu bygger vi.", "karin-alm", "a"}};
    for (const char* body :
         {"Nu bygger vi, säger Lena Hovmark.\n", "Lena Hovmark: Nu bygger vi.\n", "**Lena Hovmark (S):** Nu bygger vi.\n",
          "Lena Hovmark säger:\n\nNu bygger vi.\n", "Lena Hovmark säger:\n\n> Nu bygger vi.\n"}) {
        INFO(body);
        CHECK(Linked(body, entries).said() == "quote/speaker-not-in-text [karin-alm] Karin Alm\n");
    }
    CHECK(Linked("Nu bygger vi, säger Karin Alm.\n", entries).said() == "");
    CHECK(Linked("Karin Alm säger:\n\n> Nu bygger vi.\n", entries).said() == "");
}

TEST_CASE("below an introduction words without marks are asked about, unless somebody signs them") {
    const auto said = [](const char* body) { return Linked(body).said(); };
    CHECK(said("Karin Alm säger:\n\nDet blir bra.\n") == "statement/unmarked [Det blir bra.] Det blir bra.\n");
    CHECK(said("Karin Alm säger:\n\n> Det blir bra.\n>\n> Och billigt.\n\nMötet slutade sent.\n") ==
          "statement/unmarked [Det blir bra.] Det blir bra.\nstatement/unmarked [Och billigt.] Och billigt.\n");
    for (const char* after : {"- Och billigt.\n", "## Mötet\n", "> Och billigt.\n>\n> – Lena Hovmark\n", ""}) {
        INFO(after);
        CHECK(said((std::string("Karin Alm säger:\n\n> Det blir bra.\n\n") + after).c_str())
                  .starts_with("statement/unmarked [Det blir bra.] Det blir bra.\n"));
    }
    CHECK(said("Karin Alm säger:\n\n> Det blir bra.\n>\n> – Lena Hovmark\n") == "");
    CHECK(said("Karin Alm säger:\n\n–\n") == "");
    CHECK(said("Lena Hovmark brukade säga: ”Det blir bra.”\n") ==
          "statement/unknown-speaker [Lena Hovmark brukade säga: ”Det blir bra.”] Lena Hovmark brukade säga: ”Det blir …\n");
    CHECK(said("**Lena Hovmark (S):** Nej.\n") == "statement/unmarked [**Lena Hovmark (S):** Nej.] Lena Hovmark (S): Nej.\n");
    CHECK(said("**Lena Hovmark (S):** oppositionsråd\n") == "");
}

TEST_CASE("an entry that stands in the text is found wherever it stands, and settles what was asked there") {
    static const struct {
        std::string body, entry, spans;
    } kCases[] = {
        {"Karin Alm (C) beskriver bron som ”livsviktig” för byn.", "livsviktig", "livsviktig"},
        {"Jag tror att vi lyckas, säger kommunalrådet Karin Alm (C).", "Jag tror att vi lyckas.", "Jag tror att vi lyckas"},
        {"- Nu kör vi, sa hon.", "Nu kör vi.", "Nu kör vi"},
        {"1. Nu kör vi.", "Nu kör vi.", "Nu kör vi."},
        {"– Nu bygger vi, säger Karin Alm, när skolan är klar.", "Nu bygger vi, när skolan är klar.", "Nu bygger vi|när skolan är klar."},
        {"– Nio av tio röstade, säger Karin Alm, och det är många.", "Nio av tio röstade.", "Nio av tio röstade"},
        {"– Nio av tio röstade, säger Karin Alm, och det är många.", "Nio av tio röstade, och det är många.",
         "Nio av tio röstade|och det är många."},
        {"Det blev tyst. – Då går vi hem. Alla gick.", "Då går vi hem.", "Då går vi hem."},
        {"– Det säger kommunalrådet Karin Alm (C).", "Det säger kommunalrådet Karin Alm (C).", "Det säger kommunalrådet Karin Alm (C)."},
    };
    for (const auto& each : kCases) {
        INFO(each.body);
        const Linked linked(each.body + "\n", {{each.entry, "karin-alm", "a"}}, "2024-05-02", "sv", Linked::Faults::allowed);
        CHECK(linked.said() == "");
        CHECK(linked.who() == "a: Karin Alm, kommunalråd (C) =\n");
        if (!linked.statements.empty()) CHECK(linked.said_spans(0) == each.spans);
    }
}

TEST_CASE("two entries in one paragraph are two statements") {
    const std::string body = "– Vi bygger en skola. Den kostar 42 miljoner, säger Karin Alm.\n";
    const std::vector<EntryText> entries = {{"Den kostar 42 miljoner.", "karin-alm", "b"}, {"Vi bygger en skola.", "karin-alm", "a"}};
    const Linked linked(body, entries);
    CHECK(linked.said() == "");
    CHECK(linked.who() == "a: Karin Alm, kommunalråd (C) =\nb: Karin Alm, kommunalråd (C) =\n");
    CHECK(linked.statements[0].words == "Vi bygger en skola.");
    CHECK(linked.statements[1].words == "Den kostar 42 miljoner.");
    CHECK(Linked(body + "\n![](quote:b)\n", entries).who() == linked.who());
}

TEST_CASE("an entry may go through several paragraphs of one speaker") {
    const std::vector<EntryText> entries = {{"Det är klart. Nu kör vi. Hela vägen.", "lena-hovmark", "a"}};
    const Linked last("– Det är klart.\n\n– Nu kör vi.\n\n– Hela vägen, säger Lena Hovmark (S).\n", entries);
    CHECK(last.said() == "");
    CHECK(last.who() ==
          "a: Lena Hovmark, oppositionsråd (S) =\nnu-kor-vi: Lena Hovmark, oppositionsråd (S) +\nhela-vagen: Lena Hovmark, oppositionsråd "
          "(S)\n");
    REQUIRE(last.statements.size() == 3);
    CHECK(last.statements[0].words == "Det är klart.");  // nothing stands twice
    CHECK(last.statements[1].words == "Nu kör vi.");
    CHECK(last.statements[2].words == "Hela vägen.");
    const Linked first("– Det är klart, säger Lena Hovmark.\n\n– Nu kör vi.\n\n– Hela vägen.\n\n– Och mer.\n", entries);
    CHECK(first.said() == "");
    CHECK(first.who() ==
          "a: Lena Hovmark, oppositionsråd (S) =\nnu-kor-vi: Lena Hovmark, oppositionsråd (S) +\nhela-vagen: Lena Hovmark, oppositionsråd "
          "(S) +\noch-mer: Lena Hovmark, oppositionsråd (S) +\n");
    // Not through somebody else's words, and not over what stands between.
    CHECK(Linked("– Det är klart.\n\n– Nu kör vi, säger Karin Alm.\n\n– Hela vägen, säger Lena Hovmark.\n", entries).diagnostics.size() >
          0);
    CHECK(Linked("– Det är klart, säger Lena Hovmark.\n\nSå var det.\n\n– Nu kör vi. Hela vägen.\n", entries).diagnostics.size() > 0);
}

TEST_CASE("an entry may go through eight paragraphs, and no more, that follow one another") {
    static constexpr const char* kWords[] = {"Ett är klart.", "Två med.",     "Tre snart.",    "Fyra sen.",   "Fem dröjer.",
                                             "Sex vet vi.",   "Sju blir av.", "Åtta är sist.", "Nio är fler."};
    for (const std::size_t count : {2, 7, 8, 9}) {
        INFO(count);
        std::string body, words;
        for (std::size_t i = 0; i < count; ++i) {
            body += std::string("– ") + kWords[i] + "\n\n";
            words += (i == 0 ? "" : " ") + std::string(kWords[i]);
        }
        const Linked all(body + "– Det är allt, säger Lena Hovmark (S).\n", {{words, "lena-hovmark", "a"}});
        CHECK((all.said() == "") == (count <= 8));
        const Linked apart("– " + std::string(kWords[0]) + "\n\nSå var det.\n\n" + body.substr(body.find("– Två")) +
                               "– Det är allt, säger Lena Hovmark (S).\n",
                           {{words, "lena-hovmark", "a"}});
        CHECK(apart.said() != "");
    }
}

TEST_CASE("an entry may stand in a block quote or in running text") {
    const Linked quote("> Nu bygger vi.\n", {{"Nu bygger vi.", "karin-alm", "a"}});
    CHECK(quote.said() == "");
    CHECK(quote.who() == "a: Karin Alm, kommunalråd (C) =\n");
    const Linked text("Karin Alm är tydlig. Nu bygger vi. Så är det.\n\n– Ja, säger Lena Hovmark.\n",
                      {{"Nu bygger vi.", "karin-alm", "a"}});
    CHECK(text.said() == "");
    CHECK(text.who() == "a: Karin Alm, kommunalråd (C) =\nja: Lena Hovmark, oppositionsråd (S)\n");
    const Piece& piece = text.statements[0].pieces[0];
    CHECK(plain_text(text.post.body, text.statements[0].node).substr(piece.begin, piece.end - piece.begin) == "Nu bygger vi.");
}

TEST_CASE("a text that stands twice goes to the entry that belongs there") {
    const Linked linked("– Ja, säger Karin Alm.\n\n– Ja, säger Lena Hovmark.\n", {{"Ja.", "lena-hovmark", "l"}, {"Ja.", "karin-alm", "k"}});
    CHECK(linked.said() == "");
    CHECK(linked.who() == "k: Karin Alm, kommunalråd (C) =\nl: Lena Hovmark, oppositionsråd (S) =\n");
}

TEST_CASE("a text that stands twice goes to where its speaker is named, rather than to where nobody is") {
    const Linked linked("– Nu bygger vi, säger Kurt om allt, säger Karin Alm.\n\n– Nu bygger vi, säger kommunalrådet Karård\n",
                        {{"Nu bygger vi.", "", "k", "Karård"}});
    CHECK(linked.said().find("quote/speaker-not-in-text") == std::string::npos);
    CHECK(plain_text(linked.post.body, linked.statements.front().node).find("Karård") != std::string::npos);
}

TEST_CASE("keys, ids and placed quotes that do not exist are reported with the nearest") {
    CHECK(Linked("– Ja, säger Karin Alm.\n", {{"Ja.", "karin-almm", "a"}}).said() ==
          "quote/unknown-speaker [karin-almm] karin-almm → karin-alm\n");
    CHECK(Linked("– Ja, säger Karin Alm.\n\n– Nej, säger Karin Alm.\n", {{"Ja.", "karin-alm", "a"}, {"Nej.", "karin-alm", "a"}}).said() ==
          "quote/duplicate-id [a] a\n");
    CHECK(Linked("– Ja, säger Karin Alm.\n\n![](quote:svaret)\n", {{"Ja.", "karin-alm", "svar"}}).said() ==
          "quote/unknown [![](quote:svaret)] svaret → ![](quote:svar)\n");
    CHECK(Linked("![](quote:svaret)\n", {{"Ja.", "karin-alm", "svar"}}).said() ==
          "quote/unknown [![](quote:svaret)] svaret → ![](quote:svar)\n");
    CHECK(Linked("![](quote:svar)\n").said() == "quote/unknown [![](quote:svar)] svar\n");
}

TEST_CASE("ids come from the first words, each once") {
    const Linked linked(
        "– Nu bygger vi, säger Karin Alm.\n\n– Nu bygger vi.\n\n– Nu bygger vi en ny skola i Norrsjö.\n\n– … – !\n\n– Тест, säger Karin "
        "Alm.\n\n– Nu bygger vi.\n",
        {{"Nu bygger vi.", "karin-alm", "nu-bygger-vi-2"}});
    std::string ids;
    for (const Statement& s : linked.statements) ids += s.id + " ";
    CHECK(ids == "nu-bygger-vi-2 nu-bygger-vi nu-bygger-vi-en-ny test nu-bygger-vi-3 ");
    CHECK(Linked("– Ja, säger Karin Alm.\n\n– Ja.\n", {{"Ja.", "karin-alm"}}).who() ==
          "ja: Karin Alm, kommunalråd (C) =\nja-2: Karin Alm, kommunalråd (C) +\n");
}

// ---------------------------------------------------------------- who speaks

TEST_CASE("the entry says who speaks, the text fills in what it leaves out") {
    const std::string body = "– Skolan är rolig, säger elevrådets ordförande Lo Ekman (oberoende).\n";
    CHECK(Linked(body, {{"Skolan är rolig.", "", "a", "Lo Ekman", "elev", "", "Ekhultsskolan"}}).who() ==
          "a: Lo Ekman, elev (oberoende), Ekhultsskolan =\n");
    CHECK(Linked(body, {{"Skolan är rolig.", "", "a", "Lo Ekman"}}).who() == "a: Lo Ekman, elevrådets ordförande (oberoende) =\n");
    // Somebody of people.yaml under name: is that person.
    const Linked known("– Ja, säger Karin Alm.\n", {{"Ja.", "", "a", "Karin Alm"}});
    CHECK(known.who() == "a: Karin Alm, kommunalråd (C) =\n");
    CHECK(known.statements[0].speaker.person == 0);
}

TEST_CASE("an entry and the text that name different people are an error") {
    const Linked linked("– Ja, säger Lena Hovmark (S).\n", {{"Ja.", "karin-alm", "a"}});
    CHECK(linked.said() == "quote/other-speaker [karin-alm] Karin Alm → lena-hovmark\n");
    CHECK(linked.diagnostics.all()[0].words == std::vector<std::string>{"Karin Alm", "Lena Hovmark"});
    CHECK(linked.sources.text(linked.diagnostics.all()[0].notes[0].at) == "Lena Hovmark");
    CHECK(Linked("– Ja, säger Alm.\n", {{"Ja.", "karin-alm", "a"}}).said() == "");
    CHECK(Linked("– Ja, säger Karin.\n", {{"Ja.", "karin-alm", "a"}}).said() == "");
    CHECK(Linked("– Ja, säger Almström.\n", {{"Ja.", "karin-alm", "a"}}).said() == "quote/other-speaker [karin-alm] Karin Alm\n");
}

TEST_CASE("an entry in a paragraph that reads as somebody else's is a warning") {
    const std::vector<EntryText> entries = {{"Nej.", "lena-hovmark", "a"}};
    CHECK(Linked("– Ja, säger Karin Alm.\n\n– Nej.\n", entries).said() == "statement/other-speaker [– Nej.] Lena Hovmark\n");
    CHECK(Linked("– Ja, säger Karin Alm.\n\n– Nej, säger hon.\n", entries).said() ==
          "statement/other-speaker [– Nej, säger hon.] Lena Hovmark\n");
    CHECK(Linked("– Ja, säger Karin Alm.\n\n## Rubrik\n\n– Nej.\n", entries).said() == "");
    CHECK(Linked("– Ja, säger Karin Alm.\n\n– Nej, säger Lena Hovmark.\n", entries).said() == "");
}

TEST_CASE("the last speaker goes on, but not across what makes that a guess") {
    static const struct {
        std::string_view between, who;
    } kCases[] = {
        {"", "Karin Alm, Karin Alm"},
        {"Kommunen sköter ån.", "Karin Alm, Karin Alm"},
        {"- Håvar\n- Handskar", "Karin Alm, Karin Alm"},
        {"Karin Alm är kommunalråd, och Karin Alms kontor ligger vid ån.", "Karin Alm, Karin Alm"},
        {"## Rubrik", "Karin Alm, ?"},
        {"Lena Hovmark är inte med på bilden.", "Karin Alm, ?"},
        {"Så tänker **Lena Hovmark**.", "Karin Alm, ?"},
        {"Det är Lena Hovmarks förslag.", "Karin Alm, ?"},
        {"Undersköterskan Birgit Lundmalm håller med.", "Karin Alm, ?"},
        {"Någon annan säger så här:", "Karin Alm, ?"},
        {"Kommunen i Västra Ekinge städar på Norra Torget.", "Karin Alm, Karin Alm"},
        {"– Nej, säger Lena Hovmark.", "Karin Alm, Lena Hovmark, Lena Hovmark"},
        {"Oppositionsrådet Lena Hovmark (S) säger:", "Karin Alm, Lena Hovmark"},
        {"Hon fortsätter:", "Karin Alm, Karin Alm"},
    };
    for (const auto& each : kCases) {
        for (const std::string_view last : {"– Det blir bra.", "– Det blir bra, avslutar hon."}) {
            INFO(each.between << " / " << last);
            const Linked linked("– Ja, säger Karin Alm.\n\n" + std::string(each.between) + "\n\n" + std::string(last) + "\n");
            CHECK(speakers(linked) == each.who);
            const bool guess = each.who.ends_with('?');
            CHECK(linked.said() == (guess ? "statement/unknown-speaker [" + std::string(last) + "] Det blir bra.\n" : ""));
        }
    }
}

TEST_CASE("a question and its answer, both without a name, are asked about") {
    const auto linked = [](const std::string& rest) { return Linked("– Vi bygger, säger Karin Alm.\n\n" + rest); };
    const Linked dialogue = linked("– Vad kostar det?\n\n– Fyra miljoner.\n\n– Inte mer.\n");
    CHECK(dialogue.said() == "statement/unknown-speaker [– Vad kostar det?] Vad kostar det?\n");
    CHECK(dialogue.who() == "vi-bygger: Karin Alm, kommunalråd (C)\n");
    for (const char* rest : {"– Vad kostar det?\n\n– Fyra miljoner, säger hon.\n", "– Vad kostar det? Fyra miljoner.\n\n– Inte mer.\n",
                             "– Vad kostar det?\n\nDet vet ingen.\n", "– Vad kostar det!\n\n– Fyra miljoner.\n"}) {
        INFO(rest);
        CHECK(linked(rest).said() == "");
    }
}

TEST_CASE("whom an introduction's deed is done to says nothing for certain") {
    for (const char* body : {"En elev mötte kommunalrådet Karin Alm: ”Vi vill ha bättre mat.”\n",
                             "Demonstranterna buade ut kommunalrådet Karin Alm: ”Rör inte vår skola!”\n",
                             "Elevrådet uppvaktade kommunalrådet Karin Alm:\n\n– Vi vill ha bättre mat.\n",
                             "En förälder mötte Karin Alm:\n\n– Det är för dyrt.\n"}) {
        INFO(body);
        const Linked linked(body);
        CHECK(linked.who() == "");
        CHECK(linked.said().starts_with("statement/"));
    }
    CHECK(Linked("Den tillförordnade rektorn Karin Alm: ”Vi bygger nu.”\n").who().find("Karin Alm") != std::string::npos);
}

TEST_CASE("what is said after somebody else has spoken is a statement of its own") {
    const Linked linked("– Det är fel, säger Karin Alm. ”Vi backar”, säger Lena Hovmark. ”Aldrig”, säger Karin Alm.\n");
    std::vector<std::string> words;
    for (const Statement& each : linked.statements) words.push_back(each.words);
    CHECK(words == std::vector<std::string>{"Det är fel.", "Vi backar.", "Aldrig."});
}

TEST_CASE("an entry that the role, the pronoun or the names around its words speak against is pointed out") {
    const auto said = [](const std::string& body) { return Linked(body + "\n", {{"Nu bygger vi.", "karin-alm", "a"}}).said(); };
    for (const char* body :
         {"– Nu bygger vi, säger polischefen.", "Lena Hovmark är nöjd. ”Nu bygger vi.”", "Lena Hovmark är nöjd.\n\n– Nu bygger vi.",
          "Enligt Lena Hovmark är läget gott: ”Nu bygger vi.”", "Lena Hovmark: Nu bygger vi."}) {
        INFO(body);
        CHECK(said(body).find("quote/speaker-not-in-text") != std::string::npos);
    }
    for (const char* body : {"– Nu bygger vi, säger kommunalrådet.", "Alms förslag är Lena Hovmarks. ”Nu bygger vi.”",
                             "Karin Alm är nöjd, liksom Lena Hovmark. ”Nu bygger vi.”", "– Nu bygger vi."}) {
        INFO(body);
        CHECK(said(body).find("quote/speaker-not-in-text") == std::string::npos);
    }
}

TEST_CASE("the last speaker does not go on after others have been let in, nor calls themselves by name") {
    const auto who = [](const std::string& rest) { return Linked("– Vi är redo, säger Karin Alm.\n\n" + rest + "\n").who(); };
    for (const char* rest :
         {"– Tack Karin, det är vi också.", "– Karin Alm har fel.", "Företagarna har länge krävt en ny väg.\n\n– Vi förlorar kunder.",
          "Oppositionspartierna yrkade avslag.\n\n– Det är för dyrt.", "Vad säger barnen?\n\n– Vi vill ha en rutschkana.",
          "– Det är för dyrt, tycker vissa."}) {
        INFO(rest);
        CHECK(who(rest) == "vi-ar-redo: Karin Alm, kommunalråd (C)\n");
    }
    CHECK(Linked("– Vi är redo, säger Karin Alm. Lena Hovmark håller inte med.\n\n– Det är för dyrt, säger hon.\n").who() ==
          "vi-ar-redo: Karin Alm, kommunalråd (C)\n");
    CHECK(Linked("– Vi är redo, säger Karin Alm. Vi har pressat priserna.\n").who() == "vi-ar-redo-vi-har: Karin Alm, kommunalråd (C)\n");
    for (const char* rest : {"Så tycker inte alla.", "Vi på presstjänsten svarar gärna på frågor."}) {
        INFO(rest);
        CHECK(Linked(std::string("– Vi är redo, säger Karin Alm. ") + rest + "\n").said().starts_with("statement/unclear-words"));
    }
}

TEST_CASE("after somebody nobody knows, a statement without attribution is asked about") {
    for (const std::string between : {"Då frågade Bo Ek om pengarna.", "Bo Ek frågade om pengarna.", "På mötet satt, som alltid, Bo Ek."}) {
        INFO(between);
        const Linked linked("– Ja, säger Karin Alm.\n\n" + between + "\n\n– Det blir bra.\n");
        CHECK(linked.said() == "statement/unknown-speaker [– Det blir bra.] Det blir bra.\n");
        CHECK(speakers(linked) == "Karin Alm, ?");
        CHECK(speakers(Linked("– Ja, säger Karin Alm.\n\n" + between + "\n\n– Det blir bra, säger Karin Alm.\n")) ==
              "Karin Alm, Karin Alm");
    }
}

TEST_CASE("a pronoun is the last speaker, when it can be") {
    CHECK(speakers(Linked("– Ja, säger Karin Alm.\n\n– Jo, säger hon.\n")) == "Karin Alm, Karin Alm");
    CHECK(speakers(Linked("– Ja, säger Karin Alm.\n\n– Jo, säger han.\n")) == "Karin Alm, ?");
    CHECK(speakers(Linked("– Ja, säger Fatima Ekvall.\n\n– Jo, säger han.\n")) == "Fatima Ekvall, Fatima Ekvall");
    CHECK(speakers(Linked("– Ja, says Karin Alm.\n\n– Jo, she says.\n", {}, "2024-05-02", "en")) == "Karin Alm, Karin Alm");
    CHECK(Linked("– Ja, säger hon.\n").said() == "statement/unknown-speaker [– Ja, säger hon.] Ja.\n");
}

TEST_CASE("a part of a name is enough for somebody the post names, or together with the role") {
    CHECK(speakers(Linked("– Ja, säger Karin Alm.\n\n## Mer\n\n– Jo, säger Alm.\n")) == "Karin Alm, Karin Alm");
    CHECK(speakers(Linked("– Ja, säger Karin Alm.\n\n## Mer\n\n– Jo, säger Karin.\n")) == "Karin Alm, Karin Alm");
    CHECK(speakers(Linked("– Ja, säger gatuchefen Alm.\n")) == "Nils Alm");
    CHECK(speakers(Linked("– Ja, säger kommunalrådet Alm (C).\n")) == "Karin Alm");
    CHECK(Linked("– Ja, säger Alm.\n").said() == "statement/ambiguous-speaker [Alm] Alm\n");
    CHECK(Linked("– Ja, säger Karin Alm.\n\n– Jo, säger Nils Alm.\n\n– Nja, säger Alm.\n").said() ==
          "statement/ambiguous-speaker [Alm] Alm\n");
    CHECK(speakers(Linked("– Ja, säger Karin Alm.\n\n– Jo, säger Nils Alm.\n\n– Nja, säger gatuchefen Alm.\n")) ==
          "Karin Alm, Nils Alm, Nils Alm");
}

TEST_CASE("a nickname may stand in the text or not, in any marks, and says nothing") {
    for (const char* name :
         {"Åsa \"Lillan\" Brink", "Åsa ”Lillan” Brink", "Åsa »Lillan« Brink", "Åsa ‘Lillan’ Brink", "Åsa (Lillan) Brink", "Åsa Brink"}) {
        INFO(name);
        const std::string body = "– Vi börjar i dag, säger rektor " + std::string(name) + ".\n";
        for (const std::vector<EntryText>& entries :
             {std::vector<EntryText>{}, std::vector<EntryText>{{"Vi börjar i dag.", "asa-brink", "vi-borjar-i-dag"}},
              std::vector<EntryText>{{"Vi börjar i dag.", "", "vi-borjar-i-dag", "Åsa \"Lillan\" Brink", "rektor"}}}) {
            const Linked linked(body, entries);
            CHECK(linked.said() == "");
            CHECK(linked.statements[0].words == "Vi börjar i dag.");
            CHECK(linked.statements[0].speaker.name == "Åsa \"Lillan\" Brink");
        }
    }
    CHECK(Linked("– Ja, säger Karin ”Kajan” Alm.\n").who() == "ja: Karin Alm, kommunalråd (C)\n");
    CHECK(Linked("– Ja, säger Åsa ”Storan” Brink.\n").said() ==  // somebody else
          "statement/unlisted-speaker [Åsa ”Storan” Brink] Åsa ”Storan” Brink\n");
    CHECK(Linked("– Ja, säger Åsa ”Lillan” Berg.\n").who() == "ja: Åsa ”Lillan” Berg\n");
    CHECK(speakers(Linked("– Ja, säger Karin Alm.\n\nDå svarade Bo ”Bosse” Ek om pengarna.\n\n– Jo.\n")) == "Karin Alm, ?");
    CHECK(speakers(Linked("– Ja, säger Karin Alm.\n\n– Jo, trumpetar Åsa ”Lillan” Brink.\n")) == "Karin Alm, ?");
}

TEST_CASE("marks beside a speaker that are no nickname belong to the attribution, and longer ones are asked about") {
    CHECK(Linked("– Vi börjar i dag, säger Karin Alm ”Kajan”.\n").who() == "vi-borjar-i-dag: Karin Alm, kommunalråd (C)\n");
    const std::string body = "– Vi börjar i dag, säger Karin Alm ”och det blir bra”.\n";
    CHECK(Linked(body).said().starts_with("statement/unclear-words "));
    CHECK(speakers(Linked(body)) == "?");
    const Linked told(body, {{"Vi börjar i dag.", "karin-alm", "a"}});
    CHECK(told.said() == "");
    CHECK(told.statements[0].words == "Vi börjar i dag.");
    CHECK(speakers(Linked("– Vi börjar i dag, säger Åsa Maria (Lillan) Brink.\n")) == "?");
}

TEST_CASE("namesakes are told apart by their roles, or not at all") {
    CHECK(Linked("– Ja, säger Anna Berg.\n").said() == "statement/ambiguous-speaker [Anna Berg] Anna Berg\n");
    CHECK(Linked("– Ja, säger skolchefen Anna Berg.\n").who() == "ja: Anna Berg, skolchef\n");
    CHECK(Linked("– Ja, säger Anna Berg, bibliotekschef.\n").who() == "ja: Anna Berg, bibliotekschef\n");
    CHECK(Linked("– Ja, säger gatuchefen Anna Berg.\n").said() == "statement/ambiguous-speaker [Anna Berg] Anna Berg\n");
    CHECK(Linked("– Ja, säger bibliotekschefen Anna Berg.\n\n– Jo, säger Anna Berg.\n").who() ==
          "ja: Anna Berg, bibliotekschef\njo: Anna Berg, bibliotekschef\n");
}

TEST_CASE("a role without a name is somebody the post has named") {
    CHECK(speakers(Linked("– Ja, säger kommunalrådet Karin Alm.\n\n## Mer\n\n– Jo, säger kommunalrådet.\n")) == "Karin Alm, Karin Alm");
    CHECK(speakers(Linked("– Ja, säger Fatima Ekvall.\n\n– Jo, säger rektorn.\n")) == "Fatima Ekvall, Fatima Ekvall");
    CHECK(Linked("– Ja, säger rektorn.\n").said() == "statement/unknown-speaker [– Ja, säger rektorn.] Ja.\n");
    CHECK(Linked("– Ja, säger en boende i området.\n").said() == "statement/unknown-speaker [– Ja, säger en boende i området.] Ja.\n");
}

TEST_CASE("a name in no list is reported once, with the nearest, and stands as in the text") {
    const Linked misspelt("– Ja, säger kommunalrådet Karin Almm (C).\n\n– Jo.\n\n– Nja, säger Karin Almm.\n");
    CHECK(misspelt.said() == "statement/unlisted-speaker [Karin Almm] Karin Almm → Karin Alm\n");
    CHECK(misspelt.who() == "ja: Karin Almm, kommunalrådet (C)\njo: Karin Almm, kommunalrådet (C) +\nnja: Karin Almm, kommunalrådet (C)\n");
    CHECK(Linked("– Ja, säger **Karin Almm**.\n").said() == "statement/unlisted-speaker [Karin Almm] Karin Almm → Karin Alm\n");
    CHECK(Linked("– Ja, säger *Karin* Almm.\n").said() == "statement/unlisted-speaker [– Ja, säger *Karin* Almm.] Karin Almm\n");
}

TEST_CASE("several people at once are nobody in particular") {
    const Linked linked("– Ja, säger Karin Alm (C) och Lena Hovmark (S).\n\n– Jo.\n");
    CHECK(linked.said() ==
          "statement/several-speakers [Karin Alm (C) och Lena Hovmark (S)] säger Karin Alm (C) och Lena Hovmark (S)\n"
          "statement/unknown-speaker [– Jo.] Jo.\n");
    CHECK(linked.statements.empty());
    CHECK(Linked("– Ja, säger Karin Alm, kommunalråd (C) och Lena Hovmark (S), oppositionsråd.\n")
              .said()
              .starts_with("statement/several-speakers "));
    CHECK(Linked("– Ja, säger Karin Alm tillsammans med Lena Hovmark.\n").said().starts_with("statement/several-speakers "));
    CHECK(Linked("– Ja, säger Karin Alm och Lena Hovmark.\n", {{"Ja.", "karin-alm", "a"}}).said() ==
          "statement/several-speakers [Karin Alm och Lena Hovmark] säger Karin Alm och Lena Hovmark\n");
    CHECK(Linked("– Ja, säger Karin Alm (C) och Lena Hovmark (S).\n", {{"Ja.", "", "a", "Karin Alm och Lena Hovmark"}}).said() == "");
}

TEST_CASE("two people in one paragraph have a statement each") {
    const std::string two = "ja: Karin Alm, kommunalråd (C)\nnej: Lena Hovmark, oppositionsråd (S)\n";
    for (const char* body :
         {"– Ja, säger Karin Alm. – Nej, säger Lena Hovmark.", "– Ja, säger Karin Alm. Nej, säger Lena Hovmark.",
          "”Ja”, säger Karin Alm. ”Nej”, svarar Lena Hovmark.", "”Ja”, säger Karin Alm. Lena Hovmark håller inte med. ”Nej”, säger hon."}) {
        INFO(body);
        const Linked linked(std::string(body) + "\n");
        CHECK(linked.who() == two);
        CHECK(linked.said() == "");
    }
}

TEST_CASE("of statements in a row that nobody is known to have said, the first is asked") {
    const Linked linked("– Ett.\n\n– Två.\n\nText.\n\n– Tre.\n\n## Rubrik\n\n– Fyra, säger Karin Alm.\n");
    CHECK(linked.said() == "statement/unknown-speaker [– Ett.] Ett.\nstatement/unknown-speaker [– Tre.] Tre.\n");
    CHECK(speakers(linked) == "?, ?, ?, Karin Alm");
}

TEST_CASE("a missing comma is found, and mended by what is suggested") {
    const Linked linked("– Ja, säger Lena Hovmark.\n\n– Nu bygger vi säger kommunalrådet Karin Alm (C).\n");
    CHECK(linked.said() == "statement/missing-comma [vi säger] säger → vi, säger\n");
    CHECK(speakers(linked) == "Lena Hovmark, ?");
    CHECK(speakers(Linked("– Ja, säger Lena Hovmark.\n\n– Nu bygger vi, säger kommunalrådet Karin Alm (C).\n")) ==
          "Lena Hovmark, Karin Alm");
    CHECK(Linked("– Ja, säger Lena Hovmark.\n\n– Nu bygger vi, säger en som bor här.\n").said() ==
          "statement/unknown-speaker [– Nu bygger vi, säger en som bor här.] Nu bygger vi, säger en som …\n");
}

TEST_CASE("party and role must be those of the day") {
    static const struct {
        std::string_view body, published;
        std::string said;
    } kCases[] = {
        {"– Ja, säger Johan Tegelby (L).", "2025-03-31", ""},
        {"– Ja, säger Johan Tegelby (C).", "2025-04-01", ""},
        {"– Ja, säger Johan Tegelby (c).", "2025-04-01", ""},
        {"– Ja, säger Johan Tegelby (Centerpartiet).", "2025-04-01", ""},
        {"– Ja, säger Johan Tegelby (C).", "2025-03-31", "statement/other-party [C] Johan Tegelby\n"},
        {"– Ja, säger Fatima Ekvall (C).", "2025-03-31", "statement/no-party [C] Fatima Ekvall\n"},
        {"– Ja, säger Fatima Ekvall (oberoende).", "2025-03-31", ""},
        {"– Ja, säger kommunalrådet Karin Alm.", "2022-10-17", ""},
        {"– Ja, säger oppositionsrådet Karin Alm.", "2022-10-16", ""},
        {"– Ja, säger oppositionsrådet Karin Alm.", "2022-10-17", "statement/other-role [oppositionsrådet] Karin Alm\n"},
        {"– Ja, säger Karin Alm, kommunalråd.", "2022-10-16", "statement/other-role [kommunalråd] Karin Alm\n"},
        {"– Ja, säger ordföranden i tekniska nämnden Johan Tegelby.", "2022-10-16", ""},
        {"– Ja, säger centerpolitikern Karin Alm.", "2022-10-17", ""},  // no role
        {"– Ja, säger rektorn Karin Alm.", "2022-10-17", "statement/other-role [rektorn] Karin Alm\n"},
        {"– Ja, säger polischef Nils Alm (M).", "2024-05-02",
         "statement/no-party [M] Nils Alm\nstatement/other-role [polischef] Nils Alm\n"},
        {"– Ja, säger chefen Nils Alm.", "2024-05-02", ""},
        {"– Ja, säger kommunens gatuchef Nils Alm.", "2024-05-02", ""},
        {"– Ja, säger kommunalrådet och ordföranden Karin Alm.", "2024-05-02", ""},
        {"– Ja, säger andre vice ordföranden i nämnden Johan Tegelby.", "2024-05-02", ""},
        {"– Ja, säger Karin Alm.", "2018-10-21", "statement/no-role [Karin Alm] Karin Alm\n"},
        {"– Ja, säger Karin Alm (C).\n\n– Jo, säger hon.", "2018-10-21", "statement/no-role [Karin Alm] Karin Alm\n"},
    };
    for (const auto& each : kCases) {
        INFO(each.body << " " << each.published);
        CHECK(Linked(std::string(each.body) + "\n", {}, each.published).said() == each.said);
    }
}

TEST_CASE("roles in another language than people.yaml are no contradiction") {
    CHECK(Linked("– Yes, says Karin Alm (C), municipal commissioner.\n", {}, "2024-05-02", "en").said() == "");
    CHECK(Linked("– Yes, says Nils Alm, head of streets.\n", {}, "2024-05-02", "en").said() == "");
}

TEST_CASE("role and party of an entry must be those of the text and of people.yaml") {
    const std::string body = "– Ja, säger Karin Alm (C).\n";
    CHECK(Linked(body, {{"Ja.", "", "a", "Karin Alm", "kommunalråd", "C"}}).said() == "");
    CHECK(Linked(body, {{"Ja.", "", "a", "Karin Alm", "rektor"}}).said() == "statement/other-role [rektor] Karin Alm\n");
    CHECK(Linked(body, {{"Ja.", "", "a", "Karin Alm", "", "M"}}).said().find("statement/other-party [M] Karin Alm\n") == 0);
    const std::string elsewhere = "– Ja, säger hamnchefen Bo Ek (M).\n";
    CHECK(Linked(elsewhere, {{"Ja.", "", "a", "Bo Ek", "hamnchef", "M"}}).said() == "");
    CHECK(Linked(elsewhere, {{"Ja.", "", "a", "Bo Ek"}}).said() == "");
    CHECK(Linked(elsewhere, {{"Ja.", "", "a", "Bo Ek", "rektor", "M"}}).said() == "quote/other-role [hamnchefen] Bo Ek\n");
    CHECK(Linked(elsewhere, {{"Ja.", "", "a", "Bo Ek", "hamnchef", "S"}}).said() == "quote/other-role [M] Bo Ek\n");
}

TEST_CASE("approved words are not to be replaced by what can be pasted") {
    const EntryText entry{"Nu bygger vi en skola.", "karin-alm", "a", "", "", "", "", "2024-05-01"};
    const Linked linked("– Nu river vi en skola, säger Karin Alm.\n", {entry});
    REQUIRE(linked.diagnostics.size() == 1);
    CHECK(linked.diagnostics.all()[0].rule == rule("quote/differs-approved"));
    CHECK(linked.diagnostics.all()[0].suggestion == "");
    CHECK(linked.diagnostics.all()[0].words[2] == "Nu river vi en skola.");
    CHECK(Linked("– Nu bygger vi en skola, säger Karin Alm.\n", {entry}).said() == "");
}

TEST_CASE("a clause after the speaker that describes nobody is asked about, and an entry says that it was said") {
    const std::string body = "– Nu bygger vi, säger Karin Alm, när skolan är klar. Det blir bra.\n";
    const Linked linked(body);
    CHECK(linked.said().starts_with("statement/unclear-words [när skolan är klar"));
    CHECK(linked.statements[0].words == "Det blir bra.");
    const Linked told(body, {{"Nu bygger vi, när skolan är klar. Det blir bra.", "karin-alm", "a"}});
    CHECK(told.said() == "");
    CHECK(told.said_spans(0) == "Nu bygger vi|när skolan är klar. Det blir bra.");
    const Linked own("– Nu bygger vi, säger Karin Alm, när vi har råd.\n");
    CHECK(own.said().starts_with("statement/unclear-words [när vi har råd"));
    CHECK(own.statements.empty());
    CHECK(Linked("”Nu bygger vi”, säger Karin Alm, när skolan är klar.\n").said() == "");  // the marks tell
}

TEST_CASE("an introduction that denies, doubts or lets somebody else speak leads to nobody's words") {
    for (const std::string_view introduction :
         {"Karin Alm har aldrig sagt", "Karin Alm vägrar säga", "Karin Alm påstås ha sagt", "Karin Alm borde säga",
          "Varför säger Karin Alm", "En vän till Karin Alm säger", "Vi frågade Karin Alm", "Karin Alm lyssnar när Leif Holm säger",
          "Karin Alm citerar sin företrädare"}) {
        INFO(introduction);
        const Linked linked(std::string(introduction) + ":\n\n– Vi bygger nu.\n");
        CHECK(linked.said().starts_with("statement/unknown-speaker"));
        CHECK(linked.statements.empty());
    }
    CHECK(Linked("Kommunalrådet Karin Alm säger:\n\n– Vi bygger nu.\n").said() == "");
}

TEST_CASE("a question offers the entry that would settle it") {
    const Linked asked("– Nio av tio röstade, säger Karin Alm, och det är \"många\".\n");
    REQUIRE(asked.diagnostics.size() == 1);
    CHECK(asked.diagnostics.all()[0].words[1] == "- {speaker: karin-alm, text: 'Nio av tio röstade, och det är \"många\".'}");
    const Linked stranger("Jag tror att vi lyckas, säger Bo Ek.\n");
    REQUIRE(stranger.diagnostics.size() == 1);
    CHECK(stranger.diagnostics.all()[0].rule == rule("statement/unmarked"));
    CHECK(stranger.diagnostics.all()[0].words[1] == "- {name: \"Bo Ek\", text: \"Jag tror att vi lyckas.\"}");
}

TEST_CASE("a signature belongs to the quotation above it, or is asked about") {
    CHECK(Linked("”Ett klokt beslut.”\n\n– Karin Alm (C)\n").who() == "ett-klokt-beslut: Karin Alm, kommunalråd (C)\n");
    CHECK(Linked("> Ett klokt beslut.\n>\n> – Karin Alm, kommunalråd\n").who() == "ett-klokt-beslut: Karin Alm, kommunalråd (C)\n");
    const Linked alone("Välkommen till invigningen.\n\n– Karin Alm, kommunalråd\n");
    CHECK(alone.statements.empty());
    CHECK(alone.said() == "statement/signature [– Karin Alm, kommunalråd] Karin Alm\n");
}

TEST_CASE("an introduction in the paragraph before, and one that looks back, say who speaks") {
    CHECK(Linked("Kommunalrådet Karin Alm kommenterar avtalet:\n\n”Det är bra. Vi är nöjda.”\n").who() ==
          "det-ar-bra-vi-ar: Karin Alm, kommunalråd (C)\n");
    CHECK(Linked("Karin Alm, som leder arbetet, tillägger:\n\n– Nu kör vi.\n").who() == "nu-kor-vi: Karin Alm, kommunalråd (C)\n");
    CHECK(Linked("– Nu kör vi. Alla är med.\n\nDet säger kommunalrådet Karin Alm (C).\n").who() ==
          "nu-kor-vi-alla-ar: Karin Alm, kommunalråd (C)\n");
    CHECK(Linked("**Vad händer nu, Karin Alm?**\n\n– Nu kör vi.\n").who() == "nu-kor-vi: Karin Alm, kommunalråd (C)\n");
    CHECK(Linked("Karin Alm säger: ”Nu kör vi.\n\n”Det är dags.”\n").who() ==
          "nu-kor-vi: Karin Alm, kommunalråd (C)\ndet-ar-dags: Karin Alm, kommunalråd (C)\n");
    CHECK(Linked("Juryns motivering lyder:\n\n”För ett hus som bjuder in alla som bor här.”\n").statements.empty());
}

TEST_CASE("a surname alone is the only one whom the text or people.yaml know by it") {
    CHECK(Linked("Bo Ek har ritat huset.\n\n– Ja, säger Ek.\n").who() == "ja: Bo Ek\n");
    CHECK(Linked("– Ja, säger Hovmark.\n").who() == "ja: Lena Hovmark, oppositionsråd (S)\n");
    CHECK(Linked("Bo Hovmark har ritat huset.\n\n– Ja, säger Hovmark.\n").who() == "ja: Bo Hovmark\n");
}

TEST_CASE("paragraphs in quotation marks are statements when the text names their speaker") {
    CHECK(Linked("”Nu bygger vi”, säger Karin Alm (C). Bygget tar ett år.\n").who() == "nu-bygger-vi: Karin Alm, kommunalråd (C)\n");
    CHECK(Linked("Rektorn Fatima Ekvall säger: ”Kom!”\n").who() == "kom: Fatima Ekvall, rektor på Västerledsskolan\n");
    CHECK(Linked("”Ljusstråket” är klart. Tid: tisdag.\n").statements.empty());
    CHECK(Linked("Program: ”Ljusstråket” visas.\n").statements.empty());
    CHECK(Linked("Karin Alm säger att ”vi bygger”.\n").statements.empty());
}

TEST_CASE("a translation is checked against its own body") {
    const std::vector<EntryText> entries = {{"We build now. It will be good.", "karin-alm", "nu-bygger-vi"}};
    CHECK(Linked("– We build now, says Karin Alm (C), municipal commissioner. It will be good.\n", entries, "2024-05-02", "en").said() ==
          "");
    CHECK(Linked("– Nu bygger vi, säger Karin Alm. Det blir bra.\n", entries).said() ==
          "quote/not-in-text [We build now. It will be good.] We build now. It will be …\n");
}

TEST_CASE("bodies without statements, and statements without words, are nothing") {
    CHECK(Linked("Bara text.\n").statements.empty());
    CHECK(Linked("").statements.empty());
    CHECK(Linked("–\n\n– ”\n").statements.empty());
}

TEST_CASE("statement lines without an empty line between are statements of their own") {
    const Linked linked(
        "– Nu bygger vi, säger Karin Alm (C),\nsom är glad. Det blir bra.\n– Hela vägen.  \n–Och vi, säger Lena Hovmark.\n— Ja.\n");
    CHECK(linked.who() ==
          "nu-bygger-vi-det-blir: Karin Alm, kommunalråd (C)\n"
          "hela-vagen: Karin Alm, kommunalråd (C) +\n"
          "och-vi: Lena Hovmark, oppositionsråd (S)\n"
          "ja: Lena Hovmark, oppositionsråd (S) +\n");
    CHECK(linked.said() == "");
    CHECK(linked.statements[0].words == "Nu bygger vi. Det blir bra.");
}

TEST_CASE("emphasis, links and line breaks inside do not change who says what") {
    static constexpr std::string_view kBodies[] = {
        "– Nu **bygger vi**, säger *kommunalrådet* **Karin Alm** (C). Det blir bra.",
        "– Nu bygger\nvi, säger kommunalrådet Karin\nAlm (C). Det\nblir bra.",
        "– Nu bygger  \nvi, säger\\\nkommunalrådet Karin  \nAlm (C). Det blir bra.",
        "– *Nu bygger vi,* säger [kommunalrådet Karin Alm](https://www.ekinge.example/) (C). **Det blir bra.**",
        "*– Nu bygger vi, säger kommunalrådet Karin Alm (C). Det blir bra.*",
        "> – Nu bygger vi, säger ***kommunalrådet Karin** Alm* (C). Det blir bra.",
    };
    for (const std::string_view body : kBodies) {
        INFO(body);
        const Linked linked(std::string(body) + "\n");
        CHECK(linked.said() == "");
        CHECK(linked.who() == "nu-bygger-vi-det-blir: Karin Alm, kommunalråd (C)\n");
        CHECK(linked.statements.front().words == "Nu bygger vi. Det blir bra.");
    }
}

TEST_CASE("nobody goes on across a heading or after somebody else") {
    CHECK(speakers(Linked("– Ja, säger Karin Alm.\n\n## Mer\n\n– Jo.\n\n– Jo.\n")) == "Karin Alm, ?, ?");
    CHECK(speakers(Linked("– Ja, säger Karin Alm.\n\n## Mer\n\n– Jo, säger hon.\n")) == "Karin Alm, ?");
    CHECK(speakers(Linked("– Ja, säger Karin Alm.\n\n– Nej, säger Lena Hovmark.\n\n– Jo, säger hon.\n\n– Jo.\n")) ==
          "Karin Alm, Lena Hovmark, Lena Hovmark, Lena Hovmark");
    CHECK(speakers(Linked("– Ja, säger Karin Alm.\n\n– Nej, säger någon annan.\n\n– Jo.\n")) == "Karin Alm, ?, ?");
}

TEST_CASE("nobody goes on after somebody without a name whom the text tells of") {
    for (const char* between : {"En lärare på skolan är orolig.", "Undersköterskan på Solgården håller inte med.",
                                "Oppositionen är kritisk.", "En av killarna i kön är Ali."}) {
        INFO(between);
        for (const char* after : {"– Jag sover dåligt, säger hon.", "– Det går ut över de äldre."})
            CHECK(speakers(Linked("– Vi måste spara, säger Karin Alm.\n\n" + std::string(between) + "\n\n" + after + "\n")) ==
                  "Karin Alm, ?");
    }
    CHECK(speakers(Linked("– Vi måste spara, säger Karin Alm.\n\nKommunalrådet ser ut över torget.\n\n– Det blir bra.\n")) ==
          "Karin Alm, Karin Alm");
}

TEST_CASE("nobody goes on after the writer tells that somebody else calls or asks") {
    for (const char* between :
         {"Publiken buar.", "Någon i publiken ropar.", "Journalisterna har frågor.", "Några föräldrar ställde fler frågor.",
          "Då skriker en man.", "En röst hörs längst bak.", "Någon säger emot.", "De undrar när det blir klart.",
          "Hennes kollega håller med.", "Anna nickar.", "Oppositionen höll med om det.", "Hela salen instämmer."}) {
        INFO(between);
        CHECK(speakers(Linked("– Vi måste spara, säger Karin Alm.\n\n" + std::string(between) + "\n\n– Hur då?\n")) == "Karin Alm, ?");
        CHECK(speakers(Linked("– Vi måste spara, säger Karin Alm. " + std::string(between) + "\n\n– Hur då?\n")) == "Karin Alm, ?");
        CHECK(speakers(Linked("– Vi måste spara, säger Karin Alm.\n\n" + std::string(between) + "\n\n– Ja, säger Lena Hovmark.\n")) ==
              "Karin Alm, Lena Hovmark");
    }
    for (const char* between : {"Hon ropar till kollegan.", "Karin Alm frågar om någon vill fika.",
                                "Då undrar kommunalrådet vart alla tog vägen.", "Vi frågar hur länge det tar.", "Publiken applåderar.",
                                "Ingen har svar på frågan.", "Planen har många delar.", "Hon nickar.", "Skolan håller med böcker."}) {
        INFO(between);
        CHECK(speakers(Linked("– Vi måste spara, säger kommunalrådet Karin Alm.\n\n" + std::string(between) + "\n\n– Så är det.\n")) ==
              "Karin Alm, Karin Alm");
    }
}

TEST_CASE("an introduction that is struck through leads on to nobody") {
    CHECK(speakers(Linked("~~Karin Alm säger:~~\n\n– Nu bygger vi.\n")) == "?");
    CHECK(speakers(Linked("~~Karin Alm~~ Hon säger:\n\n– Nu bygger vi.\n")) == "?");
    CHECK(speakers(Linked("– Nu bygger vi.\n\n~~Det säger Karin Alm.~~\n")) == "?");
    CHECK(speakers(Linked("Karin Alm säger:\n\n– Nu bygger vi.\n")) == "Karin Alm");
}

TEST_CASE("a pronoun means nobody when the text before names two") {
    for (const char* before : {"Karin Alm träffade Lena Hovmark på torget.", "Karin Alm och Lena Hovmark invigde parken.",
                               "Lena Hovmark har jobbat i tio år. Karin Alm tackade henne."}) {
        INFO(before);
        CHECK(speakers(Linked(std::string(before) + "\n\n– Det var en resa, säger hon.\n")) == "?");
    }
    CHECK(speakers(Linked("Karin Alm invigde parken.\n\n– Det var en resa, säger hon.\n")) == "Karin Alm");
}

TEST_CASE("a source that no list knows does not become the last speaker's words") {
    CHECK(Linked("– Ja, säger Karin Alm.\n\n– Alla är välkomna, hälsar biblioteket.\n").said() ==
          "statement/unknown-speaker [– Alla är välkomna, hälsar biblioteket.] Alla är välkomna, hälsar biblioteket.\n");
    CHECK(Linked("– Ja, säger Karin Alm.\n\n– Vattnet går att dricka, enligt VA-chefen Elin Torpvik.\n").diagnostics.size() == 1);
    CHECK(Linked("– Ja, säger Karin Alm.\n\n– Alla är välkomna, hälsar vi.\n").said() == "");
}

TEST_CASE("a paragraph that ends with somebody else's name does not become the last speaker's words") {
    for (const char* signature : {" - säger Karin Alm.", ", trumpetar Karin Alm (C).", " – trumpetar kommunalrådet Karin Alm",
                                  ". /Karin Alm (C)", " (Karin Alm).", ", trumpetar Bo Ek (M).", "\nKarin Alm"}) {
        INFO(signature);
        const bool own_line = signature[0] == '\n';
        const Linked linked("– Nej, säger Lena Hovmark.\n\n– Det blir bra" + std::string(own_line ? "." : "") + signature + "\n");
        CHECK(speakers(linked) == "Lena Hovmark, ?");
        CHECK(linked.diagnostics.size() == 1);
    }
    for (const char* other : {"– Det gör jag tillsammans med Karin Alm (C).", "– Jag tackar Karin Alm.", "– Vi ses i Västra Ekinge."}) {
        INFO(other);
        CHECK(speakers(Linked("– Nej, säger Lena Hovmark.\n\n" + std::string(other) + "\n")) == "Lena Hovmark, Lena Hovmark");
    }
}

TEST_CASE("what the speaker does besides speaking is told, and an entry may say otherwise") {
    const std::string body = "– Vi ringer dem, säger Karin Alm, och frågar hur de mår. Alla svarar.\n";
    CHECK(Linked(body).statements[0].words == "Vi ringer dem. Alla svarar.");
    CHECK(Linked(body, {{"Vi ringer dem, och frågar hur de mår. Alla svarar.", "karin-alm", "a"}}).said() == "");
    CHECK(Linked("– Ja, säger Karin Alm, och **pekar** på kartan.\n").said() == "");
}

TEST_CASE("what follows the name is no part of what was said, however it is written") {
    static const struct {
        std::string_view body, words;
    } kCases[] = {
        {"– Bron blir smal, säger Karin Alm (C), vård- och omsorgsnämndens ordförande via ett pressmeddelande.", "Bron blir smal."},
        {"– Bron blir lång, säger Karin Alm (C), ordförande i nämnden när vi träffas på torget.", "Bron blir lång."},
        {"– Vägen är klar, säger Karin Alm, (C) kommunalråd.", "Vägen är klar."},
        {"– Vägen är bred, säger Karin Alm (C) ), kommunalråd.", "Vägen är bred."},
        {"– Vägen är rak, säger Karin Alm, (C), kommunalråd.", "Vägen är rak."},
        {"– Vägen är lång, säger Karin Alm/C.", "Vägen är lång."},
        {"– Taket är lagat, säger Karin Alm (C), ordförande för gruppen och berättar att hallen öppnar i juni.", "Taket är lagat."},
        {"– Taket är lagat, säger Karin Alm (C). Hon berättar att hallen öppnar i juni.", "Taket är lagat."},
        {"– Golvet är lagat, säger Karin Alm (C). Karin Alm har varit kommunalråd sedan 2022.", "Golvet är lagat."},
        {"– Dörren är lagad, säger Karin Alm (C). Hon fortsätter: Det var dags.", "Dörren är lagad. Det var dags."},
        {"– Skolan är full, säger bitr. rektor Karin Alm. Vi bygger ut.", "Skolan är full. Vi bygger ut."},
        {"– Skolan är ny, säger f.d. rektor Karin Alm. Nu flyttar vi.", "Skolan är ny. Nu flyttar vi."},
        {"– Skolan är röd, säger ordf. Karin Alm. Vi målar.", "Skolan är röd. Vi målar."},
        {"– Skolan är hög, säger leg. arkitekt Karin Alm. Vi river.", "Skolan är hög. Vi river."},
        {"Bron fick pris i går. – Det är roligt att vi vann, säger Karin Alm (C).", "Det är roligt att vi vann."},
    };
    for (const auto& each : kCases) {
        INFO(each.body);
        const Linked linked(std::string(each.body) + "\n");
        REQUIRE(linked.statements.size() == 1);
        CHECK(linked.statements[0].words == each.words);
        CHECK(linked.statements[0].speaker.name == "Karin Alm");
        CHECK(linked.statements[0].speaker.party == "C");
    }
}

// ---------------------------------------------------------------- its parts

TEST_CASE("roles and parties are compared as far as both say") {
    CHECK(is_same_role("kommunalrådet", "kommunalråd"));
    CHECK(is_same_role("Ordföranden", "ordförande i tekniska nämnden"));
    CHECK(is_same_role("the mayor", "mayor"));
    CHECK_FALSE(is_same_role("kommunalråd", "oppositionsråd"));
    CHECK_FALSE(is_same_role("ordförande i socialnämnden", "ordförande i tekniska nämnden"));
    CHECK_FALSE(is_same_role("", "rektor"));
    CHECK(is_same_party("C", "c"));
    CHECK(is_same_party("C", "Centerpartiet"));
    CHECK_FALSE(is_same_party("C", "M"));
    CHECK(may_be_called("Karin Alm", "Alm"));
    CHECK(may_be_called("Karin Alm", ""));
    CHECK_FALSE(may_be_called("Karin Alm", "lm"));
    CHECK_FALSE(may_be_called("Karin Alm", "Karin Almqvist"));
}

TEST_CASE("differences are shown with a few words around them, the first three") {
    static const struct {
        std::string_view from, to, difference;
    } kCases[] = {
        {"a b c", "a b c", ""},
        {"", "", ""},
        {"a", "b", "[a → b]"},
        {"a b c d e f g h", "a b c X e f g h", "… b c [d → X] e f …"},
        {"a b c d e f g h", "X b c d e f g Y", "[a → X] b c … f g [h → Y]"},
        {"a b c", "", "[a b c →]"},
        {"", "a b", "[→ a b]"},
        {"a b c d e f g h i j k l m n", "A b c D e f g H i j k L m N", "[a → A] b c [d → D] e f g [h → H] i j …"},
        {"a, b", "a b", "[a, → a] b"},
    };
    for (const auto& each : kCases) {
        INFO(each.from << " / " << each.to);
        const ComparedText from(each.from), to(each.to);
        CHECK(word_diff({from.words.data(), from.words.data() + from.words.size()}, {to.words.data(), to.words.data() + to.words.size()}) ==
              each.difference);
    }
}

// ---------------------------------------------------------------- what is offered

TEST_CASE("a question offers only what may have been said, and its entry settles it") {
    static const struct {
        std::string body, offered;
    } kCases[] = {
        {"– Nu bygger vi, säger kommunalrådet Karin Alm (C). Hon är glad. Beslutet togs i går.", "Beslutet togs i går."},
        {"– Nu bygger vi, säger Karin Alm. Beslutet togs i går, säger Lena Hovmark. Hon bor i Ekinge. Kommunen betalade.",
         "Beslutet togs i går. Hon bor i Ekinge. Kommunen betalade."},
        {"– Älgen gick hem, säger Karin Alm, och det var sent. Räven sov i natt.", "Älgen gick hem, och det var sent. Räven sov i natt."},
        {"Jag tror att bävern kom, säger Karin Alm.", "Jag tror att bävern kom."},
        {"Priset betyder mycket för oss. Jag tror på bron, säger Karin Alm.", "Priset betyder mycket för oss. Jag tror på bron."},
        {"– Kom nu, sa mamma alltid. Det säger jag också, säger Karin Alm.", "Kom nu."},
        {"– Parkering finns vid skolan", "Parkering finns vid skolan"},
        {"”Nu bygger vi en skola för alla”, sa någon i publiken.", "Nu bygger vi en skola för alla."},
        {"– Ugglan log, trumpetar Karin Alm (C).", ""},
        {"– Haren sprang, säger en som bor här.", ""},
        {"”Grävlingen grävde hela natten i skogen.”", "Grävlingen grävde hela natten i skogen."},
    };
    for (const auto& each : kCases) {
        INFO(each.body);
        const Linked asked(each.body + "\n");
        REQUIRE(asked.diagnostics.size() == 1);
        const std::string entry = asked.diagnostics.all()[0].words[1];
        const std::string text = each.offered.empty() ? "…" : '"' + each.offered + '"';
        CHECK(entry.substr(entry.find("text: ")) == "text: " + text + "}");
        if (each.offered.empty()) continue;
        const Linked answered(each.body + "\n", {{each.offered, "karin-alm", "a"}});
        for (const Diagnostic& d : answered.diagnostics.all()) CHECK(d.rule == rule("quote/speaker-not-in-text"));
        CHECK(answered.who().find("a: Karin Alm, kommunalråd (C) =\n") != std::string::npos);
    }
}

// ---------------------------------------------------------------- messages that fit

TEST_CASE("a single name is asked for the person, a whole name for its spelling") {
    const auto said = [](std::string_view who) { return Linked("– Nu bygger vi, säger " + std::string(who) + ".\n").said(); };
    CHECK(said("Moderaterna") == "statement/unnamed-speaker [Moderaterna] Moderaterna\n");
    CHECK(said("M") == "statement/unnamed-speaker [M] M\n");
    CHECK(said("Barnen") == "statement/unnamed-speaker [Barnen] Barnen\n");
    CHECK(said("Nils Okänd") == "statement/unlisted-speaker [Nils Okänd] Nils Okänd\n");
}

TEST_CASE("the example of an attribution is written in the language of the post and names nobody") {
    for (const std::string_view language : {"sv", "en", "da", "nb", "nn", "fi"}) {
        INFO(language);
        const Linked linked("– Ekinge 2026 och 2027.\n", {}, "2024-05-02", language);
        REQUIRE(linked.diagnostics.size() == 1);
        REQUIRE(linked.diagnostics.all()[0].rule == rule("statement/unknown-speaker"));
        const AttributionWords* words = find_attribution_words(language);
        const std::string example = linked.diagnostics.all()[0].words[2];
        CHECK(std::any_of(words->verbs.begin(), words->verbs.end(),
                          [&](const SayingVerb& verb) { return example.starts_with(std::string(verb.word) + " "); }));
        CHECK(example.find("Alm") == std::string::npos);
    }
}

TEST_CASE("a talstreck that nobody speaks after may be no talstreck") {
    const auto notes = [](const std::string& body) {
        const Linked linked(body + "\n");
        REQUIRE(linked.diagnostics.size() == 1);
        return linked.diagnostics.all()[0].notes.size();
    };
    CHECK(notes("– 10.00 Invigning") == 1);
    CHECK(notes("– Parkering finns vid skolan") == 1);
    CHECK(notes("– Vi bygger en skola.") == 0);
    CHECK(notes("– Nu blir det bra, säger hon.") == 0);
    CHECK(notes("”Grävlingen grävde hela natten i skogen.”") == 0);
}

// ---------------------------------------------------------------- whom a pronoun means

TEST_CASE("a pronoun is nobody's when the text before tells of a second person, named or not") {
    static const struct {
        std::string before, pronoun, speaker;
    } kCases[] = {
        {"Karin Alm tackade brandmannen.", "hon", "?"},
        {"Johan Tegelby tackade brandmannen.", "han", "?"},
        {"Karin Alm är kommunalråd. Projektledaren har sagt upp sig.", "hon", "?"},
        {"Karin Alm träffade en brukare.", "hon", "?"},
        {"Karin Alm fick frågan av en ung kvinna.", "hon", "?"},
        {"Karin Alm tackade brandmannen.", "han", "?"},
        {"Karin Alm är kommunalråd.", "hon", "Karin Alm"},
        {"Karin Alm är en erfaren politiker.", "hon", "Karin Alm"},
        {"Karin Alm, kommunalråd i Ekinge, invigde skolan.", "hon", "Karin Alm"},
        {"Kommunalrådet Karin Alm tackade brandmännen.", "hon", "Karin Alm"},
        {"Karin Alm ser fram emot bygget.", "hon", "Karin Alm"},
        {"Kommunalrådet Karin Alm invigde skolan i går. Kommunalrådet klippte bandet.", "hon", "Karin Alm"},
    };
    for (const auto& each : kCases) {
        INFO(each.before << " " << each.pronoun);
        CHECK(speakers(Linked(each.before + "\n\n– Det var en fin dag, säger " + each.pronoun + ".\n")) == each.speaker);
    }
    CHECK(speakers(Linked("– Nu bygger vi, säger Karin Alm.\n\nSkolan fick besök av brandmannen.\n\n– Det var fint, säger hon.\n")) ==
          "Karin Alm, ?");
    CHECK(speakers(Linked("– Nu bygger vi, säger Karin Alm.\n\nSkolan fick besök av många.\n\n– Det var fint, säger hon.\n")) ==
          "Karin Alm, Karin Alm");
}

TEST_CASE("somebody's wife, or somebody with a title and one name, may be whom the pronoun means") {
    for (const std::string between : {"Hennes man hälsar på varje dag.", "Vid dörren stod vaktmästaren Lo."}) {
        INFO(between);
        const Linked linked("– Ja, säger Karin Alm.\n\n" + between + "\n\n– Kom in, säger hon.\n");
        CHECK(speakers(linked) == "Karin Alm, ?");
        CHECK(linked.said() == "statement/unknown-speaker [– Kom in, säger hon.] Kom in.\n");
    }
    CHECK(speakers(Linked("– Ja, säger Karin Alm.\n\nKarin Alm bor vid ån.\n\n– Kom in, säger hon.\n")) == "Karin Alm, Karin Alm");
}

TEST_CASE("who hands over to somebody does not go on") {
    CHECK(speakers(Linked("– Ja, säger Karin Alm och lämnar ordet till Lena Hovmark.\n\n– Tack.\n")) == "Karin Alm, ?");
    CHECK(speakers(Linked("– Jag lämnar över till Lena, säger Karin Alm.\n\n– Tack.\n")) == "Karin Alm, ?");
    CHECK(speakers(Linked("– Jag tar över, säger Karin Alm i rådhuset.\n\n– Tack.\n")) == "Karin Alm, Karin Alm");
}

TEST_CASE("that somebody is in no list does not keep the undecided words from being asked about") {
    CHECK(Linked("– Ja, säger Tuva Lindh. Publiken skrattar.\n").said() ==
          "statement/unlisted-speaker [Tuva Lindh] Tuva Lindh\nstatement/unclear-words [Publiken skrattar.] Publiken skrattar.\n");
}

TEST_CASE("a name with an initial is no whole name, and is asked about") {
    CHECK(Linked("– Nu bygger vi, säger A. Hedsand.\n").said().starts_with("statement/un"));
    CHECK(Linked("– Nu bygger vi, säger X. Okänd, boende.\n").said().starts_with("statement/un"));
}

// ---------------------------------------------------------------- block quotes, lists, interviews

TEST_CASE("a block quote was said by the one whose name stands under it") {
    static const struct {
        std::string body, spans;
    } kCases[] = {
        {"> Nu bygger vi.\n\n– Karin Alm, kommunalråd\n", "Nu bygger vi."},
        {"> Nu bygger vi.\n>\n> – Karin Alm, kommunalråd\n", "Nu bygger vi."},
        {"> Nu bygger vi.\n> Karin Alm (C)\n", "Nu bygger vi."},
        {"> ”Nu bygger vi.”\n> Karin Alm (C)\n", "Nu bygger vi."},
        {"> Nu bygger vi.\n> – Karin Alm (C)\n", "Nu bygger vi."},
    };
    for (const auto& each : kCases) {
        INFO(each.body);
        const Linked linked(each.body);
        CHECK(linked.said() == "");
        CHECK(linked.who() == "nu-bygger-vi: Karin Alm, kommunalråd (C)\n");
        if (!linked.statements.empty()) CHECK(linked.said_spans(0) == each.spans);
    }
    CHECK(Linked("> Nu bygger vi.\n>\n> Det blir bra.\n\n– Karin Alm, kommunalråd\n").who() ==
          "nu-bygger-vi: Karin Alm, kommunalråd (C)\ndet-blir-bra: Karin Alm, kommunalråd (C)\n");
    const Linked asked("> Nu bygger vi.\n\nKarin Alm (C)\n");
    CHECK(asked.who() == "");
    CHECK(asked.said() == "statement/unmarked [Nu bygger vi.] Nu bygger vi.\n");
    CHECK(asked.diagnostics.all()[0].words[1] == "- {speaker: karin-alm, text: \"Nu bygger vi.\"}");
    CHECK(Linked("> Nu bygger vi.\n\nKarin Alm (C)\n", {{"Nu bygger vi.", "karin-alm", "a"}}).said() == "");
    CHECK(Linked("> Nu bygger vi.\n\nSkolan öppnar i maj.\n\n– Karin Alm, kommunalråd\n").who() == "");
}

TEST_CASE("an item of a list is read when it shows itself who said it") {
    const auto list = [](std::string_view body) { return Linked(body, {}, "2024-05-02", "sv", Linked::Faults::allowed); };
    CHECK(list("- ”Nu bygger vi.”, Karin Alm (C)\n- ”Det är fel”, säger Lena Hovmark.\n").who() ==
          "nu-bygger-vi: Karin Alm, kommunalråd (C)\ndet-ar-fel: Lena Hovmark, oppositionsråd (S)\n");
    CHECK(list("- ”Nu bygger vi.”, Karin Alm (C)\n\n– Det blir bra.\n").said() ==
          "statement/unknown-speaker [– Det blir bra.] Det blir bra.\n");
    for (const std::string_view body :
         {"- Karin Alm, kommunalråd\n- Lena Hovmark (S)\n", "- ”Ljusstråket”\n- ny belysning\n", "- Nu kör vi, sa hon.\n"}) {
        INFO(body);
        const Linked linked = list(body);
        CHECK(linked.who() == "");
        CHECK(linked.said() == "");
    }
}

TEST_CASE("an answer in an interview by initials or a name in bold is asked about") {
    CHECK(Linked("KA: – Nu bygger vi.\n").said() == "statement/unmarked [KA: – Nu bygger vi.] KA: – Nu bygger vi.\n");
    CHECK(Linked("**Karin Alm:** Nu bygger vi.\n").said() ==
          "statement/unmarked [**Karin Alm:** Nu bygger vi.] Karin Alm: Nu bygger vi.\n");
    CHECK(Linked("**Karin Alm**: Nu bygger vi.\n").diagnostics.all()[0].words[1] == "- {speaker: karin-alm, text: \"Nu bygger vi.\"}");
    CHECK(Linked("KA: – Nu bygger vi.\n\n– Parkering finns vid skolan.\n").diagnostics.size() == 2);
    for (const std::string_view body :
         {"**Karin Alm:** 070-123 45 67\n", "**Datum:** 3 maj\n", "**Plats:** Torget, där vi möts\n", "SVT: Nyheterna\n"}) {
        INFO(body);
        CHECK(Linked(body).said() == "");
    }
    CHECK(Linked("KA: – Nu bygger vi.\n", {{"Nu bygger vi.", "karin-alm", "a"}}).said() == "");
}
