// System calls are forbidden by a list, and everything else is allowed. The other way around, a list of what is allowed, would be the list of what
// libvips, a dozen decoders and encoders, Pango, GLib and the C library call on one machine in one version: the next version of one of
// them would break every picture, and that list would still hold mmap, openat and write, with which the harm is done. What is left to a
// decoder here is to compute, and to touch files; which ones is Landlock's to say, and how much the limits'.
// Calls younger than this list do not exist for the process, as on an older kernel.
#include "photos/confine.hpp"

#include <linux/landlock.h>
#include <seccomp.h>

#include <fcntl.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <memory>

namespace pressrum {
namespace {

// Data counts what is really written to: 1.5 GB, of which the worst photo that is allowed (150 million pixels, progressive) takes 0.9. Addresses are
// cheap, and many cores set many aside (64 MB a thread for the allocator): the same photo takes 1.2 GB of them with two threads and 2.3 GB with 64.
constexpr std::pair<int, rlim_t> kLimits[] = {
#ifndef __SANITIZE_ADDRESS__  // which lays out terabytes to keep account of
    {RLIMIT_DATA, rlim_t{3} << 29},
    {RLIMIT_AS, rlim_t{8} << 30},
#endif
    {RLIMIT_CPU, 120},                 // seconds
    {RLIMIT_FSIZE, rlim_t{64} << 20},  // 64 MB
    {RLIMIT_NOFILE, 128},              // fonts are mapped by the dozen; a photo has two files open at once
    {RLIMIT_CORE, 0},
};

// ---------------------------------------------------------------- files

// What libraries look for while the program runs: modules of libvips and libheif, fonts and what Fontconfig knows of them, colour
// profiles, the number of cores.
constexpr const char* kSystem[] = {"/usr",
                                   "/lib",
                                   "/lib64",
                                   "/etc/ld.so.cache",
                                   "/etc/fonts",
                                   "/etc/localtime",
                                   "/etc/locale.alias",
                                   "/var/cache/fontconfig",
                                   "/dev/urandom",
                                   "/sys/devices/system/cpu",
#ifdef __SANITIZE_ADDRESS__  // which reads its own maps
                                   "/proc",
#endif
                                   "/sys/devices/system/node"};
// Below the home folder.
constexpr const char* kOwnFonts[] = {".fonts",           ".fonts.conf", ".fonts.conf.d", ".local/share/fonts", ".config/fontconfig",
                                     ".cache/fontconfig"};

// As the kernel has it today. The headers of Debian 12 know the first member and the rights of the first two versions; a kernel takes a longer
// record than its own as long as it ends in zeros.
struct RulesetAttributes {
    std::uint64_t files = 0;
    std::uint64_t network = 0;  // version 4
    std::uint64_t scoped = 0;   // version 6
};
constexpr std::uint64_t kTruncate = 1 << 14, kIoctlDevice = 1 << 15;            // versions 3 and 5
constexpr std::uint64_t kBindTcp = 1 << 0, kConnectTcp = 1 << 1;                // version 4
constexpr std::uint64_t kAbstractSockets = 1 << 0, kSignals = 1 << 1;           // version 6
constexpr std::uint64_t kFirstRights = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;  // execute … make_sym

constexpr std::uint64_t kReadFile = LANDLOCK_ACCESS_FS_READ_FILE;
constexpr std::uint64_t kRead = kReadFile | LANDLOCK_ACCESS_FS_READ_DIR;
// Files are made, written and taken away again; no folders, links, pipes or devices.
constexpr std::uint64_t kWrite =
    kRead | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG | kTruncate;
constexpr std::uint64_t kOfFiles =
    kReadFile | LANDLOCK_ACCESS_FS_WRITE_FILE | kTruncate;  // what can be said of something that is no folder

// What is not there needs no rule, and is out of reach like everything else.
void allow(int ruleset, const std::string& path, std::uint64_t rights) {
    const int place = ::open(path.c_str(), O_PATH | O_CLOEXEC);
    if (place < 0) return;
    struct stat status {};
    const bool folder = ::fstat(place, &status) == 0 && S_ISDIR(status.st_mode);
    landlock_path_beneath_attr rule{};
    rule.allowed_access = folder ? rights : rights & kOfFiles;
    rule.parent_fd = place;
    ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    ::close(place);
}

// The version of Landlock that is in force; 0: there is none.
int confine_files(const Reach& reach) {
    const long version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) return 0;
    RulesetAttributes all;
    all.files = kFirstRights;
    if (version >= 2) all.files |= LANDLOCK_ACCESS_FS_REFER;
    if (version >= 3) all.files |= kTruncate;
    if (version >= 4) all.network = kBindTcp | kConnectTcp;
    if (version >= 5) all.files |= kIoctlDevice;
    if (version >= 6) all.scoped = kAbstractSockets | kSignals;
    const int ruleset = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0));
    if (ruleset < 0) return 0;

    for (const char* path : kSystem) allow(ruleset, path, kRead);
    if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/') {
        for (const char* path : kOwnFonts) allow(ruleset, std::string(home) + "/" + path, kRead);
    }
    for (const std::string& path : reach.read) allow(ruleset, path, kReadFile);
    for (const std::string& path : reach.write) allow(ruleset, path, kWrite & all.files);
    const bool holds = ::syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    ::close(ruleset);
    return holds ? static_cast<int>(version) : 0;
}

// ---------------------------------------------------------------- system calls

// By name: one that this machine's processor or its libseccomp does not know is passed over.
constexpr const char* kForbidden[] = {
    // The network, and programs of this machine that listen. What was asked and is answered goes through read and write.
    "socket", "socketpair", "socketcall", "connect", "bind", "listen", "accept", "accept4", "sendto", "sendmsg", "sendmmsg", "recvmsg",
    "recvmmsg",
    // Another program, and another process of this one (clone: see below).
    "execve", "execveat", "fork", "vfork", "uselib",
    // Other processes.
    "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "process_mrelease", "kcmp", "pidfd_open", "pidfd_getfd",
    "pidfd_send_signal", "tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "migrate_pages", "move_pages", "setpriority", "ioprio_set",
    // Memory and messages that others share.
    "shmget", "shmat", "shmctl", "msgget", "msgsnd", "msgrcv", "msgctl", "semget", "semop", "semtimedop", "semctl", "ipc", "mq_open",
    "mq_unlink",
    // Whole parts of the kernel that no picture asks for, each with a long list of faults of its own.
    "bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "io_uring_enter", "io_uring_register", "io_setup", "io_submit", "add_key",
    "request_key", "keyctl", "fanotify_init", "fanotify_mark", "inotify_init", "inotify_init1", "memfd_secret", "remap_file_pages",
    "modify_ldt", "vmsplice", "seccomp", "landlock_create_ruleset",
    // Rights and owners. Landlock does not hold back from changing those of a file that may not be opened.
    "chmod", "fchmod", "fchmodat", "chown", "chown32", "fchown", "fchown32", "lchown", "lchown32", "fchownat", "setxattr", "lsetxattr",
    "fsetxattr", "removexattr", "lremovexattr", "fremovexattr", "utime", "utimes", "utimensat", "utimensat_time64", "futimesat", "setuid",
    "setgid", "setreuid", "setregid", "setresuid", "setresgid", "setfsuid", "setfsgid", "setgroups", "capset", "setrlimit", "setsid",
    "setpgid", "personality",
    // The machine.
    "mount", "umount", "umount2", "pivot_root", "chroot", "move_mount", "open_tree", "fsopen", "fsconfig", "fsmount", "fspick",
    "mount_setattr", "setns", "unshare", "kexec_load", "kexec_file_load", "init_module", "finit_module", "delete_module", "create_module",
    "reboot", "swapon", "swapoff", "sethostname", "setdomainname", "settimeofday", "stime", "clock_settime", "clock_settime64",
    "clock_adjtime", "clock_adjtime64", "adjtimex", "acct", "quotactl", "quotactl_fd", "syslog", "vhangup", "iopl", "ioperm", "nfsservctl",
    "lookup_dcookie", "name_to_handle_at", "open_by_handle_at"};

// Numbers are the same on all processors from here on; 451 came after the libseccomp of Debian 12. To 511, where x86-64 has another list.
constexpr int kFirstUnknown = 451, kLastUnknown = 511;

// Whether the kernel took the list.
bool confine_calls() {
    const std::unique_ptr<void, void (*)(scmp_filter_ctx)> filter(seccomp_init(SCMP_ACT_ALLOW), &seccomp_release);
    if (!filter) return false;
    // Refused and not killed: libraries ask for things that they can do without, such as the name service for a name.
    const std::uint32_t refused = SCMP_ACT_ERRNO(EPERM), unknown = SCMP_ACT_ERRNO(ENOSYS);
    bool sound = true;
    const auto refuse = [&](const char* name) {
        const int number = seccomp_syscall_resolve_name(name);
        if (number >= 0) sound = seccomp_rule_add(filter.get(), refused, number, 0) == 0 && sound;
    };
    const auto refuse_when = [&](int number, scmp_arg_cmp condition) {
        sound = seccomp_rule_add(filter.get(), refused, number, 1, condition) == 0 && sound;
    };
    for (const char* name : kForbidden) refuse(name);

    // Threads, but no processes. Of clone3 a filter cannot see what is wanted; the C library falls back to clone.
    refuse_when(SCMP_SYS(clone), SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
    sound = seccomp_rule_add(filter.get(), unknown, SCMP_SYS(clone3), 0) == 0 && sound;
    // A signal to itself is how a program ends that has found a fault.
    const auto own = static_cast<scmp_datum_t>(::getpid());
    refuse_when(SCMP_SYS(kill), SCMP_A0(SCMP_CMP_NE, own));
    refuse_when(SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_NE, own));
    // Limits may be read.
    refuse_when(SCMP_SYS(prlimit64), SCMP_A2(SCMP_CMP_NE, 0));
    // Typing on the terminal that it was started from.
    refuse_when(SCMP_SYS(ioctl), SCMP_A1(SCMP_CMP_MASKED_EQ, 0xFFFFFFFF, TIOCSTI));
    for (int number = kFirstUnknown; number <= kLastUnknown; ++number)
        sound = seccomp_rule_add(filter.get(), unknown, number, 0) == 0 && sound;

    constexpr unsigned kByTree = 2;  // found by halving the list and not from its beginning
    seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_OPTIMIZE, kByTree);
    return sound && seccomp_load(filter.get()) == 0;
}

}  // namespace

bool limit_myself() {
    for (const auto& [what, most] : kLimits) {
        rlimit limit{};
        if (::getrlimit(static_cast<__rlimit_resource_t>(what), &limit) != 0) return false;
        // Somebody may have set a lower one.
        limit.rlim_cur = std::min(limit.rlim_cur, most);
        limit.rlim_max = std::min(limit.rlim_max, most);
        if (::setrlimit(static_cast<__rlimit_resource_t>(what), &limit) != 0) return false;
    }
    return true;
}

Reach reach_of(const std::vector<Job>& jobs) {
    Reach reach;
    for (const Job& job : jobs) {
        std::visit([&](const auto& each) { reach.write.push_back(each.folder); }, job);
        const auto* photo = std::get_if<PictureJob>(&job);
        const std::string& file = photo != nullptr ? photo->file : std::get<CardJob>(job).logo;
        if (!file.empty()) reach.read.push_back(file);
    }
    return reach;
}

Confinement confine(const Reach& reach) {
    // Both of the following ask for the first; the second keeps others of the same user out.
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    Confinement made;
    made.landlock = confine_files(reach);
    made.system_calls = confine_calls();
    return made;
}

}  // namespace pressrum
