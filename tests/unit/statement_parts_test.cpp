// Texts put together of parts (tests/statements/parts/LANGUAGE.txt): each sentence with each speaker in it, each paragraph after each other one. Few of
// them are what anybody would write; what is recorded of them, in LANGUAGE.speakers and LANGUAGE.turns, tells where the borders lie between what is read and what is asked.
//
// A file of parts has sections, each a line with its name and a part a line: `frames` with {} where somebody stands; `people` who may stand there; `verbs`
// in the place of the first frame's; `first`, `then` and `last`, paragraphs that follow one another. ⏎ stands for the end of a line.
#include "base/text.hpp"
#include "link/quotes/reading.hpp"
#include "support/golden.hpp"
#include "support/outline.hpp"
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
    static constexpr std::string_view kSections[] = {"frames", "people", "verbs", "first", "then", "last"};
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

std::string in_frames(const std::vector<std::string>& frames, const std::string& person, const std::string& language) {
    std::string out = person + "\n";
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const std::string paragraph = replace_all(frames[i], "{}", person);
        out += fmt::format("{:>4} {}\n", i + 1, read_outline(paragraph, language).shown());
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

// Who says how many words, and what the writer is asked where.
std::string told(const SitePost& post) {
    std::string out;
    for (const Statement& statement : post.statements) {
        const Speaker& by = statement.speaker;
        out += fmt::format(" {}{}{}:{}{}", by.name.empty() ? "nobody" : by.name, by.role.empty() ? "" : ", " + by.role,
                           by.party.empty() ? "" : " (" + by.party + ")", words_of(statement.words).size(), statement.continues ? "+" : "");
    }
    return out;
}

std::string one_after_another(const Parts& parts, const std::string& language) {
    const std::vector<std::string>&first = parts.at("first"), &then = parts.at("then");
    Files files = statement_press_room(language);
    const auto path = [](std::size_t i, std::size_t k) { return fmt::format("posts/2026/11/p{:02}-{:02}.md", i + 1, k + 1); };
    for (std::size_t i = 0; i < first.size(); ++i) {
        for (std::size_t k = 0; k < then.size(); ++k) {
            files[path(i, k)] = post_text(fmt::format("Provtext {} {}", i, k), "2026-11-20T10:00", "",
                                          fmt::format("{}\n\n{}\n\n{}\n", first[i], then[k], parts.at("last").front()));
        }
    }
    TestSite test;
    make_site(test, files, {.now = "2026-11-28T10:00"});
    REQUIRE(test.site);
    std::map<std::string, std::string> of_post;
    for (const SitePost& post : test.site->posts) of_post[post.source] = told(post);
    for (const Diagnostic& message : test.diagnostics.all()) {
        REQUIRE(message.at.known());
        const auto& source = test.tree.sources[message.at.file];
        const Position at = source.position(message.at.begin);
        of_post[source.path] += fmt::format(" ?{}:{} {}", at.line, at.column, message.rule->id);
    }
    std::string out;
    for (std::size_t i = 0; i < first.size(); ++i) {
        out += on_one_line(first[i]) + "\n";
        for (std::size_t k = 0; k < then.size(); ++k) out += fmt::format("{:>4}{}\n", k + 1, of_post[path(i, k)]);
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

TEST_CASE("paragraphs of all sorts after one another are read as recorded") {
    for (const std::string_view name : kLanguages) {
        INFO(name);
        const Parts parts = read_parts(name);
        check_golden(fmt::format("{}/{}.turns", folder(), name), numbered(parts.at("then")) + one_after_another(parts, std::string(name)));
    }
}
