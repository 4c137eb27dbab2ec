#pragma once
// The way through the source from value to value, alongside the YAML library's events.
//
// The library passes over comments, directives and much else without a word. The walk lets nothing pass between two values but
// punctuation, white space and comments that are meant as comments: so nothing that was written is lost in silence.

#include "base/diagnostic.hpp"
#include "base/source.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum::yaml {

// Thrown to leave the library's parser from within its events; they never leave read_yaml. A Stop has been reported already; what
// an Unexplained is, explain (read/yaml/explain.hpp) will say.
struct Stop {};
struct Unexplained {
    std::size_t at;
};

// Of a collection: by indentation, or within brackets, where indentation says nothing.
enum class Style { block, flow };

class Walk {
public:
    enum class Past { punctuation, key, plain, quoted, block, bracket };  // what stands before cursor()

    // `text` is the file's text up to the end of the region, which begins at `begin`.
    Walk(std::string_view text, FileId file, std::size_t begin, Diagnostics& diagnostics)
        : text_(text), file_(file), cursor_(begin), diagnostics_(diagnostics) {}

    std::string_view text() const { return text_; }
    std::size_t cursor() const { return cursor_; }  // all before it is accounted for
    Past past() const { return past_; }
    Span at(std::size_t begin, std::size_t end) const;
    std::string_view written(Span where) const { return text_.substr(where.begin, where.end - where.begin); }

    // To the first byte of the next value, key or closing bracket.
    void cross(std::size_t to, Style style);
    // Past a scalar that stands in a block whose lines begin at `column`; past the opening or closing bracket before `end`.
    void pass_scalar(Past kind, Span where, int column);
    void pass_bracket(std::size_t end, Past kind);

    // Since the last key: a colon; where a value that is missing should be; "#trygghet" where a value should be.
    bool colon() const { return colon_; }
    Span gap() const { return at(punctuation_, punctuation_); }
    const std::optional<Span>& lost() const { return lost_; }
    void forget() { colon_ = false, lost_.reset(); }

    void report(const Rule* rule, Span where, std::vector<std::string> words = {}, std::string suggestion = {});
    [[noreturn]] void refuse(const Rule* rule, Span where, std::vector<std::string> words = {}, std::string suggestion = {});
    void report(Diagnostic diagnostic) { diagnostics_.add(std::move(diagnostic)); }

private:
    void meet_comment(std::size_t begin, bool own_line, Style style);

    std::string_view text_;
    FileId file_;
    std::size_t cursor_;
    Diagnostics& diagnostics_;

    Past past_ = Past::punctuation;
    Span scalar_ = {};             // the one before the cursor
    int column_ = -1;              // of the block it stands in
    std::size_t punctuation_ = 0;  // one past the last ':', '-', ',' or opening bracket
    bool colon_ = false;
    std::optional<Span> lost_;
};

}  // namespace pressrum::yaml
