#pragma once
// The part of a file that is being read as Markdown. All offsets are the file's own.

#include "base/source.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace pressrum {

inline bool is_line_end(char c) { return c == '\n' || c == '\r'; }

struct Region {
    FileId file;
    std::string_view text;  // the file up to the end of the region
    std::uint32_t begin;    // where the region begins in it

    std::uint32_t end() const { return static_cast<std::uint32_t>(text.size()); }
    Span span(std::size_t from, std::size_t to) const { return {file, static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)}; }
    std::string_view slice(Span at) const { return text.substr(at.begin, at.end - at.begin); }
    std::string_view slice(std::size_t from, std::size_t to) const { return text.substr(from, to - from); }

    // Lines end with LF, CR or both. (Plain loops: find_first_of with a set of characters takes many times longer.)
    std::size_t line_begin(std::size_t at) const {
        while (at > begin && !is_line_end(text[at - 1])) --at;
        return at;
    }
    std::size_t line_end(std::size_t at) const {
        while (at < text.size() && !is_line_end(text[at])) ++at;
        return at;
    }
    std::size_t next_line(std::size_t at) const {
        const std::size_t stop = line_end(at);
        return std::min(stop + (text.substr(stop, 2) == "\r\n" ? 2 : 1), text.size());
    }
    // Nothing but spaces between here and the line's edge; looks no further than the first other character.
    bool begins_line(std::size_t at) const {
        while (at > begin && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
        return at == begin || is_line_end(text[at - 1]);
    }
    bool ends_line(std::size_t at) const {
        while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
        return at == text.size() || is_line_end(text[at]);
    }
    // Where `characters` stand from `at` on, at most `window` bytes away; `otherwise` when there is none.
    std::size_t find_near(std::string_view characters, std::size_t at, std::size_t otherwise, std::size_t window = 4096) const {
        const std::size_t found = text.substr(0, std::min(text.size(), at + window)).find(characters, at);
        return found == std::string_view::npos ? otherwise : found;
    }
};

}  // namespace pressrum
