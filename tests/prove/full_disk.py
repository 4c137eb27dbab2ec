#!/usr/bin/python3 -B
"""Publishing onto a disk that is full, has no inodes left, or may only be read, and over a site with another disk in it.

    tests/prove/full_disk.py BINARY ROOT [--short]

The disks are small ones in memory, mounted in a name space of our own, where that is allowed (as root, or where users may have name spaces);
elsewhere this proof says that it was skipped. A disk is a little larger than the site that lies on it, by each of many sizes: somewhere between
nothing and all of the new site it is full. Until the new files are whole nothing of the old site changes, so after a build that failed it must be
there as it was; publishing.py says what else must hold. Then the disk gets room, and the next build must make the new site.
"""
import os
import pathlib
import shutil
import subprocess
import sys

import publishing
import support

PAGE = 4096
ROOMY = "size=64m,nr_inodes=10000"


def in_own_name_space():
    """Runs this program again where it may mount; False: that is not allowed here."""
    if os.environ.get("PRESSRUM_OWN_NAME_SPACE"):
        return True
    way = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]
    if not shutil.which("unshare") or support.run([*way, "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", "/mnt"]).returncode != 0:
        return False
    os.environ["PRESSRUM_OWN_NAME_SPACE"] = "1"
    os.execvp(way[0], [*way, sys.executable, "-B", *sys.argv])


def mount(folder, options):
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True)


def remount(folder, options):
    subprocess.run(["mount", "-o", f"remount,{options}", folder], check=True)


def used(folder):
    """Bytes and inodes that the disk has in use."""
    told = os.statvfs(folder)
    return (told.f_blocks - told.f_bfree) * told.f_frsize, told.f_files - told.f_ffree


def publish_onto(bench, what, begin, options_of, rooms, room_for_all):
    """Onto a disk with so much room beside what lies on it."""
    faults = publishing.Faults("torn", "dangling", "changed", "unclear", "not_mended")
    failed = 0
    for room in rooms:
        mount(bench.place, ROOMY)
        begin()
        before = support.tree(bench.out)
        remount(bench.place, options_of(*used(bench.place), room))
        done = support.run(bench.words("--threads", "1"))
        failed += done.returncode != 0
        moment = f"with room for {room}"
        site = support.visible(faults.look(bench, moment))
        if done.returncode == 0:
            faults.note("unclear", f"{moment}: exit status 0, but", support.differences(support.visible(bench.new), site))
        else:
            faults.note("unclear", moment, publishing.not_clear(done))
            faults.note("changed", f"{moment}: {done.stderr.strip()}", support.differences(support.visible(before), site))
        remount(bench.place, ROOMY + ",rw")
        faults.look_after_next_build(bench, moment)
        subprocess.run(["umount", bench.place], check=True)
    faults.tell(bench.proof, f"{what} ({failed} failed)")
    if room_for_all and (failed == 0 or failed == len(rooms)):
        bench.proof.figure("  … some builds should fail and some should not", 1, wrong=[f"{failed} of {len(rooms)} failed"])


def full_cache(bench, rooms):
    """The pictures' cache is on the full disk, the site is not."""
    faults = publishing.Faults("torn", "dangling", "unclear", "not_mended")
    usual = bench.cache
    bench.cache = bench.folder / "small-cache"
    for room in rooms:
        mount(bench.cache, f"size={room * PAGE},nr_inodes=1000")
        bench.publish_old()
        done = support.run(bench.words())
        moment = f"with room for {room} pages"
        faults.look(bench, moment)
        if done.returncode != 0:
            faults.note("unclear", moment, publishing.not_clear(done))
        remount(bench.cache, ROOMY)
        faults.look_after_next_build(bench, moment)
        subprocess.run(["umount", bench.cache], check=True)
    bench.cache = usual
    faults.tell(bench.proof, "the cache of pictures is full")


def in_the_way(bench):
    """A folder or a file of the old site is mounted over: nothing can be renamed to there."""
    faults = publishing.Faults("torn", "dangling", "changed", "unclear", "not_mended")
    mount(bench.place, ROOMY)
    folder = next(path.rsplit("/", 1)[0] for path in sorted(bench.old, reverse=True) if path.endswith("/index.html"))
    for number, (what, options) in enumerate([(folder, ["--bind"]), (folder, ["-t", "tmpfs"]), ("index.html", ["--bind"])]):
        bench.publish_old()
        kept = bench.folder / f"kept-{number}"
        shutil.copytree(bench.out / folder, kept)
        over = {"tmpfs": "tmpfs", folder: kept}.get(options[-1] if options[-1] == "tmpfs" else what, bench.out / what)
        subprocess.run(["mount", *options, over, bench.out / what], check=True)
        if options[-1] == "tmpfs":
            shutil.copytree(kept, bench.out / folder, dirs_exist_ok=True)
        before = support.tree(bench.out)
        done = support.run(bench.words())
        moment = f"{what} is mounted ({' '.join(options)})"
        faults.note("unclear", moment, publishing.not_clear(done) if done.returncode else ["exit status 0"])
        faults.note("changed", f"{moment}: {done.stderr.strip()}", support.differences(support.visible(before), support.visible(faults.look(bench, moment))))
        subprocess.run(["umount", bench.out / what], check=True)
        faults.look_after_next_build(bench, moment)
    subprocess.run(["umount", bench.place], check=True)
    faults.tell(bench.proof, "something mounted within the old site")


def main():
    proof = support.start(__doc__)
    if not in_own_name_space():
        proof.skip("disks that are full", "mounting is not allowed here")
        proof.end()
    def some(values, few):
        return support.spread(values, few) if proof.short else list(values)
    no_space = lambda bytes_used, inodes_used, room: f"size={bytes_used + room * PAGE}"
    no_inodes = lambda bytes_used, inodes_used, room: f"nr_inodes={inodes_used + room}"
    read_only = lambda bytes_used, inodes_used, room: "ro"
    with support.workshop() as folder:
        bench = publishing.Bench(proof, pathlib.Path(folder))
        old, nothing = bench.publish_old, bench.publish_nothing
        publish_onto(bench, "no space, over an old site", old, no_space, some(range(1, 320, 8), 4), True)
        publish_onto(bench, "no inodes, over an old site", old, no_inodes, some(range(0, 160, 5), 4), True)
        publish_onto(bench, "read-only, over an old site", old, read_only, [0], False)
        publish_onto(bench, "no space, a first build", nothing, no_space, some(range(1, 400, 32), 3), True)
        publish_onto(bench, "no inodes, a first build", nothing, no_inodes, some(range(0, 260, 20), 3), True)
        publish_onto(bench, "read-only, a first build", nothing, read_only, [0], False)
        in_the_way(bench)
        full_cache(bench, some([1, 2, 3, 5, 8, 20], 2))
    proof.end()


main()
