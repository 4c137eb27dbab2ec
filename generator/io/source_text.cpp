#include "io/source_text.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "base/windows_1252.hpp"

#include <string_view>

namespace pressrum {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_control(std::string_view character) {
    const auto fault = find_text_fault(character);
    return fault && fault->kind == TextFault::control_character;
}

// UTF-16 with the byte order of its mark, half a pair of surrogates as U+FFFD.
std::string from_utf16(std::string_view bytes, bool big) {
    std::string out;
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(big ? first << 8 | second : second << 8 | first);
    };
    for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
        char32_t code = unit(at);
        const bool leads = code >= 0xD800 && code < 0xDC00, trails = code >= 0xDC00 && code < 0xE000;
        const char32_t next = leads && at + 3 < bytes.size() ? unit(at + 2) : 0;
        if (next >= 0xDC00 && next < 0xE000) {
            code = 0x10000 + ((code - 0xD800) << 10) + (next - 0xDC00);
            at += 2;
        } else if (leads || trails) {
            code = kReplacement;
        }
        append_character(out, code);
    }
    return out;
}

// Character by character, noting the first faults.
SourceText mended(std::string_view bytes) {
    SourceText result;
    for (std::size_t at = 0; at < bytes.size();) {
        const Character next = character_at(bytes, at);
        const std::string_view character = bytes.substr(at, next.length);
        const bool broken = next.code == kReplacement && next.length == 1;
        at += next.length;
        if (broken) {
            if (!result.not_utf8) result.not_utf8 = result.text.size();
            append_character(result.text, windows_1252(static_cast<unsigned char>(character.front())));
        } else if (is_control(character)) {
            if (!result.control) result.control = result.text.size(), result.control_code = next.code;
            append_character(result.text, kReplacement);
        } else {
            result.text += character;
        }
    }
    return result;
}

// NFC moves what stands after it: the offset of the same place.
std::optional<std::size_t> moved(const std::optional<std::size_t>& offset, std::string_view text) {
    if (!offset) return std::nullopt;
    return to_nfc(std::string(text.substr(0, *offset))).size();
}

}  // namespace

SourceText to_source_text(std::string bytes) {
    const bool utf16_big = bytes.starts_with("\xFE\xFF"), utf16_little = bytes.starts_with("\xFF\xFE");
    const bool utf16 = utf16_big || utf16_little;
    if (utf16) bytes = from_utf16(bytes, utf16_big);
    else if (bytes.starts_with(kByteOrderMark)) bytes.erase(0, kByteOrderMark.size());
    if (!utf16 && !find_text_fault(bytes)) return {to_nfc(std::move(bytes))};

    SourceText result = mended(bytes);
    if (utf16) result.not_utf8 = 0;
    result.not_utf8 = moved(result.not_utf8, result.text);
    result.control = moved(result.control, result.text);
    result.text = to_nfc(std::move(result.text));
    return result;
}

}  // namespace pressrum
