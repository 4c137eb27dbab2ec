#pragma once
// ninjs 2.2, the IPTC's "News in JSON", which newsrooms' systems read.
//
// One document is one news item, not a list: the newest releases are the associations of an item of type "composite", each of them a
// whole item of its own. Pictures, attachments and events are associations of their release. What the standard has no
// place for (a speaker's role, the words of a statement) is in the text; releases.json has it as data.

#include "render/release_data.hpp"

#include <string>
#include <vector>

namespace pressrum {

struct NinjsItem {
    ReleaseData data;
    std::string html;  // the text, as in feeds
};

struct NinjsDocument {
    std::string uri;  // permanent
    std::string title, language;
    std::string organization, organization_address;
    std::string updated;           // newest of the items' times
    std::vector<NinjsItem> items;  // newest first
};

std::string to_ninjs(const NinjsDocument& document);

}  // namespace pressrum
