#include "cli/log.hpp"

#include "base/ascii.hpp"

namespace pressrum {
namespace {

constexpr std::string_view kJoiner = "\u2060";

// The bracket of the next "##[", "##vso[", …
std::size_t find_order(std::string_view text, std::size_t from) {
    for (std::size_t at = text.find("##", from); at != std::string_view::npos; at = text.find("##", at + 1)) {
        std::size_t end = at + 2;
        while (end < text.size() && is_ascii_letter(text[end])) ++end;
        if (end < text.size() && text[end] == '[') return end;
    }
    return std::string_view::npos;
}

}  // namespace

std::string no_orders_within(std::string text) {
    for (std::size_t at = find_order(text, 0); at != std::string::npos; at = find_order(text, at)) text.insert(at, kJoiner);
    return text;
}

std::string no_orders_in_json(std::string json) {
    for (std::size_t at = find_order(json, 0); at != std::string::npos; at = find_order(json, at)) json.replace(at, 1, "\\u005b");
    return json;
}

std::string no_orders(std::string text) {
    text = no_orders_within(std::move(text));
    for (std::size_t at = text.find("::"); at != std::string::npos; at = text.find("::", at + 2)) {
        const std::size_t before = text.find_last_not_of(" \t", at == 0 ? at : at - 1);
        const bool first = at == 0 || before == std::string::npos || text[before] == '\n' || text[before] == '\r';
        if (first) text.insert(at + 1, kJoiner);
    }
    return text;
}

LogLines::int_type LogLines::overflow(int_type c) {
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    const char one = traits_type::to_char_type(c);
    return xsputn(&one, 1) == 1 ? c : traits_type::eof();
}

std::streamsize LogLines::xsputn(const char* text, std::streamsize count) {
    waiting_.append(text, static_cast<std::size_t>(count));
    if (const std::size_t end = waiting_.rfind('\n'); end != std::string::npos) hand_on(end + 1);
    return to_ ? count : 0;
}

int LogLines::sync() {
    hand_on(waiting_.size());
    to_.flush();
    return to_ ? 0 : -1;
}

void LogLines::hand_on(std::size_t count) {
    to_ << no_orders(waiting_.substr(0, count));
    waiting_.erase(0, count);
}

}  // namespace pressrum
