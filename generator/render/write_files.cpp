// Files for machines: pictures carried over, colours, sitemap, robots, headers and redirects of the web server.

#include "render/write.hpp"

#include "base/text.hpp"
#include "link/theme.hpp"
#include "plan/paths.hpp"
#include "render/qr.hpp"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <sstream>

namespace pressrum::write {

void asset(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const Asset& of = renderer.site.tree->assets[file.subject.a];
    out.copy_from = of.file;
    out.size = of.size;
    out.digest = of.digest;
}

void qr_code(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const std::string page = file.path.substr(0, file.path.rfind('/') + 1);
    out.bytes = qr_svg(renderer.absolute(page, out));
}

void theme(const Renderer& renderer, const PlannedFile&, Output& out) { out.bytes = theme_css(renderer.site.config.theme); }

namespace {

// Pages that search engines should find, with the time of their latest change when it is known.
struct Listed {
    bool findable = false;
    std::optional<LocalTime> changed;
};

Listed listed(const Site& site, const PlannedFile& file) {
    if (!file.path.ends_with("index.html")) return {};
    switch (file.subject.kind) {
        case SubjectKind::post: {
            const SitePost& post = site.posts[file.subject.a];
            return {post.state == PostState::published && !*post.post.unlisted, post.updated};
        }
        case SubjectKind::alias: return {};
        default: return {true, std::nullopt};
    }
}

}  // namespace

void sitemap(const Renderer& renderer, const PlannedFile&, Output& out) {
    const Site& site = renderer.site;
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    pugi::xml_node set = document.append_child("urlset");
    set.append_attribute("xmlns") = "http://www.sitemaps.org/schemas/sitemap/0.9";
    for (const PlannedFile& file : renderer.plan.files()) {
        const Listed page = listed(site, file);
        if (!page.findable) continue;
        const std::string address = file.path.substr(0, file.path.size() - std::string_view("index.html").size());
        pugi::xml_node url = set.append_child("url");
        url.append_child("loc").text() = renderer.absolute(address, out).c_str();
        if (page.changed) url.append_child("lastmod").text() = to_iso(*page.changed, site.zone.offset_at(*page.changed)).c_str();
    }
    std::ostringstream text;
    document.save(text, " ", pugi::format_indent, pugi::encoding_utf8);
    out.bytes = text.str();
}

void robots(const Renderer& renderer, const PlannedFile&, Output& out) {
    out.bytes = fmt::format("User-agent: *\nAllow: /\n\nSitemap: {}\n", renderer.absolute("sitemap.xml", out));
}

// As Netlify, Cloudflare Pages and others read it. Nothing on the pages needs a frame or another site; the script is our own. What has its
// content in its name may be kept for ever.
void headers(const Renderer& renderer, const PlannedFile&, Output& out) {
    const std::string& base = renderer.site.base_path;
    out.bytes = fmt::format(
        "{0}*\n"
        "  Content-Security-Policy: default-src 'none'; img-src 'self'; script-src 'self'; style-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\n"
        "  X-Content-Type-Options: nosniff\n"
        "  Referrer-Policy: strict-origin-when-cross-origin\n"
        "  Permissions-Policy: camera=(), geolocation=(), microphone=()\n"
        "  Cross-Origin-Opener-Policy: same-origin\n"
        "{0}*.ics\n"
        "  Content-Type: text/calendar; charset=utf-8\n"
        "  Access-Control-Allow-Origin: *\n"
        "{0}*.xml\n"
        "  Access-Control-Allow-Origin: *\n"
        "{0}*.json\n"
        "  Access-Control-Allow-Origin: *\n",
        base);
    for (const PlannedFile& file : renderer.plan.files()) {
        if (is_fingerprinted(file.path)) out.bytes += fmt::format("{}{}\n  Cache-Control: public, max-age=31536000, immutable\n", base, file.path);
    }
}

void redirects(const Renderer& renderer, const PlannedFile&, Output& out) {
    const Site& site = renderer.site;
    for (PostIndex p = 0; p < site.posts.size(); ++p) {
        for (const Text& alias : site.posts[p].post.aliases) {
            out.bytes += fmt::format("{}{} {} 301\n", site.base_path.substr(0, site.base_path.size() - 1), *alias, renderer.url(site.posts[p].address, out));
        }
    }
    if (out.bytes.empty()) out.bytes = "# no former addresses\n";
}

}  // namespace pressrum::write
