// Paragraphs made of parts are read back to the parts. (How each form is read, by example: tests/spec/talstreck.md.)
#include "link/quotes/reading.hpp"

#include "base/text.hpp"
#include "link/quotes/tokens.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <optional>
#include <random>
#include <set>
#include <string>

using namespace pressrum;

namespace {

struct SpeakerParts {
    std::string_view before, name, party, after;  // role before the name, role after a comma
};

constexpr SpeakerParts kSpeakers[] = {
    {"", "Karin Alm", "", ""},
    {"", "Karin Alm", "C", ""},
    {"kommunalrådet", "Karin Alm", "C", ""},
    {"", "Johan Tegelby", "L", "ordförande i tekniska nämnden"},
    {"vatten- och avloppschefen", "Elin Torpvik", "", ""},
    {"", "Amira Sundfors", "KD", "ordförande i kultur- och fritidsnämnden"},
    {"", "Tove Granlid", "", "ordförande i Ekinge friluftsförening"},
    {"rektorn på Ekhultsskolan", "Nils Rosenkvarn", "", ""},
    {"", "Anna af Ekenstam", "M", ""},
    {"tf. kommundirektören", "Anna-Karin B. Åsmark", "", ""},
    {"Ekinge kommuns kommundirektör", "Anders Kvarnby", "", ""},
    {"", "Karin Alm", "oberoende", "gruppledare"},
};

constexpr std::string_view kVerbs[] = {"säger", "menar", "berättar", "tillägger", "sa", "konstaterar"};

// Sentences without their last mark; they hold what an attribution is made of.
constexpr std::string_view kSentences[] = {
    "Nu bygger vi",
    "Det säger jag till alla som frågar",
    "Barn 10–13 år är välkomna klockan 16.30",
    "Vi kallar det ”Ljusstråket” efter Karin Alms väg",
    "Rektorn, eleverna och alla andra har väntat, och väntat",
    "Vi lovade kommunalrådet i Ekinge kommun en skola – och här är den",
    "Kostnaden blir 1,6 miljoner, enligt bl.a. Statistikbyrån",
    "Så här är det (tyvärr) i hela S:t Eriks församling",
};

constexpr std::string_view kResumed[] = {"Det blir bra", "Vi räknar med 64 lampor", "Ingen kan säga något annat, säger jag"};

std::string speaker_text(const SpeakerParts& speaker) {
    std::string out(speaker.before);
    if (!out.empty()) out += ' ';
    out += speaker.name;
    if (!speaker.party.empty()) out += " (" + std::string(speaker.party) + ")";
    if (!speaker.after.empty()) out += ", " + std::string(speaker.after);
    return out;
}

struct Made {
    std::string text, words;
    std::vector<std::string> said;
};

enum class Form { after, inside_sentence_end, inside_comma, asked, quoted, before };

Made make(Form form, std::string_view dash, std::string_view first, std::string_view second, const std::string& by) {
    const std::string a(first), b(second), start(dash);
    switch (form) {
        case Form::after: return {start + a + ", " + by + ".", a + ".", {a}};
        case Form::inside_sentence_end: return {start + a + ", " + by + ". " + b + ".", a + ". " + b + ".", {a, b + "."}};
        case Form::inside_comma: return {start + a + ", " + by + ", men vi är igång.", a + ", men vi är igång.", {a, "men vi är igång."}};
        case Form::asked: return {start + a + "? " + by + ". " + b + "!", a + "? " + b + "!", {a + "?", b + "!"}};
        case Form::quoted: return {"”" + a + "”, " + by + ". ”" + b + ".” Sedan är det slut.", a + ". " + b + ".", {a, b + "."}};
        case Form::before: return {by + ": – " + a + ". " + b + ".", a + ". " + b + ".", {a + ". " + b + "."}};
    }
    return {};
}

std::vector<std::string> said_texts(const Utterance& spoken, std::string_view text) {
    std::vector<std::string> out;
    for (const Piece& piece : spoken.pieces) {
        if (piece.kind == Piece::Kind::said) out.emplace_back(text.substr(piece.begin, piece.end - piece.begin));
    }
    return out;
}

}  // namespace

TEST_CASE("a statement made of parts is read back to the parts") {
    std::mt19937 random(20240507);
    const auto pick = [&](const auto& list) -> decltype(auto) { return list[random() % std::size(list)]; };
    static constexpr std::string_view kDashes[] = {"– ", "–", "— ", "–\u00A0"};
    std::set<std::string> made_texts;
    for (int round = 0; round < 1500; ++round) {
        const auto form = static_cast<Form>(random() % 6);
        const SpeakerParts& speaker = pick(kSpeakers);
        const std::string verb(pick(kVerbs));
        std::string_view first = pick(kSentences);
        const std::string_view second = pick(kResumed);
        if (form == Form::quoted && first.find("”") != std::string_view::npos) first = kSentences[0];
        const std::string who = speaker_text(speaker);
        const Made made = make(form, pick(kDashes), first, second, form == Form::before ? who + " " + verb : verb + " " + who);
        if (form == Form::before && !speaker.after.empty()) continue;  // "Johan Tegelby, ordförande …, säger:" is not read
        made_texts.insert(made.text);
        INFO(made.text);

        const Reading reading = read_paragraph(made.text, "sv");
        REQUIRE(reading.utterances.size() == 1);
        const Utterance& parts = reading.utterances.front();
        CHECK_FALSE(reading.question);
        CHECK(said_texts(parts, made.text) == made.said);
        CHECK(parts.words == plain_words(made.words));
        CHECK(parts.attribution.verb == verb);
        CHECK(parts.attribution.name == speaker.name);
        CHECK(parts.attribution.party == speaker.party);
        CHECK(parts.attribution.role == (speaker.before.empty() ? speaker.after : speaker.before));
        CHECK_FALSE(parts.attribution.pronoun);
    }
    CHECK(made_texts.size() >= 400);
}

TEST_CASE("a statement without attribution is read back whole") {
    for (const std::string_view sentence : kSentences) {
        const std::string text = "– " + std::string(sentence) + ". " + std::string(kResumed[2]) + ".";
        INFO(text);
        const Reading reading = read_paragraph(text, "sv");
        REQUIRE(reading.utterances.size() == 1);
        const Utterance& parts = reading.utterances.front();
        CHECK_FALSE(parts.attribution.present());
        REQUIRE(parts.pieces.size() == 1);
        CHECK(parts.words == text.substr(std::string_view("– ").size()));
    }
}

TEST_CASE("pieces lie in order within the paragraph and between characters") {
    static constexpr std::string_view kParts[] = {"– ",    "säger ",         ", ",     "Karin Alm", "(C)",  ". ", "”",    "„",
                                                  "och ",  "kommunalrådet ", "hon",    "? ",        ": ",   "i ", "att ", "…",
                                                  "says ", "\u00AD",         "\u00A0", "å",         "\xFF", "(",  ")",    "10–13",
                                                  "12 år", "Ekinge kommun "};
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        std::string text = "–";
        for (std::size_t n = random() % 24; n > 0; --n) text += kParts[random() % std::size(kParts)];
        INFO(text);
        const Reading reading = read_paragraph(text, round % 2 == 0 ? "sv" : "en");
        std::uint32_t end = 0;
        bool in_order = true;
        for (const Piece& piece : reading.pieces) {
            in_order &= piece.begin >= end && piece.end > piece.begin && piece.end <= text.size();
            end = piece.end;
            const auto continues = [&](std::uint32_t at) {
                return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
            };
            in_order &= !continues(piece.begin) && !continues(piece.end);
        }
        CHECK(in_order);
        for (const Utterance& utterance : reading.utterances) {
            CHECK((utterance.attribution.present() || utterance.attribution.name.empty()));
            for (const Piece& piece : utterance.pieces)
                CHECK(std::find(reading.pieces.begin(), reading.pieces.end(), piece) != reading.pieces.end());
        }
    }
}

TEST_CASE("what looks like an attribution and cannot be read as one is asked about") {
    static const struct {
        std::string_view text;
        std::optional<StatementDoubt> doubt;
    } kCases[] = {
        {"– Nu bygger vi säger kommunalrådet Karin Alm (C).", StatementDoubt::missing_comma},
        {"– Nu bygger vi säger Karin Alm (C).", StatementDoubt::missing_comma},
        {"– Nu bygger vi säger kommunalrådet Karin Alm. Det blir bra.", StatementDoubt::missing_comma},
        {"– Nu bygger vi, säger en som bor här.", StatementDoubt::speaker},
        {"– Nu bygger vi, säger Karin Alm att hon tror.", StatementDoubt::speaker},
        {"– Nu bygger vi, säger flera av dem.", StatementDoubt::speaker},
        {"– Nu bygger vi, trumpetar Karin Alm (C).", StatementDoubt::speaker},
        {"– Så fint! trumpetar Karin Alm.", StatementDoubt::speaker},
        {"– Det säger kommunalrådet alltid.", std::nullopt},
        {"– Nu bygger vi, säger jag.", std::nullopt},
        {"– Jag säger nej.", std::nullopt},
        {"– Nu bygger vi.", std::nullopt},
        {"–", std::nullopt},
    };
    for (const auto& each : kCases) {
        INFO(each.text);
        const Reading reading = read_paragraph(each.text, "sv");
        CHECK((reading.question ? std::optional(reading.question->doubt) : std::nullopt) == each.doubt);
        if (each.doubt) CHECK(reading.utterances.empty());
    }
}
