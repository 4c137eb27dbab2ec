"""Publishing a small press room over what it was, and the rules for what stands there when that was cut off or failed.

    torn        a file of the site is neither as it was nor as it becomes, or is nobody's
    dangling    a page, list or feed names a file of the site that is not there. Asked of what has its place before and after, and of all
                that these lead to; what is new and nothing leads to yet may name what is about to come, and so may what is about to go
    changed     a call failed before anything of the site was to be changed, and the site is not as it was
    unclear     a call failed, and the program ended as if all were well; or crashed; or did not say in one line what failed
    not mended  the build that follows does not make exactly the new site, or leaves something behind
"""
import collections
import shutil
import sys

import small_press_room
import support


class Bench:
    """Two versions of a press room, what is made of each, and a place where one is published over the other."""

    def __init__(self, proof, folder):
        self.proof = proof
        self.folder = folder
        self.old_source = support.lay(small_press_room.first(), folder / "old-source")
        self.new_source = support.lay(small_press_room.second(), folder / "new-source")
        self.cache = folder / "cache"
        self.old = support.built(proof, self.old_source, folder / "old/public", *self.usual, now=small_press_room.NOW)
        self.new = support.built(proof, self.new_source, folder / "new/public", *self.usual, now=small_press_room.NOW)
        for site in (self.old, self.new):
            if support.dangling(site, small_press_room.SITE):
                sys.exit("a whole site names what is not there")
        self.place = folder / "place"
        self.out = self.place / "public"

    @property
    def usual(self):
        return ["--cache", str(self.cache)]

    def publish_nothing(self):
        self.place.mkdir(exist_ok=True)
        for each in self.place.iterdir():
            shutil.rmtree(each)

    def publish_old(self):
        self.publish_nothing()
        shutil.copytree(self.folder / "old", self.place, dirs_exist_ok=True, copy_function=shutil.copyfile)

    def words(self, *more, source=None):
        return support.command(self.proof, "build", source or self.new_source, self.out, *self.usual, *more, now=small_press_room.NOW)

    # ------------------------------------------------------------ the rules

    def torn(self, site):
        """Files that are neither as they were nor as they become. What is hidden is the program's own workshop."""
        known = [self.old.get(path) == content or self.new.get(path) == content for path, content in site.items()]
        return [path for (path, _), is_known in zip(site.items(), known) if not is_known and not path.startswith(".") and not path.endswith("/")]

    def dangling(self, site):
        entrances = self.old.keys() & self.new.keys()
        return support.dangling(site, small_press_room.SITE, entrances)

    def next_build(self):
        """What is wrong after an undisturbed build."""
        done = support.run(self.words())
        if done.returncode != 0:
            return [f"exit status {done.returncode}: {done.stderr.strip()}"]
        return support.differences({f"public/{path}": content for path, content in self.new.items()}, support.tree(self.place))


class Faults:
    """What is wrong after runs that were cut off, by rule."""

    def __init__(self, *rules):
        self.of = {rule: [] for rule in rules}
        self.named = collections.Counter()
        self.runs = 0

    def note(self, rule, moment, wrong):
        if wrong:
            more = f"; and {len(wrong) - 3} more" if len(wrong) > 3 else ""
            self.of[rule].append(f"{moment}: {'; '.join(wrong[:3])}{more}")

    def look(self, bench, moment):
        """What stands there now."""
        self.runs += 1
        site = support.tree(bench.out)
        dangling = bench.dangling(site)
        self.named.update(dangling)
        self.note("torn", moment, bench.torn(site))
        self.note("dangling", moment, [f"{file} names {missing}" for file, missing in dangling])
        return site

    def look_after_next_build(self, bench, moment):
        self.note("not_mended", moment, bench.next_build())

    def tell(self, proof, what):
        proof.figure(what, self.runs, **self.of)
        for (file, missing), times in self.named.most_common(4):
            print(f"    {times} times: {file} names {missing}")


def not_clear(done):
    """Why a failed run is no clear end; nothing: it is. (1: a fault is shown like any fault in a file, which takes more than a line.)"""
    lines = [line for line in done.stderr.splitlines() if line.strip()]
    if done.returncode not in (1, 3):
        return [f"exit status {done.returncode}: {done.stderr.strip()[-300:]}"]
    if done.returncode == 3 and len(lines) != 1:
        return [f"{len(lines)} lines: {done.stderr.strip()[:300]}"]
    if not lines and not done.stdout.strip():
        return [f"exit status {done.returncode} without a word"]
    return []
