#include "read/field.hpp"

#include "base/invisible.hpp"
#include "base/text.hpp"
#include "model/rules.hpp"
#include "read/field_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

std::vector<std::string_view> keys_of(const RecordType& type) {
    std::vector<std::string_view> keys;
    for (const Field& field : type.fields) keys.push_back(field.key);
    return keys;
}

std::string list_of(std::span<const std::string_view> words) { return fmt::format("{}", fmt::join(words, ", ")); }

bool is_required(const Field& field, const Decoder& decoder) {
    return field.need == Need::required || (field.need == Need::original && !decoder.translation);
}

// Where a mapping begins, as a place that a caret can show: its first key.
Span first_key(const YamlNode& node) { return node.entries.empty() ? node.at : node.entries.front().key_at; }

}  // namespace

Words type_words(FieldType type) {
    switch (type) {
        case FieldType::text: return {"text", "text"};
        case FieldType::markdown: return {"text med Markdown", "text with Markdown"};
        case FieldType::key:
            return {"ett namn av små bokstäver, siffror och bindestreck", "a name of lower-case letters, digits and hyphens"};
        case FieldType::language: return {"en språkkod, t.ex. sv", "a language code, e.g. sv"};
        case FieldType::url: return {"en webbadress", "a web address"};
        case FieldType::path: return {"en adress på webbplatsen, t.ex. /nyheter/1234/", "an address on the site, e.g. /nyheter/1234/"};
        case FieldType::file: return {"ett filnamn", "a file name"};
        case FieldType::color: return {"en färg, t.ex. \"#1a5c38\"", "a colour, e.g. \"#1a5c38\""};
        case FieldType::color_name: return {"ett av CSS färgnamn, t.ex. seagreen", "a colour by its name in CSS, e.g. seagreen"};
        case FieldType::event: return {"ett inläggs id, tecknet # och evenemangets id", "a post's id, the sign # and the event's id"};
        case FieldType::email: return {"en e-postadress", "an e-mail address"};
        case FieldType::phone: return {"ett telefonnummer, t.ex. 0980-31 90 00", "a telephone number, e.g. 0980-31 90 00"};
        case FieldType::credit: return {"ett namn", "a name"};
        case FieldType::alt: return type_words(FieldType::text);
        case FieldType::public_key: return {"en öppen nyckel från minisign, RW…", "a public key of minisign, RW…"};
        case FieldType::date: return {"ett datum, t.ex. 2024-05-07", "a date, e.g. 2024-05-07"};
        case FieldType::time: return {"datum och klockslag, t.ex. 2024-05-07T16:30", "date and time, e.g. 2024-05-07T16:30"};
        case FieldType::moment: return {"datum och klockslag, eller ett datum för en hel dag", "date and time, or a date for a whole day"};
        case FieldType::boolean: return {"true eller false", "true or false"};
        case FieldType::integer: return {"ett heltal", "a whole number"};
        case FieldType::coordinates: return {"latitud och longitud, t.ex. [59.64, 17.08]", "latitude and longitude, e.g. [59.64, 17.08]"};
        case FieldType::focus:
            return {"två tal från 0 till 1: från vänster och uppifrån, t.ex. [0.5, 0.3]",
                    "two numbers from 0 to 1: from the left and from the top, e.g. [0.5, 0.3]"};
        case FieldType::choice: return {"ett av de fasta orden", "one of the fixed words"};
        case FieldType::record: return {"rader med egna nycklar", "lines with keys of their own"};
    }
    return {};
}

void decode_record(const YamlNode& node, const RecordType& type, void* record, Decoder& decoder) {
    if (node.kind == YamlNode::Kind::scalar && !type.shorthand.empty()) {
        const auto field = std::find_if(type.fields.begin(), type.fields.end(), [&](const Field& f) { return f.key == type.shorthand; });
        field->decode(node, *field, record, decoder);
        return;
    }
    const std::vector<std::string_view> keys = keys_of(type);
    if (node.kind != YamlNode::Kind::mapping) {
        decoder.report(rule("front-matter/wants-mapping"), node.at, {std::string(type.name), list_of(keys)});
        return;
    }

    const std::size_t before = decoder.diagnostics.size();
    std::vector<bool> met(type.fields.size(), false);
    for (const YamlEntry& entry : node.entries) {
        const auto found = std::find(keys.begin(), keys.end(), entry.key);
        if (found == keys.end()) {
            const auto nearest = find_nearest(ascii_lower(entry.key), keys);
            decoder.report(rule("front-matter/unknown-key"), entry.key_at, {entry.key, list_of(keys)}, std::string(nearest.value_or("")));
            // A misspelt field is there, only misspelt: it is not also missing.
            if (nearest) met[static_cast<std::size_t>(std::find(keys.begin(), keys.end(), *nearest) - keys.begin())] = true;
            continue;
        }
        const auto index = static_cast<std::size_t>(found - keys.begin());
        const Field& field = type.fields[index];
        met[index] = true;
        if (entry.value.kind == YamlNode::Kind::null) {
            decoder.report(rule("front-matter/empty"), entry.key_at, {entry.key});
        } else {
            field.decode(entry.value, field, record, decoder);
        }
    }
    const auto reference = std::find(keys.begin(), keys.end(), type.reference);
    const bool elsewhere = reference != keys.end() && met[static_cast<std::size_t>(reference - keys.begin())];
    for (std::size_t i = 0; i < keys.size() && !elsewhere; ++i) {
        const Field& field = type.fields[i];
        if (met[i] || !is_required(field, decoder)) continue;
        const Words words = type_words(field.type);
        // No suggestion: a line to add cannot stand in place of anything, and its value is the writer's to say.
        decoder.report(rule("front-matter/missing"), first_key(node),
                       {std::string(field.key), std::string(words.sv), std::string(words.en)});
    }
    if (type.check != nullptr && decoder.diagnostics.size() == before) type.check(record, node, decoder);
}

namespace fields {

std::optional<std::string_view> scalar(const YamlNode& node, const Field& field, Decoder& decoder) {
    // Nobody calls something "null": a program or a template left it there in place of a value.
    const bool left_empty = node.kind == YamlNode::Kind::null ||
                            (node.kind == YamlNode::Kind::scalar && !node.quoted && (node.text == "null" || node.text == "~"));
    if (node.kind == YamlNode::Kind::scalar && !left_empty) return node.text;
    const Words words = type_words(field.type);
    if (left_empty) decoder.report(rule("front-matter/empty"), node.at, {std::string(field.key)});
    else decoder.report(rule("front-matter/wants-value"), node.at, {std::string(field.key), std::string(words.sv), std::string(words.en)});
    return std::nullopt;
}

Result<std::string> parse_text(const Field& field, std::string_view text) {
    switch (field.type) {
        case FieldType::key: return parse_key(text);
        case FieldType::language: return parse_language(text);
        case FieldType::url: return parse_url(text);
        case FieldType::path: return parse_path(text);
        case FieldType::file: return parse_file_name(text);
        case FieldType::color: return parse_color(text);
        case FieldType::color_name: return parse_color_name(trim(text));
        case FieldType::event: return parse_event_reference(trim(text));
        case FieldType::email: return parse_email(trim(text));
        case FieldType::phone: return parse_phone(trim(text));
        case FieldType::public_key: return parse_signing_key(trim(text));
        default: break;
    }
    const VisibleText visible = without_invisible(std::string(text));  // an escape ("\u200B") may have brought one
    const std::string_view trimmed = trim(visible.text);
    if (field.type == FieldType::credit && !trimmed.empty()) return parse_credit(trimmed);
    if (trimmed.empty() && field.type != FieldType::alt)
        return tl::unexpected(Problem{rule("front-matter/empty"), {std::string(field.key)}, {}});
    return std::string(trimmed);
}

std::optional<std::size_t> choice(const YamlNode& node, const Field& field, Decoder& decoder) {
    const auto text = scalar(node, field, decoder);
    if (!text) return std::nullopt;
    const auto found = std::find(field.choices.begin(), field.choices.end(), *text);
    if (found != field.choices.end()) return static_cast<std::size_t>(found - field.choices.begin());
    const auto nearest = find_nearest(ascii_lower(*text), field.choices);
    decoder.report(rule("front-matter/choice"), node.at, {std::string(field.key), std::string(*text), list_of(field.choices)},
                   std::string(nearest.value_or("")));
    return std::nullopt;
}

namespace {

struct Limits {
    double least, most;

    bool hold(double number) const { return number >= least && number <= most; }
};

// [59.6361, 17.0777]; nothing, and a message, when it is not such a pair, or is beyond its limits.
std::optional<std::pair<double, double>> pair_of_numbers(const YamlNode& node, const Field& field, const Rule* wrong, Limits first,
                                                         Limits second, Decoder& decoder) {
    if (node.kind != YamlNode::Kind::sequence || node.items.size() != 2) {
        decoder.report(wrong, node.at);
        return std::nullopt;
    }
    double numbers[2] = {};
    for (std::size_t i = 0; i < 2; ++i) {
        const auto text = scalar(node.items[i], field, decoder);
        if (!text) return std::nullopt;
        const Result<double> number = parse_number(*text);
        if (!number) {
            decoder.diagnostics.add(number.error(), node.items[i].at);
            return std::nullopt;
        }
        numbers[i] = *number;
    }
    if (first.hold(numbers[0]) && second.hold(numbers[1])) return std::pair(numbers[0], numbers[1]);
    decoder.report(wrong, node.at);
    return std::nullopt;
}

}  // namespace

void decode_value(const YamlNode& node, const Field& field, Sourced<Coordinates>& target, Decoder& decoder) {
    const auto pair = pair_of_numbers(node, field, rule("value/coordinates"), {-90, 90}, {-180, 180}, decoder);
    if (pair) target = {{pair->first, pair->second}, node.at};
}

void decode_value(const YamlNode& node, const Field& field, Sourced<Focus>& target, Decoder& decoder) {
    const auto pair = pair_of_numbers(node, field, rule("value/focus"), {0, 1}, {0, 1}, decoder);
    if (pair) target = {{pair->first, pair->second}, node.at};
}

bool is_list(const YamlNode& node, const Field& field, Decoder& decoder) {
    if (node.kind == YamlNode::Kind::sequence) return true;
    const std::string suggestion =
        node.kind == YamlNode::Kind::scalar && !node.quoted && field.type != FieldType::record ? fmt::format("[{}]", node.text) : "";
    decoder.report(rule("front-matter/wants-list"), node.at, {std::string(field.key)}, suggestion);
    return false;
}

bool is_mapping(const YamlNode& node, const Field& field, Decoder& decoder) {
    if (node.kind == YamlNode::Kind::mapping) return true;
    decoder.report(rule("front-matter/wants-mapping"), node.at, {std::string(field.key), "…"});
    return false;
}

void report_key(const YamlEntry& entry, Decoder& decoder) {
    const Result<std::string> key = parse_key(entry.key);
    if (!key) decoder.diagnostics.add(key.error(), entry.key_at);
}

}  // namespace fields
}  // namespace pressrum
