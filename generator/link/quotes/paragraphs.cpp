#include "link/quotes/paragraphs.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace pressrum {
namespace {

bool holds_text(const Node& node) { return node.kind == NodeKind::text || node.kind == NodeKind::code; }

std::string_view first_text(const Body& body, std::uint32_t node) {
    for (std::uint32_t i = node + 1; i < body[node].end; ++i) {
        if (holds_text(body[i])) return body.text(body[i]);
    }
    return {};
}

std::string_view last_text(const Body& body, std::uint32_t node) {
    for (std::uint32_t i = body[node].end; i-- > node + 1;) {
        if (holds_text(body[i])) return trim(body.text(body[i]));
    }
    return {};
}

// The words as they are compared; where an attribution stood in the paragraph, there is a seam.
ComparedText compared(const StatementParts& parts, std::string_view text) {
    ComparedText said(parts.words);
    std::vector<ComparedWord>& words = said.words;
    if (words.empty() || !parts.attribution.present()) return said;
    std::size_t count = 0;
    const auto last_said =
        std::find_if(parts.pieces.rbegin(), parts.pieces.rend(), [](const Piece& p) { return p.kind == Piece::Kind::said; });
    for (const Piece& piece : parts.pieces) {
        if (piece.kind != Piece::Kind::said) continue;
        if (last_said == parts.pieces.rend() || &piece == &*last_said) break;
        count += ComparedText(text.substr(piece.begin, piece.end - piece.begin)).words.size();
        if (count > 0 && count <= words.size()) words[count - 1].seam = true;
    }
    if (last_said != parts.pieces.rbegin()) words.back().seam = true;  // an attribution ends the paragraph
    return said;
}

// ”…”, säger N.N. and "N.N. säger: ”…”"; nothing when the text names no speaker.
std::optional<StatementParts> read_quoted(std::string_view text, std::string_view language) {
    StatementParts parts = read_statement(text, language);
    if (!parts.attribution.present() || parts.words.empty()) return std::nullopt;
    if (opening_of(text) == Opening::quote_mark) return parts;
    if (parts.pieces.front().kind != Piece::Kind::attribution) return std::nullopt;
    const std::string_view rest = text.substr(parts.pieces.front().end);
    const std::size_t colon = rest.find(':');
    if (colon == std::string_view::npos || opening_of(rest.substr(colon + 1)) == Opening::other) return std::nullopt;
    return parts;
}

// "Kommunalrådet Karin Alm kommenterar beslutet:" as a paragraph of its own.
std::optional<Attribution> read_introduction(std::string_view text, std::string_view language) {
    const std::vector<Token> owned = tokenize(text);
    const TokenText tokens(text, owned);
    auto found = find_introduction(tokens, language);
    if (!found || found->end + 1 != tokens.size()) return std::nullopt;
    return std::move(found->attribution);
}

}  // namespace

std::vector<SaidParagraph> said_paragraphs(const Body& body, std::string_view language) {
    std::vector<SaidParagraph> all;
    bool heading = false;
    std::uint32_t before = 0xFFFFFFFF;  // the paragraph that ends where the next node begins
    for (std::uint32_t i = 0; i < body.size();) {
        const Node& node = body[i];
        heading |= node.kind == NodeKind::heading;
        if (node.kind != NodeKind::statement && node.kind != NodeKind::paragraph) {
            const bool leaf = node.kind == NodeKind::heading || node.kind == NodeKind::table || node.kind == NodeKind::code_block;
            i = leaf ? std::max(node.end, i + 1) : i + 1;
            continue;
        }
        std::optional<StatementParts> parts;
        std::string text;
        if (node.kind == NodeKind::statement) {
            text = plain_text(body, i);
            parts = read_statement(text, language);
        } else if (const std::string_view first = first_text(body, i);
                   opening_of(first) == Opening::quote_mark || first.find(':') != std::string_view::npos) {
            text = plain_text(body, i);
            parts = read_quoted(text, language);
        }
        if (parts) {
            SaidParagraph paragraph{i, std::move(text), std::move(*parts)};
            paragraph.said = compared(paragraph.parts, paragraph.text);
            paragraph.gap_begin = all.empty() ? 0 : body[all.back().node].end;
            paragraph.follows = !all.empty() && paragraph.gap_begin == i;
            paragraph.after_heading = std::exchange(heading, false);
            if (before != 0xFFFFFFFF && body[before].end == i && !paragraph.follows && last_text(body, before).ends_with(':')) {
                auto introduction = read_introduction(plain_text(body, before), language);
                paragraph.introduced = !introduction;
                Attribution& own = paragraph.parts.attribution;
                if (introduction && (!own.present() || (own.name.empty() && !introduction->name.empty()))) own = std::move(*introduction);
            }
            all.push_back(std::move(paragraph));
        }
        before = i;
        i = std::max(node.end, i + 1);
    }
    return all;
}

SaidParagraph plain_paragraph(const Body& body, std::uint32_t node) {
    SaidParagraph plain{node, plain_text(body, node)};
    plain.marked = false;
    plain.parts.words = plain.text;
    plain.said = ComparedText(plain.text);
    return plain;
}

Span span_in(const Body& body, std::uint32_t node, std::size_t begin, std::size_t end) {
    std::size_t at = 0;
    for (std::uint32_t i = node + 1; i < body[node].end; ++i) {
        const Node& leaf = body[i];
        if (leaf.kind == NodeKind::soft_break || leaf.kind == NodeKind::hard_break) ++at;
        if (!holds_text(leaf)) continue;
        const bool as_written = leaf.at.end - leaf.at.begin == leaf.text_size;
        if (begin >= at && end <= at + leaf.text_size && as_written) {
            return {leaf.at.file, static_cast<std::uint32_t>(leaf.at.begin + begin - at),
                    static_cast<std::uint32_t>(leaf.at.begin + end - at)};
        }
        at += leaf.text_size;
    }
    return body[node].at;
}

}  // namespace pressrum
