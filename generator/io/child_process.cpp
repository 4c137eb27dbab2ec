#include "io/child_process.hpp"

#include "io/descriptor.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>
#include <string_view>

extern char** environ;

namespace pressrum {
namespace {

using Clock = std::chrono::steady_clock;

// Input and output in one: a socket, because writing to one whose other end is gone can be told not to end this program.
struct Ends {
    Descriptor ours, theirs;
};

bool connect(Ends& ends) {
    std::array<int, 2> pair{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair.data()) != 0) return false;
    ends.ours = Descriptor(pair[0]);
    ends.theirs = Descriptor(pair[1]);
    return true;
}

int milliseconds_left(Clock::time_point deadline) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    return left < 0 ? 0 : static_cast<int>(left);
}

// Gives the child its input and takes its output, until it closes its end. False: time is up.
bool talk(int socket, std::string_view input, std::string& output, Clock::time_point deadline) {
    std::array<char, 16384> buffer;
    bool sending = true;
    for (;;) {
        if (sending && input.empty()) {
            ::shutdown(socket, SHUT_WR);
            sending = false;
        }
        pollfd wanted{socket, static_cast<short>(sending ? POLLIN | POLLOUT : POLLIN), 0};
        const int ready = ::poll(&wanted, 1, milliseconds_left(deadline));
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return false;
        if ((wanted.revents & POLLOUT) != 0) {
            const ssize_t sent = ::send(socket, input.data(), input.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (sent > 0) input.remove_prefix(static_cast<std::size_t>(sent));
            else if (errno != EAGAIN && errno != EINTR) input = {};  // it does not want to hear it
        }
        if ((wanted.revents & (POLLIN | POLLHUP | POLLERR)) != 0) {
            const ssize_t got = ::recv(socket, buffer.data(), buffer.size(), MSG_DONTWAIT);
            if (got > 0) output.append(buffer.data(), std::min(static_cast<std::size_t>(got), kMaxOutput - output.size()));
            else if (got == 0 || (errno != EAGAIN && errno != EINTR)) return true;
        }
    }
}

// The child has closed its end and will be gone in a moment; one that stays is ended.
bool wait_for(pid_t child, int& status, Clock::time_point deadline) {
    for (;;) {
        const pid_t ended = ::waitpid(child, &status, WNOHANG);
        if (ended == child) return true;
        if (ended < 0 && errno != EINTR) return false;
        if (Clock::now() >= deadline) return false;
        ::poll(nullptr, 0, 2);
    }
}

// Where a program finds its libraries, fonts and temporary files, and what sanitizers are told; not the tokens and keys that CI adds.
std::vector<char*> needed_environment() {
    static constexpr std::string_view kNeeded[] = {"PATH=", "HOME=",       "TMPDIR=", "LANG=", "LC_",    "TZ=",   "XDG_CACHE_HOME=",
                                                   "LD_",   "FONTCONFIG_", "VIPS_",   "ASAN_", "UBSAN_", "TSAN_", "PRESSRUM_"};
    std::vector<char*> needed;
    for (char** each = environ; *each != nullptr; ++each) {
        const std::string_view variable = *each;
        if (std::any_of(std::begin(kNeeded), std::end(kNeeded), [&](std::string_view name) { return variable.starts_with(name); }))
            needed.push_back(*each);
    }
    needed.push_back(nullptr);
    return needed;
}

}  // namespace

ChildResult run_child(const std::string& program, const std::vector<std::string>& arguments, const std::string& input,
                      std::chrono::milliseconds limit) {
    ChildResult result;
    Ends ends;
    if (!connect(ends)) return {ChildEnd::not_started, errno, {}};

    std::vector<char*> words = {const_cast<char*>(program.c_str())};
    for (const std::string& argument : arguments) words.push_back(const_cast<char*>(argument.c_str()));
    words.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, ends.theirs.number(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, ends.theirs.number(), STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = -1;
    std::vector<char*> environment = needed_environment();
    const int error = ::posix_spawn(&child, program.c_str(), &actions, nullptr, words.data(), environment.data());
    ::posix_spawn_file_actions_destroy(&actions);
    ends.theirs = Descriptor();
    if (error != 0) return {ChildEnd::not_started, error, {}};

    const Clock::time_point deadline = Clock::now() + limit;
    int status = 0;
    if (!talk(ends.ours.number(), input, result.output, deadline) || !wait_for(child, status, deadline)) {
        ::kill(child, SIGKILL);
        while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
        return {ChildEnd::overtime, SIGKILL, {}};
    }
    if (WIFSIGNALED(status)) return {ChildEnd::killed, WTERMSIG(status), {}};
    result.end = ChildEnd::exited;
    result.code = WEXITSTATUS(status);
    return result;
}

}  // namespace pressrum
