#pragma once
// Events that several releases announce.
//
// `same_as: POST#EVENT` says that the event already stands in another release: one event, one UID, shown on both pages. The words and times
// are copied from there when posts are linked, so that whatever shows a post's event finds it in the post; what makes it one event is its
// UID and SiteEvent::home, which lists and calendars follow. No chains: the other one must describe the event itself.

#include "base/diagnostic.hpp"
#include "link/site.hpp"

#include <vector>

namespace pressrum {

// A post on its way into the Site.
struct AnnouncingPost {
    SitePost* post;
    std::size_t release;  // posts of the same release are versions of it
    bool original;        // the version whose permanent id names the release
    bool sound;           // faulty posts are known by name, and references to them are silent
};

// Event `number` of a post is the same as one of another post.
struct SameEvent {
    std::size_t post;
    std::uint32_t number;
    std::size_t of_post;
    std::uint32_t of_number;
};

// An event without an id of its own takes the id of the one it is the same as. Must be done before anything compares ids.
void name_same_events(Post& post);

// Fills in the events with same_as from the version in the post's language, else from the original. Reports those that lead nowhere, and
// those whose release is published later than this one.
std::vector<SameEvent> fill_same_events(const std::vector<AnnouncingPost>& posts, Diagnostics& diagnostics);

// The same, once the others are placed: `placed` holds the events of each post by number.
void place_same_events(const std::vector<SameEvent>& same, const std::vector<AnnouncingPost>& posts,
                       std::vector<std::vector<SiteEvent>>& placed);

// Sorts site.events by start, gives each post its own, and decides which event of a UID is shown in lists: a listed release before one
// that is not, the release that describes it before those that refer to it, then the earliest. An expired release has none.
void index_events(Site& site, std::vector<std::vector<SiteEvent>>& placed);

}  // namespace pressrum
