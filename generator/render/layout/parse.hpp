#pragma once
// One file of layouts/ as a flat list of texts and tags, sections matched.
//
// Tags are those of Mustache without set delimiters; comments are gone. White space is as on the finished page:
//   - indentation and empty lines are dropped: they are for those who read the layout (a file with <pre> or <textarea> keeps them);
//   - a line that holds only sections, ends, comments and partials is dropped with its line end;
//   - when a whole line is one section, its line end belongs to the section (`whole_line`).
// Names are not understood here: that is render/layout/check. The strings are those of the source text and live as long as it.

#include "base/diagnostic.hpp"
#include "base/source.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace pressrum {

struct LayoutNode {
    enum class Kind : std::uint8_t { text, variable, raw, section, inverted, end, partial, comment };

    Kind kind;
    std::string_view words;   // the text itself, or the name
    Span at;                  // of a tag: with its braces
    Span name = {};           // of a tag: the name alone
    std::uint32_t end = 0;    // of a section: the index of its end in the list
    bool whole_line = false;  // of a section: its line end is left to whoever knows what it shows
};

// Sections may be nested this deep, partials included.
inline constexpr std::size_t kMaxLayoutDepth = 48;

// Nothing when a fault was reported after which the file cannot be used.
std::optional<std::vector<LayoutNode>> parse_layout(const Sources& sources, FileId file, Diagnostics& diagnostics);

}  // namespace pressrum
