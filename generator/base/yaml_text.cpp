#include "base/yaml_text.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace pressrum {

std::string yaml_scalar(std::string_view text) {
    const char first = text.empty() ? ' ' : text.front();
    const bool letter_first = (first >= 'A' && first <= 'Z') || is_lower_ascii(first) || static_cast<unsigned char>(first) >= 0xC3;
    const std::string lower = ascii_lower(text);
    const bool another_type =
        lower == "null" || lower == "true" || lower == "false" || lower == "yes" || lower == "no" || lower == "on" || lower == "off";
    if (letter_first && !another_type && text.find_first_of(":#\"'\\`{}[]") == std::string_view::npos) return std::string(text);
    return yaml_quoted(text);
}

std::string yaml_quoted(std::string_view text) {
    const bool plain = text.find_first_of("\"\\") == std::string_view::npos;
    if (!plain && text.find('\'') == std::string_view::npos) return fmt::format("'{}'", text);
    return fmt::format("\"{}\"", replace_all(replace_all(std::string(text), "\\", "\\\\"), "\"", "\\\""));
}

}  // namespace pressrum
