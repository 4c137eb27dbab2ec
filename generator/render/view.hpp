#pragma once
// What a layout gets: records of finished strings, flags and lists, each described by a row of the views table.
//
// A View is one record. It has every field of its ViewRecord from the beginning (empty, false, no items), so that a name never
// falls outwards to another record: an event without an address shows none, not the post's. Setting a field that the table does
// not have, or of another type, is a programmer's error and throws.
// Optional texts and records, and lists, come with a flag has_NAME, because Mustache takes an empty text for true. Prose comes with
// NAME_lang and has_NAME_lang, for <p lang>: WCAG 3.1.2, language of parts.

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pressrum {

enum class ViewType : std::uint8_t {
    text,            // escaped where it is written
    prose,           // a text that somebody wrote, with its language: NAME_lang when it is another than the page's
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

struct Prose {
    std::string text;
    std::string language;  // BCP 47; empty: the page's
};

class View {
public:
    explicit View(const ViewRecord& record) : record_(&record), values_(record.fields.size()) {}

    View& set(std::string_view name, std::string text);
    View& set(std::string_view name, const char* text) { return set(name, std::string(text)); }
    View& set(std::string_view name, Prose prose);
    View& set(std::string_view name, bool flag);
    View& set(std::string_view name, View record);
    View& set(std::string_view name, std::vector<View> list);

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

private:
    Value& slot(std::string_view name, std::initializer_list<ViewType> types, const ViewRecord* record);

    const ViewRecord* record_;
    std::vector<Value> values_;
    std::vector<std::string> languages_;  // beside the values; empty as long as all is in the page's language
};

// The view as indented text, for `explain` and tests: one line a field, empty ones left out.
std::string to_debug_text(const View& view);

}  // namespace pressrum
