#pragma once
// Plain work on UTF-8 text: counting, trimming, splitting, nearest word.
//
// All functions take any bytes; those that deal in characters treat each byte of a broken sequence as one
// and never read past the end. Nothing here depends on a locale, and nothing folds or compares letters as a
// language would: that is base/unicode.hpp.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

// What is wrong with a text that should be UTF-8 without control characters; the byte offset of the first fault.
struct TextFault {
    enum Kind { bad_utf8, control_character } kind;
    std::size_t offset;
};
std::optional<TextFault> find_text_fault(std::string_view text);

// The character at `at` and its length in bytes (at least 1); U+FFFD for a broken sequence.
struct Character {
    char32_t code;
    std::size_t length;
};
Character character_at(std::string_view text, std::size_t at);
void append_character(std::string& out, char32_t code);
std::size_t count_characters(std::string_view text);
// The longest prefix of at most `bytes` bytes that ends between characters.
std::string_view clip(std::string_view text, std::size_t bytes);

bool is_white_space(char32_t code);  // Unicode's White_Space: no-break spaces too
// Soft hyphens, zero-width characters and direction marks: they change nothing that is read.
bool is_zero_width(char32_t code);

std::string_view trim(std::string_view text);
// Every run of white space becomes one space, none at the ends; soft hyphens and zero-width characters are dropped.
std::string squeeze(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
std::string replace_all(std::string text, std::string_view from, std::string_view to);
std::string join(std::span<const std::string> parts, std::string_view between);

// Lower case for ASCII letters only: for our own keywords and those of formats, never for a language.
std::string ascii_lower(std::string_view text);
bool is_ascii(std::string_view text);

// The candidate that a writer most likely meant, or nothing when none is near (ninja's rule: at most a third of
// the letters differ, and never more than three).
std::optional<std::string_view> find_nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace pressrum
