#include "render/frame.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/languages.hpp"
#include "plan/paths.hpp"
#include "render/body_html.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

// "sv" and "sv-simple" → "sv_SE", "en-GB" → "en_GB": what Open Graph calls a locale.
std::string og_locale(std::string_view tag) {
    const std::string_view language = without_easy(tag);
    static constexpr std::pair<std::string_view, std::string_view> kUsual[] = {
        {"sv", "sv_SE"}, {"en", "en_GB"}, {"fi", "fi_FI"}, {"da", "da_DK"}, {"nb", "nb_NO"}, {"nn", "nn_NO"}, {"de", "de_DE"}};
    for (const auto& [code, locale] : kUsual) {
        if (code == language) return std::string(locale);
    }
    return replace_all(std::string(language), "-", "_");
}

ViewOf<kLinkView> menu_link(const Rendering& in, std::string title, const std::string& address, std::string_view page) {
    const bool current = page == address || (!address.empty() && page.starts_with(address));
    return link_view(std::move(title), in.url(address), current);
}

std::vector<View> menu(const Rendering& in, std::string_view page) {
    const Site& site = in.site();
    const Lexicon& words = in.words();
    std::vector<View> links;
    links.push_back(menu_link(in, words["events"], events_address(site), page));
    if (!site.topics[kTopicList].empty()) links.push_back(menu_link(in, words["topics"], topics_address(site, kTopicList), page));
    if (!site.topics[kAreaList].empty()) links.push_back(menu_link(in, words["areas"], topics_address(site, kAreaList), page));
    if (!site.speakers.empty()) links.push_back(menu_link(in, words["people"], people_address(site), page));
    links.push_back(menu_link(in, words["subscribe"], subscribe_address(site), page));
    const Navigation own = navigation(site, in.language);
    for (const Link& link : *own.links) {
        std::string url = in.written(link.url);
        if (url.empty()) continue;  // nothing is there now
        links.push_back(link_view(prose(in, Wording{*link.title, own.language}), std::move(url), *link.url == "/" + std::string(page)));
    }
    return links;
}

ViewOf<kTranslationView> translation_view(const Rendering& in, const Version& version, Renderer::Form form) {
    const Lexicon& words = in.site().words(version.language);
    ViewOf<kTranslationView> view;
    view.set<"language">(words.language()).set<"title">(version.title).set<"name">(words["language_name"]);
    view.set<"url">(form == Renderer::Form::absolute ? in.renderer.absolute(version.address, in.out) : in.url(version.address));
    return view;
}

// A file of site/assets that site.yaml names; empty when it is not named.
std::string asset_address(const Text& file) { return file.given() ? "assets/" + *file : std::string(); }

ViewOf<kNameView> name_view(std::string name) {
    ViewOf<kNameView> view;
    view.set<"name">(std::move(name));
    return view;
}

// The picture that a shared link shows: the page's own, else the site's, else the plain one of the layouts; without any a link looks broken.
void set_picture(const Rendering& in, const Frame& frame, ViewOf<kBaseView>& base) {
    const Site& site = in.site();
    const bool own = !frame.image.empty();
    const std::string output = own                               ? frame.image
                               : site.config.share_image.given() ? asset_address(site.config.share_image)
                                                                 : "assets/share.png";
    std::string source = own ? frame.image_source : "site/" + output;
    if (!own && !site.config.share_image.given() && site.tree->find_asset(source) == nullptr) source = "layouts/" + output;
    // Not the original, which may have ten times the bytes that those who show shared links accept.
    const Derivative* smaller = frame.picture == nullptr ? nullptr : find_jpeg(*frame.picture, kDerivativeWidths.back());
    if (smaller != nullptr) {
        base.set<"og_image_url">(in.renderer.absolute(derivative_address(*frame.picture, *smaller), in.out))
            .set<"og_image_alt">(frame.image_alt);
        base.set<"og_image_type">(std::string(row_of(smaller->kind).media_type)).set<"og_image_size">(true);
        base.set<"og_image_width">(fmt::to_string(smaller->width)).set<"og_image_height">(fmt::to_string(smaller->height));
        return;
    }
    if (!own && frame.card != nullptr) {
        base.set<"og_image_url">(in.renderer.absolute(card_address(*frame.card), in.out)).set<"og_image_alt">(frame.heading);
        base.set<"og_image_type">(std::string(row_of(frame.card->file.kind).media_type)).set<"og_image_size">(true);
        base.set<"og_image_width">(fmt::to_string(kCardWidth)).set<"og_image_height">(fmt::to_string(kCardHeight));
        return;
    }
    if (!own && !site.config.share_image.given() && site.tree->find_asset(source) == nullptr) return;
    base.set<"og_image_url">(in.renderer.absolute(output, in.out));
    base.set<"og_image_alt">(own ? frame.image_alt : std::string(site_title(site, in.language).text));
    base.set<"og_image_type">(media_type_of(output));
    const Asset* asset = site.tree->find_asset(source);
    if (asset == nullptr || asset->width == 0) return;
    base.set<"og_image_size">(true)
        .set<"og_image_width">(fmt::to_string(asset->width))
        .set<"og_image_height">(fmt::to_string(asset->height));
}

ViewOf<kOrganizationView> organization_view(const Rendering& in) {
    const Site& site = in.site();
    const Organization& organization = site.config.organization;
    const Wording name = organization_name(site, in.language);
    const AboutText about = about_text(site, in.language);
    ViewOf<kOrganizationView> view;
    view.set<"name">(prose(in, name))
        .set<"url">(in.written(organization.url))
        .set<"email">(*organization.email)
        .set<"email_url">(mail_url(*organization.email));
    view.set<"phone">(*organization.phone).set<"phone_url">(phone_url(*organization.phone)).set<"address">(*organization.address);
    const std::string logo = asset_address(organization.logo);
    if (site.tree->find_asset("site/" + logo) != nullptr)
        view.set<"logo_url">(in.url(logo));  // one that is missing has a message of its own
    BodyHtmlOptions options;
    options.address = [&](std::string_view target, Span at) { return in.renderer.written(target, "", in.form, in.out, at); };
    options.ids = BodyHtmlOptions::Ids::leave_out;
    view.set<"about">(to_html(*about.body, options))
        .set<"about_heading">(in.words().filled("about_organization", {std::string(name.text)}));
    view.set<"about_language">(prose(in, Wording{name.text, about.language}).language);
    return view;
}

}  // namespace

ViewOf<kCommonView> common_view(const Rendering& in) {
    const Site& site = in.site();
    const std::string home = home_address(site, in.language);
    ViewOf<kCommonView> view;
    view.set<"site_title">(prose(in, site_title(site, in.language)))
        .set<"site_description">(prose(in, site_description(site, in.language)));
    view.set<"organization">(organization_view(in));
    view.set<"content_security_policy">(std::string(kContentSecurityPolicy));
    view.set<"home_url">(in.url(home))
        .set<"archive_url">(in.url("#" + site.words()["anchor_archive"]))
        .set<"events_url">(in.url(events_address(site)));
    if (!site.topics[kTopicList].empty()) view.set<"topics_url">(in.url(topics_address(site, kTopicList)));
    if (!site.topics[kAreaList].empty()) view.set<"areas_url">(in.url(topics_address(site, kAreaList)));
    if (!site.speakers.empty()) view.set<"people_url">(in.url(people_address(site)));
    view.set<"corrections_url">(in.url(corrections_address(site))).set<"subscribe_url">(in.url(subscribe_address(site)));
    if (site.config.statement) view.set<"statement_url">(in.url(statement_address(site)));
    if (site.config.signing_key.given()) view.set<"authenticity_url">(in.url(authenticity_address(site)));
    view.set<"feeds">(feeds_view(in, home, in.words()["everything"]));
    std::vector<View> pages;
    for (const SitePage& page : site.pages) {
        if (page.language == in.language) pages.push_back(link_view(*page.page.title, in.url(page.address)));
    }
    view.set<"pages">(std::move(pages));
    view.set<"tokens_url">(in.url(asset_address(site, "tokens.css")))
        .set<"style_url">(in.url(asset_address(site, "style.css")))
        .set<"theme_url">(in.url(theme_address(site)));
    const Asset* script = site.tree->find_asset("site/assets/pressrum.js");
    if (script == nullptr) script = site.tree->find_asset("layouts/assets/pressrum.js");
    if (script != nullptr)
        view.set<"script_url">(in.url(asset_address(site, "pressrum.js"))).set<"script_integrity">(to_integrity(script->digest));
    const std::string icon = asset_address(site.config.icon);
    if (!icon.empty()) view.set<"icon_url">(in.url(icon));
    return view;
}

std::vector<Version> versions_of(const Site& site, const SitePost& post) {
    std::vector<Version> versions;
    for (const PostIndex version : post.versions)
        versions.push_back({site.posts[version].language, site.posts[version].address, *site.posts[version].post.title});
    return versions;
}

ViewOf<kTranslationView> version_view(const Rendering& in, const Version& version) { return translation_view(in, version, in.form); }

std::string page_title(const Rendering& in, std::string_view heading) {
    const std::string site(site_title(in.site(), in.language).text);
    return heading.empty() || heading == site ? site : in.words().filled("page_title", {std::string(heading), site});
}

std::string feed_title(const Rendering& in, std::string_view name) {
    const std::string site(site_title(in.site(), in.language).text);
    return name.empty() ? site : in.words().filled("feed_title", {site, std::string(name)});
}

std::vector<View> feed_links(const Rendering& in, std::string_view folder, std::string_view name) {
    static constexpr std::pair<std::string_view, const char*> kForms[] = {
        {"rss.xml", "application/rss+xml"}, {"atom.xml", "application/atom+xml"}, {"feed.json", "application/feed+json"}};
    std::vector<View> links;
    const auto add = [&](const std::string& address, const char* type, std::string_view form) {
        if (in.renderer.plan.find(address) == nullptr) return;
        ViewOf<kFeedLinkView> view;
        view.set<"title">(fmt::format("{} ({})", feed_title(in, name), form))
            .set<"media_type">(type)
            .set<"url">(in.renderer.absolute(address, in.out));
        links.push_back(std::move(view));
    };
    const Lexicon& words = in.words();
    const std::string forms[] = {words["rss"], words["atom"], words["json_feed"]};
    for (std::size_t i = 0; i < std::size(kForms); ++i) add(fmt::format("{}{}", folder, kForms[i].first), kForms[i].second, forms[i]);
    add(calendar_address(in.site(), folder), "text/calendar", words["calendars"]);
    return links;
}

std::string shorten(std::string_view text, std::size_t characters) {
    const std::string plain = squeeze(text);
    if (count_characters(plain) <= characters) return plain;
    std::size_t at = 0;
    for (std::size_t n = 0; n < characters; ++n) at += character_at(plain, at).length;
    const std::size_t space = plain.rfind(' ', at);
    std::string_view cut = std::string_view(plain).substr(0, space == std::string::npos ? at : space);
    while (!cut.empty() && (cut.back() == ',' || cut.back() == '.' || cut.back() == ':' || cut.back() == ';')) cut.remove_suffix(1);
    return std::string(cut) + " …";
}

void write_page(const Rendering& in, std::string_view layout, const View& page, Frame frame) {
    const Renderer& renderer = in.renderer;
    const Site& site = in.site();
    const View& common = renderer.common(in.language);
    const std::string& language = in.words().language();

    if (in.out.keep_data) in.out.data = fmt::format("{}.mustache\n{}", layout, to_debug_text(page));
    ViewOf<kBaseView> base;
    base.set<"language">(language).set<"title">(page_title(in, frame.heading)).set<"heading">(frame.heading);
    // A list has no words of its own: its name and the site's sentence.
    const bool own = !frame.description.empty() || !site.config.description.given();
    base.set<"description">(
        shorten(own ? frame.description : fmt::format("{}. {}", frame.heading, site_description(site, in.language).text)));
    // The page at wrong addresses has no address of its own.
    if (frame.address != "404.html") base.set<"canonical_url">(renderer.absolute(frame.address, in.out));
    base.set<"right_to_left">(is_right_to_left(language)).set<"noindex">(!frame.findable);
    std::vector<View> alternates, translations;
    if (frame.versions.size() > 1) {
        for (const Version& version : frame.versions) {
            alternates.push_back(translation_view(in, version, Renderer::Form::absolute));
            if (version.address != frame.address) translations.push_back(version_view(in, version));
        }
    }
    base.set<"alternates">(std::move(alternates)).set<"translations">(std::move(translations));

    std::vector<View> feeds = std::move(frame.feed_links);
    for (View& link : feed_links(in, home_address(site, in.language), "")) feeds.push_back(std::move(link));
    base.set<"feed_links">(std::move(feeds));

    base.set<"og_type">(frame.published.empty() ? "website" : "article").set<"og_locale">(og_locale(language));
    std::vector<View> other_locales;
    std::vector<std::string> told = {og_locale(language)};  // an easy-to-read version has the locale of its language
    for (const Version& version : frame.versions) {
        std::string locale = og_locale(site.words(version.language).language());
        if (std::find(told.begin(), told.end(), locale) != told.end()) continue;
        other_locales.push_back(name_view(locale));
        told.push_back(std::move(locale));
    }
    base.set<"og_other_locales">(std::move(other_locales));
    set_picture(in, frame, base);
    base.set<"published">(frame.published).set<"modified">(frame.modified).set<"expires">(frame.expires).set<"section">(frame.section);
    std::vector<View> tags;
    for (std::string& tag : frame.tags) tags.push_back(name_view(std::move(tag)));
    base.set<"tags">(std::move(tags));
    base.set<"json_ld">(frame.json_ld);

    const std::string home = home_address(site, in.language);
    if (frame.address != home) {
        std::vector<View> crumbs;
        crumbs.push_back(link_view(in.words()["home"], in.url(home)));
        for (const Crumb& crumb : frame.breadcrumbs) crumbs.push_back(link_view(crumb.name, in.url(crumb.address)));
        crumbs.push_back(link_view(frame.heading, in.url(frame.address), true));
        base.set<"breadcrumbs">(std::move(crumbs));
    }
    base.set<"menu">(menu(in, frame.address));
    base.set<"preview">(frame.preview).set<"refresh_url">(frame.refresh_url).set<"layout">(std::string(layout));
    base.set<"content">(renderer.layouts.render(layout, page, common, in.words()));
    in.out.bytes = renderer.layouts.render("base", base, common, in.words());
}

}  // namespace pressrum
