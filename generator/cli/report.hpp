#pragma once
// Findings as people and programs read them.
//
// resolve() turns diagnostics into Findings: severity after site.yaml, words in the message language, lines and columns. The
// writers only lay them out: text with the source line, annotations for GitHub; JSON lines are in
// cli/json_out.hpp. Nothing here reads a file, and what is written steers no terminal, whatever an editor wrote; cli/log.hpp keeps it from
// being an order to a CI runner.

#include "base/diagnostic.hpp"
#include "cli/console.hpp"
#include "cli/excerpt.hpp"

#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace pressrum {

struct Place {
    std::string path;
    Position begin;
    Position end;    // one past the last character
    Excerpt source;  // the line of `begin`
};

struct FindingNote {
    std::optional<Place> at;
    std::string text;
};

struct Finding {
    const Rule* rule;
    Severity severity;        // never off
    std::optional<Place> at;  // absent: the finding is about no place in a file
    std::string text, help;   // one line each; help may be empty
    std::string suggestion;   // what to write; may have several lines, may be empty
    bool near_word = false;   // the suggestion is what the writer most likely meant to spell
    std::vector<FindingNote> notes;
    std::size_t more = 0;  // similar ones that are left out after this one
};

// Of one rule in one file no more are shown: whoever has mended that many sees the next ones.
inline constexpr std::size_t kMaxAlike = 20;

// In the order given. Findings of rules that `severity_of` turns off are left out. So are those of a rule in a file after the first
// kMaxAlike, the last of which says how many they are: whoever counts findings counts its `more` too.
std::vector<Finding> resolve(const std::vector<Diagnostic>& diagnostics, const Sources& sources, MessageLanguage language,
                             const std::function<Severity(const Rule&)>& severity_of);

std::string_view severity_words(Severity severity, MessageLanguage language);

// For people: where, how serious, what; the source line and carets; what to do about it.
//
//   posts/2024/05/dialogmote.md:9:1: fel: okänd nyckel "foto" [front-matter/unknown-key]
//      9 | foto:
//        | ^^^^ menade du "photo"?
//
// A near word answers the question: the rule's help, which lists everything that is possible, is then left out.
enum class Color { off, on };
void write_text(std::ostream& out, const std::vector<Finding>& findings, MessageLanguage language, Color color);

// Workflow commands (::error file=…::message), for a stream that lets them pass. `file_of` gives the path in the repository.
void write_github(std::ostream& out, const std::vector<Finding>& findings, MessageLanguage language,
                  const std::function<std::string(const std::string&)>& file_of);

}  // namespace pressrum
