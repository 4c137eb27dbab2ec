#include "link/recurrence.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;

namespace {

using std::chrono::Monday, std::chrono::Thursday, std::chrono::Tuesday;

Moment at(std::string_view text) {
    if (const auto date = parse_iso_date(text)) return {midnight(*date), true};
    return {*parse_iso_local_time(text), false};
}

Repeat every(Every how, std::vector<std::chrono::weekday> on = {}) {
    Repeat repeat;
    repeat.every = how;
    for (const auto day : on) repeat.on.push_back(day);
    return repeat;
}

std::string days(const std::vector<Moment>& moments) {
    std::string text;
    for (const Moment& m : moments) text += (m.all_day ? to_iso(date_of(m.time)) : to_iso(m.time)).substr(5) + " ";
    return text;
}

const Span kHere{0, 0, 1};

}  // namespace

TEST_CASE("a weekly event keeps its wall time across a clock change") {
    Repeat repeat = every(Every::week, {Tuesday});
    repeat.until = Sourced<Date>(*parse_iso_date("2024-04-09"), kHere);
    CHECK(days(occurrences(at("2024-03-19T18:00"), repeat, 100)) == "03-19T18:00 03-26T18:00 04-02T18:00 04-09T18:00 ");
}

TEST_CASE("the last day counts, exceptions do not") {
    Repeat repeat = every(Every::day);
    repeat.until = Sourced<Date>(*parse_iso_date("2024-05-04"), kHere);
    repeat.except = {Sourced<Date>(*parse_iso_date("2024-05-02"), kHere)};
    CHECK(days(occurrences(at("2024-05-01"), repeat, 100)) == "05-01 05-03 05-04 ");
}

TEST_CASE("several days a week, every other week") {
    Repeat repeat = every(Every::week, {Monday, Thursday});
    repeat.interval = 2;
    repeat.count = Sourced<int>(4, kHere);
    CHECK(days(occurrences(at("2024-05-06T10:00"), repeat, 100)) == "05-06T10:00 05-09T10:00 05-20T10:00 05-23T10:00 ");
}

TEST_CASE("the 31st comes only in months that have it") {
    Repeat repeat = every(Every::month);
    repeat.count = Sourced<int>(3, kHere);
    CHECK(days(occurrences(at("2024-01-31"), repeat, 100)) == "01-31 03-31 05-31 ");
}

TEST_CASE("too many occurrences are told apart from just enough") {
    Repeat repeat = every(Every::day);
    repeat.until = Sourced<Date>(*parse_iso_date("9999-12-31"), kHere);
    CHECK(occurrences(at("2024-05-01"), repeat, 1000).size() == 1001);
}
