#include "link/quotes/struck.hpp"

#include "link/quotes/paragraphs.hpp"
#include "link/quotes/quote_text.hpp"
#include "model/rules.hpp"

#include <algorithm>
#include <set>

namespace pressrum {
namespace {

// In what is said, or in who says it.
bool counts(const Statement& statement, std::size_t begin, std::size_t end) {
    return std::any_of(statement.pieces.begin(), statement.pieces.end(), [&](const Piece& piece) {
        const bool used = piece.kind == Piece::Kind::said || piece.kind == Piece::Kind::attribution;
        return used && piece.begin < end && begin < piece.end;
    });
}

}  // namespace

void ask_about_struck(const Body& body, const std::vector<Statement>& statements, Diagnostics& diagnostics) {
    std::set<std::uint32_t> asked;  // several may say something in one paragraph
    for (const Statement& statement : statements) {
        if (statement.node == kNone) continue;
        std::size_t at = 0;  // in the paragraph's plain text
        for (std::uint32_t i = statement.node + 1; i < body[statement.node].end; ++i) {
            const Node& node = body[i];
            if (node.kind == NodeKind::struck) {
                const std::string words = plain_text(body, i);
                if (counts(statement, at, at + words.size()) && asked.insert(i).second)
                    diagnostics.add({rule("statement/struck"), node.at, {beginning(words)}, words, {}});
            }
            at += size_in_text(node);
        }
    }
}

}  // namespace pressrum
