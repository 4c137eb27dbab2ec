#pragma once
// Golden files: what the program should say or make, kept as files beside the tests.
//
// PRESSRUM_UPDATE=1 writes what is there now instead of comparing; read the difference as you would read code. Refused in CI.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum::test {

std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, const std::string& text);
// Everything in a folder, into another that may be there; what is there under the same path is replaced.
void copy_tree(const std::filesystem::path& from, const std::filesystem::path& to);
// The regular files below a folder by their paths from there, sorted; none when there is no such folder.
std::vector<std::string> files_under(const std::filesystem::path& folder);
std::vector<std::string> lines_of(std::string_view text);
bool updating();

// Compares two texts; when they differ, the first line that does is shown.
void check_same(const std::string& expected, const std::string& actual);
// Compares with the golden file, or writes it.
void check_golden(const std::filesystem::path& golden, const std::string& actual);

struct Finished {
    int status = -1;
    std::string console;  // standard output and error, in the order they came
};
// Runs a shell command in a folder, with an environment that has no say in the result: LC_ALL=C, TZ=UTC unless `environment` sets them.
Finished run(const std::string& command, const std::filesystem::path& folder, const std::string& environment = {});

// A session at the terminal: each line of `commands` is run after `pressrum` in the folder. One that begins with ! is a shell line that changes
// something before the next, and one that begins with $ a shell line that shows something, such as a file. Returns each line but those with !,
// what was printed and the exit status, times taken left out.
std::string run_commands(const std::string& commands, const std::filesystem::path& folder);

}  // namespace pressrum::test
