#include "render/layout/names.hpp"

#include "base/text.hpp"
#include "model/lexicon.hpp"
#include "model/rules.hpp"
#include "model/strings_table.hpp"

#include <algorithm>

namespace pressrum {
namespace {

constexpr std::string_view kWordsPrefix = "words.";
constexpr std::string_view kHasPrefix = "has_";
constexpr std::string_view kLangSuffix = "_lang";

bool is_html(ViewType type) { return type == ViewType::html || type == ViewType::optional_html; }
bool is_plain(ViewType type) { return type == ViewType::text || type == ViewType::optional_text || is_prose(type); }

std::size_t index_of(const ViewRecord& record, std::string_view name) {
    const auto found = std::find_if(record.fields.begin(), record.fields.end(), [&](const ViewField& field) { return field.name == name; });
    return static_cast<std::size_t>(found - record.fields.begin());
}

// Finds a field by its name, or by has_NAME, NAME_lang, has_NAME_lang.
bool find_in(const ViewRecord& record, std::string_view name, LayoutName& found) {
    std::size_t index = index_of(record, name);
    bool has = false, lang = false;
    if (index == record.fields.size() && name.starts_with(kHasPrefix)) {
        index = index_of(record, name.substr(kHasPrefix.size()));
        has = index < record.fields.size() && has_flag(record.fields[index].type);
        if (index < record.fields.size() && !has) return false;
    }
    if (index == record.fields.size() && name.ends_with(kLangSuffix)) {
        std::string_view bare = name.substr(0, name.size() - kLangSuffix.size());
        has = bare.starts_with(kHasPrefix);
        if (has) bare.remove_prefix(kHasPrefix.size());
        index = index_of(record, bare);
        lang = index < record.fields.size() && is_prose(record.fields[index].type);
        if (!lang) return false;
    }
    if (index == record.fields.size()) return false;
    found.path.push_back(static_cast<std::uint32_t>(index));
    found.field = &record.fields[index];
    found.has = has;
    found.lang = lang;
    return true;
}

std::vector<std::string> names_of(std::span<const ViewRecord* const> records) {
    std::vector<std::string> names;
    for (const ViewRecord* record : records) {
        for (const ViewField& field : record->fields) {
            names.emplace_back(field.name);
            if (has_flag(field.type)) names.push_back(std::string(kHasPrefix) + std::string(field.name));
            if (!is_prose(field.type)) continue;
            names.push_back(std::string(field.name) + std::string(kLangSuffix));
            names.push_back(std::string(kHasPrefix) + names.back());
        }
    }
    return names;
}

// `before` is what stands before the name in a dotted one.
Problem unknown_name(std::string_view whole, std::string_view before, std::string_view name, std::span<const ViewRecord* const> records) {
    const std::vector<std::string> names = names_of(records);
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    const auto nearest = find_nearest(name, candidates);
    return {rule("layout/unknown-name"),
            {std::string(whole), std::string(records.back()->name)},
            nearest ? std::string(before) + std::string(*nearest) : std::string()};
}

Result<LayoutName> find_words(std::string_view key) {
    const Word* word = find_word(key);
    if (word == nullptr) {
        std::vector<std::string_view> keys;
        for (const Word& row : kWords) {
            if (count_gaps(row.sv) == 0) keys.push_back(row.key);
        }
        const auto nearest = find_nearest(key, keys);
        return tl::unexpected(Problem{
            rule("layout/unknown-word"), {std::string(key)}, nearest ? std::string(kWordsPrefix) + std::string(*nearest) : std::string()});
    }
    if (count_gaps(word->sv) > 0)
        return tl::unexpected(Problem{rule("layout/word-with-gaps"), {std::string(key), std::string(word->sv)}, {}});
    return LayoutName{};
}

// The rest of a dotted name, in the record that `found` has reached; `at` is where it begins in the whole.
std::optional<Problem> find_rest(std::string_view whole, std::size_t at, LayoutName& found) {
    while (at <= whole.size()) {  // a dot at the end has an empty name after it
        const std::string_view before = whole.substr(0, at);
        const std::string owner(before.substr(0, before.size() - 1));
        const std::string_view part = whole.substr(at, whole.find('.', at) - at);
        if (found.field->type == ViewType::list && !found.has)
            return Problem{rule("layout/list-with-point"), {owner, std::string(part)}, {}};
        if (found.field->record == nullptr || found.has) return Problem{rule("layout/not-a-record"), {owner}, {}};
        const ViewRecord* record = found.field->record;
        if (!find_in(*record, part, found)) return unknown_name(whole, before, part, {&record, 1});
        at += part.size() + 1;
    }
    return std::nullopt;
}

Words kind_of(const LayoutName& found) {
    if (found.has || found.field->type == ViewType::flag) return {"ett villkor", "a condition"};
    return found.field->type == ViewType::list ? Words{"en lista", "a list"} : Words{"en grupp av namn", "a group of names"};
}

}  // namespace

Result<LayoutName> find_layout_name(std::string_view name, std::span<const ViewRecord* const> open) {
    if (name.starts_with(kWordsPrefix)) return find_words(name.substr(kWordsPrefix.size()));
    const std::string_view first = name.substr(0, name.find('.'));
    for (std::size_t scope = open.size(); scope-- > 0;) {
        LayoutName found;
        found.scope = static_cast<std::uint32_t>(scope);
        if (!find_in(*open[scope], first, found)) continue;
        if (auto problem = find_rest(name, first.size() + 1, found)) return tl::unexpected(std::move(*problem));
        return found;
    }
    if (first.starts_with(kHasPrefix)) {
        LayoutName bare;
        const std::string_view rest = first.substr(kHasPrefix.size());
        if (std::any_of(open.begin(), open.end(), [&](const ViewRecord* record) { return find_in(*record, rest, bare); })) {
            return tl::unexpected(Problem{rule("layout/always"), {std::string(rest)}, {}});
        }
    }
    // The rest is kept, so that the suggestion can be pasted in place of the name.
    Problem problem = unknown_name(name, {}, first, open);
    if (!problem.suggestion.empty()) problem.suggestion += name.substr(first.size());
    return tl::unexpected(std::move(problem));
}

std::optional<Problem> find_misuse(const LayoutName& found, std::string_view name, LayoutUse use) {
    const std::string shown(name);
    const ViewType type = found.field == nullptr ? ViewType::text : found.field->type;
    const bool text = !found.has && (is_plain(type) || is_html(type));
    if (use == LayoutUse::text || use == LayoutUse::raw) {
        if (!text) return Problem{rule("layout/not-text"), {shown, std::string(kind_of(found).sv), std::string(kind_of(found).en)}, {}};
        if (use == LayoutUse::text && is_html(type)) return Problem{rule("layout/html-as-text"), {shown}, {}};
        if (use == LayoutUse::raw && !is_html(type)) return Problem{rule("layout/raw"), {shown}, {}};
        return std::nullopt;
    }
    if (text && (has_flag(type) || found.lang)) {
        const std::size_t last = name.rfind('.') == std::string_view::npos ? 0 : name.rfind('.') + 1;
        const std::string flag = shown.substr(0, last) + "has_" + shown.substr(last);
        return Problem{rule("layout/text-as-condition"), {shown, flag}, flag};
    }
    if (text || (use == LayoutUse::inverted && type == ViewType::record)) return Problem{rule("layout/always"), {shown}, {}};
    return std::nullopt;
}

}  // namespace pressrum
