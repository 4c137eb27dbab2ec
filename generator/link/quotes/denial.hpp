#pragma once
// Words that deny a verb of saying, or leave open whether anybody said it: "sade aldrig Karin Alm", "sa nog Karin Alm",
// "Karin Alm sade knappast:". What stands beside such a verb cannot be attributed for certain.

#include "link/quotes/attribution_words.hpp"
#include "link/quotes/token_text.hpp"

namespace pressrum {

// "aldrig", "hardly": it was not said, or practically not.
bool is_denial(std::string_view lower_case_word);
// The same, and "nog", "perhaps": it may not have been said.
bool is_denial_or_doubt(std::string_view lower_case_word);
// Whether such a word belongs to the verb at token `verb`: "Karin Alm sade aldrig", "Jag tror inte att hon sade", but not "Karin Alm, som aldrig vilar, sade".
bool is_denied(const TokenText& tokens, const AttributionWords& words, std::size_t verb, TokenRange range);

// The same for any verb of saying in the range.
bool holds_denied_verb(const TokenText& tokens, const AttributionWords& words, TokenRange range);

// "Karin Alm har aldrig sagt", "vägrar säga", "Varför säger Karin Alm", "En vän till Karin Alm säger", "Vi frågade Karin Alm": words like these before
// a colon deny or doubt that the person they name says what follows, or let somebody else say it.
bool leads_elsewhere(const TokenText& tokens, TokenRange range, std::string_view name);

}  // namespace pressrum
