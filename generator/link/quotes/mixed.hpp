#pragma once
// Which statements share a paragraph with words that cannot be attributed for certain.
//
// Such a paragraph is published as the plain paragraph it is, with the statement's own words marked in it: a frame around all of it would
// make the rest look said as well.

#include "link/quotes/paragraphs.hpp"
#include "link/quotes/quotes.hpp"

#include <vector>

namespace pressrum {

// Sets Statement::mixed. `statements` are in the order of the body, followed by those that are only placed.
void mark_mixed(const std::vector<SaidParagraph>& paragraphs, std::vector<Statement>& statements);

}  // namespace pressrum
