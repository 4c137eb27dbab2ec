#pragma once
// Posts on their way into the Site: what they are called, where they lie, which are versions of one release, and what is public now.

#include "link/link.hpp"
#include "link/versions.hpp"

#include <optional>
#include <vector>

namespace pressrum {

// A post with what decides whether and how it is shown. Its number is that of its document.
struct PostDraft {
    SitePost post;
    std::string folder;        // of its file
    std::size_t number = 0;    // its own
    std::size_t original = 0;  // that of the first version of its release
    std::size_t release = 0;
    bool sound = false;  // without a fault of its own or of its original's
    bool shown = false;  // in this output

    bool is_original() const { return number == original; }
};

// A draft for each document, whose post goes into it; translations are checked against their originals, and completed from them.
std::vector<PostDraft> make_drafts(Documents& documents, const Site& site, const std::vector<Release>& releases, Diagnostics& diagnostics);

// Two posts with one id, or at one address.
void report_duplicates(const std::vector<PostDraft>& drafts, Diagnostics& diagnostics);

// Decides what is public at the site's clock, and counts releases, not their translations.
void decide_state(PostDraft& draft, Site& site, const LinkOptions& options, Diagnostics& diagnostics);

// Why the post has no address now although it had or will have one; nothing for a draft, which never goes live by itself.
std::optional<Absence> absence(const PostDraft& draft);

}  // namespace pressrum
