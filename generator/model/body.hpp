#pragma once
// The text of a post as a flat tree with source positions. Not HTML, not Markdown.
//
// Nodes stand in document order; a node's children follow it and end where `end` says, so a walk is a loop over
// indices and a subtree is a range. Strings lie in one buffer of the body.
// Invariants: children lie within their parent's range; headings carry a unique id; statement, placed_* and
// paragraph nodes hold what their comment says and nothing else.

#include "base/source.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pressrum {

enum class NodeKind : std::uint8_t {
    // blocks
    paragraph,     // inline children
    statement,     // a paragraph that begins with a talstreck; inline children, the dash and the space after it included
    heading,       // level 2–6; target = id, unique in the body
    bullet_list,   // items; flag tight
    ordered_list,  // items; number = first number; flag tight
    item,          // blocks; of a tight list, inline nodes directly
    block_quote,   // blocks
    code_block,    // text = the code; target = the language
    rule,          // <hr>
    table,         // table_head, table_body
    table_head,
    table_body,
    table_row,  // number of columns is the same in every row
    header_cell,
    cell,          // inline children; level = 0 default, 1 left, 2 centre, 3 right
    placed_quote,  // ![](quote:ID) alone in a paragraph; target = ID
    placed_photo,  // ![](photo:ID), or a plain Markdown picture; target = ID or file name, text = alt as written
    placed_event,  // ![](event:ID)
    // inline
    text,  // text
    code,  // text
    emphasis,
    strong,
    struck,      // inline children
    link,        // target = address as written (allowed scheme), inline children
    soft_break,  // a line end in the source
    hard_break,  // <br>
};

struct Node {
    NodeKind kind;
    std::uint8_t level = 0;
    bool tight = false;
    std::uint32_t number = 0;
    std::uint32_t end = 0;  // index one past the last node of this subtree
    Span at = {};           // in the post's file
    std::uint32_t text_begin = 0, text_size = 0;
    std::uint32_t target_begin = 0, target_size = 0;
};

class Body {
public:
    Body() = default;
    // What nodes() and strings() of another have returned.
    Body(std::vector<Node> nodes, std::string strings) : nodes_(std::move(nodes)), strings_(std::move(strings)) {}

    const std::vector<Node>& nodes() const { return nodes_; }
    const Node& operator[](std::size_t i) const { return nodes_[i]; }
    std::string_view strings() const { return strings_; }  // what all texts and targets are parts of
    std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }
    bool empty() const { return nodes_.empty(); }

    std::string_view text(const Node& node) const { return std::string_view(strings_).substr(node.text_begin, node.text_size); }
    std::string_view target(const Node& node) const { return std::string_view(strings_).substr(node.target_begin, node.target_size); }

    // Building, in document order: open() returns the node's index, close() ends the last open node.
    std::uint32_t open(NodeKind kind, Span at);
    void close(std::uint32_t end_offset);
    std::uint32_t leaf(NodeKind kind, Span at, std::string_view text = {});
    Node& node(std::size_t i) { return nodes_[i]; }
    void set_text(std::uint32_t node, std::string_view text);
    void set_target(std::uint32_t node, std::string_view target);
    // When nothing more is built: a press room holds many.
    void shrink_to_fit();

private:
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> open_;
    std::string strings_;
};

// The words of a subtree as plain text: breaks are spaces (hard breaks line ends), mark-up is gone. Offsets into it are
// what link/quotes/reading and the renderers count in, for statement and paragraph nodes.
std::string plain_text(const Body& body, std::uint32_t node);

// A short readable form for tests: `statement{– Ja, sa hon.} p{Barn 10–13 år.} h2#id{Rubrik} ul{li{a}} em{…} a(url){…}`.
std::string to_debug_text(const Body& body);

}  // namespace pressrum
