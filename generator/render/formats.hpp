#pragma once
// The formats table: one row for each kind of file that a press room has.

#include "plan/plan.hpp"

#include <span>

namespace pressrum {

extern const std::span<const Format> kFormats;

}  // namespace pressrum
