#pragma once
// Lines about pictures: "Foto: Maria Ek", "Bilden: Torget. Foto: Maria Ek", "Torget i kväll. Foto: Maria Ek".

#include "import/draft.hpp"
#include "import/labels.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pressrum {

// True when the line is about a picture; it stands in `photos` then. `label` is what find_label says of the line. A caption and a
// credit on lines of their own, one after the other, are one picture.
bool take_photo(const std::string& line, const std::optional<Labelled>& label, std::vector<ProposedPhoto>& photos);

}  // namespace pressrum
