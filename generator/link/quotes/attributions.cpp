#include "link/quotes/attributions.hpp"

#include "base/text.hpp"
#include "link/quotes/speaker_clause.hpp"

#include <algorithm>
#include <array>

// Where an attribution may stand.
//
// "Jag säger nej" holds a saying verb and is no attribution; ", säger hon" is one. What tells them apart is the mark before
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

// A speaker of at most this many tokens stands before its verb.
constexpr std::size_t kMaxBeforeVerb = 20;
// So far from the beginning an introduction has its colon.
constexpr std::size_t kMaxIntroduction = 30;

class Rows {
public:
    explicit Rows(std::string_view language) {
        if (const AttributionWords* own = find_attribution_words(language)) rows_[count_++] = own;
        const AttributionWords* english = find_attribution_words("en");
        if (count_ == 0 || rows_[0] != english) rows_[count_++] = english;
    }
    const AttributionWords* const* begin() const { return rows_.data(); }
    const AttributionWords* const* end() const { return rows_.data() + count_; }

private:
    std::array<const AttributionWords*, 2> rows_{};
    std::size_t count_ = 0;
};

// Whether the token before `i` breaks off what is being said. A full stop does by mistake ("Vi bygger nu. säger Karin Alm"),
// but not one that belongs to a short form ("bl.a. säger").
bool is_broken_off(const TokenText& tokens, std::size_t i) {
    switch (tokens[i - 1].kind) {
        case comma:
        case question:
        case exclamation:
        case ellipsis:
        case dash:
        case quote_mark: return true;
        case stop: return i >= 2 && tokens.is_word(i - 2) && tokens.raw(i - 2).find('.') == std::string_view::npos;
        default: return false;
    }
}

bool ends_phrase(const TokenText& tokens, std::size_t i) { return i >= tokens.size() || (!tokens.is_word(i) && !tokens.is(i, open_paren)); }

std::string to_text(const SayingVerb& verb) {
    return verb.particle.empty() ? std::string(verb.word) : std::string(verb.word) + " " + std::string(verb.particle);
}

FoundAttribution found(std::size_t begin, std::string verb, SpeakerPhrase speaker) {
    return {begin,
            speaker.end,
            {std::move(verb), std::move(speaker.role), std::move(speaker.name), std::move(speaker.party), speaker.pronoun},
            speaker.role_is_known,
            speaker.unclear_end};
}

// What directly follows a speaker without a comma between, in marks or after some other sign, may be a part of who it is (säger Åsa
// ”Lillan”), and may be said (säger Karin Alm ”och nu bygger vi”).
bool stands_beside(const TokenText& tokens, std::size_t i) {
    return i + 1 < tokens.size() && (tokens.is(i, quote_mark) || tokens.is(i, other)) && tokens[i].space_before;
}

// ", säger kommunalrådet Karin Alm (C)": the verb stands at `i`.
std::optional<FoundAttribution> verb_first(const TokenText& tokens, const AttributionWords& words, std::size_t i) {
    if (!tokens.is_word(i) || tokens[i].upper) return std::nullopt;
    const SayingVerb* verb = find_saying_verb(words, tokens.word(i));
    if (verb == nullptr) return std::nullopt;
    std::size_t at = i + 1;
    const bool beside = !verb->particle.empty() && tokens.is_word(at) && tokens.word(at) == verb->particle;  // slår fast N.N.
    if (beside) ++at;
    auto speaker = read_speaker(tokens, words, at, beside ? std::string_view{} : verb->particle);
    if (!speaker || (!verb->particle.empty() && !beside && !speaker->particle) || !ends_phrase(tokens, speaker->end)) return std::nullopt;
    speaker->unclear_end |= stands_beside(tokens, speaker->end);
    return found(i, to_text(*verb), std::move(*speaker));
}

// Words after a verb that has its speaker before it: nothing, a particle, "further", "in a statement".
std::optional<std::size_t> tail_end(const TokenText& tokens, const AttributionWords& words, std::size_t i) {
    if (ends_phrase(tokens, i)) return i;
    const auto end = find_clause_end(tokens, i);
    if (!end) return std::nullopt;
    const bool adverb = *end == i + 1 && contains(words.tails, tokens.lower(i));
    bool occasion = contains(words.prepositions, tokens.lower(i));  // "said on Tuesday"
    for (std::size_t k = i; k < *end; ++k) {
        if (!tokens.is_word(k)) continue;
        if (contains(words.that_words, tokens.lower(k))) return std::nullopt;
        occasion |= contains(words.occasions, tokens.lower(k));
    }
    return adverb || occasion ? end : std::nullopt;
}

// ", Karin Alm said, when she opened the school"
void read_asides(const TokenText& tokens, SpeakerPhrase& speaker) {
    if (speaker.party.empty() && speaker.name.find(' ') == std::string::npos) return;
    for (int clauses = 0; clauses < 4 && tokens.is(speaker.end, comma); ++clauses) {
        const auto end = find_clause_end(tokens, speaker.end + 1);
        const Aside aside = end ? what_aside(tokens, speaker.end + 1, *end) : Aside::no;
        speaker.unclear_end |= aside == Aside::unclear;
        if (aside != Aside::yes) return;
        speaker.end = *end;
    }
}

bool may_stand_before_verb(const TokenText& tokens, std::size_t i) {
    const Token::Kind kind = tokens[i].kind;
    return kind == word || kind == open_paren || kind == close_paren || kind == comma || kind == quote_mark || tokens.is_abbreviation_stop(i);
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
        const auto end = speaker ? tail_end(tokens, words, after) : std::nullopt;
        if (!end) return std::nullopt;
        speaker->end = *end;
        speaker->unclear_end |= stands_beside(tokens, *end);
        read_asides(tokens, *speaker);
        return found(i, to_text(*verb), std::move(*speaker));
    }
    return std::nullopt;
}

// What a speaker before the verb may begin with: a cheap look before the longer one.
bool may_begin_speaker(const TokenText& tokens, const AttributionWords& words, std::size_t i) {
    if (tokens.is_capital(i)) return true;
    const std::string word = tokens.word(i);
    if (contains(words.pronouns, word) || word == "the" || is_role_word(words, word)) return true;
    // "municipal commissioner Karin Alm"
    for (std::size_t n = 1; n < 4 && tokens.is_word(i + n) && !tokens[i + n].upper; ++n) {
        if (tokens.is_word(i + n + 1) && is_role_word(words, tokens.lower(i + n))) return true;
    }
    return false;
}

// Begin a speaker who has no name: "säger en som bor här", "säger flera av dem".
constexpr std::string_view kIndefinite[] = {"en",    "ett",   "någon", "några", "många", "flera", "et",      "ein",  "noen", "nogle",
                                            "flere", "mange", "a",     "an",    "one",   "some",  "several", "eräs", "moni"};

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
    return source && !source->name.empty() && (source->role_is_known || !source->party.empty()) && source->end + 1 >= tokens.size();
}

// "Så här säger kommunalrådet Karin Alm (C) om beslutet:"
std::optional<FoundAttribution> opened_introduction(const TokenText& tokens, const AttributionWords& words, std::size_t colon_at) {
    const std::string first = tokens.lower(0), two = first + " " + tokens.lower(1);
    const std::size_t v = contains(words.openers, two) ? 2 : contains(words.openers, first) ? 1 : 0;
    const SayingVerb* verb = v > 0 && tokens.is_word(v) ? find_saying_verb(words, tokens.word(v)) : nullptr;
    if (verb == nullptr) return std::nullopt;
    auto speaker = read_speaker(tokens, words, v + 1, verb->particle);
    if (!speaker || speaker->end > colon_at || (!verb->particle.empty() && !speaker->particle)) return std::nullopt;
    speaker->end = colon_at;
    return found(0, to_text(*verb), std::move(*speaker));
}

bool name_is_near(const TokenText& tokens, std::size_t i) {
    for (std::size_t n = 0; n < 6 && tokens.is_word(i + n); ++n) {
        if (tokens[i + n].upper) return true;
    }
    return false;
}

std::size_t word_count(std::string_view name) { return static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1; }

}  // namespace

std::vector<FoundAttribution> find_attributions(const TokenText& tokens, std::string_view language) {
    const Rows rows(language);
    std::vector<FoundAttribution> all;
    bool words_before = false;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        words_before |= tokens.is_word(i - 1);
        if (!words_before || !tokens.is_word(i) || !is_broken_off(tokens, i)) continue;
        for (const AttributionWords* words : rows) {
            auto attribution = verb_first(tokens, *words, i);
            if (!attribution && words->speaker_before_verb && tokens[i - 1].kind != stop && may_begin_speaker(tokens, *words, i)) {
                attribution = speaker_first(tokens, *words, i);
            }
            if (!attribution) continue;
            i = attribution->end;
            all.push_back(std::move(*attribution));
            break;
        }
    }
    return all;
}

std::optional<FoundAttribution> find_introduction(const TokenText& tokens, std::string_view language) {
    if (!tokens.is_word(0)) return std::nullopt;
    std::size_t colon_at = 1;
    while (colon_at < tokens.size() && colon_at < kMaxIntroduction && !tokens.is(colon_at, colon)) {
        if ((tokens.is(colon_at, stop) && !tokens.is_abbreviation_stop(colon_at)) || tokens.is(colon_at, question) ||
            tokens.is(colon_at, exclamation))
            return std::nullopt;
        ++colon_at;
    }
    if (!tokens.is(colon_at, colon)) return std::nullopt;
    for (const AttributionWords* words : Rows(language)) {
        if (auto opened = opened_introduction(tokens, *words, colon_at)) return opened;
        // With a verb: all after it, up to the colon, belongs to the attribution.
        for (std::size_t v = 1; v < colon_at && v <= kMaxBeforeVerb; ++v) {
            if (!tokens.is_word(v) || tokens[v].upper) continue;
            const SayingVerb* verb = find_saying_verb(*words, tokens.word(v));
            if (verb == nullptr || (v + 1 < colon_at && contains(words->that_words, tokens.lower(v + 1)))) continue;
            if (!verb->particle.empty() && (v + 1 >= colon_at || tokens.lower(v + 1) != verb->particle)) continue;
            auto speaker = read_speaker_between(tokens, *words, 0, v);
            if (!speaker) break;
            speaker->end = colon_at;
            return found(0, to_text(*verb), std::move(*speaker));
        }
        // Without: only a full name, and only when the speech is marked after the colon.
        auto speaker = read_speaker_between(tokens, *words, 0, colon_at);
        const bool marked = tokens.is(colon_at + 1, dash) || tokens.is(colon_at + 1, quote_mark) || colon_at + 1 == tokens.size();
        if (speaker && marked && (word_count(speaker->name) >= 2 || !speaker->party.empty())) return found(0, ":", std::move(*speaker));
    }
    return std::nullopt;
}

std::optional<UnclearAttribution> find_unclear_attribution(const TokenText& tokens, std::string_view language) {
    const Rows rows(language);
    for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
        if (!tokens.is_word(i) || tokens[i].upper || !tokens.is_word(i + 1)) continue;
        const bool broken_off = is_broken_off(tokens, i);
        if (!broken_off && !(tokens.is_word(i - 1) && name_is_near(tokens, i + 1))) continue;  // a cheap look first
        for (const AttributionWords* words : rows) {
            if (broken_off && i > 1 && names_source(tokens, *words, i)) return UnclearAttribution{i, UnclearAttribution::Fault::no_speaker};
            if (find_saying_verb(*words, tokens.word(i)) == nullptr) {
                // "Så fint! utbrister Karin Alm": no sentence begins with a small letter.
                const bool after_sentence = tokens.is(i - 1, question) || tokens.is(i - 1, exclamation);
                if (after_sentence && tokens[i + 1].upper) return UnclearAttribution{i, UnclearAttribution::Fault::no_speaker};
                continue;
            }
            if (broken_off) {
                const std::string next = tokens.lower(i + 1);
                const bool definite =
                    !words->adverbs.empty() && !contains(words->no_speakers, next) && is_definite(next) && ends_soon(tokens, i + 1);
                const bool somebody = tokens[i + 1].upper || is_role_word(*words, next) || contains(kIndefinite, next) || definite;
                if (somebody && i > 1) return UnclearAttribution{i, UnclearAttribution::Fault::no_speaker};
            } else if (const auto attribution = verb_first(tokens, *words, i); attribution && !attribution->attribution.name.empty()) {
                if (!attribution->attribution.party.empty() || attribution->role_is_known)
                    return UnclearAttribution{i, UnclearAttribution::Fault::missing_comma};
            }
        }
    }
    return std::nullopt;
}

}  // namespace pressrum
