#pragma once
// What a later run must know of a release to see whether it has been changed without a trace.

#include "link/site.hpp"
#include "model/field_traits.hpp"
#include "model/ledger.hpp"

namespace pressrum {

PublishedRelease record_of(const Site& site, const SitePost& post);

// As a record tells the place of a dateline, which may be none.
std::string recorded_place(const std::string& place);

// A portrait of people.yaml; `person` is the key it stands under.
PublishedPhoto record_of(const Site& site, const std::string& person, const Portrait& portrait);

// A field of an event that is given and that nobody changes without a trace, and how the ledger records it.
struct WatchedField {
    std::string record;
    std::string_view name;
    Watched how;
    Span at;
};
std::vector<WatchedField> watched_fields(const Event& event);

// An event as a release that announces it has it.
PublishedEvent record_of(const SiteEvent& placed, const Event& event);

// An unlisted post is told by digests alone, salted with its id: whoever knows the post can compare it, and nobody learns of it from the list.
PublishedRelease as_unlisted(PublishedRelease release);
std::string hidden_id(const std::string& id);
// What such a record says as far as the post of today says the same, or it is one of `more`; what differs stays a digest.
PublishedRelease revealed(PublishedRelease before, PublishedRelease now, const std::vector<std::string>& more);
// What stays one, and the same for a person: each in what is told becomes "…".
bool is_digest(std::string_view text);
void hide_digests(std::string& words);

}  // namespace pressrum
