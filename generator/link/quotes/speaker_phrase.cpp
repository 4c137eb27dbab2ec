#include "link/quotes/speaker_phrase.hpp"

#include "base/text.hpp"
#include "link/quotes/speaker_clause.hpp"

#include <algorithm>
#include <array>

// How a speaker is read.
//
// Swedish, and the other languages of the table alike, name a speaker in few ways:
//
//     säger hon [vidare]                                             a pronoun
//     säger [kommunalrådet] Karin Alm [(C)] [, ordförande i …]       a name, with what belongs to it before and after
//     säger rektorn [på Västerledsskolan]                            a role alone
//
// A name is a run of capital words; all before it is the role. The hard part is that roles hold capital words too ("Ekinge
// kommuns kommundirektör Anders Kvarnby", "rektorn på Västerledsskolan Fatima Ekvall"): a run after a preposition belongs to
// the role, unless it is so long that it must hold a name as well; a run that a role word follows is the owner of the role.
// After the name come, in this order, the party, a further clause without comma ("i ett mejl", "och ler") and clauses after a
// comma that look like a role, an age, an organisation or an occasion. Everything else after a comma is said again.
//
// When the parts do not fit, there is no speaker and the words count as said: words are never taken from what was said on
// suspicion.

namespace pressrum {
namespace {

using attribution_words::W;
using enum Token::Kind;

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

// May begin a speaker only before a role: "säger en boende", but not "säger en gång till".
constexpr W kArticles[] = {"en", "ett", "et", "ein", "eit", "ei"};
// What stands in the place of a party though it is written in lower case.
constexpr W kWithoutParty[] = {"oberoende", "obunden", "partilös", "independent", "uafhængig", "uavhengig", "sitoutumaton"};

class SpeakerReader {
public:
    SpeakerReader(const TokenText& tokens, const AttributionWords& words, std::string_view particle)
        : t_(tokens), w_(words), particle_(particle) {}

    std::optional<SpeakerPhrase> read(std::size_t at) {
        if (!read_core(at, std::min(t_.size(), at + kMaxPhraseTokens)) || !read_rest()) return std::nullopt;
        return std::move(speaker_);
    }

    std::optional<SpeakerPhrase> read_between(std::size_t at, std::size_t end) {
        if (end > t_.size() || end - at > kMaxPhraseTokens || !read_core(at, end)) return std::nullopt;
        read_party();
        while (speaker_.end < end && t_.is(speaker_.end, comma) && speaker_.end + 1 < end && read_clause_after_comma()) {}
        if (speaker_.end + 1 == end && t_.is(speaker_.end, comma)) ++speaker_.end;  // Karin Alm, head of water, says
        if (speaker_.end != end) return std::nullopt;
        return std::move(speaker_);
    }

private:
    // ------------------------------------------------------------ words

    bool in(std::span<const W> list, std::string_view word) const { return contains(list, word); }
    bool is_role(std::size_t i) const {
        if (i < first_ || i - first_ >= roles_.size()) return is_role_word(w_, t_.lower(i));
        Known& known = roles_[i - first_];  // asked again and again, and not cheap
        if (known == Known::not_yet) known = is_role_word(w_, t_.lower(i)) ? Known::yes : Known::no;
        return known == Known::yes;
    }
    bool starts_name(std::size_t i) const {
        if (!t_.is_word(i)) return false;
        return t_[i].upper || (contains(attribution_words::kLeadingParticles, t_.lower(i)) && t_.is_capital(i + 1));
    }

    // The next role word within a few lower-case words from `i`, or kNowhere.
    std::size_t role_ahead(std::size_t i, std::size_t limit) const {
        for (std::size_t n = 0; n < 4 && i < limit && t_.is_word(i) && !t_[i].upper; ++n, ++i) {
            if (is_role(i)) return i;
        }
        return kNowhere;
    }

    // "chefen för gata och park Karin Alm", "head of water and sewage Karin Alm": a preposition between the role and `and_at`, then a word
    // or two in which nobody does anything, and the name.
    bool is_field(std::size_t role, std::size_t and_at, std::size_t limit) const {
        bool field = false;
        for (std::size_t i = role + 1; i < and_at; ++i) field |= t_.is_word(i) && in(w_.prepositions, t_.lower(i));
        std::size_t i = and_at + 1;
        for (; field && i < limit && i <= and_at + 2 && t_.is_word(i) && !t_[i].upper; ++i) {
            const std::string word = t_.lower(i);
            if (is_sentence_word(w_, word) || in(w_.prepositions, word) || find_saying_verb(w_, word) != nullptr) return false;
        }
        return field && i > and_at + 1 && i < limit && t_.is_capital(i);
    }

    bool capital_ahead(std::size_t i, std::size_t limit) const {
        while (i < limit && t_.is_word(i)) {
            if (t_[i].upper) return true;
            ++i;
        }
        return false;
    }

    // ------------------------------------------------------------ role and name

    bool set(std::size_t role_begin, std::size_t name_begin, std::size_t end) {
        if (name_begin > role_begin) {
            speaker_.role = t_.slice(role_begin, name_begin);
            for (std::size_t i = role_begin; i < name_begin; ++i) speaker_.role_is_known |= t_.is_word(i) && is_role(i);
        }
        if (end > name_begin) {
            speaker_.name = t_.slice(name_begin, end);
            capitals_ = name_run(t_, name_begin, end).capitals;
        }
        name_begin_ = name_begin;
        speaker_.end = end;
        return true;
    }

    bool read_core(std::size_t at, std::size_t limit) {
        first_ = at;
        if (!t_.is_word(at)) return false;
        const std::string first = t_.lower(at);
        if (in(w_.pronouns, first)) {
            speaker_.pronoun = true;
            speaker_.end = at + 1;
            return true;
        }
        const bool particle = contains(attribution_words::kLeadingParticles, first) && t_.is_capital(at + 1);
        const bool article = contains(kArticles, first) && role_ahead(at + 1, limit) != kNowhere;
        if (const std::size_t name = contains(kArticles, first) && !article ? described_name(at, limit) : kNowhere; name != kNowhere)
            return set(name, name, name_run(t_, name, limit).end);
        if (!particle && !article && in(w_.no_speakers, first)) return false;

        std::size_t role = kNowhere;  // the last role word
        std::size_t lower_words = 0;
        std::size_t i = at;
        while (i < limit) {
            if (!t_.is_word(i)) {
                if ((t_.is(i, comma) && t_.ends_with_hyphen(i - 1)) || t_.is_abbreviation_stop(i)) {
                    ++i;
                    continue;
                }
                break;
            }
            const bool titled = is_role(i) && i + 1 < limit && t_.is_word(i + 1);  // Mayor Karin Alm, Kommunalrådet Karin Alm
            const bool first_of_role = i == at && t_.ends_with_hyphen(i);          // Vatten- och avloppschefen
            if (starts_name(i) && !titled && !first_of_role) {
                const NameRun run = name_run(t_, i, limit);
                switch (what_is(run, i, role, at, limit)) {
                    case RunIs::part_of_role: i = run.end; continue;
                    case RunIs::organization: return set(at, i, run.end + 1);
                    case RunIs::name: return set(at, name_begin(run, i, role), name_end(run));
                    case RunIs::told: return false;
                }
            }
            const std::string word = t_.lower(i);
            if (in(w_.that_words, word) || is_sentence_word(w_, word)) return false;
            const bool joined = i > at && t_.ends_with_hyphen(i - 1);  // barn- och utbildningsnämnden
            if (!joined && role != kNowhere && (in(w_.and_words, word) || in(w_.tails, word))) {
                const std::size_t next = in(w_.and_words, word) ? role_ahead(i + 1, limit) : kNowhere;
                const bool another_role = next != kNowhere && t_.is_capital(next + 1);  // kommunalråd och ordförande Karin Alm
                if (!another_role && !(in(w_.and_words, word) && is_field(role, i, limit))) break;
            }
            if (is_role(i)) role = i;
            if (++lower_words > 12) return false;
            ++i;
        }
        return role != kNowhere && set_role_only(at, role, i);
    }

    // "säger en lättad Elin Torpvik": where the full name begins after an article and a word or two that describe somebody.
    std::size_t described_name(std::size_t at, std::size_t limit) const {
        std::size_t i = at + 1;
        for (; i < limit && i <= at + 2 && t_.is_word(i) && !t_[i].upper; ++i) {
            const std::string word = t_.lower(i);
            if (is_sentence_word(w_, word) || in(w_.prepositions, word) || in(w_.tails, word) || in(w_.that_words, word)) return kNowhere;
        }
        return i > at + 1 && i < limit && t_.is_capital(i) && name_run(t_, i, limit).capitals == 2 ? i : kNowhere;
    }

    enum class RunIs { name, part_of_role, organization, told };

    RunIs what_is(const NameRun& run, std::size_t i, std::size_t role, std::size_t at, std::size_t limit) const {
        const bool after_preposition = i > at && in(w_.prepositions, t_.lower(i - 1));
        if (run.end < limit && t_.is_word(run.end)) {
            const std::string next = t_.lower(run.end);
            if (in(w_.that_words, next)) return RunIs::told;
            const bool closes = in(w_.prepositions, next) || in(w_.tails, next) || in(w_.and_words, next) || next == particle_;
            if (!closes) {
                const std::size_t owned = role_ahead(run.end, limit);
                if (owned != kNowhere && (t_.is_capital(owned + 1) || next.ends_with('s') || t_.raw(run.end - 1).ends_with('s')))
                    return RunIs::part_of_role;
                if (contains(attribution_words::kOrganizationEnds, next) && role == kNowhere) return RunIs::organization;
                if ((role != kNowhere || after_preposition) && capital_ahead(run.end, limit)) return RunIs::part_of_role;
            }
        }
        if (!after_preposition) return RunIs::name;
        return run.capitals >= 3 && role != kNowhere ? RunIs::name : RunIs::part_of_role;
    }

    // Where the name begins in a run that holds more: the last two words after "rektorn på", what follows a title.
    std::size_t name_begin(const NameRun& run, std::size_t i, std::size_t role) const {
        if (role != kNowhere && i > 0 && in(w_.prepositions, t_.lower(i - 1))) {
            std::size_t begin = run.end;
            for (std::size_t capitals = 0; begin > i && capitals < 2;) {
                --begin;
                for (std::size_t k = i + 1; k < begin; ++k) {  // a nickname belongs to the name before it
                    if (const std::size_t surname = nickname_end(t_, k); surname != k && surname == begin + 1) begin = k - 1;
                }
                capitals += t_.is_capital(begin) && !t_.is_abbreviation_stop(begin + 1);  // an initial is no name
            }
            return begin;
        }
        std::size_t begin = i;
        for (std::size_t k = i; k + 1 < run.end; ++k) {
            if (t_.is_word(k) && is_role(k)) begin = k + (t_.is_word(k + 1) ? 1 : 2);  // Dr. Anna Berg
        }
        return begin;
    }

    // Finnish puts a place before its noun: "sanoo Malin Sjö Ekingen kunnasta".
    std::size_t name_end(const NameRun& run) const {
        const bool owner = w_.language == "fi" && run.capitals >= 3 && t_.is_word(run.end) && t_.lower(run.end - 1).ends_with('n');
        return owner ? run.end - 1 : run.end;
    }

    // "säger rektorn", "säger rektorn på Västerledsskolan": the role word, and a place after a preposition.
    bool set_role_only(std::size_t at, std::size_t role, std::size_t end) {
        std::size_t cut = role + 1;
        if (cut < end && t_.is_word(cut) && in(w_.prepositions, t_.lower(cut)) && !is_occasion(t_, w_, cut, end)) {
            cut = end;
            for (std::size_t i = role + 1; i < end; ++i) {
                if (i > role + 1 && t_.is_word(i) && in(w_.prepositions, t_.lower(i)) && is_occasion(t_, w_, i, end)) cut = i;
            }
        }
        set(at, cut, cut);
        return true;
    }

    // ------------------------------------------------------------ what follows the name

    bool read_rest() {
        read_party();
        if (t_.is_capital(speaker_.end) && t_.is(speaker_.end - 1, close_paren)) return false;  // Åsa Maria (Lillan) Brink: no party
        if (const std::size_t several = further_person(speaker_.end); several != 0) take_several(several);
        if (t_.is_word(speaker_.end) && !read_tail()) return false;
        for (int clauses = 0; clauses < 4 && t_.is(speaker_.end, comma); ++clauses) {
            if (!read_clause_after_comma()) break;
        }
        if (t_.is(speaker_.end, dash) && !speaker_.name.empty()) {  // "säger Karin Alm – som själv cyklar till jobbet"
            const auto end = find_clause_end(t_, speaker_.end + 1);
            speaker_.unclear_end |= end && may_be_aside(t_, speaker_.end + 1, *end);
        }
        return true;
    }

    // "(C)", "(oberoende)", "(S, oppositionsråd)"; other brackets ("(34 år)", "(till höger)") belong to the speaker but say no party.
    void read_party() {
        while (t_.is(speaker_.end, open_paren)) {
            const std::size_t open = speaker_.end;
            std::size_t close = open + 1;
            while (close < t_.size() && close - open <= 8 && !t_.is(close, close_paren)) ++close;
            if (!t_.is(close, close_paren)) return;
            if (speaker_.party.empty() && is_party(open + 1)) {
                const bool shortened = close == open + 3 && t_.is(open + 2, stop);  // (kesk.)
                if (close == open + 2 || shortened) speaker_.party = t_.slice(open + 1, close);
                else if (t_.is(open + 2, comma)) speaker_.party = t_.slice(open + 1, open + 2);
                if (t_.is(open + 2, comma) && speaker_.role.empty()) speaker_.role = t_.slice(open + 3, close);
            }
            speaker_.end = close + 1;
        }
    }

    bool is_party(std::size_t i) const {
        if (!t_.is_word(i)) return false;
        const std::string word = t_.lower(i);
        if (word.front() >= '0' && word.front() <= '9') return false;
        return t_[i].upper || count_characters(word) <= (t_.is(i + 1, stop) ? 4 : 3) || contains(kWithoutParty, word);
    }

    // "… och Lena Hovmark (S)", "…, Lena Hovmark (S)": the end of a second person that begins after `i`, or 0.
    std::size_t further_person(std::size_t i) const {
        if (speaker_.name.empty()) return 0;
        const bool with_and = t_.is_word(i) && in(w_.and_words, t_.lower(i));
        if (!with_and && !t_.is(i, comma)) return 0;
        std::size_t begin = i + 1;
        bool role = false;
        for (std::size_t n = 0; n < 6 && t_.is_word(begin) && !t_[begin].upper; ++n, ++begin) role |= is_role(begin);
        if (!t_.is_capital(begin)) return 0;
        const NameRun run = name_run(t_, begin, std::min(t_.size(), begin + 8));
        const bool party = t_.is(run.end, open_paren) && is_party(run.end + 1) && t_.is(run.end + 2, close_paren);
        if (party) return run.end + 3;
        if (!with_and) return 0;
        if (t_.is_word(run.end)) {  // "… och Lena Hovmark i en gemensam kommentar", "Lova och Alva i klass 3B"
            const std::string next = t_.lower(run.end);
            if (!in(w_.prepositions, next) && !in(w_.tails, next)) return 0;
        }
        return run.capitals >= 2 || role || capitals_ == 1 ? run.end : 0;
    }

    void take_several(std::size_t end) {
        for (int people = 0; end != 0 && people < 8; ++people) {
            speaker_.end = end;
            end = further_person(end);
        }
        speaker_.name = t_.slice(name_begin_, speaker_.end);
        speaker_.party.clear();
    }

    // What follows without a comma: the particle of the verb, "i ett mejl", "när hon öppnar dörren", "bestämt".
    bool read_tail() {
        std::size_t i = speaker_.end;
        std::string word = t_.lower(i);
        if (in(w_.that_words, word)) return false;
        if (!particle_.empty() && word == particle_) {
            speaker_.particle = true;
            speaker_.end = ++i;
            if (!t_.is_word(i)) return true;
            word = t_.lower(i);
        }
        const auto end = find_clause_end(t_, i);
        if (!end) return false;
        const bool known = in(w_.prepositions, word) || in(w_.tails, word);
        if (!known && !tail_may_be_unknown(i, *end)) return false;
        goes_on_ = in(w_.and_words, word);
        if (!known && speaker_.role.empty() && is_role(i))
            speaker_.role = t_.slice(i, *end);  // a forgotten comma: "Karin Alm ordförande i …"
        speaker_.end = *end;
        return true;
    }

    // A full name, or one with party or role.
    bool is_sure() const { return capitals_ >= 2 || !speaker_.party.empty() || (!speaker_.name.empty() && speaker_.role_is_known); }

    // "säger Karin Alm lågt", but not "skriver Ekinge historia".
    bool tail_may_be_unknown(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end; ++i) {
            if (t_.is_word(i) && is_sentence_word(w_, t_.lower(i))) return false;
        }
        return is_sure() ? end - begin <= 3 || is_role(begin) : end - begin <= 1 && (speaker_.pronoun || speaker_.role_is_known);
    }

    // ------------------------------------------------------------ what follows after a comma

    bool read_clause_after_comma() {
        const std::size_t begin = speaker_.end + 1;
        if (const std::size_t several = further_person(speaker_.end); several != 0) {
            take_several(several);
            return true;
        }
        const auto clause = find_clause_end(t_, begin);
        if (!clause || *clause == begin) return false;
        const std::size_t end = *clause;
        if (goes_on_ && in(w_.that_words, t_.lower(begin))) {  // "og tilføjer, at …"
            speaker_.end = end;
            return true;
        }
        goes_on_ = false;
        if (end == begin + 1 && speaker_.party.empty() && !speaker_.name.empty() && is_short_party(begin)) {  // säger Karin Alm, C, …
            speaker_.party = t_.slice(begin, end);
            speaker_.end = end;
            return true;
        }
        const std::size_t words_end = find_open_paren(begin, end);
        if (speaker_.name.empty() && !speaker_.pronoun && is_whole_name(begin, words_end)) {  // the chief fire officer, Stefan Myrvall
            const std::string role = speaker_.role;
            set(begin, begin, words_end);
            speaker_.role = role;
            read_party();
            return true;
        }
        const bool role = !speaker_.pronoun && is_role_clause(t_, w_, begin, words_end, end);
        if (role && speaker_.role.empty()) speaker_.role = t_.slice(begin, words_end);
        if (!role && !is_about_speaker(t_, w_, begin, end)) {
            Aside aside = what_further_verb(t_, w_, begin, end);
            goes_on_ = aside == Aside::yes;
            if (aside == Aside::no)
                aside = is_sure() ? what_aside(t_, begin, end) : may_be_aside(t_, begin, end) ? Aside::unclear : Aside::no;
            if (aside == Aside::no && is_sure() && is_whole_name(begin, words_end)) aside = Aside::unclear;  // a second speaker, or said
            speaker_.unclear_end |= aside == Aside::unclear;
            if (aside != Aside::yes) return false;
        }
        speaker_.end = role ? words_end : end;
        if (role) {
            speaker_.role_is_known = true;
            read_party();
            if (speaker_.end < end) speaker_.end = end;
        }
        return true;
    }

    bool is_short_party(std::size_t i) const {
        const std::string_view word = t_.raw(i);
        return word.size() <= 2 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    }

    std::size_t find_open_paren(std::size_t begin, std::size_t end) const {
        while (begin < end && !t_.is(begin, open_paren)) ++begin;
        return begin;
    }

    bool is_whole_name(std::size_t begin, std::size_t end) const {
        if (!t_.is_capital(begin)) return false;
        const NameRun run = name_run(t_, begin, end);
        return run.end == end && run.capitals >= 2;
    }

    const TokenText& t_;
    const AttributionWords& w_;
    std::string_view particle_;
    enum class Known : std::uint8_t { not_yet, no, yes };
    mutable std::array<Known, 16> roles_{};  // of the tokens from first_ on
    std::size_t first_ = 0;
    SpeakerPhrase speaker_;
    std::size_t name_begin_ = 0;
    std::size_t capitals_ = 0;  // capital words in the name
    bool goes_on_ = false;      // the clause before is "och" with a verb
};

}  // namespace

std::optional<SpeakerPhrase> read_speaker(const TokenText& tokens, const AttributionWords& words, std::size_t at,
                                          std::string_view particle) {
    return SpeakerReader(tokens, words, particle).read(at);
}

std::optional<SpeakerPhrase> read_speaker_between(const TokenText& tokens, const AttributionWords& words, std::size_t at, std::size_t end) {
    return SpeakerReader(tokens, words, {}).read_between(at, end);
}

}  // namespace pressrum
