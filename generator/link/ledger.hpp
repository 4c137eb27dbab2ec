#pragma once
// What a later run must know of a release to see whether it has been changed without a trace.

#include "link/site.hpp"
#include "model/field_traits.hpp"
#include "model/ledger.hpp"

namespace pressrum {

PublishedRelease record_of(const Site& site, const SitePost& post);

// How a record gives the place of a dateline, which may be empty.
std::string recorded_place(const std::string& place);

// A portrait of people.yaml; `person` is the key it stands under.
PublishedPhoto record_of(const Site& site, const std::string& person, const Portrait& portrait);

// A given field of an event that must not change without a trace, and how the ledger records it.
struct WatchedField {
    std::string record;
    std::string_view name;
    Watched how;
    Span at;
};
std::vector<WatchedField> watched_fields(const Event& event);

// An event as the release that announces it has it.
PublishedEvent record_of(const SiteEvent& placed, const Event& event);

// An unlisted post is recorded as digests only, salted with its id: whoever knows the post can compare it, and nobody learns of it from the list.
PublishedRelease as_unlisted(PublishedRelease release);
std::string hidden_id(const std::string& id);
// Such a record in plain words where today's post, or one of `more`, says the same; what differs stays a digest.
PublishedRelease revealed(PublishedRelease before, PublishedRelease now, const std::vector<std::string>& more);
// Whether a text is still a digest; and for human readers: each digest in the words becomes "…".
bool is_digest(std::string_view text);
void hide_digests(std::string& words);

}  // namespace pressrum
