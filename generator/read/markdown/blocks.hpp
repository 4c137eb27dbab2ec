#pragma once
// Builds the blocks of a Body, in document order, and explains what only a whole block can show.
//
// The words of the innermost block go into `words`; when the block ends, or another begins within it, they are written.

#include "base/diagnostic.hpp"
#include "model/body.hpp"
#include "read/markdown/region.hpp"
#include "read/markdown/run_builder.hpp"
#include "read/markdown/traps.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pressrum {

class BlockBuilder {
public:
    BlockBuilder(const Region& region, Diagnostics& diagnostics) : words(region, diagnostics), region_(region), diagnostics_(diagnostics) {}

    RunBuilder words;
    std::size_t depth() const { return open_.size(); }

    // Block quotes, items, tables and their parts, paragraphs. `level` of a cell is its alignment.
    void enter(NodeKind kind, unsigned level = 0);
    void enter_heading(unsigned level);
    void enter_bullet_list(bool tight, char mark);
    void enter_ordered_list(bool tight, unsigned number);
    void leave();  // whatever was entered last

    void add_rule();
    // `at` unknown: the code is empty.
    void add_code(std::string_view code, Span at, std::string_view language, CodeMark mark);
    void add_html(Span at);

    Body finish();  // closes what is open, as when reading was stopped

private:
    struct Open {
        NodeKind kind;
        std::uint32_t node;             // paragraph, heading: none yet
        unsigned number = 0;            // heading: its level; ordered list: its first number
        char mark = 0;                  // bullet list: '-', '*' or '+'
        unsigned items = 0;             // of a list, so far
        bool begun = false;             // item: its first words are written
        NumberMark number_mark = {};    // ordered list: of its first item
        bool after_speech = false;      // bullet list: the paragraph just before leads to what somebody says
        std::uint32_t words_begin = 0;  // bullet list: the first words of its first item
        std::string first_words = {};
    };

    Open& open(NodeKind kind);
    void end_run();
    void explain_item(Open& item, Open& list);
    void end_heading(unsigned level);
    std::string unique_id(std::string_view text);
    void enclose_children();

    const Region& region_;
    Diagnostics& diagnostics_;
    Body body_;
    std::vector<Open> open_;
    std::uint32_t speech_end_ = 0;  // one past the nodes of a paragraph that leads to what somebody says
    unsigned heading_level_ = 1;    // of the last heading; 1 is the title of the page
    std::unordered_map<std::string, unsigned> ids_;
};

}  // namespace pressrum
