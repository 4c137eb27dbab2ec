#pragma once
// The text of a new post, from the field table.
//
// A draft that can be checked at once: what a post needs is filled in, `draft: true` keeps it from being published, one statement
// shows how they are written, and the usual optional fields stand as comments with the table's examples. A comment "# Words"
// explains; "#key: value" becomes a field when its # is taken away.

#include "base/time.hpp"
#include "base/zone.hpp"
#include "cli/console.hpp"

#include <string>
#include <string_view>

namespace pressrum {

struct NewPost {
    std::string title;  // one line
    std::string slug;
    LocalTime published;
    std::string kind;
};

std::string new_post_text(const NewPost& post, MessageLanguage comments, MessageLanguage content);

// The next full hour after `now`, in a time that the zone has exactly once.
LocalTime next_full_hour(Instant now, const Zone& zone);

}  // namespace pressrum
