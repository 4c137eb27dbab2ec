#pragma once
// A paragraph as it was read, in a line that can be compared. tests/spec/talstreck.md explains the notation.

#include "link/quotes/reading.hpp"

#include <string>
#include <string_view>

namespace pressrum {

// The paragraph's line ends are those of its source.
Reading read_lines(std::string_view paragraph, std::string_view language);

// «said» / verb|role|name|party / [a further attribution] / {the writer's own words} / ¿undecided?
std::string to_readable(const Reading& reading, std::string_view paragraph);

// What the writer is asked about: the kind of the question and the words; empty: nothing.
std::string asked_about(const Reading& reading, std::string_view paragraph);

}  // namespace pressrum
