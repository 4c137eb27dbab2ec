#pragma once
// Which program this is: what a cache of an earlier run must have been written by.

#include "base/digest.hpp"

namespace pressrum {

// Of the executable and of every library it has loaded: of their build ids, which change with what they were built from, and of size and time
// of one that has none.
Sha256 program_digest();

}  // namespace pressrum
