#include "link/quotes/speaker_phrase.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "link/quotes/denial.hpp"
#include "link/quotes/rivals.hpp"
#include "link/quotes/speaker_clause.hpp"
#include "link/quotes/speaker_name.hpp"

#include <algorithm>

// How a speaker is read.
//
// Swedish, like the other languages of the table, names a speaker in only a few ways:
//
//     säger hon [vidare]                                             a pronoun
//     säger [kommunalrådet] Karin Alm [(C)] [, ordförande i …]       a name, with what belongs to it before and after
//     säger rektorn [på Västerledsskolan]                            a role alone
//
// A name is a run of capital words; everything before it is the role. The hard part is that roles hold capital words too ("Ekinge
// kommuns kommundirektör Anders Kvarnby", "rektorn på Västerledsskolan Fatima Ekvall"): a run after a preposition belongs to
// the role, unless it is so long that it must hold a name as well; a run that a role word follows is the owner of the role.
// After the name come, in this order, the party, a further clause without a comma ("i ett mejl", "och ler") and clauses after a
// comma that are a role, an age, an organisation or an occasion. Anything else is for the caller to judge (link/quotes/reading).
//
// When the parts do not fit, there is no speaker; the caller asks.

namespace pressrum {
namespace {

using attribution_words::W;
using enum Token::Kind;

constexpr W kTogether[] = {"tillsammans", "together", "sammen", "saman", "jointly", "gemensamt"};
constexpr W kSources[] = {"enligt", "according", "ifølge"};  // after a name: said only according to somebody else
constexpr W kAndOthers[] = {"m.fl", "mfl"};
constexpr W kTheir[] = {"hennes", "hans", "her", "his", "hendes"};
constexpr W kFormer[] = {"tillförordnade", "tf",    "före",   "f.d",    "fd",        "tidigare",
                         "förra",          "förre", "former", "acting", "tidligere", "fungerende"};
constexpr W kOneOf[] = {"en", "ett", "et", "ein", "a", "an", "flera", "några", "two", "två"};
constexpr W kUs[] = {"oss", "mig", "us", "me", "os", "meg"};
constexpr W kGestures[] = {"pekar", "visar", "tittar", "ser", "går", "blickar", "peger", "peker", "viser", "points", "looks", "smiles"};
constexpr W kFrom[] = {"från", "fra", "frå", "from", "på", "i", "of", "hos", "ved", "vid"};
constexpr W kToMe[] = {"mig", "mej", "meg", "me", "minulle"};
constexpr int kMaxClauses = 6;  // after commas, about one speaker
// Stands in place of a party, though it is written in lower case.
constexpr W kWithoutParty[] = {"oberoende", "obunden", "partilös", "independent", "uafhængig", "uavhengig", "sitoutumaton"};

class SpeakerReader : public SpeakerNameReader {
public:
    using SpeakerNameReader::SpeakerNameReader;

    std::optional<SpeakerPhrase> read(std::size_t at) {
        if (!read_core(at, std::min(t_.size(), at + kMaxPhraseTokens)) || !read_rest()) return std::nullopt;
        return std::move(speaker_);
    }

    std::optional<SpeakerPhrase> read_between(std::size_t at, std::size_t end) {
        if (end > t_.size() || end - at > kMaxPhraseTokens || !read_core(at, end)) return std::nullopt;
        read_party();
        if (const std::size_t several = further_person(speaker_.end); several != 0 && several <= end) take_several(several);
        while (speaker_.end < end && t_.is(speaker_.end, comma) && speaker_.end + 1 < end && read_clause_after_comma()) {}
        if (speaker_.end + 1 == end && t_.is(speaker_.end, comma)) ++speaker_.end;  // Karin Alm, head of water, says
        if (speaker_.end != end) return std::nullopt;
        return std::move(speaker_);
    }

private:
    // ------------------------------------------------------------ what follows the name

    // "Karin Alms (C) närmaste medarbetare"
    bool somebody_next() const {
        static constexpr W kKin[] = {"man",   "make",    "maka", "fru",  "hustru", "sambo",   "pappa",
                                     "mamma", "kollega", "vän",  "kone", "mand",   "kolleger"};
        return contains(kKin, t_.lower(speaker_.end)) || role_ahead(speaker_.end, t_.size()) != kNowhere;
    }

    bool read_rest() {
        read_party();
        if (t_.is(speaker_.end - 1, close_paren) && owns_next(speaker_.name, speaker_.end) && somebody_next()) return false;
        if (t_.is_capital(speaker_.end) && t_.is(speaker_.end - 1, close_paren)) return false;  // Åsa Maria (Lillan) Brink: no party
        if (const std::size_t several = further_person(speaker_.end); several != 0) take_several(several);
        if (t_.is_word(speaker_.end) && !read_tail()) return false;
        for (int clauses = 0; clauses < kMaxClauses && t_.is(speaker_.end, comma); ++clauses) {
            if (is_denied_role(speaker_.end + 1)) return false;
            if (!read_clause_after_comma()) break;
        }
        return true;
    }

    // "(C)", "(oberoende)", "(S, oppositionsråd)"; other brackets ("(34 år)", "(till höger)") belong to the speaker but name no party.
    void read_party() {
        read_party_after_slash();
        while (t_.is(speaker_.end, close_paren)) ++speaker_.end;  // one too many
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
            while (t_.is(speaker_.end, close_paren)) ++speaker_.end;
        }
    }

    // "Karin Alm/C", "Karin Alm /C/"
    void read_party_after_slash() {
        const std::size_t i = speaker_.end;
        if (t_.raw(i - 1).size() == 1) return;  // Ekinge Byg A/S
        if (!t_.is(i, other) || t_.raw(i) != "/" || !t_.is_word(i + 1) || !is_short_party(i + 1)) return;
        speaker_.party = t_.slice(i + 1, i + 2);
        speaker_.end = i + 2;
        if (t_.is(i + 2, other) && t_.raw(i + 2) == "/") ++speaker_.end;
    }

    bool is_party(std::size_t i) const {
        if (!t_.is_word(i)) return false;
        const std::string& word = t_.lower(i);
        if (is_digit(word.front())) return false;
        return t_[i].upper || count_characters(word) <= (t_.is(i + 1, stop) ? 4 : 3) || contains(kWithoutParty, word);
    }

    // "… och Lena Hovmark (S)", "…, Lena Hovmark (S)": the end of a second person that begins after `i`, or 0.
    std::size_t further_person(std::size_t i) const {
        if (speaker_.name.empty() && !speaker_.pronoun) return 0;
        const bool with_and =
            (t_.is_word(i) && in(w_.and_words, t_.lower(i))) || (t_.is(i, other) && (t_.raw(i) == "&" || t_.raw(i) == "/"));
        if (!with_and && !t_.is(i, comma)) return 0;
        std::size_t begin = i + 1;
        if (t_.is(i, comma) && t_.is_word(i + 1) && in(w_.and_words, t_.lower(i + 1))) return further_person(i + 1);
        bool role = false, words = false;
        for (std::size_t n = 0; n < 6 && t_.is_word(begin) && !t_[begin].upper; ++n, ++begin) {
            words = true;
            role |= is_role(begin);
            if (!role &&
                (in(w_.prepositions, t_.lower(begin)) || opens_hanging_clause(t_.lower(begin)) || looks_like_verb(w_, t_.lower(begin))))
                return 0;  // "och får medhåll av Leif Holm"
        }
        if (!t_.is_capital(begin) || (words && !role) || (words && in(w_.prepositions, t_.lower(begin - 1)))) return 0;
        const NameRun run = name_run(t_, begin, std::min(t_.size(), begin + 8));
        const bool party = t_.is(run.end, open_paren) && is_party(run.end + 1) && t_.is(run.end + 2, close_paren);
        if (party) return run.end + 3;
        if (!with_and) return is_first_of_two(run) ? run.end : 0;
        if (t_.is_word(run.end)) {  // "… och Lena Hovmark i en gemensam kommentar", "Lova och Alva i klass 3B"
            const std::string& next = t_.lower(run.end);
            if (!in(w_.prepositions, next) && !in(w_.tails, next) && (run.capitals < 2 || looks_like_verb(w_, next))) return 0;
        }
        return run.capitals >= 2 || role || capitals_ == 1 ? run.end : 0;
    }

    // "…, Leif Holm och Nils Ek": whole names of people on both sides.
    bool is_first_of_two(const NameRun& run) const {
        if (run.capitals < 2 || !t_.is_word(run.end) || !in(w_.and_words, t_.lower(run.end)) || !t_.is_capital(run.end + 1)) return false;
        const NameRun next = name_run(t_, run.end + 1, std::min(t_.size(), run.end + 6));
        return next.capitals >= 2 && !is_organization_name(run.end - 1, run.end) && !is_organization_name(next.end - 1, next.end);
    }

    void take_several(std::size_t end) {
        for (int people = 0; end != 0 && people < 8; ++people) {
            speaker_.end = end;
            end = further_person(end);
        }
        speaker_.name = t_.slice(name_begin_, speaker_.end);
        speaker_.party.clear();
        speaker_.pronoun = false;  // hon och Leif Holm
        speaker_.pronoun_word.clear();
        speaker_.several = true;
    }

    // "och grannen Anna Berg", "och kommunalrådet", "och en kollega", but not "och pekar på kartan": what begins at `i` is somebody.
    bool is_somebody(std::size_t i) const {
        const std::string& word = t_.lower(i);
        if (!t_.is_word(i) || contains(w_.pronouns, word) || in(w_.tails, word) || in(w_.adverbs, word)) return false;
        if (t_.is_capital(i) || contains(kTheir, word) || contains(kFormer, word)) return true;
        if (looks_like_verb(w_, word) || is_auxiliary(word) || find_saying_verb(w_, word) != nullptr) return false;
        if (role_ahead(i, t_.size()) != kNowhere || (contains(kOneOf, word) && is_person_word(t_.lower(i + 1)))) return true;
        return is_person_word(word) || (name_run(t_, i + 1, t_.size()).capitals >= 2 && !in(w_.prepositions, word));
    }

    // What follows without a comma: the particle of the verb, "i ett mejl", "när hon öppnar dörren", "bestämt".
    bool read_tail() {
        std::size_t i = speaker_.end;
        std::string word = t_.lower(i);
        if (in(w_.that_words, word) || contains(kSources, word)) return false;
        for (std::size_t k = i; t_.is_word(k) && !in(w_.and_words, t_.lower(k)) && !opens_hanging_clause(t_.lower(k)); ++k) {
            if (is_denial(t_.lower(k))) return false;  // säger Karin Alm ju inte
        }
        if (in(w_.prepositions, word) && contains(kToMe, t_.lower(i + 1)))
            return false;                                              // "sa Lena Hovmark till mig": told by whoever "me" is
        if (!opens_hanging_clause(word) && !in(w_.and_words, word)) {  // "sade Karin Alm i går att hon ville"
            for (std::size_t k = i + 1; k < i + 5 && t_.is_word(k) && !in(w_.and_words, t_.lower(k)); ++k) {
                if (in(w_.that_words, t_.lower(k)) && !in(w_.prepositions, t_.lower(k - 1))) return false;
            }
        }
        if (!particle_.empty() && word == particle_) {
            speaker_.particle = true;
            speaker_.end = ++i;
            if (!t_.is_word(i)) return true;
            word = t_.lower(i);
        }
        const std::string& next = t_.lower(i + 1);
        const bool others = contains(kAndOthers, word) || (word == "med" && next == "flera");
        if (others || (in(w_.and_words, word) && is_somebody(i + 1))) speaker_.several = true;  // Karin Alm och hennes kollegor
        const auto end = find_clause_end(t_, i);
        if (!end || holds_pretence(t_, i, *end) || is_denial(t_.lower(*end - 1))) return false;
        const bool known = in(w_.prepositions, word) || in(w_.tails, word);
        if (!known && !tail_may_be_unknown(i, *end)) return false;
        goes_on_ = in(w_.and_words, word);
        speaker_.several |= company_after_place(i, *end);
        for (std::size_t k = i + 1; k < *end; ++k) another_in_tail_ |= t_.is_capital(k) && name_run(t_, k, *end).capitals >= 2;
        for (std::size_t k = i; k + 2 < *end; ++k) {  // "säger Karin Alm tillsammans med Leif Holm (S)"
            if (contains(kTogether, t_.lower(k)) && in(w_.prepositions, t_.lower(k + 1)) && name_run(t_, k + 2, *end).capitals >= 2)
                speaker_.several = true;
        }
        if (speaker_.several && speaker_.pronoun) {  // hon och hennes man
            take_several(*end);
            return true;
        }
        if (!known && speaker_.role.empty() && is_role(i))
            speaker_.role = t_.slice(i, *end);  // a forgotten comma: "Karin Alm ordförande i …"
        speaker_.end = *end;
        return true;
    }

    // "säger Anna Berg från Ekinge och Leif Holm (S)", but not "i ett samtal med Anna Berg och Leif Holm"
    bool company_after_place(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end; ++i) {
            if (!contains(kFrom, t_.lower(i)) || !t_.is_capital(i + 1)) continue;
            std::size_t after = i + 1;
            while (after < end && t_.is_capital(after)) ++after;
            if (contains(attribution_words::kOrganizationEnds, t_.lower(after))) ++after;  // på Ekinge kommun
            if (t_.is_word(after) && in(w_.and_words, t_.lower(after)) && name_run(t_, after + 1, t_.size()).capitals >= 2) return true;
        }
        return false;
    }

    // A full name, or one with a party or role.
    bool is_sure() const {
        return speaker_.pronoun || capitals_ >= 2 || !speaker_.party.empty() || (!speaker_.name.empty() && speaker_.role_is_known);
    }

    // "säger Karin Alm lågt", but not "skriver Ekinge historia".
    bool tail_may_be_unknown(std::size_t begin, std::size_t end) const {
        const bool told = is_sentence_word(w_, t_.lower(begin));
        for (std::size_t i = begin; i < end && (told || !is_sure()); ++i) {
            if (t_.is_word(i) && is_sentence_word(w_, t_.lower(i))) return false;
        }
        const bool adverb = end == begin + 1 && (t_.raw(begin).ends_with('t') || t_.raw(begin).ends_with("ly")) &&
                            (end >= t_.size() || t_.is(end, stop));  // säger Holm torrt
        return is_sure() || adverb || (end - begin <= 1 && (speaker_.pronoun || speaker_.role_is_known));
    }

    // ------------------------------------------------------------ what follows a comma

    // "sagde Karin Alm, borgmester aldrig"
    bool is_denied_role(std::size_t begin) const {
        const auto end = find_clause_end(t_, begin);
        if (!end || *end < begin + 2 || !is_denial(t_.lower(*end - 1))) return false;
        return is_role_clause(t_, w_, begin, *end - 1, *end - 1) || count_verbs(t_, w_, {begin, *end}) == 0;
    }

    bool read_clause_after_comma() {
        const std::size_t begin = speaker_.end + 1;
        if (const std::size_t several = further_person(speaker_.end); several != 0) {
            take_several(several);
            return true;
        }
        if (t_.is(begin, open_paren) && speaker_.party.empty()) {  // säger Karin Alm, (C) kommunalråd
            speaker_.end = begin;
            read_party();
            if (speaker_.end == begin) {
                speaker_.end = begin - 1;
                return false;
            }
            const auto end = find_clause_end(t_, speaker_.end);
            if (end && *end > speaker_.end && is_role_clause(t_, w_, speaker_.end, *end, *end)) {
                if (speaker_.role.empty()) speaker_.role = t_.slice(speaker_.end, *end);
            }
            if (end && t_.is_word(speaker_.end)) speaker_.end = std::max(speaker_.end, *end);  // "(C) och ser ut över sjön"
            return true;
        }
        const auto clause = find_clause_end(t_, begin);
        if (!clause || *clause == begin) return false;
        const std::size_t end = *clause;
        if (t_.is_word(begin) && !t_[begin].upper && find_saying_verb(w_, t_.word(begin)) != nullptr) return false;  // another attribution
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
        if (is_whole_name(begin, words_end)) {
            if (!speaker_.name.empty()) {  // "Karin Alm, Lena Hovmark": two people, or an organisation
                if (!is_organization_name(begin, words_end)) speaker_.several = true;
                speaker_.end = words_end;
                read_end_of_clause(end);
                return true;
            }
            if (!speaker_.pronoun) {  // the chief fire officer, Stefan Myrvall
                const std::string role = speaker_.role;
                set(begin, begin, words_end);
                speaker_.role = role;
                read_party();
                return true;
            }
        }
        const bool role = !speaker_.pronoun && is_role_clause(t_, w_, begin, words_end, end);
        const bool told =
            opens_hanging_clause(t_.lower(begin));  // "som tillträdde som kommunalråd i maj": about a role, but not one itself
        if (role && !told && speaker_.role.empty() && !another_in_tail_) speaker_.role = t_.slice(begin, end_of_role(begin, words_end));
        if (!role && !is_about_speaker(t_, w_, begin, end)) return false;
        for (std::size_t k = begin + 1; role && k < words_end; ++k) {  // "ordförande i nämnden och Leif Holm"
            if (!t_.is_word(k) || !in(w_.and_words, t_.lower(k))) continue;
            const std::size_t several = further_person(k);
            if (several == 0 || is_organization_name(k + 1, several) || (w_.language == "en" && !t_.is(several - 1, close_paren))) continue;
            take_several(several);
            return true;
        }
        speaker_.end = role ? words_end : end;
        if (role) {
            speaker_.role_is_known = true;
            read_party();
            if (const std::size_t several = further_person(speaker_.end); several != 0) {  // "kommunalråd (C) och Leif Holm (S)"
                take_several(several);
                return true;
            }
            read_end_of_clause(end);
        }
        return true;
    }

    // "elev i 7B och pekar mot vattnet", "kommunalråd till oss", "kommunalråd i ett pressmeddelande": the role, without what somebody does.
    std::size_t end_of_role(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin + 1; i + 1 < end; ++i) {
            const std::string &word = t_.lower(i), &next = t_.lower(i + 1);
            const bool deed =
                in(w_.and_words, word) && !is_role(i + 1) && (find_saying_verb(w_, next) != nullptr || contains(kGestures, next));
            if (deed || (in(w_.prepositions, word) && contains(kUs, next))) return i;
        }
        for (std::size_t i = end - 1; i > begin; --i) {
            if (in(w_.prepositions, t_.lower(i)) && is_occasion(t_, w_, i, end)) return i;
        }
        return find_saying_verb(w_, t_.lower(end - 1)) != nullptr && end > begin + 1 ? end - 1 : end;
    }

    void read_end_of_clause(std::size_t end) {
        if (speaker_.end < end) speaker_.end = end;
    }

    // Ends as no person's name does: "Ekinge Energi", "Svenska Kyrkan".
    bool is_organization_name(std::size_t begin, std::size_t end) const {
        std::size_t last = end;
        while (last > begin && !t_.is_word(last - 1)) --last;
        if (last == begin) return false;
        const std::string& word = t_.lower(last - 1);
        return contains(attribution_words::kOrganizationEnds, word) || is_role_word(w_, word);
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

    bool another_in_tail_ = false;  // what follows a comma is about the other one: "säger Leif Holm till Anna Berg, elev i 7B"
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
