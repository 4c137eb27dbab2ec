// Pango sets the words, so that every script comes out as it should, and breaks lines by the language's own rules. The size of the title follows its
// length: the largest of a few that leaves room for the lines around it.
#include "photos/cards.hpp"

#include <vips/vips8>

#include <array>
#include <charconv>
#include <vector>

namespace pressrum {
namespace {

using vips::VImage;

constexpr int kWidth = static_cast<int>(kCardWidth), kHeight = static_cast<int>(kCardHeight);
constexpr int kMargin = 80;
constexpr int kTitleTop = 160, kTitleHeight = 310;
constexpr std::array<int, 5> kTitleSizes = {72, 62, 54, 46, 38};
constexpr int kSmall = 30;
constexpr int kLogoWidth = 280, kLogoHeight = 72, kPlate = 20;
constexpr const char* kFont = "Open Sans, DejaVu Sans";

std::vector<double> colour_of(const std::string& hex) {
    std::vector<double> colour;
    for (std::size_t at = 1; at + 1 < hex.size() && colour.size() < 3; at += 2) {
        int value = 0;
        std::from_chars(hex.data() + at, hex.data() + at + 2, value, 16);
        colour.push_back(value);
    }
    colour.resize(3);
    return colour;
}

// vips_text reads its words as Pango markup.
std::string escaped(const std::string& words) {
    std::string text;
    for (const char c : words) text += c == '<' ? "&lt;" : c == '&' ? "&amp;" : c == '>' ? "&gt;" : std::string(1, c);
    return text;
}

// The words as a mask. 72 dots an inch make a point a pixel.
VImage text_mask(const std::string& words, const char* weight, int size, int width, const std::string& language) {
    const std::string font = std::string(kFont) + " " + weight + " " + std::to_string(size);
    const std::string markup = "<span lang=\"" + language + "\">" + escaped(words) + "</span>";
    return VImage::text(
        markup.c_str(),
        VImage::option()->set("font", font.c_str())->set("width", width)->set("dpi", 72)->set("wrap", VIPS_TEXT_WRAP_WORD_CHAR));
}

VImage painted(const VImage& on, const VImage& mask, const std::vector<double>& ink, int left, int top) {
    if (left + mask.width() > on.width() || top + mask.height() > on.height())
        return on;  // a word of a whole line's length: better none than half of one
    const VImage whole = mask.embed(left, top, on.width(), on.height());
    const VImage colour = (VImage::black(1, 1) + ink)
                              .cast(VIPS_FORMAT_UCHAR)
                              .embed(0, 0, on.width(), on.height(), VImage::option()->set("extend", VIPS_EXTEND_COPY));
    return whole.ifthenelse(colour, on, VImage::option()->set("blend", true));
}

VImage title_mask(const CardJob& job) {
    VImage mask;
    for (const int size : kTitleSizes) {
        mask = text_mask(job.title, "Bold", size, kWidth - 2 * kMargin, job.language);
        if (mask.height() <= kTitleHeight && mask.width() <= kWidth - 2 * kMargin) return mask;
    }
    // Longer than a title should be: as much of it as there is room for.
    return mask.crop(0, 0, std::min(mask.width(), kWidth - 2 * kMargin), std::min(mask.height(), kTitleHeight));
}

// The logo on a white plate at the lower end of the line, since nobody knows whether it can be seen on the municipality's own colour. The file is the
// site's own, so it may be an SVG. One that cannot be read is left out: the site shows it too, and says so there.
VImage with_logo(const VImage& on, const std::string& file) {
    try {
        VImage logo = VImage::thumbnail(file.c_str(), kLogoWidth, VImage::option()->set("height", kLogoHeight));
        if (logo.has_alpha()) logo = logo.flatten(VImage::option()->set("background", std::vector<double>{255, 255, 255}));
        logo = logo.colourspace(VIPS_INTERPRETATION_sRGB).cast(VIPS_FORMAT_UCHAR);
        const VImage plate =
            logo.embed(kPlate, kPlate, logo.width() + 2 * kPlate, logo.height() + 2 * kPlate,
                       VImage::option()->set("extend", VIPS_EXTEND_BACKGROUND)->set("background", std::vector<double>{255, 255, 255}));
        return on.insert(plate, kWidth - kMargin - plate.width(), kHeight - kMargin + kPlate - plate.height()).copy_memory();
    } catch (const vips::VError&) {
        return on;
    }
}

VImage card(const CardJob& job) {
    const std::vector<double> ink = colour_of(job.ink);
    VImage image = (VImage::black(1, 1) + colour_of(job.background))
                       .cast(VIPS_FORMAT_UCHAR)
                       .embed(0, 0, kWidth, kHeight, VImage::option()->set("extend", VIPS_EXTEND_COPY));
    image = image.copy(VImage::option()->set("interpretation", VIPS_INTERPRETATION_sRGB));
    if (!job.kicker.empty())
        image = painted(image, text_mask(job.kicker, "SemiBold", kSmall, kWidth - 2 * kMargin, job.language), ink, kMargin, kMargin);
    image = painted(image, title_mask(job), ink, kMargin, kTitleTop);
    const VImage name = text_mask(job.organization, "SemiBold", kSmall + 4, kWidth - 3 * kMargin - kLogoWidth, job.language);
    image = painted(image, name, ink, kMargin, kHeight - kMargin - name.height());
    return job.logo.empty() ? image : with_logo(image, job.logo);
}

}  // namespace

PictureAnswer make_card(const CardJob& job) {
    PictureAnswer answer;
    try {
        constexpr const char* kName = "card.png";
        // Two colours and what lies between them at the edge of a letter: a quarter of a JPEG's bytes, and sharper.
        card(job).pngsave((job.folder + "/" + kName).c_str(),
                          VImage::option()->set("palette", true)->set("dither", 0.0)->set("effort", 1)->set("strip", true));
        answer.files.push_back({DerivativeKind::png, kName, kCardWidth, kCardHeight, 0, {}});
    } catch (const std::exception&) {
        answer = {};
        answer.fault = PictureFault::damaged;
    }
    return answer;
}

}  // namespace pressrum
