"""Hugo, the generator that ours is paired with: where it comes from, and the corpus in its form.

Two versions are looked for: the newest of Debian (sid), which the budgets are judged by when it is JUDGED_FROM or later, and the one of Debian 12.
Their packages are unpacked below build/, with an apt of its own: nothing is installed in the system, and nobody needs to be root. Where that does
not work, a `hugo` that is installed counts; where there is none, ours is measured alone.
"""
import dataclasses
import json
import os
import pathlib
import re
import shutil
import subprocess
import zoneinfo

import corpus
import corpus_words as words

HERE = pathlib.Path(__file__).resolve().parent
JUDGED_FROM = (0, 169)
ZONE = zoneinfo.ZoneInfo("Europe/Stockholm")

# ---------------------------------------------------------------- the program


@dataclasses.dataclass
class Hugo:
    program: pathlib.Path
    environment: dict
    version: str

    def number(self):
        return tuple(int(part) for part in self.version.split("."))

    def judged(self):
        return self.number() >= JUDGED_FROM


def find_all(folder):
    """The Hugos that there are, the newest first; folder keeps what was unpacked."""
    if not (folder / "done").exists():
        folder.mkdir(parents=True, exist_ok=True)
        try:
            unpack(folder)
            (folder / "done").touch()
        except (OSError, subprocess.SubprocessError) as error:
            print(f"Hugo could not be had from Debian ({error})", flush=True)
    programs = [*folder.glob("*/usr/bin/hugo"), *filter(None, [shutil.which("hugo")])]
    libraries = {"LD_LIBRARY_PATH": ":".join(str(library.parent) for library in folder.glob("*/usr/lib/*/libsass.so.1"))}
    found = {}
    for program in programs:
        environment = libraries if folder in pathlib.Path(program).parents else {}
        version = version_of(program, environment)
        if version:
            found.setdefault(version, Hugo(pathlib.Path(program), environment, version))
    return sorted(found.values(), key=Hugo.number, reverse=True)


def version_of(program, environment):
    """"" when it does not start."""
    try:
        said = subprocess.run([program, "version"], env=os.environ | environment, capture_output=True, text=True, timeout=60).stdout
    except (OSError, subprocess.SubprocessError):
        return ""
    number = re.search(r"v(\d+\.\d+\.\d+)", said)
    return number.group(1) if number else ""


def unpack(folder):
    """hugo of sid and of Debian 12, and the library of Debian 12 that both want, each in a folder of its own."""
    state = folder / "apt"
    (state / "lists/partial").mkdir(parents=True, exist_ok=True)
    (state / "archives/partial").mkdir(parents=True, exist_ok=True)
    (state / "status").touch()
    sources = ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Codename: bookworm", "Created-By: Packages"]
    mirrors = subprocess.run(sources, capture_output=True, text=True)
    mirror = (mirrors.stdout.split() or ["http://deb.debian.org/debian/"])[0]
    signed = "[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]"
    (state / "sources.list").write_text("".join(f"deb {signed} {mirror} {suite} main\n" for suite in ("bookworm", "sid")))
    settings = {"Dir::Etc::sourcelist": state / "sources.list", "Dir::Etc::sourceparts": "-", "Dir::State::lists": state / "lists",
                "Dir::State::status": state / "status", "Dir::Cache": state, "Acquire::http::Timeout": 20} | ({"APT::Sandbox::User": "root"} if os.geteuid() == 0 else {})
    apt = ["apt-get", "-qq"] + [f"-o{name}={value}" for name, value in settings.items()]
    quietly(*apt, "update", cwd=state)
    for package in ("hugo/sid", "hugo/bookworm", "libsass1/bookworm"):
        name = package.replace("/", "-")
        shutil.rmtree(state / name, ignore_errors=True)
        (state / name).mkdir()
        quietly(*apt, "download", package, cwd=state / name)
        quietly("dpkg-deb", "-x", *(state / name).glob("*.deb"), folder / name, cwd=state)
    shutil.rmtree(state)


def quietly(*command, cwd):
    subprocess.run(command, cwd=cwd, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


# ---------------------------------------------------------------- the press room


def write(folder, archive):
    """The corpus as a project of Hugo's, into an empty folder. To its advantage, times have their offset and each post a list of its speakers."""
    shutil.copytree(HERE / "hugo", folder, dirs_exist_ok=True)
    for name, _ in words.PHOTOS:
        for number in range(corpus.PHOTOS_OF_EACH_KIND):
            corpus.put(folder / "static/photos" / f"{name}-{number + 1:02}.jpg", corpus.grey_jpeg())
    data = {
        "topics": {key: name for key, (name, _) in words.TOPICS.items()},
        "people": {person.key: {"name": person.name, "role": person.role, "party": person.party} for person in archive.people},
        "contacts": {key: {"name": name, "email": email, "phone": phone} for key, (name, email, phone) in words.CONTACTS.items()},
    }
    for name, value in data.items():
        put_text(folder / "data" / f"{name}.json", json.dumps(value, ensure_ascii=False))
    for key, name in data["topics"].items():
        put_text(folder / "content/amnen" / key / "_index.md", f"---\ntitle: {name}\noutputs: [HTML, RSS, Calendar]\n---\n")
    for person in archive.people:
        put_text(folder / "content/personer" / person.key / "_index.md", f"---\ntitle: {person.name}\nkey: {person.key}\n---\n")
    for name, title in {"amnen": "Ämnen", "personer": "Personer"}.items():
        put_text(folder / "content" / name / "_index.md", f"---\ntitle: {title}\n---\n")
    folders = set()
    for post in archive:
        path = pathlib.Path(post.path()).relative_to("posts")
        put_text(folder / "content" / path, post_text(post))
        folders |= {path.parent, path.parent.parent}
    for path in folders:
        month = f"{words.WORDS['month'][int(path.name) - 1]} " if len(path.parts) == 2 else ""
        put_text(folder / "content" / path / "_index.md", f"---\ntitle: Pressmeddelanden {month}{path.parts[0]}\n---\n")


def post_text(post):
    speakers = list(dict.fromkeys(quote["speaker"] for quote in post.quotes))
    text = corpus.fields({"title": post.title, "date": instant(post.published), "lead": post.lead, "area": words.AREAS[post.area],
                          "amnen": post.topics, "personer": speakers, "contacts": post.contacts})
    text += "quotes:\n" + corpus.entries(post.quotes)
    if post.photo:
        text += "photo:\n" + corpus.fields(post.photo, "  ")
    if post.events:
        events = [event | {"start": instant(event["start"]), "end": instant(event["end"])} for event in post.events]
        text += "outputs: [HTML, Event]\nevents:\n" + corpus.entries(events)
    return f"---\n{text}---\n{post.body}"


def instant(local):
    return local.replace(tzinfo=ZONE).isoformat()


def put_text(path, text):
    corpus.put(path, text.encode())
