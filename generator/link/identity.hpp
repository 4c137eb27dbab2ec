#pragma once
// The site's address, and the authority that its permanent ids name.

#include "base/diagnostic.hpp"
#include "link/site.hpp"

#include <string_view>

namespace pressrum {

// Fills origin and base_path.
void link_address(Site& site, std::string_view base_url);

// Fills authority, by id_authority or the host of base_url; false: it can be no part of an id, which is reported.
bool link_authority(Site& site, Diagnostics& diagnostics);

}  // namespace pressrum
