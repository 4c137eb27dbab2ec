#pragma once
// One photo → the files that are shown of it, in each format and width.

#include "io/pictures/job.hpp"

namespace pressrum {

// Writes into job.folder. Never throws for what a file holds: the answer tells.
PictureAnswer make_derivatives(const PictureJob& job);

}  // namespace pressrum
