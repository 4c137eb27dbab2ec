// What each rule says: tests/rules/TOPIC.md, a section for every rule, in the notation that support/rule_cases.hpp shows. Each is run in the
// small Ekinge of tests/rules/_base with layouts/ of the repository; in what it prints, times taken and the number of files are left out.
#include "model/rules.hpp"
#include "support/golden.hpp"
#include "support/rule_cases.hpp"
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

// Rules that no folder of files makes the program say.
constexpr std::pair<std::string_view, std::string_view> kNotShown[] = {
    {"statement/unread-language", "needs every word of a language: unit/link_languages_test.cpp"},
    {"publish/busy", "another build must hold the folder for the two minutes that are waited"},
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

RuleFile topic_of(const std::string& name) {
    const fs::path file = kCases / (name + ".md");
    REQUIRE(fs::exists(file));
    return read_topic(name, read_file(file), kCases);
}

std::string session_of(const RuleFile& topic, const RuleCase& rule_case, Version version) {
    TempFolder temp;
    make_base(temp);
    for (const CaseFile& file : files_of(topic, rule_case)) {
        if (version == Version::faulty ? file.in_faulty : file.in_good)
            temp.write(file.path, version == Version::faulty ? file.faulty : file.good);
    }
    constexpr std::string_view kProgram = "pressrum ";
    std::string session;
    for (const std::string& command : commands_of(rule_case)) {
        if (command.starts_with(kProgram)) {
            session += run_commands(command.substr(kProgram.size()) + "\n", temp.path());
        } else {
            run_commands("!" + command + "\n", temp.path());
            session += "$ " + command + "\n";
        }
    }
    // A format more or less is no rule's concern.
    static const std::regex kFileCount("[0-9]+ (filer (granskade|skrivna))");
    return std::regex_replace(session, kFileCount, "N $1");
}

void check_good_version(const RuleFile& topic, const RuleCase& rule_case) {
    const std::vector<std::string> commands = commands_of(rule_case);
    // One run, so that its summary is about all.
    CHECK(std::count_if(commands.begin(), commands.end(), [](const std::string& each) { return each.starts_with("pressrum "); }) == 1);
    const std::string session = session_of(topic, rule_case, Version::good);
    INFO("the good version:\n" << session);
    CHECK(session.find("\ninga fel, inga varningar; ") != std::string::npos);
}

void check_topic(const std::string& name) {
    const RuleFile topic = topic_of(name);
    std::vector<std::string> sessions;
    for (const RuleCase& rule_case : topic.cases) {
        INFO("tests/rules/" << name << ".md:" << rule_case.line << ": " << rule_case.id << " (PRESSRUM_UPDATE=1 renews what is said)");
        const bool shown = find_rule(rule_case.id) != nullptr && !is_not_shown(rule_case.id);
        if (!shown) FAIL_CHECK("there is no such rule, or none that a case can show");
        sessions.push_back(session_of(topic, rule_case, Version::faulty));
        CHECK(sessions.back().find("[" + rule_case.id + "]") != std::string::npos);
        if (!updating()) check_same(expected_session(rule_case), sessions.back());
        if (has_good_version(rule_case)) check_good_version(topic, rule_case);
    }
    if (updating()) write_file(kCases / (name + ".md"), renewed(topic, sessions));
}

}  // namespace

// A test for each file, so that they can be run beside each other.
// clang-format off
#define PRESSRUM_TOPICS(X) \
    X("against") X("attachment") X("body") X("date") X("event") X("fence") X("file") X("front-matter") X("layout") X("link") X("load") \
    X("output") X("people") X("photo") X("post") X("publish") X("quote") X("reference") X("seal") X("site") X("statement") X("strings") \
    X("time") X("value") X("words") X("yaml")
// clang-format on
#define PRESSRUM_CHECK_TOPIC(name) \
    TEST_CASE("every rule says what is shown in tests/rules/" name ".md") { check_topic(name); }
PRESSRUM_TOPICS(PRESSRUM_CHECK_TOPIC)

TEST_CASE("every file of rules is tested") {
#define PRESSRUM_NAME(name) name ".md",
    std::set<std::string> expected = {PRESSRUM_TOPICS(PRESSRUM_NAME) "_base", "files"}, found;
    for (const auto& entry : fs::directory_iterator(kCases)) found.insert(entry.path().filename().string());
    CHECK(found == expected);
}

TEST_CASE("every file that rules keep beside their sections is named in one") {
    std::string texts;
    for (const auto& entry : fs::directory_iterator(kCases)) {
        if (entry.is_regular_file()) texts += read_file(entry.path());
    }
    for (const std::string& name : files_under(kCases / "files")) {
        INFO(name);
        CHECK(texts.find("⟨files/" + name + "⟩") != std::string::npos);
    }
}

TEST_CASE("every rule has a case, or a reason to have none") {
    std::set<std::string, std::less<>> cases;
    for (const auto& entry : fs::directory_iterator(kCases)) {
        if (!entry.is_regular_file()) continue;
        for (const RuleCase& rule_case : topic_of(entry.path().stem().string()).cases) cases.insert(rule_case.id);
    }
    for (const std::span<const Rule> table : kRuleTables) {
        for (const Rule& row : table) {
            INFO(row.id);
            CHECK((is_not_shown(row.id) || cases.contains(row.id)));
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
    temp.write("posts/2024/05/post.md",
               "---\ntitle: Torget får ny belysning\npublished: 2024-05-02T10:00\n---\nTorget får ny belysning i maj.\n");
    CHECK(run_commands("check --now 2026-11-24T12:00\n", temp.path()).find("\ninga fel, inga varningar; ") != std::string::npos);
}
