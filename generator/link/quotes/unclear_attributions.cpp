#include "link/quotes/attributions.hpp"

#include "link/quotes/speaker_clause.hpp"

#include <algorithm>

namespace pressrum {
namespace {

using enum Token::Kind;

// Begin a speaker who has no name: "säger en som bor här", "säger flera av dem".
constexpr std::string_view kIndefinite[] = {"en",      "ett",   "någon", "några",  "många",   "flera",  "et",     "ein",
                                            "noen",    "nogle", "flere", "mange",  "a",       "an",     "one",    "some",
                                            "several", "eräs",  "moni",  "varken", "hverken", "verken", "neither"};

// "säger facket": somebody, in the definite form, that no list knows.
bool is_definite(std::string_view word) {
    static constexpr std::string_view kEndings[] = {"et", "en", "na", "an", "ene", "erne"};
    return word.size() > 3 && std::any_of(std::begin(kEndings), std::end(kEndings), [&](std::string_view e) { return word.ends_with(e); });
}

// The words at `i` end their sentence within a few words.
bool ends_soon(const TokenText& tokens, std::size_t i) {
    std::size_t n = 0;
    while (n < 4 && tokens.is_word(i + n)) ++n;
    return i + n >= tokens.size() || tokens.is(i + n, stop);
}

// ", enligt kommunalrådet Karin Alm (C).": the paragraph's last words name a source that may have said all of it.
bool names_source(const TokenText& tokens, const AttributionWords& words, std::size_t i) {
    const std::string word = tokens.lower(i);
    const bool two_words = word == "according" && tokens.lower(i + 1) == "to";
    if (!two_words && word != "enligt" && word != "ifølge") return false;
    const auto source = read_speaker(tokens, words, i + (two_words ? 2 : 1), {});
    const bool sure = source && (source->role_is_known || !source->party.empty() || word_count(source->name) >= 2);
    return sure && !source->name.empty() && (source->end + 1 >= tokens.size() || tokens.is(source->end, stop));
}

// "… säger Jarl Öster, som bor här.": the sentence tells who that is, and no more.
bool ends_with_clause_about(const TokenText& tokens, std::size_t end) {
    return tokens.is(end, comma) && opens_hanging_clause(tokens.lower(end + 1));
}

// ", Karin Alm (C), kommunalråd i Ekinge." and ", hon.": the verb is forgotten. A name alone may be what the sentence is about: "vår granne, Karin Alm".
bool is_bare_speaker(const TokenText& tokens, const AttributionWords& words, std::size_t i, TokenRange range) {
    if (i < range.begin + 4) return false;
    if (contains(words.pronouns, tokens.lower(i))) return i + 1 >= range.end || tokens.is(i + 1, stop);
    const auto speaker = read_speaker(tokens, words, i, {});
    if (!speaker || speaker->name.empty() || (speaker->party.empty() && !speaker->role_is_known)) return false;
    return speaker->end >= range.end || tokens.is(speaker->end, stop) || ends_with_clause_about(tokens, speaker->end);
}

bool name_is_near(const TokenText& tokens, std::size_t i) {
    for (std::size_t n = 0; n < 7 && (tokens.is_word(i + n) || tokens.is_abbreviation_stop(i + n)); ++n) {
        if (tokens.is_capital(i + n)) return true;
    }
    return false;
}

// Forms in which nobody writes an attribution on purpose, or which say that somebody else has said it: "säger (kommunalrådet) Karin Alm", "SÄGER KARIN ALM",
// "säger, Karin Alm", "har Karin Alm sagt".
std::optional<UnclearAttribution> find_odd_attribution(const TokenText& tokens, const AttributionRows& rows, std::size_t i,
                                                       TokenRange range) {
    using Fault = UnclearAttribution::Fault;
    const bool broken_off = is_broken_off(tokens, i);
    const bool next_is_sign = tokens.is(i + 1, open_paren) || (tokens.is(i + 1, other) && tokens.raw(i + 1) == "[");
    const bool next_is_name =
        tokens.is(i + 1, comma) && tokens.is_capital(i + 2) && tokens.is_capital(i + 3) && (i + 4 >= range.end || tokens.is(i + 4, stop));
    const bool capitals = broken_off && tokens[i].upper && tokens.is_capital(i + 1);
    const std::string word = tokens.lower(i);
    const bool perfect = broken_off && (word == "har" || word == "hade" || word == "has" || word == "had") && tokens.is_capital(i + 1);
    if (!(broken_off && next_is_sign) && !next_is_name && !capitals && !perfect) return std::nullopt;
    if (perfect) {
        static constexpr std::string_view kSaid[] = {"sagt", "berättat", "förklarat", "skrivit", "uttalat", "said", "sagt", "fortalt"};
        for (std::size_t k = i + 2; k < range.end && k < i + 8; ++k) {
            if (contains(kSaid, tokens.lower(k))) return UnclearAttribution{i, Fault::no_speaker};
        }
        return std::nullopt;
    }
    for (const AttributionWords* words : rows) {
        if (find_saying_verb(*words, word) != nullptr) return UnclearAttribution{i, Fault::no_speaker};
    }
    return std::nullopt;
}

constexpr std::string_view kPlainSaying[] = {"säger", "sa", "sade", "says", "said", "sier", "siger", "sagde", "seier"};

// "Men ingen punktering säger hon.": what a sentence ends with has no words after it that it could be about, and "det säger hon" has few before.
bool runs_into_pronoun(const TokenText& tokens, const AttributionWords& words, std::size_t i, TokenRange range) {
    if (!contains(kPlainSaying, tokens.lower(i)) || !contains(words.pronouns, tokens.lower(i + 1))) return false;
    if (i + 2 < range.end && !tokens.is(i + 2, stop)) return false;
    std::size_t before = 0;
    for (std::size_t k = range.begin; k < i; ++k) before += tokens.is_word(k) ? 1 : 0;
    const std::string last = tokens.lower(i - 1);
    return before >= 3 && tokens.is_word(i - 1) && last != "det" && last != "så";
}

}  // namespace

std::optional<UnclearAttribution> find_unclear_attribution(const TokenText& tokens, const AttributionRows& rows, TokenRange range) {
    using Fault = UnclearAttribution::Fault;
    for (std::size_t i = range.begin + 1; i < range.end; ++i) {
        if (!tokens.is_word(i)) continue;
        if (const auto odd = find_odd_attribution(tokens, rows, i, range)) return odd;
        const bool broken_off = is_broken_off(tokens, i);
        for (const AttributionWords* words : rows) {
            if (broken_off && tokens.is(i - 1, comma) && is_bare_speaker(tokens, *words, i, range))
                return UnclearAttribution{i, Fault::no_speaker};
        }
        if (tokens[i].upper || !tokens.is_word(i + 1)) continue;
        for (const AttributionWords* words : rows) {
            if (broken_off || !runs_into_pronoun(tokens, *words, i, range)) continue;
            if (auto attribution = verb_first(tokens, *words, i))
                return UnclearAttribution{i, Fault::missing_comma, std::move(attribution->attribution)};
        }
        if (!broken_off && !(tokens.is_word(i - 1) && name_is_near(tokens, i + 1))) continue;  // a cheap look first
        for (const AttributionWords* words : rows) {
            if (broken_off && i > range.begin + 1 && names_source(tokens, *words, i)) return UnclearAttribution{i, Fault::no_speaker};
            if (find_saying_verb(*words, tokens.word(i)) == nullptr) {
                // "Så fint! kvittrar Karin Alm": no sentence begins with a small letter. ", mullrar Karin Alm (C)": what else can it be?
                const bool after_sentence = tokens.is(i - 1, question) || tokens.is(i - 1, exclamation);
                if (after_sentence && tokens[i + 1].upper) return UnclearAttribution{i, Fault::no_speaker};
                const std::string word = tokens.lower(i);
                const bool likely = looks_like_verb(*words, word) && !is_auxiliary(word);
                const bool possible = !likely && !is_role_word(*words, word) && !contains(words->prepositions, word) &&
                                      !contains(words->and_words, word) && !contains(words->no_speakers, word) &&
                                      !contains(words->tails, word) && !contains(words->adverbs, word) && !is_joining_word(word) &&
                                      !opens_hanging_clause(word) && !is_auxiliary(word);
                const bool verb = broken_off && (likely || (possible && name_is_near(tokens, i + 1)));
                if (verb && contains(words->pronouns, tokens.lower(i + 1)) && ends_soon(tokens, i + 2))
                    return UnclearAttribution{i, Fault::no_speaker};  // försvarar han sig
                const auto speaker = verb ? read_speaker(tokens, *words, i + 1, {}) : std::nullopt;
                const bool sure = speaker && !speaker->name.empty() &&
                                  (speaker->role_is_known || !speaker->party.empty() || word_count(speaker->name) >= 2);
                if (sure) {
                    return UnclearAttribution{i, Fault::no_speaker};
                }
                continue;
            }
            if (broken_off) {
                const std::string next = tokens.lower(i + 1);
                const bool definite =
                    !words->adverbs.empty() && !contains(words->no_speakers, next) && is_definite(next) && ends_soon(tokens, i + 1);
                const bool two_words = tokens.is_word(i + 2) && (i + 3 >= range.end || tokens.is(i + 3, stop)) &&
                                       !contains(words->no_speakers, next) && !contains(words->no_speakers, tokens.lower(i + 2)) &&
                                       !is_plain_subject(next) && !contains(words->prepositions, next);  // säger karin alm
                const bool described =
                    contains(words->pronouns, next) && opens_hanging_clause(tokens.lower(i + 2));  // säger hon som bor här
                const bool somebody = tokens[i + 1].upper || is_role_word(*words, next) || contains(kIndefinite, next) || definite ||
                                      two_words || described || holds_third_person(tokens, i + 1, i + 2);
                if (somebody && i > range.begin + 1) return UnclearAttribution{i, Fault::no_speaker};
            } else if (auto attribution = verb_first(tokens, *words, i); attribution && !attribution->attribution.name.empty()) {
                const bool ends =
                    attribution->end >= range.end || tokens.is(attribution->end, stop) || ends_with_clause_about(tokens, attribution->end);
                const std::string before = tokens.lower(i - 1);
                if (!attribution->attribution.party.empty() || attribution->role_is_known ||
                    (ends && contains(kPlainSaying, tokens.lower(i)) && before != "det" && before != "så" &&
                     word_count(attribution->attribution.name) >= 2))
                    return UnclearAttribution{i, Fault::missing_comma, std::move(attribution->attribution)};
            }
        }
    }
    return std::nullopt;
}

}  // namespace pressrum
