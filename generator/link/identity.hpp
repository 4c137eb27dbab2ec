#pragma once
// The site's address, and the authority that its permanent ids name.

#include "base/diagnostic.hpp"
#include "link/site.hpp"

#include <string_view>

namespace pressrum {

// Fills origin and base_path.
void link_address(Site& site, std::string_view base_url);

// Fills authority, from id_authority or the host of base_url. False: it cannot be part of an id (reported).
bool link_authority(Site& site, Diagnostics& diagnostics);

}  // namespace pressrum
