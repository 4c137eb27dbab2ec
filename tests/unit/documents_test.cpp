// The generated references are what the tables say today.
#include "support/golden.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

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
