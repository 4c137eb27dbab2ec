#include "link/quotes/denial.hpp"

#include "link/quotes/speaker_clause.hpp"

namespace pressrum {
namespace {

using attribution_words::W;

constexpr W kDenials[] = {"aldrig", "knappast", "knappt", "sällan", "inte",  "ej",     "icke",    "näppe",    "aldri",
                          "ikke",   "ikkje",    "neppe",  "næppe",  "knapt", "ingen",  "sjelden", "sjældent", "never",
                          "hardly", "scarcely", "barely", "rarely", "not",   "nobody", "tuskin",  "harvoin"};
constexpr W kDoubts[] = {"nog",      "kanske",    "troligen", "förmodligen", "möjligen", "nästan",      "väl",
                         "måske",    "kanskje",   "nok",      "nesten",      "næsten",   "perhaps",     "maybe",
                         "probably", "allegedly", "almost",   "supposedly",  "ehkä",     "luultavasti", "melkein"};

constexpr std::size_t kNear = 2;  // words
constexpr std::size_t kFar = 20;  // more words are looked at on neither side

// What the words beside a verb cannot look across: the clause ends there.
bool ends_own_clause(const TokenText& t, const AttributionWords& w, std::size_t i) {
    if (!t.is_word(i)) return !t.is_abbreviation_stop(i);
    const std::string word = t.lower(i);
    return contains(w.and_words, word) || is_joining_word(word) || opens_hanging_clause(word);
}

}  // namespace

bool is_denial(std::string_view word) { return contains(kDenials, word); }

bool is_denial_or_doubt(std::string_view word) { return is_denial(word) || contains(kDoubts, word); }

bool is_denied(const TokenText& t, const AttributionWords& w, std::size_t verb, TokenRange range) {
    bool near = true;  // to the verb; farther away a denial is of another clause, unless "att" or the like ties them together
    for (std::size_t i = verb; i-- > range.begin && verb - i <= kFar && !ends_own_clause(t, w, i);) {
        if (near && is_denial_or_doubt(t.lower(i))) return true;
        near = i + kNear > verb || contains(w.that_words, t.lower(i));
    }
    for (std::size_t i = verb + 1; i < range.end && i - verb <= kFar && !ends_own_clause(t, w, i); ++i) {
        const std::string word = t.lower(i);
        if (contains(w.that_words, word) || contains(w.prepositions, word)) return false;
        if (is_denial_or_doubt(word)) return true;
    }
    return false;
}

bool holds_denied_verb(const TokenText& t, const AttributionWords& w, TokenRange range) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if (t.is_word(i) && !t[i].upper && find_saying_verb(w, t.word(i)) != nullptr && is_denied(t, w, i, range)) return true;
    }
    return false;
}

}  // namespace pressrum
