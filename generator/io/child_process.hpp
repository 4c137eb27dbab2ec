#pragma once
// Another program, run to its end: a text in, a text out, and a limit on how long it may take.

#include <chrono>
#include <string>
#include <vector>

namespace pressrum {

enum class ChildEnd {
    exited,       // with `code`
    killed,       // by a signal, `code`: it broke down, or went over a limit of its own
    overtime,     // and was ended for it
    not_started,  // `code` is errno
};

struct ChildResult {
    ChildEnd end = ChildEnd::not_started;
    int code = 0;
    std::string output;  // what it wrote on its standard output, at most kMaxOutput
};

inline constexpr std::size_t kMaxOutput = 1 << 20;

// What it says on its standard error is thrown away. Of the environment it sees only what it needs to run: no token or key. May be called by several threads at once.
ChildResult run_child(const std::string& program, const std::vector<std::string>& arguments, const std::string& input,
                      std::chrono::milliseconds limit);

}  // namespace pressrum
