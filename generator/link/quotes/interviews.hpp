#pragma once
// Paragraphs that show an interview by mark-up, initials or a question that is answered: "**Karin Alm:** Vi bygger nu.", "KA: – Vi bygger nu."

#include "link/quotes/paragraphs.hpp"
#include "link/quotes/reading.hpp"
#include "model/body.hpp"

#include <span>
#include <string_view>

namespace pressrum {

// Asks whether such a paragraph was said, if its words alone tell nothing. Nothing is taken as said: a bold name may just as well begin a list of contacts.
void ask_of_interview(const Body& body, std::uint32_t node, std::string_view text, Reading& reading);

// "– Vad kostar det?" "– Fyra miljoner.": when two people talk, neither is known to be the last speaker. `paragraph` is one of them.
bool is_dialogue(std::span<const SaidParagraph> paragraphs, const SaidParagraph& paragraph);

}  // namespace pressrum
