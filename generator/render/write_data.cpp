// What is published, as data for other programs: releases.json with its schema, and ninjs for newsrooms.

#include "render/write.hpp"

#include "plan/paths.hpp"
#include "render/frame.hpp"
#include "render/ninjs.hpp"
#include "render/release_body.hpp"
#include "render/release_json.hpp"
#include "render/words.hpp"

#include <algorithm>

namespace pressrum::write {

// Written release by release, so that never more than one of them is held as a tree.
void releases_data(const Renderer& renderer, const PlannedFile&, Output& out) {
    const Site& site = renderer.site;
    const Rendering in{renderer, out, 0, Renderer::Form::absolute};
    std::optional<LocalTime> updated;
    for (const SitePost& post : site.posts) {
        if (post.listed) updated = updated ? std::max(*updated, post.updated) : post.updated;
    }
    DataHead head{in.url("releases.schema.json"),
                  *site.config.title,
                  in.words().language(),
                  in.url(""),
                  organization_name(site),
                  in.written(site.config.organization.url),
                  updated ? iso_time(site, *updated) : std::string()};
    std::string text = to_json(head).dump(1);
    text.resize(text.size() - 2);  // "\n}"
    text += ",\n \"releases\": [";
    bool first = true;
    for (PostIndex p = 0; p < site.posts.size(); ++p) {
        if (!site.posts[p].listed) continue;
        const Rendering of{renderer, out, site.posts[p].language, Renderer::Form::absolute};
        text += first ? "\n" : ",\n";
        text += to_json(release_data(of, p)).dump();
        first = false;
    }
    text += first ? "]\n}\n" : "\n ]\n}\n";
    out.bytes = std::move(text);
}

void releases_schema(const Renderer& renderer, const PlannedFile& file, Output& out) {
    out.bytes = pressrum::releases_schema(renderer.absolute(file.path, out));
}

void ninjs(const Renderer& renderer, const PlannedFile&, Output& out) {
    const Site& site = renderer.site;
    const Rendering in{renderer, out, 0, Renderer::Form::absolute};
    NinjsDocument document{site.tag("feed/ninjs"),
                           feed_title(in, ""),
                           in.words().language(),
                           organization_name(site),
                           in.written(site.config.organization.url),
                           {},
                           {}};
    const std::size_t count = std::min<std::size_t>(site.listed.size(), static_cast<std::size_t>(*site.config.feeds.items));
    std::optional<LocalTime> updated;
    for (std::size_t i = 0; i < count; ++i) {
        const SitePost& post = site.posts[site.listed[i]];
        const Rendering of{renderer, out, post.language, Renderer::Form::absolute};
        document.items.push_back({release_data(of, site.listed[i]), release_feed_html(of, site.listed[i])});
        updated = updated ? std::max(*updated, post.updated) : post.updated;
    }
    if (updated) document.updated = iso_time(site, *updated);
    out.bytes = to_ninjs(document);
}

}  // namespace pressrum::write
