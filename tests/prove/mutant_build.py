"""A copy of the repository in which chosen places can be switched, built once for all of them.

The copy lies in build/mutants/source, its programs in build/mutants/build. A file is written only when it differs, so that the next build compiles
what was changed since. The tests of the copy read the fixtures of the copy.
"""
import os
import re
import shutil
import subprocess
import sys

TARGETS = ["pressrum", "pressrum-photos", "pressrum_tests", "pressrum_photo_tests"]
# Quick to compile, and not too slow; with the assertions of the presets dev and sanitize, which the tests also run with.
FLAGS = "-O1 -D_GLIBCXX_ASSERTIONS -w"
AT_ONCE = "2"


class Workplace:
    def __init__(self, root):
        self.root = root
        self.folder = root / "build" / "mutants"
        self.copy = self.folder / "source"
        self.build = self.folder / "build"
        self.programs = self.build / "bin"

    def lay(self, sites=()):
        """Brings the copy up to date, with the places rewritten and everything else as it is."""
        listed = subprocess.run(["git", "-C", str(self.root), "ls-files", "-co", "--exclude-standard", "-z"], check=True, capture_output=True)
        names = [name for name in os.fsdecode(listed.stdout).split("\0") if name and (self.root / name).is_file()]
        own = self.root / "tests" / "prove" / "mutants"
        added = {f"{folder}/CMakeLists.txt": (own / f"{folder}.cmake").read_bytes() for folder in ("generator", "tests")}
        chosen = {}
        for site in sites:
            chosen.setdefault(site.file, []).append(site)
        for name in names:
            content = (self.root / name).read_bytes() + added.get(name, b"")
            content = rewritten(content, chosen.get(name, []))
            target = self.copy / name
            if target.is_file() and target.read_bytes() == content:
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            shutil.copymode(self.root / name, target)
        kept = set(names)
        for place, _, files in os.walk(self.copy):
            for name in files:
                path = os.path.join(place, name)
                if os.path.relpath(path, self.copy) not in kept:
                    os.remove(path)

    def configure(self):
        if (self.build / "build.ninja").is_file():
            return
        run_or_end(["cmake", "-S", self.copy, "-B", self.build, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=None", f"-DCMAKE_CXX_FLAGS={FLAGS}", "-DBUILD_TESTING=ON",
                    "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON", f"-DCMAKE_RUNTIME_OUTPUT_DIRECTORY={self.programs}"])

    def compile(self, sites):
        """The sites that do not compile; none: the programs are there."""
        self.lay(sites)
        done = subprocess.run(["nice", "cmake", "--build", str(self.build), "--parallel", AT_ONCE, "--target", *TARGETS, "--", "-k", "0"],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
        if done.returncode == 0:
            return []
        failed = {f"generator/{name}" for name in re.findall(r"^FAILED: generator/CMakeFiles/[^/]+\.dir/(\S+\.cpp)\.o", done.stdout, re.MULTILINE)}
        lines = {(os.path.relpath(file, self.copy), int(line))
                 for file, line in re.findall(r"^(/\S+?):(\d+):\d+: (?:fatal )?error:", done.stdout, re.MULTILINE)}
        faulty = []
        for name in failed:
            inside = [site for site in sites if site.file == name]
            named = [site for site in inside
                     if any((name, site.line + i) in lines for i in range(-1, site.rewritten.count("\n") + 1))]
            faulty += named or inside
        if not faulty:
            sys.exit(f"the copy of the sources cannot be built:\n{done.stdout[-4000:]}")
        return faulty


def rewritten(content, sites):
    for site in sorted(sites, key=lambda each: each.begin, reverse=True):
        text = site.rewritten.replace("@ON@", f"::pressrum_mutants::on({site.number})")
        content = content[:site.begin] + text.encode() + content[site.end:]
    return content


def run_or_end(words):
    done = subprocess.run([str(word) for word in words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    if done.returncode != 0:
        sys.exit(f"{words[0]} failed:\n{done.stdout[-4000:]}")
