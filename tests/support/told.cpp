#include "support/told.hpp"

#include "base/text.hpp"
#include "model/lexicon.hpp"
#include "support/golden.hpp"
#include "support/visible.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

namespace pressrum::test {
namespace {

std::string on_one_line(std::string_view text) {
    std::string out;
    for (const std::string_view line : split(text, '\n')) out += (out.empty() && line.data() == text.data() ? "" : "⏎") + visible(line);
    return out;
}

std::string both_languages(const Rule& rule, const std::vector<std::string>& words, const std::string& suggestion) {
    static constexpr std::string_view kSeverities[] = {"off", "note", "warning", "error"};
    std::string out = fmt::format("{} {}\n", rule.id, kSeverities[static_cast<std::size_t>(rule.severity)]);
    for (const auto& [text, help] : {std::pair(rule.text.sv, rule.help.sv), std::pair(rule.text.en, rule.help.en)})
        out += fmt::format("  {}{}{}\n", on_one_line(fill(text, words)), help.empty() ? "" : " – ", on_one_line(fill(help, words)));
    if (!suggestion.empty()) out += fmt::format("  → {}\n", on_one_line(suggestion));
    return out;
}

}  // namespace

std::vector<std::string> texts_of(const std::string& name) {
    std::vector<std::string> texts;
    bool inside = false;
    for (const std::string& line : lines_of(read_file(std::string(PRESSRUM_TESTS_DIR) + "/told/" + name + ".txt"))) {
        if (line.starts_with(">")) {
            if (!inside) texts.emplace_back();
            texts.back() += (inside ? "\n" : "") + with_characters(line.substr(std::min<std::size_t>(2, line.size())));
        }
        inside = line.starts_with(">");
    }
    return texts;
}

void check_told(const std::string& name, const std::function<std::string(std::string_view, const std::string&)>& tell) {
    const std::string path = std::string(PRESSRUM_TESTS_DIR) + "/told/" + name + ".txt";
    const std::string file = read_file(path);
    std::string actual, section, text;
    bool inside = false;
    std::size_t texts = 0;
    const auto finish = [&] {
        if (!inside) return;
        INFO(section << ": " << text);
        const std::string told = tell(section, text);
        for (const std::string& line : lines_of(told)) actual += "  " + line + "\n";
        if (told.empty()) actual += "  (nothing)\n";
        text.clear();
        inside = false;
        ++texts;
    };
    for (const std::string& line : lines_of(file)) {
        if (line.starts_with(">")) {
            text += (inside ? "\n" : "") + with_characters(line.substr(std::min<std::size_t>(2, line.size())));
            inside = true;
            actual += line + "\n";
            continue;
        }
        finish();
        if (line.starts_with("  ")) continue;
        if (line.starts_with("## ")) section = line.substr(3);
        actual += line + "\n";
    }
    finish();
    REQUIRE(texts > 0);
    check_golden(path, actual);
}

std::string whole_message(const Problem& problem) { return both_languages(*problem.rule, problem.words, problem.suggestion); }

std::string whole_message(const Diagnostic& message, const Sources& sources) {
    std::string place = "-";
    if (message.at.known()) {
        const auto& source = sources[message.at.file];
        const Position begin = source.position(message.at.begin), end = source.position(message.at.end);
        place = fmt::format("{}:{}–{}:{} «{}»", begin.line, begin.column, end.line, end.column, on_one_line(sources.text(message.at)));
    }
    std::string out = place + " " + both_languages(*message.rule, message.words, message.suggestion);
    for (const pressrum::Note& note : message.notes) {
        const auto& source = sources[note.at.file];
        const Position begin = source.position(note.at.begin);
        out += fmt::format("  also {}:{} «{}»: {} | {}\n", begin.line, begin.column, on_one_line(sources.text(note.at)),
                           fill(note.text.sv, note.words), fill(note.text.en, note.words));
    }
    return out;
}

std::string whole_messages(const Diagnostics& diagnostics, const Sources& sources) {
    std::string out;
    for (const Diagnostic& message : diagnostics.all()) out += whole_message(message, sources);
    return out;
}

}  // namespace pressrum::test
