#pragma once
// One feed as data, and its three forms: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1, with the same items in the same order.
//
// All addresses are absolute. Control characters that XML forbids are dropped here. Dates come from the data, never from a
// clock.

#include "base/time.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace pressrum {

struct FeedImage {
    std::string url, type, alt, credit, caption;
    std::uint64_t size = 0;          // bytes, for the RSS enclosure
};

struct FeedItem {
    std::string id;                  // tag: URI (RFC 4151), permanent
    std::string url;
    std::string title;
    std::string summary;             // plain text: the lead
    std::string content;             // HTML with absolute addresses
    LocalTime published;
    LocalTime updated;               // from changes; not before published
    std::chrono::seconds published_offset{}, updated_offset{};
    std::string language;            // BCP 47
    std::vector<std::string> authors;       // names: the organisation
    std::vector<std::string> categories;
    std::vector<FeedImage> images;   // the first is the lead picture
};

struct Feed {
    std::string id;                  // tag: URI of the feed, permanent (Atom)
    std::string title, description;
    std::string url;                 // the page that shows the same
    std::string self;                // the address of the feed itself, in the form that is written
    std::string language;
    std::string author;              // the organisation
    std::string icon;                // absolute address or empty
    LocalTime updated;               // newest of the items' times; of an empty feed the site's own start: see there
    std::chrono::seconds updated_offset{};
    std::vector<FeedItem> items;
};

std::string to_rss(const Feed& feed);
std::string to_atom(const Feed& feed);
std::string to_json_feed(const Feed& feed);

}  // namespace pressrum
