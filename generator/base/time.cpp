#include "base/time.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace pressrum {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::floor;
using std::chrono::local_days;
using std::chrono::seconds;

// `width` digits at `at`, or nothing.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t width) {
    if (at + width > text.size()) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(at, width)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

struct Clock {
    int hour, minute, second;
};

Clock clock_of(LocalTime time) {
    const auto since = (time - floor<days>(time)).count();
    return {static_cast<int>(since / 3600), static_cast<int>(since / 60 % 60), static_cast<int>(since % 60)};
}

// In `width` digits, or as many as it has. Every page and feed is full of times, and a format of padded numbers costs five times as much.
void append_number(std::string& out, long value, std::size_t width) {
    std::array<char, 20> digits;
    const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    const auto size = static_cast<std::size_t>(end - digits.data());
    if (size < width) out.append(width - size, '0');
    out.append(digits.data(), size);
}

void append_date(std::string& out, Date date) {
    append_number(out, static_cast<int>(date.year()), 4);
    out += '-';
    append_number(out, static_cast<unsigned>(date.month()), 2);
    out += '-';
    append_number(out, static_cast<unsigned>(date.day()), 2);
}

// The date and the time of day, with seconds.
std::string whole_time(LocalTime time) {
    const Clock c = clock_of(time);
    std::string out;
    out.reserve(std::string_view("2024-05-07T16:30:00+02:00").size());
    append_date(out, date_of(time));
    out += 'T';
    append_number(out, c.hour, 2);
    out += ':';
    append_number(out, c.minute, 2);
    out += ':';
    append_number(out, c.second, 2);
    return out;
}

std::string offset_text(seconds offset, std::string_view between) {
    const auto minutes = std::abs(offset.count()) / 60;
    std::string out(1, offset < 0s ? '-' : '+');
    append_number(out, minutes / 60, 2);
    out += between;
    append_number(out, minutes % 60, 2);
    return out;
}

}  // namespace

Date date_of(LocalTime time) { return Date(floor<days>(time)); }
LocalTime midnight(Date date) { return LocalTime(local_days(date).time_since_epoch()); }
int year_of(LocalTime time) { return static_cast<int>(date_of(time).year()); }
unsigned month_of(LocalTime time) { return static_cast<unsigned>(date_of(time).month()); }

std::optional<Date> parse_iso_date(std::string_view text) {
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !year || !month || !day || *year < 1000) return std::nullopt;
    const Date date(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                    std::chrono::day(static_cast<unsigned>(*day)));
    if (!date.ok()) return std::nullopt;
    return date;
}

std::optional<LocalTime> parse_iso_local_time(std::string_view text) {
    const auto hour = digits(text, 11, 2), minute = digits(text, 14, 2);
    if (text.size() != 16 || text[10] != 'T' || text[13] != ':' || !hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    const auto date = parse_iso_date(text.substr(0, 10));
    if (!date) return std::nullopt;
    return midnight(*date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute);
}

std::string to_iso(Date date) {
    std::string out;
    append_date(out, date);
    return out;
}

std::string to_iso(LocalTime time) {
    std::string out = whole_time(time);
    if (out.ends_with(":00")) out.resize(out.size() - 3);
    return out;
}

std::string to_iso(const Moment& moment) { return moment.all_day ? to_iso(date_of(moment.time)) : to_iso(moment.time); }

std::string to_iso(LocalTime time, seconds offset) { return whole_time(time) + offset_text(offset, ":"); }

std::string to_iso(Instant instant) { return whole_time(LocalTime(instant.time_since_epoch())) + "Z"; }

std::string to_rfc822(LocalTime time, seconds offset) {
    static constexpr std::array<std::string_view, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const Date date = date_of(time);
    const Clock c = clock_of(time);
    const std::chrono::weekday weekday{local_days(date)};
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} {}", kDays[weekday.c_encoding()], static_cast<unsigned>(date.day()),
                       kMonths[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()), c.hour, c.minute, c.second,
                       offset_text(offset, ""));
}

}  // namespace pressrum
