#include "link/quotes/tokens.hpp"

#include "link/quotes/token_text.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace pressrum;

namespace {

// Words as they stand, marks as themselves: ~ a dash, " a quotation mark, _ anything else. A space where there was one.
std::string to_readable(std::string_view text) {
    std::string out;
    for (const Token& token : tokenize(text)) {
        if (token.space_before && !out.empty()) out += ' ';
        const std::string_view raw = text.substr(token.begin, token.end - token.begin);
        switch (token.kind) {
            case Token::Kind::word: out += "<" + std::string(raw) + ">"; break;
            case Token::Kind::comma: out += ','; break;
            case Token::Kind::stop: out += '.'; break;
            case Token::Kind::question: out += '?'; break;
            case Token::Kind::exclamation: out += '!'; break;
            case Token::Kind::ellipsis: out += "..."; break;
            case Token::Kind::colon: out += ':'; break;
            case Token::Kind::semicolon: out += ';'; break;
            case Token::Kind::open_paren: out += '('; break;
            case Token::Kind::close_paren: out += ')'; break;
            case Token::Kind::dash: out += '~'; break;
            case Token::Kind::quote_mark: out += '"'; break;
            case Token::Kind::other: out += '_'; break;
        }
    }
    return out;
}

}  // namespace

TEST_CASE("a paragraph is cut into words and marks") {
    static const struct {
        std::string_view text, tokens;
    } kCases[] = {
        {"– Ja, sa hon.", "~ <Ja>, <sa> <hon>."},
        {"–Ja", "~<Ja>"},
        {"— ja", "~ <ja>"},
        {"\u2212 ja", "~ <ja>"},
        {"Barn 10–13 år", "<Barn> <10>_<13> <år>"},
        {"i dag – i morgon", "<i> <dag> ~ <i> <morgon>"},
        {"klockan 16.30.", "<klockan> <16.30>."},
        {"S:t Eriks vd:n", "<S:t> <Eriks> <vd:n>"},
        {"Så här: nu", "<Så> <här>: <nu>"},
        {"barn- och utbildningsnämnden", "<barn-> <och> <utbildningsnämnden>"},
        {"Anna-Karin O'Neil O’Neil", "<Anna-Karin> <O'Neil> <O’Neil>"},
        {"bl.a. nu", "<bl.a>. <nu>"},
        {"Slut.Nästa", "<Slut>.<Nästa>"},
        {"Vänta... och vänta…", "<Vänta>... <och> <vänta>..."},
        {"Va?! (ja); nej", "<Va>?! (<ja>); <nej>"},
        {"”Ja” „nej“ «jo» \"nä\"", "\"<Ja>\" \"<nej>\" \"<jo>\" \"<nä>\""},
        {"Karin\u00A0Alm", "<Karin> <Alm>"},
        {"byg\u00ADger", "<byg\u00ADger>"},
        {"\u00AD– ja", "~ <ja>"},
        {"a\u030Ar", "<a\u030Ar>"},
        {"", ""},
        {" \u00A0\u2028", ""},
        {"\xFF\xFE", "__"},
        {"\xC3", "_"},
    };
    for (const auto& each : kCases) {
        INFO(each.text);
        CHECK(to_readable(each.text) == each.tokens);
    }
}

TEST_CASE("tokens are in order, apart, and know their first letter") {
    const std::string_view text = "– Åsa och å-Karin åt 3 ägg.";
    std::uint32_t end = 0;
    std::string capitals;
    for (const Token& token : tokenize(text)) {
        CHECK(token.begin >= end);
        CHECK(token.end > token.begin);
        end = token.end;
        if (token.upper) capitals += text.substr(token.begin, token.end - token.begin);
    }
    CHECK(end == text.size());
    CHECK(capitals == "Åsa");
}

TEST_CASE("what a paragraph opens with is found behind what cannot be seen") {
    CHECK(opening_of("– Ja") == Opening::talstreck);
    CHECK(opening_of("\u00AD\u00A0 —Ja") == Opening::talstreck);
    CHECK(opening_of("”Ja”") == Opening::quote_mark);
    CHECK(opening_of(" \"Ja\"") == Opening::quote_mark);
    CHECK(opening_of("- Ja") == Opening::other);
    CHECK(opening_of("Ja – nej") == Opening::other);
    CHECK(opening_of("\u00AD") == Opening::other);
    CHECK(opening_of("") == Opening::other);
}

TEST_CASE("words are plain: composed, single spaces, nothing invisible") {
    CHECK(plain_words(" Karin\u00A0 Alm\n(C) ") == "Karin Alm (C)");
    CHECK(plain_words("byg\u00ADger pa\u030A") == "bygger på");
    CHECK(plain_words("\u200B") == "");
    CHECK(lower_word("ÅSA von Ek") == "åsa von ek");
    CHECK(lower_word("Čapek ŽIVA ßÿ×") == "čapek živa ßÿ×");
}

TEST_CASE("a clause ends at a mark, not at an abbreviation, an initial or a hyphen") {
    static const struct {
        std::string_view text, clause;
    } kCases[] = {
        {"säger Karin Alm. Nu", "säger Karin Alm"},
        {"säger Karin A. Alm. Nu", "säger Karin A. Alm"},
        {"säger tf. chefen, och", "säger tf. chefen"},
        {"i kultur-, fritids- och ungdomsnämnden, nu", "i kultur-, fritids- och ungdomsnämnden"},
        {"om projektet ”Ljusstråket”. Nu", "om projektet ”Ljusstråket”"},
        {"säger hon ”nu", "säger hon"},
        {"Karin Alm (C) – nu", "Karin Alm (C)"},
        {"hela texten", "hela texten"},
    };
    for (const auto& each : kCases) {
        INFO(each.text);
        const std::vector<Token> owned = tokenize(each.text);
        const TokenText tokens(each.text, owned);
        const auto end = find_clause_end(tokens, 0);
        REQUIRE(end);
        CHECK(tokens.slice(0, *end) == each.clause);
    }
    std::string far = "säger";
    for (int i = 0; i < 100; ++i) far += " ord";
    const std::vector<Token> owned = tokenize(far);
    CHECK_FALSE(find_clause_end(TokenText(far, owned), 0));
}

TEST_CASE("behind the last token there is nothing, and it may be asked for") {
    const std::string text = "Vi bygger, och ser";
    const std::vector<Token> tokens = tokenize(text);
    const TokenText words(text, tokens);
    for (const std::size_t i : {tokens.size(), tokens.size() + 5}) {
        CHECK(words.raw(i) == "");
        CHECK(words.lower(i) == "");
        CHECK_FALSE(words.is_word(i));
        CHECK_FALSE(words.is_capital(i));
    }
}
