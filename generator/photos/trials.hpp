#pragma once
// What the picture program may not do, tried: `pressrum-photos --confinement` takes jobs as always, shuts itself in for them, and makes no picture
// but tries the walls. For the test, and for whoever wants to know what the kernel of a machine holds back.

#include "photos/confine.hpp"

namespace pressrum {

// A line each: "refused: …", "possible: …". First what there is of walls.
std::string try_walls(const Confinement& confinement, const Reach& reach);

}  // namespace pressrum
