#pragma once
// A draft as the file of a post.
//
// Fields stand in the order in which `pressrum new` writes them. What the text does not say stands as a comment at its place,
// in the form of the field, so that it becomes one when its # is taken away and the gap is filled; each such place is a question.

#include "import/import.hpp"
#include "import/quotes.hpp"

namespace pressrum {

// `body` is the draft's body as Markdown, `lines` the line of each of its blocks, `quotes` its statements.
ImportedPost write_post(const Draft& draft, const std::string& body, const std::vector<std::size_t>& lines,
                        const std::vector<ProposedQuote>& quotes, const ImportSite& site, LanguageOfWords comments);

}  // namespace pressrum
