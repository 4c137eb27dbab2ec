#pragma once
// A paragraph cut into words and marks, as the quote engine reads it.
//
// Tokens are in order and do not overlap; white space and invisible characters (soft hyphens, zero-width marks) lie
// between or inside them and are not tokens. Linear in the text; takes any bytes.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

struct Token {
    enum class Kind : std::uint8_t {
        word,  // letters and digits, with what joins them: S:t, vd:n, 16.30, barn-, Anna-Karin, O'Neil
        comma,
        stop,
        question,
        exclamation,
        ellipsis,
        colon,
        semicolon,
        open_paren,
        close_paren,
        dash,        // – or — with space on its right or left, or at the beginning: a pause, or a talstreck
        quote_mark,  // „ ” “ « » "
        other,       // also the dash of a range (10–13)
    };

    Kind kind;
    bool space_before;    // or at the beginning
    bool upper;           // a word that begins with a capital letter
    std::uint32_t begin;  // bytes in the text
    std::uint32_t end;
    std::string lower = {};  // of a word: as the lists of words have it, in lower case and plain
};

std::vector<Token> tokenize(std::string_view text);

// Part of the text in the form in which words are compared: NFC, single spaces, nothing invisible.
std::string plain_words(std::string_view part);
// The same of one word.
std::string clean_word(std::string_view word);

// A word in lower case, for the letters that the languages of the table have. Does without ICU, whose start-up costs 11 ms.
std::string lower_word(std::string_view word);

// What the text begins with, after white space and invisible characters.
enum class Opening : std::uint8_t { talstreck, quote_mark, other };
Opening opening_of(std::string_view text);

}  // namespace pressrum
