#pragma once
// A sentence after the attribution, in the paragraph of a statement: the speaker goes on, or the writer tells what happened then.
//
//     – Nu bygger vi, säger Karin Alm. Det blir bra.                 says something: speech
//     – Nu bygger vi, säger Karin Alm. Publiken skrattar.            tells what happens
//     – Nu bygger vi, säger Karin Alm. Ekinge den 20 november 2026   says nothing

#include "link/quotes/token_text.hpp"

namespace pressrum {

struct AttributionWords;

// Whether nothing in the sentence shows that the speaker says it, and it has a form in which writers narrate.
bool may_be_aside(const TokenText& tokens, const AttributionWords& words, TokenRange sentence);

// "Läs mer på vår webbplats.", "Vi har sökt Lena Hovmark för en kommentar.": the newsroom, which says "vi" of itself, or the speaker.
bool may_be_newsroom(const TokenText& tokens, TokenRange sentence);

// "Det är roligt (skratt)": what stands in brackets was heard and not said.
bool holds_sound(const TokenText& tokens, TokenRange sentence);

}  // namespace pressrum
