#pragma once
// Every flag of the program: one row each. Parsing, checking and help walk the table; a new flag is a row.
//
// parse_arguments() reads a command line into Arguments and judges it by the table alone, without looking at the machine:
// whether a folder exists is found out later. Flags may stand before or after what a command is about; the last of two counts; after `--`
// nothing is a flag.

#include "cli/arguments.hpp"
#include "cli/commands/commands.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

constexpr unsigned of(std::initializer_list<CommandId> ids) {
    unsigned mask = 0;
    for (const CommandId id : ids) mask |= 1u << static_cast<unsigned>(id);
    return mask;
}

// What holds when a flag is not typed.
enum class Untyped { nothing, first_choice };

struct Flag {
    std::string_view name;
    Words placeholder;            // for its value: "MAPP", or the choices as "sv|en"; empty: it takes none
    std::string_view example;     // a value, for messages
    unsigned commands;            // of({…})
    Words doc;
    bool (*set)(Arguments& arguments, std::string_view value);    // false: it cannot be used
    Untyped untyped = Untyped::nothing;
    std::string_view short_name = {};    // "-h"

    bool belongs_to(const Command& command) const { return (commands >> static_cast<unsigned>(command.id) & 1u) != 0; }
    bool takes_value() const { return !placeholder.sv.empty(); }
    bool has_choices() const { return placeholder.sv.find('|') != std::string_view::npos; }
};

extern const std::span<const Flag> kFlags;

// `arguments` is filled as far as the command line could be read, even when there is a fault.
struct Parsed {
    Arguments arguments;
    std::optional<WrongUse> fault;
};

// The command line without the program's name.
Parsed parse_arguments(const std::vector<std::string>& words);

// The language of --messages when it is typed correctly, wherever it stands: for messages about the rest of the line.
std::optional<MessageLanguage> typed_language(const std::vector<std::string>& words);

}  // namespace pressrum
