#include "render/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

std::string number(unsigned value) { return fmt::to_string(value); }

// Monday is 1.
unsigned iso_weekday(Date date) { return std::chrono::weekday(std::chrono::local_days(date)).iso_encoding(); }

// "1 234"; groups of three from five digits on, as Swedish and English newspapers write.
std::string grouped(const Lexicon& words, std::uint64_t value) {
    std::string digits = fmt::to_string(value);
    if (digits.size() < 5) return digits;
    for (std::size_t at = digits.size() - 3; at < digits.size() && at > 0; at = at > 3 ? at - 3 : 0)
        digits.insert(at, words["thousands_mark"]);
    return digits;
}

// A tenth, when the whole part is small: "1,2", "34".
std::string scaled(const Lexicon& words, std::uint64_t bytes, std::uint64_t unit) {
    const std::uint64_t tenths = (bytes * 10 + unit / 2) / unit;
    if (tenths >= 100 || tenths % 10 == 0) return grouped(words, (bytes + unit / 2) / unit);
    return fmt::format("{}{}{}", tenths / 10, words["decimal_mark"], tenths % 10);
}

std::string with_time(const Lexicon& words, std::string date, std::string time) {
    return words.filled("date_at_time", {std::move(date), std::move(time)});
}

}  // namespace

std::string month_name(const Lexicon& words, unsigned month) { return words["month_" + number(month)]; }
std::string month_alone(const Lexicon& words, unsigned month) { return words["month_alone_" + number(month)]; }
std::string weekday_words(const Lexicon& words, Date date) { return words["weekday_" + number(iso_weekday(date))]; }

std::string date_words(const Lexicon& words, Date date) {
    return words.filled("date", {number(static_cast<unsigned>(date.day())), month_name(words, static_cast<unsigned>(date.month())),
                                 fmt::to_string(static_cast<int>(date.year()))});
}

std::string full_date_words(const Lexicon& words, Date date) {
    return words.filled("date_with_weekday", {weekday_words(words, date), date_words(words, date)});
}

std::string month_words(const Lexicon& words, int year, unsigned month) {
    return words.filled("month_and_year", {month_alone(words, month), fmt::to_string(year)});
}

std::string time_words(const Lexicon& words, LocalTime time) {
    const auto minutes = (time - midnight(date_of(time))).count() / 60;
    return words.filled("time", {fmt::format("{:02}", minutes / 60), fmt::format("{:02}", minutes % 60)});
}

std::string date_time_words(const Lexicon& words, LocalTime time) {
    return with_time(words, date_words(words, date_of(time)), time_words(words, time));
}

std::string moment_words(const Lexicon& words, const Moment& moment) {
    std::string date = full_date_words(words, date_of(moment.time));
    return moment.all_day ? date : with_time(words, std::move(date), time_words(words, moment.time));
}

std::string when_words(const Lexicon& words, const Moment& start, const std::optional<Moment>& end) {
    if (!end || (start.all_day && end->time == start.time)) return moment_words(words, start);
    const bool same_day = date_of(start.time) == date_of(end->time);
    if (same_day) {
        return with_time(words, full_date_words(words, date_of(start.time)),
                         words.filled("time_range", {time_words(words, start.time), time_words(words, end->time)}));
    }
    return words.filled(start.all_day ? "date_range" : "datetime_range", {moment_words(words, start), moment_words(words, *end)});
}

std::string clock_words(const Lexicon& words, const Moment& start, const std::optional<Moment>& end) {
    if (start.all_day && end && end->time != start.time)
        return words.filled("date_range", {date_words(words, date_of(start.time)), date_words(words, date_of(end->time))});
    if (start.all_day) return words["all_day"];
    const bool same_day = end && date_of(start.time) == date_of(end->time);
    return words.filled("at_time", {same_day ? words.filled("time_range", {time_words(words, start.time), time_words(words, end->time)})
                                             : time_words(words, start.time)});
}

std::string list_words(const Lexicon& words, const std::vector<std::string>& items) {
    if (items.empty()) return {};
    std::string text = items.front();
    for (std::size_t i = 1; i < items.size(); ++i)
        text = words.filled(i + 1 == items.size() ? "list_and" : "list_comma", {std::move(text), items[i]});
    return text;
}

std::string repeat_words(const Lexicon& words, const Repeat& repeat, const Moment& start) {
    const int interval = *repeat.interval;
    const std::string count = fmt::to_string(interval);
    std::string text;
    switch (*repeat.every) {
        case Every::day: text = interval == 1 ? words["repeat_day"] : words.filled("repeat_days", {count}); break;
        case Every::month: text = interval == 1 ? words["repeat_month"] : words.filled("repeat_months", {count}); break;
        case Every::year: text = interval == 1 ? words["repeat_year"] : words.filled("repeat_years", {count}); break;
        case Every::week: {
            std::vector<std::string> days;
            for (const auto& day : repeat.on) days.push_back(words["weekday_" + number(day->iso_encoding())]);
            if (days.empty()) days.push_back(weekday_words(words, date_of(start.time)));
            const std::string on = list_words(words, days);
            text = interval == 1   ? words.filled("repeat_week_on", {on})
                   : interval == 2 ? words.filled("repeat_second_week_on", {on})
                                   : words.filled("repeat_weeks_on", {count, on});
        }
    }
    if (repeat.until.given()) return words.filled("repeat_until", {text, date_words(words, *repeat.until)});
    if (repeat.count.given()) return words.filled("repeat_count", {text, fmt::to_string(*repeat.count)});
    return text;
}

std::string except_words(const Lexicon& words, const Repeat& repeat) {
    if (repeat.except.empty()) return {};
    std::vector<std::string> days;
    for (const Sourced<Date>& day : repeat.except) days.push_back(date_words(words, *day));
    return words.filled("repeat_except", {list_words(words, days)});
}

std::string extra_words(const Lexicon& words, const Repeat& repeat) {
    if (repeat.extra.empty()) return {};
    std::vector<std::string> days;
    for (const Sourced<Moment>& day : repeat.extra)
        days.push_back(day->all_day ? date_words(words, date_of(day->time)) : date_time_words(words, day->time));
    return words.filled("repeat_extra", {list_words(words, days)});
}

std::string role_words(const Lexicon& words, std::string_view role, std::string_view party, std::string_view organization,
                       std::string_view home) {
    std::string text(role);
    if (!party.empty()) text = text.empty() ? std::string(party) : words.filled("role_with_party", {text, std::string(party)});
    if (!organization.empty() && organization != home)
        text = text.empty() ? std::string(organization) : words.filled("role_at_organization", {text, std::string(organization)});
    return text;
}

std::string size_words(const Lexicon& words, std::uint64_t bytes) {
    if (bytes < 1000) return words.filled("unit_bytes", {fmt::to_string(bytes)});
    if (bytes < 999'500) return words.filled("unit_kilobytes", {scaled(words, bytes, 1000)});
    return words.filled("unit_megabytes", {scaled(words, bytes, 1'000'000)});
}

std::string count_words(const Lexicon& words, std::string_view what, std::size_t count) {
    if (count == 1) return words[fmt::format("count_{}_one", what)];
    return words.filled(fmt::format("count_{}_many", what), {grouped(words, count)});
}

}  // namespace pressrum
