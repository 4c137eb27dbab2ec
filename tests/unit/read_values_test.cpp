#include "read/values.hpp"

#include "model/rules.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <vector>

using namespace pressrum;

namespace {

// A value in short form, or "!rule" with what to write instead, if anything.
template <class T, class Show>
std::string shown(const Result<T>& result, Show show) {
    if (result) return show(*result);
    return '!' + std::string(result.error().rule->id) + (result.error().suggestion.empty() ? "" : " -> " + result.error().suggestion);
}
std::string shown(const Result<std::string>& result) {
    return shown(result, [](const std::string& s) { return s; });
}

struct Case {
    std::string text, expected;
};

void check(const std::vector<Case>& cases, const std::function<std::string(std::string_view)>& read) {
    for (const Case& c : cases) {
        INFO(c.text);
        CHECK(read(c.text) == c.expected);
    }
}

std::string show_moment(const Moment& m) { return m.all_day ? to_iso(date_of(m.time)) : to_iso(m.time); }

}  // namespace

TEST_CASE("an address that leads elsewhere than it seems is refused") {
    for (const char* text :
         {"https://good.example\\@evil.example/", "https://good.example@evil.example/", "HTTPS://good.example:pass@evil.example",
          "http://a\\b.example/", "https://good.example/\\evil", "/\\evil.example"})
        CHECK_FALSE(parse_url(text));
    for (const char* text :
         {"https://good.example/@namn", "https://good.example/?mail=a@b.example", "mailto:press@ekinge.example", "/2024/05/"})
        CHECK(parse_url(text));
}

TEST_CASE("a key is made of small letters, digits and hyphens") {
    check({{"dialogmote", "dialogmote"},
           {"2024-05-02-ljus", "2024-05-02-ljus"},
           {"a", "a"},
           {"Dialogmöte", "!value/key -> dialogmote"},
           {"Väg 55", "!value/key -> vag-55"},
           {"karin_alm", "!value/key -> karin-alm"},
           {"-a", "!value/key -> a"},
           {"a-", "!value/key -> a"},
           {"", "!value/key"},
           {"–", "!value/key"},
           {"null", "null"}},
          [](std::string_view text) { return shown(parse_key(text)); });
    CHECK(shown(parse_key(std::string(100, 'a'))) == std::string(100, 'a'));
    CHECK_FALSE(parse_key(std::string(101, 'a')));
}

TEST_CASE("a language is a code") {
    check({{"sv", "sv"},
           {"en-GB", "en-GB"},
           {"smj", "smj"},
           {"svenska", "!value/language"},
           {"s", "!value/language"},
           {"sv-", "!value/language"},
           {"", "!value/language"},
           {"sv_SE", "!value/language"},
           {"-sv", "!value/language"},
           {"åä", "!value/language"}},
          [](std::string_view text) { return shown(parse_language(text)); });
}

TEST_CASE("an address has a scheme that is safe, or begins on this site") {
    check({{"https://www.ekinge.example/anmalan", "https://www.ekinge.example/anmalan"},
           {"http://ekinge.example", "http://ekinge.example"},
           {"mailto:press@ekinge.example", "mailto:press@ekinge.example"},
           {"tel:+46980319200", "tel:+46980319200"},
           {"/nyheter/1234/", "/nyheter/1234/"},
           {"www.ekinge.example", "!value/url -> https://www.ekinge.example"},
           {"ekinge.example/anmalan", "!value/url -> https://ekinge.example/anmalan"},
           {"javascript:alert(1)", "!value/url"},
           {"data:text/html,x", "!value/url"},
           {"https://", "!value/url"},
           {"https:///x", "!value/url"},
           {"https://ekinge.example/en sida", "!value/url"},
           {"https://ekinge.example/\"x", "!value/url"},
           {"", "!value/url"}},
          [](std::string_view text) { return shown(parse_url(text)); });
}

TEST_CASE("a path begins with a slash and stays on the site") {
    check({{"/nyheter/1234/", "/nyheter/1234/"},
           {"/a.html", "/a.html"},
           {"nyheter", "!value/path"},
           {"/", "!value/path"},
           {"//x", "!value/path"},
           {"/../x", "!value/path"},
           {"/.htaccess", "!value/path"},
           {"/å", "!value/path"},
           {"/a?b", "!value/path"},
           {"", "!value/path"}},
          [](std::string_view text) { return shown(parse_path(text)); });
}

TEST_CASE("a file's name never leads out of its folder") {
    check({{"torget.jpg", "torget.jpg"},
           {"bilder/torget.jpg", "bilder/torget.jpg"},
           {"Torget i kväll.jpg", "Torget i kväll.jpg"},
           {"..jpg", "..jpg"},
           {"../torget.jpg", "!value/file"},
           {"a/../b.jpg", "!value/file"},
           {"a/..", "!value/file"},
           {"..", "!value/file"},
           {"/etc/passwd", "!value/file"},
           {"C:\\bilder\\torget.jpg", "!value/file"},
           {"bilder\\torget.jpg", "!value/file"},
           {"bilder/", "!value/file"},
           {"", "!value/file"},
           {"a\nb", "!value/file"}},
          [](std::string_view text) { return shown(parse_file_name(text)); });
}

TEST_CASE("a colour is six hexadecimal digits") {
    check({{"#1a5c38", "#1a5c38"},
           {"#1A5C38", "#1a5c38"},
           {"#fff", "!value/color"},
           {"1a5c38", "!value/color"},
           {"#1a5c3g", "!value/color"},
           {"grön", "!value/color"},
           {"", "!value/color"}},
          [](std::string_view text) { return shown(parse_color(text)); });
}

TEST_CASE("a signing key is minisign's public one, and never the secret one") {
    const std::string key = "RWR4VvpS7EikWVFFWoavauYqeqyuV+EQH5ZJLnn+tQzQ4a7AWim2cph6";
    check({{key, key},
           {key.substr(1), "!value/public-key"},
           {"untrusted comment: minisign public key 59A448EC52FA5678", "!value/public-key"},
           {"minisign.pub", "!value/public-key"},
           {"", "!value/public-key"},
           {"RWQAAEIy" + std::string(203, 'A') + "=", "!value/secret-key"}},
          [](std::string_view text) { return shown(parse_signing_key(text)); });
}

TEST_CASE("a date is written year, month, day, and other ways are explained and never guessed") {
    check({{"2024-05-07", "2024-05-07"},
           {"2024-02-29", "2024-02-29"},
           {"2024-5-7", "!value/date -> 2024-05-07"},
           {"2024/05/07", "!value/date -> 2024-05-07"},
           {"2024-05-07 16:30", "!value/date -> 2024-05-07"},
           {"7 maj 2024", "!value/date"},
           {"7/5 2024", "!value/date"},
           {"2023-02-29", "!value/impossible-date"},
           {"2024-13-01", "!value/impossible-date"},
           {"i morgon", "!value/date"},
           {"null", "!value/date"},
           {"~", "!value/date"},
           {"", "!value/date"}},
          [](std::string_view text) { return shown(parse_date(text), [](const Date& d) { return to_iso(d); }); });
}

TEST_CASE("a time has its day, and hours and minutes that exist") {
    check({{"2024-05-07T16:30", "2024-05-07T16:30"},
           {"2024-05-07T00:00", "2024-05-07T00:00"},
           {"2024-05-07 16:30", "!value/time -> 2024-05-07T16:30"},
           {"2024-05-07T16.30", "!value/time -> 2024-05-07T16:30"},
           {"2024-05-07 kl. 16.30", "!value/time -> 2024-05-07T16:30"},
           {"2024-05-07T16:30:30", "!value/local-time -> 2024-05-07T16:30"},
           {"2024-05-07T16:30Z", "!value/local-time"},
           {"2024-05-07T16:30z", "!value/local-time"},
           {"2024-05-07 16:30:00.5+0200", "!value/local-time"},
           {"2024-05-07T16:30:", "!value/time -> 2024-05-07T16:30"},
           {"2024-05-07", "!value/time"},
           {"2024-05-07T25:00", "!value/impossible-time"},
           {"2024-02-30T10:00", "!value/impossible-time"},
           {"16:30", "!value/time"},
           {"", "!value/time"}},
          [](std::string_view text) { return shown(parse_time(text), [](const LocalTime& t) { return to_iso(t); }); });
}

TEST_CASE("an address of mail has one at sign between a name and a host with a dot within") {
    for (const char* good : {"a@b.se", "anna.ek+press@ekinge.example", "å@ekinge.example"}) CHECK(parse_email(good).has_value());
    for (const char* bad : {"", "@", "ab", "a.b", "@b.se", "a@", "a@b", "a@.", "a@.se", "a@b.", "a@@b.se", "a@b@c.se", "a b@c.se",
                            "<a@b.se>", "a@b.se,", "a@b..se"}) {
        INFO(bad);
        const auto parsed = parse_email(bad);
        REQUIRE_FALSE(parsed.has_value());
        CHECK(parsed.error().rule == rule("value/email"));
    }
}

TEST_CASE("a moment is a whole day or a time of one") {
    check({{"2024-05-07", "2024-05-07"},
           {"2024-05-07T16:30", "2024-05-07T16:30"},
           {"2024-05-07 16:30", "!value/moment -> 2024-05-07T16:30"},
           {"2024-5-7", "!value/moment -> 2024-05-07"},
           {"2026-12-01T10:00+02:00", "!value/local-time"},
           {"2026-12-01T10:00:00", "!value/local-time -> 2026-12-01T10:00"},
           {"2024-02-30", "!value/impossible-date"},
           {"2024-05-07T24:30", "!value/impossible-time"},
           {"tisdag", "!value/moment"},
           {"", "!value/moment"}},
          [](std::string_view text) { return shown(parse_moment(text), show_moment); });
}

TEST_CASE("yes and no are true and false, and other words are told so") {
    check({{"true", "true"},
           {"false", "false"},
           {"ja", "!value/boolean -> true"},
           {"Ja", "!value/boolean -> true"},
           {"yes", "!value/boolean -> true"},
           {"True", "!value/boolean -> true"},
           {"nej", "!value/boolean -> false"},
           {"no", "!value/boolean -> false"},
           {"off", "!value/boolean -> false"},
           {"1", "!value/boolean"},
           {"kanske", "!value/boolean"},
           {"", "!value/boolean"}},
          [](std::string_view text) { return shown(parse_boolean(text), [](bool b) { return std::string(b ? "true" : "false"); }); });
}

TEST_CASE("a whole number is above zero and decimal") {
    check({{"2", "2"},
           {"010", "10"},
           {"0", "!value/integer"},
           {"-1", "!value/integer"},
           {"1.5", "!value/integer"},
           {"2 gånger", "!value/integer"},
           {"+2", "!value/integer"},
           {"99999999999", "!value/integer"},
           {"två", "!value/integer"},
           {"", "!value/integer"}},
          [](std::string_view text) { return shown(parse_integer(text), [](int i) { return std::to_string(i); }); });
}

TEST_CASE("a number has a decimal point, not a comma") {
    check({{"59.6361", "59.636100"}, {"-17", "-17.000000"}, {"59,6361", "!value/number -> 59.6361"}, {"", "!value/number"}},
          [](std::string_view text) { return shown(parse_number(text), [](double d) { return std::to_string(d); }); });
}

TEST_CASE("what is no number at all is none") {
    for (const std::string_view text : {"59.6361 N", "x", "59.6.1", "--5"}) CHECK_FALSE(parse_number(text));
}

TEST_CASE("what cannot be mended for certain has no suggestion") {
    CHECK(parse_url("//ekinge.example").error().suggestion == "");
    CHECK(parse_number("x").error().suggestion == "");
    CHECK(parse_number("59,6361 N").error().suggestion == "");
    CHECK(parse_time("2024-05-07").error().suggestion == "");
}

TEST_CASE("a problem carries what was written, for the message") {
    const auto problem = parse_date("7 maj 2024");
    REQUIRE_FALSE(problem);
    CHECK(problem.error().words == std::vector<std::string>{"7 maj 2024"});
}

TEST_CASE("values of any length and any bytes are refused without harm") {
    const std::string long_text(100'000, '9');
    CHECK_FALSE(parse_key(long_text));
    CHECK_FALSE(parse_date(long_text));
    CHECK_FALSE(parse_time(long_text));
    CHECK_FALSE(parse_moment(long_text));
    CHECK_FALSE(parse_integer(long_text));
    for (const std::string_view bytes : {"\xC3", "\xFF\xFE", "2024-\xC3\xA5", "-", "--", "-1-1-1"}) {
        INFO(bytes);
        CHECK_FALSE(parse_date(bytes));
        CHECK_FALSE(parse_moment(bytes));
        CHECK_FALSE(parse_integer(bytes));
        CHECK_FALSE(parse_boolean(bytes));
        CHECK_FALSE(parse_number(bytes));
        CHECK_FALSE(parse_color(bytes));
    }
}
