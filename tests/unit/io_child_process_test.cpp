// Another program and its end, whatever it does to its input and output.
#include "io/child_process.hpp"

#include <catch2/catch.hpp>

#include <sys/resource.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>

using namespace pressrum;
using namespace std::chrono_literals;

namespace {

// `limit` is long for what should come to an end, short for what should not.
ChildResult shell(const std::string& script, const std::string& input = {}, std::chrono::milliseconds limit = 60s) {
    return run_child("/bin/sh", {"-c", script}, input, limit);
}

}  // namespace

TEST_CASE("a program gets its input whole, and what it writes and ends with is told") {
    std::string input;
    while (input.size() < 500'000) input += std::to_string(input.size()) + " ";
    const ChildResult copied = shell("cat; echo fel >&2; exit 3", input);
    CHECK(copied.end == ChildEnd::exited);
    CHECK(copied.code == 3);
    CHECK(copied.output == input);
    CHECK(shell("cat").output == "");
    CHECK(shell("printf %s \"$0\"").output == "/bin/sh");
    const ChildResult deaf = shell("exec <&-; echo klar", input);  // it does not want to hear it
    CHECK((deaf.end == ChildEnd::exited && deaf.code == 0));
}

TEST_CASE("a program does not see what else lies in the environment") {
    ::setenv("EKINGE_TOKEN", "hemligt", 1);
    ::setenv("TMPDIR", "/tmp/ekinge", 1);
    const std::string seen = shell("env").output;
    ::unsetenv("EKINGE_TOKEN");
    ::unsetenv("TMPDIR");
    CHECK(seen.find("hemligt") == std::string::npos);
    CHECK(seen.find("TMPDIR=/tmp/ekinge\n") != std::string::npos);
    CHECK(seen.find("PATH=") != std::string::npos);
}

TEST_CASE("a program is not started when there are no descriptors left to speak to it") {
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
    const rlimit none{0, before.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &none) == 0);
    const ChildResult result = shell("echo hej");
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &before) == 0);
    CHECK(result.end == ChildEnd::not_started);
    CHECK(result.code == EMFILE);
    CHECK(result.output == "");
    CHECK(shell("echo hej").output == "hej\n");
}

TEST_CASE("of an endless output no more than the most is kept") {
    const ChildResult result = shell("head -c 3000000 /dev/zero");
    CHECK((result.end == ChildEnd::exited && result.code == 0));
    CHECK(result.output == std::string(kMaxOutput, '\0'));
}

TEST_CASE("a program that is not there, breaks down or does not end says which") {
    const ChildResult missing = run_child("/nowhere/program", {}, "", 60s);
    CHECK((missing.end == ChildEnd::not_started && missing.code == ENOENT));
    const ChildResult killed = shell("kill -SEGV $$");
    CHECK((killed.end == ChildEnd::killed && killed.code == SIGSEGV));
    const ChildResult hung = shell("exec sleep 40", std::string(1'000'000, 'x'), 200ms);
    CHECK((hung.end == ChildEnd::overtime && hung.output.empty()));
    // One that says no more but stays: nobody waits for it either.
    CHECK(shell("exec <&- >&-; exec sleep 40", "", 200ms).end == ChildEnd::overtime);
}
