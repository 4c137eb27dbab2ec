#include "read/yaml/faults.hpp"

#include "base/text.hpp"
#include "base/yaml_text.hpp"
#include "model/rules.hpp"
#include "read/yaml/text.hpp"

#include <charconv>
#include <optional>

namespace pressrum::yaml {

namespace {

// The character that \xE5, \u00e5 or \U000000e5 at `at` stands for, and the escape's length; nothing for any other escape and
// for control characters.
std::optional<Character> hex_escape(std::string_view text, std::size_t at) {
    const char kind = at + 1 < text.size() ? text[at + 1] : '\0';
    const std::size_t digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (digits == 0 || at + 2 + digits > text.size()) return std::nullopt;
    std::uint32_t code = 0;
    const char* first = text.data() + at + 2;
    const auto [end, error] = std::from_chars(first, first + digits, code, 16);
    const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
    const bool character = code < 0xD800 || (code >= 0xE000 && code <= 0x10FFFF);
    if (error != std::errc{} || end != first + digits || control || !character) return std::nullopt;
    return Character{code, 2 + digits};
}

// No writer wants to read a longer text twice in a message.
constexpr std::size_t kMaxPasted = 120;

bool is_plain_escape(char c) { return c == '"' || c == '\\' || c == '/'; }

// What the writer most likely meant by a text with backslashes: hexadecimal ones come from programs and stand for a character,
// all others are meant as they are ("C:\foto").
std::string without_escapes(std::string_view inner) {
    std::string decoded, kept;
    bool all_known = true;
    for (std::size_t i = 0; i < inner.size();) {
        const char next = i + 1 < inner.size() ? inner[i + 1] : '\0';
        if (inner[i] != '\\') {
            decoded += inner[i], kept += inner[i];
            ++i;
        } else if (is_plain_escape(next)) {
            decoded += next;
            kept += next == '\\' ? "\\\\" : std::string(1, next);
            i += 2;
        } else if (const auto escape = hex_escape(inner, i)) {
            append_character(decoded, escape->code);
            kept += inner.substr(i, escape->length);
            i += escape->length;
        } else {
            all_known = false;
            kept += inner[i++];
        }
    }
    return all_known ? decoded : kept;
}

}  // namespace

Diagnostic unclosed_quote(std::string_view text, FileId file, std::size_t begin, std::size_t end) {
    while (end > begin + 1 && std::string_view(" \t\r\n").find(text[end - 1]) != std::string_view::npos) --end;
    const std::string value = squeeze(text.substr(begin + 1, end - begin - 1));
    std::string_view inner = value;
    // Closed with a mark of another kind, as a word processor does.
    for (const std::string_view mark : {"\"", "'", "”", "“", "’", "»"}) {
        if (inner.ends_with(mark)) {
            inner.remove_suffix(mark.size());
            break;
        }
    }
    return {rule("yaml/unclosed-quote"), span(file, begin, end), {}, inner.empty() ? "" : yaml_quoted(inner), {}};
}

Diagnostic backslash(std::string_view text, FileId file, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin + 1; i + 1 < end; ++i) {
        if (text[i] != '\\') continue;
        if (is_plain_escape(text[i + 1])) {
            ++i;
            continue;
        }
        const std::string word(text.substr(i, 1 + character_at(text, i + 1).length));
        const std::string_view inner = text.substr(begin + 1, end - begin - 2);
        const bool one_line = inner.find('\n') == std::string_view::npos;
        return {rule("yaml/backslash"),
                span(file, begin, end),
                {one_line ? word : "\\"},
                one_line && inner.size() <= kMaxPasted ? yaml_quoted(without_escapes(inner)) : "",
                {}};
    }
    return {nullptr};
}

Faults::Faults(std::string_view text_of_file, Span region, std::size_t failure, Diagnostics& diagnostics)
    : text(text_of_file), file(region.file), failed_at(failure), diagnostics_(diagnostics) {
    for (const Diagnostic& each : diagnostics.all()) {
        if (each.at.file != file || each.at.begin < region.begin) continue;
        told_.insert(each.at.begin);
        any_ = any_ || each.rule->severity == Severity::error;
    }
}

void Faults::add(Diagnostic diagnostic) {
    if (!told_.insert(diagnostic.at.begin).second) return;
    ++count_;
    any_ = any_ || diagnostic.rule->severity == Severity::error;
    diagnostics_.add(std::move(diagnostic));
}

void Faults::add(const Rule* rule, std::size_t begin, std::size_t end, std::vector<std::string> words, std::string suggestion) {
    add(Diagnostic{rule, span(file, begin, end), std::move(words), std::move(suggestion), {}});
}

void Faults::add_colon(std::size_t begin, std::size_t end, std::size_t colon) {
    add({rule("yaml/colon"),
         span(file, begin, end),
         {},
         yaml_quoted(text.substr(begin, end - begin)),
         {{span(file, colon, colon + 1), {"kolonet står här", "the colon is here"}}}});
}

void Faults::add_backslash(std::size_t begin, std::size_t end) {
    if (Diagnostic fault = backslash(text, file, begin, end); fault.rule != nullptr) add(std::move(fault));
}

}  // namespace pressrum::yaml
