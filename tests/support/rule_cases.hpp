#pragma once
// What each rule says, case by case, in one readable file for each topic: tests/rules/TOPIC.md. A case is a section:
//
//     ## body/raw-html
//
//     ```diff
//      ---
//      title: Torget får ny belysning
//      published: 2024-05-02T10:00
//      ---
//     -Torget får <b>ny</b> belysning i maj.
//     !           ^^^^^^^^^ fel: HTML kan inte användas i texten: "<b>" [body/raw-html]
//     !           = skriv: **ny**
//     +Torget får **ny** belysning i maj.
//     ```
//     ```console
//     1 fel, inga varningar; 0 publicerade inlägg, 0 väntar, 0 utkast, 0 utgångna; N filer granskade; T s
//     → 1
//     ```
//
// A block `diff` is a file, whose path may follow; else it is posts/2024/05/post.md. The first character of a line tells which version of
// the file has it: - the faulty one, + the good one, a space both (and so has an empty line). A file without lines of a version is not
// there in it. When the versions differ, the good one is run as well, and nothing is to be said about it. Lines with ! are no part of the
// file: they are what is said about the faulty line above. ⟨U+00AD⟩ is a character that cannot be seen (support/visible.hpp), and a line
// that is nothing but ⟨files/NAME⟩ is all that tests/rules/files/NAME holds, for what is no text.
//
// A block `console` is the session: a line that begins with "$ pressrum" is run, and followed by what it prints with the exit status; any
// other line after "$ " is a shell line that changes something before the next. A line "…" stands for the next thing that is said beside
// a line above. Without any "$", check is run, at noon on 24 November 2026, and what is said beside lines comes first.
//
// Files before the first section belong to every case of the topic, unless it has its own under that path. Text outside of blocks is for
// the reader. PRESSRUM_UPDATE=1 renews the lines with ! and what the blocks `console` hold, and leaves all else as it is.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum::test {

struct CaseFile {
    std::string path;  // in the folder of the press room
    std::string faulty, good;
    bool in_faulty = true, in_good = true;
    std::vector<std::string> faulty_lines;  // as they are read on a screen
};

// What is said beside a line: first with carets, as it stands after the !.
struct Beside {
    std::size_t file = 0;  // index into the case's own files
    std::size_t line = 0;  // in the faulty version, from 1
    std::vector<std::string> rows;
};

struct RuleCase {
    std::string id;
    std::size_t line = 0;  // of the heading, from 1
    std::vector<CaseFile> files;
    std::vector<Beside> beside;
    std::vector<std::string> console;  // as written
};

struct RuleFile {
    std::string name;  // the file's, without .md
    std::filesystem::path folder;
    std::string text;
    std::vector<CaseFile> files;  // of every case
    std::vector<RuleCase> cases;
};

// Throws std::runtime_error that begins with "NAME.md:LINE: " for what it does not understand. `folder` is where files/ is.
RuleFile read_topic(std::string_view name, std::string text, const std::filesystem::path& folder);

// The files to write for a case: its own and those of the topic.
std::vector<CaseFile> files_of(const RuleFile& topic, const RuleCase& rule_case);
bool has_good_version(const RuleCase& rule_case);

// The lines after "$ ", in order.
std::vector<std::string> commands_of(const RuleCase& rule_case);
// The whole session as it is expected: the commands, each followed by all that it prints.
std::string expected_session(const RuleCase& rule_case);

// The text of the topic with the sessions as they are now, one for each case; all but the lines with ! and the blocks `console` stays.
std::string renewed(const RuleFile& topic, const std::vector<std::string>& sessions);

}  // namespace pressrum::test
