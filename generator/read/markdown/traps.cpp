#include "read/markdown/traps.hpp"

#include "base/ascii.hpp"
#include "base/escape.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/rules.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

// The library's cost grows with the square of these; as measured, 256 kB of the worst stays below half a second.
constexpr std::size_t kMaxParagraphBytes = 16 * 1024;
constexpr std::size_t kMaxBrackets = 32;

constexpr std::string_view kSayingVerbs[] = {
    "säger",     "sade",      "sa",         "menar",        "berättar", "förklarar",  "konstaterar", "tycker",    "tror",
    "hoppas",    "betonar",   "framhåller", "understryker", "påpekar",  "poängterar", "fortsätter",  "avslutar",  "skriver",
    "uppger",    "tillägger", "says",       "said",         "adds",     "added",      "explains",    "explained", "notes",
    "noted",     "continues", "believes",   "concludes",    "stresses", "tells",      "kommenterar", "inleder",   "konstaterade",
    "berättade", "menade",    "svarar",     "siger",        "sagde",    "mener",      "fortæller",   "forklarer", "udtaler",
    "sier",      "forteller", "seier",      "fortel",       "meiner",   "sanoo",      "sanoi",       "kertoo",    "toteaa"};
// Those that may stand after the speaker: "…, Karin Alm says."
constexpr std::string_view kVerbsAfter[] = {"says",  "said",      "adds",      "added", "explains", "explained", "notes",
                                            "noted", "continues", "concludes", "sanoo", "sanoi",    "kertoo",    "toteaa"};
constexpr std::string_view kPronouns[] = {"hon", "han", "hen", "she", "he", "they", "hun", "ho", "hän"};
// What people, and word processors, put before a line instead of a talstreck.
constexpr std::string_view kHyphens[] = {"-", "\u2010", "\u2011"};
constexpr std::string_view kBullets[] = {"•", "·", "▪", "◦", "‣", "●", "○", "■", "\uF0B7"};
// In the languages that write a full stop after the day, small letters only: Maj and May are also names.
constexpr std::string_view kMonths[] = {"januari", "februari", "mars",     "april",  "maj",     "juni",  "juli", "augusti", "september",
                                        "oktober", "november", "december", "januar", "februar", "marts", "mai",  "august",  "desember"};

template <std::size_t kCount>
bool is_one_of(std::string_view word, const std::string_view (&words)[kCount]) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_word_character(char32_t c) { return is_letter_or_digit(c) || c == '-' || c == '\'' || c == 0x2019 || c == 0xAD; }

bool is_closing_mark(char32_t c) {
    return c == ',' || c == '?' || c == '!' || c == '"' || c == 0x201D || c == 0x201C || c == 0xBB || c == 0x2026;
}

// The word at `at`; empty when there is none.
std::string_view word_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size()) {
        const Character c = character_at(text, end);
        if (!is_word_character(c.code)) break;
        end += c.length;
    }
    return text.substr(at, end - at);
}

bool begins_upper(std::string_view word) { return !word.empty() && is_upper_case(character_at(word, 0).code); }

// After the verb: a pronoun, or a name within a few words ("kommunalrådet Karin Alm").
bool names_speaker(std::string_view text, std::size_t at) {
    for (int words = 0; words < 6; ++words) {
        while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text.substr(at).starts_with("\u00A0")))
            at += character_at(text, at).length;
        const std::string_view word = word_at(text, at);
        if (word.empty()) return false;
        if (begins_upper(word) || (words == 0 && is_one_of(word, kPronouns))) return true;
        at += word.size();
    }
    return false;
}

// Where the list's mark stands before the first words of an item; `at` itself when it is not found.
std::size_t find_mark(std::size_t at, char mark, const Region& region) {
    const std::size_t line = region.line_begin(at);
    for (std::size_t i = at; i > line + 1; --i) {
        const bool space = region.text[i - 1] == ' ' || region.text[i - 1] == '\t';
        if (space && region.text[i - 2] == mark) return i - 2;
    }
    return at;
}

// The rest of the line, as it should be written: with a talstreck.
void report_hyphen_quote(std::size_t mark, std::size_t words, const Region& region, Diagnostics& diagnostics) {
    const std::size_t end = std::max(region.line_end(words), words);
    const std::string written(trim(region.slice(words, end)));
    std::string suggestion = begins_with_talstreck(written) ? written : "– " + written;
    diagnostics.add(
        {rule("body/hyphen-quote"), region.span(mark, end), {std::string(trim(region.slice(mark, words)))}, std::move(suggestion), {}});
}

std::size_t count_signs(std::string_view text) { return std::min(text.find_first_not_of('#'), text.size()); }

// Only what a list, a quotation or a heading puts before the text of a line, including a number sign.
bool has_heading_mark(std::string_view line_before) {
    return line_before.find_first_not_of(" \t>#-+*0123456789.)_~`[") == std::string_view::npos &&
           line_before.find('#') != std::string_view::npos;
}

void report_underlined(const InlineRun& run, const Region& region, Diagnostics& diagnostics) {
    const std::size_t line = region.next_line(region.line_end(run.end()));
    const std::size_t strokes = std::min(region.text.find_first_of("-=", line), region.text.size());
    const std::size_t end = region.line_end(strokes);
    // Nobody who writes === wants a rule there; most who write --- do.
    if (region.slice(strokes, end).starts_with('=')) {
        const std::string suggestion = fmt::format("## {}", trim(region.slice(run.begin(), region.line_end(run.end()))));
        diagnostics.add({rule("body/underlined-heading"), region.span(run.begin(), end), {}, suggestion, {}});
    } else {
        diagnostics.add(
            {rule("body/underlined-heading"), region.span(strokes, end), {}, fmt::format("\n{}", trim(region.slice(strokes, end))), {}});
    }
}

// "[text](address with spaces)" → the same with an address that can be one; empty when that is not what it is.
std::string mended_link(std::string_view written) {
    const std::size_t middle = written.find("](");
    if (middle == std::string_view::npos || !written.ends_with(')')) return {};
    const std::string_view address = trim(written.substr(middle + 2, written.size() - middle - 3));
    if (address.empty() || address.find_first_of("\"<>()") != std::string_view::npos) return {};
    const bool no_spaces = address.starts_with("tel:") || address.starts_with("mailto:") || address.starts_with("quote:") ||
                           address.starts_with("photo:") || address.starts_with("event:");
    return fmt::format("{}{})", written.substr(0, middle + 2),
                       no_spaces ? replace_all(std::string(address), " ", "") : to_url_path(address));
}

// The cells of a table's line, without the bars at its ends.
std::vector<std::string_view> cells_of(std::string_view line) {
    line = trim(line);
    if (line.starts_with('|')) line.remove_prefix(1);
    if (line.ends_with('|')) line.remove_suffix(1);
    std::vector<std::string_view> cells = split(line, '|');
    for (std::string_view& cell : cells) cell = trim(cell);
    return cells;
}

}  // namespace

bool reads_as_quotation(std::string_view text) {
    bool after_mark = false;      // nothing but space since a comma, a question or exclamation mark, a closing quotation mark
    bool clause_is_name = false;  // since such a mark, only words that begin with a capital letter
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        const std::string_view word = word_at(text, at);
        if (word.empty()) {
            if (is_closing_mark(c.code)) after_mark = true, clause_is_name = false;
            else if (!is_white_space(c.code)) after_mark = clause_is_name = false;
            at += c.length;
            continue;
        }
        at += word.size();
        if (after_mark && is_one_of(word, kSayingVerbs) && names_speaker(text, at)) return true;
        if (clause_is_name && is_one_of(word, kVerbsAfter) && (at == text.size() || text[at] == '.' || text[at] == ',')) return true;
        clause_is_name = (after_mark || clause_is_name) && begins_upper(word);
        after_mark = false;
    }
    return false;
}

void explain_bullet(const InlineRun& run, char mark, const Region& region, Diagnostics& diagnostics) {
    const Inline* first = run.first_text();
    const bool talstreck = first != nullptr && begins_with_talstreck(run.text(*first));
    if (talstreck || reads_as_quotation(run.plain()))
        report_hyphen_quote(find_mark(run.begin(), mark, region), run.begin(), region, diagnostics);
}

void explain_lone_hyphen(std::uint32_t begin, std::string_view text, const Region& region, Diagnostics& diagnostics) {
    const std::string_view words = trim(text);
    const bool sentence = words.ends_with('.') || words.ends_with('!') || words.ends_with('?') || words.ends_with("…");
    if (sentence && !reads_as_quotation(words) && !begins_with_talstreck(words))
        report_hyphen_quote(find_mark(begin, '-', region), begin, region, diagnostics);
}

bool leads_to_speech(std::string_view text) {
    const std::string_view words = trim(text);
    if (begins_with_talstreck(words)) return true;
    if (!words.ends_with(':')) return false;
    for (std::size_t at = 0; at < words.size();) {
        const std::string_view word = word_at(words, at);
        if (is_one_of(word, kSayingVerbs)) return true;
        at += word.empty() ? character_at(words, at).length : word.size();
    }
    return false;
}

bool explain_numbered_quote(const InlineRun& run, const Region& region, Diagnostics& diagnostics) {
    const Inline* first = run.first_text();
    if (first == nullptr || !begins_with_talstreck(run.text(*first))) return false;
    const std::size_t line = region.line_begin(run.begin());
    std::size_t mark = run.begin();
    while (mark > line && (region.text[mark - 1] == ' ' || region.text[mark - 1] == '\t')) --mark;
    if (mark > line) --mark;  // . or )
    while (mark > line && is_digit(region.text[mark - 1])) --mark;
    report_hyphen_quote(mark, run.begin(), region, diagnostics);
    return true;
}

NumberMark find_number_mark(const InlineRun& run, unsigned number, const Region& region) {
    const std::size_t line = region.line_begin(run.begin());
    std::size_t end = run.begin();
    while (end > line && !(region.text[end - 1] == '.' || region.text[end - 1] == ')')) --end;
    std::size_t begin = end;
    if (begin > line) --begin;
    while (begin > line && is_digit(region.text[begin - 1])) --begin;
    const Inline* first = run.first_text();
    const bool month = first != nullptr && is_one_of(word_at(run.text(*first), 0), kMonths);
    const bool year = number >= 1800 && number <= 2100;
    return {region.span(begin, end), month || year};
}

void explain_number(Span mark, const Region& region, Diagnostics& diagnostics) {
    std::string written(region.slice(mark));
    std::string suggestion;
    if (!written.empty()) suggestion = written.substr(0, written.size() - 1) + "\\" + written.back();
    diagnostics.add({rule("body/numbered-list"), mark, {std::move(written)}, std::move(suggestion), {}});
}

void explain_paragraph(const InlineRun& run, const Region& region, Diagnostics& diagnostics) {
    const Inline* first = run.first_text();
    if (first == nullptr) return;
    const std::string_view text = run.text(*first);
    const std::size_t signs = count_signs(text);
    const std::string_view rest = text.substr(signs);
    if (signs >= 2 && signs <= 6 && !rest.empty() && rest.front() != ' ') {
        const std::size_t space = rest.starts_with("\u00A0") ? std::string_view("\u00A0").size() : 0;
        const Span at = region.span(first->at.begin, first->at.begin + signs + space);
        diagnostics.add({rule("body/heading-space"), at, {std::string(signs, '#')}, std::string(signs, '#') + " ", {}});
        return;
    }
    for (const std::string_view bullet : kBullets) {
        if (!text.starts_with(bullet)) continue;
        std::size_t words = bullet.size();
        while (words < text.size() && is_blank(text.substr(words, character_at(text, words).length)))
            words += character_at(text, words).length;
        if (!begins_with_talstreck(text.substr(words)) && !reads_as_quotation(run.plain())) return;
        return report_hyphen_quote(first->at.begin, first->at.begin + words, region, diagnostics);
    }
    for (const std::string_view hyphen : kHyphens) {
        if (!text.starts_with(hyphen) || !reads_as_quotation(run.plain())) continue;
        std::size_t words = first->at.begin + std::min(text.find_first_not_of("-", text.starts_with('-') ? 0 : hyphen.size()), text.size());
        while (region.slice(words, std::min<std::size_t>(words + 2, region.end())) == "\u00A0") words += 2;
        return report_hyphen_quote(first->at.begin, words, region, diagnostics);
    }
}

void explain_lines_of_table(const InlineRun& run, const Region& region, Diagnostics& diagnostics) {
    std::size_t above = region.line_begin(run.begin());
    for (std::size_t line = region.next_line(above); line < run.end(); above = line, line = region.next_line(line)) {
        const std::size_t end = region.line_end(line);
        const std::string_view marks = trim(region.slice(line, end));
        const bool is_table = marks.find_first_not_of("|-: \t") == std::string_view::npos && marks.find('|') != std::string_view::npos &&
                              marks.find('-') != std::string_view::npos;
        if (!is_table) continue;
        const std::vector<std::string_view> heads = cells_of(region.slice(above, region.line_end(above)));
        const std::vector<std::string_view> given = cells_of(marks);
        const bool first = above <= run.begin();
        std::string suggestion = fmt::format("{}{}\n|", first ? "" : "\n", trim(region.slice(above, region.line_end(above))));
        for (std::size_t i = 0; i < heads.size(); ++i) {
            const std::string_view cell = i < given.size() ? given[i] : std::string_view();
            suggestion += fmt::format("{}---{}|", cell.starts_with(':') ? ":" : "", cell.ends_with(':') ? ":" : "");
        }
        diagnostics.add(
            {rule("body/broken-table"), region.span(std::max<std::size_t>(above, run.begin()), end), {}, std::move(suggestion), {}});
        return;
    }
}

void explain_heading(const InlineRun& run, unsigned level, unsigned before, const Region& region, Diagnostics& diagnostics) {
    const std::size_t line = region.line_begin(run.begin());
    const std::string_view prefix = region.slice(line, run.begin());
    if (!has_heading_mark(prefix)) return report_underlined(run, region, diagnostics);
    const std::size_t signs = line + prefix.find('#');
    const std::size_t end = region.line_end(run.end());
    if (const Inline* first = run.first_text(); first != nullptr && begins_with_talstreck(run.text(*first))) {
        const std::string written(trim(region.slice(run.begin(), run.end())));
        diagnostics.add({rule("body/heading-quote"), region.span(signs, end), {std::string(level, '#')}, written, {}});
        return;
    }
    if (level == 1) {
        diagnostics.add(
            {rule("body/level-one-heading"), region.span(signs, end), {}, fmt::format("#{}", trim(region.slice(signs, end))), {}});
    } else if (level > before + 1) {
        diagnostics.add({rule("body/heading-jump"),
                         region.span(signs, signs + level),
                         {std::string(level, '#'), std::string(before + 1, '#')},
                         std::string(before + 1, '#'),
                         {}});
    }
}

void explain_text(const InlineRun& run, const Region& region, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < run.items.size(); ++i) {
        const Inline& item = run.items[i];
        if (item.kind != Inline::Kind::text) continue;
        const std::string_view text = run.text(item);
        const bool exact = text.size() == item.at.end - item.at.begin;
        std::size_t open = std::string_view::npos;  // the last [ before `at`
        std::size_t looked = 0;
        for (std::size_t at = text.find(']'); at != std::string_view::npos; at = text.find(']', at + 1)) {
            const std::size_t later = text.substr(looked, at - looked).rfind('[');
            if (later != std::string_view::npos) open = looked + later;
            looked = at;
            const bool spaced = text.substr(at).starts_with("] (");
            if (open == std::string_view::npos || !(spaced || text.substr(at).starts_with("]("))) continue;
            // With a space it is a link only when an address follows: one that was recognised, or one on this site.
            const std::size_t inside = at + (spaced ? 3 : 2);
            const bool linked = inside == text.size() && i + 1 < run.items.size() && run.items[i + 1].node == NodeKind::link;
            if (spaced && !linked && !text.substr(inside).starts_with('/')) continue;
            const std::size_t begin = open > 0 && text[open - 1] == '!' ? open - 1 : open;
            const std::size_t end = std::min(text.find(')', inside), text.size() - 1) + 1;
            Diagnostic found{rule("body/broken-link"), item.at, {}, {}, {}};
            if (exact) {
                found.at = region.span(item.at.begin + begin, item.at.begin + end);
                const std::string_view written = text.substr(begin, end - begin);
                found.suggestion =
                    spaced ? fmt::format("{}{}", written.substr(0, at + 1 - begin), written.substr(at + 2 - begin)) : mended_link(written);
            }
            diagnostics.add(std::move(found));
            open = std::string_view::npos;
            at = looked = end - 1;
        }
    }
}

void explain_indented_code(Span code, Depth depth, const Region& region, Diagnostics& diagnostics) {
    const std::size_t line = region.line_begin(code.begin);
    const bool alone = depth == Depth::outermost && trim(region.slice(line, code.begin)).empty();
    std::string suggestion;
    if (alone) {
        for (std::size_t at = line; at < code.end; at = region.next_line(at)) {
            if (!suggestion.empty()) suggestion += '\n';
            suggestion += trim(region.slice(at, region.line_end(at)));
        }
    }
    diagnostics.add({rule("body/indented-code"), region.span(alone ? line : code.begin, code.end), {}, std::move(suggestion), {}});
}

std::size_t explain_row(std::size_t at, const Region& region, Diagnostics& diagnostics) {
    const std::size_t end = region.line_end(at);
    std::string_view rest = trim(region.slice(at, end));
    while (rest.starts_with('|')) rest = trim(rest.substr(1));
    while (rest.ends_with('|')) rest = trim(rest.substr(0, rest.size() - 1));
    for (std::size_t i = 0; i < rest.size(); i += character_at(rest, i).length) {
        if (!is_letter_or_digit(character_at(rest, i).code)) continue;
        const auto begin = static_cast<std::size_t>(rest.data() - region.text.data());
        diagnostics.add({rule("body/table-cells"), region.span(begin, begin + rest.size()), {std::string(clip(rest, 40))}, {}, {}});
        break;
    }
    return end;
}

std::optional<Diagnostic> find_excess(const Region& region) {
    std::size_t begin = region.begin;  // of the lines since the last empty one
    std::size_t depth = 0;
    for (std::size_t at = region.begin; at < region.end();) {
        const std::size_t next = std::max<std::size_t>(region.next_line(at), at + 1);
        const std::string_view line = region.slice(at, next);
        if (line.find_first_not_of(" \t\r\n") == std::string_view::npos) {
            begin = next;
            depth = 0;
        }
        if (next - begin > kMaxParagraphBytes)
            return Diagnostic{rule("body/long-paragraph"), region.span(begin, begin), {fmt::to_string(kMaxParagraphBytes / 1024)}, {}, {}};
        for (std::size_t i = at; i < next; ++i) {
            if (region.text[i] == '[' && ++depth > kMaxBrackets)
                return Diagnostic{rule("body/too-deep"), region.span(i, i + 1), {fmt::to_string(kMaxBrackets)}, {}, {}};
            if (region.text[i] == ']' && depth > 0) --depth;
        }
        at = next;
    }
    return std::nullopt;
}

}  // namespace pressrum
