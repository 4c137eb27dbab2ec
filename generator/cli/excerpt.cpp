#include "cli/excerpt.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace pressrum {
namespace {

struct Range {
    char32_t first, last;
};

// Marks that stand on the letter before, and characters without any width.
constexpr std::array kZeroWidth = {
    Range{0x0300, 0x036F}, Range{0x0483, 0x0489}, Range{0x0591, 0x05BD}, Range{0x0610, 0x061A}, Range{0x064B, 0x065F},
    Range{0x0E31, 0x0E31}, Range{0x0E34, 0x0E3A}, Range{0x1AB0, 0x1AFF}, Range{0x1DC0, 0x1DFF}, Range{0x200B, 0x200D},
    Range{0x2060, 0x2060}, Range{0x20D0, 0x20FF}, Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F}, Range{0xFEFF, 0xFEFF},
};
// East Asian wide characters and emoji.
constexpr std::array kWide = {
    Range{0x1100, 0x115F},   Range{0x2E80, 0x303E},   Range{0x3041, 0x4DBF},   Range{0x4E00, 0xA4CF}, Range{0xAC00, 0xD7A3},
    Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6}, Range{0x1F300, 0x1F64F},
    Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF}, Range{0x20000, 0x3FFFD},
};
// Embeddings, overrides, isolates and marks: they let a line look like something it is not.
constexpr std::array kDirection = {Range{0x061C, 0x061C}, Range{0x200E, 0x200F}, Range{0x2028, 0x202E}, Range{0x2066, 0x2069}};

template <std::size_t N>
bool in_ranges(const std::array<Range, N>& ranges, char32_t code) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const Range& r) { return code >= r.first && code <= r.last; });
}

std::size_t width_of(char32_t code) {
    if (code < 0x300) return 1;
    return in_ranges(kZeroWidth, code) ? 0 : in_ranges(kWide, code) ? 2 : 1;
}

// The character as it may be printed; a tab stays a tab.
char32_t safe(char32_t code) {
    const bool control = (code < 0x20 && code != '\t') || (code >= 0x7F && code < 0xA0);
    return control || in_ranges(kDirection, code) ? 0xFFFD : code;
}

constexpr std::string_view kCut = "…";

bool starts_character(std::string_view text, std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80; }

// The part of the line that is shown: all of it, or a window that holds the place with some of what stands before it.
std::pair<std::size_t, std::size_t> window(std::string_view line, std::size_t begin) {
    constexpr std::size_t kBefore = 60;
    constexpr std::size_t kMaxBytes = 4 * kExcerptColumns;
    if (line.size() <= kMaxBytes && display_width(line) <= kExcerptColumns) return {0, line.size()};
    std::size_t from = begin, columns = 0;
    while (from > 0 && columns < kBefore && begin - from < kMaxBytes) {
        --from;
        while (from > 0 && !starts_character(line, from) && begin - from < kMaxBytes) --from;
        ++columns;
    }
    std::size_t to = from;
    columns = 0;
    while (to < line.size() && to - from < kMaxBytes) {
        const Character c = character_at(line, to);
        columns += width_of(c.code);
        if (columns > kExcerptColumns) break;
        to += c.length;
    }
    return {from, to};
}

}  // namespace

Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t end) {
    begin = std::min(begin, line.size());
    end = std::clamp(end, begin, line.size());
    const auto [from, to] = window(line, begin);
    Excerpt out;
    if (from > 0) out.line += kCut, out.carets += ' ';
    for (std::size_t at = from; at < to;) {
        const Character c = character_at(line, at);
        const char32_t shown = safe(c.code);
        append_character(out.line, shown);
        if (at >= begin && at < end) out.carets.append(shown == '\t' ? 1 : width_of(shown), '^');
        else if (at < begin) out.carets.append(shown == '\t' ? 1 : width_of(shown), shown == '\t' ? '\t' : ' ');
        at += c.length;
    }
    if (to < line.size()) out.line += kCut;
    if (!out.carets.ends_with('^')) out.carets += '^';
    return out;
}

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        append_character(out, c.code == '\n' || c.code == '\r' || c.code == '\t' ? U' ' : safe(c.code));
        at += c.length;
    }
    return out;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        width += width_of(c.code);
        at += c.length;
    }
    return width;
}

}  // namespace pressrum
