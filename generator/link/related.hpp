#pragma once
// Which releases appear under "read also", and the standalone pages: small parts of the link stage.

#include "base/diagnostic.hpp"
#include "link/site.hpp"

namespace pressrum {

// Fills `related` of every listed post: at most three older releases that share most topics and areas. Only older ones, so that
// a new release never changes an old page; only the nearest in each topic, so that the work stays linear.
void relate_posts(Site& site);

// Moves the sound pages into the site and gives them their addresses.
void link_pages(Site& site, std::vector<PageDocument>& pages, Diagnostics& diagnostics);

}  // namespace pressrum
