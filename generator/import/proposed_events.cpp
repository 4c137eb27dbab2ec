#include "import/proposed_events.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "import/labels.hpp"

#include <algorithm>
#include <array>

namespace pressrum {
namespace {

using Doubt = ProposedEvent::Doubt;

constexpr std::size_t kMaxEvents = 100;
constexpr std::size_t kMaxSentence = 400;  // bytes looked at on each side of the day

// What events are called, as the end of a word: "dialogmöte", "pressträffen".
constexpr std::string_view kEventNouns[] = {
    "möte",          "träff",    "kväll",   "invigning",  "utställning", "konsert",    "föreläsning", "visning",  "vernissage", "loppis",
    "mässa",         "vandring", "samråd",  "öppet hus",  "workshop",    "seminarium", "konferens",   "festival", "ceremoni",   "premiär",
    "föreställning", "fest",     "meeting", "exhibition", "concert",     "lecture",    "open house",  "seminar",  "conference", "opening"};

// Before a day that is the last for something.
constexpr std::string_view kDeadlines[] = {"senast", "sista", "till och med", "t.o.m.", "fram till",    "före",
                                           "innan",  "by",    "until",        "before", "no later than"};

bool is_word_end(std::string_view text, std::size_t at) { return at >= text.size() || !is_letter_or_digit(character_at(text, at).code); }

// The sentence that holds [begin, end): a full stop counts when a space and a capital follow.
std::string_view sentence_around(std::string_view text, std::size_t begin, std::size_t end) {
    std::size_t first = 0;
    const std::size_t from = begin > kMaxSentence ? begin - kMaxSentence : 0;
    const auto is_end = [&](std::size_t at) {
        if (text[at] != '.' && text[at] != '?' && text[at] != '!') return false;
        const bool capital = at + 2 < text.size() && text[at + 1] == ' ' && is_upper_case(character_at(text, at + 2).code);
        const bool abbreviation = text.substr(0, at).ends_with("kl") || text.substr(0, at).ends_with("Kl");
        return capital && !abbreviation;
    };
    first = from;
    for (std::size_t at = from; at < begin; ++at) {
        if (is_end(at)) first = at + 2;
    }
    std::size_t last = std::min(text.size(), end + kMaxSentence);
    for (std::size_t at = end; at < last; ++at) {
        if (is_end(at)) last = at + 1;
    }
    while (first < begin && (static_cast<unsigned char>(text[first]) & 0xC0) == 0x80) ++first;
    return clip(text.substr(first), last - first);
}

// "ett dialogmöte" → "Dialogmöte"; empty when the sentence names no event, or two.
std::string noun_of(std::string_view sentence) {
    const std::string lower = to_lower(sentence);
    std::string found;
    for (const std::string_view noun : kEventNouns) {
        for (std::size_t at = lower.find(noun); at != std::string::npos; at = lower.find(noun, at + noun.size())) {
            // The definite form is the same event: "mötet", "träffen", "invigningen".
            std::size_t end = at + noun.size();
            for (const std::string_view ending : {"et", "en", "t", "n"}) {
                if (std::string_view(lower).substr(end).starts_with(ending) && is_word_end(lower, end + ending.size())) return {};
            }
            if (!is_word_end(lower, end)) continue;
            std::size_t begin = at;
            while (begin > 0 && (static_cast<unsigned char>(lower[begin - 1]) >= 0x80 ||
                                 (lower[begin - 1] >= 'a' && lower[begin - 1] <= 'z') || lower[begin - 1] == '-'))
                --begin;
            const std::string word = lower.substr(begin, end - begin);
            if (word == "i kväll" || (noun == "kväll" && begin == at)) continue;  // a time, not an event
            if (!found.empty() && found != word && !found.ends_with(word)) return {};
            if (found.empty()) found = word;
        }
    }
    if (found.empty()) return {};
    const std::size_t first = character_at(found, 0).length;
    return to_upper(found.substr(0, first)) + found.substr(first);
}

// "i Västerledsskolans matsal"; empty when there is none, or more than one.
std::string location_of(std::string_view sentence, const DateNames& names) {
    constexpr std::array<std::string_view, 5> kPrepositions = {"i", "på", "vid", "in", "at"};
    constexpr std::string_view kEnd[] = {"och",   "där",    "som",    "för",    "med",     "till",    "från", "när", "efter",
                                         "innan", "om",     "att",    "så",     "kl",      "klockan", "den",  "är",  "blir",
                                         "hålls", "håller", "börjar", "öppnar", "startar", "inleds",  "and",  "for", "with",
                                         "to",    "on",     "from",   "is",     "starts",  "begins",  "opens"};
    constexpr std::size_t kMaxWords = 5;
    const std::vector<std::string_view> words = split(sentence, ' ');
    const std::vector<DateMention> days = find_date_mentions(sentence, names);
    const auto tells_when = [&](std::string_view word) {
        const auto at = static_cast<std::size_t>(word.data() - sentence.data());
        return std::any_of(days.begin(), days.end(), [&](const DateMention& day) { return at >= day.begin && at < day.end; });
    };
    std::string found;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (std::find(kPrepositions.begin(), kPrepositions.end(), to_lower(words[i])) == kPrepositions.end()) continue;
        if (words[i + 1].empty() || !is_upper_case(character_at(words[i + 1], 0).code)) continue;
        std::string place;
        std::size_t count = 0;
        for (std::size_t j = i + 1; j < words.size(); ++j) {
            std::string_view word = words[j];
            if (std::find(std::begin(kEnd), std::end(kEnd), word) != std::end(kEnd) || tells_when(word)) break;
            // A preposition continues the place ("Stadshuset i Ekinge") only before a capital.
            const bool preposition = std::find(kPrepositions.begin(), kPrepositions.end(), word) != kPrepositions.end();
            if (preposition && (j + 1 >= words.size() || !is_upper_case(character_at(words[j + 1], 0).code))) break;
            const std::size_t mark = word.find_first_of(".,:;!?()");
            const std::string_view bare = word.substr(0, mark);
            if (!bare.empty()) place += (place.empty() ? "" : " ") + std::string(bare);
            if (++count > kMaxWords) return {};
            if (mark != std::string_view::npos) break;
        }
        const std::string lower = to_lower(place);
        const auto is_day = [&](const auto& list) {
            return std::any_of(list.begin(), list.end(), [&](const std::string& name) { return lower.starts_with(name); });
        };
        if (place.empty() || is_day(names.weekdays) || is_day(names.months)) continue;
        if (!found.empty()) return {};
        found = place;
        i += count;
    }
    return found;
}

bool is_deadline(std::string_view before_day) {
    const std::string near = to_lower(before_day.size() > 40 ? before_day.substr(before_day.size() - 40) : before_day);
    for (const std::string_view word : kDeadlines) {
        const std::size_t at = near.rfind(word);
        if (at == std::string::npos) continue;
        const bool begins = at == 0 || near[at - 1] == ' ';
        if (begins && is_word_end(near, at + word.size())) return true;
    }
    return false;
}

bool is_same(const DateMention& a, const DateMention& b) {
    return a.day == b.day && a.month == b.month && (!a.year || !b.year || a.year == b.year) &&
           (!a.minutes || !b.minutes || a.minutes == b.minutes);
}

Doubt doubt_of(const DateMention& when, bool deadline) {
    // Without a year, 29 February may exist.
    const std::chrono::year year(when.year.value_or(2024));
    const Date date{year, std::chrono::month(when.month), std::chrono::day(when.last_day.value_or(when.day))};
    if (!date.ok() || when.day == 0) return Doubt::impossible;
    if (!when.year) return Doubt::no_year;
    const Date first{year, std::chrono::month(when.month), std::chrono::day(when.day)};
    if (when.weekday && *when.weekday != std::chrono::weekday(std::chrono::local_days(first)).iso_encoding() - 1) return Doubt::weekday;
    if (deadline) return Doubt::deadline;
    return when.minutes || when.last_day ? Doubt::none : Doubt::no_time;
}

}  // namespace

void propose_events(std::string_view paragraph, std::string_view heading, const DateNames& names, std::optional<Date> published,
                    std::vector<ProposedEvent>& events) {
    for (const DateMention& when : find_date_mentions(paragraph, names)) {
        if (events.size() >= kMaxEvents) return;
        const Date date{std::chrono::year(when.year.value_or(0)), std::chrono::month(when.month), std::chrono::day(when.day)};
        if (when.year && published && date.ok() && date < *published) continue;
        const std::string_view sentence = sentence_around(paragraph, when.begin, when.end);
        const std::size_t in_sentence = when.begin - static_cast<std::size_t>(sentence.data() - paragraph.data());
        const bool deadline = is_deadline(sentence.substr(0, in_sentence));
        const std::string noun = noun_of(sentence);
        const auto same = std::find_if(events.begin(), events.end(), [&](const ProposedEvent& event) { return is_same(event.when, when); });
        if (same != events.end()) {  // the fuller of the two
            if (!same->when.year && when.year) same->when.year = when.year;
            if (!same->when.minutes && when.minutes) {
                same->when.minutes = when.minutes, same->when.end_minutes = when.end_minutes;
                same->when_text = paragraph.substr(when.begin, when.end - when.begin);
                same->sentence = trim(sentence);
            }
            if (!same->when.weekday) same->when.weekday = when.weekday;
            if (same->when.minutes == when.minutes && !same->when.end_minutes) same->when.end_minutes = when.end_minutes;
            if (same->location.empty()) same->location = location_of(sentence, names);
            if (!same->sure_title && !noun.empty()) same->title = noun, same->sure_title = true;
            same->doubt = doubt_of(same->when, deadline || same->doubt == Doubt::deadline);
            continue;
        }
        ProposedEvent event;
        event.when = when;
        event.when_text = std::string(paragraph.substr(when.begin, when.end - when.begin));
        event.title = noun.empty() ? std::string(heading) : noun;
        event.sure_title = !noun.empty();
        event.location = location_of(sentence, names);
        event.sentence = std::string(trim(sentence));
        event.doubt = doubt_of(when, deadline);
        events.push_back(std::move(event));
    }
}

}  // namespace pressrum
