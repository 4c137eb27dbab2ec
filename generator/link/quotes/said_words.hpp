#pragma once
// Parts of what a paragraph says: which bytes of its text and which words they are.

#include "link/quotes/paragraphs.hpp"

#include <utility>
#include <vector>

namespace pressrum {

// Where the compared words of a paragraph stand in its text, in order.
std::vector<std::pair<std::uint32_t, std::uint32_t>> word_places(const SaidParagraph& paragraph);

// Compared words [begin, end) of the paragraph as pieces, cut where a speaker is named between them; with those names.
std::vector<Piece> pieces_of(const SaidParagraph& paragraph, std::uint32_t begin, std::uint32_t end);

}  // namespace pressrum
