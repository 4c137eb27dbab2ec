// Finished releases with the faults that real ones have: tests/import/CASE/input.txt → expected.md, and what is asked: questions.txt.
// The site's own files are those of tests/import/_site.
#include "base/text.hpp"
#include "cli/run.hpp"
#include "support/golden.hpp"
#include "support/site_builder.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

using namespace pressrum;
using namespace pressrum::test;
namespace fs = std::filesystem;

namespace {

const fs::path kCases = fs::path(PRESSRUM_ROOT) / "tests" / "import";
constexpr const char* kNow = "2024-05-01T09:20";

struct Imported {
    int status = -1;
    std::string post, console, path;
};

Imported import_text(const std::string& text, const std::string& language = "sv") {
    const TempFolder temp;
    copy_tree(kCases / "_site", temp.path() / "site");
    temp.write("input.txt", text);
    std::ostringstream out, err;
    Imported result;
    result.status = run({"import", "--root", temp.path().string(), "--now", kNow, "--messages", language, temp.at("input.txt")}, out, err, false);
    result.console = replace_all(err.str(), temp.path().string(), "");
    const auto posts = fs::exists(temp.path() / "posts") ? temp.files("posts") : std::map<std::string, std::string>{};
    if (posts.size() == 1) {
        result.path = "posts/" + posts.begin()->first;
        result.post = posts.begin()->second;
    }
    return result;
}

// Who says what: "Karin Alm: Vi bygger."
std::vector<std::string> statements_of(const TestSite& test) {
    std::vector<std::string> all;
    for (const Statement& each : test.site->posts.at(0).statements) all.push_back((each.speaker.name.empty() ? "?" : each.speaker.name) + ": " + each.words);
    return all;
}

void build(TestSite& test, const Imported& imported) {
    Files files;
    for (const char* name : {"site.yaml", "people.yaml", "topics.yaml"}) files["site/" + std::string(name)] = read_file(kCases / "_site" / name);
    make_site(test, with(files, imported.path, imported.post), {"2024-05-01T09:20", true, true, 1});
    REQUIRE(test.site);
}

bool has_error(const TestSite& test) {
    return std::any_of(test.diagnostics.all().begin(), test.diagnostics.all().end(), [](const Diagnostic& each) { return each.rule->severity == Severity::error; });
}

// The post as somebody would copy it from its page.
std::string pasted(const SitePost& post) {
    std::string text = *post.post.title + "\n\n";
    if (!(*post.post.lead).empty()) text += *post.post.lead + "\n\n";
    for (std::uint32_t i = 0; i < post.body.size();) {
        const NodeKind kind = post.body[i].kind;
        const bool list = kind == NodeKind::bullet_list || kind == NodeKind::ordered_list;
        if (!list) text += (kind == NodeKind::item ? "• " : "") + plain_text(post.body, i) + "\n\n";
        i = list ? i + 1 : std::max(post.body[i].end, i + 1);
    }
    return text;
}

std::vector<std::string> cases() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(kCases)) {
        if (entry.path().filename() != "_site") names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("releases become the posts and questions of their golden files") {
    REQUIRE(cases().size() >= 8);
    for (const std::string& name : cases()) {
        INFO("tests/import/" << name);
        const Imported imported = import_text(read_file(kCases / name / "input.txt"));
        CHECK(imported.status == 0);
        check_golden(kCases / name / "expected.md", imported.post);
        check_golden(kCases / name / "questions.txt", imported.path + "\n" + imported.console);
    }
}

TEST_CASE("every imported post can be built, and each question is about a line that is there") {
    for (const std::string& name : cases()) {
        INFO("tests/import/" << name);
        const Imported imported = import_text(read_file(kCases / name / "input.txt"));
        TestSite test;
        build(test, imported);
        INFO(to_text(test.diagnostics, test.tree));
        CHECK_FALSE(has_error(test));
        CHECK(test.site->counts.drafts == 1);
        const std::size_t last = lines_of(imported.post).size();
        for (const std::string& line : lines_of(imported.console)) {
            INFO(line);
            REQUIRE(line.starts_with("rad "));
            const std::size_t number = std::stoul(line.substr(4));
            CHECK(number >= 1);
            CHECK(number <= last);
        }
    }
}

TEST_CASE("an imported post's own text, imported again, has the same statements") {
    for (const std::string& name : cases()) {
        INFO("tests/import/" << name);
        const Imported first = import_text(read_file(kCases / name / "input.txt"));
        TestSite once, twice;
        build(once, first);
        const SitePost& post = once.site->posts.at(0);
        const Imported second = import_text(pasted(post));
        build(twice, second);
        CHECK(statements_of(once) == statements_of(twice));
    }
}

TEST_CASE("English messages ask the same questions") {
    const std::string text = read_file(kCases / "enkel-utan-ar" / "input.txt");
    const Imported swedish = import_text(text), english = import_text(text, "en");
    CHECK(lines_of(swedish.console).size() == lines_of(english.console).size());
    CHECK(english.console.find("line ") == 0);
    CHECK(english.console.find("which year is \"14 maj klockan 18.30\"? The text does not say") != std::string::npos);
    CHECK(english.post.find("start: YYYY-05-14T18:30") != std::string::npos);
}
