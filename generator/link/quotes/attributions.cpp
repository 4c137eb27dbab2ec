#include "link/quotes/attributions.hpp"

#include "link/quotes/denial.hpp"
#include "link/quotes/rivals.hpp"
#include "link/quotes/speaker_clause.hpp"
#include "link/quotes/speaker_name.hpp"

#include <algorithm>
#include <array>

// Where an attribution may stand.
//
// "Jag säger nej" holds a saying verb but is not an attribution; ", säger hon" is one. What tells them apart is the mark before
// the verb and the speaker after it:
//
//     Vi bygger nu  ,  säger kommunalrådet Karin Alm (C)  .
//                   ^ a mark that breaks off the speech    ^ where the phrase ends, speech goes on
//
// So only a verb after such a mark is looked at, and it counts only if a speaker follows (link/speaker_phrase). English and
// Finnish may also put the speaker first (", Karin Alm says."). Every look is bounded by a constant, so the whole is linear.

namespace pressrum {
namespace {

using enum Token::Kind;

// At most this many tokens name a speaker before its verb.
constexpr std::size_t kMaxBeforeVerb = 20;
// An introduction has its colon within this many tokens of its beginning.
constexpr std::size_t kMaxIntroduction = 30;

constexpr std::string_view kReflexives[] = {"sig", "seg"};
// Between the verb and whoever speaks, or before the verb: "sa då Karin Alm", "then says Karin Alm".
constexpr std::string_view kBetween[] = {"då", "också", "även", "sedan", "dock", "däremot", "vidare", "slutligen", "samtidigt",
                                         "i",  "also",  "then", "da",    "også", "så",      "siden",  "derimot",   "myös"};

bool ends_phrase(const TokenText& tokens, std::size_t i) { return i >= tokens.size() || (!tokens.is_word(i) && !tokens.is(i, open_paren)); }

bool takes_person(std::string_view verb) {
    static constexpr std::string_view kVerbs[] = {
        "frågar",  "frågade", "uppmanar", "uppmanade", "ber",   "bad",    "påminner", "påminde",  "varnar", "varnade",
        "tackar",  "tackade", "hälsar",   "hälsade",   "spør",  "spurte", "spørger",  "spurgte",  "svarar", "svarade",
        "minns",   "told",    "tells",    "asked",     "asks",  "takker", "takket",   "takkede",  "svarer", "svarte",
        "svarede", "thanks",  "thanked",  "kiittää",   "kysyy", "warned", "warns",    "reminded", "urged",  "urges"};
    return contains(kVerbs, verb);
}

std::string to_text(const SayingVerb& verb) {
    return verb.particle.empty() ? std::string(verb.word) : std::string(verb.word) + " " + std::string(verb.particle);
}

FoundAttribution found(std::size_t begin, std::string verb, SpeakerPhrase speaker) {
    return {begin,
            speaker.end,
            {std::move(verb), std::move(speaker.role), std::move(speaker.name), std::move(speaker.party), speaker.pronoun,
             std::move(speaker.pronoun_word), speaker.several},
            speaker.role_is_known};
}

// "Nils Ek sanoi minulle": told by whoever "me" is.
constexpr std::string_view kToUs[] = {"minulle", "meille"};

// "sanoo sillan maksavan liikaa", "sanoi olevansa iloinen", "toteaa rahojen loppuneen": Finnish has verb forms of its own for indirect speech.
bool holds_told_form(const TokenText& tokens, TokenRange range) {
    static constexpr std::string_view kEndings[] = {"van", "vän", "vansa", "vänsä", "vani", "väni", "neen", "neensa", "neensä"};
    for (std::size_t i = range.begin; i < range.end; ++i) {
        const std::string word = tokens.is_word(i) ? tokens.lower(i) : std::string();
        if (word.size() > 5 && std::any_of(std::begin(kEndings), std::end(kEndings), [&](std::string_view e) { return word.ends_with(e); }))
            return true;
    }
    return false;
}

// Words after a verb that has its speaker before it: nothing, a particle, "further", "in a statement".
std::optional<std::size_t> tail_end(const TokenText& tokens, const AttributionWords& words, std::size_t i) {
    if (ends_phrase(tokens, i)) return i;
    const auto end = find_clause_end(tokens, i);
    if (!end || (words.language == "fi" && (contains(kToUs, tokens.lower(i)) || holds_told_form(tokens, {i, *end})))) return std::nullopt;
    const std::string& verb = tokens.lower(i - 1);
    if ((verb == "told" || verb == "tells") && tokens.is_capital(i)) return end;  // "Karin Alm told Leif Holm"
    const bool adverb = (*end == i + 1 && contains(words.tails, tokens.lower(i))) || words.language == "fi";
    if (contains(words.and_words, tokens.lower(i)) || opens_hanging_clause(tokens.lower(i)) ||
        (words.language == "fi" && contains(words.tails, tokens.lower(i))))
        return end;                                                 // "she says and points at the map"
    bool occasion = contains(words.prepositions, tokens.lower(i));  // "said on Tuesday"
    for (std::size_t k = i; k < *end; ++k) {
        if (!tokens.is_word(k)) continue;
        if (contains(words.that_words, tokens.lower(k))) return std::nullopt;
        occasion |= contains(words.occasions, tokens.lower(k));
    }
    return adverb || occasion ? end : std::nullopt;
}

bool may_stand_before_verb(const TokenText& tokens, std::size_t i) {
    const Token::Kind kind = tokens[i].kind;
    return kind == word || kind == open_paren || kind == close_paren || kind == comma || kind == quote_mark ||
           tokens.is_abbreviation_stop(i) || (kind == stop && tokens.is(i + 1, close_paren));
}

// ", Karin Alm says", ", Karin Alm, head of water, says": the speaker stands at `i`.
std::optional<FoundAttribution> speaker_first(const TokenText& tokens, const AttributionWords& words, std::size_t i) {
    if (!words.speaker_before_verb || !tokens.is_word(i)) return std::nullopt;
    const std::size_t limit = std::min(tokens.size(), i + kMaxBeforeVerb);
    for (std::size_t v = i + 1; v < limit && may_stand_before_verb(tokens, v); ++v) {
        if (!tokens.is_word(v) || tokens[v].upper) continue;
        const SayingVerb* verb = find_saying_verb(words, tokens.word(v));
        if (verb == nullptr) continue;
        std::size_t after = v + 1;
        if (!verb->particle.empty() && (!tokens.is_word(after) || tokens.word(after++) != verb->particle)) return std::nullopt;
        auto speaker = read_speaker_between(tokens, words, i, v);
        if (!speaker && tokens.is(v - 1, comma)) {  // "Zoë O’Neill (C), drummer in the orchestra, reflects"
            std::size_t comma_at = i;
            while (comma_at < v - 1 && !tokens.is(comma_at, comma)) ++comma_at;
            if (comma_at < v - 1) speaker = read_speaker_between(tokens, words, i, comma_at);
            if (speaker && word_count(speaker->name) < 2 && speaker->party.empty()) speaker.reset();
        }
        const auto end = speaker ? tail_end(tokens, words, after) : std::nullopt;
        if (!end) return std::nullopt;
        speaker->end = *end;
        return found(i, to_text(*verb), std::move(*speaker));
    }
    return std::nullopt;
}

// What a speaker before the verb may begin with: a cheap check before the longer one.
bool may_begin_speaker(const TokenText& tokens, const AttributionWords& words, std::size_t i) {
    if (tokens.is_capital(i)) return true;
    if (words.language == "fi" && tokens.is_word(i) && tokens.is_capital(i + 1) && tokens.is_word(i + 3))
        return true;  // satamakapteeni Päivi Lehtoranta kertoo
    const std::string word = tokens.word(i);
    if (contains(words.pronouns, word) || word == "the" || is_role_word(words, word)) return true;
    // "municipal commissioner Karin Alm"
    for (std::size_t n = 1; n < 4 && tokens.is_word(i + n) && !tokens[i + n].upper; ++n) {
        if (tokens.is_word(i + n + 1) && is_role_word(words, tokens.lower(i + n))) return true;
    }
    return false;
}

bool names_somebody(const SpeakerPhrase& speaker) { return speaker.pronoun || !speaker.name.empty() || speaker.role_is_known; }

// The speaker named by the words up to the verb `v`, as far as they can be read: "Karin Alm, som leder arbetet,", "Vid invigningen sade".
std::optional<SpeakerPhrase> speaker_before(const TokenText& tokens, const AttributionWords& words, std::size_t begin, std::size_t v) {
    std::size_t end = v;
    while (end > begin && tokens.is_word(end - 1) && contains(words.adverbs, tokens.lower(end - 1))) --end;  // "Karin Alm också"
    if (end == begin) return std::nullopt;
    std::vector<std::size_t> starts = {begin};
    for (std::size_t i = end - 1; i > begin && starts.size() < 5; --i) {
        if (tokens.is(i, comma)) starts.push_back(i + 1);
    }
    // "Sir Desmond Hale OBE, patron of the Almshouse Trust, told guests": whatever stands between the commas is about the first.
    std::size_t first_comma = begin;
    while (first_comma < end && !tokens.is(first_comma, comma)) ++first_comma;
    auto first = first_comma < end ? read_speaker_between(tokens, words, begin, first_comma) : std::nullopt;
    const bool named_first = first && word_count(first->name) >= 2;
    if (named_first) starts.resize(1);
    for (const std::size_t start : starts) {
        if (start >= end) continue;
        if (auto speaker = read_speaker_between(tokens, words, start, end); speaker && names_somebody(*speaker)) return speaker;
    }
    if (named_first && tokens.is(end - 1, comma)) return first;
    // "Karin Alm (C), som leder arbetet, tillägger"
    if (!tokens.is(end - 1, comma)) return std::nullopt;
    for (std::size_t i = begin + 1; i + 1 < end; ++i) {
        if (!tokens.is(i, comma) || !opens_hanging_clause(tokens.lower(i + 1))) continue;
        if (auto speaker = read_speaker_between(tokens, words, begin, i); speaker && names_somebody(*speaker)) return speaker;
    }
    return std::nullopt;
}

bool is_opener(const AttributionWords& words, const TokenText& tokens, std::size_t begin, std::size_t v) {
    if (v == begin) return false;
    const std::string& first = tokens.lower(begin);
    return (v == begin + 1 && contains(words.openers, first)) ||
           (v == begin + 2 && contains(words.openers, first + " " + tokens.lower(begin + 1)));
}

// Begin a sentence that says who said the one before: "Det säger …".
constexpr std::string_view kThatWasSaid[] = {"det", "detta", "så", "orden", "dette", "sådan", "slik", "that", "so", "näin", "niin", "tätä"};

// "kertoo sillasta": tells about something.
bool tells_of_something(const TokenText& tokens, const AttributionWords& words, const FoundAttribution& found) {
    for (std::size_t i = found.end; i-- > found.begin && find_saying_verb(words, tokens.lower(i)) == nullptr;) {
        if (tokens.lower(i).ends_with("sta") || tokens.lower(i).ends_with("stä")) return true;
    }
    return false;
}

}  // namespace

std::size_t word_count(std::string_view name) { return static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1; }

// Whether the token before `i` breaks off what is being said. A full stop typed by mistake does ("Vi bygger nu. säger Karin Alm"),
// but not one that belongs to a short form ("bl.a. säger").
bool is_broken_off(const TokenText& tokens, std::size_t i) {
    switch (tokens[i - 1].kind) {
        case comma:
        case question:
        case exclamation:
        case ellipsis:
        case dash:
        case quote_mark: return true;
        case stop: {
            static constexpr std::string_view kShortForms[] = {"vs", "pj", "tj", "ent", "va", "bitr", "tf", "fd", "dr", "adm"};
            return i >= 2 && (tokens.is(i - 2, quote_mark) || tokens.is_word(i - 2)) &&
                   tokens.raw(i - 2).find('.') == std::string_view::npos && !contains(kShortForms, tokens.lower(i - 2));
        }
        default: return false;
    }
}

std::optional<FoundAttribution> verb_first(const TokenText& tokens, const AttributionWords& words, std::size_t i) {
    if (!tokens.is_word(i) || tokens[i].upper) return std::nullopt;
    const SayingVerb* verb = find_saying_verb(words, tokens.word(i));
    if (verb == nullptr) return std::nullopt;
    std::size_t at = i + 1;
    while (contains(kBetween, tokens.lower(at)) && tokens.is_word(at + 1)) ++at;  // sa då Karin Alm
    if (tokens.lower(at) == "i" && tokens.lower(at + 1) == "sin" && tokens.lower(at + 2) == "tur") at += 3;
    if (contains(kReflexives, tokens.lower(at))) ++at;    // frågar sig N.N.
    if (verb->word == "lyder" || verb->word == "hörs") {  // lyder det fra N.N.
        if (tokens.lower(at) != "det" || !contains(words.prepositions, tokens.lower(at + 1))) return std::nullopt;
        at += 2;
    }
    const bool beside = !verb->particle.empty() && tokens.is_word(at) && tokens.word(at) == verb->particle;  // slår fast N.N.
    if (beside) ++at;
    auto speaker = read_speaker(tokens, words, at, beside ? std::string_view{} : verb->particle);
    if (speaker && takes_person(verb->word) && !speaker->name.empty() && !speaker->role.empty() && !speaker->role_is_known)
        return std::nullopt;  // "frågade reportern Karin Alm": either may be the one who asks
    if (!speaker || (!verb->particle.empty() && !beside && !speaker->particle) || !ends_phrase(tokens, speaker->end)) return std::nullopt;
    return found(i, to_text(*verb), std::move(*speaker));
}

AttributionRows::AttributionRows(std::string_view language) {
    const AttributionWords* own = find_attribution_words(language);
    if (own == nullptr) return;
    rows_[count_++] = own;
    const AttributionWords* english = find_attribution_words("en");
    if (own != english) rows_[count_++] = english;
}

std::optional<FoundAttribution> find_attribution_at(const TokenText& tokens, const AttributionRows& rows, std::size_t i) {
    for (const AttributionWords* words : rows) {
        auto attribution = verb_first(tokens, *words, i);
        const bool after_quotation =
            i > 0 && (tokens.is(i - 1, quote_mark) || (i > 1 && tokens.is(i - 1, comma) && tokens.is(i - 2, quote_mark)));
        if (!attribution && words->speaker_before_verb && !(i > 0 && tokens.is(i - 1, stop) && tokens[i].upper) &&
            (after_quotation || may_begin_speaker(tokens, *words, i))) {
            attribution = speaker_first(tokens, *words, i);
        }
        if (attribution) return attribution;
    }
    return std::nullopt;
}

std::vector<FoundAttribution> find_attributions(const TokenText& tokens, const AttributionRows& rows, TokenRange range) {
    std::vector<FoundAttribution> all;
    bool words_before = false;
    for (std::size_t i = range.begin + 1; i < range.end; ++i) {
        words_before |= tokens.is_word(i - 1);
        if (!words_before || !tokens.is_word(i) || !is_broken_off(tokens, i)) continue;
        auto attribution = find_attribution_at(tokens, rows, i);
        if (!attribution || attribution->end > range.end) continue;
        i = attribution->end;
        all.push_back(std::move(*attribution));
    }
    return all;
}

// "En elev mötte kommunalrådet Karin Alm", "Pupils greeted the commissioner Karin Alm": what follows is not said by the one named at the end.
bool holds_deed(const TokenText& tokens, const AttributionWords& words, TokenRange range) {
    static constexpr std::string_view kDeterminers[] = {"the", "a", "an", "our", "their", "its", "his", "her"};
    for (std::size_t i = range.begin + 1; i + 1 < range.end; ++i) {
        if (words.language == "en" && tokens.lower(i).ends_with("ed") && contains(kDeterminers, tokens.lower(i + 1))) return true;
    }
    // "den tillförordnade rektorn Nils Ek"
    static constexpr std::string_view kArticles[] = {"den", "det", "de"};
    const std::size_t first = range.begin + (contains(kArticles, tokens.lower(range.begin)) ? 2 : 1);
    const std::size_t end = find_saying_verb(words, tokens.lower(range.end - 1)) != nullptr ? range.end - 1 : range.end;
    return first < end && count_verbs(tokens, words, {first, end}) > 0;
}

std::optional<FoundAttribution> find_introduction(const TokenText& tokens, const AttributionRows& rows, TokenRange range, Denied denied) {
    if (range.empty() || range.end - range.begin > kMaxIntroduction || !tokens.is_word(range.begin)) return std::nullopt;
    static constexpr std::string_view kToSay[] = {"säga", "si", "sige", "say", "sanoa"};  // "minns hur hennes mamma brukade säga"
    if (holds_pretence(tokens, range.begin, range.end) || contains(kToSay, tokens.lower(range.end - 1))) return std::nullopt;
    const auto taken = [&](std::string verb, SpeakerPhrase speaker) {
        speaker.end = range.end;
        const bool weak = word_count(speaker.name) == 1 && speaker.party.empty() && speaker.role.empty() && !speaker.pronoun;
        FoundAttribution introduction = found(range.begin, std::move(verb), std::move(speaker));
        introduction.attribution.weak = weak;
        return introduction;
    };
    for (const AttributionWords* words : rows) {
        const auto alone = [&](std::size_t from, const SpeakerPhrase& speaker) {  // nobody else comes in after the verb
            if (denied == Denied::refused && leads_elsewhere(tokens, range, speaker.name)) return false;
            return !brings_rival(tokens, *words, {from, range.end}, found(from, "", speaker).attribution);
        };
        for (std::size_t v = range.begin + 1; v < range.end; ++v) {
            if (!tokens.is_word(v) || tokens[v].upper) continue;
            const SayingVerb* verb = find_saying_verb(*words, tokens.word(v));
            if (verb == nullptr || verb->word == "lyder" || verb->word == "hörs" ||
                (v + 1 < range.end && contains(words->that_words, tokens.lower(v + 1))))
                continue;
            if (denied == Denied::refused && is_denied(tokens, *words, v, range)) return std::nullopt;
            const bool beside = !verb->particle.empty() && v + 1 < range.end && tokens.lower(v + 1) == verb->particle;
            if (verb->particle.empty() || beside) {
                if (auto speaker = speaker_before(tokens, *words, range.begin, v); speaker && alone(v, *speaker))
                    return taken(to_text(*verb), std::move(*speaker));
            }
            if (v > range.begin + 1 && takes_person(verb->word) && !is_opener(*words, tokens, range.begin, v) &&
                !contains(words->prepositions, tokens.lower(range.begin)))
                return std::nullopt;  // "Karin Alm tackar Nils Ek", "A parent told Nils Ek": whom the words are for
            // "Så här säger kommunalrådet Karin Alm (C) om beslutet", "I ett mejl skriver Nils Ek"
            auto speaker = read_speaker(tokens, *words, v + 1 + beside, beside ? std::string_view{} : verb->particle);
            const bool asked = contains(words->prepositions, tokens.lower(range.begin)) && speaker &&
                               speaker->pronoun;  // "På frågan om kostnaden svarar hon"
            const bool named =
                speaker && (asked || !speaker->name.empty() || (is_opener(*words, tokens, range.begin, v) && names_somebody(*speaker)));
            if (named && speaker->end <= range.end && alone(v, *speaker) && (verb->particle.empty() || beside || speaker->particle))
                return taken(to_text(*verb), std::move(*speaker));
        }
        // Without a verb: only a full name, or one with a party.
        auto speaker = read_speaker_between(tokens, *words, range.begin, range.end);
        if (!speaker) {  // "Karin Alm, trummis i orkestern"
            std::size_t comma_at = range.begin;
            while (comma_at < range.end && !tokens.is(comma_at, comma)) ++comma_at;
            if (comma_at < range.end && count_verbs(tokens, *words, {comma_at, range.end}) == 0)
                speaker = read_speaker_between(tokens, *words, range.begin, comma_at);
        }
        if (speaker && holds_deed(tokens, *words, range)) continue;
        if (speaker && (word_count(speaker->name) >= 2 || !speaker->party.empty()) &&
            (denied == Denied::taken || !leads_elsewhere(tokens, range, speaker->name))) {
            speaker->end = range.end;
            return found(range.begin, ":", std::move(*speaker));
        }
    }
    return std::nullopt;
}

std::optional<FoundAttribution> find_said_by(const TokenText& tokens, const AttributionRows& rows, TokenRange range) {
    if (range.end - range.begin < 3 || tokens.is(range.end - 1, question)) return std::nullopt;
    if (!contains(kThatWasSaid, tokens.lower(range.begin))) {
        for (const AttributionWords* words : rows) {  // "Säger Karin Alm."
            if (!tokens.is_capital(range.begin) || find_saying_verb(*words, tokens.lower(range.begin)) == nullptr) continue;
            auto speaker = read_speaker(tokens, *words, range.begin + 1, {});
            if (speaker && !speaker->name.empty() && speaker->end <= range.end)
                return found(range.begin, tokens.lower(range.begin), std::move(*speaker));
        }
        for (const AttributionWords* words : rows) {  // "What happens now? Karin Alm, chair of the committee, says."
            if (!words->speaker_before_verb) continue;
            auto attribution = speaker_first(tokens, *words, range.begin);
            if (!attribution || attribution->attribution.several || attribution->end + 1 < range.end) continue;
            if (words->language == "fi" && tells_of_something(tokens, *words, *attribution)) continue;  // "Nils Ek kertoo sillasta."
            if (!attribution->attribution.pronoun && word_count(attribution->attribution.name) < 2) continue;
            attribution->end = range.end;
            return attribution;
        }
        return std::nullopt;
    }
    for (const AttributionWords* words : rows) {
        const SayingVerb* verb = tokens.is_word(range.begin + 1) ? find_saying_verb(*words, tokens.word(range.begin + 1)) : nullptr;
        if (verb == nullptr || !verb->particle.empty()) continue;
        std::size_t at = range.begin + 2;
        while (contains(kBetween, tokens.lower(at)) && at + 1 < range.end) ++at;
        auto speaker = read_speaker(tokens, *words, at, {});
        if (!speaker || !names_somebody(*speaker) || speaker->end > range.end || tokens.is_word(speaker->end)) continue;
        return found(range.begin, to_text(*verb), std::move(*speaker));
    }
    return std::nullopt;
}

std::optional<FoundAttribution> find_signature(const TokenText& tokens, const AttributionRows& rows, TokenRange range) {
    while (!range.empty() && (tokens.is(range.end - 1, stop) || tokens.is(range.end - 1, comma))) --range.end;
    while (!range.empty() && (tokens.is(range.begin, dash) || (tokens.is(range.begin, other) && tokens.raw(range.begin) == "/")))
        ++range.begin;
    if (range.empty() || range.end - range.begin > kMaxBeforeVerb) return std::nullopt;
    for (const AttributionWords* words : rows) {
        auto speaker = read_speaker_between(tokens, *words, range.begin, range.end);
        if (!speaker || speaker->several || word_count(speaker->name) < 2) continue;
        return found(range.begin, "–", std::move(*speaker));
    }
    return std::nullopt;
}

std::optional<FoundAttribution> find_subject(const TokenText& tokens, const AttributionRows& rows, TokenRange range) {
    std::size_t begin = range.begin;
    static constexpr std::string_view kSourceWords[] = {"enligt", "ifølge", "according", "tack", "thanks"};
    if (range.empty() || !tokens.is_capital(begin) || contains(kSourceWords, tokens.lower(begin))) return std::nullopt;
    for (const AttributionWords* words : rows) {
        // The words up to the verb: the first lower-case word after a name that is not part of who it is.
        for (std::size_t v = begin + 1; v < range.end && v < begin + kMaxBeforeVerb; ++v) {
            if (!may_stand_before_verb(tokens, v)) break;
            if (v == begin + 1) continue;  // one word is not enough to be somebody
            if (!tokens.is_word(v) || tokens[v].upper ||
                !(tokens.is_capital(v - 1) || tokens.is(v - 1, close_paren) || tokens.is(v - 1, comma)))
                continue;
            if (!looks_like_verb(*words, tokens.lower(v)) && !tokens.is_capital(v - 1) && !tokens.is(v - 1, close_paren)) continue;
            auto speaker = read_speaker_between(tokens, *words, begin, v);
            if (!speaker && tokens.is(v - 1, comma)) {  // "Leif Holm (S), som bor på holmen, ser fram emot"
                std::size_t comma_at = begin;
                while (comma_at < v - 1 && !(tokens.is(comma_at, comma) && opens_hanging_clause(tokens.lower(comma_at + 1)))) ++comma_at;
                if (comma_at < v - 1) speaker = read_speaker_between(tokens, *words, begin, comma_at);
            }
            const auto is_owner = [&](const AttributionWords* row) {  // not "Amira Sundfors röstade"
                const bool somebody = row->language == "fi" || is_person_word(tokens.lower(v)) || is_role_word(*row, tokens.lower(v));
                return somebody && SpeakerNameReader(tokens, *row, {}).owns_next(speaker->name, v);
            };
            if (speaker && speaker->end == v && std::any_of(rows.begin(), rows.end(), is_owner)) continue;  // "Anna Bergs kollega är glad"
            if (!speaker || speaker->pronoun ||
                (word_count(speaker->name) < 2 && speaker->party.empty() && (speaker->name.empty() || !speaker->role_is_known)))
                continue;
            const std::string last = lower_word(speaker->name.substr(speaker->name.rfind(' ') + 1));
            if (contains(attribution_words::kOrganizationEnds, last) || is_role_word(*words, last)) continue;
            return found(begin, "", std::move(*speaker));
        }
    }
    return std::nullopt;
}

}  // namespace pressrum
