#pragma once
// Days in the text that may be events: "Den 7 maj klockan 16.30 har vi ett dialogmöte i Västerledsskolans matsal."

#include "import/draft.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

// Adds what one paragraph proposes. A day before `published` is history; a day that stands in `events` already, with the same
// time, is the same event. `heading` is the nearest one above, or the post's title.
void propose_events(std::string_view paragraph, std::string_view heading, const DateNames& names, std::optional<Date> published,
                    std::vector<ProposedEvent>& events);

}  // namespace pressrum
