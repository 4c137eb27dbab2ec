#include "read/markdown/blocks.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/rules.hpp"
#include "read/markdown/html.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

constexpr std::uint32_t kNoNode = 0xFFFFFFFF;

RunPlace place_in(NodeKind kind) {
    if (kind == NodeKind::paragraph) return RunPlace::paragraph;
    return kind == NodeKind::header_cell || kind == NodeKind::cell ? RunPlace::cell : RunPlace::item;
}

// The line of marks at or after `at`. It is near, for md4c passes over only empty lines and link definitions in silence.
Span find_rule_line(std::uint32_t at, const Region& region) {
    constexpr int kLines = 16;
    std::size_t line = at;
    for (int i = 0; i < kLines && line < region.end(); ++i, line = region.next_line(line)) {
        const std::string_view text = region.slice(line, region.line_end(line));
        const std::size_t first = std::min(text.find_first_not_of(" \t>"), text.size());
        const std::string_view strokes = trim(text.substr(first));
        if (strokes.size() >= 3 && strokes.find_first_not_of("-*_ \t") == std::string_view::npos)
            return region.span(line + first, line + first + strokes.size());
    }
    return region.span(at, at);
}

}  // namespace

BlockBuilder::Open& BlockBuilder::open(NodeKind kind) {
    end_run();                                                                    // the words of an item before a list within it
    const bool later = kind == NodeKind::paragraph || kind == NodeKind::heading;  // what it becomes depends on its words
    open_.push_back({kind, later ? kNoNode : body_.open(kind, words.here())});
    return open_.back();
}

void BlockBuilder::enter(NodeKind kind, unsigned level) {
    if (kind == NodeKind::item) ++open_.back().items;
    const Open& block = open(kind);
    if (block.node != kNoNode) body_.node(block.node).level = static_cast<std::uint8_t>(level);
}

void BlockBuilder::enter_heading(unsigned level) { open(NodeKind::heading).number = level; }

void BlockBuilder::enter_bullet_list(bool tight, char mark) {
    end_run();
    const bool after_speech = speech_end_ != 0 && speech_end_ == body_.size();
    Open& list = open(NodeKind::bullet_list);
    list.after_speech = after_speech;
    list.mark = mark;
    body_.node(list.node).tight = tight;
}

void BlockBuilder::enter_ordered_list(bool tight, unsigned number) {
    Open& list = open(NodeKind::ordered_list);
    list.number = number;
    body_.node(list.node).tight = tight;
    body_.node(list.node).number = number;
}

void BlockBuilder::leave() {
    const Open block = open_.back();
    if (block.kind == NodeKind::heading) end_heading(block.number);
    else end_run();
    if (block.kind == NodeKind::ordered_list && block.number_mark.at.known()) {
        if (block.number_mark.certain || (block.items == 1 && block.number != 1))
            explain_number(block.number_mark.at, region_, diagnostics_);
    }
    const bool lone = block.kind == NodeKind::bullet_list && block.mark == '-' && block.after_speech && block.items == 1;
    if (lone && !block.first_words.empty()) explain_lone_hyphen(block.words_begin, block.first_words, region_, diagnostics_);
    if (block.kind == NodeKind::table_row) words.move_to(explain_row(words.cursor(), region_, diagnostics_));
    if (block.node != kNoNode) body_.close(words.cursor());
    open_.pop_back();
}

void BlockBuilder::add_rule() {
    end_run();
    const Span at = find_rule_line(words.cursor(), region_);
    words.move_to(at.end);
    body_.leaf(NodeKind::rule, at);
}

void BlockBuilder::add_code(std::string_view code, Span at, std::string_view language, CodeMark mark) {
    end_run();
    const std::uint32_t node = body_.leaf(NodeKind::code_block, at.known() ? at : words.here(), code);
    if (!language.empty()) body_.set_target(node, language);
    if (mark == CodeMark::spaces && at.known())
        explain_indented_code(at, open_.empty() ? Depth::outermost : Depth::inside, region_, diagnostics_);
}

void BlockBuilder::add_html(Span at) {
    end_run();
    if (at.known()) report_html_block(at, region_, diagnostics_);
}

Body BlockBuilder::finish() {
    words.clear();
    for (; !open_.empty(); open_.pop_back()) {
        if (open_.back().node != kNoNode) body_.close(words.cursor());
    }
    enclose_children();
    return std::move(body_);
}

// The words so far are complete: explained, and written where the innermost block wants them.
void BlockBuilder::end_run() {
    words.finish();
    const InlineRun& run = words.run();
    if (run.empty()) return;
    explain_text(run, region_, diagnostics_);
    const NodeKind kind = open_.back().kind;
    const std::size_t owner = open_.size() - (kind == NodeKind::paragraph ? 2 : 1);  // past the first when there is none
    if (owner < open_.size() && open_[owner].kind == NodeKind::item) explain_item(open_[owner], open_[owner - 1]);
    else if (kind == NodeKind::paragraph) explain_paragraph(run, region_, diagnostics_);
    if (kind == NodeKind::paragraph) explain_lines_of_table(run, region_, diagnostics_);
    const bool leads = kind == NodeKind::paragraph && leads_to_speech(run.plain());
    write_run(run, place_in(kind), region_, body_, diagnostics_);
    if (leads) speech_end_ = body_.size();
    words.clear();
}

void BlockBuilder::explain_item(Open& item, Open& list) {
    if (item.begun) return;
    item.begun = true;
    if (list.kind == NodeKind::bullet_list) {
        explain_bullet(words.run(), list.mark, region_, diagnostics_);
        if (list.items == 1) list.words_begin = words.run().begin(), list.first_words = words.run().plain();
    } else if (explain_numbered_quote(words.run(), region_, diagnostics_)) return;
    else if (list.items == 1) list.number_mark = find_number_mark(words.run(), list.number, region_);
}

void BlockBuilder::end_heading(unsigned level) {
    words.finish();
    const InlineRun& run = words.run();
    if (is_blank(run.plain())) {
        words.clear();
        const std::size_t signs = std::min(region_.text.find('#', words.cursor()), region_.text.size());
        words.move_to(region_.line_end(signs));
        diagnostics_.add({rule("body/heading-empty"), region_.span(signs, words.cursor()), {}, {}, {}});
        return;
    }
    explain_text(run, region_, diagnostics_);
    explain_heading(run, level, heading_level_, region_, diagnostics_);
    heading_level_ = std::max(level, 2U);  // a heading of level 1 is reported, and read as one of level 2
    const std::uint32_t node = body_.open(NodeKind::heading, region_.span(run.begin(), run.end()));
    body_.node(node).level = static_cast<std::uint8_t>(heading_level_);
    write_run(run, RunPlace::heading, region_, body_, diagnostics_);
    body_.close(run.end());
    body_.set_target(node, unique_id(plain_text(body_, node)));
    words.move_to(region_.line_end(run.end()));  // past the # signs that may close it
    words.clear();
}

std::string BlockBuilder::unique_id(std::string_view text) {
    const std::string slug = to_slug(text);
    const std::string wanted = slug.empty() ? "del" : slug;
    std::string id = wanted;
    // Another heading may itself be called "Rubrik 2".
    while (!ids_.emplace(id, 1).second) id = fmt::format("{}-{}", wanted, ++ids_[wanted]);
    return id;
}

// Containers span what they hold, whatever was known of them when they were opened.
void BlockBuilder::enclose_children() {
    for (std::size_t i = body_.size(); i-- > 0;) {
        Node& node = body_.node(i);
        if (i + 1 == node.end) continue;
        const bool block = node.kind < NodeKind::text;
        if (block) node.at.begin = body_[i + 1].at.begin;
        for (std::size_t child = i + 1; child < node.end; child = body_[child].end) {
            node.at.begin = std::min(node.at.begin, body_[child].at.begin);
            node.at.end = std::max(node.at.end, body_[child].at.end);
        }
    }
}

}  // namespace pressrum
