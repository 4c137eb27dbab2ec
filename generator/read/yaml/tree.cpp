#include "read/yaml/tree.hpp"

#include "base/text.hpp"
#include "base/yaml_text.hpp"
#include "model/rules.hpp"
#include "read/yaml/faults.hpp"
#include "read/yaml/text.hpp"

#include <algorithm>
#include <numeric>

namespace pressrum::yaml {

using Past = Walk::Past;

int Tree::block_column() const {
    const auto block = std::find_if(frames_.rbegin(), frames_.rend(), [](const Frame& f) { return f.style == Style::block; });
    return block == frames_.rend() ? -1 : block->column;
}

// To the first byte of a key or a value; a value has its colon before it.
void Tree::arrive(std::size_t begin) {
    walk_.cross(begin, style());
    if (frames_.empty() || !frames_.back().has_key || walk_.colon()) return;
    const Frame& frame = frames_.back();
    if (frame.style == Style::block) throw Unexplained{frame.key_at.begin};
    const std::size_t colon = frame.key.find(':');
    walk_.refuse(rule("yaml/braces"), frame.key_at, {},
                 colon == std::string::npos ? "" : frame.key.substr(0, colon + 1) + " " + frame.key.substr(colon + 1));
}

// --- events --------------------------------------------------------------------------------------------------------------------

void Tree::document(std::size_t begin) {
    if (!begun_) {
        begun_ = true;
        return;
    }
    const std::string_view text = walk_.text();
    for (std::size_t line = line_begin(text, walk_.cursor()); line <= begin && line < text.size(); line = next_line(text, line)) {
        const std::string mark(text.substr(line, 3));
        if (mark == "---" || mark == "...") walk_.refuse(rule("yaml/second-document"), walk_.at(line, content_end(text, line)), {mark});
    }
    walk_.cross(begin, Style::block);
    throw Unexplained{begin};
}

void Tree::alias(std::size_t begin) {
    arrive(begin);
    const Span where = walk_.at(begin, word_end(walk_.text(), begin));
    walk_.refuse(rule("yaml/anchor"), where, {shown(walk_.written(where))});
}

void Tree::missing(std::size_t begin) {
    arrive(std::max(begin, walk_.cursor()));
    if (wants_key()) walk_.refuse(rule("yaml/empty-key"), walk_.at(begin, begin + 1));
    YamlNode node;
    node.at = walk_.gap();
    if (const auto lost = walk_.lost()) {
        node.kind = YamlNode::Kind::scalar;
        node.text = walk_.written(*lost);
        node.at = *lost;
        walk_.report(rule("yaml/hash"), *lost, {shown(node.text)}, yaml_quoted(node.text));
    }
    put(std::move(node));
}

void Tree::scalar(std::size_t begin, std::string_view value) {
    arrive(begin);
    if (const auto lost = walk_.lost()) walk_.report(rule("yaml/hash"), *lost, {shown(walk_.written(*lost))});
    const std::string_view text = walk_.text();
    const bool is_key = wants_key();
    const std::size_t body = skip_properties(text, begin);
    const char first = body < text.size() ? text[body] : '\0';
    std::size_t end = body;
    Past kind = Past::plain;

    if (first == '"' || first == '\'') {
        const Quoted quoted = find_quote_end(text, body, block_column());
        if (!quoted.closed) {
            walk_.report(unclosed_quote(text, region_.file, body, quoted.end));
            throw Stop{};
        }
        kind = Past::quoted;
        end = quoted.end;
        if (first == '"') {
            if (Diagnostic fault = backslash(text, region_.file, body, end); fault.rule != nullptr) walk_.report(std::move(fault));
        }
    } else if ((first == '|' || first == '>') && !in_flow()) {
        kind = Past::block;
        end = block_end(text, body, block_column());
    } else if (!value.empty()) {
        const auto found = plain_end(text, body, value);
        if (!found) throw Unexplained{begin};
        end = *found;
    }

    YamlNode node;
    node.kind = YamlNode::Kind::scalar;
    node.quoted = kind != Past::plain;
    node.text = value;
    node.at = walk_.at(begin, end);
    if (body != begin) {  // "!Viktigt besked": a tag to YAML, a text to everybody else
        node.text = trim(squeeze(text.substr(begin, end - begin)));
        walk_.report(rule("yaml/start-character"), node.at, {std::string(1, text[begin])}, yaml_quoted(node.text));
    }
    walk_.pass_scalar(is_key ? Past::key : kind, node.at, block_column());
    if (is_key) return set_key(std::move(node.text), node.at);
    if (kind == Past::plain) check_plain(node.at);
    put(std::move(node));
}

void Tree::open(std::size_t begin, int column, YamlNode::Kind kind, Style style, bool property) {
    arrive(begin);
    const std::string_view text = walk_.text();
    if (property) {
        const Span where = walk_.at(begin, word_end(text, begin));
        const bool tag = walk_.written(where).starts_with('!');
        walk_.refuse(tag ? rule("yaml/tag") : rule("yaml/anchor"), where, {shown(walk_.written(where))});
    }
    if (wants_key()) {  // {{ placeholder }} or [a list]: as a key
        const bool braces = in_flow();
        const std::size_t from = braces ? frames_.back().node.at.begin : begin;
        const Span where = walk_.at(from, content_end(text, from));
        walk_.refuse(braces ? rule("yaml/braces") : rule("yaml/complex-key"), where, {}, braces ? yaml_quoted(walk_.written(where)) : "");
    }
    if (frames_.size() == kMaxYamlDepth) walk_.refuse(rule("yaml/too-deep"), walk_.at(begin, begin + 1), {std::to_string(kMaxYamlDepth)});

    // [Möte: om X] is a list with a mapping to YAML, and a text with a colon to everybody else.
    const bool bracket = style == Style::flow;
    if (bracket && text[begin] != '[' && text[begin] != '{') throw Unexplained{begin};
    Frame frame{{}, style, column};
    frame.node.kind = kind;
    frame.node.at = walk_.at(begin, begin);
    frames_.push_back(std::move(frame));
    walk_.forget();
    walk_.pass_bracket(bracket ? begin + 1 : begin, Past::punctuation);
}

void Tree::close() {
    const std::string_view text = walk_.text();
    if (in_flow()) {
        const char bracket = frames_.back().node.kind == YamlNode::Kind::sequence ? ']' : '}';
        std::size_t end = walk_.cursor();
        while (end < text.size() && text[end] != bracket) end = text[end] == '#' ? line_end(text, end) : end + 1;
        walk_.cross(end, Style::flow);
        walk_.pass_bracket(std::min(end + 1, text.size()), Past::bracket);
        frames_.back().node.at.end = static_cast<std::uint32_t>(walk_.cursor());
    }
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    drop_duplicates(frame.node);
    put(std::move(frame.node));
}

// --- the tree ---------------------------------------------------------------------------------------------------------------

void Tree::put(YamlNode node) {
    walk_.forget();
    if (frames_.empty()) {
        root_ = std::move(node);
        return;
    }
    Frame& frame = frames_.back();
    frame.node.at.end = std::max(frame.node.at.end, node.at.end);
    if (frame.node.kind == YamlNode::Kind::sequence) {
        frame.node.items.push_back(std::move(node));
    } else {
        clean_key(frame);
        frame.node.entries.push_back({std::move(frame.key), frame.key_at, std::move(node)});
        frame.has_key = false;
    }
}

void Tree::set_key(std::string key, Span where) {
    if (key == "<<") walk_.refuse(rule("yaml/merge-key"), where);
    if (key.empty()) walk_.refuse(rule("yaml/empty-key"), where);
    walk_.forget();
    Frame& frame = frames_.back();
    frame.key = std::move(key);
    frame.key_at = where;
    frame.has_key = true;
}

// A key with a soft hyphen or the like looks right and is unknown: reported, and read as it looks. A no-break space before it was meant
// as indentation.
void Tree::clean_key(Frame& frame) {
    if (is_ascii(frame.key)) return;
    std::string clean = squeeze(frame.key);
    if (clean == frame.key) return;
    if (frame.key.starts_with("\u00A0")) {
        const std::size_t line = line_begin(walk_.text(), frame.key_at.begin);
        const std::size_t spaces = count_characters(walk_.text().substr(line, frame.key_at.end - line)) - count_characters(clean);
        walk_.report(rule("yaml/no-break-space"), walk_.at(line, content_end(walk_.text(), line)), {},
                     indented_line(walk_.text(), line, spaces));
        sound_ = false;
    } else {
        walk_.report(rule("yaml/invisible-character"), frame.key_at, {clean}, clean);
    }
    frame.key = std::move(clean);
}

// The first of several equal keys stays.
void Tree::drop_duplicates(YamlNode& mapping) {
    std::vector<YamlEntry>& entries = mapping.entries;
    if (entries.size() < 2) return;
    std::vector<std::size_t> order(entries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto by_key = [&](std::size_t a, std::size_t b) { return entries[a].key < entries[b].key; };
    std::stable_sort(order.begin(), order.end(), by_key);
    std::vector<bool> doubled(entries.size(), false);
    for (std::size_t i = 1, first = 0; i < order.size(); ++i) {
        const YamlEntry& kept = entries[order[first]];
        const YamlEntry& entry = entries[order[i]];
        if (entry.key != kept.key) {
            first = i;
            continue;
        }
        doubled[order[i]] = true;
        walk_.report({rule("yaml/duplicate-key"),
                      entry.key_at,
                      {shown(entry.key)},
                      {},
                      {{kept.key_at, {"den står först här", "it stands here first"}}}});
    }
    std::size_t index = 0;
    std::erase_if(entries, [&](const YamlEntry&) { return doubled[index++]; });
}

// Lines that became part of a text although they look like a list or a key of their own.
void Tree::check_plain(Span where) {
    const std::string_view text = walk_.text().substr(0, where.end);
    const auto loose_dash = [&](std::size_t at) {
        const std::string_view rest = text.substr(at);
        return rest.size() > 1 && rest[0] == '-' && std::string_view(" \t\r\n-0123456789").find(rest[1]) == std::string_view::npos;
    };
    if (!in_flow() && loose_dash(where.begin) && skip_blanks(text, line_begin(text, where.begin)) == where.begin) {
        const Span line = walk_.at(where.begin, content_end(text, where.begin));
        const bool hard = text.substr(where.begin + 1).starts_with("\u00A0");
        walk_.report(hard ? rule("yaml/no-break-space") : rule("yaml/dash-space"), line, {},
                     "- " + std::string(trim(walk_.written(line).substr(1))));
        sound_ = false;
        return;
    }
    for (std::size_t line = next_line(text, where.begin); line < text.size(); line = next_line(text, line)) {
        const std::size_t begin = skip_blanks(text, line);
        if (begin >= text.size()) break;
        const Span here = walk_.at(begin, content_end(text, begin));
        if (is_key_without_space(walk_.written(here)) || walk_.written(here).starts_with("- ") || loose_dash(begin))
            walk_.report(rule("yaml/joined-line"), here);
    }
}

std::optional<YamlNode> Tree::finish() {
    walk_.cross(walk_.text().size(), Style::block);
    if (!sound_) return std::nullopt;
    if (!root_ || root_->kind == YamlNode::Kind::null) {
        root_.emplace();
        root_->kind = YamlNode::Kind::mapping;
        root_->at = walk_.at(region_.begin, region_.begin);
    }
    if (root_->kind == YamlNode::Kind::scalar) throw Unexplained{root_->at.begin};
    return std::move(root_);
}

}  // namespace pressrum::yaml
