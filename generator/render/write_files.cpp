// Files for machines: pictures carried over, colours, sitemaps, robots, headers and redirects of the web server.

#include "render/formats.hpp"

#include "base/path.hpp"
#include "base/text.hpp"
#include "plan/paths.hpp"
#include "plan/shown_files.hpp"
#include "plan/theme.hpp"
#include "render/clean_text.hpp"
#include "render/frame.hpp"
#include "render/qr.hpp"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <set>
#include <sstream>

namespace pressrum {
namespace {

void write_asset(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const Asset& of = renderer.site.tree->assets[file.about<subject::Asset>().asset];
    out.copy_from = of.file;
    out.size = of.size;
    out.digest = of.digest;
}

void carry_over(const Derivative& from, Output& out) {
    out.copy_from = from.file;
    out.size = from.size;
    out.digest = from.digest;
}

void write_derivative(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const auto [picture, number] = file.about<subject::Derivative>();
    carry_over(renderer.site.pictures.all[picture].derivatives[number], out);
}

void write_card(const Renderer& renderer, const PlannedFile& file, Output& out) {
    carry_over(renderer.site.pictures.card(file.about<subject::Card>().post)->file, out);
}

void write_qr_code(const Renderer& renderer, const PlannedFile& file, Output& out) {
    out.bytes = qr_svg(renderer.absolute(folder_of(file.path), out));
}

void write_theme(const Renderer& renderer, const PlannedFile&, Output& out) { out.bytes = theme_css(renderer.site.config.theme); }

// Words inside a string of a style sheet.
std::string css_text(const std::string& words) {
    std::string text = replace_all(replace_all(words, "\\", "\\\\"), "\"", "\\\"");
    return replace_all(std::move(text), "\n", " ");
}

// The look stands in layouts/assets, the colours in theme.css; what the page says about itself depends on the language, and reaches a style
// sheet as text of custom properties.
void write_feed_style(const Renderer& renderer, const PlannedFile& file, Output& out) {
    static constexpr const char* kSaid[] = {"feed_what", "feed_how", "feed_address", "feed_archive"};
    const Site& site = renderer.site;
    const Lexicon& words = site.words(file.about<subject::Language>().language);
    for (const std::string& sheet : {asset_address(site, "tokens.css"), asset_address(site, "feed-look.css"), theme_address(site)})
        out.bytes += fmt::format("@import \"{}\";\n", renderer.url(sheet, out));
    out.bytes += ":root {\n";
    for (const char* key : kSaid) out.bytes += fmt::format("  --{}: \"{}\";\n", replace_all(key, "_", "-"), css_text(words[key]));
    out.bytes += "}\n";
}

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

// A language as news search names it: two or three letters, but for Chinese also the country.
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

void write_sitemap(const Renderer& renderer, const PlannedFile&, Output& out) {
    const Site& site = renderer.site;
    pugi::xml_document document;
    pugi::xml_node set = begin_sitemap(document);
    for (const PlannedFile& file : renderer.plan.files()) {
        const Listed page = listed(site, file);
        if (!page.findable) continue;
        const std::string address = file.path.substr(0, file.path.size() - std::string_view("index.html").size());
        pugi::xml_node url = set.append_child("url");
        url.append_child("loc").text() = renderer.absolute(address, out).c_str();
        if (page.changed) url.append_child("lastmod").text() = to_iso(site.zone, *page.changed).c_str();
    }
    out.bytes = saved(document);
}

// For news search: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap. The schema of sitemaps wants an
// address in each, and a file that comes and goes is an error to whoever fetches it: when nothing is new the home page stands alone,
// without being called news.
void write_news_sitemap(const Renderer& renderer, const PlannedFile&, Output& out) {
    constexpr auto kNew = std::chrono::hours(48);
    constexpr std::size_t kMax = 1000;  // what one such file may hold
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
        if (count == kMax || site.clock.has_come(post.published_at + kNew)) break;  // newest first
        if (!post.listed || post.state != PostState::published) continue;
        if (is_easy(site.words(post).language()) && post.versions.size() > 1) continue;  // the same news once per language
        pugi::xml_node news = add(post.address).append_child("news:news");
        pugi::xml_node publication = news.append_child("news:publication");
        publication.append_child("news:name").text() = to_clean_text(*site.config.title).c_str();
        publication.append_child("news:language").text() = news_language(site.words(post).language()).c_str();
        news.append_child("news:publication_date").text() = to_iso(site.zone, *post.post.published).c_str();
        news.append_child("news:title").text() = to_clean_text(*post.post.title).c_str();
        ++count;
    }
    if (count == 0) add("");
    out.bytes = saved(document);
}

void write_robots(const Renderer& renderer, const PlannedFile&, Output& out) {
    out.bytes = fmt::format("User-agent: *\nAllow: /\n\nSitemap: {}\nSitemap: {}\n", renderer.absolute("sitemap.xml", out),
                            renderer.absolute("news-sitemap.xml", out));
}

// As Netlify, Cloudflare Pages and others read it. Each page says its policy too, for hosts that do not; only a header can say who may frame it. Feeds are sent
// as plain XML: a browser shows application/rss+xml as source code, without the style sheet that explains it, and feed readers take either.
// What has its content's digest in its name may be kept for ever.
void write_headers(const Renderer& renderer, const PlannedFile&, Output& out) {
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

void write_redirects(const Renderer& renderer, const PlannedFile&, Output& out) {
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

// Which files there are.

void plan_feed_styles(const Site& of, const Format& self, Plan& plan) {
    for (std::uint32_t l = 0; l < of.languages.size(); ++l) plan.add(feed_style_address(of, l), self, subject::Language{l});
}

void plan_qr_codes(const Site& of, const Format& self, Plan& plan) {
    plan.add(qr_address(of, ""), self, subject::WholeSite{});
    for (std::uint32_t list = 0; list < of.topics.size(); ++list) {
        for (std::uint32_t t = 0; t < of.topics[list].size(); ++t)
            plan.add(qr_address(of, topic_address(of, list, t)), self, subject::Topic{list, t});
    }
}

void plan_assets(const Site& of, const Format& self, Plan& plan) {
    const std::vector<Asset>& all = of.tree->assets;
    ShownFiles used = shown_files(of, Showing::everything);
    for (const Asset& each : all) {
        const std::string_view path = each.path;
        if (is_always_public(of, path)) used.emplace(asset_address(of, path.substr(std::string_view("site/assets/").size())), path);
        // The site's own file goes first.
        if (path.starts_with("layouts/assets/") && of.tree->find_asset("site/" + std::string(path.substr(8))) == nullptr)
            used.emplace(asset_address(of, path.substr(std::string_view("layouts/assets/").size())), path);
    }
    for (const auto& [output, source] : used) {
        const auto index = static_cast<std::uint32_t>(of.tree->find_asset(source) - all.data());
        plan.add(output, self, subject::Asset{index});
    }
}

void plan_derivatives(const Site& of, const Format& self, Plan& plan) {
    std::set<std::string> planned;  // the same file in two folders, with the same words, is one
    for (std::uint32_t p = 0; p < of.pictures.all.size(); ++p) {
        const Picture& picture = of.pictures.all[p];
        for (std::uint32_t d = 0; d < picture.derivatives.size(); ++d) {
            std::string address = derivative_address(picture, picture.derivatives[d]);
            if (planned.insert(address).second) plan.add(std::move(address), self, subject::Derivative{p, d});
        }
    }
}

void plan_cards(const Site& of, const Format& self, Plan& plan) {
    for (const auto& [index, of_post] : of.pictures.cards) plan.add(card_address(of_post), self, subject::Card{index});
}

void plan_theme(const Site& of, const Format& self, Plan& plan) { plan.add_one(self, theme_address(of)); }
void plan_sitemap(const Site&, const Format& self, Plan& plan) { plan.add_one(self, "sitemap.xml"); }
void plan_news_sitemap(const Site&, const Format& self, Plan& plan) { plan.add_one(self, "news-sitemap.xml"); }
void plan_robots(const Site&, const Format& self, Plan& plan) { plan.add_one(self, "robots.txt"); }
void plan_headers(const Site&, const Format& self, Plan& plan) { plan.add_one(self, "_headers"); }
void plan_redirects(const Site&, const Format& self, Plan& plan) { plan.add_one(self, "_redirects"); }

constexpr Format kRows[] = {
    {"feed-style",
     "/assets/feed.css · /assets/feed-LANG.css",
     "text/css",
     Turn::asset,
     {"hur ett flöde ser ut för den som öppnar det i webbläsaren", "how a feed looks to somebody who opens it in a browser"},
     {"ord i strings", "words in strings"},
     plan_feed_styles,
     write_feed_style},
    {"qr-code",
     "/prenumerera/qr.svg · /amnen/NAME/qr.svg",
     "image/svg+xml",
     Turn::asset,
     {"QR-kod som öppnar sidan i telefonen", "QR code that opens the page on a phone"},
     {"sidans adress", "the page's address"},
     plan_qr_codes,
     write_qr_code},
    {"asset",
     "/assets/… · /YYYY/MM/SLUG/FILE",
     "",
     Turn::asset,
     {"bilder, bilagor, formatmall", "pictures, attachments, style sheet"},
     {"filen", "the file"},
     plan_assets,
     write_asset},
    {"derivative",
     "/assets/derivatives/NAME-DIGEST-WIDTH.avif · .webp · .jpg",
     "",
     Turn::asset,
     {"bilder i mindre storlekar och andra format, med fotograf och villkor",
      "pictures in smaller sizes and other formats, with photographer and terms"},
     {"bilden, dess credit och license", "the picture, its credit and license"},
     plan_derivatives,
     write_derivative},
    {"share-card",
     "/assets/derivatives/NAME-DIGEST.png",
     "image/png",
     Turn::asset,
     {"bild med rubriken, som visas när ett inlägg utan bild delas", "picture of the title, shown when a post without a picture is shared"},
     {"rubriken, theme och logo i site.yaml", "the title, theme and logo in site.yaml"},
     plan_cards,
     write_card},
    {"theme",
     "/assets/theme.css",
     "text/css",
     Turn::asset,
     {"kommunens färger", "the municipality's colours"},
     {"theme i site.yaml", "theme in site.yaml"},
     plan_theme,
     write_theme},
    {"sitemap",
     "/sitemap.xml",
     "application/xml",
     Turn::feed,
     {"alla sidor, för sökmotorer", "all pages, for search engines"},
     {"alla sidor", "all pages"},
     plan_sitemap,
     write_sitemap},
    {"news-sitemap",
     "/news-sitemap.xml",
     "application/xml",
     Turn::feed,
     {"de senaste två dygnens inlägg, för nyhetssökning", "the posts of the last two days, for news search"},
     {"de nyaste inläggen och tiden", "the newest posts and the time"},
     plan_news_sitemap,
     write_news_sitemap},
    {"robots",
     "/robots.txt",
     "text/plain",
     Turn::feed,
     {"vad sökmotorer får hämta", "what search engines may fetch"},
     {"site.yaml", "site.yaml"},
     plan_robots,
     write_robots},
    {"headers",
     "/_headers",
     "text/plain",
     Turn::feed,
     {"webbserverns svarshuvuden", "headers for the web server"},
     {"site.yaml", "site.yaml"},
     plan_headers,
     write_headers},
    {"redirects",
     "/_redirects",
     "text/plain",
     Turn::feed,
     {"tidigare adresser, för webbservern", "former addresses, for the web server"},
     {"aliases i alla inlägg", "aliases of all posts"},
     plan_redirects,
     write_redirects},
};

}  // namespace

const std::span<const Format> kFileFormats = kRows;

}  // namespace pressrum
