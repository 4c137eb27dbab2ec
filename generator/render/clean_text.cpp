#include "render/clean_text.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace pressrum {
namespace {

bool is_plain(char c) { return (c >= ' ' && c <= '~') || c == '\n' || c == '\t'; }

// The first byte at or after `at` that must be changed. A feed holds whole releases, so eight bytes are judged at once.
std::size_t end_of_clean(std::string_view text, std::size_t at) {
    constexpr std::uint64_t kOnes = 0x0101010101010101, kHigh = 0x80 * kOnes;
    while (at < text.size()) {
        for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
            std::memcpy(&word, text.data() + at, sizeof word);
            // A high bit is set where a byte is not ASCII, is below a space, or is DEL.
            if (((word | (word - 0x20 * kOnes) | (word + kOnes)) & kHigh) != 0) break;
        }
        for (const std::size_t stop = std::min(at + 8, text.size()); at < stop;) {
            const Character c = is_plain(text[at]) ? Character{U' ', 1} : character_at(text, at);
            const bool broken = c.length == 1 && c.code >= 0x80;
            if (broken || !is_text_character(c.code)) return at;
            at += c.length;
        }
    }
    return text.size();
}

}  // namespace

bool is_text_character(char32_t code) {
    if (code < 0x20) return code == '\n' || code == '\t';
    return (code < 0x7F || code > 0x9F || code == 0x85) && (code & 0xFFFE) != 0xFFFE;
}

std::string to_clean_text(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0;;) {
        const std::size_t end = end_of_clean(text, at);
        out += text.substr(at, end - at);
        if (end == text.size()) return out;
        const Character c = character_at(text, end);
        at = end + c.length;
        if (c.code == '\r') {
            if (!text.substr(at).starts_with('\n')) out.push_back('\n');
        } else if (is_text_character(c.code)) {
            append_character(out, c.code);
        }
    }
}

}  // namespace pressrum
