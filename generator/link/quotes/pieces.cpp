#include "link/quotes/pieces.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "link/quotes/person_name.hpp"
#include "link/quotes/seam.hpp"
#include "link/quotes/speaker_clause.hpp"

#include <algorithm>

namespace pressrum {
namespace {

using attribution_words::W;
using enum Token::Kind;

constexpr W kFirstPersonWords[] = {
    "jag",   "mig",   "mej",   "min",   "mitt", "mina",  "vi",    "oss",   "vår", "vårt", "våra",  "i'm", "i’m",    "i've",   "i’ve",
    "we're", "we’re", "we've", "we’ve", "i'll", "i’ll",  "we'll", "we’ll", "me",  "my",   "we",    "us",  "our",    "jeg",    "meg",
    "mit",   "mine",  "os",    "vor",   "vort", "vores", "våre",  "eg",    "me",  "minä", "minun", "me",  "meidän", "olemme", "meillä"};
constexpr WordList kFirstPerson = kFirstPersonWords;
// Begin a line that names what follows: who took the picture, whom to call.
constexpr W kLabels[] = {
    "foto",     "fotograf",     "bild",          "bilden",          "bilder",     "bildtext",    "text",   "illustration",
    "kontakt",  "presskontakt", "kontaktperson", "kontaktpersoner", "pressbild",  "pressbilder", "fakta",  "tid",
    "plats",    "datum",        "källa",         "fotnot",          "telefon",    "tel",         "e-post", "epost",
    "mejl",     "webb",         "photo",         "picture",         "image",      "caption",     "credit", "contact",
    "contacts", "email",        "phone",         "source",          "press",      "fotos",       "kilde",  "billede",
    "kuva",     "lisätietoja",  "yhteystiedot",  "lähde",           "valokuva",   "adress",      "länk",   "länkar",
    "video",    "film",         "bildkälla",     "skribent",        "redaktör",   "foton",       "tekst",  "bilde",
    "kjelde",   "rättelse",     "rettelse",      "rettelser",       "correction", "oikaisu"};
constexpr W kGreetings[] = {"hälsningar", "hälsning", "vh", "mvh", "regards", "hilsen", "terveisin"};
// Begin a sentence that tells whoever reads or listens what to do.
constexpr W kImperatives[] = {"kontakta", "besök",    "missa",      "hör",    "anmäl",    "boka",   "klicka",  "följ",
                              "mejla",    "ladda",    "registrera", "ansök",  "fyll",     "skicka", "frågor",  "visit",
                              "contact",  "don't",    "don’t",      "apply",  "register", "book",   "kontakt", "besøk",
                              "besøg",    "kontakta", "ota",        "lähetä", "send",     "search", "call",    "ring"};
constexpr W kEndMarks[] = {"slut", "slutt", "end", "ends", "loppu", "slutord", "färdigt", "notes"};
// Begin a sentence that speaks to whoever reads the page.
constexpr W kToReader[] = {"läs",         "mer",         "för",     "anmäl",       "anmälan",    "boka",        "klicka",   "besök",
                           "kontakta",    "biljetter",   "se",      "här",         "ladda",      "följ",        "mejla",    "ring",
                           "information", "välkommen",   "read",    "more",        "for",        "book",        "click",    "visit",
                           "contact",     "see",         "tickets", "download",    "follow",     "find",        "register", "residents",
                           "sign",        "email",       "call",    "læs",         "mere",       "les",         "meld",     "tilmeld",
                           "påmelding",   "tilmelding",  "lue",     "lisätietoja", "lisää",      "ilmoittaudu", "tutustu",  "varaa",
                           "katso",       "ytterligare", "further", "program",     "programmet", "fler",        "hela"};
// The word after such a beginning that makes it one: "för mer information", "se även".
constexpr W kToReaderNext[] = {
    "mer",   "mera", "more", "mere", "meir", "även",   "also",   "information",  "vidare",      "further", "ytterligare", "på",
    "at",    "via",  "till", "dig",  "dig",  "er",     "hela",   "here",         "här",         "hit",     "in",          "out",
    "fler",  "om",   "the",  "our",  "your", "din",    "plats",  "plass",        "lisää",       "sig",     "tietoa",      "up",
    "finns", "is",   "can",  "hos",  "med",  "senast", "frågor", "opplysninger", "informasjon", "kontakt", "info"};
// The same for beginnings of one kind: "för mer information", "se även", "mer information". The last list needs nothing more.
constexpr W kMore[] = {"mer", "mera", "more", "mere", "meir", "ytterligare", "further"};
constexpr W kMoreOf[] = {"om", "detaljer", "details", "oplysninger", "opplysninger", "upplysningar"};
constexpr W kSeeing[] = {"se", "här", "hela", "fler", "programmet", "residents", "find", "follow", "see"};
constexpr W kSeen[] = {"även", "also", "finns", "programmet", "can", "out", "us", "hela"};
constexpr W kMoreAlone[] = {"mer", "more", "mere"};
constexpr W kMoreAbout[] = {"information", "info", "om", "tietoa", "informasjon"};
constexpr W kPlainlyToReader[] = {"anmäl", "anmälan",     "biljetter", "boka",     "information",
                                  "läs",   "lisätietoja", "read",      "register", "tickets"};
// After "hon", "han": certainly about the speaker.
constexpr W kBeing[] = {"är",  "var",  "har", "hade",  "blir",  "blev", "fick", "vill", "ska",  "kommer", "is",   "was", "has",
                        "had", "will", "er",  "havde", "hadde", "on",   "oli",  "ei",   "skal", "blei",   "vart", "vil"};
// After a comma: where the writer has it from.
constexpr W kSources[] = {"enligt",    "visar",  "uppger", "skriver", "rapporterar", "meddelar", "framgår",
                          "according", "ifølge", "mukaan", "shows",   "viser",       "kertoo"};
// Institutions whose decisions a writer tells of, in the past tense.
constexpr W kInstitutionEndings[] = {"styrelsen",     "nämnden",       "fullmäktige", "utskottet",  "oppositionen", "majoriteten",
                                     "länsstyrelsen", "polisen",       "kommittén",   "rådet",      "styret",       "udvalget",
                                     "utvalet",       "valtuusto",     "hallitus",    "lautakunta", "council",      "committee",
                                     "board",         "förvaltningen", "domstolen",   "verket",     "bolaget",      "regeringen"};
constexpr W kPastEndings[] = {"de", "te", "ed"};
constexpr W kActs[] = {"har", "has", "sa", "antog", "avslog", "tog", "fick"};

// A whole name with a party, with a role before it, or at the end of the sentence.
bool names_person(const TokenText& t, const AttributionWords& w, TokenRange r) {
    for (std::size_t i = r.begin; i + 1 < r.end; ++i) {
        if (!t.is_capital(i)) continue;
        const NameRun run = name_run(t, i, r.end);
        const std::size_t begin = i;
        i = run.end;
        if (run.capitals < 2 || contains(attribution_words::kOrganizationEnds, t.lower(run.end - 1))) continue;
        const bool party = t.is(run.end, open_paren) && t.is_word(run.end + 1) && t.is(run.end + 2, close_paren);
        const bool role = begin > r.begin && is_role_word(w, t.lower(begin - 1));
        const bool last = run.end >= r.end || t.is(run.end, colon) || (run.end + 1 >= r.end && t.is(run.end, stop)) ||
                          (begin == r.begin && t.is(run.end, comma));
        const bool place =
            begin > r.begin && contains(w.prepositions, t.lower(begin - 1)) && t.lower(begin - 1) != "av" && t.lower(begin - 1) != "by";
        if (party || role || (last && !place)) return true;
    }
    return false;
}

}  // namespace

bool is_phone_or_address(const TokenText& t, TokenRange r) {
    for (std::size_t i = r.begin; i < r.end; ++i) {
        const std::string_view raw = t.raw(i);
        if (raw == "@") return true;
        if (!t.is_word(i)) continue;
        if (raw == "www" || raw.starts_with("http") || raw.starts_with("www.")) return true;
        if (raw.size() >= 5 && raw[0] == '0' && raw.find('-') != std::string_view::npos &&
            raw.find_first_not_of("0123456789-") == std::string_view::npos)
            return true;
        const std::size_t dot = raw.rfind('.');  // ekinge.example
        if (dot == std::string_view::npos || dot < 4 || raw.size() - dot < 3) continue;
        const auto letters = [](std::string_view part) {
            return std::all_of(part.begin(), part.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == '.'; });
        };
        if (letters(raw)) return true;
    }
    return false;
}

bool is_end_mark(const TokenText& t, TokenRange r) {
    std::size_t words = 0;
    bool end = false;
    for (std::size_t i = r.begin; i < r.end; ++i) {
        if (!t.is_word(i)) continue;
        ++words;
        end |= contains(kEndMarks, t.lower(i));
    }
    return words == 0 || (end && words <= 2 && !t.is(r.end - 1, comma));
}

bool is_label(const TokenText& t, const AttributionWords& w, TokenRange r) {
    while (!r.empty() && t.is(r.begin, open_paren)) ++r.begin;
    if (r.empty() || !t.is_word(r.begin)) return false;
    if (contains(kGreetings, t.lower(r.begin)) || (contains(kGreetings, t.lower(r.begin + 2)) && r.end - r.begin <= 6)) return true;
    if (contains(kLabels, t.lower(r.begin)) &&
        (t.is_capital(r.begin + 1) || ((t.lower(r.begin + 1) == "av" || t.lower(r.begin + 1) == "by") && t.is_capital(r.begin + 2))) &&
        r.end - r.begin <= 6)
        return true;
    if (is_to_reader(t, r) && is_phone_or_address(t, r) && !holds_first_person(t, w, r.begin, r.end)) return true;
    for (std::size_t i = r.begin; i < r.end && i < r.begin + 5; ++i) {
        if (!t.is(i, colon) && !t.is(i, dash) && !(t.is(i, other) && t.raw(i) == "/")) continue;
        if (i == r.begin || holds_clear_verb(t, w, {i, r.end})) return false;
        return contains(kLabels, t.lower(r.begin)) || contains(kLabels, t.lower(i - 1)) ||
               (contains(kToReader, t.lower(r.begin)) && is_to_reader(t, r));
    }
    if (is_phone_or_address(t, r) && r.end - r.begin <= 3) return true;
    // "Foto Maria Ek"
    static constexpr W kCredits[] = {"foto", "fotograf", "photo", "kuva"};
    return contains(kCredits, t.lower(r.begin)) && t.is_capital(r.begin + 1) && r.end - r.begin <= 5;
}

bool is_label_word(std::string_view word) { return contains(kLabels, word); }

bool is_list_item(const TokenText& t, const AttributionWords& w, TokenRange r) {
    if (!t.is_word(r.begin)) return false;
    const bool ended = t.is(r.end - 1, stop) || t.is(r.end - 1, question) || t.is(r.end - 1, exclamation) || t.is(r.end - 1, ellipsis) ||
                       t.is(r.end - 1, quote_mark);
    const char first = t.raw(r.begin).front();
    const bool number = is_digit(first);
    if (number && !ended) return true;
    if (t[r.begin].upper || number) return !ended && r.end - r.begin > 1 && (count_verbs(t, w, r) == 0 || names_person(t, w, r));
    return !ended || count_verbs(t, w, r) == 0;
}

bool is_fact(const TokenText& t, const AttributionWords& w, TokenRange r) {
    // For languages whose verbs are not known by their form.
    static constexpr W kFactWords[] = {"åbent", "åpent", "ope",  "avoinna", "open", "pris",   "hinta",
                                       "price", "tid",   "aika", "sted",    "stad", "paikka", "place"};
    if (contains(kFactWords, t.lower(r.begin)) && !holds_own_words(t, w, r.begin, r.end)) {
        for (std::size_t i = r.begin; i < r.end; ++i) {
            if (t.is_word(i) && is_digit(t.raw(i).front())) return true;
        }
    }
    if (w.adverbs.empty() || !t.is(r.end - 1, stop) || holds_own_words(t, w, r.begin, r.end) || count_verbs(t, w, r) > 0) return false;
    if (is_answer(t.lower(r.begin)) || contains(w.prepositions, t.lower(r.begin))) return false;
    const auto is_figure = [&](std::size_t i) {
        const std::string_view raw = t.raw(i);
        return !raw.empty() && is_digit(raw.front());
    };
    for (std::size_t i = r.begin + 1; i < r.end; ++i) {  // a number alone may be an answer: "Klockan 10."
        if (t.is(i, other) && is_figure(i - 1) && is_figure(i + 1)) return true;
        if (is_figure(i) && t.raw(i).find('-') != std::string_view::npos) return true;
    }
    return false;
}

bool holds_first_person(const TokenText& t, const AttributionWords& w, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        if (t.is_word(i) && (is_english_i(t, w, i) || contains(kFirstPerson, t.lower(i)))) return true;
    }
    return false;
}

bool is_to_reader(const TokenText& t, TokenRange r) {
    if (!t.is_word(r.begin)) return false;
    if (is_phone_or_address(t, r)) return true;
    const std::string &first = t.lower(r.begin), &second = t.lower(r.begin + 1);
    if (!contains(kToReader, first)) return false;
    if (first == "för" || first == "for") {
        if (!contains(kMore, second)) return second == "information" || second == "frågor";
        const std::string& third = t.lower(r.begin + 2);
        return third.starts_with("info") || contains(kMoreOf, third);
    }
    if (contains(kSeeing, first)) return contains(kSeen, second);
    if (contains(kMoreAlone, first)) return contains(kMoreAbout, second);
    return contains(kToReaderNext, second) || t.is(r.begin + 1, colon) || contains(kPlainlyToReader, first);
}

About who_is_told(const TokenText& t, const AttributionWords& w, TokenRange r, const Attribution& speaker) {
    std::size_t i = r.begin;
    if (!t.is_word(i)) return About::nobody;
    const std::string &first = t.lower(i), &next = t.lower(i + 1);
    const auto says = [&](const std::string& word) { return !word.empty() && find_saying_verb(w, word) != nullptr; };
    if (contains(w.pronouns, first) && !(first == "they" || first == "de")) {
        if (!speaker.pronoun_word.empty() && speaker.pronoun_word != first) return About::maybe_speaker;  // säger han. Hon …
        if (says(next) || contains(kBeing, next)) return About::speaker;
        return t.is_word(i + 1) ? About::maybe_speaker : About::nobody;
    }
    if (holds_third_person(t, i, i + 1)) return About::maybe_speaker;  // "Hennes företrädare …"
    const bool own = holds_first_person(t, w, r.begin, r.end);
    static constexpr std::pair<W, W> kToYou[] = {{"du", "hittar"}, {"du", "kan"}, {"du", "finner"}, {"vill", "du"}, {"you", "can"}};
    if (!own && (contains(kImperatives, first) ||
                 std::find(std::begin(kToYou), std::end(kToYou), std::pair<W, W>(first, next)) != std::end(kToYou)))
        return About::somebody;
    // "Ekenstam hoppas att arbetet börjar i höst.": somebody's words in indirect speech.
    if (!own && t[i].upper && says(next) && contains(w.that_words, t.lower(i + 2)) && !contains(w.no_speakers, first) &&
        !is_plain_subject(first))
        return About::maybe_speaker;
    // "Lund tillträdde i januari." after "säger han"
    const bool past = next.ends_with("dde") || next.ends_with("te") || next.ends_with("ade") || next.ends_with("si") ||
                      next.ends_with("ti") || next == "took" || next == "joined";
    if (!own && speaker.pronoun && t[i].upper && past && !contains(w.no_speakers, first) && !first.ends_with("en") &&
        !first.ends_with("et") && !first.ends_with("an") && !first.ends_with("na"))
        return About::maybe_speaker;
    // "Beslutet gläder henne."
    static constexpr W kObjects[] = {"henne", "honom", "ham", "hende", "hänet", "häntä"};
    for (std::size_t k = i + 1; !own && k < r.end; ++k) {
        if (contains(kObjects, t.lower(k)) || ((t.lower(k) == "her" || t.lower(k) == "him") && !t.is_word(k + 1)))
            return About::maybe_speaker;
        const bool names = t.is_capital(k) && !speaker.name.empty() && may_be_called(speaker.name, t.word(k));  // "då är Ek pensionerad"
        if (names || (t.is_capital(k) && !speaker.name.empty() && speaker.name == t.word(k) + " " + t.word(k + 1)))
            return About::maybe_speaker;
    }
    // "Bakom bygget står Leif Holm (KD).", "Nils Ek, kommunikatör"
    if (!own && names_person(t, w, r)) return About::somebody;
    // "Enligt henne", "Enligt kommunalrådet"
    if (first == "enligt" || first == "ifølge" || (first == "according" && next == "to")) {
        return holds_first_person(t, w, r.begin, r.end) ? About::nobody : About::maybe_speaker;
    }
    // "Då berättar hon att …", "På frågan svarar hon att": indirect speech.
    for (std::size_t k = i; k + 2 < r.end && k < i + 6; ++k) {
        if (!says(t.lower(k)) || !contains(w.pronouns, t.lower(k + 1))) continue;
        return About::speaker;
    }
    // "Nu vill han …", "Dessutom har hon …"
    for (std::size_t k = i + 1; k < r.end && k < i + 4; ++k) {
        if (contains(w.pronouns, t.lower(k)) && t.lower(k) != "they") return About::maybe_speaker;
    }
    // "…, visar kommunens bokslut", "…, enligt polisen"
    for (std::size_t k = i + 1; k + 1 < r.end; ++k) {
        if (!t.is(k, comma) || holds_first_person(t, w, r.begin, r.end)) continue;
        if (contains(kSources, t.lower(k + 1)) && !is_plain_subject(t.lower(k + 2))) return About::somebody;
    }
    if (t[i].upper && !speaker.name.empty() && may_be_called(speaker.name, t.word(i)) && t.is_word(i + 1) && !t[i + 1].upper)
        return About::speaker;
    // "Kommunalrådet berättar att …"
    if (is_role_word(w, first) && !is_plural_role(first) &&
        (says(next) || (contains(kBeing, next) && !holds_first_person(t, w, r.begin, r.end) && !speaker.role.empty() &&
                        lower_word(speaker.role).find(first.substr(0, first.size() - 2)) != std::string::npos)))
        return About::speaker;
    if (holds_first_person(t, w, r.begin, r.end)) return About::nobody;
    const bool institution =
        std::any_of(std::begin(kInstitutionEndings), std::end(kInstitutionEndings), [&](W ending) { return first.ends_with(ending); });
    if (institution && t.is_word(i + 1)) {
        const bool acts = std::any_of(std::begin(kPastEndings), std::end(kPastEndings), [&](W ending) { return next.ends_with(ending); }) ||
                          contains(kActs, next) || says(next);
        return acts ? About::somebody : About::nobody;
    }
    return About::nobody;
}

namespace {

// A mark inside a closing quotation mark counts too.
bool ends_sentence(std::string_view words) {
    for (const std::string_view mark : {"”", "“", "»", "\"", "’", "'"}) {
        if (words.ends_with(mark)) {
            words.remove_suffix(mark.size());
            break;
        }
    }
    return words.ends_with('.') || words.ends_with('?') || words.ends_with('!') || words.ends_with("…") || words.ends_with(':');
}

}  // namespace

void SpokenWords::add(TokenRange said) {
    const TokenText& t = *tokens_;
    const std::string next = plain_words(text_.substr(t[said.begin].begin, t[said.end - 1].end - t[said.begin].begin));
    if (!joined_.empty()) joined_ += ends_sentence(joined_) ? " " : mark_before(said);
    joined_ += next;
    last_ = said;
}

std::string SpokenWords::finished() const {
    if (joined_.empty() || ends_sentence(joined_) || last_.end >= tokens_->size()) return joined_;
    return joined_ + '.';
}

std::string_view SpokenWords::mark_before(TokenRange said) const {
    const TokenText& t = *tokens_;
    std::size_t i = said.begin;
    while (i > 0 && t.is(i - 1, quote_mark)) --i;
    if (i == 0) return ". ";
    if (t.is(i - 1, dash)) {
        const bool new_sentence = i >= 2 && (t.is(i - 2, stop) || t.is(i - 2, question) || t.is(i - 2, exclamation) || t.is(i - 2, colon));
        return new_sentence ? ". " : " – ";
    }
    const bool small = t.is_word(said.begin) && !t[said.begin].upper;
    if (small && t.is(i - 1, semicolon)) return "; ";
    if (small && t.is(i - 1, colon)) return ": ";
    if (!t.is(i - 1, comma)) return ". ";
    return words_ != nullptr && is_one_clause(t, *words_, last_, said) ? " " : ", ";
}

}  // namespace pressrum
