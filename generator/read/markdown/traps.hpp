#pragma once
// What Markdown takes for something other than the writer meant, explained with what to write instead.
//
// Each function looks at one finished piece of the text and reports at most one fault in it (explain_text: one per place).
// The tests are kept narrow: what they do not recognise is left alone.

#include "base/diagnostic.hpp"
#include "read/markdown/region.hpp"
#include "read/markdown/run.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace pressrum {

// Words followed by ", säger Karin Alm", or ", Karin Alm says.": what somebody said.
bool reads_as_quotation(std::string_view text);

// The first words of a list item whose list has this mark ('-', '*', '+'). Reports an item that is a quotation.
void explain_bullet(const InlineRun& run, char mark, const Region& region, Diagnostics& diagnostics);

// The only item of a hyphen list, after somebody who speaks: it ends as a sentence does, and is perhaps a statement.
void explain_lone_hyphen(std::uint32_t begin, std::string_view text, const Region& region, Diagnostics& diagnostics);
// Whether a paragraph leads to what somebody says: it begins with a talstreck, or ends with a colon after a verb of saying.
bool leads_to_speech(std::string_view text);

// The same for an item of a numbered list, when it begins with a talstreck: "1. – Citat". False when it does not.
bool explain_numbered_quote(const InlineRun& run, const Region& region, Diagnostics& diagnostics);

// The number and its mark before the first words of a list item, and whether they are a date ("2. maj") or a year ("2024. …") for
// certain; where not, only the whole list can tell (a single item with a number other than 1).
struct NumberMark {
    Span at;
    bool certain;
};
NumberMark find_number_mark(const InlineRun& run, unsigned number, const Region& region);
void explain_number(Span mark, const Region& region, Diagnostics& diagnostics);

// A paragraph: "##Rubrik", "-Citatet, säger N.N." and "• – Citatet".
void explain_paragraph(const InlineRun& run, const Region& region, Diagnostics& diagnostics);

// A paragraph with the second line of a table ("|--|--|"), which is a table only with an empty line before it, three hyphens in
// each column and as many columns as the first line.
void explain_lines_of_table(const InlineRun& run, const Region& region, Diagnostics& diagnostics);

// A heading of this level that comes after one of level `before` (1: the first); also one that begins with a talstreck.
void explain_heading(const InlineRun& run, unsigned level, unsigned before, const Region& region, Diagnostics& diagnostics);

// Words that look like a link: "[text] (https://…)", "[text](tel:0980-31 90 00)".
void explain_text(const InlineRun& run, const Region& region, Diagnostics& diagnostics);

// Code made by four spaces; `outermost`: not inside a list or quotation.
enum class CodeMark : std::uint8_t { fence, spaces };
enum class Depth : std::uint8_t { outermost, inside };
void explain_indented_code(Span code, Depth depth, const Region& region, Diagnostics& diagnostics);

// A table's row whose last cell ends at `at`: cells that the first row has no column for are left out. Returns where the row ends.
std::size_t explain_row(std::size_t at, const Region& region, Diagnostics& diagnostics);

// Text that the library would need more than linear time for: a very long paragraph, or brackets within brackets.
std::optional<Diagnostic> find_excess(const Region& region);

}  // namespace pressrum
