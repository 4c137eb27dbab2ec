#!/usr/bin/python3 -B
"""Makes the program wrong in one place at a time, and looks whether the tests notice.

    tests/prove/mutants.py BINARY ROOT [--short] [--seed N] [--sites N] [--floor NAME]… [--site FILE:LINE:COLUMN]…

Places are drawn from all sources of generator/ (mutant_sites.py), so that each floor gets a share; the seed is told, and drawing with it again
draws the same as long as the sources are the same. --site names places instead, as this program tells them: after a test was written, say. All of the changes are compiled into one
copy of the program (mutant_build.py), each behind a switch. Every test runs once without a change, to tell which places it reaches; then each change is
switched on and the tests that reach it run, the quickest first, until one fails: that one is killed, and so is one that breaks down or does not come
to an end. What no test notices is told by its place: a test is missing there, or the change makes no difference. Only people can say which.

BINARY is not used. The copy's tests run where they can write nowhere but in a folder of their own. Results also lie in build/mutants/result.json.
Needs Debian's python3-clang-14 and unshare. Ends with "N passed, M failed": killed, and all others.
"""
import argparse
import concurrent.futures
import json
import math
import os
import pathlib
import random
import re
import resource
import subprocess
import sys
import tempfile
import time

import mutant_build
import mutant_sites
import support

AT_ONCE = 2
LEAST_A_FLOOR = 4
ADDRESSES = 8 << 30  # as much as pressrum-photos allows itself: it sets its own limits, and may not raise them
FILE_SIZE = 1 << 30
# The seconds after which the tests that reach a place go on in another process: the quick ones tell first.
PORTIONS = [1, 5, 20]
# These read the sources themselves, and not what the program does.
READERS_OF_SOURCES = ["tests/unit/architecture_test.cpp"]

# ---------------------------------------------------------------- running where nothing can be damaged

# / and the copy can be read only; the room can be written to, and /tmp is an empty one, unless one of them lies in it. Processes that are left over
# end with the run. The shell stays: signals do not end the first process of a namespace.
CONFINED = """
mount --bind "$1" "$1" && mount -o remount,bind,ro / && mount --bind "$2" "$2" && mount -o remount,bind,ro "$2" || exit 99
case $1:$2 in /tmp/* | *:/tmp/*) ;; *) mount -t tmpfs tmpfs /tmp || exit 99 ;; esac
shift 2
"$@"
exit $?
"""


def confined(words, room, copy, variables, seconds):
    """(exit status, what was said); the status is None when time was up: each process has twice the seconds that are usual, all together ten times
    as many by the clock, since other work may slow this down."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PRESSRUM_", "SOURCE_DATE"))}
    environment |= {"CI": "true", "TMPDIR": str(room), **variables}
    whole = ["unshare", "--user", "--map-root-user", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "sh", "-c", CONFINED, "sh",
             str(room), str(copy), *map(str, words)]
    try:
        done = subprocess.run(whole, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
                              env=environment, cwd=room, timeout=10 * seconds + 10, preexec_fn=lambda: limit(2 * seconds + 10))
    except subprocess.TimeoutExpired:
        return None, ""
    return done.returncode, done.stdout


def limit(seconds):
    for what, most in ((resource.RLIMIT_AS, ADDRESSES), (resource.RLIMIT_FSIZE, FILE_SIZE), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(what, (most, most))
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(seconds), resource.RLIM_INFINITY))


# ---------------------------------------------------------------- drawing


class Draw:
    """Gives out sites of a floor that do not lie within one another, in an order that the seed decides."""

    def __init__(self, sites, seed):
        self.waiting = {}
        for site in sites:
            self.waiting.setdefault(site.floor, []).append(site)
        for floor, each in self.waiting.items():
            random.Random(f"{seed} {floor}").shuffle(each)
        self.taken = {}
        self.count = 0

    def take(self, floor, wanted):
        found = []
        while len(found) < wanted and self.waiting.get(floor):
            site = self.waiting[floor].pop()
            beside = self.taken.setdefault(site.file, [])
            if any(site.begin < other.end and other.begin < site.end for other in beside):
                continue
            beside.append(site)
            self.count += 1
            site.number = self.count
            found.append(site)
        return found


def shares(sizes, wanted):
    """Floor → how many are drawn of it: in proportion to what it has, but some of each."""
    share = {floor: min(size, LEAST_A_FLOOR) for floor, size in sizes.items()}
    left = wanted - sum(share.values())
    total = sum(sizes.values())
    ideal = {floor: max(0, wanted * size / total - share[floor]) for floor, size in sizes.items()}
    scale = left / sum(ideal.values()) if left > 0 and sum(ideal.values()) > 0 else 0
    exact = {floor: each * scale for floor, each in ideal.items()}
    for floor, each in exact.items():
        share[floor] += int(each)
    for floor in sorted(exact, key=lambda each: int(exact[each]) - exact[each])[:max(0, wanted - sum(share.values()))]:
        share[floor] += 1
    return share


def compiled(workplace, draw, drawn):
    """What can be compiled, with others of the same floor in the place of what cannot; and the number of the latter."""
    refused = 0
    while True:
        faulty = workplace.compile(drawn)
        if not faulty:
            return drawn, refused
        refused += len(faulty)
        drawn = [site for site in drawn if site not in faulty]
        for site in faulty:
            draw.taken[site.file].remove(site)
            drawn += draw.take(site.floor, 1)
        progress(f"{len(faulty)} do not compile, others are drawn")


# ---------------------------------------------------------------- tests


class Tests:
    """The cases of both test programs: how long each takes, and which sites it reaches. A case is (program, name)."""

    def __init__(self, workplace, folder):
        self.workplace = workplace
        self.folder = folder
        self.cases = []
        for program in ("pressrum_tests", "pressrum_photo_tests"):
            listed = subprocess.run([workplace.programs / program, "--list-test-names-only"], stdout=subprocess.PIPE, text=True)
            self.cases += [(program, name) for name in listed.stdout.splitlines() if name]
        left_out = {name for file in READERS_OF_SOURCES for name in case_names(workplace.copy / file)}
        self.cases = [case for case in self.cases if case[1] not in left_out]
        self.seconds = {}
        self.reached = {}  # number of a site → cases
        self.faulty = []

    def run(self, program, names, seconds, **variables):
        with tempfile.TemporaryDirectory(prefix="pressrum-mutant-", dir=self.folder) as room:
            room = pathlib.Path(room)
            wanted = room / "cases"
            wanted.write_text("".join(f"{as_pattern(name)}\n" for name in names))
            variables = {name: str(value).replace("ROOM", str(room)) for name, value in variables.items()}
            status, said = confined([self.workplace.programs / program, "-a", "-w", "NoTests", "-r", "compact", "-f", wanted], room, self.workplace.copy, variables, seconds)
            trace = room / "reached"
            return status, said, trace.read_text().split() if trace.is_file() else []

    def trace(self):
        """Each case by itself: what one has read into memory would hide what the next one reads."""
        def look(case):
            begun = time.monotonic()
            status, said, reached = self.run(case[0], [case[1]], 300, PRESSRUM_MUTANTS_REACHED="ROOM/reached")
            return case, status, said, reached, time.monotonic() - begun
        for case, status, said, reached, seconds in in_parallel(look, self.cases, "tests"):
            self.seconds[case] = seconds
            if status != 0:
                self.faulty.append((case, said))
                continue
            for number in set(reached):
                self.reached.setdefault(int(number), []).append(case)

    def fate(self, site):
        """killed, lived or not reached; and by what."""
        cases = sorted(self.reached.get(site.number, []), key=lambda case: self.seconds[case])
        if not cases:
            return "not reached", ""
        for program, names, seconds in self.portions(cases):
            status, said, _ = self.run(program, names, seconds, PRESSRUM_MUTANT=site.number)
            if status is None:
                return "killed", "time is up"
            if status != 0:
                return "killed", next((line for line in said.splitlines() if " failed: " in line), f"exit status {status}")
        return "lived", ""

    def portions(self, cases):
        """(program, names, seconds) … with the quick cases in the first."""
        limits, portion, spent = [*PORTIONS], {}, 0.0
        for index, case in enumerate(cases):
            names, seconds = portion.get(case[0], ([], 0.0))
            portion[case[0]] = ([*names, case[1]], seconds + self.seconds[case])
            spent += self.seconds[case]
            if spent >= (limits[0] if limits else 60) or index + 1 == len(cases):
                yield from ((program, *each) for program, each in portion.items())
                portion, spent, limits = {}, 0.0, limits[1:]


def as_pattern(name):
    """Catch2 reads a comma as the end of one pattern, and the beginning of another."""
    return re.sub(r"[\\,\[\]]", r"\\\g<0>", name)


def case_names(file):
    for written in re.findall(r'\bTEST_CASE\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)', file.read_text()):
        yield re.sub(r'\\(.)', r"\1", re.sub(r'"\s*"', "", written.strip())[1:-1])


def in_parallel(work, values, what):
    """What work() gives for each, as it is ready."""
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        waiting = [pool.submit(work, value) for value in values]
        for done, each in enumerate(concurrent.futures.as_completed(waiting), 1):
            if done % 50 == 0 or done == len(waiting):
                progress(f"{done} of {len(waiting)} {what}")
            yield each.result()


# ---------------------------------------------------------------- all of it


def progress(text):
    print(f"mutants: {time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=pathlib.Path)
    parser.add_argument("root", type=lambda name: pathlib.Path(name).resolve())
    parser.add_argument("--short", action="store_true", help="20 places")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="which places are drawn (default: the time)")
    parser.add_argument("--sites", type=int, help="how many (150)")
    parser.add_argument("--floor", action="append", help="only of this folder of generator/; repeated")
    parser.add_argument("--site", action="append", default=[], metavar="FILE:LINE:COLUMN", help="this place instead; repeated")
    given = parser.parse_args()
    given.sites = given.sites or (20 if given.short else 150)
    return given


def chosen(given, sites):
    """(what is to be tried, where others come from)"""
    if given.site:
        draw = Draw([site for site in sites if site.place in given.site], given.seed)
        return draw, [site for floor in list(draw.waiting) for site in draw.take(floor, len(sites))]
    if given.floor:
        sites = [site for site in sites if site.floor in given.floor]
    draw = Draw(sites, given.seed)
    share = shares({floor: len(each) for floor, each in draw.waiting.items()}, given.sites)
    return draw, [site for floor in sorted(share) for site in draw.take(floor, share[floor])]


def told(sites, constant, fates):
    """The figures by floor."""
    print(f"{'floor':<8} {'sites':>6} {'constant':>8} {'drawn':>6} {'killed':>6} {'lived':>6} {'not reached':>11}")
    floors = sorted({site.floor for site in sites})
    rows = {floor: [sum(site.floor == floor for site in sites), constant.get(floor, 0), sum(site.floor == floor for site, _, _ in fates),
                    *(sum(site.floor == floor and fate == wanted for site, fate, _ in fates) for wanted in ("killed", "lived", "not reached"))]
            for floor in floors}
    rows["all"] = [sum(column) for column in zip(*rows.values())]
    for floor, figures in rows.items():
        print("{:<8} {:>6} {:>8} {:>6} {:>6} {:>6} {:>11}".format(floor, *figures))
    return rows


def main():
    given = arguments()
    workplace = mutant_build.Workplace(given.root)
    workplace.folder.mkdir(parents=True, exist_ok=True)
    times = {"begun": time.monotonic()}

    if not (workplace.build / "build.ninja").is_file():
        workplace.lay()
    workplace.configure()
    sites, constant = mutant_sites.find(given.root, workplace.copy, workplace.build, workplace.folder / "sites.json", progress)
    draw, drawn = chosen(given, sites)
    print(f"seed {given.seed}: {len(drawn)} of {len(sites)} places; {sum(constant.values())} more are in constant expressions", flush=True)
    times["read"] = time.monotonic()
    drawn, refused = compiled(workplace, draw, drawn)
    times["build"] = time.monotonic()
    progress(f"built; {refused} did not compile")

    with support.workshop() as folder:
        tests = Tests(workplace, folder)
        tests.trace()
        for case, said in tests.faulty:
            print(f"fails without any change, and is left out: {case[1]}\n    {said[-300:]}".replace("\n", "\n    "), flush=True)
        if len(tests.faulty) > len(tests.cases) // 10:
            sys.exit("too many tests fail without any change")
        times["tests"] = time.monotonic()
        progress(f"{len(tests.cases)} tests traced; {len(tests.reached)} places are reached")
        fates = []
        for each in in_parallel(lambda site: (site, *tests.fate(site)), drawn, "mutants"):
            fates.append(each)
            if each[1] != "killed":
                progress(f"{each[1]}: {each[0]}")
        times["mutants"] = time.monotonic()

    fates.sort(key=lambda each: (each[0].file, each[0].begin))
    for site, fate, _ in fates:
        if fate != "killed":
            count = len(tests.reached.get(site.number, []))
            print(f"{fate}: {site}" + (f" ({count} tests)" if count else ""))
    rows = told(sites, constant, fates)
    names = list(times)
    seconds = {name: round(times[name] - times[names[index]]) for index, name in enumerate(names[1:])}
    print(f"{refused} did not compile; seconds: " + ", ".join(f"{name} {each}" for name, each in seconds.items()))
    result = {"seed": given.seed, "floors": rows, "not compilable": refused, "seconds": seconds,
              "sites": [{"place": site.place, "kind": site.kind, "before": site.before, "after": site.after, "fate": fate, "by": by,
                         "tests": len(tests.reached.get(site.number, []))} for site, fate, by in fates]}
    (workplace.folder / "result.json").write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n")
    killed = sum(fate == "killed" for _, fate, _ in fates)
    print(f"{killed} passed, {len(fates) - killed} failed")
    sys.exit(0 if killed == len(fates) else 1)


if __name__ == "__main__":
    main()
