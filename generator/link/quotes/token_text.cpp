#include "link/quotes/token_text.hpp"

#include "base/text.hpp"
#include "link/quotes/attribution_words.hpp"

#include <algorithm>

namespace pressrum {
namespace {

using enum Token::Kind;

// ‘ ’ ‚ ‹ › and ' around a nickname; elsewhere they are not quotation marks, since they are apostrophes too.
bool is_single_mark(const TokenText& tokens, std::size_t i) {
    static constexpr std::string_view kMarks[] = {"'", "‘", "’", "‚", "‹", "›"};
    return tokens.is(i, other) && contains(kMarks, tokens.raw(i));
}

constexpr std::size_t kMaxNickname = 3;    // words
constexpr std::size_t kMinInBrackets = 3;  // characters; shorter is the short form of a party

}  // namespace

bool TokenText::is_abbreviation_stop(std::size_t i) const {
    if (!is(i, stop) || i == 0 || !is_word(i - 1) || !is_word(i + 1)) return false;
    const std::string before = lower(i - 1);
    if (contains(attribution_words::kTitles, before)) return true;
    static constexpr std::string_view kNeverLast[] = {"bl.a", "t.ex", "s.k", "fr.o.m", "p.g.a", "dvs", "f.d", "tex", "e.g"};
    if (contains(kNeverLast, before)) return true;
    if (!is_capital(i + 1) && raw(i - 1).find('.') != std::string_view::npos) return true;  // f.d. rektor
    if (i >= 2 && is(i - 2, Token::Kind::other) && raw(i - 2) == "/") return false;         // Karin Alm/C.
    if (!is_capital(i + 1) && (contains(attribution_words::kBeforeSmall, before) || contains(attribution_words::kAbbreviations, before)))
        return true;
    if (!is_capital(i - 1)) return contains(attribution_words::kAbbreviations, before);
    const std::string_view last = raw(i - 1).substr(raw(i - 1).rfind('-') + 1);  // also "Carl-J."
    return count_characters(last) == 1 && is_capital(i + 1) && !contains(attribution_words::kSentenceStarts, lower(i + 1));
}

std::string TokenText::word(std::size_t i) const { return clean_word(raw(i)); }

std::string TokenText::slice(std::size_t begin, std::size_t end) const {
    if (begin >= end) return {};
    return plain_words(text_.substr(tokens_[begin].begin, tokens_[end - 1].end - tokens_[begin].begin));
}

std::size_t nickname_end(const TokenText& tokens, std::size_t i) {
    if (i == 0 || i + 3 >= tokens.size() || !tokens.is_capital(i - 1) || !tokens[i].space_before || tokens[i + 1].space_before) return i;
    const bool single = is_single_mark(tokens, i), brackets = tokens.is(i, open_paren);
    if (!single && !brackets && !tokens.is(i, quote_mark)) return i;
    std::size_t close = i + 1;
    while (tokens.is_word(close) && close - i <= kMaxNickname) ++close;
    const bool closed = single ? is_single_mark(tokens, close) : tokens.is(close, brackets ? close_paren : quote_mark);
    if (close == i + 1 || !closed || tokens[close].space_before) return i;
    if (!tokens.is_capital(close + 1) || !tokens[close + 1].space_before) return i;
    if (brackets) {
        const std::string name = tokens.word(i + 1), rest = name.substr(character_at(name, 0).length);
        const bool short_form = count_characters(name) < kMinInBrackets || lower_word(rest) != rest;
        const bool after_one_name = i < 2 || !tokens.is_capital(i - 2);
        if (close != i + 2 || !tokens.is_capital(i + 1) || short_form || !after_one_name) return i;
    }
    return close + 1;
}

namespace {

// d’Aubry, al-Rashidi, O’Neill: a small particle joined to the name.
bool is_joined_name(const TokenText& tokens, std::size_t i) {
    if (!tokens.is_word(i)) return false;
    const std::string_view raw = tokens.raw(i);
    const std::size_t mark = raw.find_first_of("'-\xE2");
    if (mark == std::string_view::npos || mark == 0 || mark > 3) return false;
    const std::size_t next = mark + character_at(raw, mark).length;
    const std::string_view letter = next < raw.size() ? raw.substr(next, character_at(raw, next).length) : std::string_view();
    return lower_word(letter) != letter;
}

}  // namespace

NameRun name_run(const TokenText& tokens, std::size_t begin, std::size_t limit) {
    std::size_t i = begin, capitals = 0, end = begin;
    while (i < limit) {
        if (tokens.is_capital(i) || (i > begin && is_joined_name(tokens, i))) {
            ++capitals;
            end = ++i;
            if (i < limit && tokens.is_abbreviation_stop(i) && tokens.is_capital(i + 1)) ++i;
        } else if (const std::size_t surname = i > begin ? nickname_end(tokens, i) : i; surname != i && surname < limit) {
            i = surname;
        } else if (tokens.is_word(i) && contains(attribution_words::kInnerParticles, tokens.lower(i)) &&
                   (tokens.is_capital(i + 1) || tokens.is_capital(i + 2))) {
            ++i;
        } else {
            break;
        }
    }
    return {end, capitals};
}

std::optional<std::size_t> find_clause_end(const TokenText& tokens, std::size_t at) {
    for (std::size_t i = at; i < tokens.size(); ++i) {
        if (i - at > kMaxClauseTokens) return std::nullopt;
        switch (tokens[i].kind) {
            case word:
            case other:
            case open_paren:
            case close_paren: break;
            case comma:
                if (i > 0 && tokens.ends_with_hyphen(i - 1)) break;  // kultur-, fritids- och ungdomsnämnden
                return i;
            case stop:
                if (i > at && tokens.is_abbreviation_stop(i)) break;
                return i;
            case quote_mark: {  // the name of something: om projektet ”Ljusstråket”
                std::size_t close = i + 1;
                while (tokens.is_word(close) && close - i <= 8) ++close;
                if (i == at || !tokens[i].space_before || !tokens.is(close, quote_mark) || tokens[close].space_before) return i;
                i = close;
                break;
            }
            default: return i;
        }
    }
    return tokens.size();
}

}  // namespace pressrum
