#pragma once
// ASCII letters and digits: for keywords, addresses, numbers and formats, never for a language (base/unicode.hpp).

#include <algorithm>
#include <string_view>

namespace pressrum {

constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
constexpr bool is_lower_ascii(char32_t c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_letter(char32_t c) { return is_lower_ascii(c) || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_letter_or_digit(char32_t c) { return is_ascii_letter(c) || is_digit(c); }
constexpr bool is_hex_digit(char32_t c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

constexpr bool are_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

}  // namespace pressrum
