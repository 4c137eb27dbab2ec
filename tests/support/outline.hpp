#pragma once
// How a paragraph is read, in a short line: where each piece ends, who is named and what is asked, but not the words.

#include <cstddef>
#include <string>
#include <vector>

namespace pressrum::test {

struct Outline {
    std::string kinds;               // of the pieces: S said, A attribution, N narration, U undecided
    std::vector<std::size_t> words;  // of each
    std::string rest;

    std::string shown() const;
    // The same pieces, but for the word that is missing in one of them.
    bool is_like(const Outline& other) const;
};

Outline read_outline(const std::string& paragraph, const std::string& language);

}  // namespace pressrum::test
