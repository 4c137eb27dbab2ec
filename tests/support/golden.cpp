#include "support/golden.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>
#include <stdexcept>

#include <sys/wait.h>

namespace pressrum::test {

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

void write_file(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

void copy_tree(const std::filesystem::path& from, const std::filesystem::path& to) {
    using enum std::filesystem::copy_options;
    std::filesystem::copy(from, to, recursive | overwrite_existing);
}

std::vector<std::string> files_under(const std::filesystem::path& folder) {
    std::vector<std::string> files;
    if (!std::filesystem::exists(folder)) return files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) files.push_back(std::filesystem::relative(entry.path(), folder).generic_string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::istringstream in{std::string(text)};
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

bool updating() {
    const char* update = std::getenv("PRESSRUM_UPDATE");
    if (update == nullptr || std::string(update) != "1") return false;
    if (std::getenv("CI") != nullptr) throw std::runtime_error("golden files are not renewed in CI");
    return true;
}

void check_same(const std::string& expected, const std::string& actual) {
    if (expected == actual) {
        SUCCEED();
        return;
    }
    std::istringstream a(expected), b(actual);
    std::string line_a, line_b;
    for (int line = 1;; ++line) {
        const bool more_a = static_cast<bool>(std::getline(a, line_a)), more_b = static_cast<bool>(std::getline(b, line_b));
        if (!more_a) line_a = "(the file ends)";
        if (!more_b) line_b = "(the text ends)";
        if ((!more_a && !more_b) || line_a != line_b)
            FAIL_CHECK("line " << line << "\n  expected: " << line_a << "\n  actual:   " << line_b);
        if (line_a != line_b || !more_a || !more_b) return;
    }
}

void check_golden(const std::filesystem::path& golden, const std::string& actual) {
    if (updating()) return write_file(golden, actual);
    INFO(golden.string() << " (PRESSRUM_UPDATE=1 renews it)");
    REQUIRE(std::filesystem::exists(golden));
    check_same(read_file(golden), actual);
}

Finished run(const std::string& command, const std::filesystem::path& folder, const std::string& environment) {
    const std::string line =
        "cd '" + folder.string() + "' && env -u SOURCE_DATE_EPOCH LC_ALL=C TZ=UTC NO_COLOR=1 " + environment + " " + command + " 2>&1";
    FILE* pipe = popen(line.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
    Finished finished;
    std::array<char, 4096> buffer{};
    for (std::size_t got; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) finished.console.append(buffer.data(), got);
    const int status = pclose(pipe);
    finished.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return finished;
}

std::string run_commands(const std::string& commands, const std::filesystem::path& folder) {
    std::string console;
    for (const std::string& line : lines_of(commands)) {
        if (line.starts_with("!")) {
            INFO(line);
            REQUIRE(run(line.substr(1), folder).status == 0);
            continue;
        }
        const bool shown = line.starts_with("$ ");
        const Finished finished = run(shown ? line.substr(2) : std::string(PRESSRUM_BINARY) + " " + line, folder);
        console += (shown ? line : "$ pressrum " + line) + "\n" + finished.console + "→ " + std::to_string(finished.status) + "\n";
    }
    static const std::regex kTime("[0-9]+([.,][0-9]+)?[ \u00A0](m?s)\\b");
    return std::regex_replace(console, kTime, "T s");
}

}  // namespace pressrum::test
