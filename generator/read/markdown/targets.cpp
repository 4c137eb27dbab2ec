#include "read/markdown/targets.hpp"

#include "base/ascii.hpp"
#include "base/escape.hpp"
#include "base/text.hpp"
#include "model/rules.hpp"
#include "read/values.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

constexpr struct {
    std::string_view word;
    NodeKind kind;
} kPlacedKinds[] = {{"quote", NodeKind::placed_quote}, {"photo", NodeKind::placed_photo}, {"event", NodeKind::placed_event}};

// What people write instead.
constexpr struct {
    std::string_view word, meant;
} kPlacedSynonyms[] = {{"citat", "quote"},   {"statement", "quote"}, {"bild", "photo"},     {"foto", "photo"},
                       {"picture", "photo"}, {"image", "photo"},     {"img", "photo"},      {"evenemang", "event"},
                       {"möte", "event"},    {"händelse", "event"},  {"kalender", "event"}, {"calendar", "event"}};

constexpr std::string_view kFileEndings[] = {".html", ".htm", ".md",   ".php",  ".aspx", ".pdf", ".jpg",
                                             ".jpeg", ".png", ".docx", ".xlsx", ".txt",  ".ics", ".xml"};

Problem problem(const Rule* rule, std::string_view word, std::string suggestion = {}) {
    return {rule, {std::string(clip(word, 80))}, std::move(suggestion)};
}

bool is_scheme_letter(char c) { return is_ascii_letter_or_digit(c) || c == '+' || c == '-' || c == '.'; }

// "https" of "https://…"; empty when there is none.
std::string_view scheme_of(std::string_view address) {
    const auto end = std::find_if_not(address.begin(), address.end(), is_scheme_letter);
    const auto size = static_cast<std::size_t>(end - address.begin());
    return end != address.end() && *end == ':' ? address.substr(0, size) : std::string_view();
}

bool is_placed_word(std::string_view word) {
    return std::any_of(std::begin(kPlacedKinds), std::end(kPlacedKinds), [&](const auto& row) { return row.word == word; });
}

// "www.ekinge.example/karta", "ekinge.example": an address on another site without its beginning.
bool looks_like_host(std::string_view address) {
    const std::string_view host = address.substr(0, address.find_first_of("/?#:"));
    if (host.starts_with("www.")) return true;
    const std::size_t dot = host.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 2 >= host.size()) return false;
    const std::string ending = ascii_lower(host.substr(dot));
    return std::find(std::begin(kFileEndings), std::end(kFileEndings), ending) == std::end(kFileEndings);
}

// What cannot stand in an address at all, or is read by browsers as something else (a backslash as a slash). A bracket without its
// other half belongs to the text around an address that became a link by itself.
bool is_clean(std::string_view address) {
    static constexpr std::string_view kNever = "\"<>\\^`{|}";
    const bool clean = std::none_of(address.begin(), address.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte <= ' ' || byte == 0x7F || kNever.find(c) != std::string_view::npos;
    });
    return clean && std::count(address.begin(), address.end(), '[') == std::count(address.begin(), address.end(), ']');
}

bool is_complete(std::string_view scheme, std::string_view rest) {
    if (scheme == "mailto") return rest.find('@') != std::string_view::npos && rest.find('@') != 0;
    if (scheme == "tel") return std::any_of(rest.begin(), rest.end(), is_digit);
    return rest.starts_with("//") && rest.size() > 2 && rest.find_first_of("/?#:", 2) != 2;
}

}  // namespace

std::optional<Problem> find_link_fault(std::string_view address) {
    if (address.empty() || address == "#") return problem(rule("body/link-missing-address"), address);
    const std::string_view scheme = scheme_of(address);
    if (is_placed_word(scheme))
        return problem(rule("body/placed-exclamation"), fmt::format("[]({})", address), fmt::format("![]({})", address));
    if (is_misleading(address)) return problem(rule("value/misleading-address"), address);
    if (!is_clean(address)) {
        const bool telephone = ascii_lower(scheme) == "tel";
        std::string cleaned = telephone ? replace_all(std::string(address), " ", "") : to_url_path(address);
        const bool sound = is_clean(cleaned) && address.find('\\') == std::string_view::npos && !find_link_fault(cleaned);
        return problem(rule("body/link-characters"), address, sound ? std::move(cleaned) : "");
    }
    if (address.starts_with("//")) return problem(rule("body/link-relative"), address, fmt::format("https:{}", address));
    if (address.starts_with('/') || address.starts_with('#')) return std::nullopt;
    if (!scheme.empty()) {
        const std::string lower = ascii_lower(scheme);
        const std::string_view rest = address.substr(scheme.size() + 1);
        if (lower == "https" || lower == "http" || lower == "mailto" || lower == "tel") {
            if (is_complete(lower, rest)) return std::nullopt;
            return problem(rule("body/link-address"), address);
        }
        if (!looks_like_host(address)) return problem(rule("body/link-scheme"), scheme);
    }
    const bool mail = address.find('@') != std::string_view::npos && address.find('/') == std::string_view::npos;
    if (mail) return problem(rule("body/link-address"), address, fmt::format("mailto:{}", address));
    if (looks_like_host(address)) return problem(rule("body/link-address"), address, fmt::format("https://{}", address));
    return problem(rule("body/link-relative"), address);
}

Result<Placed> parse_placed(std::string_view target) {
    const std::size_t colon = target.find(':');
    if (colon == std::string_view::npos) {
        const bool file = target.find('.') != std::string_view::npos && !target.starts_with('#');
        if (!file) return tl::unexpected(problem(rule("body/placed-unknown"), target));
        const bool beside = parse_file_name(target) && !target.starts_with("//");
        if (!beside) return tl::unexpected(problem(rule("body/placed-address"), target));
        return Placed{NodeKind::placed_photo, target};
    }
    const std::string_view word = target.substr(0, colon);
    const std::string_view name = target.substr(colon + 1);
    for (const auto& row : kPlacedKinds) {
        if (row.word != word) continue;
        if (trim(name).empty()) return tl::unexpected(problem(rule("body/placed-missing-name"), word));
        if (const auto key = parse_key(name); !key) {
            // A picture without an id of its own goes by its file's name.
            const bool file = row.kind == NodeKind::placed_photo && name.find('/') == std::string_view::npos && parse_file_name(name);
            if (!file)
                return tl::unexpected(problem(rule("body/placed-name"), name,
                                              key.error().suggestion.empty() ? "" : fmt::format("{}:{}", word, key.error().suggestion)));
        }
        return Placed{row.kind, name};
    }
    const std::string lower = ascii_lower(word);
    if (lower == "https" || lower == "http" || lower == "data" || lower == "file")
        return tl::unexpected(problem(rule("body/placed-address"), target));
    std::string_view meant;
    for (const auto& row : kPlacedSynonyms) {
        if (row.word == lower) meant = row.meant;
    }
    if (meant.empty()) {
        static constexpr std::string_view kWords[] = {"quote", "photo", "event"};
        meant = find_nearest(lower, kWords).value_or(std::string_view());
    }
    return tl::unexpected(problem(rule("body/placed-unknown"), target, meant.empty() ? "" : fmt::format("{}:{}", meant, name)));
}

}  // namespace pressrum
