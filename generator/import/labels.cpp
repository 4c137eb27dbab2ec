#include "import/labels.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

#include <algorithm>
#include <array>

namespace pressrum {
namespace {

enum class Needs : std::uint8_t { colon, colon_or_name, nothing };  // after the word

struct LabelRow {
    Label label;
    std::string_view word;  // lower case
    Needs needs;
};

// Longer words before shorter ones that begin the same.
constexpr LabelRow kLabels[] = {
    {Label::credit, "fotograf", Needs::colon},
    {Label::credit, "fotografi", Needs::colon},
    {Label::credit, "foton", Needs::colon},
    {Label::credit, "foto", Needs::colon_or_name},
    {Label::credit, "illustration", Needs::colon},
    {Label::credit, "photographer", Needs::colon},
    {Label::credit, "photos", Needs::colon},
    {Label::credit, "photo", Needs::colon_or_name},
    {Label::caption, "bildtext", Needs::colon},
    {Label::caption, "på bilden", Needs::colon},
    {Label::caption, "bilden", Needs::colon},
    {Label::caption, "bild", Needs::colon},
    {Label::caption, "caption", Needs::colon},
    {Label::caption, "picture", Needs::colon},
    {Label::diary_number, "diarienummer", Needs::colon},
    {Label::diary_number, "diarienr", Needs::colon},
    {Label::diary_number, "dnr", Needs::nothing},
    {Label::diary_number, "ärendenummer", Needs::colon},
    {Label::diary_number, "reference number", Needs::colon},
    {Label::contact, "kontaktpersoner", Needs::nothing},
    {Label::contact, "kontaktperson", Needs::nothing},
    {Label::contact, "presskontakter", Needs::nothing},
    {Label::contact, "presskontakt", Needs::nothing},
    {Label::contact, "kontakta", Needs::colon},
    {Label::contact, "kontakter", Needs::nothing},
    {Label::contact, "kontakt", Needs::nothing},
    {Label::contact, "för mer information", Needs::nothing},
    {Label::contact, "för ytterligare information", Needs::nothing},
    {Label::contact, "mer information", Needs::nothing},
    {Label::contact, "för frågor", Needs::nothing},
    {Label::contact, "frågor besvaras av", Needs::nothing},
    {Label::contact, "for more information", Needs::nothing},
    {Label::contact, "for further information", Needs::nothing},
    {Label::contact, "press contact", Needs::nothing},
    {Label::contact, "media contact", Needs::nothing},
    {Label::contact, "contacts", Needs::nothing},
    {Label::contact, "contact", Needs::nothing},
    {Label::published, "publicerad", Needs::nothing},
    {Label::published, "publicerat", Needs::nothing},
    {Label::published, "publiceringsdatum", Needs::nothing},
    {Label::published, "published", Needs::nothing},
    {Label::published, "datum", Needs::colon},
    {Label::published, "date", Needs::colon},
};

struct KickerRow {
    std::string_view word, kind;
};
constexpr KickerRow kKickers[] = {
    {"pressmeddelande", "press-release"}, {"pressmeddelanden", "press-release"},
    {"press release", "press-release"},   {"pressrelease", "press-release"},
    {"pressinbjudan", "invitation"},      {"press invitation", "invitation"},
    {"inbjudan", "invitation"},           {"nyhet", "news"},
    {"uttalande", "statement"},
};

bool begins_word(std::string_view lower, std::string_view word) {
    return lower.starts_with(word) && (lower.size() == word.size() || !is_letter_or_digit(character_at(lower, word.size()).code));
}

// Lower case keeps the length of the letters that labels are made of; a line where it does not is not a label.
std::optional<std::string> same_length_lower(std::string_view line) {
    std::string lower = to_lower(line);
    return lower.size() == line.size() ? std::optional(std::move(lower)) : std::nullopt;
}

bool begins_with_capital(std::string_view word) { return !word.empty() && is_upper_case(character_at(word, 0).code); }

bool has_only_words(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        const bool fine =
            (is_letter_or_digit(c.code) && !is_digit(c.code)) || c.code == ' ' || c.code == '-' || c.code == '\'' || c.code == 0x2019;
        if (!fine) return false;
        at += c.length;
    }
    return !text.empty();
}

}  // namespace

std::optional<Labelled> find_label(std::string_view line) {
    const auto lower = same_length_lower(clip(line, 200));
    if (!lower) return std::nullopt;
    for (const LabelRow& row : kLabels) {
        if (!begins_word(*lower, row.word)) continue;
        std::string_view rest = line.substr(row.word.size());
        const bool colon = trim(rest).starts_with(':') || trim(rest).starts_with(".:");
        const bool enough = colon || row.needs == Needs::nothing || (row.needs == Needs::colon_or_name && is_name_like(trim(rest)));
        if (!enough) continue;
        rest = trim(rest);
        while (!rest.empty() && (rest.front() == ':' || rest.front() == '.' || rest.front() == ',')) rest = trim(rest.substr(1));
        return Labelled{row.label, rest};
    }
    return std::nullopt;
}

std::optional<Kicker> find_kicker(std::string_view line) {
    const auto lower = same_length_lower(clip(line, 200));
    if (!lower) return std::nullopt;
    for (const KickerRow& row : kKickers) {
        if (begins_word(*lower, row.word)) return Kicker{row.kind, row.word.size()};
    }
    return std::nullopt;
}

std::optional<DateLine> read_date_line(std::string_view line, const DateNames& names) {
    constexpr std::size_t kMax = 100;
    if (line.size() > kMax) return std::nullopt;
    const std::vector<DateMention> days = find_date_mentions(line, names);
    if (days.size() != 1) return std::nullopt;
    std::string_view before = line.substr(0, days.front().begin), after = line.substr(days.front().end);
    const auto strip = [](std::string_view text) {
        while (!text.empty() && (text.front() == ':' || text.front() == ',' || text.front() == '.' || text.front() == '(' ||
                                 text.front() == ')' || text.front() == ' '))
            text.remove_prefix(1);
        while (!text.empty() && (text.back() == ':' || text.back() == ',' || text.back() == '.' || text.back() == '(' ||
                                 text.back() == ')' || text.back() == ' '))
            text.remove_suffix(1);
        return text;
    };
    if (!strip(after).empty()) return std::nullopt;
    if (const auto label = find_label(before)) {
        if (label->label != Label::published) return std::nullopt;
        before = label->value;
    }
    before = strip(before);
    if (const std::string lower = to_lower(before); lower == "den") before = {};
    else if (lower.ends_with(" den")) before = strip(before.substr(0, before.size() - 3));
    if (!before.empty() && !is_place_like(before)) return std::nullopt;
    return DateLine{std::string(before), days.front()};
}

bool is_place_like(std::string_view text) {
    constexpr std::size_t kMaxWords = 3, kMax = 60;
    if (text.size() > kMax || !has_only_words(text)) return false;
    const std::vector<std::string_view> words = split(text, ' ');
    return words.size() <= kMaxWords && std::all_of(words.begin(), words.end(), begins_with_capital);
}

bool is_name_like(std::string_view text) {
    constexpr std::array<std::string_view, 6> kParticles = {"von", "af", "av", "de", "van", "der"};
    if (!has_only_words(text)) return false;
    const std::vector<std::string_view> words = split(text, ' ');
    return words.size() >= 2 && words.size() <= 4 && begins_with_capital(words.front()) && begins_with_capital(words.back()) &&
           std::all_of(words.begin(), words.end(), [&](std::string_view word) {
               return begins_with_capital(word) || std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
           });
}

bool ends_sentence(std::string_view text) {
    for (const std::string_view mark : {"”", "“", "»", "\"", ")"}) {
        if (text.ends_with(mark)) {
            text.remove_suffix(mark.size());
            break;
        }
    }
    return text.ends_with('.') || text.ends_with('?') || text.ends_with('!') || text.ends_with("…");
}

}  // namespace pressrum
