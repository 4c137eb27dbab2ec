#include "render/typeset.hpp"

#include "base/text.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;

namespace {

// With ~ for the no-break space.
std::string set(std::string_view text) { return replace_all(typeset(text), "\u00A0", "~"); }

}  // namespace

TEST_CASE("a number stands on the line of what it counts, and of what names it") {
    CHECK(set("Vi ses den 7 maj kl. 16.30.") == "Vi ses den 7~maj kl.~16.30.");
    CHECK(set("Klockan 9 den 1 juli, i 24 000 kvadratmeter") == "Klockan~9 den 1~juli, i 24~000~kvadratmeter");
    CHECK(set("Budgeten är 1,9 miljarder kronor, 3 procent mer.") == "Budgeten är 1,9~miljarder kronor, 3~procent mer.");
    CHECK(set("enligt § 12 och nr 4 (s. 30)") == "enligt §~12 och nr~4 (s.~30)");
    CHECK(set("3 toukokuuta klo 18") == "3~toukokuuta klo~18");
    CHECK(set("On 7 May, 2026 at 400 metres") == "On 7~May, 2026 at 400 metres");
}

TEST_CASE("everything else keeps its own spaces") {
    for (const char* text :
         {"", " ", "maj 7", "7", "7 ", " 7", "12 ledamöter", "2026 1234", "kl i dag", "å 7 å", "0980-31 90 00", "7\nmaj", "  7  maj"}) {
        INFO(text);
        CHECK(set(text) == text);
    }
}

TEST_CASE("only spaces are changed, and each is changed once") {
    const std::string text = "Den 7 maj, kl. 16.30, 24 000 kr – 5 % av 3 kap. 2 § 1 000 000";
    CHECK(replace_all(typeset(text), "\u00A0", " ") == text);
    CHECK(typeset(typeset(text)) == typeset(text));
}

TEST_CASE("every month, unit and word of a number is known, in lower case and with a capital") {
    for (const std::string word :
         {"januari",        "februari",   "mars",         "april",      "maj",        "juni",      "juli",       "augusti",
          "september",      "oktober",    "november",     "december",   "january",    "february",  "march",      "may",
          "june",           "july",       "august",       "october",    "januar",     "februar",   "mai",        "desember",
          "tammikuuta",     "helmikuuta", "maaliskuuta",  "huhtikuuta", "toukokuuta", "kesäkuuta", "heinäkuuta", "elokuuta",
          "syyskuuta",      "lokakuuta",  "marraskuuta",  "joulukuuta", "kronor",     "kr",        "mkr",        "euro",
          "miljon",         "miljoner",   "miljard",      "miljarder",  "million",    "miljoonaa", "tusen",      "procent",
          "procentenheter", "percent",    "prosenttia",   "%",          "grader",     "°c",        "meter",      "m",
          "kilometer",      "km",         "kvadratmeter", "hektar",     "ha",         "kilo",      "kg",         "ton",
          "liter",          "kwh",        "timmar",       "minuter",    "år"}) {
        INFO(word);
        CHECK(set("i 7 " + word + " till") == "i 7~" + word + " till");
        CHECK(set("i 7 " + word + "!") == "i 7~" + word + "!");
        CHECK(set("i 7 x" + word) == "i 7 x" + word);
        if (word[0] < 'a' || word[0] > 'z') continue;
        std::string capital = word;
        capital[0] = static_cast<char>(capital[0] - 'a' + 'A');
        CHECK(set("i 7 " + capital) == "i 7~" + capital);
    }
    for (const std::string word : {"kl.", "kl", "klockan", "klo", "nr", "no.", "s.", "sid.", "kap.", "§", "ca", "cirka", "tfn"}) {
        INFO(word);
        CHECK(set("i " + word + " 7 till") == "i " + word + "~7 till");
        CHECK(set("i (" + word + " 7)") == "i (" + word + "~7)");
        CHECK(set("i x" + word + " 7") == "i x" + word + " 7");
        CHECK(set("i " + word + " x") == "i " + word + " x");
    }
    // What may close a sentence behind the word.
    for (const std::string mark : {".", ",", ";", ":", "!", "?", ")"}) CHECK(set("7 maj" + mark) == "7~maj" + mark);
    CHECK(set("7 maj\u201D") == "7 maj\u201D");
    // Groups of three belong to the number before them, up to three digits.
    CHECK(set("100 000") == "100~000");
    CHECK(set("1000 000") == "1000 000");
    CHECK(set("100 0000") == "100 0000");
    CHECK(set("100 00a") == "100 00a");
}
