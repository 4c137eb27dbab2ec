#pragma once
// What the site's files say in several languages, as a page in one of them shows it: in the page's language when it is there, else as
// it was written first, with the language it is in.

#include "link/site.hpp"

#include <string_view>

namespace pressrum {

// Lives as long as the Site.
struct Wording {
    std::string_view text;
    std::uint32_t language = 0;  // into Site::languages
};

// The entry of a language among translations: its own, or for an easy-to-read form that of its language; null when there is none.
template <class T>
const T* find_translation(const Keyed<T>& translations, std::string_view tag) {
    const T* plain = nullptr;
    for (const auto& [language, translation] : translations) {
        if (*language == tag) return &translation;
        if (*language == without_easy(tag)) plain = &translation;
    }
    return plain;
}

Wording site_title(const Site& site, std::uint32_t language);
Wording site_description(const Site& site, std::uint32_t language);
Wording organization_name(const Site& site, std::uint32_t language);
Wording license_name(const Site& site, std::size_t license, std::uint32_t language);
Wording license_terms(const Site& site, std::size_t license, std::uint32_t language);
Wording topic_name(const Site& site, std::size_t list, std::uint32_t topic, std::uint32_t language);
Wording person_name(const Site& site, std::uint32_t person, std::uint32_t language);
// The role of somebody, as people.yaml has it in that language. One that people.yaml does not know was written in `written`.
Wording role_name(const Site& site, const Speaker& speaker, std::uint32_t language, std::uint32_t written);
Wording role_name(const Site& site, const Role& role, std::uint32_t language);

// The organisation's "about" text.
struct AboutText {
    const Body* body;
    std::uint32_t language = 0;
};
AboutText about_text(const Site& site, std::uint32_t language);

// The site's own links in the menu.
struct Navigation {
    const std::vector<Link>* links;
    std::uint32_t language = 0;
};
Navigation navigation(const Site& site, std::uint32_t language);

}  // namespace pressrum
