#include "cli/now.hpp"

#include "base/ascii.hpp"

#include <charconv>

namespace pressrum {
namespace {

constexpr std::size_t kMinutes = std::string_view("2024-05-02T10:00").size();

std::optional<int> two_digits(std::string_view text, std::size_t at) {
    const auto digit = [&](std::size_t i) { return i < text.size() && is_digit(text[i]); };
    if (!digit(at) || !digit(at + 1)) return std::nullopt;
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

// ":SS", when it is there, leaves `text`.
std::optional<std::chrono::seconds> take_seconds(std::string_view& text) {
    if (!text.starts_with(':')) return std::chrono::seconds(0);
    const auto seconds = two_digits(text, 1);
    if (!seconds || *seconds > 59) return std::nullopt;
    text.remove_prefix(3);
    return std::chrono::seconds(*seconds);
}

// "Z", "+02:00" or "-05:30".
std::optional<std::chrono::seconds> parse_offset(std::string_view text) {
    if (text == "Z" || text == "z") return std::chrono::seconds(0);
    const auto hours = two_digits(text, 1), minutes = two_digits(text, 4);
    const bool sound =
        text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':' && hours && minutes && *hours < 24 && *minutes < 60;
    if (!sound) return std::nullopt;
    const std::chrono::seconds offset = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
    return text[0] == '-' ? -offset : offset;
}

}  // namespace

std::optional<Now> parse_now(std::string_view text) {
    if (const auto date = parse_iso_date(text)) return Now{{}, midnight(*date)};
    auto local = parse_iso_local_time(text.substr(0, kMinutes));
    if (!local) return std::nullopt;
    text.remove_prefix(kMinutes);
    const auto seconds = take_seconds(text);
    if (!seconds) return std::nullopt;
    *local += *seconds;
    if (text.empty()) return Now{{}, local};
    const auto offset = parse_offset(text);
    if (!offset) return std::nullopt;
    return Now{Instant(local->time_since_epoch() - *offset), std::nullopt};
}

std::optional<Instant> parse_epoch(std::string_view text) {
    constexpr long long kLast = 253402300799;  // 9999-12-31T23:59:59Z
    long long seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size() || seconds < 0 || seconds > kLast) return std::nullopt;
    return Instant(std::chrono::seconds(seconds));
}

}  // namespace pressrum
