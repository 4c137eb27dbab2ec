// The text of a body for where there is no mark-up: descriptions, calendars.

#include "render/body_html.hpp"

#include <fmt/format.h>

#include <vector>

namespace pressrum {
namespace {

class TextWriter {
public:
    explicit TextWriter(const Body& body) : body_(body) {}

    std::string write() {
        for (std::uint32_t i = 0; i < body_.size(); ++i) {
            for (; !lists_.empty() && body_[lists_.back().node].end <= i; lists_.pop_back()) fresh_ = false;
            write_node(i);
        }
        end_line(0);
        return std::move(out_);
    }

private:
    struct List {
        std::uint32_t node;
        std::uint32_t number;  // of the next item; not used by bullet lists
        bool begun = false;    // has an item
    };

    void write_node(std::uint32_t i) {
        const Node& node = body_[i];
        switch (node.kind) {
            case NodeKind::bullet_list: lists_.push_back({i, 0}); return;
            case NodeKind::ordered_list: lists_.push_back({i, node.number}); return;
            case NodeKind::item: return begin_item();
            case NodeKind::paragraph:
            case NodeKind::statement:
            case NodeKind::heading: return begin_block();
            case NodeKind::code_block: begin_block(), out_ += body_.text(node); return;
            case NodeKind::table: begin_block(), fresh_ = true; return;
            case NodeKind::table_row: begin_line(), first_cell_ = true; return;
            case NodeKind::header_cell:
            case NodeKind::cell:
                if (!first_cell_) out_ += " | ";
                first_cell_ = false;
                return;
            case NodeKind::text:
            case NodeKind::code:
                out_ += body_.text(node);
                fresh_ = false;
                return;
            case NodeKind::soft_break: out_ += ' '; return;
            case NodeKind::hard_break: out_ += '\n'; return;
            default: return;
        }
    }

    // After an empty line; within a list only on a new one, and the first block of an item where its mark stands.
    void begin_block() {
        if (!fresh_) end_line(lists_.empty() ? 2 : 1);
        fresh_ = false;
    }

    void begin_line() {
        if (!fresh_) end_line(1);
        fresh_ = false;
    }

    void begin_item() {
        List& list = lists_.back();
        end_line(list.begun || lists_.size() > 1 ? 1 : 2);
        list.begun = true;
        out_.append(2 * (lists_.size() - 1), ' ');
        if (body_[list.node].kind == NodeKind::bullet_list) out_ += "– ";
        else out_ += fmt::format("{}. ", list.number++);
        fresh_ = true;
    }

    void end_line(std::size_t breaks) {
        while (!out_.empty() && (out_.back() == '\n' || out_.back() == ' ')) out_.pop_back();
        if (!out_.empty()) out_.append(breaks, '\n');
    }

    const Body& body_;
    std::string out_;
    std::vector<List> lists_;
    bool fresh_ = true;  // nothing was written yet where the next block may begin
    bool first_cell_ = true;
};

}  // namespace

std::string to_text(const Body& body) { return TextWriter(body).write(); }

}  // namespace pressrum
