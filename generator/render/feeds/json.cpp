#include "render/feeds/feed.hpp"

#include "render/json_text.hpp"
#include "render/release_json.hpp"

#include <set>
#include <string_view>

// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Keys are written in the order of that document; what is not known
// is left out, never empty. What it has no place for (who said what, when something happens, what others may do with a picture)
// stands under a name of our own, "_pressrum", in the fields of releases.json.

namespace pressrum {
namespace {

using Json = OrderedJson;

void put(Json& object, const char* key, std::string_view text) { object[key] = to_clean_text(text); }

void put_given(Json& object, const char* key, std::string_view text) {
    if (!text.empty()) put(object, key, text);
}

void put_list(Json& object, const char* key, Json list) {
    if (!list.empty()) object[key] = std::move(list);
}

Json authors(const std::vector<std::string>& names) {
    Json list = Json::array();
    for (const std::string& name : names) {
        if (!name.empty()) list.push_back({{"name", to_clean_text(name)}});
    }
    return list;
}

Json tags(const std::vector<std::string>& categories) {
    Json list = Json::array();
    for (const std::string& category : categories) {
        if (!category.empty()) list.push_back(to_clean_text(category));
    }
    return list;
}

Json attachments(const std::vector<FeedImage>& images) {
    Json list = Json::array();
    std::set<std::string_view> titles;
    for (const FeedImage& image : images) {
        if (image.url.empty() || image.type.empty()) continue;  // both are required
        Json attachment = Json::object();
        put(attachment, "url", image.url);
        put(attachment, "mime_type", image.type);
        // Two attachments with the same title are taken for two forms of one thing, and only one of them is shown.
        const std::string& title = image.caption.empty() ? image.alt : image.caption;
        if (titles.insert(title).second) put_given(attachment, "title", title);
        if (image.size != 0) attachment["size_in_bytes"] = image.size;
        list.push_back(std::move(attachment));
    }
    return list;
}

template <class T>
Json list_of(const std::vector<T>& all) {
    Json list = Json::array();
    for (const T& each : all) list.push_back(to_json(each));
    return list;
}

// The format asks for an address that explains an extension to people.
Json own_fields(const Feed& feed) {
    Json own = Json::object();
    put_given(own, "about", feed.about);
    return own;
}

Json own_fields(const FeedItem& item, const Feed& feed) {
    const ReleaseData& data = *item.data;
    Json own = own_fields(feed);
    put(own, "kind", data.kind);
    put_given(own, "place", data.place);
    put_given(own, "diary_number", data.diary_number);
    put_list(own, "quotes", list_of(data.statements));
    put_list(own, "events", list_of(data.events));
    put_list(own, "photos", list_of(data.photos));
    return own;
}

Json item_json(const FeedItem& item, const Feed& feed) {
    Json out = Json::object();
    put(out, "id", item.id);
    put(out, "url", item.url);
    put(out, "title", item.title);
    out["content_html"] = item.content.text();  // required, even empty: there is no content_text
    put_given(out, "summary", item.summary);
    if (!item.images.empty()) put_given(out, "image", item.images.front().url);
    put(out, "date_published", to_iso(item.published, item.published_offset));
    put(out, "date_modified", to_iso(item.updated, item.updated_offset));
    put_list(out, "authors", authors(item.authors));
    put_list(out, "tags", tags(item.categories));
    if (item.language != feed.language) put_given(out, "language", item.language);
    put_list(out, "attachments", attachments(item.images));
    if (item.data) out["_pressrum"] = own_fields(item, feed);
    return out;
}

}  // namespace

std::string to_json_feed(const Feed& feed) {
    Json out = Json::object();
    put(out, "version", "https://jsonfeed.org/version/1.1");
    put(out, "title", feed.title);
    put(out, "home_page_url", feed.url);
    put(out, "feed_url", feed.self);
    put_given(out, "description", feed.description);
    put_given(out, "icon", feed.icon);
    put_list(out, "authors", authors({feed.author}));
    put_given(out, "language", feed.language);
    if (!feed.hub.empty()) out["hubs"] = Json::array({{{"type", "WebSub"}, {"url", to_clean_text(feed.hub)}}});
    if (Json own = own_fields(feed); !own.empty()) {
        put_given(own, "releases", feed.releases);
        put_given(own, "calendar", feed.calendar);
        out["_pressrum"] = std::move(own);
    }
    Json items = Json::array();
    for (const FeedItem& item : feed.items) items.push_back(item_json(item, feed));
    out["items"] = std::move(items);
    return to_json_lines(out, 2) + "\n";
}

}  // namespace pressrum
