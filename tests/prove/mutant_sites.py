"""Where a program can be made wrong: the places in the sources of generator/ at which one expression or statement of run-time code can be
changed, found in Clang's syntax tree.

Only .cpp files are read; inline functions of headers are left out, and so is generator/main.cpp, which is one call. A place that a constant
expression holds (tables, case labels, template arguments, static_assert …) is counted and not offered: what is computed by the compiler cannot be switched
when the program runs, and most of these are tables of words and rules with tests of their own. Functions that are constexpr are offered: they are changed where they
run. Needs Debian's python3-clang-14.
"""
import dataclasses
import hashlib
import json
import re
import sys

# How the tree is read; part of the digest under which what was found is kept.
VERSION = 4


@dataclasses.dataclass
class Site:
    file: str       # from the repository's root
    line: int
    column: int
    kind: str
    begin: int      # in bytes
    end: int
    before: str
    after: str      # for people
    rewritten: str  # for the compiler; @ON@ asks whether this mutant is on
    number: int = 0

    @property
    def floor(self):
        parts = self.file.split("/")
        return parts[1] if len(parts) > 2 else "build"

    @property
    def place(self):
        return f"{self.file}:{self.line}:{self.column}"

    def __str__(self):
        return f"{self.place}: {self.kind}: {short(self.before)} → {short(self.after)}"


def short(text, most=70):
    text = " ".join(text.split())
    return text if len(text) <= most else text[:most - 1] + "…"


def flat(text):
    """In one line, so that what comes after stays in its line; what holds a comment stays as it is."""
    return text if "//" in text else text.replace("\n", " ")


OTHER_OPERATOR = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "&&": "||", "||": "&&",
                  "+": "-", "-": "+", "*": "/", "/": "*", "+=": "-=", "-=": "+="}
ARITHMETIC = {"+", "-", "*", "/", "+=", "-="}
# What returns {} instead, when the type of what is returned begins so.
EMPTIED = re.compile(r"(const )?(std::(__cxx11::|chrono::)?(basic_string|basic_string_view|vector|map|set|unordered_map|unordered_set|multimap|multiset|deque|list|"
                     r"optional|span|array|pair|tuple|variant|unique_ptr|shared_ptr)|nonstd::|pressrum::\w+$)")
EMPTY_ALREADY = re.compile(r"(\{\}|std::nullopt|nullptr|\"\"|(std::)?\w+(<.*>)?(\(\)|\{\}))$")


class Reader:
    """Reads one source; what it finds lies in `sites` and `constant`, the number of places in constant expressions."""

    def __init__(self, cindex, path, name, evaluated):
        self.kinds = cindex.CursorKind
        self.types = cindex.TypeKind
        self.numbers = {kind for kind in vars(self.types).values() if isinstance(kind, self.types)
                        and kind.name in {"CHAR_U", "UCHAR", "USHORT", "UINT", "ULONG", "ULONGLONG", "CHAR_S", "SCHAR", "SHORT", "INT", "LONG",
                                          "LONGLONG", "FLOAT", "DOUBLE"}}
        self.path = str(path)
        self.name = name
        self.text = path.read_bytes()
        self.evaluated = evaluated  # the names of functions that the compiler calls
        self.sites = {}
        self.constant = 0
        self.reference = False      # the function that is read returns one

    # ------------------------------------------------------------ telling

    def part(self, begin, end):
        return self.text[begin:end].decode()

    def span(self, cursor):
        return cursor.extent.start.offset, cursor.extent.end.offset

    def add(self, fixed, kind, begin, end, after, rewritten, before=None, at=None):
        """before, at: what is told instead of the text, and where that stands."""
        before = before or self.part(begin, end)
        at = begin if at is None else at
        if end <= begin or b"\n#" in self.text[begin:end]:
            return
        if fixed:
            self.constant += 1
            return
        line = self.text.count(b"\n", 0, at) + 1
        column = at - self.text.rfind(b"\n", 0, at)
        self.sites.setdefault((at, end, kind), Site(self.name, line, column, kind, begin, end, before, after, rewritten))

    # ------------------------------------------------------------ walking

    def read(self, unit):
        for cursor in unit.cursor.get_children():
            if cursor.location.file is not None and cursor.location.file.name == self.path:
                self.visit(cursor, None, False, False)

    def visit(self, cursor, parent, fixed, counting):
        """fixed: within a constant expression. counting: the third part of a for, which is left alone, since without it nothing ends."""
        k = self.kinds
        kind = cursor.kind
        begin, end = self.span(cursor)
        children = list(cursor.get_children())
        if kind in (k.VAR_DECL, k.FIELD_DECL):
            head = self.part(begin, cursor.location.offset)
            fixed = fixed or re.search(r"\b(constexpr|constinit)\b", head) is not None or kind == k.FIELD_DECL and cursor.is_bitfield()
        elif kind in (k.ENUM_CONSTANT_DECL, k.STATIC_ASSERT, k.TYPE_ALIAS_DECL, k.TYPEDEF_DECL):
            fixed = True
        elif kind in (k.FUNCTION_DECL, k.CXX_METHOD):
            fixed = fixed or "consteval" in self.part(begin, max(begin, cursor.location.offset))
            self.reference = cursor.result_type.get_canonical().kind == self.types.LVALUEREFERENCE
        elif kind == k.CALL_EXPR:
            fixed = fixed or cursor.spelling in self.evaluated

        self.look(cursor, kind, begin, end, children, parent, fixed, counting)

        constant_if = kind == k.IF_STMT and self.text[begin:begin + 16].replace(b" ", b"").startswith(b"ifconstexpr")
        format_text = kind == k.CALL_EXPR and cursor.spelling in ("format", "format_to", "print")
        third = self.third_of_for(begin, end) if kind == k.FOR_STMT else None
        for index, child in enumerate(children):
            start = child.extent.start.offset
            within = fixed or constant_if and index == 0 or kind == k.CASE_STMT and index == 0
            within = within or format_text and self.text[start:start + 1] == b'"'
            self.visit(child, cursor, within, counting or third is not None and third[0] <= start < third[1])

    def look(self, cursor, kind, begin, end, children, parent, fixed, counting):
        k = self.kinds
        if kind in (k.BINARY_OPERATOR, k.CALL_EXPR, k.COMPOUND_ASSIGNMENT_OPERATOR) and not counting:
            self.operator(cursor, kind, children, fixed)
        if kind == k.INTEGER_LITERAL:
            text = self.part(begin, end)
            if re.fullmatch(r"(0[xX][0-9a-fA-F']+|\d[\d']*)[uUlLzZ]*", text) and not counting:
                after = self.text[end:end + 1]
                template = after == b">" and (parent is None or parent.kind != k.BINARY_OPERATOR)
                self.add(fixed or template, "number", begin, end, f"{text} + 1", f"(@ON@ ? {text} + 1 : {text})")
        elif kind == k.CXX_BOOL_LITERAL_EXPR:
            text = self.part(begin, end)
            if text in ("true", "false"):
                self.add(fixed, "bool", begin, end, "false" if text == "true" else "true", "(!@ON@)" if text == "true" else "(@ON@)")
        elif kind == k.STRING_LITERAL:
            text = self.part(begin, end)
            if text.startswith(('"', 'R"')) and text.endswith('"') and text != '""' and self.text[end:end + 1] not in (b"s", b"_"):
                self.add(fixed, "text", begin, end, '""', f'(@ON@ ? "" : {text})')
        elif kind == k.UNARY_OPERATOR:
            text = self.part(begin, end)
            if text.startswith("!") and not text.startswith("!="):  # which the compiler may make of ==
                self.add(fixed, "not", begin, end, text[1:], f"(@ON@ != ({text}))")
        elif kind in (k.IF_STMT, k.WHILE_STMT):
            self.condition(cursor, begin, children, fixed)
        elif kind == k.CONDITIONAL_OPERATOR and children:
            self.negate(*self.span(children[0]), fixed)
        elif kind in (k.CONTINUE_STMT, k.BREAK_STMT):
            after = self.semicolon(end)
            if after is not None:
                word = self.part(begin, end)
                self.add(fixed, word, begin, after, "", f"{{ if (!@ON@) {word}; }}")
        elif kind == k.RETURN_STMT and children:
            self.returned(children[0], begin, end, fixed)
        if parent is not None and kind.is_expression() and not counting and self.stands_alone(cursor, parent, end):
            text = self.part(begin, end)
            self.add(fixed, "statement", begin, end, "", f"(@ON@ ? void() : static_cast<void>({text}))")

    # ------------------------------------------------------------ kinds

    def operator(self, cursor, kind, children, fixed):
        k = self.kinds
        if kind == k.CALL_EXPR:
            if not cursor.spelling.startswith("operator"):
                return
            children = [each for each in cursor.get_arguments() if each is not None]
        if len(children) != 2:
            return
        (begin, middle), (other, end) = sorted(self.span(each) for each in children)
        sign = self.part(middle, other).strip()
        if sign not in OTHER_OPERATOR:
            return
        if sign in ARITHMETIC and not (self.is_number(children[0]) and self.is_number(children[1])):
            return
        left, right, instead = self.part(begin, middle), self.part(other, end), OTHER_OPERATOR[sign]
        same, changed = (f"({left}) {each} ({right})" for each in (sign, instead))
        changed = flat(changed)
        told, instead = (f"{short(left[::-1], 30)[::-1]} {each} {short(right, 30)}" for each in (sign, instead))
        at = middle + len(self.text[middle:other]) - len(self.text[middle:other].lstrip())
        self.add(fixed, "operator", begin, end, instead, f"(@ON@ ? ({changed}) : ({same}))", told, at)

    def is_number(self, cursor):
        return cursor.type.get_canonical().kind in self.numbers

    def condition(self, cursor, begin, children, fixed):
        """The last part in the parentheses after if or while, unless it is a declaration."""
        opened = self.text.find(b"(", begin)
        if b"constexpr" in self.text[begin:opened]:
            return
        inner = [each for each in children if each.kind.is_expression()]
        body = children[-1] if children else None
        for each in inner:
            first, last = self.span(each)
            after = self.text[last:last + 80].lstrip()
            if each != body and first > opened and after.startswith(b")") and self.text[opened + 1:first].strip()[-1:] in (b"", b";"):
                self.negate(first, last, fixed)
                return

    def negate(self, begin, end, fixed):
        text = self.part(begin, end)
        # These are changed to the same by another kind.
        if (text.startswith("!") and re.fullmatch(r"![\w.:>()\[\]-]*", text)) or re.fullmatch(r"[^&|?<>]* [!=]= [^&|?<>]*", text):
            return
        self.add(fixed, "condition", begin, end, f"!({text})", f"(@ON@ != static_cast<bool>({text}))")

    def returned(self, child, begin, end, fixed):
        after = self.semicolon(end)
        first, last = self.span(child)
        text = self.part(first, last)
        kind = child.type.get_canonical().kind
        if kind == self.types.BOOL:
            if text not in ("true", "false"):
                self.negate_returned(first, last, text, fixed)
        elif kind in self.numbers:
            self.add(fixed, "return", first, last, f"{text} + 1", f"(@ON@ ? ({flat(text)}) + 1 : ({text}))")
        elif after is not None and not self.reference and EMPTIED.match(child.type.get_canonical().spelling) and not EMPTY_ALREADY.fullmatch(text):
            self.add(fixed, "return", begin, after, "return {};", f"{{ if (@ON@) return {{}}; {self.part(begin, after)} }}")

    def negate_returned(self, begin, end, text, fixed):
        if not re.fullmatch(r"[^&|?<>]* [!=]= [^&|?<>]*|![\w.:>()\[\]-]*", text):
            self.add(fixed, "return", begin, end, f"!({text})", f"(@ON@ != static_cast<bool>({text}))")

    def stands_alone(self, cursor, parent, end):
        """A statement by itself: in a block, or as the whole body of an if, a loop or a label."""
        k = self.kinds
        if parent.kind not in (k.COMPOUND_STMT, k.IF_STMT, k.FOR_STMT, k.CXX_FOR_RANGE_STMT, k.WHILE_STMT, k.CASE_STMT, k.DEFAULT_STMT):
            return False
        if self.semicolon(end) is None:
            return False
        if parent.kind in (k.COMPOUND_STMT, k.DEFAULT_STMT):
            return True
        # A body stands after the parenthesis, or after else; a condition within it.
        before = self.text[:cursor.extent.start.offset].rstrip()
        return before.endswith((b")", b"else")) or parent.kind == k.CASE_STMT and before.endswith(b":")

    def semicolon(self, end):
        """The end of a statement with its semicolon."""
        found = re.compile(rb"\s*;").match(self.text, end)
        return found.end() if found else None

    def third_of_for(self, begin, end):
        """The range of what a for does after each round."""
        depth, at, semicolons = 0, self.text.find(b"(", begin), []
        for place in range(at, end):
            byte = self.text[place:place + 1]
            depth += (byte in b"([{") - (byte in b")]}")
            if byte == b";" and depth == 1:
                semicolons.append(place)
            if depth == 0:
                return (semicolons[1], place) if len(semicolons) == 2 else None
        return None


# ---------------------------------------------------------------- all of it


def options(build, copy, root):
    """File → the options that matter for reading it, from the compiler's own commands about the copy."""
    found = {}
    for each in json.loads((build / "compile_commands.json").read_text().replace(f"{copy}/", f"{root}/")):
        words = each["command"].split()
        kept = []
        for index, word in enumerate(words):
            if word == "-isystem":
                kept += [word, words[index + 1]]
            elif word.startswith(("-I", "-D", "-std")):
                kept.append(word.replace('\\"', '"'))
        found.setdefault(each["file"], kept)
    return found


def is_only_for_speed(site):
    """Without it the program does the same."""
    return site.kind == "statement" and re.search(r"\b(reserve|shrink_to_fit)\(", site.before) is not None


def find(root, copy, build, cache, say):
    """(all sites, floor → number of places in constant expressions), of the sources below `root`/generator; `build` knows how those of the copy
    are compiled. What is found is kept in the file `cache`, since reading takes minutes."""
    generator = root / "generator"
    headers = sorted(generator.rglob("*.hpp"))
    evaluated = set()
    digest = hashlib.sha256(str(VERSION).encode())
    for header in headers:
        text = header.read_bytes()
        digest.update(text)
        evaluated.update(re.findall(r"consteval [^;{(]*?(\w+)\(", text.decode()))
    known = json.loads(cache.read_text()) if cache.is_file() else {}
    fresh, sites, constant = {}, [], {}
    waiting = [path for path in sorted(generator.rglob("*.cpp")) if path != generator / "main.cpp"]
    reading, read = None, 0
    for path in waiting:
        name = str(path.relative_to(root))
        own = hashlib.sha256(digest.digest() + path.read_bytes()).hexdigest()
        entry = known.get(name)
        if entry is None or entry["digest"] != own:
            if reading is None:
                say("reading the syntax trees")
                reading = Parser(generator, options(build, copy, root), headers, cache.parent)
            reader = reading.read(path, name, evaluated)
            entry = {"digest": own, "constant": reader.constant, "sites": [dataclasses.asdict(each) for each in reader.sites.values()]}
            known[name] = entry
            read += 1
            if read % 20 == 0:
                cache.write_text(json.dumps(known))  # it takes minutes, and may be ended
        fresh[name] = entry
        sites += [site for site in (Site(**each) for each in entry["sites"]) if not is_only_for_speed(site)]
        floor = Site(name, 0, 0, "", 0, 0, "", "", "").floor
        constant[floor] = constant.get(floor, 0) + entry["constant"]
    cache.write_text(json.dumps(fresh))
    return sites, constant


class Parser:
    """libclang, with all of the project's headers read once and for all."""

    def __init__(self, generator, options, headers, folder):
        from clang import cindex
        self.cindex = cindex
        self.index = cindex.Index.create()
        self.options = options
        own = [header for header in headers if "photos" not in header.parts]
        common = folder / "headers.hpp"
        lines = [f"#include <{each}>" for each in ("algorithm", "chrono", "filesystem", "functional", "map", "regex", "nlohmann/json.hpp", "fmt/format.h")]
        common.write_text("\n".join(lines + [f'#include "{header.relative_to(generator)}"' for header in own]) + "\n")
        self.usual = next(words for file, words in self.options.items() if file.endswith("generator/build.cpp"))
        self.precompiled = folder / "headers.pch"
        if self.precompiled.is_file() and all(header.stat().st_mtime < self.precompiled.stat().st_mtime for header in headers):
            return
        self.precompiled.unlink(missing_ok=True)
        unit = self.index.parse(str(common), ["-x", "c++-header", *self.usual], options=cindex.TranslationUnit.PARSE_INCOMPLETE)
        if not [each for each in unit.diagnostics if each.severity >= each.Error]:
            unit.save(str(self.precompiled))

    def read(self, path, name, evaluated):
        words = self.options[str(path)]
        unit, faults = None, True
        # The program for pictures is compiled without some of the options, and gets no such headers.
        if set(self.usual) <= set(words) and self.precompiled.is_file():
            unit, faults = self.parse(path, ["-include-pch", str(self.precompiled), *words])
        if faults:  # or a name is two things when all headers are there
            unit, faults = self.parse(path, words)
        if faults:
            sys.exit(f"{name} cannot be read: {faults[0]}")
        reader = Reader(self.cindex, path, name, evaluated)
        reader.read(unit)
        return reader

    def parse(self, path, words):
        try:
            unit = self.index.parse(str(path), words)
        except self.cindex.TranslationUnitLoadError as error:
            return None, [error]
        return unit, [each for each in unit.diagnostics if each.severity >= each.Error and str(each.location.file) == str(path)]
