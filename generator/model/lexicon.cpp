#include "model/lexicon.hpp"

#include "model/languages.hpp"
#include "model/strings_table.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

namespace pressrum {

Lexicon::Lexicon(std::string language, const std::vector<std::pair<std::string, std::string>>& overrides) : language_(std::move(language)) {
    const bool swedish = primary_language(language_) == "sv";
    const bool english = primary_language(language_) == "en";
    for (const Word& word : kWords) {
        if (swedish || english) words_.emplace(word.key, swedish ? word.sv : word.en);
    }
    if (const EasyLanguage* easy = find_easy_language(language_)) words_.insert_or_assign("language_name", std::string(easy->name));
    for (const auto& [key, text] : overrides) {
        for (const Word& word : kWords) {
            if (word.key == key) words_.insert_or_assign(word.key, text);
        }
    }
}

const std::string& Lexicon::operator[](std::string_view key) const {
    const auto found = words_.find(key);
    if (found == words_.end()) throw std::logic_error("no words for \"" + std::string(key) + "\" in " + language_);
    return found->second;
}

std::string Lexicon::filled(std::string_view key, const std::vector<std::string>& values) const { return fill((*this)[key], values); }

std::vector<std::string_view> Lexicon::missing() const {
    std::vector<std::string_view> keys;
    for (const Word& word : kWords) {
        if (words_.find(word.key) == words_.end()) keys.push_back(word.key);
    }
    return keys;
}

const Word* find_word(std::string_view key) {
    for (const Word& word : kWords) {
        if (word.key == key) return &word;
    }
    return nullptr;
}

std::string_view model_text(const Word& word) { return word.sv; }

namespace {

// The number of the gap at `at` ("{3}" → 3), or nothing.
std::optional<std::size_t> gap_at(std::string_view text, std::size_t at) {
    if (at + 2 >= text.size() || text[at] != '{' || text[at + 2] != '}' || text[at + 1] < '0' || text[at + 1] > '9') return std::nullopt;
    return static_cast<std::size_t>(text[at + 1] - '0');
}

}  // namespace

std::size_t count_gaps(std::string_view text) {
    std::array<bool, 10> met{};
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (const auto gap = gap_at(text, at)) met[*gap] = true;
    }
    return static_cast<std::size_t>(std::count(met.begin(), met.end(), true));
}

std::string fill(std::string_view text, const std::vector<std::string>& values) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto gap = gap_at(text, at);
        if (gap && *gap < values.size()) out += values[*gap];
        if (!gap) out += text[at];
        at += gap ? 3 : 1;
    }
    return out;
}

}  // namespace pressrum
