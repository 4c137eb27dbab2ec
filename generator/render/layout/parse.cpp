#include "render/layout/parse.hpp"

#include "base/text.hpp"
#include "model/rules.hpp"
#include "render/layout/places.hpp"

#include <algorithm>
#include <span>

namespace pressrum {
namespace {

using Kind = LayoutNode::Kind;
using Place = HtmlPlace::Place;

struct TagRow {
    char sign;
    Kind kind;
};
constexpr TagRow kTags[] = {{'#', Kind::section}, {'^', Kind::inverted}, {'/', Kind::end},
                            {'>', Kind::partial}, {'&', Kind::raw},      {'!', Kind::comment}};

constexpr std::string_view kNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";

// What is shown of a tag in a message: one line of bounded length.
std::string shown(std::string_view tag) {
    const std::string_view line = tag.substr(0, tag.find_first_of("\r\n"));
    const std::string_view cut = clip(line, 60);
    return std::string(cut) + (cut.size() < tag.size() ? "…" : "");
}

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

// Makes white space what it is on the finished page; sections are matched, and no text goes on after a line end.
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

class Parser {
public:
    Parser(std::string_view text, FileId file, Diagnostics& diagnostics) : text_(text), file_(file), diagnostics_(diagnostics) {}

    std::optional<std::vector<LayoutNode>> parse() {
        for (std::size_t at = 0; at < text_.size();) at = read(at);
        match_sections();
        if (faulty_) return std::nullopt;
        tidy_lines(nodes_, text_);
        return std::move(nodes_);
    }

private:
    Span span(std::size_t begin, std::size_t end) const {
        return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

    void fault(const Rule* rule, Span at, std::vector<std::string> words, std::string suggestion = {}, std::vector<Note> notes = {}) {
        diagnostics_.add(Diagnostic{rule, at, std::move(words), std::move(suggestion), std::move(notes)});
        faulty_ = true;
    }

    // A text, up to and including the end of its line; or a tag. Returns where the next begins.
    std::size_t read(std::size_t begin) {
        if (text_.compare(begin, 2, "{{") == 0) return read_tag(begin);
        const std::string_view line = text_.substr(begin, std::min(text_.find('\n', begin), text_.size() - 1) + 1 - begin);
        const std::size_t end = begin + std::min(line.find("{{"), line.size());
        nodes_.push_back({Kind::text, text_.substr(begin, end - begin), span(begin, end)});
        place_.read(nodes_.back().words);
        return end;
    }

    std::size_t read_tag(std::size_t begin) {
        const bool triple = text_.compare(begin, 3, "{{{") == 0;
        const bool comment = text_.compare(begin, 3, "{{!") == 0;
        const std::size_t inner = begin + (triple ? 3 : 2);
        const std::string_view closing = triple ? "}}}" : "}}";
        // Only a comment may hold the beginning of a tag: elsewhere it shows that the closing braces were forgotten.
        const std::size_t limit = comment ? text_.size() : std::min(text_.find("{{", inner), text_.size());
        const std::size_t closed = text_.substr(inner, limit - inner).find(closing);
        if (closed == std::string_view::npos) {
            fault(rule("layout/unclosed-tag"), span(begin, inner), {shown(text_.substr(begin, limit - begin)), std::string(closing)});
            return limit;
        }
        const std::size_t end = inner + closed + closing.size();
        add_tag(span(begin, end), inner, text_.substr(inner, closed), triple);
        return end;
    }

    // `inside` is what stands between the braces, from `inner` on.
    void add_tag(Span at, std::size_t inner, std::string_view inside, bool triple) {
        const std::string_view whole = text_.substr(at.begin, at.end - at.begin);
        Kind kind = triple ? Kind::raw : Kind::variable;
        std::size_t from = std::min(inside.find_first_not_of(" \t\r\n"), inside.size());
        if (!triple && from < inside.size()) {
            if (inside[from] == '=') return fault(rule("layout/delimiters"), at, {shown(whole)});
            const auto row = std::find_if(std::begin(kTags), std::end(kTags), [&](const TagRow& tag) { return tag.sign == inside[from]; });
            if (row != std::end(kTags)) kind = row->kind, ++from;
        }
        if (kind == Kind::comment) {
            nodes_.push_back({kind, {}, at});
            return;
        }
        from = std::min(inside.find_first_not_of(" \t\r\n", from), inside.size());
        const std::size_t to = inside.find_last_not_of(" \t\r\n") + 1;
        const std::string_view name = from < to ? inside.substr(from, to - from) : std::string_view();
        if (name.empty() || name.find_first_not_of(kNameCharacters) != std::string_view::npos)
            return fault(rule("layout/bad-tag"), at, {shown(whole)});
        if (kind == Kind::variable || kind == Kind::raw) check_place(kind, at, whole);
        nodes_.push_back({kind, name, at, span(inner + from, inner + to)});
    }

    void check_place(Kind kind, Span at, std::string_view whole) {
        const Place place = place_.place();
        if (place == Place::tag || place == Place::single_quotes) fault(rule("layout/attribute-quotes"), at, {shown(whole)});
        else if (place == Place::double_quotes && kind == Kind::raw) fault(rule("layout/html-in-attribute"), at, {shown(whole)});
        else if (place == Place::script && kind == Kind::variable) fault(rule("layout/in-script"), at, {shown(whole)});
    }

    void match_sections() {
        std::vector<std::uint32_t> open;
        for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
            const LayoutNode& node = nodes_[i];
            if (node.kind == Kind::section || node.kind == Kind::inverted) {
                open.push_back(i);
                if (open.size() > kMaxLayoutDepth) return fault(rule("layout/too-deep"), node.at, {std::to_string(kMaxLayoutDepth)});
            } else if (node.kind == Kind::end) {
                close_section(i, open);
            }
        }
        for (const std::uint32_t i : open) report_unclosed(nodes_[i]);
    }

    void report_unclosed(const LayoutNode& section) {
        fault(rule("layout/unclosed-section"), section.at,
              {shown(text_.substr(section.at.begin, section.at.end - section.at.begin)), std::string(section.words)});
    }

    // An end that fits an outer section ends it: the inner one is the unclosed one. One that fits none is left out.
    void close_section(std::uint32_t end, std::vector<std::uint32_t>& open) {
        const std::string name(nodes_[end].words);
        const auto fits = std::find_if(open.rbegin(), open.rend(), [&](std::uint32_t i) { return nodes_[i].words == name; });
        if (open.empty()) return fault(rule("layout/no-start"), nodes_[end].at, {name});
        if (fits == open.rend()) {
            const LayoutNode& inner = nodes_[open.back()];
            return fault(rule("layout/wrong-end"), nodes_[end].at, {name, std::string(inner.words)},
                         "{{/" + std::string(inner.words) + "}}", {{inner.at, {"öppnades här", "opened here"}, {}}});
        }
        const std::uint32_t start = *fits;
        for (; open.back() != start; open.pop_back()) report_unclosed(nodes_[open.back()]);
        nodes_[open.back()].end = end;
        open.pop_back();
    }

    std::string_view text_;
    FileId file_;
    Diagnostics& diagnostics_;
    std::vector<LayoutNode> nodes_;
    HtmlPlace place_;
    bool faulty_ = false;
};

}  // namespace

std::optional<std::vector<LayoutNode>> parse_layout(const Sources& sources, FileId file, Diagnostics& diagnostics) {
    return Parser(sources[file].text, file, diagnostics).parse();
}

}  // namespace pressrum
