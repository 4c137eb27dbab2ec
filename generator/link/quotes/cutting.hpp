#pragma once
// A paragraph's tokens cut into sentences and quotations.

#include "link/quotes/attributions.hpp"

#include <vector>

namespace pressrum {

struct Sentence {
    TokenRange range;          // including its last mark, but not a dash before its first word
    bool after_dash = false;   // a dash opens it: a talstreck, or a pause that a new sentence follows
    bool after_break = false;  // begins a line of the source
};

// Tokens with what is known of them in this paragraph: which quotation marks belong together, where lines begin.
class Paragraph {
public:
    Paragraph(std::string_view text, const TokenText& tokens, std::span<const std::uint32_t> line_ends);

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    // Opening and closing quotation marks are told apart by the space around them: „ “ and ” ” are used both ways round.
    bool opens(std::size_t i) const { return opening_[i]; }
    // The mark that closes the one at `open`; kNone: none does.
    std::size_t close_of(std::size_t open) const { return other_[open]; }
    // The outermost quotations: from the first word in them to the closing mark, or to the end of the paragraph.
    const std::vector<TokenRange>& quotations() const { return quotations_; }
    bool begins_line(std::size_t i) const { return line_[i]; }

    // The sentences of `range`. A quotation within a sentence is not cut.
    std::vector<Sentence> sentences(TokenRange range) const;

private:
    void match_marks();
    void find_lines(std::span<const std::uint32_t> line_ends);
    bool ends_sentence(std::size_t i, std::size_t limit) const;
    bool is_hyphen_dash(std::size_t i) const;

    const TokenText& tokens_;
    std::vector<bool> opening_, line_;
    std::vector<std::size_t> other_;  // for a quotation mark, the one that belongs to it
    std::vector<TokenRange> quotations_;
};

}  // namespace pressrum
