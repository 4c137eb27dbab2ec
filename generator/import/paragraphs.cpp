#include "import/paragraphs.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "import/mail.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace pressrum {

std::string Block::text() const {
    std::string all;
    for (const Run& run : runs) all += run.text;
    return all;
}

bool Block::is_bold() const {
    return !runs.empty() && std::all_of(runs.begin(), runs.end(), [](const Run& run) { return run.bold || trim(run.text).empty(); });
}

void Block::drop_front(std::size_t bytes) {
    for (Run& run : runs) {
        const std::size_t part = std::min(bytes, run.text.size());
        run.text.erase(0, part);
        bytes -= part;
    }
    std::erase_if(runs, [](const Run& run) { return run.text.empty(); });
}

namespace {

constexpr std::size_t kMaxWrapped = 100;   // characters of the longest line of a text that was wrapped by a program
constexpr std::size_t kLeastWrapped = 40;  // a narrower text is a list or a poem
constexpr char32_t kNoBreakSpace = 0xA0;

// A line end is "\n", "\r\n", "\r", U+0085, U+2028 or U+2029; the vertical tab and form feed are Word's.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines(1);
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        const bool crlf = c.code == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
        if (c.code == '\n' || c.code == '\r' || c.code == 0x85 || c.code == 0x2028 || c.code == 0x2029 || c.code == '\v' ||
            c.code == '\f') {
            lines.emplace_back();
            if (c.code == 0x2029 || c.code == '\f') lines.emplace_back();
        } else {
            lines.back() += text.substr(at, c.length);
        }
        at += c.length + (crlf ? 1 : 0);
    }
    return lines;
}

// What stands before the words of a list item, and how many bytes of it.
struct ListMark {
    Block::Form form;
    std::size_t size;
    unsigned number = 0;
};

std::optional<ListMark> find_list_mark(std::string_view line) {
    constexpr std::array<char32_t, 12> kBullets = {0x2022, 0xB7,   0x25AA, 0x25CF, 0x25E6, 0x2023,
                                                   0x2219, 0x25A0, 0xF0B7, 0xF0A7, 0x2043, 0x25CB};
    if (line.empty()) return std::nullopt;
    const Character first = character_at(line, 0);
    const std::size_t after = first.length;
    if (std::find(kBullets.begin(), kBullets.end(), first.code) != kBullets.end()) {
        const std::size_t words = line.find_first_not_of(" \t", after);
        if (words != std::string_view::npos) return ListMark{Block::Form::bullet, words};
        return std::nullopt;
    }
    if (after >= line.size() || (line[after] != ' ' && line[after] != '\t')) {
        std::size_t digits = 0;
        while (digits < line.size() && digits < 3 && is_digit(static_cast<unsigned char>(line[digits]))) ++digits;
        if (digits == 0 || digits + 1 >= line.size() || (line[digits] != '.' && line[digits] != ')')) return std::nullopt;
        const std::size_t words = line.find_first_not_of(" \t", digits + 1);
        if (words == std::string_view::npos || words == digits + 1) return std::nullopt;
        unsigned number = 0;
        for (std::size_t i = 0; i < digits; ++i) number = number * 10 + static_cast<unsigned>(line[i] - '0');
        return ListMark{Block::Form::number, words, number};
    }
    const std::size_t words = line.find_first_not_of(" \t", after);
    if (words == std::string_view::npos) return std::nullopt;
    if (first.code == '*' || (first.code == 'o' && line[after] == '\t')) return ListMark{Block::Form::bullet, words};
    if (first.code == '-') return ListMark{Block::Form::hyphen, words};
    return std::nullopt;
}

bool begins_with_dash(std::string_view line) {
    const Character c = line.empty() ? Character{0, 1} : character_at(line, 0);
    return c.code == 0x2013 || c.code == 0x2014;
}

// How wide the text was wrapped; nothing when it was not.
std::optional<std::size_t> wrapped_width(const std::vector<std::string>& lines, const std::vector<std::size_t>& lengths) {
    std::size_t longest = 0, full = 0, inner = 0;
    for (const std::size_t length : lengths) longest = std::max(longest, length);
    if (longest > kMaxWrapped || longest < kLeastWrapped) return std::nullopt;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i].empty() || lines[i + 1].empty()) continue;
        ++inner;
        if (lengths[i] * 10 >= longest * 7) ++full;
    }
    // At least two lines go on, and most of those that could.
    return full >= 2 && full * 2 >= inner ? std::optional(longest) : std::nullopt;
}

// Whether the next line goes on where this one ends: its first word had no room here.
bool goes_on(std::string_view next, std::size_t length, std::size_t width) {
    if (find_list_mark(next) || begins_with_dash(next)) return false;
    const std::size_t word = count_characters(next.substr(0, next.find(' ')));
    return length + 1 + word > width;
}

}  // namespace

std::string clean_line(std::string_view line) {
    std::string out;
    char32_t before = 0;
    bool space = false;  // a space is due
    bool no_break = false;
    for (std::size_t at = 0; at < line.size();) {
        const Character c = character_at(line, at);
        const std::string_view bytes = line.substr(at, c.length);
        at += c.length;
        if (is_zero_width(c.code)) continue;
        if (is_white_space(c.code)) {
            no_break = (space ? no_break : true) && (c.code == kNoBreakSpace || c.code == 0x202F);
            space = true;
            continue;
        }
        if (space && !out.empty()) out += no_break && (is_digit(before) || is_digit(c.code)) ? "\u00A0" : " ";
        space = false;
        out += bytes;
        before = c.code;
    }
    return out;
}

ReleaseText read_paragraphs(std::string_view text) {
    ReleaseText release;
    std::vector<std::string> lines = lines_of(text);
    take_mail_away(lines, release);

    std::vector<std::optional<ListMark>> marks(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view trimmed = trim(lines[i]);
        marks[i] = find_list_mark(trimmed);
        if (marks[i] && marks[i]->form != Block::Form::number) lines[i] = trimmed.substr(marks[i]->size);
        lines[i] = clean_line(lines[i]);
    }
    // A number makes a list only among others in order: "2. maj" does not.
    std::vector<bool> numbered(lines.size());
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].empty()) continue;
        const bool number = marks[i] && marks[i]->form == Block::Form::number;
        if (number && last && marks[*last]->number + 1 == marks[i]->number) numbered[*last] = numbered[i] = true;
        if (number) last = i;
        else if (!lines[i].empty() && (i == 0 || lines[i - 1].empty() || marks[i])) last.reset();
    }

    std::vector<std::size_t> lengths;
    for (const std::string& line : lines) lengths.push_back(count_characters(line));
    const std::optional<std::size_t> width = wrapped_width(lines, lengths);
    unsigned group = 0;
    bool open = false;  // the last line may go on
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].empty()) {
            ++group;
            open = false;
            continue;
        }
        const bool list = marks[i] && (marks[i]->form != Block::Form::number || numbered[i]);
        if (open && !list && width && goes_on(lines[i], lengths[i - 1], *width)) {
            release.blocks.back().runs.back().text += ' ' + lines[i];
            continue;
        }
        Block block;
        block.group = group;
        if (list) block.form = marks[i]->form;
        if (list && block.form == Block::Form::number) {
            const auto mark = find_list_mark(lines[i]);
            lines[i].erase(0, mark ? mark->size : 0);
            block.level = marks[i]->number;
        }
        block.runs = {{lines[i]}};
        release.blocks.push_back(std::move(block));
        open = true;
    }
    return release;
}

}  // namespace pressrum
