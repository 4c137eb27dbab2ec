#include "model/names.hpp"
#include "render/release_fields.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

using namespace release_fields;

OrderedJson schema_of(Kind kind) {
    const auto text = [](const char* format) { return OrderedJson{{"type", "string"}, {"format", format}}; };
    switch (kind) {
        case Kind::text: return {{"type", "string"}};
        case Kind::address: return text("uri");
        case Kind::time: return text("date-time");
        case Kind::moment: return {{"anyOf", OrderedJson::array({text("date"), text("date-time")})}};
        case Kind::language: return {{"type", "string"}, {"pattern", "^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$"}};
        case Kind::media_type: return {{"type", "string"}, {"pattern", "^[a-z]+/[a-z0-9.+-]+$"}};
        case Kind::kind: return {{"enum", kNames<PostKind>}};
        case Kind::status: return {{"enum", kNames<EventStatus>}};
        case Kind::change: return {{"enum", kNames<ChangeKind>}};
        case Kind::whole: return {{"type", "integer"}, {"minimum", 1}};
        case Kind::decimal: return {{"type", "number"}};
        case Kind::record: break;
    }
    return OrderedJson::object();
}

void add_rows(OrderedJson& schema, const Record& record) {
    OrderedJson required = OrderedJson::array();
    for (const Row& row : record.rows) {
        OrderedJson value =
            row.record != nullptr ? OrderedJson{{"$ref", fmt::format("#/$defs/{}", row.record().name)}} : schema_of(row.kind);
        OrderedJson property = {{"description", row.doc}};
        if (row.list) property.update(OrderedJson{{"type", "array"}, {"minItems", 1}, {"items", std::move(value)}});
        else property.update(value);
        schema["properties"][row.key] = std::move(property);
        if (row.always) required.push_back(row.key);
    }
    schema["required"] = std::move(required);
}

// A record and those it holds, each once, in the order they are met.
void collect(const Record& record, std::vector<const Record*>& found) {
    if (std::find(found.begin(), found.end(), &record) != found.end()) return;
    found.push_back(&record);
    for (const Row& row : record.rows) {
        if (row.record != nullptr) collect(row.record(), found);
    }
}

constexpr const char* kVersionDoc = "number of this format: within it fields are added, never removed and never given another meaning";
constexpr const char* kYearsDoc = "of the index: the years that have releases, newest first";
constexpr const char* kYearDoc = "of a year's file: which year";
constexpr const char* kReleasesDoc = "of a year's file: every listed release, newest first; a translation is a release of its own";

// --- for people -----------------------------------------------------------------------------------------------------------

std::string value_words(const Row& row) {
    std::string words;
    switch (row.kind) {
        case Kind::text: words = "text"; break;
        case Kind::address: words = "address"; break;
        case Kind::time: words = "time with offset"; break;
        case Kind::moment: words = "date, or time with offset"; break;
        case Kind::language: words = "language (BCP 47)"; break;
        case Kind::media_type: words = "media type"; break;
        case Kind::kind: words = fmt::format("`{}`", fmt::join(kNames<PostKind>, "`, `")); break;
        case Kind::status: words = fmt::format("`{}`", fmt::join(kNames<EventStatus>, "`, `")); break;
        case Kind::change: words = fmt::format("`{}`", fmt::join(kNames<ChangeKind>, "`, `")); break;
        case Kind::whole: words = "whole number"; break;
        case Kind::decimal: words = "number"; break;
        case Kind::record: words = fmt::format("[{0}](#{0})", row.record().name); break;
    }
    return row.list ? "list of: " + words : words;
}

}  // namespace

std::string releases_schema(std::string_view address) {
    OrderedJson schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                          {"$id", address},
                          {"title", head_record().name},
                          {"description", head_record().doc},
                          {"type", "object"}};
    add_rows(schema, head_record());
    schema["properties"]["version"] = {{"description", kVersionDoc}, {"const", kDataVersion}};
    schema["properties"]["years"] = {{"description", kYearsDoc}, {"type", "array"}, {"items", {{"$ref", "#/$defs/year"}}}};
    schema["properties"]["year"] = OrderedJson{{"description", kYearDoc}};
    schema["properties"]["year"].update(schema_of(Kind::whole));
    schema["properties"]["releases"] = {{"description", kReleasesDoc}, {"type", "array"}, {"items", {{"$ref", "#/$defs/release"}}}};
    schema["required"].push_back("version");
    schema["oneOf"] = OrderedJson::array({{{"required", {"years"}}}, {{"required", {"year", "releases"}}}});
    std::vector<const Record*> records = {&year_record()};
    collect(release_record(), records);
    for (const Record* record : records) {
        OrderedJson definition = {{"description", record->doc}, {"type", "object"}};
        add_rows(definition, *record);
        schema["$defs"][record->name] = std::move(definition);
    }
    return schema.dump(2) + "\n";
}

std::string releases_markdown() {
    std::vector<const Record*> records = {&head_record(), &year_record()};
    collect(release_record(), records);
    std::string out;
    for (const Record* record : records) {
        std::string about = record->doc;
        about.front() = static_cast<char>(about.front() - 'a' + 'A');
        out += fmt::format("\n## {}\n\n{}.\n\n| field | value | always there | what |\n| --- | --- | --- | --- |\n", record->name, about);
        for (const Row& row : record->rows)
            out += fmt::format("| `{}` | {} | {} | {} |\n", row.key, value_words(row), row.always ? "yes" : "", row.doc);
        if (record != &head_record()) continue;
        out += fmt::format(
            "| `version` | the number {} | yes | {} |\n| `years` | list of: [year](#year) | | {} |\n| `year` | whole number | | {} |\n"
            "| `releases` | list of: [release](#release) | | {} |\n",
            kDataVersion, kVersionDoc, kYearsDoc, kYearDoc, kReleasesDoc);
    }
    return out;
}

}  // namespace pressrum
