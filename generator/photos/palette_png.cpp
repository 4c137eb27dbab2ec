// Encoding is most of what a card costs. Half a byte a point halves the work, and the letters that come again are found quickly even by a compressor
// that does not look far. Of 200 cards on one core, without a filter unless said:
//
//     4 bits a point, level 3   2.4 ms   15.1 kB         4 bits, above, only runs   2.2 ms   15.1 kB, of a long title twice as much
//     8 bits a point, level 3   2.8 ms   17.3 kB         4 bits, level 6            5   ms   12.1 kB
#include "photos/palette_png.hpp"

#include "photos/owned.hpp"

#include <png.h>

#include <cstddef>
#include <cstdio>
#include <memory>

namespace pressrum {
namespace {

constexpr std::size_t kHalfByteColours = 16;

// Two points a byte.
void pack(const std::uint8_t* points, std::size_t count, std::uint8_t* bytes) {
    for (std::size_t i = 0; i < count / 2; ++i) bytes[i] = static_cast<std::uint8_t>(points[2 * i] << 4 | points[2 * i + 1]);
    if (count % 2 != 0) bytes[count / 2] = static_cast<std::uint8_t>(points[count - 1] << 4);
}

// On a fault libpng jumps back to where setjmp() stands: from there on nothing is made that would have to be destroyed. `row` has room for one.
bool encode(std::FILE* file, const PaletteImage& image, std::uint8_t* row) {
    png_color palette[PNG_MAX_PALETTE_LENGTH];
    for (std::size_t i = 0; i < image.palette.size(); ++i)
        palette[i] = {image.palette[i].red, image.palette[i].green, image.palette[i].blue};
    const bool half = image.palette.size() <= kHalfByteColours;
    const auto width = static_cast<std::size_t>(image.width);
    png_struct* png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_info* info = png == nullptr ? nullptr : png_create_info_struct(png);
    if (info == nullptr || setjmp(png_jmpbuf(png)) != 0) {
        png_destroy_write_struct(&png, &info);
        return false;
    }
    png_init_io(png, file);
    png_set_IHDR(png, info, static_cast<png_uint_32>(image.width), static_cast<png_uint_32>(image.height), half ? 4 : 8,
                 PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_PLTE(png, info, palette, static_cast<int>(image.palette.size()));
    png_set_check_for_invalid_index(png, 0);  // a look at each point
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_compression_level(png, 3);
    png_set_compression_buffer_size(png, 1 << 16);  // one chunk
    png_write_info(png, info);
    for (const std::uint8_t *points = image.points.data(), *end = points + image.points.size(); points != end; points += width) {
        if (half) pack(points, width, row);
        png_write_row(png, half ? row : points);
    }
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return true;
}

}  // namespace

bool write_png(const std::string& file, const PaletteImage& image) {
    std::unique_ptr<std::FILE, Destroy<std::fclose>> out(std::fopen(file.c_str(), "wb"));
    if (!out) return false;
    std::vector<std::uint8_t> row(static_cast<std::size_t>(image.width));
    const bool whole = encode(out.get(), image, row.data());
    return std::fclose(out.release()) == 0 && whole;
}

}  // namespace pressrum
