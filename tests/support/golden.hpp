#pragma once
// Golden files: what the program should say or make, kept as files beside the tests.
//
// PRESSRUM_UPDATE=1 writes what is there now instead of comparing; read the difference as you would read code. Refused in CI.

#include <filesystem>
#include <string>

namespace pressrum::test {

std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, const std::string& text);
bool updating();

// Compares with the golden file, or writes it. A failed comparison shows the first line that differs.
void check_golden(const std::filesystem::path& golden, const std::string& actual);

struct Finished {
    int status = -1;
    std::string console;    // standard output and error, in the order they came
};
// Runs a shell command in a folder, with an environment that has no say in the result: LC_ALL=C, TZ=UTC unless `environment` sets them.
Finished run(const std::string& command, const std::filesystem::path& folder, const std::string& environment = {});

}  // namespace pressrum::test
