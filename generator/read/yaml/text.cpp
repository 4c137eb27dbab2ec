#include "read/yaml/text.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "base/yaml_text.hpp"

#include <algorithm>

namespace pressrum::yaml {

Span span(FileId file, std::size_t begin, std::size_t end) {
    return {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::max(begin, end))};
}

std::size_t line_begin(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    const std::size_t before = text.rfind('\n', at - 1);
    return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    return end > at && text[end - 1] == '\r' ? end - 1 : end;
}

std::size_t content_end(std::string_view text, std::size_t at) {
    std::size_t end = line_end(text, at);
    while (end > at && is_blank(text[end - 1])) --end;
    return end;
}

std::size_t next_line(std::string_view text, std::size_t at) {
    const std::size_t end = text.find('\n', at);
    return end == std::string_view::npos ? text.size() : end + 1;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
    while (at < text.size() && is_blank(text[at])) ++at;
    return at;
}

bool line_is_over(std::string_view text, std::size_t at) {
    const std::size_t next = skip_blanks(text, at);
    if (next >= text.size() || text[next] == '\n' || text[next] == '\r') return true;
    return text[next] == '#' && (next == 0 || is_blank(text[next - 1]) || text[next - 1] == '\n');
}

bool is_key_word(std::string_view text) {
    return !text.empty() && is_ascii_letter(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return is_ascii_letter_or_digit(c) || c == '_' || c == '-'; });
}

bool is_key_without_space(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon + 1 >= text.size() || is_blank(text[colon + 1]) || text[colon + 1] == '/') return false;
    const std::string_view word = text.substr(0, colon);
    return is_key_word(word) && word != "mailto" && word != "tel";
}

std::size_t word_end(std::string_view text, std::size_t at) { return std::min(text.find_first_of(" \t\r\n,[]{}", at), text.size()); }

std::size_t skip_properties(std::string_view text, std::size_t begin) {
    while (begin < text.size() && (text[begin] == '!' || text[begin] == '&')) begin = skip_blanks(text, word_end(text, begin));
    return begin;
}

std::optional<std::size_t> plain_end(std::string_view text, std::size_t begin, std::string_view value) {
    if (text.substr(begin, value.size()) == value) return begin + value.size();
    const auto is_space = [](char c) { return is_blank(c) || c == '\n' || c == '\r'; };
    for (const char c : value) {
        if (is_space(c)) continue;
        while (begin < text.size() && is_space(text[begin])) ++begin;
        if (begin >= text.size() || text[begin] != c) return std::nullopt;
        ++begin;
    }
    return begin;
}

std::size_t block_end(std::string_view text, std::size_t begin, int parent_column) {
    std::size_t end = content_end(text, begin);
    int column = -1;  // of its first line, unless the header gives it: |2
    for (std::size_t i = begin + 1; i < std::min(begin + 3, end); ++i) {
        if (text[i] >= '1' && text[i] <= '9') column = std::max(parent_column, 0) + (text[i] - '0');
    }
    for (std::size_t line = next_line(text, begin); line < text.size(); line = next_line(text, line)) {
        if (content_end(text, line) == line) continue;
        const std::size_t content = std::min(text.find_first_not_of(' ', line), text.size());
        const int indent = static_cast<int>(content - line);
        if (column < 0 && indent > parent_column) column = indent;
        if (column < 0 || indent < column) break;
        end = line_end(text, content);
    }
    return end;
}

bool ends_key(std::string_view text, std::size_t colon) {
    return text[colon] == ':' &&
           (colon + 1 >= text.size() || is_blank(text[colon + 1]) || text[colon + 1] == '\n' || text[colon + 1] == '\r');
}

bool begins_comment(std::string_view text, std::size_t at) {
    return text[at] == '#' && at > 0 && (is_blank(text[at - 1]) || text[at - 1] == '\n');
}

std::size_t value_end(std::string_view text, std::size_t begin) {
    std::size_t end = content_end(text, begin);
    for (std::size_t i = begin; i < end; ++i) {
        if (begins_comment(text, i)) end = i;
    }
    while (end > begin && is_blank(text[end - 1])) --end;
    return end;
}

std::size_t find_colon(std::string_view text, std::size_t begin, std::size_t end) {
    while (begin < end && !ends_key(text, begin)) ++begin;
    return begin;
}

Quoted find_quote_end(std::string_view text, std::size_t at, int parent_column) {
    const char quote = text[at];
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (text[i] == '\n') {
            const std::size_t content = skip_blanks(text, i + 1);
            const bool empty = content >= text.size() || text[content] == '\n' || text[content] == '\r';
            if (!empty && static_cast<int>(content - i - 1) <= parent_column) return {i, false};
        } else if (text[i] == '\\' && quote == '"' && next != '\n' && next != '\r') {
            ++i;
        } else if (text[i] == quote) {
            if (quote != '\'' || next != '\'') return {i + 1, true};
            ++i;
        }
    }
    return {text.size(), false};
}

std::string indented_line(std::string_view text, std::size_t line, std::size_t column) {
    return std::string(column, ' ') + std::string(trim(text.substr(line, content_end(text, line) - line)));
}

// The outer marks are YAML's when those inside are balanced and open after a space ("Trygg "och" säker") or cannot be a pair
// ('Det's fint'); else they belong to the text.
std::string requoted(std::string_view value) {
    const char quote = value.front();
    if (value.size() > 2 && value.back() == quote) {
        const std::string_view inner = value.substr(1, value.size() - 2);
        const std::size_t first = inner.find(quote);
        const bool pairs = std::count(inner.begin(), inner.end(), quote) % 2 == 0;
        if (first != std::string_view::npos && (!pairs || (first > 0 && inner[first - 1] == ' '))) return yaml_quoted(inner);
    }
    return yaml_quoted(value);
}

std::string shown(std::string_view text) {
    constexpr std::size_t kMax = 80;
    std::string line = squeeze(clip(text, 4 * kMax));
    if (line.size() <= kMax) return line;
    return std::string(clip(line, kMax)) + "…";
}

}  // namespace pressrum::yaml
