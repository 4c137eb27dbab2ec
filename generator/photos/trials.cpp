// Each trial is one that any user's program may do, so that a refusal is the wall's and not that of a missing right; and each is harmless when it
// comes through: the program to be started does not exist, the address to be read is not one.
#include "photos/trials.hpp"

#include <linux/keyctl.h>

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <thread>

namespace pressrum {
namespace {

struct Places {
    std::string picture, folder, outside;
};

long closed(int descriptor) {
    if (descriptor >= 0) ::close(descriptor);
    return descriptor;
}

long opened(const std::string& path, int flags) { return closed(::open(path.c_str(), flags | O_CLOEXEC, 0600)); }

long made(const std::string& path) {
    const long result = opened(path, O_WRONLY | O_CREAT);
    if (result >= 0) ::unlink(path.c_str());
    return result;
}

long forked(pid_t child) {
    if (child == 0) ::_exit(0);
    if (child > 0) ::waitpid(child, nullptr, 0);
    return child;
}

long threaded() {
    try {
        std::thread([] {}).join();
        return 0;
    } catch (const std::exception&) {
        errno = EPERM;
        return -1;
    }
}

long limited() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return -1;
    return ::setrlimit(RLIMIT_NOFILE, &limit);
}

enum class Wall { files, calls, none };

struct Trial {
    Wall wall;
    const char* what;
    long (*run)(const Places& places);
};

constexpr const char* kNoProgram = "/nowhere/program";
char* const kNothing[] = {nullptr};

constexpr Trial kTrials[] = {
    {Wall::none, "read the picture", [](const Places& at) { return opened(at.picture, O_RDONLY); }},
    {Wall::none, "make a file in the work folder", [](const Places& at) { return made(at.folder + "/trial"); }},
    {Wall::none, "read the system's fonts", [](const Places&) { return opened("/usr/share", O_RDONLY | O_DIRECTORY); }},
    {Wall::none, "start a thread", [](const Places&) { return threaded(); }},
    {Wall::none, "send itself a signal", [](const Places&) { return static_cast<long>(::kill(::getpid(), 0)); }},

    {Wall::files, "read another file", [](const Places&) { return opened("/etc/passwd", O_RDONLY); }},
    {Wall::files, "list the folder of the picture", [](const Places& at) { return opened(at.outside, O_RDONLY | O_DIRECTORY); }},
    {Wall::files, "write to the picture", [](const Places& at) { return opened(at.picture, O_RDWR); }},
    {Wall::files, "make a file beside the picture", [](const Places& at) { return made(at.outside + "/trial"); }},
    {Wall::files, "make a file in /tmp", [](const Places&) { return made("/tmp/pressrum-photos-trial"); }},
    {Wall::files, "leave the work folder by its parent", [](const Places& at) { return made(at.folder + "/../trial"); }},
    {Wall::files, "make a link in the work folder",
     [](const Places& at) {
         const std::string name = at.folder + "/trial";
         const long result = ::symlink("/etc/passwd", name.c_str());
         if (result == 0) ::unlink(name.c_str());
         return result;
     }},

    {Wall::calls, "reach the network", [](const Places&) { return closed(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)); }},
    {Wall::calls, "reach another program of this machine",
     [](const Places&) { return closed(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)); }},
    {Wall::calls, "run a program", [](const Places&) { return static_cast<long>(::execve(kNoProgram, kNothing, kNothing)); }},
    {Wall::calls, "run an open file", [](const Places&) { return ::syscall(SYS_execveat, -1, kNoProgram, kNothing, kNothing, 0); }},
    {Wall::calls, "start a process", [](const Places&) { return forked(::fork()); }},
    {Wall::calls, "look into a process", [](const Places&) { return ::ptrace(PTRACE_PEEKDATA, ::getppid(), nullptr, nullptr); }},
    {Wall::calls, "read another's memory", [](const Places&) { return ::syscall(SYS_process_vm_readv, -1, nullptr, 0, nullptr, 0, 0); }},
    {Wall::calls, "signal another process", [](const Places&) { return static_cast<long>(::kill(::getppid(), 0)); }},
    {Wall::calls, "load code into the kernel", [](const Places&) { return ::syscall(SYS_bpf, -1, nullptr, 0); }},
    {Wall::calls, "watch the machine",
     [](const Places&) { return closed(static_cast<int>(::syscall(SYS_perf_event_open, nullptr, 0, -1, -1, 0))); }},
    {Wall::calls, "open a ring of calls",
     [](const Places&) { return closed(static_cast<int>(::syscall(SYS_io_uring_setup, 1, nullptr))); }},
    {Wall::calls, "look for keys", [](const Places&) { return ::syscall(SYS_keyctl, KEYCTL_GET_KEYRING_ID, -1, 0); }},
    {Wall::calls, "mount a file system", [](const Places&) { return ::syscall(SYS_mount, nullptr, nullptr, nullptr, 0, nullptr); }},
    {Wall::calls, "change rights of a file", [](const Places& at) { return static_cast<long>(::chmod(at.folder.c_str(), 0700)); }},
    {Wall::calls, "change its own limits", [](const Places&) { return limited(); }},
};

std::string parent_of(const std::string& path) { return path.substr(0, path.rfind('/')); }

}  // namespace

std::string try_walls(const Confinement& confinement, const Reach& reach) {
    if (reach.read.empty() || reach.write.empty()) return {};
    const Places places{reach.read.front(), reach.write.front(), parent_of(reach.read.front())};
    std::string told = "landlock: " + std::to_string(confinement.landlock) + "\n";
    told += std::string("seccomp: ") + (confinement.system_calls ? "yes" : "no") + "\n";
    told += "no new rights: " + std::to_string(::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0)) + "\n";
    told += "dumpable: " + std::to_string(::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0)) + "\n";
    constexpr const char* kWalls[] = {"files", "calls", "none"};
    for (const Trial& trial : kTrials) {
        errno = 0;
        const bool refused = trial.run(places) < 0 && (errno == EPERM || errno == EACCES || errno == EXDEV);
        told += std::string(kWalls[static_cast<std::size_t>(trial.wall)]) + (refused ? ": refused: " : ": possible: ") + trial.what + "\n";
    }
    return told;
}

}  // namespace pressrum
