#include "support/golden.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
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

bool updating() {
    const char* update = std::getenv("PRESSRUM_UPDATE");
    if (update == nullptr || std::string(update) != "1") return false;
    if (std::getenv("CI") != nullptr) throw std::runtime_error("golden files are not renewed in CI");
    return true;
}

void check_golden(const std::filesystem::path& golden, const std::string& actual) {
    if (updating()) return write_file(golden, actual);
    INFO(golden.string() << " (PRESSRUM_UPDATE=1 renews it)");
    REQUIRE(std::filesystem::exists(golden));
    const std::string expected = read_file(golden);
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
        if ((!more_a && !more_b) || line_a != line_b) FAIL_CHECK("line " << line << "\n  expected: " << line_a << "\n  actual:   " << line_b);
        if (line_a != line_b || !more_a || !more_b) return;
    }
}

Finished run(const std::string& command, const std::filesystem::path& folder, const std::string& environment) {
    const std::string line = "cd '" + folder.string() + "' && env -u SOURCE_DATE_EPOCH LC_ALL=C TZ=UTC NO_COLOR=1 " + environment + " " + command + " 2>&1";
    FILE* pipe = popen(line.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
    Finished finished;
    std::array<char, 4096> buffer{};
    for (std::size_t got; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) finished.console.append(buffer.data(), got);
    const int status = pclose(pipe);
    finished.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return finished;
}

}  // namespace pressrum::test
