#pragma once
// Help, printed from the tables of commands and flags.

#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"

#include <string>

namespace pressrum {

std::string program_help(MessageLanguage language);
std::string command_help(const Command& command, MessageLanguage language);
// What went wrong and where to read more.
std::string wrong_use_text(const WrongUse& fault, const Command* command, MessageLanguage language);

}  // namespace pressrum
