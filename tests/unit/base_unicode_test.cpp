#include "base/escape.hpp"
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
}

TEST_CASE("Swedish order has å, ä and ö last") {
    const std::vector<std::string_view> names = {"Öst", "Ärla", "Zeta", "Åby", "Adam"};
    CHECK(dictionary_order(names, "sv") == std::vector<std::size_t>{4, 2, 3, 1, 0});
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
