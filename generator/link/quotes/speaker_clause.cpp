#include "link/quotes/speaker_clause.hpp"

#include <algorithm>

namespace pressrum {
namespace {

using attribution_words::W;
using enum Token::Kind;

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
constexpr std::size_t kMaxBeforeRole = 6;  // words: "andre vice ordförande", "barn- och utbildningsnämndens ordförande"

// Prepositions and tails of the language win over these: "officer on duty".
constexpr W kSentenceWords[] = {"är",     "var",  "blir",   "har",  "ska",  "kan",  "vill", "får",   "måste", "behöver",
                                "kommer", "er",   "bliver", "skal", "vil",  "må",   "on",   "oli",   "ovat",  "pitää",
                                "voi",    "saa",  "täytyy", "is",   "was",  "are",  "were", "will",  "can",   "must",
                                "has",    "have", "vi",     "jag",  "jeg",  "we",   "they", "she",   "he",    "hon",
                                "han",    "hen",  "hun",    "hän",  "minä", "inte", "ikke", "ikkje", "not",   "man"};
// Begin a clause about the speaker: "säger Karin Alm, som är ordförande i …".
constexpr W kRelativeWords[] = {"som", "who", "der", "joka"};
// Begin a clause that may be the reporter's, after a comma.
constexpr W kAsideOpeners[] = {"som",   "när",    "då", "medan", "efter", "innan", "där", "vars",  "who", "whose", "when", "while",
                               "after", "before", "as", "where", "når",   "mens",  "før", "etter", "der", "hvor",  "joka", "kun"};
// Somebody is told about: the clause is the reporter's.
constexpr W kThirdPerson[] = {"hon", "han", "hen", "hennes", "hans",   "hens", "henne",  "honom", "she",  "he",
                              "her", "his", "him", "hun",    "hendes", "ham",  "hennar", "hän",   "hänen"};
// The speaker's own words.
constexpr W kOwnWords[] = {"jag", "mig",  "min", "mitt", "mina", "vi",  "oss", "vår",   "vårt", "våra", "du",
                           "dig", "din",  "ni",  "ert",  "era",  "i'm", "me",  "my",    "we",   "us",   "our",
                           "you", "your", "jeg", "meg",  "mit",  "os",  "vor", "vores", "minä", "eg"};
// With "vi": the reporter may be one of the two. "när vi träffas vid bryggan"
constexpr W kMeetings[] = {"träffas", "ses", "möts", "hörs", "talas", "pratas", "besöker", "meet", "mødes", "møtes"};
// After a relative word: "som är glad". Not "har": "en skola, säger Karin Alm, som har tio salar".
constexpr W kStates[] = {"är", "var", "blev", "er", "on", "oli"};
// "efter att ha läst"
constexpr W kAfterHaving[] = {"efter att ha", "efter at have", "etter å ha"};
// Make an age of a number: "12 år", "sex år".
constexpr W kYears[] = {"år", "years", "vuotta", "vuotias"};
constexpr W kNumbers[] = {"tre",   "fyra", "fem",  "sex",  "sju",   "åtta",  "nio",  "tio",    "elva",   "tolv",   "tretton",
                          "three", "four", "five", "six",  "seven", "eight", "nine", "ten",    "eleven", "twelve", "fire",
                          "seks",  "syv",  "sju",  "otte", "åtte",  "ni",    "ti",   "elleve", "tolv"};
// After "och": the reporter's for certain, for nobody says these of themselves.
constexpr W kFurtherSaid[] = {"tillägger", "tillade", "adds",     "added",     "tilføjer", "tilføjede", "tilføyer", "tilføyde",
                              "lisää",     "lisäsi",  "skrattar", "skrattade", "ler",      "log",       "suckar",   "suckade",
                              "nickar",    "nickade", "smiles",   "smiled",    "laughs",   "laughed",   "nods",     "nodded",
                              "smiler",    "griner",  "nikker",   "hymyilee",  "nauraa"};
// After "och": what people do while they speak, or what they may say that they do.
constexpr W kGestures[] = {"pekar",  "pekade",   "visar",  "visade", "syftar", "syftade", "hänvisar", "hänvisade",
                           "skakar", "torkar",   "tittar", "lyfter", "points", "pointed", "refers",   "peger",
                           "viser",  "henviser", "peker",  "peikar", "syner",  "viste",   "osoittaa", "viittaa"};
// Role words of several people; a clause with one of them says what is needed, not who speaks: "…, chefer på alla nivåer".
constexpr W kPlurals[] = {"chefer", "cheferna", "råden"};

bool is_plural(std::string_view word) {
    return std::any_of(std::begin(kPlurals), std::end(kPlurals), [&](W plural) { return word.ends_with(plural); });
}

bool ends_clause(const TokenText& t, std::size_t end) {
    return end >= t.size() || t.is(end, comma) || t.is(end, stop) || t.is(end, colon) || t.is(end, quote_mark) || t.is(end, dash);
}

// "12", "12 år", "12 years old"
bool is_age(const TokenText& t, std::size_t begin, std::size_t end) {
    const std::string number = t.lower(begin);
    const bool digits =
        !number.empty() && number.size() <= 3 && std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!ends_clause(t, end)) return false;
    const bool years = end <= begin + 3 && contains(kYears, t.lower(begin + 1));
    return digits ? end == begin + 1 || years : years && contains(kNumbers, number);
}

// "Ekinge energi", "Polisen", as the last thing before the full stop.
bool is_organization(const TokenText& t, const AttributionWords& w, std::size_t begin, std::size_t end) {
    const bool last = end >= t.size() || ((t.is(end, stop) || t.is(end, colon)) && (!t.is_word(end + 1) || t.is_capital(end + 1)));
    if (!last || !t.is_capital(begin) || contains(w.no_speakers, t.lower(begin))) return false;
    for (std::size_t i = begin; i < end; ++i) {
        if (!t.is_word(i)) return false;
        const std::string word = t.lower(i);
        const bool inside =
            i > begin && i + 1 < end &&
            (contains(w.and_words, word) || contains(w.prepositions, word) || contains(attribution_words::kInnerParticles, word));
        if (!t[i].upper && !inside && !contains(attribution_words::kOrganizationEnds, word)) return false;
    }
    return true;
}

bool is_relative(const TokenText& t, const AttributionWords& w, std::size_t begin, std::size_t end) {
    const std::string first = t.lower(begin);
    if (!contains(kRelativeWords, first) || !contains(w.tails, first) || !ends_clause(t, end)) return false;
    for (std::size_t i = begin; i < end; ++i) {
        if (t.is_word(i) && is_role_word(w, t.lower(i))) return true;
    }
    return false;
}

bool holds(const TokenText& t, std::span<const W> list, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        if (t.is_word(i) && contains(list, t.lower(i))) return true;
    }
    return false;
}

}  // namespace

bool is_role_word(const AttributionWords& words, std::string_view lower_case_word) {
    if (contains(words.role_words, lower_case_word)) return true;
    return std::any_of(words.role_endings.begin(), words.role_endings.end(), [&](W ending) { return lower_case_word.ends_with(ending); });
}

bool is_sentence_word(const AttributionWords& words, std::string_view word) {
    return contains(kSentenceWords, word) && !contains(words.prepositions, word) && !contains(words.tails, word);
}

bool is_occasion(const TokenText& tokens, const AttributionWords& words, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        if (tokens.is_word(i) && contains(words.occasions, tokens.lower(i))) return true;
    }
    return false;
}

bool is_role_clause(const TokenText& t, const AttributionWords& w, std::size_t begin, std::size_t role_end, std::size_t end) {
    if (!ends_clause(t, end)) return false;
    std::size_t role = kNowhere;
    bool fits = false;  // what follows the role word
    for (std::size_t i = begin; i < role_end; ++i) {
        if (!t.is_word(i)) continue;
        const std::string word = t.lower(i);
        if (fits && contains(kRelativeWords, word)) break;  // ordförande i den nämnd som har ansvaret
        if (is_sentence_word(w, word) || contains(w.that_words, word) || contains(w.pronouns, word)) return false;
        const bool preposition = contains(w.prepositions, word) && !t[i].upper;
        if (role == kNowhere && (preposition || i - begin > kMaxBeforeRole)) return false;
        if (role == kNowhere || !fits) {
            fits |= role != kNowhere && (preposition || t[i].upper || contains(w.and_words, word) || t.ends_with_hyphen(i));
            if (is_role_word(w, word)) {
                if (is_plural(word)) return false;
                role = i;
                fits = false;
            }
        }
    }
    return role != kNowhere && (fits || role + 1 == role_end);
}

bool is_about_speaker(const TokenText& tokens, const AttributionWords& words, std::size_t begin, std::size_t end) {
    return is_age(tokens, begin, end) || is_organization(tokens, words, begin, end) || is_relative(tokens, words, begin, end) ||
           (contains(words.prepositions, tokens.lower(begin)) && is_occasion(tokens, words, begin, end));
}

Aside what_aside(const TokenText& t, std::size_t begin, std::size_t end) {
    const std::string first = t.lower(begin), second = t.lower(begin + 1);
    if (!contains(kAsideOpeners, first) || end < begin + 2 || !ends_clause(t, end)) return Aside::no;
    if (holds(t, kOwnWords, begin, end)) return first == "när" && holds(t, kMeetings, begin, end) ? Aside::unclear : Aside::no;
    // English "I" is Swedish "i": only the capital letter tells, and only within a clause.
    for (std::size_t i = begin + 1; i < end; ++i) {
        if (t.is_word(i) && t.raw(i) == "I") return Aside::no;
    }
    if (holds(t, kThirdPerson, begin + 1, end)) return Aside::yes;
    if (first == "who" || (contains(kRelativeWords, first) && contains(kStates, second))) return Aside::yes;
    if (contains(kAfterHaving, first + " " + second + " " + t.lower(begin + 2))) return Aside::yes;
    const bool doing = (first == "after" || first == "before" || first == "while" || first == "when") && second.ends_with("ing");
    return doing ? Aside::yes : Aside::unclear;
}

bool may_be_aside(const TokenText& t, std::size_t begin, std::size_t end) { return what_aside(t, begin, end) != Aside::no; }

Aside what_further_verb(const TokenText& t, const AttributionWords& w, std::size_t begin, std::size_t end) {
    if (!contains(w.and_words, t.lower(begin)) || !t.is_word(begin + 1)) return Aside::no;
    const std::string verb = t.lower(begin + 1), next = t.lower(begin + 2);
    if (contains(kFurtherSaid, verb)) return Aside::yes;
    const SayingVerb* saying = find_saying_verb(w, verb);
    const bool says = saying != nullptr;
    if (says && saying->particle.starts_with("til") && next == saying->particle) return Aside::yes;  // "och lägger till"
    if (says && end == begin + 2 && (end >= t.size() || t.is(end, colon))) return Aside::yes;        // "och fortsätter:"
    if (!says && !contains(kGestures, verb)) return Aside::no;
    const bool has_speaker = contains(kOwnWords, next) || contains(w.pronouns, next);  // "och tror vi på det"
    return has_speaker ? Aside::no : Aside::unclear;
}

}  // namespace pressrum
