#pragma once
// Builds a run from what is reported of the words of one block: spans that begin and end, pieces of text.
//
// It keeps the cursor, the end of what was seen last. What md4c gives no place for (line breaks, marks, a picture without alt)
// is looked for from there; so places only go forward, and never out of the region.

#include "base/diagnostic.hpp"
#include "read/markdown/html.hpp"
#include "read/markdown/region.hpp"
#include "read/markdown/run.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

class RunBuilder {
public:
    RunBuilder(const Region& region, Diagnostics& diagnostics) : region_(region), diagnostics_(diagnostics), cursor_(region.begin) {}

    const InlineRun& run() const { return run_; }
    std::size_t depth() const { return spans_.size(); }
    void finish();  // the block is complete: reports what is known only then
    void clear();

    std::uint32_t cursor() const { return cursor_; }
    Span here() const { return region_.span(cursor_, cursor_); }
    void move_to(std::size_t offset);  // never backward

    // Within the alt of a picture only text counts: the caller passes on everything, the builder leaves out the rest.
    void enter(NodeKind kind);  // emphasis, strong, struck
    void leave(NodeKind kind);
    void enter_code();
    void leave_code();
    // `address_at`: where the address stands, when it stands in the source as it is.
    void enter_link(std::string address, std::optional<Span> address_at);
    void leave_link();
    void enter_picture(std::string address, std::optional<Span> address_at);
    void leave_picture();

    // `place`: where the words stand, when they stand in the source at all.
    void add_text(std::string_view words, std::optional<Span> place);
    void add_code(std::string_view words, std::optional<Span> place);
    void add_break(NodeKind kind);            // soft_break, hard_break
    void add_tag(std::optional<Span> place);  // HTML; the line ends within a tag have no place

private:
    // A link or picture whose text is being read.
    struct Target {
        std::uint32_t begin = 0;  // of a picture: where it begins; of a link: the cursor when it began
        std::string address;
        Span at = {};  // of the address
        std::string alt;
    };

    bool inside_picture() const { return picture_depth_ > 0; }
    void drop_span(std::size_t number);  // of spans_
    Inline& add(Inline::Kind kind, NodeKind node, Span at);
    Span enclose_link(std::size_t index);
    std::size_t end_of_target(std::size_t at, const Target& target) const;
    void report(const Problem& problem, const Target& target, Span whole);

    const Region& region_;
    Diagnostics& diagnostics_;
    std::uint32_t cursor_;
    InlineRun run_;
    std::vector<std::size_t> spans_;  // items of the run that entered a span and have not left it
    Target link_, picture_;
    unsigned link_depth_ = 0;     // links within a link are not links
    unsigned picture_depth_ = 0;  // pictures within the alt of a picture count
    HtmlTags tags_;
    bool tag_goes_on_ = false;
};

}  // namespace pressrum
