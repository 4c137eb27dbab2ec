// The tables as documents: JSON Schema, reference pages.
#include "base/text.hpp"
#include "cli/json_out.hpp"
#include "cli/reference.hpp"
#include "model/rules.hpp"
#include "read/fields.hpp"
#include "read/values.hpp"
#include "render/formats.hpp"

#include <catch2/catch.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <functional>
#include <regex>

using namespace pressrum;
using Json = nlohmann::ordered_json;

namespace {

constexpr MessageLanguage kSv = MessageLanguage::swedish;

const Json& post_schema() {
    static const Json schema = Json::parse(json_schema(post_type(), kSv));
    return schema;
}

const Json& resolved(const Json& document, const Json& schema) {
    if (!schema.contains("$ref")) return schema;
    return document.at(Json::json_pointer(schema["$ref"].get<std::string>().substr(1)));
}

// The part of JSON Schema that the program writes; an unknown keyword fails the test.
bool accepts(const Json& document, const Json& schema, const Json& value);

bool accepts_type(const std::string& type, const Json& value) {
    if (type == "string") return value.is_string();
    if (type == "number") return value.is_number();
    if (type == "integer") return value.is_number_integer();
    if (type == "boolean") return value.is_boolean();
    if (type == "array") return value.is_array();
    if (type == "object") return value.is_object();
    throw std::runtime_error("type " + type);
}

bool accepts_object(const Json& document, const Json& schema, const Json& value) {
    if (!value.is_object()) return true;
    for (const auto& [key, member] : value.items()) {
        if (schema.contains("propertyNames") && !accepts(document, schema["propertyNames"], key)) return false;
        if (schema.contains("properties") && schema["properties"].contains(key)) {
            if (!accepts(document, schema["properties"][key], member)) return false;
        } else if (schema.contains("additionalProperties") && !accepts(document, schema["additionalProperties"], member)) {
            return false;
        }
    }
    return true;
}

bool accepts_array(const Json& document, const Json& schema, const Json& value) {
    if (!value.is_array()) return true;
    const std::size_t prefix = schema.contains("prefixItems") ? schema["prefixItems"].size() : 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (!accepts(document, i < prefix ? schema["prefixItems"][i] : schema["items"], value[i])) return false;
    }
    return true;
}

bool accepts(const Json& document, const Json& schema, const Json& value) {
    if (schema.is_boolean()) return schema.get<bool>();
    for (const auto& [keyword, wanted] : schema.items()) {
        bool sound = true;
        if (keyword == "$ref") sound = accepts(document, resolved(document, schema), value);
        else if (keyword == "type") sound = accepts_type(wanted, value);
        else if (keyword == "pattern")
            sound = !value.is_string() || std::regex_search(value.get<std::string>(), std::regex(wanted.get<std::string>()));
        else if (keyword == "maxLength") sound = !value.is_string() || count_characters(value.get<std::string>()) <= wanted;
        else if (keyword == "enum") sound = std::find(wanted.begin(), wanted.end(), value) != wanted.end();
        else if (keyword == "minimum") sound = !value.is_number() || value >= wanted;
        else if (keyword == "maximum") sound = !value.is_number() || value <= wanted;
        else if (keyword == "minItems") sound = !value.is_array() || value.size() >= wanted;
        else if (keyword == "maxItems") sound = !value.is_array() || value.size() <= wanted;
        else if (keyword == "anyOf")
            sound = std::any_of(wanted.begin(), wanted.end(), [&](const Json& each) { return accepts(document, each, value); });
        else if (keyword == "required")
            sound = !value.is_object() ||
                    std::all_of(wanted.begin(), wanted.end(), [&](const Json& key) { return value.contains(key.get<std::string>()); });
        else if (keyword == "properties" || keyword == "additionalProperties" || keyword == "propertyNames")
            sound = accepts_object(document, schema, value);
        else if (keyword == "items" || keyword == "prefixItems") sound = accepts_array(document, schema, value);
        else if (keyword != "$schema" && keyword != "$defs" && keyword != "title" && keyword != "description" && keyword != "examples")
            throw std::runtime_error("keyword " + keyword);
        if (!sound) return false;
    }
    return true;
}

bool accepts(const Json& schema, const std::string& value) { return accepts(schema, schema, Json::parse(value)); }

// Every mapping in the schema, with where it is.
void for_each_schema(const Json& schema, const std::function<void(const Json&)>& look) {
    if (schema.is_object()) look(schema);
    if (schema.is_structured()) {
        for (const auto& [key, member] : schema.items()) for_each_schema(member, look);
    }
}

}  // namespace

TEST_CASE("the schema has every field of a post, closed and documented") {
    const Json& schema = post_schema();
    CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
    CHECK(schema["required"] == Json::array({"title"}));
    CHECK(schema["properties"].size() == post_type().fields.size());
    for (const Field& field : post_type().fields) {
        INFO(field.key);
        REQUIRE(schema["properties"].contains(std::string(field.key)));
        CHECK(schema["properties"][std::string(field.key)]["description"] == std::string(field.doc.sv));
    }
    std::size_t mappings = 0;
    for_each_schema(schema, [&](const Json& each) {
        if (!each.contains("properties") || !each["properties"].is_object() || !each.contains("type")) return;
        ++mappings;
        CHECK(each["additionalProperties"] == false);
    });
    CHECK(mappings == 11);
    CHECK(Json::parse(json_schema(post_type(), MessageLanguage::english))["properties"]["title"]["description"] == "the headline");
}

TEST_CASE("every reference in a schema leads somewhere, and every example is accepted") {
    for (const RecordType* type : {&post_type(), &page_type(), &site_type(), &person_type(), &topics_type()}) {
        const Json schema = Json::parse(json_schema(*type, kSv));
        for_each_schema(schema, [&](const Json& each) {
            if (each.contains("$ref") && each["$ref"].is_string()) CHECK_NOTHROW(resolved(schema, each));
            if (!each.contains("examples") || !each["examples"].is_array()) return;
            for (const Json& example : each["examples"]) {
                INFO(example.dump());
                CHECK(accepts(schema, each, example));
            }
        });
    }
}

TEST_CASE("the schema takes posts as they are written and refuses what the program refuses") {
    struct {
        std::string post;
        bool sound;
    } const cases[] = {
        {R"({"title": "Vi bygger", "published": "2024-05-02T10:00"})", true},
        {R"({"title": "Vi bygger"})", true},  // a translation takes the rest over from its original
        {R"({"title": 2024})", true},         // YAML's number is the text "2024"
        {R"({"title": "x", "topics": ["a", "b"], "draft": true, "kind": "news"})", true},
        {R"({"title": "x", "photo": {"src": "a.jpg", "alt": "", "credit": "Maria Ek"}})", true},
        {R"({"title": "x", "events": [{"id": "a", "title": "b", "start": "2024-05-07", "geo": [59.6, 17.0], "repeat": {"every": "week", "on": ["tue"], "count": 3}}]})",
         true},
        {R"({"published": "2024-05-02T10:00"})", false},
        {R"({"title": ""})", false},
        {R"({"title": " "})", false},
        {R"({"title": null})", false},
        {R"({"title": ["x"]})", false},
        {R"({"title": "x", "foto": {}})", false},
        {R"({"title": "x", "published": "2024-05-02 10:00"})", false},
        {R"({"title": "x", "published": "2024-05-02"})", false},
        {R"({"title": "x", "published": "2024-13-02T10:00"})", false},
        {R"({"title": "x", "topics": "a"})", false},
        {R"({"title": "x", "topics": ["Å"]})", false},
        {R"({"title": "x", "draft": "true"})", true},  // to a reader that leaves scalars text
        {R"({"title": "x", "events": [{"id": "a", "geo": ["59.6", "-17"], "repeat": {"every": "week", "count": "6"}}]})", true},
        {R"({"title": "x", "draft": "ja"})", false},
        {R"({"title": "x", "draft": 1})", false},
        {R"({"title": "x", "events": [{"id": "a", "geo": ["59,6", "17"]}]})", false},
        {R"({"title": "x", "events": [{"id": "a", "repeat": {"every": "week", "count": "00"}}]})", false},
        {R"({"title": "x", "kind": "nyhet"})", false},
        {R"({"title": "x", "photo": {"src": "a.jpg", "credit": "Maria Ek"}})", false},
        {R"({"title": "x", "photo": {"src": "a.jpg", "alt": "b", "credit": ""}})", false},
        {R"({"title": "x", "photo": {"src": "/a.jpg", "alt": "b", "credit": "c"}})", false},
        {R"({"title": "x", "events": [{"id": "a", "geo": [59.6]}]})", false},
        {R"({"title": "x", "events": [{"id": "a", "geo": [59.6, 17.0, 3]}]})", false},
        {R"({"title": "x", "events": [{"id": "a", "geo": [99, 17.0]}]})", false},
        {R"({"title": "x", "events": [{"id": "a", "repeat": {"every": "week", "count": 0}}]})", false},
        {R"x({"title": "x", "links": [{"title": "a", "url": "javascript:alert(1)"}]})x", false},
        {R"({"title": "x", "aliases": ["nyheter/1/"]})", false},
    };
    for (const auto& [post, sound] : cases) {
        INFO(post);
        CHECK(accepts(post_schema(), post) == sound);
    }
}

TEST_CASE("a topic may be its name alone, and keys of one's own are checked") {
    const Json schema = Json::parse(json_schema(topics_type(), kSv));
    CHECK(accepts(schema, R"({"topics": {"dialog": "Dialog", "trygghet": {"name": "Trygghet", "names": {"en": "Safety"}}}})"));
    CHECK_FALSE(accepts(schema, R"({"topics": {"Dialog!": "Dialog"}})"));
    CHECK_FALSE(accepts(schema, R"({"topics": {"dialog": {"description": "utan namn"}}})"));
    CHECK_FALSE(accepts(schema, R"({"topics": {"dialog": ["Dialog"]}})"));
}

TEST_CASE("the schema never refuses a value that the program takes") {
    struct {
        std::string field;
        std::function<bool(std::string_view)> taken;
    } const readers[] = {
        {"id", [](std::string_view v) { return parse_key(v).has_value(); }},
        {"lang", [](std::string_view v) { return parse_language(v).has_value(); }},
        {"published", [](std::string_view v) { return parse_time(v).has_value(); }},
    };
    struct {
        std::string record, field;
        std::function<bool(std::string_view)> taken;
    } const inner[] = {
        {"event", "start", [](std::string_view v) { return parse_moment(v).has_value(); }},
        {"link", "url", [](std::string_view v) { return parse_url(v).has_value(); }},
        {"quote", "approved", [](std::string_view v) { return parse_date(v).has_value(); }},
        {"photo", "src", [](std::string_view v) { return parse_file_name(v).has_value(); }},
    };
    const std::string values[] = {"a",
                                  "a-b",
                                  "-a",
                                  "a-",
                                  "9",
                                  "åäö",
                                  "sv",
                                  "sv-SE",
                                  "s",
                                  "eng",
                                  "https://a.example/x",
                                  "http://a",
                                  "https:///x",
                                  "mailto:a@b.example",
                                  "tel:+46",
                                  "/x",
                                  "//x",
                                  "/",
                                  "x/",
                                  "a.jpg",
                                  "bild/a b.jpg",
                                  "../a",
                                  "a\\b",
                                  "2024-05-07",
                                  "2024-02-29",
                                  "2023-02-29",
                                  "2024-05-07T16:30",
                                  "2024-05-07T24:00",
                                  "0999-05-07",
                                  "9999-12-31T23:59",
                                  "",
                                  " ",
                                  "https://a.example/a b",
                                  "https://a.example/<x>"};
    const Json& schema = post_schema();
    const auto compare = [&](const Json& property, const std::string& value, bool taken) {
        INFO(property.dump() << " " << value);
        if (taken) CHECK(accepts(schema, property, value));
    };
    for (const std::string& value : values) {
        for (const auto& [field, taken] : readers) compare(schema["properties"][field], value, taken(value));
        for (const auto& [record, field, taken] : inner) compare(schema["$defs"][record]["properties"][field], value, taken(value));
    }
}

TEST_CASE("the reference of fields has every field of every record once, and only Markdown of its own") {
    const RecordType* const types[] = {&post_type(), &page_type(), &site_type(), &person_type(), &topics_type()};
    for (const MessageLanguage language : {kSv, MessageLanguage::english}) {
        const std::string page = fields_markdown(types, language);
        std::size_t links = 0;
        for (const std::string_view line : split(page, '\n')) {
            if (line.starts_with("| `"))
                CHECK(std::count(line.begin(), line.end(), '|') - 2 * std::count(line.begin(), line.end(), '\\') <= 6);
            if (line.find("](#") != std::string_view::npos) ++links;
        }
        CHECK(links > 10);
        for (const Field& field : post_type().fields) {
            INFO(field.key);
            CHECK(page.find("\n| `" + std::string(field.key) + "` | ") != std::string::npos);
        }
        for (const char* heading : {"\n## post\n", "\n## quote\n", "\n## event\n", "\n## repeat\n", "\n## page\n", "\n## site\n",
                                    "\n## person\n", "\n## topics\n", "\n## topic\n"}) {
            INFO(heading);
            const std::size_t first = page.find(heading);
            REQUIRE(first != std::string::npos);
            CHECK(page.find(heading, first + 1) == std::string::npos);
        }
        CHECK(page.find("![](photo") == std::string::npos);
    }
}

TEST_CASE("a row of the reference of fields tells all about the field") {
    const RecordType* const types[] = {&post_type()};
    const std::string page = fields_markdown(types, kSv);
    for (const char* row : {"| `title` | rubriken | text | ja | `title: Vi bygger ut Ekbackens skola` |\n",
                            "| `published` | när inlägget publiceras; i framtiden = väntar till dess | datum och klockslag, t.ex. "
                            "2024-05-07T16:30 | ja, men inte i en översättning | `published: 2024-05-02T10:00` |\n",
                            "| `kind` | slags inlägg | `press-release`, `news`, `invitation`, `statement` |  | `kind: press-release` |\n",
                            "| `events` | evenemang | lista: [event](#event) |  |  |\n"}) {
        INFO(row);
        CHECK(page.find(row) != std::string::npos);
    }
}

TEST_CASE("rules are listed in every form, with gaps shown as such") {
    static constexpr Rule kRows[] = {
        {"a/b", Severity::error, false, {"okänd \"{0}\" | x", "unknown \"{0}\" | x"}, {}},
        {"a/c", Severity::warning, true, {"undvik", "avoid"}, {"skriv {1}", "write {1}"}},
    };
    const std::span<const Rule> tables[] = {kRows};
    CHECK(rules_text(tables, kSv) == "a/b (fel)\n    okänd \"…\" | x\na/c (varning, kan ändras)\n    undvik\n    = skriv …\n");
    CHECK(rules_markdown(tables, MessageLanguage::english)
              .ends_with("| `a/b` | error |  | unknown \"…\" \\| x |  |\n| `a/c` | warning | yes | avoid | write … |\n"));
    const Json json = Json::parse(json_rules(tables));
    CHECK(json.size() == 2);
    CHECK(json[1]["id"] == "a/c");
    CHECK(json[1]["severity"] == "warning");
    CHECK(json[1]["adjustable"] == true);
    CHECK(json[1]["text"]["sv"] == "undvik");
    CHECK(json[0]["help"]["en"] == "");
}

TEST_CASE("formats are listed in every form") {
    const std::string text = formats_text(kFormats, kSv), markdown = formats_markdown(kFormats, kSv);
    const Json json = Json::parse(json_formats(kFormats));
    CHECK(json.size() == kFormats.size());
    for (const Format& format : kFormats) {
        INFO(format.name);
        CHECK(("\n" + text).find(fmt::format("\n{}  {}", format.name, format.pattern)) != std::string::npos);
        CHECK(markdown.find(fmt::format("\n| `{}` | `{}` | ", format.name, format.pattern)) != std::string::npos);
    }
    CHECK(json[0]["name"] == std::string(kFormats[0].name));
    CHECK(text.find("görs av:  \n") == std::string::npos);
}
