#pragma once
// Words on the sheet of a card, set by Pango, so that every script comes out as it should and lines are broken by the language's own rules.
//
// The sheet says of each of its points how much of the ink lies there. Fonts are looked for once, which takes longer than a card does: one Lettering
// serves a whole process. What stands on a sheet follows from its own words alone, not from those of the sheets before.

#include <cstdint>
#include <memory>
#include <string>

namespace pressrum {

enum class Weight { half_bold, bold };

struct LetterStyle {
    Weight weight;
    int size;   // pixels
    int width;  // of a line, in pixels; a longer word is broken
};

class Lettering {
public:
    Lettering(int width, int height);
    ~Lettering();

    void clear();

    // The words that are measured and written until others are set.
    void set(const std::string& words, const std::string& language, const LetterStyle& style);
    // Of the ink, in pixels.
    int width() const;
    int height() const;
    // Whether the words begin at the right, as Arabic does.
    bool is_leftwards() const;
    // Lines below `height` go, and an ellipsis tells of them.
    void shorten(int height);
    // With the upper left corner of the ink at this point.
    void write(int left, int top);

    // A line of the sheet: 0, no ink, to 255.
    const std::uint8_t* row(int y) const;

private:
    struct Tools;
    std::unique_ptr<Tools> tools_;
};

}  // namespace pressrum
