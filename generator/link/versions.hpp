#pragma once
// A release and its translations: which files belong together, and what a translation takes over from its original.

#include "base/diagnostic.hpp"
#include "model/document.hpp"

#include <vector>

namespace pressrum {

// Indices into the posts of Documents: the original first, then its translations by their paths.
struct Release {
    std::vector<std::size_t> posts;
};

// Files of the same folder and name are versions of one release. A translation without an original is a release of its own.
std::vector<Release> group_versions(const std::vector<PostDocument>& posts);

// Reports where a translation differs from its original in what must be the same for one release: when it is published, whether it is a
// draft, and when its events are and whether they take place. A resident must not be told a different time in another language.
void check_translation(const Post& translation, const Post& original, Diagnostics& diagnostics);

// Fills in what `translation` does not say itself: times, kind, topics, contacts, events by id, changes, pictures' files and
// credits, attachments, links, and the quotes that its text places by ![](quote:ID). What a translation says always stands.
void complete_translation(PostDocument& translation, const Post& original);

}  // namespace pressrum
