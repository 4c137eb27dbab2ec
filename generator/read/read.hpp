#pragma once
// The read stage: what each file says, on its own.

#include "base/diagnostic.hpp"
#include "base/memory.hpp"
#include "base/parallel.hpp"
#include "model/document.hpp"
#include "model/source_tree.hpp"

namespace pressrum {

// Reads every text file of the tree, file by file and in parallel. A faulty file is reported and comes back with sound =
// false and what could be read of it, so that references to it are not faults of their own.
// `posts` remembers those of an earlier run about which there was nothing to say; null: none.
Documents read(const SourceTree& tree, Threads threads, Diagnostics& diagnostics, Memory* posts = nullptr);

}  // namespace pressrum
