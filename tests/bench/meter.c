// meter DESCRIPTOR COMMAND...: runs the command and writes "WALL CPU MEMORY STATUS" to the descriptor: seconds by the clock, seconds of all
// cores, bytes, exit status (128 + signal).
//
// A small program because Linux hands the memory peak of the process that forks on to what it starts: begun by Python, everything would seem to
// need as much as Python. CPU time is the command's and that of the processes it waited for; the memory is that of the largest one of them.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double clock_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

int main(int count, char **arguments) {
    if (count < 3) return 2;
    const int descriptor = atoi(arguments[1]);
    const double begin = clock_seconds();
    const pid_t child = fork();
    if (child < 0) return 3;
    if (child == 0) {
        close(descriptor);
        execvp(arguments[2], arguments + 2);
        perror(arguments[2]);
        _exit(127);
    }
    struct rusage used;
    int status;
    if (wait4(child, &status, 0, &used) != child) return 3;
    const double wall = clock_seconds() - begin;
    dprintf(descriptor, "%.6f %.6f %lld %d\n", wall, seconds(used.ru_utime) + seconds(used.ru_stime), used.ru_maxrss * 1024LL,
            WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    return 0;
}
