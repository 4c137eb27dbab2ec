#include "render/feeds/feed.hpp"

#include "base/escape.hpp"
#include "base/text.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <string_view>

// The two XML forms. RSS follows the RSS Advisory Board's profile: what RSS 2.0 has no place for (the feed's own address,
// names without mail addresses, the whole text, the time of the latest change) stands in the modules that readers know.
// Pictures are given in Media RSS in both, since neither form has a place for the photographer.

namespace pressrum {
namespace {

constexpr const char* kAtom = "http://www.w3.org/2005/Atom";
constexpr const char* kContent = "http://purl.org/rss/1.0/modules/content/";
constexpr const char* kDublinCore = "http://purl.org/dc/elements/1.1/";
constexpr const char* kHistory = "http://purl.org/syndication/history/1.0";
constexpr const char* kMedia = "http://search.yahoo.com/mrss/";

pugi::xml_node add(pugi::xml_node parent, const char* name, std::string_view text) {
    pugi::xml_node node = parent.append_child(name);
    node.append_child(pugi::node_pcdata).set_value(to_clean_text(text).c_str());
    return node;
}

pugi::xml_node add_given(pugi::xml_node parent, const char* name, std::string_view text) {
    return text.empty() ? pugi::xml_node() : add(parent, name, text);
}

// Setting an attribute of the null node that add_given returns for an absent text does nothing.
void set(pugi::xml_node node, const char* name, std::string_view value) {
    node.append_attribute(name).set_value(to_clean_text(value).c_str());
}

void set_given(pugi::xml_node node, const char* name, std::string_view value) {
    if (!value.empty()) set(node, name, value);
}

// As a section of its own, which is read the same as escaped text and is shorter. The library splits "]]>" between two sections.
void add_html(pugi::xml_node node, const CleanText& html) { node.append_child(pugi::node_cdata).set_value(html.text().c_str()); }

struct StringWriter : pugi::xml_writer {
    std::string out;
    void write(const void* data, std::size_t size) override { out.append(static_cast<const char*>(data), size); }
};

std::string to_text(const Feed& feed, const pugi::xml_document& document) {
    StringWriter writer;
    std::size_t size = 4096;
    for (const FeedItem& item : feed.items) size += item.content.text().size() + item.content.text().size() / 8 + 2048;
    writer.out.reserve(size);
    document.save(writer, "  ", pugi::format_indent, pugi::encoding_utf8);
    return std::move(writer.out);
}

pugi::xml_node begin(pugi::xml_document& document, const char* root, const Feed& feed) {
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    set(declaration, "version", "1.0");
    set(declaration, "encoding", "UTF-8");
    if (!feed.style.empty()) {
        // The library writes an instruction's text as it is, and an address holds none of the marks that would end it.
        pugi::xml_node style = document.append_child(pugi::node_pi);
        style.set_name("xml-stylesheet");
        style.set_value(("type=\"text/css\" href=\"" + to_html(feed.style) + "\"").c_str());
    }
    return document.append_child(root);
}

void add_media(pugi::xml_node item, const FeedImage& image) {
    if (image.url.empty()) return;
    pugi::xml_node media = item.append_child("media:content");
    set(media, "url", image.url);
    if (image.size != 0) set(media, "fileSize", std::to_string(image.size));
    set_given(media, "type", image.type);
    set(media, "medium", "image");
    set(add_given(media, "media:title", image.caption), "type", "plain");
    set(add_given(media, "media:description", image.alt), "type", "plain");
    const pugi::xml_node credit = add_given(media, "media:credit", image.credit);
    set(credit, "role", "photographer");
    set(credit, "scheme", "urn:ebu");
}

// --- RSS 2.0 ---

void add_enclosure(pugi::xml_node node, const FeedImage& image) {
    if (image.url.empty() || image.type.empty()) return;  // all three attributes are required
    pugi::xml_node enclosure = node.append_child("enclosure");
    set(enclosure, "url", image.url);
    set(enclosure, "length", std::to_string(image.size));
    set(enclosure, "type", image.type);
}

void add_rss_item(pugi::xml_node channel, const FeedItem& item, const Feed& feed) {
    pugi::xml_node node = channel.append_child("item");
    add(node, "title", item.title);
    add(node, "link", item.url);
    set(add(node, "guid", item.id), "isPermaLink", "false");
    add(node, "pubDate", to_rfc822(item.published, item.published_offset));
    add(node, "atom:updated", to_iso(item.updated, item.updated_offset));
    // Readers take a description for HTML (the profile says so), and the lead is plain text. Quotation marks mean nothing there, and stay as
    // they are for whoever sees the feed itself.
    add_given(node, "description", replace_all(to_html(item.summary), "&quot;", "\""));
    if (!item.content.empty()) add_html(node.append_child("content:encoded"), item.content);
    for (const std::string& author : item.authors) add_given(node, "dc:creator", author);
    if (item.language != feed.language) add_given(node, "dc:language", item.language);
    for (const std::string& category : item.categories) add_given(node, "category", category);
    if (!item.images.empty()) add_enclosure(node, item.images.front());  // the profile: one for each item
    for (const FeedImage& image : item.images) add_media(node, image);
}

// RSS wants a picture that every browser of its day could show; the icon of a site is often an SVG.
bool is_bitmap(std::string_view url) {
    static constexpr std::array<std::string_view, 4> kEndings = {".png", ".jpg", ".jpeg", ".gif"};
    return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) { return url.ends_with(ending); });
}

void add_rss_image(pugi::xml_node channel, const Feed& feed) {
    if (!is_bitmap(feed.icon)) return;
    const pugi::xml_node image = channel.append_child("image");
    add(image, "url", feed.icon);
    add(image, "title", feed.title);  // the profile says of title and link: as the channel's
    add(image, "link", feed.url);
}

// --- Atom ---

pugi::xml_node add_link(pugi::xml_node parent, const char* relation, std::string_view type, std::string_view address) {
    pugi::xml_node link = parent.append_child("link");
    set(link, "rel", relation);
    set_given(link, "type", type);
    set(link, "href", address);
    return link;
}

// Where the rest of the feed is: the same relations in RSS (by atom:link) and in Atom.
void add_relations(pugi::xml_node parent, const Feed& feed, std::string_view type, const char* element) {
    add_link(parent, "self", type, feed.self).set_name(element);
    if (!feed.hub.empty()) add_link(parent, "hub", "", feed.hub).set_name(element);
    if (!feed.current.empty()) add_link(parent, "current", type, feed.current).set_name(element);
    if (!feed.previous.empty()) add_link(parent, "prev-archive", type, feed.previous).set_name(element);
    if (!feed.current.empty()) parent.append_child("fh:archive");
}

void add_person(pugi::xml_node parent, std::string_view name) { add(parent.append_child("author"), "name", name); }

void add_atom_item(pugi::xml_node root, const FeedItem& item, const Feed& feed) {
    pugi::xml_node node = root.append_child("entry");
    if (item.language != feed.language) set_given(node, "xml:lang", item.language);
    add(node, "id", item.id);
    add(node, "title", item.title);
    add_link(node, "alternate", "text/html", item.url);
    add(node, "published", to_iso(item.published, item.published_offset));
    add(node, "updated", to_iso(item.updated, item.updated_offset));
    for (const std::string& author : item.authors) {
        if (!author.empty()) add_person(node, author);
    }
    for (const std::string& category : item.categories) {
        if (!category.empty()) set(node.append_child("category"), "term", category);
    }
    for (const FeedImage& image : item.images) {
        if (image.url.empty()) continue;
        pugi::xml_node link = add_link(node, "enclosure", image.type, image.url);
        if (image.size != 0) set(link, "length", std::to_string(image.size));
        set_given(link, "title", image.alt);
    }
    add_given(node, "summary", item.summary);
    if (!item.content.empty()) {
        pugi::xml_node content = node.append_child("content");
        set(content, "type", "html");
        add_html(content, item.content);
    }
    for (const FeedImage& image : item.images) add_media(node, image);
}

}  // namespace

std::string to_rss(const Feed& feed) {
    pugi::xml_document document;
    pugi::xml_node root = begin(document, "rss", feed);
    set(root, "version", "2.0");
    set(root, "xmlns:atom", kAtom);
    set(root, "xmlns:content", kContent);
    set(root, "xmlns:dc", kDublinCore);
    if (!feed.current.empty()) set(root, "xmlns:fh", kHistory);
    set(root, "xmlns:media", kMedia);

    pugi::xml_node channel = root.append_child("channel");
    add(channel, "title", feed.title);
    add(channel, "link", feed.url);
    add(channel, "description", feed.description.empty() ? feed.title : feed.description);  // required
    add_given(channel, "language", feed.language);
    add(channel, "lastBuildDate", to_rfc822(feed.updated, feed.updated_offset));
    add_relations(channel, feed, "application/rss+xml", "atom:link");
    add_rss_image(channel, feed);
    for (const FeedItem& item : feed.items) add_rss_item(channel, item, feed);
    return to_text(feed, document);
}

std::string to_atom(const Feed& feed) {
    pugi::xml_document document;
    pugi::xml_node root = begin(document, "feed", feed);
    set(root, "xmlns", kAtom);
    if (!feed.current.empty()) set(root, "xmlns:fh", kHistory);
    set(root, "xmlns:media", kMedia);
    set_given(root, "xml:lang", feed.language);

    add(root, "id", feed.id);
    add(root, "title", feed.title);
    add_given(root, "subtitle", feed.description);
    add(root, "updated", to_iso(feed.updated, feed.updated_offset));
    add_person(root, feed.author.empty() ? feed.title : feed.author);  // required where an entry has none
    add_relations(root, feed, "application/atom+xml", "link");
    add_link(root, "alternate", "text/html", feed.url);
    add_given(root, "icon", feed.icon);
    for (const FeedItem& item : feed.items) add_atom_item(root, item, feed);
    return to_text(feed, document);
}

}  // namespace pressrum
