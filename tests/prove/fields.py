"""The program's own tables of fields, as `pressrum schema --format markdown` prints them, and a valid document for each field in them.

A field that is new in the program is in the tables, and thereby here: its example makes the document. What an example alone does not make
valid (a quotation must stand in the text) is written under BESIDE; a field that needs more says so when its own example is no valid document.
"""
import dataclasses
import re

import support


@dataclasses.dataclass(frozen=True)
class Field:
    record: str    # post, event, site …
    key: str
    value: str     # "text", "a web address" …; of a record its name
    shape: str     # one, list, keyed
    is_record: bool
    required: bool
    example: str   # YAML

    @property
    def name(self):
        return f"{self.record}.{self.key}"


def tables(proof):
    """Record → its fields."""
    done = support.run([str(proof.binary), "schema", "--format", "markdown", "--messages", "en"])
    records = {}
    for line in done.stdout.splitlines():
        if line.startswith("## "):
            record = line[3:]
            records[record] = []
        elif line.startswith("| `"):
            key, _, value, required, example = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            example = re.sub(r"\\([\[\]!|*_<>#])", r"\1", example.strip("`").partition(": ")[2])
            shape = "list" if value.startswith("list: ") else "keyed" if value.startswith("names of your own") else "one"
            value = value.partition(": ")[2] if shape != "one" else value
            named = re.fullmatch(r"\[.*\]\(#(.*)\)", value)
            records[record].append(Field(record, key.strip("`"), named[1] if named else value, shape, bool(named), required.startswith("yes"), example))
    return records


def chains(records, record, above=()):
    """Every way from a record down to a field that holds a value: (event, registration, note)."""
    for field in records[record]:
        if not field.is_record:
            yield (*above, field)
        elif field.value not in [each.value for each in above]:
            yield from chains(records, field.value, (*above, field))


# ---------------------------------------------------------------- documents


class Plain(str):
    """YAML as it stands, an example of the tables."""


# What must stand beside a field (record.key), or in a record, besides what is required: further fields of the record.
BESIDE = {
    "quote.role": {"name": Plain("Maria Ek")},
    "quote.party": {"name": Plain("Maria Ek")},
    "quote.organization": {"name": Plain("Maria Ek")},
    "quote.text": {"name": Plain("Maria Ek")},
    "quote.id": {"name": Plain("Maria Ek")},
    "quote.approved": {"name": Plain("Maria Ek")},
    "event.previous_start": {"status": Plain("moved")},
    "repeat.on": {"count": Plain("6")},
    "post.expired": {"expires": Plain("2099-01-31T23:59")},
    "person.role_names": {"role": Plain("kommundirektör")},
    "statement": {"url": Plain("https://www.ekinge.example/tyck-till")},
    "person.party": {"role": Plain("kommundirektör")},
}
# Examples that are right in a press room but not in ours.
EXAMPLES = {
    "photo.src": "torget.png", "photo.credit": "Nora Brink", "portrait.credit": "Nora Brink",
    "portrait.src": "karin-alm.png",
    "attachment.src": "karta.csv",
    "moved.date": "2024-05-14", "moved.start": "2024-05-15T18:00", "moved.end": "2024-05-15T19:30",
    "attachment.description": "Kartan visar området.",
    "person.organization": "Polisen", "role.organization": "Polisen",
    "statement.issues": "Något saknas.",
    "site.rules": "{words/avoid: off}", "site.words_to_avoid": "{avseende: om}",
}


def example(field):
    """What the tables offer as a value, as YAML."""
    given = Plain(EXAMPLES.get(field.name) or field.example or "Ord")
    return [given] if field.shape == "list" and not given.startswith("[") else given


def smallest(records, record):
    """A record with nothing but what is required."""
    return {field.key: smallest(records, field.value) if field.is_record else example(field) for field in records[record] if field.required}


def document(records, chain, value=None):
    """The smallest record in which the last field of the chain has the value, or its example."""
    field, *below = chain
    if below:
        made = document(records, below, value)
    else:
        made = example(field) if value is None else value
    if below or value is not None:
        made = [made] if field.shape == "list" else {own_key(field): made} if field.shape == "keyed" else made
    return smallest(records, field.record) | BESIDE.get(field.record, {}) | BESIDE.get(field.name, {}) | {field.key: made}


def own_key(field):
    """A key of the writer's own: the one of the example, a language, or a key that our press room has."""
    written = re.match(r"\{([^:]+):", example(field))
    return written[1] if written else "en" if field.value == "translation" else "press"


def yaml(tree, indent=0):
    """Our trees as YAML: values between single quotation marks, or as a block when they have lines."""
    margin = " " * indent
    lines = []
    for key, value in tree.items():
        if isinstance(value, dict):
            lines += [f"{margin}{key}:", yaml(value, indent + 2)]
        elif isinstance(value, list):
            lines.append(f"{margin}{key}:")
            for each in value:
                if isinstance(each, dict):
                    lines.append(f"{margin}  - " + yaml(each, indent + 4).lstrip(" "))
                else:
                    lines.append(f"{margin}  - {scalar(each, indent + 4)}")
        else:
            lines.append(f"{margin}{key}: {scalar(value, indent + 2)}")
    return "\n".join(lines)


def scalar(value, indent):
    if isinstance(value, Plain):
        return value
    if "\n" in value:
        return "|-\n" + "\n".join(" " * indent + line for line in value.split("\n"))
    return "'" + value.replace("'", "''") + "'"
