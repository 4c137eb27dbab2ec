#pragma once
// The frame of every page: head, menu, way home; and the page put into it.

#include "render/views.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

// Nothing on the pages needs a frame or another site; the script is our own.
inline constexpr std::string_view kContentSecurityPolicy =
    "default-src 'none'; img-src 'self'; script-src 'self'; style-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'none'";

// A page that says the same in another language.
struct Version {
    std::uint32_t language;
    std::string address, title;
};
std::vector<Version> versions_of(const Site& site, const SitePost& post);
ViewOf<kTranslationView> version_view(const Rendering& in, const Version& version);

struct Frame {
    std::string heading;                        // the page's own title
    std::string description = {};               // one or two sentences of plain text
    std::string address = {};                   // of the page
    bool findable = true;                       // false: search engines should leave it out
    std::vector<Crumb> breadcrumbs = {};        // between the home page and this one
    std::vector<View> feed_links = {};          // besides the site's own
    std::vector<Version> versions = {};         // of this page in all its languages, itself included
    std::string published = {}, modified = {};  // of an article, RFC 3339
    std::string expires = {};                   // the same
    std::vector<std::string> tags = {};         // of an article: its topics and areas
    std::string section = {};                   // its first topic
    std::string image = {}, image_alt = {};     // to share: path of the output; the site's own picture when it is empty
    std::string image_source = {};              // path of its asset
    const Picture* picture = nullptr;           // what was made from it, if anything
    const Card* card = nullptr;                 // of a page that has no picture of its own
    std::string json_ld = {};
    std::string preview = {};  // a sentence when the page is not published
    std::string refresh_url = {};
};

// Renders `layout` with `page`, puts it into base.mustache and fills in.out.bytes.
void write_page(const Rendering& in, std::string_view layout, const View& page, Frame frame);

// kCommonView of a language; its addresses are recorded in `out`.
ViewOf<kCommonView> common_view(const Rendering& in);

// One feed as a link for programs: the title is "SITE – NAME".
std::vector<View> feed_links(const Rendering& in, std::string_view folder, std::string_view name);

// "Nyheter – Pressrum Ekinge kommun"; the site alone for the home page.
std::string page_title(const Rendering& in, std::string_view heading);
std::string feed_title(const Rendering& in, std::string_view name);

// The text shortened to a description: whole words, at most ~160 characters.
std::string shorten(std::string_view text, std::size_t characters = 160);

}  // namespace pressrum
