#include "render/layout/view.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace pressrum {

std::size_t View::index_of(std::string_view name) const {
    const auto& fields = record_->fields;
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const ViewField& field) { return field.name == name; });
    return found == fields.end() ? kNone : static_cast<std::size_t>(found - fields.begin());
}

void View::put(std::size_t field, Prose prose) {
    values_[field] = std::move(prose.text);
    if (prose.language.empty() && languages_.empty()) return;
    languages_.resize(values_.size());
    languages_[field] = std::move(prose.language);
}

const std::string& View::language(std::size_t field) const {
    static const std::string none;
    return languages_.empty() ? none : languages_[field];
}

namespace {

void must_hold(const ViewRecord& record, std::size_t field, const View& item) {
    if (record.fields[field].record == &item.record()) return;
    throw std::logic_error("view \"" + std::string(record.name) + "\": \"" + std::string(record.fields[field].name) +
                           "\" holds another record");
}

}  // namespace

void View::put(std::size_t field, View record) {
    must_hold(*record_, field, record);
    values_[field] = std::make_unique<View>(std::move(record));
}

void View::put(std::size_t field, std::vector<View> list) {
    for (const View& item : list) must_hold(*record_, field, item);
    values_[field] = std::move(list);
}

bool View::present(std::size_t field) const {
    const Value& value = values_[field];
    if (const auto* text = std::get_if<std::string>(&value)) return !text->empty();
    if (const auto* flag = std::get_if<bool>(&value)) return *flag;
    if (const auto* list = std::get_if<std::vector<View>>(&value)) return !list->empty();
    return std::holds_alternative<std::unique_ptr<View>>(value);
}

namespace {

// "name: text"; further lines of a text are indented under the first. Depth is that of the views table, which is finite.
void write_debug_text(std::string& out, const View& view, const std::string& indent) {
    const auto& fields = view.record().fields;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (!view.present(i)) continue;
        out += indent;
        out += fields[i].name;
        const View::Value& value = view.value(i);
        if (const auto* text = std::get_if<std::string>(&value)) {
            if (!view.language(i).empty()) out += " [" + view.language(i) + "]";
            out += ": ";
            for (const char c : *text) {
                out += c;
                if (c == '\n') out += indent + "    ";
            }
            out += '\n';
        } else if (const auto* list = std::get_if<std::vector<View>>(&value)) {
            out += ":\n";
            for (const View& item : *list) {
                out += indent + "  -\n";
                write_debug_text(out, item, indent + "    ");
            }
        } else if (const auto* record = std::get_if<std::unique_ptr<View>>(&value)) {
            out += ":\n";
            write_debug_text(out, **record, indent + "    ");
        } else {
            out += '\n';
        }
    }
}

}  // namespace

std::string to_debug_text(const View& view) {
    std::string out;
    write_debug_text(out, view, "");
    return out;
}

}  // namespace pressrum
