#pragma once
// Content lines of iCalendar (RFC 5545, 3.1): CRLF, folded at 75 octets, never inside a character.
//
// Values may hold any bytes; what is written is UTF-8 and no value can end its line: text is escaped, addresses are
// percent-encoded, control characters are dropped. Names, parameters and words are the format's own and written as they
// are. Years before 1 and after 9999, which the format cannot write, become the nearest that it can.

#include "base/time.hpp"

#include <span>
#include <string>
#include <string_view>

namespace pressrum {

class IcsLines {
public:
    explicit IcsLines(std::size_t expected_size) { out_.reserve(expected_size); }

    // A word, number or rule of the format itself.
    void word(std::string_view name, std::string_view value);
    void text(std::string_view name, std::string_view value);
    // A list of texts in one line.
    void texts(std::string_view name, std::span<const std::string> values);
    void uri(std::string_view name, std::string_view value);

    void day(std::string_view name, LocalTime time);                           // NAME;VALUE=DATE:20240507
    void local(std::string_view name, std::string_view tzid, LocalTime time);  // NAME;TZID=Europe/Stockholm:20240507T163000
    void floating(std::string_view name, LocalTime time);                      // NAME:20240507T163000
    void utc(std::string_view name, Instant instant);                          // NAME:20240507T143000Z
    void offset(std::string_view name, std::chrono::seconds offset);           // NAME:+0200, with seconds when there are any

    std::string take() && { return std::move(out_); }

private:
    void begin(std::string_view name, std::string_view parameter = {}, std::string_view value = {});
    void end();

    std::string out_;
    std::string line_;  // the one in hand, not yet folded; kept for its memory
};

// The forms of day() and utc(), for use inside a rule: "20240507", "20240507T143000Z".
std::string to_ics_day(LocalTime time);
std::string to_ics_utc(Instant instant);

}  // namespace pressrum
