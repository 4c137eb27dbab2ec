#pragma once
// The picture that stands for a release without a photo where it is shared: its title on the municipality's colours.

#include "io/pictures/job.hpp"

namespace pressrum {

// Writes card.png into job.folder.
PictureAnswer make_card(const CardJob& job);

}  // namespace pressrum
