#include "cli/json_out.hpp"

#include "base/text.hpp"
#include "cli/log.hpp"
#include "read/yaml/yaml.hpp"

#include <nlohmann/json.hpp>

namespace pressrum {
namespace {

using Json = nlohmann::ordered_json;

// Bytes that are not UTF-8 become U+FFFD instead of ending the program. The text may go to a log.
std::string dumped(const Json& json, int indent) {
    return no_orders_in_json(json.dump(indent, ' ', false, Json::error_handler_t::replace));
}

Json both(const Words& words) { return {{"sv", words.sv}, {"en", words.en}}; }

// --- findings -----------------------------------------------------------------------------------------------------------

void add_place(Json& json, const std::optional<Place>& at) {
    if (!at) {
        for (const char* key : {"path", "line", "column", "end_line", "end_column"}) json[key] = nullptr;
        return;
    }
    json["path"] = at->path;
    json["line"] = at->begin.line;
    json["column"] = at->begin.column;
    json["end_line"] = at->end.line;
    json["end_column"] = at->end.column;
}

Json finding_json(const Finding& finding) {
    Json json = {{"rule", finding.rule->id}, {"severity", severity_words(finding.severity, MessageLanguage::english)}};
    add_place(json, finding.at);
    json["message"] = finding.text;
    json["help"] = finding.help;
    json["suggestion"] = finding.suggestion;
    json["notes"] = Json::array();
    for (const FindingNote& note : finding.notes) {
        Json& entry = json["notes"].emplace_back(Json::object());
        add_place(entry, note.at);
        entry["message"] = note.text;
    }
    json["more"] = finding.more;
    return json;
}

// --- schema -------------------------------------------------------------------------------------------------------------

constexpr const char* kDatePattern = R"([1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))";
constexpr const char* kTimePattern = R"(T([01]\d|2[0-3]):[0-5]\d)";
constexpr const char* kKeyPattern = "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$";

Json pattern(std::string text) { return {{"type", "string"}, {"pattern", std::move(text)}}; }

class SchemaWriter {
public:
    explicit SchemaWriter(MessageLanguage language) : language_(language) {}

    Json document(const RecordType& type) {
        Json schema = {
            {"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", type.name}, {"description", in(language_, type.doc)}};
        schema.update(mapping(type));
        if (!definitions_.empty()) schema["$defs"] = std::move(definitions_);
        return schema;
    }

private:
    Json mapping(const RecordType& type) {
        Json properties = Json::object(), required = Json::array();
        for (const Field& field : type.fields) {
            properties[std::string(field.key)] = property(field);
            if (field.need == Need::required) required.push_back(field.key);
        }
        Json schema = {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
        if (required.empty()) return schema;
        if (type.reference.empty()) schema["required"] = std::move(required);
        else schema["anyOf"] = Json::array({{{"required", std::move(required)}}, {{"required", Json::array({type.reference})}}});
        return schema;
    }

    Json property(const Field& field) {
        Json schema = {{"description", in(language_, field.doc)}};
        switch (field.shape) {
            case Shape::one: schema.update(value(field)); break;
            case Shape::list: schema.update(Json{{"type", "array"}, {"items", value(field)}}); break;
            case Shape::keyed:
                schema.update(Json{{"type", "object"}, {"additionalProperties", value(field)}});
                if (field.type == FieldType::record) schema["propertyNames"] = pattern(kKeyPattern);
                break;
        }
        if (const Json example = example_of(field); !example.is_null()) schema["examples"] = Json::array({example});
        return schema;
    }

    Json value(const Field& field) {
        switch (field.type) {
            case FieldType::text:
            case FieldType::credit:
            case FieldType::alt:
            case FieldType::markdown: return text(field);
            case FieldType::key: return {{"type", "string"}, {"pattern", kKeyPattern}, {"maxLength", 100}};
            case FieldType::language: return pattern("^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$");
            case FieldType::url: return pattern(R"(^(https?://[^/\s<>"]|mailto:[^/\s<>"]|tel:[^/\s<>"]|/(?!/))[^\s<>"]*$)");
            case FieldType::path: return pattern("^/[A-Za-z0-9_.~/-]+$");
            case FieldType::file: return pattern(R"(^[^/\\:][^\\:]*$)");
            case FieldType::color: return pattern("^#[0-9A-Fa-f]{6}$");
            case FieldType::color_name: return pattern("^[A-Za-z]+$");
            case FieldType::event: return pattern("^[a-z0-9.-]+#[a-z0-9-]+$");
            case FieldType::email: return pattern(R"(^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$)");
            case FieldType::phone: return pattern("^[0-9 ()+-]*[0-9][0-9 ()+-]*$");
            case FieldType::public_key: return pattern("^RW[A-Za-z0-9+/]{54}$");
            case FieldType::date: return pattern(std::string("^") + kDatePattern + "$");
            case FieldType::time: return pattern(std::string("^") + kDatePattern + kTimePattern + "$");
            case FieldType::moment: return pattern(std::string("^") + kDatePattern + "(" + kTimePattern + ")?$");
            case FieldType::boolean: return {{"enum", Json::array({true, false, "true", "false"})}};
            case FieldType::integer: return {{"anyOf", Json::array({{{"type", "integer"}, {"minimum", 1}}, pattern("^0*[1-9][0-9]*$")})}};
            case FieldType::coordinates: return pair_of_numbers({-90, 90}, {-180, 180});
            case FieldType::focus: return pair_of_numbers({0, 1}, {0, 1});
            case FieldType::choice: return {{"enum", field.choices}};
            case FieldType::record: return record(field.record());
        }
        return Json::object();
    }

    // A field's type reads the text as it stands: `title: 2024` is the title "2024", although YAML has a number there.
    Json text(const Field& field) {
        const bool may_be_empty = field.type == FieldType::alt;
        const char* name = may_be_empty ? "text_or_empty" : "text";
        Json& definition = definitions_[name];
        if (definition.is_null()) {
            const Json words = may_be_empty ? Json{{"type", "string"}} : pattern(R"(\S)");
            definition = {{"anyOf", Json::array({words, {{"type", "number"}}, {{"type", "boolean"}}})}};
        }
        return reference(name);
    }

    struct Range {
        int least, most;
    };
    static Json pair_of_numbers(Range first, Range second) {
        const auto within = [](Range range) {
            return Json{{"anyOf", Json::array({{{"type", "number"}, {"minimum", range.least}, {"maximum", range.most}},
                                               pattern(range.least < 0 ? R"(^-?[0-9]+(\.[0-9]+)?$)" : R"(^[0-9]+(\.[0-9]+)?$)")})}};
        };
        return {{"type", "array"},
                {"prefixItems", Json::array({within(first), within(second)})},
                {"items", false},
                {"minItems", 2},
                {"maxItems", 2}};
    }

    Json record(const RecordType& type) {
        const std::string name(type.name);
        if (!definitions_.contains(name)) {
            definitions_[name] = Json::object();  // its place in the order; records may nest
            Json definition = {{"description", in(language_, type.doc)}};
            definition.update(mapping(type));
            for (const Field& field : type.fields) {
                if (field.key == type.shorthand) definition = {{"anyOf", Json::array({value(field), std::move(definition)})}};
            }
            definitions_[name] = std::move(definition);
        }
        return reference(name);
    }

    static Json reference(const std::string& name) { return {{"$ref", "#/$defs/" + name}}; }

    // The example as a YAML reader with the usual types sees it; those of the table are scalars, flat lists and flat mappings.
    static Json example_of(const Field& field) {
        if (field.example.empty()) return nullptr;
        Sources sources;
        const std::string text = "x: " + std::string(field.example);
        const FileId file = sources.add("", text);
        Diagnostics faults;
        const auto yaml = read_yaml(sources, {file, 0, static_cast<std::uint32_t>(text.size())}, faults);
        return yaml && yaml->find("x") != nullptr ? to_json(yaml->find("x")->value, field.type) : Json();
    }

    static Json to_json(const YamlNode& node, FieldType type) {
        switch (node.kind) {
            case YamlNode::Kind::null: return nullptr;
            case YamlNode::Kind::sequence: {
                Json list = Json::array();
                for (const YamlNode& item : node.items) list.push_back(to_json(item, type));
                return list;
            }
            case YamlNode::Kind::mapping: {
                Json object = Json::object();
                for (const YamlEntry& entry : node.entries) object[entry.key] = to_json(entry.value, type);
                return object;
            }
            case YamlNode::Kind::scalar: break;
        }
        const bool number = type == FieldType::integer || type == FieldType::coordinates || type == FieldType::focus;
        return number || type == FieldType::boolean ? Json::parse(node.text, nullptr, false) : Json(node.text);
    }

    MessageLanguage language_;
    Json definitions_ = Json::object();
};

}  // namespace

void write_json_lines(std::ostream& out, const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) out << dumped(finding_json(finding), -1) << '\n';
}

std::string json_schema(const RecordType& type, MessageLanguage language) {
    return dumped(SchemaWriter(language).document(type), 2) + "\n";
}

std::string json_rules(std::span<const std::span<const Rule>> tables) {
    Json list = Json::array();
    for (const std::span<const Rule> table : tables) {
        for (const Rule& row : table) {
            list.push_back({{"id", row.id},
                            {"severity", severity_words(row.severity, MessageLanguage::english)},
                            {"adjustable", row.adjustable},
                            {"text", both(row.text)},
                            {"help", both(row.help)}});
        }
    }
    return dumped(list, 2) + "\n";
}

std::string json_formats(std::span<const Format> formats) {
    Json list = Json::array();
    for (const Format& format : formats) {
        list.push_back({{"name", format.name},
                        {"pattern", format.pattern},
                        {"media_type", format.media_type},
                        {"doc", both(format.doc)},
                        {"depends", both(format.depends)}});
    }
    return dumped(list, 2) + "\n";
}

std::string json_balance(const Balance& balance) {
    const auto entry = [](const BalanceRow& row) {
        return Json{{"key", row.key.empty() ? Json() : Json(row.key)},
                    {"name", row.name.empty() ? Json() : Json(row.name)},
                    {"parties", row.parties},
                    {"statements", row.statements},
                    {"releases", row.releases},
                    {"words", row.words}};
    };
    const auto list = [&](const std::vector<BalanceRow>& rows) {
        Json all = Json::array();
        for (const BalanceRow& row : rows) all.push_back(entry(row));
        return all;
    };
    return dumped({{"from", to_iso(balance.from)},
                   {"to", to_iso(balance.to)},
                   {"statements", balance.whole.statements},
                   {"releases", balance.whole.releases},
                   {"words", balance.whole.words},
                   {"people", list(balance.people)},
                   {"parties", list(balance.parties)},
                   {"topics", list(balance.topics)}},
                  2) +
           "\n";
}

}  // namespace pressrum
