#pragma once
// What a layout gets: records of finished strings, flags and lists, each described by a row of the views table.
//
// A View is one record. It has every field of its ViewRecord from the beginning (empty, false, no items), so that a name never
// falls outwards to another record: an event without an address shows none, not the post's. Views are made as ViewOf<kRecord>, whose names
// and types the compiler checks; only which record a record holds is checked when it runs; a wrong one throws.
// Optional texts and records, and lists, come with a flag has_NAME, because Mustache takes an empty text for true. Prose comes with
// NAME_lang and has_NAME_lang, for <p lang>: WCAG 3.1.2, language of parts.

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace pressrum {

enum class ViewType : std::uint8_t {
    text,            // escaped where it is written
    prose,           // a text that somebody wrote, with its language: NAME_lang when it is not the page's
    optional_prose,  // with has_NAME
    optional_text,   // with has_NAME
    html,            // made by the generator, written raw: {{{NAME}}}
    optional_html,   // with has_NAME
    flag,
    record,           // fields of another record: {{#NAME}}…{{/NAME}} or {{NAME.FIELD}}
    optional_record,  // with has_NAME
    list,             // of records, with has_NAME
};

struct ViewRecord;

struct ViewField {
    std::string_view name;
    ViewType type;
    std::string_view doc;
    const ViewRecord* record = nullptr;  // of record, optional_record, list
};

struct ViewRecord {
    std::string_view name;  // as messages call it
    std::string_view doc;
    std::span<const ViewField> fields;
};

constexpr bool is_prose(ViewType type) { return type == ViewType::prose || type == ViewType::optional_prose; }
constexpr bool has_flag(ViewType type) {
    return type != ViewType::text && type != ViewType::prose && type != ViewType::html && type != ViewType::flag &&
           type != ViewType::record;
}

constexpr bool is_text(ViewType type) {
    return type == ViewType::text || type == ViewType::optional_text || type == ViewType::html || type == ViewType::optional_html;
}

struct Prose {
    std::string text;
    std::string language;  // BCP 47; empty: the page's
};

class View {
public:
    explicit View(const ViewRecord& record) : record_(&record), values_(record.fields.size()) {}

    const ViewRecord& record() const { return *record_; }
    using Value = std::variant<std::monostate, std::string, bool, std::unique_ptr<View>, std::vector<View>>;
    const Value& value(std::size_t field) const { return values_[field]; }
    // Of prose, when it is not the page's.
    const std::string& language(std::size_t field) const;
    // The index of a field; none when the record has no such field.
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::size_t index_of(std::string_view name) const;
    // Whether a value is there: a text that is not empty, a record that was set, a list with items, a flag that is true.
    bool present(std::size_t field) const;

protected:
    void put(std::size_t field, std::string text) { values_[field] = std::move(text); }
    void put(std::size_t field, std::string_view text) { put(field, std::string(text)); }
    void put(std::size_t field, const char* text) { put(field, std::string(text)); }
    void put(std::size_t field, bool flag) { values_[field] = flag; }
    void put(std::size_t field, Prose prose);
    void put(std::size_t field, View record);
    void put(std::size_t field, std::vector<View> list);

private:
    const ViewRecord* record_;
    std::vector<Value> values_;
    std::vector<std::string> languages_;  // parallel to the values; empty while all is in the page's language
};

// A name of a field as an argument of a template.
template <std::size_t kSize>
struct FieldName {
    char letters[kSize];

    consteval FieldName(const char (&name)[kSize]) { std::copy_n(name, kSize, letters); }
    constexpr std::string_view view() const { return {letters, kSize - 1}; }
};

constexpr std::size_t find_field(const ViewRecord& record, std::string_view name) {
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
        if (record.fields[i].name == name) return i;
    }
    return View::kNone;
}

// What may be set into a field of the type.
template <class T>
constexpr bool fits(ViewType type) {
    using Plain = std::remove_cvref_t<T>;
    if constexpr (std::is_same_v<Plain, bool>) return type == ViewType::flag;
    else if constexpr (std::is_same_v<Plain, Prose>) return is_prose(type);
    else if constexpr (std::is_same_v<Plain, std::vector<View>>) return type == ViewType::list;
    else if constexpr (std::is_base_of_v<View, Plain>) return type == ViewType::record || type == ViewType::optional_record;
    else return is_prose(type) || is_text(type);
}

template <class T>
constexpr bool takes(const ViewRecord& record, std::string_view name) {
    const std::size_t field = find_field(record, name);
    return field != View::kNone && fits<T>(record.fields[field].type);
}

// A view whose record the compiler knows: a name that the table does not have, or a value of another type, does not compile.
template <const ViewRecord& kRecord>
class ViewOf : public View {
public:
    ViewOf() : View(kRecord) {}

    template <FieldName kName, class T>
        requires(takes<T>(kRecord, kName.view()))
    ViewOf& set(T&& value) {
        constexpr std::size_t kField = find_field(kRecord, kName.view());
        put(kField, std::forward<T>(value));
        return *this;
    }
    template <FieldName kName>
        requires(find_field(kRecord, kName.view()) != kNone)
    bool has() const {
        constexpr std::size_t kField = find_field(kRecord, kName.view());
        return present(kField);
    }
};

// The view as indented text, for `explain` and tests: one line per field, empty ones left out.
std::string to_debug_text(const View& view);

}  // namespace pressrum
