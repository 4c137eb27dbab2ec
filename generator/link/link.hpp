#pragma once
// The link stage: what files say together.

#include "base/diagnostic.hpp"
#include "base/parallel.hpp"
#include "link/site.hpp"
#include "link/statement_memory.hpp"

#include <optional>

namespace pressrum {

struct LinkOptions {
    Now now;                            // decides what is public
    bool drafts = false;                // drafts are built too, marked
    bool future = false;                // embargoed posts are built too, marked
    std::string base_url;               // instead of site.yaml's; empty: site.yaml's
    StatementMemory* memory = nullptr;  // of an earlier run; null: none
};

// Nothing when the site's own files are too faulty to make a site of (that has been reported). `documents` is used up: bodies and
// posts move into the Site. Faulty posts are left out of the Site, and references to them are silent.
std::optional<Site> link(Documents documents, const SourceTree& tree, const LinkOptions& options, Threads threads,
                         Diagnostics& diagnostics);

}  // namespace pressrum
