#include "build.hpp"
#include "cli/closing.hpp"
#include "cli/commands/commands.hpp"
#include "cli/json_out.hpp"
#include "cli/making.hpp"
#include "io/temporary_folder.hpp"

#include <chrono>

namespace pressrum {
namespace {

struct Writing {
    const Arguments& arguments;
    const std::vector<Finding>& findings;
    const std::string& summary;
    Console& console;
};

void as_text(const Writing& w) {
    show(w.findings, w.console);
    w.console.out << w.summary << '\n';
}

// Only findings on the standard output, for a program that reads it.
void as_json(const Writing& w) {
    write_json_lines(w.console.out, w.findings);
    w.console.err << w.summary << '\n';
}

void as_github(const Writing& w) {
    write_github(w.console.orders, w.findings, w.console.language, [&](const std::string& path) { return file_of(w.arguments, path); });
    w.console.out << w.summary << '\n';
}

constexpr std::pair<std::string_view, void (*)(const Writing&)> kFindingFormats[] = {
    {"text", as_text}, {"json", as_json}, {"github", as_github}};

}  // namespace

ExitStatus run_check(const Arguments& arguments, Console& console) {
    const auto begin = std::chrono::steady_clock::now();
    std::optional<BuildOptions> options = build_options(arguments, console);
    if (!options) return ExitStatus::wrong_use;
    options->pictures = picture_making(arguments, console);
    options->bytes = Bytes::dropped;
    const TemporaryFolder spare("pressrum-check");  // a check must not need a cache it can write to
    options->pictures->spare = spare.path();
    Build build;
    make(*options, build);

    const std::vector<Finding> findings = findings_of(build, console.language);
    RunSummary run = summary_of(build, findings);
    run.planned = build.outputs.size();
    run.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    const std::string summary = check_summary(run, console.language);
    for (const auto& [name, write] : kFindingFormats) {
        if (name == arguments.format) write({arguments, findings, summary, console});
    }
    return run.errors == 0 ? ExitStatus::done : ExitStatus::faults;
}

}  // namespace pressrum
