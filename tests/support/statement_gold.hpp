#pragma once
// Texts with the words that were said in them (gold), written by people who had not read the program: tests/statements/*.jsonl.
//
// A line is a text: `id`, `lang`, `shape`, `text` (the body of a post), `gold` (in reading order: `speaker`, a key of people.yaml, a full name, or
// null; `said`, span by span), `also_ok` (other golds that are as good), `ask_ok` (asking is as right as reading). Only words are compared, neither
// marks nor how spans are cut, and the worst paragraph decides about a text:
//
//     right   as gold, or asked where asking is as right
//     asked   words are missing or nobody's, and a message stands there; or a paragraph is asked about in which nothing is said
//     missed  words are missing or nobody's, and no message about words tells
//     wrong   words are published as said that nobody said, or as somebody else's

#include "support/site_builder.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum::test {

struct Said {
    std::string speaker;  // key or name; empty: nobody knows
    std::vector<std::string> spans;
};

struct GoldText {
    std::string id, language, shape, text;
    std::vector<std::vector<Said>> golds;  // the first is the one that counts when none is met
    bool may_ask = false;
};

// Throws for a line that is no such object.
std::vector<GoldText> read_gold_texts(const std::string& json_lines);

struct AskedAt {
    std::size_t line;  // in the post's file
    std::string rule;
};

enum class Verdict { right, asked, missed, wrong };
inline constexpr std::string_view kVerdicts[] = {"right", "asked", "missed", "wrong"};

// `text_begins`: the line of the post's file at which the text begins. `names`: of people, by key. `in_error`: the post was left out.
Verdict judge(const GoldText& text, std::size_t text_begins, const std::vector<Said>& got, const std::vector<AskedAt>& asked,
              const std::map<std::string, std::string>& names, bool in_error);

// The words of a text: runs of letters, digits and underscores.
std::vector<std::string> words_of(std::string_view text);

}  // namespace pressrum::test
