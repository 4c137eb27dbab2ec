#pragma once
// The examples of tests/spec/talstreck.md, which says how they are written.

#include <cstddef>
#include <string>
#include <vector>

namespace pressrum::test {

struct SpecExample {
    std::size_t line = 0;  // of the paragraph, in the file
    std::string language;
    std::string paragraph;
    std::string read;
    std::vector<std::string> words;  // of each who says something, in order; none: not shown
    std::string asked;
};

std::vector<SpecExample> read_spec_examples();

}  // namespace pressrum::test
