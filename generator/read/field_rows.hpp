#pragma once
// How a Field row is made from a member: row<&Post::title>("title", FieldType::text, Need::required, …).
//
// The member's type decides the shape (one, list, keyed) and the function that decodes it; the row's FieldType decides what
// a text must look like. Only the field tables include this.

#include "base/member.hpp"
#include "model/field_traits.hpp"
#include "model/names.hpp"
#include "read/field.hpp"
#include "read/values.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pressrum {

// The table of a struct, defined in fields_post.cpp or fields_site.cpp.
template <class Record>
const RecordType& record_type();
template <>
const RecordType& record_type<Quote>();
template <>
const RecordType& record_type<Photo>();
template <>
const RecordType& record_type<Registration>();
template <>
const RecordType& record_type<Repeat>();
template <>
const RecordType& record_type<MovedTime>();
template <>
const RecordType& record_type<CancelledTime>();
template <>
const RecordType& record_type<Event>();
template <>
const RecordType& record_type<Change>();
template <>
const RecordType& record_type<Attachment>();
template <>
const RecordType& record_type<Link>();
template <>
const RecordType& record_type<Organization>();
template <>
const RecordType& record_type<License>();
template <>
const RecordType& record_type<LicenseTranslation>();
template <>
const RecordType& record_type<SiteTranslation>();
template <>
const RecordType& record_type<PathWords>();
template <>
const RecordType& record_type<Theme>();
template <>
const RecordType& record_type<FeedSettings>();
template <>
const RecordType& record_type<CalendarSettings>();
template <>
const RecordType& record_type<PhotoSettings>();
template <>
const RecordType& record_type<AccessibilityStatement>();
template <>
const RecordType& record_type<Role>();
template <>
const RecordType& record_type<FormerName>();
template <>
const RecordType& record_type<Portrait>();
template <>
const RecordType& record_type<Topic>();

namespace fields {

// --- single values, by type of the member -------------------------------------------------------------------------

// The scalar's text, or nothing and a message.
std::optional<std::string_view> scalar(const YamlNode& node, const Field& field, Decoder& decoder);
Result<std::string> parse_text(const Field& field, std::string_view text);

template <class T>
void store(Result<T> result, const YamlNode& node, Sourced<T>& target, Decoder& decoder) {
    if (result) target = Sourced<T>(std::move(*result), node.at);
    else decoder.diagnostics.add(std::move(result.error()), node.at);
}

inline void decode_value(const YamlNode& node, const Field& field, Text& target, Decoder& decoder) {
    if (const auto text = scalar(node, field, decoder)) store(parse_text(field, *text), node, target, decoder);
}
inline void decode_value(const YamlNode& node, const Field& field, Sourced<Date>& target, Decoder& decoder) {
    if (const auto text = scalar(node, field, decoder)) store(parse_date(*text), node, target, decoder);
}
inline void decode_value(const YamlNode& node, const Field& field, Sourced<LocalTime>& target, Decoder& decoder) {
    if (const auto text = scalar(node, field, decoder)) store(parse_time(*text), node, target, decoder);
}
inline void decode_value(const YamlNode& node, const Field& field, Sourced<Moment>& target, Decoder& decoder) {
    if (const auto text = scalar(node, field, decoder)) store(parse_moment(*text), node, target, decoder);
}
inline void decode_value(const YamlNode& node, const Field& field, Sourced<bool>& target, Decoder& decoder) {
    if (const auto text = scalar(node, field, decoder)) store(parse_boolean(*text), node, target, decoder);
}
inline void decode_value(const YamlNode& node, const Field& field, Sourced<int>& target, Decoder& decoder) {
    if (const auto text = scalar(node, field, decoder)) store(parse_integer(*text), node, target, decoder);
}
void decode_value(const YamlNode& node, const Field& field, Sourced<Coordinates>& target, Decoder& decoder);
void decode_value(const YamlNode& node, const Field& field, Sourced<Focus>& target, Decoder& decoder);

// The index of the scalar among the row's choices, or nothing and a message.
std::optional<std::size_t> choice(const YamlNode& node, const Field& field, Decoder& decoder);

template <class Enum>
    requires(!kNames<Enum>.empty())
void decode_value(const YamlNode& node, const Field& field, Sourced<Enum>& target, Decoder& decoder) {
    if (const auto index = choice(node, field, decoder)) {
        if constexpr (std::is_enum_v<Enum>) target = Sourced<Enum>(static_cast<Enum>(*index), node.at);
        else target = Sourced<Enum>(Enum(static_cast<unsigned>(*index + 1) % 7), node.at);  // weekday, Monday first
    }
}

template <class Record>
    requires requires(Record r) { r.at; }
void decode_value(const YamlNode& node, const Field&, Record& target, Decoder& decoder) {
    if constexpr (requires { target.at = node.at; }) target.at = node.at;
    decode_record(node, record_type<Record>(), &target, decoder);
}
template <class Record>
    requires(!requires(Record r) { r.at; } && std::is_aggregate_v<Record>)
void decode_value(const YamlNode& node, const Field&, Record& target, Decoder& decoder) {
    decode_record(node, record_type<Record>(), &target, decoder);
}

// --- shapes ---------------------------------------------------------------------------------------------------------

bool is_list(const YamlNode& node, const Field& field, Decoder& decoder);
bool is_mapping(const YamlNode& node, const Field& field, Decoder& decoder);
// Keys of a keyed field: permanent names, unless the keys are words of the writer's own (words_to_avoid) or ids (rules).
void report_key(const YamlEntry& entry, Decoder& decoder);

template <class T>
struct Member {
    using Value = T;
    static constexpr Shape shape = Shape::one;
    static void decode(const YamlNode& node, const Field& field, T& target, Decoder& decoder) {
        decode_value(node, field, target, decoder);
    }
};
template <class T>
struct Member<std::optional<T>> {
    using Value = T;
    static constexpr Shape shape = Shape::one;
    static void decode(const YamlNode& node, const Field& field, std::optional<T>& target, Decoder& decoder) {
        decode_value(node, field, target.emplace(), decoder);
    }
};
template <class T>
struct Member<std::vector<T>> {
    using Value = T;
    static constexpr Shape shape = Shape::list;
    static void decode(const YamlNode& node, const Field& field, std::vector<T>& target, Decoder& decoder) {
        if (!is_list(node, field, decoder)) return;
        for (const YamlNode& item : node.items) {
            const std::size_t before = decoder.diagnostics.size();
            T value{};
            decode_value(item, field, value, decoder);
            if constexpr (requires { value.given(); }) {
                if (decoder.diagnostics.size() == before) target.push_back(std::move(value));
            } else {
                target.push_back(std::move(value));  // kept although faulty, so that references to it are not faults of their own
            }
        }
    }
};
template <class T>
struct Member<std::vector<std::pair<Text, T>>> {
    using Value = T;
    static constexpr Shape shape = Shape::keyed;
    static void decode(const YamlNode& node, const Field& field, Keyed<T>& target, Decoder& decoder) {
        if (!is_mapping(node, field, decoder)) return;
        for (const YamlEntry& entry : node.entries) {
            // Translations have language tags as keys ("en-GB"); the link stage looks them up.
            if (field.type == FieldType::record && !std::is_same_v<T, SiteTranslation>) report_key(entry, decoder);
            T value{};
            Field own = field;
            if (field.type == FieldType::choice) own.key = entry.key;  // of "output/name: maybe" the message names output/name
            decode_value(entry.value, own, value, decoder);
            target.emplace_back(Text(entry.key, entry.key_at), std::move(value));
        }
    }
};

template <class T>
struct Unwrapped {
    using Type = T;
};
template <class T>
struct Unwrapped<Sourced<T>> {
    using Type = T;
};

template <auto Pointer>
constexpr Field row(std::string_view key, FieldType type, Need need, Words doc, std::string_view example = {}) {
    using Record = RecordOf<Pointer>;
    using Type = TypeOf<Pointer>;
    using Value = typename Member<Type>::Value;
    Field field{key, type, Member<Type>::shape, need, doc, example, {}, nullptr, nullptr};
    field.decode = [](const YamlNode& node, const Field& self, void* target, Decoder& decoder) {
        Member<Type>::decode(node, self, static_cast<Record*>(target)->*Pointer, decoder);
    };
    if (type == FieldType::choice) field.choices = kNames<typename Unwrapped<Value>::Type>;
    if constexpr (std::is_aggregate_v<Value> && !requires(Value v) { v.given(); }) field.record = &record_type<Value>;
    return field;
}

// Whether each field of the table has its row among the traits, in the same order.
template <class Record>
consteval bool have_traits(std::span<const Field> rows) {
    std::size_t known = 0;
    bool same = true;
    for_traits<Record>([&](const auto& row) {
        same = same && known < rows.size() && rows[known].key == row.name;
        ++known;
    });
    return same && known == rows.size();
}

}  // namespace fields
}  // namespace pressrum
