#!/usr/bin/env python3
"""A press room of N invented posts, to measure builds with.

    corpus.py POSTS FOLDER [--seed N]

FOLDER gets posts/YYYY/MM/slug.md, site/{site,people,topics}.yaml and small photos. A post is as long as real ones are, 260 to 410 words, with two
to four statements, mostly a photo (60 %) and often an event (40 %). They are spread over ten years; a few topics and speakers are much more common
than the others.

The same number and seed give the same bytes with every Python 3: what is drawn is random.Random(INTEGER).random() alone, whose sequence Python
promises to keep. Each post is drawn from a seed of its own.
"""
import argparse
import dataclasses
import datetime
import json
import pathlib
import random
import re
import struct

import corpus_words as words

FIRST_DAY, DAYS = datetime.datetime(2016, 1, 1), 3653    # through 31 December 2025
PEOPLE, ELECTED = 60, 48
PHOTOS_OF_EACH_KIND = 40

SITE = """\
title: Pressrum Ekinge kommun
base_url: https://press.ekinge.example/
language: sv
timezone: Europe/Stockholm
description: Nyheter och pressmeddelanden från Ekinge kommun.
organization:
  name: Ekinge kommun
"""


@dataclasses.dataclass
class Person:
    key: str
    name: str
    role: str
    role_before_name: str
    party: str    # "" for the employed

    def named(self):
        return f"{self.role_before_name} {self.name}" + (f" ({self.party})" if self.party else "")


@dataclasses.dataclass
class Post:
    """What stands in the front matter, as values, and the body; peers get their own form of the same."""

    slug: str
    title: str
    lead: str
    published: datetime.datetime    # local
    topics: list
    area: str
    quotes: list    # of {"id", "speaker", "text"}
    photo: dict     # {} when there is none
    events: list    # of {"id", "title", "start", "end", "location", "address"}, the times local
    contacts: list
    body: str

    def path(self):
        return f"posts/{self.published:%Y/%m}/{self.slug}.md"


# ---------------------------------------------------------------- drawing


class Draw:
    """What one seed draws: choices, and phrases filled with words."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, n):
        return int(self.random() * n)

    def one_of(self, choices):
        return choices[self.below(len(choices))]

    def mostly_early(self, choices):
        """The first is the most likely by far."""
        return choices[int(self.random() * self.random() * len(choices))]

    def some_of(self, choices, n):
        """n different ones, in any order."""
        left = list(choices)
        return [left.pop(self.below(len(left))) for _ in range(n)]


class Phrases(Draw):
    """A post's phrases: most of them speak of the same project, area, board and partner."""

    FAITHFUL = {"project": 0.8, "area": 0.6, "board": 0.7, "partner": 0.6}

    def __init__(self, seed, topic):
        super().__init__(seed)
        self.topic = topic
        self.choices = {**words.WORDS, "area": list(words.AREAS.values()), "project": words.TOPICS[topic][1]}
        self.subject = {name: self.one_of(self.choices[name]) for name in self.FAITHFUL}

    def fill(self, phrase):
        return re.sub(r"\{(\w+)\}", lambda match: self.word(match.group(1)), phrase)

    def one(self, phrases):
        return self.fill(self.one_of(phrases))

    def word(self, name):
        if name[0].isupper():
            return capital(self.word(name.lower()))
        if name in self.FAITHFUL and self.random() < self.FAITHFUL[name]:
            return self.subject[name]
        if name == "area2":
            return self.one_of([area for area in self.choices["area"] if area != self.subject["area"]])
        if name == "topic":
            return self.topic
        if name == "money":
            return f"{12 + self.below(480)} miljoner kronor"
        if name in ("number", "percent", "day"):
            least, most = {"number": (11, 470), "percent": (41, 95), "day": (1, 28)}[name]
            return str(least + self.below(most - least))
        return self.one_of(self.choices[name])


def capital(text):
    return text[:1].upper() + text[1:]


def slug_of(text):
    plain = text.lower().translate(str.maketrans("åäöé", "aaoe"))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


# ---------------------------------------------------------------- people and posts


def make_people(seed):
    draw, people = Draw(seed * 10007 + 5), {}
    while len(people) < PEOPLE:
        name = f"{draw.one_of(words.FIRST_NAMES)} {draw.one_of(words.LAST_NAMES)}"
        roles, party = (words.ELECTED, draw.one_of(words.PARTIES)) if len(people) < ELECTED else (words.EMPLOYED, "")
        people.setdefault(slug_of(name), Person(slug_of(name), name, *roles[len(people) % len(roles)], party))
    return list(people.values())


class Archive:
    """All posts of a number and a seed, one after the other."""

    def __init__(self, posts, seed=1):
        self.posts, self.seed, self.people, self.slugs = posts, seed, make_people(seed), {}

    def __iter__(self):
        self.slugs = {}
        return (self.post(index) for index in range(self.posts))

    def post(self, index):
        draw = Draw(self.seed * 1000003 + index * 2)
        topics = [draw.mostly_early(list(words.TOPICS))] if draw.random() < 0.5 else [draw.one_of(list(words.TOPICS))]
        topics += draw.some_of([topic for topic in words.TOPICS if topic not in topics], draw.below(3))
        phrases = Phrases(self.seed * 1000003 + index * 2 + 1, topics[0])
        day = FIRST_DAY + datetime.timedelta(days=int((index + draw.random()) / self.posts * DAYS))
        published = day.replace(hour=7 + draw.below(10), minute=15 * draw.below(4))
        title = capital(phrases.one(words.TITLES))
        area = next(key for key, name in words.AREAS.items() if name == phrases.subject["area"])
        quotes, statements = self.statements(draw, phrases)
        lead = phrases.one(words.LEADS)
        photo = make_photo(draw, phrases) if draw.random() < 0.6 else {}
        events = [make_event(draw, phrases, published)] if draw.random() < 0.4 else []
        contacts = ["press"] + ([draw.one_of(["kontaktcenter", "krisledning"])] if draw.random() < 0.3 else [])
        body = make_body(draw, phrases, statements)
        return Post(self.slug(title), title, lead, published, topics, area, quotes, photo, events, contacts, body)

    def slug(self, title):
        slug = slug_of(title)[:70].rstrip("-")
        self.slugs[slug] = self.slugs.get(slug, 0) + 1
        return slug if self.slugs[slug] == 1 else f"{slug}-{self.slugs[slug]}"

    def statements(self, draw, phrases):
        """Two to four statements of one or two people: as entries under quotes:, and as paragraphs."""
        speakers = [draw.mostly_early(self.people), draw.one_of(self.people)]
        quotes, paragraphs = [], []
        for number, first in enumerate(draw.some_of(words.SAID_FIRST, 2 + draw.below(3))):
            speaker, first = speakers[0] if number == 0 else draw.one_of(speakers), phrases.fill(first)
            then = " " + phrases.one(words.SAID_THEN) if draw.random() < 0.7 else ""
            if then and draw.random() < 0.25:
                paragraphs.append(f"– {first}.{then.removesuffix('.')}, säger {speaker.named()}.")
            else:
                paragraphs.append(f"– {first}, säger {speaker.named()}.{then}")
            quotes.append({"id": f"{slug_of(' '.join(first.split()[:4]))}-{number + 1}", "speaker": speaker.key, "text": f"{first}.{then}"})
        return quotes, paragraphs


def make_photo(draw, phrases):
    name, shows = draw.one_of(words.PHOTOS)
    return {"src": f"{name}-{1 + draw.below(PHOTOS_OF_EACH_KIND):02}.jpg", "alt": phrases.fill(shows), "credit": draw.one_of(words.PHOTOGRAPHERS)}


def make_event(draw, phrases, published):
    key, title, hours = draw.one_of(words.EVENTS)
    start = (published + datetime.timedelta(days=3 + draw.below(40))).replace(hour=8 + draw.below(11), minute=30 * draw.below(2))
    return {"id": key, "title": phrases.fill(title), "start": start, "end": start + datetime.timedelta(minutes=60 * hours + 30 * draw.below(2)),
            "location": capital(phrases.word("place")), "address": f"{phrases.word('street')} {1 + draw.below(60)}, {phrases.subject['area']}"}


def make_body(draw, phrases, statements):
    """Sections of paragraphs with the statements spread over them, and perhaps a list; as many sentences as the words need."""
    sections = [[] for _ in range(3 + draw.below(3))]
    headings = draw.some_of(words.HEADINGS, len(sections) - 1)
    sentences = []
    for sentence, label, address in draw.some_of(words.LINKS, 1 + draw.below(3)):
        sentences.append(sentence.replace("{link}", f"[{phrases.fill(label)}]({phrases.fill(address)})"))
    sentences.append(phrases.one(words.EMPHASIZED))
    bullets = []
    if draw.random() < 0.45:
        items = draw.some_of(words.LIST_ITEMS, 3 + draw.below(3))
        numbered = draw.random() < 0.2
        lines = ((f"{number + 1}. " if numbered else "- ") + phrases.fill(item) for number, item in enumerate(items))
        bullets = [phrases.one(words.LIST_OPENINGS), "\n".join(lines)]
    wanted, count = 262 + draw.below(150), sum(len(text.split()) for text in statements + sentences + headings + bullets)
    for sentence in draw.some_of(words.SENTENCES, len(words.SENTENCES)):
        if count >= wanted:
            break
        sentences.append(phrases.fill(sentence))
        count += len(sentences[-1].split())
    sentences = draw.some_of(sentences, len(sentences))
    paragraphs = []
    while sentences:
        size = 2 + draw.below(2)
        paragraphs.append(" ".join(sentences[:size]))
        del sentences[:size]
    for number, paragraph in enumerate(paragraphs):
        sections[number * len(sections) // len(paragraphs)].append(paragraph)
    for number, statement in enumerate(statements):
        section = sections[number * len(sections) // len(statements)]
        section.insert(draw.below(len(section) + 1), statement)
    sections[draw.below(len(sections))] += bullets
    blocks = sections[0]
    for heading, section in zip(headings, sections[1:]):
        blocks += ["## " + phrases.fill(heading), *section]
    return "\n\n".join(blocks) + "\n"


# ---------------------------------------------------------------- as files


def scalar(value):
    """A value as YAML: plain where it is safe, as people write, else quoted."""
    if isinstance(value, datetime.datetime):
        return value.isoformat(timespec="minutes")
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    return value if re.fullmatch(r"[^\W\d_][^\n:#\[\]{}&*!|>'\"%@`\\]*", value) and value == value.strip() else json.dumps(value, ensure_ascii=False)


def fields(values, indent=""):
    return "".join(f"{indent}{name}: {scalar(value)}\n" for name, value in values.items())


def entries(values):
    """A list of mappings, each begun with a hyphen."""
    return "".join("  - " + fields(value, "    ")[4:] for value in values)


def post_text(post):
    text = fields({"title": post.title, "published": post.published, "lead": post.lead, "topics": post.topics, "areas": [post.area]})
    text += "quotes:\n" + entries(post.quotes)
    if post.photo:
        text += "photo:\n" + fields(post.photo, "  ")
    if post.events:
        text += "events:\n" + entries(post.events)
    return f"---\n{text}{fields({'contacts': post.contacts})}---\n{post.body}"


def people_text(people):
    listed = {person.key: {"name": person.name, "role": person.role, "party": person.party} for person in people}
    listed |= {key: {"name": name, "email": email, "phone": phone, "contact": "true"} for key, (name, email, phone) in words.CONTACTS.items()}
    return "".join(f"{key}:\n{fields({name: value for name, value in values.items() if value}, '  ')}" for key, values in listed.items())


def topics_text():
    topics = {key: name for key, (name, _) in words.TOPICS.items()}
    return f"topics:\n{fields(topics, '  ')}areas:\n{fields(words.AREAS, '  ')}"


def grey_jpeg(width=24, height=16):
    """A grey photo, the smallest that is whole: the corpus measures pages, not pictures.

    One component, one code of a bit in each Huffman table: "no change of brightness" and "end of block". A block is two zero bits.
    """
    def segment(marker, payload):
        return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload

    def table_of_one_code(table):
        return segment(0xC4, bytes([table, 1] + [0] * 15 + [0]))

    bits = 2 * (width // 8) * (height // 8)
    scan = ((1 << -bits % 8) - 1).to_bytes((bits + 7) // 8, "big")
    header = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0") + segment(0xDB, bytes([0] + [1] * 64))
    frame = segment(0xC0, struct.pack(">BHHBBBB", 8, height, width, 1, 1, 0x11, 0))
    codes = table_of_one_code(0x00) + table_of_one_code(0x10)
    return b"\xff\xd8" + header + frame + codes + segment(0xDA, bytes([1, 1, 0, 0, 63, 0])) + scan + b"\xff\xd9"


def write(folder, archive):
    """Into an empty folder."""
    for name, text in {"site.yaml": SITE, "people.yaml": people_text(archive.people), "topics.yaml": topics_text()}.items():
        put(folder / "site" / name, text.encode())
    for name, _ in words.PHOTOS:
        for number in range(PHOTOS_OF_EACH_KIND):
            put(folder / "site/assets/photos" / f"{name}-{number + 1:02}.jpg", grey_jpeg())
    for post in archive:
        put(folder / post.path(), post_text(post).encode())


def put(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("posts", type=int)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if arguments.folder.exists() and any(arguments.folder.iterdir()):
        parser.error(f"{arguments.folder} is not empty")
    write(arguments.folder, Archive(arguments.posts, arguments.seed))


if __name__ == "__main__":
    main()
