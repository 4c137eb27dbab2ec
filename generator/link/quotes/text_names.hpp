#pragma once
// The people whom the running text of a post names with a whole name: "Alm" may mean somebody whom nobody has quoted yet.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pressrum {

class TextNames {
public:
    explicit TextNames(std::string_view language) : language_(language) {}

    // Views of the text; read when a name is first asked for.
    void read_later(std::vector<std::string_view> texts) { texts_ = std::move(texts); }
    // Whole names with this first or last word, each once.
    const std::vector<std::string>& with_part(const std::string& part);
    // The only whole name; empty: there are none, or several.
    std::string only();

private:
    void read();

    std::string_view language_;
    std::vector<std::string_view> texts_;
    bool read_ = false;
    std::unordered_map<std::string, std::vector<std::string>> by_part_;
    std::vector<std::string> all_;  // as long as there are few
};

}  // namespace pressrum
