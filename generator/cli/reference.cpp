#include "cli/reference.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/report.hpp"
#include "render/release_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace pressrum {
namespace {

// Plain text for a cell of a Markdown table: nothing in it is read as Markdown.
std::string cell(std::string_view text) {
    constexpr std::string_view kSpecial = "\\`*[]<>|~";
    std::string out;
    for (const char c : text) {
        if (kSpecial.find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
    return out;
}

// Literal text for a cell: a code span, which only a bar could end.
std::string code(std::string_view text) { return text.empty() ? "" : fmt::format("`{}`", replace_all(std::string(text), "|", "\\|")); }

std::string table_row(std::initializer_list<std::string> cells) { return fmt::format("| {} |\n", fmt::join(cells, " | ")); }

std::string table_head(std::initializer_list<std::string_view> names) {
    std::string out = fmt::format("| {} |\n|", fmt::join(names, " | "));
    for (std::size_t i = 0; i < names.size(); ++i) out += " --- |";
    return out + "\n";
}

// A rule's words before there is a finding to fill them.
std::string general(MessageLanguage language, const Words& words) { return say(language, words, std::vector<std::string>(10, "…")); }

// --- fields -------------------------------------------------------------------------------------------------------------

std::string value_words(const Field& field, MessageLanguage language) {
    std::string one;
    if (field.type == FieldType::choice) {
        std::vector<std::string> choices;
        for (const std::string_view choice : field.choices) choices.push_back(code(choice));
        one = join(choices, ", ");
    } else if (field.type == FieldType::record) {
        const std::string_view name = field.record().name;
        one = fmt::format("[{0}](#{0})", name);
    } else {
        one = cell(in(language, type_words(field.type)));
    }
    switch (field.shape) {
        case Shape::one: return one;
        case Shape::list: return say(language, {"lista: {0}", "list: {0}"}, {one});
        case Shape::keyed: return say(language, {"egna namn, vart och ett med: {0}", "names of your own, each with: {0}"}, {one});
    }
    return one;
}

std::string need_words(Need need, MessageLanguage language) {
    switch (need) {
        case Need::required: return std::string(in(language, {"ja", "yes"}));
        case Need::original: return std::string(in(language, {"ja, men inte i en översättning", "yes, but not in a translation"}));
        case Need::optional: break;
    }
    return "";
}

void collect(const RecordType& type, std::vector<const RecordType*>& found) {
    if (std::find(found.begin(), found.end(), &type) != found.end()) return;
    found.push_back(&type);
    for (const Field& field : type.fields) {
        if (field.record != nullptr) collect(field.record(), found);
    }
}

void write_record(std::string& out, const RecordType& type, MessageLanguage language) {
    out += fmt::format("\n## {}\n\n{}.", type.name, cell(sentence(in(language, type.doc))));
    if (!type.shorthand.empty()) {
        out += say(language,
                   {" I stället för alla fälten räcker det att skriva värdet för {0}.",
                    " Instead of all the fields the value of {0} alone will do."},
                   {code(type.shorthand)});
    }
    out += "\n\n" + (language == MessageLanguage::swedish ? table_head({"fält", "vad", "värde", "måste finnas", "exempel"})
                                                          : table_head({"field", "what", "value", "required", "example"}));
    for (const Field& field : type.fields) {
        const std::string example = field.example.empty() ? "" : code(fmt::format("{}: {}", field.key, field.example));
        out += table_row(
            {code(field.key), cell(in(language, field.doc)), value_words(field, language), need_words(field.need, language), example});
    }
}

std::string page_head(std::string_view title, std::string_view command, MessageLanguage language) {
    return fmt::format("# {}\n\n{}\n", title,
                       say(language,
                           {"Sidan är utskriven ur programmets tabeller med `{0}`; ändra den inte för hand.",
                            "This page is printed from the program's tables with `{0}`; do not edit it by hand."},
                           {std::string(command)}));
}

}  // namespace

std::string sentence(std::string_view words) {
    const std::size_t first = words.empty() ? 0 : character_at(words, 0).length;
    return to_upper(words.substr(0, first)) + std::string(words.substr(first));
}

std::string fields_markdown(std::span<const RecordType* const> types, MessageLanguage language) {
    std::string out = page_head(in(language, {"Alla fält", "All fields"}), "pressrum schema --format markdown", language);
    std::vector<const RecordType*> found;
    for (const RecordType* type : types) collect(*type, found);
    for (const RecordType* type : found) write_record(out, *type, language);
    return out;
}

// Its own words are English whatever the language: it is for those who build on the data, wherever they are.
std::string releases_reference(MessageLanguage language) {
    return page_head(in(language, {"Fälten i releases.json", "The fields of releases.json"}),
                     "pressrum schema --of releases --format markdown", language) +
           releases_markdown();
}

std::string rules_text(std::span<const std::span<const Rule>> tables, MessageLanguage language) {
    std::string out;
    for (const std::span<const Rule> table : tables) {
        for (const Rule& row : table) {
            out += fmt::format("{} ({}{})\n    {}\n", row.id, severity_words(row.severity, language),
                               row.adjustable ? in(language, {", kan ändras", ", adjustable"}) : "", general(language, row.text));
            if (!row.help.sv.empty()) out += fmt::format("    = {}\n", general(language, row.help));
        }
    }
    return out;
}

std::string rules_markdown(std::span<const std::span<const Rule>> tables, MessageLanguage language) {
    std::string out = page_head(in(language, {"Alla regler", "All rules"}), "pressrum rules --format markdown", language);
    out += say(language, {"\nEn regel som kan ändras sätts till `error`, `warning` eller `off` under `rules` i site/site.yaml. De andra "
                          "kan inte ändras, för då skulle något som är fel publiceras.\n\n",
                          "\nA rule that can be changed is set to `error`, `warning` or `off` under `rules` in site/site.yaml. The others "
                          "cannot be changed, for something wrong would be published.\n\n"});
    out += language == MessageLanguage::swedish ? table_head({"regel", "grad", "kan ändras", "vad som är fel", "vad man gör"})
                                                : table_head({"rule", "severity", "adjustable", "what is wrong", "what to do"});
    for (const std::span<const Rule> table : tables) {
        for (const Rule& row : table) {
            out += table_row({code(row.id), std::string(severity_words(row.severity, language)),
                              row.adjustable ? std::string(in(language, {"ja", "yes"})) : "", cell(general(language, row.text)),
                              cell(general(language, row.help))});
        }
    }
    return out;
}

std::string formats_text(std::span<const Format> formats, MessageLanguage language) {
    std::string out;
    for (const Format& format : formats) {
        out += fmt::format("{}  {}  ({})\n    {}\n    {} {}\n", format.name, format.pattern, format.media_type, in(language, format.doc),
                           in(language, {"görs av:", "made from:"}), in(language, format.depends));
    }
    return out;
}

std::string formats_markdown(std::span<const Format> formats, MessageLanguage language) {
    std::string out = page_head(in(language, {"Allt som pressrummet består av", "All that the press room is made of"}),
                                "pressrum formats --format markdown", language);
    out += "\n" + (language == MessageLanguage::swedish ? table_head({"namn", "adress", "typ", "vad", "görs av"})
                                                        : table_head({"name", "address", "type", "what", "made from"}));
    for (const Format& format : formats) {
        out += table_row({code(format.name), code(format.pattern), code(format.media_type), cell(in(language, format.doc)),
                          cell(in(language, format.depends))});
    }
    return out;
}

}  // namespace pressrum
