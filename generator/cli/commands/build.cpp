#include "build.hpp"
#include "cli/closing.hpp"
#include "cli/commands/commands.hpp"
#include "cli/help.hpp"
#include "cli/last_run.hpp"
#include "cli/making.hpp"

#include <chrono>

namespace pressrum {

namespace {

Outcome make_and_publish(BuildOptions options, const Arguments& arguments, MessageLanguage language) {
    Build build;
    if (!may_publish(options, build.diagnostics)) return outcome_of(build, language);
    const std::string cache = arguments.cache_folder();
    if (arguments.no_cache) {
        make(options, build);
        publish_build(options, build);
        return outcome_of(build, language);
    }
    RawSources sources = sources_now(cache, options);
    if (auto same = LastRun(cache, options, sources, language).find()) return *std::move(same);
    read_known(sources, options.threads);
    remember_sources(cache, options, sources);
    const LastRun last(cache, options, sources, language);  // of what has been read by now
    try {
        KeptFiles kept(cache, options);
        options.store = &kept;
        make(options, std::move(sources), build);
        publish_build(options, build);
    } catch (const KeptIsWrong&) {  // then everything is made: a cache costs time, and never a byte
        KeptFiles kept(cache, options, KeptFiles::Old::passed_over);
        options.store = &kept;
        build = Build();
        make(options, build);
        publish_build(options, build);
        return outcome_of(build, language);
    }
    Outcome outcome = outcome_of(build, language);
    last.remember(build, outcome);
    return outcome;
}

}  // namespace

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
    options->bytes = Bytes::published;
    Outcome outcome = make_and_publish(*options, arguments, console.language);
    show(outcome.findings, console);
    outcome.run.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    console.out << build_summary(outcome.run, options->out, console.language) << '\n';
    return outcome.run.files ? ExitStatus::done : ExitStatus::faults;
}

}  // namespace pressrum
