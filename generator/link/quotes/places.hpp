#pragma once
// Entries and body, verified against each other: which entry stands in which paragraph; what stands nowhere is reported.

#include "base/diagnostic.hpp"
#include "link/quotes/entries.hpp"
#include "link/quotes/match.hpp"
#include "link/quotes/paragraphs.hpp"
#include "model/document.hpp"

#include <utility>
#include <vector>

namespace pressrum {

// What the entries say of one paragraph.
struct ParagraphQuotes {
    std::vector<std::uint32_t> entries;  // those that stand in it, in its order
    std::uint32_t goes_on = kNone;       // the entry that began in an earlier paragraph
    bool reported = false;               // an entry differs from it
};

struct QuotePlaces {
    std::vector<QuotePlace> of_entry;           // in the order of the entries
    std::vector<ParagraphQuotes> of_paragraph;  // in the order of the paragraphs
};

// The words [begin, end) of paragraph `p` that belong to a place which runs through it.
std::pair<std::uint32_t, std::uint32_t> words_in(const QuotePlace& place, const std::vector<SaidParagraph>& paragraphs, std::uint32_t p);

// Adds to `paragraphs` a record for each entry that stands where nothing, or something else, was read as said. Reports an entry that stands nowhere
// and is not placed, with the difference when the text says nearly the same.
QuotePlaces find_quote_places(const PostDocument& post, const QuoteEntries& entries, std::vector<SaidParagraph>& paragraphs,
                              Readings& readings, Diagnostics& diagnostics);

}  // namespace pressrum
