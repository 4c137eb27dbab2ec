#pragma once
// Where a command prints, in which language, and how it can end.

#include "base/diagnostic.hpp"
#include "model/lexicon.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

// The program's exit status; run() alone hands one to the machine.
enum class ExitStatus : int {
    done = 0,       // published, clean, printed
    faults = 1,     // faults in the content
    wrong_use = 2,  // of the command
    failed = 3,     // the program or the machine
};

enum class MessageLanguage { swedish, english };

inline std::string_view in(MessageLanguage language, const Words& words) {
    return language == MessageLanguage::swedish ? words.sv : words.en;
}

// The words with {0}, {1}, … filled.
inline std::string say(MessageLanguage language, const Words& words, const std::vector<std::string>& values = {}) {
    return fill(in(language, words), values);
}

// "1 fil", "2 filer": {0} of `many` is the number.
inline std::string counted(MessageLanguage language, std::size_t count, const Words& one, const Words& many) {
    return say(language, count == 1 ? one : many, {std::to_string(count)});
}

struct Console {
    std::ostream& out;  // what was asked for
    std::ostream& err;  // what went wrong
    MessageLanguage language;
    bool color;             // of err: a terminal whose reader has nothing against colours
    bool terminal = false;  // a person looks at err: what is done may be shown while it is done
    std::ostream& orders;   // out, for what a CI runner is to take as an order to itself; elsewhere nothing is one (cli/log.hpp)
};

}  // namespace pressrum
