#include "link/quotes/attributions.hpp"

#include "link/quotes/denial.hpp"
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

constexpr std::size_t kMaxUntilEnd = 8;  // words: "hälsar biblioteket i västra delen av Ekinge."

// The words at `i` end their sentence within a few words.
bool ends_soon(const TokenText& tokens, std::size_t i) {
    std::size_t n = 0;
    while (n < kMaxUntilEnd && tokens.is_word(i + n)) ++n;
    return i + n >= tokens.size() || tokens.is(i + n, stop);
}

// ", enligt kommunalrådet Karin Alm (C).": the paragraph's last words name a source that may have said all of it.
bool names_source(const TokenText& tokens, const AttributionWords& words, std::size_t i) {
    const std::string& word = tokens.lower(i);
    const bool two_words = word == "according" && tokens.lower(i + 1) == "to";
    if (!two_words && word != "enligt" && word != "ifølge") return false;
    const std::size_t who = i + (two_words ? 2 : 1);
    if (is_role_word(words, tokens.lower(who)) && (who + 1 >= tokens.size() || tokens.is(who + 1, stop))) return true;  // "enligt polisen"
    const auto source = read_speaker(tokens, words, who, {});
    const bool sure = source && (source->role_is_known || !source->party.empty() || word_count(source->name) >= 2);
    return sure && !source->name.empty() && (source->end + 1 >= tokens.size() || tokens.is(source->end, stop));
}

// "… säger Jarl Öster, som bor här.": the sentence tells who that is, and no more.
bool ends_with_clause_about(const TokenText& tokens, std::size_t end) {
    return tokens.is(end, comma) && opens_hanging_clause(tokens.lower(end + 1));
}

constexpr std::size_t kMinBeforePronoun = 4;  // tokens; fewer hold no statement

// ", Karin Alm (C), kommunalråd i Ekinge." and ", hon.": the verb is missing. A name alone may be what the sentence is about: "vår granne, Karin Alm".
bool is_bare_speaker(const TokenText& tokens, const AttributionWords& words, std::size_t i, TokenRange range) {
    if (contains(words.pronouns, tokens.lower(i)))
        return i >= range.begin + kMinBeforePronoun && (i + 1 >= range.end || tokens.is(i + 1, stop));
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
    const std::string& word = tokens.lower(i);
    static constexpr std::string_view kHave[] = {"har", "hade", "has", "had", "on", "ovat"};
    static constexpr std::string_view kSaid[] = {"sagt", "berättat", "förklarat", "skrivit",  "uttalat",
                                                 "said", "fortalt",  "sanonut",   "kertonut", "sanoneet"};
    const bool perfect = broken_off && contains(kHave, word) && (tokens.is_capital(i + 1) || contains(kSaid, tokens.lower(i + 1)));
    if (!(broken_off && next_is_sign) && !next_is_name && !capitals && !perfect) return std::nullopt;
    if (perfect) {
        for (std::size_t k = i + 1; k < range.end && k < i + 8; ++k) {
            if (contains(kSaid, tokens.lower(k))) return UnclearAttribution{i, Fault::no_speaker};
        }
        return std::nullopt;
    }
    for (const AttributionWords* words : rows) {
        if (find_saying_verb(*words, word) != nullptr) return UnclearAttribution{i, Fault::no_speaker};
    }
    return std::nullopt;
}

constexpr std::string_view kPlainSaying[] = {"säger", "sa",    "sade",  "says",  "said",    "sier",     "siger",
                                             "sagde", "seier", "sanoo", "sanoi", "sanovat", "sanoivat", "sanomme"};
constexpr std::string_view kReporting[] = {"kertoo",   "kertoi",  "toteaa",    "totesi",    "vastaa",   "vastasi",
                                           "uppger",   "uppgav",  "meddelar",  "meddelade", "berättar", "berättade",
                                           "opplyser", "oplyser", "forteller", "fortæller"};
// "meldes det fra politiet", "hörs från publiken"
constexpr std::string_view kHeardFrom[] = {"hörs", "hördes", "meldes", "lyder", "lød", "høres", "hørtes"};
// "kommer det från mannen bredvid", "löd svaret", "var kommentaren från Leif Holm"
constexpr std::string_view kCame[] = {"kommer", "kom", "var", "blev", "lyder", "löd", "ljöd", "was", "came", "ble"};
constexpr std::string_view kFromWhom[] = {"från", "fra", "frå", "from"};
constexpr std::string_view kAnswers[] = {"svaret", "kommentaren", "beskedet", "omdömet", "budskapet", "answer", "reply", "svar"};
// Among the words that begin no speaker, these still mean other people, or the newsroom; kOwnSubjects mean whoever speaks.
constexpr std::string_view kOthers[] = {"vi",   "de",    "dom",   "man",     "alla", "ingen", "många",  "några",  "flera",
                                        "folk", "någon", "vissa", "somliga", "we",   "they",  "people", "some",   "many",
                                        "alle", "mange", "nogle", "noen",    "me",   "he",    "kaikki", "nobody", "everyone"};
// Of others, not of those who speak for themselves: "tycker vissa".
constexpr std::string_view kThinking[] = {"tycker", "tyckte", "anser", "ansåg", "menar", "menade", "tror", "synes", "mener", "mente"};
constexpr std::string_view kOurselves[] = {"vi", "man", "we", "me"};
constexpr std::string_view kOwnSubjects[] = {"jag", "jeg", "eg", "i", "minä", "du", "you", "sinä", "ni"};
// Turn a verb of saying into another verb: "säger upp", "säger ja".
constexpr std::string_view kParticles[] = {"upp",  "op",  "opp", "ja",   "nej",   "nei", "jo",  "ifrån",
                                           "emot", "sig", "seg", "irti", "kyllä", "ei",  "yes", "no"};
constexpr std::string_view kAlso[] = {"också", "även", "inte", "dock", "då", "nu", "også", "ikke", "ikkje", "dog", "myös", "also", "not"};

// Whether the word may begin a speaker whom no list knows: "grannen", "facket", "kollega".
bool may_be_somebody(const AttributionWords& words, const std::string& word) {
    if (contains(kOthers, word)) return true;
    return !(contains(words.no_speakers, word) || contains(words.tails, word) || contains(words.prepositions, word) ||
             contains(words.adverbs, word) || contains(words.and_words, word) || is_joining_word(word) || opens_hanging_clause(word) ||
             contains(kParticles, word));
}

// "Det, säger grannen, är dyrt", "säger också Ekinge kommun", "säger de boende": whoever that is, it need not be the one who spoke before.
bool says_somebody(const TokenText& tokens, const AttributionWords& words, std::size_t verb) {
    const std::string& word = tokens.lower(verb);
    const SayingVerb* known = find_saying_verb(words, word);
    std::size_t i = verb + 1;
    if (known != nullptr && !known->particle.empty() && tokens.lower(i) == known->particle) ++i;
    while (contains(kAlso, tokens.lower(i))) ++i;
    const std::string& next = tokens.lower(i);
    if (contains(kCame, word) && (contains(kAnswers, next) || contains(kAnswers, tokens.lower(i + 1)))) return true;
    if ((word == "kommer" || word == "kom") && next == "det" && contains(kFromWhom, tokens.lower(i + 1))) return true;
    if (contains(kHeardFrom, word)) return contains(words.prepositions, next) || contains(words.prepositions, tokens.lower(i + 1));
    if (next.empty() || contains(kOwnSubjects, next) || contains(words.that_words, next)) return false;
    if (i > verb + 1 && tokens.is_capital(i)) return true;
    if (contains(kThinking, word) && contains(kOthers, next) && !contains(kOurselves, next)) return true;
    const bool reports = contains(kReporting, word) && !contains(kOthers, next);
    return (reports || contains(kPlainSaying, word)) && may_be_somebody(words, next);
}

// "…, poliisi sanoo.", "…, Nils Ekin edeltäjä sanoo.": what ends with a verb of saying after a mark is nobody else's words.
bool ends_with_sayer(const TokenText& tokens, const AttributionWords& words, std::size_t verb, TokenRange range) {
    if (!words.speaker_before_verb || !(contains(kPlainSaying, tokens.lower(verb)) || contains(kReporting, tokens.lower(verb))))
        return false;
    if (verb + 1 < range.end && !tokens.is(verb + 1, stop)) return false;
    std::size_t begin = verb;
    while (begin > range.begin && verb - begin < kMaxUntilEnd &&
           (tokens.is_word(begin - 1) || (tokens.is(begin - 1, stop) && !is_broken_off(tokens, begin))))
        --begin;
    const std::string& first = tokens.lower(begin);
    return begin > range.begin + 1 && begin < verb && is_broken_off(tokens, begin) && !contains(kOwnSubjects, first) &&
           !is_joining_word(first) && !opens_hanging_clause(first) && !contains(words.and_words, first);
}

// Verbs whose object may follow them as a speaker would: "nu välkomnar Karin Alm", "sedan minns rektorn".
constexpr std::string_view kTransitive[] = {
    "minns",     "mindes",   "minnes",  "berömmer", "välkomnar", "välkomnade", "försvarar", "försvarade", "beskriver", "beskrev",
    "ursäktar",  "tackar",   "tackade", "takker",   "roser",     "hälsar",     "hälsade",   "frågar",     "frågade",   "uppmanar",
    "uppmanade", "ber",      "bad",     "påminner", "påminde",   "varnar",     "varnade",   "informerar", "upplyser",  "kiittää",
    "kuvaa",     "kuvailee", "asks",    "asked",    "tells",     "told",       "warns",     "warned",     "urges",     "urged",
    "recalls",   "recalled", "spør",    "spurte",   "spørger",   "spurgte"};

// "Det tror Karin Alm.", "… och nu hoppas Karin Alm.": what stands before the verb is part of its own clause.
bool is_fronted(const TokenText& tokens, const AttributionWords& words, TokenRange before) {
    if (before.empty()) return true;
    const std::string& last = tokens.lower(before.end - 1);
    const std::string before_last = before.end > before.begin + 1 ? tokens.lower(before.end - 2) : std::string();
    const bool opens = before_last.empty() || contains(words.and_words, before_last) || is_joining_word(before_last);
    const bool of_preposition = contains(words.prepositions, before_last);  // "Jag tror på det"
    if (((last == "det" || last == "så") && !of_preposition) || (opens && contains(words.adverbs, last))) return true;
    const bool adverbial =  // "I går berättade rektorn"
        contains(words.prepositions, tokens.lower(before.begin)) && count_verbs(tokens, words, {before.begin + 2, before.end}) == 0;
    const bool own_subject = is_plain_subject(last) || contains(words.pronouns, last) || contains(words.and_words, last) ||
                             is_joining_word(last) || opens_hanging_clause(last) || contains(words.that_words, last);
    const bool condition =
        opens_condition(tokens.lower(before.begin)) && count_verbs(tokens, words, before) < 2;  // "När det snöar ler Karin Alm."
    return own_subject || condition || adverbial;
}

// A clause that needs nothing more: it has its verb, or denies something, or is in somebody's own words.
bool is_whole_clause(const TokenText& tokens, const AttributionWords& words, TokenRange before) {
    if (is_answer(tokens.lower(before.begin)) || holds_own_words(tokens, words, before.begin, before.end)) return true;
    if (words.language == "fi") return before.end - before.begin >= 2;  // its verbs are not known by their form
    for (std::size_t i = before.begin; i < before.end; ++i) {
        if (is_denial(tokens.lower(i)) || is_auxiliary(tokens.lower(i))) return true;
    }
    return !words.adverbs.empty() && count_verbs(tokens, words, before) > 0;
}

bool follows_whole_clause(const TokenText& tokens, const AttributionWords& words, std::size_t verb, TokenRange range) {
    TokenRange before{range.begin, verb};
    for (std::size_t k = verb; k-- > range.begin && verb - k <= kMaxClauseTokens;) {
        if (tokens.is_word(k) || tokens.is_abbreviation_stop(k)) continue;
        before.begin = k + 1;
        break;
    }
    return !is_fronted(tokens, words, before) && is_whole_clause(tokens, words, before);
}

// "Vi betalar inte menar Lena Hovmark.": a verb of saying after a whole clause, and the sentence ends with somebody.
bool runs_into_speaker(const TokenText& tokens, const AttributionWords& words, const FoundAttribution& found, TokenRange range) {
    const bool ends = found.end >= range.end || tokens.is(found.end, stop) || ends_with_clause_about(tokens, found.end);
    if (!ends || found.attribution.pronoun) return false;
    const bool named = word_count(found.attribution.name) >= 2;
    const std::string &verb = tokens.lower(found.begin), &last = tokens.lower(found.begin - 1);
    const bool that = (last == "det" || last == "så") && !contains(words.prepositions, tokens.lower(found.begin - 2));
    if (named && contains(kPlainSaying, verb) && !that) return true;
    const std::string head = lower_word(found.attribution.role);
    const bool role = found.attribution.name.empty() && found.role_is_known &&
                      (words.adverbs.empty() || is_definite(head) || head.ends_with('n') || head.find(' ') != std::string::npos);
    return (named || role) && !contains(kTransitive, verb) && follows_whole_clause(tokens, words, found.begin, range);
}

// Where the first whole name within a few words begins, with nothing but words between; the end of the text when there is none.
std::size_t near_full_name(const TokenText& tokens, std::size_t i) {
    for (std::size_t n = 0; n < 7 && (tokens.is_word(i + n) || tokens.is_abbreviation_stop(i + n)); ++n) {
        if (tokens.is_capital(i + n) && tokens.is_capital(i + n + 1)) return i + n;
    }
    return tokens.size();
}

// "sade nog aldrig Karin Alm", "säger inte hon", "säger dottern till kommunalrådet Karin Alm": whoever is named after the verb has not said it, or is
// not the one who speaks.
bool denies_or_relates(const TokenText& tokens, const AttributionWords& words, std::size_t verb) {
    std::size_t i = verb + 1;
    while (i < verb + 4 && is_denial_or_doubt(tokens.lower(i))) ++i;
    const std::string& first = tokens.lower(i);
    if (is_plain_subject(first) || contains(words.no_speakers, first)) return false;  // "tror inte jag"
    const bool denied = i > verb + 1 && (contains(words.pronouns, first) || is_role_word(words, first));
    if (denied) return true;
    const std::size_t name = near_full_name(tokens, i);
    if (name == tokens.size() || i > verb + 1) return name != tokens.size();
    for (std::size_t k = i + 1; k < name; ++k) {
        const std::string& word = tokens.lower(k);
        if (opens_who(word)) return true;
        if (is_relation(word) || word == "för") return k + 1 == name || is_role_word(words, tokens.lower(name - 1));
    }
    return false;
}

// "Nu räcker det! skriker en granne", "Är det sant? undrar vi": no sentence begins with a small letter, whatever the verb is.
bool tells_after_sentence(const TokenText& tokens, const AttributionRows& rows, std::size_t i) {
    if (!tokens.is(i - 1, question) && !tokens.is(i - 1, exclamation)) return false;
    const std::string& word = tokens.lower(i);
    return !is_joining_word(word) && std::none_of(rows.begin(), rows.end(), [&](const AttributionWords* words) {
        return contains(words->and_words, word) || contains(words->no_speakers, word);
    });
}

// "Bra tycker barnen.": whoever it is, the sentence ends with them.
bool runs_into_somebody(const TokenText& tokens, const AttributionWords& words, std::size_t i, TokenRange range) {
    static constexpr std::string_view kOpinions[] = {"tycker", "tyckte", "menar", "menade", "anser",
                                                     "tror",   "synes",  "mener", "synest", "meiner"};
    const std::string &verb = tokens.lower(i), &next = tokens.lower(i + 1);
    const bool ends = i + 2 >= range.end || tokens.is(i + 2, stop);
    if (!ends || (!contains(kOpinions, verb) && !contains(kPlainSaying, verb)) || tokens.is_capital(i + 1)) return false;
    if (!is_definite(next) || contains(words.no_speakers, next) || is_plain_subject(next)) return false;
    return !is_fronted(tokens, words, {range.begin, i});
}

// "ei sanonut Karin Alm"
bool is_finnish_denial(const TokenText& tokens, std::size_t i) {
    const std::string &word = tokens.lower(i), &next = tokens.lower(i + 1);
    static constexpr std::string_view kNot[] = {"ei", "eivät"};
    const bool said = next.ends_with("nut") || next.ends_with("nyt") || next == "sano" || next == "kerro";
    return contains(kNot, word) && said && (tokens.is_capital(i + 2) || near_full_name(tokens, i + 2) != tokens.size());
}

// "Men ingen punktering säger hon.": at the end of a sentence nothing follows that it could be about, and "det säger hon" has little before it.
bool runs_into_pronoun(const TokenText& tokens, const AttributionWords& words, std::size_t i, TokenRange range) {
    if (!contains(kPlainSaying, tokens.lower(i)) || !contains(words.pronouns, tokens.lower(i + 1))) return false;
    if (i + 2 < range.end && !tokens.is(i + 2, stop)) return false;
    std::size_t before = 0;
    for (std::size_t k = range.begin; k < i; ++k) before += tokens.is_word(k) ? 1 : 0;
    const std::string& last = tokens.lower(i - 1);
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
        for (const AttributionWords* words : rows) {
            if (ends_with_sayer(tokens, *words, i, range)) return UnclearAttribution{i, Fault::no_speaker};
        }
        if (tokens[i].upper || !tokens.is_word(i + 1)) continue;
        if (tells_after_sentence(tokens, rows, i)) return UnclearAttribution{i, Fault::no_speaker};
        for (const AttributionWords* words : rows) {
            if (broken_off && i > range.begin + 1 && says_somebody(tokens, *words, i)) return UnclearAttribution{i, Fault::no_speaker};
        }
        if (broken_off && is_finnish_denial(tokens, i)) return UnclearAttribution{i, Fault::no_speaker};
        for (const AttributionWords* words : rows) {
            if (broken_off || !runs_into_pronoun(tokens, *words, i, range)) continue;
            if (auto attribution = verb_first(tokens, *words, i))
                return UnclearAttribution{i, Fault::missing_comma, std::move(attribution->attribution)};
        }
        if (!broken_off && !tokens.is_word(i - 1)) continue;
        for (const AttributionWords* words : rows) {
            if (broken_off && (i > range.begin + 1 || tokens.is(range.begin, quote_mark)) && names_source(tokens, *words, i))
                return UnclearAttribution{i, Fault::no_speaker};
            if (find_saying_verb(*words, tokens.word(i)) == nullptr) {
                // ", mullrar Karin Alm (C)": what else can it be?
                const std::string& word = tokens.lower(i);
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
                const std::string& next = tokens.lower(i + 1);
                const bool definite =
                    !words->adverbs.empty() && !contains(words->no_speakers, next) && is_definite(next) && ends_soon(tokens, i + 1);
                const bool two_words = tokens.is_word(i + 2) && (i + 3 >= range.end || tokens.is(i + 3, stop)) &&
                                       !contains(words->no_speakers, next) && !contains(words->no_speakers, tokens.lower(i + 2)) &&
                                       !is_plain_subject(next) && !contains(words->prepositions, next);  // säger karin alm
                const bool described =
                    contains(words->pronouns, next) && opens_hanging_clause(tokens.lower(i + 2));  // säger hon som bor här
                const bool somebody = tokens[i + 1].upper || is_role_word(*words, next) || contains(kIndefinite, next) || definite ||
                                      two_words || described || holds_third_person(tokens, i + 1, i + 2) ||
                                      denies_or_relates(tokens, *words, i);
                if (somebody && i > range.begin + 1) return UnclearAttribution{i, Fault::no_speaker};
            } else if (auto attribution = verb_first(tokens, *words, i)) {
                const Attribution& by = attribution->attribution;
                const bool sure = !by.name.empty() && (!by.party.empty() || attribution->role_is_known);
                if (sure || runs_into_speaker(tokens, *words, *attribution, range))
                    return UnclearAttribution{i, Fault::missing_comma, std::move(attribution->attribution)};
            } else if (runs_into_somebody(tokens, *words, i, range)) {
                return UnclearAttribution{i, Fault::no_speaker};
            } else if (contains(kPlainSaying, tokens.lower(i)) && follows_whole_clause(tokens, *words, i, range) &&
                       (denies_or_relates(tokens, *words, i) || near_full_name(tokens, i + 1) == i + 1)) {
                return UnclearAttribution{i, Fault::no_speaker};  // "Vi betalar inte säger Karin Alms (C) pressekreterare."
            }
        }
    }
    return std::nullopt;
}

}  // namespace pressrum
