#include "link/quotes/voices.hpp"

#include "link/quotes/attribution_words.hpp"
#include "link/quotes/person_name.hpp"
#include "link/quotes/speaker_clause.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace pressrum {
namespace {

using attribution_words::W;
using enum Token::Kind;

// Calling and asking. Reports and authorities "say" things as well (säger, menar), and laughing has no words.
constexpr W kHeard[] = {"ropar",       "ropade",       "skriker",    "skrek",       "vrålar",     "vrålade",   "buar",      "buade",
                        "jublar",      "jublade",      "viskar",     "viskade",     "mumlar",     "mumlade",   "muttrar",   "muttrade",
                        "undrar",      "undrade",      "frågar",     "frågade",     "invänder",   "invände",   "utbrister", "utbrast",
                        "protesterar", "protesterade", "skanderar",  "skanderade",  "råber",      "råbte",     "skriger",   "skreg",
                        "buher",       "buhede",       "spørger",    "spurgte",     "jubler",     "hvisker",   "hviskede",  "indvender",
                        "protesterer", "protesterede", "roper",      "ropte",       "buer",       "buet",      "spør",      "spurte",
                        "jublet",      "hvisket",      "innvender",  "protesterte", "spurde",     "shout",     "shouts",    "shouted",
                        "boo",         "boos",         "booed",      "ask",         "asks",       "asked",     "yell",      "yells",
                        "yelled",      "cries",        "cried",      "heckles",     "heckled",    "whispers",  "whispered", "wonders",
                        "wondered",    "jeers",        "jeered",     "chant",       "chanted",    "objects",   "objected",  "protested",
                        "huutaa",      "huusi",        "huutavat",   "kysyy",       "kysyi",      "kysyvät",   "kysyivät",  "buuaa",
                        "buuasi",      "buuaavat",     "kuiskaa",    "mutisee",     "ihmettelee", "protestoi", "yrkar",     "yrkade",
                        "krävde",      "efterlyser",   "efterlyste", "begärde",     "klagar",     "klagade",   "motsätter", "motsatte"};
// "Företagarna har länge krävt en väg."
constexpr W kWanted[] = {"krävt", "yrkat", "efterlyst", "begärt", "protesterat", "klagat", "krevet", "krevd", "demanded"};
// "Vad säger barnen?"
constexpr W kAskedOf[] = {"säger", "tycker", "tror", "svarar", "siger", "sier", "synes"};
// Agreeing: one person does.
constexpr W kAgreeing[] = {"nickar", "nickade", "instämmer", "instämde", "nikker",  "nikkede", "nikket",
                           "nods",   "nodded",  "agrees",    "agreed",   "nyökkää", "nyökkäsi"};
// "Hennes kollega håller med."
constexpr W kHolding[] = {"håller", "höll"};
constexpr W kWithWhom[] = {"om", "henne", "honom", "i"};
constexpr W kHaving[] = {"har", "hade", "havde", "hadde", "have", "has", "had", "on", "oli", "ställer", "ställde", "stiller", "stilte"};
constexpr W kQuestions[] = {"fråga", "frågor", "spørgsmål", "spørsmål", "question", "questions", "kysymys", "kysymyksiä", "kysyttävää"};
constexpr W kSounds[] = {"röst", "rop", "burop", "skrik", "voice", "stemme", "røst", "ääni"};
constexpr W kSounding[] = {"hörs", "hördes", "høres", "hørtes", "lyder", "lød", "kuuluu", "kuului"};
// Somebody who has no name and is certainly a person: whatever they say is heard.
constexpr W kSomebody[] = {"någon", "några", "somebody", "someone", "noen", "nogen", "nogle", "joku"};
constexpr W kWriter[] = {"vi", "jag", "man", "jeg", "eg", "we", "minä"};
constexpr std::size_t kMaxBetween = 3;  // words between "har" and "frågor"

// Where the part of the sentence before `i` that is looked at begins.
std::size_t begin_of(TokenRange s, std::size_t i) { return i - s.begin > kMaxClauseTokens ? i - kMaxClauseTokens : s.begin; }

// "Grannarna är kritiska": what somebody thinks of it.
constexpr W kBeing[] = {"är", "var", "blev", "er", "blei", "ble", "is", "are", "was", "were"};
constexpr W kAttitudes[] = {"kritisk",   "positiv", "negativ",   "nöjd",     "missnöjd", "tveksam", "skeptisk",    "försiktig",
                            "besviken",  "orolig",  "upprörd",   "arg",      "enig",     "fornøyd", "tilfreds",    "misfornøyd",
                            "utilfreds", "happy",   "sceptical", "critical", "unhappy",  "worried", "disappointed"};
constexpr W kAttitudesOfMany[] = {"kritiska",  "kritiske",  "positiva",  "negativa",  "nöjda",      "missnöjt",
                                  "missnöjda", "tveksamma", "skeptiska", "skeptiske", "försiktiga", "besvikna",
                                  "oroliga",   "upprörda",  "arga",      "oense",     "misfornøyde"};

bool is_heard(const TokenText& t, const AttributionWords& w, TokenRange s, std::size_t i) {
    if (!t.is_word(i) || t[i].upper) return false;
    const std::string& word = t.lower(i);
    if (contains(kHeard, word) || contains(kAgreeing, word)) return true;
    const TokenRange after{i + 1, std::min(s.end, i + 2 + kMaxBetween)};
    if (contains(kHaving, word)) return holds_any(t, kQuestions, after) || holds_any(t, kWanted, after);
    if (contains(kAskedOf, word) && t.is(s.end - 1, question)) {
        const std::string& whom = t.lower(i + 1);
        return whom.ends_with("na") || whom.ends_with("ne") || whom == "barnen" || whom == "folk";
    }
    if (contains(kBeing, word)) return holds_any(t, kAttitudes, after) || holds_any(t, kAttitudesOfMany, after);
    if (contains(kHolding, word)) return t.lower(i + 1) == "med" && (!t.is_word(i + 2) || contains(kWithWhom, t.lower(i + 2)));
    if (contains(kSounding, word)) return holds_any(t, kSounds, {begin_of(s, i), std::min(s.end, i + 2 + kMaxBetween)});
    return holds_any(t, kSomebody, {begin_of(s, i), i}) && find_saying_verb(w, word) != nullptr;
}

// What one person does or thinks: then "säger hon" may mean that person.
bool is_opinion_of_one(const TokenText& t, TokenRange s, std::size_t i) {
    if (!t.is_word(i) || t[i].upper) return false;
    const std::string& word = t.lower(i);
    if (contains(kBeing, word)) return holds_any(t, kAttitudes, {i + 1, std::min(s.end, i + 2 + kMaxBetween)});
    return contains(kAgreeing, word) || (contains(kHolding, word) && t.lower(i + 1) == "med");
}

// Whether the verb is the speaker's own, or the writer's: "Hon ropar", "Då undrar Karin Alm", "Vi frågar".
bool is_own(const TokenText& t, const AttributionWords& w, TokenRange s, std::size_t verb, LastVoice last) {
    const std::string role = lower_word(last.role);
    const auto means = [&](std::size_t i) {
        const std::string& word = t.lower(i);
        if (word.empty()) return false;
        if ((contains(w.pronouns, word) && word != "they") || contains(kWriter, word)) return true;
        return (t.is_capital(i) && may_be_called(last.name, t.word(i)) && !last.name.empty()) ||
               (is_role_word(w, word) && !role.empty() && role.find(word.substr(0, word.size() - 2)) != std::string::npos);
    };
    for (std::size_t i = begin_of(s, verb); i < verb; ++i) {
        if (means(i)) return true;
    }
    return means(verb + 1) || (is_role_word(w, t.lower(verb + 1)) && means(verb + 2));
}

template <typename Holds>
bool holds_sentence(std::string_view text, Holds holds) {
    const std::vector<Token> owned = tokenize(text);
    const TokenText t(text, owned);
    for (std::size_t begin = 0, i = 0; i < t.size(); ++i) {
        const bool ends = i + 1 == t.size() || t.is(i, question) || t.is(i, exclamation) || (t.is(i, stop) && !t.is_abbreviation_stop(i));
        if (!ends) continue;
        if (holds(t, TokenRange{begin, i + 1})) return true;
        begin = i + 1;
    }
    return false;
}

}  // namespace

bool brings_voice(const TokenText& t, const AttributionWords& w, TokenRange s, LastVoice last) {
    for (std::size_t i = s.begin; i < s.end; ++i) {
        if (is_heard(t, w, s, i) && !is_own(t, w, s, i, last)) return true;
    }
    return false;
}

bool brings_voice(std::string_view text, const AttributionWords& w, LastVoice last) {
    return holds_sentence(text, [&](const TokenText& t, TokenRange s) { return brings_voice(t, w, s, last); });
}

bool brings_opinion(std::string_view text, const AttributionWords& w, LastVoice last) {
    return holds_sentence(text, [&](const TokenText& t, TokenRange s) {
        for (std::size_t i = s.begin; i < s.end; ++i) {
            if (is_opinion_of_one(t, s, i) && !is_own(t, w, s, i, last)) return true;
        }
        return false;
    });
}

}  // namespace pressrum
