#pragma once
// What the process is told from outside: the clock, variables of the environment, the machine's cores, terminals. Only cli uses it; what a site
// looks like depends on none of it but the time, which cli hands on as Now.

#include "base/time.hpp"

#include <optional>
#include <string>

namespace pressrum {

Instant clock_now();

// A variable's value; nothing when it is not set. Set and empty is empty.
std::optional<std::string> environment(const char* name);

// The folder that this program lies in, links followed; empty when the machine does not say.
std::string program_folder();

enum class Stream { output, error };
// Whether a person reads it on a terminal.
bool is_terminal(Stream stream);

}  // namespace pressrum
