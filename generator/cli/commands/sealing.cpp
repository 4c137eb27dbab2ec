#include "cli/commands/sealing.hpp"

#include "build.hpp"
#include "cli/help.hpp"
#include "cli/making.hpp"
#include "model/rules.hpp"

#include <algorithm>

namespace pressrum {

ExitStatus refuse(const WrongUse& fault, const Arguments& arguments, Console& console) {
    console.err << wrong_use_text(fault, arguments.command, console.language);
    return ExitStatus::wrong_use;
}

SealSettings read_seal_settings(const Arguments& arguments) {
    SealSettings settings{read_site_settings(arguments.site_folder()), {}, false};
    const std::vector<Diagnostic>& found = settings.site.diagnostics.all();
    const bool missing = std::any_of(found.begin(), found.end(), [](const Diagnostic& each) { return each.rule == rule("site/missing"); });
    settings.faulty = !missing && !settings.site.sound;
    settings.key = parse_public_key(*settings.site.config.signing_key);
    return settings;
}

bool has_errors(const Diagnostics& found, const SealSettings& settings) {
    const std::vector<Diagnostic>& all = found.all();
    return std::any_of(all.begin(), all.end(),
                       [&](const Diagnostic& each) { return effective_severity(*each.rule, settings.site.config) == Severity::error; });
}

void show_seal(const Diagnostics& found, const SealSettings& settings, Console& console, SealSummary& run) {
    const auto severity = [&](const Rule& rule) { return effective_severity(rule, settings.site.config); };
    const std::vector<Finding> findings = resolve(found.all(), settings.site.sources, console.language, severity);
    for (const Finding& finding : findings) {
        if (finding.severity == Severity::error) run.errors += 1 + finding.more;
        if (finding.severity == Severity::warning) run.warnings += 1 + finding.more;
    }
    show(findings, console);
}

std::chrono::milliseconds since(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
}

}  // namespace pressrum
