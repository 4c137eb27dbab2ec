#pragma once
// The languages of a site: the words of each, and a check that its files use no others.

#include "base/diagnostic.hpp"
#include "link/site.hpp"

namespace pressrum {

// Fills Site::languages from site.yaml and site/strings. False: a language lacks some of its words, or a file of words is faulty (reported);
// no page can be written then.
bool link_languages(Site& site, const Keyed<Keyed<Text>>& strings, Diagnostics& diagnostics);

// Reports what site.yaml, people.yaml and topics.yaml say in languages that the site does not have. Needs Site::people.
void check_languages(const Site& site, const Topics& topics, Diagnostics& diagnostics);

}  // namespace pressrum
