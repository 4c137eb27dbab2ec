#include "read/yaml/explain.hpp"

#include "base/text.hpp"
#include "base/yaml_text.hpp"
#include "model/rules.hpp"
#include "read/yaml/text.hpp"
#include "read/yaml/value_faults.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

// A YAML parser tells where it could not go on, which is often a line or a page after what the writer did: an unclosed quotation mark
// is noticed where the next one stands, a missing space after a colon at the next key. So the text is read once more, line by line
// and without any ambition to understand all of YAML, with an eye for what people do.
//
// Faults of values stand on their own, and each is reported. Of the faults of structure (indentation, lines without a key or a dash) only
// the first is reported: those after it are mostly its consequences.

namespace pressrum::yaml {

namespace {

class Explainer {
public:
    Explainer(Faults& faults, std::size_t begin) : faults_(faults), text_(faults.text), at_(begin) {}

    void explain() {
        while (at_ < text_.size() && after_ != After::unknown) at_ = line(at_);
    }

private:
    // A mapping or a list whose lines begin at `column`; `begin` is its first line.
    struct Level {
        int column;
        bool list;
        std::size_t begin;
    };

    // One line from its first byte; returns the first byte of the next line to look at.
    std::size_t line(std::size_t begin) {
        line_ = begin;
        std::size_t at = std::min(text_.find_first_not_of(' ', begin), text_.size());
        if (line_is_over(text_, at)) {
            comment_in_text(at);
            return next_line(text_, at);
        }
        if (begin == at && (is_marker("---") || is_marker("..."))) return next_line(text_, at);
        if (begin == at && text_[at] == '%') {
            faults_.add(rule("yaml/directive"), at, content_end(text_, at));
            return next_line(text_, at);
        }
        at = strange_indent(at);
        if (line_is_over(text_, at)) return next_line(text_, at);
        while (at < text_.size() && text_[at] == '-' && (line_is_over(text_, at + 1) || is_blank(text_[at + 1]))) {
            if (!enter(at, true)) return next_line(text_, at);
            after_ = After::open;
            at = skip_blanks(text_, at + 1);
            if (line_is_over(text_, at)) return next_line(text_, at);
        }
        return entry(at);
    }

    // "#trygghet" on a line of its own in the middle of a text.
    void comment_in_text(std::size_t at) {
        const std::size_t end = content_end(text_, at);
        if (after_ != After::text || end < at + 2 || text_[at] != '#' || is_blank(text_[at + 1]) ||
            static_cast<int>(at - line_) <= column())
            return;
        faults_.add(rule("yaml/hash"), at, end, {shown(text_.substr(at, end - at))});
    }

    bool is_marker(std::string_view mark) const { return text_.substr(line_, 3) == mark && line_is_over(text_, line_ + 3); }

    // Tabs and no-break spaces where spaces should be; returns the first byte after them.
    std::size_t strange_indent(std::size_t at) {
        std::size_t end = at;
        bool tab = false;
        while (end < text_.size()) {
            const Character c = character_at(text_, end);
            if (c.code != ' ' && c.code != '\t' && c.code != 0xA0) break;
            tab = tab || c.code == '\t';
            end += c.length;
        }
        if (end == at) return at;
        std::size_t column = 0;
        for (std::size_t i = line_; i < end; ++i) column += text_[i] == '\xC2' ? 0 : text_[i] == '\t' ? 2 : 1;
        structure(tab ? rule("yaml/tab") : rule("yaml/no-break-space"), line_, content_end(text_, line_),
                  indented_line(text_, line_, column));
        return end;
    }

    // What stands on a line after its indentation and dashes.
    std::size_t entry(std::size_t at) {
        if (text_[at] == '?' && (line_is_over(text_, at + 1) || is_blank(text_[at + 1]))) {
            faults_.add(rule("yaml/complex-key"), at, content_end(text_, at));
            after_ = After::faulty;
            return next_line(text_, at);
        }
        const auto colon = find_key_end(at);
        if (!colon) return no_key(at);
        if (is_reserved_start(text_[at])) {
            faults_.add(rule("yaml/start-character"), at, *colon, {std::string(1, text_[at])},
                        yaml_quoted(trim(text_.substr(at, *colon - at))));
            after_ = After::faulty;
            return next_line(text_, at);
        }
        if (!enter(at, false)) return next_line(text_, at);
        after_ = After::open;
        const std::size_t value = skip_blanks(text_, *colon + 1);
        return line_is_over(text_, value) ? next_line(text_, value) : read_value(value);
    }

    std::size_t read_value(std::size_t at) {
        const ValueEnd end = explain_value(faults_, at, column());
        after_ = end.after;
        return end.next;
    }

    // The colon after a key that begins at `at`.
    std::optional<std::size_t> find_key_end(std::size_t at) const {
        const std::size_t end = content_end(text_, at);
        if (text_[at] == '[' || text_[at] == '{') return std::nullopt;
        if (text_[at] == '"' || text_[at] == '\'') {
            const Quoted quoted = find_quote_end(text_.substr(0, end), at, -1);
            const std::size_t colon = skip_blanks(text_, quoted.end);
            return quoted.closed && colon < end && ends_key(text_, colon) ? std::optional(colon) : std::nullopt;
        }
        const std::size_t colon = find_colon(text_, at, value_end(text_, at));
        return colon < value_end(text_, at) ? std::optional(colon) : std::nullopt;
    }

    int column() const { return levels_.empty() ? -1 : levels_.back().column; }

    // Finds the mapping or list that a key or dash at `at` belongs to, or begins a new one. False: the line goes on with the text
    // above, or cannot be placed.
    bool enter(std::size_t at, bool dash) {
        const int here = static_cast<int>(at - line_);
        std::optional<Level> left;  // the outermost level that ends here
        while (!levels_.empty() && levels_.back().column > here) {
            left = levels_.back();
            levels_.pop_back();
        }
        if (levels_.empty()) {
            if (left) misplaced_root(*left, here);
            levels_.push_back({here, dash, line_});
            return true;
        }
        if (levels_.back().column < here) return enter_deeper(at, dash, left);
        if (levels_.back().list == dash) return true;
        if (dash) {
            if (after_ == After::faulty) return false;
            if (after_ != After::open) return structure(rule("yaml/stray-item"), at, content_end(text_, at));
            levels_.push_back({here, true, line_});
            return true;
        }
        // A key at the column of a list: of the mapping around it, or of the list's last item with too little indentation.
        const bool around = levels_.size() > 1 && levels_[levels_.size() - 2].column == here;
        if (!around && begins_item(levels_.back().begin, at)) {
            structure(rule("yaml/missing-dash"), at, content_end(text_, at), "- " + indented_line(text_, at, 0));
            return true;
        }
        if (!around) return misplaced(here, left ? left->column : here + 2, dash);
        levels_.pop_back();
        return true;
    }

    // The key at `at` is the one that the list beginning on the line `list` begins its items with.
    bool begins_item(std::size_t list, std::size_t at) const {
        const std::size_t first = text_.find_first_not_of(" -", list);
        const std::size_t length = find_key_end(at).value_or(at) - at + 1;
        return first < at && text_.substr(first, length) == text_.substr(at, length);
    }

    bool enter_deeper(std::size_t at, bool dash, const std::optional<Level>& left) {
        const int here = static_cast<int>(at - line_);
        if (left) {  // between two levels: a dash belongs to a list, a key to a mapping; else the nearer one is meant
            const bool inner = levels_.back().list != dash || (left->list == dash && left->column - here <= here - levels_.back().column);
            return misplaced(here, inner ? left->column : levels_.back().column, dash);
        }
        if (after_ == After::open) {
            levels_.push_back({here, dash, line_});
            return true;
        }
        if (after_ == After::faulty || (dash && after_ == After::text)) return false;  // a line of the value above
        if (dash) return structure(rule("yaml/stray-item"), at, content_end(text_, at));
        const auto colon = find_key_end(at);
        if (after_ == After::text && colon && !is_key_word(text_.substr(at, *colon - at))) {
            faults_.add({rule("yaml/colon"), span(faults_.file, at, content_end(text_, at)), {}, {}, {}});
            return false;
        }
        return structure(rule("yaml/indented-under-value"), line_, content_end(text_, line_),
                         indented_line(text_, line_, static_cast<std::size_t>(levels_.back().column)));
    }

    // A line without a key.
    std::size_t no_key(std::size_t at) {
        const bool root_value = levels_.empty() && (text_[at] == '{' || text_[at] == '[');
        if (root_value || (after_ == After::open && static_cast<int>(at - line_) > column())) return read_value(at);
        const bool continued = after_ == After::text || after_ == After::faulty;
        if (continued && static_cast<int>(at - line_) > column()) return next_line(text_, at);

        after_ = After::text;
        if (structure_told_) return next_line(text_, at);
        const std::size_t end = content_end(text_, at);
        const std::string_view content = text_.substr(at, end - at);
        const std::size_t colon = content.find(':');
        if (text_[at] == '-' && content.substr(1).starts_with("\u00A0")) {
            structure(rule("yaml/no-break-space"), at, end, "- " + std::string(trim(content.substr(1))));
        } else if (is_key_without_space(content)) {
            const std::string_view value = content.substr(colon + 1);
            structure(value.starts_with("\u00A0") ? rule("yaml/no-break-space") : rule("yaml/missing-space"), at, end,
                      std::string(content.substr(0, colon + 1)) + " " + std::string(trim(value)));
        } else if (const auto list =
                       std::find_if(levels_.rbegin(), levels_.rend(),
                                    [&](const Level& level) { return level.list && level.column == static_cast<int>(at - line_); });
                   list != levels_.rend()) {
            const bool dash = content.starts_with('-');
            structure(dash ? rule("yaml/dash-space") : rule("yaml/missing-dash"), at, end,
                      "- " + std::string(trim(content.substr(dash ? 1 : 0))));
        } else {
            structure(rule("yaml/missing-colon"), at, end);
        }
        return next_line(text_, at);
    }

    bool structure(const Rule* rule, std::size_t begin, std::size_t end, std::string suggestion = {}) {
        if (!structure_told_) faults_.add(rule, begin, end, {}, std::move(suggestion));
        structure_told_ = true;
        return false;
    }

    // The line is read as if it stood where it should.
    bool misplaced(int here, int expected, bool dash) {
        misplaced_line(line_, here, expected);
        if (levels_.back().column < expected) levels_.push_back({expected, dash, line_});
        after_ = After::open;
        return true;
    }

    // The first line of the file is indented, and a later one is not.
    void misplaced_root(const Level& root, int expected) { misplaced_line(root.begin, root.column, expected); }

    void misplaced_line(std::size_t line, int found, int expected) {
        if (!structure_told_) {
            faults_.add(rule("yaml/indentation"), line, content_end(text_, line), {std::to_string(found), std::to_string(expected)},
                        indented_line(text_, line, static_cast<std::size_t>(expected)));
        }
        structure_told_ = true;
    }

    Faults& faults_;
    std::string_view text_;
    std::size_t at_;
    std::size_t line_ = 0;       // the first byte of the line being looked at
    std::vector<Level> levels_;  // the mappings and lists that are open, outermost first
    After after_ = After::closed;
    bool structure_told_ = false;
};

}  // namespace

void explain(std::string_view text, Span region, std::size_t failed_at, Diagnostics& diagnostics) {
    Faults faults(text, region, failed_at, diagnostics);
    Explainer(faults, region.begin).explain();
    if (faults.any()) return;
    // After the last byte there is nothing to point at: then it is the last line.
    std::size_t at = std::max<std::size_t>(std::min(failed_at, text.size()), region.begin);
    while (at > region.begin && content_end(text, at) == at) --at;
    const std::size_t begin = std::max<std::size_t>(skip_blanks(text, line_begin(text, at)), region.begin);
    diagnostics.add({rule("yaml/other"), span(region.file, begin, content_end(text, begin)), {}, {}, {}});
}

}  // namespace pressrum::yaml
