#pragma once
// What site.yaml says, read on its own: for commands and messages that do not need the whole press room.

#include "base/diagnostic.hpp"
#include "cli/console.hpp"
#include "model/config.hpp"
#include "model/source_tree.hpp"

#include <optional>
#include <string>

namespace pressrum {

struct SiteSettings {
    Sources sources;  // what findings point into
    Diagnostics diagnostics;
    SiteConfig config;  // filled as far as it could be read
    bool sound = false;
};

SiteSettings read_site_settings(const std::string& site_folder);

// The language of messages for a site: Swedish for a Swedish one and for one that does not say, English for all others.
MessageLanguage language_for(const SiteConfig& config);

}  // namespace pressrum
