#pragma once
// A paragraph that does not begin with a talstreck: only quotation marks with an attribution, and a talstreck within it, show what was said.

#include "link/quotes/speech.hpp"

namespace pressrum {

class PlainReader : public SpeechReader {
public:
    using SpeechReader::SpeechReader;

protected:
    void read_plain(TokenRange all);
    // ”Nu bygger vi, säger Karin Alm. Det blir bra.”, and marks around a paragraph that does not say who speaks.
    void read_whole_quotation(TokenRange inside);
    // Where speech begins after a dash within the paragraph: after "Karin Alm (C):", or as a sentence of its own that says who speaks.
    std::size_t talstreck_in(const Sentence& sentence, std::size_t number, TokenRange all);
    // ”Ja.” – Karin Alm (C)
    bool read_signature_after(TokenRange s);
    void read_inner_talstreck(TokenRange s, std::size_t at, std::size_t end);
    void read_plain_sentence(TokenRange s, std::span<const TokenRange> quotations);
    // The voice that says the quotation `inside`, when the text shows it: by an attribution after it or before it, or because it continues the one before.
    // Sets where that attribution stands.
    int voice_of_quotation(TokenRange before, TokenRange inside, std::size_t next, TokenRange s, int sentence_before);
    // Neither a verb of saying nor a mark that leads to speech: most paragraphs are like that, and cheap to read.
    bool is_told(TokenRange all) const;
    void read_told(std::span<const Sentence> sentences);
    // What stands between two quotations tells who says each of them: the second's attribution begins with `second`.
    int share_attribution(TokenRange between, const FoundAttribution& second);
    // ”Nu bygger vi” och ”det blir bra”: what stands between two of them.
    bool joins_quotations(TokenRange between) const;
    // The end of the attribution after a quotation: that of the sentence, or the mark before the first quotation from `next` on that continues it.
    std::size_t end_before(std::size_t next, TokenRange s) const;
    bool holds_name(TokenRange range) const;  // of two words
    bool is_sentence(TokenRange inside) const;
    // A quotation that nothing shows to be anybody's. It is asked about when it is whole sentences, beside somebody who speaks or is named.
    void read_lone_quotation(TokenRange s, std::span<const TokenRange> quotations, std::size_t first);
    // Neither talstreck nor quotation marks: a statement only when an entry says so.
    void read_unquoted(TokenRange s);
    // "Karin Alm säger: Nu bygger vi."
    bool read_unmarked_introduction(TokenRange s);
    // I dag visas ”Nu bygger vi”, berättar Karin Alm: the marks are around a title.
    bool read_unmarked(TokenRange s, std::size_t first);
    // What the paragraph's last sentence leads to.
    void read_end(TokenRange s);

private:
    int sentence_voice_ = kNobody;  // who is quoted in the sentence, so far
    TokenRange lone_{0, 0};         // the last sentence, when it is a quotation that nobody is known to have said
    bool led_by_verb_ = false;      // a verb of saying leads to the quotation, and nobody can tell whose it is
    Attribution called_;            // of "Karin Boye: ”Hon var lycklig”": a person, or the title of a book
    bool before_is_attribution_ = false;
    bool rival_ = false;                           // somebody else comes in between, and may say the quotation
    std::size_t after_begin_ = 0, after_end_ = 0;  // the attribution after the quotation
    std::size_t last_attribution_ = 0;             // where the last sentence that says who speaks begins; 0: not looked for
};

}  // namespace pressrum
