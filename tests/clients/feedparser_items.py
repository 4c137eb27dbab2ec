#!/usr/bin/python3
"""feedparser reads every RSS and Atom feed of a press room, and each item must be what releases.json says.

    tests/clients/feedparser_items.py PUBLIC PRESSRUM

releases.json is the site's own data, made by other code than the feeds. For every item its address, title, lead and times are compared
with it; the Atom, RSS and JSON feed of one subject must hold the same items in the same order, newest first; and whoever
follows the archives (RFC 5005) from a language's feed must meet every release in that language once. The feed of corrections has items of its own, one for each
change, so of it only the order is asked. The same is asked of the press room with two items in each feed, where nearly everything is in the
archives. The clock stands far away, where a time read as local would show.
Exit status: 0 the same, 1 not, 77 feedparser is missing.
"""
import calendar
import datetime
import html.parser
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

os.environ["TZ"] = "Pacific/Auckland"
time.tzset()
try:
    import feedparser
except ImportError:
    print("feedparser is missing (apt-get install python3-feedparser)")
    sys.exit(77)

faults = []


def same(where, what, expected, got):
    if expected != got:
        faults.append(f"{where}: {what}: expected {expected!r}, got {got!r}")


def moment(text):
    """Seconds since 1970 of a time with its offset."""
    return int(datetime.datetime.fromisoformat(text).timestamp())


def read_back(where, entry):
    """Seconds since 1970, as feedparser understands the item's own text."""
    return calendar.timegm(where[entry]) if where.get(entry) else None


def words(text):
    return " ".join(text.split())


def letters(text):
    """Letters and digits alone: where an attribution stood, the mark before it differs from the one in the data."""
    return "".join(c for c in text if c.isalnum())


class Said(html.parser.HTMLParser):
    """The words inside <span class="said"> and <blockquote>, one after another."""

    def __init__(self, content):
        super().__init__()
        self.text = ""
        self.open = []
        self.feed(content)

    def handle_starttag(self, tag, attributes):
        if tag in ("span", "blockquote"):
            self.open.append((tag, tag == "blockquote" or dict(attributes).get("class") == "said"))

    def handle_endtag(self, tag):
        if tag in ("span", "blockquote") and self.open:
            self.open.pop()

    def handle_data(self, data):
        if any(said for _, said in self.open):
            self.text += data


def check_items(name, feed, releases):
    previous = None
    for entry in feed.entries:
        release = releases.get(entry.id)
        if release is None:
            faults.append(f"{name}: {entry.id} is no published release")
            continue
        where = f"{name}: {entry.id}"
        same(where, "title", release["title"], entry.title)
        same(where, "address", release["address"], entry.link)
        same(where, "published", moment(release["published"]), read_back(entry, "published_parsed"))
        same(where, "updated", moment(release.get("updated", release["published"])), read_back(entry, "updated_parsed"))
        if release.get("lead"):
            same(where, "lead", words(release["lead"]), words(entry.summary))
        said = letters(Said(entry.content[0].value).text)
        for statement in release.get("statements", []):
            if letters(statement["words"]) not in said:
                faults.append(f"{where}: the full text does not have the words of {statement['id']}")
        previous_time = previous and moment(previous["published"])
        if previous_time is not None and moment(release["published"]) > previous_time:
            faults.append(f"{where}: stands after an older release")
        previous = release


def archived(public, base, feed):
    """Every id that a reader meets who follows prev-archive from a feed to the first month."""
    met = [entry.id for entry in feed.entries]
    steps = 0
    while True:
        earlier = [link.href for link in feed.feed.get("links", []) if link.rel == "prev-archive"]
        if not earlier or steps > 1000:
            return met
        steps += 1
        feed = feedparser.parse(str(public / earlier[0].removeprefix(base)))
        met += [entry.id for entry in feed.entries]


def check_feeds(public):
    """How many feeds and items were read."""
    data = json.loads((public / "releases.json").read_text())
    base = data["address"]
    data["releases"] = [
        release
        for year in data["years"]
        for release in json.loads((public / year["address"].removeprefix(base)).read_text())["releases"]
    ]
    releases = {release["id"]: release for release in data["releases"]}
    read = items = 0
    for path in sorted([*public.rglob("rss.xml"), *public.rglob("atom.xml")]):
        name = str(path.relative_to(public))
        feed = feedparser.parse(str(path))
        read += 1
        items += len(feed.entries)
        if feed.bozo:
            faults.append(f"{name}: {feed.bozo_exception}")
        own = [link.href for link in feed.feed.get("links", []) if link.rel == "self"]
        same(name, "self", [base + name], own)
        if path.with_name("feed.json").exists():  # not beside an archive
            beside = json.loads(path.with_name("feed.json").read_text())
            same(name, "the items of feed.json", [item["id"] for item in beside["items"]], [entry.id for entry in feed.entries])
        if feed.entries and any("#" in entry.link and entry.id not in releases for entry in feed.entries):
            continue  # corrections
        check_items(name, feed, releases)
    for language in sorted({release["language"] for release in data["releases"]}):
        # The other languages stand in folders of their own: /en/2026/11/…, /lattlast/2026/11/….
        first = next(release["address"] for release in data["releases"] if release["language"] == language).removeprefix(base).split("/")[0]
        folder = public if language == data["language"] else public / first
        for file in ["rss.xml", "atom.xml"]:
            met = archived(public, base, feedparser.parse(str(folder / file)))
            expected = {release["id"] for release in data["releases"] if release["language"] == language}
            same(f"{language}, {file} and its archives", "releases", sorted(expected), sorted(set(met)))
    return read, items


def with_few_items(folder, pressrum):
    """The example once more, with feeds that end after two items."""
    root = pathlib.Path(__file__).resolve().parents[2]
    for each in ["posts", "layouts", "site"]:
        shutil.copytree(root / each, folder / each)
    settings = (root / "site/site.yaml").read_text()
    few = settings.replace("\n  items: 20\n", "\n  items: 2\n")
    assert few != settings
    (folder / "site/site.yaml").write_text(few)
    build = [pressrum, "build", "--root", folder, "--now", "2026-11-24T12:00", "--cache", root / ".pressrum-cache"]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    return folder / "public"


def main():
    read, items = check_feeds(pathlib.Path(sys.argv[1]))
    with tempfile.TemporaryDirectory() as folder:
        few_read, few_items = check_feeds(with_few_items(pathlib.Path(folder), sys.argv[2]))
    read, items = read + few_read, items + few_items
    for fault in faults:
        print(fault)
    print(f"feedparser {feedparser.__version__}: {items} items of {read} feeds, {len(faults)} differ")
    return 1 if faults or not items else 0


sys.exit(main())
