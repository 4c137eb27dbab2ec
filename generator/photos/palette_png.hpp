#pragma once
// A picture of few colours as a PNG file: each point is the number of a colour.

#include <cstdint>
#include <string>
#include <vector>

namespace pressrum {

struct Colour {
    std::uint8_t red = 0, green = 0, blue = 0;
};

struct PaletteImage {
    int width = 0, height = 0;
    std::vector<Colour> palette;       // at most 256; up to 16 take half a byte a point
    std::vector<std::uint8_t> points;  // by row, from the top
};

// False: the file cannot be written.
bool write_png(const std::string& file, const PaletteImage& image);

}  // namespace pressrum
