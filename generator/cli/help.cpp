#include "cli/help.hpp"

#include "base/text.hpp"
#include "cli/excerpt.hpp"
#include "cli/flags.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

constexpr std::size_t kColumns = 100;

// Words broken into lines of at most kColumns, each indented.
std::string wrapped(std::string_view text, std::size_t indent) {
    std::string out(indent, ' ');
    std::size_t column = indent;
    for (const std::string_view word : split(text, ' ')) {
        const std::size_t width = display_width(word);
        if (column > indent && column + 1 + width > kColumns) {
            out += "\n" + std::string(indent, ' ');
            column = indent;
        }
        if (column > indent) out += ' ', ++column;
        out += word;
        column += width;
    }
    return out + "\n";
}

// Two columns: what can be written, and what it means.
std::string listed(const std::vector<std::pair<std::string, std::string_view>>& rows) {
    std::size_t width = 0;
    for (const auto& [name, doc] : rows) width = std::max(width, display_width(name));
    std::string out;
    for (const auto& [name, doc] : rows) {
        const std::string text = wrapped(doc, width + 4);
        out += "  " + name + std::string(width - display_width(name) + 2, ' ') + text.substr(width + 4);
    }
    return out;
}

}  // namespace

std::string program_help(MessageLanguage language) {
    std::vector<std::pair<std::string, std::string_view>> rows;
    for (const Command& command : kCommands) {
        const std::string_view operand = in(language, command.operand);
        rows.emplace_back(fmt::format("{}{}{}", command.name, operand.empty() ? "" : " ", operand), in(language, command.doc));
    }
    std::string out = say(language, {"pressrum gör en mapp med pressmeddelanden till ett pressrum.\n\n  pressrum KOMMANDO [flaggor]\n\n",
                                     "pressrum turns a folder of press releases into a press room.\n\n  pressrum COMMAND [flags]\n\n"});
    out += listed(rows);
    out += say(language, {"\npressrum help KOMMANDO visar ett kommandos flaggor; pressrum --version visar programmets version.\n",
                          "\npressrum help COMMAND shows the flags of a command; pressrum --version shows the program's version.\n"});
    return out;
}

std::string command_help(const Command& command, MessageLanguage language) {
    const std::string_view operand = in(language, command.operand);
    std::vector<std::pair<std::string, std::string_view>> rows;
    for (const Flag& flag : kFlags) {
        if (!flag.belongs_to(command)) continue;
        rows.emplace_back(fmt::format("{}{}{}", flag.name, flag.takes_value() ? " " : "", in(language, flag.placeholder)),
                          in(language, flag.doc));
    }
    std::string out = fmt::format("pressrum {}: {}\n\n", command.name, in(language, command.doc));
    out += fmt::format("  pressrum {}{}{} [{}]\n\n", command.name, operand.empty() ? "" : " ", operand, in(language, {"flaggor", "flags"}));
    out += wrapped(in(language, command.detail), 0) + "\n" + listed(rows);
    out += say(
        language,
        {"\nProgrammet slutar med 0: klart, 1: fel i innehållet, 2: kommandot kan inte användas så, 3: programmet eller datorn stannade.\n",
         "\nExit status 0: done, 1: faults in the content, 2: wrong use of the command, 3: the program or the machine failed.\n"});
    return out;
}

std::string wrong_use_text(const WrongUse& fault, const Command* command, MessageLanguage language) {
    std::vector<std::string> words;
    for (const std::string& word : fault.words) words.push_back(printable(word));
    std::string out = "pressrum: " + say(language, fault.text, words);
    if (!fault.nearest.empty()) out += say(language, {"; menade du {0}?", "; did you mean {0}?"}, {fault.nearest});
    out += '\n';
    out += say(language,
               {"          pressrum help{0} visar vad som går att skriva\n", "          pressrum help{0} shows what can be written\n"},
               {command == nullptr ? "" : " " + std::string(command->name)});
    return out;
}

}  // namespace pressrum
