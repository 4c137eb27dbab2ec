// A card is the colour of the letters laid on the one behind, in as many shades as half a byte can tell: at the edge of a letter no eye sees more.
// A logo brings colours of its own. The size of the title follows its length: the largest of a few that leaves room for the lines around it.
#include "photos/cards.hpp"

#include "photos/logo.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace pressrum {
namespace {

constexpr int kWidth = static_cast<int>(kCardWidth), kHeight = static_cast<int>(kCardHeight);
constexpr int kMargin = 80, kLine = kWidth - 2 * kMargin;
constexpr int kTitleTop = 160, kTitleHeight = 310;
constexpr std::array<int, 6> kTitleSizes = {72, 62, 54, 46, 38, 32};
constexpr int kNameWidth = 680;  // as far as the widest logo
constexpr LetterStyle kKicker = {Weight::half_bold, 30, kLine}, kName = {Weight::half_bold, 34, kNameWidth};
constexpr int kLogoBottom = kHeight - 60, kAboveLogo = 10;

constexpr int kShades = 16;
constexpr std::size_t kMostColours = 256;

Colour colour_of(const std::string& hex) {
    std::array<std::uint8_t, 3> parts{};
    for (std::size_t i = 0, at = 1; i < parts.size() && at + 1 < hex.size(); ++i, at += 2)
        std::from_chars(hex.data() + at, hex.data() + at + 2, parts[i], 16);
    return {parts[0], parts[1], parts[2]};
}

std::uint8_t between(std::uint8_t behind, std::uint8_t ink, int shade) {
    constexpr int kLast = kShades - 1;
    return static_cast<std::uint8_t>((behind * (kLast - shade) + ink * shade + kLast / 2) / kLast);
}

std::vector<Colour> shades(const Colour& behind, const Colour& ink) {
    std::vector<Colour> all;
    for (int i = 0; i < kShades; ++i)
        all.push_back({between(behind.red, ink.red, i), between(behind.green, ink.green, i), between(behind.blue, ink.blue, i)});
    return all;
}

// The shade nearest to a strength of 0 to 255; without a division, since it is asked for each point.
std::uint8_t shade_of(std::uint8_t strength) { return static_cast<std::uint8_t>((strength * (kShades - 1) + 135) >> 8); }

int top_of(const PaletteImage& logo) { return kLogoBottom - logo.height; }

// Over whatever is there.
void lay(const PaletteImage& logo, PaletteImage& card) {
    const std::size_t first = card.palette.size();
    card.palette.insert(card.palette.end(), logo.palette.begin(), logo.palette.end());
    for (int y = 0; y < logo.height; ++y) {
        const auto from = logo.points.begin() + std::ptrdiff_t{y} * logo.width;
        const auto to = card.points.begin() + std::ptrdiff_t{top_of(logo) + y} * card.width + (kWidth - kMargin - logo.width);
        std::transform(from, from + logo.width, to, [&](std::uint8_t point) { return static_cast<std::uint8_t>(first + point); });
    }
}

// A word of a whole line's length, or too many lines: better none than half of them.
void write_whole(Lettering& lettering, int left, int top) {
    if (left + lettering.width() <= kWidth && top + lettering.height() <= kHeight) lettering.write(left, top);
}

int left_of(const Lettering& lettering) { return lettering.is_leftwards() ? kWidth - kMargin - lettering.width() : kMargin; }

}  // namespace

void CardMaker::letter_title(const CardJob& job, int height) {
    for (const int size : kTitleSizes) {
        lettering_.set(job.title, job.language, {Weight::bold, size, kLine});
        if (lettering_.height() <= height && lettering_.width() <= kLine) break;
    }
    lettering_.shorten(height);
    lettering_.write(left_of(lettering_), kTitleTop);
}

void CardMaker::letter(const CardJob& job, const PaletteImage* logo) {
    lettering_.clear();
    lettering_.set(job.kicker, job.language, kKicker);
    write_whole(lettering_, left_of(lettering_), kMargin);
    letter_title(job, logo == nullptr ? kTitleHeight : std::min(kTitleHeight, top_of(*logo) - kAboveLogo - kTitleTop));
    lettering_.set(job.organization, job.language, kName);
    write_whole(lettering_, kMargin, kHeight - kMargin - lettering_.height());
}

const PaletteImage* CardMaker::plate_of(const std::string& logo) {
    if (logo.empty()) return nullptr;
    auto found = plates_.find(logo);
    if (found == plates_.end()) found = plates_.emplace(logo, logo_plate(logo, kMostColours - kShades)).first;
    return found->second ? &*found->second : nullptr;
}

PictureAnswer CardMaker::make(const CardJob& job) {
    constexpr const char* kFile = "card.png";
    PictureAnswer answer;
    const PaletteImage* logo = plate_of(job.logo);
    letter(job, logo);
    card_.palette = shades(colour_of(job.background), colour_of(job.ink));
    for (int y = 0; y < kHeight; ++y)
        std::transform(lettering_.row(y), lettering_.row(y) + kWidth, card_.points.begin() + std::ptrdiff_t{y} * kWidth, shade_of);
    if (logo != nullptr) lay(*logo, card_);
    if (write_png(job.folder + "/" + kFile, card_)) answer.files.push_back({DerivativeKind::png, kFile, kCardWidth, kCardHeight, 0, {}});
    else answer.fault = PictureFault::damaged;
    return answer;
}

}  // namespace pressrum
