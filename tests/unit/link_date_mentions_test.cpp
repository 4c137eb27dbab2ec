// Days in running text, as texts write them.
#include "link/date_mentions.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

using namespace pressrum;

namespace {

// "tis 7/5 2024 16.30-18.00 «7 maj …»", one for each day.
std::string days_in(std::string_view text, const char* language = "sv") {
    std::string out;
    for (const DateMention& day : find_date_mentions(text, DateNames(Lexicon(language, {})))) {
        constexpr std::string_view kDays[] = {"mån ", "tis ", "ons ", "tor ", "fre ", "lör ", "sön "};
        const auto clock = [](unsigned minutes) { return fmt::format("{:02}.{:02}", minutes / 60, minutes % 60); };
        out += out.empty() ? "" : " | ";
        if (day.weekday) out += kDays[*day.weekday];
        out += fmt::format("{}{}/{}", day.day, day.last_day ? fmt::format("-{}", *day.last_day) : "", day.month);
        if (day.year) out += fmt::format(" {}", *day.year);
        if (day.minutes) out += " " + clock(*day.minutes);
        if (day.end_minutes) out += "-" + clock(*day.end_minutes);
        CHECK(day.begin < day.end);
        CHECK(day.end <= text.size());
    }
    return out;
}

}  // namespace

TEST_CASE("days are read with weekday, year and time as they stand beside each other") {
    struct {
        std::string text, days;
    } const cases[] = {
        {"Den 7 maj klockan 16.30 har vi möte.", "7/5 16.30"},
        {"tisdagen den 7 maj 2024", "tis 7/5 2024"},
        {"Tisdag 7 maj 2024 kl. 16:30", "tis 7/5 2024 16.30"},
        {"7 maj kl 18", "7/5 18.00"},
        {"7 maj klockan 16.30–18.00", "7/5 16.30-18.00"},
        {"7 maj kl. 16.30-18.00", "7/5 16.30-18.00"},
        {"7 maj kl 18–20", "7/5 18.00-20.00"},
        {"7 maj klockan 18 till 20.", "7/5 18.00-20.00"},
        {"7 maj klockan 18.00 – 20.00", "7/5 18.00-20.00"},
        {"den 7–8 maj 2024", "7-8/5 2024"},
        {"7-8 maj", "7-8/5"},
        {"onsdag 8/12", "ons 8/12"},
        {"ons 8 dec klockan 10.15", "ons 8/12 10.15"},
        {"1 sept. 2024", "1/9 2024"},
        {"Ekinge 2024-05-07", "7/5 2024"},
        {"2024-05-07 kl. 10.00", "7/5 2024 10.00"},
        {"7 maj och 8 juni", "7/5 | 8/6"},
        {"31 februari", "31/2"},
    };
    for (const auto& [text, days] : cases) {
        INFO(text);
        CHECK(days_in(text) == days);
    }
    CHECK(days_in("Friday 14 June 2024 at 11:00", "en") == "fre 14/6 2024 11.00");
    CHECK(days_in("Fri 14 Jun at 9", "en") == "fre 14/6 09.00");
}

TEST_CASE("what is no day is not read as one") {
    for (const char* text : {"barn 10–13 år", "Sedan 2016 har vi", "3/4 av eleverna", "på tisdag", "den 7", "maj 2024", "100 maj",
                             "KS 2024/123", "0980-31 92 00", "16.30–18.00", "7 majbrasor", "1 ma", "", "–", "2024-13-45", "5 m"}) {
        INFO(text);
        CHECK(days_in(text) == "");
    }
    // A short form has three or four letters.
    CHECK(days_in("5 de, 5 decem, 5 ja") == "");
    CHECK(days_in("ti 7 maj, tisda 8 maj") == "7/5 | 8/5");
    // No time without a word for it, no end before the beginning, no year of other digits.
    CHECK(days_in("7 maj 18") == "7/5");
    CHECK(days_in("7 maj klockan 25") == "7/5");
    CHECK(days_in("7 maj klockan 18.00–16.00") == "7/5 18.00");
    CHECK(days_in("7 maj 24 000 invånare") == "7/5");
    // The weekday before several days is not the first one's: "fredag–söndag 7–9 maj".
    CHECK(days_in("fredag–söndag 7–9 maj") == "7-9/5");
}
