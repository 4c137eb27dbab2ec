#pragma once
// Paragraphs that show by their mark-up, by initials or by a question that somebody answers: "**Karin Alm:** Vi bygger nu.", "KA: – Vi bygger nu."

#include "link/quotes/paragraphs.hpp"
#include "link/quotes/reading.hpp"
#include "model/body.hpp"

#include <span>
#include <string_view>

namespace pressrum {

// Asks of such a paragraph whether it was said, if its words alone told nothing. Nothing is taken as said: a bold name may as well begin a list of contacts.
void ask_of_interview(const Body& body, std::uint32_t node, std::string_view text, Reading& reading);

// "– Vad kostar det?" "– Fyra miljoner.": of two who talk to one another neither is known to be the last speaker. `paragraph` is one of them.
bool is_dialogue(std::span<const SaidParagraph> paragraphs, const SaidParagraph& paragraph);

}  // namespace pressrum
