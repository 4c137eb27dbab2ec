#include "base/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace pressrum {
namespace {

unsigned threads_for(Threads threads, std::size_t count) {
    const unsigned wanted = threads.count != 0 ? threads.count : std::max(1u, std::thread::hardware_concurrency());
    // A thread costs some 70 µs to start: fewer items than this are not worth another one.
    constexpr std::size_t kLeastItems = 16;
    return static_cast<unsigned>(std::min<std::size_t>(wanted, count / kLeastItems + 1));
}

}  // namespace

void parallel_for(Threads threads, std::size_t count, const std::function<void(std::size_t)>& work) {
    // Items taken at once, so that threads seldom meet at the counter; the first ones one by one, since whoever has long ones puts them first.
    constexpr std::size_t kChunk = 8, kOneByOne = 64;
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::exception_ptr failure;
    std::size_t failed_at = count;

    const auto run = [&] {
        for (;;) {
            const std::size_t taken = next.load() < kOneByOne ? 1 : kChunk;
            const std::size_t begin = next.fetch_add(taken);
            if (begin >= count) return;
            for (std::size_t i = begin; i < std::min(begin + taken, count); ++i) {
                try {
                    work(i);
                } catch (...) {
                    const std::lock_guard lock(mutex);
                    if (i < failed_at) failure = std::current_exception(), failed_at = i;
                }
            }
        }
    };

    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads_for(threads, count); ++i) others.emplace_back(run);
    run();
    others.clear();  // joins
    if (failure) std::rethrow_exception(failure);
}

}  // namespace pressrum
