#pragma once
// What the words of a clause beside a speaker are: a role, an age, an organisation, an occasion, or said again.
//
// Questions about tokens [begin, end), which the caller has bounded; `end` is the mark that ends the clause.

#include "link/quotes/attribution_words.hpp"
#include "link/quotes/token_text.hpp"

namespace pressrum {

// A word that is the head of a role: "kommunalrådet", "bibliotekschefen".
bool is_role_word(const AttributionWords& words, std::string_view lower_case_word);

// Somebody does or says something here, so the clause names nobody: a finite verb, a pronoun, a negation.
bool is_sentence_word(const AttributionWords& words, std::string_view lower_case_word);

// "i ett pressmeddelande", "under mötet"
bool is_occasion(const TokenText& tokens, const AttributionWords& words, std::size_t begin, std::size_t end);

// "ordförande i tekniska nämnden", "valnämndens ordförande", "head of water": few words, then the role word, then a preposition, a
// name or nothing; and nobody does anything. `role_end` is where the words end, before a party in brackets.
bool is_role_clause(const TokenText& tokens, const AttributionWords& words, std::size_t begin, std::size_t role_end, std::size_t end);

// What else may follow a speaker after a comma without being said: "12 år", "Ekinge energi", "som är ordförande i …",
// "i ett mejl".
bool is_about_speaker(const TokenText& tokens, const AttributionWords& words, std::size_t begin, std::size_t end);

// A whole clause after a comma that tells about the speaker in the reporter's words: "som är glad", "när hon inviger skolan",
// "efter att ha läst rapporten". With "vi" or "jag" in it the clause is said: "när vi har råd". Without either it is unclear
// whose words they are: "när skolan är klar".
enum class Aside { no, yes, unclear };
Aside what_aside(const TokenText& tokens, std::size_t begin, std::size_t end);

// Whether a clause of the same kind may be the reporter's when the speaker is named by one word, or after a dash: then nothing is sure.
bool may_be_aside(const TokenText& tokens, std::size_t begin, std::size_t end);

// "och" and a verb without a speaker, after a comma: "och tillägger att …" is the reporter's, for nobody says that of themselves.
// Others may go on with what is said ("Vi ringer dem, säger N.N., och frågar hur de mår") and are unclear, and so are the
// gestures: "och pekar på kartan".
Aside what_further_verb(const TokenText& tokens, const AttributionWords& words, std::size_t begin, std::size_t end);

}  // namespace pressrum
