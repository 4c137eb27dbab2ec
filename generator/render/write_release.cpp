// The page of a release, and what stands at its address when it has expired or moved.

#include "render/formats.hpp"

#include "link/kind_words.hpp"
#include "link/pictures.hpp"
#include "link/references.hpp"
#include "plan/paths.hpp"
#include "render/body_html.hpp"
#include "render/frame.hpp"
#include "render/json_ld.hpp"
#include "render/release_body.hpp"
#include "render/typeset.hpp"
#include "render/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

// Home › 2024 › May.
std::vector<Crumb> month_crumbs(const Rendering& in, const SitePost& post) {
    std::vector<Crumb> crumbs;
    const LocalTime published = *post.post.published;
    const auto add = [&](std::string title, const std::string& address) {
        if (in.renderer.plan.find(address) != nullptr) crumbs.push_back({std::move(title), address});
    };
    add(fmt::to_string(year_of(published)), year_address(year_of(published)));
    add(month_words(in.words(), year_of(published), month_of(published)), month_address(year_of(published), month_of(published)));
    return crumbs;
}

std::vector<View> speaker_views(const Rendering& in, const SitePost& post) {
    std::vector<View> views;
    std::vector<const Speaker*> met;
    for (const Statement& statement : post.statements) {
        const bool known = statement.speaker.name.empty() ||
                           std::any_of(met.begin(), met.end(), [&](const Speaker* s) { return *s == statement.speaker; });
        if (known) continue;
        met.push_back(&statement.speaker);
        views.push_back(speaker_view(in, statement.speaker, statement_language(in.site(), post, statement)));
    }
    return views;
}

std::vector<View> attachment_views(const Rendering& in, const SitePost& post) {
    std::vector<View> views;
    for (std::size_t i = 0; i < post.attachments.size(); ++i) {
        const FileUse& use = post.attachments[i];
        if (use.source.empty()) continue;
        ViewOf<kAttachmentView> view;
        const Attachment& of = post.post.attachments[i];
        view.set<"title">(prose(in, of.title)).set<"description">(prose(in, of.description)).set<"url">(in.url(use.output));
        view.set<"facts">(in.words().filled("file_facts", {std::string(file_kind(use.output)), size_words(in.words(), use.size)}));
        views.push_back(std::move(view));
    }
    return views;
}

void set_pictures(const Rendering& in, const SitePost& post, const ReleaseBody& body, ViewOf<kReleaseView>& view) {
    std::vector<View> photos, more;
    for (std::size_t i = 0; i < post.photo_count(); ++i) {
        auto photo = photo_view(in, post, i);
        if (!photo) continue;
        photos.push_back(std::move(*photo));
        const bool on_top = i == 0 && post.post.photo;
        if (on_top && !body.placed_photos[i]) {
            ViewOf<kPhotoView> lead = *photo_view(in, post, i);
            lead.set<"eager">(true);
            view.set<"photo">(std::move(lead));
        } else if (!body.placed_photos[i]) {
            more.push_back(*photo_view(in, post, i));
        }
    }
    view.set<"photos">(std::move(photos)).set<"more_photos">(std::move(more));
}

void set_events(const Rendering& in, const SitePost& post, const ReleaseBody& body, ViewOf<kReleaseView>& view) {
    std::vector<View> boxes, all;
    for (const EventIndex index : post.events) {
        const SiteEvent& event = in.site().events[index];
        all.push_back(event_box_view(in, event));
        if (!body.placed_events[event.number]) boxes.push_back(event_box_view(in, event));
    }
    view.set<"events">(std::move(boxes)).set<"all_events">(std::move(all));
}

// The way to the easy-to-read version of a release, and from it to the usual one in the same language.
void set_easy_version(const Rendering& in, const SitePost& post, ViewOf<kReleaseView>& view) {
    const std::string& language = in.words().language();
    for (const Version& version : versions_of(in.site(), post)) {
        const std::string& other = in.site().words(version.language).language();
        if (other == language || !is_same_language(other, language)) continue;
        if (is_easy(other)) view.set<"easy_version">(version_view(in, version));
        else view.set<"full_version">(version_view(in, version));
    }
}

std::string preview_words(const Rendering& in, const SitePost& post) {
    if (post.state != PostState::preview) return {};
    if (*post.post.draft) return in.words()["preview_draft"];
    return in.words().filled("preview_embargoed", {date_time_words(in.words(), *post.post.published)});
}

// The sentence that search engines and shared links show: the lead, else the beginning of the text.
std::string description_of(const SitePost& post) { return post.post.lead.given() ? *post.post.lead : to_text(post.body); }

void write_release(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const Site& site = renderer.site;
    const PostIndex index = file.about<subject::Post>().post;
    const SitePost& post = site.posts[index];
    const Rendering in{renderer, out, post.language};
    const Lexicon& words = in.words();
    ReleaseBody body = release_body(in, index);

    ViewOf<kReleaseView> view;
    view.set<"title">(typeset(*post.post.title)).set<"lead">(typeset(*post.post.lead)).set<"kind">(kind_words(words, *post.post.kind));
    view.set<"place">(post.post.place.given() ? *post.post.place : *site.config.organization.place);
    view.set<"published">(date_time_words(words, *post.post.published)).set<"datetime">(to_iso(site.zone, *post.post.published));
    if (!post.post.changes.empty())
        view.set<"updated">(date_time_words(words, post.updated)).set<"updated_datetime">(to_iso(site.zone, post.updated));
    set_easy_version(in, post, view);
    set_pictures(in, post, body, view);
    set_events(in, post, body, view);
    view.set<"body">(std::move(body.html));

    std::vector<View> change_views, contacts, links, topics, areas;
    for (const Change* change : newest_changes(post.post)) change_views.push_back(change_view(in, index, *change));
    for (const std::uint32_t contact : post.contacts) contacts.push_back(contact_view(in, contact));
    for (const Link& link : post.post.links) links.push_back(link_view(prose(in, link.title), in.written(link.url, post.address)));
    for (const std::uint32_t topic : post.topics) topics.push_back(topic_link(in, kTopicList, topic));
    for (const std::uint32_t area : post.areas) areas.push_back(topic_link(in, kAreaList, area));
    view.set<"changes">(std::move(change_views))
        .set<"changes_anchor">(site.words()["anchor_changes"])
        .set<"contacts_anchor">(site.words()["anchor_contacts"]);
    view.set<"speakers">(speaker_views(in, post)).set<"contacts">(std::move(contacts)).set<"attachments">(attachment_views(in, post));
    view.set<"links">(std::move(links))
        .set<"topics">(std::move(topics))
        .set<"areas">(std::move(areas))
        .set<"diary_number">(*post.post.diary_number);
    view.set<"related">(release_items(in, post.related, 0, post.related.size())).set<"permalink">(site.absolute(post.address));

    Frame frame;
    frame.heading = *post.post.title;
    frame.description = description_of(post);
    frame.address = post.address;
    frame.findable = post.state == PostState::published && !*post.post.unlisted;
    frame.breadcrumbs = month_crumbs(in, post);
    frame.versions = versions_of(site, post);
    frame.published = to_iso(site.zone, *post.post.published);
    frame.modified = to_iso(site.zone, post.updated);
    if (post.post.expires.given()) frame.expires = to_iso(site.zone, *post.post.expires);
    for (const std::uint32_t topic : post.topics) frame.tags.emplace_back(topic_name(site, kTopicList, topic, in.language).text);
    if (!frame.tags.empty()) frame.section = frame.tags.front();
    for (const std::uint32_t area : post.areas) frame.tags.emplace_back(topic_name(site, kAreaList, area, in.language).text);
    if (post.photo_count() > 0 && !post.photos[0].source.empty()) {
        frame.image = post.photos[0].output;
        frame.image_source = post.photos[0].source;
        frame.picture = find_picture(site, post, 0);
        frame.image_alt = post.photo(0).alt->empty() ? *post.post.title : *post.photo(0).alt;
    }
    frame.card = site.pictures.card(index);
    frame.json_ld = release_json_ld(in, index);
    frame.preview = preview_words(in, post);
    write_page(in, layout_name(post.post.layout, "release", renderer.layouts), view, std::move(frame));
}

void write_tombstone(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const SitePost& post = renderer.site.posts[file.about<subject::Post>().post];
    const Rendering in{renderer, out, post.language};
    const Lexicon& words = in.words();
    ViewOf<kExpiredView> view;
    view.set<"title">(*post.post.title).set<"contacts">(press_contacts(in));
    view.set<"text">(
        words.filled("expired_text", {date_time_words(words, *post.post.expires), date_words(words, date_of(*post.post.published))}));
    Frame frame;
    frame.heading = words["expired_title"];
    frame.description =
        words.filled("expired_text", {date_time_words(words, *post.post.expires), date_words(words, date_of(*post.post.published))});
    frame.address = post.address;
    frame.findable = !*post.post.unlisted;  // whoever searches for the old advice is told that it no longer holds
    frame.json_ld = tombstone_json_ld(in, file.about<subject::Post>().post);
    write_page(in, "expired", view, std::move(frame));
}

void write_alias(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const SitePost& post = renderer.site.posts[file.about<subject::Alias>().post];
    const Rendering in{renderer, out, post.language};
    ViewOf<kRedirectView> view;
    view.set<"target_url">(in.url(post.address))
        .set<"target_address">(renderer.site.absolute(post.address))
        .set<"target_title">(*post.post.title);
    Frame frame;
    frame.heading = in.words()["redirect_title"];
    frame.address = post.address;
    frame.findable = false;
    frame.refresh_url = in.url(post.address);
    write_page(in, "redirect", view, std::move(frame));
}

// "site/pages/om.en.md" → "site/pages/om": the same page in each of its languages.
std::string_view name_of_page(const SitePage& page) { return std::string_view(page.source).substr(0, page.source.find('.')); }

void write_standalone_page(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const SitePage& page = renderer.site.pages[file.about<subject::Page>().page];
    const Rendering in{renderer, out, page.language};
    BodyHtmlOptions options;
    options.address = [&](std::string_view target, Span at) { return renderer.written(target, page.address, in.form, out, at); };
    options.table_label = in.words()["table_region"];
    ViewOf<kPageView> view;
    view.set<"title">(*page.page.title).set<"body">(to_html(page.body, options));
    Frame frame;
    frame.heading = *page.page.title;
    frame.description = page.page.description.given() ? *page.page.description : to_text(page.body);
    frame.address = page.address;
    for (const SitePage& other : renderer.site.pages) {
        if (name_of_page(other) == name_of_page(page)) frame.versions.push_back({other.language, other.address, *other.page.title});
    }
    frame.json_ld = page_json_ld(in, frame.heading, page.address);
    write_page(in, layout_name(page.page.layout, "page", renderer.layouts), view, std::move(frame));
}

// Which files there are.

void plan_releases(const Site& of, const Format& self, Plan& plan) {
    for (PostIndex p = 0; p < of.posts.size(); ++p) {
        if (of.posts[p].state != PostState::tombstone) plan.add(output_file(of.posts[p].address), self, subject::Post{p});
    }
}

void plan_tombstones(const Site& of, const Format& self, Plan& plan) {
    for (PostIndex p = 0; p < of.posts.size(); ++p) {
        if (of.posts[p].state == PostState::tombstone) plan.add(output_file(of.posts[p].address), self, subject::Post{p});
    }
}

void plan_aliases(const Site& of, const Format& self, Plan& plan) {
    for (PostIndex p = 0; p < of.posts.size(); ++p) {
        const auto& all = of.posts[p].post.aliases;
        for (std::uint32_t i = 0; i < all.size(); ++i) plan.add(output_file(alias_address(*all[i])), self, subject::Alias{p, i});
    }
}

void plan_pages(const Site& of, const Format& self, Plan& plan) {
    for (std::uint32_t i = 0; i < of.pages.size(); ++i) plan.add(output_file(of.pages[i].address), self, subject::Page{i});
}

constexpr Format kRows[] = {
    {"release",
     "/YYYY/MM/SLUG/",
     kHtml,
     Turn::page,
     {"ett inlägg", "a release"},
     {"inlägget, dess andra språk, personer, närliggande inlägg", "the post, its other languages, people, related posts"},
     plan_releases,
     write_release},
    {"expired",
     "/YYYY/MM/SLUG/",
     kHtml,
     Turn::page,
     {"sidan som står kvar efter ett utgånget inlägg", "what stays at the address of an expired release"},
     {"inlägget", "the post"},
     plan_tombstones,
     write_tombstone},
    {"redirect",
     "/ALIAS/",
     kHtml,
     Turn::page,
     {"en tidigare adress som leder vidare", "a former address that leads on"},
     {"inlägget", "the post"},
     plan_aliases,
     write_alias},
    {"page",
     "/NAME/",
     kHtml,
     Turn::page,
     {"en fristående sida", "a standalone page"},
     {"sidans fil", "the page's file"},
     plan_pages,
     write_standalone_page},
};

}  // namespace

const std::span<const Format> kReleaseFormats = kRows;

}  // namespace pressrum
