#include "render/words.hpp"

#include "render/frame.hpp"
#include "render/views.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;

namespace {

const Lexicon kSv("sv", {});
const Lexicon kEn("en", {});

Moment at(std::string_view text) {
    if (const auto date = parse_iso_date(text)) return {midnight(*date), true};
    return {*parse_iso_local_time(text), false};
}

// No-break spaces shown as "_", so that the cases can be read.
std::string shown(std::string text) {
    for (std::size_t i; (i = text.find("\u00A0")) != std::string::npos;) text.replace(i, 2, "_");
    return text;
}

}  // namespace

TEST_CASE("when an event takes place, in words") {
    struct Case {
        const char *start, *end, *sv, *en;
    };
    const Case cases[] = {
        {"2024-05-07T16:30", "", "tisdag 7_maj 2024 kl._16.30", "Tuesday 7_May 2024 at_16:30"},
        {"2024-05-07T16:30", "2024-05-07T18:00", "tisdag 7_maj 2024 kl._16.30–18.00", "Tuesday 7_May 2024 at_16:30–18:00"},
        {"2024-05-07", "", "tisdag 7_maj 2024", "Tuesday 7_May 2024"},
        {"2024-05-07", "2024-05-07", "tisdag 7_maj 2024", "Tuesday 7_May 2024"},
        {"2024-05-07", "2024-05-09", "tisdag 7_maj 2024 – torsdag 9_maj 2024", "Tuesday 7_May 2024 – Thursday 9_May 2024"},
        {"2024-12-31T22:00", "2025-01-01T01:00", "tisdag 31_december 2024 kl._22.00 – onsdag 1_januari 2025 kl._01.00",
         "Tuesday 31_December 2024 at_22:00 – Wednesday 1_January 2025 at_01:00"}};
    for (const Case& c : cases) {
        const std::optional<Moment> end = *c.end ? std::optional(at(c.end)) : std::nullopt;
        CHECK(shown(when_words(kSv, at(c.start), end)) == c.sv);
        CHECK(shown(when_words(kEn, at(c.start), end)) == c.en);
    }
}

TEST_CASE("sizes and counts, in words") {
    const std::pair<std::uint64_t, const char*> sizes[] = {
        {0, "0_byte"},     {999, "999_byte"},   {1000, "1_kB"},    {1234, "1,2_kB"},      {9949, "9,9_kB"},
        {12'345, "12_kB"}, {999'499, "999_kB"}, {999'500, "1_MB"}, {2'640'000, "2,6_MB"}, {12'345'678'000, "12_346_MB"}};
    for (const auto& [bytes, words] : sizes) CHECK(shown(size_words(kSv, bytes)) == words);
    CHECK(shown(count_words(kSv, "releases", 1)) == "1_nyhet");
    CHECK(shown(count_words(kSv, "releases", 0)) == "0_nyheter");
    CHECK(shown(count_words(kSv, "releases", 12345)) == "12_345_nyheter");
    CHECK(shown(count_words(kEn, "events", 1234567)) == "1,234,567_events");
}

TEST_CASE("a telephone number is dialled by its digits, and by a plus sign before them") {
    CHECK(phone_url("0980-31 92 00") == "tel:0980319200");
    CHECK(phone_url("+46 980-31 92 00") == "tel:+46980319200");
    CHECK(phone_url("(+46) 980 31 92 00") == "tel:+46980319200");
    CHECK(phone_url("0980 + 31") == "tel:098031");
    CHECK(phone_url("tfn: 112") == "tel:112");
}

TEST_CASE("a text is shortened between words, and no mark stands before the dots") {
    CHECK(shorten("Bron är klar.", 13) == "Bron är klar.");
    CHECK(shorten("Bron är klar.", 12) == "Bron är …");
    CHECK(shorten("Bron,  den\nnya, är klar.", 20) == "Bron, den nya, är …");
    CHECK(shorten("Bron, den nya, är klar.", 15) == "Bron, den nya …");
    CHECK(shorten("Bron; är klar: nu. Och sen?", 6) == "Bron …");
    CHECK(shorten("Bron är klar: nu. Och sen?", 14) == "Bron är klar …");
    CHECK(shorten("Bron är klar nu. Och sen?", 17) == "Bron är klar nu …");
    CHECK(shorten("Räddningstjänstförbundet", 4) == "Rädd …");
}

TEST_CASE("roles, in words") {
    CHECK(role_words(kSv, "kommunalråd", "C", "Ekinge kommun", "Ekinge kommun") == "kommunalråd (C)");
    CHECK(role_words(kSv, "ordförande", "", "Ekinge friluftsförening", "Ekinge kommun") == "ordförande, Ekinge friluftsförening");
    CHECK(role_words(kSv, "", "C", "", "Ekinge kommun") == "C");
    CHECK(role_words(kSv, "", "", "Ekinge kommun", "Ekinge kommun") == "");
}

TEST_CASE("how an event repeats, in words") {
    Repeat repeat;
    repeat.every = Every::week;
    repeat.on = {std::chrono::Tuesday, std::chrono::Thursday};
    repeat.until = Sourced<Date>(*parse_iso_date("2024-06-11"), {0, 0, 1});
    CHECK(shown(repeat_words(kSv, repeat, at("2024-05-07T18:00"))) == "Varje tisdag och torsdag till och med 11_juni 2024");
    repeat.interval = 2;
    repeat.on.clear();
    CHECK(shown(repeat_words(kEn, repeat, at("2024-05-07T18:00"))) == "Every other Tuesday until 11_June 2024");
    repeat.except = {Sourced<Date>(*parse_iso_date("2024-05-21"), {0, 0, 1})};
    CHECK(shown(except_words(kSv, repeat)) == "Inte 21_maj 2024");
}
