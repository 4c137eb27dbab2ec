#include "render/clean_text.hpp"

#include "base/text.hpp"

#include <catch2/catch.hpp>

#include <random>

namespace pressrum {
namespace {

using namespace std::string_literals;

TEST_CASE("text keeps what readers accept and loses the rest") {
    const struct {
        std::string bytes, expected;
    } cases[] = {
        {"", ""},
        {"Möte kl. 18 – välkommen 🎉", "Möte kl. 18 – välkommen 🎉"},
        {"flik\toch\nrad", "flik\toch\nrad"},
        {"rad\r\nrad\rrad\n", "rad\nrad\nrad\n"},
        {"\r\r\n\n", "\n\n\n"},
        {"a\x01\x02\x08\x0B\x0C\x1Fy"s, "ay"},
        {"a\0b"s, "ab"},
        {"a\x7F\xC2\x80\xC2\x9Fy"s, "ay"},
        {"a\xEF\xBF\xBE\xEF\xBF\xBFy"s, "ay"},  // U+FFFE, U+FFFF
        {"a\xF0\x9F\xBF\xBEy"s, "ay"},          // U+1FFFE
        {"\xEF\xBF\xBD", "\xEF\xBF\xBD"},       // U+FFFD itself
        {"a\xFFy", "a\xEF\xBF\xBDy"},
        {"a\xC3", "a\xEF\xBF\xBD"},                                // cut in two
        {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},  // half of a surrogate pair
        {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},                  // an overlong slash
    };
    for (const auto& [bytes, expected] : cases) {
        CAPTURE(bytes);
        CHECK(to_clean_text(bytes) == expected);
    }
}

// The straightforward form of the same, one character at a time.
std::string slowly(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        at += c.length;
        if (c.code == '\r' && !text.substr(at).starts_with('\n')) out += '\n';
        else if (c.code != '\r' && is_text_character(c.code)) append_character(out, c.code);
    }
    return out;
}

TEST_CASE("any bytes become sound text, and sound text stays") {
    // Faults at every distance from the eight bytes that are looked at together.
    const std::string_view parts[] = {"a", "åäö", "\x01", "\r", "\n", "\xFF", "\xE2\x82", "🎉", "\x7F", "åtta byte", "\xEF\xBF\xBF", " ~"};
    std::minstd_rand random(1);
    for (int round = 0; round < 5000; ++round) {
        std::string bytes;
        for (std::size_t n = random() % 24; n > 0; --n) bytes += parts[random() % std::size(parts)];
        CAPTURE(bytes);
        const std::string clean = to_clean_text(bytes);
        REQUIRE(clean == slowly(bytes));
        REQUIRE(!find_text_fault(clean));
        REQUIRE(clean.find('\r') == std::string::npos);
        REQUIRE(to_clean_text(clean) == clean);
    }
}

TEST_CASE("a part of a longer text is read no further than its end") {
    const std::string_view longer = "åtta tecken och några till";
    for (std::size_t size = 0; size <= longer.size(); ++size) {
        const std::string_view part = clip(longer, size);
        CHECK(to_clean_text(part) == part);
    }
}

}  // namespace
}  // namespace pressrum
