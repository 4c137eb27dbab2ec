#include "build.hpp"
#include "cli/closing.hpp"
#include "cli/commands/commands.hpp"
#include "cli/help.hpp"
#include "cli/making.hpp"

#include <chrono>

namespace pressrum {

ExitStatus run_build(const Arguments& arguments, Console& console) {
    const auto begin = std::chrono::steady_clock::now();
    // What is published from public/ is seen by everybody.
    if ((arguments.drafts || arguments.future) && arguments.out.empty()) {
        console.err << wrong_use_text(
            {{"med --drafts eller --future byggs sådant som inte är publicerat; ange med --out en mapp som inte publiceras",
              "--drafts and --future build what is not published; give a folder that is not published with --out"},
             {}},
            arguments.command, console.language);
        return ExitStatus::wrong_use;
    }
    std::optional<BuildOptions> options = build_options(arguments, console);
    if (!options) return ExitStatus::wrong_use;
    options->pictures = picture_making(arguments, console);
    Build build;
    if (may_publish(*options, build.diagnostics)) {
        make(*options, build);
        publish_build(*options, build);
    }

    const std::vector<Finding> findings = findings_of(build, console.language);
    show(findings, console);
    RunSummary run = summary_of(build, findings);
    if (build.published) run.files = build.counts;
    run.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    console.out << build_summary(run, options->out, console.language) << '\n';
    return build.published ? ExitStatus::done : ExitStatus::faults;
}

}  // namespace pressrum
