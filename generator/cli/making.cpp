#include "cli/making.hpp"

#include "cli/help.hpp"
#include "cli/now.hpp"
#include "io/environment.hpp"

#include <filesystem>

namespace pressrum {
namespace {

void refuse(const WrongUse& fault, const Arguments& arguments, Console& console) {
    console.err << wrong_use_text(fault, arguments.command, console.language);
}

bool is_folder(const std::string& path) {
    std::error_code error;
    return std::filesystem::is_directory(path, error);
}

bool is_file(const std::string& path) {
    std::error_code error;
    return std::filesystem::is_regular_file(path, error);
}

}  // namespace

std::optional<Now> now_for(const Arguments& arguments, Console& console) {
    if (arguments.now) return arguments.now;
    const std::optional<std::string> epoch = environment("SOURCE_DATE_EPOCH");
    if (!epoch || epoch->empty()) return Now{clock_now(), std::nullopt};
    if (const auto instant = parse_epoch(*epoch)) return Now{*instant, std::nullopt};
    refuse({{"miljövariabeln SOURCE_DATE_EPOCH ska vara ett antal sekunder, inte \"{0}\"",
             "the environment variable SOURCE_DATE_EPOCH should be a number of seconds, not \"{0}\""},
            {*epoch}},
           arguments, console);
    return std::nullopt;
}

std::optional<BuildOptions> build_options(const Arguments& arguments, Console& console) {
    // A folder that was typed must be there; one that was not may be missing, and the load stage says what that means.
    const std::pair<const char*, const std::string*> typed[] = {
        {"--root", &arguments.root}, {"--posts", &arguments.posts}, {"--site", &arguments.site}, {"--layouts", &arguments.layouts}};
    for (const auto& [flag, folder] : typed) {
        if (folder->empty() || is_folder(*folder)) continue;
        refuse({{"{0}: det finns ingen mapp \"{1}\"", "{0}: there is no folder \"{1}\""}, {flag, *folder}}, arguments, console);
        return std::nullopt;
    }
    if (!arguments.against.empty() && !is_file(arguments.against)) {
        refuse({{"{0}: det finns ingen fil \"{1}\"", "{0}: there is no file \"{1}\""}, {"--against", arguments.against}}, arguments,
               console);
        return std::nullopt;
    }
    const std::optional<Now> now = now_for(arguments, console);
    if (!now) return std::nullopt;
    BuildOptions options;
    options.roots = {arguments.posts_folder(), arguments.site_folder(), arguments.layouts_folder()};
    options.out = arguments.out_folder();
    options.now = *now;
    options.drafts = arguments.drafts;
    options.future = arguments.future;
    options.against = arguments.against;
    options.base_url = arguments.base_url;
    options.threads = Threads{arguments.threads};
    return options;
}

PictureMaking picture_making(const Arguments& arguments, Console& console) {
    PictureMaking making;
    making.program = program_folder() + "/pressrum-photos";
    making.cache = arguments.cache_folder();
    if (!console.terminal) return making;
    making.progress = [&console](std::size_t done, std::size_t of) {
        constexpr const char* kClearLine = "\r\x1b[K";
        console.err << kClearLine;
        if (done < of)
            console.err << say(console.language, {"Bilder: {0} av {1}", "Pictures: {0} of {1}"},
                               {std::to_string(done), std::to_string(of)});
        console.err << std::flush;
    };
    return making;
}

std::vector<Finding> findings_of(const Build& build, MessageLanguage language) {
    return resolve(build.diagnostics.all(), build.tree.sources, language,
                   [&](const Rule& rule) { return effective_severity(rule, build.site); });
}

RunSummary summary_of(const Build& build, const std::vector<Finding>& findings) {
    const auto count = [&](Severity severity) {
        std::size_t all = 0;
        for (const Finding& finding : findings) all += finding.severity == severity ? 1 + finding.more : 0;
        return all;
    };
    RunSummary run;
    run.errors = count(Severity::error);
    run.warnings = count(Severity::warning);
    if (build.site) run.posts = build.site->counts;
    return run;
}

Outcome outcome_of(const Build& build, MessageLanguage language) {
    Outcome outcome{findings_of(build, language), {}};
    outcome.run = summary_of(build, outcome.findings);
    if (build.published) outcome.run.files = build.counts;
    return outcome;
}

void show(const std::vector<Finding>& findings, Console& console) {
    write_text(console.err, findings, console.language, console.color ? Color::on : Color::off);
}

std::string file_of(const Arguments& arguments, const std::string& path) {
    const std::pair<std::string_view, std::string> roots[] = {
        {"posts/", arguments.posts_folder()}, {"site/", arguments.site_folder()}, {"layouts/", arguments.layouts_folder()}};
    for (const auto& [prefix, folder] : roots) {
        if (path.starts_with(prefix))
            return (std::filesystem::path(folder) / path.substr(prefix.size())).lexically_normal().generic_string();
    }
    return path;
}

}  // namespace pressrum
