#pragma once
// What a later run must know of a release to see whether it has been changed without a trace.

#include "link/site.hpp"
#include "model/ledger.hpp"

namespace pressrum {

PublishedRelease record_of(const Site& site, const SitePost& post);

// An event as a release that announces it has it.
PublishedEvent record_of(const SiteEvent& placed, const Event& event);

}  // namespace pressrum
