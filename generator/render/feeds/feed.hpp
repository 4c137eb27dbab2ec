#pragma once
// One feed as data, and its three forms: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1, with the same items in the same order.
//
// All addresses are absolute. Control characters that XML forbids are dropped here. Dates come from the data, never from a
// clock.
//
// A feed of many years is spread over several documents (RFC 5005): the current one, which subscribers read, and archives, which
// hold a stretch of time that is over and never change. Each names the archive before it, so a reader can walk back to the
// first item; none names the one after it, since that one did not exist when this one was written.

#include "base/time.hpp"
#include "render/clean_text.hpp"
#include "render/release_data.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pressrum {

struct FeedImage {
    std::string url, type, alt, credit, caption;
    std::uint64_t size = 0;  // bytes, for the RSS enclosure
};

struct FeedItem {
    std::string id;  // tag: URI (RFC 4151), permanent
    std::string url;
    std::string title;
    std::string summary;  // plain text: the lead
    CleanText content;    // HTML with absolute addresses
    LocalTime published;
    LocalTime updated;  // from changes; not before published
    std::chrono::seconds published_offset{}, updated_offset{};
    std::string language;              // BCP 47
    std::vector<std::string> authors;  // names: the organisation
    std::vector<std::string> categories;
    std::vector<FeedImage> images;    // the first is the lead picture
    std::optional<ReleaseData> data;  // for JSON Feed: statements, events and pictures as data
};

struct Feed {
    std::string id;  // tag: URI of the feed, permanent (Atom)
    std::string title, description;
    std::string url;   // the page that shows the same
    std::string self;  // the address of the feed itself, in the form that is written
    std::string language;
    std::string author;    // the organisation
    std::string icon;      // absolute address or empty
    std::string style;     // XML: style sheet for a person who opens the feed in a browser; empty: none
    std::string hub;       // WebSub: the hub that tells subscribers at once; empty: nobody
    std::string current;   // of an archive: the feed that goes on; empty: this is that feed
    std::string previous;  // the archive before this document; empty: there is none
    std::string about;     // JSON Feed: page that explains our own fields
    std::string releases;  // JSON Feed: everything as data
    std::string calendar;  // JSON Feed: the events of the same releases; empty: none
    LocalTime updated;     // newest of the items' times; of an empty feed the site's own start
    std::chrono::seconds updated_offset{};
    std::vector<FeedItem> items;
};

std::string to_rss(const Feed& feed);
std::string to_atom(const Feed& feed);
std::string to_json_feed(const Feed& feed);

}  // namespace pressrum
