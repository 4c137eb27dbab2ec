#include "link/quotes/speaker_name.hpp"

#include "base/text.hpp"
#include "link/quotes/denial.hpp"
#include "link/quotes/speaker_clause.hpp"

#include <algorithm>

namespace pressrum {
namespace {

using attribution_words::W;

// May begin a speaker only before a role: "säger en boende", but not "säger en gång till".
constexpr W kArticles[] = {"en", "ett", "et", "ein", "eit", "ei", "a", "an"};
constexpr W kNeither[] = {"varken", "hverken", "verken", "neither"};
constexpr W kBoth[] = {"både", "såväl", "både", "both", "sekä", "både"};
// Say nothing about what somebody is, and are not part of the name.
constexpr W kCourtesies[] = {"ms",   "mr", "mrs", "miss", "dr",  "sir",    "dame", "lord",  "lady", "rev",
                             "cllr", "cr", "the", "herr", "fru", "fröken", "hr",   "citat", "quote"};
constexpr W kSuffixes[] = {"MP",  "MSP", "MBE", "OBE", "CBE", "KBE", "DBE", "JP", "TD", "MEP",
                           "PhD", "AM",  "OAM", "MLA", "Jr",  "Sr",  "MS",  "QC", "KC"};

// After a name: somebody else speaks.
constexpr W kThrough[] = {"via", "genom", "gennem", "gjennom", "through"};
// Preceded by whose they are, in the genitive.
constexpr W kFinnishKin[] = {"tytär", "poika", "vaimo",  "aviomies", "mies",    "puoliso",   "äiti",     "isä",
                             "sisko", "veli",  "ystävä", "kollega",  "naapuri", "työtoveri", "avustaja", "edeltäjä"};
// Before the role of somebody known: "till den nya gatuchefen", "for the late mayor".
constexpr W kDescribing[] = {"den", "det", "vår",   "vårt",  "the",      "our",       "vores",  "nya",  "nye",  "new",
                             "f.d", "fd",  "förra", "förre", "tidigare", "dåvarande", "former", "late", "vice", "tf"};
// May mean several people: "ansvarig för lärare".
bool may_be_many(std::string_view role) { return role.ends_with("are") || role.ends_with("ande") || role == "boende"; }
bool is_institution(std::string_view role) {
    static constexpr W kInstitutions[] = {"polis", "polisen", "police", "politi", "politiet"};
    return contains(kInstitutions, role);
}

}  // namespace

using enum Token::Kind;

bool SpeakerNameReader::is_role(std::size_t i) const {
    if (i < first_ || i - first_ >= roles_.size()) return is_role_word(w_, t_.lower(i));
    Known& known = roles_[i - first_];  // asked again and again, and not cheap
    if (known == Known::not_yet) known = is_role_word(w_, t_.lower(i)) ? Known::yes : Known::no;
    return known == Known::yes;
}

bool SpeakerNameReader::starts_name(std::size_t i) const {
    if (!t_.is_word(i)) return false;
    const bool particle = contains(attribution_words::kLeadingParticles, t_.lower(i)) && !(in(w_.prepositions, t_.lower(i)));
    return t_[i].upper || (particle && t_.is_capital(i + 1));
}

std::size_t SpeakerNameReader::role_ahead(std::size_t i, std::size_t limit) const {
    for (std::size_t n = 0; n < 4 && i < limit && t_.is_word(i) && !t_[i].upper; ++n, ++i) {
        if (is_role(i)) return i;
    }
    return kNowhere;
}

bool SpeakerNameReader::is_field(std::size_t role, std::size_t and_at, std::size_t limit) const {
    bool field = false;
    for (std::size_t i = role + 1; i < and_at; ++i) field |= t_.is_word(i) && in(w_.prepositions, t_.lower(i));
    std::size_t i = and_at + 1;
    for (; field && i < limit && i <= and_at + 2 && t_.is_word(i) && !t_[i].upper; ++i) {
        const std::string& word = t_.lower(i);
        if (is_sentence_word(w_, word) || in(w_.prepositions, word) || find_saying_verb(w_, word) != nullptr) return false;
    }
    return field && i > and_at + 1 && i < limit && t_.is_capital(i);
}

bool SpeakerNameReader::capital_ahead(std::size_t i, std::size_t limit) const {
    while (i < limit && t_.is_word(i)) {
        if (t_[i].upper) return true;
        ++i;
    }
    return false;
}

bool SpeakerNameReader::set(std::size_t role_begin, std::size_t name_begin, std::size_t end) {
    if (contains(kBoth, t_.lower(role_begin)) && name_begin == role_begin + 1) {
        speaker_.several = true;
    } else if (name_begin > role_begin + 1 && in(w_.and_words, t_.lower(name_begin - 1))) {  // dottern till Anna Berg och Leif Holm
        speaker_.several = true;
        name_begin = role_begin;
    } else if (name_begin > role_begin &&
               !(name_begin == role_begin + 1 && t_.raw(role_begin).ends_with('s') && !is_role(role_begin))) {  // kommunens Karin Alm
        speaker_.role = t_.slice(role_begin, name_begin);
        for (std::size_t i = role_begin; i < name_begin; ++i) speaker_.role_is_known |= t_.is_word(i) && is_role(i);
    }
    while (name_begin + 1 < end && contains(kCourtesies, t_.lower(name_begin))) {  // Ms Karin Alm
        name_begin += t_.is(name_begin + 1, stop) ? 2 : 1;
    }
    std::size_t name_end = end;
    while (name_end > name_begin + 2 && contains(kSuffixes, t_.raw(name_end - 1))) --name_end;  // Tom Kenward MP
    if (end > name_begin) {
        speaker_.name = t_.slice(name_begin, name_end);
        capitals_ = name_run(t_, name_begin, end).capitals;
    }
    name_begin_ = name_begin;
    speaker_.end = end;
    return true;
}

bool SpeakerNameReader::read_core(std::size_t at, std::size_t limit) {
    first_ = at;
    if (!t_.is_word(at)) return false;
    const std::string& first = t_.lower(at);
    if (in(w_.pronouns, first) && opens_hanging_clause(t_.lower(at + 1))) return false;  // säger hon som bor här
    if (in(w_.pronouns, first)) {
        speaker_.pronoun = true;
        speaker_.pronoun_word = first;
        name_begin_ = at;
        speaker_.end = at + 1;
        return true;
    }
    const bool particle = contains(attribution_words::kLeadingParticles, first) && t_.is_capital(at + 1);
    const bool article = contains(kArticles, first) && role_ahead(at + 1, limit) != kNowhere;
    if (const std::size_t name = contains(kArticles, first) && !article ? described_name(at, limit) : kNowhere; name != kNowhere)
        return set(name, name, name_run(t_, name, limit).end);
    if (contains(kArticles, first) && !article && !t_.is_abbreviation_stop(at + 1)) return false;  // en af de fremmødte
    if (!particle && !article && (in(w_.no_speakers, first) || contains(kNeither, first))) return false;

    std::size_t role = kNowhere;  // the last role word
    std::size_t lower_words = 0;
    std::size_t i = at;
    while (i < limit) {
        if (!t_.is_word(i)) {
            if ((t_.is(i, comma) && t_.ends_with_hyphen(i - 1)) || t_.is_abbreviation_stop(i)) {
                ++i;
                continue;
            }
            if (t_.is(i, quote_mark) && i > at && role != kNowhere &&
                in(w_.prepositions, t_.lower(i - 1))) {  // projektledaren för ”Ljusstråket” Malin Sjö
                std::size_t close = i + 1;
                while (t_.is_word(close) && close - i <= 4) ++close;
                if (t_.is(close, quote_mark) && t_.is_word(close + 1)) {
                    i = close + 1;
                    continue;
                }
            }
            break;
        }
        const bool titled = is_role(i) && i + 1 < limit && t_.is_word(i + 1);  // Mayor Karin Alm, Kommunalrådet Karin Alm
        const bool initial = count_characters(t_.raw(i).substr(t_.raw(i).rfind('-') + 1)) == 1 && t_.is_capital(i + 2);  // A. Hedsand
        const bool shortened = !initial && t_.is(i + 1, stop) && t_.is_abbreviation_stop(i + 1);  // F.d. kommunalrådet
        const bool ordinal = i == at && t_.is_word(i + 1) && !t_[i + 1].upper && role_ahead(i + 1, limit) != kNowhere &&
                             !t_.is_capital(i + 1);                                              // Andre vice ordföranden
        const bool first_of_role = (i == at && t_.ends_with_hyphen(i)) || shortened || ordinal;  // Vatten- och avloppschefen
        if (starts_name(i) && !titled && !first_of_role) {
            const NameRun run = name_run(t_, i, limit);
            switch (what_is(run, i, role, at, limit)) {
                case RunIs::part_of_role:
                    if (is_role(run.end - 1)) role = run.end - 1;  // Council's General Manager, Jan Kettle
                    i = run.end;
                    continue;
                case RunIs::name: {
                    const std::size_t name = name_begin(run, i, role);
                    return !is_of_another(at, name) && set(at, name, name_end(run));
                }
                case RunIs::told: return false;
            }
        }
        const std::string& word = t_.lower(i);
        if (in(w_.that_words, word) || is_sentence_word(w_, word) || is_denial_or_doubt(word)) return false;
        if (i > at && find_saying_verb(w_, word) != nullptr && !in(w_.prepositions, t_.lower(i - 1))) return false;  // minns vad hans mor
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

std::size_t SpeakerNameReader::described_name(std::size_t at, std::size_t limit) const {
    std::size_t i = at + 1;
    for (; i < limit && i <= at + 2 && t_.is_word(i) && !t_[i].upper; ++i) {
        const std::string& word = t_.lower(i);
        if (is_sentence_word(w_, word) || in(w_.prepositions, word) || in(w_.tails, word) || in(w_.that_words, word)) return kNowhere;
    }
    return i > at + 1 && i < limit && t_.is_capital(i) && name_run(t_, i, limit).capitals == 2 ? i : kNowhere;
}

bool SpeakerNameReader::owns_next(std::string_view name, std::size_t next_at) const {
    const std::string_view last = name.substr(name.rfind(' ') + 1);
    const std::string& next = t_.lower(next_at);
    if (next.empty() || last.size() < 3 || last.size() == name.size() || find_saying_verb(w_, next) != nullptr) return false;
    if (in(w_.prepositions, next) || in(w_.tails, next) || in(w_.and_words, next) || in(w_.that_words, next) || next == particle_)
        return false;
    if (w_.language == "fi")
        return last.ends_with('n') && !last.ends_with("nen") &&
               (is_role_word(w_, next) || contains(kFinnishKin, next));  // Karin Almin avustaja
    if (last.ends_with("'s") || last.ends_with("’s")) return true;       // Karin Alm's assistant
    const bool adverb = next.ends_with('t') || next.ends_with("nde") || next.ends_with("ly") || is_sentence_word(w_, next);
    return last.ends_with('s') && (!adverb || is_role_word(w_, next));
}

bool SpeakerNameReader::is_of_another(std::size_t at, std::size_t name) const {
    if (name <= at) return false;
    if (is_relation(t_.lower(name - 1))) return true;
    const bool role = is_role(name - 1) && !is_institution(t_.lower(name - 1));  // pressansvarig på polisen
    const bool compound = w_.language == "en" && role && !t_[name - 1].upper;    // the deputy of council leader Karin Alm
    bool described = true;  // what stands between the role of whoever is named and the preposition only tells which one
    for (std::size_t i = name - 1; i > at; --i) {
        const std::string& word = t_.lower(i);
        if (opens_who(word) && !in(w_.no_speakers, t_.lower(at))) return true;
        const bool relation = is_relation(word);
        if (in(w_.and_words, word)) return false;  // ordförande i nämnden och kommunalråd
        if (role && (described || (compound && relation)) && i + 1 < name && (relation || in(w_.prepositions, word)))
            return relation || !may_be_many(t_.lower(name - 1));
        described &= i + 1 == name || word.ends_with('s') || contains(kDescribing, word);
    }
    return false;
}

SpeakerNameReader::RunIs SpeakerNameReader::what_is(const NameRun& run, std::size_t i, std::size_t role, std::size_t at,
                                                    std::size_t limit) const {
    const bool after_preposition = i > at && in(w_.prepositions, t_.lower(i - 1));
    if (run.capitals >= 2 && is_role(run.end - 1) && t_.is(run.end, comma) && is_name_ahead(run.end + 1, limit)) return RunIs::part_of_role;
    if (run.end < limit && t_.is_word(run.end)) {
        const std::string& next = t_.lower(run.end);
        if (in(w_.that_words, next) || (contains(kThrough, next) && capital_ahead(run.end, limit) && !is_occasion(t_, w_, run.end, limit)))
            return RunIs::told;
        const bool closes = in(w_.prepositions, next) || in(w_.tails, next) || in(w_.and_words, next) || next == particle_;
        if (!closes) {
            if (run.capitals >= 2 && owns_next(t_.slice(i, run.end), run.end)) return RunIs::part_of_role;
            const std::size_t owned = role_ahead(run.end, limit);
            if (owned != kNowhere && (t_.is_capital(owned + 1) || next.ends_with('s') || t_.raw(run.end - 1).ends_with('s')))
                return RunIs::part_of_role;
            if (contains(attribution_words::kOrganizationEnds, next) && role == kNowhere) return RunIs::told;
            if ((role != kNowhere || after_preposition) && capital_ahead(run.end, limit)) return RunIs::part_of_role;
        }
    }
    const std::string& last = t_.lower(run.end - 1);
    static constexpr std::string_view kToSomebody[] = {"lle", "lta", "ltä"};
    if (w_.language == "fi" && last.size() > 5 &&
        std::any_of(std::begin(kToSomebody), std::end(kToSomebody), [&](std::string_view ending) { return last.ends_with(ending); }))
        return RunIs::told;  // Nils Ekille
    const bool organization =
        run.capitals >= 2 && role == kNowhere && contains(attribution_words::kOrganizationEnds, t_.lower(run.end - 1));
    if (w_.language != "en" && run.capitals >= 4 && i == at) return RunIs::told;                       // svarar Leif Holm Karin Alm
    const bool article = i == at + 1 && t_.lower(at) == "the" && !contains(kCourtesies, t_.lower(i));  // "the Environment Agency"
    if (organization || article) return RunIs::told;
    if (!after_preposition) return RunIs::name;
    return run.capitals >= 3 && role != kNowhere ? RunIs::name : RunIs::part_of_role;
}

bool SpeakerNameReader::is_name_ahead(std::size_t i, std::size_t limit) const {
    if (!t_.is_capital(i)) return false;
    const NameRun run = name_run(t_, i, limit);
    return run.capitals >= 2 && !t_.is_word(run.end);
}

std::size_t SpeakerNameReader::name_begin(const NameRun& run, std::size_t i, std::size_t role) const {
    if (role != kNowhere && i > 0 && in(w_.prepositions, t_.lower(i - 1))) {
        std::size_t begin = run.end;
        for (std::size_t capitals = 0; begin > i && capitals < 2;) {
            --begin;
            for (std::size_t k = i + 1; k < begin; ++k) {  // a nickname belongs to the name before it
                if (const std::size_t surname = nickname_end(t_, k); surname != k && surname == begin + 1) begin = k - 1;
            }
            capitals += t_.is_capital(begin) && !t_.is_abbreviation_stop(begin + 1);  // an initial is not a name
        }
        return begin;
    }
    std::size_t begin = i;
    for (std::size_t k = i; k + 1 < run.end; ++k) {
        if (is_whose(t_.raw(k)) && k + 2 < run.end) begin = k + 1;                 // Miljöpartiets Anna Berg
        if (t_.is_word(k) && is_role(k)) begin = k + (t_.is_word(k + 1) ? 1 : 2);  // Dr. Anna Berg
    }
    return begin;
}

std::size_t SpeakerNameReader::name_end(const NameRun& run) const {
    if (w_.language != "fi" || run.capitals < 3) return run.end;
    const std::string& last = t_.lower(run.end - 1);
    static constexpr std::string_view kPlaceEndings[] = {"sta", "stä", "lta", "ltä", "ssa", "ssä", "lla", "llä"};
    const bool place =
        std::any_of(std::begin(kPlaceEndings), std::end(kPlaceEndings), [&](std::string_view ending) { return last.ends_with(ending); });
    return place || (t_.is_word(run.end) && last.ends_with('n')) ? run.end - 1 : run.end;
}

bool SpeakerNameReader::set_role_only(std::size_t at, std::size_t role, std::size_t end) {
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

}  // namespace pressrum
