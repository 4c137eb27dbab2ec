#pragma once
// The read stage: what each file says, on its own.

#include "base/diagnostic.hpp"
#include "base/parallel.hpp"
#include "model/document.hpp"
#include "model/source_tree.hpp"

namespace pressrum {

// Reads every text file of the tree, file by file and in parallel. A faulty file is reported and comes back with sound =
// false and what could be read of it, so that references to it are not faults of their own.
Documents read(const SourceTree& tree, Threads threads, Diagnostics& diagnostics);

}  // namespace pressrum
