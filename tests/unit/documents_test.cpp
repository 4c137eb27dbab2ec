// The generated references are what the tables say today.
#include "base/digest.hpp"
#include "support/golden.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace pressrum::test;
namespace fs = std::filesystem;

TEST_CASE("the references in docs/reference are fresh") {
    const fs::path root = PRESSRUM_ROOT;
    const std::pair<const char*, const char*> kDocuments[] = {
        {"rules.md", "rules --format markdown --messages sv"},   {"formats.md", "formats --format markdown --messages sv"},
        {"fields.md", "schema --format markdown --messages sv"}, {"post.schema.json", "schema --messages sv"},
        {"../layouts.md", "layouts --format markdown"},          {"releases.md", "schema --of releases --format markdown --messages en"}};
    for (const auto& [file, arguments] : kDocuments) {
        INFO("docs/reference/" << file << " is stale: ./run docs renews it");
        CHECK(run(std::string(PRESSRUM_BINARY) + " " + arguments, root).console == read_file(root / "docs" / "reference" / file));
    }
    for (const auto& entry : fs::directory_iterator(root / "docs" / "reference")) {
        const std::string name = entry.path().filename().string();
        INFO("nothing prints docs/reference/" << name);
        CHECK(std::any_of(std::begin(kDocuments), std::end(kDocuments), [&](const auto& row) { return name == row.first; }));
    }
}

TEST_CASE("what the references say in the other language is recorded: headings, heads of tables, and a digest of each line") {
    const fs::path root = PRESSRUM_ROOT;
    std::string out;
    for (const char* arguments :
         {"rules --format markdown --messages en", "formats --format markdown --messages en", "schema --format markdown --messages en",
          "schema --messages en", "schema --of releases --format markdown --messages sv"}) {
        const std::vector<std::string> lines = lines_of(run(std::string(PRESSRUM_BINARY) + " " + arguments, root).console);
        out += std::string("== ") + arguments + "\n";
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const bool head = lines[i].starts_with("#") || (i + 1 < lines.size() && lines[i + 1].starts_with("| -")) || (i > 0 && i < 8);
            out += (head ? lines[i] : pressrum::to_hex(pressrum::sha256(lines[i])).substr(0, 4)) + "\n";
        }
    }
    check_golden(std::string(PRESSRUM_TESTS_DIR) + "/told/references.txt", out);
}
