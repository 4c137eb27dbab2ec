#include "render/json_text.hpp"

#include <nlohmann/json.hpp>
#ifdef __SSE2__
#define RAPIDJSON_SSE2  // it looks for what must be escaped in sixteen bytes at once
#endif
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace pressrum {
namespace {

using Json = nlohmann::ordered_json;

template <class Writer>
void write_text(Writer& out, const std::string& text) {
    out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

template <class Writer>
void write(Writer& out, const Json& json) {
    switch (json.type()) {
        case Json::value_t::object:
            out.StartObject();
            for (const auto& [key, value] : json.get_ref<const Json::object_t&>()) {
                write_text(out, key);
                write(out, value);
            }
            out.EndObject();
            return;
        case Json::value_t::array:
            out.StartArray();
            for (const Json& each : json.get_ref<const Json::array_t&>()) write(out, each);
            out.EndArray();
            return;
        case Json::value_t::string: write_text(out, json.get_ref<const std::string&>()); return;
        default: {
            const std::string word = json.dump();
            out.RawValue(word.data(), word.size(), rapidjson::kNumberType);
            return;
        }
    }
}

}  // namespace

std::string to_json_line(const Json& json) {
    rapidjson::StringBuffer text;
    rapidjson::Writer writer(text);
    write(writer, json);
    return {text.GetString(), text.GetSize()};
}

std::string to_json_lines(const Json& json, unsigned indent) {
    rapidjson::StringBuffer text;
    rapidjson::PrettyWriter writer(text);
    writer.SetIndent(' ', indent);
    write(writer, json);
    return {text.GetString(), text.GetSize()};
}

}  // namespace pressrum
