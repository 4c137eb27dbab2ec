#pragma once
// Who and what appears where in the posts that are shown: topics, months, people, corrections.

#include "link/site.hpp"

namespace pressrum {

// Needs the posts, their lists and the events; `topics` is used up.
void index_posts(Site& site, Topics& topics);

}  // namespace pressrum
