#include "link/quotes/tokens.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

#include <algorithm>

namespace pressrum {
namespace {

char32_t lower_code(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
    const bool even_capitals = (c >= 0x100 && c <= 0x137) || (c >= 0x14A && c <= 0x177);
    const bool odd_capitals = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    return (even_capitals && c % 2 == 0) || (odd_capitals && c % 2 == 1) ? c + 1 : c;
}

bool is_mark(char32_t c) { return c >= 0x300 && c <= 0x36F; }

// Figure dash to horizontal bar, and the minus sign: what people type, or their program inserts, as a talstreck.
bool is_dash(char32_t c) { return (c >= 0x2012 && c <= 0x2015) || c == 0x2212; }

bool is_quote_mark(char32_t c) { return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0x201F || c == 0xAB || c == 0xBB; }

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }
bool is_hyphen(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }
bool is_lower_or_digit(char32_t c) { return is_letter_or_digit(c) && !is_upper_case(c); }

std::string lower_of(std::string_view text) {
    std::string out(text);
    for (std::size_t at = 0; at < out.size(); ++at) {
        const auto byte = static_cast<unsigned char>(out[at]);
        if (byte == 0xC3 && at + 1 < out.size()) {  // À to ÿ, in two bytes
            const auto next = static_cast<unsigned char>(out[++at]);
            if (next >= 0x80 && next <= 0x9E && next != 0x97) out[at] = static_cast<char>(next + 0x20);
        } else if (byte >= 0x80) {
            return lower_word(clean_word(text));
        } else if (byte >= 'A' && byte <= 'Z') {
            out[at] = static_cast<char>(byte + 32);
        }
    }
    return out;
}

class Tokenizer {
public:
    explicit Tokenizer(std::string_view text) : text_(text) {}

    std::vector<Token> run() {
        tokens_.reserve(text_.size() / 5);
        while (at_ < text_.size()) {
            const Character c = character_at(text_, at_);
            if (is_white_space(c.code)) {
                space_ = true;
                at_ += c.length;
            } else if (is_zero_width(c.code) || is_mark(c.code)) {
                at_ += c.length;
            } else if (is_letter_or_digit(c.code)) {
                word(c);
            } else {
                mark(c);
            }
        }
        return std::move(tokens_);
    }

private:
    char32_t code_at(std::size_t at) const { return at < text_.size() ? character_at(text_, at).code : 0; }

    void add(Token::Kind kind, std::size_t end, bool upper = false) {
        tokens_.push_back({kind, space_, upper, static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end), {}});
        at_ = end;
        space_ = false;
    }

    // Whether the mark at `at` joins the letters around it into one word; `next` follows the mark.
    static bool joins(char32_t c, char32_t next) {
        if (is_apostrophe(c)) return is_letter_or_digit(next);
        if (is_hyphen(c)) return true;  // also at the end of a word: barn- och utbildningsnämnden
        if (c == ':' || c == '.') return is_lower_or_digit(next);
        return false;
    }

    // "7.B": a digit, a stop and one letter.
    bool joins_letter(Character c, std::size_t at) const {
        if (c.code != '.' || at == 0 || !is_digit(text_[at - 1])) return false;
        const Character letter = at + 1 < text_.size() ? character_at(text_, at + 1) : Character{};
        return is_letter_or_digit(letter.code) && !is_letter_or_digit(code_at(at + 1 + letter.length));
    }

    void word(Character first) {
        std::size_t end = at_ + first.length;
        while (end < text_.size()) {
            if (is_ascii_letter(text_[end])) {  // most of them need no second look
                ++end;
                continue;
            }
            const Character c = character_at(text_, end);
            const bool inside = is_letter_or_digit(c.code) || is_mark(c.code) || is_zero_width(c.code) ||
                                joins(c.code, code_at(end + c.length)) || joins_letter(c, end);
            if (!inside) break;
            end += c.length;
        }
        const std::size_t begin = at_;
        add(Token::Kind::word, end, is_upper_case(first.code));
        tokens_.back().lower = lower_of(text_.substr(begin, end - begin));
    }

    void mark(Character c) {
        const std::size_t end = at_ + c.length;
        const auto is_free = [&] { return space_ || at_ == 0 || end >= text_.size() || is_white_space(code_at(end)); };
        if (c.code == '.') {
            std::size_t stops = end;
            while (stops < text_.size() && text_[stops] == '.') ++stops;
            return add(stops - at_ > 1 ? Token::Kind::ellipsis : Token::Kind::stop, stops);
        }
        switch (c.code) {
            case ',': return add(Token::Kind::comma, end);
            case '?': return add(Token::Kind::question, end);
            case '!': return add(Token::Kind::exclamation, end);
            case 0x2026: return add(Token::Kind::ellipsis, end);
            case ':': return add(Token::Kind::colon, end);
            case ';': return add(Token::Kind::semicolon, end);
            case '(': return add(Token::Kind::open_paren, end);
            case ')': return add(Token::Kind::close_paren, end);
            default: break;
        }
        if (is_quote_mark(c.code)) return add(Token::Kind::quote_mark, end);
        if (is_dash(c.code)) return add(is_free() || tokens_.empty() ? Token::Kind::dash : Token::Kind::other, end);
        add(Token::Kind::other, end);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool space_ = true;
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) { return Tokenizer(text).run(); }

std::string lower_word(std::string_view word) {
    std::string out;
    out.reserve(word.size());
    for (std::size_t at = 0; at < word.size();) {
        const char byte = word[at];
        if (byte >= 0) {
            out += static_cast<char>(lower_code(static_cast<unsigned char>(byte)));
            ++at;
            continue;
        }
        const Character c = character_at(word, at);
        append_character(out, lower_code(c.code));
        at += c.length;
    }
    return out;
}

std::string clean_word(std::string_view word) {
    // ASCII and the letters U+00C0 to U+00FF need no cleaning; nothing else has their first bytes.
    const bool clean = std::all_of(word.begin(), word.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0xC2 || static_cast<unsigned char>(c) == 0xC3; });
    return clean ? std::string(word) : plain_words(word);
}

std::string plain_words(std::string_view part) { return to_nfc(squeeze(part)); }

Opening opening_of(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        if (!is_white_space(c.code) && !is_zero_width(c.code)) {
            return is_dash(c.code) ? Opening::talstreck : is_quote_mark(c.code) ? Opening::quote_mark : Opening::other;
        }
        at += c.length;
    }
    return Opening::other;
}

}  // namespace pressrum
