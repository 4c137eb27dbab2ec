#include "link/date_mentions.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

struct Word {
    std::string lower;
    std::size_t begin, end;
};

// Letters and digits, with a full stop, colon, slash or hyphen between digits (18.00, 8/12, 2024-05-07).
std::vector<Word> words_of(std::string_view text) {
    constexpr std::string_view kJoining = ".:/-";
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        const bool joins = c.length == 1 && kJoining.find(text[at]) != std::string_view::npos && !words.empty() && words.back().end == at &&
                           is_digit(text[at - 1]) && at + 1 < text.size() && is_digit(text[at + 1]);
        if (joins || is_letter_or_digit(c.code)) {
            if (words.empty() || words.back().end != at) words.push_back({{}, at, at});
            words.back().end = at + c.length;
        }
        at += c.length;
    }
    for (Word& word : words) word.lower = to_lower(text.substr(word.begin, word.end - word.begin));
    return words;
}

std::optional<unsigned> number(std::string_view text, std::size_t least, std::size_t most) {
    if (text.size() < least || text.size() > most) return std::nullopt;
    unsigned value = 0;
    for (const char c : text) {
        if (!is_digit(c)) return std::nullopt;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

struct Clock {
    unsigned minutes;
    std::optional<unsigned> end;
};

// "18.00", "18:00"; "18" alone when a word before it says that it is an hour.
enum class BareHour { no, yes };
std::optional<unsigned> one_time(std::string_view text, BareHour bare) {
    const std::size_t mark = text.find_first_of(".:");
    if (mark == std::string_view::npos) {
        const auto hour = bare == BareHour::yes ? number(text, 1, 2) : std::nullopt;
        return hour && *hour <= 24 ? std::optional(*hour % 24 * 60) : std::nullopt;
    }
    const auto hour = number(text.substr(0, mark), 1, 2), minute = number(text.substr(mark + 1), 2, 2);
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return *hour * 60 + *minute;
}

// Also "16.30-18.00" with a hyphen.
std::optional<Clock> times(std::string_view text, BareHour bare) {
    const std::size_t hyphen = text.find('-');
    const auto begin = one_time(text.substr(0, hyphen), bare);
    if (!begin) return std::nullopt;
    if (hyphen == std::string_view::npos) return Clock{*begin, {}};
    const auto end = one_time(text.substr(hyphen + 1), BareHour::yes);
    if (!end) return std::nullopt;
    return Clock{*begin, end};
}

template <std::size_t N>
std::optional<unsigned> index_of(const std::array<std::string, N>& names, std::string_view word) {
    const auto found = std::find(names.begin(), names.end(), word);
    if (found == names.end()) return std::nullopt;
    return static_cast<unsigned>(found - names.begin());
}

// "dec", "sept", "ons": short forms of three or four letters; a name that is itself that short has none.
template <std::size_t N>
std::optional<unsigned> index_or_short(const std::array<std::string, N>& names, std::string_view word) {
    if (const auto whole = index_of(names, word)) return whole;
    const std::size_t letters = count_characters(word);
    if (letters < 3 || letters > 4) return std::nullopt;
    std::optional<unsigned> found;
    for (unsigned i = 0; i < N; ++i) {
        if (!std::string_view(names[i]).starts_with(word)) continue;
        if (found) return std::nullopt;
        found = i;
    }
    return found;
}

class Reader {
public:
    Reader(std::string_view text, const DateNames& names) : text_(text), names_(names), words_(words_of(text)) {}

    std::vector<DateMention> run() {
        std::vector<DateMention> mentions;
        for (std::size_t i = 0; i < words_.size();) {
            std::size_t next = i + 1;
            if (auto mention = read(i, next)) {
                // The range "7–8 maj" is found at its last day; what came before is never part of two mentions.
                if (mentions.empty() || mentions.back().end <= mention->begin) mentions.push_back(*mention);
                i = std::max(next, i + 1);
            } else {
                ++i;
            }
        }
        return mentions;
    }

private:
    // The day at word `i`; `next` becomes the word after everything that was read.
    std::optional<DateMention> read(std::size_t i, std::size_t& next) {
        const std::string& word = words_[i].lower;
        if (word.empty() || !is_digit(word.front())) return std::nullopt;  // what is before the day is looked for from there
        DateMention mention{0, 0, {}, {}, {}, {}, {}, words_[i].begin, words_[i].end};
        if (const auto iso = parse_iso_date(word)) {
            mention.day = static_cast<unsigned>(iso->day());
            mention.month = static_cast<unsigned>(iso->month());
            mention.year = static_cast<int>(iso->year());
            add_weekday(mention, i);
            add_time(mention, next);
            return mention;
        }
        if (const std::size_t stroke = word.find('/'); stroke != std::string::npos) {
            const auto day = number(std::string_view(word).substr(0, stroke), 1, 2);
            const auto month = number(std::string_view(word).substr(stroke + 1), 1, 2);
            if (!day || !month || *month < 1 || *month > 12) return std::nullopt;
            mention.day = *day;
            mention.month = *month;
            add_weekday(mention, i);
            if (!mention.weekday) return std::nullopt;  // "3/4" alone is as often a fraction as a day
            add_year(mention, next);
            add_time(mention, next);
            return mention;
        }
        if (i + 1 >= words_.size()) return std::nullopt;
        const auto month = index_or_short(names_.months, words_[i + 1].lower);
        if (!month) return std::nullopt;
        mention.month = *month + 1;
        mention.end = words_[i + 1].end;
        next = i + 2;
        if (const std::size_t hyphen = word.find('-'); hyphen != std::string::npos) {  // "7-8 maj"
            const auto first = number(std::string_view(word).substr(0, hyphen), 1, 2);
            const auto last = number(std::string_view(word).substr(hyphen + 1), 1, 2);
            if (!first || !last) return std::nullopt;
            mention.day = *first;
            mention.last_day = *last;
        } else {
            const auto day = number(word, 1, 2);
            if (!day) return std::nullopt;
            mention.day = *day;
            const auto before = i > 0 && between(i - 1, i) == "–" ? number(words_[i - 1].lower, 1, 2) : std::nullopt;  // "7–8 maj"
            if (before && *before < *day) {
                mention.day = *before;
                mention.last_day = *day;
                mention.begin = words_[i - 1].begin;
            }
        }
        if (!mention.last_day) add_weekday(mention, i);
        add_year(mention, next);
        add_time(mention, next);
        return mention;
    }

    // "tisdagen den", "onsdag", "ons" before the day.
    void add_weekday(DateMention& mention, std::size_t i) const {
        constexpr std::array<std::string_view, 2> kBeforeDay = {"den", "the"};
        std::size_t before = i;
        if (before > 0 && std::find(kBeforeDay.begin(), kBeforeDay.end(), words_[before - 1].lower) != kBeforeDay.end()) --before;
        if (before == 0) return;
        std::string_view word = words_[before - 1].lower;
        mention.weekday = index_or_short(names_.weekdays, word);
        // Swedish says "tisdagen den 8 december" too.
        if (!mention.weekday && word.ends_with("en")) mention.weekday = index_of(names_.weekdays, word.substr(0, word.size() - 2));
        if (mention.weekday) mention.begin = words_[before - 1].begin;
    }

    void add_year(DateMention& mention, std::size_t& next) const {
        if (next >= words_.size()) return;
        const auto year = number(words_[next].lower, 4, 4);
        if (!year) return;
        mention.year = static_cast<int>(*year);
        mention.end = words_[next++].end;
    }

    void add_time(DateMention& mention, std::size_t& next) const {
        constexpr std::array<std::string_view, 3> kBeforeTime = {"kl", "klockan", "at"};
        std::size_t at = next;
        while (at < words_.size() && std::find(kBeforeTime.begin(), kBeforeTime.end(), words_[at].lower) != kBeforeTime.end()) ++at;
        if (at >= words_.size()) return;
        // "klockan 17": a number alone is an hour only after a word that says so.
        const BareHour bare = at > next ? BareHour::yes : BareHour::no;
        const auto clock = times(words_[at].lower, bare);
        if (!clock) return;
        mention.minutes = clock->minutes;
        mention.end_minutes = clock->end;
        mention.end = words_[at].end;
        next = at + 1;
        if (mention.end_minutes || next >= words_.size()) return;
        const std::string_view to = between(at, next);
        std::size_t last = next;
        if (to != "–" && to != " – ") {
            if (words_[next].lower != "till" && words_[next].lower != "to") return;
            if (++last >= words_.size()) return;
        }
        const auto end = one_time(words_[last].lower, BareHour::yes);
        if (!end || *end <= *mention.minutes) return;
        mention.end_minutes = end;
        mention.end = words_[last].end;
        next = last + 1;
    }

    std::string_view between(std::size_t a, std::size_t b) const { return text_.substr(words_[a].end, words_[b].begin - words_[a].end); }

    std::string_view text_;
    const DateNames& names_;
    std::vector<Word> words_;
};

}  // namespace

DateNames::DateNames(const Lexicon& words) {
    for (unsigned i = 0; i < 12; ++i) months[i] = to_lower(words["month_" + fmt::to_string(i + 1)]);
    for (unsigned i = 0; i < 7; ++i) weekdays[i] = to_lower(words["weekday_" + fmt::to_string(i + 1)]);
}

std::vector<DateMention> find_date_mentions(std::string_view text, const DateNames& names) {
    if (std::none_of(text.begin(), text.end(), is_digit)) return {};  // no day without its number
    return Reader(text, names).run();
}

}  // namespace pressrum
