#pragma once
// Pasted plain text → blocks.
//
// Takes text as it comes from a word processor or a mail: any line ends, invisible characters, Word's bullets, lines wrapped
// at a fixed width (they are joined), lines quoted with ">", the header of a mail ("Från: … Ämne: …") and a signature after "-- ".
// What belongs to the mail alone is set aside, not lost. Lines are joined only when the whole text looks wrapped; else each is
// a paragraph. Linear in the text.

#include "import/blocks.hpp"

namespace pressrum {

// `text` is UTF-8 in NFC without control characters other than tab and line ends.
ReleaseText read_paragraphs(std::string_view text);

// Without invisible characters; a no-break space stays beside a digit ("10 000"), where it keeps a number together.
std::string clean_line(std::string_view line);

}  // namespace pressrum
