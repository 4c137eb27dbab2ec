// floor LIST FOLDER PROCESSES: the least that a generator has to do with files. Reads what LIST names and writes the files that LIST names into
// FOLDER, as large as it says; nothing is parsed and nothing is thought.
//
// A line of LIST is "r PATH", to be read, or "SIZE PATH", to be written. The lines are dealt out to so many processes.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { kBlock = 1 << 20 };
static char block[kBlock];

static void fail(const char *path) {
    perror(path);
    exit(1);
}

static void read_file(const char *path) {
    const int file = open(path, O_RDONLY);
    if (file < 0) fail(path);
    while (read(file, block, kBlock) > 0) continue;
    close(file);
}

static void make_folders(char *path) {
    for (char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(path, 0755) < 0 && errno != EEXIST) fail(path);
        *slash = '/';
    }
}

static void write_file(char *path, long size) {
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0644);
    if (file < 0 && errno == ENOENT) {
        make_folders(path);
        file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0644);
    }
    if (file < 0) fail(path);
    while (size > 0) {
        const ssize_t written = write(file, block, size < kBlock ? (size_t)size : kBlock);
        if (written < 0) fail(path);
        size -= written;
    }
    close(file);
}

static void share(FILE *list, int process, int processes) {
    char *line = NULL;
    size_t room = 0;
    for (int number = 0; getline(&line, &room, list) > 0; ++number) {
        if (number / 64 % processes != process) continue;    // neighbours mostly share a folder
        line[strcspn(line, "\n")] = '\0';
        char *path = strchr(line, ' ') + 1;
        if (line[0] == 'r') read_file(path);
        else write_file(path, atol(line));
    }
}

int main(int count, char **arguments) {
    if (count != 4) return 2;
    const int processes = atoi(arguments[3]);
    memset(block, 'a', kBlock);
    if (mkdir(arguments[2], 0755) < 0) fail(arguments[2]);
    for (int process = 0; process < processes; ++process) {
        if (fork() != 0) continue;
        FILE *list = fopen(arguments[1], "r");    // its own, since a position is shared with whoever forked
        if (!list) fail(arguments[1]);
        if (chdir(arguments[2]) < 0) fail(arguments[2]);
        share(list, process, processes);
        return 0;
    }
    int status, faults = 0;
    while (wait(&status) > 0) faults += status != 0;
    return faults != 0;
}
