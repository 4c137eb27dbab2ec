#include "link/quotes/speaker_clause.hpp"

#include "base/ascii.hpp"

#include <algorithm>

namespace pressrum {
namespace {

using attribution_words::W;
using enum Token::Kind;

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
constexpr std::size_t kMaxBeforeRole = 6;  // words: "andre vice ordförande", "barn- och utbildningsnämndens ordförande"

// Prepositions and tails of the language take precedence over these: "officer on duty".
constexpr W kSentenceWordList[] = {"är",     "var",  "blir",   "har",  "ska",  "kan",  "vill", "får",   "måste", "behöver",
                                   "kommer", "er",   "bliver", "skal", "vil",  "må",   "on",   "oli",   "ovat",  "pitää",
                                   "voi",    "saa",  "täytyy", "is",   "was",  "are",  "were", "will",  "can",   "must",
                                   "has",    "have", "vi",     "jag",  "jeg",  "we",   "they", "she",   "he",    "hon",
                                   "han",    "hen",  "hun",    "hän",  "minä", "inte", "ikke", "ikkje", "not",   "man"};
constexpr WordList kSentenceWords = kSentenceWordList;
// Begin a clause about the speaker: "säger Karin Alm, som är ordförande i …".
constexpr W kRelativeWords[] = {"som", "who", "der", "joka"};
constexpr W kWhoseWords[] = {"vars", "whose", "jonka"};
constexpr W kRelations[] = {"till",  "til",   "to",      "of",  "över", "over",   "bredvid", "intill",
                            "bakom", "jämte", "framför", "bag", "bak",  "beside", "behind",  "alongside"};
// Begin a clause that depends on the one before it.
constexpr W kHangingWords[] = {"som",       "när",   "då",    "medan",  "efter",  "innan",  "där",      "vars",   "vilken", "vilket",
                               "vilka",     "who",   "whose", "which",  "when",   "while",  "after",    "before", "as",     "where",
                               "når",       "mens",  "før",   "etter",  "der",    "hvor",   "joka",     "jossa",  "jonka",  "kun",
                               "samtidigt", "sedan", "inför", "adding", "saying", "having", "speaking", "noting"};
constexpr WordList kHanging = kHangingWords;
// Begin a clause that needs another after it.
constexpr W kConditions[] = {
    "om",   "när", "eftersom", "trots",   "även",     "innan",  "medan",    "sedan", "ifall", "fast",   "fastän", "därför", "genom", "utan",
    "så",   "if",  "when",     "because", "although", "though", "while",    "as",    "since", "unless", "until",  "before", "after", "even",
    "hvis", "når", "selv",     "fordi",   "siden",    "dersom", "ettersom", "da",    "mens",  "jos",    "kun",    "koska",  "vaikka"};
constexpr W kJoining[] = {"men",     "utan", "för",   "så",   "eller", "fast", "därför", "eftersom", "ty",     "but", "so",   "for",   "or",
                          "because", "yet",  "mutta", "vaan", "koska", "niin", "fordi",  "derfor",   "ellers", "for", "dock", "annars"};
constexpr W kPlainSubjects[] = {"jag",   "vi",    "du",       "ni",     "det",  "den",  "de",   "man",   "alla", "ingen",
                                "inget", "detta", "jeg",      "eg",     "me",   "dere", "alle", "we",    "you",  "they",
                                "it",    "there", "everyone", "nobody", "minä", "me",   "se",   "kaikki"};
// Show that somebody is being talked about.
constexpr W kThirdPerson[] = {"hon", "han", "hen", "hennes", "hans", "hens",   "henne", "honom", "she",     "he",     "her",
                              "his", "him", "hun", "hendes", "ham",  "hennar", "hän",   "hänen", "herself", "himself"};
// The speaker's own words.
constexpr W kOwnWords[] = {"jag",  "mig",  "min",   "mitt",  "mina", "vi",    "oss",  "vår",  "vårt", "våra",  "du",    "dig",   "din",
                           "ditt", "dina", "ni",    "ert",   "era",  "i'm",   "i’m",  "i've", "i’ve", "we're", "we’re", "we've", "we’ve",
                           "i'll", "i’ll", "we'll", "we’ll", "me",   "my",    "we",   "us",   "our",  "mej",   "dej",   "you",   "your",
                           "jeg",  "meg",  "mit",   "os",    "vor",  "vores", "minä", "eg",   "våre", "vore",  "vores"};
// Turn a number into an age: "12 år", "sex år".
constexpr W kYears[] = {"år", "years", "vuotta", "vuotias"};
constexpr W kNumbers[] = {"tre",   "fyra", "fem",  "sex",  "sju",   "åtta",  "nio",  "tio",    "elva",   "tolv",   "tretton",
                          "three", "four", "five", "six",  "seven", "eight", "nine", "ten",    "eleven", "twelve", "fire",
                          "seks",  "syv",  "sju",  "otte", "åtte",  "ni",    "ti",   "elleve", "tolv"};
// After "och": what people do while they speak, and how they go on.
constexpr W kGestures[] = {"pekar",     "pekade", "visar",    "visade",    "syftar",   "syftade",  "hänvisar", "hänvisade", "skrattar",
                           "skrattade", "ler",    "log",      "suckar",    "suckade",  "nickar",   "nickade",  "skakar",    "torkar",
                           "tittar",    "lyfter", "points",   "pointed",   "refers",   "peger",    "smiles",   "smiled",    "laughs",
                           "laughed",   "nods",   "nodded",   "smiler",    "griner",   "nikker",   "viser",    "henviser",  "peker",
                           "peikar",    "syner",  "viste",    "osoittaa",  "viittaa",  "nauraa",   "hymyilee", "tillägger", "tillade",
                           "adds",      "added",  "tilføjer", "tilføjede", "tilføyer", "tilføyde", "lisää",    "lisäsi",    "lyfts",
                           "vänder",    "öppnar", "klappar",  "blinkar",   "håller",   "ser"};
constexpr W kAuxiliariesWords[] = {
    "är",     "blir",    "blev",   "har",   "hade",   "ska",    "skall",  "skulle", "kan",   "kunde",  "vill",  "ville", "måste",
    "bör",    "behöver", "kommer", "finns", "fanns",  "får",    "fick",   "bliver", "havde", "skal",   "vil",   "må",    "findes",
    "finnes", "vet",     "visste", "syns",  "känns",  "kändes", "lyckas", "behövs", "märks", "hoppas", "tycks", "låter", "kom",
    "gick",   "såg",     "stod",   "låg",   "tog",    "gav",    "satt",   "drog",   "föll",  "lät",    "hann",  "höll",  "slog",
    "vann",   "bor",     "tror",   "mår",   "kostar", "sto",    "stod",   "gikk",   "gik",   "ble",    "fikk",  "fik",   "tok",
    "tog",    "ga",      "gav",    "lå",    "så",     "blei",   "vart",   "stood",  "took",  "went",   "came",  "got",   "made",
    "gave",   "will",    "is",     "was",   "are",    "were",   "has",    "have",   "had",   "can",    "could", "must",  "should",
    "would",  "on",      "oli",    "ovat",  "var",    "saa",    "voi",    "täytyy", "tulee"};
constexpr WordList kAuxiliaries = kAuxiliariesWords;
// Have the form of a verb but are not verbs.
constexpr W kNotVerbsWords[] = {"därefter", "senare",  "snarare", "ytterligare", "kanske",   "lite",      "tur",    "år",     "veckor",
                                "dagar",    "timmar",  "kronor",  "månader",     "miljoner", "människor", "skolor", "elever", "fler",
                                "mer",      "klar",    "stor",    "där",         "här",      "eller",     "över",   "under",  "efter",
                                "ner",      "kvar",    "förr",    "snar",        "gånger",   "platser",   "gator",  "vägar",  "bilar",
                                "pengar",   "saker",   "delar",   "böcker",      "siffror",  "frågor",    "idéer",  "ider",   "timer",
                                "dager",    "måneder", "kroner",  "gange",       "unger",    "for",       "eller",  "over",   "etter",
                                "år",       "water",   "year",    "paper",       "number",   "other",     "better", "summer", "winter",
                                "never",    "ever",    "forever", "together",    "theatre",  "site",      "state",  "route"};
constexpr WordList kNotVerbs = kNotVerbsWords;
// Role words of several people; a clause with one of them says what is needed, not who speaks: "…, chefer på alla nivåer".
constexpr W kPlurals[] = {"chefer", "cheferna", "råden"};

bool is_plural_role_word(std::string_view word) {
    return std::any_of(std::begin(kPlurals), std::end(kPlurals), [&](W plural) { return word.ends_with(plural); });
}

bool ends_clause(const TokenText& t, std::size_t end) {
    return end >= t.size() || t.is(end, comma) || t.is(end, stop) || t.is(end, colon) || t.is(end, quote_mark) || t.is(end, dash);
}

// "12", "12 år", "12 years old"
bool is_age(const TokenText& t, std::size_t begin, std::size_t end) {
    const std::string& number = t.lower(begin);
    const bool digits = !number.empty() && number.size() <= 3 && are_digits(number);
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
        const std::string& word = t.lower(i);
        const bool inside =
            i > begin && i + 1 < end &&
            (contains(w.and_words, word) || contains(w.prepositions, word) || contains(attribution_words::kInnerParticles, word));
        if (!t[i].upper && !inside && !contains(attribution_words::kOrganizationEnds, word)) return false;
    }
    return true;
}

bool is_relative(const TokenText& t, const AttributionWords& w, std::size_t begin, std::size_t end) {
    const std::string& first = t.lower(begin);
    if (!contains(kRelativeWords, first) || !contains(w.tails, first) || !ends_clause(t, end)) return false;
    for (std::size_t i = begin; i < end; ++i) {
        if (t.is_word(i) && is_role_word(w, t.lower(i))) return true;
    }
    return false;
}

}  // namespace

bool holds_any(const TokenText& tokens, std::span<const W> lower_case_words, TokenRange range) {
    for (std::size_t i = range.begin; i < range.end; ++i) {
        if (contains(lower_case_words, tokens.lower(i))) return true;
    }
    return false;
}

bool is_role_word(const AttributionWords& words, std::string_view lower_case_word) {
    return contains(words.role_words, lower_case_word) || words.role_endings.end_word(lower_case_word);
}

bool is_sentence_word(const AttributionWords& words, std::string_view word) {
    return contains(kSentenceWords, word) && !contains(words.prepositions, word) && !contains(words.tails, word);
}

bool is_occasion(const TokenText& tokens, const AttributionWords& words, std::size_t begin, std::size_t end) {
    return holds_any(tokens, words.occasions, {begin, end});
}

// "taxichaufför", "trummis", "kosmetolog": one word that no list knows, with the ending of an occupation.
bool is_occupation(std::string_view word) {
    static constexpr W kEndings[] = {"ör", "ist", "log", "graf", "mis", "smed", "ør"};
    return word.size() > 6 && std::any_of(std::begin(kEndings), std::end(kEndings), [&](W ending) { return word.ends_with(ending); });
}

bool is_role_clause(const TokenText& t, const AttributionWords& w, std::size_t begin, std::size_t role_end, std::size_t end) {
    if (!ends_clause(t, end) || is_auxiliary(t.lower(begin))) return false;
    std::size_t role = kNowhere;
    bool fits = false;  // what follows the role word
    for (std::size_t i = begin; i < role_end; ++i) {
        if (!t.is_word(i)) continue;
        const std::string& word = t.lower(i);
        if (fits && contains(kRelativeWords, word)) break;  // ordförande i den nämnd som har ansvaret
        if (is_sentence_word(w, word) || contains(w.that_words, word) || contains(w.pronouns, word)) return false;
        const bool preposition = contains(w.prepositions, word) && !t[i].upper;
        if (role == kNowhere && (preposition || i - begin > kMaxBeforeRole)) return false;
        if (role == kNowhere || !fits) {
            fits |= role != kNowhere && (preposition || t[i].upper || contains(w.and_words, word) || t.ends_with_hyphen(i));
            if (is_role_word(w, word)) {
                if (is_plural_role(word)) return false;
                role = i;
                fits = false;
            }
        }
    }
    if (role == kNowhere && begin + 1 == role_end && !t[begin].upper) return is_occupation(t.lower(begin));
    return role != kNowhere && (fits || role + 1 == role_end);
}

bool is_about_speaker(const TokenText& tokens, const AttributionWords& words, std::size_t begin, std::size_t end) {
    const std::string& first = tokens.lower(begin);
    const bool party = begin + 1 == end && (first.ends_with("partiet") || first.ends_with("raterna"));
    return party || is_age(tokens, begin, end) || is_organization(tokens, words, begin, end) || is_relative(tokens, words, begin, end) ||
           (contains(words.prepositions, first) && is_occasion(tokens, words, begin, end));
}

bool is_plural_role(std::string_view word) { return is_plural_role_word(word); }

bool is_auxiliary(std::string_view word) { return contains(kAuxiliaries, word); }

bool looks_like_verb(const AttributionWords& words, std::string_view word) {
    if (contains(kAuxiliaries, word) || (word == "er" && words.language != "sv")) return true;
    if (word.ends_with("aste") || word.ends_with("arste") || contains(kNotVerbs, word)) return false;  // det viktigaste
    if (word.size() < 3 || contains(words.no_speakers, word) || contains(words.prepositions, word) || contains(words.tails, word) ||
        contains(words.adverbs, word) || contains(kHanging, word) || is_role_word(words, word))
        return find_saying_verb(words, word) != nullptr;
    if (word.ends_with('r') || word.ends_with("de") || word.ends_with("te")) return true;
    return find_saying_verb(words, word) != nullptr;
}

std::size_t count_verbs(const TokenText& t, const AttributionWords& w, TokenRange r) {
    std::size_t verbs = 0;
    for (std::size_t i = r.begin; i < r.end; ++i) {
        if (!t.is_word(i) || t[i].upper || !looks_like_verb(w, t.lower(i))) continue;
        const bool after_verb =
            i > r.begin && is_auxiliary(t.lower(i - 1)) && !is_auxiliary(t.lower(i));  // "är klar", "blir fler": no verb
        if (!after_verb) ++verbs;
    }
    return verbs;
}

bool holds_clear_verb(const TokenText& t, const AttributionWords& w, TokenRange r) {
    for (std::size_t i = r.begin; i < r.end; ++i) {
        if (!t.is_word(i) || t[i].upper) continue;
        const std::string& word = t.lower(i);
        if (is_auxiliary(word)) return true;
        // A word in the form of a verb beside its subject: "vi bygger", "bygger vi".
        if (looks_like_verb(w, word) && ((i > 0 && is_plain_subject(t.lower(i - 1))) || is_plain_subject(t.lower(i + 1)))) return true;
    }
    return false;
}

bool is_english_i(const TokenText& t, const AttributionWords& w, std::size_t i) {
    return t.raw(i) == "I" && (w.language == "en" || (i > 0 && t.is_word(i - 1)));
}

bool holds_own_words(const TokenText& t, const AttributionWords& w, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        if (t.is_word(i) && (is_english_i(t, w, i) || contains(kOwnWords, t.lower(i)))) return true;
    }
    return false;
}

bool holds_third_person(const TokenText& t, std::size_t begin, std::size_t end) { return holds_any(t, kThirdPerson, {begin, end}); }

bool is_whose(std::string_view word) {
    static constexpr W kEndings[] = {"partiets", "ernas", "'s", "’s"};
    return std::any_of(std::begin(kEndings), std::end(kEndings), [&](W ending) { return word.ends_with(ending); });
}

bool is_relation(std::string_view word) { return contains(kRelations, word); }
bool opens_who(std::string_view word) { return contains(kRelativeWords, word) || contains(kWhoseWords, word); }
bool opens_hanging_clause(std::string_view word) { return contains(kHanging, word); }
bool opens_condition(std::string_view word) { return contains(kConditions, word); }
bool is_joining_word(std::string_view word) { return contains(kJoining, word); }
bool is_plain_subject(std::string_view word) { return contains(kPlainSubjects, word); }

bool is_answer(std::string_view word) {
    static constexpr W kAnswers[] = {"ja",    "jo",   "nej",    "nja",    "jodå",    "visst",   "absolut", "tack", "hej",
                                     "kära",  "käre", "bästa",  "nei",    "hallå",   "yes",     "no",      "well", "dear",
                                     "kjære", "kære", "vänner", "snälla", "friends", "javisst", "precis",  "okej", "kanske"};
    return contains(kAnswers, word);
}

bool breaks_off(const TokenText& t, TokenRange r) {
    static constexpr W kWantMore[] = {"är",     "blir", "ska", "skall", "kan",  "måste", "bör",    "har",
                                      "skulle", "is",   "are", "will",  "must", "er",    "bliver", "skal"};
    while (!r.empty() && !t.is_word(r.end - 1)) --r.end;
    if (r.empty() || !contains(kWantMore, t.lower(r.end - 1))) return false;
    const bool ends = r.end - r.begin > 3 && is_plain_subject(t.lower(r.end - 2));  // "Så är det som det är"
    return !ends && (r.end - r.begin <= 3 || !is_plain_subject(t.lower(r.begin)));
}

bool is_further_verb(const TokenText& t, const AttributionWords& w, std::size_t begin, std::size_t end) {
    if (!contains(w.and_words, t.lower(begin)) || begin + 1 >= end) return false;
    std::size_t i = begin + 1;
    if (contains(w.tails, t.lower(i)) && !contains(w.and_words, t.lower(i)) && t.is_word(i + 1))
        ++i;  // "och själv lyfter", "och samtidigt pekar"
    if (!t.is_word(i) || t[i].upper) return false;
    const std::string &verb = t.lower(i), &next = t.lower(i + 1);
    if (contains(w.pronouns, next) || (is_plain_subject(next) && next != "det" && next != "it" && next != "den") || t.raw(i + 1) == "I")
        return false;  // "och tror vi på det"
    return contains(kGestures, verb) || find_saying_verb(w, verb) != nullptr;
}

}  // namespace pressrum
