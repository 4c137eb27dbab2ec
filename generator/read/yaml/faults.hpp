#pragma once
// Faults that the reading of YAML finds in more than one place, and where its explanations are collected.

#include "base/diagnostic.hpp"
#include "base/source.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum::yaml {

// The quotation mark at `begin`, whose text goes on to `end` without a matching one.
Diagnostic unclosed_quote(std::string_view text, FileId file, std::size_t begin, std::size_t end);
// A backslash in double quotation marks between `begin` and `end` that YAML turns into another character (all but \" \\ \/), reported
// for the whole scalar; rule == nullptr when there is none.
Diagnostic backslash(std::string_view text, FileId file, std::size_t begin, std::size_t end);

// The explanations of one text: at most one for each place.
class Faults {
public:
    // Takes into account what `diagnostics` already says of the region.
    Faults(std::string_view text_of_file, Span region, std::size_t failure, Diagnostics& diagnostics);

    void add(Diagnostic diagnostic);
    void add(const Rule* rule, std::size_t begin, std::size_t end, std::vector<std::string> words = {}, std::string suggestion = {});
    void add_colon(std::size_t begin, std::size_t end, std::size_t colon);
    void add_backslash(std::size_t begin, std::size_t end);  // if there is one

    std::size_t count() const { return count_; }  // of those added
    bool any() const { return any_; }             // an error stands in the region, added here or before

    const std::string_view text;  // the file's, up to the end of the region
    const FileId file;
    const std::size_t failed_at;  // where the library stopped

private:
    Diagnostics& diagnostics_;
    std::set<std::uint32_t> told_;
    std::size_t count_ = 0;
    bool any_ = false;
};

}  // namespace pressrum::yaml
