#pragma once
// The source line under a message, and the carets under what the message is about.
//
// What is shown is safe to print: control characters and those that turn the direction of writing are replaced. Tabs stay, in
// both lines, so that the carets stand right whatever a tab is worth; wide letters get two carets, combining marks none. Of a
// line wider than kExcerptColumns only the part around the place is shown, with … where it is cut. The cost does not depend on how long the line is.

#include <cstddef>
#include <string>
#include <string_view>

namespace pressrum {

inline constexpr std::size_t kExcerptColumns = 160;

struct Excerpt {
    std::string line;
    std::string carets;  // at least one
};

// The bytes [begin, end) of a line. A place that goes on in the next line is marked to the end of this one.
Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t end);

// Text for one line of a terminal: line ends and tabs become spaces, other control characters and those that turn the direction of
// writing become U+FFFD.
std::string printable(std::string_view text);

// How many columns a terminal gives it.
std::size_t display_width(std::string_view text);

}  // namespace pressrum
