#pragma once
// The same work on many items, on all cores.
//
// Items are independent and each writes only its own slot, so the result does not depend on the number of threads or
// their order. An exception from an item is rethrown by parallel_for: the one with the lowest index.

#include <cstddef>
#include <functional>

namespace pressrum {

// How many threads may work; 0 asks the machine.
struct Threads {
    unsigned count = 0;
};

void parallel_for(Threads threads, std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace pressrum
