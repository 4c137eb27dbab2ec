#include "link/quotes/aside.hpp"

#include "base/ascii.hpp"
#include "link/quotes/denial.hpp"
#include "link/quotes/pieces.hpp"
#include "link/quotes/speaker_clause.hpp"

#include <algorithm>

namespace pressrum {
namespace {

using attribution_words::W;
using enum Token::Kind;

// What a listener hears beside the words: "(skratt)".
constexpr W kSounds[] = {"skratt", "skrattar", "ler",    "paus",     "applåder", "suck",  "suckar",
                         "latter", "pause",    "laughs", "laughter", "applause", "naurua"};
// What lies before the reader.
constexpr W kThisText[] = {"pressmeddelande", "pressmeddelandet", "artikel", "artikeln", "texten",        "inlägg",
                           "inlägget",        "nyheten",          "läsaren", "läsarna",  "intervjun",     "citatet",
                           "citaten",         "bilaga",           "bilagan", "bilagor",  "pressinbjudan", "pressemelding",
                           "pressemeldingen", "pressemeddelelse", "tiedote"};

// Join a sentence to what was said before it.
constexpr W kArguing[] = {"därför", "dessutom", "men", "och",     "för",     "så",        "ändå",    "däremot", "tyvärr", "självklart",
                          "derfor", "dessuten", "og",  "desuden", "likevel", "alligevel", "so",      "but",     "and",    "because",
                          "mutta",  "siksi",    "ja",  "jo",      "nej",     "nei",       "absolut", "visst",   "precis"};
constexpr W kRenewed[] = {"uppdaterad", "uppdaterades", "uppdaterats", "oppdatert", "opdateret", "updated", "päivitetty"};

// What the newsroom does to hear the other side, and what it then wants or gets.
constexpr W kSought[] = {"sökt",        "söker",     "sökte",  "kontaktat",  "bett",      "bad",    "tillfrågat",
                         "tillfrågats", "erbjudits", "avböjt", "avböjer",    "avböjde",   "nått",   "søgt",
                         "kontaktet",   "bedt",      "søkt",   "approached", "contacted", "asked",  "declined",
                         "invited",     "pyydetty",  "pyysi",  "tavoitettu", "forsøgt",   "forsøkt"};
constexpr W kComment[] = {"kommentar", "kommentarer", "kommentera",  "kommentere", "kommenterer", "comment",
                          "comments",  "kommenttia",  "kommentoida", "intervju",   "interview",   "svarsanspråk"};
// Where the reader finds more.
constexpr W kOurPlaces[] = {"webbplats",        "webb",        "webben",     "hemsida",      "hemsidan",       "webbsida",
                            "webbsidan",        "webbplatsen", "nyhetsbrev", "nyhetsbrevet", "hjemmeside",     "nettside",
                            "nettsider",        "nettsted",    "website",    "newsletter",   "verkkosivuilla", "verkkosivuillamme",
                            "verkkosivuiltamme"};
constexpr W kPointing[] = {"läs",         "mer",     "anmäl",       "anmälan",     "besök",   "följ",        "kontakta", "ladda",
                           "mejla",       "ring",    "information", "ytterligare", "se",      "prenumerera", "læs",      "mere",
                           "les",         "meir",    "tilmeld",     "meld",        "besøg",   "besøk",       "read",     "more",
                           "visit",       "follow",  "register",    "further",     "see",     "find",        "lue",      "lisää",
                           "lisätietoja", "tutustu", "katso",       "ilmoittaudu", "contact", "kontakt",     "call"};

constexpr W kUs[] = {"oss", "os", "us"};
constexpr W kQuestions[] = {"frågor", "spørgsmål", "spørsmål", "intresse", "interesse"};
constexpr W kPress[] = {"media",          "medier",      "medierna",  "mediene", "medierne", "pressen",          "journalister",
                        "journalisterne", "journalists", "reporters", "presse",  "press",    "tiedotusvälineet", "toimittajat"};
constexpr W kInviting[] = {"välkommen", "välkomna", "välkomnas", "bjuder",   "inbjuder",     "inbjuds",
                           "inbjudna",  "bjuds",    "velkommen", "velkomne", "inviterer",    "inviteres",
                           "indbyder",  "welcome",  "invite",    "invited",  "tervetulleita"};

// "Media är välkomna till oss klockan 10.", "Vi bjuder in pressen till invigningen."
bool invites_press(const TokenText& t, TokenRange s) {
    bool press = false, inviting = false;
    for (std::size_t i = s.begin; i < s.end; ++i) {
        press |= contains(kPress, t.lower(i));
        inviting |= contains(kInviting, t.lower(i));
    }
    return press && inviting;
}

bool is_bracket(const TokenText& t, std::size_t i) { return t.is(i, open_paren) || (t.is(i, other) && t.raw(i) == "["); }

bool is_subject_of_speech(std::string_view word) { return is_plain_subject(word) && word != "de" && word != "they"; }

// "Men hinner ni verkligen?": the reporter asks.
bool asks_listener(const TokenText& t, const AttributionWords& w, TokenRange s) {
    static constexpr W kListener[] = {"ni", "du", "er", "you", "dere", "te", "sinä"};
    if (!t.is(s.end - 1, question) || holds_first_person(t, w, s.begin, s.end)) return false;
    return holds_any(t, kListener, s);
}

// What was once so may be told by the writer as well as by the speaker: "Mötet blev långt."
bool is_past(std::string_view word) {
    static constexpr W kPast[] = {"blev", "ble",  "blei",  "fick", "fikk", "kom",  "gick", "gikk", "gik", "såg",
                                  "stod", "låg",  "tog",   "tok",  "gav",  "satt", "drog", "föll", "lät", "hann",
                                  "slog", "vann", "stood", "took", "went", "came", "got",  "gave", "oli"};
    return contains(kPast, word);
}

bool is_past_passive(std::string_view word) { return word.size() > 5 && (word.ends_with("des") || word.ends_with("tes")); }

// "Den 4 maj …", "Sedan dess …", "Så blev det också.", "Det gjorde det inte."
bool opens_report(const TokenText& t, const AttributionWords& w, std::size_t i) {
    const std::string &first = t.lower(i), &next = t.lower(i + 1);
    if (next.empty()) return false;
    if (first == "den" && is_digit(next.front())) return true;
    if (first == "sedan" && next == "dess") return true;
    static constexpr W kDid[] = {"gjorde", "did"};
    static constexpr W kIt[] = {"det", "it"};
    const bool past = is_past(next) || next == "var" || contains(kDid, next);
    return (first == "så" && past && t.lower(i + 2) == "det") || (contains(kIt, first) && contains(kDid, next)) ||
           (first == "den" && !looks_like_verb(w, next) && next != "här" && next != "där" && is_role_word(w, next));
}

bool stands_before_noun(std::string_view word) {
    static constexpr W kBefore[] = {"en",   "ett",  "varje", "alla",  "många", "flera", "några", "fler", "två",
                                    "tre",  "fyra", "fem",   "tio",   "nya",   "vår",   "våra",  "et",   "ei",
                                    "hver", "alle", "mange", "flere", "noen",  "nogle", "nye"};
    return contains(kBefore, word) || (!word.empty() && is_digit(word.front()));
}

// "vi bygger", "där ligger det"
bool has_plain_subject(const TokenText& t, TokenRange s, std::size_t verb) {
    return (verb > s.begin && is_subject_of_speech(t.lower(verb - 1))) || is_subject_of_speech(t.lower(verb + 1));
}

// Whether the language's verbs are known by their form.
bool has_verb_forms(const AttributionWords& w) { return !w.adverbs.empty(); }

}  // namespace

bool holds_sound(const TokenText& t, TokenRange s) {
    for (std::size_t i = s.begin; i + 2 < s.end; ++i) {
        if (is_bracket(t, i) && contains(kSounds, t.lower(i + 1))) return true;
    }
    return false;
}

// "Så tycker inte alla.", "Alla håller inte med."
bool disagrees(const TokenText& t, TokenRange s) {
    static constexpr W kThinking[] = {"tycker", "tyckte", "synes", "syntes"};
    static constexpr W kSpeakers[] = {"jag", "vi", "jeg", "eg"};
    bool denied = false, with = false;
    for (std::size_t i = s.begin; i < s.end; ++i) {
        const std::string& word = t.lower(i);
        denied |= is_denial(word);
        with |= (word == "håller" || word == "höll") && (t.lower(i + 1) == "med" || (is_denial(t.lower(i + 1)) && t.lower(i + 2) == "med"));
    }
    return denied && !holds_any(t, kSpeakers, s) && (with || contains(kThinking, t.lower(s.begin + 1)));
}

bool may_be_newsroom(const TokenText& t, TokenRange s) {
    bool sought = false, comment = false, place = false, named = false;
    for (std::size_t i = s.begin; i < s.end; ++i) {
        const std::string& word = t.lower(i);
        comment |= contains(kComment, word);
        place |= contains(kOurPlaces, word);
        named |= sought && t.is_capital(i) && t.is_capital(i + 1);
        sought |= contains(kSought, word);
    }
    const std::string &first = t.lower(s.begin), &next = t.lower(s.begin + 1);
    if (invites_press(t, s) || ((first == "vid" || first == "ved") && contains(kQuestions, next))) return true;
    if (contains(kPointing, first) && contains(kUs, next)) return true;  // Kontakta oss gärna …
    static constexpr W kAt[] = {"på", "vid", "at", "in"};
    const std::string& office = t.lower(s.begin + 2);
    if ((first == "vi" || first == "we") && contains(kAt, next) &&
        (office.starts_with("press") || office.starts_with("kommunikat") || office.starts_with("redaktion")))
        return true;  // Vi på presstjänsten …
    if (is_to_reader(t, s) && (first == "för" || first == "for" || is_phone_or_address(t, s))) return true;
    static constexpr W kSoughtAfter[] = {"sökt", "søkt", "søgt"};
    const bool sought_somebody = named && holds_any(t, kSoughtAfter, s);
    if (sought && (comment || sought_somebody)) return true;
    return contains(kPointing, first) && (place || is_to_reader(t, s));
}

bool may_be_aside(const TokenText& t, const AttributionWords& w, TokenRange s) {
    if (s.empty() || holds_sound(t, s) || is_bracket(t, s.begin)) return true;
    if (!t.is_word(s.begin)) return !t.is(s.begin, quote_mark);  // #ekinge
    if (asks_listener(t, w, s) || disagrees(t, s)) return true;
    if (t.is(s.begin + 1, colon) && is_label_word(t.lower(s.begin))) return true;  // Fakta: vi …
    if (holds_own_words(t, w, s.begin, s.end)) return false;
    if (t.is(s.end - 1, question) || t.is(s.end - 1, exclamation) || t.is(s.end - 1, ellipsis)) return false;
    if (t.is(s.begin + 1, colon)) return true;  // Öppettider: …
    if (holds_any(t, kThisText, {s.begin, std::min(s.end, s.begin + 3)})) return true;
    if (opens_report(t, w, s.begin)) return true;
    if (is_subject_of_speech(t.lower(s.begin)) || contains(kArguing, t.lower(s.begin))) return false;
    if (holds_any(t, kRenewed, s)) return true;
    for (std::size_t i = s.begin; i < s.end; ++i) {
        if (!t.is_word(i) || (t[i].upper && i > s.begin)) continue;
        const std::string& word = t.lower(i);
        if (is_past_passive(word)) return true;  // Pressträffen sändes direkt.
        if (has_verb_forms(w) ? !looks_like_verb(w, word) : !is_auxiliary(word)) continue;
        if (i > s.begin && stands_before_noun(t.lower(i - 1))) continue;  // "En meter för varje år"
        if (has_plain_subject(t, s, i)) return false;
        if (!is_auxiliary(word) || is_past(word)) return true;                                     // Publiken skrattar.
        return i > s.begin && is_role_word(w, t.lower(i - 1)) && !is_plural_role(t.lower(i - 1));  // Nämndens ordförande var nöjd.
    }
    return true;
}

}  // namespace pressrum
