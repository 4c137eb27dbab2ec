#pragma once
// Characters that nobody sees: they come along when text is pasted, split what should be compared, and can carry what nobody meant to publish
// (Unicode's Default_Ignorable_Code_Point; Unicode Standard Annexes 9 and 31, C2PA text manifests).
//
// Left alone where they have a meaning: what joins letters of scripts that join, what chooses the form of an emoji or an ideograph, and direction
// marks that have their other half in the same paragraph.

#include <cstddef>
#include <string>
#include <vector>

namespace pressrum {

struct Invisible {
    enum Kind { character, half_a_direction } kind;
    std::size_t at;         // offset into the text without them, where it stood
    char32_t code;          // the first of a run
    std::size_t count = 1;  // of a run
};

// The text without the meaningless ones, and what was left out. A next-line character (U+0085) becomes a space.
struct VisibleText {
    std::string text;
    std::vector<Invisible> left_out;
};
VisibleText without_invisible(std::string text);

// "U+200B (ZERO WIDTH SPACE)"
std::string name_of_character(char32_t code);

}  // namespace pressrum
