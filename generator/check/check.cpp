#include "check/check.hpp"

#include "base/path.hpp"
#include "model/rules.hpp"

#include <set>
#include <string_view>

namespace pressrum {

void check_unused_files(const Site& site, const Plan& plan, Diagnostics& diagnostics) {
    std::set<std::string_view> used;
    for (const PlannedFile& file : plan.files()) {
        if (const auto* of = std::get_if<subject::Asset>(&file.subject)) used.insert(site.tree->assets[of->asset].path);
    }
    // A file of a post that is not shown today is not unused; only the folders of posts that are shown can tell.
    std::set<std::string_view> shown;
    for (const SitePost& post : site.posts) {
        if (post.state == PostState::published) shown.insert(folder_of(post.source));
    }
    for (const Asset& asset : site.tree->assets) {
        const std::string_view folder = folder_of(asset.path);
        if (used.contains(asset.path)) continue;
        const bool own_folder = folder.size() > std::string_view("posts/2024/05/").size();  // a month's folder holds files of several posts
        if (own_folder && shown.contains(folder)) diagnostics.add({rule("file/unused"), {}, {asset.path}, {}, {}});
    }
}

void check(const Site& site, const Plan& plan, const std::vector<Output>& outputs, Threads threads, Diagnostics& diagnostics) {
    check_links(site, plan, outputs, threads, diagnostics);
    check_unused_files(site, plan, diagnostics);
    check_dates(site, threads, diagnostics);
    check_words(site, diagnostics);
}

}  // namespace pressrum
