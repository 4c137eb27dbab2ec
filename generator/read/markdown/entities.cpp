#include "read/markdown/entities.hpp"

#include "base/text.hpp"

#include <charconv>

namespace pressrum {
namespace {

// U+00A0–U+00FF in order.
constexpr std::string_view kLatin[] = {
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",   "ordf",   "laquo",
    "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",   "acute",  "micro",  "para",   "middot",
    "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
    "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",
    "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",
    "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
    "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",    "ntilde", "ograve", "oacute",
    "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave", "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};
static_assert(std::size(kLatin) == 0x100 - 0xA0);

constexpr struct {
    std::string_view name;
    char32_t code;
} kNamed[] = {{"amp", '&'},       {"lt", '<'},        {"gt", '>'},        {"quot", '"'},      {"apos", '\''},    {"ndash", 0x2013},
              {"mdash", 0x2014},  {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"sbquo", 0x201A},  {"ldquo", 0x201C}, {"rdquo", 0x201D},
              {"bdquo", 0x201E},  {"bull", 0x2022},   {"hellip", 0x2026}, {"permil", 0x2030}, {"prime", 0x2032}, {"lsaquo", 0x2039},
              {"rsaquo", 0x203A}, {"euro", 0x20AC},   {"trade", 0x2122},  {"larr", 0x2190},   {"uarr", 0x2191},  {"rarr", 0x2192},
              {"darr", 0x2193},   {"minus", 0x2212},  {"le", 0x2264},     {"ge", 0x2265},     {"ne", 0x2260},    {"ensp", 0x2002},
              {"emsp", 0x2003},   {"thinsp", 0x2009}, {"zwnj", 0x200C},   {"zwj", 0x200D},    {"Scaron", 0x160}, {"scaron", 0x161},
              {"OElig", 0x152},   {"oelig", 0x153}};

char32_t named(std::string_view name) {
    for (std::size_t i = 0; i < std::size(kLatin); ++i) {
        if (kLatin[i] == name) return static_cast<char32_t>(0xA0 + i);
    }
    for (const auto& row : kNamed) {
        if (row.name == name) return row.code;
    }
    return 0;
}

char32_t numbered(std::string_view digits) {
    const bool hex = digits.starts_with('x') || digits.starts_with('X');
    if (hex) digits.remove_prefix(1);
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    std::string text;
    if (whole && code > 0 && code <= 0x10FFFF) append_character(text, code);
    return text.empty() || find_text_fault(text) ? 0xFFFD : code;
}

}  // namespace

void append_entity(std::string& out, std::string_view reference) {
    std::string_view name = reference;
    if (name.starts_with('&')) name.remove_prefix(1);
    if (name.ends_with(';')) name.remove_suffix(1);
    const char32_t code = name.starts_with('#') ? numbered(name.substr(1)) : named(name);
    if (code == 0) out += reference;
    else append_character(out, code);
}

}  // namespace pressrum
