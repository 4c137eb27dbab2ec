#include "link/quotes/mixed.hpp"

#include "base/ascii.hpp"

#include <algorithm>
#include <unordered_map>

namespace pressrum {
namespace {

// Pieces leave out marks and spaces at their ends, so only letters and digits tell whether something is left.
bool has_words(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return is_ascii_letter_or_digit(byte) || (byte >= 0xC3 && byte <= 0xDF);
    });
}

// Whether something that was or may have been said belongs to none of `claimed`, which are in order.
bool leaves_words(const SaidParagraph& paragraph, const std::vector<Piece>& claimed) {
    const std::string_view text = paragraph.text;
    auto next = claimed.begin();
    for (const Piece& piece : paragraph.pieces) {
        if (piece.kind != Piece::Kind::said && piece.kind != Piece::Kind::undecided) continue;
        std::uint32_t at = piece.begin;
        while (next != claimed.end() && next->end <= at) ++next;
        for (auto covers = next; covers != claimed.end() && covers->begin < piece.end; ++covers) {
            if (covers->begin > at && has_words(text.substr(at, covers->begin - at))) return true;
            at = std::max(at, covers->end);
        }
        if (at < piece.end && has_words(text.substr(at, piece.end - at))) return true;
    }
    return false;
}

}  // namespace

void mark_mixed(const std::vector<SaidParagraph>& paragraphs, std::vector<Statement>& statements) {
    std::unordered_map<std::uint32_t, const SaidParagraph*> by_node;
    for (const SaidParagraph& paragraph : paragraphs) by_node.try_emplace(paragraph.node, &paragraph);
    for (auto first = statements.begin(); first != statements.end();) {
        const auto last = std::find_if(first, statements.end(), [&](const Statement& each) { return each.node != first->node; });
        if (const auto found = by_node.find(first->node); found != by_node.end()) {
            std::vector<Piece> claimed;
            for (auto each = first; each != last; ++each) claimed.insert(claimed.end(), each->pieces.begin(), each->pieces.end());
            std::sort(claimed.begin(), claimed.end(), [](const Piece& a, const Piece& b) { return a.begin < b.begin; });
            const bool mixed = leaves_words(*found->second, claimed);
            for (auto each = first; each != last; ++each) each->mixed = mixed;
        }
        first = last;
    }
}

}  // namespace pressrum
