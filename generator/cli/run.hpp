#pragma once
// The program: a command line in, an exit status out.

#include <ostream>
#include <string>
#include <vector>

namespace pressrum {

// What main() calls. `arguments` as the machine gives them, the program's name first.
int run(int count, const char* const* arguments);

// The same with streams of the caller's: the command line without the program's name. `color`: err may be coloured; `terminal`: a person watches it.
int run(const std::vector<std::string>& words, std::ostream& out, std::ostream& err, bool color, bool terminal = false);

}  // namespace pressrum
