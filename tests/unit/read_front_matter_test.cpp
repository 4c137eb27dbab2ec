#include "read/yaml/front_matter.hpp"

#include "model/rules.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>

using namespace pressrum;

namespace {

struct Splitting {
    Sources sources;
    Diagnostics diagnostics;
    std::optional<FrontMatter> parts;

    explicit Splitting(const std::string& text) {
        sources.add("post.md", text);
        parts = split_front_matter(sources, 0, diagnostics);
    }
    // "yaml|body", or "line:column rule [what stands there] -> what to write instead".
    std::string shown() const {
        std::string out;
        if (parts) out = std::string(sources.text(parts->yaml)) + '|' + std::string(sources.text(parts->body));
        for (const Diagnostic& d : diagnostics.all()) {
            const Position at = sources[0].position(d.at.begin);
            out += std::to_string(at.line) + ':' + std::to_string(at.column) + ' ' + std::string(d.rule->id) + " [" +
                   std::string(sources.text(d.at)) + ']' + (d.suggestion.empty() ? "" : " -> " + d.suggestion);
        }
        return out;
    }
};

struct Case {
    std::string text, expected;
};

const Case kFaulty[] = {
    {"", "1:1 fence/missing []"},
    {"\n\n", "1:1 fence/missing []"},
    {"En vanlig text.\n", "1:1 fence/missing [En vanlig text.]"},
    {"# Rubrik\n\nText.\n", "1:1 fence/missing [# Rubrik]"},
    {"title: x\npublished: y\n---\nText.\n", "1:1 fence/missing [title: x] -> ---\ntitle: x"},
    {"\n  title: x\n---\n", "2:1 fence/missing [  title: x]"},
    {"--- title: x\n---\n", "1:1 fence/missing [--- title: x]"},
    {"\n---\ntitle: x\n---\n", "1:1 fence/not-first [\n---] -> ---"},
    {" \r\n\u00A0\n---  \ntitle: x\n---\n", "1:1 fence/not-first [ \r\n\u00A0\n---] -> ---"},
    {"----\ntitle: x\n---\n", "1:1 fence/form [----] -> ---"},
    {"--\ntitle: x\n---\n", "1:1 fence/form [--] -> ---"},
    {" ---\ntitle: x\n---\n", "1:1 fence/form [ ---] -> ---"},
    {"\n—-  \ntitle: x\n---\n", "2:1 fence/form [—-] -> ---"},
    {"– – –\ntitle: x\n", "1:1 fence/form [– – –] -> ---"},
    {"+++\ntitle = x\n+++\n", "1:1 fence/form [+++] -> ---"},
    {"---", "1:1 fence/unclosed [---]"},
    {"---\ntitle: x\n\nText.\n", "1:1 fence/unclosed [---]"},
    {"---  \r\ntitle: x\r\n ---\r\nText.\r\n", "1:1 fence/unclosed [---]"},
    {"---\ntitle: --- x\n--- x\n", "1:1 fence/unclosed [---]"},
};

}  // namespace

TEST_CASE("front matter ends at the first fence, and the body is the rest") {
    const Case cases[] = {
        {"---\ntitle: x\n---\nText.\n", "title: x\n|Text.\n"},
        {"--- \t\ntitle: x\n---\u00A0 \nText.\n", "title: x\n|Text.\n"},
        {"---\r\ntitle: x\r\n---\r\n\r\nText.\r\n", "title: x\r\n|\r\nText.\r\n"},
        {"---\ntitle: x\n---\n", "title: x\n|"},
        {"---\ntitle: x\n---", "title: x\n|"},
        {"---\n---\nText.", "|Text."},
        {"---\n---", "|"},
        {"---\ntitle: å\n---\nText.\n\n---\n\nMer.\n", "title: å\n|Text.\n\n---\n\nMer.\n"},
        {"---\nlead: |\n  x\n  ---\n  y\n---\n", "lead: |\n  x\n  ---\n  y\n|"},
        {"---\nlead: |\n  x\n---\n  y\n---\n", "lead: |\n  x\n|  y\n---\n"},
        {"---\n----\n--\n---x\n---\nText.", "----\n--\n---x\n|Text."},
    };
    for (const Case& c : cases) {
        INFO(c.text);
        CHECK(Splitting(c.text).shown() == c.expected);
    }
}

TEST_CASE("places of the parts are bytes of the file") {
    const Splitting splitting("---\ntitle: å\n---\nText.\n");
    REQUIRE(splitting.parts);
    CHECK(splitting.parts->yaml == Span{0, 4, 14});
    CHECK(splitting.parts->body == Span{0, 18, 24});
}

TEST_CASE("a file without front matter is told what is missing, and where") {
    for (const Case& c : kFaulty) {
        INFO(c.text);
        const Splitting splitting(c.text);
        CHECK_FALSE(splitting.parts);
        CHECK(splitting.diagnostics.size() == 1);
        CHECK(splitting.shown() == c.expected);
    }
}

TEST_CASE("a line that was meant as the closing fence is pointed at") {
    const auto note_of = [](const std::string& text) {
        const Splitting splitting(text);
        REQUIRE(splitting.diagnostics.size() == 1);
        const std::vector<Note>& notes = splitting.diagnostics.all()[0].notes;
        return notes.empty() ? "" : std::string(splitting.sources.text(notes[0].at));
    };
    CHECK(note_of("---\ntitle: x\n ---\nText.\n") == " ---");
    CHECK(note_of("---\ntitle: x\n----\nText.\n") == "----");
    CHECK(note_of("---\ntitle: x\n—-\n----\nText.\n") == "—-");
    CHECK(note_of("---\ntitle: x\n- a\n-\nText.\n") == "");
}

TEST_CASE("every rule about fences has a case here") {
    std::set<std::string_view> met;
    for (const Case& c : kFaulty) met.insert(Splitting(c.text).diagnostics.all().front().rule->id);
    for (const Rule& rule : kYamlRules) {
        INFO(rule.id);
        if (rule.id.starts_with("fence/")) CHECK(met.contains(rule.id));
    }
}

TEST_CASE("what a message about the first line suggests can be pasted there") {
    for (const Case& c : kFaulty) {
        const Splitting splitting(c.text);
        const Diagnostic& d = splitting.diagnostics.all().front();
        if (d.suggestion.empty()) continue;
        std::string text = c.text;
        text.replace(d.at.begin, d.at.end - d.at.begin, d.suggestion);
        INFO(text);
        const Splitting mended(text);
        for (const Diagnostic& left : mended.diagnostics.all()) {  // another fault, of another line
            CHECK(left.rule != d.rule);
            CHECK((left.rule->id == "fence/unclosed" || left.rule->id == "fence/not-first"));
        }
    }
}

TEST_CASE("strokes of every kind are nearly a fence, and other characters are none") {
    const auto rule_of = [](const std::string& first) {
        const Splitting splitting(first + "\ntitle: Torget\n");
        REQUIRE(splitting.diagnostics.size() == 1);
        return splitting.diagnostics.all()[0].rule->id;
    };
    for (const char* stroke : {"-", "_", "+", "=", "~", "\u00AD", "\u2010", "\u2011", "\u2012", "–", "—", "\u2015", "\u2212"}) {
        for (const char* between : {"", " ", "\u00A0"}) {
            INFO(stroke << between << stroke);
            CHECK(rule_of(std::string(stroke) + between + stroke) == "fence/form");
        }
    }
    for (const char* other : {"*", ".", ":", "#", "a", "\u00AC", "\u00AE", "\u200F", "\u2016", "\u2213", "•"}) {
        INFO(other);
        CHECK(rule_of(std::string("-") + other + "-") == "fence/missing");
    }
    CHECK(rule_of("-") == "fence/missing");  // one alone begins a list
    CHECK(rule_of("–") == "fence/form");
}

TEST_CASE("a fence that is never closed points at the first line that resembles its end") {
    const auto notes_of = [](const std::string& text) {
        const Splitting splitting(text);
        REQUIRE(splitting.diagnostics.size() == 1);
        std::string out;
        for (const Note& note : splitting.diagnostics.all()[0].notes) {
            const Position at = splitting.sources[0].position(note.at.begin);
            out += std::to_string(at.line) + ':' + std::to_string(at.column) + " [" + std::string(splitting.sources.text(note.at)) + "] " +
                   std::string(note.text.sv) + " | " + std::string(note.text.en);
        }
        return out;
    };
    const std::string words = " den här raden liknar slutet, men är inte --- | this line resembles the end, but is not ---";
    CHECK(notes_of("---\ntitle: Torget\n\nText.\n") == "");
    CHECK(notes_of("---\ntitle: Torget\n—\nText.\n----\n") == "3:1 [—]" + words);
    CHECK(notes_of("---\n----\ntitle: Torget\n") == "2:1 [----]" + words);
    CHECK(notes_of("---\ntitle: Torget\n--\n- a\n–––") == "3:1 [--]" + words);
}
