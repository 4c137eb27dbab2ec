#pragma once
// CommonMark and our additions → Body.
//
// Additions: a paragraph that begins with a talstreck (– or —, with or without a space after it, also after a soft hyphen or
// no-break space) is a statement; several statement lines without a blank line between them are separate statements;
// ![](quote:ID), ![](photo:ID), ![](event:ID) and plain pictures are blocks of their own when they stand alone.
// Refused, with a message at its place: raw HTML, links with other schemes than https, http, mailto, tel (and addresses
// on this site), a level 1 heading, pictures inside a line of text, bodies over kMaxBodyBytes, tables over kMaxColumns.
// Explained: a hyphen list whose item is a quotation ("- Citat, säger N.N."), a day or year at the start of a line that
// became a numbered list ("2. maj"), text before "---" that became a heading, four spaces that became code.

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "model/body.hpp"

namespace pressrum {

inline constexpr std::size_t kMaxBodyBytes = 256 * 1024;
inline constexpr unsigned kMaxColumns = 20;

// Reads the part `region` of a file; always returns what could be read. Never throws, linear in the region's size.
Body read_markdown(const Sources& sources, Span region, Diagnostics& diagnostics);

}  // namespace pressrum
