#pragma once
// The municipality's colours as a style sheet, over those of the layouts.
//
// Here and not in the render stage, because the file's name depends on its content.

#include "model/config.hpp"

#include <string>
#include <string_view>

namespace pressrum {

// With the classes of pictures: `tone-012` is one of 27 colours, `focus-x-3 focus-y-7` what stays in sight in a picture that is cropped. A page may
// hold no style of its own, and a sheet that held only what is used would change with every new picture, and with it every page.
std::string theme_css(const Theme& theme);

// "tone-012 focus-x-3 focus-y-7"; either may be missing.
std::string picture_classes(std::string_view tone, const Sourced<Focus>& focus);

}  // namespace pressrum
