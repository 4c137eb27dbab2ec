#include "read/yaml/value_faults.hpp"

#include "base/text.hpp"
#include "model/rules.hpp"
#include "read/yaml/text.hpp"

#include <algorithm>

namespace pressrum::yaml {

namespace {

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
               goes_on ? "" : in_quotes(text.substr(begin, end - begin)));
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
        faults.add(rule("yaml/start-character"), begin, end, {std::string(1, first)}, in_quotes(text.substr(begin, end - begin)));
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

ValueEnd explain_value(Faults& faults, std::size_t begin, int parent_column) {
    const std::size_t told = faults.count();
    ValueEnd end = explain_any(faults, begin, parent_column);
    if (faults.count() > told && end.after != After::unknown) end.after = After::faulty;
    return end;
}

}  // namespace pressrum::yaml
