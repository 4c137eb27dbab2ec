#include "render/layout/lines.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <span>

namespace pressrum {
namespace {

using Kind = LayoutNode::Kind;

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

bool shows_nothing(const LayoutNode& node) {
    return node.kind != Kind::variable && node.kind != Kind::raw && (node.kind != Kind::text || is_blank(node.words));
}

std::string_view without_indentation(std::string_view text) { return text.substr(std::min(text.find_first_not_of(" \t"), text.size())); }

// `line` begins at index `begin` of the nodes; its last node holds the line end, unless the file ends.
void tidy_line(std::span<LayoutNode> line, std::uint32_t begin, bool keep_indentation) {
    const bool has_tag = std::any_of(line.begin(), line.end(), [](const LayoutNode& node) { return node.kind != Kind::text; });
    if ((has_tag || !keep_indentation) && std::all_of(line.begin(), line.end(), shows_nothing)) {
        for (LayoutNode& node : line) {
            if (node.kind == Kind::text) node.words = {};
        }
        return;
    }
    const std::size_t first = line[0].kind == Kind::text && is_blank(line[0].words) ? 1 : 0;
    if (!keep_indentation && line[0].kind == Kind::text) line[0].words = without_indentation(line[0].words);
    if (first + 1 >= line.size()) return;
    LayoutNode& last = line.back();
    const bool section = line[first].kind == Kind::section || line[first].kind == Kind::inverted;
    if (section && last.kind == Kind::text && is_blank(last.words) && line[first].end == begin + line.size() - 2) {
        line[first].whole_line = true;
        last.words = {};
    }
}

}  // namespace

void tidy_lines(std::vector<LayoutNode>& nodes, std::string_view file) {
    const std::string lower = ascii_lower(file);
    const bool keep_indentation = lower.find("<pre") != std::string::npos || lower.find("<textarea") != std::string::npos;
    for (std::size_t begin = 0; begin < nodes.size();) {
        std::size_t end = begin;
        while (end < nodes.size() && !(nodes[end].kind == Kind::text && nodes[end].words.ends_with('\n'))) ++end;
        end = std::min(end + 1, nodes.size());
        tidy_line(std::span(nodes).subspan(begin, end - begin), static_cast<std::uint32_t>(begin), keep_indentation);
        begin = end;
    }
}

}  // namespace pressrum
