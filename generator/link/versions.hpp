#pragma once
// A release and its translations: which files belong together, and what a translation takes over from its original.

#include "model/document.hpp"

#include <vector>

namespace pressrum {

// Indices into the posts of Documents: the original first, then its translations in the order of the files.
struct Release {
    std::vector<std::size_t> posts;
};

// Files of the same folder and name are versions of one release. A translation without original is a release of its own.
std::vector<Release> group_versions(const std::vector<PostDocument>& posts);

// Fills in what `translation` does not say itself: times, kind, topics, contacts, events by id, changes, pictures' files and
// credits, attachments, links. What a translation says always stands.
void complete_translation(Post& translation, const Post& original);

}  // namespace pressrum
