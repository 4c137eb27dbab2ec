#pragma once
// Small helpers for the texts of quotes, for ids and messages.

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace pressrum {

// A text as a message shows it: not too long.
std::string shown(std::string_view text);

// The beginning of a text, for a message that asks about it: "Nu bygger vi en skola i …".
std::string beginning(std::string_view text);

// "Karin Alm (C) och Lena Hovmark (S)" without what stands in brackets.
std::string without_brackets(std::string_view name);

// The ids of one post's statements: each is taken once.
class StatementIds {
public:
    bool take(std::string_view id) { return taken_.emplace(id).second; }
    // From the first words of a text; with -2, -3 … when that is taken.
    std::string make(std::string_view text);

private:
    std::unordered_set<std::string> taken_;
    std::unordered_map<std::string, std::size_t> next_;
};

}  // namespace pressrum
