#pragma once
// Who and what stands where in the posts that are shown: topics, months, people, corrections.

#include "link/site.hpp"

namespace pressrum {

// Needs posts, the lists of them and the events; `topics` is used up.
void index_posts(Site& site, Topics& topics);

}  // namespace pressrum
