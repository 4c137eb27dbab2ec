#include "plan/shown_files.hpp"

#include "plan/paths.hpp"

#include <algorithm>

namespace pressrum {
namespace {

constexpr std::string_view kAssets = "assets/";
constexpr std::string_view kPhotos = "assets/photos/";

class Collector {
public:
    explicit Collector(const Site& site) : site_(site) {}

    void add(const FileUse& file) {
        if (!file.source.empty()) shown_.emplace(file.output, file.source);
    }
    // A path below site/: what is not there is reported elsewhere.
    void add_site_file(const std::string& path) {
        const std::string source = "site/" + path;
        if (site_.tree->find_asset(source) != nullptr) shown_.emplace(asset_address(site_, path.substr(kAssets.size())), source);
    }
    // A link that an editor wrote.
    void add_target(std::string_view target) {
        if (target.empty()) return;
        target = own_path(site_, target);
        if (!target.starts_with('/')) return;
        target = target.substr(1, target.find_first_of("?#") - 1);
        if (target.starts_with(kAssets)) add_site_file(std::string(target));
    }
    void add_body(const Body& body) {
        for (const Node& node : body.nodes()) add_target(body.target(node));
    }
    void add_post(const SitePost& post) {
        for (const std::vector<FileUse>* files : {&post.photos, &post.attachments}) {
            for (const FileUse& file : *files) add(file);
        }
        add_body(post.body);
        for (const Link& link : post.post.links) add_target(*link.url);
    }
    void add_portrait(std::uint32_t person) {
        const auto& portrait = site_.people[person].second.portrait;
        if (portrait) add_site_file(std::string(kPhotos) + *portrait->src);
    }
    // What stands in a layout as it is.
    void add_layout(std::string_view text) {
        for (std::size_t at = text.find(kPhotos); at != text.npos; at = text.find(kPhotos, at + 1)) {
            add_site_file(std::string(text.substr(at, text.find_first_of("\"' )\n", at) - at)));
        }
    }
    ShownFiles take() { return std::move(shown_); }

private:
    const Site& site_;
    ShownFiles shown_;
};

}  // namespace

ShownFiles shown_files(const Site& site, Showing by) {
    note_read(Part::everything);
    Collector shown(site);
    for (const SitePost& post : site.posts) {
        if (post.state != PostState::tombstone && (by == Showing::everything || !*post.post.unlisted)) shown.add_post(post);
    }
    for (const SitePage& page : site.pages) shown.add_body(page.body);
    shown.add_body(site.about);
    for (const Body& about : site.translated_about) shown.add_body(about);
    if (by == Showing::listed) {
        for (const PersonNode& node : site.speakers) shown.add_portrait(node.person);
    } else {
        for (std::uint32_t person = 0; person < site.people.size(); ++person) {
            if (site.speaking[person]) shown.add_portrait(person);
        }
    }
    for (const Text* own : {&site.config.organization.logo, &site.config.icon, &site.config.share_image}) {
        if (own->given()) shown.add_site_file(std::string(kAssets) + **own);
    }
    for (FileId file = 0; file < site.tree->sources.size(); ++file) {
        const SourceFile& source = site.tree->sources[file];
        if (source.path.ends_with(".mustache")) shown.add_layout(source.text);
    }
    return shown.take();
}

bool is_always_public(const Site& site, std::string_view source) {
    return source.starts_with("site/assets/") && !source.starts_with("site/assets/photos/") && !site.withheld_files.contains(source);
}

UnlistedFiles::UnlistedFiles(const Site& site) : site_(site) {
    any_ = std::any_of(site.posts.begin(), site.posts.end(), [](const SitePost& post) { return *post.post.unlisted; });
    if (!any_) return;
    for (auto& [output, source] : shown_files(site, Showing::listed)) listed_.insert(source);
}

bool UnlistedFiles::has(const PlannedFile& file) const {
    if (!any_) return false;
    const auto only_unlisted = [&](std::string_view source) {
        return !listed_.contains(source) && !source.starts_with("layouts/") && !is_always_public(site_, source);
    };
    return std::visit(Answers{[&](const OneOf<subject::Post, subject::Alias, subject::Card> auto& of) { return is_unlisted(of.post); },
                              [&](const subject::Event& of) { return is_unlisted(site_.events[of.event].post); },
                              [&](const subject::Asset& of) { return only_unlisted(site_.tree->assets[of.asset].path); },
                              [&](const subject::Derivative& of) { return only_unlisted(site_.pictures.all[of.picture].source); },
                              [](const OneOf<subject::WholeSite, subject::Corrections, subject::Language, subject::Page, subject::Year,
                                             subject::Month, subject::TopicList, subject::Topic, subject::TopicYear, subject::Person,
                                             subject::PersonYear, subject::EventsYear> auto&) { return false; }},
                      file.subject);
}

}  // namespace pressrum
