#pragma once
// Body → HTML, for pages and for feeds.
//
// A pure function of the body and what the caller decides: how an address is written, what a placed thing looks like.
// The HTML is sound by itself: every element closed, every text escaped, no attribute from the editor but href and alt.

#include "link/quotes/quotes.hpp"
#include "model/body.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace pressrum {

struct BodyHtmlOptions {
    // The address to write for a link as the editor wrote it ("/2024/05/slug/", "#rubrik", "https://…").
    std::function<std::string(std::string_view target, Span at)> address;
    // The finished HTML of a placed quote, photo or event; empty: nothing is written.
    std::function<std::string(const Node& node)> placed;
    std::span<const Statement> statements;   // of this body; those with a node are found by it
    std::string_view anchor_word = "citat";  // statements get id="citat-ID"; the site language's word
    // Accessible name of what one speaker says in a row: "Karin Alm, kommunalråd, C"; not given (feeds): the group has no name.
    std::function<std::string(const Speaker& speaker)> speaker_label = {};
    std::string_view permalink_label = {};  // accessible name of the link to a statement; empty: no such links (feeds)
    std::string_view table_label = {};      // accessible name of the scrolling region around a table; empty: no region (feeds)
    enum class Ids { write, leave_out } ids = Ids::write;  // ids of headings and statements
};

std::string to_html(const Body& body, const BodyHtmlOptions& options);

// The whole body as plain text: paragraphs separated by an empty line, list items with "– " or "1. ", links as "text (address)"
// only when `with_addresses`. For descriptions and calendars.
std::string to_text(const Body& body);

}  // namespace pressrum
