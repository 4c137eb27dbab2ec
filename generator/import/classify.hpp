#pragma once
// Takes the blocks of a release apart: each becomes a field of the draft or a block of its body.
//
// The rules, in the order in which they are tried:
//   head        blocks that say "Pressmeddelande", or hold a day and perhaps a place, are kind, publication and place
//   title       the first block after them, when it is short and does not end like a sentence; or Word's title
//   lead        the paragraph after the title, when it is the only one before the first heading, statement or list, or is bold
//   labelled    "Foto: …", "Bilden: …", "Dnr …", "Publicerad", "Kontakt: …" anywhere
//   place       a name alone on a line, after the last paragraph
//   statement   a paragraph that begins with a talstreck, or with a hyphen when it says who speaks
//   heading     a short line without final punctuation that stands alone before a longer text, a list or a statement
// Everything else is a paragraph or a list and stays as it is.

#include "import/draft.hpp"

namespace pressrum {

// Fills all of `draft` but the events and the language.
void classify(std::vector<Block> blocks, const ImportSite& site, const DateNames& names, Draft& draft);

}  // namespace pressrum
