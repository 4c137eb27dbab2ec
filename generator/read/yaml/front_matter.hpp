#pragma once
// Where the front matter of a file ends and its body begins.

#include "base/diagnostic.hpp"
#include "base/source.hpp"

#include <optional>

namespace pressrum {

struct FrontMatter {
    Span yaml;  // between the fences, without them
    Span body;  // after the closing fence to the end of the file
};

// A file begins with a line `---` (trailing white space allowed) and has another such line later. Otherwise nothing, and a
// message that says what is missing (no opening fence: the line that should hold it; no closing fence: the opening one).
std::optional<FrontMatter> split_front_matter(const Sources& sources, FileId file, Diagnostics& diagnostics);

}  // namespace pressrum
