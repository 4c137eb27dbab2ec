// Files for machines: pictures carried over, colours, sitemaps, robots, headers and redirects of the web server.

#include "render/write.hpp"

#include "base/text.hpp"
#include "plan/paths.hpp"
#include "plan/theme.hpp"
#include "render/clean_text.hpp"
#include "render/frame.hpp"
#include "render/qr.hpp"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <sstream>

namespace pressrum::write {

void asset(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const Asset& of = renderer.site.tree->assets[file.about<subject::Asset>().asset];
    out.copy_from = of.file;
    out.size = of.size;
    out.digest = of.digest;
}

namespace {

void carry_over(const Derivative& from, Output& out) {
    out.copy_from = from.file;
    out.size = from.size;
    out.digest = from.digest;
}

}  // namespace

void derivative(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const auto [picture, number] = file.about<subject::Derivative>();
    carry_over(renderer.site.pictures.all[picture].derivatives[number], out);
}

void card(const Renderer& renderer, const PlannedFile& file, Output& out) {
    carry_over(renderer.site.pictures.card(file.about<subject::Card>().post)->file, out);
}

void qr_code(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const std::string page = file.path.substr(0, file.path.rfind('/') + 1);
    out.bytes = qr_svg(renderer.absolute(page, out));
}

void theme(const Renderer& renderer, const PlannedFile&, Output& out) { out.bytes = theme_css(renderer.site.config.theme); }

namespace {

// Words inside a string of a style sheet.
std::string css_text(const std::string& words) {
    std::string text = replace_all(replace_all(words, "\\", "\\\\"), "\"", "\\\"");
    return replace_all(std::move(text), "\n", " ");
}

}  // namespace

// The look stands in layouts/assets, the colours in theme.css; what the page says about itself is the language's, and reaches a style
// sheet as text of custom properties.
void feed_style(const Renderer& renderer, const PlannedFile& file, Output& out) {
    static constexpr const char* kSaid[] = {"feed_what", "feed_how", "feed_address", "feed_archive"};
    const Lexicon& words = renderer.site.words(file.about<subject::Language>().language);
    for (const std::string& sheet : {asset_address(renderer.site, "feed-look.css"), theme_address(renderer.site)})
        out.bytes += fmt::format("@import \"{}\";\n", renderer.url(sheet, out));
    out.bytes += ":root {\n";
    for (const char* key : kSaid) out.bytes += fmt::format("  --{}: \"{}\";\n", replace_all(key, "_", "-"), css_text(words[key]));
    out.bytes += "}\n";
}

namespace {

pugi::xml_node begin_sitemap(pugi::xml_document& document) {
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    pugi::xml_node set = document.append_child("urlset");
    set.append_attribute("xmlns") = "http://www.sitemaps.org/schemas/sitemap/0.9";
    return set;
}

std::string saved(const pugi::xml_document& document) {
    std::ostringstream text;
    document.save(text, " ", pugi::format_indent, pugi::encoding_utf8);
    return text.str();
}

// A language as news search names it: two or three letters, but of Chinese also the country.
std::string news_language(const std::string& language) {
    const std::string lower = ascii_lower(language);
    return lower == "zh-cn" || lower == "zh-tw" ? lower : lower.substr(0, lower.find('-'));
}

// Pages that search engines should find, with the time of their latest change when it is known.
struct Listed {
    bool findable = false;
    std::optional<LocalTime> changed;
};

Listed listed(const Site& site, const PlannedFile& file) {
    if (!file.path.ends_with("index.html")) return {};
    if (is_about<subject::Alias>(file.subject)) return {};
    const auto* of = std::get_if<subject::Post>(&file.subject);
    if (of == nullptr) return {true, std::nullopt};
    const SitePost& post = site.posts[of->post];
    return {post.state != PostState::preview && !*post.post.unlisted, post.updated};
}

}  // namespace

void sitemap(const Renderer& renderer, const PlannedFile&, Output& out) {
    const Site& site = renderer.site;
    pugi::xml_document document;
    pugi::xml_node set = begin_sitemap(document);
    for (const PlannedFile& file : renderer.plan.files()) {
        const Listed page = listed(site, file);
        if (!page.findable) continue;
        const std::string address = file.path.substr(0, file.path.size() - std::string_view("index.html").size());
        pugi::xml_node url = set.append_child("url");
        url.append_child("loc").text() = renderer.absolute(address, out).c_str();
        if (page.changed) url.append_child("lastmod").text() = to_iso(*page.changed, site.zone.offset_at(*page.changed)).c_str();
    }
    out.bytes = saved(document);
}

// For news search: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap. The schema of sitemaps wants an
// address in each, and a file that comes and goes is an error to who fetches it: when nothing is new the home page stands alone,
// without being called news.
void news_sitemap(const Renderer& renderer, const PlannedFile&, Output& out) {
    constexpr auto kNew = std::chrono::hours(48);
    constexpr std::size_t kMost = 1000;  // what one such file may hold
    const Site& site = renderer.site;
    pugi::xml_document document;
    pugi::xml_node set = begin_sitemap(document);
    set.append_attribute("xmlns:news") = "http://www.google.com/schemas/sitemap-news/0.9";
    const auto add = [&](std::string_view address) {
        pugi::xml_node url = set.append_child("url");
        url.append_child("loc").text() = renderer.absolute(address, out).c_str();
        return url;
    };
    std::size_t count = 0;
    for (const SitePost& post : site.posts) {
        if (post.published_at + kNew <= site.now || count == kMost) break;  // newest first
        if (!post.listed || post.state != PostState::published) continue;
        if (is_easy(site.words(post).language()) && post.versions.size() > 1) continue;  // the same news once in a language
        pugi::xml_node news = add(post.address).append_child("news:news");
        pugi::xml_node publication = news.append_child("news:publication");
        publication.append_child("news:name").text() = to_clean_text(*site.config.title).c_str();
        publication.append_child("news:language").text() = news_language(site.words(post).language()).c_str();
        news.append_child("news:publication_date").text() = to_iso(*post.post.published, site.zone.offset_at(*post.post.published)).c_str();
        news.append_child("news:title").text() = to_clean_text(*post.post.title).c_str();
        ++count;
    }
    if (count == 0) add("");
    out.bytes = saved(document);
}

void robots(const Renderer& renderer, const PlannedFile&, Output& out) {
    out.bytes = fmt::format("User-agent: *\nAllow: /\n\nSitemap: {}\nSitemap: {}\n", renderer.absolute("sitemap.xml", out),
                            renderer.absolute("news-sitemap.xml", out));
}

// As Netlify, Cloudflare Pages and others read it. Each page says its policy too, for hosts that do not; who may frame it only a header can say. Feeds are sent
// as plain XML: a browser shows application/rss+xml as source code, without the style sheet that explains it, and feed readers take either.
// What has its content in its name may be kept for ever.
void headers(const Renderer& renderer, const PlannedFile&, Output& out) {
    const std::string& base = renderer.site.base_path;
    out.bytes = fmt::format(
        "{0}*\n"
        "  Content-Security-Policy: {1}; frame-ancestors 'none'\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()\n"
        "  Cross-Origin-Opener-Policy: same-origin\n"
        "{0}*.ics\n"
        "  Content-Type: text/calendar; charset=utf-8\n"
        "  Access-Control-Allow-Origin: *\n"
        "{0}*.xml\n"
        "  Content-Type: application/xml; charset=utf-8\n"
        "  Access-Control-Allow-Origin: *\n"
        "{0}*.json\n"
        "  Access-Control-Allow-Origin: *\n"
        "{0}*feed.json\n"
        "  Content-Type: application/feed+json; charset=utf-8\n",
        base, kContentSecurityPolicy);
    constexpr const char* kForEver = "{}{}\n  Cache-Control: public, max-age=31536000, immutable\n";
    if (!renderer.site.pictures.all.empty()) out.bytes += fmt::format(kForEver, base, std::string(kDerivativeFolder) + "*");
    for (const PlannedFile& file : renderer.plan.files()) {
        if (is_fingerprinted(file.path)) out.bytes += fmt::format(kForEver, base, file.path);
    }
}

void redirects(const Renderer& renderer, const PlannedFile&, Output& out) {
    const Site& site = renderer.site;
    for (PostIndex p = 0; p < site.posts.size(); ++p) {
        if (*site.posts[p].post.unlisted) continue;  // its page leads on from there, and a list would name it
        for (const Text& alias : site.posts[p].post.aliases) {
            out.bytes += fmt::format("{}{} {} 301\n", site.base_path.substr(0, site.base_path.size() - 1), *alias,
                                     renderer.url(site.posts[p].address, out));
        }
    }
    if (out.bytes.empty()) out.bytes = "# no former addresses\n";
}

}  // namespace pressrum::write
