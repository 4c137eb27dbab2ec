#pragma once
// A person who has a new name in people.yaml, and the old one in the texts.

#include "base/diagnostic.hpp"
#include "model/document.hpp"

#include <vector>

namespace pressrum {

// When the texts of several posts agree on another name for a person, that is reported once, at the name in people.yaml, instead of at every
// statement. `found` has the findings of each post.
void tell_new_names_once(std::vector<Diagnostics>& found, const Keyed<Person>& people, Diagnostics& diagnostics);

}  // namespace pressrum
