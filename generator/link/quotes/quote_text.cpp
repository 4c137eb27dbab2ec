#include "link/quotes/quote_text.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

#include <algorithm>

namespace pressrum {
namespace {

constexpr std::size_t kIdWords = 5;
constexpr std::size_t kAskedWords = 6;
constexpr std::size_t kShownBytes = 300;

std::string_view first_words(std::string_view text, std::size_t count) {
    std::size_t end = 0;
    for (std::size_t n = 0; n < count && end < text.size(); ++n) end = std::min(text.find(' ', end + 1), text.size());
    return text.substr(0, end);
}

}  // namespace

std::string shown(std::string_view text) {
    return text.size() <= kShownBytes ? std::string(text) : std::string(clip(text, kShownBytes)) + " …";
}

std::string beginning(std::string_view text) {
    const std::string_view start = clip(first_words(text, kAskedWords), kShownBytes);
    return start.size() < text.size() ? std::string(start) + " …" : std::string(start);
}

std::string without_brackets(std::string_view name) {
    std::string out;
    while (!name.empty()) {
        const std::size_t open = std::min(name.find(" ("), name.size());
        out += name.substr(0, open);
        const std::size_t close = name.find(')', open);
        name.remove_prefix(close == std::string_view::npos ? name.size() : close + 1);
    }
    return out;
}

std::string StatementIds::make(std::string_view text) {
    std::string base = to_slug(first_words(text, kIdWords));
    if (base.empty()) base = "citat";
    std::string id = base;
    for (std::size_t& n = next_.try_emplace(base, 2).first->second; !take(id); ++n) id = base + "-" + std::to_string(n);
    return id;
}

}  // namespace pressrum
