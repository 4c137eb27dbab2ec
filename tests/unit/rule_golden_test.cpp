// What each rule says: tests/rules/TOPIC/WHAT, a folder for every rule.
//   post.md      a faulty post, read at posts/2024/05/post.md of the small Ekinge of tests/rules/_base, with layouts/ of the repository
//   in/          or any files laid over that Ekinge
//   delete.txt   or paths in it that are missing, a line each
//   command.txt  what is run, as in tests/sites; default: check --now 2026-11-24T12:00
//   expect.txt   what it prints, with the exit status; times taken and the number of files left out
//   good.md      the post, or good/ the files of in/ that differ, as it should be: nothing is said about it
#include "model/rules.hpp"
#include "support/golden.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <regex>
#include <set>

using namespace pressrum;
using namespace pressrum::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRESSRUM_ROOT;
const fs::path kCases = kRoot / "tests" / "rules";
constexpr const char* kPost = "posts/2024/05/post.md";
constexpr const char* kUsualCommand = "check --now 2026-11-24T12:00\n";

// Rules that no folder of files makes the program say.
constexpr std::pair<std::string_view, std::string_view> kNotShown[] = {
    {"statement/unread-language", "needs every word of a language: unit/link_languages_test.cpp"},
    {"publish/busy", "another build must hold the folder for the half minute that is waited"},
    {"load/unreadable", "needs a file that may not be read, and the superuser may read any: unit/io_load_test.cpp"},
    {"seal/unreadable", "needs a file that may not be read, or a deeper folder than a case should have: unit/io_verify_test.cpp"},
    {"photo/too-demanding", "needs minutes, or a gigabyte and a half: unit/photos_test.cpp"},
    {"photo/program", "the program lies beside this one: unit/photos_test.cpp"},
    {"photo/card", "there is no title that cannot be set: only a program that breaks down"},
    {"yaml/bad-utf8", "load mends such bytes and says load/text before: unit/read_yaml_test.cpp"},
    {"yaml/control-character", "load mends such characters and says load/control-character before: unit/read_yaml_test.cpp"},
};

bool is_not_shown(std::string_view id) {
    return std::any_of(std::begin(kNotShown), std::end(kNotShown), [&](const auto& row) { return row.first == id; });
}

enum class Version { faulty, good };

// The small Ekinge, without posts.
void make_base(const TempFolder& temp) {
    copy_tree(kCases / "_base", temp.path());
    copy_tree(kRoot / "layouts", temp.path() / "layouts");
    fs::create_directory(temp.path() / "posts");
}

std::string console_of(const fs::path& rule_case, Version version) {
    TempFolder temp;
    make_base(temp);
    const auto lay = [&](const char* folder, const char* post) {
        if (fs::exists(rule_case / folder)) copy_tree(rule_case / folder, temp.path());
        if (fs::exists(rule_case / post)) temp.write(kPost, read_file(rule_case / post));
    };
    lay("in", "post.md");
    if (version == Version::good) lay("good", "good.md");
    for (const std::string& path : lines_of(read_file(rule_case / "delete.txt"))) REQUIRE(fs::remove_all(temp.path() / path) > 0);
    const fs::path commands = rule_case / "command.txt";
    const std::string console = run_commands(fs::exists(commands) ? read_file(commands) : kUsualCommand, temp.path());
    // A format more or less is no rule's concern.
    static const std::regex kFileCount("[0-9]+ (filer (granskade|skrivna))");
    return std::regex_replace(console, kFileCount, "N $1");
}

// The parts a case may have, so that a misspelt one is not passed over.
bool is_part(const std::string& name) {
    static const std::set<std::string> kParts = {"post.md", "in", "delete.txt", "command.txt", "expect.txt", "good.md", "good"};
    return kParts.contains(name);
}

std::vector<fs::path> all_cases() {
    std::vector<fs::path> cases;
    for (const auto& topic : fs::directory_iterator(kCases)) {
        if (topic.path().filename() == "_base") continue;
        for (const auto& rule_case : fs::directory_iterator(topic)) cases.push_back(rule_case.path());
    }
    std::sort(cases.begin(), cases.end());
    return cases;
}

}  // namespace

TEST_CASE("every rule says what its golden file shows") {
    for (const fs::path& rule_case : all_cases()) {
        const std::string id = fs::relative(rule_case, kCases).generic_string();
        INFO("tests/rules/" << id);
        for (const auto& part : fs::directory_iterator(rule_case)) {
            INFO(part.path().filename().string());
            CHECK(is_part(part.path().filename().string()));
        }
        if (find_rule(id) == nullptr || is_not_shown(id)) {
            FAIL_CHECK("there is no such rule, or none that a case can show");
            continue;
        }
        const std::string console = console_of(rule_case, Version::faulty);
        CHECK(console.find("[" + id + "]") != std::string::npos);
        check_golden(rule_case / "expect.txt", console);
        if (fs::exists(rule_case / "good.md") || fs::exists(rule_case / "good")) {
            const std::string silent = console_of(rule_case, Version::good);
            INFO(silent);
            CHECK(silent.find("\n$ pressrum") == std::string::npos);  // one run, so that its summary is about all
            CHECK(silent.find("\ninga fel, inga varningar; ") != std::string::npos);
        }
    }
}

TEST_CASE("every rule has a case, or a reason to have none") {
    for (const std::span<const Rule> table : kRuleTables) {
        for (const Rule& row : table) {
            INFO("tests/rules/" << row.id);
            CHECK((is_not_shown(row.id) || fs::exists(kCases / row.id / "expect.txt")));
        }
    }
    for (const auto& [id, reason] : kNotShown) {
        INFO(id << ": " << reason);
        CHECK(find_rule(id) != nullptr);
    }
}

TEST_CASE("the small Ekinge that the rules are shown in has no faults") {
    TempFolder temp;
    make_base(temp);
    temp.write(kPost, "---\ntitle: Torget får ny belysning\npublished: 2024-05-02T10:00\n---\nTorget får ny belysning i maj.\n");
    CHECK(run_commands(kUsualCommand, temp.path()).find("\ninga fel, inga varningar; ") != std::string::npos);
}
