#include "link/quotes/continuation.hpp"

#include "link/quotes/denial.hpp"
#include "link/quotes/pieces.hpp"
#include "link/quotes/rivals.hpp"
#include "link/quotes/speaker_clause.hpp"

#include <algorithm>

namespace pressrum {

namespace {

using attribution_words::W;
using enum Token::Kind;
using Outcome = Continuation::Outcome;

constexpr W kTimes[] = {"varje", "nästa", "förra", "hela",    "every", "each", "next", "last",
                        "hver",  "neste", "næste", "forrige", "joka",  "ensi", "viime"};
// Stand before a preposition as a noun does, and say when, how much or where.
constexpr W kNoNouns[] = {"redan",    "först",  "sent",   "tidigt",  "direkt", "mitt", "genast",   "strax", "senast", "tidigast",  "högst",
                          "minst",    "alltid", "bara",   "endast",  "hemma",  "igen", "allerede", "først", "straks", "altid",     "alltid",
                          "kun",      "bare",   "hjemme", "already", "only",   "just", "even",     "early", "late",   "always",    "right",
                          "straight", "from",   "till",   "tills",   "fram",   "ända", "helst",    "gärna", "helt",   "åtminstone"};
// "och får svar från publiken: – Nej!", "och läser från skylten: …": somebody else's words follow.
constexpr W kRelays[] = {"svar", "svaret", "läser", "citerar", "skylten", "får", "hör", "reads", "quotes", "læser", "leser", "answer"};
constexpr W kMeanwhile[] = {"medan", "mens", "while", "samtidigt"};
// How and when somebody speaks: "med ett leende", "i ett sms".
constexpr W kManners[] = {"leende",  "leendet",    "skratt",      "skrattet",  "röst",     "rösten",   "eftertryck", "glimt",
                          "glimten", "blicken",    "ögonen",      "tårar",     "värme",    "stolthet", "smil",       "smilet",
                          "latter",  "stemme",     "smile",       "laugh",     "grin",     "voice",    "anledning",  "samband",
                          "sms",     "sms:et",     "invigningen", "öppningen", "åpningen", "åbningen", "opening",    "besöket",
                          "frågan",  "spørsmålet", "spørgsmålet", "question"};
constexpr W kQuestionWords[] = {"vad", "vem", "hur", "hva", "hvad", "hvem"};

// "adding that …": what the speaker does besides.
bool is_telling(std::string_view word) {
    static constexpr W kTelling[] = {"adding", "saying", "having", "speaking", "noting"};
    return contains(kTelling, word);
}

// How much of a sentence stands before the attribution.
enum class Half : std::uint8_t {
    whole,   // "Nu bygger vi": a clause that can end there
    open,    // "I dag", "När det fryser på natten", "Men": needs more
    phrase,  // "Simhallen": may or may not
    answer,  // "Ja": what follows is a new clause
};

Half half_of(const TokenText& t, const AttributionWords& w, TokenRange r) {
    if (!r.empty() && t.is(r.end - 1, comma)) --r.end;
    while (!r.empty() && t.is(r.end - 1, quote_mark)) --r.end;
    if (!r.empty() && (t.is(r.end - 1, question) || t.is(r.end - 1, exclamation) || t.is(r.end - 1, ellipsis))) return Half::whole;
    while (!r.empty() && !t.is_word(r.begin)) ++r.begin;
    while (!r.empty() && !t.is_word(r.end - 1)) --r.end;
    if (r.empty()) return Half::phrase;
    const std::string& first = t.lower(r.begin);
    static constexpr W kFinnishOpen[] = {"nyt", "tänään", "huomenna", "siksi", "silti", "sitten", "täällä", "siellä"};
    if (r.end == r.begin + 1) {
        if (w.language == "fi" && contains(kFinnishOpen, first)) return Half::open;
        if (is_joining_word(first) || contains(w.and_words, first)) return Half::open;
        if (is_answer(first)) return Half::answer;
        return contains(w.adverbs, first) && first != "så" ? Half::open : Half::phrase;
    }
    if (breaks_off(t, r)) return Half::open;
    const std::size_t verbs = count_verbs(t, w, r);
    if (opens_condition(first) && first != "så" && first != "därför") {
        for (std::size_t i = r.begin; i < r.end; ++i) {
            if (t.is(i, comma) && count_verbs(t, w, {i, r.end}) > 0) return Half::whole;
        }
        return verbs >= 2 ? Half::whole : Half::open;
    }
    static constexpr W kAsSoonAs[] = {"fort", "snart", "länge"};
    if (first == "så" && contains(kAsSoonAs, t.lower(r.begin + 1))) return verbs >= 2 ? Half::whole : Half::open;
    const bool hanging_start = contains(w.prepositions, first) || contains(w.adverbs, first);
    if (hanging_start && r.end - r.begin <= 4 && !holds_clear_verb(t, w, r)) return Half::open;
    if (contains(kQuestionWords, first) && t.lower(r.begin + 1) == "som") return Half::open;  // "Vad som händer sedan"
    if (is_auxiliary(first)) return Half::whole;
    if (verbs > 0) return Half::whole;
    if (contains(w.prepositions, first) || contains(w.adverbs, first) || contains(kTimes, first) || first == "tack") return Half::open;
    return Half::phrase;
}

constexpr W kMany[] = {"många", "mange", "alla", "alle", "fler", "flera", "ingen", "få", "folk"};
constexpr W kArticleWords[] = {"en", "ett", "et", "ein", "eit", "den", "det", "the", "a", "an"};

bool is_role_word_clause(const TokenText& t, const AttributionWords& w, TokenRange c) {
    for (std::size_t i = c.begin; i < c.end && i < c.begin + 6; ++i) {
        if (t.is_word(i) && is_role_word(w, t.lower(i))) return !is_plural_role(t.lower(i));
    }
    return false;
}

bool holds_denial(const TokenText& t, TokenRange r) {
    for (std::size_t i = r.begin; i < r.end; ++i) {
        if (is_denial_or_doubt(t.lower(i))) return true;
    }
    return false;
}

// "trummis i orkestern", "från Ekinge", "med ett leende", but not "inte nu", "nästa år", "från och med i höst": what is known to tell who speaks, from
// where or how. Anything else may be the end of what was said, and may reverse its meaning.
bool may_describe(const TokenText& t, const AttributionWords& w, TokenRange c) {
    if (holds_denial(t, c)) return false;
    for (std::size_t i = c.begin; i < c.end; ++i) {
        if (contains(attribution_words::kAbbreviations, t.lower(i))) return true;  // "2:e v. ordf. i nämnden"
    }
    if (is_phone_or_address(t, c)) return true;
    if (t.is_capital(c.begin) || is_role_word_clause(t, w, c) || is_about_speaker(t, w, c.begin, c.end)) return true;
    const std::string &first = t.lower(c.begin), &second = t.lower(c.begin + 1);
    if (contains(w.prepositions, first)) {
        for (std::size_t i = c.begin + 1; i < c.end; ++i) {
            if (t.is_capital(i) || contains(kManners, t.lower(i))) return true;
        }
        return false;
    }
    if (contains(w.adverbs, first) || is_answer(first) || contains(kTimes, first) || contains(kNoNouns, first)) return false;
    if (c.end == c.begin + 1) return first.ends_with("ande") || first.ends_with("ende") || first.ends_with("ing");
    if (first == "the") return !contains(kTimes, second);  // "the county archaeologist"
    static constexpr W kOf[] = {"av", "af", "of"};
    if (contains(kArticleWords, first)) return contains(kOf, second);  // "en av eldsjälarna"
    return !contains(w.no_speakers, first) && (contains(w.prepositions, second) || t.is_capital(c.begin + 1));
}

enum class Clause : std::uint8_t { about, said, undecided, unknown };

// A clause after a comma, beyond what certainly describes the speaker. `last`: the sentence ends with it.
// `verb_before`: what stands before the attribution ends with a verb.
Clause tell_clause(const TokenText& t, const AttributionWords& w, TokenRange c, Half half, bool last, bool verb_before, bool broken_off) {
    if (c.empty() || !t.is_word(c.begin)) return half == Half::open && last ? Clause::undecided : Clause::about;
    const std::string &first = t.lower(c.begin), &second = t.lower(c.begin + 1);
    const bool own = holds_own_words(t, w, c.begin, c.end), third = holds_third_person(t, c.begin, c.end);
    if (is_role_word(w, first) && !is_plural_role(first) && !looks_like_verb(w, second)) return Clause::about;
    if (broken_off && !third && !t.is_capital(c.begin) && !contains(w.and_words, first) && !is_role_word_clause(t, w, c))
        return Clause::said;
    if (is_further_verb(t, w, c.begin, c.end) && !(own && half == Half::open)) return Clause::about;
    if (contains(w.and_words, first)) {
        if (own && !third) return Clause::said;
        if (third) return Clause::about;
        if (half == Half::open) return Clause::said;
        if (t.is_capital(c.begin + 1)) return Clause::undecided;
        return looks_like_verb(w, second) && !is_auxiliary(second) ? Clause::about : Clause::undecided;
    }
    const bool inverted =
        looks_like_verb(w, first) && is_plain_subject(second) && !contains(w.pronouns, second) && find_saying_verb(w, first) == nullptr;
    if (inverted && !third) return Clause::said;
    const bool then =
        half == Half::open && contains(w.adverbs, first) && looks_like_verb(w, second) && !contains(w.pronouns, t.lower(c.begin + 2));
    if (then && is_plain_subject(t.lower(c.begin + 2))) return Clause::said;  // "Om vi får avslag, säger N.N., då överklagar vi"
    if (opens_hanging_clause(first)) {
        if (third) return Clause::about;
        if (own) return Clause::undecided;
        if (half == Half::open && last && !is_role_word_clause(t, w, c) && first != "som" && first != "who") return Clause::undecided;
        const bool meanwhile = contains(kMeanwhile, first) && !whole_name(t, w, c).empty();           // "medan Leif Holm (S) nickar"
        return opens_who(first) || is_telling(first) || meanwhile ? Clause::about : Clause::unknown;  // "efter valet", "när skolan öppnar"
    }
    if (is_joining_word(first)) {
        static constexpr W kWho[] = {"som", "who", "der", "joka"};
        if (contains(kWho, second)) return Clause::about;  // "…, men som bor här"
        if (third || t.is_capital(c.begin + 1)) return third ? Clause::about : Clause::undecided;
        return own || half == Half::open ? Clause::said : Clause::undecided;
    }
    const bool verb = holds_clear_verb(t, w, c);
    const bool finite = is_auxiliary(first) || (first == "er" && w.language != "sv");
    if (finite && find_saying_verb(w, first) == nullptr && !contains(w.pronouns, second))
        return Clause::said;                                                                   // "Det viktigaste, menar N.N., är att …"
    if (contains(w.that_words, first)) return verb_before ? Clause::said : Clause::undecided;  // "Jag tror, säger N.N., att …"
    if ((half == Half::phrase || half == Half::answer) && is_plain_subject(first) && looks_like_verb(w, second) && !third)
        return Clause::said;
    if (half == Half::open) {
        if (third) return Clause::undecided;
        if (is_role_word_clause(t, w, {c.begin, std::min(c.end, c.begin + 2)}) && !is_auxiliary(first)) return Clause::about;
        if (verb || own || (last && is_plain_subject(second) && !opens_hanging_clause(first))) return Clause::said;
        if (!last) return Clause::about;
        if (is_role_word_clause(t, w, c) || contains(w.prepositions, first))
            return is_role_word_clause(t, w, c) ? Clause::about : Clause::undecided;
        const bool may_be_noun = w.language != "sv" && contains(w.prepositions, second);  // "trommeslager i orkesteret"
        return count_verbs(t, w, c) > 0 && !may_be_noun ? Clause::said : Clause::undecided;
    }
    if (third) return Clause::about;
    // "Den dagen, säger N.N., grät många", "Uimahalli, sanoo N.N., avataan kesäkuussa": perhaps a verb that no list knows.
    const bool may_be_verb =
        !t[c.begin].upper && !contains(w.prepositions, first) && !is_role_word_clause(t, w, c) && !contains(kArticleWords, first);
    const bool clause_like = w.language == "fi" || contains(kMany, second) || contains(w.that_words, second) || is_plain_subject(second);
    if (half == Half::phrase && may_be_verb && clause_like && !looks_like_verb(w, first)) return Clause::undecided;
    if (half == Half::phrase && looks_like_verb(w, first) && find_saying_verb(w, first) == nullptr) {
        const bool may_be_noun = w.language != "sv" && contains(w.prepositions, second);  // "trommeslager i orkesteret"
        return may_be_noun ? Clause::undecided : Clause::said;
    }
    if (own) return is_plain_subject(first) && holds_first_person(t, w, c.begin, c.end) ? Clause::said : Clause::undecided;
    for (std::size_t i = c.begin; i < c.end; ++i) {
        if (t.is_word(i) && is_plural_role(t.lower(i))) return Clause::undecided;
    }
    if (verb && !contains(w.prepositions, first)) return Clause::undecided;
    return may_describe(t, w, c) ? Clause::about : Clause::unknown;
}

}  // namespace

Continuation read_continuation(const TokenText& t, const AttributionWords& w, TokenRange before, const FoundAttribution& a, TokenRange rest,
                               const Paragraph& paragraph, WordsBefore words_before) {
    const Half half = half_of(t, w, before);
    bool further = false;  // the clause before is "och tillägger", and what comes after "att" is indirect speech
    std::size_t i = rest.begin, before_end = before.end;
    while (before_end > before.begin && !t.is_word(before_end - 1)) --before_end;
    const bool verb_before = before_end > before.begin &&
                             (looks_like_verb(w, t.lower(before_end - 1)) || find_saying_verb(w, t.lower(before_end - 1)) != nullptr);
    // "Får vi bada? frågar Elsa, när bandet har klippts": what was said is complete, and so are words in quotation marks.
    const bool whole =
        words_before == WordsBefore::quoted || (before_end < before.end && (t.is(before_end, question) || t.is(before_end, exclamation)));
    const auto has_words = [&](std::size_t from) {
        for (std::size_t k = from; k < rest.end; ++k) {
            if (t.is_word(k)) return true;
        }
        return false;
    };
    while (i < rest.end) {
        switch (t[i].kind) {
            case comma: {
                const std::size_t begin = i + 1, end = std::min(find_clause_end(t, begin).value_or(rest.end), rest.end);
                if (begin >= rest.end || !has_words(begin)) return {Outcome::none, rest.end};
                if (t.is(begin, quote_mark) && paragraph.opens(begin))
                    return {brings_rival(t, w, {a.begin, i}, a.attribution) ? Outcome::undecided : Outcome::said, begin};
                if (further && contains(w.that_words, t.lower(begin))) {
                    i = std::max(end, begin);
                    break;
                }
                further = is_further_verb(t, w, begin, end);
                const bool last = end >= rest.end || !(t.is(end, comma) || t.is(end, dash) || t.is(end, colon)) || !has_words(end);
                switch (tell_clause(t, w, {begin, end}, half, last, verb_before, half == Half::open && breaks_off(t, before))) {
                    case Clause::said: return {Outcome::said, begin};
                    case Clause::undecided: return {Outcome::undecided, begin};
                    case Clause::unknown:
                        if (!whole || holds_denial(t, {begin, end})) return {Outcome::undecided, begin};
                        break;
                    case Clause::about: break;
                }
                i = std::max(end, begin);
                break;
            }
            case colon: {  // "och fortsätter: Värst var det i februari"
                if (!has_words(i + 1)) return {Outcome::none, rest.end};
                const bool marked = t.is(i + 1, dash) || t.is(i + 1, quote_mark);
                const bool verb = t.is_word(i - 1) && find_saying_verb(w, t.lower(i - 1)) != nullptr;
                const bool label = t.is_word(i - 1) && is_label_word(t.lower(i - 1));
                if (label) return {Outcome::none, rest.end};
                if (brings_rival(t, w, {a.begin, i}, a.attribution)) return {Outcome::undecided, i + 1};
                if (!verb && marked && holds_any(t, kRelays, {a.begin, i})) return {Outcome::undecided, i + 1};
                return {marked || verb || i == rest.begin ? Outcome::said : Outcome::undecided, i + 1};
            }
            case dash:
            case semicolon: {
                const std::size_t begin = i + 1, end = std::min(find_clause_end(t, begin).value_or(rest.end), rest.end);
                if (begin >= rest.end || !has_words(begin)) return {Outcome::none, rest.end};
                if (t.is(i, dash) && a.begin > 0 && t.is(a.begin - 1, dash) && !before.empty()) return {Outcome::said, begin};
                const std::string& first = t.lower(begin);
                const bool role = is_role_clause(t, w, begin, end, end) || is_about_speaker(t, w, begin, end) ||
                                  find_signature(t, AttributionRows(w.language), {begin, end});
                const bool own = holds_own_words(t, w, begin, end) && !holds_third_person(t, begin, end);
                if (role || is_further_verb(t, w, begin, end)) {
                    i = end;
                    break;
                }
                if (own && !opens_hanging_clause(first)) return {Outcome::said, begin};
                if (opens_hanging_clause(first) && !own) {
                    i = end;
                    break;
                }
                if (t.is_capital(begin) && !own) return {Outcome::undecided, begin};
                return {half != Half::whole ? Outcome::said : Outcome::undecided, begin};
            }
            case quote_mark: {  // the name of something: om ”Ljusstråket”
                const std::size_t close = paragraph.opens(i) ? paragraph.close_of(i) : Paragraph::kNone;
                // "säger Karin Alm ”och nu bygger vi”"
                if (close != Paragraph::kNone && close < rest.end && close - i > 3 && i == rest.begin) return {Outcome::undecided, i};
                i = close != Paragraph::kNone && close < rest.end ? close + 1 : i + 1;
                break;
            }
            default: ++i;
        }
    }
    return {Outcome::none, rest.end};
}

}  // namespace pressrum
