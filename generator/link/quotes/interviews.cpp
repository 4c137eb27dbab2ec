#include "link/quotes/interviews.hpp"

#include "link/quotes/token_text.hpp"

#include <algorithm>

namespace pressrum {
namespace {

constexpr std::size_t kMaxInitials = 3;

// Up to three capital letters and nothing else: "KA".
bool is_initials(std::string_view word) {
    return !word.empty() && word.size() <= kMaxInitials &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool begins_bold(const Body& body, std::uint32_t node) { return node + 1 < body[node].end && body[node + 1].kind == NodeKind::strong; }

// Where " (S)" before the colon begins; the colon when there is none.
std::size_t party_begin(const TokenText& tokens, std::size_t colon) {
    using Kind = Token::Kind;
    const bool party =
        colon >= 4 && tokens.is(colon - 1, Kind::close_paren) && tokens.is_capital(colon - 2) && tokens.is(colon - 3, Kind::open_paren);
    return party ? colon - 3 : colon;
}

bool ends_sentence(const TokenText& tokens) {
    using enum Token::Kind;
    const std::size_t last = tokens.size() - 1;
    return tokens.is(last, stop) || tokens.is(last, exclamation) || tokens.is(last, question);
}

}  // namespace

void ask_of_interview(const Body& body, std::uint32_t node, std::string_view text, Reading& reading) {
    if (!reading.utterances.empty() || reading.question) return;
    const std::string_view head = text.substr(0, std::min<std::size_t>(text.size(), 120));
    const std::size_t mark = head.find(':');
    if (mark == std::string_view::npos || mark + 1 >= text.size()) return;
    const std::vector<Token> owned = tokenize(text);
    const TokenText tokens(text, owned);
    std::size_t colon = 0;
    while (colon < tokens.size() && !tokens.is(colon, Token::Kind::colon)) ++colon;
    if (colon == 0 || colon + 1 >= tokens.size()) return;
    const bool dash = tokens.is(colon + 1, Token::Kind::dash);
    const bool initials = colon == 1 && is_initials(tokens.raw(0));
    const std::size_t name_end = party_begin(tokens, colon);
    const bool bold_name = begins_bold(body, node) && tokens.is_capital(0) && name_run(tokens, 0, name_end).end == name_end && name_end > 1;
    const bool says = dash || reading.first_person || (name_end != colon && ends_sentence(tokens));
    if (!(initials || bold_name) || !says) return;
    const std::size_t first = colon + (dash ? 2 : 1);
    if (first >= tokens.size()) return;
    const std::uint32_t begin = tokens[first].begin, end = tokens[tokens.size() - 1].end;
    Attribution who;
    who.verb = ":";
    if (bold_name) who.name = tokens.slice(0, colon);
    reading.pieces = {{Piece::Kind::attribution, tokens[0].begin, tokens[colon].begin}, {Piece::Kind::undecided, begin, end}};
    reading.speakers = {{tokens[0].begin, tokens[colon].begin}};
    reading.question = StatementQuestion{StatementDoubt::unmarked, begin, end, who};
}

bool is_dialogue(std::span<const SaidParagraph> paragraphs, const SaidParagraph& paragraph) {
    const auto bare = [](const SaidParagraph& p) {
        return p.form == Reading::Form::talstreck && p.is_said() && !p.spoken.attribution.present();
    };
    const auto asks = [&](const SaidParagraph& p) {
        return bare(p) && p.spoken.words.ends_with('?') && p.spoken.words.find_first_of(".!") == std::string::npos;
    };
    const auto at = static_cast<std::size_t>(&paragraph - paragraphs.data());
    const bool is_answered = asks(paragraph) && at + 1 < paragraphs.size() && paragraphs[at + 1].follows && bare(paragraphs[at + 1]);
    return bare(paragraph) && (is_answered || (paragraph.follows && at > 0 && asks(paragraphs[at - 1])));
}

}  // namespace pressrum
