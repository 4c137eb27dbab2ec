#pragma once
// What a post names: topics, areas, contacts, terms, pictures, attachments. Each reference becomes an index or a path, or a
// message with the nearest known name.

#include "base/diagnostic.hpp"
#include "link/site.hpp"

namespace pressrum {

// Fills topics, areas, contacts, photos and attachments of `post`. `folder` is where its file lies; `home` the address that
// its own files are published under (the original's, for a translation).
void resolve_references(SitePost& post, std::string_view folder, std::string_view home, const Site& site, const Topics& topics,
                        Diagnostics& diagnostics);

// Reports files that site.yaml and people.yaml name but that do not exist.
void check_site_files(const Site& site, Diagnostics& diagnostics);

// What is published at a former address, as the address of a post is written: "/2026/11/mote" → "2026/11/mote/", "/gammal.html" →
// "gammal.html".
std::string alias_address(const std::string& alias);

// The picture that ![](photo:NAME) or ![](file.jpg) means, an index into the post's photos.
std::optional<std::uint32_t> find_photo(const SitePost& post, std::string_view name);

// The name a person may write for a photo: its id, else the file's name without its extension.
std::string photo_id(const Photo& photo);

}  // namespace pressrum
