#pragma once
// The text of a release as HTML, with what is placed in it: for its page and, with absolute addresses, for feeds.

#include "render/views.hpp"

#include <string>
#include <vector>

namespace pressrum {

struct ReleaseBody {
    std::string html;
    std::vector<bool> placed_photos;  // by number: stands in the text
    std::vector<bool> placed_events;  // by number of the front matter
};

ReleaseBody release_body(const Rendering& in, PostIndex post);

// What a feed shows: changes, lead picture, text, then the events and pictures that are not placed in it.
std::string release_feed_html(const Rendering& in, PostIndex post);

}  // namespace pressrum
