#pragma once
// A Word document (.docx) → the same blocks as plain text.
//
// Headings and the title are known by their styles, lists by their numbering; bold, italic and links are kept, and tables
// that are no wider than Markdown's. Pictures, footnotes and text boxes are counted, not read; deleted text of tracked
// changes is left out, inserted text taken. Bounded: a document that unpacks to more than kMaxDocumentBytes, or whose parts lie
// nested too deep, is refused. Pure: the bytes are all it looks at, no entity or address in them is followed.

#include "base/diagnostic.hpp"
#include "import/blocks.hpp"

#include <tl/expected.hpp>

namespace pressrum {

inline constexpr std::size_t kMaxDocumentBytes = 16 * 1024 * 1024;

// Else why not, with {0} for the file's name.
tl::expected<ReleaseText, Words> read_docx(std::string_view bytes);

}  // namespace pressrum
