#pragma once
// What the words of a clause beside a speaker are: a role, an age, an organisation, an occasion, a clause about the speaker, or
// speech that goes on.
//
// Questions about tokens [begin, end), which the caller has bounded; `end` is the mark that ends the clause.

#include "link/quotes/attribution_words.hpp"
#include "link/quotes/token_text.hpp"

namespace pressrum {

// Whether one of the words stands in the range.
bool holds_any(const TokenText& tokens, std::span<const std::string_view> lower_case_words, TokenRange range);

// A word that is the head of a role: "kommunalrådet", "bibliotekschefen".
bool is_role_word(const AttributionWords& words, std::string_view lower_case_word);

// Role words of several people: "chefer på alla nivåer" says what is needed, not who speaks.
bool is_plural_role(std::string_view lower_case_word);

// Somebody does or says something here, so the clause names nobody: a finite verb, a pronoun, a negation.
bool is_sentence_word(const AttributionWords& words, std::string_view lower_case_word);

// A finite verb that is never anything else (är, har, ska …), in any language of the table.
bool is_auxiliary(std::string_view lower_case_word);

// Has the form of a finite verb: "bygger", "byggde". Nouns may have it too.
bool looks_like_verb(const AttributionWords& words, std::string_view lower_case_word);

// Words in the form of finite verbs: how many, and whether one is a verb for certain (är, har; "bygger" beside "vi").
std::size_t count_verbs(const TokenText& tokens, const AttributionWords& words, TokenRange range);
bool holds_clear_verb(const TokenText& tokens, const AttributionWords& words, TokenRange range);

// "i ett pressmeddelande", "under mötet"
bool is_occasion(const TokenText& tokens, const AttributionWords& words, std::size_t begin, std::size_t end);

// "ordförande i tekniska nämnden", "valnämndens ordförande", "head of water": a few words, then the role word, then a preposition, a
// name or nothing; and nobody does anything. `role_end` is where the words end, before a party in brackets.
bool is_role_clause(const TokenText& tokens, const AttributionWords& words, std::size_t begin, std::size_t role_end, std::size_t end);

// What else may follow a speaker after a comma: "12 år", "Ekinge energi", "som är ordförande i …", "i ett mejl".
bool is_about_speaker(const TokenText& tokens, const AttributionWords& words, std::size_t begin, std::size_t end);

// The English "I"; "I april" is Swedish. Then jag, vi, du, vår …, that "I" among them: the speaker's own words, or those of a writer
// who speaks for the municipality.
bool is_english_i(const TokenText& tokens, const AttributionWords& words, std::size_t i);
bool holds_own_words(const TokenText& tokens, const AttributionWords& words, std::size_t begin, std::size_t end);
// hon, hennes …: somebody is being talked about.
bool holds_third_person(const TokenText& tokens, std::size_t begin, std::size_t end);

// "till", "bredvid", "över": between somebody and whoever they are beside, under or related to.
bool is_relation(std::string_view lower_case_word);
// Stands before a name but is not part of it: "Miljöpartiets", "Moderaternas", "Labour's".
bool is_whose(std::string_view word);
// "som", "who", "vars": what somebody does or has.
bool opens_who(std::string_view lower_case_word);
// "när", "som", "while": begins a clause that depends on the one before it.
bool opens_hanging_clause(std::string_view lower_case_word);
// "om", "eftersom", "if": begins a clause that needs another after it. Some words do both.
bool opens_condition(std::string_view lower_case_word);
// men, så, för …: goes on with another main clause. "och" is in the language's row.
bool is_joining_word(std::string_view lower_case_word);
// det, vi, man …: a one-word subject that is nobody in the third person.
bool is_plain_subject(std::string_view lower_case_word);

// ja, nej, kära …: may stand alone. "Ja, säger Karin Alm, är ett bra svar" is rare; "Ja, säger Karin Alm, har vi råd så bygger vi" is not.
bool is_answer(std::string_view lower_case_word);

// "Vägen blir", "Vi har": ends with a verb that needs more.
bool breaks_off(const TokenText& tokens, TokenRange clause);

// "och" and a verb without a speaker: "och tillägger att …", "och pekar på kartan". What the speaker does besides speaking.
bool is_further_verb(const TokenText& tokens, const AttributionWords& words, std::size_t begin, std::size_t end);

}  // namespace pressrum
