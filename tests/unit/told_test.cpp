// What is told of many small texts, whole: values of every kind, days in running text, YAML and Markdown that went wrong (support/told.hpp); of every
// field with a value of another kind; and of a sound front matter with one mark too many or too few at every place.
#include "base/digest.hpp"
#include "link/date_mentions.hpp"
#include "read/fields.hpp"
#include "read/markdown/markdown.hpp"
#include "read/values.hpp"
#include "read/yaml/front_matter.hpp"
#include "read/yaml/yaml.hpp"

#include "model/config.hpp"
#include "model/post.hpp"
#include "support/golden.hpp"
#include "support/told.hpp"
#include "support/visible.hpp"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

using namespace pressrum;
using namespace pressrum::test;

namespace {

Span all_of(const Sources& sources) { return {0, 0, static_cast<std::uint32_t>(sources[0].text.size())}; }

template <class T>
std::string to_text(const T& value) {
    if constexpr (std::is_same_v<T, std::string>) return value;
    else if constexpr (std::is_same_v<T, Moment>)
        return value.all_day ? to_iso(date_of(value.time)) + ", the whole day" : to_iso(value.time);
    else if constexpr (std::is_same_v<T, Date> || std::is_same_v<T, LocalTime>) return to_iso(value);
    else return fmt::format("{}", value);
}

// "= value", or why it is none.
template <auto kParse>
std::string told_value(std::string_view text) {
    const auto result = kParse(text);
    return result ? "= " + to_text(*result) : "! " + whole_message(result.error());
}

std::string told_of_yaml(const std::string& text) {
    Sources sources;
    sources.add("post.md", text);
    Diagnostics diagnostics;
    const bool tree = read_yaml(sources, all_of(sources), diagnostics).has_value();
    diagnostics.sort();
    return whole_messages(diagnostics, sources) + (tree ? "" : "nothing is read\n");
}

// What a body is read as, a line for each node, deeper ones further in; with their places in the source, if wanted.
enum class Places { left_out, told };
std::string outline(const Body& body, Places places = Places::left_out) {
    static constexpr std::string_view kKinds[] = {
        "paragraph", "statement",  "heading",    "bullets", "numbers",     "item", "block quote",  "code block",   "rule",
        "table",     "table head", "table body", "row",     "header cell", "cell", "placed quote", "placed photo", "placed event",
        "text",      "code",       "emphasis",   "strong",  "struck",      "link", "line end",     "hard line end"};
    std::string out;
    std::vector<std::uint32_t> ends;
    for (std::uint32_t i = 0; i < body.size(); ++i) {
        const Node& node = body[i];
        while (!ends.empty() && ends.back() <= i) ends.pop_back();
        out += "=" + std::string(2 * ends.size() + 1, ' ') + std::string(kKinds[static_cast<std::size_t>(node.kind)]);
        if (node.level != 0) out += fmt::format(" {}", node.level);
        if (node.number != 0) out += fmt::format(" from {}", node.number);
        if (node.tight) out += " tight";
        if (places == Places::told) out += fmt::format(" {}–{}", node.at.begin, node.at.end);
        if (node.target_size != 0) out += fmt::format(" → {}", body.target(node));
        if (node.text_size != 0) {
            std::string text(body.text(node));
            for (std::size_t end; (end = text.find('\n')) != std::string::npos;) text.replace(end, 1, "⏎");
            out += fmt::format(" «{}»", visible(text));
        }
        out += "\n";
        ends.push_back(node.end);
    }
    return out;
}

// --------------------------------------------------------------- every field

struct Example {
    const Field* field;
    std::string value;  // in flow style
};

// A value that stands in the table as an example, so that it can be part of a list in brackets.
std::string flow_example(const Field& field);

std::string flow_record(const RecordType& type, const Example& given) {
    std::string out;
    for (const Field& field : type.fields) {
        const bool is_given = &field == given.field;
        if (!is_given && field.need == Need::optional) continue;
        out += fmt::format("{}{}: {}", out.empty() ? "" : ", ", field.key, is_given ? given.value : flow_example(field));
    }
    return "{" + out + "}";
}

std::string shaped(const Field& field, const std::string& value) {
    if (field.shape == Shape::list) return "[" + value + "]";
    return field.shape == Shape::keyed ? "{namn: " + value + "}" : value;
}

std::string flow_example(const Field& field) {
    if (field.type == FieldType::record) return shaped(field, flow_record(field.record(), {nullptr, {}}));
    const std::string example(field.example);
    return example.starts_with('[') || example.starts_with('{') || example.starts_with('"') ? example : "\"" + example + "\"";
}

// Calls `visit` for each field of a record and of the records in it, each kind of record once. `around`: puts the record into the file.
using Around = std::function<std::string(const std::string& record)>;
void visit_fields(const RecordType& type, const std::string& path, const Around& around,
                  const std::function<void(const std::string& path, const Around& file)>& visit, std::set<const RecordType*>& seen) {
    for (const Field& field : type.fields) {
        const Around with_value = [&](const std::string& value) { return around(flow_record(type, {&field, value})); };
        const std::string here = path + "." + std::string(field.key);
        visit(here, with_value);
        if (field.type != FieldType::record || !seen.insert(&field.record()).second) continue;
        const Around with_record = [&](const std::string& record) { return with_value(shaped(field, record)); };
        visit_fields(field.record(), here, with_record, visit, seen);
    }
}

template <class Record>
std::string told_of_record(const RecordType& type, const std::string& yaml, bool translation = false) {
    Sources sources;
    sources.add("file", yaml);
    Diagnostics diagnostics;
    const auto tree = read_yaml(sources, all_of(sources), diagnostics);
    Record record;
    Decoder decoder{diagnostics, translation};
    if (tree) decode_record(*tree, type, &record, decoder);
    diagnostics.sort();
    return whole_messages(diagnostics, sources);
}

template <class Record>
std::string told_of_fields(const RecordType& type) {
    // Every kind of node, and texts of several kinds: what is right for one field is wrong for most.
    static constexpr std::string_view kValues[] = {"",        "~",  "\"\"",       "{}",  "[\"a b\", ~]", "{x: 1, y: [2]}",
                                                   "Två Ord", "17", "2024-05-07", "true"};
    std::string out;
    std::set<const RecordType*> seen;
    const auto same = [](const std::string& record) { return record; };
    const auto tell = [&](const std::string& path, const Around& file) {
        for (const std::string_view value : kValues) {
            out += fmt::format("{} «{}»\n", path, value);
            for (const std::string& line : lines_of(told_of_record<Record>(type, file(std::string(value))))) out += "  " + line + "\n";
        }
    };
    visit_fields(type, std::string(type.name), same, tell, seen);
    return out;
}

// ------------------------------------------- one mark too many or too few

constexpr std::string_view kSound =
    "title: Torget får ny belysning\n"
    "lead: \"Bygget börjar i maj\"  # kolla\n"
    "topics: [trygghet, dialog]\n"
    "photo: {src: torget.jpg, alt: Torget}\n"
    "quotes:\n"
    "  - speaker: karin-alm\n"
    "    text: >\n"
    "      Nu bygger vi.\n"
    "  - name: 'Lo Ek'\n"
    "    text: Ja\n";

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

// Where a word, a space or a mark begins or ends.
bool is_border(std::string_view text, std::size_t at) {
    return at == 0 || at == text.size() || !is_letter(text[at]) || !is_letter(text[at - 1]);
}

std::string told_shortly(const Diagnostics& diagnostics, const Sources& sources) {
    std::string out;
    for (const Diagnostic& message : diagnostics.all()) {
        const Position begin = sources[0].position(message.at.begin);
        std::string suggestion = message.suggestion;
        for (std::size_t end; (end = suggestion.find('\n')) != std::string::npos;) suggestion.replace(end, 1, "⏎");
        out += fmt::format(" {}:{}+{} {} [{}]{}", begin.line, begin.column, message.at.end - message.at.begin, message.rule->id,
                           fmt::join(message.words, "|"), suggestion.empty() ? "" : " → " + suggestion);
    }
    return out.empty() ? " -" : out;
}

// What YAML is read as, with the places.
std::string outline(const YamlNode& node) {
    std::string out =
        fmt::format("{}{} {}–{} «{}»", static_cast<int>(node.kind), node.quoted ? "q" : "", node.at.begin, node.at.end, node.text);
    for (const YamlNode& item : node.items) out += " [" + outline(item) + "]";
    for (const YamlEntry& entry : node.entries)
        out += fmt::format(" {{{} {}–{}: {}}}", entry.key, entry.key_at.begin, entry.key_at.end, outline(entry.value));
    return out;
}

// With a digest of what it is read as: `read` gives its outline.
template <class Read>
std::string read_and_told(const std::string& text, Read read) {
    Sources sources;
    sources.add("post.md", text);
    Diagnostics diagnostics;
    const std::string outlined = read(sources, diagnostics);
    diagnostics.sort();
    return " " + (outlined.empty() ? "nothing" : to_short_hex(sha256(outlined))) + told_shortly(diagnostics, sources);
}

std::string yaml_told_shortly(const std::string& yaml) {
    return read_and_told(yaml, [](const Sources& sources, Diagnostics& diagnostics) {
        const auto tree = read_yaml(sources, all_of(sources), diagnostics);
        return tree ? outline(*tree) : "";
    });
}

std::string body_told_shortly(const std::string& text) {
    return read_and_told(text, [](const Sources& sources, Diagnostics& diagnostics) {
        return outline(read_markdown(sources, all_of(sources), diagnostics), Places::told);
    });
}

// Each mark at every border of a text, and each mark of the text taken away: the line with the place (◦), the change, and what is told.
std::string with_marks_changed(std::string_view sound, std::span<const std::string_view> marks,
                               const std::function<std::string(const std::string&)>& told) {
    std::string out;
    for (std::size_t at = 0; at <= sound.size(); ++at) {
        if (!is_border(sound, at)) continue;
        const std::string before(sound.substr(0, at)), after(sound.substr(at));
        const auto tell = [&](std::string_view change, const std::string& text) {
            const std::size_t line = before.rfind('\n') + 1;
            std::string seen = before.substr(line) + "◦" + after.substr(0, after.find('\n'));
            out += fmt::format("{} {}{}\n", seen, change, told(text));
        };
        for (const std::string_view mark : marks) {
            std::string name = mark == "\n" ? "⏎" : mark == "\t" ? "tab" : mark == "\u00A0" ? "nbsp" : std::string(mark);
            tell("+«" + name + "»", before + std::string(mark) + after);
        }
        if (!after.empty() && !is_letter(after.front())) tell("without it", before + after.substr(1));
    }
    return out;
}

// The same for a text of odd forms, a line a border: how many of the changes are read, and a digest of all that is told of them.
std::string with_marks_changed_shortly(std::string_view odd, std::span<const std::string_view> marks,
                                       const std::function<std::string(const std::string&)>& told) {
    std::string out;
    for (std::size_t at = 0; at <= odd.size(); ++at) {
        if (at > 0 && at < odd.size() && (static_cast<unsigned char>(odd[at]) & 0xC0) == 0x80) continue;
        const std::string before(odd.substr(0, at)), after(odd.substr(at));
        std::string all;
        std::size_t read = 0, changes = 0;
        const auto tell = [&](const std::string& text) {
            const std::string each = told(text);
            read += each.starts_with(" nothing") ? 0 : 1;
            ++changes;
            all += each + "\n";
        };
        for (const std::string_view mark : marks) tell(before + std::string(mark) + after);
        for (const std::size_t less : {1, 2, 5}) {
            if (after.size() >= less) tell(before + after.substr(less));
        }
        const std::size_t line = before.rfind('\n') + 1, end = odd.find('\n', at);
        if (line == at && end != std::string_view::npos) {  // a line that is missing, twice, or in the place of the next
            const std::string own(odd.substr(at, end + 1 - at)), rest(odd.substr(end + 1)), next = rest.substr(0, rest.find('\n') + 1);
            tell(before + rest);
            tell(before + own + own + rest);
            tell(before + next + own + rest.substr(next.size()));
        }
        out += fmt::format("{}◦{} {}/{} {}\n", before.substr(line), after.substr(0, after.find('\n')), read, changes,
                           to_short_hex(sha256(all)));
    }
    return out;
}

constexpr std::string_view kOdd =
    "%YAML 1.2\n---\n# Först\n"
    "title: >-\n  Torget får\n\n  ny belysning\n"
    "lead: 'Det är ''bra''' # så\n"
    "? nyckel\n: värde\n"
    "contacts: [press, \"karin\",\n  'nils'] # folk\n"
    "events:\n  - id: mote\n    title: \"Möte: \\u00e5r \\\"ett\\\"\"\n    times:\n    - {start: 10, end: '11'}\n    -\n      start: 12\n"
    "  -   id: fest\n"
    "quotes:\n- speaker: nils\n  text: |\n    Rad ett\n      rad två\n\n    rad tre\n- - a\n  - b\n"
    "empty:\nnull_is: ~\nanchor: &a x\nalias: *a\ntag: !!str y\n";

constexpr std::string_view kRare =  // and without fault
    "# Först\n"
    "title: >-\n  Torget får\n\n  ny belysning\n"
    "lead: 'Det är ''bra''' # så\n"
    "contacts: [press, \"karin\",\n  'nils'] # folk\n"
    "events:\n  - id: mote\n    title: \"Möte: \\u00e5r \\\"ett\\\"\"\n    times:\n    - {start: 10, end: '11'}\n    -\n      start: 12\n"
    "  -   id: fest\n"
    "quotes:\n- speaker: nils\n  text: |\n    Rad ett\n      rad två\n\n    rad tre\n- - a\n  - b\n"
    "more: {a: [1, {b: c}], \"d\": }\n\"e f\": g\nempty:\nlast: x  # y\n";

constexpr std::string_view kOddBody =
    "Rubrik\n===\n\n* a\n  * b\n    1. c\n\n```yaml\nx: 1\n```\n\n<div>hej</div>\n\n&aring; &#229; &#x110000; &nosuch;\n\n"
    "[länk][ref] <https://ekinge.example/> www.ekinge.example\n\n[ref]: https://ekinge.example/ \"Titel\"\n\n"
    "rad ett  \nrad två\\\nrad tre\n\n- [ ] att göra\n\n~~bort~~ H~2~O\n\n***\n\n![](photo:a.jpg \"x\"){.klass}\n\n"
    ":::\nruta\n:::\n\n1) ett\n2) två\n\n    kod\n\n> > citat\n> – Namn\n";

constexpr std::string_view kSoundBody =
    "## Så bygger vi\n\n"
    "Torget *får* ny `belysning` i **maj** [här](/torget/).\n\n"
    "– Nu bygger vi, säger Karin Alm.\n– Ja.\n\n"
    "1. Rita\n2. Bygg\n\n"
    "- Trä\n- ![](photo:torget)\n\n"
    "> Ett ord\n\n"
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n"
    "![Torget](torget.jpg)\n";

}  // namespace

TEST_CASE("of each value it is told what it is, or why it is none, whole") {
    static const std::map<std::string_view, std::function<std::string(std::string_view)>> kKinds = {
        {"key", told_value<parse_key>},
        {"language", told_value<parse_language>},
        {"url", told_value<parse_url>},
        {"path", told_value<parse_path>},
        {"file", told_value<parse_file_name>},
        {"color", told_value<parse_color>},
        {"color-name", told_value<parse_color_name>},
        {"event", told_value<parse_event_reference>},
        {"date", told_value<parse_date>},
        {"time", told_value<parse_time>},
        {"moment", told_value<parse_moment>},
        {"email", told_value<parse_email>},
        {"phone", told_value<parse_phone>},
        {"credit", told_value<parse_credit>},
        {"signing-key", told_value<parse_signing_key>},
        {"boolean", told_value<parse_boolean>},
        {"integer", told_value<parse_integer>},
        {"number", told_value<parse_number>},
    };
    check_told("values", [](std::string_view section, const std::string& text) { return kKinds.at(section)(text); });
}

TEST_CASE("days in running text are found as recorded, with their words") {
    std::map<std::string, DateNames, std::less<>> names;
    for (const char* language : {"sv", "en"}) names.emplace(language, DateNames(Lexicon(language, {})));
    check_told("days", [&](std::string_view section, const std::string& text) {
        std::string out;
        for (const DateMention& day : find_date_mentions(text, names.find(section)->second)) {
            const auto clock = [](unsigned minutes) { return fmt::format("{:02}.{:02}", minutes / 60, minutes % 60); };
            out += fmt::format("«{}» {}", text.substr(day.begin, day.end - day.begin), day.day);
            if (day.last_day) out += fmt::format("–{}", *day.last_day);
            out += fmt::format("/{}", day.month);
            if (day.year) out += fmt::format(" {}", *day.year);
            if (day.weekday) out += fmt::format(" weekday {}", *day.weekday + 1);
            if (day.minutes) out += " at " + clock(*day.minutes);
            if (day.end_minutes) out += " to " + clock(*day.end_minutes);
            out += "\n";
        }
        return out;
    });
}

TEST_CASE("of YAML that went wrong it is told what is wrong and how it should be, whole") {
    check_told("yaml", [](std::string_view, const std::string& text) { return told_of_yaml(text + "\n"); });
}

TEST_CASE("Markdown is read as recorded, and of what is taken for something else than was meant it is told whole") {
    check_told("body", [](std::string_view, const std::string& text) {
        Sources sources;
        sources.add("post.md", text + "\n");
        Diagnostics diagnostics;
        const Body body = read_markdown(sources, all_of(sources), diagnostics);
        diagnostics.sort();
        return whole_messages(diagnostics, sources) + outline(body);
    });
}

TEST_CASE("of every field with a value of any kind it is told whole what is wrong with it") {
    const std::string folder = std::string(PRESSRUM_TESTS_DIR) + "/told/";
    check_golden(folder + "fields-post.txt", told_of_fields<Post>(post_type()) + told_of_fields<Page>(page_type()));
    check_golden(folder + "fields-site.txt",
                 told_of_fields<SiteConfig>(site_type()) + told_of_fields<Person>(person_type()) + told_of_fields<Topics>(topics_type()));
}

TEST_CASE("of a front matter with one mark too many or too few it is told where and what") {
    static constexpr std::string_view kMarks[] = {":",  ": ", "#",  " #", "\"", "'",  "[", "]",  "{", "}",     ",",
                                                  "- ", "-",  "\n", " ",  "  ", "\t", "|", "\\", "&", "\u00A0"};
    check_golden(std::string(PRESSRUM_TESTS_DIR) + "/told/yaml-marks.txt", with_marks_changed(kSound, kMarks, yaml_told_shortly));
}

TEST_CASE("of a body with one mark too many or too few it is told where and what, and what it is read as stays as it was") {
    static constexpr std::string_view kMarks[] = {"*", "_", "`", "~", "[", "]",  "(",   ")",  "<",  ">",    "#",     "|",
                                                  "-", "–", "!", ":", "&", "\\", "1. ", "- ", "\n", "    ", "\u00A0"};
    check_golden(std::string(PRESSRUM_TESTS_DIR) + "/told/body-marks.txt", with_marks_changed(kSoundBody, kMarks, body_told_shortly));
}

TEST_CASE("odd front matter and odd bodies with any change are read, or told of, as recorded") {
    static constexpr std::string_view kMarks[] = {":",  ": ", "#",  " #", "\"", "'",  "[",  "]",      "{",      "}",    ",",
                                                  "- ", "-",  "\n", " ",  "  ", "\t", "|",  ">",      "\\",     "&",    "*",
                                                  "!",  "%",  "@",  "`",  "?",  "~",  "\r", "\u00A0", "\u200B", "\x01", "å"};
    const std::string folder = std::string(PRESSRUM_TESTS_DIR) + "/told/";
    check_golden(folder + "yaml-odd.txt", with_marks_changed_shortly(kOdd, kMarks, yaml_told_shortly) +
                                              with_marks_changed_shortly(kRare, kMarks, yaml_told_shortly));
    check_golden(folder + "body-odd.txt", with_marks_changed_shortly(kOddBody, kMarks, body_told_shortly));
}
