// Paragraphs put together from parts, in every language and with every verb of its list, are read back to the parts; and a body of
// them loses no word and doubles none.
#include "link/quotes/attribution_words.hpp"
#include "link/quotes/quotes.hpp"
#include "link/quotes/reading.hpp"
#include "link/quotes/tokens.hpp"

#include "base/text.hpp"
#include "read/markdown.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace pressrum;

namespace {

using Texts = std::vector<std::string>;

// What a language puts into a statement. Sentences stand without their last mark.
struct LanguageParts {
    std::string_view language;
    Texts roles_before, roles_after, parties, sentences, resumed;
    std::string goes_on;  // after a comma
};

const std::vector<LanguageParts>& language_parts() {
    static const std::vector<LanguageParts> parts = {
        {"sv",
         {"kommunalrådet", "vatten- och avloppschefen", "Ekinge kommuns kommundirektör", "tf. kommundirektören",
          "rektorn på Västerledsskolan"},
         {"ordförande i tekniska nämnden", "valnämndens ordförande", "ordförande i kultur-, fritids- och ungdomsnämnden"},
         {"C", "KD", "oberoende"},
         {"Nu bygger vi", "Barn 10–13 år är välkomna klockan 16.30", "Vi lovade en skola – och här är den",
          "Rektorn, eleverna och jag har väntat"},
         {"Det blir bra på ön", "Ingen kan säga något annat, säger jag"},
         "men så är det"},
        {"en",
         {"municipal commissioner", "head of water and sewage", "Mayor"},
         {"chair of the technical committee", "head of water and sewage"},
         {"C", "KD", "independent"},
         {"We build now", "Children aged 10–13 are welcome at 4.30 pm", "We promised a school – and here it is", "It’s what we all want"},
         {"It will be good", "Nobody can say anything else, I say"},
         "but so it is"},
        {"da",
         {"borgmester", "bibliotekschefen"},
         {"formand for teknisk udvalg", "direktør i Ekinge"},
         {"V", "KD", "uafhængig"},
         {"Nu bygger vi", "Børn på 10–13 år er velkomne klokken 16.30", "Vi lovede en skole – og her er den"},
         {"Det bliver godt på øen", "Ingen kan sige andet, siger jeg"},
         "men sådan er det"},
        {"nb",
         {"ordfører", "biblioteksjefen"},
         {"leder i teknisk utvalg", "direktør i Ekinge"},
         {"Sp", "H", "uavhengig"},
         {"Nå bygger vi", "Barn 10–13 år er velkomne klokken 16.30", "Vi lovet en skole – og her er den"},
         {"Det blir bra på øya", "Ingen kan si noe annet, sier jeg"},
         "men sånn er det"},
        {"nn",
         {"ordføraren", "biblioteksjefen"},
         {"leiar i teknisk utval"},
         {"Sp", "H"},
         {"No byggjer vi", "Born 10–13 år er velkomne klokka 16.30"},
         {"Det vert bra på øya"},
         "men slik er det"},
        {"fi",
         {"kunnanjohtaja", "Ekingen kunnanjohtaja"},
         {"teknisen lautakunnan puheenjohtaja"},
         {"SDP", "sit", "sitoutumaton"},
         {"Nyt rakennetaan", "10–13-vuotiaat lapset ovat tervetulleita kello 16.30", "Lupasimme koulun – ja tässä se on"},
         {"Siitä tulee hyvä", "Kukaan ei voi sanoa muuta"},
         "mutta niin se on"},
    };
    return parts;
}

const Texts kNames = {"Karin Alm", "Åsa Öberg-Lind", "Anna af Ekenstam", "Anna-Karin B. Åsmark", "Zoë O’Neill"};

// Pairs of quotation marks that are in use.
constexpr std::pair<std::string_view, std::string_view> kMarks[] = {{"”", "”"}, {"„", "”"}, {"„", "“"}, {"“", "”"},
                                                                    {"«", "»"}, {"»", "«"}, {"»", "»"}, {"\"", "\""}};
constexpr std::string_view kDashes[] = {"– ", "–", "— ", "—", "‒ ", "― ", "− "};

struct Who {
    std::string before, name, party, after;  // role before the name, role after a comma
    bool pronoun = false;
};

// Where the attribution stands.
enum class Place {
    after,
    inside_full_stop,
    inside_comma,
    question,
    quoted,
    quoted_inside,
    before_dash,
    before_quoted,
    speaker_first,
    absent
};
constexpr Place kPlaces[] = {Place::after,         Place::inside_full_stop, Place::inside_comma,  Place::question,      Place::quoted,
                             Place::quoted_inside, Place::before_dash,      Place::before_quoted, Place::speaker_first, Place::absent};

struct Made {
    std::string text, words;
    Texts said;
};

std::string name_with_party(const Who& who) {
    return (who.before.empty() ? "" : who.before + " ") + who.name + (who.party.empty() ? "" : " (" + who.party + ")");
}

std::string verb_first(const SayingVerb& verb, const Who& who, std::string_view pronoun) {
    const std::string particle = verb.particle.empty() ? "" : " " + std::string(verb.particle);
    const std::string speaker = who.pronoun ? std::string(pronoun) : name_with_party(who);
    return std::string(verb.word) + " " + speaker + particle + (who.after.empty() ? "" : ", " + who.after);
}

std::string speaker_first(const SayingVerb& verb, const Who& who) {
    const std::string particle = verb.particle.empty() ? "" : " " + std::string(verb.particle);
    return name_with_party(who) + (who.after.empty() ? " " : ", " + who.after + ", ") + std::string(verb.word) + particle;
}

Made make(Place place, const std::string& dash, const std::pair<std::string, std::string>& q, const std::string& a, const std::string& b,
          const std::string& go_on, const std::string& by, const std::string& before) {
    switch (place) {
        case Place::speaker_first:
        case Place::after: return {dash + a + ", " + by + ".", a + ".", {a}};
        case Place::inside_full_stop: return {dash + a + ", " + by + ". " + b + ".", a + ". " + b + ".", {a, b + "."}};
        case Place::inside_comma: return {dash + a + ", " + by + ", " + go_on + ".", a + ", " + go_on + ".", {a, go_on + "."}};
        case Place::question: return {dash + a + "? " + by + ". " + b + "!", a + "? " + b + "!", {a + "?", b + "!"}};
        case Place::quoted: return {q.first + a + q.second + ", " + by + ".", a + ".", {a}};
        case Place::quoted_inside:
            return {q.first + a + "," + q.second + " " + by + ". " + q.first + b + "." + q.second, a + ". " + b + ".", {a, b + "."}};
        case Place::before_dash: return {before + ": – " + a + ". " + b + ".", a + ". " + b + ".", {a + ". " + b + "."}};
        case Place::before_quoted:
            return {before + ": " + q.first + a + ". " + b + "." + q.second, a + ". " + b + ".", {a + ". " + b + "."}};
        case Place::absent: return {dash + a + ". " + b + ".", a + ". " + b + ".", {a + ". " + b + "."}};
    }
    return {};
}

// How the same text comes from different keyboards and word processors.
enum class Typing { plain, decomposed, no_break, soft_hyphens, all };
constexpr Typing kTypings[] = {Typing::plain, Typing::decomposed, Typing::no_break, Typing::soft_hyphens, Typing::all};

std::string with_soft_hyphens(const std::string& text) {
    const auto letter = [&](std::size_t i) { return i < text.size() && text[i] >= 'a' && text[i] <= 'z'; };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        out += text[i];
        if (i % 3 == 0 && letter(i) && letter(i + 1)) out += "\u00AD";
    }
    return out;
}

std::string typed(std::string text, Typing how) {
    if (how == Typing::soft_hyphens || how == Typing::all) text = "\u00AD" + with_soft_hyphens(text);
    if (how == Typing::no_break || how == Typing::all) text = replace_all(std::move(text), " ", "\u00A0");
    if (how == Typing::decomposed || how == Typing::all) {
        static constexpr std::pair<std::string_view, std::string_view> kLetters[] = {
            {"å", "a\u030A"}, {"ä", "a\u0308"}, {"ö", "o\u0308"}, {"Å", "A\u030A"}, {"Ä", "A\u0308"}, {"Ö", "O\u0308"}, {"ë", "e\u0308"}};
        for (const auto& [composed, decomposed] : kLetters) text = replace_all(std::move(text), composed, decomposed);
    }
    return text;
}

Texts plain_said(const StatementParts& parts, std::string_view text) {
    Texts out;
    for (const Piece& piece : parts.pieces) {
        if (piece.kind == Piece::Kind::said) out.push_back(plain_words(text.substr(piece.begin, piece.end - piece.begin)));
    }
    return out;
}

std::string to_upper_first(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
    return text;
}

// The words, without marks, of a text.
Texts words_of(std::string_view text) {
    Texts out;
    for (const Token& token : tokenize(text)) {
        if (token.kind == Token::Kind::word) out.push_back(plain_words(text.substr(token.begin, token.end - token.begin)));
    }
    return out;
}

// Every word of the text lies in one piece, and in one only; the words said are those of the said pieces, in their order.
void check_nothing_is_lost(std::string_view text, const std::vector<Piece>& pieces, std::string_view words) {
    INFO(text);
    Texts said;
    std::size_t in_pieces = 0;
    for (const Piece& piece : pieces) {
        const Texts own = words_of(text.substr(piece.begin, piece.end - piece.begin));
        in_pieces += own.size();
        if (piece.kind == Piece::Kind::said) said.insert(said.end(), own.begin(), own.end());
    }
    CHECK(in_pieces == words_of(text).size());
    CHECK(words_of(words) == said);
    for (std::size_t i = 1; i < pieces.size(); ++i) CHECK(pieces[i - 1].end <= pieces[i].begin);
}

struct Example {
    std::string_view language;
    Place place;
    Who who;
    std::string verb, text;
    Made made;  // before it was typed in some way
};

// One paragraph for each verb, place and way of typing; the other parts are taken at random, the same in every run.
std::vector<Example> make_examples() {
    std::mt19937 random(20240507);
    const auto pick = [&](const auto& list) -> decltype(auto) { return list[random() % std::size(list)]; };
    std::vector<Example> all;
    for (const LanguageParts& parts : language_parts()) {
        const AttributionWords& words = *find_attribution_words(parts.language);
        for (const SayingVerb& verb : words.verbs) {
            for (const Place place : kPlaces) {
                Who who;
                who.name = pick(kNames);
                if (random() % 2 == 0) who.party = pick(parts.parties);
                const auto role = random() % 3;
                if (role == 1) who.before = pick(parts.roles_before);
                if (role == 2) who.after = pick(parts.roles_after);
                const bool before = place == Place::before_dash || place == Place::before_quoted;
                if (place == Place::speaker_first && !words.speaker_before_verb) continue;
                if (before && who.before == "tf. kommundirektören") who.before.clear();
                if (!before && place != Place::speaker_first && random() % 8 == 0) who = {{}, {}, {}, {}, true};
                const std::string by =
                    place == Place::speaker_first ? speaker_first(verb, who) : verb_first(verb, who, words.pronouns.front());
                const std::string first = place == Place::quoted || place == Place::quoted_inside || place == Place::before_quoted
                                              ? parts.sentences.front()
                                              : pick(parts.sentences);
                const std::string intro = before ? to_upper_first(speaker_first(verb, who)) : "";
                Made made = make(place, std::string(pick(kDashes)), std::pair<std::string, std::string>(pick(kMarks)), first,
                                 pick(parts.resumed), parts.goes_on, by, intro);
                if (before) who.before = to_upper_first(who.before);
                std::string text = typed(made.text, pick(kTypings));
                const std::string verb_text = std::string(verb.word) + (verb.particle.empty() ? "" : " " + std::string(verb.particle));
                all.push_back(
                    {parts.language, place, std::move(who), place == Place::absent ? "" : verb_text, std::move(text), std::move(made)});
            }
        }
    }
    return all;
}

}  // namespace

TEST_CASE("paragraphs made of parts are read back to the parts in every language, with every verb and typing") {
    std::set<std::string> texts;
    for (const Example& example : make_examples()) {
        INFO(example.language << " " << example.text);
        texts.insert(example.text);
        const StatementParts parts = read_statement(example.text, example.language);
        CHECK(plain_said(parts, example.text) == example.made.said);
        CHECK(parts.words == example.made.words);
        const Attribution& by = parts.attribution;
        CHECK(by.verb == example.verb);
        CHECK_FALSE(parts.unclear);
        if (example.place == Place::absent) continue;
        CHECK(by.pronoun == example.who.pronoun);
        CHECK(by.name == example.who.name);
        CHECK(by.party == example.who.party);
        CHECK(by.role == (example.who.before.empty() ? example.who.after : example.who.before));
        check_nothing_is_lost(example.text, parts.pieces, parts.words);
    }
    CHECK(texts.size() >= 2000);
}

TEST_CASE("whatever a statement holds, each of its words is said or tells who said it, once") {
    static constexpr std::string_view kParts[] = {"säger ",         ", ",     "Karin Alm ", "(C)",    ". ",   "och ",  "kommunalrådet ",
                                                  "hon ",           "? ",     ": ",         "i ",     "att ", "… ",    "says ",
                                                  "\u00AD",         "\u00A0", "å",          "(",      ")",    "10–13", "sex år ",
                                                  "Ekinge kommun ", " – ",    "skrattar ",  "pekar ", "när ", "som ",  "enligt ",
                                                  "Lova ",          "I dag ", "bygger vi ", "ska "};
    std::mt19937 random(11);
    for (int round = 0; round < 3000; ++round) {
        std::string text = "– Ja";
        for (std::size_t n = random() % 24; n > 0; --n) text += kParts[random() % std::size(kParts)];
        const std::string_view language = language_parts()[random() % language_parts().size()].language;
        const StatementParts parts = read_statement(text, language);
        check_nothing_is_lost(text, parts.pieces, parts.words);
    }
}

TEST_CASE("the statements of a body hold all words of their paragraphs, and the text keeps the rest") {
    std::vector<Example> examples = make_examples();
    std::mt19937 random(3);
    std::shuffle(examples.begin(), examples.end(), random);
    examples.resize(300);
    for (const LanguageParts& parts : language_parts()) {
        std::string file;
        std::size_t count = 0;
        for (const Example& example : examples) {
            if (example.language != parts.language) continue;
            file += example.text + "\n\nText mellan.\n\n";
            ++count;
        }
        const auto end = static_cast<std::uint32_t>(file.size());
        Sources sources;
        sources.add("posts/2024/05/inlagg.md", std::move(file));
        Diagnostics faults, found;
        PostDocument post;
        post.body = read_markdown(sources, {0, 0, end}, faults);
        REQUIRE(faults.empty());
        const std::vector<Statement> statements = link_statements(post, {}, *parse_iso_date("2024-05-02"), parts.language, found);
        CHECK(statements.size() == count);
        for (const Statement& statement : statements) {
            REQUIRE(statement.node != kNone);
            check_nothing_is_lost(plain_text(post.body, statement.node), statement.pieces, statement.words);
        }
    }
}
