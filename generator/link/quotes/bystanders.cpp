// Whether running text is about somebody besides the one who spoke: what may change who goes on, and whom "hon" means.
#include "link/quotes/attribution_words.hpp"
#include "link/quotes/paragraphs.hpp"
#include "link/quotes/speaker_clause.hpp"
#include "link/quotes/speakers.hpp"
#include "link/quotes/voices.hpp"

#include <algorithm>
#include <string>

namespace pressrum {
namespace {

// Two capital words that name somebody, by where they stand: not at the beginning of a sentence, where every word has a capital, and
// not after "i", "på", "vid", where places stand. At the beginning a saying verb must follow.
bool looks_like_person(const TokenText& tokens, const AttributionWords* words, std::size_t i, std::size_t after) {
    const bool inside = i > 0 && (tokens.is_word(i - 1) || tokens.is(i - 1, Token::Kind::comma));
    if (!inside) return words != nullptr && tokens.is_word(after) && find_saying_verb(*words, tokens.lower(after)) != nullptr;
    static constexpr std::string_view kOfPlaces[] = {"i", "på", "vid", "in", "at", "ved"};
    return !tokens.is_capital(i - 1) && !contains(kOfPlaces, tokens.lower(i - 1)) &&
           !contains(attribution_words::kOrganizationEnds, tokens.lower(after));
}

constexpr std::string_view kPossessives[] = {"hans", "hennes", "hens", "deras", "his", "her", "their", "hendes", "hennar"};
constexpr std::string_view kDeterminers[] = {"en",  "ett", "et",    "a",     "an",  "the",   "one",   "sin", "sitt", "hennes", "hans",
                                             "her", "his", "their", "deras", "den", "denna", "denne", "min", "ein",  "eit",    "yksi"};
// Before what somebody is, or is called: "Karin Alm är kommunalråd", "i rollen som ordförande".
constexpr std::string_view kCopulas[] = {"är",     "var", "blir", "blev",  "varit", "blivit", "som", "is",   "was",
                                         "became", "as",  "been", "being", "er",    "bliver", "ble", "vart", "oli"};

bool is_definite(std::string_view word) {
    const bool ends = word.ends_with("en") || word.ends_with("n") || word.ends_with("et");
    return ends && !word.ends_with("man") && !word.ends_with("person") && !word.ends_with("kapten");
}

// The word at `i` describes the person named before it: "Karin Alm är en ny sorts ledare", "Karin Alm, kommunalråd".
bool describes_named(const TokenText& tokens, std::size_t i) {
    for (std::size_t k = i; k > 0 && k + 4 > i; --k) {
        if (tokens.is(k - 1, Token::Kind::comma)) return k > 1 && tokens.is_capital(k - 2);
        if (!tokens.is_word(k - 1)) return false;
        if (contains(kCopulas, tokens.lower(k - 1))) return true;
    }
    return false;
}

bool has_determiner(const TokenText& tokens, std::size_t i) {
    for (std::size_t k = i; k > 0 && k + 3 > i && tokens.is_word(k - 1); --k) {
        if (contains(kDeterminers, tokens.lower(k - 1))) return true;
    }
    return false;
}

}  // namespace

bool is_anothers(Speakers& speakers, const SaidParagraph& paragraph, const std::vector<Piece>& words, const Speaker& speaker) {
    const Attribution& said = paragraph.spoken.attribution;
    if (speaker.name.empty() || !said.name.empty() || words.empty()) return false;
    if (said.pronoun && !speakers.has_pronoun(speaker, said.pronoun_word)) return true;
    if (!said.role.empty()) {
        const Speakers::Match match = speakers.find(said);
        if (match.outcome == Speakers::Outcome::found) return match.speaker.name != speaker.name;
        return speakers.words() != nullptr && is_other_role(*speakers.words(), said.role, speaker.role);
    }
    if (!said.present() && paragraph.mentioned && !may_be_called(speaker.name, paragraph.mentioned->name)) return true;
    const std::string_view text = paragraph.text;
    const std::string around = std::string(text.substr(0, words.front().begin)) + " | " + std::string(text.substr(words.back().end));
    return !holds_surname(text, speaker.name) && speakers.names_another(around, speaker);
}

bool calls(std::string_view words, const Speaker& speaker) {
    const std::vector<Token> owned = tokenize(words);
    const TokenText tokens(words, owned);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (tokens.is_capital(i) && may_be_called(speaker.name, tokens.word(i))) return true;
    }
    return false;
}

bool hands_over(Speakers& speakers, const SaidParagraph& paragraph, const Speaker& speaker) {
    static constexpr std::string_view kPhrases[] = {"lämnar över till",   "lämnar ordet till", "lämnade över till",
                                                    "lämnade ordet till", "hand over to",      "handed over to"};
    static constexpr std::string_view kAsking[] = {"frågar",  "frågade", "undrar", "undrade", "spør",  "spurte", "spørger",
                                                   "spurgte", "asks",    "asked",  "wonders", "kysyy", "kysyi",  "ihmettelee"};
    const auto is_question = [&](const Piece& piece) {
        return piece.kind == Piece::Kind::said && piece.end <= paragraph.text.size() && piece.end > piece.begin &&
               paragraph.text[piece.end - 1] == '?';
    };
    // "– Varför då? undrar Leif Holm.": somebody else answers.
    if (contains(kAsking, paragraph.spoken.attribution.verb) &&
        std::any_of(paragraph.spoken.pieces.begin(), paragraph.spoken.pieces.end(), is_question))
        return true;
    const AttributionWords* words = speakers.words();
    const bool voice = std::any_of(paragraph.pieces.begin(), paragraph.pieces.end(), [&](const Piece& piece) {  // "Publiken buar."
        const bool of_writer = piece.kind == Piece::Kind::narration || piece.kind == Piece::Kind::undecided;
        const std::string_view part = std::string_view(paragraph.text).substr(piece.begin, piece.end - piece.begin);
        return of_writer && words != nullptr &&
               (brings_voice(part, *words, {speaker.name, speaker.role}) || speakers.names_another(part, speaker));
    });
    return voice || std::any_of(paragraph.spoken.pieces.begin(), paragraph.spoken.pieces.end(), [&](const Piece& piece) {
               const std::string_view part = std::string_view(paragraph.text).substr(piece.begin, piece.end - piece.begin);
               const bool says_so = std::any_of(std::begin(kPhrases), std::end(kPhrases),
                                                [&](std::string_view phrase) { return part.find(phrase) != std::string_view::npos; });
               return says_so || (piece.kind == Piece::Kind::attribution && speakers.names_another(part, speaker));
           });
}

bool Speakers::tells_of_person(std::string_view text, const Speaker& speaker) {
    const AttributionWords* words = find_attribution_words(language_);
    if (words == nullptr) return false;
    const std::vector<Token> owned = tokenize(text);
    const TokenText tokens(text, owned);
    const std::string role = lower_word(speaker.role);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!tokens.is_word(i)) continue;
        const NameRun named = tokens.is_capital(i + 1) ? name_run(tokens, i + 1, tokens.size()) : NameRun{i, 0};
        if (named.capitals > 1 || (named.capitals == 1 && may_be_called(speaker.name, tokens.word(i + 1))))
            continue;  // belongs to the name
        const std::string& word = tokens.lower(i);
        const bool person = contains(attribution_words::kPersons, word) || (is_role_word(*words, word) && !is_plural_role(word));
        if (i > 0 && contains(kPossessives, tokens.lower(i - 1)) && contains(attribution_words::kRelatives, word)) return true;
        if (!person || !(is_definite(word) || has_determiner(tokens, i)) || describes_named(tokens, i)) continue;
        if (!is_same_role(word, role) && role.find(word) == std::string::npos) return true;
    }
    return false;
}

bool Speakers::is_signed_by_another(std::string_view text, const Speaker& speaker) {
    const std::vector<Token> owned = tokenize(text);
    const TokenText tokens(text, owned);
    std::size_t end = tokens.size();
    const auto take = [&](Token::Kind kind) { return end > 0 && tokens.is(end - 1, kind) ? (--end, true) : false; };
    take(Token::Kind::stop);
    bool party = false;
    if (take(Token::Kind::close_paren) && end >= 2 && tokens.is_word(end - 1) && tokens.is(end - 2, Token::Kind::open_paren))
        party = true, end -= 2;
    if (end < 3 || !tokens.is_capital(end - 1)) return false;
    std::size_t first = end - 2;
    while (first > 0 && first + 7 > end && !(tokens.is_capital(first) && nickname_end(tokens, first + 1) == end - 1)) --first;
    if (!tokens.is_capital(first) || nickname_end(tokens, first + 1) != end - 1) return false;
    const std::string name = tokens.word(first) + " " + tokens.word(end - 1);
    if (may_be_called(speaker.name, name) || !(party || is_known_name(name))) return false;
    const AttributionWords* words = find_attribution_words(language_);
    std::size_t before = first;
    if (words != nullptr && tokens.is_word(before - 1) && is_role_word(*words, tokens.lower(before - 1))) --before;
    if (before > 0 && tokens.is_word(before - 1) && !tokens[before - 1].upper) --before;  // "mullrar"
    return before > 1 && !tokens.is_word(before - 1);
}

bool Speakers::names_another(std::string_view text, const Speaker& speaker) {
    const std::vector<Token> owned = tokenize(text);
    const TokenText tokens(text, owned);
    const AttributionWords* words = find_attribution_words(language_);
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        const std::size_t surname = nickname_end(tokens, i + 1);
        if (!tokens.is_capital(i) || !tokens.is_capital(surname)) continue;
        std::string name = tokens.word(i) + " " + tokens.word(surname);
        const std::string without_s = name.ends_with('s') ? name.substr(0, name.size() - 1) : name;
        if (may_be_called(speaker.name, name) || may_be_called(speaker.name, without_s)) continue;
        if (is_known_name(name) || is_known_name(without_s)) return true;
        const bool titled = words != nullptr && i > 0 && is_role_word(*words, tokens.lower(i - 1));
        if (titled || looks_like_person(tokens, words, i, surname + 1)) return true;
    }
    return false;
}

bool Speakers::tells_of_another(std::string_view text, const Speaker& speaker) {
    const AttributionWords* words = find_attribution_words(language_);
    if (words == nullptr) return false;
    const std::vector<Token> owned = tokenize(text);
    const TokenText tokens(text, owned);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool starts = i == 0 || tokens.is(i - 1, Token::Kind::stop);
        if (!starts || !tokens.is_word(i)) continue;
        std::size_t who = i;
        if (contains(attribution_words::kBeforeNoun, tokens.lower(i)) && tokens.is_word(i + 1)) ++who;
        if (who > i && (tokens.lower(who) == "av" || tokens.lower(who) == "of")) return true;  // "En av killarna i kön"
        const std::string& word = tokens.lower(who);
        if (contains(attribution_words::kSides, word)) return true;
        if (is_person_word(word) && is_definite(word) && contains(kCopulas, tokens.lower(who + 1))) return true;  // "Grannen är missnöjd."
        if (is_role_word(*words, word) && !is_same_role(word, speaker.role) && speaker.role.find(word) == std::string::npos) return true;
    }
    return false;
}

bool Speakers::may_name_another(std::string_view text, const Speaker& speaker) {
    static constexpr std::string_view kOfPlaces[] = {"i", "på", "vid", "in", "at", "ved", "till", "to", "til"};
    const std::vector<Token> owned = tokenize(text);
    const TokenText tokens(text, owned);
    const AttributionWords* words = find_attribution_words(language_);
    for (std::size_t i = 0; i < tokens.size();) {
        const NameRun run = tokens.is_capital(i) ? name_run(tokens, i, tokens.size()) : NameRun{i, 0};
        if (run.end == i) {
            ++i;
            continue;
        }
        std::size_t begin = i;
        const bool place = i > 0 && contains(kOfPlaces, tokens.lower(i - 1));
        i = run.end;
        if (run.capitals == 1) {  // "Elsy": somebody whom the post names
            const std::string word = tokens.word(begin);
            const bool named = by_part_.contains(word) || !text_names_.with_part(word).empty();
            if (named && !place && !may_be_called(speaker.name, word)) return true;
            continue;
        }
        while (begin + 1 < run.end && !(tokens.is_capital(begin) && !(words != nullptr && is_role_word(*words, tokens.lower(begin)))))
            ++begin;
        const std::string name = tokens.slice(begin, run.end);
        const std::string bare = name.ends_with('s') ? name.substr(0, name.size() - 1) : name;
        if (place || contains(attribution_words::kOrganizationEnds, tokens.lower(run.end - 1)) ||
            contains(attribution_words::kOrganizationEnds, tokens.lower(run.end)))
            continue;
        if (may_be_called(speaker.name, name) || may_be_called(speaker.name, bare) || name.find(speaker.name) != std::string::npos)
            continue;
        return true;
    }
    return false;
}

bool Speakers::asks_another(std::string_view text, const Speaker& speaker) {
    const std::vector<Token> owned = tokenize(text);
    const TokenText tokens(text, owned);
    if (tokens.size() < 3) return false;
    const std::size_t end = tokens.size() - 1;
    if (end > 2 && tokens.is_capital(end - 1) && tokens.is(end - 2, Token::Kind::comma) &&
        may_be_called(speaker.name, tokens.word(end - 1)))
        return true;  // "Hur vet du det, Karin?", "Nej, det har jag inte, Karin."
    if (!text.ends_with('?')) return false;
    if (may_name_another(text, speaker)) return true;
    const std::size_t first = tokens.is(0, Token::Kind::dash) ? 1 : 0;
    if (!tokens.is_capital(first) || !tokens.is(first + 1, Token::Kind::comma) || may_be_called(speaker.name, tokens.word(first)))
        return false;
    const std::string called = tokens.word(first);
    return std::any_of(people_.begin(), people_.end(), [&](const auto& person) { return may_be_called(*person.second.name, called); });
}

}  // namespace pressrum
