#pragma once
// What is told of many small texts, in one readable file for each kind: tests/told/NAME.txt.
//
//     # Anything before the first section, and a line that begins with #, is for the reader.
//     ## date
//
//     > 2024-5-7
//       fel 1–9: …
//
// A section begins with ##. Lines that begin with > are a text (⟨U+00AD⟩ is a character that cannot be seen, support/visible.hpp); those below it, two
// blanks in, are what is told of it. PRESSRUM_UPDATE=1 renews these, and leaves all else as it is.

#include "base/diagnostic.hpp"
#include "base/source.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum::test {

// `tell` is given the section's name and the text, without a line end at its end.
void check_told(const std::string& name, const std::function<std::string(std::string_view section, const std::string& text)>& tell);

// The texts of a file.
std::vector<std::string> texts_of(const std::string& name);

// Everything that a message says, in both languages, with the place and the words that stand there.
std::string whole_message(const Diagnostic& message, const Sources& sources);
std::string whole_messages(const Diagnostics& diagnostics, const Sources& sources);
// Of a value without a place.
std::string whole_message(const Problem& problem);

}  // namespace pressrum::test
