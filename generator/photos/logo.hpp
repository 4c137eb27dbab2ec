#pragma once
// A logo as it lies on a card: on a white plate, since nobody knows whether it can be seen on the municipality's own colour.

#include "photos/palette_png.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace pressrum {

// The file is the site's own, so it may be an SVG. Nothing when it cannot be read: the site shows it too, and says so there.
std::optional<PaletteImage> logo_plate(const std::string& file, std::size_t most_colours);

}  // namespace pressrum
