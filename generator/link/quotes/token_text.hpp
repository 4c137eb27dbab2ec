#pragma once
// Tokens together with their words, for code that looks at them one by one.

#include "link/quotes/tokens.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pressrum {

// Tokens [begin, end).
struct TokenRange {
    std::size_t begin, end;

    bool empty() const { return begin >= end; }
};

// A view: text and tokens belong to the caller. Asking beyond the end is allowed: nothing is there.
class TokenText {
public:
    TokenText(std::string_view text, std::span<const Token> tokens) : text_(text), tokens_(tokens) {}

    std::size_t size() const { return tokens_.size(); }
    const Token& operator[](std::size_t i) const { return tokens_[i]; }
    bool is(std::size_t i, Token::Kind kind) const { return i < tokens_.size() && tokens_[i].kind == kind; }
    bool is_word(std::size_t i) const { return is(i, Token::Kind::word); }
    bool is_capital(std::size_t i) const { return is_word(i) && tokens_[i].upper; }
    // barn- och …, kultur-, fritids- …: the word goes on with the next.
    bool ends_with_hyphen(std::size_t i) const { return is_word(i) && raw(i).ends_with('-'); }
    // A full stop that belongs to the word before it: "tf.", "dr.", the "A." of "Karin A. Alm".
    bool is_abbreviation_stop(std::size_t i) const;

    std::string_view raw(std::size_t i) const {
        return i < tokens_.size() ? text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin) : std::string_view();
    }
    std::string word(std::size_t i) const;
    // In lower case, as the lists of words have it; empty when there is no word at `i`.
    const std::string& lower(std::size_t i) const {
        static const std::string kNothing;
        return i < tokens_.size() ? tokens_[i].lower : kNothing;
    }
    // The tokens [begin, end) as they are written.
    std::string slice(std::size_t begin, std::size_t end) const;

private:
    std::string_view text_;
    std::span<const Token> tokens_;
};

// A nickname between first name and surname: Åsa "Lillan" Brink, Åsa (Lillan) Brink. The token after it, where the surname
// stands; `i` itself when there is none at `i`. In brackets only after a single name, since a party may stand there as well.
std::size_t nickname_end(const TokenText& tokens, std::size_t i);

// A run of capital words with what may stand between them: "Anna von der Berg", "Karin A. Alm", "Åsa ”Lillan” Brink". Empty:
// end == begin. A nickname is in the run and is not counted.
struct NameRun {
    std::size_t end;
    std::size_t capitals;
};
NameRun name_run(const TokenText& tokens, std::size_t begin, std::size_t limit);

// Where the clause that holds `at` ends: at a comma, full stop, dash …; nothing when that is more than kMaxClauseTokens away.
inline constexpr std::size_t kMaxClauseTokens = 60;
std::optional<std::size_t> find_clause_end(const TokenText& tokens, std::size_t at);

}  // namespace pressrum
