#include "photos/logo.hpp"

#include "photos/owned.hpp"

#include <libimagequant.h>
#include <vips/vips8>

#include <memory>
#include <span>

namespace pressrum {
namespace {

using vips::VImage;

constexpr int kWidth = 280, kHeight = 72, kBorder = 20;

const std::vector<double> kWhite = {255, 255, 255};

VImage plate(const std::string& file) {
    vips_block_untrusted_set(FALSE);  // photos are told to do without SVG
    VImage logo = VImage::thumbnail(file.c_str(), kWidth, VImage::option()->set("height", kHeight));
    if (logo.has_alpha()) logo = logo.flatten(VImage::option()->set("background", kWhite));
    return logo.colourspace(VIPS_INTERPRETATION_sRGB)
        .cast(VIPS_FORMAT_UCHAR)
        .embed(kBorder, kBorder, logo.width() + 2 * kBorder, logo.height() + 2 * kBorder,
               VImage::option()->set("extend", VIPS_EXTEND_BACKGROUND)->set("background", kWhite));
}

// At this speed nothing is summed up by several threads, whose sums would differ by their number.
constexpr int kSpeed = 8;

std::optional<PaletteImage> with_few_colours(const VImage& image, std::size_t most) {
    std::size_t size = 0;
    const std::unique_ptr<void, Destroy<g_free>> rgba(image.bandjoin(255).write_to_memory(&size));
    PaletteImage few{image.width(), image.height(), {}, std::vector<std::uint8_t>(size / 4)};

    const std::unique_ptr<liq_attr, Destroy<liq_attr_destroy>> settings(liq_attr_create());
    liq_set_max_colors(settings.get(), static_cast<int>(most));
    liq_set_speed(settings.get(), kSpeed);
    const std::unique_ptr<liq_image, Destroy<liq_image_destroy>> whole(
        liq_image_create_rgba(settings.get(), rgba.get(), few.width, few.height, 0));
    liq_image_add_fixed_color(whole.get(), {255, 255, 255, 255});
    liq_result* made = nullptr;
    if (liq_image_quantize(whole.get(), settings.get(), &made) != LIQ_OK) return std::nullopt;
    const std::unique_ptr<liq_result, Destroy<liq_result_destroy>> result(made);
    liq_set_dithering_level(result.get(), 0);
    if (liq_write_remapped_image(result.get(), whole.get(), few.points.data(), few.points.size()) != LIQ_OK) return std::nullopt;
    const liq_palette* palette = liq_get_palette(result.get());
    for (const liq_color& each : std::span(palette->entries, palette->count)) few.palette.push_back({each.r, each.g, each.b});
    return few;
}

}  // namespace

std::optional<PaletteImage> logo_plate(const std::string& file, std::size_t most_colours) {
    try {
        return with_few_colours(plate(file), most_colours);
    } catch (const vips::VError&) {
        return std::nullopt;
    }
}

}  // namespace pressrum
