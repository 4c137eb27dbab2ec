#include "link/quotes/rivals.hpp"

#include "link/quotes/attributions.hpp"
#include "link/quotes/person_name.hpp"
#include "link/quotes/speaker_clause.hpp"

#include <algorithm>

namespace pressrum {
namespace {

using attribution_words::W;
using enum Token::Kind;

constexpr std::size_t kMaxNoun = 4;  // words between the noun that names a text and the colon
constexpr W kTexts[] = {"frågan",   "titeln",    "rubriken", "skylten",  "mottot", "devisen",    "ordspråket", "dikten",    "sången",
                        "lappen",   "budskapet", "texten",   "temat",    "tema",   "theme",      "slogan",     "slagordet", "parollen",
                        "question", "title",     "sign",     "headline", "motto",  "spørsmålet", "spørgsmålet"};
// Before a place, or before what is talked about.
constexpr W kNotBeforeSpeakers[] = {"i", "på", "vid", "från", "om", "hos", "mot", "at", "in", "from", "about", "of", "on", "ved", "fra"};

// "och tillägger", "som leder arbetet", "när hon berättar": the same person.
bool is_own_verb(const TokenText& t, const AttributionWords& w, std::size_t verb) {
    const std::string& before = t.lower(verb - 1);
    static constexpr W kJoining[] = {"som", "att", "to", "who", "å"};
    return before.empty() || contains(w.and_words, before) || contains(w.tails, before) || contains(w.adverbs, before) ||
           contains(w.pronouns, before) || contains(kJoining, before);
}

// Whether the name may be a person's, and is not one that `known` or `role` names.
bool is_other_name(const TokenText& t, const AttributionWords& w, std::size_t begin, const NameRun& run, std::string_view known,
                   std::string_view role) {
    if (run.capitals < 2 || contains(attribution_words::kOrganizationEnds, t.lower(run.end - 1))) return false;
    if (t.is_word(run.end) && contains(attribution_words::kOrganizationEnds, t.lower(run.end))) return false;
    if (is_role_word(w, t.lower(run.end - 1))) return false;
    if (begin > 0 && (contains(kNotBeforeSpeakers, t.lower(begin - 1)) || t.lower(begin - 1) == "the")) return false;
    const std::string name = t.slice(begin, run.end);
    return known.find(name) == std::string_view::npos && role.find(name) == std::string_view::npos &&
           (known.empty() || !may_be_called(name, known));
}

// The first such name, or nothing at the end.
TokenRange find_name(const TokenText& t, const AttributionWords& w, TokenRange r, std::string_view known, std::string_view role = {}) {
    for (std::size_t i = r.begin; i < r.end; ++i) {
        if (!t.is_capital(i)) continue;
        const NameRun run = name_run(t, i, r.end);
        if (is_other_name(t, w, i, run, known, role)) return {i, run.end};
        i = run.end - 1;
    }
    return {r.end, r.end};
}

}  // namespace

std::string whole_name(const TokenText& t, const AttributionWords& w, TokenRange r) {
    const TokenRange name = find_name(t, w, r, {});
    return t.slice(name.begin, name.end);
}

bool names_besides(const TokenText& t, const AttributionWords& w, TokenRange r, std::string_view known) {
    return !find_name(t, w, r, known).empty();
}

bool brings_rival(const TokenText& t, const AttributionWords& w, TokenRange r, const Attribution& speaker) {
    bool said = false;  // its own verb was there
    for (std::size_t i = r.begin; i < r.end; ++i) {
        if (!t.is_word(i) || t[i].upper || find_saying_verb(w, t.lower(i)) == nullptr) continue;
        if (said && !is_own_verb(t, w, i)) return true;
        said = true;
    }
    return !find_name(t, w, r, speaker.name, speaker.role).empty();
}

std::optional<FoundAttribution> find_second_speaker(const TokenText& t, const AttributionRows& rows, TokenRange r) {
    static constexpr W kJoining[] = {"och", "men", "medan", "varpå", "and", "but", "while", "og", "mens", "ja", "mutta"};
    for (std::size_t i = r.end; i > r.begin + 1; --i) {
        if (!contains(kJoining, t.lower(i - 1))) continue;
        auto found = find_introduction(t, rows, {i, r.end});
        if (found && found->attribution.verb != ":" && !found->attribution.pronoun && word_count(found->attribution.name) >= 2)
            return found;
        return std::nullopt;
    }
    return std::nullopt;
}

bool holds_pretence(const TokenText& t, std::size_t begin, std::size_t end) {
    static constexpr W kStems[] = {"falsk",   "förfalsk", "manipuler", "påhitt", "fejk",    "bluff",       "deepfake",
                                   "fingera", "uppdikta", "påstå",     "doctor", "hoax",    "fake",        "forged",
                                   "spoof",   "fictit",   "forfalsk",  "opdigt", "väärenn", "ai-genererad"};
    static constexpr W kStages[] = {"sketch", "sketchen", "pjäsen", "revyn"};
    static constexpr W kRoles[] = {"rollen", "rolle", "role"};  // "i rollen som trollet", but not "som tillträdde rollen"
    for (std::size_t i = begin; i < end; ++i) {
        if (!t.is_word(i)) continue;
        const std::string& word = t.lower(i);
        const std::string before = i > 0 ? t.lower(i - 1) : std::string();
        const bool played = before == "i" || (before == "the" && i > 1 && t.lower(i - 2) == "in");
        if (contains(kStages, word) || (played && contains(kRoles, word))) return true;
        if (std::any_of(std::begin(kStems), std::end(kStems), [&](W stem) { return word.starts_with(stem); })) return true;
    }
    return false;
}

bool leads_to_text(const TokenText& t, TokenRange before) {
    for (std::size_t i = before.end, words = 0; i > before.begin && words <= kMaxNoun; --i) {
        if (!t.is_word(i - 1)) continue;
        if (contains(kTexts, t.lower(i - 1))) return true;
        ++words;
    }
    return false;
}

}  // namespace pressrum
