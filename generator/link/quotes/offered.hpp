#pragma once
// The words that a question offers as an entry under `quotes:`: what may have been said in one go by one person, and nothing else.

#include "link/quotes/reading.hpp"

#include <string>
#include <string_view>

namespace pressrum {

// Stands in for words that the text does not show.
inline constexpr std::string_view kNothingOffered = "…";

// The words that the paragraph's question is about, with what stands before and after them and was or may have been said by the same person;
// without a question, the first words said. They include neither who says it nor the writer's own words. kNothingOffered when a speaker
// is named somewhere in the words and it cannot be told where.
std::string offered_words(std::string_view text, const Reading& reading, std::string_view language);

}  // namespace pressrum
