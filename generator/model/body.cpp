#include "model/body.hpp"

#include <fmt/format.h>

#include <iterator>

namespace pressrum {
namespace {

bool is_inline(NodeKind kind) { return kind >= NodeKind::text; }

bool is_cell(NodeKind kind) { return kind == NodeKind::header_cell || kind == NodeKind::cell; }

// By kind, as in the enumeration.
constexpr std::string_view kDebugNames[] = {
    "p",     "statement", "h",   "ul", "ol", "li",           "blockquote",   "pre",          "hr", "table",
    "thead", "tbody",     "tr",  "th", "td", "placed-quote", "placed-photo", "placed-event", "",   "code",
    "em",    "strong",    "del", "a",  "↵",  "<br>"};
static_assert(std::size(kDebugNames) == static_cast<std::size_t>(NodeKind::hard_break) + 1);

constexpr std::string_view kAlignments[] = {"", ":left", ":center", ":right"};

std::string debug_head(const Body& body, const Node& node) {
    const std::string_view name = kDebugNames[static_cast<std::size_t>(node.kind)];
    const std::string_view target = body.target(node);
    switch (node.kind) {
        case NodeKind::heading: return fmt::format("{}{}#{}", name, node.level, target);
        case NodeKind::bullet_list: return fmt::format("{}{}", name, node.tight ? "" : ".loose");
        case NodeKind::ordered_list: return fmt::format("{}({}){}", name, node.number, node.tight ? "" : ".loose");
        case NodeKind::header_cell:
        case NodeKind::cell: return fmt::format("{}{}", name, kAlignments[node.level & 3]);
        default: return target.empty() ? std::string(name) : fmt::format("{}({})", name, target);
    }
}

// Whether the node is written with braces, even when they hold nothing.
bool has_braces(const Body& body, const Node& node) {
    switch (node.kind) {
        case NodeKind::rule:
        case NodeKind::placed_quote:
        case NodeKind::placed_event:
        case NodeKind::text:
        case NodeKind::soft_break:
        case NodeKind::hard_break: return false;
        case NodeKind::placed_photo: return !body.text(node).empty();
        default: return true;
    }
}

}  // namespace

void Body::shrink_to_fit() {
    nodes_.shrink_to_fit();
    open_ = {};
    strings_.shrink_to_fit();
}

std::uint32_t Body::open(NodeKind kind, Span at) {
    const std::uint32_t index = size();
    Node made{.kind = kind};
    made.at = at;
    nodes_.push_back(made);
    open_.push_back(index);
    return index;
}

void Body::close(std::uint32_t end_offset) {
    Node& closed = nodes_[open_.back()];
    closed.end = size();
    closed.at.end = end_offset;
    open_.pop_back();
}

std::uint32_t Body::leaf(NodeKind kind, Span at, std::string_view text) {
    const std::uint32_t index = open(kind, at);
    close(at.end);
    if (!text.empty()) set_text(index, text);
    return index;
}

void Body::set_text(std::uint32_t node, std::string_view text) {
    nodes_[node].text_begin = static_cast<std::uint32_t>(strings_.size());
    nodes_[node].text_size = static_cast<std::uint32_t>(text.size());
    strings_ += text;
}

void Body::set_target(std::uint32_t node, std::string_view target) {
    nodes_[node].target_begin = static_cast<std::uint32_t>(strings_.size());
    nodes_[node].target_size = static_cast<std::uint32_t>(target.size());
    strings_ += target;
}

std::string plain_text(const Body& body, std::uint32_t node) {
    std::string out;
    for (std::uint32_t i = node; i < body[node].end; ++i) {
        const Node& each = body[i];
        if (!is_inline(each.kind) && !out.empty() && out.back() != '\n') out += is_cell(each.kind) ? ' ' : '\n';
        switch (each.kind) {
            case NodeKind::text:
            case NodeKind::code:
            case NodeKind::code_block: out += body.text(each); break;
            case NodeKind::soft_break: out += ' '; break;
            case NodeKind::hard_break: out += '\n'; break;
            default: break;
        }
    }
    return out;
}

std::string to_debug_text(const Body& body) {
    std::string out;
    std::vector<std::uint32_t> open;  // nodes whose brace is not closed yet
    bool after_block = false;         // the last thing written was a block
    const auto close_until = [&](std::uint32_t index) {
        while (!open.empty() && body[open.back()].end <= index) {
            out += '}';
            after_block = !is_inline(body[open.back()].kind);
            open.pop_back();
        }
    };
    for (std::uint32_t i = 0; i < body.size(); ++i) {
        close_until(i);
        const Node& node = body[i];
        const bool first = out.empty() || (!open.empty() && i == open.back() + 1);
        if (!first && (after_block || !is_inline(node.kind))) out += ' ';
        out += debug_head(body, node);
        after_block = !is_inline(node.kind);
        if (!has_braces(body, node)) {
            out += body.text(node);
        } else {
            out += '{';
            out += body.text(node);
            open.push_back(i);
        }
    }
    close_until(body.size());
    return out;
}

}  // namespace pressrum
