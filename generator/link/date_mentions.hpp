#pragma once
// Days and times in running text: "tisdagen den 7 maj 2024 klockan 16.30–18.00".
//
// A day is a number and a month in the text's language ("7 maj", "ons 8 dec", "7–8 maj"), day and month after a weekday
// ("onsdag 8/12"), or has the form 2024-05-07. Weekday, year and time are read from what stands beside it; what the text does not say is
// not filled in. "På tisdag", "8/12" alone and "nästa vecka" are not read. Nothing is checked: a day may be impossible, and
// the weekday may be that of another day.

#include "model/lexicon.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

struct DateMention {
    unsigned day, month;
    std::optional<int> year;
    std::optional<unsigned> weekday;      // 0 is Monday; not read for several days
    std::optional<unsigned> minutes;      // of the day
    std::optional<unsigned> end_minutes;  // only after `minutes`
    std::optional<unsigned> last_day;     // of several days, in the same month
    std::size_t begin, end;               // in the text
};

// The names of months and weekdays of a language, in lower case.
struct DateNames {
    std::array<std::string, 12> months;
    std::array<std::string, 7> weekdays;  // Monday first

    explicit DateNames(const Lexicon& words);
};

// In order, not overlapping. Linear in the text.
std::vector<DateMention> find_date_mentions(std::string_view text, const DateNames& names);

}  // namespace pressrum
