#pragma once
// Lines, quotation marks and suggestions: what the two halves of the YAML reader share.
//
// All functions take the file's text up to the end of the region that is read, so that offsets into it are offsets into the
// file and nothing after the region is ever seen. They are linear in what they walk over.

#include "base/source.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pressrum::yaml {

inline bool is_blank(char c) { return c == ' ' || c == '\t'; }
// No plain text may begin with one of these: they mean something in YAML.
inline bool is_reserved_start(char c) { return std::string_view("@`%*&!|>,]}").find(c) != std::string_view::npos; }

Span span(FileId file, std::size_t begin, std::size_t end);

// The line that holds `at`: its first byte; the end without line break; the end without trailing blanks (never before `at`);
// the first byte of the next line (the text's size when there is none).
std::size_t line_begin(std::string_view text, std::size_t at);
std::size_t line_end(std::string_view text, std::size_t at);
std::size_t content_end(std::string_view text, std::size_t at);
std::size_t next_line(std::string_view text, std::size_t at);

std::size_t skip_blanks(std::string_view text, std::size_t at);
// Nothing but blanks, or a comment, from `at` to the end of the line.
bool line_is_over(std::string_view text, std::size_t at);
// The colon at `colon` ends a key; the # at `at` begins a comment.
bool ends_key(std::string_view text, std::size_t colon);
bool begins_comment(std::string_view text, std::size_t at);
// The end of what a writer would call the value at `begin`: the line without a comment and trailing blanks.
std::size_t value_end(std::string_view text, std::size_t begin);
// The first colon in [begin, end) that ends a key; `end` when there is none.
std::size_t find_colon(std::string_view text, std::size_t begin, std::size_t end);
// A word as keys are: ASCII letters, digits, '_' and '-', beginning with a letter.
bool is_key_word(std::string_view text);
// "title:Möte": a key whose colon has no space after it. Not "https://…", "mailto:…" or "tel:…".
bool is_key_without_space(std::string_view text);
// The end of `&Co` or `*name` at `at`; the value after `!Viktigt ` and `&Co ` (`begin` itself when there is none).
std::size_t word_end(std::string_view text, std::size_t at);
std::size_t skip_properties(std::string_view text, std::size_t begin);

// A scalar in quotation marks that begins at `at`. Its further lines must be indented deeper than `parent_column` (−1: the whole
// file), the column of the mapping or list it stands in: else a mark that was never closed would swallow the keys below.
struct Quoted {
    std::size_t end;  // one past the closing mark; of an unclosed one the end of its last line
    bool closed;
};
Quoted find_quote_end(std::string_view text, std::size_t at, int parent_column);

// The end of a plain scalar, which is the source but for white space, folded where lines meet; nothing when it is not `value`.
std::optional<std::size_t> plain_end(std::string_view text, std::size_t begin, std::string_view value);
// The end of the last line of a block scalar (| or >) that is not empty.
std::size_t block_end(std::string_view text, std::size_t begin, int parent_column);

// The line that begins at `line`, without its white space at both ends, indented by `column` spaces.
std::string indented_line(std::string_view text, std::size_t line, std::size_t column);
// The same for a text that begins with a quotation mark and goes on after the next one.
std::string requoted(std::string_view value);
// A part of the file as a word in a message: on one line and not too long.
std::string shown(std::string_view text);

}  // namespace pressrum::yaml
