"""What the proofs share: their arguments, how figures are told, how a press room is laid out and built, what its finished files name.

A proof is a program `PROOF BINARY ROOT [--short]`: BINARY is pressrum with pressrum-photos beside it, ROOT the repository's root. It prints
a line for each figure and ends with "N passed, M failed". Only what Debian's python3 brings is needed, where a proof does not say more.
"""
import argparse
import dataclasses
import functools
import html.parser
import json
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ElementTree
import zlib

# ---------------------------------------------------------------- telling


@dataclasses.dataclass
class Proof:
    """What a proof was started with, and what it has counted."""

    binary: pathlib.Path
    root: pathlib.Path
    short: bool
    passed: int = 0
    failed: int = 0

    def figure(self, what, looked_at, **faults):
        """A line: how many cases were looked at, and how many of them are wrong in which way; then the first of these."""
        words = ", ".join(f"{len(each)} {word.replace('_', ' ')}" for word, each in faults.items())
        print(f"{what:<56} {looked_at:>6}   {words}", flush=True)
        for word, each in faults.items():
            for fault in each[:MOST_SHOWN]:
                print(f"    {word.replace('_', ' ')}: {fault}".replace("\n", "\n        "))
            if len(each) > MOST_SHOWN:
                print(f"    {word.replace('_', ' ')}: and {len(each) - MOST_SHOWN} more")
            self.passed += max(0, looked_at - len(each))
            self.failed += len(each)

    def skip(self, what, why):
        print(f"{what:<56}      –   skipped: {why}", flush=True)

    def end(self):
        if not self.passed and not self.failed:
            print("nothing was looked at")
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(0 if self.failed == 0 else 1)


MOST_SHOWN = 8


def start(description):
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=lambda name: pathlib.Path(name).resolve())
    parser.add_argument("root", type=lambda name: pathlib.Path(name).resolve())
    parser.add_argument("--short", action="store_true", help="at most ten seconds, for every change")
    given = parser.parse_args()
    return Proof(given.binary, given.root, given.short)


def workshop():
    """A folder that goes away with the proof; in memory where there is such a place, since builds are repeated many times in it."""
    memory = pathlib.Path("/dev/shm")
    roomy = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 500_000_000
    return tempfile.TemporaryDirectory(prefix="pressrum-proof-", dir=memory if roomy else None)


def spread(values, count):
    """At most `count` of the values, evenly, with the first and the last."""
    values = list(values)
    if len(values) <= count:
        return values
    return [values[round(i * (len(values) - 1) / max(1, count - 1))] for i in range(count)]


# ---------------------------------------------------------------- press rooms

# A press room before it is laid out is a dict: path below its root → text or bytes.


def lay(room, folder):
    folder = pathlib.Path(folder)
    for path, content in room.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def picture(colour, width=48, height=32, comment=b""):
    """A PNG of one colour; the comment is text that one can search for in the published bytes."""
    def part(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
    row = b"\0" + bytes(colour) * width
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [part(b"IHDR", head)] + ([part(b"tEXt", b"Comment\0" + comment)] if comment else []) + [part(b"IDAT", zlib.compress(row * height)), part(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def command(proof, verb, source, out=None, *more, now=None):
    words = [proof.binary, verb, "--root", source, "--layouts", proof.root / "layouts", "--messages", "en"]
    if out is not None:
        words += ["--out", out]
    if now is not None:
        words += ["--now", now]
    return [str(word) for word in [*words, *more]]


def run(words, **options):
    """A finished run. What it says is bytes that are shown as text, whatever they are."""
    return subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", **options)


def build(proof, source, out, *more, now=None, **options):
    return run(command(proof, "build", source, out, *more, now=now), **options)


def built(proof, source, out, *more, now=None):
    """Builds what must be without fault."""
    done = build(proof, source, out, *more, now=now)
    if done.returncode != 0:
        sys.exit(f"{source} should be a press room without faults:\n{done.stdout}{done.stderr}")
    return tree(out)


def tree(folder):
    """Path → bytes of all files, hidden ones too; a folder without files is a path that ends with a slash."""
    folder = str(folder)
    found = {}
    for place, folders, files in os.walk(folder):
        below = os.path.relpath(place, folder)
        prefix = "" if below == "." else below + "/"
        if prefix and not folders and not files:
            found[prefix] = b""
        for name in files:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                found[prefix + name] = file.read()
    return found


def visible(site):
    """Without what the program keeps there for itself."""
    return {path: content for path, content in site.items() if not path.startswith(".")}



def differences(expected, actual):
    """What a tree has too little, too much, or differently; empty when they are the same."""
    told = [f"missing {path}" for path in sorted(expected.keys() - actual.keys())]
    told += [f"too much {path}" for path in sorted(actual.keys() - expected.keys())]
    return told + [f"differs {path}" for path in sorted(expected.keys() & actual.keys()) if expected[path] != actual[path]]


# ---------------------------------------------------------------- what finished files name


class Addresses(html.parser.HTMLParser):
    """Every href, src, srcset … of a page."""

    ATTRIBUTES = {"href", "src", "poster", "action", "data", "cite"}

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if value and name in self.ATTRIBUTES:
                self.found.append(value)
            elif value and name in ("srcset", "imagesrcset"):
                self.found += [each.split()[0] for each in value.split(",") if each.strip()]
        told = dict(attributes)
        if tag == "meta" and (told.get("property") or "").startswith("og:") and (told.get("content") or "").startswith("http"):
            self.found.append(told["content"])

    handle_startendtag = handle_starttag


def addresses_in(path, content):
    """The addresses that a finished file names, as they are written."""
    if path.endswith(".html"):
        reader = Addresses()
        reader.feed(content.decode())
        return reader.found
    if path.endswith(".xml"):
        found = []
        for element in ElementTree.fromstring(content).iter():
            found += [value for name, value in element.attrib.items() if name in ("href", "url", "src")]
            text = (element.text or "").strip()
            if text.startswith("http") and not any(character.isspace() for character in text):
                found.append(text)
            elif "<" in text:
                reader = Addresses()
                reader.feed(text)
                found += reader.found
        return found
    if path.endswith(".json"):
        found = []
        def collect(value, key=""):
            if isinstance(value, dict):
                for name, each in value.items():
                    collect(each, name)
            elif isinstance(value, list):
                for each in value:
                    collect(each, key)
            elif isinstance(value, str) and key == "content_html":
                reader = Addresses()
                reader.feed(value)
                found.extend(reader.found)
            elif isinstance(value, str) and value.startswith("http") and not any(character.isspace() for character in value):
                found.append(value)
        if path != "manifest.json":  # the ledger is no list: it also keeps what was there once
            collect(json.loads(content))
        return found
    if path == "_redirects":
        return [line.split()[1] for line in content.decode().splitlines() if line and not line.startswith("#")]
    if path.endswith(".ics"):
        unfolded = content.decode().replace("\r\n ", "")
        return [line.split(":", 1)[1] for line in unfolded.split("\r\n") if line.startswith(("URL", "ATTACH", "IMAGE", "SOURCE"))]
    return []


@functools.lru_cache(maxsize=100_000)
def named_files(path, content, site):
    """The files of the site that a finished file names, whatever comes after # in the address."""
    named = set()
    here = urllib.parse.urljoin(site, path)
    for address in addresses_in(path, content):
        address = address.replace("webcal:", "https:", 1) if address.startswith("webcal:") else address
        whole = urllib.parse.urljoin(here, address).partition("#")[0].partition("?")[0]
        if whole.startswith(site):
            file = urllib.parse.unquote(whole[len(site):])
            named.add(file + "index.html" if file == "" or file.endswith("/") else file)
    return frozenset(named)


def dangling(files, site, entrances=None):
    """(file, what it names and is not there) for every page, list and feed of a tree; or only for those to which something leads from
    the entrances."""
    ways = list(files if entrances is None else entrances)
    met = set(ways)
    found = []
    while ways:
        path = ways.pop()
        if path not in files or path.startswith("."):
            continue
        for name in named_files(path, files[path], site):
            there = name if name in files else name + "/index.html"
            if there not in files:
                found.append((path, name))
            elif there not in met:
                met.add(there)
                ways.append(there)
    return sorted(found)
