"""The press room that is measured: its files, the builds of it, and what is edited between them."""
import contextlib
import dataclasses
import hashlib
import pathlib
import re
import shutil

import corpus
import hugo
import measure

# A Monday morning before anything is due: no post is published and no event begins or ends within two hours of it.
NOW = "2026-01-05T03:{minute:02}"


@dataclasses.dataclass(frozen=True)
class Step:
    name: str
    title: str
    edits: str = ""    # the file that gets a change before the build; "" = none


STEPS = [
    Step("first", "first build, with share cards"),
    Step("cold", "cold: only pictures are remembered"),
    Step("nothing", "nothing changed"),
    Step("time", "a minute later, nothing due"),
    Step("post", "one post edited", "post"),
    Step("title", "a title edited that {title_shown} pages show", "title"),
    Step("layout", "a layout edited that every page has", "layout"),
    Step("people", "a telephone number in people.yaml that {phone_shown} pages show", "people"),
]


def source_digest():
    """Of everything that the corpus and Hugo's form of it are made by."""
    sources = [measure.HERE / name for name in ("corpus.py", "corpus_words.py", "hugo.py")]
    sources += sorted(path for path in (measure.HERE / "hugo").rglob("*") if path.is_file())
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()


class PressRoom:
    """In `folder`, which is kept for the next time: room/ for us, hugo/ for Hugo. Used as a context: what was edited is as it was afterwards."""

    def __init__(self, folder, posts, seed, layouts):
        self.folder, self.room, self.hugo, self.layouts = folder, folder / "room", folder / "hugo", layouts
        self.archive = corpus.Archive(posts, seed)
        self.stamp, self.digest = folder / "whole", f"{source_digest()} {posts} {seed}"
        self.originals, self.shown = {}, {}

    def __enter__(self):
        if not self.stamp.exists() or self.stamp.read_text() != self.digest:
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder.mkdir(parents=True)
            corpus.write(self.room, self.archive)
            hugo.write(self.hugo, self.archive)
        self.stamp.unlink(missing_ok=True)    # not whole while something in it may be edited
        shutil.rmtree(self.room / "layouts", ignore_errors=True)
        shutil.copytree(self.layouts, self.room / "layouts")
        newest = max(self.archive, key=lambda post: (post.published, post.slug))
        self.edited = {"post": self.room / newest.path(), "layout": self.room / "layouts/base.mustache", "people": self.room / "site/people.yaml"}
        self.page = {name: page_of(newest.path()) for name in ("post", "layout", "people")}
        return self

    def __exit__(self, *_):
        for path, text in self.originals.items():
            path.write_text(text)
        self.stamp.write_text(self.digest)

    def look(self, out):
        """Finds in a finished press room which title most pages show, and how many pages the two edits are about."""
        counts, phone, phone_shown = {}, corpus.words.CONTACTS["press"][2], 0
        for path in out.rglob("*.html"):
            page = path.read_text()
            phone_shown += phone in page
            for address in set(re.findall(r'href="/(\d{4}/\d\d/[^/"]+)/"', page)):
                counts[address] = counts.get(address, 0) + 1
        # One with a photo, so that no share card is to be drawn again; and not the one whose text is edited.
        paths = {page_of(post.path()): self.room / post.path() for post in self.archive if post.photo and page_of(post.path()) != self.page["post"]}
        address = max((address for address in counts if f"{address}/index.html" in paths), key=lambda address: (counts[address], address))
        self.page["title"] = f"{address}/index.html"
        self.edited["title"] = paths[self.page["title"]]
        self.shown = {"title_shown": counts[address] + 1, "phone_shown": phone_shown}

    def edit(self, name, number):
        """Changes the file, another time in another way. Returns what must then stand on which page."""
        path = self.edited[name]
        original = self.originals.setdefault(path, path.read_text())
        mark = f"ändring {number}"
        if name == "title":
            text = re.sub(r'^(title: .*?)("?)$', rf"\1, {mark}\2", original, count=1, flags=re.MULTILINE)
        elif name == "people":
            mark = f"0980-31 93 {number:02}"
            text = original.replace(corpus.words.CONTACTS["press"][2], mark)
        elif name == "layout":
            text = original.replace("</body>", f"<!-- {mark} -->\n</body>")
        else:
            text = f"{original}\nHär är {mark}.\n"
        if text == original:
            raise measure.Failed(f"nothing was changed in {path.name}")
        path.write_text(text)
        return mark, self.page[name]


def page_of(path):
    return path.removeprefix("posts/").removesuffix(".md") + "/index.html"


@dataclasses.dataclass
class Size:
    files: int
    bytes: int


def size_of(out):
    sizes = [path.lstat().st_size for path in out.rglob("*") if path.is_file()]
    return Size(len(sizes), sum(sizes))


def files_list(room, out):
    """What floor.c reads and writes: all that a build reads, and what this one has written."""
    read = [f"r {path.resolve()}\n" for path in sorted(room.rglob("*")) if path.is_file()]
    written = [f"{path.lstat().st_size} {path.relative_to(out)}\n" for path in sorted(out.rglob("*")) if path.is_file()]
    return "".join(read + written)


class Builds:
    """Builds of a press room with ours, Hugo and the floor, each into a folder that never was there before.

    With `deletes` an output is deleted at once. On a disk that makes the next ones slow, since recently deleted files are in the way of new ones.
    """

    def __init__(self, room, binary, tools, work, deletes):
        self.room, self.binary, self.work = room, binary, work
        self.meter, self.floor_program = tools
        self.uncached = measure.uncached(binary)
        self.deletes = deletes
        self.cache, self.live, self.list = work / "cache", work / "live", work / "files"
        self.serial = self.edits = self.minute = 0
        self.sizes = {}

    @contextlib.contextmanager
    def fresh(self):
        self.serial += 1
        out = self.work / f"out-{self.serial}"
        yield out
        if self.deletes:
            shutil.rmtree(out, ignore_errors=True)

    def build(self, out, cache, *flags):
        now = NOW.format(minute=self.minute)
        build = [self.binary, "build", "--root", self.room.room, "--out", out, "--cache", cache, "--now", now, "--messages", "en"]
        return measure.run(self.meter, [*build, *flags])

    def prepare(self):
        """Fills the cache, and the folder that is built into again and again."""
        self.build(self.live, self.cache)
        self.room.look(self.live)
        self.sizes["ours"] = size_of(self.live)
        self.list.write_text(files_list(self.room.room, self.live))

    def ours(self, step):
        if step.name == "first":
            with self.fresh() as out, self.fresh() as cache:
                return self.build(out, cache)
        if step.name == "cold":
            with self.fresh() as out:
                return self.build(out, self.cache, *self.uncached)
        if step.name == "time":
            self.minute += 1
        wanted = None
        if step.edits:
            self.edits += 1
            wanted = self.room.edit(step.edits, self.edits)
        taken = self.build(self.live, self.cache)
        if wanted and wanted[0] not in (self.live / wanted[1]).read_text():
            raise measure.Failed(f"\"{wanted[0]}\" is not on {wanted[1]}")
        if not wanted and files_written(taken) != 0:
            raise measure.Failed(f"nothing was to be written: {taken.said}")
        return taken

    def hugo(self, peer):
        with self.fresh() as out:
            taken = measure.run(self.meter, [peer.program, "--quiet", "--noBuildLock", "-d", out], cwd=self.room.hugo, environment=peer.environment)
            self.sizes.setdefault(peer.version, size_of(out))
            return taken

    def floor(self, processes):
        with self.fresh() as out:
            return measure.run(self.meter, [self.floor_program, self.list, out, processes])


def files_written(taken):
    """From the line that a build ends with."""
    written = re.search(r"(\d+) files? written", taken.said)
    return int(written.group(1)) if written else None
