#include "base/text.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;

TEST_CASE("text faults are found at their byte") {
    CHECK_FALSE(find_text_fault("Skolgatan 1, å\n\tö"));
    const auto bad = find_text_fault("ab\xC3(");
    REQUIRE(bad);
    CHECK(bad->kind == TextFault::bad_utf8);
    CHECK(bad->offset == 2);
    const auto control = find_text_fault(std::string_view("a\0b", 3));
    REQUIRE(control);
    CHECK(control->kind == TextFault::control_character);
    CHECK(control->offset == 1);
    CHECK(find_text_fault("\xED\xA0\x80"));      // half a surrogate
    CHECK(find_text_fault("\xC0\xAF"));          // written longer than needed
    CHECK(find_text_fault("\xF4\x90\x80\x80"));  // past U+10FFFF
}

TEST_CASE("a broken sequence is one character a byte") {
    CHECK(count_characters("åäö") == 3);
    CHECK(character_at("ö", 0).code == U'ö');
    CHECK(character_at("\xC3", 0).code == 0xFFFD);
    CHECK(character_at("\xC3", 0).length == 1);
}

TEST_CASE("clipping never cuts a character in two") {
    CHECK(clip("åå", 3) == "å");
    CHECK(clip("åå", 4) == "åå");
    CHECK(clip("åå", 1) == "");
}

TEST_CASE("white space is trimmed and squeezed, no-break spaces too") {
    CHECK(trim(" \u00A0 a b\t\r\n") == "a b");
    CHECK(trim("\u00A0") == "");
    CHECK(squeeze("  a \n\t b\u00A0c  ") == "a b c");
    CHECK(squeeze("för\u00ADening \u200Bx") == "förening x");
}

TEST_CASE("splitting keeps empty parts") {
    CHECK(split("a//b/", '/') == std::vector<std::string_view>{"a", "", "b", ""});
    CHECK(split("", '/').size() == 1);
}

TEST_CASE("the nearest word is one that a person may have meant") {
    const std::vector<std::string_view> words = {"photo", "photos", "published", "title"};
    CHECK(find_nearest("foto", words) == "photo");
    CHECK(find_nearest("publised", words) == "published");
    CHECK_FALSE(find_nearest("xyz", words));
    CHECK_FALSE(find_nearest("", words));
    CHECK_FALSE(find_nearest(std::string(100'000, 'a'), words));
}

namespace {

std::string as_bytes(char32_t code) {
    std::string out;
    append_character(out, code);
    return out;
}

}  // namespace

TEST_CASE("characters are written and read back alike at every length") {
    const std::pair<char32_t, const char*> rows[] = {{0x7F, "\x7F"},
                                                     {0x80, "\xC2\x80"},
                                                     {0x7FF, "\xDF\xBF"},
                                                     {0x800, "\xE0\xA0\x80"},
                                                     {0xD7FF, "\xED\x9F\xBF"},
                                                     {0xE000, "\xEE\x80\x80"},
                                                     {0xFFFD, "\xEF\xBF\xBD"},
                                                     {0xFFFF, "\xEF\xBF\xBF"},
                                                     {0x10000, "\xF0\x90\x80\x80"},
                                                     {0x3FFFF, "\xF0\xBF\xBF\xBF"},
                                                     {0x10FFFD, "\xF4\x8F\xBF\xBD"}};
    for (const auto& [code, bytes] : rows) {
        INFO(std::hex << static_cast<unsigned>(code));
        CHECK(as_bytes(code) == bytes);
        const Character read = character_at(std::string(bytes) + "x", 0);
        CHECK(read.code == code);
        CHECK(read.length == std::string_view(bytes).size());
    }
}

TEST_CASE("what is no UTF-8 is told at its first byte, whatever is wrong with it") {
    for (const char* broken : {"\x80",         "\xBF",          "\xC0\x80",         "\xC1\xBF",
                               "\xC2",         "\xC2(",         "\xDF\xC0",         "\xE0\x80\x80",
                               "\xE0\x9F\xBF", "\xE2\x82",      "\xE2\x82(",        "\xE2(\x82",
                               "\xED\xA0\x80", "\xED\xBF\xBF",  "\xEF\xBF",         "\xF0\x8F\xBF\xBF",
                               "\xF0\x90\x80", "\xF0\x90\x80(", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80",
                               "\xFF"}) {
        const std::string text = std::string("å") + broken;
        INFO(text);
        const auto fault = find_text_fault(text);
        REQUIRE(fault);
        CHECK(fault->kind == TextFault::bad_utf8);
        CHECK(fault->offset == 2);
        CHECK(character_at(text, 2).code == 0xFFFD);
        CHECK(character_at(text, 2).length == 1);
    }
}

TEST_CASE("control characters are faults, and their neighbours are not") {
    for (const char32_t sound : {0x09, 0x0A, 0x0D, 0x20, 0x7E, 0x85, 0xA0, 0xFFFD, 0x10000, 0x1FFFD}) {
        INFO(std::hex << static_cast<unsigned>(sound));
        CHECK_FALSE(find_text_fault("a" + as_bytes(sound)));
    }
    for (const char32_t fault : {0x01, 0x08, 0x0B, 0x0C, 0x0E, 0x1F, 0x7F, 0x80, 0x84, 0x86, 0x9F, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF}) {
        INFO(std::hex << static_cast<unsigned>(fault));
        const auto found = find_text_fault("a" + as_bytes(fault));
        REQUIRE(found);
        CHECK(found->kind == TextFault::control_character);
        CHECK(found->offset == 1);
    }
}

TEST_CASE("each kind of white space is trimmed at both ends and squeezed, and nothing else is") {
    for (const char* space : {" ", "\t", "\n", "\v", "\f", "\r", "\u0085", "\u00A0", "\u1680", "\u2000", "\u200A", "\u2028", "\u2029",
                              "\u202F", "\u205F", "\u3000"}) {
        const std::string text = std::string(space) + space + "å" + space + "b" + space;
        INFO(text);
        CHECK(trim(text) == std::string("å") + space + "b");
        CHECK(squeeze(text) == "å b");
        CHECK(trim(std::string(space)) == "");
    }
    for (const char* other : {"\b", "\u000E", "\u0084", "\u0086", "\u009F", "\u00A1", "\u167F", "\u1681", "\u1FFF", "\u2010", "\u202A",
                              "\u2030", "\u205E", "\u3001", "-"}) {
        CHECK(trim(std::string(other) + "x" + other) == std::string(other) + "x" + other);
        CHECK(squeeze(std::string("x") + other) == std::string("x") + other);
    }
    CHECK(is_zero_width(0xAD));
    for (const char32_t first : {0x200B, 0x202A, 0x2060, 0xFEFF}) CHECK((is_zero_width(first) && !is_zero_width(first - 1)));
    for (const char32_t last : {0xAD, 0x200F, 0x202E, 0x2060, 0xFEFF}) CHECK((is_zero_width(last) && !is_zero_width(last + 1)));
    // Half a no-break space is a broken letter.
    CHECK(trim("\xA0x\xA0") == "\xA0x\xA0");
    for (const char* unseen : {"\u00AD", "\u200B", "\u2060", "\uFEFF"}) CHECK(squeeze(std::string("a") + unseen + "b") == "ab");
    for (const char* joiner : {"\u200C", "\u200D"}) CHECK(squeeze(std::string("a") + joiner + "b") == std::string("a") + joiner + "b");
}

TEST_CASE("a text is clipped to as many whole characters as fit") {
    const char* const clipped[] = {"", "a", "a", "aå", "aå", "aå", "aå€", "aå€"};
    for (std::size_t bytes = 0; bytes < std::size(clipped); ++bytes) CHECK(clip("aå€", bytes) == clipped[bytes]);
}

TEST_CASE("words are joined, and replaced once each") {
    CHECK(join(std::vector<std::string>{"a", "", "b"}, ", ") == "a, , b");
    CHECK(join(std::vector<std::string>{}, ", ") == "");
    CHECK(replace_all("aaba", "a", "aa") == "aaaabaa");
    CHECK(replace_all("a--b", "-", "") == "ab");
    CHECK(ascii_lower("@AZ[`az{ÅÄÖ09") == "@az[`az{ÅÄÖ09");
    CHECK(is_ascii("\x7F"));
    CHECK_FALSE(is_ascii("a\x80"));
}

TEST_CASE("a third of a word's letters may be wrong, and never more than three") {
    const auto finds = [](std::string_view word, std::string_view candidate) {
        return find_nearest(word, std::vector<std::string_view>{candidate}).has_value();
    };
    CHECK(finds("a", "b"));
    CHECK_FALSE(finds("a", "bc"));
    CHECK(finds("abc", "abx"));
    CHECK_FALSE(finds("abc", "axx"));
    CHECK(finds("abcd", "abxx"));
    CHECK_FALSE(finds("abcd", "axxx"));
    CHECK(finds("abcdefg", "abcdxxx"));
    CHECK_FALSE(finds("abcdefg", "abcxxxx"));
    CHECK(finds("abcdefghijklm", "abcdefghijxxx"));
    CHECK_FALSE(finds("abcdefghijklm", "abcdefghixxxx"));
    // Letters too many, too few, and changed places.
    CHECK(finds("abcdefg", "abcdefghij"));
    CHECK_FALSE(finds("abcdefg", "abcdefghijk"));
    CHECK(finds("abcdefghij", "abcdefg"));
    CHECK_FALSE(finds("abcdefghijk", "abcdefg"));
    CHECK(finds("abdc", "abcd"));
    // Of two that are as near, the first.
    CHECK(find_nearest("titel", std::vector<std::string_view>{"titen", "tites"}) == "titen");
    CHECK(finds(std::string(64, 'a'), std::string(63, 'a')));
    CHECK_FALSE(finds(std::string(65, 'a'), std::string(65, 'a')));
}
