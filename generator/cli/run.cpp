#include "cli/run.hpp"

#include "cli/commands/commands.hpp"
#include "cli/flags.hpp"
#include "cli/help.hpp"
#include "cli/log.hpp"
#include "cli/site_settings.hpp"
#include "io/environment.hpp"

#include <exception>
#include <iostream>
#include <stdexcept>

#ifndef PRESSRUM_VERSION
#define PRESSRUM_VERSION "0"
#endif

namespace pressrum {
namespace {

bool has_terminal() { return is_terminal(Stream::error) && environment("TERM").value_or("") != "dumb"; }

// Colours where a person is watching, unless they have said no (https://no-color.org) or the terminal has none.
bool wants_color() { return has_terminal() && environment("NO_COLOR").value_or("").empty(); }

// The language that was asked for, else the site's, else Swedish.
MessageLanguage language_of(const std::vector<std::string>& words, const Arguments& arguments) {
    if (const auto typed = typed_language(words)) return *typed;
    return language_for(read_site_settings(arguments.site_folder()).config);
}

ExitStatus answer(const Parsed& parsed, Console& console) {
    const Arguments& arguments = parsed.arguments;
    if (parsed.fault) {
        console.err << wrong_use_text(*parsed.fault, arguments.command, console.language);
        return ExitStatus::wrong_use;
    }
    switch (arguments.ask) {
        case Ask::version: console.out << "pressrum " << PRESSRUM_VERSION << '\n'; return ExitStatus::done;
        case Ask::help:
            console.out << (arguments.command == nullptr ? program_help(console.language)
                                                         : command_help(*arguments.command, console.language));
            return ExitStatus::done;
        case Ask::run: break;
    }
    return arguments.command->run(arguments, console);
}

}  // namespace

int run(const std::vector<std::string>& words, std::ostream& out, std::ostream& err, Screen screen) {
    Log shown(out), told(err);
    Console console{shown, told, MessageLanguage::swedish, screen.colors, screen.watched, out};
    ExitStatus status = ExitStatus::failed;
    try {
        const Parsed parsed = parse_arguments(words);
        console.language = language_of(words, parsed.arguments);
        status = answer(parsed, console);
        // What could not be written was not done.
        if (!shown.flush())
            throw std::runtime_error(
                std::string(in(console.language, {"det går inte att skriva till standard ut", "cannot write to the standard output"})));
    } catch (const std::exception& error) {
        told << "pressrum: " << in(console.language, {"programmet stannade: ", "the program stopped: "}) << error.what() << '\n';
        status = ExitStatus::failed;
    }
    return static_cast<int>(status);
}

int run(int count, const char* const* arguments) {
    // A program may be started without even its own name.
    const std::vector<std::string> words(arguments + (count > 0 ? 1 : 0), arguments + count);
    return run(words, std::cout, std::cerr, {wants_color(), has_terminal()});
}

}  // namespace pressrum
