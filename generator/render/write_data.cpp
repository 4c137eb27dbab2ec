// What is published, as data for other programs: releases.json with its schema, and ninjs for newsrooms.

#include "render/formats.hpp"

#include "plan/paths.hpp"
#include "render/frame.hpp"
#include "render/ninjs.hpp"
#include "render/release_body.hpp"
#include "render/release_json.hpp"
#include "render/words.hpp"

#include <algorithm>

namespace pressrum {
namespace {

// Written release by release, so that never more than one of them is held as a tree.
void write_releases_data(const Renderer& renderer, const PlannedFile&, Output& out) {
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
                  updated ? to_iso(site.zone, *updated) : std::string()};
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

void write_releases_schema(const Renderer& renderer, const PlannedFile& file, Output& out) {
    out.bytes = pressrum::releases_schema(renderer.absolute(file.path, out));
}

void write_ninjs(const Renderer& renderer, const PlannedFile&, Output& out) {
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
    if (updated) document.updated = to_iso(site.zone, *updated);
    out.bytes = to_ninjs(document);
}

// Which files there are.

void plan_releases_data(const Site&, const Format& self, Plan& plan) { plan.add_one(self, "releases.json"); }
void plan_releases_schema(const Site&, const Format& self, Plan& plan) { plan.add_one(self, "releases.schema.json"); }
void plan_ninjs(const Site&, const Format& self, Plan& plan) { plan.add_one(self, "ninjs.json"); }

constexpr Format kRows[] = {
    {"releases",
     "/releases.json",
     "application/json",
     Turn::feed,
     {"allt som är publicerat och listas, som data", "everything that is published and listed, as data"},
     {"alla inlägg", "all posts"},
     plan_releases_data,
     write_releases_data},
    {"releases-schema",
     "/releases.schema.json",
     "application/schema+json",
     Turn::asset,
     {"JSON Schema för releases.json", "JSON Schema of releases.json"},
     {"webbplatsens adress", "the site's address"},
     plan_releases_schema,
     write_releases_schema},
    {"ninjs",
     "/ninjs.json",
     "application/json",
     Turn::feed,
     {"de nyaste inläggen för redaktionssystem (IPTC ninjs 2.2)", "the newest posts for newsrooms' systems (IPTC ninjs 2.2)"},
     {"de nyaste inläggen", "the newest posts"},
     plan_ninjs,
     write_ninjs},
};

}  // namespace

const std::span<const Format> kDataFormats = kRows;

}  // namespace pressrum
