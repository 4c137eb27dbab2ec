#pragma once
// Texts as words that can be compared: what a person said, whatever the typing.
//
// Two texts are the same when their words and the marks after them are. White space, dashes that stand alone, quotation marks,
// the kind of hyphen and of apostrophe, invisible characters and the Unicode normal form do not count. At a seam (where an
// attribution stood, and at the end) the mark does not count either, as long as both are mere pauses: , . ; : or none.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

struct ComparedWord {
    std::string_view word;     // without the marks after it
    std::string_view mark;     // ".", "!", "…", "" …
    std::uint32_t begin, end;  // bytes in the text, marks included
    bool seam = false;         // an attribution stood after it
};

// The words of a text; they are views into bytes that it owns, and stay where they are when it is moved.
class ComparedText {
public:
    ComparedText() = default;
    explicit ComparedText(std::string_view text);

    std::vector<ComparedWord> words;

private:
    std::unique_ptr<const std::string> bytes_;
};

// Whether the marks of two words with equal letters are the same, seams considered.
bool is_same_mark(const ComparedWord& a, const ComparedWord& b);
bool ends_sentence(const ComparedWord& word);

// The differences between two texts, each with a few words around it: "… kan [aldrig → inte] tolerera …". The first three are
// shown. At most kMaxDiffWords words of each are aligned; longer stretches that differ count as one difference.
inline constexpr std::size_t kMaxDiffWords = 400;
using WordSpan = std::pair<const ComparedWord*, const ComparedWord*>;  // [begin, end)
std::string word_diff(WordSpan from, WordSpan to);

}  // namespace pressrum
