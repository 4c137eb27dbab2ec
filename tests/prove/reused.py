#!/usr/bin/python3 -B
"""What an earlier run has left is used, and never shows: after any edit a build with the cache makes what one without it makes.

    tests/prove/reused.py BINARY ROOT [--short] [--edits N] [--seed S]

A press room is edited at random, a few edits between builds: posts and what stands in their front matter, translations, people, topics, settings, words, a
layout, pictures, attachments, names of files; what was published, the cache, and the clock, which may also be set back. After each, one folder
is built with what the builds before have left, and an empty one without; files, messages and exit status must be the same. 2,000 edits, 60 in the short
form; 10,000 take an hour.
"""
import argparse
import copy
import datetime
import os
import pathlib
import random
import shutil
import sys

import small_press_room
import support

WORDS = "hamnen bron vattnet skolan isen torget biblioteket sommaren budgeten taket vägen snön rådet kartan båten".split()
SPEECH = ["– Vi börjar i {word}, säger kommunalrådet Anna Berg (C).", "– Det tar tid, säger rektorn Bo Dahl. Men {word} blir klar.",
          "”Nu är {word} klar”, säger Anna Berg.", "Anna Berg säger:\n\n– Jag har sett {word}."]
PLAIN = ["Mer om {word} finns hos kommunen.", "## Om {word}\n\nDet är en fråga om {word}.", "- {word}\n- och mer", "*{word}* & tider", "Möte den 3 juni om {word}."]


class Room:
    """The press room as it stands, and everything that can happen to it."""

    def __init__(self, seed, label):
        self.random = random.Random(seed)
        self.label = label  # the layout that is sometimes the press room's own
        self.number = 0
        self.posts = {}  # path without ending → (fields, body)
        self.translations = {}  # the same → (fields, body)
        self.files = {path: content for path, content in small_press_room.first().items() if not path.startswith("posts/")}
        self.people = {"anna-berg": {"name": "Anna Berg", "role": "kommunalråd", "party": "C"}, "bo-dahl": {"name": "Bo Dahl", "role": "rektor"},
                       "press": {"name": "Presstjänsten", "email": "press@lillby.example", "contact": "true"}}
        self.topics = {"topics": {"skola": "Skola", "vatten": "Vatten"}, "areas": {"hamnen": "Hamnen", "udden": "Udden"}}
        self.settings = {}
        self.words = {}
        self.layout = None
        self.now = datetime.datetime(2026, 6, 15, 12)

    # ------------------------------------------------------------ words

    def word(self):
        return self.random.choice(WORDS)

    def name(self):
        """For a file: as an address has it."""
        self.number += 1
        return self.word().translate(str.maketrans("åäö", "aao")) + f"-{self.number}"

    def sentence(self):
        kind = self.random.random()
        if kind < 0.35:
            return self.random.choice(SPEECH).format(word=self.word())
        if kind < 0.6 and self.posts:
            target = self.random.choice(list(self.posts))
            fragment = self.random.choice(["", "", "", "", "#om-" + self.word()])
            return f"Läs om [{self.word()}](/{self.address(target)}/{fragment}) eller [Anna Berg](/personer/anna-berg/)."
        return self.random.choice(PLAIN).format(word=self.word())

    def body(self):
        return "\n\n".join(self.sentence() for _ in range(self.random.randint(1, 4)))

    def address(self, path):
        return path.removeprefix("posts/").removesuffix("/index")

    def moment(self, days=400):
        at = self.now + datetime.timedelta(minutes=self.random.randint(-days * 1440, days * 1440))
        return at.strftime("%Y-%m-%dT%H:%M")

    # ------------------------------------------------------------ posts

    def add_post(self):
        at = self.now - datetime.timedelta(minutes=self.random.randint(-3000, 300 * 1440))
        path = f"posts/{at:%Y/%m}/{self.name()}"
        if self.random.random() < 0.3:
            path += "/index"
        fields = {"title": f"{self.word().capitalize()} {self.number}", "published": at.strftime("%Y-%m-%dT%H:%M")}
        self.posts[path] = (fields, self.body())
        for _ in range(self.random.randint(0, 3)):
            self.edit_field(path)

    def some_post(self):
        return self.random.choice(list(self.posts)) if self.posts else None

    def edit_body(self, path):
        fields, body = self.posts[path]
        self.posts[path] = (fields, self.random.choice([self.body(), body + "\n\n" + self.sentence()]))

    def swap_letter(self, path):
        """Another text of the same length."""
        fields, body = self.posts[path]
        self.posts[path] = (fields, body.translate(str.maketrans("ae", "ea")))

    def edit_field(self, path):
        fields, _ = self.posts[path]
        start = self.moment(60)
        choices = {
            "title": f"{self.word().capitalize()} och {self.word()}",
            "lead": f"Ingressen om {self.word()}.",
            "topics": f"[{self.random.choice(list(self.topics['topics']))}]",
            "areas": f"[{self.random.choice(list(self.topics['areas']))}]",
            "contacts": f"[{self.random.choice(list(self.people))}]",
            "unlisted": self.random.choice(["true", "false"]),
            "draft": self.random.choice(["true", "false", "false"]),
            "expires": self.moment(100),
            "expired": self.random.choice(["tombstone", "remove"]) if "expires" in fields else None,
            "kind": self.random.choice(["news", "invitation", "press-release"]),
            "slug": self.name(),
            "aliases": f"[/gammal-{self.random.randint(1, 30)}/]",
            "events": f"\n  - {{id: mote, title: Möte om {self.word()}, start: {start}, location: {self.word().capitalize()}"
                      + self.random.choice(["", ", status: cancelled"]) + "}",
            "changes": f"\n  - {{at: {max(fields['published'], self.moment(30))}, kind: correction, note: Det stod fel om {self.word()}.}}",
            "photo": f"{{src: bild-{self.random.randint(1, 3)}.png, alt: {self.word()}, credit: Nora Brink}}",
            "links": f"\n  - {{title: {self.word()}, url: /{self.address(self.some_post() or 'x')}/}}",
            "published": self.moment(200),
        }
        field = self.random.choice([name for name, value in choices.items() if value])
        if field in fields and field not in ("title", "published") and self.random.random() < 0.4:
            del fields[field]
        else:
            fields[field] = choices[field]

    def remove_post(self, path):
        del self.posts[path]
        self.translations.pop(path, None)

    def rename_post(self, path):
        new = path.removesuffix("/index").rsplit("/", 1)[0] + f"/{self.name()}"
        self.posts[new] = self.posts.pop(path)
        if path in self.translations:
            self.translations[new] = self.translations.pop(path)

    def translate(self, path):
        if path in self.translations and self.random.random() < 0.3:
            del self.translations[path]
        else:
            self.translations[path] = ({"title": f"About {self.word()} {self.number}"}, f"More about {self.word()}.\n\n“It is done,” says Anna Berg.")

    # ------------------------------------------------------------ all else

    def edit_people(self):
        person = self.random.choice(list(self.people))
        field, value = self.random.choice([
            ("role", self.word() + "chef"), ("party", self.random.choice("CMSV")), ("contact", self.random.choice(["true", "false"])),
            ("phone", f"0980-{self.random.randint(10, 99)} 00 00"),
            ("roles", f"\n    - {{role: {self.word()}chef, from: {self.moment(90)[:10]}}}\n    - {{role: ordförande, to: {self.moment(90)[:10]}}}")])
        if field == "role":
            self.people[person].pop("roles", None)
        if field == "roles":
            self.people[person].pop("role", None)
        self.people[person][field] = value

    def edit_topics(self):
        kind = self.random.choice(["topics", "areas"])
        if self.random.random() < 0.3:
            self.topics[kind][f"{self.word()}-{self.random.randint(1, 9)}"] = self.word().capitalize()
        else:
            self.topics[kind][self.random.choice(list(self.topics[kind]))] = f"{self.word().capitalize()} {self.random.randint(1, 99)}"

    def edit_settings(self):
        field, value = self.random.choice([
            ("title", f"Pressrum {self.word()}"), ("feeds", f"{{items: {self.random.randint(2, 9)}}}"), ("description", f"Om {self.word()}."),
            ("precompress", self.random.choice(["true", "false"])), ("photos", self.random.choice(["{share_cards: false}", "{share_cards: false, derivatives: false}"])),
            ("calendar", f"{{keep_days: {self.random.randint(5, 90)}}}"), ("timezone", self.random.choice(["Europe/Stockholm", "Europe/Helsinki"]))])
        self.settings[field] = value

    def edit_words(self):
        self.words[self.random.choice(["latest_releases", "archive", "people"])] = self.word().capitalize()

    def edit_layout(self):
        self.layout = f"<!-- {self.word()} -->" if self.layout is None or self.random.random() < 0.7 else None

    def edit_picture(self):
        self.files[f"bild-{self.random.randint(1, 3)}"] = support.picture([self.random.randint(0, 255) for _ in range(3)])

    def edit_page(self):
        self.files["site/pages/om.md"] = f"---\ntitle: Om {self.word()}\n---\n{self.sentence()}\n"

    def pass_time(self):
        minutes = self.random.choice([1, 60, 600, 1440, 5 * 1440, 40 * 1440, -60, -3 * 1440])
        self.now += datetime.timedelta(minutes=minutes)

    def edit(self):
        """One edit; returns what it was."""
        post = self.some_post()
        choices = [(3, self.add_post), (2, self.edit_people), (2, self.edit_topics), (1, self.edit_settings), (1, self.edit_words),
                   (1, self.edit_layout), (2, self.edit_picture), (2, self.edit_page), (8, self.pass_time), (1, lambda: None)]
        if post is not None:
            choices += [(12, lambda: self.edit_body(post)), (3, lambda: self.swap_letter(post)), (14, lambda: self.edit_field(post)), (2, lambda: self.remove_post(post)),
                        (2, lambda: self.rename_post(post)), (4, lambda: self.translate(post))]
        if len(self.posts) > 30:
            choices += [(10, lambda: self.remove_post(post))]
        names = ["add_post", "edit_people", "edit_topics", "edit_settings", "edit_words", "edit_layout", "edit_picture", "edit_page", "pass_time", "nothing",
                 "edit_body", "edit_field", "remove_post", "rename_post", "translate", "remove_post"]
        which = self.random.choices(range(len(choices)), [weight for weight, _ in choices])[0]
        choices[which][1]()
        return names[which] + (f" {post}" if which >= 10 else "")

    # ------------------------------------------------------------ on the disk

    def sources(self):
        def text(fields, body):
            return "---\n" + "".join(f"{name}: {value}\n" for name, value in fields.items()) + "---\n" + body + "\n"

        room = {path: content for path, content in self.files.items() if path.startswith("site/")}
        room["site/site.yaml"] = "".join(
            line + "\n" for line in small_press_room.SETTINGS.replace("feeds: {items: 5}\n", "languages: [en]\n").splitlines()
            if line.split(":")[0] not in self.settings) + "".join(f"{name}: {value}\n" for name, value in self.settings.items())
        room["site/people.yaml"] = "".join(
            f"{key}:\n" + "".join(f"  {name}: {value}\n" for name, value in fields.items()) for key, fields in self.people.items())
        room["site/topics.yaml"] = "".join(
            f"{kind}:\n" + "".join(f"  {key}: {name}\n" for key, name in all_of.items()) for kind, all_of in self.topics.items())
        if self.words:
            room["site/strings/sv.yaml"] = "".join(f"{key}: {value}\n" for key, value in self.words.items())
        if self.layout:
            room["site/layouts/partials/label.mustache"] = self.label + self.layout
        for path, (fields, body) in self.posts.items():
            room[path + ".md"] = text(fields, body)
            if path in self.translations:
                room[path + ".en.md"] = text(*self.translations[path])
            if "photo" in fields:
                for number in (1, 2, 3):
                    place = path.rsplit("/", 1)[0] + f"/bild-{number}.png"
                    if place.rsplit("/", 1)[1] in fields["photo"]:
                        room[place] = self.files.get(f"bild-{number}") or support.picture((number * 60, 90, 60))
        return room


def lay_changed(chance, room, folder, before):
    """Only what differs is written, as an editor does, or with the old time of writing, as some programs do."""
    for path in before.keys() - room.keys():
        (folder / path).unlink()
    changed = {path: content for path, content in room.items() if before.get(path) != content}
    times = {path: (folder / path).stat().st_mtime_ns for path in changed if path in before}
    support.lay(changed, folder)
    for path, time in times.items():
        if chance.random() < 0.2:
            os.utime(folder / path, ns=(time, time))


def harm(chance, folder):
    """Somebody or something touches the output or the cache; returns what was done."""
    if chance.random() > 0.1:
        return ""
    out, cache = folder / "reused", folder / "cache"
    # Without its manifest a folder is nobody's, and no build touches it.
    files = [path for path in out.rglob("*") if path.is_file() and path.name != "manifest.json"] if out.exists() else []
    kept = [path for name in ("runs", "kept", "sources") if (cache / name).exists() for path in (cache / name).iterdir()]
    what = chance.choice(["remove a file", "remove the output", "remove the cache", "damage the cache", "cut the cache off"])
    if what == "remove a file" and files:
        chance.choice(sorted(files)).unlink()
    elif what == "remove the output":
        shutil.rmtree(out, ignore_errors=True)
    elif what == "remove the cache":
        for path in kept:
            path.unlink()
    elif what == "damage the cache" and kept:
        path = chance.choice(sorted(kept))
        content = bytearray(path.read_bytes())
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
    elif what == "cut the cache off" and kept:
        path = chance.choice(sorted(kept))
        os.truncate(path, chance.randrange(path.stat().st_size))
    return what


def messages(done):
    # How many files were written is another number, and so is the time.
    return done.stderr, [part for part in done.stdout.split(";") if "file" not in part and " s" not in part]


def edit_and_compare(proof, folder, edits, seed):
    room, before, done = Room(seed, (proof.root / "layouts/partials/label.mustache").read_text()), {}, 0
    sound = copy.deepcopy(room)
    source, empty = folder / "source", folder / "anew"
    faults, published, told = [], 0, []
    while done < edits:
        what = [room.edit() for _ in range(room.random.randint(1, 3))]
        done += len(what)
        now = room.sources()
        lay_changed(room.random, now, source, before)
        before = now
        what.append(harm(room.random, folder))
        time = room.now.strftime("%Y-%m-%dT%H:%M")
        flags = room.random.choice([[]] * 6 + [["--threads", "1"], ["--future"], ["--drafts"]])
        shutil.rmtree(empty, ignore_errors=True)
        with_cache = support.build(proof, source, folder / "reused", "--cache", folder / "cache", *flags, now=time)
        without = support.build(proof, source, empty, "--cache", folder / "pictures", "--no-cache", *flags, now=time)
        said = support.differences({"said": repr(messages(without)).replace(str(empty), "OUT").encode()},
                                   {"said": repr(messages(with_cache)).replace(str(folder / "reused"), "OUT").encode()})
        wrong = [f"status {with_cache.returncode}, not {without.returncode}"] if with_cache.returncode != without.returncode else said
        if without.returncode == 0:
            published += 1
            sound = copy.deepcopy(room)
            wrong = wrong + support.differences(support.visible(support.tree(empty)), support.visible(support.tree(folder / "reused")))
        if wrong:
            faults.append(f"after {done} edits ({'; '.join(filter(None, what))}; {time}; {' '.join(flags)}): {', '.join(wrong[:6])}")
            if said:
                faults[-1] += f"\n{with_cache.stderr[-600:]}\n--- not\n{without.stderr[-600:]}"
            told.append(len(faults))
            shutil.rmtree(folder / "reused", ignore_errors=True)
            shutil.rmtree(folder / "cache", ignore_errors=True)
            if len(faults) >= 5:
                break
        if without.returncode != 0:  # an editor mends it, or thinks better of it
            sound.random, sound.now = room.random, max(room.now, sound.now)
            room = copy.deepcopy(sound)
            room.random = sound.random
    return done, published, faults


def main():
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--edits", type=int)
    parser.add_argument("--seed", type=int, default=1)
    own, rest = parser.parse_known_args()
    sys.argv[1:] = rest
    proof = support.start(__doc__)
    edits = own.edits or (60 if proof.short else 2000)
    with support.workshop() as place:
        folder = pathlib.Path(place)
        done, published, faults = edit_and_compare(proof, folder, edits, own.seed)
        proof.figure(f"edits (seed {own.seed}), {published} builds published", done, different=faults)
    proof.end()


if __name__ == "__main__":
    main()
