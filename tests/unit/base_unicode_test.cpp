#include "base/escape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;

TEST_CASE("a title becomes a word for an address") {
    const std::pair<const char*, const char*> cases[] = {{"Väg 55: nu öppnar vi", "vag-55-nu-oppnar-vi"},
                                                         {"  –Äntligen!– ", "antligen"},
                                                         {"Æble på Østerbro", "aeble-pa-osterbro"},
                                                         {"Лодка", "lodka"},
                                                         {"???", ""},
                                                         {"ALLT I VERSALER", "allt-i-versaler"},
                                                         {"Bo's café", "bos-cafe"},
                                                         {"a\u00A0b", "a-b"}};
    for (const auto& [title, slug] : cases) CHECK(to_slug(title) == slug);
    CHECK(to_slug("en mycket lång rubrik om vatten", 15) == "en-mycket-lang");
    CHECK(to_slug(std::string(500, 'a'), 60).size() == 60);
}

TEST_CASE("letters made of two characters become one") {
    CHECK(to_nfc("a\u030Ar") == "år");
    CHECK(to_nfc("år") == "år");
    // Marks of every block: U+036F, U+0345, and those of other scripts.
    CHECK(to_nfc("e\u0301") == "é");
    CHECK(to_nfc("α\u0345") == "ᾳ");
    CHECK(to_nfc("か\u3099") == "が");
}

TEST_CASE("Swedish order has å, ä and ö last") {
    const std::vector<std::string_view> names = {"Öst", "Ärla", "Zeta", "Åby", "Adam"};
    CHECK(dictionary_order(names, "sv") == std::vector<std::size_t>{4, 2, 3, 1, 0});
    CHECK(dictionary_order(names, "en") == std::vector<std::size_t>{3, 4, 1, 0, 2});
    // What is the same stays as it came.
    CHECK(dictionary_order({"b", "a", "b", "a", "b"}, "sv") == std::vector<std::size_t>{1, 3, 0, 2, 4});
}

TEST_CASE("escapes are for their target") {
    CHECK(to_html("<b> & \"c\"") == "&lt;b&gt; &amp; &quot;c&quot;");
    CHECK(to_url_path("/bilder/å ä.jpg?x=1") == "/bilder/%C3%A5%20%C3%A4.jpg?x=1");
    CHECK(to_url_path("%20%zz") == "%20%25zz");
    CHECK(to_url_value("a/b c&d") == "a%2Fb%20c%26d");
}

TEST_CASE("the way a language is written") {
    for (const char* language : {"ar", "he", "fa-IR", "az-Arab"}) CHECK(is_right_to_left(language));
    for (const char* language : {"sv", "en-GB", "fi", "sv-simple", "az"}) CHECK_FALSE(is_right_to_left(language));
}

TEST_CASE("a word for an address is cut between words, and where there is no other way within one") {
    const char* const cut[] = {"a", "aa", "aa", "aa", "aa", "aa-bbb", "aa-bbb"};
    for (std::size_t i = 0; i < std::size(cut); ++i) {
        INFO(i + 1);
        CHECK(to_slug("Aa: bbb!", i + 1) == cut[i]);
    }
    CHECK(to_slug("a b c", 3) == "a-b");
    CHECK(to_slug("0–9, a–z") == "0-9-a-z");
}

TEST_CASE("marks between words are spaces in an address, and letters of every script become ASCII") {
    const std::pair<const char*, const char*> rows[] = {
        {"½ år", "ar"},      {"a¿b", "a-b"},   {"à la À", "a-la-a"}, {"a\u2000b", "a-b"},    {"a\u206Fb", "a-b"},  {"10 ⁰C", "10-c"},
        {"a\u1FFEb", "a-b"}, {"Łódź", "lodz"}, {"Ελλάδα", "ellada"}, {"ÅÄÖ åäö", "aao-aao"}, {"Straße", "strasse"}};
    for (const auto& [title, slug] : rows) {
        INFO(title);
        CHECK(to_slug(title) == slug);
    }
}

TEST_CASE("letters and digits are told from all that stands beside them") {
    for (const char32_t letter :
         {U'0', U'9', U'A', U'Z', U'a', U'z', U'À', U'Ö', U'Ø', U'ö', U'ø', U'ÿ', U'\u024F', U'\u0250', U'ª', U'µ', U'Ж', U'ⁿ', U'漢'}) {
        INFO(std::hex << static_cast<unsigned>(letter));
        CHECK(is_letter_or_digit(letter));
    }
    for (const char32_t other :
         {U'/', U':', U'@', U'[', U'`', U'{', U'\u00A0', U'«', U'¿', U'×', U'÷', U'\u2000', U'–', U'”', U'\u206F', U'€', U'→'}) {
        INFO(std::hex << static_cast<unsigned>(other));
        CHECK_FALSE(is_letter_or_digit(other));
    }
}

TEST_CASE("letters of Latin-1 get the same lower case alone and beside others") {
    const std::string other = "Ж";  // not of Latin-1: the whole text goes the longer way
    for (char32_t code = 1; code < 0x2100; ++code) {
        std::string text;
        append_character(text, code);
        const std::string beside = to_lower(text + other);
        CAPTURE(static_cast<std::uint32_t>(code));
        if (code == 0x3A3) continue;  // Σ ends a word in another form
        REQUIRE(to_lower(text) + "ж" == beside);
    }
    CHECK(to_lower("”ÅÄÖ – ÉÜß × Þ”, «NEJ»\u00A0…") == "”åäö – éüß × þ”, «nej»\u00A0…");
}

TEST_CASE("large letters are told from small ones and from marks") {
    for (const char32_t large : {U'A', U'Z', U'À', U'Ö', U'Ø', U'Þ', U'Ā', U'Ж'}) CHECK(is_upper_case(large));
    for (const char32_t other : {U'@', U'[', U'a', U'z', U'0', U'¿', U'×', U'ß', U'à', U'ÿ', U'ā', U'ж', U'漢'})
        CHECK_FALSE(is_upper_case(other));
    CHECK(to_lower("ÅSA EK, 3 Ж") == "åsa ek, 3 ж");
    CHECK(to_lower("ASCII") == "ascii");
    CHECK(to_upper("Åsa ek") == "ÅSA EK");
    CHECK(to_lower("I") == "i");
}

TEST_CASE("of ASCII only what an address may hold stands in one as it is") {
    std::string all;
    for (char c = ' '; c < 0x7F; ++c) all += c;
    CHECK(to_url_path(all) ==
          "%20!%22#$%25&'()*+,-./0123456789:;%3C=%3E?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[%5C]%5E_%60abcdefghijklmnopqrstuvwxyz%7B%7C%7D~");
    CHECK(to_url_value(all) ==
          "%20%21%22%23%24%25%26%27%28%29%2A%2B%2C-.%2F0123456789%3A%3B%3C%3D%3E%3F%40ABCDEFGHIJKLMNOPQRSTUVWXYZ%5B%5C%5D%5E_%60"
          "abcdefghijklmnopqrstuvwxyz%7B%7C%7D~");
    // What is encoded already stays; half a code is a per cent sign.
    CHECK(to_url_path("%09%aF%Fa") == "%09%aF%Fa");
    CHECK(to_url_path("%g0%0g%/0%:0%@0%`0%0G") == "%25g0%250g%25/0%25:0%25@0%25%600%250G");
    CHECK(to_url_path("%4") == "%254");
    CHECK(to_url_path("%") == "%25");
    CHECK(to_html("a'&b>") == "a'&amp;b&gt;");
}
