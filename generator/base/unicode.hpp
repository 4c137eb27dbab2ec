#pragma once
// What needs knowledge of Unicode and languages: normal form, letters, order, addresses made of words.
//
// ICU does the work and costs 11 ms at its first use, so every function answers without it when it can (ASCII,
// and for slugs the letters of the Nordic languages).

#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

// NFC. Text without combining marks comes back as it is.
std::string to_nfc(std::string text);

// A word for an address: lower-case ASCII letters, digits and single hyphens ("Väg 55: nu öppnar vi" → "vag-55-nu-oppnar-vi"),
// at most `max_length` bytes, cut between words. Empty when no letter or digit is left.
std::string to_slug(std::string_view text, std::size_t max_length = 60);

std::string to_lower(std::string_view text);
std::string to_upper(std::string_view text);
bool is_letter_or_digit(char32_t code);
bool is_upper_case(char32_t code);

// Whether a language (BCP 47) is written from right to left.
bool is_right_to_left(std::string_view language);

// The order of `texts` in a dictionary of the language (å ä ö after z in Swedish): indices into `texts`.
std::vector<std::size_t> dictionary_order(const std::vector<std::string_view>& texts, std::string_view language);

}  // namespace pressrum
