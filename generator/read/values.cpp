#include "read/values.hpp"

#include "base/ascii.hpp"
#include "base/minisign.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/rules.hpp"
#include "read/color_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace pressrum {
namespace {

tl::unexpected<Problem> problem(const Rule* rule, std::string_view text, std::string suggestion = {}) {
    return tl::unexpected(Problem{rule, {std::string(text)}, std::move(suggestion)});
}

constexpr std::size_t kMaxKey = 100;

bool is_key(std::string_view text, std::size_t most = kMaxKey) {
    return !text.empty() && text.size() <= most && text.front() != '-' && text.back() != '-' &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_lower_ascii(c) || is_digit(c) || c == '-'; });
}

// What people write for a date and time: "2024-05-07 16:30", "2024-5-7", "2024-05-07 kl. 16" … → "2024-05-07T16:30". Only to help the
// message, and only when nothing is left over: a zone, a second time or a word that is not understood might change what is meant.
std::string likely_time(std::string_view text) {
    std::vector<int> numbers;
    std::string letters;
    for (std::size_t i = 0; i < text.size();) {
        int value = 0;
        const auto [end, error] = std::from_chars(text.data() + i, text.data() + text.size(), value);
        if (error == std::errc{} && text[i] != '-') {
            numbers.push_back(value);
            i = static_cast<std::size_t>(end - text.data());
            continue;
        }
        const char c = text[i++];
        if (c != ' ' && c != '-' && c != ':' && c != '.' && c != '/') letters += c;
    }
    const std::string word = ascii_lower(letters);
    if (word != "" && word != "t" && word != "kl" && word != "klockan") return {};
    if (numbers.size() < 3 || numbers.size() > 5 || numbers[0] < 1000) return {};
    std::string out = fmt::format("{:04}-{:02}-{:02}", numbers[0], numbers[1], numbers[2]);
    if (numbers.size() >= 4) out += fmt::format("T{:02}:{:02}", numbers[3], numbers.size() == 5 ? numbers[4] : 0);
    if (parse_iso_date(out) || parse_iso_local_time(out)) return out;
    return {};
}

// Whether a text has a digit wherever the form has 0, and the form's own character elsewhere.
bool has_form(std::string_view text, std::string_view form) {
    return std::equal(text.begin(), text.end(), form.begin(), form.end(),
                      [](char c, char wanted) { return wanted == '0' ? is_digit(c) : c == wanted; });
}

// Written as a day or a time should be, and yet there is no such one. A time with something after it is not an impossible one.
bool is_impossible_date(std::string_view text) { return has_form(text, "0000-00-00"); }

bool is_impossible_time(std::string_view text) {
    constexpr std::string_view kForm = "0000-00-00T00:00";
    const std::string_view time = text.substr(0, kForm.size());
    return has_form(time, kForm) && !parse_iso_local_time(time);
}

// A time as other programs write it, with seconds, a zone or both after the minute.
std::optional<Problem> zoned_time(std::string_view text) {
    constexpr std::size_t kMinute = std::string_view("2024-05-07T16:30").size();
    if (text.size() <= kMinute || text.size() > 40) return std::nullopt;
    std::string local(text.substr(0, kMinute));
    if (local[10] == ' ' || local[10] == 't') local[10] = 'T';
    std::string_view rest = text.substr(kMinute);
    const auto digits = [&] {
        std::size_t n = 0;
        while (n < rest.size() && is_digit(rest[n])) ++n;
        rest.remove_prefix(n);
        return n;
    };
    bool known = parse_iso_local_time(local).has_value();
    if (rest.starts_with(':')) {
        rest.remove_prefix(1);
        known = known && digits() == 2;
        if (rest.starts_with('.') || rest.starts_with(',')) rest.remove_prefix(1), known = known && digits() > 0;
    }
    const bool seconds_alone = rest.empty();
    if (rest.starts_with(' ')) rest.remove_prefix(1);
    if (rest == "Z" || rest == "z") {
        rest = {};
    } else if (rest.starts_with('+') || rest.starts_with('-')) {
        rest.remove_prefix(1);
        const std::size_t hours = digits();
        known = known && (hours == 2 || hours == 4);
        if (hours == 2 && rest.starts_with(':')) rest.remove_prefix(1), known = known && digits() == 2;
    }
    if (!known || !rest.empty()) return std::nullopt;
    // With a zone the hour may be a different one here, and that is the writer's to say.
    return Problem{rule("value/local-time"), {std::string(text), local}, seconds_alone ? local : ""};
}

}  // namespace

Result<std::string> parse_key(std::string_view text) {
    if (!is_key(text)) return problem(rule("value/key"), text, to_slug(text));
    return std::string(text);
}

Result<std::string> parse_language(std::string_view text) {
    const bool letters = std::all_of(text.begin(), text.end(), [](char c) { return is_ascii_letter_or_digit(c) || c == '-'; });
    const std::size_t primary = std::min(text.find('-'), text.size());
    if (!letters || primary < 2 || primary > 3 || text.back() == '-' || text.size() > 35) return problem(rule("value/language"), text);
    return std::string(text);
}

bool is_misleading(std::string_view address) {
    const std::string lower = ascii_lower(address.substr(0, 8));
    const std::size_t begin = lower.starts_with("https://") ? 8 : lower.starts_with("http://") ? 7 : std::string_view::npos;
    if (begin == std::string_view::npos) return false;
    const std::size_t end = std::min(address.find_first_of("/?#", begin), address.size());
    return address.find('\\') != std::string_view::npos || address.substr(begin, end - begin).find('@') != std::string_view::npos;
}

Result<std::string> parse_url(std::string_view text) {
    if (is_misleading(text)) return problem(rule("value/misleading-address"), text);
    const bool clean = std::none_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == '"' || c == '\\';
    });
    const auto has_host = [&](std::string_view scheme) {
        return text.starts_with(scheme) && text.size() > scheme.size() && text[scheme.size()] != '/';
    };
    const bool known = has_host("https://") || has_host("http://") || has_host("mailto:") || has_host("tel:") ||
                       (text.starts_with('/') && !text.starts_with("//"));
    if (clean && known) return std::string(text);
    const bool host_alone =
        clean && !text.starts_with('/') && text.find('.') != std::string_view::npos && text.find(':') == std::string_view::npos;
    return problem(rule("value/url"), text, host_alone ? fmt::format("https://{}", text) : "");
}

Result<std::string> parse_path(std::string_view text) {
    const bool clean = std::all_of(text.begin(), text.end(), [](char c) {
        return is_ascii_letter_or_digit(c) || c == '-' || c == '_' || c == '.' || c == '/' || c == '~';
    });
    const bool safe = text.find("//") == std::string_view::npos && text.find("/.") == std::string_view::npos;
    if (!clean || !safe || !text.starts_with('/') || text.size() < 2) return problem(rule("value/path"), text);
    return std::string(text);
}

Result<std::string> parse_file_name(std::string_view text) {
    const bool clean =
        std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\\' || c == ':'; });
    const bool inside = !text.starts_with('/') && text != ".." && !text.starts_with("../") && text.find("/../") == std::string_view::npos &&
                        !text.ends_with("/..");
    if (text.empty() || !clean || !inside || text.ends_with('/')) return problem(rule("value/file"), text);
    return std::string(text);
}

Result<std::string> parse_color(std::string_view text) {
    const bool hex =
        text.size() == 7 && text[0] == '#' && std::all_of(text.begin() + 1, text.end(), [](char c) { return is_hex_digit(c); });
    if (!hex) return problem(rule("value/color"), text);
    return ascii_lower(text);
}

Result<std::string> parse_color_name(std::string_view text) {
    std::string name = ascii_lower(text);
    if (std::binary_search(std::begin(kColorNames), std::end(kColorNames), name)) return name;
    return problem(rule("value/color-name"), text, std::string(find_nearest(name, kColorNames).value_or("")));
}

Result<std::string> parse_event_reference(std::string_view text) {
    const std::size_t mark = text.find('#');
    constexpr std::size_t kMonth = std::string_view("2024-05-").size();  // before a name, in an id that nobody wrote
    if (mark == std::string_view::npos || !is_key(text.substr(0, mark), kMaxKey + kMonth) || !is_key(text.substr(mark + 1)))
        return problem(rule("value/event-reference"), text);
    return std::string(text);
}

Result<Date> parse_date(std::string_view text) {
    if (const auto date = parse_iso_date(text)) return *date;
    const std::string likely = likely_time(text);
    return problem(likely.empty() && is_impossible_date(text) ? rule("value/impossible-date") : rule("value/date"), text,
                   likely.substr(0, 10));
}

Result<LocalTime> parse_time(std::string_view text) {
    if (const auto time = parse_iso_local_time(text)) return *time;
    if (auto zoned = zoned_time(text)) return tl::unexpected(std::move(*zoned));
    std::string likely = likely_time(text);
    if (likely.size() == 10) likely.clear();  // a day is known, the time is not: it is the writer's to say
    return problem(likely.empty() && is_impossible_time(text) ? rule("value/impossible-time") : rule("value/time"), text, likely);
}

Result<Moment> parse_moment(std::string_view text) {
    if (const auto date = parse_iso_date(text)) return Moment{midnight(*date), true};
    if (const auto time = parse_iso_local_time(text)) return Moment{*time, false};
    if (auto zoned = zoned_time(text)) return tl::unexpected(std::move(*zoned));
    const std::string likely = likely_time(text);
    if (likely.empty() && is_impossible_time(text)) return problem(rule("value/impossible-time"), text);
    if (likely.empty() && is_impossible_date(text)) return problem(rule("value/impossible-date"), text);
    return problem(rule("value/moment"), text, likely);
}

Result<std::string> parse_email(std::string_view text) {
    const std::size_t at = text.find('@');
    const bool one = at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.find('@', at + 1) == std::string_view::npos;
    const bool clean = std::none_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == ',' || c == ';' || c == '"';
    });
    const std::string_view host = one ? text.substr(at + 1) : "";
    const bool dotted =
        host.find('.') != std::string_view::npos && host.front() != '.' && host.back() != '.' && host.find("..") == std::string_view::npos;
    if (!clean || !dotted) return problem(rule("value/email"), text);
    return std::string(text);
}

Result<std::string> parse_phone(std::string_view text) {
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    const bool clean = std::all_of(text.begin(), text.end(),
                                   [](char c) { return is_digit(c) || c == ' ' || c == '-' || c == '+' || c == '(' || c == ')'; });
    // E.164: a telephone number has at most 15 digits.
    if (!clean || digits < 3 || digits > 15) return problem(rule("value/phone"), text);
    return std::string(text);
}

Result<std::string> parse_credit(std::string_view text) {
    for (const std::string_view label : {"foto:", "photo:", "fotograf:", "bild:"}) {
        if (ascii_lower(text.substr(0, label.size())) == label)
            return problem(rule("value/credit-label"), text, std::string(trim(text.substr(label.size()))));
    }
    const bool named =
        std::any_of(text.begin(), text.end(), [](char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; });
    if (!named) return problem(rule("value/credit"), text);
    return std::string(text);
}

Result<std::string> parse_signing_key(std::string_view text) {
    if (is_secret_key(text)) return tl::unexpected(Problem{rule("value/secret-key"), {}, {}});
    const std::optional<PublicKey> key = parse_public_key(text);
    if (!key) return problem(rule("value/public-key"), text);
    return std::string(text);
}

bool is_placeholder(std::string_view text) { return text == "Förnamn Efternamn" || text == "…" || text == "..."; }

Result<bool> parse_boolean(std::string_view text) {
    if (text == "true") return true;
    if (text == "false") return false;
    const std::string lower = to_lower(text);
    const bool yes = lower == "ja" || lower == "yes" || lower == "sant" || lower == "on" || lower == "true";
    const bool no = lower == "nej" || lower == "no" || lower == "falskt" || lower == "off" || lower == "false";
    return problem(rule("value/boolean"), text, yes ? "true" : no ? "false" : "");
}

Result<int> parse_integer(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 1) return problem(rule("value/integer"), text);
    return value;
}

Result<double> parse_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size()) return value;
    // A decimal comma is the usual fault; anything else is not guessed at.
    const std::string pointed = replace_all(std::string(text), ",", ".");
    return problem(rule("value/number"), text, pointed != text && parse_number(pointed) ? pointed : "");
}

}  // namespace pressrum
