#pragma once
// Paragraphs that show by their mark-up, or by initials, that somebody answers: "**Karin Alm:** Vi bygger nu.", "KA: – Vi bygger nu."

#include "link/quotes/reading.hpp"
#include "model/body.hpp"

#include <string_view>

namespace pressrum {

// Asks of such a paragraph whether it was said, if its words alone told nothing. Nothing is taken as said: a bold name may as well begin a list of contacts.
void ask_of_interview(const Body& body, std::uint32_t node, std::string_view text, Reading& reading);

}  // namespace pressrum
