#pragma once
// What the fuzzers share: promises that are kept whatever the input is, checked so that a broken one ends the run.

#include "base/diagnostic.hpp"
#include "base/source.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

// The fuzzer: a file of tests/fuzz defines it, libFuzzer or replay_main.cpp calls it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace pressrum::fuzz {

inline void must(bool holds, const char* promise) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

inline std::string to_text(const std::uint8_t* data, std::size_t size) { return {reinterpret_cast<const char*>(data), size}; }

inline void must_lie_in_file(Span at, const Sources& sources) {
    must(at.known() && at.file < sources.size(), "a place is in a file");
    must(at.begin <= at.end && at.end <= sources[at.file].text.size(), "a place lies in its file");
    must(sources[at.file].position(at.begin).line >= 1, "a place has a line");
}

// Everything that is said has a rule, and a place in the file that was read.
inline void must_be_sound(const Diagnostics& diagnostics, const Sources& sources) {
    for (const Diagnostic& each : diagnostics.all()) {
        must(each.rule != nullptr, "a message has a rule");
        must_lie_in_file(each.at, sources);
        for (const Note& note : each.notes) must_lie_in_file(note.at, sources);
    }
}

inline bool has_error(const Diagnostics& diagnostics) {
    for (const Diagnostic& each : diagnostics.all()) {
        if (each.rule->severity == Severity::error) return true;
    }
    return false;
}

}  // namespace pressrum::fuzz
