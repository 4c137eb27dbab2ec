// How findings look: for people, for GitHub, for other programs.
#include "base/text.hpp"
#include "cli/json_out.hpp"
#include "cli/places.hpp"
#include "cli/report.hpp"
#include "model/rules.hpp"
#include "support/golden.hpp"

#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <filesystem>
#include <sstream>

using namespace pressrum;
using namespace pressrum::test;

namespace {

constexpr MessageLanguage kSv = MessageLanguage::swedish;
constexpr MessageLanguage kEn = MessageLanguage::english;

constexpr Rule kUnknownKey = {"front-matter/unknown-key",
                              Severity::error,
                              false,
                              {"okänd nyckel \"{0}\"", "unknown key \"{0}\""},
                              {"här kan du använda: {1}", "these can be used here: {1}"}};
constexpr Rule kColon = {"yaml/colon",
                         Severity::error,
                         false,
                         {"ett kolon i rubriken måste stå inom citattecken", "a colon in the title must be in quotation marks"},
                         {}};
constexpr Rule kAvoid = {
    "words/avoid", Severity::warning, true, {"undvik ordet \"{0}\"", "avoid the word \"{0}\""}, {"skriv hellre: {1}", "rather write: {1}"}};
constexpr Rule kMissing = {
    "site/missing", Severity::error, false, {"filen saknas", "the file is missing"}, {"skapa den så här", "create it like this"}};

// One file and what is found in it; `marked` is the part of the text that a finding is about.
struct Case {
    std::string text;
    Sources sources = {};
    std::vector<Diagnostic> found = {};

    explicit Case(std::string content, std::string path = "posts/a.md") : text(content) {
        sources.add(std::move(path), std::move(content));
    }

    Span at(std::string_view marked) const {
        const auto begin = static_cast<std::uint32_t>(text.find(marked));
        return {0, begin, begin + static_cast<std::uint32_t>(marked.size())};
    }
    std::vector<Finding> findings(MessageLanguage language = kSv) const {
        return resolve(found, sources, language, [](const Rule& rule) { return rule.severity; });
    }
    std::string shown(MessageLanguage language = kSv, Color color = Color::off) const {
        std::ostringstream out;
        write_text(out, findings(language), language, color);
        return out.str();
    }
    std::string github() const {
        std::ostringstream out;
        write_github(out, findings(), kSv, [](const std::string& path) { return path; });
        return out.str();
    }
};

// What is shown of a place: the source line and the carets, without gutter.
std::string marked(std::string_view line, std::size_t begin, std::size_t end) {
    const Excerpt shown = excerpt(line, begin, end);
    return shown.line + "\n" + shown.carets;
}

}  // namespace

TEST_CASE("a misspelt word is shown with the word that was meant") {
    Case c("---\ntitle: x\n\n\n\n\n\n\nfoto:\n", "posts/2024/05/dialogmote.md");
    c.found.push_back({&kUnknownKey, c.at("foto"), {"foto", "title, photo"}, "photo", {}});
    CHECK(c.shown() ==
          "posts/2024/05/dialogmote.md:9:1: fel: okänd nyckel \"foto\" [front-matter/unknown-key]\n"
          "   9 | foto:\n"
          "     | ^^^^ menade du \"photo\"?\n");
    CHECK(c.shown(kEn) ==
          "posts/2024/05/dialogmote.md:9:1: error: unknown key \"foto\" [front-matter/unknown-key]\n"
          "   9 | foto:\n"
          "     | ^^^^ did you mean \"photo\"?\n");
}

TEST_CASE("a longer suggestion is shown to be pasted") {
    Case c("---\ntitle: Möte: om Västerleden\n", "posts/2024/05/dialogmote.md");
    c.found.push_back({&kColon, {0, 16, 17}, {}, "title: \"Möte: om Västerleden\"", {}});
    CHECK(c.shown() ==
          "posts/2024/05/dialogmote.md:2:12: fel: ett kolon i rubriken måste stå inom citattecken [yaml/colon]\n"
          "   2 | title: Möte: om Västerleden\n"
          "     |            ^\n"
          "     = skriv: title: \"Möte: om Västerleden\"\n");
}

TEST_CASE("help stands before the suggestion, and a suggestion of several lines is indented") {
    Case c("");
    c.found.push_back({&kMissing, {}, {}, "title: Pressrum\n\nlanguage: sv", {}});
    CHECK(c.shown() ==
          "fel: filen saknas [site/missing]\n"
          "     = skapa den så här\n"
          "     = skriv:\n"
          "         title: Pressrum\n"
          "\n"
          "         language: sv\n");
}

TEST_CASE("a note is shown at its own place") {
    Case c("ett\ntvå tre\n");
    c.found.push_back({&kAvoid,
                       c.at("tre"),
                       {"tre", "3"},
                       {},
                       {{c.at("ett"), {"här står {0}", "here is {0}"}, {"ett"}}, {{}, {"och {0}", "and {0}"}, {"mer"}}}});
    CHECK(c.shown() ==
          "posts/a.md:2:5: varning: undvik ordet \"tre\" [words/avoid]\n"
          "   2 | två tre\n"
          "     |     ^^^\n"
          "     = skriv hellre: 3\n"
          "posts/a.md:1:1: not: här står ett\n"
          "   1 | ett\n"
          "     | ^^^\n"
          "not: och mer\n");
}

TEST_CASE("the severity is the one site.yaml wants, and what is off is not shown") {
    Case c("ord\n");
    c.found.push_back({&kAvoid, c.at("ord"), {"ord", "x"}, {}, {}});
    c.found.push_back({&kColon, c.at("ord"), {}, {}, {}});
    const auto as = [&](Severity severity) {
        std::ostringstream out;
        write_text(out, resolve(c.found, c.sources, kSv, [&](const Rule& rule) { return rule.adjustable ? severity : rule.severity; }), kSv,
                   Color::off);
        return out.str();
    };
    CHECK(as(Severity::error).find("fel: undvik") != std::string::npos);
    CHECK(as(Severity::note).find("not: undvik") != std::string::npos);
    CHECK(as(Severity::off).find("undvik") == std::string::npos);
    CHECK(as(Severity::off).find("fel: ett kolon") != std::string::npos);
}

TEST_CASE("only what could be a slip of the pen is called what was meant") {
    struct {
        std::string written, suggestion;
        bool near;
    } const cases[] = {
        {"foto", "photo", true},
        {"Foto", "photo", true},
        {"canceled", "cancelled", true},
        {"True", "true", true},
        {"ja", "true", false},
        {"title", "published: 2024-05-02T10:00", false},
        {"trygghet", "topics: [trygghet]", false},
        {"foto", "", false},
        {"foto", "photo\n", false},
        {"foto", "bilden", false},
        {std::string(100, 'a'), std::string(100, 'a') + "b", false},
    };
    for (const auto& [written, suggestion, near] : cases) {
        INFO(written << " → " << suggestion);
        Case c(written);
        c.found.push_back({&kUnknownKey, c.at(written), {}, suggestion, {}});
        CHECK(c.findings().front().near_word == near);
    }
}

TEST_CASE("carets stand under the place, whatever the line is made of") {
    CHECK(marked("abc", 1, 2) == "abc\n ^");
    CHECK(marked("abc", 3, 3) == "abc\n   ^");
    CHECK(marked("", 0, 0) == "\n^");
    CHECK(marked("abc", 1, 99) == "abc\n ^^");
    CHECK(marked("abc", 99, 99) == "abc\n   ^");
    CHECK(marked("\tåäö: x", 1, 7) == "\tåäö: x\n\t^^^");
    CHECK(marked("a\tb", 1, 2) == "a\tb\n ^");
    CHECK(marked("日本 x", 7, 8) == "日本 x\n     ^");
    CHECK(marked("日本", 0, 6) == "日本\n^^^^");
    CHECK(marked("e\u0301 x", 4, 5) == "e\u0301 x\n  ^");
    CHECK(marked("e\u0301", 1, 3) == "e\u0301\n ^");
    CHECK(marked("a\x1b[31mb", 7, 7) == "a\uFFFD[31mb\n       ^");
    CHECK(marked("a\u202Eb", 4, 5) == "a\uFFFDb\n  ^");
    CHECK(marked("a\xFF"
                 "b",
                 2, 3) == "a\uFFFDb\n  ^");
}

TEST_CASE("of a long line the part around the place is shown") {
    const std::string line = std::string(500, 'a') + "ÅÄÖ" + std::string(500, 'b');
    const Excerpt middle = excerpt(line, 500, 506);
    CHECK(display_width(middle.line) == kExcerptColumns + 2);
    CHECK(middle.line.starts_with("…aaa"));
    CHECK(middle.line.ends_with("bbb…"));
    CHECK(middle.carets == std::string(61, ' ') + "^^^");
    CHECK(middle.line.find("aÅÄÖb") == std::string_view("…").size() + 59);

    const Excerpt first = excerpt(line, 2, 3);
    CHECK(first.line == std::string(kExcerptColumns, 'a') + "…");
    CHECK(first.carets == "  ^");

    const Excerpt last = excerpt(line, line.size(), line.size());
    CHECK(last.line == "…" + std::string(60, 'b'));
    CHECK(last.carets == std::string(61, ' ') + "^");

    const std::string fits(kExcerptColumns, 'x');
    CHECK(excerpt(fits, 0, 1).line == fits);

    // Marks without width never fill a window, but it ends all the same.
    std::string marks;
    for (int i = 0; i < 5000; ++i) marks += "\u0301";
    const Excerpt many = excerpt(marks, 8000, 8002);
    CHECK(many.line.size() < 2000);
    CHECK(many.carets.ends_with("^"));
}

TEST_CASE("a place that goes on in the next line is marked to the end of its first") {
    Case c("ett två\r\ntre\n");
    c.found.push_back({&kColon, {0, 4, 13}, {}, {}, {}});
    CHECK(c.shown() ==
          "posts/a.md:1:5: fel: ett kolon i rubriken måste stå inom citattecken [yaml/colon]\n"
          "   1 | ett två\n"
          "     |     ^^^\n");
}

TEST_CASE("an empty line and the end of a file can be shown") {
    Case c("a\n\nb");
    c.found.push_back({&kColon, {0, 2, 2}, {}, {}, {}});
    c.found.push_back({&kColon, {0, 4, 4}, {}, {}, {}});
    CHECK(c.shown() ==
          "posts/a.md:2:1: fel: ett kolon i rubriken måste stå inom citattecken [yaml/colon]\n"
          "   2 |\n"
          "     | ^\n"
          "posts/a.md:3:2: fel: ett kolon i rubriken måste stå inom citattecken [yaml/colon]\n"
          "   3 | b\n"
          "     |  ^\n");
    Case empty("");
    empty.found.push_back({&kColon, {0, 0, 0}, {}, {}, {}});
    CHECK(empty.shown().ends_with("   1 |\n     | ^\n"));
}

TEST_CASE("what an editor wrote cannot steer the terminal or fill it") {
    Case c("x\n");
    c.found.push_back({&kUnknownKey, c.at("x"), {"a\x1b[2J\nfel: b", "y"}, {}, {}});
    c.found.push_back({&kUnknownKey, c.at("x"), {std::string(100000, 'z'), "y"}, std::string(100000, 's'), {}});
    const std::string shown = c.shown();
    CHECK(shown.find('\x1b') == std::string::npos);
    CHECK(shown.find("okänd nyckel \"a\uFFFD[2J fel: b\"") != std::string::npos);
    CHECK(shown.size() < 3000);
}

TEST_CASE("colours are written only when they are wanted") {
    Case c("foto\n");
    c.found.push_back({&kUnknownKey, c.at("foto"), {"foto", ""}, "photo", {}});
    CHECK(c.shown(kSv, Color::off).find('\x1b') == std::string::npos);
    const std::string colored = c.shown(kSv, Color::on);
    CHECK(colored.find("\x1b[1;31mfel:\x1b[0m") != std::string::npos);
    std::string plain;
    for (std::size_t i = 0; i < colored.size(); ++i) {
        if (colored[i] == '\x1b') i = colored.find('m', i);
        else plain += colored[i];
    }
    CHECK(plain == c.shown());
}

TEST_CASE("places are those of the source file, counted once") {
    std::string text;
    for (int i = 0; i < 400; ++i) text += fmt::format("rad {} åäö 日\n{}", i, i % 7 == 0 ? "\n\r\n" : "");
    text += std::string(3000, 'x') + "ö";
    Sources sources;
    sources.add("a.md", text);
    sources.add("b.md", "");
    Places places(sources);
    for (std::uint32_t offset = 0; offset <= text.size() + 2; ++offset) {
        const Position expected = sources[0].position(offset), found = places.position(0, offset);
        if (expected.line != found.line || expected.column != found.column) FAIL("at " << offset);
        if (places.line(0, offset).text != sources[0].line_at(offset)) FAIL("line at " << offset);
    }
    CHECK(places.position(1, 0).line == 1);
    CHECK(places.line(1, 0).text.empty());
}

TEST_CASE("many findings in one long line are written without reading the line each time") {
    Case c(std::string(2'000'000, 'x'));
    const std::vector<Rule> rules(20'000 / kMaxAlike, kColon);
    for (std::uint32_t i = 0; i < 20'000; ++i) c.found.push_back({&rules[i / kMaxAlike], {0, i * 100, i * 100 + 1}, {}, {}, {}});
    const std::string shown = c.shown();
    CHECK(shown.size() < 20'000u * 500u);
    CHECK(shown.find("posts/a.md:1:1999901: fel") != std::string::npos);
}

TEST_CASE("GitHub gets one annotation for each finding, escaped") {
    Case c("a, b\nett två\nc: d\n", "posts/a,b:c%.md");
    c.found.push_back({&kAvoid, c.at("två"), {"50 %\r", "x"}, {}, {}});
    c.found.push_back({&kUnknownKey, {0, 0, 6}, {"k", "l"}, "a\nb", {}});
    c.found.push_back({&kUnknownKey, c.at("ett"), {"k", "l"}, "etta", {{c.at("två"), {"här", "here"}, {}}}});
    c.found.push_back({&kMissing, {}, {}, {}, {}});
    CHECK(c.github() ==
          "::warning file=posts/a%2Cb%3Ac%25.md,line=2,col=5,endColumn=7,title=words/avoid::undvik ordet \"50 %25 \"%0Askriv hellre: x\n"
          "::error file=posts/a%2Cb%3Ac%25.md,line=1,endLine=2,title=front-matter/unknown-key::okänd nyckel \"k\"%0Ahär kan du använda: "
          "l%0Askriv:%0Aa%0Ab\n"
          "::error file=posts/a%2Cb%3Ac%25.md,line=2,col=1,endColumn=3,title=front-matter/unknown-key::okänd nyckel \"k\"%0Amenade du "
          "\"etta\"?%0Aposts/a,b:c%25.md:2:5: här\n"
          "::error title=site/missing::filen saknas%0Askapa den så här\n");
}

TEST_CASE("an annotation has its severity, and its words in the language that is wanted") {
    Case c("foto: torget\n");
    c.found.push_back({&kAvoid, c.at("torget"), {"\rtorget", "x"}, "det nya torget", {}});
    c.found.push_back({&kUnknownKey, c.at("foto"), {"foto", "photo"}, "photo", {}});
    const auto github = [&](Severity severity) {
        std::ostringstream out;
        write_github(out, resolve(c.found, c.sources, kEn, [&](const Rule&) { return severity; }), kEn,
                     [](const std::string& path) { return path; });
        return out.str().substr(0, 10);
    };
    CHECK(github(Severity::error) == "::error fi");
    CHECK(github(Severity::warning) == "::warning ");
    CHECK(github(Severity::note) == "::notice f");
    std::ostringstream out;
    write_github(out, c.findings(kEn), kEn, [](const std::string&) { return std::string("a\r%.md"); });
    CHECK(out.str() ==
          "::warning file=a%0D%25.md,line=1,col=7,endColumn=12,title=words/avoid::avoid the word \" torget\"%0Arather write: "
          "x%0Awrite:%0Adet nya torget\n"
          "::error file=a%0D%25.md,line=1,col=1,endColumn=4,title=front-matter/unknown-key::unknown key \"foto\"%0Adid you mean "
          "\"photo\"?\n");
    CHECK(c.shown(kEn).find("     = rather write: x\n     = write: det nya torget\n") != std::string::npos);
}

TEST_CASE("a word is one up to sixty-four bytes, and a suggestion is shown up to four thousand") {
    const auto near = [](const std::string& written, const std::string& suggestion) {
        Case c(written);
        c.found.push_back({&kUnknownKey, c.at(written), {}, suggestion, {}});
        return c.findings().front().near_word;
    };
    const std::string word(63, 'a');
    CHECK(near(word + "a", word + "b"));
    CHECK_FALSE(near(word + "ab", word + "b"));
    CHECK_FALSE(near(word + "a", word + "bb"));
    for (const char mark : std::string_view(" \n:\"[")) CHECK_FALSE(near("torget", std::string("torget") + mark));

    const auto shown = [](const std::string& said, const std::string& suggestion) {
        Case c("x");
        c.found.push_back({&kUnknownKey, c.at("x"), {said, "y"}, suggestion, {}});
        return c.shown();
    };
    CHECK(shown("a", std::string(4000, 's')).find("= skriv: " + std::string(4000, 's') + "\n") != std::string::npos);
    CHECK(shown("a", std::string(4001, 's')).find("= skriv:") == std::string::npos);
    CHECK(shown(std::string(1000, 'z'), "").find("\"" + std::string(1000, 'z') + "\"") != std::string::npos);
    CHECK(shown(std::string(1001, 'z'), "").find("\"" + std::string(1000, 'z') + "…\"") != std::string::npos);
}

TEST_CASE("errors, warnings and notes each have a colour") {
    Case c("ord\n");
    c.found.push_back({&kAvoid, c.at("ord"), {"ord", "x"}, {}, {}});
    const auto painted = [&](Severity severity) {
        std::ostringstream out;
        write_text(out, resolve(c.found, c.sources, kSv, [&](const Rule&) { return severity; }), kSv, Color::on);
        return out.str();
    };
    CHECK(painted(Severity::error).find("\x1b[1;31mfel:\x1b[0m") != std::string::npos);
    CHECK(painted(Severity::warning).find("\x1b[1;33mvarning:\x1b[0m") != std::string::npos);
    CHECK(painted(Severity::note).find("\x1b[1;36mnot:\x1b[0m") != std::string::npos);
}

TEST_CASE("of many findings alike the first are shown, then how many more there are") {
    constexpr std::size_t kMany = kMaxAlike + 12345;
    Case c("ord\nfoto\n");
    const FileId other = c.sources.add("posts/b.md", "ord\n");
    for (std::size_t i = 0; i < kMany; ++i) c.found.push_back({&kColon, c.at("ord"), {}, {}, {}});
    for (std::size_t i = 0; i <= kMaxAlike; ++i) c.found.push_back({&kAvoid, c.at("foto"), {"foto", "bild"}, {}, {}});
    for (std::size_t i = 0; i < kMaxAlike; ++i) c.found.push_back({&kColon, {other, 0, 3}, {}, {}, {}});

    const std::vector<Finding> findings = c.findings();
    REQUIRE(findings.size() == 3 * kMaxAlike);  // of each rule in each file
    std::size_t all = 0;
    for (const Finding& finding : findings) all += 1 + finding.more;
    CHECK(all == c.found.size());
    CHECK(findings[kMaxAlike - 1].more == 12345);
    CHECK(findings[2 * kMaxAlike - 1].more == 1);
    CHECK(findings.back().more == 0);

    CHECK(c.shown().find("     | ^^^\n… och 12\u00A0345 till av samma slag\nposts/a.md:2:1: varning: ") != std::string::npos);
    CHECK(c.shown(kEn).find("     | ^^^\n… and 12,345 more of the same kind\nposts/a.md:2:1: warning: ") != std::string::npos);
    CHECK(c.shown(kEn).find("\n… and 1 more of the same kind\n") != std::string::npos);
    CHECK(c.github().find("%0A… och 12\u00A0345 till av samma slag\n::warning ") != std::string::npos);
    CHECK(c.github().find("%0A… och 1 till av samma slag\n::error ") != std::string::npos);
    CHECK(split(replace_all(c.github(), "till av samma slag", "\x01"), '\x01').size() == 3);  // and nothing where there are no more
    std::ostringstream json;
    write_json_lines(json, findings);
    CHECK(json.str().find(R"("notes":[],"more":12345})") != std::string::npos);
}

TEST_CASE("a secret key is shown to nobody, whatever marks it was written in") {
    const std::string key(split(read_file(std::filesystem::path(PRESSRUM_TESTS_DIR) / "keys/test.key"), '\n').at(1));
    const std::string open = "RWR4VvpS7EikWVFFWoavauYqeqyuV+EQH5ZJLnn+tQzQ4a7AWim2cph6";
    for (const auto& [before, after] : std::vector<std::pair<std::string, std::string>>{
             {"", ""}, {"\"", "\""}, {"'", "'"}, {"\"", ""}, {"", "'"}, {"'\"", "\"'"}, {"\"\"\"", "\"\"\""}}) {
        const std::string written = before + key + after;
        INFO(written);
        Case c("title: Ekinge\nsigning_key: " + written + "\n", "site/site.yaml");
        c.found.push_back({rule("value/secret-key"), c.at(written), {}, {}, {}});
        CHECK(
            c.shown().starts_with("site/site.yaml:2:14: fel: det här är den hemliga nyckeln, som ingen får se [value/secret-key]\n"
                                  "   2 | signing_key: …\n     |              ^\n"));
        std::ostringstream json;
        write_json_lines(json, c.findings());
        for (const std::string& told : {c.shown(kEn, Color::on), c.github(), json.str()})
            CHECK(told.find(key.substr(0, 8)) == std::string::npos);

        // Of the other half of the pair the line is shown as it is.
        Case shown("signing_key: " + before + open + after + "\n", "site/site.yaml");
        shown.found.push_back({&kColon, shown.at(before + open + after), {}, {}, {}});
        CHECK(shown.shown().find("\n   1 | signing_key: " + before + open + after + "\n") != std::string::npos);
    }
}

TEST_CASE("what is off is not counted among findings alike") {
    Case c("ord\n");
    for (std::size_t i = 0; i < 2 * kMaxAlike; ++i) c.found.push_back({&kAvoid, c.at("ord"), {"ord", "x"}, {}, {}});
    CHECK(resolve(c.found, c.sources, kSv, [](const Rule&) { return Severity::off; }).empty());
}

TEST_CASE("a finding is one line of JSON, whole or without a place") {
    Case c("ett\nöar\n");
    c.found.push_back({&kAvoid, c.at("öar"), {"öar", "\"holmar\""}, "holmar", {{c.at("ett"), {"här", "here"}, {}}}});
    c.found.push_back({&kMissing, {}, {}, {}, {}});
    std::ostringstream out;
    write_json_lines(out, c.findings());
    CHECK(
        out.str() ==
        R"({"rule":"words/avoid","severity":"warning","path":"posts/a.md","line":2,"column":1,"end_line":2,"end_column":4,"message":"undvik ordet \"öar\"","help":"skriv hellre: \"holmar\"","suggestion":"holmar","notes":[{"path":"posts/a.md","line":1,"column":1,"end_line":1,"end_column":4,"message":"här"}],"more":0})"
        "\n"
        R"({"rule":"site/missing","severity":"error","path":null,"line":null,"column":null,"end_line":null,"end_column":null,"message":"filen saknas","help":"skapa den så här","suggestion":"","notes":[],"more":0})"
        "\n");
}

TEST_CASE("bytes that are no text do not stop the JSON") {
    Case c("x", "posts/\xFF.md");
    c.found.push_back({&kAvoid, c.at("x"), {"\xC3", ""}, "\xFF", {}});
    std::ostringstream out;
    write_json_lines(out, c.findings());
    CHECK(find_text_fault(out.str()) == std::nullopt);
}

TEST_CASE("an annotation holds no other order, and JSON reads as it was written") {
    Case c("x\n", "posts/##vso[a].md");
    c.found.push_back({&kAvoid, c.at("x"), {"##[add-mask]x", "##vso[task.setvariable]y"}, {}, {}});
    CHECK(c.github().find("##[") == std::string::npos);
    CHECK(c.github().find("##vso[") == std::string::npos);
    CHECK(replace_all(c.github(), "\u2060", "").find("file=posts/##vso[a].md,") != std::string::npos);
    std::ostringstream out;
    write_json_lines(out, c.findings());
    CHECK(out.str().find(R"(\"##\u005badd-mask]x\")") != std::string::npos);
    CHECK(out.str().find(R"(##vso\u005btask.setvariable]y)") != std::string::npos);
    CHECK(out.str().find("\u2060") == std::string::npos);
}
