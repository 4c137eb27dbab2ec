#include "link/quotes/person_name.hpp"

#include "base/text.hpp"
#include "link/quotes/token_text.hpp"

#include <algorithm>

namespace pressrum {
namespace {

// Nearly all names have no mark in them, and they are looked up often.
bool may_hold_nickname(std::string_view name) {
    return std::any_of(name.begin(), name.end(), [](char c) {
        return c == '"' || c == '\'' || c == '(' || c == '\xC2' || c == '\xE2';  // the first byte of » and of ”
    });
}

// The name with straight marks around its nickname, or without it.
std::string rewritten(std::string_view name, bool keep) {
    if (!may_hold_nickname(name)) return std::string(name);
    const std::vector<Token> owned = tokenize(name);
    const TokenText tokens(name, owned);
    std::string out;
    std::size_t from = 0;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        const std::size_t surname = nickname_end(tokens, i);
        if (surname == i) continue;
        out += name.substr(from, tokens[i - 1].end - from);
        if (keep) out += " \"" + tokens.slice(i + 1, surname - 1) + "\"";
        out += ' ';
        from = tokens[surname].begin;
        i = surname;
    }
    return out += name.substr(from);
}

bool is_part(std::string_view full_name, std::string_view called) {
    if (full_name == called) return true;
    if (called.size() >= full_name.size()) return false;
    return (full_name.starts_with(called) && full_name[called.size()] == ' ') ||
           (full_name.ends_with(called) && full_name[full_name.size() - called.size() - 1] == ' ');
}

}  // namespace

std::string comparable_name(std::string_view name) { return rewritten(name, true); }

std::string without_nickname(std::string_view name) { return rewritten(name, false); }

bool may_be_called(std::string_view full_name, std::string_view called) {
    if (called.empty()) return true;
    if (!may_hold_nickname(full_name) && !may_hold_nickname(called)) return is_part(full_name, called);
    const std::string full = comparable_name(full_name), short_full = without_nickname(full_name);
    const std::string name = comparable_name(called), short_name = without_nickname(called);
    const bool told_apart = full != short_full && name != short_name;
    return told_apart ? full == name : is_part(short_full, short_name);
}

bool holds_surname(std::string_view text, std::string_view full_name) {
    // The endings of the genitive and of the Finnish cases, after a vowel or after the i that a consonant takes.
    static constexpr std::string_view kCases[] = {"",     "s",    "n",   "in",   "a",    "ä",    "ia",   "iä",   "lla", "llä",
                                                  "lta",  "ltä",  "lle", "illa", "illä", "ilta", "iltä", "ille", "sta", "stä",
                                                  "ista", "istä", "ssa", "ssä",  "issa", "issä", "ksi",  "iksi"};
    const std::string_view surname = full_name.substr(full_name.rfind(' ') + 1);
    const std::vector<Token> owned = tokenize(text);
    const TokenText tokens(text, owned);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string_view word = tokens.raw(i);
        if (word.starts_with(surname) && contains(kCases, word.substr(surname.size()))) return true;
    }
    return false;
}

bool is_several_names(std::string_view called, const AttributionWords* words) {
    const std::string name = without_nickname(called);
    if (name.find_first_of("(,") != std::string::npos || name.find("…") != std::string::npos) return true;
    const std::vector<std::string_view> parts = split(name, ' ');
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view word) { return word == "and" || (words != nullptr && contains(words->and_words, word)); });
}

}  // namespace pressrum
