#pragma once
// Which pictures the site shows, with the words about them: what the pictures stage is asked for.

#include "base/diagnostic.hpp"
#include "link/site.hpp"

#include <optional>
#include <vector>

namespace pressrum {

// For every post that is shown and everybody who speaks in one, sorted by use; none when site.yaml wants no derivatives. Reports what the
// first bytes of a file already tell: that it is not a picture, or one far too large. Such a picture is left out.
std::vector<WantedPicture> wanted_pictures(const Site& site, Diagnostics& diagnostics);

// For every post with a page that has no picture; none when site.yaml wants no cards.
std::vector<WantedCard> wanted_cards(const Site& site);

// What was made of a photo in a post, or of a portrait; null when it is shown as it is.
const Picture* find_picture(const Site& site, const SitePost& post, std::size_t photo);
const Picture* find_picture(const Site& site, const Portrait& portrait);

}  // namespace pressrum
