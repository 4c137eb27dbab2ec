#pragma once
// Words as Markdown that reads as exactly those words.

#include "import/blocks.hpp"

namespace pressrum {

// Mark-up characters are escaped where Markdown would take them for mark-up, and only there: text stays readable.
std::string escape_markdown(std::string_view text);

// One line of Markdown: runs with their looks, and nothing at its beginning that makes it a list, a heading or a quotation.
std::string to_markdown(const std::vector<Run>& runs);

// Blocks as Markdown with an empty line between them; items of one list and rows of a table stand together. `lines[i]` is the line,
// counted from 0, at which block i begins.
std::string to_markdown(const std::vector<Block>& blocks, std::vector<std::size_t>& lines);

}  // namespace pressrum
