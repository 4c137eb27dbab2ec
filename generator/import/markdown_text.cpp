#include "import/markdown_text.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

bool is_word(char c) { return is_ascii_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

bool is_ascii_punctuation(char c) { return c > ' ' && c < 0x7F && !is_word(c); }

// "&amp;", "&#8211;": what Markdown would read as one character.
bool begins_entity(std::string_view text) {
    std::size_t at = 1;
    if (at < text.size() && text[at] == '#') ++at;
    const std::size_t begin = at;
    while (at < text.size() && at < begin + 40 && is_word(text[at])) ++at;
    return at > begin && at < text.size() && text[at] == ';';
}

bool needs_escape(std::string_view text, std::size_t i) {
    const char c = text[i];
    const char before = i > 0 ? text[i - 1] : ' ', after = i + 1 < text.size() ? text[i + 1] : ' ';
    switch (c) {
        case '*':
        case '`':
        case '~':
        case '[':
        case ']':
        case '|':
        case '<': return true;
        case '_': return !is_word(before) || !is_word(after);
        case '\\': return i + 1 == text.size() || is_ascii_punctuation(after);
        case '&': return begins_entity(text.substr(i));
        default: return false;
    }
}

// Where in the first word of a line a backslash keeps it from being more than a word.
std::size_t escape_at_begin(std::string_view line) {
    constexpr std::size_t kNowhere = std::string_view::npos;
    if (line.empty()) return kNowhere;
    const char c = line.front();
    const bool alone = line.size() == 1 || line[1] == ' ' || line[1] == '\t';
    if (c == '#' || c == '>' || c == '=' || c == ':') return 0;
    if (c == '+' && alone) return 0;
    if (c == '-' && (alone || line[1] == '-')) return 0;
    std::size_t digits = 0;
    while (digits < line.size() && is_digit(line[digits])) ++digits;
    const bool mark = digits > 0 && digits < 10 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
    return mark && (digits + 1 == line.size() || line[digits + 1] == ' ') ? digits : kNowhere;
}

// Mark-up must touch the words: "**fet** text", not "**fet **text".
void append_run(std::string& out, const Run& run) {
    const std::string_view words = trim(run.text);
    if (words.empty()) {
        out += run.text.empty() ? "" : " ";
        return;
    }
    const std::size_t lead = static_cast<std::size_t>(words.data() - run.text.data());
    if (lead > 0) out += ' ';
    std::string inner = escape_markdown(words);
    const std::string_view marks = run.bold && run.italic ? "***" : run.bold ? "**" : run.italic ? "*" : "";
    // Marks inside a word ("för*fattare*") or beside punctuation are not always read as such; then the words stand alone.
    const bool free_before = out.empty() || out.back() == ' ' || out.back() == '(';
    const bool sound = !marks.empty() && free_before && is_word(words.front()) && is_word(words.back());
    if (sound) inner = fmt::format("{0}{1}{0}", marks, inner);
    if (!run.url.empty()) {
        const bool plain = run.url.find_first_of("()") == std::string::npos;
        inner = plain ? fmt::format("[{}]({})", inner, run.url) : fmt::format("[{}](<{}>)", inner, run.url);
    }
    out += inner;
    if (lead + words.size() < run.text.size()) out += ' ';
}

bool is_item(const Block& block) {
    return block.form == Block::Form::bullet || block.form == Block::Form::hyphen || block.form == Block::Form::number;
}

void append_table(std::string& out, const Block& table) {
    std::size_t columns = 0;
    for (const auto& row : table.rows) columns = std::max(columns, row.size());
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        for (std::size_t c = 0; c < columns; ++c) out += "| " + (c < table.rows[r].size() ? escape_markdown(table.rows[r][c]) : "") + " ";
        out += "|\n";
        if (r > 0) continue;
        for (std::size_t c = 0; c < columns; ++c) out += "|---";
        out += "|\n";
    }
}

}  // namespace

std::string escape_markdown(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (needs_escape(text, i)) out += '\\';
        out += text[i];
    }
    return out;
}

std::string to_markdown(const std::vector<Run>& runs) {
    std::string out;
    for (const Run& run : runs) append_run(out, run);
    out = std::string(trim(out));
    if (const std::size_t at = escape_at_begin(out); at != std::string::npos) out.insert(at, "\\");
    return out;
}

std::string to_markdown(const std::vector<Block>& blocks, std::vector<std::size_t>& lines) {
    std::string out;
    std::size_t line = 0;
    const auto add = [&](const std::string& text) {
        out += text;
        line += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    };
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        const bool same_list = i > 0 && is_item(block) && is_item(blocks[i - 1]) &&
                               (block.form == Block::Form::number) == (blocks[i - 1].form == Block::Form::number);
        if (i > 0 && !same_list) add("\n");
        lines.push_back(line);
        const std::string words = to_markdown(block.runs);
        switch (block.form) {
            case Block::Form::title:
            case Block::Form::heading: add(std::string(std::clamp(block.level, 2U, 6U), '#') + " " + words + "\n"); break;
            case Block::Form::bullet:
            case Block::Form::hyphen: add("- " + words + "\n"); break;
            case Block::Form::number: add(fmt::format("{}. {}\n", block.level, words)); break;
            case Block::Form::table: {
                std::string table;
                append_table(table, block);
                add(table);
                break;
            }
            case Block::Form::paragraph: add(words + "\n"); break;
        }
    }
    return out;
}

}  // namespace pressrum
