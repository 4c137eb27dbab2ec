#!/usr/bin/python3 -B
"""What is not public leaves no trace.

    tests/prove/hidden.py BINARY ROOT [--short]

A press room is built with hidden sources of one sort (or of all), and once without these files: the two outputs must be the same, byte for byte.
Also when it is published over an output in which all of it was to be seen. The hidden sources are full of a word of their own, which may stand
nowhere: in no byte, no file's name, nor in the line that the build ends with. An unlisted post has files of its own, and only they may tell of it;
the ledger has digests of them.

Of a press room's pictures only those are published that something public shows, and of its people only those that something public names.
"""
import gzip
import itertools
import pathlib
import shutil

import small_press_room
import support

colours = itertools.count(1)


def picture(word):
    return support.picture((next(colours) * 7 % 256, 120, 60), comment=word.encode())


def person(word, **more):
    lines = [f"{word}-person:", f"  name: Sven {word.capitalize()}", f"  role: utredare {word}",
             f"  email: {word}@lillby.example", "  phone: 0980-31 77 77",
             f"  portrait: {{src: {word}-portratt.png, alt: Porträtt {word}., credit: Maria {word.capitalize()}}}"]
    return "\n".join([*lines, *(f"  {key}: {value}" for key, value in more.items()), ""])


def full_post(word, published, *fields):
    """A post with one of everything that could leak."""
    return small_press_room.post(
        f"Rubriken {word}", published, f"lead: Ingressen {word}.", f"place: {word.capitalize()}",
        "topics: [skola, tyst]", "areas: [hamnen]", "contacts: [press]",
        f"diary_number: {word} 2026/1", f"aliases: [/gammal/{word}/]",
        f"photo: {{src: {word}-bredvid.png, alt: Bild {word}., credit: Nora {word.capitalize()}, caption: Bildtext {word}., license: press}}",
        f"photos:\n  - {{src: {word}-i-arkivet.png, alt: Arkivbild {word}., credit: Nora {word.capitalize()}, license: press}}",
        f"attachments:\n  - {{src: {word}.csv, title: Bilaga {word}}}",
        f"links:\n  - {{title: Länk {word}, url: https://www.lillby.example/{word}}}",
        f"events:\n  - {{id: mote-{word}, title: Möte {word}, start: 2026-09-20T18:00, location: Sal {word}, description: Om {word}.}}",
        f"quotes:\n  - {{id: sagt-{word}, name: Ola {word.capitalize()}, role: gäst, text: Det här gäller {word} och inget annat.}}",
        *fields,
        text=f"Texten {word}.\n\n![](photo:{word}-i-arkivet)\n\n![](quote:sagt-{word})\n\n"
             f"– Vi talar om {word}, säger utredaren {word} Sven {word.capitalize()}.")


def post_sources(word, published, *fields):
    """The files of a post in a month of its own, and the entry of its speaker."""
    folder = f"posts/{published[:4]}/{published[5:7]}/{word}/"
    files = {
        folder + "index.md": full_post(word, published, *fields),
        folder + "index.en.md": f"---\ntitle: The headline {word}\nlead: The lead {word}.\n---\nThe text {word}.\n",
        folder + f"{word}-bredvid.png": picture(word),
        folder + f"{word}.csv": f"{word}\n",
        f"site/assets/photos/{word}-i-arkivet.png": picture(word),
        f"site/assets/photos/{word}-portratt.png": picture(word),
    }
    return files, person(word)


def second_post(word, published, *fields):
    """Beside a public post in its month: what would change lists, neighbours and related posts."""
    return {f"posts/{published[:4]}/{published[5:7]}/{word}-till.md": small_press_room.post(
        f"Också {word}", published, "topics: [skola]", *fields, text=f"Mer om {word}.\n\n– Vi börjar {word}, säger kommunalrådet Anna Berg (C).")}


# What is hidden | its word | its files, and what people.yaml has for it.
def sorts():
    def with_second(word, published, second_published, *fields):
        files, people = post_sources(word, published, *fields)
        return files | second_post(word, second_published, *fields), people
    return [
        ("an embargoed post", "zqembargo", *with_second("zqembargo", "2026-08-01T10:00", "2026-06-20T10:00")),
        ("a draft", "zqdraft", *with_second("zqdraft", "2026-02-20T10:00", "2026-05-15T10:00", "draft: true")),
        ("a removed post", "zqremoved", *with_second("zqremoved", "2026-01-07T10:00", "2026-05-16T10:00",
                                                     "expires: 2026-06-01T10:00", "expired: remove")),
        ("an unlisted post", "zqunlisted", *post_sources("zqunlisted", "2026-04-15T10:00", "unlisted: true")),
        ("a picture that nothing shows", "zqpicture", {"site/assets/photos/zqpicture.png": picture("zqpicture")}, ""),
        ("a person whom nobody names", "zqperson", {"site/assets/photos/zqperson-portratt.png": picture("zqperson")}, person("zqperson")),
    ]


def press_room(*hidden):
    room = small_press_room.first()
    room["site/site.yaml"] += "languages: [sv, en]\n"
    room["site/topics.yaml"] = room["site/topics.yaml"].replace("areas:", "  tyst: Sådant som ingen ser\nareas:")
    room["site/site.yaml"] = room["site/site.yaml"].replace("share_cards: false", "share_cards: true")
    for files, people in hidden:
        room |= files
        room["site/people.yaml"] += people
    return room


def compressed_press_room(*hidden):
    room = press_room(*hidden)
    room["site/site.yaml"] += "precompress: true\n"
    return room


def together(sorts):
    """The words of several sorts, and their sources."""
    return [word for _, word, _, _ in sorts], [(files, people) for _, _, files, people in sorts]


def own_file(path, word):
    """The pages, files, pictures and former addresses of the unlisted post itself."""
    return word == "zqunlisted" and word in path and path.startswith((f"2026/04/{word}/", f"en/2026/04/{word}/", f"gammal/{word}/", "assets/"))


def common(files, words):
    """What must be the same with and without the hidden. The ledger of an unlisted post has digests; `told_of` asks that it has nothing else."""
    if "zqunlisted" not in words:
        return files
    return {path: content for path, content in files.items() if not own_file(path, "zqunlisted") and not path.startswith(("manifest.json", ".pressrum-finished"))}


def told_of(word, files, closing):
    """Where the word stands."""
    found = []
    for path, content in files.items():
        if own_file(path, word):
            continue
        readable = gzip.decompress(content) if path.endswith(".gz") else content
        if word in path.lower() or word.encode() in readable.lower():
            found.append(path)
    return found + (["the closing line"] if word in closing.lower() else [])


class House:
    def __init__(self, proof, folder):
        self.proof, self.folder = proof, folder

    def publish(self, source, out, *more):
        done = support.build(self.proof, source, out, "--cache", self.folder / "cache", *more, now=small_press_room.NOW)
        if done.returncode != 0:
            return {}, done.stdout + done.stderr
        return support.tree(out), done.stdout.strip().splitlines()[-1]

    def compare(self, what, words, hidden, room=press_room):
        """Hidden sources of some sorts against none."""
        for name in ("bare", "source", "bare-public", "public", "over"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        bare = support.lay(room(), self.folder / "bare")
        source = support.lay(room(*hidden), self.folder / "source")
        expected, _ = self.publish(bare, self.folder / "bare-public")
        actual, closing = self.publish(source, self.folder / "public")
        # Once everybody could see it, then it was hidden.
        self.publish(source, self.folder / "over", "--drafts", "--future")
        over, closing_over = self.publish(source, self.folder / "over")
        # And once it lay where the bare press room was.
        self.publish(source, self.folder / "bare-public")
        back, _ = self.publish(bare, self.folder / "bare-public")
        if not actual:
            self.proof.figure(what, 1, not_built=[closing])
            return
        traces = [f"{word} in {place}" for word in words for place in told_of(word, actual, closing)]
        over_traces = [f"{word} in {place}" for word in words for place in told_of(word, over, closing_over)]
        differing = support.differences(common(expected, words), common(actual, words))
        self.proof.figure(what, len(actual), differ=differing, name_it=traces)
        self.proof.figure("  … over an output that showed it", len(over), differ=support.differences(actual, over),
                          name_it=sorted(set(over_traces) - set(traces)))
        self.proof.figure("  … deleted afterwards", len(back), differ=support.differences(expected, back))


def main():
    proof = support.start(__doc__)
    with support.workshop() as folder:
        house = House(proof, pathlib.Path(folder))
        every = sorts()
        if not proof.short:
            for what, word, files, people in every:
                house.compare(what, [word], [(files, people)])
            house.compare("all of it, compressed too", *together(every), compressed_press_room)
        house.compare("all but the unlisted post", *together([sort for sort in every if sort[1] != "zqunlisted"]))
        house.compare("all of it", *together(every))
    proof.end()


main()
