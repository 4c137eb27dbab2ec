// What is made of many small texts on their way in, whole (support/told.hpp): pasted text cut into blocks, Word's own XML, the event that a paragraph
// proposes, and releases from end to end.
#include "base/digest.hpp"
#include "base/text.hpp"
#include "cli/run.hpp"
#include "import/docx.hpp"
#include "import/markdown_text.hpp"
#include "import/paragraphs.hpp"
#include "import/proposed_events.hpp"
#include "support/docx.hpp"
#include "support/golden.hpp"
#include "support/temp_folder.hpp"
#include "support/told.hpp"
#include "support/visible.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include <sstream>

using namespace pressrum;
using namespace pressrum::test;

namespace {

std::string told_of(const ReleaseText& release) {
    static constexpr std::string_view kForms[] = {"paragraph", "title", "heading", "bullet", "hyphen", "number", "table"};
    std::string out;
    if (!release.subject.empty()) out += fmt::format("subject «{}»\n", visible(release.subject));
    for (const std::string& line : release.aside) out += fmt::format("aside «{}»\n", visible(line));
    if (release.pictures + release.notes != 0) out += fmt::format("pictures {}, notes {}\n", release.pictures, release.notes);
    std::optional<unsigned> group;
    for (const Block& block : release.blocks) {
        out += fmt::format("{}{}", group && *group == block.group ? "+ " : "= ", kForms[static_cast<std::size_t>(block.form)]);
        group = block.group;
        if (block.level != 2) out += fmt::format(" {}", block.level);
        for (const Run& run : block.runs) {
            out += fmt::format(" {}{}«{}»", run.bold ? "b" : "", run.italic ? "i" : "", visible(run.text));
            if (!run.url.empty()) out += " → " + run.url;
        }
        for (const auto& row : block.rows) out += fmt::format(" [{}]", fmt::join(row, "|"));
        out += "\n";
    }
    return out;
}

std::string with_markdown(const ReleaseText& release) {
    std::vector<std::size_t> lines;
    std::string out = told_of(release);
    for (const std::string& line : lines_of(to_markdown(release.blocks, lines))) out += "| " + line + "\n";
    return out + fmt::format("lines {}\n", fmt::join(lines, " "));
}

std::string told_of_docx(const std::string& body) {
    const auto read = read_docx(docx_of(body));
    return read ? with_markdown(*read) : std::string(read.error().en);
}

std::string told_of_events(const std::string& text) {
    static const DateNames kNames(Lexicon("sv", {}));
    static constexpr std::string_view kDoubts[] = {"", ", no year", ", no time", ", another weekday", ", a last day", ", impossible"};
    std::vector<ProposedEvent> events;
    for (const std::string& paragraph : lines_of(text)) propose_events(paragraph, "Rubriken", kNames, parse_iso_date("2024-05-01"), events);
    std::string out;
    for (const ProposedEvent& event : events) {
        out += fmt::format("{}{} «{}»{}{}\n", event.title, event.sure_title ? "" : "?", event.when_text,
                           event.location.empty() ? "" : " at " + event.location, kDoubts[static_cast<std::size_t>(event.doubt)]);
        out += fmt::format("  {}/{} {} {} {}, {}\n", event.when.day, event.when.month, event.when.year.value_or(0),
                           event.when.minutes.value_or(0), event.when.end_minutes.value_or(0), event.sentence);
    }
    return out;
}

std::string told_of_release(const std::string& bytes, const char* name = "in.txt") {
    const TempFolder temp;
    copy_tree(std::filesystem::path(PRESSRUM_TESTS_DIR) / "import" / "_site", temp.path() / "site");
    temp.write(name, bytes);
    std::ostringstream out, err;
    const int status =
        run({"import", "--root", temp.path().string(), "--now", "2024-05-01T09:20", "--messages", "sv", temp.at(name)}, out, err);
    std::string told = status == 0 ? "" : fmt::format("status {}\n", status);
    for (const auto& [path, post] : temp.files("posts")) told += path + "\n" + post;
    return told + replace_all(err.str(), temp.path().string(), "");
}

// In four digits. `temp` has the press room.
std::string digest_of_release(const TempFolder& temp, const std::string& bytes) {
    temp.write("in.txt", bytes);
    std::filesystem::remove_all(temp.path() / "posts");
    std::filesystem::create_directory(temp.path() / "posts");
    std::ostringstream out, err;
    const int status =
        run({"import", "--root", temp.path().string(), "--now", "2024-05-01T09:20", "--messages", "sv", temp.at("in.txt")}, out, err);
    std::string told = fmt::format("{}\n", status);
    for (const auto& [path, post] : temp.files("posts")) told += path + "\n" + post;
    return to_hex(sha256(told + replace_all(err.str(), temp.path().string(), ""))).substr(0, 4);
}

}  // namespace

TEST_CASE("pasted text is cut as recorded, and becomes Markdown that says the same") {
    check_told("import-text", [](std::string_view, const std::string& text) { return with_markdown(read_paragraphs(text)); });
}

TEST_CASE("what Word writes is read as recorded") {
    check_told("import-docx", [](std::string_view, const std::string& text) { return told_of_docx(text); });
}

TEST_CASE("a paragraph proposes the events that are recorded") {
    check_told("import-events", [](std::string_view, const std::string& text) { return told_of_events(text); });
}

TEST_CASE("a Word document becomes the post that is recorded, by the looks of its words too") {
    check_told("import-word", [](std::string_view, const std::string& text) { return told_of_release(docx_of(text), "in.docx"); });
}

TEST_CASE("a release becomes the post that is recorded, and asks what is recorded") {
    check_told("import-release", [](std::string_view, const std::string& text) { return told_of_release(text); });
}

TEST_CASE("a release without any of its lines, or with a line twice, becomes what is recorded") {
    const TempFolder temp;
    copy_tree(std::filesystem::path(PRESSRUM_TESTS_DIR) / "import" / "_site", temp.path() / "site");
    std::string out;
    for (const std::string& text : texts_of("import-release")) {
        const std::vector<std::string> lines = lines_of(text);
        out += fmt::format("{} ({} lines)\n", lines.front(), lines.size());
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].empty()) continue;
            std::string less, twice, joined;
            for (std::size_t k = 0; k < lines.size(); ++k) {
                less += k == i ? "" : lines[k] + "\n";
                twice += lines[k] + (k == i ? "\n\n" + lines[k] : "") + "\n";
                joined += lines[k] + (k == i ? " " : "\n");
            }
            out += fmt::format("  {:>2} {} {} {}\n", i + 1, digest_of_release(temp, less), digest_of_release(temp, twice),
                               digest_of_release(temp, joined));
        }
    }
    check_golden(std::string(PRESSRUM_TESTS_DIR) + "/told/import-damaged.txt", out);
}
