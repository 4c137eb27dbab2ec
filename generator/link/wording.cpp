#include "link/wording.hpp"

#include <algorithm>

namespace pressrum {
namespace {

// The translated text when there is one, else the original in the site's language.
Wording choose(const Text* translated, const std::string& original, std::uint32_t language) {
    if (translated != nullptr && translated->given()) return {**translated, language};
    return {original, 0};
}

const SiteTranslation* translation_of(const Site& site, std::uint32_t language) {
    return find_translation(site.config.translations, site.languages[language].language());
}

Wording choose(const Keyed<Text>& names, const Text& original, const Site& site, std::uint32_t language) {
    return choose(find_translation(names, site.languages[language].language()), *original, language);
}

const LicenseTranslation* license_translation(const Site& site, std::size_t license, std::uint32_t language) {
    const SiteTranslation* translation = translation_of(site, language);
    if (translation == nullptr) return nullptr;
    for (const auto& [key, translated] : translation->licenses) {
        if (*key == *site.config.licenses[license].first) return &translated;
    }
    return nullptr;
}

}  // namespace

Wording site_title(const Site& site, std::uint32_t language) {
    const SiteTranslation* translation = translation_of(site, language);
    return choose(translation == nullptr ? nullptr : &translation->title, *site.config.title, language);
}

Wording site_description(const Site& site, std::uint32_t language) {
    const SiteTranslation* translation = translation_of(site, language);
    return choose(translation == nullptr ? nullptr : &translation->description, *site.config.description, language);
}

Wording organization_name(const Site& site, std::uint32_t language) {
    const SiteTranslation* translation = translation_of(site, language);
    return choose(translation == nullptr ? nullptr : &translation->organization, organization_name(site), language);
}

Wording license_name(const Site& site, std::size_t license, std::uint32_t language) {
    const LicenseTranslation* translated = license_translation(site, license, language);
    return choose(translated == nullptr ? nullptr : &translated->name, *site.config.licenses[license].second.name, language);
}

Wording license_terms(const Site& site, std::size_t license, std::uint32_t language) {
    const LicenseTranslation* translated = license_translation(site, license, language);
    return choose(translated == nullptr ? nullptr : &translated->terms, *site.config.licenses[license].second.terms, language);
}

Wording topic_name(const Site& site, std::size_t list, std::uint32_t topic, std::uint32_t language) {
    const Topic& of = site.topics[list][topic].topic;
    return choose(of.names, of.name, site, language);
}

Wording person_name(const Site& site, std::uint32_t person, std::uint32_t language) {
    const Person& of = site.people[person].second;
    return choose(of.names, of.name, site, language);
}

Wording role_name(const Site& site, const Role& role, std::uint32_t language) { return choose(role.role_names, role.role, site, language); }

namespace {

bool begins_before(const Role& a, const Role& b) { return b.from.given() && (!a.from.given() || *a.from < *b.from); }

}  // namespace

Wording role_name(const Site& site, const Speaker& speaker, std::uint32_t language, std::uint32_t written) {
    if (speaker.person == kNone) return {speaker.role, written};
    const Person& of = site.people[speaker.person].second;
    if (of.role.given() && *of.role == speaker.role) return choose(of.role_names, of.role, site, language);
    // Of several periods with the same role, the earliest: one that begins later changes nothing that is published.
    const Role* first = nullptr;
    for (const Role& role : of.roles) {
        if (*role.role == speaker.role && (first == nullptr || begins_before(role, *first))) first = &role;
    }
    return first != nullptr ? role_name(site, *first, language) : Wording{speaker.role, written};
}

AboutText about_text(const Site& site, std::uint32_t language) {
    const std::string_view tag = site.languages[language].language();
    AboutText about{&site.about, 0};
    for (std::size_t i = 0; i < site.config.translations.size(); ++i) {
        const auto& [written, translation] = site.config.translations[i];
        if (!translation.about.given()) continue;
        if (*written == tag) return {&site.translated_about[i], language};
        if (*written == without_easy(tag)) about = {&site.translated_about[i], language};
    }
    return about;
}

Navigation navigation(const Site& site, std::uint32_t language) {
    const SiteTranslation* translation = translation_of(site, language);
    if (translation != nullptr && !translation->navigation.empty()) return {&translation->navigation, language};
    return {&site.config.navigation, 0};
}

}  // namespace pressrum
