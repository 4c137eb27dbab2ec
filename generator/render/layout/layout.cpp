#include "render/layout/layout.hpp"

#include "base/escape.hpp"
#include "base/path.hpp"
#include "base/text.hpp"
#include "model/rules.hpp"
#include "render/layout/check.hpp"
#include "render/layout/views_table.hpp"

#include <kainjow/mustache.hpp>

#include <algorithm>
#include <charconv>
#include <functional>
#include <stdexcept>

// The engine is given a text of tags alone, whose names are numbers (render/layout/check). It walks the sections, and asks what a name is
// when it comes to it. A text is then written here, and for the engine there is nothing there: it would copy each of them four times on
// its way to the page. A record, and an item of a list, is for the engine only a mark: its address says which View is meant.
//
// One parsed template is used by several threads at once. The engine writes into it only for partials, lambdas and faults; there
// are none.

namespace pressrum {

namespace {

using Engine = kainjow::mustache::mustache;
using Data = kainjow::mustache::data;
using Kind = LayoutReference::Kind;

// Where the engine writes what it knows of the texts: nothing.
struct Nowhere {
    Nowhere& operator<<(const std::string&) { return *this; }
};

}  // namespace

struct Layouts::Template {
    explicit Template(CheckedLayout layout) : engine(layout.tags), checked(std::move(layout)) {
        for (const LayoutReference& reference : checked.references) {
            if (reference.kind == Kind::own_text) size += reference.text.size();
        }
        if (!engine.is_valid()) throw std::logic_error("a checked layout that the engine refuses: " + engine.error_message());
    }

    Engine engine;
    CheckedLayout checked;
    std::size_t size = 0;  // bytes of the layout's own text
};

namespace {

class Filling final : public kainjow::mustache::basic_context<std::string> {
public:
    Filling(const CheckedLayout& layout, const View& page, const View& common, const Lexicon& words, std::string& out)
        : layout_(layout), words_(words), out_(out), open_{&common, &page} {
        open_.reserve(layout.depth);
        entries_.reserve(layout.depth);
        for (std::size_t i = 0; i < layout.depth; ++i) entries_.emplace_back();
    }

    // The engine pushes what get() gave it for the section, or an item of it.
    void push(const Data* data) override {
        const Entry& entry = entries_[open_.size()];
        if (data == &record_) {
            open_.push_back(entry.record);
        } else if (entry.list != nullptr) {
            open_.push_back(&(*entry.list)[static_cast<std::size_t>(data - entry.items.list_value().data())]);
        } else {
            open_.push_back(open_.back());
        }
    }

    void pop() override { open_.pop_back(); }

    const Data* get(const std::string& name) const override {
        std::size_t number = 0;
        std::from_chars(name.data(), name.data() + name.size(), number);
        const LayoutReference& reference = layout_.references[number];
        switch (reference.kind) {
            case Kind::own_text: out_ += reference.text; return nullptr;
            case Kind::words: append_html(out_, words_[reference.text]); return nullptr;
            case Kind::text: append_html(out_, field_text(reference)); return nullptr;
            case Kind::html: out_ += field_text(reference); return nullptr;
            case Kind::language: append_html(out_, language_of(reference)); return nullptr;
            default: return section(reference);
        }
    }

    const Data* get_partial(const std::string&) const override { return nullptr; }

private:
    // What a section about to be opened at some depth shows.
    struct Entry {
        const View* record = nullptr;
        const std::vector<View>* list = nullptr;  // null: not a list
        Data items{Data::type::invalid};          // as many marks as the list has items
    };

    // The record that holds the last field of the path; null when one on the way is not there.
    const View* find_holder(const LayoutReference& reference) const {
        const View* view = open_[reference.scope];
        for (std::size_t i = 0; i + 1 < reference.path.size() && view != nullptr; ++i) {
            const auto* record = std::get_if<std::unique_ptr<View>>(&view->value(reference.path[i]));
            view = record == nullptr ? nullptr : record->get();
        }
        return view;
    }

    std::string_view field_text(const LayoutReference& reference) const {
        const View* view = find_holder(reference);
        const auto* found = view == nullptr ? nullptr : std::get_if<std::string>(&view->value(reference.path.back()));
        return found == nullptr ? std::string_view() : *found;
    }

    std::string_view language_of(const LayoutReference& reference) const {
        const View* view = find_holder(reference);
        return view == nullptr ? std::string_view() : view->language(reference.path.back());
    }

    const Data* section(const LayoutReference& reference) const {
        Entry& entry = entries_[open_.size()];
        entry.list = nullptr;  // of the section before, whatever becomes of this one
        if (reference.kind == Kind::has_language) return language_of(reference).empty() ? &no_ : &yes_;
        const View* view = find_holder(reference);
        if (view == nullptr || !view->present(reference.path.back())) return &no_;
        const View::Value& value = view->value(reference.path.back());
        if (reference.kind == Kind::record) {
            entry.record = std::get<std::unique_ptr<View>>(value).get();
            return &record_;
        }
        if (reference.kind != Kind::list) return &yes_;
        entry.list = &std::get<std::vector<View>>(value);
        entry.items = Data(kainjow::mustache::list(entry.list->size(), Data(Data::type::bool_true)));
        return &entry.items;
    }

    const CheckedLayout& layout_;
    const Lexicon& words_;
    std::string& out_;
    std::vector<const View*> open_;
    mutable std::vector<Entry> entries_;  // by the number of open records; never grows, since the engine holds addresses in it
    const Data yes_{true}, no_{false}, record_{true};
};

std::string_view name_of(std::string_view path) {
    const std::string_view file = file_name_of(path);
    return file.substr(0, file.rfind('.'));
}

// The record that a layout sees by its name; null when no page uses such a layout.
const ViewRecord* find_record(std::string_view name) {
    if (name.starts_with("release-")) return &kReleaseView;
    if (name.starts_with("page-")) return &kPageView;
    const auto kind =
        std::find_if(std::begin(kLayoutKinds), std::end(kLayoutKinds), [&](const LayoutKind& row) { return row.name == name; });
    return kind == std::end(kLayoutKinds) ? nullptr : kind->record;
}

}  // namespace

Layouts::Layouts() = default;
Layouts::Layouts(Layouts&&) noexcept = default;
Layouts& Layouts::operator=(Layouts&&) noexcept = default;
Layouts::~Layouts() = default;

Layouts Layouts::load(const SourceTree& tree, Diagnostics& diagnostics) {
    Layouts layouts;
    LayoutChecker checker(tree.sources, diagnostics);
    for (const FileId file : tree.partials) checker.add_partial(name_of(tree.sources[file].path), file);

    std::vector<std::string_view> missing;
    for (const LayoutKind& kind : kLayoutKinds) missing.push_back(kind.name);
    for (const FileId file : tree.layouts) std::erase(missing, name_of(tree.sources[file].path));

    for (const FileId file : tree.layouts) {
        const std::string_view name = name_of(tree.sources[file].path);
        const ViewRecord* record = find_record(name);
        if (record == nullptr) {
            // A misspelt name is one fault: the layout that was meant is not missing as well.
            const auto meant = find_nearest(name, missing);
            diagnostics.add(
                Diagnostic{rule("layout/unknown-layout"), {file, 0, 0}, {std::string(name)}, std::string(meant.value_or("")), {}});
            if (meant) std::erase(missing, *meant);
            continue;
        }
        if (auto checked = checker.check(file, *record)) layouts.templates_.emplace(name, std::make_unique<Template>(std::move(*checked)));
    }
    for (const std::string_view name : missing) diagnostics.add(Diagnostic{rule("layout/missing"), {}, {std::string(name)}, {}, {}});
    layouts.complete_ =
        std::all_of(std::begin(kLayoutKinds), std::end(kLayoutKinds), [&](const LayoutKind& kind) { return layouts.has(kind.name); });
    return layouts;
}

std::string Layouts::render(std::string_view name, const View& page, const View& common, const Lexicon& words) const {
    const auto found = templates_.find(name);
    if (found == templates_.end()) throw std::logic_error("there is no layout \"" + std::string(name) + "\"");
    Template& layout = *found->second;
    if (&page.record() != layout.checked.record || &common.record() != &kCommonView)
        throw std::logic_error("the layout \"" + std::string(name) + "\" sees another record");
    std::string out;
    out.reserve(layout.size + 4096);
    Filling filling(layout.checked, page, common, words, out);
    Nowhere nowhere;
    layout.engine.render(filling, nowhere);
    out.shrink_to_fit();  // a page is held until it is published
    return out;
}

}  // namespace pressrum
