#include "link/quotes/seam.hpp"

#include "link/quotes/speaker_clause.hpp"

#include <algorithm>

// How the order of the words shows it.
//
// The Scandinavian main clause has its verb in second place. So a beginning without a verb, and a verb right after the
// attribution, are one clause:
//
//     I dag      , säger Karin Alm,  bygger vi          a preposition or an adverb begins; the verb's subject follows it
//     Simhallen  , säger Karin Alm,  ska öppna i juni   the subject itself begins; the verb is one of the few that are known
//     Vägen blir , säger Karin Alm,  klar i maj         the verb has come, and what it needs has not
//
// English has only the second form. A greeting or an answer ("Kära vänner", "Ja") has its comma in either case, and so does a
// beginning that may itself be a sentence.

namespace pressrum {
namespace {

using attribution_words::W;
using enum Token::Kind;

constexpr std::size_t kMaxBeginning = 6;  // words; longer ones may hold a verb that no list knows

// Finite verbs that are never anything else, in the languages whose row has adverbs or that put the subject first.
constexpr W kVerbs[] = {"är",    "blir", "blev",    "har",    "hade",  "ska",    "skall", "skulle", "kan",   "kunde", "vill",   "ville",
                        "måste", "bör",  "behöver", "kommer", "finns", "bliver", "havde", "skal",   "vil",   "må",    "findes", "finnes",
                        "will",  "is",   "was",     "are",    "were",  "has",    "have",  "can",    "could", "must",  "should", "would"};
constexpr W kSubjects[] = {"jag", "vi", "du", "ni",   "det",  "den", "de", "man", "alla", "ingen", "hon", "han", "hen",
                           "jeg", "eg", "me", "dere", "alle", "hun", "we", "you", "they", "he",    "she", "it"};

bool is_plain_words(const TokenText& t, TokenRange range) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if (!t.is_word(i)) return false;
    }
    return range.begin < range.end && range.end - range.begin <= kMaxBeginning;
}

// "Men, säger Karin Alm, vi är inte klara"
bool is_conjunction(const AttributionWords& words, std::string_view word) {
    return contains(words.and_words, word) || word == "men" || word == "but" || word == "mutta";
}

bool ends_as_question(const TokenText& t, TokenRange range) {
    for (std::size_t i = range.begin; i < range.end && i < range.begin + kMaxClauseTokens; ++i) {
        if (t.is(i, question)) return true;
        if (t.is(i, stop) || t.is(i, exclamation)) return false;
    }
    return false;
}

}  // namespace

bool is_one_clause(const TokenText& t, const AttributionWords& words, TokenRange before, TokenRange after) {
    // Only the last sentence before the attribution counts.
    for (std::size_t i = before.end; i > before.begin && before.end - i <= kMaxBeginning; --i) {
        if (t.is(i - 1, stop) || t.is(i - 1, question) || t.is(i - 1, exclamation)) {
            before.begin = i;
            break;
        }
    }
    if (!is_plain_words(t, before) || !t.is_word(after.begin) || t[after.begin].upper || ends_as_question(t, after)) return false;
    if (before.end == before.begin + 1 && is_conjunction(words, t.lower(before.begin))) return true;
    if (breaks_off(t, before)) return true;
    const std::string &first = t.lower(before.begin), &verb = t.lower(after.begin), &next = t.lower(after.begin + 1);
    const bool thanks_to = first == "tack" && t.lower(before.begin + 1) == "vare";
    for (std::size_t i = before.begin + (thanks_to ? 2 : 0); i < before.end; ++i) {
        const std::string& word = t.lower(i);
        if (is_sentence_word(words, word) || contains(kVerbs, word) || is_answer(word) || contains(words.that_words, word) ||
            find_saying_verb(words, word) != nullptr)
            return false;
    }
    const bool adverb = before.end == before.begin + 1 && contains(words.adverbs, first);
    const bool verb_second = !words.adverbs.empty() && (thanks_to || adverb || contains(words.prepositions, first));
    const bool subject_next = after.begin + 1 < after.end && contains(kSubjects, next);
    if (verb_second && subject_next) return looks_like_verb(words, verb);
    return contains(kVerbs, verb) && !subject_next;
}

}  // namespace pressrum
