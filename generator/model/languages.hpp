#pragma once
// Tags of languages (BCP 47), and the easy-to-read form of a language, which the program treats as a language of its own.
//
// "sv-simple" is Swedish in its simplified form: `simple` is a variant subtag registered with IANA. Editors and addresses call it by its own
// word ("lattlast"). A new easy-to-read form is one row.

#include <string>
#include <string_view>

namespace pressrum {

struct EasyLanguage {
    std::string_view tag;
    std::string_view word;  // in names of files and in addresses: slug.lattlast.md, /lattlast/
    std::string_view name;  // what its readers call it
};

inline constexpr EasyLanguage kEasyLanguages[] = {
    {"sv-simple", "lattlast", "Lättläst"},
    {"en-simple", "easy-read", "Easy read"},
    {"fi-simple", "selkokieli", "Selkokieli"},
    {"nb-simple", "lettlest", "Lettlest"},
    {"nn-simple", "lettlese", "Lettlese"},
    {"da-simple", "letlaest", "Letlæst"},
    {"de-simple", "leichte-sprache", "Leichte Sprache"},
};

constexpr const EasyLanguage* find_easy_language(std::string_view tag_or_word) {
    for (const EasyLanguage& row : kEasyLanguages) {
        if (row.tag == tag_or_word || row.word == tag_or_word) return &row;
    }
    return nullptr;
}

inline constexpr std::string_view kEasySubtag = "-simple";

constexpr bool is_easy(std::string_view tag) { return tag.ends_with(kEasySubtag); }
// "sv-simple" → "sv": who reads one aloud reads the other with the same voice, and what is said in one may stand in the other.
constexpr std::string_view without_easy(std::string_view tag) {
    return is_easy(tag) ? tag.substr(0, tag.size() - kEasySubtag.size()) : tag;
}
// "sv-simple", "sv-FI" → "sv".
constexpr std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }
constexpr bool is_same_language(std::string_view a, std::string_view b) { return without_easy(a) == without_easy(b); }

// "lattlast" → "sv-simple"; a tag stays as it is.
constexpr std::string_view language_tag(std::string_view written) {
    const EasyLanguage* easy = find_easy_language(written);
    return easy == nullptr ? written : easy->tag;
}
// The other way round: what stands in addresses.
constexpr std::string_view language_word(std::string_view tag) {
    const EasyLanguage* easy = find_easy_language(tag);
    return easy == nullptr ? tag : easy->word;
}

}  // namespace pressrum
