#pragma once
// Where the entries of `quotes:` stand in the text.
//
// An entry stands in a paragraph when its words are all that the paragraph says, whole sentences of it, or what several paragraphs in a row say
// from one sentence to another; with Borders::words, also any run of words in it. Everything is looked up by hashes of words, and each look is
// bounded, so the cost grows with the size of the text and of the entries, not with their product.

#include "link/quotes/word_diff.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace pressrum {

// What one paragraph says. A view: the words belong to the caller.
struct SaidText {
    std::span<const ComparedWord> words;
    bool follows = false;  // stands directly after the one before, and may continue it
};

// A place: words [begin, end) of `count` paragraphs in a row.
struct QuotePlace {
    static constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

    std::uint32_t first = kNowhere;  // paragraph
    std::uint32_t count = 1;
    std::uint32_t begin = 0, end = 0;  // words, counted through those paragraphs

    bool known() const { return first != kNowhere; }
};

// Whether entry and paragraph have the same speaker, as far as the text tells.
enum class Belonging : std::uint8_t { no, unknown, yes };
using Belongs = std::function<Belonging(std::uint32_t entry, std::uint32_t paragraph)>;

// A place for each entry; where a text occurs twice, the place that belongs most is taken. A whole paragraph goes to one entry at most.
enum class Borders : std::uint8_t { sentences, words };  // where a part of a paragraph may begin and end
std::vector<QuotePlace> place_quotes(std::span<const ComparedText> entries, std::span<const SaidText> paragraphs, const Belongs& belongs,
                                     Borders borders = Borders::sentences);

// For an entry that stands nowhere: what is most like it among the paragraphs that are `free`, with at least half of it the same.
std::vector<QuotePlace> place_near_misses(std::span<const ComparedText> entries, const std::vector<bool>& wanted,
                                          std::span<const SaidText> paragraphs, const std::vector<bool>& free, const Belongs& belongs);

}  // namespace pressrum
