#include "base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace pressrum {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Length of the valid sequence at `at`, 0 when it is broken (RFC 3629: no overlong forms, no surrogates).
std::size_t sequence_length(std::string_view text, std::size_t at, char32_t* code) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char first = byte(0);
    std::size_t length = 0;
    char32_t value = 0;
    if (first < 0x80) {
        *code = first;
        return 1;
    }
    if (first >= 0xC2 && first < 0xE0) length = 2, value = first & 0x1Fu;
    else if (first >= 0xE0 && first < 0xF0) length = 3, value = first & 0x0Fu;
    else if (first >= 0xF0 && first < 0xF5) length = 4, value = first & 0x07u;
    else return 0;
    if (at + length > text.size()) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if (!is_continuation(text[at + i])) return 0;
        value = (value << 6) | (byte(i) & 0x3Fu);
    }
    if (length == 3 && (value < 0x800 || (value >= 0xD800 && value < 0xE000))) return 0;
    if (length == 4 && (value < 0x10000 || value > 0x10FFFF)) return 0;
    *code = value;
    return length;
}

// Not what joins letters and emoji, or turns them: a name without it is a different name.
bool is_left_out(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

}  // namespace

std::optional<TextFault> find_text_fault(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        char32_t code = 0;
        const std::size_t length = sequence_length(text, at, &code);
        if (length == 0) return TextFault{TextFault::bad_utf8, at};
        const bool control = (code < 0x20 && code != '\n' && code != '\t' && code != '\r') ||
                             (code >= 0x7F && code < 0xA0 && code != 0x85) || (code & 0xFFFE) == 0xFFFE;
        if (control) return TextFault{TextFault::control_character, at};
        at += length;
    }
    return std::nullopt;
}

Character character_at(std::string_view text, std::size_t at) {
    char32_t code = 0;
    const std::size_t length = sequence_length(text, at, &code);
    return length == 0 ? Character{kReplacement, 1} : Character{code, length};
}

void append_character(std::string& out, char32_t code) {
    const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | (code >> 6)), put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | (code >> 12)), put(0x80 | ((code >> 6) & 0x3F)), put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | (code >> 18)), put(0x80 | ((code >> 12) & 0x3F));
        put(0x80 | ((code >> 6) & 0x3F)), put(0x80 | (code & 0x3F));
    }
}

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

std::string_view clip(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    while (bytes > 0 && is_continuation(text[bytes])) --bytes;
    return text.substr(0, bytes);
}

bool is_white_space(char32_t code) {
    if (code < 0x80) return code == ' ' || (code >= '\t' && code <= '\r');
    return code == 0x85 || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 ||
           code == 0x202F || code == 0x205F || code == 0x3000;
}

bool is_zero_width(char32_t code) {
    return code == 0xAD || (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) || code == 0x2060 || code == 0xFEFF;
}

std::string_view trim(std::string_view text) {
    while (!text.empty()) {
        const Character first = character_at(text, 0);
        if (!is_white_space(first.code)) break;
        text.remove_prefix(first.length);
    }
    while (!text.empty()) {
        std::size_t last = text.size() - 1;
        while (last > 0 && is_continuation(text[last])) --last;
        if (!is_white_space(character_at(text, last).code)) break;
        text.remove_suffix(text.size() - last);
    }
    return text;
}

std::string squeeze(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool pending = false;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        if (is_white_space(c.code)) {
            pending = !out.empty();
        } else if (!is_left_out(c.code)) {
            if (pending) out.push_back(' ');
            pending = false;
            out.append(text.substr(at, c.length));
        }
        at += c.length;
    }
    return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + 1);
    }
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
    }
    return text;
}

std::string join(std::span<const std::string> parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        if (&part != parts.data()) out += between;
        out += part;
    }
    return out;
}

std::string ascii_lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::optional<std::string_view> find_nearest(std::string_view word, std::span<const std::string_view> candidates) {
    if (word.size() > 64) return std::nullopt;  // nobody misspells a word of that length; keeps the cost bounded
    std::optional<std::string_view> best;
    std::size_t best_distance = std::min<std::size_t>(3, (word.size() + 2) / 3) + 1;
    for (const std::string_view candidate : candidates) {
        if (candidate.size() > word.size() + 3 || word.size() > candidate.size() + 3) continue;
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < best_distance) best = candidate, best_distance = distance;
    }
    return best;
}

}  // namespace pressrum
