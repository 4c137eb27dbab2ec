#include "cli/layout_reference.hpp"

#include "base/text.hpp"
#include "cli/reference.hpp"
#include "render/layout/views_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace pressrum {
namespace {

struct TypeRow {
    ViewType type;
    std::string_view words;    // what it is called
    std::string_view written;  // how a layout writes it; {0}: its name
};
constexpr TypeRow kTypes[] = {
    {ViewType::text, "text", "{{0}}"},
    {ViewType::optional_text, "text, may be empty", "{{#has_0}}{{0}}{{/has_0}}"},
    {ViewType::prose, "text with its language", "{{0}}"},
    {ViewType::optional_prose, "text with its language, may be empty", "{{#has_0}}{{0}}{{/has_0}}"},
    {ViewType::html, "HTML", "{{{0}}}"},
    {ViewType::optional_html, "HTML, may be empty", "{{#has_0}}{{{0}}}{{/has_0}}"},
    {ViewType::flag, "yes or no", "{{#0}}…{{/0}}"},
    {ViewType::record, "record", "{{#0}}…{{/0}}"},
    {ViewType::optional_record, "record, may be missing", "{{#0}}…{{/0}}"},
    {ViewType::list, "list", "{{#has_0}}{{#0}}…{{/0}}{{/has_0}}"},
};

const TypeRow& row_of(ViewType type) {
    return *std::find_if(std::begin(kTypes), std::end(kTypes), [&](const TypeRow& row) { return row.type == type; });
}

std::string written(const ViewField& field) { return replace_all(std::string(row_of(field.type).written), "0", field.name); }

// "event box" → "event-box": the heading's address, as GitHub makes it.
std::string anchor(std::string_view heading) { return replace_all(ascii_lower(heading), " ", "-"); }

std::string type_words(const ViewField& field) {
    const std::string_view words = row_of(field.type).words;
    if (field.record == nullptr) return std::string(words);
    return fmt::format("{}: [{}](#{})", words, field.record->name, anchor(field.record->name));
}

std::string heading_of(const LayoutKind& kind) { return fmt::format("{}.mustache", kind.name); }

void write_fields(std::string& out, const ViewRecord& record) {
    out += "| name | type | written | what it is |\n| --- | --- | --- | --- |\n";
    for (const ViewField& field : record.fields)
        out += fmt::format("| `{}` | {} | `{}` | {} |\n", field.name, type_words(field), written(field), field.doc);
}

// Records that a layout sees itself are described under its name; further ones once each, where they are first met.
void collect(const ViewRecord& record, std::vector<const ViewRecord*>& records) {
    for (const ViewField& field : record.fields) {
        if (field.record == nullptr || std::find(records.begin(), records.end(), field.record) != records.end()) continue;
        records.push_back(field.record);
        collect(*field.record, records);
    }
}

constexpr std::string_view kIntroduction = R"(# What a layout can write

<!-- Printed by `pressrum layouts --format markdown`; `./run docs` renews it. -->

Pages are [Mustache](https://mustache.github.io/mustache.5.html) templates. A layout holds no logic: every name below is a finished text, a yes or no, a
record or a list. All of them are checked when the layouts are loaded, so a misspelt name is a message with file, line and the nearest
name, never an empty place on a page.

## Change one part and keep the rest

Put a file of the same name under `site/layouts/`: it takes the place of the one in `layouts/`, and everything else stays as it is.

    site/layouts/partials/photo.mustache    instead of layouts/partials/photo.mustache
    site/layouts/release.mustache           instead of layouts/release.mustache
    site/assets/style.css                   instead of layouts/assets/style.css

A further layout is called `release-NAME.mustache` or `page-NAME.mustache` and sees what `release` or `page` sees; a post asks for it with `layout:
release-NAME`. A partial is a file under `partials/`, written into another with `{{>NAME}}`, and sees what stands around it.

## How it is written

- `{{name}}` writes a text, with `<`, `&` and quotation marks made harmless. `{{{name}}}` is for what is HTML already, and refused for anything else.
- `{{#name}}…{{/name}}` is written once for a record or a flag that holds, and once for each item of a list. Inside, the names of that record
  count first, then those around it.
- `{{^name}}…{{/name}}` is written when there is nothing.
- What may be empty has a flag beside it, `has_NAME`, because Mustache takes an empty text for something.
- What somebody has written may be in another language than the page. Such a text has its language beside it, `NAME_lang`, when it differs:
  `<p{{#has_role_lang}} lang="{{role_lang}}"{{/has_role_lang}}>{{role}}</p>`. A screen reader then reads it with the right voice.
- `{{words.KEY}}` is one of the program's own words in the language of the page. Each can be changed in `site/strings/LANGUAGE.yaml`.
- Addresses (`url`, `…_url`) are finished: they hold the base path and may be written into `href` as they are.

`pressrum explain /2026/11/slug/` shows what a page's layout gets: every name below, with its value on that page.
)";

}  // namespace

std::string layouts_text() {
    std::string out;
    const auto section = [&](std::string_view name, const ViewRecord& record) {
        out += fmt::format("{}: {}\n", name, record.doc);
        for (const ViewField& field : record.fields)
            out += fmt::format("  {:<22} {:<24} {}\n", field.name, row_of(field.type).words, field.doc);
    };
    std::vector<const ViewRecord*> records;
    for (const LayoutKind& kind : kLayoutKinds) {
        section(heading_of(kind), *kind.record);
        collect(*kind.record, records);
    }
    section("common", kCommonView);
    collect(kCommonView, records);
    for (const ViewRecord* record : records) section(record->name, *record);
    return out;
}

std::string layouts_markdown() {
    std::string out(kIntroduction);
    out += "\n## Everywhere\n\nEvery layout and every partial can write these.\n\n";
    write_fields(out, kCommonView);
    std::vector<const ViewRecord*> records;
    collect(kCommonView, records);
    out += "\n## The layouts\n";
    for (const LayoutKind& kind : kLayoutKinds) {
        out += fmt::format("\n### {}\n\n{}\n\n", heading_of(kind), sentence(kind.record->doc));
        write_fields(out, *kind.record);
        collect(*kind.record, records);
    }
    out += "\n## The records in them\n";
    for (const ViewRecord* record : records) {
        out += fmt::format("\n### {}\n\n{}\n\n", record->name, sentence(record->doc));
        write_fields(out, *record);
    }
    return out;
}

}  // namespace pressrum
