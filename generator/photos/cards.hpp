#pragma once
// The picture that stands for a release without a photo where it is shared: its title on the municipality's colours.
//
// One CardMaker makes all cards of a process: fonts and logo are made ready once. A card follows from its job alone, whatever was made before.

#include "io/pictures/job.hpp"
#include "photos/lettering.hpp"
#include "photos/palette_png.hpp"

#include <map>
#include <optional>
#include <string>

namespace pressrum {

class CardMaker {
public:
    // Writes card.png into job.folder.
    PictureAnswer make(const CardJob& job);

private:
    void letter(const CardJob& job, const PaletteImage* logo);
    void letter_title(const CardJob& job, int height);
    const PaletteImage* plate_of(const std::string& logo);

    Lettering lettering_{kCardWidth, kCardHeight};
    PaletteImage card_{kCardWidth, kCardHeight, {}, std::vector<std::uint8_t>(std::size_t{kCardWidth} * kCardHeight)};
    std::map<std::string, std::optional<PaletteImage>> plates_;  // by the logo's file
};

}  // namespace pressrum
