#pragma once
// Whether an attribution brings in somebody besides its speaker, to whom the words after its colon or the quotation after it may belong.
//
//     säger Karin Alm och Leif Holm varnar: ”…”        two who speak
//     skriver Karin Alm till Leif Holm, som svarar: ”…”
//     svarade Karin Alm när vi frågade: ”…?”
//     säger Karin Alm och fortsätter: ”…”               nobody else

#include "link/quotes/attributions.hpp"

namespace pressrum {

// `attribution`: from its verb, or from a speaker before the verb, to the mark that leads on.
bool brings_rival(const TokenText& tokens, const AttributionWords& words, TokenRange attribution, const Attribution& speaker);

// The introduction of somebody else that ends the attribution: "och Leif Holm varnar". Nothing: there is none that can be read for certain.
std::optional<FoundAttribution> find_second_speaker(const TokenText& tokens, const AttributionRows& rows, TokenRange attribution);

// "i en manipulerad film", "i rollen som trollet": nobody has really said what is said there.
bool holds_pretence(const TokenText& tokens, std::size_t begin, std::size_t end);

// "… på frågan:", "… om titeln på boken:": what follows is the text that is named, not what the speaker says.
bool leads_to_text(const TokenText& tokens, TokenRange before);

// The first whole name in the range that may be a person's; empty: none.
std::string whole_name(const TokenText& tokens, const AttributionWords& words, TokenRange range);

// Whether the range holds whole names of people other than those in `known`; names after a preposition of place do not count.
bool names_besides(const TokenText& tokens, const AttributionWords& words, TokenRange range, std::string_view known);

}  // namespace pressrum
