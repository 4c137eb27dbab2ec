#pragma once
// The paragraphs of a body in which somebody says something.
//
// These are the statements (after a talstreck), and paragraphs in quotation marks or after "Karin Alm säger:" whose speaker the
// text names; a paragraph that only begins with a title in quotation marks is none.

#include "link/quotes/attributions.hpp"
#include "link/quotes/reading.hpp"
#include "link/quotes/word_diff.hpp"
#include "model/body.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

struct SaidParagraph {
    std::uint32_t node;
    std::string text;  // plain text of the node; pieces count in it
    StatementParts parts = {};
    ComparedText said = {};       // parts.words as they are compared
    bool follows = false;         // stands directly after the one before
    bool after_heading = false;   // a heading stands between it and the one before
    std::uint32_t gap_begin = 0;  // nodes [gap_begin, node) stand between it and the one before
    // The paragraph just before leads up to it with a colon and does not say who speaks. When it does ("Kommunalrådet Karin
    // Alm säger:"), that is the attribution of the parts.
    bool introduced = false;
    bool marked = true;  // as speech; not so for an entry that stands in running text
};

std::vector<SaidParagraph> said_paragraphs(const Body& body, std::string_view language);

// Any other paragraph as if all its words were said: for an entry that stands there.
SaidParagraph plain_paragraph(const Body& body, std::uint32_t node);

// Where bytes [begin, end) of a node's plain text stand in the source; the whole node when mark-up lies between.
Span span_in(const Body& body, std::uint32_t node, std::size_t begin, std::size_t end);

}  // namespace pressrum
