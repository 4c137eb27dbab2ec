#pragma once
// Why a text is not YAML, in the writer's own terms.
//
// Only called for a text that the YAML library could not read, or read as something that nobody writes on purpose. So a wrong guess
// here can make a message less apt, but never refuse a text that is sound.

#include "base/diagnostic.hpp"
#include "base/source.hpp"

#include <string_view>

namespace pressrum::yaml {

// `text` is the file's text up to the region's end, `failed_at` the offset where reading stopped. Adds what is wrong with each value
// and the first fault of structure, but nothing at a place that has a message already. Afterwards there is an error in the region.
void explain(std::string_view text, Span region, std::size_t failed_at, Diagnostics& diagnostics);

}  // namespace pressrum::yaml
