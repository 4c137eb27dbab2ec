#pragma once
// Which mutant is switched on in this process. Only the copy of the sources that tests/prove/mutants.py rewrites knows of it.
//
// A rewritten place asks on(N): is it this one? 0 is none. In a constant expression the answer is always no.

namespace pressrum_mutants {

extern int state;  // the mutant's number; below 0: not read from the environment yet, or every question is written down

bool ask(int site) noexcept;

constexpr bool on(int site) noexcept {
    if (__builtin_is_constant_evaluated()) return false;
    const int now = __atomic_load_n(&state, __ATOMIC_RELAXED);
    return now < 0 ? ask(site) : now == site;
}

}  // namespace pressrum_mutants
