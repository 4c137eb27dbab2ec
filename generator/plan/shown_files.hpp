#pragma once
// Which pictures and other files of the sources are published: those that something public shows. A picture that only an embargoed
// post shows, or the portrait of somebody who has not spoken yet, is nobody's to see.

#include "link/site.hpp"
#include "plan/plan.hpp"

#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace pressrum {

// Path in the output, path of the source.
using ShownFiles = std::set<std::pair<std::string, std::string>>;

enum class Showing { everything, listed };  // with unlisted posts, or without
ShownFiles shown_files(const Site& site, Showing by);

// Whether a file of site/assets is published though nothing names it: a logo or a style sheet, but no picture of site/assets/photos and
// nothing that belongs to a post that is not public.
bool is_always_public(const Site& site, std::string_view source);

// What stands in the output for unlisted posts alone: their pages and calendars, what only they show.
class UnlistedFiles {
public:
    explicit UnlistedFiles(const Site& site);
    bool has(const PlannedFile& file) const;

private:
    bool is_unlisted(PostIndex post) const { return *site_.posts[post].post.unlisted; }

    const Site& site_;
    bool any_ = false;
    std::set<std::string, std::less<>> listed_;  // sources that something listed shows; filled when there are unlisted posts
};

}  // namespace pressrum
