#pragma once
// Whether what stands on both sides of an attribution is one clause, so that no comma belongs between the two.
//
// "I dag, säger Karin Alm, bygger vi" is "I dag bygger vi", but "Nu bygger vi, säger Karin Alm, och det snart" keeps its comma.

#include "link/quotes/attributions.hpp"

namespace pressrum {

// `before` and `after` are the tokens [begin, end) of two pieces that were said. True only when the order of the words shows it:
// a few words without a verb before the attribution, the verb after it. What is not certain keeps its comma.
bool is_one_clause(const TokenText& tokens, const AttributionWords& words, TokenRange before, TokenRange after);

}  // namespace pressrum
