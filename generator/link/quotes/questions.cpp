#include "link/quotes/questions.hpp"

#include "base/text.hpp"
#include "base/yaml_text.hpp"
#include "link/quotes/attributions.hpp"
#include "link/quotes/offered.hpp"
#include "link/quotes/person_name.hpp"
#include "link/quotes/quote_text.hpp"
#include "link/quotes/tokens.hpp"
#include "model/rules.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

constexpr std::size_t kMaxSuggestions = 50;  // of names for misspelt ones; each costs a look through all names

constexpr pressrum::Words kNoSpeech{"ta bort talstrecket om det är en lista eller bakgrund",
                                    "remove the dash if it is a list or background"};

// How an attribution is written in the language of the post. It names nobody: whoever is asked must not be led to an answer.
struct Example {
    std::string_view language, text;
};
constexpr Example kExamples[] = {
    {"sv", "säger Förnamn Efternamn, titel"}, {"en", "says First Last, job title"},      {"da", "siger Fornavn Efternavn, titel"},
    {"nb", "sier Fornavn Etternavn, tittel"}, {"nn", "seier Fornamn Etternamn, tittel"}, {"fi", "sanoo Etunimi Sukunimi"},
};

std::string_view example_in(std::string_view language) {
    const std::string_view primary = language.substr(0, language.find('-'));
    const auto found = std::find_if(std::begin(kExamples), std::end(kExamples), [&](const Example& e) { return e.language == primary; });
    return found == std::end(kExamples) ? example_in("en") : found->text;
}

}  // namespace

// What is asked about where nothing is known to have been said.
std::string Questions::asked_words(const SaidParagraph& paragraph) const {
    const std::string offered = offered_words(body_, paragraph.node, language_);
    if (offered != kNothingOffered) return offered;
    std::string_view text = paragraph.text;
    if (opening_of(text) == Opening::talstreck) text.remove_prefix(character_at(text, 0).length);
    return plain_words(text);
}

void Questions::ask(const SaidParagraph& paragraph) {
    std::string words = paragraph.is_said() ? paragraph.spoken.words : asked_words(paragraph);
    if (paragraph.is_said() && paragraph.question &&
        paragraph.question->doubt == StatementDoubt::speaker) {  // beside what is said for certain
        const std::string offered = offered_words(body_, paragraph.node, language_);
        if (offered != kNothingOffered) words = offered;
    }
    diagnostics_.add({rule("statement/unknown-speaker"),
                      body_[paragraph.node].at,
                      {beginning(words), entry_for(paragraph, {}), std::string(example_in(language_))},
                      {},
                      no_speech_notes(paragraph)});
    asked_ = true;
}

bool Questions::asked_since(std::size_t count) const {
    const auto& all = diagnostics_.all();
    return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(count), all.end(),
                       [](const Diagnostic& each) { return each.rule != rule("statement/unlisted-speaker"); });
}

void Questions::ask_about(const SaidParagraph& paragraph) {
    if (!paragraph.question) return;
    const StatementQuestion& question = *paragraph.question;
    const auto written = [&](std::uint32_t begin, std::uint32_t end) {
        return plain_words(std::string_view(paragraph.text).substr(begin, end - begin));
    };
    const Span at = span_in(body_, paragraph.node, question.begin, question.end);
    switch (question.doubt) {
        case StatementDoubt::words:
            if (asked_ && paragraph.follows && !paragraph.is_said() && paragraph.form == Reading::Form::talstreck) break;  // a list of them
            diagnostics_.add({rule("statement/unclear-words"),
                              at,
                              {shown(written(question.begin, question.end)), entry_for(paragraph, question.attribution)},
                              {},
                              no_speech_notes(paragraph)});
            break;
        case StatementDoubt::unmarked:
            diagnostics_.add({rule("statement/unmarked"),
                              body_[paragraph.node].at,
                              {beginning(paragraph.text), entry_for(paragraph, question.attribution)},
                              {},
                              {}});
            break;
        case StatementDoubt::signature:
            diagnostics_.add({rule("statement/signature"), body_[paragraph.node].at, {question.attribution.name}, {}, {}});
            break;
        case StatementDoubt::speaker: ask(paragraph); break;
        case StatementDoubt::missing_comma: {
            const bool exact = at != body_[paragraph.node].at;
            const std::string two = written(question.begin, question.end), verb = two.substr(two.rfind(' ') + 1);
            diagnostics_.add({rule("statement/missing-comma"), at, {verb}, exact ? two.substr(0, two.rfind(' ')) + ", " + verb : "", {}});
            break;
        }
    }
    asked_ = paragraph.form == Reading::Form::talstreck;  // only after a talstreck is the next one part of the same question
}

void Questions::report_several(const SaidParagraph& paragraph) {
    const std::string& name = paragraph.spoken.attribution.name;
    const std::string_view text = paragraph.text;
    std::string as_written = name;  // "säger Karin Alm och hennes kollegor": some of them are not named
    for (const auto& [begin, end] : paragraph.speakers) {
        const std::string_view part = text.substr(begin, end - begin);
        if (part.find(name) == std::string_view::npos) continue;
        as_written = plain_words(part);
        break;
    }
    diagnostics_.add({rule("statement/several-speakers"), who_in_text(paragraph, name), {shown(as_written)}, {}, {}});
}

void Questions::report_unknown(const SaidParagraph& paragraph, Speakers::Outcome outcome) {
    const std::string& name = paragraph.spoken.attribution.name;
    if (name.empty()) return ask(paragraph);
    const Span at = who_in_text(paragraph, name);
    if (outcome == Speakers::Outcome::ambiguous) {
        diagnostics_.add({rule("statement/ambiguous-speaker"), at, {name}, {}, {}});
    } else if (name.find(' ') == std::string::npos) {  // a party, a group, a first name: no spelling to check
        diagnostics_.add({rule("statement/unnamed-speaker"), at, {name}, {}, {}});
    } else {
        const bool suggest = at != body_[paragraph.node].at && ++unlisted_ <= kMaxSuggestions;
        diagnostics_.add({rule("statement/unlisted-speaker"), at, {name}, suggest ? speakers_.nearest_name(name) : "", {}});
    }
}

// Whether the text tells that somebody says it, and has no word of the name. Leaving open who speaks is no contradiction.
bool Questions::is_somebody_elses(const SaidParagraph& paragraph, const std::string& text, const std::string& name) const {
    const std::vector<Token> name_tokens = tokenize(name), tokens = tokenize(text);
    const bool a_name = !name_tokens.empty() && name_tokens.front().upper;  // not "en boende"
    if (!a_name || holds_surname(paragraph.text, name)) return false;
    return !paragraph.speakers.empty() || find_unclear_attribution(TokenText(text, tokens), AttributionRows(language_), {0, tokens.size()});
}

void Questions::check_text_names(const SaidParagraph& paragraph, const std::vector<Piece>& pieces, const Quote& quote,
                                 const std::string& name) {
    if (!paragraph.question || name.empty() || pieces.empty()) return;
    const StatementQuestion& question = *paragraph.question;
    if (pieces.back().end <= question.begin || question.end <= pieces.front().begin) return;
    const std::string text = plain_words(std::string_view(paragraph.text).substr(question.begin, question.end - question.begin));
    const bool another = question.doubt == StatementDoubt::unmarked && !may_be_called(name, question.attribution.name);
    if (!another && !(question.doubt == StatementDoubt::speaker && is_somebody_elses(paragraph, text, name))) return;
    report_not_in_text(paragraph, quote, name, question.begin, question.end);
}

void Questions::report_not_in_text(const SaidParagraph& paragraph, const Quote& quote, const std::string& name, std::size_t begin,
                                   std::size_t end) {
    end = std::min(end, paragraph.text.size());
    diagnostics_.add({rule("quote/speaker-not-in-text"),
                      quote.speaker.given() ? quote.speaker.at : quote.name.at,
                      {name, shown(plain_words(std::string_view(paragraph.text).substr(begin, end - begin)))},
                      {},
                      {{span_in(body_, paragraph.node, begin, end), {"här i texten", "here in the text"}, {}}}});
}

// A talstreck may also begin a line of a programme, or a fact: then there is no speaker to look for.
std::vector<Note> Questions::no_speech_notes(const SaidParagraph& paragraph) const {
    if (paragraph.question && paragraph.question->doubt != StatementDoubt::words) return {};
    const bool may_be_none = paragraph.form == Reading::Form::talstreck && !paragraph.first_person &&
                             !paragraph.spoken.attribution.present() && paragraph.speakers.empty();
    if (!may_be_none) return {};
    return {{span_in(body_, paragraph.node, 0, character_at(paragraph.text, 0).length), kNoSpeech, {}}};
}

// As it stands under quotes: "- {speaker: karin-alm, text: Nu bygger vi.}"
std::string Questions::entry_for(const SaidParagraph& paragraph, const Attribution& by) const {
    std::string who = "speaker: …";
    if (!by.name.empty()) {
        const Speakers::Match match = speakers_.find(by);
        const bool known = match.outcome == Speakers::Outcome::found && match.speaker.person != kNone;
        who = known ? "speaker: " + *people_[match.speaker.person].first : "name: " + yaml_quoted(by.name);
    }
    std::string words = paragraph.spoken.words;
    if (!paragraph.is_said() || paragraph.question) words = offered_words(body_, paragraph.node, language_);
    // What makes it a question stands in another paragraph.
    const bool elsewhere = words == kNothingOffered && paragraph.question && paragraph.question->doubt == StatementDoubt::unmarked;
    if (elsewhere) words = plain_words(paragraph.spoken.words);
    return fmt::format("- {{{}, text: {}}}", who, words == kNothingOffered ? words : yaml_quoted(words));
}

Span Questions::who_in_text(const SaidParagraph& paragraph, std::string_view name) const {
    for (const Piece& piece : paragraph.spoken.pieces) {
        if (piece.kind != Piece::Kind::attribution || name.empty()) continue;
        const std::size_t at = std::string_view(paragraph.text).substr(0, piece.end).find(name, piece.begin);
        if (at != std::string_view::npos) return span_in(body_, paragraph.node, at, at + name.size());
    }
    return body_[paragraph.node].at;
}

}  // namespace pressrum
