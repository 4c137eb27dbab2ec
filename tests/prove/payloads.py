#!/usr/bin/python3 -B
"""What a hostile (or careless) hand writes into a field stays text: in pages, feeds, calendars and data.

    tests/prove/payloads.py BINARY ROOT [--short]

The fields are those of the program's own tables (fields.py). Each gets each of the payloads below, followed by a word of its own, in a press room
that is valid but for that; and once plain words, which shows what structure the field has when all is well. Then either

    told       `check` tells an error in that file, at the lines of the value
    shown      it is built; everything that is published is read back by the rules of its format, holds no element, attribute, property or
               key that plain words do not bring, nothing that acts; and the payload can be read somewhere, character for character

The short form reads pages with html.parser and gives each field some of the payloads; the long form reads as browsers do (html5lib) and lets
Chromium open the pages, until each payload was there, where there are Chromium, Node.js and tests/node_modules.
Needs python3-icalendar, and python3-html5lib for the long form (which else reads as the short one).
"""
import collections
import copy
import importlib.util
import itertools
import json
import pathlib
import re
import shutil
import subprocess
import unicodedata

import fields
import support
from reading import Reading

NOW = "2024-05-04T12:00"
SITE = "https://press.ekinge.example/"

# Plain words, in each form that brings structure of its own where a field is Markdown.
PLAIN = [
    "Vanliga ord",
    "Den första raden\nden andra\n\noch ett nytt stycke",
    "*Betonat*, **starkt**, `kod` och [en länk](https://www.ekinge.example/)",
    "Vi tackar, säger Leif Holm. Det gör vi också",
]
PAYLOADS = [
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "<svg/onload=alert(1)>",
    "<iframe src=//evil.example></iframe>",
    "</title></head><body onload=alert(1)>",
    "</style><style>*{display:none}</style>",
    "</textarea></template></noscript><object data=x>",
    "<!-- <!--> --!> -->",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "//evil.example/x",
    "\\@evil.example",
    "{{{title}}}",
    "{{#posts}}{{title}}{{/posts}}{{>base}}{{=<% %>=}}",
    "${7*7} #{7*7} <%= 7*7 %> {{7*7}}",
    "]]><script>alert(1)</script><![CDATA[",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "&#x27;&lt;b&gt;&amp;amp;&nbsp;&quot",
    "ett\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nEND:VALARM",
    "ett\nEND:VEVENT\nBEGIN:VEVENT\nATTENDEE:mailto:x@evil.example",
    "\\n;,:\\;\\,\\\\ \";X=\":",
    "ett'\n---\ndraft: true\n...\n--- !!python/object",
    "- [x]: {y: *z} # & ! | > % @ `",
    '"}],"x":{"y":["z"]}}',
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e \\x3cb\\x3e",
    "ett\u2028två\u2029tre\u0085fyra",
    "ett \u202e\u2066\u200f bakvänt",
    "ett\u0000\u0007\u001b[31m\u007f",
    "ett\ufffe\uffff\ufeff",
    "å" * 1500,
    "👩‍👩‍👧\U000e0041\u200b\u00ad e\u0301",
    "=cmd|' /C calc'!A0",
    "x%0d%0aSet-Cookie:a=1 %3Cscript%3E %00 ../../../etc/passwd",
    "# [länk](javascript:alert(1)) ![](x) `` <https://evil.example> **x",
]

SETTINGS = {
    "title": fields.Plain("Pressrum Ekinge"), "base_url": fields.Plain(SITE), "language": fields.Plain("sv"), "languages": fields.Plain("[sv, en]"),
    "timezone": fields.Plain("Europe/Stockholm"), "licenses": {"press": {"name": fields.Plain("Fri pressbild")}},
    "photos": {"derivatives": fields.Plain("false"), "share_cards": fields.Plain("false")},
}
PEOPLE = """\
karin-alm: {name: Karin Alm, role: kommunalråd, party: C}
press: {name: Presstjänsten, email: press@ekinge.example, contact: true}
"""
TOPICS = "topics: {trygghet: Trygghet, press: Press}\nareas: {vasterleden: Västerleden, press: Press}\n"


# ---------------------------------------------------------------- cases


# Shown only as the description for search engines: whole words of at most 160 letters, without what cannot be seen.
SHORTENED = {"page.description"}


class Case:
    """One value in one field, in one file. Its last word is its own, so that it can be found again wherever it went."""

    def __init__(self, number, chain, payload, escaped=False):
        self.chain, self.payload = chain, payload
        self.token = f"q{number}q"
        self.value = f"{payload} {self.token}"
        self.written = escape_markdown(self.value) if escaped else self.value
        # Of Markdown only the escaped form must be found as it was written.
        self.markdown = is_markdown(chain[-1]) and not escaped
        self.field = ".".join([chain[0].record, *(field.key for field in chain)])
        self.file = None

    def __str__(self):
        return f"{self.field}: {self.payload[:60]!r}"

    def told(self, faults):
        """Whether an error stands at the lines of the value."""
        last_lines = [number for number, line in enumerate(self.text.split("\n"), 1) if self.token in line]
        above = self.written.count("\n") + 1  # a block begins a line above its words
        return any(last - above <= end and line <= last for last in last_lines for line, end in faults)


def is_markdown(field):
    return field.value == "text with Markdown"


def escape_markdown(text):
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


class Written:
    """The rooms that were laid out: which case stands in which file."""

    def __init__(self, records):
        self.records = records
        self.room, self.cases = {}, []

    def add(self, path, text, cases, above=""):
        """Text of a file, written after what it has already."""
        self.room[path] = above + text
        for case in cases:
            case.file, case.text = path, self.room[path]
            self.cases.append(case)


BODY = fields.Field("post", "(text)", "text with Markdown", "one", False, False, "Text.")
STATEMENT = fields.Field("post", "(statement)", "text with Markdown", "one", False, False, "Text.")
PAGE_BODY = fields.Field("page", "(text)", "text with Markdown", "one", False, False, "Text.")


def text_of(case, tree):
    """The text below the front matter; what is said there has to stand there."""
    field = case.chain[-1]
    if field.key == "(text)":
        return case.written
    if field.key == "(statement)":
        return f"– {case.written}, säger kommunalrådet Karin Alm (C)."
    placed = []
    for quote in tree.get("quotes", []):
        quote.setdefault("id", fields.Plain("det-som-sades"))
        placed.append(f"![](quote:{quote['id']})")
    for photo in [*tree.get("photos", []), *([tree["photo"]] if "photo" in tree else [])]:
        if field.record == "photo":
            photo.setdefault("id", fields.Plain("torget"))
    if "photos" in tree:
        placed.append(f"![](photo:{tree['photos'][0].get('id', 'torget')})")
    return "\n\n".join(["Mer finns att läsa hos kommunen.", *placed])


def with_body(front, body):
    return f"---\n{fields.yaml(front)}\n---\n{body}\n"


def add_post(written, number, case):
    tree = fields.document(written.records, case.chain, case.written) if not case.chain[-1].key.startswith("(") else fields.smallest(written.records, "post")
    year, month = 2014 + number // 12 % 10, 1 + number % 12
    if case.chain[-1].key != "published":
        tree["published"] = fields.Plain(f"{year}-{month:02}-02T10:00")
    if case.chain[-1].key != "title":
        tree["title"] = fields.Plain(f"Inlägg {number}")
    folder = f"posts/{year}/{month:02}/inlagg-{number}/"
    beside(written, tree, folder)
    body = text_of(case, tree)
    written.add(folder + "index.md", with_body(tree, body), [case])


def beside(written, tree, folder):
    """The files that a post names, also when the name is a payload (if a file can have it)."""
    named = [(photo, support.picture((90, 90, 20))) for photo in [*tree.get("photos", []), *([tree["photo"]] if "photo" in tree else [])]]
    named += [(attachment, b"a,b\n1,2\n") for attachment in tree.get("attachments", [])]
    for record, content in named:
        name = record.get("src", "")
        if not isinstance(name, fields.Plain):
            record["src"] = name = name + (".png" if content.startswith(b"\x89") else ".csv")
        if name and "/" not in name and "\0" not in name and len(name.encode()) < 250:
            written.room[folder + name] = content


def merge(into, tree):
    """Puts a tree into another; what is only an example gives way."""
    for key, value in tree.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            merge(into[key], value)
        elif isinstance(value, list) and isinstance(into.get(key), list):
            into[key] += value
        elif key not in into or not isinstance(value, fields.Plain):
            into[key] = copy.deepcopy(value)
    return into


def add_site(written, cases):
    """site.yaml, people.yaml, topics.yaml and pages with a value in each field, and posts that show all of it."""
    settings, people, topics, shown = merge({}, SETTINGS), {}, {"topics": {}, "areas": {}}, []
    for number, case in enumerate(cases):
        record, key = case.chain[0].record, f"nyckel-{number}"
        if record == "page":
            is_body = case.chain[-1].key == "(text)"
            tree = fields.smallest(written.records, "page") if is_body else fields.document(written.records, case.chain, case.written)
            written.add(f"site/pages/{key}.md", with_body(tree, case.written if is_body else "Text."), [case])
            continue
        tree = fields.document(written.records, case.chain, case.written)
        if record == "site":
            merge(settings, tree)
        elif record == "person":
            people[key] = tree | ({"contact": fields.Plain("true")} if case.chain[-1].key != "contact" else {})
            said = {"id": fields.Plain("ord"), "speaker": fields.Plain(key), "text": fields.Plain(f"Det här säger {key}.")}
            shown.append((key, {"contacts": fields.Plain(f"[{key}]"), "quotes": [said]}))
        else:
            section = case.chain[0].key
            topics[section][key] = next(iter(tree[section].values()))
            shown.append((key, {section: fields.Plain(f"[{key}]")}))
    written.add("site/site.yaml", fields.yaml(settings) + "\n", [case for case in cases if case.chain[0].record == "site"])
    written.add("site/people.yaml", fields.yaml(people) + "\n", [case for case in cases if case.chain[0].record == "person"], PEOPLE)
    topics = {section: names | {"press": fields.Plain("Press")} for section, names in topics.items()}
    written.add("site/topics.yaml", fields.yaml(topics) + "\n", [case for case in cases if case.chain[0].record == "topics"])
    def plain(**words):
        return {key: fields.Plain(value) for key, value in words.items()}

    photo = plain(src="torget.png", alt="Torget.", credit="Nora Brink", license="press")
    for key, tree in [*shown, ("bild", {"photo": photo})]:
        body = "Text.\n\n![](quote:ord)" if "quotes" in tree else "Text."
        english = {"photo": plain(alt="The square.")} if "photo" in tree else {}
        written.room[f"posts/2024/05/{key}.md"] = with_body(plain(title=f"Om {key}", published="2024-05-02T10:00") | tree, body)
        written.room[f"posts/2024/05/{key}.en.md"] = with_body(plain(title=f"About {key}") | english, body)
    written.room["posts/2024/05/torget.png"] = support.picture((90, 90, 20))


# ---------------------------------------------------------------- looking for the words


# What nobody sees is left out, with a warning at its place (load/invisible, load/direction).
LEFT_OUT = set("\x7f\ufffe\uffff\ufeff\xad\u200b\u2060") | {chr(code) for code in [*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xE0000, 0xE0080)]}


def same_letters(text):
    """What a reader sees as the same: white space of any kind is one space, and what no text may hold is nothing."""
    text = "".join(character for character in text if not (ord(character) < 32 and character not in "\t\n\r") and character not in LEFT_OUT)
    return unicodedata.normalize("NFC", " ".join(text.split()))


def is_shown(case, texts):
    value = same_letters(case.value)
    if case.field in SHORTENED:
        seen = lambda text: "".join(character for character in same_letters(text) if unicodedata.category(character) != "Cf")
        return len(value) > 150 or any(seen(value) in seen(text) for text in texts)
    return any(case.value in text for text in texts) or any(value in same_letters(text) for text in texts)


# ---------------------------------------------------------------- building


class Result:
    def __init__(self):
        self.told, self.shown, self.untold, self.altered, self.unseen, self.acting = [], [], [], [], [], []


def faults_of(proof, folder):
    """File → (first line, last line) of each error."""
    done = support.run(support.command(proof, "check", folder, None, "--format", "json", "--cache", str(folder / "cache"), now=NOW))
    if done.returncode not in (0, 1):
        return None, done.stderr.strip()[-500:] or f"exit status {done.returncode}"
    found = collections.defaultdict(list)
    for line in done.stdout.splitlines():
        fault = json.loads(line)
        if fault["severity"] == "error":
            found[fault["path"]].append((fault["line"], fault["end_line"], fault["rule"]))
    return found, ""


# An error may hide the next one in its file.
MOST_ROUNDS = 100


def looked_at(proof, folder, make, cases, result):
    """Lays out a press room with the cases; those that are told of are left out, and the rest is built. What is built, and its cases."""
    for _ in range(MOST_ROUNDS):
        shutil.rmtree(folder, ignore_errors=True)
        written = make(cases)
        support.lay(written.room, folder)
        found, broken = faults_of(proof, folder)
        if broken:
            result.acting.append(f"check: {broken}")
            return {}, []
        if not found:
            break
        told = [case for case in written.cases if case.told([fault[:2] for fault in found.get(case.file, [])])]
        elsewhere = [case for case in written.cases if case.file in found and case not in told and case.file.startswith(("posts", "site/pages"))]
        result.told += told
        result.untold += [f"{case}: the error is at line {found[case.file][0][0]} ({found[case.file][0][2]})" for case in elsewhere]
        if not told and not elsewhere:
            result.untold.append(f"errors that no value explains: {dict(itertools.islice(found.items(), 3))}")
            return {}, []
        gone = {id(case) for case in [*told, *elsewhere]}
        cases = [case for case in cases if id(case) not in gone]
    out = folder / "public"
    done = support.build(proof, folder, out, "--cache", str(folder / "cache"), now=NOW)
    if done.returncode != 0:
        result.acting.append(f"check found nothing, build: {done.stdout.strip()[-500:]}{done.stderr.strip()[-500:]}")
        return {}, []
    return support.tree(out), cases


def judge(reading, plain, cases, never_shown, result):
    """Puts what was read beside what plain words bring."""
    result.acting += reading.faults
    for item in sorted(reading.items - plain.items, key=str):
        result.acting.append(f"{reading.where.get(item)}: {' '.join(map(str, item))} is not there with plain words")
    for case in cases:
        texts = reading.texts.get(case.token, [])
        if is_shown(case, texts):
            result.shown.append(case)
        elif case.field in never_shown:
            result.unseen.append(case)
        elif case.markdown and texts:
            result.shown.append(case)  # its signs are mark-up, which may become something else
        elif texts:
            result.altered.append(f"{case}: became {texts[0].strip()[:100]!r}")
        else:
            result.altered.append(f"{case}: is nowhere in what was published")


def in_chromium(proof, folder):
    """Opens every page with scripts allowed. How many pages; what acted."""
    modules = proof.root / "tests/node_modules/playwright-core"
    if not shutil.which("node") or not modules.is_dir() or not pathlib.Path("/usr/bin/chromium").exists():
        return None
    script = pathlib.Path(__file__).with_name("active.mjs")
    done = subprocess.run(["node", script, modules, folder, SITE], capture_output=True, text=True)
    if done.returncode != 0:
        return 0, [done.stderr[-500:]]
    told = json.loads(done.stdout)
    return told["pages"], told["acting"]


def rooms(proof, records, payloads, work):
    """(folder, how it is laid out, its cases): all posts in one press room; the site's own files in one for each payload, since each of their
    fields is there once. Markdown is tried as it is and with all its signs escaped. In the short form a post's field has three payloads."""
    numbers = itertools.count(1)

    def post_room(cases):
        written = Written(records)
        written.room |= {"site/site.yaml": fields.yaml(SETTINGS) + "\n", "site/people.yaml": PEOPLE, "site/topics.yaml": TOPICS}
        for number, case in enumerate(cases):
            add_post(written, number, case)
        return written

    def site_room(cases):
        written = Written(records)
        add_site(written, cases)
        for file in ("logo.svg", "icon.svg", "dela.png"):
            written.room[f"site/assets/{file}"] = (proof.root / "site/assets" / file).read_bytes()
        written.room["site/assets/photos/karin-alm.png"] = support.picture((90, 20, 90))
        return written

    cases = []
    for place, chain in enumerate(post_chains(records)):
        for payload in [payloads[(place * 3 + i) % len(payloads)] for i in range(3)] if proof.short and len(payloads) > 3 else payloads:
            cases += [Case(next(numbers), chain, payload, escaped) for escaped in (False, True) if is_markdown(chain[-1]) or not escaped]
    yield work / "posts", post_room, cases
    for payload in support.spread(payloads, 4) if proof.short else payloads:
        for escaped in (False, True):
            cases = [Case(next(numbers), chain, payload, escaped) for chain in site_chains(records) if is_markdown(chain[-1]) or not escaped]
            yield work / f"site-{cases[0].token}", site_room, cases


def post_chains(records):
    return [*fields.chains(records, "post"), (BODY,), (STATEMENT,)]


def site_chains(records):
    return [*(chain for record in ("site", "person", "topics", "page") for chain in fields.chains(records, record)), (PAGE_BODY,)]


def main():
    proof = support.start(__doc__)
    records = fields.tables(proof)
    every_field = [*post_chains(records), *site_chains(records)]
    free = [chain for chain in every_field if chain[-1].value in ("text", "text with Markdown", "a name")]
    as_browsers = not proof.short and importlib.util.find_spec("html5lib") is not None
    with support.workshop() as work:
        # Plain words first: what the pages are made of, and which fields are published at all.
        plain, published, unpublished, first = Reading(as_browsers), set(), set(), Result()
        for payload in PLAIN:
            for folder, make, cases in rooms(proof, records, [payload], pathlib.Path(work) / f"plain-{PLAIN.index(payload)}"):
                files, cases = looked_at(proof, folder, make, cases, first)
                plain.site(files)
                for case in cases:
                    (published if is_shown(case, plain.texts.get(case.token, [])) else unpublished).add(case.field)
        unpublished -= published
        proof.figure("plain words in every field", len(every_field), wrong=[*first.acting, *first.untold, *plain.faults])

        result, folders = Result(), []
        for folder, make, cases in rooms(proof, records, PAYLOADS, pathlib.Path(work)):
            files, cases = looked_at(proof, folder, make, cases, result)
            judge(Reading(as_browsers).site(files), plain, cases, unpublished, result)
            folders.append(folder / "public")
        every = len(result.told) + len(result.shown) + len(result.untold) + len(result.altered) + len(result.unseen)
        print(f"{len(every_field)} fields, {len(free)} of them free text; {len(PAYLOADS)} payloads; {len(result.told)} told, {len(result.shown)} shown; "
              f"read back {'as browsers do' if as_browsers else 'with html.parser'}")
        print(f"published nowhere, even plain words: {', '.join(sorted(unpublished)) or 'none'}")
        proof.figure("a payload in a field", every, acting=result.acting, told_elsewhere=result.untold, lost_or_changed=result.altered)
        if not proof.short:
            opened = [in_chromium(proof, folder) for folder in folders if folder.exists()]
            if None in opened:
                proof.skip("pages with payloads in Chromium", "no Chromium, Node.js or tests/node_modules")
            else:
                proof.figure("pages with payloads in Chromium", sum(pages for pages, _ in opened), acting=[each for _, acting in opened for each in acting])
    proof.end()


main()
