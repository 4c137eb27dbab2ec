#pragma once
// Events of a YAML parser → our tree, with the exact place of everything.
//
// The parser says where a value begins and what it is after folding and unescaping; where it ends is found in the source. What YAML
// allows and front matter must not have (tags, anchors, keys that are lists …) is reported here. Knows nothing of the library.

#include "read/yaml/walk.hpp"
#include "read/yaml/yaml.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum::yaml {

class Tree {
public:
    Tree(const Walk& walk, Span region) : walk_(walk), region_(region) {}

    // The events, each with the offset where the thing begins. They throw Stop or Unexplained (read/yaml/walk.hpp).
    void document(std::size_t begin);
    void missing(std::size_t begin);  // no value; `begin` is where the next thing stands
    void alias(std::size_t begin);
    void scalar(std::size_t begin, std::string_view value);
    // `column`: of the line's first byte; `property`: a tag or an anchor stands before the collection.
    void open(std::size_t begin, int column, YamlNode::Kind kind, Style style, bool property);
    void close();

    // The tree, once all events are in; nothing when what was reported leaves it unsound.
    std::optional<YamlNode> finish();

    bool wants_key() const { return !frames_.empty() && frames_.back().node.kind == YamlNode::Kind::mapping && !frames_.back().has_key; }
    bool before_cursor(std::size_t at) const { return at < walk_.cursor(); }

private:
    struct Frame {
        YamlNode node;
        Style style;
        int column;            // of a block collection
        bool has_key = false;  // of a mapping: the next value belongs to `key`
        std::string key = {};
        Span key_at = {};
    };

    Style style() const { return frames_.empty() ? Style::block : frames_.back().style; }
    bool in_flow() const { return style() == Style::flow; }
    int block_column() const;
    void arrive(std::size_t begin);
    void put(YamlNode node);
    void set_key(std::string key, Span where);
    void clean_key(Frame& frame);
    void drop_duplicates(YamlNode& mapping);
    void check_plain(Span where);

    Walk walk_;
    Span region_;
    std::vector<Frame> frames_;
    std::optional<YamlNode> root_;
    bool begun_ = false;
    bool sound_ = true;
};

}  // namespace pressrum::yaml
