#pragma once
// The program: a command line in, an exit status out.

#include <ostream>
#include <string>
#include <vector>

namespace pressrum {

// What main() calls. `arguments` as the machine gives them, the program's name first.
int run(int count, const char* const* arguments);

// Who reads what a command says, beside it.
struct Screen {
    bool colors = false;   // errors may be coloured
    bool watched = false;  // by a person, who is told how far it has come
};

// The same with the caller's streams: the command line without the program's name.
int run(const std::vector<std::string>& words, std::ostream& out, std::ostream& err, Screen screen = {});

}  // namespace pressrum
