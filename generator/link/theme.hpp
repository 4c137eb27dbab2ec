#pragma once
// The municipality's colours as a style sheet, over those of the layouts.
//
// Here and not among what is rendered, because the name of the file tells its content.

#include "model/config.hpp"

#include <string>

namespace pressrum {

std::string theme_css(const Theme& theme);

}  // namespace pressrum
