#pragma once
// Parts of what a paragraph says: which bytes of its text and which words they are.

#include "link/quotes/paragraphs.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pressrum {

// Where the compared words of a paragraph stand in its text, in order.
using WordPlaces = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
WordPlaces word_places(const SaidParagraph& paragraph);

// Compared words [begin, end) of the paragraph as pieces, cut where a speaker is named between them; those names are included.
std::vector<Piece> pieces_of(const SaidParagraph& paragraph, const WordPlaces& words, std::uint32_t begin, std::uint32_t end);

// The same words as the speaker said them.
std::string words_of(const SaidParagraph& paragraph, std::uint32_t begin, std::uint32_t end);

// The sentences of the paragraph that name their speaker themselves, as compared words [begin, end).
std::vector<std::pair<std::uint32_t, std::uint32_t>> attributed_sentences(const SaidParagraph& paragraph);

// Without the comma before an attribution, and without quotation marks around the whole.
void trim_marks(std::string_view text, Piece& piece);

}  // namespace pressrum
