#include "build.hpp"
#include "cli/commands/commands.hpp"
#include "cli/commands/explanation.hpp"
#include "cli/help.hpp"
#include "cli/making.hpp"

namespace pressrum {

ExitStatus run_explain(const Arguments& arguments, Console& console) {
    const std::optional<BuildOptions> options = build_options(arguments, console);
    if (!options) return ExitStatus::wrong_use;
    Build build;
    make(*options, build);
    if (!build.site) {
        show(findings_of(build, console.language), console);
        return ExitStatus::faults;
    }
    const PlannedFile* file = find_planned(build, arguments.operand);
    if (file == nullptr) {
        const WrongUse fault{{"pressrummet har ingen adress \"{0}\"", "the press room has no address \"{0}\""},
                             {arguments.operand},
                             nearest_address(build, arguments.operand)};
        console.err << wrong_use_text(fault, arguments.command, console.language);
        return ExitStatus::wrong_use;
    }
    console.out << explanation(build, *file, console.language);
    return ExitStatus::done;
}

}  // namespace pressrum
