#include "base/escape.hpp"

#include "base/ascii.hpp"

namespace pressrum {
namespace {

bool is_unreserved(char c) { return is_ascii_letter_or_digit(c) || c == '-' || c == '.' || c == '_' || c == '~'; }

void append_percent(std::string& out, char c) {
    static constexpr char kDigits[] = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    out.push_back('%');
    out.push_back(kDigits[byte >> 4]);
    out.push_back(kDigits[byte & 15]);
}

// Most texts hold none. Every byte is asked, without a way out in between and without a bool: so the compiler takes sixteen at once.
bool holds_mark(std::string_view text) {
    unsigned char found = 0;
    for (const char c : text) found |= (c == '&') | (c == '<') | (c == '>') | (c == '"');
    return found != 0;
}

}  // namespace

void append_html(std::string& out, std::string_view text) {
    if (!holds_mark(text)) {
        out += text;
        return;
    }
    std::size_t plain = 0;  // a stretch without marks begins here
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string_view escaped;
        switch (text[at]) {
            case '&': escaped = "&amp;"; break;
            case '<': escaped = "&lt;"; break;
            case '>': escaped = "&gt;"; break;
            case '"': escaped = "&quot;"; break;
            default: continue;
        }
        out += text.substr(plain, at - plain);
        out += escaped;
        plain = at + 1;
    }
    out += text.substr(plain);
}

std::string to_html(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    append_html(out, text);
    return out;
}

std::string to_url_path(std::string_view text) {
    static constexpr std::string_view kAllowed = "/:@!$&'()*+,;=?#[]";
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool encoded = c == '%' && i + 2 < text.size() && is_hex_digit(text[i + 1]) && is_hex_digit(text[i + 2]);
        if (is_unreserved(c) || encoded || kAllowed.find(c) != std::string_view::npos) out.push_back(c);
        else append_percent(out, c);
    }
    return out;
}

std::string to_url_value(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (is_unreserved(c)) out.push_back(c);
        else append_percent(out, c);
    }
    return out;
}

}  // namespace pressrum
