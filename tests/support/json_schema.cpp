#include "support/json_schema.hpp"

#include <regex>
#include <set>
#include <stdexcept>

namespace pressrum::test {
namespace {

using nlohmann::json;

// Only what is wrong in a way that this program could be wrong: the form, not every rule of the RFC.
bool has_form(const std::string& format, const std::string& text) {
    static const std::regex kUri("[a-z][a-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+"), kDate("\\d{4}-\\d\\d-\\d\\d"),
        kTime("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)");
    if (format == "uri") return std::regex_match(text, kUri);
    if (format == "date") return std::regex_match(text, kDate);
    if (format == "date-time") return std::regex_match(text, kTime);
    throw std::runtime_error("unknown format " + format);
}

bool is_type(const std::string& type, const json& value) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    throw std::runtime_error("unknown type " + type);
}

struct Checker {
    const json& root;
    std::vector<std::string> faults;

    void check(const json& schema, const json& value, const std::string& at) {
        static const std::set<std::string> kKnown = {"$schema", "$id",        "$defs",    "$ref",  "title",    "description",
                                                     "type",    "properties", "required", "items", "minItems", "minimum",
                                                     "format",  "pattern",    "enum",     "const", "anyOf",    "oneOf"};
        const auto fault = [&](const std::string& what) { faults.push_back(at + ": " + what + ", but " + value.dump()); };
        for (const auto& [word, rest] : schema.items()) {
            if (!kKnown.contains(word)) throw std::runtime_error("unknown word in the schema: " + word);
        }
        if (schema.contains("$ref")) check(root.at(json::json_pointer(schema["$ref"].get<std::string>().substr(1))), value, at);
        if (schema.contains("type") && !is_type(schema["type"], value)) return fault("not of type " + schema["type"].get<std::string>());
        if (schema.contains("const") && schema["const"] != value) fault("not " + schema["const"].dump());
        if (schema.contains("enum") && std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
            fault("none of " + schema["enum"].dump());
        if (schema.contains("minimum") && value < schema["minimum"]) fault("too small");
        if (schema.contains("format") && !has_form(schema["format"], value)) fault("no " + schema["format"].get<std::string>());
        if (schema.contains("pattern") && !std::regex_search(value.get<std::string>(), std::regex(schema["pattern"].get<std::string>())))
            fault("not as " + schema["pattern"].dump());
        if (schema.contains("anyOf") && count_fits(schema["anyOf"], value, at) == 0)
            faults.push_back(at + ": none of " + schema["anyOf"].dump() + " fits " + value.dump());
        if (schema.contains("oneOf") && count_fits(schema["oneOf"], value, at) != 1)
            faults.push_back(at + ": not exactly one of " + schema["oneOf"].dump() + " fits");
        if (schema.contains("minItems") && value.size() < schema["minItems"]) fault("too few");
        if (schema.contains("items")) {
            for (std::size_t i = 0; i < value.size(); ++i) check(schema["items"], value[i], at + "/" + std::to_string(i));
        }
        if (schema.contains("required")) {
            for (const json& name : schema["required"]) {
                if (!value.contains(name.get<std::string>())) fault("lacks " + name.get<std::string>());
            }
        }
        if (!schema.contains("properties")) return;
        for (const auto& [name, member] : value.items()) {
            if (!schema["properties"].contains(name)) fault("has " + name);
            else check(schema["properties"][name], member, at + "/" + name);
        }
    }

    std::size_t count_fits(const json& schemas, const json& value, const std::string& at) const {
        std::size_t fits = 0;
        for (const json& each : schemas) {
            Checker one{root, {}};
            one.check(each, value, at);
            if (one.faults.empty()) ++fits;
        }
        return fits;
    }
};

}  // namespace

std::vector<std::string> schema_faults(const json& schema, const json& value) {
    Checker checker{schema, {}};
    checker.check(schema, value, "");
    return checker.faults;
}

}  // namespace pressrum::test
