#include "support/visible.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace pressrum::test {
namespace {

constexpr std::string_view kOpen = "⟨", kClose = "⟩", kCode = "U+";

std::optional<unsigned> hexadecimal(std::string_view digits) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

// What stands between the brackets as the bytes it means; nullopt: something else.
std::optional<std::string> meant(std::string_view name) {
    std::string out;
    if (name.starts_with(kCode)) {
        const auto code = hexadecimal(name.substr(kCode.size()));
        if (!code) return std::nullopt;
        append_character(out, *code);
    } else {
        const auto byte = name.size() == 2 ? hexadecimal(name) : std::nullopt;
        if (!byte) return std::nullopt;
        out += static_cast<char>(*byte);
    }
    return out;
}

constexpr std::pair<char32_t, char32_t> kUnseen[] = {
    {0x00, 0x1F},     {0x7F, 0xA0},     {0xAD, 0xAD},     {0x300, 0x36F},   {0x61C, 0x61C},   {0x2000, 0x200F},
    {0x2028, 0x202F}, {0x205F, 0x206F}, {0x3000, 0x3000}, {0xE000, 0xF8FF}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},
};

// The first character and its length in bytes; a length of 0 when these bytes are no UTF-8.
std::pair<char32_t, std::size_t> first_character(std::string_view text) {
    const auto byte = static_cast<unsigned char>(text.front());
    const std::size_t length = byte < 0x80 ? 1 : byte >= 0xF0 && byte < 0xF5 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0;
    if (byte >= 0xF5 || length == 0 || length > text.size()) return {byte, 0};
    char32_t code = length == 1 ? byte : byte & (0x7Fu >> length);
    for (const char next : text.substr(1, length - 1)) {
        if ((static_cast<unsigned char>(next) & 0xC0) != 0x80) return {byte, 0};
        code = code << 6 | (static_cast<unsigned char>(next) & 0x3Fu);
    }
    return {code, length};
}

}  // namespace

std::string with_characters(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = std::min(text.find(kOpen, at), text.size());
        out += text.substr(at, begin - at);
        if (begin == text.size()) break;
        const std::size_t name = begin + kOpen.size(), end = std::min(text.find(kClose, name), text.size());
        const auto bytes = meant(text.substr(name, end - name));
        out += bytes ? *bytes : std::string(kOpen);
        at = bytes ? std::min(end + kClose.size(), text.size()) : name;
    }
    return out;
}

std::string visible(std::string_view line) {
    std::string out;
    for (std::size_t at = 0; at < line.size();) {
        const auto [code, length] = first_character(line.substr(at));
        const bool unseen = std::any_of(std::begin(kUnseen), std::end(kUnseen),
                                        [c = code](const auto& range) { return c >= range.first && c <= range.second; });
        if (length == 0) out += fmt::format("{}{:02X}{}", kOpen, static_cast<unsigned>(code), kClose);
        else if (unseen || (code == ' ' && at + 1 == line.size()))
            out += fmt::format("{}{}{:04X}{}", kOpen, kCode, static_cast<unsigned>(code), kClose);
        else out += line.substr(at, length);
        at += std::max<std::size_t>(length, 1);
    }
    return out;
}

}  // namespace pressrum::test
