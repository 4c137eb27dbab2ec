#pragma once
// The form of a field: one row says everything about it.
//
// A RecordType is a table of Field rows for one struct of model/. Decoding walks it, and so do the JSON Schema, the
// reference page, `pressrum new` and the messages about unknown keys: a new field is a member and a row.

#include "base/diagnostic.hpp"
#include "read/yaml/yaml.hpp"

#include <span>
#include <string_view>

namespace pressrum {

enum class FieldType {
    text,         // one line or more of plain text
    markdown,     // text with Markdown
    key,          // a-z 0-9 and hyphens: a permanent name
    language,     // BCP 47
    url,          // http, https or mailto address, or an address on this site that begins with /
    path,         // an address on this site, begins with /
    file,         // a file's name, beside the post or in site/assets
    color,        // #rrggbb
    color_name,   // a colour by its name in CSS
    event,        // POST#EVENT: an event of another post
    email,        // one address
    phone,        // one number
    credit,       // who took a picture
    alt,          // what a picture shows; "" on purpose: it is decoration
    public_key,   // of minisign: RW…
    date,         // 2024-05-07
    time,         // 2024-05-07T16:30
    moment,       // a date or a time
    boolean,      // true, false
    integer,      // a whole number above 0
    coordinates,  // [latitude, longitude]
    focus,        // [from the left, from the top], 0 to 1
    choice,       // one of the row's choices
    record,       // a mapping with fields of its own
};

enum class Shape { one, list, keyed };  // keyed: a mapping from keys of the writer's own to values

enum class Need {
    optional,
    required,
    original,  // required, but a translation takes it over from its original
};

struct RecordType;
struct Decoder;

struct Field {
    std::string_view key;
    FieldType type;
    Shape shape;
    Need need;
    Words doc;
    std::string_view example;                   // YAML that can be pasted after "key: "
    std::span<const std::string_view> choices;  // of FieldType::choice, in the order of the enumeration
    const RecordType& (*record)();              // of FieldType::record; else null
    void (*decode)(const YamlNode& node, const Field& field, void* target, Decoder& decoder);
};

struct RecordType {
    std::string_view name;  // as in the reference: post, quote, event
    Words doc;
    std::span<const Field> fields;
    std::string_view shorthand;  // a scalar in place of the mapping is this field; empty: not allowed
    void (*check)(const void* record, const YamlNode& node, Decoder& decoder);  // what no single field can tell; may be null
    std::string_view reference = {};  // a field that says where all the others are taken from: with it none is required
};

// Carried through the decoding of one file.
struct Decoder {
    Diagnostics& diagnostics;
    bool translation = false;

    void report(const Rule* rule, Span at, std::vector<std::string> words = {}, std::string suggestion = {}) {
        diagnostics.add(Diagnostic{rule, at, std::move(words), std::move(suggestion), {}});
    }
};

// Fills `record` (of the struct that `type` describes) from a mapping: unknown, misspelt, missing and ill-typed fields are
// reported, the others are filled.
void decode_record(const YamlNode& node, const RecordType& type, void* record, Decoder& decoder);

// The words for a field's type in messages and in the reference ("en tid, t.ex. 2024-05-07T16:30").
Words type_words(FieldType type);

}  // namespace pressrum
