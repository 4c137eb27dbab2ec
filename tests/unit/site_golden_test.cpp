// Files together, through the program: tests/sites/CASE.
//   in/          the sources: posts/ and site/; layouts/ of the repository unless it has its own
//   command.txt  what is run, a line each, after `pressrum`; default: build --now 2026-11-24T12:00
//   console.txt  what it prints, with the exit status, times taken left out
//   paths.txt    every file of public/
//   out/         files of public/ that are compared whole; those that are there. Where a name has a fingerprint it is HASH here
#include "support/golden.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <regex>

using namespace pressrum::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRESSRUM_ROOT;
const fs::path kSites = kRoot / "tests" / "sites";

// The style of the day is no site's concern: the fingerprint in the name of a style sheet or script, and that for the browser.
std::string without_fingerprints(const std::string& text) {
    static const std::regex kName("(assets/[a-z]+)-[0-9a-f]{8}(\\.css|\\.js)"), kIntegrity("sha256-[A-Za-z0-9+/]{43}=");
    return std::regex_replace(std::regex_replace(text, kName, "$1-HASH$2"), kIntegrity, "sha256-HASH");
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
        const fs::path commands = site / "command.txt";
        const std::string said = run_commands(fs::exists(commands) ? read_file(commands) : "build --now 2026-11-24T12:00\n", folder);
        check_golden(site / "console.txt", without_fingerprints(said));
        std::string list;
        std::map<std::string, std::string> made;  // what each file is called here, and in the folder
        for (const std::string& path : files_under(folder / "public")) {
            const std::string name = without_fingerprints(path);
            list += name + "\n";
            made[name] = path;
        }
        if (fs::exists(site / "paths.txt")) check_golden(site / "paths.txt", list);
        for (const std::string& path : files_under(site / "out")) {
            INFO(path);
            CHECK(made.contains(path));
            check_golden(site / "out" / path, without_fingerprints(read_file(folder / "public" / made[path])));
        }
    }
    CHECK(cases > 0);
}
