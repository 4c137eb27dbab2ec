#pragma once
// The words of one language that the program itself writes on a page.
//
// Built in for Swedish and English and their variants (model/strings_table.hpp); a site may override single words, and must supply all
// of another language. Keys are those of the table; asking for another is a programmer's error and throws.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pressrum {

class Lexicon {
public:
    // `overrides`: key → words. Keys that the table does not know are left out (the link stage reports them).
    Lexicon(std::string language, const std::vector<std::pair<std::string, std::string>>& overrides);

    const std::string& language() const { return language_; }
    const std::string& operator[](std::string_view key) const;
    // The words with {0}, {1}, … filled.
    std::string filled(std::string_view key, const std::vector<std::string>& values) const;
    // Keys of the table that this language has no words for.
    std::vector<std::string_view> missing() const;

private:
    std::string language_;
    std::unordered_map<std::string_view, std::string> words_;  // by the keys of the table
};

struct Word;
// The table's row for a key; null when there is none.
const Word* find_word(std::string_view key);
// The Swedish words of a row: an override must have as many gaps.
std::string_view model_text(const Word& word);

// How many different gaps {0}, {1}, … a text has.
std::size_t count_gaps(std::string_view text);
// Fills the gaps of a text; one without a value stays empty.
std::string fill(std::string_view text, const std::vector<std::string>& values);

}  // namespace pressrum
