#include "read/yaml/value_faults.hpp"

#include "base/text.hpp"
#include "base/yaml_text.hpp"
#include "model/rules.hpp"
#include "read/yaml/text.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace pressrum::yaml {

namespace {

// Walks through a collection in brackets, item by item; `at_` is always on the next byte to look at.
class Brackets {
public:
    Brackets(Faults& faults, std::size_t begin, int parent_column)
        : faults_(faults), text_(faults.text), begin_(begin), at_(begin), parent_column_(parent_column) {}

    ValueEnd explain() {
        const std::size_t told = faults_.count();
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '\n') {
                if (!next_line_belongs()) break;
                ++at_;
            } else if (is_blank(c) || c == '\r') {
                ++at_;
            } else if (begins_comment(text_, at_)) {
                comment();
            } else if (c == '[' || c == '{') {
                open_.push_back(c);
                item_begins(false);
            } else if (c == ']' || c == '}') {
                matched_ = matched_ && (open_.back() == '[') == (c == ']');
                ++at_;
                open_.pop_back();
                wants_item_ = false;
                if (open_.empty()) return closed(told);
            } else if (c == ',') {
                item_begins(false);
            } else if (ends_key(text_, at_)) {
                item_begins(true);
            } else if (!wants_item_) {
                ++at_;  // more text after an item; the place where the library failed is in here
            } else if (!(c == '"' || c == '\'' ? quoted() : plain())) {
                return {text_.size(), After::unknown};
            }
        }
        return unclosed();
    }

private:
    void item_begins(bool is_value) {
        ++at_;
        wants_item_ = true;
        is_value_ = is_value;
    }

    // A line that is not indented deeper than the key belongs to the key below, unless it closes the bracket.
    bool next_line_belongs() const {
        const std::size_t content = skip_blanks(text_, at_ + 1);
        if (content >= text_.size()) return true;
        const bool deeper = static_cast<int>(content - at_ - 1) > parent_column_;
        return deeper || std::string_view("\r\n#]}").find(text_[content]) != std::string_view::npos;
    }

    void comment() {
        const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
        const bool own_line = skip_blanks(text_, line_begin(text_, at_)) == at_;
        if (own_line || is_blank(next) || next == '#' || next == '\n' || next == '\r') {
            at_ = line_end(text_, at_);
            return;
        }
        const std::size_t begin = at_;
        at_ = word_end(text_, begin);
        faults_.add(rule("yaml/hash"), begin, at_, {shown(text_.substr(begin, at_ - begin))},
                    yaml_quoted(text_.substr(begin, at_ - begin)));
        wants_item_ = false;
    }

    bool quoted() {
        const std::size_t begin = at_;
        const Quoted end = find_quote_end(text_, begin, parent_column_);
        if (!end.closed) {
            faults_.add(unclosed_quote(text_, faults_.file, begin, end.end));
            return false;
        }
        if (text_[begin] == '"') faults_.add_backslash(begin, end.end);
        at_ = end.end;
        wants_item_ = false;
        const std::size_t next = skip_blanks(text_, at_);
        const std::string_view followers = open_.back() == '{' ? ",]}:" : ",]}";
        if (!line_is_over(text_, at_) && followers.find(text_[next]) == std::string_view::npos) {
            at_ = item_end(next);
            const std::size_t last = trimmed(begin, at_);
            faults_.add(rule("yaml/text-after-quote"), begin, last, {}, requoted(text_.substr(begin, last - begin)));
        }
        return true;
    }

    bool plain() {
        const std::size_t begin = at_;
        const std::size_t end = item_end(begin);
        const std::size_t colon = find_colon(text_, begin, end);
        const bool is_key = colon < end && open_.back() == '{' && !is_value_;
        at_ = is_key ? colon : end;
        wants_item_ = false;
        const std::size_t last = trimmed(begin, at_);
        if (is_reserved_start(text_[begin])) {
            faults_.add(rule("yaml/start-character"), begin, last, {std::string(1, text_[begin])},
                        yaml_quoted(text_.substr(begin, last - begin)));
        } else if (colon < end && !is_key) {
            faults_.add_colon(begin, last, colon);
        }
        return true;
    }

    std::size_t item_end(std::size_t begin) const {
        std::size_t end = begin;
        while (end < text_.size() && std::string_view(",[]{}\r\n").find(text_[end]) == std::string_view::npos &&
               !begins_comment(text_, end))
            ++end;
        return std::max(end, begin + 1);
    }

    std::size_t trimmed(std::size_t begin, std::size_t end) const {
        while (end > begin + 1 && is_blank(text_[end - 1])) --end;
        return end;
    }

    ValueEnd closed(std::size_t told) {
        const bool one_line = at_ <= line_end(text_, begin_);
        if (!line_is_over(text_, at_)) {
            const std::size_t end = value_end(text_, at_);
            const std::size_t from = one_line ? begin_ : skip_blanks(text_, at_);
            faults_.add(rule("yaml/text-after-bracket"), from, end, {}, one_line ? yaml_quoted(text_.substr(from, end - from)) : "");
        } else if (faults_.count() == told && faults_.failed_at > begin_ && faults_.failed_at <= at_) {
            faults_.add(rule("yaml/inside-bracket"), begin_, one_line ? at_ : content_end(text_, begin_));
        }
        return {next_line(text_, at_), After::closed};
    }

    ValueEnd unclosed() {
        const bool list = text_[begin_] == '[';
        const std::size_t end = value_end(text_, begin_);
        std::string line(text_.substr(begin_, end - begin_));
        const bool one_line = at_ >= text_.size() || at_ <= line_end(text_, begin_) + 1;
        while (line.size() > 1 && (line.back() == ',' || line.back() == ' ')) line.pop_back();
        faults_.add(rule("yaml/unclosed-bracket"), begin_, end, {list ? "[" : "{", list ? "]" : "}"},
                    one_line && matched_ && open_.size() == 1 && line.size() > 1 ? line + (list ? "]" : "}") : "");
        return {std::min(at_ + 1, text_.size()), After::closed};
    }

    Faults& faults_;
    std::string_view text_;
    std::size_t begin_, at_;
    int parent_column_;
    std::vector<char> open_;  // the brackets that are not closed yet
    bool matched_ = true;     // each closed one by its own kind
    bool wants_item_ = false;
    bool is_value_ = false;  // of a mapping: after its colon
};

ValueEnd explain_quoted(Faults& faults, std::size_t begin, int parent_column) {
    const std::string_view text = faults.text;
    const Quoted quoted = find_quote_end(text, begin, parent_column);
    if (!quoted.closed) {
        faults.add(unclosed_quote(text, faults.file, begin, quoted.end));
        return {text.size(), After::unknown};
    }
    if (text[begin] == '"') faults.add_backslash(begin, quoted.end);
    if (!line_is_over(text, quoted.end)) {
        const std::size_t end = value_end(text, quoted.end);
        const bool one_line = quoted.end <= line_end(text, begin);
        if (one_line) faults.add(rule("yaml/text-after-quote"), begin, end, {}, requoted(text.substr(begin, end - begin)));
        else faults.add(rule("yaml/text-after-quote"), skip_blanks(text, quoted.end), end);
    }
    return {next_line(text, quoted.end), After::closed};
}

// "- a" beside its key, or a hyphen alone.
void report_dash(Faults& faults, std::size_t begin, std::size_t end) {
    const std::string_view value = faults.text.substr(begin, end - begin);
    if (value.size() == 1) return faults.add(rule("yaml/start-character"), begin, end, {"-"}, "\"-\"");
    const std::string item(trim(value.substr(1)));
    const bool simple = !item.empty() && item.find_first_of(",[]{}:#\"'") == std::string::npos && !is_reserved_start(item.front());
    faults.add(rule("yaml/list-beside-key"), begin, end, {}, simple ? "[" + item + "]" : "");
}

bool is_block_header(std::string_view text, std::size_t begin) {
    std::size_t i = begin + 1;
    while (i < text.size() && (text[i] == '+' || text[i] == '-' || (text[i] >= '1' && text[i] <= '9'))) ++i;
    return line_is_over(text, i);
}

// A block scalar, and the lines below it that are indented less than its first one but deeper than its key.
ValueEnd explain_block(Faults& faults, std::size_t begin, int parent_column) {
    const std::string_view text = faults.text;
    const auto content_at = [&](std::size_t line) { return std::min(text.find_first_not_of(' ', line), text.size()); };
    const auto is_empty = [&](std::size_t line) { return content_end(text, line) == line; };
    std::size_t first = next_line(text, begin);
    while (first < text.size() && is_empty(first)) first = next_line(text, first);
    const std::size_t column = content_at(first) - first;
    std::size_t line = next_line(text, block_end(text, begin, parent_column));
    for (bool told = false; line < text.size(); line = next_line(text, line)) {
        if (is_empty(line)) continue;
        const std::size_t found = content_at(line) - line;
        if (static_cast<int>(found) <= parent_column) break;
        if (!told)
            faults.add(rule("yaml/indentation"), line, content_end(text, line), {std::to_string(found), std::to_string(column)},
                       indented_line(text, line, column));
        told = true;
    }
    return {line, After::closed};
}

// "Skola #1" and, whatever its spaces, a comment in the middle of a text that goes on below.
void report_comment(Faults& faults, std::size_t begin, std::size_t comment, int parent_column) {
    const std::string_view text = faults.text;
    const std::size_t end = content_end(text, begin);
    const std::size_t hash = skip_blanks(text, comment);
    if (hash + 1 >= end) return;
    const std::size_t line = next_line(text, begin);
    const std::size_t below = skip_blanks(text, line);
    const std::size_t below_end = value_end(text, below);
    const bool goes_on = static_cast<int>(below - line) > parent_column && below < below_end && text[below] != '-' &&
                         find_colon(text, below, below_end) == below_end;
    if (!goes_on && is_blank(text[hash + 1])) return;
    faults.add(rule("yaml/hash"), begin, end, {shown(text.substr(hash, end - hash))},
               goes_on ? "" : yaml_quoted(text.substr(begin, end - begin)));
}

ValueEnd explain_plain(Faults& faults, std::size_t begin, int parent_column) {
    const std::string_view text = faults.text;
    const char first = text[begin];
    const std::size_t end = value_end(text, begin);
    const bool alone = begin + 1 >= end || is_blank(text[begin + 1]);
    const std::size_t colon = find_colon(text, begin, end);
    if (first == '-' && alone) {
        report_dash(faults, begin, end);
    } else if (is_reserved_start(first) || (first == '?' && alone)) {
        faults.add(rule("yaml/start-character"), begin, end, {std::string(1, first)}, yaml_quoted(text.substr(begin, end - begin)));
    } else if (colon < end) {
        faults.add_colon(begin, end, colon);
    } else if (end < content_end(text, begin)) {
        report_comment(faults, begin, end, parent_column);
    }
    return {next_line(text, begin), After::text};
}

ValueEnd explain_any(Faults& faults, std::size_t begin, int parent_column) {
    const char first = faults.text[begin];
    if (first == '"' || first == '\'') return explain_quoted(faults, begin, parent_column);
    if (first == '[' || first == '{') return explain_brackets(faults, begin, parent_column);
    if ((first == '|' || first == '>') && is_block_header(faults.text, begin)) return explain_block(faults, begin, parent_column);
    return explain_plain(faults, begin, parent_column);
}

}  // namespace

ValueEnd explain_brackets(Faults& faults, std::size_t begin, int parent_column) { return Brackets(faults, begin, parent_column).explain(); }

ValueEnd explain_value(Faults& faults, std::size_t begin, int parent_column) {
    const std::size_t told = faults.count();
    ValueEnd end = explain_any(faults, begin, parent_column);
    if (faults.count() > told && end.after != After::unknown) end.after = After::faulty;
    return end;
}

}  // namespace pressrum::yaml
