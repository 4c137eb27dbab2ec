"""Everything that is published, read back by the rules of its formats.

What is found: `items`, the structure (element and attribute, property of which component, key below which key); `faults`, what breaks a format or
acts in a browser; `texts`, the texts that hold a word such as q12q, decoded. HTML is read by html.parser, or as browsers do by html5lib.
Needs python3-icalendar.
"""
import collections
import html.parser
import json
import re
import xml.etree.ElementTree as ElementTree

import icalendar

ACTIVE = {"iframe", "object", "embed", "applet", "base", "frame", "frameset", "form", "style", "noscript", "template", "textarea", "marquee"}
HARMLESS_SCHEMES = {"http", "https", "mailto", "tel", "webcal", "xmpp"}
ADDRESS = {"href", "src", "action", "formaction", "poster", "data", "cite", "background", "xlink:href"}


class Page(html.parser.HTMLParser):
    """A page as a sequence: start(tag, attributes), text. Both readers call the same two functions of Reading."""

    def __init__(self, reading):
        super().__init__()
        self.reading, self.script = reading, None

    def handle_starttag(self, tag, attributes):
        self.reading.element(tag, dict(attributes))
        self.script = tag if tag in ("script", "style") else None

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        self.script = None

    def handle_data(self, data):
        self.reading.script(data) if self.script else self.reading.text(data)

    def handle_comment(self, data):
        self.reading.items.add(("html", "<!--"))


def read_html_as_browsers(text, reading):
    import html5lib
    walker = html5lib.getTreeWalker("etree")
    script = False
    for token in walker(html5lib.parse(text, treebuilder="etree")):
        kind = token["type"]
        if kind in ("StartTag", "EmptyTag"):
            reading.element(token["name"], {name: value for (_, name), value in token["data"].items()})
            script = token["name"] in ("script", "style") and kind == "StartTag"
        elif kind == "EndTag":
            script = False
        elif kind in ("Characters", "SpaceCharacters"):
            reading.script(token["data"]) if script else reading.text(token["data"])
        elif kind == "Comment":
            reading.items.add(("html", "<!--"))


class Reading:
    def __init__(self, as_browsers):
        self.as_browsers = as_browsers
        self.items = set()  # (format, element or property, attribute …)
        self.where = {}     # item → the first file that has it
        self.faults = []
        self.texts = collections.defaultdict(list)  # word → texts that hold it

    def site(self, files):
        for path, content in sorted(files.items()):
            known = set(self.items)
            self.path, self.parts = path, []
            try:
                self.file(path, content)
            except (UnicodeDecodeError, ValueError, ElementTree.ParseError, KeyError) as error:
                self.faults.append(f"{path}: {error}")
            self.keep("".join(self.parts))
            self.where |= {item: path for item in self.items - known}
        return self

    def keep(self, text):
        for token in set(re.findall(r"q\d+q", text)):
            self.texts[token].append(text)

    def file(self, path, content):
        ending = path.rpartition(".")[2]
        if ending == "html":
            self.html(content.decode())
        elif ending in ("xml", "svg"):
            self.xml(content)
        elif ending == "json":
            self.json(json.loads(content.decode()), ending)
        elif ending == "ics":
            self.calendar(content)
        elif ending == "css":
            self.css(content.decode())
        elif path in ("_redirects", "_headers", "robots.txt"):
            self.lines(path, content.decode())
        else:
            return  # pictures, and what is given for download as it is

    # ------------------------------------------------------------ HTML

    def html(self, text):
        if self.as_browsers:
            read_html_as_browsers(text, self)
        else:
            page = Page(self)
            page.feed(text)
            page.close()

    def element(self, tag, attributes):
        self.items |= {("html", tag, name) for name in attributes} or {("html", tag)}
        if tag in ACTIVE:
            self.faults.append(f"{self.path}: <{tag}>")
        self.kind = attributes.get("type")
        if tag == "script" and self.kind != "application/ld+json" and not (attributes.get("src") or "").startswith("/"):
            self.faults.append(f"{self.path}: a script from {attributes.get('src')}")
        if tag == "meta" and (attributes.get("http-equiv") or "").lower() == "refresh":
            self.address(attributes.get("content", "").partition("url=")[2])
        for name, value in attributes.items():
            if name.startswith("on") or name == "srcdoc" or name == "style":
                self.faults.append(f"{self.path}: <{tag} {name}>")
            if name in ADDRESS:
                self.address(value or "")
            self.keep(value or "")

    def address(self, value):
        scheme = re.match(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*)\s*:", re.sub(r"[\x00-\x20]", "", value))
        if scheme and scheme[1].lower() not in HARMLESS_SCHEMES:
            self.faults.append(f"{self.path}: the address {value[:80]!r}")
        if value.startswith(("//", "\\")):
            self.faults.append(f"{self.path}: the address {value[:80]!r} of another host")

    def text(self, data):
        self.parts.append(data)

    def script(self, data):
        if self.kind == "application/ld+json":
            self.json(json.loads(data), "ld+json")
        elif data.strip():
            self.faults.append(f"{self.path}: a script or style within the page: {data.strip()[:60]}")

    # ------------------------------------------------------------ XML, JSON

    def xml(self, content):
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            self.items.add(("xml", "<!DOCTYPE or the words"))
        root = ElementTree.fromstring(content)
        for element in root.iter():
            self.items |= {("xml", element.tag, name) for name in element.attrib} or {("xml", element.tag)}
            for name, value in element.attrib.items():
                self.keep(value)
                if name in ADDRESS or name in ("url", "rel"):
                    self.address(value)
            for text in (element.text, element.tail):
                self.keep(text or "")
        # What readers take for HTML: the full text, and an item's description (RSS Best Practices Profile); a channel's is plain text.
        atom = "{http://www.w3.org/2005/Atom}content"
        full = "{http://purl.org/rss/1.0/modules/content/}encoded"
        for content in [*root.iter(full), *root.findall("channel/item/description"), *(each for each in root.iter(atom) if each.get("type") == "html")]:
            self.html(content.text or "")
            self.keep("".join(self.parts))
            self.parts = []

    def json(self, value, above):
        if isinstance(value, dict):
            for key, each in value.items():
                self.items.add(("json", above, key))
                if key == "content_html" or key == "body_xhtml":
                    self.html(each)
                    self.keep("".join(self.parts))
                    self.parts = []
                elif key in ("url", "@id", "href", "contentUrl", "address") and isinstance(each, str) and ":" in each and " " not in each:
                    self.address(each)
                if key == "@type":
                    self.items.add(("json", "@type", str(each)))
                self.json(each, key)
        elif isinstance(value, list):
            for each in value:
                self.json(each, above)
        elif isinstance(value, str):
            self.keep(value)

    # ------------------------------------------------------------ calendars, lines, style

    def calendar(self, content):
        icalendar.Calendar.from_ical(content)
        if not content.endswith(b"\r\n") or b"\n" in content.replace(b"\r\n", b"") or b"\r" in content.replace(b"\r\n", b""):
            self.faults.append(f"{self.path}: a line does not end with CRLF")
        if long := [line for line in content.split(b"\r\n") if len(line) > 75]:
            self.faults.append(f"{self.path}: a line has more than 75 octets: {long[0][:40]}")
        if re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", content):
            self.faults.append(f"{self.path}: a control character")
        for line in content.split(b"\r\n"):
            line.decode()  # no letter is cut in two
        component = []
        for line in content.decode().replace("\r\n ", "").split("\r\n")[:-1]:
            found = re.match(r'([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)', line, re.DOTALL)
            if not found:
                self.faults.append(f"{self.path}: no property: {line[:60]}")
                continue
            name, parameters, value = found.groups()
            if name == "BEGIN":
                component.append(value)
            elif name == "END" and component[-1:] != [value]:
                self.faults.append(f"{self.path}: END:{value} within {component}")
            elif name == "END":
                component.pop()
            self.items.add(("ics", "/".join(component), name, *re.findall(r";([A-Z0-9-]+)=", parameters)))
            self.keep(re.sub(r"\\(.)", lambda escaped: "\n" if escaped[1] in "nN" else escaped[1], value))
            self.keep(parameters)

    def lines(self, path, text):
        for line in text.split("\n"):
            # An alias is a line of three words; elsewhere a line is a name and what it says, or an address.
            self.items.add((path, re.sub(r"\S+", "x", line) if path == "_redirects" else line.partition(":")[0].strip()))
            self.keep(line)

    def css(self, text):
        text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
        in_quotation_marks = r'"((?:[^"\\\n]|\\.)*)"'
        self.items.add(("css", self.path, f"{len(re.findall('[{}]', re.sub(in_quotation_marks, '', text)))} brackets"))
        for each in re.findall(in_quotation_marks, text):
            self.keep(re.sub(r"\\([0-9a-fA-F]{1,6}) ?|\\(.)", lambda escaped: chr(int(escaped[1], 16)) if escaped[1] else escaped[2], each))
