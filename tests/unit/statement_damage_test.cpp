// How a paragraph is read when it lacks one mark or one word, or has two words in the wrong order: what any writer does sometime. Of the paragraphs of
// tests/statements/, and of the examples of the specification, those are recorded, in NAME.damaged, that are read otherwise than the sound one.
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "support/golden.hpp"
#include "support/outline.hpp"
#include "support/spec_examples.hpp"
#include "support/statement_gold.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pressrum;
using namespace pressrum::test;

namespace {

// The words and marks of a text: where each begins and ends.
std::vector<std::pair<std::size_t, std::size_t>> words_and_marks(std::string_view text) {
    std::vector<std::pair<std::size_t, std::size_t>> found;
    bool in_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        const bool letter = is_letter_or_digit(c.code);
        if (letter && in_word) found.back().second = at + c.length;
        else if (c.code != ' ' && c.code != 0xA0) found.emplace_back(at, at + c.length);
        in_word = letter;
        at += c.length;
    }
    return found;
}

std::string told_of_damage(const std::string& paragraph, const std::string& language) {
    const Outline sound = read_outline(paragraph, language);
    std::string out;
    for (const auto& [begin, end] : words_and_marks(paragraph)) {
        std::size_t rest = end;
        if (rest < paragraph.size() && paragraph[rest] == ' ' && (begin == 0 || paragraph[begin - 1] == ' ')) ++rest;
        const Outline damaged = read_outline(paragraph.substr(0, begin) + paragraph.substr(rest), language);
        if (damaged.is_like(sound)) continue;
        out += fmt::format("  -{} at {}: {}\n", paragraph.substr(begin, end - begin), begin, damaged.shown());
    }
    return out.empty() ? out : fmt::format("{}\n  {}\n{}", paragraph, sound.shown(), out);
}

// Each word, or mark, with the one behind it in its place.
std::string told_of_exchange(const std::string& paragraph, const std::string& language) {
    const Outline sound = read_outline(paragraph, language);
    const auto parts = words_and_marks(paragraph);
    std::string out;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
        const auto [begin, end] = parts[i];
        const auto [next, next_end] = parts[i + 1];
        const std::string exchanged =
            paragraph.substr(next, next_end - next) + paragraph.substr(end, next - end) + paragraph.substr(begin, end - begin);
        const Outline read = read_outline(paragraph.substr(0, begin) + exchanged + paragraph.substr(next_end), language);
        if (read.is_like(sound)) continue;
        out += fmt::format("  {} at {}: {}\n", exchanged, begin, read.shown());
    }
    return out;
}

}  // namespace

TEST_CASE("a paragraph that lacks one word or mark is read as recorded") {
    for (const std::string_view name : {"languages", "longer", "shorter", "swedish", "various"}) {
        INFO(name);
        const std::string path = fmt::format("{}/statements/{}", PRESSRUM_TESTS_DIR, name);
        std::string out;
        for (const GoldText& text : read_gold_texts(read_file(path + ".jsonl"))) {
            std::string told;
            for (const std::string_view paragraph : split(text.text, '\n')) {
                if (!paragraph.empty()) told += told_of_damage(std::string(paragraph), text.language);
            }
            if (!told.empty()) out += fmt::format("{} {}\n{}\n", text.id, text.language, told);
        }
        check_golden(path + ".damaged", out);
    }
}

TEST_CASE("an example of the specification that lacks one word or mark, or has two exchanged, is read as recorded") {
    std::string out;
    for (const SpecExample& example : read_spec_examples()) {
        const std::string damaged = told_of_damage(example.paragraph, example.language);
        const std::string exchanged = told_of_exchange(example.paragraph, example.language);
        if (damaged.empty() && exchanged.empty()) continue;
        out += fmt::format("{}\n{}{}\n", example.language, damaged.empty() ? example.paragraph + "\n" : damaged, exchanged);
    }
    check_golden(fmt::format("{}/spec/talstreck.damaged", PRESSRUM_TESTS_DIR), out);
}
