#pragma once
// The views table as webmasters read it: every layout, every record, every name with its type and how it is written. In English only, as the
// table is.

#include <string>

namespace pressrum {

std::string layouts_text();
// docs/layouts.md, with an introduction to how a layout is written.
std::string layouts_markdown();

}  // namespace pressrum
