#pragma once
// HTML that somebody wrote in the text: reported once each, with its Markdown where there is one.

#include "base/diagnostic.hpp"
#include "read/markdown/region.hpp"

#include <string>
#include <vector>

namespace pressrum {

// The tags within one block. A closing tag belongs to its opening one: "<b>ja</b>" is one finding.
class HtmlTags {
public:
    void add(Span tag, const Region& region);
    void extend(Span piece);  // the next line of a tag or comment that spans several
    void end_block(const Region& region, Diagnostics& diagnostics);

private:
    struct Tag {
        Span at;
        std::string name;   // "b"; empty: a comment or the like
        bool open = false;  // its closing tag has not been met
        Span inside = {};   // between opening and closing tag
    };
    std::vector<Tag> tags_;
};

void report_html_block(Span at, const Region& region, Diagnostics& diagnostics);

}  // namespace pressrum
