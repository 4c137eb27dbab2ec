#pragma once
// The same work on many items, on all cores.
//
// Items are independent and each writes only its own slot, so the result does not depend on the number of threads or
// their order. An exception of an item is thrown again by parallel_for, the one of the lowest index.

#include <cstddef>
#include <functional>

namespace pressrum {

// How many threads may work; 0 asks the machine.
struct Threads {
    unsigned count = 0;
};

void parallel_for(Threads threads, std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace pressrum
