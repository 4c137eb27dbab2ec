#!/usr/bin/python3 -B
"""Publishing is cut off, or a call of the system fails, at every one of its operations on files.

    tests/prove/kills.py BINARY ROOT [--short]

A library (failing_files.c) counts the program's calls that change files and lets number N be the last one, or fail. A small press room
that became another is published over what it was; publishing.py says what must hold after each such run. Then the program is ended from
outside at random moments, with as many threads as it likes, and two builds meet in one folder.
Needs cc.
"""
import errno
import functools
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import time

import publishing
import support

READING = "oi"
CHANGING = "cwmrda"
# name | number | kinds of calls that fail so | whether all later ones fail too
FAILURES = [
    ("no space", errno.ENOSPC, "cwd", True),
    ("no space for a moment", errno.ENOSPC, "cwd", False),
    ("no inodes", errno.EDQUOT, "cd", True),
    ("not allowed", errno.EACCES, "cmrd", False),
    ("read-only", errno.EROFS, "cwmrda", True),
    ("the disk fails", errno.EIO, "cwmrda", False),
    ("too many open files", errno.EMFILE, "co", True),
    ("too many open files for a moment", errno.EMFILE, "co", False),
    ("the disk cannot be read", errno.EIO, READING, False),
]


class FailingBench(publishing.Bench):
    """The bench, with the library that lets calls fail."""

    def __init__(self, proof, folder):
        super().__init__(proof, folder)
        self.library = folder / "failing_files.so"
        source = pathlib.Path(__file__).with_name("failing_files.c")
        subprocess.run(["cc", "-std=c11", "-O1", "-fPIC", "-shared", "-o", self.library, source, "-ldl"], check=True)

    def failing(self, program="pressrum", **how):
        """The environment in which call number `at` of some kinds goes wrong."""
        told = {f"PRESSRUM_FAILING_{name.upper()}": str(value) for name, value in how.items()}
        return {**os.environ, **told, "LD_PRELOAD": str(self.library), "PRESSRUM_FAILING_PROGRAM": program}

    @functools.cache
    def calls(self, begin, program="pressrum"):
        """(kind, name, path) of each call that an undisturbed run makes."""
        log = self.folder / "log"
        log.unlink(missing_ok=True)
        begin()
        done = support.run(self.words("--threads", "1"), env=self.failing(program, kinds=CHANGING + READING, log=log))
        if done.returncode != 0:
            sys.exit(done.stderr)
        return [tuple(line.split(" ", 3)[1:]) for line in log.read_text().splitlines()]

    def calls_of(self, kinds, begin, program="pressrum"):
        return [call for call in self.calls(begin, program) if call[0] in kinds]


def kills(bench, what, begin, how, kinds, most):
    """Ended at each operation (or at most so many, evenly spread)."""
    calls = bench.calls_of(CHANGING, begin)
    faults = publishing.Faults("torn", "dangling", "not_mended")
    for number in support.spread([n for n, (kind, *_) in enumerate(calls, 1) if kind in kinds], most):
        begin()
        done = support.run(bench.words("--threads", "1"), env=bench.failing(at=number, how=how))
        moment = f"at {number}: {' '.join(calls[number - 1])}"
        if done.returncode != -signal.SIGKILL:
            faults.note("not_mended", moment, [f"was not reached, exit status {done.returncode}"])
        faults.look(bench, moment)
        faults.look_after_next_build(bench, moment)
    faults.tell(bench.proof, what)


def killed_twice(bench, times):
    """The build that should make it good is cut off as well."""
    count = len(bench.calls_of(CHANGING, bench.publish_old))
    faults = publishing.Faults("torn", "dangling", "not_mended")
    for _ in range(times):
        numbers = [random.randint(1, count), random.randint(1, count)]
        bench.publish_old()
        for number in numbers:
            support.run(bench.words("--threads", "1"), env=bench.failing(at=number, how="kill"))
        faults.look(bench, f"at {numbers}")
        faults.look_after_next_build(bench, f"at {numbers}")
    faults.tell(bench.proof, "kills of the build after a kill")


def failures(bench, name, number, kinds, stays, begin, most):
    """A call of some kinds fails, each in turn (or at most so many)."""
    calls = bench.calls_of(kinds, begin)
    everything = bench.calls(begin)
    # The first thing that is moved or removed, and is no matter of the workshop: from there on the site changes.
    turning = next(i for i, (kind, _, path) in enumerate(everything) if kind in "mr" and not path.startswith("journal"))
    before_turning = sum(kind in kinds for kind, *_ in everything[:turning])
    before = bench.old if begin == bench.publish_old else {}
    faults = publishing.Faults("torn", "dangling", "changed", "unclear", "not_mended")
    for at in support.spread(range(1, len(calls) + 1), most):
        begin()
        done = support.run(bench.words("--threads", "1"), env=bench.failing(at=at, how=number, kinds=kinds, stays=int(stays)))
        moment = f"at {at}: {' '.join(calls[at - 1])}"
        site = support.visible(faults.look(bench, moment))
        if done.returncode == 0:
            faults.note("unclear", f"{moment}: exit status 0, but", support.differences(support.visible(bench.new), site))
        else:
            faults.note("unclear", moment, publishing.not_clear(done))
            if at <= before_turning:
                # Folders are made before anything changes. Where nothing can be opened or removed from now on they stay, with nothing in them.
                left = {path: content for path, content in site.items() if not (stays and path.endswith("/"))}
                faults.note("changed", moment, support.differences(support.visible(before), left))
        faults.look_after_next_build(bench, moment)
    faults.tell(bench.proof, f"a call fails: {name} ({errno.errorcode[number]})")


def at_random(bench, times):
    """Ended from outside, at moments that nobody chose."""
    bench.publish_old()
    begin = time.monotonic()
    support.run(bench.words())
    duration = time.monotonic() - begin
    faults = publishing.Faults("torn", "dangling", "not_mended")
    for _ in range(times):
        bench.publish_old()
        after = random.uniform(0, duration * 1.1)
        process = subprocess.Popen(bench.words(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(after)
        process.kill()
        process.wait()
        moment = f"after {after * 1000:.1f} ms"
        faults.look(bench, moment)
        faults.look_after_next_build(bench, moment)
    faults.tell(bench.proof, "SIGKILL at random moments")


def two_at_once(bench, times, begin, what, kill_one=False):
    """Two builds of different sources into one folder: one of the sites stands there, whole, and then the next build's."""
    faults = []
    for _ in range(times):
        begin()
        both = [subprocess.Popen(bench.words(source=source), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
                for source in random.sample([bench.old_source, bench.new_source], 2)]
        if kill_one:
            time.sleep(random.uniform(0, 0.1))
            both[0].kill()
        told = [process.communicate()[1] for process in both]
        ended = [process.returncode for process in both]
        site = support.tree(bench.out)
        if ended[kill_one:] != [0, 0][kill_one:]:
            faults.append(f"exit statuses {ended}: {' '.join(told).strip()}")
        elif not kill_one and site not in (bench.old, bench.new):
            faults.append("; ".join(support.differences(support.visible(bench.new), site)[:3]))
        elif torn := bench.torn(site):
            faults.append(", ".join(torn[:3]))
        elif wrong := bench.next_build():
            faults.append("; ".join(wrong[:3]))
    bench.proof.figure(what, times, wrong=faults)


def while_pictures_are_made(bench, program, most):
    """Pictures are made anew, and their maker (or who called it) is ended; then the build with what it left in the cache is right."""
    def begin():
        bench.publish_old()
        shutil.rmtree(bench.cache, ignore_errors=True)
    calls = bench.calls_of(CHANGING, begin, program)
    faults = publishing.Faults("torn", "dangling", "unclear", "not_mended")
    of_pictures = [n for n, (*_, path) in enumerate(calls, 1) if program != "pressrum" or "cache" in path]
    for number in support.spread(of_pictures, most):
        for how in ("kill", "half", errno.ENOSPC):
            begin()
            done = support.run(bench.words("--threads", "1"), env=bench.failing(program, at=number, how=how, stays=1))
            moment = f"at {number}, {how}: {' '.join(calls[number - 1])}"
            faults.look(bench, moment)
            if done.returncode not in (0, -signal.SIGKILL):
                faults.note("unclear", moment, publishing.not_clear(done))
            faults.look_after_next_build(bench, moment)
    faults.tell(bench.proof, f"{program} is cut off while pictures are made")
    begin()
    support.run(bench.words())


def main():
    proof = support.start(__doc__)
    random.seed(20261124)
    with support.workshop() as folder:
        bench = FailingBench(proof, pathlib.Path(folder))
        every, some = (8, 4) if proof.short else (10_000, 150)
        kills(bench, "kills at a file operation, over an old site", bench.publish_old, "kill", CHANGING, every)
        kills(bench, "kills in the middle of a write", bench.publish_old, "half", "w", every // 2)
        kills(bench, "kills of a first build", bench.publish_nothing, "kill", CHANGING, some)
        for failure in FAILURES[::2] if proof.short else FAILURES:
            failures(bench, *failure, bench.publish_old, 2 if proof.short else 90)
        if not proof.short:
            failures(bench, "first build, no space", errno.ENOSPC, "cwd", True, bench.publish_nothing, 60)
            failures(bench, "first build, not allowed", errno.EACCES, "cmrda", False, bench.publish_nothing, 60)
            killed_twice(bench, 60)
            while_pictures_are_made(bench, "pressrum-photos", 6)
            while_pictures_are_made(bench, "pressrum", 12)
            two_at_once(bench, 40, bench.publish_old, "two builds at once, one of them killed", kill_one=True)
        at_random(bench, 10 if proof.short else 200)
        two_at_once(bench, 2 if proof.short else 40, bench.publish_old, "two builds at once into an old site")
        two_at_once(bench, 2 if proof.short else 20, bench.publish_nothing, "two first builds at once")
    proof.end()


main()
