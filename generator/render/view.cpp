#include "render/view.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace pressrum {

std::size_t View::index_of(std::string_view name) const {
    const auto& fields = record_->fields;
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const ViewField& field) { return field.name == name; });
    return found == fields.end() ? kNone : static_cast<std::size_t>(found - fields.begin());
}

View::Value& View::slot(std::string_view name, std::initializer_list<ViewType> types, const ViewRecord* record) {
    const std::size_t index = index_of(name);
    const auto fail = [&](std::string_view what) {
        throw std::logic_error("view \"" + std::string(record_->name) + "\": \"" + std::string(name) + "\" " + std::string(what));
    };
    if (index == kNone) fail("is no field of it");
    const ViewField& field = record_->fields[index];
    if (std::find(types.begin(), types.end(), field.type) == types.end()) fail("is of another type");
    if (record != nullptr && field.record != record) fail("holds another record");
    return values_[index];
}

View& View::set(std::string_view name, std::string text) {
    slot(name,
         {ViewType::text, ViewType::optional_text, ViewType::prose, ViewType::optional_prose, ViewType::html, ViewType::optional_html},
         nullptr) = std::move(text);
    return *this;
}

View& View::set(std::string_view name, Prose prose) {
    slot(name, {ViewType::prose, ViewType::optional_prose}, nullptr) = std::move(prose.text);
    if (prose.language.empty() && languages_.empty()) return *this;
    languages_.resize(values_.size());
    languages_[index_of(name)] = std::move(prose.language);
    return *this;
}

const std::string& View::language(std::size_t field) const {
    static const std::string none;
    return languages_.empty() ? none : languages_[field];
}

View& View::set(std::string_view name, bool flag) {
    slot(name, {ViewType::flag}, nullptr) = flag;
    return *this;
}

View& View::set(std::string_view name, View record) {
    const ViewRecord* type = record.record_;
    slot(name, {ViewType::record, ViewType::optional_record}, type) = std::make_unique<View>(std::move(record));
    return *this;
}

View& View::set(std::string_view name, std::vector<View> list) {
    Value& value = slot(name, {ViewType::list}, list.empty() ? nullptr : list.front().record_);
    const bool mixed = std::any_of(list.begin(), list.end(), [&](const View& item) { return item.record_ != list.front().record_; });
    if (mixed)
        throw std::logic_error("view \"" + std::string(record_->name) + "\": the items of \"" + std::string(name) +
                               "\" are of different records");
    value = std::move(list);
    return *this;
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
