#pragma once
// Words that are struck through within what somebody says, or within who says it: the reader of the page sees that they do not hold, the reader
// of a feed or the data does not. Whether they hold cannot be known, so the writer is asked (statement/struck).

#include "base/diagnostic.hpp"
#include "link/quotes/quotes.hpp"
#include "model/body.hpp"

#include <vector>

namespace pressrum {

void ask_about_struck(const Body& body, const std::vector<Statement>& statements, Diagnostics& diagnostics);

}  // namespace pressrum
