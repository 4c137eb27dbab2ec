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
