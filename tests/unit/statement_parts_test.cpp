// Texts put together of parts (tests/statements/parts/LANGUAGE.txt): each sentence with each speaker in it, each paragraph after each other one. Few of
// them are what anybody would write; what is recorded of them, in LANGUAGE.speakers, .sentences, .turns and .entries, tells where the borders lie between what is read and what is asked.
//
// A file of parts has sections, each a line with its name and a part a line: `frames` with {} where somebody stands; `people` who may stand there; `verbs`
// in the place of the first frame's; `first`, `then` and `last`, paragraphs that follow one another; `entries`, what is said in the first two of them; `after`,
// sentences behind a statement. ⏎ stands for the end of a line.
#include "base/digest.hpp"
#include "base/text.hpp"
#include "link/quotes/quotes.hpp"
#include "link/quotes/reading.hpp"
#include "support/golden.hpp"
#include "support/outline.hpp"
#include "support/readable_paragraph.hpp"
#include "support/site_builder.hpp"
#include "support/statement_gold.hpp"
#include "support/statement_press_room.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

using namespace pressrum;
using namespace pressrum::test;

namespace {

constexpr std::string_view kLanguages[] = {"sv", "en", "da", "nb", "fi"};

using Parts = std::map<std::string, std::vector<std::string>, std::less<>>;  // by section

std::string folder() { return fmt::format("{}/statements/parts", PRESSRUM_TESTS_DIR); }

Parts read_parts(std::string_view language) {
    static constexpr std::string_view kSections[] = {"frames", "people", "verbs", "first", "then", "last", "entries", "after"};
    Parts parts;
    std::string section;
    const std::string file = read_file(fmt::format("{}/{}.txt", folder(), language));
    for (const std::string_view line : split(file, '\n')) {
        if (std::find(std::begin(kSections), std::end(kSections), line) != std::end(kSections)) section = line;
        else if (!line.empty()) parts[section].push_back(replace_all(std::string(line), " ⏎ ", "\n"));
    }
    for (const std::string_view wanted : kSections) REQUIRE(!parts[std::string(wanted)].empty());
    return parts;
}

std::string on_one_line(const std::string& text) { return replace_all(text, "\n", " ⏎ "); }

std::string numbered(const std::vector<std::string>& lines) {
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) out += fmt::format("{:>4} {}\n", i + 1, on_one_line(lines[i]));
    return out + "\n";
}

// What a line does not show, down to the last word of a message, in four digits: that it changed is seen, and `pressrum check` tells how.
std::string mark(const std::string& details) { return to_hex(sha256(details)).substr(0, 4); }

std::string details_of(const std::string& paragraph, const std::string& language) {
    const Reading reading = read_lines(paragraph, language);
    return to_readable(reading, paragraph) + asked_about(reading, paragraph);
}

std::string in_frames(const std::vector<std::string>& frames, const std::string& person, const std::string& language) {
    std::string out = person + "\n";
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const std::string paragraph = replace_all(frames[i], "{}", person);
        out += fmt::format("{:>4} {} #{}\n", i + 1, read_outline(paragraph, language).shown(), mark(details_of(paragraph, language)));
    }
    return out + "\n";
}

// A sentence behind the statement of the first frame, alone, before another sentence and before a talstreck.
std::string with_sentences(const Parts& parts, const std::string& person, const std::string& language) {
    const std::string statement = replace_all(parts.at("frames").front(), "{}", person);
    const std::string& said = parts.at("entries").back();
    std::string out = person + "\n";
    for (const std::string& sentence : parts.at("after")) {
        out += sentence + "\n";
        for (const std::string& rest : {std::string(), " " + said, " – " + said, std::string(":")}) {
            const std::string paragraph = statement + " " + sentence + rest;
            out += fmt::format("     {} #{}\n", read_outline(paragraph, language).shown(), mark(details_of(paragraph, language)));
        }
    }
    return out + "\n";
}

// The verb is the word before the speaker, or the one behind.
std::string with_verb(std::string frame, const std::string& verb, const std::string& person) {
    const std::size_t who = frame.find("{}");
    const std::size_t begin = frame.rfind(' ', who - 2) + 1;
    frame.replace(begin, who - 1 - begin, verb);
    return replace_all(frame, "{}", person);
}

// What became of a post: who says how many words, what the writer is asked where, and the details.
struct Told {
    std::string said, asked, details;

    void add(const Statement& statement) {
        const Speaker& by = statement.speaker;
        said +=
            fmt::format(" {}{}{}:{}{}", by.name.empty() ? "nobody" : by.name, by.role.empty() ? "" : ", " + by.role,
                        by.party.empty() ? "" : " (" + by.party + ")", words_of(statement.words).size(), statement.continues ? "+" : "");
        details += fmt::format("{} {} {}\n", statement.id, statement.mixed, statement.words);
        for (const Piece& piece : statement.pieces)
            details += fmt::format("{} {} {}\n", static_cast<int>(piece.kind), piece.begin, piece.end);
    }
    void add(const Diagnostic& message, Position at, const std::string& offered) {
        asked += fmt::format(" ?{}:{} {}", at.line, at.column, message.rule->id);
        details += fmt::format("{} {} {}\n", fmt::join(message.words, "|"), message.suggestion, offered);
        for (const pressrum::Note& note : message.notes)
            details += fmt::format("{} {} {}\n", note.at.begin, note.text.en, fmt::join(note.words, "|"));
    }
    std::string shown() const { return fmt::format("{}{} #{}", said, asked, mark(details)); }
};

// What stands under `quotes:` beside a pair of paragraphs: another says what the second has; one person says both; words are missing.
std::string entries(const Parts& parts, std::size_t number) {
    const std::vector<std::string>& words = parts.at("entries");
    const std::string both = words[0] + " " + words[1], less = words[0].substr(0, words[0].rfind(' ')) + ".";
    const std::pair<std::string_view, std::string> kinds[] = {{"nils-ek", words[1]}, {"karin-alm", both}, {"karin-alm", less}};
    const auto& [speaker, text] = kinds[number % std::size(kinds)];
    return fmt::format("quotes:\n  - speaker: {}\n    text: \"{}\"\n", speaker, text);
}

std::string one_after_another(const Parts& parts, const std::string& language, bool with_entries) {
    const std::vector<std::string>&first = parts.at("first"), &then = parts.at("then");
    Files files = statement_press_room(language);
    const auto path = [](std::size_t i, std::size_t k) { return fmt::format("posts/2026/11/p{:02}-{:02}.md", i + 1, k + 1); };
    for (std::size_t i = 0; i < first.size(); ++i) {
        for (std::size_t k = 0; k < then.size(); ++k) {
            files[path(i, k)] =
                post_text(fmt::format("Provtext {} {}", i, k), "2026-11-20T10:00", with_entries ? entries(parts, i + k) : std::string(),
                          fmt::format("{}\n\n{}\n\n{}\n", first[i], then[k], parts.at("last").front()));
        }
    }
    TestSite test;
    make_site(test, files, {.now = "2026-11-28T10:00"});
    REQUIRE(test.site);
    std::map<std::string, Told> told;
    std::map<std::string, const Body*> bodies;
    for (const SitePost& post : test.site->posts) {
        bodies[post.source] = &post.body;
        for (const Statement& statement : post.statements) told[post.source].add(statement);
    }
    for (const Diagnostic& message : test.diagnostics.all()) {
        REQUIRE(message.at.known());
        const auto& source = test.tree.sources[message.at.file];
        const auto body = bodies.find(source.path);
        told[source.path].add(message, source.position(message.at.begin),
                              body == bodies.end() ? std::string() : undecided_words(*body->second, message.at, language));
    }
    std::string out;
    for (std::size_t i = 0; i < first.size(); ++i) {
        out += on_one_line(first[i]) + "\n";
        for (std::size_t k = 0; k < then.size(); ++k) out += fmt::format("{:>4}{}\n", k + 1, told[path(i, k)].shown());
        out += "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("sentences with all sorts of speakers and verbs in them are read as recorded") {
    for (const std::string_view name : kLanguages) {
        INFO(name);
        const std::string language(name);
        const Parts parts = read_parts(language);
        const std::vector<std::string>& frames = parts.at("frames");
        std::string out = numbered(frames);
        for (const std::string& person : parts.at("people")) out += in_frames(frames, person, language);
        for (const std::string& verb : parts.at("verbs")) {
            out += fmt::format("{}\n", verb);
            for (std::size_t i = 0; i < parts.at("people").size(); i += 4) {
                const std::string& person = parts.at("people")[i];
                out += fmt::format("     {}: {}\n", person, read_outline(with_verb(frames.front(), verb, person), language).shown());
            }
            out += "\n";
        }
        check_golden(fmt::format("{}/{}.speakers", folder(), language), out);
    }
}

TEST_CASE("sentences of all sorts behind a statement are read as recorded") {
    for (const std::string_view name : kLanguages) {
        INFO(name);
        const std::string language(name);
        const Parts parts = read_parts(language);
        std::string out;
        for (std::size_t i = 0; i < parts.at("people").size(); i += 9) out += with_sentences(parts, parts.at("people")[i], language);
        check_golden(fmt::format("{}/{}.sentences", folder(), language), out);
    }
}

TEST_CASE("paragraphs of all sorts after one another are read as recorded") {
    for (const std::string_view name : kLanguages) {
        INFO(name);
        const Parts parts = read_parts(name);
        const std::string language(name), then = numbered(parts.at("then"));
        check_golden(fmt::format("{}/{}.turns", folder(), name), then + one_after_another(parts, language, false));
        if (name == "sv")  // entries are found in the same way in every language
            check_golden(fmt::format("{}/{}.entries", folder(), name), then + one_after_another(parts, language, true));
    }
}
