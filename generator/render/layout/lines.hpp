#pragma once
// White space of a layout, made as it is on the finished page: see render/layout/parse.hpp.

#include "render/layout/parse.hpp"

namespace pressrum {

// `nodes` have their sections matched, and no text goes on after a line end.
void tidy_lines(std::vector<LayoutNode>& nodes, std::string_view file);

}  // namespace pressrum
