#include "render/calendars/ics_lines.hpp"

#include "base/text.hpp"
#include "support/ical.hpp"

#include <catch2/catch.hpp>

#include <type_traits>

namespace pressrum {
namespace {

using namespace std::string_literals;
using test::unfolded;

template <class... Arguments>
std::string written(void (IcsLines::*write)(Arguments...), std::type_identity_t<Arguments>... arguments) {
    IcsLines lines(64);
    (lines.*write)(arguments...);
    return std::move(lines).take();
}

TEST_CASE("a text is escaped and ends no line") {
    const struct {
        std::string value, line;
    } cases[] = {
        {"", "SUMMARY:"},
        {"Möte: kl. 18 \"prick\"", "SUMMARY:Möte: kl. 18 \"prick\""},
        {"a, b; c\\d", "SUMMARY:a\\, b\\; c\\\\d"},
        {"\\n", "SUMMARY:\\\\n"},
        {"ett\ntvå\r\ntre\rfyra\n", "SUMMARY:ett\\ntvå\\ntre\\nfyra\\n"},
        {"x\xC2\x85y\u2028c\u2029d", "SUMMARY:x\\ny\\nc\\nd"},
        {"flik\tflik", "SUMMARY:flik\tflik"},
        {"x\x01\x08\x0B\x0C\x1B\x7Fy"s, "SUMMARY:xy"},
        {"x\0y"s, "SUMMARY:xy"},
        {"x\xC2\x9By\xEF\xBF\xBF", "SUMMARY:xy"},
        {"\xE5latin \xED\xA0\x80", "SUMMARY:\xEF\xBF\xBDlatin \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"🎉\xF0\x9F\x8E", "SUMMARY:🎉\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
    };
    for (const auto& [value, line] : cases) {
        CAPTURE(value);
        CHECK(written(&IcsLines::text, "SUMMARY", value) == line + "\r\n");
    }
}

TEST_CASE("a list is escaped value by value") {
    const std::vector<std::string> values = {"Trygghet", "Bygga, bo", "a;b"};
    CHECK(written(&IcsLines::texts, "CATEGORIES", values) == "CATEGORIES:Trygghet,Bygga\\, bo,a\\;b\r\n");
}

TEST_CASE("an address has no character that an address may not have") {
    const struct {
        std::string value, line;
    } cases[] = {
        {"https://press.ekinge.example/a/?b=c,d;e#f", "URL:https://press.ekinge.example/a/?b=c,d;e#f"},
        {"https://ekinge.example/%C3%A5", "URL:https://ekinge.example/%C3%A5"},
        {"https://ekinge.example/å b", "URL:https://ekinge.example/%C3%A5%20b"},
        {"https://ekinge.example/\r\nATTACH:x", "URL:https://ekinge.example/ATTACH:x"},
        {"https://ekinge.example/\"<\0\x7F\x1F>\\"s, "URL:https://ekinge.example/%22%3C%3E%5C"},
        {"https://ekinge.example/\xFF\xE5", "URL:https://ekinge.example/%FF%E5"},
    };
    for (const auto& [value, line] : cases) {
        CAPTURE(value);
        CHECK(written(&IcsLines::uri, "URL", value) == line + "\r\n");
    }
}

TEST_CASE("lines are folded at 75 octets and never inside a character") {
    for (const std::string_view character : {"a", "å", "–", "🎉", ",", "\\"}) {
        for (int shift = 0; shift < 4; ++shift) {
            for (const int count : {0, 1, 30, 66, 67, 68, 72, 73, 74, 75, 76, 140, 141, 142, 143, 1000}) {
                CAPTURE(character, shift, count);
                std::string value(static_cast<std::size_t>(shift), 'x');
                for (int i = 0; i < count; ++i) value += character;
                const std::string text = written(&IcsLines::text, "SUMMARY", value);
                REQUIRE(text.ends_with("\r\n"));
                std::size_t longest = 0, lines = 0;
                for (std::size_t begin = 0, end; (end = text.find("\r\n", begin)) != std::string::npos; begin = end + 2, ++lines) {
                    const std::string_view line = std::string_view(text).substr(begin, end - begin);
                    longest = std::max(longest, line.size());
                    REQUIRE(!find_text_fault(line));
                    REQUIRE((lines == 0 || (line.size() > 1 && line.front() == ' ')));
                }
                REQUIRE(longest <= 75);
                REQUIRE(lines <= text.size() / 71 + 1);  // each as full as its characters let it be
                const std::string escaped = (character == "," || character == "\\" ? "\\" : "") + std::string(character);
                std::string whole = "SUMMARY:" + std::string(static_cast<std::size_t>(shift), 'x');
                for (int i = 0; i < count; ++i) whole += escaped;
                REQUIRE(unfolded(text) == std::vector<std::string>{whole});
            }
        }
    }
}

TEST_CASE("a line of 75 octets is whole, one of 76 is folded") {
    CHECK(written(&IcsLines::word, "X", std::string(73, 'a')) == "X:" + std::string(73, 'a') + "\r\n");
    CHECK(written(&IcsLines::word, "X", std::string(74, 'a')) == "X:" + std::string(73, 'a') + "\r\n a\r\n");
    CHECK(written(&IcsLines::word, "X", std::string(73 + 74, 'a')) ==
          "X:" + std::string(73, 'a') + "\r\n " + std::string(74, 'a') + "\r\n");
}

TEST_CASE("times and offsets have the forms of the format") {
    const LocalTime time = *parse_iso_local_time("2024-05-07T16:30") + std::chrono::seconds(5);
    CHECK(written(&IcsLines::day, "DTSTART", time) == "DTSTART;VALUE=DATE:20240507\r\n");
    CHECK(written(&IcsLines::local, "DTSTART", "Europe/Stockholm", time) == "DTSTART;TZID=Europe/Stockholm:20240507T163005\r\n");
    CHECK(written(&IcsLines::floating, "DTSTART", time) == "DTSTART:20240507T163005\r\n");
    CHECK(written(&IcsLines::utc, "DTSTAMP", Instant(time.time_since_epoch())) == "DTSTAMP:20240507T163005Z\r\n");

    const struct {
        int seconds;
        std::string_view line;
    } offsets[] = {{0, "X:+0000\r\n"},      {3600, "X:+0100\r\n"},  {-12600, "X:-0330\r\n"}, {20700, "X:+0545\r\n"},
                   {4332, "X:+011212\r\n"}, {-75, "X:-000115\r\n"}, {-1800, "X:-0030\r\n"},  {50400, "X:+1400\r\n"}};
    for (const auto& [seconds, line] : offsets) CHECK(written(&IcsLines::offset, "X", std::chrono::seconds(seconds)) == line);
}

TEST_CASE("a year that the format cannot write becomes the nearest that it can") {
    const auto day = [](int year, unsigned month, unsigned day_of_month) {
        return midnight(Date(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day_of_month)));
    };
    CHECK(to_ics_day(day(9999, 12, 31)) == "99991231");
    CHECK(to_ics_day(day(10000, 1, 1)) == "99991231");
    CHECK(to_ics_utc(Instant(day(10000, 1, 1).time_since_epoch())) == "99991231T235959Z");
    CHECK(to_ics_utc(Instant(day(-44, 3, 15).time_since_epoch())) == "00010101T000000Z");
    CHECK(to_ics_day(day(1000, 1, 1)) == "10000101");
}

}  // namespace
}  // namespace pressrum
