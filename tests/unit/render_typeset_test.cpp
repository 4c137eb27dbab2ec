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
