#include "read/yaml/yaml.hpp"

#include "model/rules.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace pressrum;

namespace {

// A tree on one line: {title: Möte, topics: [a, b]}; a text in quotation marks or a block keeps marks, a missing value is (none).
std::string to_debug_text(const YamlNode& node) {
    std::string out;
    switch (node.kind) {
        case YamlNode::Kind::null: return "(none)";
        case YamlNode::Kind::scalar: return node.quoted ? '"' + node.text + '"' : node.text;
        case YamlNode::Kind::sequence:
            for (const YamlNode& item : node.items) out += (out.empty() ? "" : ", ") + to_debug_text(item);
            return '[' + out + ']';
        case YamlNode::Kind::mapping:
            for (const YamlEntry& entry : node.entries) out += (out.empty() ? "" : ", ") + entry.key + ": " + to_debug_text(entry.value);
            return '{' + out + '}';
    }
    return out;
}

struct Reading {
    Sources sources;
    Diagnostics diagnostics;
    std::optional<YamlNode> tree;

    explicit Reading(const std::string& text) : Reading(text, 0, text.size()) {}
    Reading(const std::string& text, std::size_t begin, std::size_t end) {
        sources.add("post.md", text);
        tree = read_yaml(sources, {0, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, diagnostics);
    }
    std::string shown() const { return tree ? to_debug_text(*tree) : "-"; }
    std::string written(const YamlNode& node) const { return std::string(sources.text(node.at)); }
};

// "2:7 yaml/hash [Skola #1] -> "Skola #1"", one a line: where, which rule, what stands there, what to write instead.
std::string to_debug_text(const Reading& reading) {
    std::string out;
    for (const Diagnostic& d : reading.diagnostics.all()) {
        const Position at = reading.sources[0].position(d.at.begin);
        out += (out.empty() ? "" : "\n") + std::to_string(at.line) + ':' + std::to_string(at.column) + ' ' + std::string(d.rule->id) +
               " [" + std::string(reading.sources.text(d.at)) + ']' + (d.suggestion.empty() ? "" : " -> " + d.suggestion);
    }
    return out;
}

struct Case {
    std::string yaml;
    std::string tree;  // "-": nothing
    std::string messages;
};

void check(const std::vector<Case>& cases) {
    for (const Case& c : cases) {
        INFO(c.yaml);
        const Reading reading(c.yaml);
        CHECK(reading.shown() == c.tree);
        CHECK(to_debug_text(reading) == c.messages);
    }
}

// --- the faults, by what the writer did -----------------------------------------------------------------------------------------

const std::vector<Case> kLostText = {
    {"title: #trygghet\n", "{title: #trygghet}", "1:8 yaml/hash [#trygghet] -> \"#trygghet\""},
    {"color: #1a5c38\nlead: x\n", "{color: #1a5c38, lead: x}", "1:8 yaml/hash [#1a5c38] -> \"#1a5c38\""},
    {"title: Skola #1\n", "{title: Skola}", "1:8 yaml/hash [Skola #1] -> \"Skola #1\""},
    {"title: Skola\t#1\n", "{title: Skola}", "1:8 yaml/hash [Skola\t#1] -> \"Skola\t#1\""},
    {"title: Skola # 1\n", "{title: Skola}", "1:8 yaml/comment-close [Skola # 1] -> \"Skola # 1\""},
    {"title: \"Skola\" #1\n", "{title: \"Skola\"}", "1:16 yaml/hash [#1]"},
    {"topics: [a] #b\n", "{topics: [a]}", "1:13 yaml/hash [#b]"},
    {"title: Skola ##\n", "{title: Skola}", "1:8 yaml/comment-close [Skola ##] -> \"Skola ##\""},
    {"topics: [a]# b\n", "{topics: [a]}", "1:12 yaml/hash [# b]"},
    {"topics: [a, #b]\nlead: x\n", "-", "1:13 yaml/hash [#b] -> \"#b\""},
    {"topics:\n  - #a\n  - b\n", "{topics: [#a, b]}", "2:5 yaml/hash [#a] -> \"#a\""},
    {"title: #trygghet\n  är viktigt\n", "{title: är viktigt}", "1:8 yaml/hash [#trygghet]"},
    {"lead: Vi bygger\n  #trygghet\n", "{lead: Vi bygger}", "2:3 yaml/hash [#trygghet]"},
    {"lead: Vi bygger\n  #trygghet\n  i stan\n", "-", "2:3 yaml/hash [#trygghet]"},
    {"lead: Vi # bygger\n  en skola\n", "-", "1:7 yaml/hash [Vi # bygger]"},
    {"lead: Vi #bygger\n  en skola\n", "-", "1:7 yaml/hash [Vi #bygger]"},
    {"lead: |\n    Vi bygger\n  # en skola\n", "{lead: \"Vi bygger\n\"}", "3:3 yaml/hash [# en skola]"},
};

const std::vector<Case> kCharacterThatMeansSomething = {
    {"title: !Viktigt besked\n", "{title: !Viktigt besked}", "1:8 yaml/start-character [!Viktigt besked] -> \"!Viktigt besked\""},
    {"title: !Viktigt\n", "{title: !Viktigt}", "1:8 yaml/start-character [!Viktigt] -> \"!Viktigt\""},
    {"title: !Viktigt! besked\n", "-", "1:8 yaml/start-character [!Viktigt! besked] -> \"!Viktigt! besked\""},
    {"title: &Co AB\n", "{title: &Co AB}", "1:8 yaml/start-character [&Co AB] -> \"&Co AB\""},
    {"title: & Co\n", "-", "1:8 yaml/start-character [& Co] -> \"& Co\""},
    {"title: &Co\nlead: x\n", "{title: &Co, lead: x}", "1:8 yaml/start-character [&Co] -> \"&Co\""},
    {"title: *viktigt*\n", "-", "1:8 yaml/start-character [*viktigt*] -> \"*viktigt*\""},
    {"title: @ekinge  # konto\n", "-", "1:8 yaml/start-character [@ekinge] -> \"@ekinge\""},
    {"title: `kod`\n", "-", "1:8 yaml/start-character [`kod`] -> \"`kod`\""},
    {"title: %-satsen\n", "-", "1:8 yaml/start-character [%-satsen] -> \"%-satsen\""},
    {"title: > 5 procent\n", "-", "1:8 yaml/start-character [> 5 procent] -> \"> 5 procent\""},
    {"title: |x\n", "-", "1:8 yaml/start-character [|x] -> \"|x\""},
    {"title: ? varför\n", "-", "1:8 yaml/start-character [? varför] -> \"? varför\""},
    {"title: ,x\nlead: ]y\n", "-", "1:8 yaml/start-character [,x] -> \",x\"\n2:7 yaml/start-character []y] -> \"]y\""},
    {"topics: [@a, *b*, c]\n", "-", "1:10 yaml/start-character [@a] -> \"@a\"\n1:14 yaml/start-character [*b*] -> \"*b*\""},
    {"price: -\n", "-", "1:8 yaml/start-character [-] -> \"-\""},
    {"!Viktigt: x\nlead: y\n", "-", "1:1 yaml/start-character [!Viktigt] -> \"!Viktigt\""},
};

const std::vector<Case> kColon = {
    {"title: Möte: om X\n", "-", "1:8 yaml/colon [Möte: om X] -> \"Möte: om X\""},
    {"title: Nu gäller det:\nlead: x\n", "-", "1:8 yaml/colon [Nu gäller det:] -> \"Nu gäller det:\""},
    {"title: Han sa: \"ja\"\n", "-", "1:8 yaml/colon [Han sa: \"ja\"] -> 'Han sa: \"ja\"'"},
    {"title: Det's: \"ja\"\n", "-", "1:8 yaml/colon [Det's: \"ja\"] -> \"Det's: \\\"ja\\\"\""},
    {"topics: [Möte: om X, b]\n", "-", "1:10 yaml/colon [Möte: om X] -> \"Möte: om X\""},
    {"photo: {alt: Bild: ett torg, credit: Maria Ek}\n", "-", "1:14 yaml/colon [Bild: ett torg] -> \"Bild: ett torg\""},
    {"lead: Vi bygger\n  en ny skola: två våningar\n", "-", "2:3 yaml/colon [en ny skola: två våningar]"},
    {"title: Möte: om X\nlead: Vi: ni\n", "-", "1:8 yaml/colon [Möte: om X] -> \"Möte: om X\"\n2:7 yaml/colon [Vi: ni] -> \"Vi: ni\""},
    {"title:Möte\n", "-", "1:1 yaml/missing-space [title:Möte] -> title: Möte"},
    {"title:Möte\nlead: x\n", "-", "1:1 yaml/missing-space [title:Möte] -> title: Möte"},
    {"lead: x\ntitle:Möte\nid: a\n", "-", "2:1 yaml/missing-space [title:Möte] -> title: Möte"},
    {"photo: {src:torg.jpg}\n", "-", "1:9 yaml/braces [src:torg.jpg] -> src: torg.jpg"},
    {"title Möte\nlead: x\n", "-", "1:1 yaml/missing-colon [title Möte]"},
    {"lead: x\nen rad till\n", "-", "2:1 yaml/missing-colon [en rad till]"},
    {"lead: x\nen rad till\noch en\ntitle: y\n", "-", "2:1 yaml/missing-colon [en rad till]"},
    {": x\n", "-", "1:1 yaml/empty-key [:]"},
};

const std::vector<Case> kQuotationMarks = {
    {"title: \"Trygghet\" är viktigt\nlead: x\n", "-", "1:8 yaml/text-after-quote [\"Trygghet\" är viktigt] -> '\"Trygghet\" är viktigt'"},
    {"title: \"Trygg \"och\" säker\"\n", "-", "1:8 yaml/text-after-quote [\"Trygg \"och\" säker\"] -> 'Trygg \"och\" säker'"},
    {"title: \"A\" och \"B\"\n", "-", "1:8 yaml/text-after-quote [\"A\" och \"B\"] -> '\"A\" och \"B\"'"},
    {"title: 'Det's fint'\n", "-", "1:8 yaml/text-after-quote ['Det's fint'] -> \"Det's fint\""},
    {"title: \"Möte\": om X\n", "-", "1:8 yaml/text-after-quote [\"Möte\": om X] -> '\"Möte\": om X'"},
    {"topics: [\"a\" b, c]\n", "-", "1:10 yaml/text-after-quote [\"a\" b] -> '\"a\" b'"},
    {"topics: [\"a\": b]\n", "-", "1:10 yaml/text-after-quote [\"a\": b] -> '\"a\": b'"},
    {"title: \"Trygg\nlead: Vi bygger\n", "-", "1:8 yaml/unclosed-quote [\"Trygg] -> \"Trygg\""},
    {"title: \"Trygg\nlead: \"Vi bygger\"\n", "-", "1:8 yaml/unclosed-quote [\"Trygg] -> \"Trygg\""},
    {"title: 'Trygg\nlead: 'Vi bygger'\n", "-", "1:8 yaml/unclosed-quote ['Trygg] -> \"Trygg\""},
    {"title: \"Trygg”\nlead: x\n", "-", "1:8 yaml/unclosed-quote [\"Trygg”] -> \"Trygg\""},
    {"title: \"Torget»”\nlead: x\n", "-", "1:8 yaml/unclosed-quote [\"Torget»”] -> \"Torget»\""},
    {"title: \"Torget»\nlead: x\n", "-", "1:8 yaml/unclosed-quote [\"Torget»] -> \"Torget\""},
    {"title: \"Trygg\n  och säker\n\nlead: x\n", "-", "1:8 yaml/unclosed-quote [\"Trygg\n  och säker] -> \"Trygg och säker\""},
    {"quotes:\n  - text: \"Hej\n    id: a\n", "-", "2:11 yaml/unclosed-quote [\"Hej] -> \"Hej\""},
    {"title: \"Trygg\n", "-", "1:8 yaml/unclosed-quote [\"Trygg] -> \"Trygg\""},
    {"topics: [\"a, b]\nlead: x\n", "-", "1:10 yaml/unclosed-quote [\"a, b]] -> \"a, b]\""},
    {"src: \"C:\\foto\"\n", "{src: \"C:\foto\"}", "1:6 yaml/backslash [\"C:\\foto\"] -> 'C:\\foto'"},
    {"src: \"C:\\Users\"\n", "-", "1:6 yaml/backslash [\"C:\\Users\"] -> 'C:\\Users'"},
    {"src: \"C:\\dok\"\n", "-", "1:6 yaml/backslash [\"C:\\dok\"] -> 'C:\\dok'"},
    {"title: \"V\\xE4g \\u2013 \\\"55\\\"\"\n", "{title: \"Väg – \"55\"\"}",
     "1:8 yaml/backslash [\"V\\xE4g \\u2013 \\\"55\\\"\"] -> 'Väg – \"55\"'"},
    {"title: \"Det's C:\\foto\"\n", "{title: \"Det's C:\foto\"}", "1:8 yaml/backslash [\"Det's C:\\foto\"] -> \"Det's C:\\\\foto\""},
};

const std::vector<Case> kBrackets = {
    {"title: [Uppdaterad] Möte\nlead: x\n", "-", "1:8 yaml/text-after-bracket [[Uppdaterad] Möte] -> \"[Uppdaterad] Möte\""},
    {"title: {namn} talar\n", "-", "1:9 yaml/braces [namn]"},
    {"title: {{ page.title }}\n", "-", "1:8 yaml/braces [{{ page.title }}] -> \"{{ page.title }}\""},
    {"topics: [a, b]]\n", "-", "1:9 yaml/text-after-bracket [[a, b]]] -> \"[a, b]]\""},
    {"topics: [a, b\nlead: x\n", "-", "1:9 yaml/unclosed-bracket [[a, b] -> [a, b]"},
    {"topics: [a, b,\nlead: x\n", "-", "1:9 yaml/unclosed-bracket [[a, b,] -> [a, b]"},
    {"topics: [, ,\nlead: x\n", "-", "1:9 yaml/unclosed-bracket [[, ,]"},
    {"topics: [a, b\n", "-", "1:9 yaml/unclosed-bracket [[a, b] -> [a, b]"},
    {"photo: {src: a, alt: [b}\n", "-", "1:8 yaml/unclosed-bracket [{src: a, alt: [b}]"},
    {"topics: [a, b\n   c: d]\n", "-", "1:9 yaml/inside-bracket [[a, b]"},
    {"[a, b]: c\n", "-", "1:1 yaml/complex-key [[a, b]: c]"},
    {"? a\n: b\n", "-", "1:1 yaml/complex-key [?]"},
};

const std::vector<Case> kListsAndIndentation = {
    {"topics:\n  - trygghet\n  dialog\n", "-", "3:3 yaml/missing-dash [dialog] -> - dialog"},
    {"topics:\n- trygghet\ndialog\n", "-", "3:1 yaml/missing-dash [dialog] -> - dialog"},
    {"quotes:\n  - id: a\n    text: x\n  id: b\n    text: y\n", "-", "4:3 yaml/missing-dash [id: b] -> - id: b"},
    {"topics:\n  -trygghet\n  -dialog\n", "-", "2:3 yaml/dash-space [-trygghet] -> - trygghet"},
    {"topics:\n  - trygghet\n  -dialog\n", "-", "3:3 yaml/dash-space [-dialog] -> - dialog"},
    {"topics: - trygghet\n", "-", "1:9 yaml/list-beside-key [- trygghet] -> [trygghet]"},
    {"title: x\n- y\n", "-", "2:1 yaml/stray-item [- y]"},
    {"topics:\n  - trygghet\n   - dialog\n", "{topics: [trygghet - dialog]}", "3:4 yaml/joined-line [- dialog]"},
    {"lead: Vi bygger\n  title:Möte\n  https://ekinge.example\n", "{lead: Vi bygger title:Möte https://ekinge.example}",
     "2:3 yaml/joined-line [title:Möte]"},
    {"photo:\n  src: a\n alt: b\n", "-", "3:1 yaml/indentation [ alt: b] ->   alt: b"},
    {"photo:\n   src: a\n  alt: b\n", "-", "3:1 yaml/indentation [  alt: b] ->    alt: b"},
    {"events:\n  - id: a\n  title: b\n", "-", "3:1 yaml/indentation [  title: b] ->     title: b"},
    {"events:\n  - id: a\n    title: b\n   - id: c\n     title: d\n", "-", "4:1 yaml/indentation [   - id: c] ->   - id: c"},
    {"  title: x\nlead: y\n", "-", "1:1 yaml/indentation [  title: x] -> title: x"},
    {"about: |\n  Om\n oss\ntitle: x\n", "-", "3:1 yaml/indentation [ oss] ->   oss"},
    {"title: Möte\n  lead: Vi bygger\n", "-", "2:1 yaml/indented-under-value [  lead: Vi bygger] -> lead: Vi bygger"},
    {"photo:\n\tsrc: a\n", "-", "2:1 yaml/tab [\tsrc: a] ->   src: a"},
    {"title: x\n\tlead: y\n", "-", "2:1 yaml/tab [\tlead: y] ->   lead: y"},
    {"about: |\n\tOm oss\n", "-", "2:1 yaml/tab [\tOm oss] ->   Om oss"},
    {"photo:\n\u00A0 src: a\n  alt: b\n", "-", "2:1 yaml/no-break-space [\u00A0 src: a] ->   src: a"},
    {"title:\u00A0Möte\nlead: x\n", "-", "1:1 yaml/no-break-space [title:\u00A0Möte] -> title: Möte"},
    {"title:\u00A0Möte\n", "-", "1:1 yaml/no-break-space [title:\u00A0Möte] -> title: Möte"},
    {"topics:\n  -\u00A0trygghet\n", "-", "2:3 yaml/no-break-space [-\u00A0trygghet] -> - trygghet"},
    {"ti\u00ADtle: x\n", "{title: x}", "1:1 yaml/invisible-character [ti\u00ADtle] -> title"},
};

const std::vector<Case> kKeysAndStructure = {
    {"title: x\nlead: y\ntitle: z\n", "{title: x, lead: y}", "3:1 yaml/duplicate-key [title]"},
    {"photo: {src: a, src: b, \"src\": c}\n", "{photo: {src: a}}", "1:17 yaml/duplicate-key [src]\n1:25 yaml/duplicate-key [\"src\"]"},
    {"photo: &p\n  src: a\n", "-", "1:8 yaml/anchor [&p]"},
    {"a: &x [*x]\n", "-", "1:4 yaml/anchor [&x]"},
    {"a: &x 1\nb: *x\n", "-", "1:4 yaml/start-character [&x 1] -> \"&x 1\"\n2:4 yaml/anchor [*x]"},
    {"photo: !bild\n  src: a\n", "-", "1:8 yaml/tag [!bild]"},
    {"topics: !!set [a]\n", "-", "1:9 yaml/tag [!!set]"},
    {"<<: {a: b}\n", "-", "1:1 yaml/merge-key [<<]"},
    {"<<: *bas\n", "-", "1:1 yaml/merge-key [<<]"},
    {"%YAML 1.2\n---\ntitle: x\n", "-", "1:1 yaml/directive [%YAML 1.2]"},
    {"title: x\n%lead: y\n", "-", "2:1 yaml/directive [%lead: y]"},
    {"%title: x\n", "-", "1:1 yaml/directive [%title: x]"},
    {"title: x\n---\nlead: y\n", "-", "2:1 yaml/second-document [---]"},
    {"title: x\n...\nlead: y\n", "-", "2:1 yaml/second-document [...]"},
    {"title: x\n--- lead\n", "-", "2:1 yaml/second-document [--- lead]"},
    {"a: [[[[[[[[[[[x]]]]]]]]]]]\n", "{a: [[[[[[[[[[[x]]]]]]]]]]]}", ""},
    {"a: [[[[[[[[[[[[x]]]]]]]]]]]]\n", "-", "1:15 yaml/too-deep [[]"},
    {"title: x\x02y\n", "-", "1:9 yaml/control-character [\x02]"},
    {std::string("title: x\0y\n", 11), "-", std::string("1:9 yaml/control-character [\0]", 30)},
    {"title: \xC3(\n", "-", "1:8 yaml/bad-utf8 [\xC3]"},
    {"title: x\rlead: y\n", "-", "1:9 yaml/line-end [\r]"},
    {"{a: b}\nc: d\n", "-", "2:1 yaml/other [c: d]"},
};

std::vector<Case> all_faulty() {
    std::vector<Case> all;
    for (const auto* cases :
         {&kLostText, &kCharacterThatMeansSomething, &kColon, &kQuotationMarks, &kBrackets, &kListsAndIndentation, &kKeysAndStructure}) {
        all.insert(all.end(), cases->begin(), cases->end());
    }
    return all;
}

}  // namespace

TEST_CASE("a long text with a backslash is not written once more to be pasted") {
    const auto suggested = [](std::size_t bytes) {
        const Reading reading("src: \"" + std::string(bytes, 'a') + "\\foto\"\n");
        REQUIRE(reading.diagnostics.size() == 1);
        return reading.diagnostics.all()[0].suggestion;
    };
    CHECK(suggested(60) == "'" + std::string(60, 'a') + "\\foto'");
    CHECK(suggested(1000) == "");
}

TEST_CASE("a text with a backslash is suggested with the characters that a program wrote as numbers") {
    const auto suggested = [](const std::string& inner) {
        const Reading reading("title: \"" + inner + "\"\n");
        REQUIRE(reading.diagnostics.size() == 1);
        CHECK(reading.diagnostics.all()[0].rule == rule("yaml/backslash"));
        return reading.diagnostics.all()[0].suggestion;
    };
    const std::pair<std::string, std::string> cases[] = {
        {"bl\\xE5", "\"blå\""},
        {"Torget \\U0001F333", "\"Torget 🌳\""},
        {"Torget \\U0001F333 i \\u004daj", "\"Torget 🌳 i Maj\""},
        {"a\\x20b", "\"a b\""},
        {"a\\x7eb", "\"a~b\""},
        {"a\\xA0b", "\"a\u00A0b\""},
        {"a\\uD7FFb", "\"a\uD7FFb\""},
        {"a\\uE000b", "\"a\uE000b\""},
        {"a\\U0010FFFFb", "\"a\U0010FFFFb\""},
        // No characters, or none that a text may hold.
        {"a\\x1fb", "'a\\x1fb'"},
        {"a\\x7fb", "'a\\x7fb'"},
        {"a\\x9fb", "'a\\x9fb'"},
        {"a\\uD800b", "'a\\uD800b'"},
        {"a\\uDFFFb", "'a\\uDFFFb'"},
        {"a\\U00110000b", "'a\\U00110000b'"},
        {"a\\xg0", "'a\\xg0'"},
        {"a\\u00e", "'a\\u00e'"},
        // Where one is meant as it stands, all of the others are kept as they were.
        {"C:\\\\foto\\dok\\\"x", "'C:\\\\foto\\dok\"x'"},
        {"C:\\foto \\xE5", "'C:\\foto \\xE5'"},
        {std::string(115, 'a') + "\\foto", "'" + std::string(115, 'a') + "\\foto'"},
        {std::string(116, 'a') + "\\foto", ""},
    };
    for (const auto& [inner, expected] : cases) {
        INFO(inner);
        CHECK(suggested(inner) == expected);
    }
}

TEST_CASE("plain mappings, lists and texts are read as they are written") {
    check({
        {"", "{}", ""},
        {"\n\n", "{}", ""},
        {"# bara en kommentar\n", "{}", ""},
        {"title: Möte om åäö\nlead: x\n", "{title: Möte om åäö, lead: x}", ""},
        {"topics: [trygghet, dialog]\n", "{topics: [trygghet, dialog]}", ""},
        {"topics:\n  - trygghet\n  - dialog\nlead: x\n", "{topics: [trygghet, dialog], lead: x}", ""},
        {"topics:\n- trygghet\n- dialog\nlead: x\n", "{topics: [trygghet, dialog], lead: x}", ""},
        {"photo: {src: a.jpg, alt: \"\"}\n", "{photo: {src: a.jpg, alt: \"\"}}", ""},
        {"quotes:\n  - id: a\n    text: x\n  - id: b\n    text: y\n", "{quotes: [{id: a, text: x}, {id: b, text: y}]}", ""},
        {"a: [\n  x,\n  y\n]\nb: {\n  c: d\n}\n", "{a: [x, y], b: {c: d}}", ""},
        {"lead: Vi bygger\n  en ny\n\n  skola\nid: a\n", "{lead: Vi bygger en ny\nskola, id: a}", ""},
        {"about: |\n  Rad ett: x\n\n    - två # tre\ntitle: x\n", "{about: \"Rad ett: x\n\n  - två # tre\n\", title: x}", ""},
        {"about: >-\n  Vi bygger\n  en skola.\n", "{about: \"Vi bygger en skola.\"}", ""},
        {"title: \"Möte: om X #1\"\nlead: 'Det''s fint'\n", "{title: \"Möte: om X #1\", lead: \"Det's fint\"}", ""},
        {"lead: \"Vi bygger\n  en skola\"\n", "{lead: \"Vi bygger en skola\"}", ""},
        {"lead: \"Han sa \\\"ja\\\" i C:\\\\foto\"\n", "{lead: \"Han sa \"ja\" i C:\\foto\"}", ""},
        {"\"a\": b\n'c' : d\n", "{a: b, c: d}", ""},
        {"---\ntitle: x\n...\n", "{title: x}", ""},
        {"  title: x\n  lead: y\n", "{title: x, lead: y}", ""},
        {"a: https://ekinge.example/x?y#z\nb: kl. 16:30\nc: 5\" rör\nd: it's\n",
         "{a: https://ekinge.example/x?y#z, b: kl. 16:30, c: 5\" rör, d: it's}", ""},
        {"title: ”Trygghet” – är viktigt\n", "{title: ”Trygghet” – är viktigt}", ""},
        {"a: -5\nb: –\nc: x - y\nd: :x\n", "{a: -5, b: –, c: x - y, d: :x}", ""},
    });
}

TEST_CASE("a scalar stays the text it was, whatever YAML makes of it") {
    check({{"a: no\nb: 0123\nc: 2024-05-07\nd: 1e3\ne: True\n", "{a: no, b: 0123, c: 2024-05-07, d: 1e3, e: True}", ""},
           {"a: ~\nb: null\nc: Null\nd: NULL\n", "{a: ~, b: null, c: Null, d: NULL}", ""},
           {"null: a\n~: b\n", "{null: a, ~: b}", ""},
           {"a: [~, null]\n", "{a: [~, null]}", ""}});
}

TEST_CASE("only a value that is not written is missing") {
    check({{"a:\nb: x\n", "{a: (none), b: x}", ""},
           {"a:\nnull: x\n", "{a: (none), null: x}", ""},
           {"a:   # kommentar\nb:\n", "{a: (none), b: (none)}", ""},
           {"-\n- null\n-\n", "[(none), null, (none)]", ""},
           {"a: [x, , y,]\n", "{a: [x, (none), y]}", ""},
           {"a: {b: , null: c}\n", "{a: {b: (none), null: c}}", ""}});
}

TEST_CASE("real files are read: tabs, trailing blanks, carriage returns, soft hyphens, line separators") {
    check({{"title:\tMöte\t \nlead: x \t  # kommentar\n", "{title: Möte, lead: x}", ""},
           {"title: x\n\t\nlead: y\n \t\n", "{title: x, lead: y}", ""},
           {"about: |\n  x\n\t\n  y\n", "{about: \"x\n\ny\n\"}", ""},
           {"a: b\r\nc: |\r\n  d\r\n\r\n  e\r\nf: \"g\r\n  h\"\r\ni: j\r\n  k\r\n", "{a: b, c: \"d\n\ne\n\", f: \"g h\", i: j k}", ""},
           {"title: för\u00ADening\u2028x\n", "{title: för\u00ADening\u2028x}", ""},
           {"title: hårt\u00A0mellanslag\n", "{title: hårt\u00A0mellanslag}", ""},
           {"\uFEFFtitle: x\n", "{title: x}", ""}});
}

TEST_CASE("a comment that stands apart is a comment") {
    check({{"# först\ntitle: x  # efter\n  # indragen\nlead: y\n# sist", "{title: x, lead: y}", ""},
           {"photo:  # huvudbild\n  src: a\n  #alt: b\nid: c\n", "{photo: {src: a}, id: c}", ""},
           {"photo: #huvudbild\n  src: a\n", "{photo: {src: a}}", ""},
           {"topics: [a,  # ett\n  b] # två\n", "{topics: [a, b]}", ""},
           {"title: \"x\" # y\nlead: z ## w\n", "{title: \"x\", lead: z}", "2:7 yaml/comment-close [z ## w] -> \"z ## w\""},
           {"title: C#\nlead: a#b\n", "{title: C#, lead: a#b}", ""}});
}

TEST_CASE("text that YAML would take for a comment is not lost in silence") { check(kLostText); }
TEST_CASE("a text that begins with a character of YAML's is told to be quoted") { check(kCharacterThatMeansSomething); }
TEST_CASE("colons in texts and colons without space are told") { check(kColon); }
TEST_CASE("quotation marks that do not hold the text are told where they begin") { check(kQuotationMarks); }
TEST_CASE("brackets that do not hold a list are told") { check(kBrackets); }
TEST_CASE("lists and indentation are told at the line that is wrong") { check(kListsAndIndentation); }
TEST_CASE("what YAML allows and front matter does not is told") { check(kKeysAndStructure); }

TEST_CASE("every rule about YAML has a case here") {
    std::set<std::string_view> met;
    for (const Case& c : all_faulty()) {
        const Reading reading(c.yaml);
        for (const Diagnostic& d : reading.diagnostics.all()) met.insert(d.rule->id);
    }
    for (const Rule& rule : kYamlRules) {
        if (!rule.id.starts_with("yaml/")) continue;
        INFO(rule.id);
        CHECK(met.contains(rule.id));
    }
}

// What `check --fix` and an editor do: put each suggestion in place of what it is about.
TEST_CASE("what a message suggests can be pasted, and mends the fault") {
    for (const Case& c : all_faulty()) {
        std::string text = c.yaml;
        bool all_suggested = true;
        for (int round = 0; round < 3 && all_suggested; ++round) {
            const Reading reading(text);
            std::vector<Diagnostic> found = reading.diagnostics.all();
            if (found.empty()) break;
            std::sort(found.begin(), found.end(), [](const Diagnostic& a, const Diagnostic& b) { return a.at > b.at; });
            for (const Diagnostic& d : found) {
                all_suggested = all_suggested && !d.suggestion.empty();
                text.replace(d.at.begin, d.at.end - d.at.begin, d.suggestion);
            }
        }
        if (!all_suggested) continue;
        INFO(c.yaml << "→\n" << text);
        CHECK(to_debug_text(Reading(text)) == "");
        CHECK(Reading(text).tree);
    }
}

TEST_CASE("a fault that leaves the rest sound does not hide the rest") {
    const Reading reading("title: Skola #1\nid: a\nid: b\nlead: \"C:\\foto\"\nplace: &x Ekinge\n");
    CHECK(reading.shown() == "{title: Skola, id: a, lead: \"C:\foto\", place: &x Ekinge}");
    CHECK(reading.diagnostics.size() == 4);
}

TEST_CASE("the lines behind a fault that are only its consequences are silent") {
    const auto count = [](const std::string& yaml) { return Reading(yaml).diagnostics.size(); };
    CHECK(count("topics: [a, b]quotes:\n  - id: x\n    text: y\n") == 1);
    CHECK(count("title: \"Möte: om led\"events:\n- id: a\n- id: b\n") == 1);
    CHECK(count("text: |  Vi bygger\n      en skola: stor\n      - och ny\nid: a\n") == 1);
    CHECK(count("quotes:\n  - id: a\n   text: |\n      x: y\n   approved: z\n") == 1);
    CHECK(count("title: Torget\n? @ekinge\n  : konto\n    : namn\nlead: x\n") == 1);
    CHECK(count("photo:\n  @src: a\n    alt: b\nid: c\n") == 1);
    CHECK(count("title: x\nen rad: a: b\noch en\noch en till\n") == 2);  // a colon, and a line without a key
}

TEST_CASE("a duplicate key points back at the first") {
    const Reading reading("title: x\nlead: y\ntitle: z\n");
    REQUIRE(reading.diagnostics.size() == 1);
    const std::vector<Note>& notes = reading.diagnostics.all()[0].notes;
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].at == Span{0, 0, 5});
}

TEST_CASE("a colon in a long text is pointed at") {
    const Reading reading("title: Åtta möten: om X\n");
    REQUIRE(reading.diagnostics.size() == 1);
    REQUIRE(reading.diagnostics.all()[0].notes.size() == 1);
    CHECK(reading.sources.text(reading.diagnostics.all()[0].notes[0].at) == ":");
    CHECK(reading.sources[0].position(reading.diagnostics.all()[0].notes[0].at.begin).column == 18);
}

TEST_CASE("the place of a value is what is written, in bytes, whatever its form") {
    const std::string text =
        "åäö: en ö\n"
        "quoted: \"Å: ä\"\n"
        "single: 'it''s'\n"
        "folded: Vi bygger\n  en skola\n"
        "marks: \"rad ett\n  rad två\"\n"
        "block: |\n  rad ett\n\n  rad två\n\n"
        "strip: >-   # kommentar\n    rad\n\n"
        "list: [å,  \"b\" , c]\n"
        "map: {å: ä, b: [c]}\n"
        "dashes:\n  - ö\n  - k: v\n    w: å   # slut\n"
        "none:\n"
        "last: ö\n";
    const Reading reading(text);
    REQUIRE(reading.tree);
    CHECK(to_debug_text(reading) == "");
    const auto written = [&](std::string_view key) { return reading.written(reading.tree->find(key)->value); };
    CHECK(written("åäö") == "en ö");
    CHECK(written("quoted") == "\"Å: ä\"");
    CHECK(written("single") == "'it''s'");
    CHECK(written("folded") == "Vi bygger\n  en skola");
    CHECK(written("marks") == "\"rad ett\n  rad två\"");
    CHECK(written("block") == "|\n  rad ett\n\n  rad två");
    CHECK(written("strip") == ">-   # kommentar\n    rad");
    CHECK(written("list") == "[å,  \"b\" , c]");
    CHECK(reading.written(reading.tree->find("list")->value.items[1]) == "\"b\"");
    CHECK(written("map") == "{å: ä, b: [c]}");
    CHECK(reading.written(reading.tree->find("map")->value.entries[1].value) == "[c]");
    CHECK(written("dashes") == "- ö\n  - k: v\n    w: å");
    CHECK(reading.written(reading.tree->find("dashes")->value.items[1]) == "k: v\n    w: å");
    CHECK(written("none") == "");
    CHECK(text.substr(0, reading.tree->find("none")->value.at.begin).ends_with("none:"));
    CHECK(written("last") == "ö");
    CHECK(reading.sources.text(reading.tree->find("last")->key_at) == "last");
    CHECK(reading.written(*reading.tree) == text.substr(0, text.size() - 1));
    CHECK(reading.tree->find("missing") == nullptr);
}

TEST_CASE("only the region is read, and places count from the file's first byte") {
    const std::string text = "---\ntitle: å\n---\n\"*: @x\n";
    const Reading reading(text, 4, 14);
    CHECK(reading.shown() == "{title: å}");
    CHECK(reading.tree->at == Span{0, 4, 13});
    CHECK(reading.diagnostics.empty());
    const Reading unclosed("---\ntitle: \"x\n---\nand \"more\n", 4, 14);
    CHECK(to_debug_text(unclosed) == "2:8 yaml/unclosed-quote [\"x] -> \"x\"");
    const Reading empty("---\n---\n", 4, 4);
    CHECK(empty.shown() == "{}");
    CHECK(empty.tree->at == Span{0, 4, 4});
}

// --- hostile input -------------------------------------------------------------------------------------------------------------

namespace {

// A linear congruential generator: the same mutations everywhere and always.
struct Random {
    std::uint64_t state;
    std::size_t below(std::size_t n) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::size_t>(state >> 33) % n;
    }
};

const std::string kGood =
    "id: 2024-05-02-ljus\n"
    "title: \"Ljus: på Västerleden\"\n"
    "lead: Kommunen byter lyktor\n  i hela byn.  # ingress\n"
    "published: 2024-05-02T10:00\n"
    "topics: [trygghet, 'dialog']\n"
    "quotes:\n  - id: ljusare\n    text: |\n      Lyktorna # är\n\n      dyrt: ja\n    approved: 2024-05-01\n"
    "photo: {src: led.jpg, alt: \"\", geo: [59.6, 17.0]}\n"
    "# kommentar\n"
    "events:\n- id: mote\n  start: 2024-05-07\n  note: >-\n    Kaffe\n    serveras\n"
    "contacts:\n  - press\n";

std::string mutated(Random& random) {
    static const std::vector<std::string> kPieces = {"\"",     "'",      ":",    ": ", "#",  " #",    "\n",    "\n  ", "  ",      "\t",
                                                     "- ",     "-",      "[",    "]",  "{",  "}",     ",",     "|",    ">",       "&",
                                                     "*",      "!",      "%",    "@",  "`",  "?",     "? ",    "\\",   "\r",      "\r\n",
                                                     "\u00A0", "\u00AD", "\xC3", "~",  "<<", "---\n", "...\n", "å",    "title: ", "null"};
    std::string text = kGood;
    for (std::size_t n = 1 + random.below(4); n > 0; --n) {
        const std::size_t at = random.below(text.size());
        const std::size_t length = std::min(1 + random.below(20), text.size() - at);
        switch (random.below(4)) {
            case 0: text.erase(at, random.below(3) == 0 ? length : 1); break;
            case 1: text.insert(at, text.substr(random.below(text.size()), length)); break;
            default: text.insert(at, kPieces[random.below(kPieces.size())]); break;
        }
    }
    return text;
}

void check_places(const YamlNode& node, Span region, std::vector<bool>& covered) {
    REQUIRE(node.at.file == region.file);
    REQUIRE(node.at.begin >= region.begin);
    REQUIRE(node.at.begin <= node.at.end);
    REQUIRE(node.at.end <= region.end);
    const auto cover = [&](Span at) { std::fill(covered.begin() + at.begin, covered.begin() + at.end, true); };
    if (node.kind == YamlNode::Kind::scalar) cover(node.at);
    for (const YamlNode& item : node.items) check_places(item, node.at, covered);
    for (const YamlEntry& entry : node.entries) {
        REQUIRE(entry.key_at.begin >= node.at.begin);
        REQUIRE(entry.key_at.end <= region.end);
        cover(entry.key_at);
        check_places(entry.value, node.at, covered);
    }
}

// What stands in no value and no key is punctuation or a comment.
void check_nothing_lost(const std::string& text, Span region, const std::vector<bool>& covered) {
    for (std::size_t i = region.begin; i < region.end; ++i) {
        if (covered[i]) continue;
        const char before = i == 0 ? '\n' : text[i - 1];
        if (text[i] == '#' && (before == ' ' || before == '\t' || before == '\n')) {
            while (i < region.end && text[i] != '\n') ++i;
            continue;
        }
        CAPTURE(i);
        REQUIRE(std::string_view(" \t\r\n:-,[]{}.\xEF\xBB\xBF").find(text[i]) != std::string_view::npos);
    }
}

}  // namespace

TEST_CASE("two thousand damaged front matters: no crash, places inside, nothing lost, nothing refused without a word") {
    REQUIRE(Reading(kGood).diagnostics.empty());
    Random random{20240507};
    std::size_t refused = 0, accepted = 0;
    for (int i = 0; i < 2000; ++i) {
        const std::string yaml = mutated(random);
        const std::string text = "---\n" + yaml + "---\n\"Brödtext: *@\n";
        const Span region{0, 4, static_cast<std::uint32_t>(4 + yaml.size())};
        INFO(yaml);
        const Reading reading(text, region.begin, region.end);
        bool error = false;
        std::set<std::pair<std::uint32_t, const Rule*>> places;
        for (const Diagnostic& d : reading.diagnostics.all()) {
            error = error || d.rule->severity == Severity::error;
            REQUIRE(d.at.file == 0);
            REQUIRE(d.at.begin >= region.begin);
            REQUIRE(d.at.begin <= d.at.end);
            REQUIRE(d.at.end <= region.end);
            for (const Note& note : d.notes) REQUIRE((note.at.begin >= region.begin && note.at.end <= region.end));
            REQUIRE(places.insert({d.at.begin, d.rule}).second);
        }
        REQUIRE((reading.tree || error));
        ++(error ? refused : accepted);
        if (!reading.tree) continue;
        std::vector<bool> covered(text.size(), false);
        check_places(*reading.tree, region, covered);
        if (reading.diagnostics.empty()) check_nothing_lost(text, region, covered);
    }
    CHECK(refused > 500);  // the mutations reach both outcomes
    CHECK(accepted > 200);
}

TEST_CASE("hostile texts are refused or read in linear time") {
    constexpr std::size_t kMany = 50'000;
    const auto many = [](std::string_view piece) {
        std::string out;
        for (std::size_t i = 0; i < kMany; ++i) out += piece;
        return out;
    };
    std::string keys;
    for (std::size_t i = 0; i < kMany; ++i) keys += "k" + std::to_string(i) + ": v\n";
    const std::pair<std::string, bool> texts[] = {
        // the text; whether it is read
        {"a: " + many("["), false},
        {"a: " + many("{"), false},
        {many("- "), false},
        {many("? "), false},
        {many("a: "), false},
        {many("\""), false},
        {"a: [" + many("[x],") + "]", true},
        {"a: [" + many("-x,") + "]", true},
        {"a: [" + many("@x,") + "]", false},
        {"a: [" + many("\"x\" y,") + "]", false},
        {"a: [" + many("{b: c},") + "]", true},
        {"a: {" + many("x: y,") + "}", true},
        {"a: |\n" + many("  x\n"), true},
        {"a:\n" + many(" x\n"), true},
        {"a: x\n" + many(" b:c\n"), true},
        {"a: \"" + many("\\f") + "\"", true},
        {"a: '" + many("''") + "'", true},
        {many("a: b: c\n"), false},
        {many("- ") + "x\n" + many("y\n"), false},
        {many("#\n"), true},
        {many("a: x #y\n"), true},
        {many("a: &x y\n"), true},
        {many("a: *x\n"), false},
        {many("&"), false},
        {many("!"), false},
        {"a: " + many("&x "), false},
        {many(" \t\n"), true},
        {keys, true},
        {many("k: v\n"), true},
        {many("x"), false},
    };
    for (const auto& [text, read] : texts) {
        INFO(text.substr(0, 40));
        const Reading reading(text);
        CHECK(reading.tree.has_value() == read);
        CHECK((reading.tree || !reading.diagnostics.empty()));
    }
}
