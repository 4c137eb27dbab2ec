#include "support/spec_examples.hpp"

#include "support/visible.hpp"

#include <fstream>

namespace pressrum::test {

std::vector<SpecExample> read_spec_examples() {
    static const std::string kFence = "```talstreck ";
    std::ifstream in(std::string(PRESSRUM_TESTS_DIR) + "/spec/talstreck.md");
    std::vector<SpecExample> examples;
    std::string line;
    std::size_t number = 0;
    while (std::getline(in, line)) {
        ++number;
        if (!line.starts_with(kFence)) continue;
        SpecExample example{number + 1, line.substr(kFence.size()), {}, {}, {}, {}};
        bool read = false;
        while (std::getline(in, line) && line != "```") {
            ++number;
            if (line == "→") read = true;
            else if (!read) example.paragraph += (example.paragraph.empty() ? "" : "\n") + with_characters(line);
            else if (line.starts_with("? ")) example.asked = line.substr(2);
            else if (line.starts_with("= ")) example.words.push_back(with_characters(line.substr(2)));
            else example.read += with_characters(line);
        }
        ++number;
        examples.push_back(std::move(example));
    }
    return examples;
}

}  // namespace pressrum::test
