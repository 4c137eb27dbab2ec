#include "link/quotes/cutting.hpp"

#include "base/ascii.hpp"

#include <algorithm>

namespace pressrum {
namespace {

using enum Token::Kind;

// Short forms before a number: "kl. 16", "nr. 5".
constexpr std::string_view kBeforeNumbers[] = {"kl", "nr", "ca", "tel", "s", "sid", "kap", "art", "st", "no", "p", "n"};

}  // namespace

Paragraph::Paragraph(std::string_view, const TokenText& tokens, std::span<const std::uint32_t> line_ends)
    : tokens_(tokens), opening_(tokens.size()), line_(tokens.size()), other_(tokens.size(), kNone) {
    match_marks();
    find_lines(line_ends);
}

void Paragraph::match_marks() {
    const TokenText& t = tokens_;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < t.size(); ++i) {
        if (!t.is(i, quote_mark)) continue;
        const bool free_before = i == 0 || t[i].space_before || t.is(i - 1, dash) || t.is(i - 1, open_paren) || opening_[i - 1];
        opening_[i] = i + 1 < t.size() && free_before && !t[i + 1].space_before;
        if (opening_[i]) {
            open.push_back(i);
        } else if (!open.empty()) {
            other_[open.back()] = i;
            other_[i] = open.back();
            open.pop_back();
        }
    }
    const auto last_opening = std::find(opening_.rbegin(), opening_.rend(), true);
    const std::size_t last = last_opening == opening_.rend() ? 0 : static_cast<std::size_t>(opening_.rend() - last_opening) - 1;
    for (std::size_t i = 0; i < t.size(); ++i) {
        if (!opening_[i] || nickname_end(t, i) != i) continue;
        // An unclosed quotation reaches to the end, but not past another that opens.
        const std::size_t close = other_[i] != kNone ? other_[i] : t.size();
        if (close == t.size() && i < last) continue;
        quotations_.push_back({i + 1, close});
        i = close;
    }
}

void Paragraph::find_lines(std::span<const std::uint32_t> line_ends) {
    std::size_t next = 0;
    for (std::size_t i = 1; i < tokens_.size() && next < line_ends.size(); ++i) {
        while (next < line_ends.size() && line_ends[next] < tokens_[i - 1].end) ++next;
        if (next < line_ends.size() && line_ends[next] < tokens_[i].begin + 1) line_[i] = true;
    }
}

// "Revisorerna har granskat. - Vi tar kritiken på allvar": a hyphen between spaces, typed as a dash.
bool Paragraph::is_hyphen_dash(std::size_t i) const {
    return tokens_.is(i, other) && tokens_.raw(i) == "-" && tokens_[i].space_before && i + 1 < tokens_.size() &&
           tokens_[i + 1].space_before;
}

bool Paragraph::ends_sentence(std::size_t i, std::size_t limit) const {
    const TokenText& t = tokens_;
    const Token::Kind kind = t[i].kind;
    if (kind != stop && kind != question && kind != exclamation && kind != ellipsis) return false;
    if (kind == stop && t.is(i + 1, close_paren) && (t.is(i + 2, stop) || t.is(i + 2, comma))) return false;  // (kesk.).
    std::size_t next = i + 1;
    while (next < limit &&
           (t.is(next, close_paren) || t.is(next, question) || t.is(next, exclamation) || (t.is(next, quote_mark) && !opening_[next])))
        ++next;
    if (next >= limit) return true;
    if (t.is(next, comma) || t.is(next, colon) || t.is(next, semicolon)) return false;   // ”Kom!”, säger …
    if (!t[next].space_before && (t.is(next, other) || t.is(next, stop))) return false;  // ../mapp, 3.000/år
    if (!t.is_word(next)) return true;
    if (kind == stop) {
        if (t.is_abbreviation_stop(i)) return false;
        const char first = t.raw(next).front();
        if (is_digit(first)) return i == 0 || !contains(kBeforeNumbers, t.lower(i - 1));
    }
    return t[next].upper;
}

std::vector<Sentence> Paragraph::sentences(TokenRange range) const {
    const TokenText& t = tokens_;
    std::vector<Sentence> all;
    Sentence sentence{{range.begin, range.begin}};
    const auto begin_at = [&](std::size_t i) {
        sentence = {{i, i}, false, i > range.begin && i < range.end && line_[i]};
        while (i < range.end && (t.is(i, dash) || is_hyphen_dash(i))) {
            sentence.after_dash = true;
            sentence.range.begin = ++i;
        }
        return i;
    };
    std::size_t i = begin_at(range.begin);
    while (i < range.end) {
        std::size_t last = i;
        if (t.is(i, quote_mark) && opening_[i] && other_[i] != kNone && other_[i] < range.end) {
            last = other_[i];
            const bool closed = last > i + 1 && ends_sentence(last - 1, range.end);
            if (!closed) {
                i = last + 1;
                continue;
            }
        } else if (!ends_sentence(i, range.end)) {
            ++i;
            continue;
        }
        std::size_t end = last + 1;
        while (end < range.end &&
               (t.is(end, close_paren) || t.is(end, question) || t.is(end, exclamation) || (t.is(end, quote_mark) && !opening_[end])))
            ++end;
        sentence.range.end = end;
        all.push_back(sentence);
        i = begin_at(end);
    }
    sentence.range.end = range.end;
    if (sentence.range.begin < range.end) all.push_back(sentence);
    return all;
}

}  // namespace pressrum
