// What is published, as data for other programs: an index of years and a file for each, with their schema, and ninjs for newsrooms.

#include "render/formats.hpp"

#include "plan/paths.hpp"
#include "plan/years.hpp"
#include "render/frame.hpp"
#include "render/json_text.hpp"
#include "render/lined_json.hpp"
#include "render/ninjs.hpp"
#include "render/release_body.hpp"
#include "render/release_json.hpp"
#include "render/words.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

namespace pressrum {
namespace {

using Posts = std::span<const PostIndex>;

// The newest time of some releases; empty: there are none.
std::string updated_at(const Site& site, Posts posts) {
    std::optional<LocalTime> newest;
    for (const PostIndex post : posts) newest = newest ? std::max(*newest, site.posts[post].updated) : site.posts[post].updated;
    return newest ? to_iso(site.zone, *newest) : std::string();
}

OrderedJson data_head(const Rendering& in, Posts posts) {
    const Site& site = in.site();
    return to_json(DataHead{in.url("releases.schema.json"), *site.config.title, in.words().language(), in.url(""), organization_name(site),
                            in.written(site.config.organization.url), updated_at(site, posts)});
}

void write_releases_index(const Renderer& renderer, const PlannedFile&, Output& out) {
    const Site& site = renderer.site;
    const Rendering in{renderer, out, 0, Renderer::Form::absolute};
    const std::vector<PostIndex> all = all_listed(site);
    OrderedJson index = data_head(in, all);
    index["years"] = OrderedJson::array();
    for (const YearOfPosts& each : by_year(site, all)) {
        index["years"].push_back(to_json(DataYear{static_cast<std::uint64_t>(each.year), in.url(releases_address(each.year)), each.size(),
                                                  updated_at(site, Posts(all).subspan(each.begin, each.size()))}));
    }
    out.bytes = to_json_lines(index, 1) + "\n";
}

void write_releases_of_year(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const Site& site = renderer.site;
    const Rendering in{renderer, out, 0, Renderer::Form::absolute};
    const int year = file.about<subject::Year>().year;
    const std::vector<PostIndex> posts = listed_in_year(site, year);
    OrderedJson head = data_head(in, posts);
    head["year"] = year;
    LinedJson document(to_json_lines(head, 1));
    document.begin_list("releases");
    for (const PostIndex post : posts) {
        const Rendering of_release{renderer, out, site.posts[post].language, Renderer::Form::absolute};
        document.add(to_json_line(to_json(release_data(of_release, post))));
    }
    document.end_list();
    out.bytes = std::move(document).finish();
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

void plan_releases_index(const Site&, const Format& self, Plan& plan) { plan.add_one(self, "releases.json"); }
void plan_releases_of_year(const Site& of, const Format& self, Plan& plan) {
    for (const YearOfPosts& each : by_year(of, all_listed(of))) plan.add(releases_address(each.year), self, subject::Year{each.year});
}
void plan_releases_schema(const Site&, const Format& self, Plan& plan) { plan.add_one(self, "releases.schema.json"); }
void plan_ninjs(const Site&, const Format& self, Plan& plan) { plan.add_one(self, "ninjs.json"); }

constexpr Format kRows[] = {
    {"releases",
     "/releases.json",
     "application/json",
     Turn::feed,
     {"förteckning över datafilerna, en för varje år", "index of the data files, one for each year"},
     {"alla inlägg", "all posts"},
     plan_releases_index,
     write_releases_index},
    {"releases-year",
     "/releases/YYYY.json",
     "application/json",
     Turn::page,
     {"ett års inlägg som data", "the releases of a year as data"},
     {"årets inlägg", "the posts of the year"},
     plan_releases_of_year,
     write_releases_of_year},
    {"releases-schema",
     "/releases.schema.json",
     "application/schema+json",
     Turn::asset,
     {"JSON Schema för datafilerna", "JSON Schema of the data files"},
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
