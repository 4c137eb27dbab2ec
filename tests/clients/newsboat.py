#!/usr/bin/python3
"""Newsboat subscribes to feeds of a press room and must list what they hold.

    tests/clients/newsboat.py PUBLIC

The folder is served on the loopback with its absolute addresses turned to it. For each feed the titles and addresses in
newsboat's own cache are compared with the file's items, read by Python's XML parser. Then the feeds are fetched once more: nothing may
be new. Exit status: 0 the same, 1 not, 77 newsboat is missing.
"""
import functools
import http.server
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import xml.etree.ElementTree as ElementTree

FEEDS = ["rss.xml", "atom.xml", "rattelser/rss.xml"]
ATOM = "{http://www.w3.org/2005/Atom}"


def items_of(path):
    """Title and address of each item, in the order of the file."""
    root = ElementTree.parse(path).getroot()
    if root.tag == ATOM + "feed":
        links = lambda entry: [link.get("href") for link in entry.findall(ATOM + "link") if link.get("rel") == "alternate"]
        return [(entry.findtext(ATOM + "title"), links(entry)[0]) for entry in root.findall(ATOM + "entry")]
    return [(item.findtext("title"), item.findtext("link")) for item in root.findall("channel/item")]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def newsboat(home, urls):
    (home / "urls").write_text("".join(url + "\n" for url in urls))
    (home / "config").write_text("max-items 0\n")
    options = ["-u", home / "urls", "-c", home / "cache.db", "-C", home / "config", "-x", "reload"]
    subprocess.run(["newsboat", *map(str, options)], check=True, timeout=60, env={"HOME": str(home), "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})


def cached(home, url):
    with sqlite3.connect(home / "cache.db") as cache:
        return cache.execute("select title, url, unread from rss_item where feedurl = ? and deleted = 0", [url]).fetchall()


def main():
    public = pathlib.Path(sys.argv[1])
    if not shutil.which("newsboat"):
        print("newsboat is missing")
        return 77
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(public)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    faults = 0
    for feed in FEEDS:
        # One feed a subscriber: newsboat shows a guid once, whichever feed brought it.
        with tempfile.TemporaryDirectory() as folder:
            home = pathlib.Path(folder)
            expected = items_of(public / feed)
            newsboat(home, [address + feed])
            got = [(title, url) for title, url, _ in cached(home, address + feed)]
            newsboat(home, [address + feed])
            again = len(cached(home, address + feed))
            same = sorted(got) == sorted(expected) and again == len(expected) > 0
            print(f"{'ok  ' if same else 'FAIL'} {feed}: {len(got)} of {len(expected)} items, {again} after the second visit")
            for item in sorted(set(expected) ^ set(got)):
                print(f"     {'missing' if item in expected else 'unexpected'}: {item}")
            faults += not same
    return 1 if faults else 0


sys.exit(main())
