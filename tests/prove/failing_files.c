// Preloaded into a program, this counts its calls that change files, and lets one of them go wrong.
//
//   PRESSRUM_FAILING_PROGRAM  only in the program of this name (its children are left alone)
//   PRESSRUM_FAILING_AT       the number of the call, from 1
//   PRESSRUM_FAILING_HOW      kill: the program is ended before the call
//                          half: of a write, half the bytes are written; then the program is ended (other calls: as kill)
//                          a number: the call fails with this errno
//   PRESSRUM_FAILING_KINDS    letters, which kinds are counted: c reate, w rite, m ove, r emove, d irectory, a ttributes; o pen to read, i nput
//   PRESSRUM_FAILING_STAYS    1: every later call of these kinds fails too, as on a disk that stays full
//   PRESSRUM_FAILING_LOG      a file that gets a line a call: its number, kind, name and path
//
// Calls about descriptors 0, 1 and 2 are not counted: what is told is not a file.
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static long at, stays;
static int error, half, enabled, log_file = -1;
static const char *kinds = "cwmrda";
static atomic_long calls;

#define REAL(name) ((__typeof__(&name))real(#name))
static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void start(void) {
    const char *program = getenv("PRESSRUM_FAILING_PROGRAM"), *how = getenv("PRESSRUM_FAILING_HOW");
    if (program == NULL || strcmp(program, program_invocation_short_name) != 0) return;
    if (getenv("PRESSRUM_FAILING_AT") != NULL) at = atol(getenv("PRESSRUM_FAILING_AT"));
    if (getenv("PRESSRUM_FAILING_KINDS") != NULL) kinds = getenv("PRESSRUM_FAILING_KINDS");
    if (getenv("PRESSRUM_FAILING_STAYS") != NULL) stays = atol(getenv("PRESSRUM_FAILING_STAYS"));
    if (how != NULL) error = atoi(how), half = strcmp(how, "half") == 0;
    if (getenv("PRESSRUM_FAILING_LOG") != NULL)
        log_file = REAL(open)(getenv("PRESSRUM_FAILING_LOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    enabled = 1;
}

static void end(void) {
    kill(getpid(), SIGKILL);
    pause();
}

enum turn { GO_ON, FAIL, HALF };

// What becomes of a call: it goes on, fails with errno set, or is cut in the middle.
static enum turn turn(char kind, const char *name, const char *path) {
    if (!enabled || strchr(kinds, kind) == NULL) return GO_ON;
    const long number = atomic_fetch_add(&calls, 1) + 1;
    if (log_file >= 0) dprintf(log_file, "%ld %c %s %s\n", number, kind, name, path);
    if (at == 0 || number < at || (number > at && !(stays && error))) return GO_ON;
    if (error) {
        errno = error;
        return FAIL;
    }
    if (half && kind == 'w') return HALF;
    end();
    return FAIL;
}

// Of a call that cannot be done by halves.
static int fails(char kind, const char *name, const char *path) {
    const enum turn now = turn(kind, name, path);
    if (now == HALF) end();
    return now == FAIL;
}

// Any call whose result is an int: what it is about stands in `path` for the log.
#define CALL(kind, name, path, ...) return fails(kind, #name, path) ? -1 : REAL(name)(__VA_ARGS__)

static char open_kind(int flags) { return (flags & O_ACCMODE) == O_RDONLY && !(flags & (O_CREAT | O_TRUNC)) ? 'o' : 'c'; }
static mode_t mode_after(int flags, va_list rest) { return (flags & (O_CREAT | __O_TMPFILE)) ? va_arg(rest, mode_t) : 0; }
#define MODE(last)                       \
  va_list rest;                          \
  va_start(rest, last);                  \
  const mode_t mode = mode_after(last, rest); \
    va_end(rest)

int open(const char *path, int flags, ...) { MODE(flags); CALL(open_kind(flags), open, path, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags); CALL(open_kind(flags), open64, path, path, flags, mode); }
int openat(int folder, const char *path, int flags, ...) { MODE(flags); CALL(open_kind(flags), openat, path, folder, path, flags, mode); }
int openat64(int folder, const char *path, int flags, ...) { MODE(flags); CALL(open_kind(flags), openat64, path, folder, path, flags, mode); }
int creat(const char *path, mode_t mode) { CALL('c', creat, path, path, mode); }
int creat64(const char *path, mode_t mode) { CALL('c', creat64, path, path, mode); }
int mkostemp(char *path, int flags) { CALL('c', mkostemp, path, path, flags); }
int mkstemp(char *path) { CALL('c', mkstemp, path, path); }

#define FOPEN(name)                                                                                                \
  FILE *name(const char *path, const char *how) {                                                                  \
    return turn(strpbrk(how, "wa+") ? 'c' : 'o', #name, path) == FAIL ? NULL : REAL(name)(path, how);              \
    }
FOPEN(fopen)
FOPEN(fopen64)
DIR *opendir(const char *path) { return turn('o', "opendir", path) == FAIL ? NULL : REAL(opendir)(path); }
ssize_t read(int file, void *bytes, size_t size) {
    if (file <= 2) return REAL(read)(file, bytes, size);
    CALL('i', read, "", file, bytes, size);
}

// Writing. A call that is cut writes half of its bytes.
#define WRITE(name, halved, ...)                                        \
  do {                                                                  \
    if (file <= 2) return REAL(name)(__VA_ARGS__);                      \
    const enum turn now = turn('w', #name, "");                         \
    if (now == FAIL) return -1;                                         \
    const ssize_t result = now == HALF ? (halved) : REAL(name)(__VA_ARGS__); \
    if (now == HALF) end();                              \
    return result;                                                      \
    } while (0)

ssize_t write(int file, const void *bytes, size_t size) { WRITE(write, REAL(write)(file, bytes, size / 2), file, bytes, size); }
ssize_t pwrite(int file, const void *bytes, size_t size, off_t from) { WRITE(pwrite, REAL(pwrite)(file, bytes, size / 2, from), file, bytes, size, from); }
ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t from) { WRITE(pwrite64, REAL(pwrite64)(file, bytes, size / 2, from), file, bytes, size, from); }
ssize_t writev(int file, const struct iovec *parts, int count) { WRITE(writev, REAL(write)(file, parts->iov_base, parts->iov_len / 2), file, parts, count); }
ssize_t sendfile(int file, int from, off_t *at_byte, size_t size) { WRITE(sendfile, REAL(sendfile)(file, from, at_byte, size / 2), file, from, at_byte, size); }
ssize_t copy_file_range(int from, off64_t *from_byte, int file, off64_t *at_byte, size_t size, unsigned flags) {
    WRITE(copy_file_range, REAL(copy_file_range)(from, from_byte, file, at_byte, size / 2, flags), from, from_byte, file, at_byte, size, flags);
}
int fsync(int file) { CALL('w', fsync, "", file); }
int fdatasync(int file) { CALL('w', fdatasync, "", file); }
int syncfs(int file) { CALL('w', syncfs, "", file); }
int ftruncate(int file, off_t size) { CALL('w', ftruncate, "", file, size); }
int ftruncate64(int file, off64_t size) { CALL('w', ftruncate64, "", file, size); }
int truncate(const char *path, off_t size) { CALL('w', truncate, path, path, size); }
int fallocate(int file, int mode, off_t from, off_t size) { CALL('w', fallocate, "", file, mode, from, size); }
int posix_fallocate(int file, off_t from, off_t size) { CALL('w', posix_fallocate, "", file, from, size); }

int rename(const char *from, const char *to) { CALL('m', rename, to, from, to); }
int renameat(int a, const char *from, int b, const char *to) { CALL('m', renameat, to, a, from, b, to); }
int renameat2(int a, const char *from, int b, const char *to, unsigned flags) { CALL('m', renameat2, to, a, from, b, to, flags); }
int link(const char *from, const char *to) { CALL('c', link, to, from, to); }
int linkat(int a, const char *from, int b, const char *to, int flags) { CALL('c', linkat, to, a, from, b, to, flags); }
int symlink(const char *to, const char *path) { CALL('c', symlink, path, to, path); }
int symlinkat(const char *to, int folder, const char *path) { CALL('c', symlinkat, path, to, folder, path); }

int unlink(const char *path) { CALL('r', unlink, path, path); }
int unlinkat(int folder, const char *path, int flags) { CALL('r', unlinkat, path, folder, path, flags); }
int remove(const char *path) { CALL('r', remove, path, path); }
int rmdir(const char *path) { CALL('r', rmdir, path, path); }
int mkdir(const char *path, mode_t mode) { CALL('d', mkdir, path, path, mode); }
int mkdirat(int folder, const char *path, mode_t mode) { CALL('d', mkdirat, path, folder, path, mode); }

int chmod(const char *path, mode_t mode) { CALL('a', chmod, path, path, mode); }
int fchmod(int file, mode_t mode) { CALL('a', fchmod, "", file, mode); }
int fchmodat(int folder, const char *path, mode_t mode, int flags) { CALL('a', fchmodat, path, folder, path, mode, flags); }
