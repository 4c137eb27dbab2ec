#pragma once
// Characters that cannot be seen, or that a text editor loses, in texts that people read: ⟨U+00AD⟩ stands for the character, ⟨F6⟩ for a
// byte that is none.

#include <string>
#include <string_view>

namespace pressrum::test {

// "⟨U+00AD⟩" becomes the character itself; brackets around anything else stand as they are.
std::string with_characters(std::string_view text);

// The other way, for a line: control characters, spaces that are not the usual one or end the line, joiners, marks of direction, lone
// combining marks and bytes that are no UTF-8.
std::string visible(std::string_view line);

}  // namespace pressrum::test
