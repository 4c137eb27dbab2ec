// Dates in the text, compared with the data.
//
// "Tisdag 8 december 2026 klockan 18.00" says a weekday, a day, a month, perhaps a year and a time. The weekday must be that day's, the
// day must exist, and a time to come should be that of an event, so that it reaches the calendars. A date without a year means the
// first such day from the day of publication on. What a person said is looked at too: a resident acts on it all the same.
//
// Only days written as a number and a month in the post's language are read; "på tisdag", "8/12" and "nästa vecka" are not.

#include "check/check.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "link/events.hpp"
#include "model/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace pressrum {
namespace {

// The words of a block in one line, with the place of each text in the source.
struct Line {
    std::string text;
    struct Part {
        std::size_t begin;
        Span at;
    };
    std::vector<Part> parts;

    Span place(std::size_t begin, std::size_t end) const {
        const auto after = std::upper_bound(parts.begin(), parts.end(), begin, [](std::size_t at, const Part& part) { return at < part.begin; });
        if (after == parts.begin()) return {};
        const Part& part = *(after - 1);
        const auto offset = [&](std::size_t at) { return std::min(part.at.end, part.at.begin + static_cast<std::uint32_t>(at - part.begin)); };
        return {part.at.file, offset(begin), std::max(offset(begin), offset(end))};
    }
};

struct Word {
    std::string lower;
    std::size_t begin, end;
};

// Letters and digits, with a point or colon between digits (18.00).
std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        const bool joins = (c.code == '.' || c.code == ':') && !words.empty() && words.back().end == at && text[at - 1] >= '0' && text[at - 1] <= '9' &&
                           at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9';
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
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return value;
}

// "18.00", "18:00" → minutes of the day.
std::optional<unsigned> clock(std::string_view text) {
    const std::size_t mark = text.find_first_of(".:");
    if (mark == std::string_view::npos) return std::nullopt;
    const auto hour = number(text.substr(0, mark), 1, 2), minute = number(text.substr(mark + 1), 2, 2);
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return *hour * 60 + *minute;
}

// The names of months and weekdays of a language, in lower case.
struct Names {
    std::array<std::string, 12> months;
    std::array<std::string, 7> weekdays;    // Monday first

    explicit Names(const Lexicon& words) {
        for (unsigned i = 0; i < 12; ++i) months[i] = to_lower(words["month_" + fmt::to_string(i + 1)]);
        for (unsigned i = 0; i < 7; ++i) weekdays[i] = to_lower(words["weekday_" + fmt::to_string(i + 1)]);
    }
};

template <std::size_t N>
std::optional<unsigned> index_of(const std::array<std::string, N>& names, const std::string& word) {
    const auto found = std::find(names.begin(), names.end(), word);
    if (found == names.end()) return std::nullopt;
    return static_cast<unsigned>(found - names.begin());
}

struct Mention {
    unsigned day, month;
    std::optional<int> year;
    std::optional<unsigned> weekday;    // 0 is Monday
    std::optional<unsigned> minutes;
    std::size_t begin, end;             // in the line
};

// "[weekday] [den|the] D month [YYYY] [klockan|kl|at] [HH.MM]"
std::vector<Mention> mentions_of(const std::vector<Word>& words, const Names& names) {
    constexpr std::array<std::string_view, 2> kBeforeDay = {"den", "the"};
    constexpr std::array<std::string_view, 3> kBeforeTime = {"kl", "klockan", "at"};
    const auto is_one_of = [&](const auto& list, std::size_t i) { return i < words.size() && std::find(list.begin(), list.end(), words[i].lower) != list.end(); };
    std::vector<Mention> mentions;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const auto day = number(words[i].lower, 1, 2);
        const auto month = index_of(names.months, words[i + 1].lower);
        if (!day || !month) continue;
        Mention mention{*day, *month + 1, {}, {}, {}, words[i].begin, words[i + 1].end};
        std::size_t before = i;
        if (before > 0 && is_one_of(kBeforeDay, before - 1)) --before;
        if (before > 0) {
            mention.weekday = index_of(names.weekdays, words[before - 1].lower);
            // Swedish says "tisdagen den 8 december" too.
            if (!mention.weekday && words[before - 1].lower.ends_with("en")) mention.weekday = index_of(names.weekdays, words[before - 1].lower.substr(0, words[before - 1].lower.size() - 2));
            if (mention.weekday) mention.begin = words[before - 1].begin;
        }
        std::size_t next = i + 2;
        if (next < words.size()) {
            if (const auto year = number(words[next].lower, 4, 4)) {
                mention.year = static_cast<int>(*year);
                mention.end = words[next++].end;
            }
        }
        const std::size_t before_fillers = next;
        while (is_one_of(kBeforeTime, next)) ++next;
        if (next < words.size()) {
            mention.minutes = clock(words[next].lower);
            // "klockan 17": only after a word that says so is a number alone an hour.
            const auto hour = number(words[next].lower, 1, 2);
            if (next > before_fillers && !mention.minutes && hour && *hour <= 24) mention.minutes = *hour % 24 * 60;
            if (mention.minutes) mention.end = words[next].end;
        }
        mentions.push_back(mention);
    }
    return mentions;
}

Date date_in(int year, const Mention& m) { return {std::chrono::year(year), std::chrono::month(m.month), std::chrono::day(m.day)}; }

// Without a year: the first such day that is not before the publication.
Date meant_date(const Mention& mention, Date published) {
    if (mention.year) return date_in(*mention.year, mention);
    const int year = static_cast<int>(published.year());
    const Date same = date_in(year, mention);
    return same.ok() && same < published ? date_in(year + 1, mention) : same;
}

class DateCheck {
public:
    DateCheck(const Site& site, const SitePost& post, const Names& names, Diagnostics& diagnostics) : site_(site), post_(post), names_(names), diagnostics_(diagnostics) {}

    void check(const Line& line) {
        for (const Mention& mention : mentions_of(words_of(line.text), names_)) check(mention, line);
    }

private:
    void check(const Mention& mention, const Line& line) {
        const std::string text = line.text.substr(mention.begin, mention.end - mention.begin);
        const Span at = line.place(mention.begin, mention.end);
        const Date published = date_of(*post_.post.published);
        const Date date = meant_date(mention, published);
        if (!date.ok()) return diagnostics_.add({rule("date/impossible"), at, {text}, {}, {}});
        const auto weekday_of = [](Date d) { return std::chrono::weekday(std::chrono::local_days(d)).iso_encoding() - 1; };
        if (mention.weekday && *mention.weekday != weekday_of(date)) {
            // Without a year the day may also be one that has passed: "branden måndag 5 oktober".
            constexpr std::chrono::days kRecent{60};
            const Date earlier = date_in(static_cast<int>(date.year()) - 1, mention);
            const bool past = !mention.year && earlier.ok() && weekday_of(earlier) == *mention.weekday && midnight(published) - midnight(earlier) <= kRecent;
            if (!past) diagnostics_.add({rule("date/weekday"), at, {text, names_.weekdays[weekday_of(date)]}, {}, {}});
            return;
        }
        if (!mention.minutes || date < published) return;
        const LocalTime time = midnight(date) + std::chrono::minutes(*mention.minutes);
        if (!has_event_at(time)) diagnostics_.add({post_.events.empty() ? rule("date/without-event") : rule("date/no-such-event"), at, {text}, {}, {}});
    }

    // An event begins, ends, goes on, used to begin, or closes its registration then.
    bool has_event_at(LocalTime time) const {
        for (const EventIndex index : post_.events) {
            const SiteEvent& placed = site_.events[index];
            const Event& event = post_.post.events[placed.number];
            if (event.previous_start.given() && event.previous_start->time == time) return true;
            if (event.registration && event.registration->until.given() && event.registration->until->time == time) return true;
            for (const Moment& start : placed.occurrences) {
                if (start.time == time || (start.time <= time && time <= end_of_occurrence(placed, start))) return true;
            }
        }
        return false;
    }

    const Site& site_;
    const SitePost& post_;
    const Names& names_;
    Diagnostics& diagnostics_;
};

// Each block with inline text is a line.
void check_body(const Body& body, DateCheck& dates) {
    Line line;
    std::uint32_t block_end = 0;
    const auto finish = [&] {
        if (!line.text.empty()) dates.check(line);
        line = {};
    };
    for (std::uint32_t i = 0; i < body.size(); ++i) {
        const Node& node = body[i];
        const bool block = node.kind == NodeKind::paragraph || node.kind == NodeKind::statement || node.kind == NodeKind::heading || node.kind == NodeKind::item ||
                           node.kind == NodeKind::cell || node.kind == NodeKind::header_cell;
        if (block || i >= block_end) finish();
        if (block) block_end = node.end;
        if (node.kind == NodeKind::text) {
            line.parts.push_back({line.text.size(), node.at});
            line.text += body.text(node);
        } else if (node.kind == NodeKind::soft_break || node.kind == NodeKind::hard_break) {
            line.text += ' ';
        }
    }
    finish();
}

}  // namespace

void check_dates(const Site& site, Threads threads, Diagnostics& diagnostics) {
    std::vector<Names> names;
    for (const Lexicon& words : site.languages) names.emplace_back(words);
    std::vector<Diagnostics> found(site.posts.size());
    parallel_for(threads, site.posts.size(), [&](std::size_t p) {
        const SitePost& post = site.posts[p];
        if (post.state == PostState::tombstone) return;
        DateCheck dates(site, post, names[post.language], found[p]);
        Line lead{*post.post.lead, {{0, post.post.lead.at}}};
        dates.check(lead);
        check_body(post.body, dates);
    });
    for (Diagnostics& part : found) diagnostics.append(std::move(part));
}

}  // namespace pressrum
