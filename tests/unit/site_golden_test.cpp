// Files together, through the program: tests/sites/CASE.
//   in/          the sources: posts/ and site/; layouts/ of the repository unless it has its own
//   command.txt  what is run, a line each, after `pressrum`; default: build --now 2026-11-24T12:00
//   console.txt  what it prints, with the exit status, times taken left out
//   paths.txt    every file of public/
//   out/         files of public/ that are compared whole; those that are there
#include "support/golden.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>

using namespace pressrum::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRESSRUM_ROOT;
const fs::path kSites = kRoot / "tests" / "sites";

void copy_tree(const fs::path& from, const fs::path& to) { fs::copy(from, to, fs::copy_options::recursive); }

std::vector<std::string> files_under(const fs::path& folder) {
    std::vector<std::string> files;
    if (!fs::exists(folder)) return files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) files.push_back(fs::relative(entry.path(), folder).generic_string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string run_commands(const fs::path& site, const fs::path& folder) {
    std::string commands = fs::exists(site / "command.txt") ? read_file(site / "command.txt") : "build --now 2026-11-24T12:00\n";
    std::istringstream lines(commands);
    std::string console;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("!")) {    // a change between two runs: a shell line
            REQUIRE(run(line.substr(1), folder).status == 0);
            continue;
        }
        const Finished finished = run(std::string(PRESSRUM_BINARY) + " " + line, folder);
        console += "$ pressrum " + line + "\n" + finished.console + "→ " + std::to_string(finished.status) + "\n";
    }
    console = std::regex_replace(console, std::regex("[0-9]+([.,][0-9]+)?[ \u00A0](m?s)\\b"), "T s");
    return console;
}

}  // namespace

TEST_CASE("sites become what their golden files show") {
    std::size_t cases = 0;
    for (const auto& entry : fs::directory_iterator(kSites)) {
        const fs::path site = entry.path();
        INFO("tests/sites/" << site.filename().string());
        ++cases;
        TempFolder temp;
        const fs::path folder = temp.path();
        copy_tree(site / "in", folder);
        if (!fs::exists(folder / "layouts")) copy_tree(kRoot / "layouts", folder / "layouts");
        check_golden(site / "console.txt", run_commands(site, folder));
        const std::vector<std::string> made = files_under(folder / "public");
        if (fs::exists(site / "paths.txt")) {
            std::string list;
            for (const std::string& path : made) list += path + "\n";
            check_golden(site / "paths.txt", list);
        }
        for (const std::string& path : files_under(site / "out")) {
            INFO(path);
            CHECK(std::binary_search(made.begin(), made.end(), path));
            check_golden(site / "out" / path, read_file(folder / "public" / path));
        }
    }
    CHECK(cases > 0);
}
