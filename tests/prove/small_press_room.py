"""The press room of invented Lillby, small enough to be built hundreds of times: as it was first, and as it became.

Between the two something of each sort happens: a post is new, changed, gone; a month begins and a month ends; an attachment is new,
changed, gone; a topic, an area, a page and a person come and go; a meeting is moved.
"""
import support

SITE = "https://press.lillby.example/"
NOW = "2026-06-15T12:00"

SETTINGS = """\
title: Pressrum Lillby
base_url: https://press.lillby.example/
language: sv
timezone: Europe/Stockholm
description: Nyheter från Lillby kommun.
organization:
  name: Lillby kommun
  about: Lillby har 900 invånare.
  email: kommun@lillby.example
licenses:
  press: {name: Fri pressbild, terms: Fotografen ska anges.}
photos: {share_cards: false}
feeds: {items: 5}
"""

PEOPLE = """\
anna-berg:
  name: Anna Berg
  role: kommunalråd
  party: C
  portrait: {src: anna.png, alt: Anna Berg i grön kavaj., credit: Maria Ek}
press:
  name: Presstjänsten
  email: press@lillby.example
  phone: 0980-31 92 00
  contact: true
"""

BO = """\
bo-dahl:
  name: Bo Dahl
  role: rektor
"""

TOPICS = """\
topics:
  skola: Skola
  vatten: Vatten
areas:
  hamnen: Hamnen
"""


def post(title, published, *fields, text="Mer finns att läsa hos kommunen."):
    return "\n".join(["---", f"title: {title}", f"published: {published}", *fields, "---", text, ""])


STATEMENT = "– Vi börjar {when}, säger kommunalrådet Anna Berg (C)."
MEETING = """\
events:
  - id: motet
    title: Möte om hamnen
    start: {start}
    location: Hamnboden"""


def first():
    return {
        "site/site.yaml": SETTINGS,
        "site/people.yaml": PEOPLE,
        "site/topics.yaml": TOPICS + "  udden: Udden\n",
        "site/pages/om.md": "---\ntitle: Om pressrummet\n---\nSå når du oss.\n",
        "site/pages/gammal-sida.md": "---\ntitle: En sida som tas bort\n---\nSnart borta.\n",
        "site/assets/photos/anna.png": support.picture((30, 90, 60)),
        "posts/2025/12/julen.md": post("Julen i Lillby", "2025-12-10T10:00", "topics: [skola]"),
        "posts/2026/01/skolan.md": post("Skolan får en ny sal", "2026-01-12T10:00", "topics: [skola]", "contacts: [press]",
                                        text=STATEMENT.format(when="i mars")),
        "posts/2026/01/vattnet.md": post("Vattnet stängs av", "2026-01-20T10:00", "topics: [vatten]"),
        "posts/2026/02/isen.md": post("Isen bär inte", "2026-02-03T10:00", "areas: [hamnen]"),
        "posts/2026/02/biblioteket.md": post("Biblioteket stänger tidigt", "2026-02-14T10:00"),
        # The only post of its month: with it the month goes.
        "posts/2026/03/udden.md": post("Udden städas", "2026-03-05T10:00", "areas: [udden]", "aliases: [/udden-nu/]"),
        "posts/2026/04/hamnen/index.md": post("Hamnen byggs om", "2026-04-08T10:00", "topics: [vatten]", "areas: [hamnen]",
                                              "attachments:\n  - {src: karta.csv, title: Karta}\n  - {src: plan.csv, title: Plan}",
                                              MEETING.format(start="2026-06-20T18:00"), text=STATEMENT.format(when="i maj")),
        "posts/2026/04/hamnen/karta.csv": "nord,syd\n1,2\n",
        "posts/2026/04/hamnen/plan.csv": "maj,juni\n1,2\n",
        "posts/2026/04/fisken.md": post("Fisken är tillbaka", "2026-04-20T10:00", "topics: [vatten]"),
        "posts/2026/05/bron.md": post("Bron målas", "2026-05-02T10:00", "areas: [hamnen]",
                                      "photo: {src: bron.png, alt: Bron i sol., credit: Nora Brink, license: press}"),
        "posts/2026/05/bron.png": support.picture((180, 40, 40)),
        "posts/2026/05/budgeten.md": post("Budgeten är klar", "2026-05-12T10:00"),
        "posts/2026/05/tas-bort.md": post("Det här blev inte av", "2026-05-20T10:00", "topics: [skola]"),
        "posts/2026/05/cykeln.md": post("Cykla till skolan", "2026-05-28T10:00", "topics: [skola]"),
    }


def second():
    room = first()
    for gone in ["posts/2026/03/udden.md", "posts/2026/05/tas-bort.md", "posts/2026/04/hamnen/plan.csv", "site/pages/gammal-sida.md",
                 "posts/2026/02/biblioteket.md"]:
        del room[gone]
    room |= {
        "site/people.yaml": PEOPLE + BO,
        "site/topics.yaml": TOPICS.replace("areas:", "  sommar: Sommar\nareas:"),
        "site/pages/ny-sida.md": "---\ntitle: En ny sida\n---\nLäs också [om pressrummet](/om/).\n",
        "posts/2026/04/hamnen/index.md": post("Hamnen byggs om", "2026-04-08T10:00", "topics: [vatten]", "areas: [hamnen]",
                                              "attachments:\n  - {src: karta.csv, title: Karta}\n  - {src: tider.csv, title: Tider}",
                                              MEETING.format(start="2026-06-27T18:00") + "\n    status: moved\n    previous_start: 2026-06-20T18:00",
                                              "changes:\n  - {at: 2026-06-10T09:00, kind: moved, event: motet, note: Mötet flyttas en vecka.}",
                                              text=STATEMENT.format(when="i maj")),
        "posts/2026/04/hamnen/karta.csv": "nord,syd\n3,4\n",
        "posts/2026/04/hamnen/tider.csv": "07,19\n",
        "posts/2026/05/bron.png": support.picture((40, 40, 180)),
        "posts/2026/05/budgeten.md": post("Budgeten är klar", "2026-05-12T10:00", "changes:\n  - {at: 2026-06-01T09:00, kind: correction, note: Summan var fel.}",
                                          text="Budgeten är på 61 miljoner kronor."),
        # A month that was not there.
        "posts/2026/06/sommaren.md": post("Sommaren börjar", "2026-06-08T10:00", "topics: [sommar, skola]",
                                          text="Läs om [hamnen](/2026/04/hamnen/).\n\n– Vi ses i höst, säger rektorn Bo Dahl."),
        "posts/2026/06/badet.md": post("Badet öppnar", "2026-06-12T10:00", "areas: [hamnen]", "aliases: [/bada/]", text=STATEMENT.format(when="nu")),
    }
    return room
