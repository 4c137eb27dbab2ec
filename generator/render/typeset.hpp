#pragma once
// Spaces that must not become the end of a line, where a reader sees text: "7 maj", "kl. 16.30", "24 000 kronor".
//
// Only what is shown is set like this; data, calendars and what is compared keep the writer's own spaces. Skrivregler: Språkrådet,
// Svenska skrivregler (2017), 7.5 and 9; the same holds in the other Nordic languages and in English.

#include <string>
#include <string_view>

namespace pressrum {

// The text with a no-break space (U+00A0) between a number and the month, unit or amount it counts, between groups of three digits, and
// between "kl.", "nr", "§" and the like and their number. Everything else is as it was.
std::string typeset(std::string_view text);

}  // namespace pressrum
