#include "base/invisible.hpp"

#include <catch2/catch.hpp>

#include <fmt/format.h>

using namespace pressrum;

namespace {

// The text that is left, and what was left out: "Ekinge [U+200B@2]".
std::string seen(std::string text) {
    const VisibleText visible = without_invisible(std::move(text));
    std::string out = visible.text;
    for (const Invisible& each : visible.left_out) {
        out += fmt::format(" [{}U+{:04X}@{}{}]", each.kind == Invisible::half_a_direction ? "half " : "", static_cast<unsigned>(each.code),
                           each.at, each.count == 1 ? "" : fmt::format("x{}", each.count));
    }
    return out;
}

}  // namespace

TEST_CASE("what nobody sees and means nothing is left out, and told") {
    CHECK(seen("Ek\u200Binge") == "Ekinge [U+200B@2]");
    CHECK(seen("belys\u00ADning\uFEFF") == "belysning [U+00AD@5] [U+FEFF@9]");
    CHECK(seen("\u200B\u2060") == " [U+200B@0x2]");
    CHECK(seen("a\u200Db") == "ab [U+200D@1]");
    CHECK(seen("rad\u0085nästa") == "rad nästa [U+0085@3]");
    CHECK(seen("a\uFE00\uFE01\U000E0100\uFE0F b") == "a b [U+FE00@1x4]");  // as a text manifest hides its bytes
    CHECK(seen("1\uFE0F") == "1 [U+FE0F@1]");
    CHECK(seen("a\U000E0041\U000E0042") == "a [U+E0041@1x2]");
    CHECK(seen("❤\uFE0F\uFE0F") == "❤\uFE0F [U+FE0F@6]");
}

TEST_CASE("what nobody sees and means something stays") {
    for (const char* text :
         {"Åäö – ”ja” 10\u00A0000 kr", "👩\u200D🚒", "❤\uFE0F", "1\uFE0F\u20E3", "مهدی\u200Cپور", "क्\u200Dष", "葛\U000E0100",
          "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", "\u2067שלום\u2069", "\u202Bשלום\u202C", "a\u200Eb"}) {
        CHECK(seen(text) == text);
    }
}

TEST_CASE("a direction mark without its other half is left out, in each line of front matter and each paragraph") {
    CHECK(seen("a\u202Eb") == "ab [half U+202E@1]");
    CHECK(seen("a\u2069b") == "ab [half U+2069@1]");
    CHECK(seen("a\u202Bb\nc\u202Cd") == "a\u202Bb\nc\u202Cd");
    CHECK(seen("a\u202Bb\n\nc\u202Cd") == "ab\n\ncd [half U+202B@1] [half U+202C@5]");
    CHECK(seen("---\na: \u202Eb\nc: d\u202C\n---\n") == "---\na: b\nc: d\n---\n [half U+202E@7] [half U+202C@13]");
    CHECK(seen("\u2067a\u202Eb\u2069c") == "\u2067ab\u2069c [half U+202E@4]");
}

TEST_CASE("characters are named as Unicode names them") { CHECK(name_of_character(0x200B) == "U+200B (ZERO WIDTH SPACE)"); }
