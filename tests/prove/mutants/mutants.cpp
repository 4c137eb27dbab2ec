#include "mutants.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>

// PRESSRUM_MUTANT: the number of the one that is on. PRESSRUM_MUTANTS_REACHED: a file to which the number of each place that is asked for is
// added, once a process; the programs that the tests start add to the same file.
namespace pressrum_mutants {
namespace {

constexpr int kUnread = -1, kTracing = -2, kMax = 1 << 16;
std::atomic<bool> reached[kMax];
int file = -1;

int read_environment() {
    if (const char* path = std::getenv("PRESSRUM_MUTANTS_REACHED"); path != nullptr) {
        file = ::open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
        if (file >= 0) return kTracing;
    }
    const char* number = std::getenv("PRESSRUM_MUTANT");
    return number == nullptr ? 0 : std::atoi(number);
}

// Before main, since pressrum-photos may not open files later.
[[gnu::constructor]] void begin() {
    if (__atomic_load_n(&state, __ATOMIC_RELAXED) == kUnread) __atomic_store_n(&state, read_environment(), __ATOMIC_RELAXED);
}

}  // namespace

int state = kUnread;

bool ask(int site) noexcept {
    begin();  // a table that is filled before main
    const int now = __atomic_load_n(&state, __ATOMIC_RELAXED);
    if (now == kTracing && site > 0 && site < kMax && !reached[site].exchange(true)) {
        char line[16];
        const int length = std::snprintf(line, sizeof line, "%d\n", site);
        [[maybe_unused]] const auto written = ::write(file, line, static_cast<unsigned>(length));
    }
    return now == site;
}

}  // namespace pressrum_mutants
