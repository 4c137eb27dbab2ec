#pragma once
// What a link or a picture in the text points at: sound, or the reason why not.

#include "base/diagnostic.hpp"
#include "model/body.hpp"

#include <optional>
#include <string_view>

namespace pressrum {

// Allowed: https, http, mailto, tel, an address on this site from its first slash, and #part-of-this-page. The suggestion
// stands for the address, or for the whole link when it begins with "![".
std::optional<Problem> find_link_fault(std::string_view address);

struct Placed {
    NodeKind kind;            // placed_quote, placed_photo, placed_event
    std::string_view target;  // id or file name; part of what was parsed
};

// "quote:ID", "photo:ID", "event:ID", or a file beside the post. The suggestion stands for the whole target.
Result<Placed> parse_placed(std::string_view target);

}  // namespace pressrum
