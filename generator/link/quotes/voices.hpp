#pragma once
// Whether the writer tells that somebody else than the last speaker is heard: "Publiken buar.", "Någon i publiken ropar.", "Journalisterna har frågor."
//
// What comes after it behind a talstreck may be that somebody's, so nobody goes on by themselves there.

#include "link/quotes/token_text.hpp"

namespace pressrum {

struct AttributionWords;

// Who spoke last, as far as it is known. A pronoun means them.
struct LastVoice {
    std::string_view name, role;
};

bool brings_voice(const TokenText& tokens, const AttributionWords& words, TokenRange sentence, LastVoice last);
// In any sentence of a text.
bool brings_voice(std::string_view text, const AttributionWords& words, LastVoice last);
// That one other person agrees, or what that person thinks of it: "Hennes partikamrat är tveksam.". Whoever "hon" is after that may be that person.
bool brings_opinion(std::string_view text, const AttributionWords& words, LastVoice last);

}  // namespace pressrum
