// Finished releases with the faults that real ones have: tests/import/CASE/input.txt → expected.md, and what is asked: questions.txt; with
// English messages expected.en.md and questions.en.txt.
// The site's own files are those of tests/import/_site.
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/run.hpp"
#include "io/load.hpp"
#include "read/read.hpp"
#include "support/golden.hpp"
#include "support/site_builder.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <sstream>
#include <utility>

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

Imported import_text(const std::string& text, const std::string& language = "sv", const fs::path& site = kCases / "_site") {
    const TempFolder temp;
    copy_tree(site, temp.path() / "site");
    temp.write("input.txt", text);
    std::ostringstream out, err;
    Imported result;
    result.status = run({"import", "--root", temp.path().string(), "--now", kNow, "--messages", language, temp.at("input.txt")}, out, err);
    result.console = replace_all(err.str(), temp.path().string(), "");
    const auto posts = fs::exists(temp.path() / "posts") ? temp.files("posts") : std::map<std::string, std::string>{};
    if (posts.size() == 1) {
        result.path = "posts/" + posts.begin()->first;
        result.post = posts.begin()->second;
    }
    return result;
}

// Who says what: "Karin Alm: Vi bygger."
std::vector<std::string> statements_of(const SitePost& post) {
    std::vector<std::string> all;
    for (const Statement& each : post.statements) all.push_back((each.speaker.name.empty() ? "?" : each.speaker.name) + ": " + each.words);
    return all;
}

void build(TestSite& test, const Imported& imported, const fs::path& site = kCases / "_site", std::string_view now = kNow) {
    Files files;
    for (const char* name : {"site.yaml", "people.yaml", "topics.yaml"}) files["site/" + std::string(name)] = read_file(site / name);
    if (fs::exists(site / "strings")) {
        for (const auto& words : fs::directory_iterator(site / "strings"))
            files["site/strings/" + words.path().filename().string()] = read_file(words.path());
    }
    make_site(test, with(files, imported.path, imported.post), {now, true, true, 1});
    REQUIRE(test.site);
}

bool has_error(const TestSite& test) {
    return std::any_of(test.diagnostics.all().begin(), test.diagnostics.all().end(),
                       [](const Diagnostic& each) { return each.rule->severity == Severity::error; });
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
        // The same for somebody who reads English: other comments and questions around the same words.
        const Imported english = import_text(read_file(kCases / name / "input.txt"), "en");
        CHECK(english.status == 0);
        check_golden(kCases / name / "expected.en.md", english.post);
        check_golden(kCases / name / "questions.en.txt", english.path + "\n" + english.console);
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
        CHECK(statements_of(post) == statements_of(twice.site->posts.at(0)));
    }
}

// Words of letters and digits, in lower case.
std::set<std::string> words_in(std::string_view text) {
    std::set<std::string> words;
    std::string word;
    for (std::size_t at = 0; at <= text.size();) {
        const Character c = at < text.size() ? character_at(text, at) : Character{' ', 1};
        if (is_letter_or_digit(c.code)) append_character(word, c.code);
        else if (c.code != 0xAD && !word.empty()) words.insert(to_lower(std::exchange(word, {})));
        at += c.length;
    }
    return words;
}

TEST_CASE("no word of a release is lost") {
    // Words that only say what a line is.
    const std::set<std::string> labels = words_in(
        "publicerad pressmeddelande press release foto fotograf bild bilden bildtext kontakt presskontakt dnr kl o e om post for more "
        "information please "
        "contact kontaktpersoner kontakta vänligen media pressen för frågor besvaras av mer telefon tfn tel mobil mobiltelefon "
        "e-postadress epost mejl mail e-mail email phone mobile");
    for (const std::string& name : cases()) {
        INFO("tests/import/" << name);
        const std::string input = read_file(kCases / name / "input.txt");
        const Imported imported = import_text(input);
        std::string known;
        for (const char* file : {"site.yaml", "people.yaml"}) known += read_file(kCases / "_site" / file);
        const std::set<std::string> kept = words_in(imported.post + " " + known);
        for (const std::string& word : words_in(input)) {
            // The day of publication is a field now.
            const bool date = word.find_first_not_of("0123456789") == std::string::npos || word == "maj" || word == "may";
            INFO(word);
            CHECK((kept.contains(word) || labels.contains(word) || date));
        }
    }
}

TEST_CASE("the example's releases, copied from their pages, are imported with the same statements") {
    const fs::path root = PRESSRUM_ROOT;
    SourceTree tree;
    Diagnostics found;
    tree = load({(root / "posts").string(), (root / "site").string(), ""}, {2}, found);
    Documents documents = read(tree, {2}, found);
    const auto site = link(std::move(documents), tree, {Now{{}, parse_iso_local_time("2026-11-24T12:00")}, false, false, {}}, {2}, found);
    REQUIRE(site);
    std::size_t statements = 0;
    for (const SitePost& post : site->posts) {
        if (post.language != 0) continue;
        INFO(post.source);
        const Imported imported =
            import_text("Publicerad " + to_iso(date_of(*post.post.published)) + " 10.00\n\n" + pasted(post), "sv", root / "site");
        INFO(imported.post);
        INFO(imported.console);
        REQUIRE(imported.status == 0);
        TestSite test;
        build(test, imported, root / "site", "2026-11-24T12:00");
        CHECK(*test.site->posts.at(0).post.title == *post.post.title);
        std::vector<std::string> before = statements_of(post);
        // What is only placed in the text by its id is not in the copied text.
        before.resize(static_cast<std::size_t>(
            std::count_if(post.statements.begin(), post.statements.end(), [](const Statement& each) { return each.node != kNone; })));
        CHECK(before == statements_of(test.site->posts.at(0)));
        statements += before.size();
    }
    CHECK(statements > 30);
}

TEST_CASE("comments become fields when their # is taken away and the gaps are filled") {
    std::string post;
    for (const std::string& line : lines_of(import_text(read_file(kCases / "enkel-utan-ar" / "input.txt")).post)) {
        const bool field = line.starts_with('#') && line.size() > 1 && ((line[1] >= 'a' && line[1] <= 'z') || line.starts_with("#  "));
        std::string text = field ? line.substr(1) : line;
        if (text.ends_with("start: ÅÅÅÅ-05-14T18:30")) text = "    start: 2024-05-14T18:30";
        if (text.ends_with("end: ÅÅÅÅ-05-14T")) text = "    end: 2024-05-14T20:00";
        if (text == "  src:") text += " hamnplan.jpg";
        if (text == "  alt:") text += " Hamnplan med nya bänkar.";
        post += text + "\n";
    }
    INFO(post);
    TestSite test;
    Files files;
    for (const char* name : {"site.yaml", "people.yaml", "topics.yaml"})
        files["site/" + std::string(name)] = read_file(kCases / "_site" / name);
    files["posts/2024/05/hamnplan.jpg"] = "a picture";
    make_site(test, with(files, "posts/2024/05/vi-bygger-om-hamnplan.md", post), {kNow, true, true, 1});
    REQUIRE(test.site);
    CHECK(to_text(test.diagnostics, test.tree) == "");
    REQUIRE(test.site->posts.size() == 1);
    const Post& read = test.site->posts.front().post;
    REQUIRE(read.photo);
    CHECK(*read.photo->credit == "Maria Ek");
    REQUIRE(read.events.size() == 1);
    CHECK(*read.events.front().location == "Hamnskolans aula");
}

TEST_CASE("English messages ask the same questions") {
    const std::string text = read_file(kCases / "enkel-utan-ar" / "input.txt");
    const Imported swedish = import_text(text), english = import_text(text, "en");
    CHECK(lines_of(swedish.console).size() == lines_of(english.console).size());
    CHECK(english.console.find("line ") == 0);
    CHECK(english.console.find("which year is \"14 maj klockan 18.30\"? The text does not say") != std::string::npos);
    CHECK(english.post.find("start: YYYY-05-14T18:30") != std::string::npos);
}
