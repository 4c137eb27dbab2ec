#!/usr/bin/env python3
"""Has a build become more expensive? Counted in instructions, which a busy machine does not change: `./run bench instructions`.

    instructions.py BINARY ROOT [--renew]

Valgrind's callgrind counts what the main program executes to build 300 posts on one thread, with the pictures made before and nothing else
remembered; the picture program is not counted. The figure is compared with the committed one, instructions.txt: more than 5 % above is a failure,
more than 5 % below is a reason to renew it. The last line is "N passed, N failed".

How repeatable it is: 0.02 % between runs, folders and file systems. Valgrind shows programs a processor of its own, which depends on the real one
only in whether that has AVX2: without it the C library takes other ways, which are 0.8 % longer. Another compiler or library changes the figure too;
what is other than it was is told beside a failure. The 5 % are for all this.
"""
import argparse
import hashlib
import pathlib
import re
import subprocess
import sys
import tempfile

import corpus
import measure
import press_room
import stages

POSTS = 300
ALLOWED = 0.05
COMMITTED = measure.HERE / "instructions.txt"
NOW = press_room.NOW.format(minute=0)
# What the figure is of: the compiler, and the libraries that most instructions are in.
PACKAGES = ["g++-12", "libc6", "libstdc++6", "libyaml-cpp0.7", "libmd4c0", "libmimalloc2.0", "libpugixml1v5", "libfmt9", "libsodium23", "libssl3", "libicu72",
            "valgrind"]


def write_corpus(folder):
    """Returns the digest of its files."""
    corpus.write(folder, corpus.Archive(POSTS))
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def count(binary, root, room, work):
    build = [binary, "build", "--root", room, "--layouts", root / "layouts", "--cache", work / "cache", "--now", NOW, "--messages", "en"]
    output_of(build + ["--out", work / "first"])    # makes the pictures
    callgrind = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={work}/callgrind.out"]
    counted = output_of([*callgrind, *build, "--out", work / "second", "--threads", "1", *measure.uncached(binary)])
    return int(re.search(r"Collected : (\d+)", counted).group(1))


def shares(binary, root, folder):
    """Where the instructions go: [(Stage, share)]."""
    with tempfile.TemporaryDirectory(prefix="instructions-", dir=folder) as work:
        room = pathlib.Path(work) / "room"
        write_corpus(room)
        count(binary, root, room, pathlib.Path(work))
        return stages.shares(f"{work}/callgrind.out")


def output_of(command):
    done = subprocess.run(command, env=measure.clean_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True)
    if done.returncode:
        raise measure.Failed(f"{' '.join(map(str, command))}\n{done.stdout[-2000:]}")
    return done.stdout


def surroundings(digest):
    flags = re.search(r"^flags\s*:(.*)$", pathlib.Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return {"corpus": digest, "avx2": "yes" if flags and "avx2" in flags.group(1).split() else "no", **measure.package_versions(*PACKAGES)}


def renew(figure, around):
    COMMITTED.write_text("# Instructions of a build of 300 posts; written by: ./run bench instructions --renew\n" +
                         "".join(f"{name}: {value}\n" for name, value in {"instructions": figure, **around}.items()))


def committed():
    return dict(line.split(": ", 1) for line in COMMITTED.read_text().splitlines() if not line.startswith("#"))


def judge(figure, around, then):
    """What is to be said, and whether all is well."""
    change = figure / int(then["instructions"]) - 1
    told = [f"{figure:,} instructions for a build of {POSTS} posts, {abs(change):.2%} {'more' if change >= 0 else 'fewer'} than committed"]
    well = change <= ALLOWED
    if not well:
        told.append(f"more than {ALLOWED:.0%} fail; where they are worth it: ./run bench instructions --renew, and say why in the commit")
    elif change < -ALLOWED:
        told.append("so much is worth keeping: renew the figure with ./run bench instructions --renew")
    if abs(change) > ALLOWED:
        told += [f"the committed figure is with {name} {then.get(name, '–')}, here it is {around.get(name, '–')}"
                 for name in sorted((then.keys() | around.keys()) - {"instructions"}) if then.get(name) != around.get(name)]
    return "\n".join(told), well


def main():
    parser = argparse.ArgumentParser(prog="./run bench instructions", description="Has a build become more expensive? Counted in instructions.")
    parser.add_argument("binary", type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("root", type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("--renew", action="store_true", help="make what it is now the committed figure")
    arguments = parser.parse_args()
    binary, root = arguments.binary.resolve(), arguments.root.resolve()
    kept = root / "build/bench"
    kept.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="instructions-", dir=kept) as work:
        room = pathlib.Path(work) / "room"
        around = surroundings(write_corpus(room))
        if not arguments.renew and committed()["corpus"] != around["corpus"]:
            print("the posts are others than those that the committed figure is of: ./run bench instructions --renew\n0 passed, 1 failed")
            return 1
        figure = count(binary, root, room, pathlib.Path(work))
    if arguments.renew:
        renew(figure, around)
        print(f"{figure:,} instructions, written to {COMMITTED.name}")
        return 0
    told, well = judge(figure, around, committed())
    print(f"{told}\n{int(well)} passed, {int(not well)} failed")
    return 0 if well else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except measure.Failed as failed:
        print(f"bench: {failed}", file=sys.stderr)
        sys.exit(3)
