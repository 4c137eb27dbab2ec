#!/usr/bin/python3 -B
"""Time passing never stops publication: a press room that builds today builds at every later moment.

    tests/prove/clock.py BINARY ROOT [--short]

The moments are those that the sources themselves name (dates in posts/ and site/): a minute before, at, a minute after, the day's end, and a year
later. At each, `check` must not find an error when it found none at first; and a row of builds, each with --against what the one before it
published, must go on. Looked at are the example, the small press room, and small ones in which something that is linked to runs out.
"""
import datetime
import json
import pathlib
import re
import shutil

import small_press_room
import support

EXAMPLE_NOW = "2026-11-24T12:00"
MINUTE, DAY, YEAR = datetime.timedelta(minutes=1), datetime.timedelta(days=1), datetime.timedelta(days=366)
FORM = "%Y-%m-%dT%H:%M"


def moments(source, now):
    """All moments after `now` that could make a difference."""
    now = datetime.datetime.strptime(now, FORM)
    named = set()
    for file in [*source.glob("posts/**/*.md"), *source.glob("site/**/*.yaml"), *source.glob("site/**/*.md")]:
        for date, time in re.findall(r"\b(20\d\d-[01]\d-[0-3]\d)(?:T([0-2]\d:[0-5]\d))?", file.read_text()):
            try:
                at = datetime.datetime.strptime(f"{date}T{time or '00:00'}", FORM)
            except ValueError:
                continue  # a number that only looks like a date
            named |= {at} if time else {at, at + DAY}
    all_moments = {moment for at in named for moment in (at - MINUTE, at, at + MINUTE, at + YEAR)} | {max(named) + 10 * YEAR}
    return [moment.strftime(FORM) for moment in sorted(all_moments) if moment > now]


def errors_at(proof, source, cache, now):
    done = support.run(support.command(proof, "check", source, None, "--format", "json", "--cache", cache, now=now))
    if done.returncode not in (0, 1):
        return [f"exit status {done.returncode}: {done.stderr.strip()[-300:]}"]
    faults = [json.loads(line) for line in done.stdout.splitlines()]
    return [f"{fault['path']}:{fault['line']}: {fault['message']} [{fault['rule']}]" for fault in faults if fault["severity"] == "error"]


def check_all(proof, source, cache, now, some):
    """(how many moments, the first moment of each error)."""
    if first := errors_at(proof, source, cache, now):
        return 0, first
    met, faults = set(), []
    times = support.spread(moments(source, now), some)
    for time in times:
        new = [error for error in errors_at(proof, source, cache, time) if error not in met]
        met |= set(new)
        faults += [f"from {time} on: {error}" for error in new]
    return len(times), faults


def build_all(proof, source, cache, now, some, folder):
    """A row of builds into one output, each against what is published."""
    out, last = folder / "row", folder / "last-manifest.json"
    shutil.rmtree(out, ignore_errors=True)
    last.unlink(missing_ok=True)
    times, faults = [now, *support.spread(moments(source, now), some)], []
    for time in times:
        against = ["--against", last] if last.exists() else []
        done = support.build(proof, source, out, "--cache", cache, *against, now=time)
        if done.returncode != 0:
            faults.append(f"{time}: {done.stdout.strip()[-400:]} {done.stderr.strip()[-400:]}")
        if (out / "manifest.json").exists():
            shutil.copyfile(out / "manifest.json", last)
    return len(times), faults


# ---------------------------------------------------------------- what runs out while others point at it

EVENT = "events:\n  - {id: mote, title: Möte, start: 2026-06-25T18:00, location: Torget}"
SAME_EVENT = "events:\n  - {same_as: 2026-03-gar#mote}"
SAID = "– Vi slutar i juni, säger rektorn Bo Dahl."
WITH_BO = {"site/people.yaml": small_press_room.PEOPLE + small_press_room.BO}
ODD_TOPIC = {"site/topics.yaml": small_press_room.TOPICS.replace("areas:", "  udda: Udda\nareas:")}
GOES, STAYS, COMES = "posts/2026/03/gar.md", "posts/2026/05/kvar.md", "posts/2026/08/kommer.md"


def settings(more):
    return {"site/site.yaml": small_press_room.SETTINGS + more}


def stays(*fields, text="Står kvar."):
    return {STAYS: small_press_room.post("Står kvar", "2026-05-03T10:00", *fields, text=text)}


def links(address):
    return stays(text=f"Läs [mer]({address}).")


def comes(*fields, text="Väntar."):
    return {COMES: small_press_room.post("Kommer i augusti", "2026-08-01T10:00", *fields, text=text)}


def running_out():
    """What | a press room in which a post runs out on 1 July 2026 (or something else does), and something goes on pointing at what was its."""
    rooms = []
    for how in ("remove", "tombstone"):
        def goes(*fields, text="Snart borta.", at=GOES, how=how):
            end = ["expires: 2026-07-01T00:00", f"expired: {how}"]
            return {at: small_press_room.post("Gäller bara i juni", "2026-03-01T10:00", *end, *fields, text=text)}
        index = "posts/2026/03/gar/index.md"
        attachment = goes("attachments:\n  - {src: a.csv, title: A}", at=index) | {"posts/2026/03/gar/a.csv": "1\n"}
        changed = goes(EVENT, "changes:\n  - {at: 2026-06-02T10:00, kind: update, event: mote, note: Ny sal.}")
        translation = {"posts/2026/03/gar.en.md": "---\ntitle: Only in June\n---\nText.\n"} | settings("languages: [sv, en]\n")
        of_topic = ODD_TOPIC | goes("topics: [udda]", EVENT)
        rooms += [(f"{what}, {how}", room) for what, room in [
            ("a link to the post", goes() | links("/2026/03/gar/")),
            ("a link to its statement", WITH_BO | goes(text=SAID) | links("/2026/03/gar/#citat-vi-slutar-i-juni")),
            ("a link to its event's calendar", goes(EVENT) | links("/2026/03/gar/mote.ics")),
            ("a link to its attachment", attachment | links("/2026/03/gar/a.csv")),
            ("a link to its former address", goes("aliases: [/nyss/]") | links("/nyss/")),
            ("a link to its translation", goes() | translation | links("/en/2026/03/gar/")),
            ("a link to its month", goes() | links("/2026/03/")),
            ("a link to its topic", of_topic | links("/amnen/udda/")),
            ("a link to its topic's feed", of_topic | links("/amnen/udda/rss.xml")),
            ("a link to its topic's calendar", of_topic | links("/amnen/udda/kalender.ics")),
            ("a link to its speaker's page", WITH_BO | goes(text=SAID) | links("/personer/bo-dahl/")),
            ("an event that is the same as its", goes(EVENT) | stays(SAME_EVENT)),
            ("a change of its event", changed | stays()),
            ("a menu that leads to it", goes() | settings("navigation:\n  - {title: Juni, url: /2026/03/gar/}\n")),
            ("a page that links to it", goes() | {"site/pages/juni.md": "---\ntitle: Juni\n---\nLäs [mer](/2026/03/gar/).\n"}),
            ("a post to come that links to it", goes() | comes(text="Läs [mer](/2026/03/gar/).")),
            ("a post to come with its event", goes(EVENT) | comes(SAME_EVENT)),
            ("a post to come with its address", goes("slug: plats") | {"posts/2026/03/kommer.md": comes("slug: plats")[COMES]}),
            ("a post to come with its former address", goes("aliases: [/2026/08/kommer/]") | comes()),
            ("nothing but it", goes(EVENT)),
        ]]
    ends = "bo-dahl:\n  name: Bo Dahl\n  roles:\n    - {role: rektor, from: 2020-01-01, to: 2026-06-30}\n"
    register = EVENT.replace("location: Torget", "location: Torget, registration: {url: 'https://www.lillby.example/', until: 2026-06-20}")
    series = "events:\n  - {id: kurs, title: Kurs, start: 2026-06-16T18:00, location: Torget, repeat: {every: week, until: 2026-07-14}}"
    dated = "Välkommen torsdag 25 juni 2026 klockan 18.00. Läs [alla](/evenemang/2026/) och [kommande](/evenemang/)."
    rooms += [
        ("an event that is over", stays(EVENT, text=dated)),
        ("a role that ends", {"site/people.yaml": small_press_room.PEOPLE + ends} | stays(text=SAID) | comes(text=SAID)),
        ("a registration that closes", stays(register)),
        ("a series that ends", stays(series)),
        ("a post to come with the event of one that stays", stays(EVENT) | comes("events:\n  - {same_as: 2026-05-kvar#mote}")),
        ("a post to come with the former address of one that stays", stays("aliases: [/2026/08/kommer/]") | comes()),
        ("a post to come with the address of a page", {"site/pages/kommer.md": "---\ntitle: Sida\nslug: plats\n---\nText.\n"} | comes("aliases: [/plats/]")),
        ("a post to come in a language that no other has", settings("languages: [sv, en]\n") | comes() | {
            COMES.replace(".md", ".en.md"): "---\ntitle: In August\n---\nText.\n"}),
    ]
    bare = {path: text for path, text in small_press_room.first().items() if not path.startswith("posts/")}
    usual = {"site/topics.yaml": small_press_room.TOPICS, "site/people.yaml": small_press_room.PEOPLE}
    return [(what, bare | usual | files) for what, files in rooms]


def main():
    proof = support.start(__doc__)
    with support.workshop() as folder:
        folder = pathlib.Path(folder)
        cache = folder / "cache"
        example = folder / "example"
        for part in ("site", "posts"):
            shutil.copytree(proof.root / part, example / part)
        # What the pictures become is no matter of time, and takes most of it.
        settings = (example / "site/site.yaml").read_text()
        if not re.search(r"^photos:", settings, re.MULTILINE):
            (example / "site/site.yaml").write_text(settings + "\nphotos: {derivatives: false, share_cards: false}\n")
        small = support.lay(small_press_room.second(), folder / "small")

        for what, source, now, some in [("the example", example, EXAMPLE_NOW, 10), ("the small press room", small, small_press_room.NOW, 5)]:
            count, faults = check_all(proof, source, cache, now, some if proof.short else 10_000)
            proof.figure(f"{what}, checked at later moments", count, errors=faults)
            count, faults = build_all(proof, source, cache, now, 4 if proof.short else 40, folder)
            proof.figure(f"{what}, built at later moments --against", count, stopped=faults)

        count, faults, refused = 0, [], []
        rooms = running_out()
        for what, room in support.spread(rooms, 8) if proof.short else rooms:
            source = folder / "running-out"
            shutil.rmtree(source, ignore_errors=True)
            support.lay(room, source)
            looked, wrong = check_all(proof, source, cache, small_press_room.NOW, 4 if proof.short else 10_000)
            count += looked
            if looked == 0:
                refused.append(f"{what}: {wrong[0]}")
                continue
            faults += [f"{what}: {each}" for each in wrong]
            if not proof.short:
                built, stopped = build_all(proof, source, cache, small_press_room.NOW, 6, folder)
                count += built
                faults += [f"{what}, built --against: {each}" for each in stopped if not wrong]
        for each in refused:
            print(f"    refused from the start: {each}")
        proof.figure(f"{len(rooms)} press rooms in which something runs out", count, errors=faults)
    proof.end()


main()
