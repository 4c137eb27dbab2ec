#pragma once
// What the commands that make the whole press room have in common.

#include "build.hpp"
#include "cli/arguments.hpp"
#include "cli/closing.hpp"
#include "cli/console.hpp"
#include "cli/report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pressrum {

// --now, else SOURCE_DATE_EPOCH, else the clock. A SOURCE_DATE_EPOCH that is not a number is wrong use: nothing, and a message.
std::optional<Now> now_for(const Arguments& arguments, Console& console);

// What to build; nothing, and a message, when it is wrong use: a folder that is not there, a faulty SOURCE_DATE_EPOCH.
std::optional<BuildOptions> build_options(const Arguments& arguments, Console& console);

// The pictures that the site is shown with, made with a line of progress where a person is watching.
PictureMaking picture_making(const Arguments& arguments, Console& console);

// The findings of a run, in the language of messages.
std::vector<Finding> findings_of(const Build& build, MessageLanguage language);
// What the closing line says, apart from what was published and how long it took.
RunSummary summary_of(const Build& build, const std::vector<Finding>& findings);
// What a run has said and done.
struct Outcome {
    std::vector<Finding> findings;
    RunSummary run;
};
Outcome outcome_of(const Build& build, MessageLanguage language);
// Findings as text on Console::err.
void show(const std::vector<Finding>& findings, Console& console);

// "posts/2024/05/slug.md" → where that file really lies, seen from the current folder.
std::string file_of(const Arguments& arguments, const std::string& path);

}  // namespace pressrum
