#pragma once
// What the parts of a paragraph are, each looked at alone: how far an attribution reaches in its sentence, whether a sentence is the writer's own, how
// what was said is joined.
//
// The lists of words that tell are in pieces.cpp; what they mean for a whole paragraph is decided in link/quotes/reading.

#include "link/quotes/attributions.hpp"

#include <string>
#include <string_view>

namespace pressrum {

// "– SLUT –", "ENDS", "###"
bool is_end_mark(const TokenText& tokens, TokenRange range);
// "Foto: Maria Ek", "Kontakt: …", a web address alone: begins with a word that names what follows.
bool is_label(const TokenText& tokens, const AttributionWords& words, TokenRange range);
bool is_label_word(std::string_view lower_case_word);
// "ny belysning": not a sentence; begins with a small letter and ends without a mark.
bool is_list_item(const TokenText& tokens, const AttributionWords& words, TokenRange range);
// "Öppet varje dag 10–16.": a span of time and no verb; a line of a list, though it ends as a sentence does.
bool is_fact(const TokenText& tokens, const AttributionWords& words, TokenRange range);
// A phone number, a web address, an e-mail address.
bool is_phone_or_address(const TokenText& tokens, TokenRange range);
// "Läs mer på …", "För mer information …"
bool is_to_reader(const TokenText& tokens, TokenRange range);
// jag, vi, our …: only the speaker talks about themselves like this.
bool holds_first_person(const TokenText& tokens, const AttributionWords& words, std::size_t begin, std::size_t end);

// Whom a sentence without a name is about: "Hon berättar att …", "Rektorn har …", "Kommunstyrelsen beslutade …".
enum class About : std::uint8_t { nobody, speaker, maybe_speaker, somebody };
About who_is_told(const TokenText& tokens, const AttributionWords& words, TokenRange range, const Attribution& speaker);

// The words of one voice, joined as the speaker said them. The marks at the seams (the comma before "säger", the full stop after the name) are there
// only for the attribution; here they become what the speaker's own sentence needs.
class SpokenWords {
public:
    SpokenWords(std::string_view text, const TokenText& tokens, const AttributionWords* words)
        : text_(text), tokens_(&tokens), words_(words) {}

    void add(TokenRange said);
    bool empty() const { return joined_.empty(); }
    // All of it; ends with a mark when something follows in the paragraph.
    std::string finished() const;

private:
    std::string_view mark_before(TokenRange said) const;

    std::string_view text_;
    const TokenText* tokens_;
    const AttributionWords* words_;  // nullptr: a language without a row
    TokenRange last_{0, 0};
    std::string joined_;
};

}  // namespace pressrum
