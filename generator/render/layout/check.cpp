#include "render/layout/check.hpp"

#include "base/text.hpp"
#include "model/rules.hpp"
#include "render/layout/names.hpp"
#include "render/layout/views_table.hpp"

#include <algorithm>

namespace pressrum {

namespace {

using Kind = LayoutNode::Kind;

// How much one layout may hold with its partials in place: partials that include each other many times double at each level.
constexpr std::size_t kMaxNodes = 100'000;

LayoutReference::Kind reference_kind(const LayoutName& found) {
    if (found.field == nullptr) return LayoutReference::Kind::words;
    if (found.lang) return found.has ? LayoutReference::Kind::has_language : LayoutReference::Kind::language;
    if (found.has) return LayoutReference::Kind::present;
    switch (found.field->type) {
        case ViewType::flag: return LayoutReference::Kind::flag;
        case ViewType::list: return LayoutReference::Kind::list;
        case ViewType::record:
        case ViewType::optional_record: return LayoutReference::Kind::record;
        case ViewType::html:
        case ViewType::optional_html: return LayoutReference::Kind::html;
        default: return LayoutReference::Kind::text;
    }
}

}  // namespace

// One layout on its way through its file and the partials it includes.
class LayoutWalk {
public:
    LayoutWalk(LayoutChecker& checker, FileId file, const ViewRecord& record)
        : checker_(checker), files_{file}, open_{&kCommonView, &record} {
        checked_.record = &record;
        checked_.depth = open_.size();
    }

    std::optional<CheckedLayout> check(const std::vector<LayoutNode>& nodes) {
        walk(nodes, 0, nodes.size());
        write_own_text();
        return usable_ ? std::optional(std::move(checked_)) : std::nullopt;
    }

private:
    void walk(const std::vector<LayoutNode>& nodes, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end && !given_up_; ++i) {
            const LayoutNode& node = nodes[i];
            if (++nodes_met_ > kMaxNodes) return give_up(rule("layout/too-large"), node.at, {});
            switch (node.kind) {
                case Kind::text: own_text_ += node.words; break;
                case Kind::variable:
                case Kind::raw: add_variable(node); break;
                case Kind::section:
                case Kind::inverted:
                    add_section(nodes, i);
                    i = node.end;
                    break;
                case Kind::partial: include(node); break;
                case Kind::end:
                case Kind::comment: break;
            }
        }
    }

    void add_variable(const LayoutNode& node) {
        const bool raw = node.kind == Kind::raw;
        const auto found = find(node, raw ? LayoutUse::raw : LayoutUse::text);
        if (found) write_tag("{{", add_reference(*found, node));
    }

    void add_section(const std::vector<LayoutNode>& nodes, std::size_t index) {
        const LayoutNode& node = nodes[index];
        const bool inverted = node.kind == Kind::inverted;
        const auto found = find(node, inverted ? LayoutUse::inverted : LayoutUse::section);
        if (!found) return;  // what is in it cannot be judged without knowing what it shows
        const LayoutReference::Kind kind = reference_kind(*found);
        const bool opens_record = !inverted && (kind == LayoutReference::Kind::list || kind == LayoutReference::Kind::record);
        if (open_.size() == kMaxLayoutDepth) return give_up(rule("layout/too-deep"), node.at, {std::to_string(kMaxLayoutDepth)});
        open_.push_back(opens_record ? found->field->record : open_.back());
        checked_.depth = std::max(checked_.depth, open_.size());

        const std::size_t number = add_reference(*found, node);
        write_tag(inverted ? "{{^" : "{{#", number);
        walk(nodes, index + 1, node.end);
        // The line end of a section alone on its line goes with what it shows; between the items of a list there is none.
        const bool line_end_inside = node.whole_line && (inverted || kind != LayoutReference::Kind::list);
        if (line_end_inside) own_text_ += '\n';
        write_tag("{{/", number);
        if (node.whole_line && !line_end_inside) own_text_ += '\n';
        open_.pop_back();
    }

    void include(const LayoutNode& node) {
        const auto partial = checker_.partials_.find(node.words);
        if (partial == checker_.partials_.end()) {
            std::vector<std::string_view> names;
            for (const auto& [name, file] : checker_.partials_) names.push_back(name);
            const auto nearest = find_nearest(node.words, names);
            return report({rule("layout/unknown-partial"), {std::string(node.words)}, std::string(nearest.value_or(""))}, node.name);
        }
        const auto& [file, nodes] = partial->second;
        if (const auto again = std::find(files_.begin(), files_.end(), file); again != files_.end()) return report_circle(again, node);
        if (!nodes) {
            usable_ = false;  // its fault is reported already
            return;
        }
        if (files_.size() == kMaxLayoutDepth) return give_up(rule("layout/too-deep"), node.at, {std::to_string(kMaxLayoutDepth)});
        files_.push_back(file);
        included_at_.push_back(node.at);
        walk(*nodes, 0, nodes->size());
        included_at_.pop_back();
        files_.pop_back();
    }

    std::optional<LayoutName> find(const LayoutNode& node, LayoutUse use) {
        Result<LayoutName> found = find_layout_name(node.words, open_);
        if (!found) {
            report(std::move(found.error()), node.name);
            return std::nullopt;
        }
        if (auto misuse = find_misuse(*found, node.words, use)) {
            report(std::move(*misuse), node.name);
            return std::nullopt;
        }
        return std::move(*found);
    }

    std::size_t add_reference(const LayoutName& found, const LayoutNode& node) {
        write_own_text();
        LayoutReference reference{reference_kind(found), found.scope, found.path, {}};
        if (reference.kind == LayoutReference::Kind::words) reference.text = node.words.substr(node.words.find('.') + 1);
        checked_.references.push_back(std::move(reference));
        return checked_.references.size() - 1;
    }

    void write_tag(std::string_view before, std::size_t number) {
        write_own_text();
        checked_.tags += before;
        checked_.tags += std::to_string(number);
        checked_.tags += "}}";
    }

    // What the layout itself says between two tags is one piece, whatever comments and partials lay there.
    void write_own_text() {
        if (own_text_.empty()) return;
        checked_.tags += "{{" + std::to_string(checked_.references.size()) + "}}";
        checked_.references.push_back({LayoutReference::Kind::own_text, 0, {}, std::exchange(own_text_, {})});
    }

    void report(Problem problem, Span at) {
        usable_ = false;
        if (!checker_.reported_.emplace(at, problem.rule).second) return;
        Diagnostic diagnostic{problem.rule, at, std::move(problem.words), std::move(problem.suggestion), {}};
        if (!included_at_.empty())
            diagnostic.notes.push_back({included_at_.front(), {"filen tas in här", "the file is included here"}, {}});
        checker_.diagnostics_.add(std::move(diagnostic));
    }

    void report_circle(std::vector<FileId>::const_iterator first, const LayoutNode& node) {
        std::string circle;
        for (auto file = first; file != files_.cend(); ++file) circle += checker_.sources_[*file].path + " → ";
        report({rule("layout/partial-circle"), {circle + checker_.sources_[*first].path}, {}}, node.at);
    }

    void give_up(const Rule* why, Span at, std::vector<std::string> words) {
        given_up_ = true;
        report({why, std::move(words), {}}, at);
    }

    LayoutChecker& checker_;
    CheckedLayout checked_;
    std::string own_text_;                 // of the layout, not yet written
    std::vector<FileId> files_;            // the layout and the partials that are open
    std::vector<Span> included_at_;        // of each open partial
    std::vector<const ViewRecord*> open_;  // a section that opens no record repeats the one around it
    std::size_t nodes_met_ = 0;
    bool usable_ = true;
    bool given_up_ = false;
};

namespace {

// An empty file would be sound, and what it replaces would be gone from every page.
bool has_content(const Sources& sources, FileId file, Diagnostics& diagnostics) {
    if (!trim(sources[file].text).empty()) return true;
    diagnostics.add({rule("layout/empty"), {file, 0, 0}, {}, {}, {}});
    return false;
}

}  // namespace

void LayoutChecker::add_partial(std::string_view name, FileId file) {
    has_content(sources_, file, diagnostics_);
    partials_.insert_or_assign(std::string(name), std::pair(file, parse_layout(sources_, file, diagnostics_)));
}

std::optional<CheckedLayout> LayoutChecker::check(FileId file, const ViewRecord& record) {
    if (!has_content(sources_, file, diagnostics_)) return std::nullopt;
    const File nodes = parse_layout(sources_, file, diagnostics_);
    return nodes ? LayoutWalk(*this, file, record).check(*nodes) : std::nullopt;
}

}  // namespace pressrum
