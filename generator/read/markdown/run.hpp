#pragma once
// A run of inline content (the words of one paragraph, heading, cell or list item) before it becomes nodes.
//
// It is collected first and written afterwards, because only when it is complete is it clear what it is: a paragraph, one or
// several statements, a placed picture. Strings lie in one buffer that is reused for the next run.
//
// A talstreck is – or — (U+2012–U+2015, and U+2212 unless a digit follows at once) at the beginning of a line, after white
// space and invisible characters at most, with words after it. A line that begins with one is a statement, whatever stands in
// the line above: a parenthesis between dashes that happens to begin a line cannot be told from it.

#include "base/diagnostic.hpp"
#include "model/body.hpp"
#include "read/markdown/region.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

struct Inline {
    enum class Kind : std::uint8_t {
        text,
        code,
        soft_break,
        hard_break,
        enter,
        leave,    // node: emphasis, strong, struck or link
        picture,  // node: placed_quote, placed_photo or placed_event; text: a faulty one, already reported
    };

    Kind kind;
    NodeKind node = NodeKind::text;
    Span at = {};
    std::uint32_t text_begin = 0, text_size = 0;      // the words; of a picture its alt
    std::uint32_t target_begin = 0, target_size = 0;  // of a link its address, of a picture what is placed
};

struct InlineRun {
    std::vector<Inline> items;
    std::string strings;

    bool empty() const { return items.empty(); }
    void clear() { items.clear(), strings.clear(); }
    std::string_view text(const Inline& item) const { return std::string_view(strings).substr(item.text_begin, item.text_size); }
    std::string_view target(const Inline& item) const { return std::string_view(strings).substr(item.target_begin, item.target_size); }
    void append_text(Inline& item, std::string_view text);  // to the item whose text was written last, or that has none
    void set_target(Inline& item, std::string_view target);

    std::uint32_t begin() const { return items.front().at.begin; }
    std::uint32_t end() const { return items.back().at.end; }
    std::string plain() const;         // like plain_text() of what it becomes
    const Inline* first_text() const;  // null when something else comes first
};

bool begins_with_talstreck(std::string_view text);
bool is_blank(std::string_view text);  // white space and invisible characters only

enum class RunPlace : std::uint8_t { paragraph, item, heading, cell };

// Writes the run at the end of the body: whole blocks where a paragraph may stand, inline nodes elsewhere. Reports what is
// placed inside a line of text, and leaves it out.
void write_run(const InlineRun& run, RunPlace place, const Region& region, Body& body, Diagnostics& diagnostics);

}  // namespace pressrum
