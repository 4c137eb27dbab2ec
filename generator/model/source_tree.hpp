#pragma once
// What the load stage found: which files there are, what each is for, and the bytes of those that are text.

#include "base/digest.hpp"
#include "base/source.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pressrum {

// A file that is carried over as it is: a picture, an attachment, a style sheet. Its bytes stay on the disk.
struct Asset {
    std::string path;  // as in messages and references: posts/2024/05/torget.jpg, site/assets/logo.svg, layouts/assets/style.css
    std::string file;  // where the publisher finds it
    std::uint64_t size = 0;
    Sha256 digest{};
    std::uint32_t width = 0;  // pixels as shown (orientation applied); 0: not a picture, or one of unknown size
    std::uint32_t height = 0;
};

// All lists are sorted by path, so that nothing depends on the order in which a folder was read.
struct SourceTree {
    Sources sources;
    std::optional<FileId> site, people, topics;           // site/site.yaml, site/people.yaml, site/topics.yaml
    std::vector<std::pair<std::string, FileId>> strings;  // language → site/strings/LANGUAGE.yaml
    std::vector<FileId> posts;                            // posts/YYYY/MM/…
    std::vector<FileId> pages;                            // site/pages/*.md
    std::vector<FileId> layouts;                          // layouts/*.mustache, or those of the same name in site/layouts/
    std::vector<FileId> partials;                         // layouts/partials/*.mustache, likewise
    std::vector<Asset> assets;

    const Asset* find_asset(std::string_view path) const;
};

}  // namespace pressrum
