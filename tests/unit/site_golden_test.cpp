// Files together, through the program: tests/sites/CASE.
//   in/          the sources: posts/ and site/; layouts/ of the repository unless it has its own
//   command.txt  what is run, a line each, after `pressrum`; default: build --now 2026-11-24T12:00
//   console.txt  what it prints, with the exit status, times taken left out
//   paths.txt    every file of public/
//   out/         files of public/ that are compared whole; those that are there. Where a name has a fingerprint it is HASH here
//   rest.txt     a digest of each other text of public/, so that no change of one is overlooked: where there is such a file
#include "base/digest.hpp"
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
    static const std::regex kName("(assets/[a-z-]+)-[0-9a-f]{8}(\\.css|\\.js)"), kIntegrity("sha256-[A-Za-z0-9+/]{43}=");
    return std::regex_replace(std::regex_replace(text, kName, "$1-HASH$2"), kIntegrity, "sha256-HASH");
}

// The manifest has the digest of every file, of those too that are no site's concern.
std::string without_files(const std::string& manifest) {
    static const std::regex kFile(R"re("(path|path_sha256)": "[^"]*",\s*"sha256": "[0-9a-f]{64}",\s*"size": [0-9]+)re");
    return std::regex_replace(manifest, kFile, "");
}

// Texts that are compared nowhere else, a digest and a path a line.
std::string digests_of(const std::map<std::string, std::string>& made, const fs::path& folder, const fs::path& compared) {
    std::string list;
    for (const auto& [name, path] : made) {
        const std::string bytes = read_file(folder / path);
        const bool text = bytes.find('\0') == std::string::npos;
        if (!text || name.find("HASH") != std::string::npos || name == ".pressrum-finished" || fs::exists(compared / name)) continue;
        const std::string shown = without_fingerprints(name == "manifest.json" ? without_files(bytes) : bytes);
        list += pressrum::to_short_hex(pressrum::sha256(shown)) + " " + name + "\n";
    }
    return list;
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
        if (fs::exists(site / "rest.txt")) check_golden(site / "rest.txt", digests_of(made, folder / "public", site / "out"));
        for (const std::string& path : files_under(site / "out")) {
            INFO(path);
            CHECK(made.contains(path));
            check_golden(site / "out" / path, without_fingerprints(read_file(folder / "public" / made[path])));
        }
    }
    CHECK(cases > 0);
}
