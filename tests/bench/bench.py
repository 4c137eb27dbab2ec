#!/usr/bin/env python3
"""How long a build takes, beside Hugo and the floor: `./run bench`.

    bench.py BINARY ROOT [--posts 1000,10000] [--runs 5] [--short] [--seed N]

BINARY is pressrum with pressrum-photos beside it, ROOT the repository's root. What is measured, and how, stands in report.PAGE and on the page that
is made of it; what is allowed, in budgets.py. docs/performance.md is written by a run over 1,000 and 10,000 posts at least with five rounds
or more; any other writes build/bench/performance.md, so that no hasty figure is committed.

Exit status: 0 measured, whether or not the budgets are met; 3 something could not be built.
"""
import argparse
import math
import os
import pathlib
import shutil
import sys
import tempfile

import hugo
import instructions
import measure
import press_room
import report

# A row that has taken longer than this is measured no more, in seconds.
PATIENCE = 300
# The most that an output, with the pictures in the cache, needs for each post, in bytes.
OUTPUT = 100_000


def rounds_of(builds, runs, hugos, tell):
    """Builds in turn. Every name that press_room.STEPS, the Hugos and the floor have, as often as patience allows."""
    steps = {step.name: (lambda step=step: builds.ours(step)) for step in press_room.STEPS}
    peers = {peer.version: (lambda peer=peer: builds.hugo(peer)) for peer in hugos}
    peers["floor"] = lambda: builds.floor(os.cpu_count())
    order = ["first", "cold", *peers, *(name for name in steps if name not in ("first", "cold"))]    # what is paired stands side by side
    spent, rounds = dict.fromkeys(order, 0.0), []
    for number in range(runs):
        rounds.append({})
        for name in [name for name in order if spent[name] <= PATIENCE]:
            tell(f"round {number + 1} of {runs}: {name}")
            try:
                taken = rounds[-1][name] = (steps | peers)[name]()
            except measure.Failed as failed:
                if name not in [peer.version for peer in hugos]:
                    raise
                print(f"Hugo {name} is left out: {failed}")
                spent[name] = math.inf
                continue
            spent[name] += taken.wall
    return rounds


def measure_posts(posts, arguments, hugos, tools, work, deletes, tell):
    tell(f"{posts} posts are written")
    with press_room.PressRoom(arguments.root / f"build/bench/{posts}", posts, arguments.seed, arguments.root / "layouts") as room:
        builds = press_room.Builds(room, arguments.binary, tools, work, deletes)
        tell("the pictures are made")
        builds.prepare()
        rounds = rounds_of(builds, arguments.runs, hugos, tell)
        return report.Figures(posts, rounds, room.shown, builds.sizes, hugos)


def work_folder(root, posts):
    """On a tmpfs when there is one with room for the outputs of so many posts, since a disk is noisy."""
    memory = pathlib.Path("/dev/shm")
    needed = 3 * posts * OUTPUT    # the one that is built again and again, the one just made, the cache
    roomy = memory.is_dir() and min(shutil.disk_usage(memory).free, measure.memory_available()) > needed
    return tempfile.TemporaryDirectory(prefix="pressrum-bench-", dir=memory if roomy else root / "build/bench")


def version_of(root):
    commit = measure.first_line("git", "describe", "--always", "--dirty=, with changes", cwd=root) or "of no known commit"
    return f"{commit}, built with {measure.first_line('g++', '--version') or 'an unknown compiler'}"


def arguments_of():
    parser = argparse.ArgumentParser(prog="./run bench", description="How long a build takes, beside Hugo.")
    parser.add_argument("binary", type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("root", type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("--posts", default="1000,10000", help="how many posts, with commas between (1000,10000)")
    parser.add_argument("--runs", type=int, default=5, help="how many rounds (5)")
    parser.add_argument("--seed", type=int, default=1, help="another corpus of the same kind")
    parser.add_argument("--short", action="store_true", help="300 posts, two rounds")
    arguments = parser.parse_args()
    if arguments.short:
        arguments.posts, arguments.runs = "300", 2
    try:
        arguments.posts = sorted({int(posts) for posts in arguments.posts.split(",")})
    except ValueError:
        parser.error(f"\"{arguments.posts}\" is no number of posts")
    if arguments.runs < 1 or arguments.posts[0] < 10:
        parser.error("a round and ten posts at least")
    arguments.binary, arguments.root = arguments.binary.resolve(), arguments.root.resolve()
    return arguments


def main():
    arguments = arguments_of()
    kept = arguments.root / "build/bench"
    kept.mkdir(parents=True, exist_ok=True)
    progress = sys.stderr.isatty()

    def tell(text):
        if progress:
            print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)

    tell("looking for Hugo")
    hugos = hugo.find_all(kept / "hugo")
    tell("")
    if not hugos:
        print("there is no Hugo: ours is measured alone\n")
    elif not any(peer.judged() for peer in hugos):
        print(f"Hugo is {hugos[0].version}; the budget against it is for {'.'.join(map(str, hugo.JUDGED_FROM))} or later and is not judged\n")
    all_figures = []
    with work_folder(arguments.root, arguments.posts[-1]) as work:
        work = pathlib.Path(work)
        outputs, deletes = measure.file_system(work), True
        if outputs != "tmpfs":
            deletes = shutil.disk_usage(work).free < arguments.posts[-1] * OUTPUT * 4 * arguments.runs
            outputs += ", deleted after each build for want of room, which makes the next ones slower" if deletes else ", none deleted before the end"
        tools = measure.compiled("meter", work), measure.compiled("floor", work)
        for posts in arguments.posts:
            (work / str(posts)).mkdir()
            all_figures.append(measure_posts(posts, arguments, hugos, tools, work / str(posts), deletes, tell))
            shutil.rmtree(work / str(posts))
            tell("")
            print(report.section(all_figures[-1]), flush=True)
    whole = {1_000, 10_000} <= set(arguments.posts) and arguments.runs >= 5
    page = arguments.root / "docs/performance.md" if whole else kept / "performance.md"
    tell("instructions are counted")
    shares = instructions.shares(arguments.binary, arguments.root, kept) if shutil.which("valgrind") else []
    tell("")
    print(report.stages_section(shares))
    page.write_text(report.page(all_figures, outputs, version_of(arguments.root), shares))
    print(f"written: {page.relative_to(arguments.root)}")


if __name__ == "__main__":
    try:
        main()
    except measure.Failed as failed:
        print(f"\nbench: {failed}", file=sys.stderr)
        sys.exit(3)
