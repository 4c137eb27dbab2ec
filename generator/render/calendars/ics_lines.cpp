#include "render/calendars/ics_lines.hpp"

#include "base/escape.hpp"
#include "base/text.hpp"
#include "render/clean_text.hpp"

#include <algorithm>
#include <array>

namespace pressrum {
namespace {

constexpr std::size_t kLineOctets = 75;  // without the line end (RFC 5545, 3.1)

// What may be copied as it is into a TEXT value: all other bytes are looked at as characters.
constexpr std::array<bool, 256> kPlain = [] {
    std::array<bool, 256> plain{};
    for (unsigned char c = ' '; c < 0x7F; ++c) plain[c] = c != '\\' && c != ';' && c != ',';
    plain['\t'] = true;
    return plain;
}();

void append_text(std::string& out, std::string_view value) {
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t begin = at;
        while (at < value.size() && kPlain[static_cast<unsigned char>(value[at])]) ++at;
        out += value.substr(begin, at - begin);
        if (at == value.size()) return;
        const Character c = character_at(value, at);
        at += c.length;
        switch (c.code) {
            case '\\': out += "\\\\"; break;
            case ';': out += "\\;"; break;
            case ',': out += "\\,"; break;
            case '\r':
                if (value.substr(at).starts_with('\n')) ++at;
                [[fallthrough]];
            case '\n':
            case 0x85:  // these three too end a line for the libraries of several languages
            case 0x2028:
            case 0x2029: out += "\\n"; break;
            default:
                if (c.length > 1 && is_text_character(c.code)) out += value.substr(at - c.length, c.length);
                else if (c.code >= 0x80 && is_text_character(c.code)) append_character(out, c.code);  // U+FFFD for a broken byte
        }
    }
}

void append_number(std::string& out, std::int64_t value, int width) {
    std::array<char, 8> digits;
    for (int i = width; i-- > 0; value /= 10) digits[static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
    out.append(digits.data(), static_cast<std::size_t>(width));
}

LocalTime within_calendar(LocalTime time) {
    using namespace std::chrono;
    constexpr LocalTime kFirst = local_days(year(1) / 1 / 1), kLast = local_days(year(9999) / 12 / 31) + days(1) - seconds(1);
    return std::clamp(time, kFirst, kLast);
}

void append_day(std::string& out, LocalTime time) {
    const Date date = date_of(within_calendar(time));
    append_number(out, static_cast<int>(date.year()), 4);
    append_number(out, static_cast<unsigned>(date.month()), 2);
    append_number(out, static_cast<unsigned>(date.day()), 2);
}

void append_clock(std::string& out, std::int64_t seconds) {
    append_number(out, seconds / 3600, 2);
    append_number(out, seconds / 60 % 60, 2);
}

void append_time(std::string& out, LocalTime time) {
    time = within_calendar(time);
    const auto seconds = (time - std::chrono::floor<std::chrono::days>(time)).count();
    append_day(out, time);
    out += 'T';
    append_clock(out, seconds);
    append_number(out, seconds % 60, 2);
}

void append_utc(std::string& out, Instant instant) {
    append_time(out, LocalTime(instant.time_since_epoch()));
    out += 'Z';
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

}  // namespace

void IcsLines::begin(std::string_view name, std::string_view parameter, std::string_view value) {
    line_ = name;
    if (!value.empty()) {
        line_ += ';';
        line_ += parameter;
        line_ += '=';
        line_ += value;
    }
    line_ += ':';
}

void IcsLines::end() {
    std::string_view rest = line_;
    for (std::size_t room = kLineOctets;; room = kLineOctets - 1) {  // a continued line begins with a space
        const std::string_view piece = clip(rest, room);
        out_ += piece;
        out_ += "\r\n";
        rest.remove_prefix(piece.size());
        if (rest.empty()) return;
        out_ += ' ';
    }
}

void IcsLines::word(std::string_view name, std::string_view value) {
    begin(name);
    line_ += value;
    end();
}

void IcsLines::text(std::string_view name, std::string_view value) {
    begin(name);
    append_text(line_, value);
    end();
}

void IcsLines::texts(std::string_view name, std::span<const std::string> values) {
    begin(name);
    for (const std::string& value : values) {
        if (&value != values.data()) line_ += ',';
        append_text(line_, value);
    }
    end();
}

void IcsLines::uri(std::string_view name, std::string_view value) {
    begin(name);
    if (std::none_of(value.begin(), value.end(), is_control)) {
        line_ += to_url_path(value);
    } else {
        std::string address(value);
        std::erase_if(address, is_control);
        line_ += to_url_path(address);
    }
    end();
}

void IcsLines::day(std::string_view name, LocalTime time) {
    begin(name, "VALUE", "DATE");
    append_day(line_, time);
    end();
}

void IcsLines::local(std::string_view name, std::string_view tzid, LocalTime time) {
    begin(name, "TZID", tzid);
    append_time(line_, time);
    end();
}

void IcsLines::floating(std::string_view name, LocalTime time) { local(name, {}, time); }

void IcsLines::utc(std::string_view name, Instant instant) {
    begin(name);
    append_utc(line_, instant);
    end();
}

void IcsLines::offset(std::string_view name, std::chrono::seconds offset) {
    const std::int64_t seconds = std::abs(offset.count());
    begin(name);
    line_ += offset.count() < 0 ? '-' : '+';
    append_clock(line_, seconds);
    if (seconds % 60 != 0) append_number(line_, seconds % 60, 2);  // only local mean time, before there were zones
    end();
}

std::string to_ics_day(LocalTime time) {
    std::string out;
    append_day(out, time);
    return out;
}

std::string to_ics_utc(Instant instant) {
    std::string out;
    append_utc(out, instant);
    return out;
}

}  // namespace pressrum
