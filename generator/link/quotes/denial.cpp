#include "link/quotes/denial.hpp"

#include "link/quotes/speaker_clause.hpp"

#include <algorithm>

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
constexpr std::size_t kFar = 20;  // no more words are looked at on either side

// What the search beside a verb must not cross: the clause ends there.
bool ends_own_clause(const TokenText& t, const AttributionWords& w, std::size_t i) {
    if (!t.is_word(i)) return !t.is_abbreviation_stop(i);
    const std::string& word = t.lower(i);
    return contains(w.and_words, word) || is_joining_word(word) || opens_hanging_clause(word);
}

// Before what somebody does not say, or only may have said.
constexpr W kUnsaid[] = {"vägra",  "förnek", "påstå", "sägs",   "nekt",  "benekt", "nægt",   "afvis", "avvis",
                         "undvik", "refus",  "denie", "denied", "alleg", "cannot", "declin", "avoid", "kieltäy"};
constexpr W kModals[] = {"kan",   "kunde", "borde", "bör",   "skulle", "vill",  "ville", "ska", "skall", "kunne", "vil", "skal",
                         "burde", "bør",   "can",   "could", "should", "would", "might", "may", "wants", "voisi", "voi", "haluaa"};
// What somebody does with another's words.
constexpr W kRelays[] = {"läser",  "läste",  "citerar", "citerade", "lyssnar", "lyssnade", "härmar",  "hör",      "hörde",    "reads",
                         "quotes", "quoted", "listens", "listened", "hears",   "heard",    "siterer", "siterte",  "citerer",  "citerede",
                         "leser",  "leste",  "læser",   "læste",    "lytter",  "lyttede",  "lukee",   "siteeraa", "kuuntelee"};
constexpr W kAsking[] = {"varför",  "vad",    "hur", "vem",  "hvorfor", "hva",   "hvad",
                         "hvordan", "kvifor", "why", "what", "how",     "miksi", "mitä"};
constexpr W kWe[] = {"vi", "jag", "we", "jeg", "eg", "me"};
constexpr W kToSomebody[] = {"till", "til", "to", "åt", "av", "af", "of", "från", "fra", "from", "med", "with", "för"};

}  // namespace

bool leads_elsewhere(const TokenText& t, TokenRange range, std::string_view name) {
    if (contains(kAsking, t.lower(range.begin))) return true;
    std::size_t begin = range.begin;  // of the clause that names whoever speaks: "Asked whether it would open, Nils Ek replied"
    for (std::size_t i = range.begin; i < range.end && !(t.is_capital(i) && name.starts_with(t.word(i))); ++i) {
        if (t.is(i, Token::Kind::comma)) begin = i + 1;
    }
    for (std::size_t i = begin; i < range.end; ++i) {
        const std::string& word = t.lower(i);
        if (word.empty()) continue;
        if (opens_who(word)) {  // "Karin Alm, som aldrig vilar, säger", "svarar dem som inte vill"
            while (i + 1 < range.end && !t.is(i + 1, Token::Kind::comma)) ++i;
            continue;
        }
        if (is_denial_or_doubt(word) || contains(kModals, word) || contains(kRelays, word) || contains(kWe, word)) return true;
        if (std::any_of(std::begin(kUnsaid), std::end(kUnsaid), [&](W stem) { return word.starts_with(stem); })) return true;
        if (contains(kToSomebody, word) && t.is_capital(i + 1) && name.starts_with(t.word(i + 1))) return true;
    }
    return false;
}

bool is_denial(std::string_view word) { return contains(kDenials, word); }

bool is_denial_or_doubt(std::string_view word) { return is_denial(word) || contains(kDoubts, word); }

bool is_denied(const TokenText& t, const AttributionWords& w, std::size_t verb, TokenRange range) {
    bool near = true;  // to the verb; farther away a denial belongs to another clause, unless "att" or the like ties them together
    for (std::size_t i = verb; i-- > range.begin && verb - i <= kFar && !ends_own_clause(t, w, i);) {
        if (near && is_denial_or_doubt(t.lower(i))) return true;
        near = i + kNear > verb || contains(w.that_words, t.lower(i));
    }
    for (std::size_t i = verb + 1; i < range.end && i - verb <= kFar && !ends_own_clause(t, w, i); ++i) {
        const std::string& word = t.lower(i);
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
