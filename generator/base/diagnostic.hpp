#pragma once
// What the program has to say about content, as data.
//
// A Rule is one row of the rules table (model/rules.hpp): its permanent id, how serious it is, and its words in
// both languages. A Diagnostic is one finding: a rule, a place, and the words that fill the rule's text. Stages
// add diagnostics and go on; only cli/report turns them into text, JSON or annotations.
// A leaf that cannot know where it is returns Result<T>; its Problem becomes a Diagnostic where the place is known.

#include "base/source.hpp"

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

enum class Severity { off, note, warning, error };

// The same words in each language that messages come in. Texts hold {0}, {1}, … for the finding's own words.
struct Words {
    std::string_view sv;
    std::string_view en;
};

struct Rule {
    std::string_view id;   // topic/what-is-wrong; permanent, named in site.yaml and in reports
    Severity severity;     // unless site.yaml `rules:` says otherwise
    bool adjustable;       // false: publishing would be wrong, so site.yaml may not change it
    Words text;            // one line: what was found; lower-case start, no full stop
    Words help;            // what to do about it; may be empty
    bool passing = false;  // true: strikes as time passes, so site.yaml may not make it an error
};

struct Note {
    Span at;
    Words text;
    std::vector<std::string> words = {};
};

struct Diagnostic {
    const Rule* rule;  // never null; rows live as long as the program
    Span at = {};
    std::vector<std::string> words = {};  // fill {0}, {1}, … of the rule's text and help
    std::string suggestion = {};          // content that can be pasted in place of what stands at `at`; may be empty
    std::vector<Note> notes = {};
};

// Why a leaf could not do its work, without the place.
struct Problem {
    const Rule* rule;
    std::vector<std::string> words = {};
    std::string suggestion = {};
};

template <class T>
using Result = tl::expected<T, Problem>;

// Collects findings in the order they were made. Not shared between threads: parallel work fills one per part and
// joins them in order, so that threads never show in what is printed.
class Diagnostics {
public:
    void add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }
    void add(Problem problem, Span at) { all_.push_back({problem.rule, at, std::move(problem.words), std::move(problem.suggestion), {}}); }
    void append(Diagnostics other);

    const std::vector<Diagnostic>& all() const { return all_; }
    bool empty() const { return all_.empty(); }
    std::size_t size() const { return all_.size(); }

    // Sorts by file and place and removes duplicates: the order in which they are shown.
    void sort();

private:
    std::vector<Diagnostic> all_;
};

}  // namespace pressrum
