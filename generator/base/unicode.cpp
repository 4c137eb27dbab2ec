#include "base/unicode.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <utility>

namespace pressrum {
namespace {

bool has_combining_mark(std::string_view text) {
    // U+0300–U+036F are CC 80 – CD AF; further blocks of marks begin with bytes above E0 and are left to ICU.
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == 0xCC || byte == 0xCD || byte > 0xE2;
    });
}

constexpr std::pair<char32_t, std::string_view> kPlainLetters[] = {
    {U'å', "a"}, {U'ä', "a"}, {U'ö', "o"}, {U'Å', "a"}, {U'Ä', "a"},  {U'Ö', "o"},  {U'é', "e"}, {U'É', "e"},
    {U'ü', "u"}, {U'Ü', "u"}, {U'ø', "o"}, {U'Ø', "o"}, {U'æ', "ae"}, {U'Æ', "ae"}, {U'á', "a"}, {U'à', "a"},
    {U'è', "e"}, {U'ë', "e"}, {U'í', "i"}, {U'ó', "o"}, {U'ç', "c"},  {U'ñ', "n"},  {U'ß', "ss"}};

std::string to_ascii_by_icu(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> rules(icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    std::string out;
    if (U_FAILURE(status)) return out;
    icu::UnicodeString buffer = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
    rules->transliterate(buffer);
    buffer.toUTF8String(out);
    return out;
}

// False for a letter that only ICU can spell in ASCII.
bool append_plain(std::string& out, char32_t code) {
    if (code < 0x80) {
        out.push_back(static_cast<char>(code));
        return true;
    }
    for (const auto& [letter, plain] : kPlainLetters) {
        if (letter == code) {
            out += plain;
            return true;
        }
    }
    const bool mark = (code >= 0xA0 && code < 0xC0) || (code >= 0x2000 && code < 0x2070);  // punctuation
    if (mark) out.push_back(' ');
    return mark;
}

// Nearly all of what is written here: ASCII, the letters of Latin-1, dashes and quotation marks. False when there is more than that.
bool lower_latin(std::string& text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            if (byte >= 'A' && byte <= 'Z') text[at] = static_cast<char>(byte + ('a' - 'A'));
        } else if (byte == 0xC2) {  // U+0080 to U+00BF: signs
            ++at;
        } else if (byte == 0xC3) {  // À to ÿ, × between the capital letters
            const auto second = static_cast<unsigned char>(text[++at]);
            if (second <= 0x9E && second != 0x97) text[at] = static_cast<char>(second + 0x20);
        } else if (byte == 0xE2 && static_cast<unsigned char>(text[at + 1]) == 0x80) {  // U+2000 to U+203F: spaces and punctuation
            at += 2;
        } else {
            return false;
        }
    }
    return true;
}

template <class Change>
std::string changed(std::string_view text, Change change) {
    icu::UnicodeString buffer = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
    change(buffer);
    std::string out;
    buffer.toUTF8String(out);
    return out;
}

}  // namespace

std::string to_nfc(std::string text) {
    if (!has_combining_mark(text)) return text;
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return text;
    return changed(text, [&](icu::UnicodeString& s) { s = nfc->normalize(s, status); });
}

std::string to_slug(std::string_view text, std::size_t max_length) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        if (!append_plain(plain, c.code)) {
            plain = to_ascii_by_icu(text);
            break;
        }
        at += c.length;
    }
    std::string slug;
    for (const char raw : ascii_lower(plain)) {
        const bool keep = is_lower_ascii(raw) || is_digit(raw);
        if (keep) slug.push_back(raw);
        else if (raw != '\'' && !slug.empty() && slug.back() != '-') slug.push_back('-');
    }
    if (slug.size() > max_length) {
        const std::size_t cut = slug.rfind('-', max_length);
        slug.resize(cut == std::string::npos || cut == 0 ? max_length : cut);
    }
    while (!slug.empty() && slug.back() == '-') slug.pop_back();
    return slug;
}

std::string to_lower(std::string_view text) {
    if (std::string lower(text); lower_latin(lower)) return lower;
    return changed(text, [](icu::UnicodeString& s) { s.toLower(icu::Locale::getRoot()); });
}

std::string to_upper(std::string_view text) {
    return changed(text, [](icu::UnicodeString& s) { s.toUpper(icu::Locale::getRoot()); });
}

bool is_letter_or_digit(char32_t code) {
    if (code < 0x80) return is_ascii_letter_or_digit(code);
    if (code >= 0xC0 && code < 0x250) return code != 0xD7 && code != 0xF7;
    if (code >= 0x2000 && code < 0x2070) return false;
    return u_isalnum(static_cast<UChar32>(code)) != 0;
}

bool is_upper_case(char32_t code) {
    if (code < 0x80) return code >= 'A' && code <= 'Z';
    if (code >= 0xC0 && code < 0xDF) return code != 0xD7;
    return u_isupper(static_cast<UChar32>(code)) != 0;
}

bool is_right_to_left(std::string_view language) {
    // Most sites have no other languages, and need not wait for ICU.
    return !language.starts_with("sv") && !language.starts_with("en") && uloc_isRightToLeft(std::string(language).c_str());
}

std::vector<std::size_t> dictionary_order(const std::vector<std::string_view>& texts, std::string_view language) {
    std::vector<std::size_t> order(texts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu::Locale(std::string(language).c_str()), status));
    if (U_FAILURE(status)) return order;
    const auto less = [&](std::size_t a, std::size_t b) {
        UErrorCode compare_status = U_ZERO_ERROR;
        const auto piece = [](std::string_view s) { return icu::StringPiece(s.data(), static_cast<int>(s.size())); };
        const UCollationResult result = collator->compareUTF8(piece(texts[a]), piece(texts[b]), compare_status);
        return result == UCOL_EQUAL ? a < b : result == UCOL_LESS;
    };
    std::sort(order.begin(), order.end(), less);
    return order;
}

}  // namespace pressrum
