#pragma once
// A manifest tells what belongs to unlisted posts by the digest of its path (link/ledger.hpp says why): whoever has the paths finds them again.

#include "io/descriptor.hpp"
#include "io/manifest_read.hpp"

#include <string_view>
#include <vector>

namespace pressrum {

// Gives such files their path when it is one of `known`, or lies in the open folder `top`; `files` stay sorted. Those that are not found keep
// an empty path.
void find_unlisted(std::vector<PublishedFile>& files, const std::vector<std::string_view>& known, const Descriptor& top);

}  // namespace pressrum
