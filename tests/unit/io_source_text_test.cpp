#include "io/source_text.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pressrum;
using namespace std::string_literals;

TEST_CASE("text in UTF-8 comes as it is, in NFC and without byte order mark") {
    struct Row {
        std::string bytes, text;
    };
    for (const Row& row : std::vector<Row>{
             {"", ""},
             {"Väg 55", "Väg 55"},
             {"\xEF\xBB\xBF---\r\ntitle: Möte\r\n", "---\r\ntitle: Möte\r\n"},
             {"\xEF\xBB\xBF", ""},
             {"A\u030Angaloppet ga\u030Ar", "Ångaloppet går"},
             {"– \u2028\u00AD\u00A0 … \uFFFD 👩", "– \u2028\u00AD\u00A0 … \uFFFD 👩"},
         }) {
        const SourceText result = to_source_text(row.bytes);
        CHECK(result.text == row.text);
        CHECK_FALSE(result.not_utf8);
        CHECK_FALSE(result.control);
    }
}

TEST_CASE("text in another encoding is a fault, and is read as what was most likely meant") {
    struct Row {
        std::string bytes, text;
        std::size_t fault;
    };
    for (const Row& row : std::vector<Row>{
             {"V\xE4g 55 \x96 \x93nu\x94", "Väg 55 – “nu”", 1},
             {"\xC5ngaloppet", "Ångaloppet", 0},
             {"Väg och v\xE4g", "Väg och väg", 10},  // two encodings in one file
             {"A\u030A och \xE5", "Å och å", 7},     // the place is that in the text as it is shown
             {"\xEF\xBB\xBF\xE5", "å", 0},
             {"\x81\x8D", "\uFFFD\uFFFD", 0},  // nothing in Windows-1252 either
             {"abc\xC3", "abcÃ", 3},           // cut off in the middle of a letter
             {"\xFF\xFEV\0\xE4\0g\0"s, "Väg", 0},
             {"\xFE\xFF\0V\0\xE4\0g"s, "Väg", 0},
             {"\xFF\xFE\x3D\xD8\x69\xDC"s, "👩", 0},
             {"\xFF\xFE\x3D\xD8\x41\0\x69\xDC\x3D\xD8"s, "\uFFFDA\uFFFD\uFFFD", 0},  // halves of pairs
             {"\xFF\xFEV"s, "", 0},
         }) {
        INFO(row.text);
        const SourceText result = to_source_text(row.bytes);
        CHECK(result.text == row.text);
        REQUIRE(result.not_utf8);
        CHECK(*result.not_utf8 == row.fault);
    }
}

TEST_CASE("the first control character is told, and none is left") {
    const SourceText result = to_source_text("Möte\x0B på\x02 torget");
    CHECK(result.text == "Möte\uFFFD på\uFFFD torget");
    CHECK_FALSE(result.not_utf8);
    REQUIRE(result.control);
    CHECK(*result.control == 5);
    CHECK(result.control_code == 0x0B);

    const SourceText both = to_source_text("\x02\xE5"s);
    CHECK(both.text == "\uFFFDå");
    CHECK(both.control == std::size_t{0});
    CHECK(both.not_utf8 == std::size_t{3});
    CHECK(to_source_text("a\0b"s).control_code == 0);
    CHECK(to_source_text("a\0b"s).control == std::size_t{1});
    CHECK(to_source_text("\u0080").control_code == 0x80);
}

TEST_CASE("any bytes become text without faults") {
    std::string bytes;
    for (int i = 0; i < 4096; ++i) bytes.push_back(static_cast<char>(i * i + i / 7));
    const SourceText once = to_source_text(bytes);
    REQUIRE(once.not_utf8);
    const SourceText twice = to_source_text(once.text);
    CHECK(twice.text == once.text);
    CHECK_FALSE(twice.not_utf8);
    CHECK_FALSE(twice.control);
}
