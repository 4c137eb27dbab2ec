#pragma once
// Whether the writer says that somebody other than the last speaker is heard: "Publiken buar.", "Någon i publiken ropar.", "Journalisterna har frågor."
//
// What follows after a talstreck may be theirs, so the last speaker does not simply go on there.

#include "link/quotes/token_text.hpp"

namespace pressrum {

struct AttributionWords;

// Who spoke last, as far as is known. A pronoun means them.
struct LastVoice {
    std::string_view name, role;
};

bool brings_voice(const TokenText& tokens, const AttributionWords& words, TokenRange sentence, LastVoice last);
// The same for any sentence of a text.
bool brings_voice(std::string_view text, const AttributionWords& words, LastVoice last);
// Whether one other person agrees, or what that person thinks of it: "Hennes partikamrat är tveksam." A "hon" after that may be that person.
bool brings_opinion(std::string_view text, const AttributionWords& words, LastVoice last);

}  // namespace pressrum
