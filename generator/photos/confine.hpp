#pragma once
// The picture program shuts itself in before it reads a byte of a picture: a file that takes over a decoder finds nothing to take.
//
// What holds from then on, for every thread of the process and for ever:
//   - limits: memory, time, size and number of files, no core dump;
//   - nothing it starts could gain rights, and nobody else's debugger can look into it;
//   - files: the pictures of its jobs, the system's libraries and fonts may be read, and only the jobs' folders be written to (Landlock);
//   - system calls: no network, no other program, no look at another process, no change of rights or of the machine (seccomp).
// All of it is what Linux lets an ordinary user give away. A kernel without one of the two last does without it: old kernels must still make
// pictures, and what a machine really holds back is told by `pressrum-photos --confinement` (photos/trials.hpp).

#include "io/pictures/job.hpp"

#include <string>
#include <vector>

namespace pressrum {

// False: the system refuses a limit.
bool limit_myself();

// Files and folders, with all below them.
struct Reach {
    std::vector<std::string> read, write;
};
// Of the jobs, beside what every process needs: libraries, fonts.
Reach reach_of(const std::vector<Job>& jobs);

struct Confinement {
    int landlock = 0;  // its version; 0: the kernel has none
    bool system_calls = false;
};
// To be called while there is only one thread.
Confinement confine(const Reach& reach);

}  // namespace pressrum
