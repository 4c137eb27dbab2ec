// The feeds of the site, a language, a topic, an area, a person, and of the corrections: the same Feed in three forms. Those of the site and
// of each language go back to their beginning (RFC 5005): the current document holds what the archives of past months do not.

#include "render/formats.hpp"

#include "base/escape.hpp"
#include "base/path.hpp"
#include "link/pictures.hpp"
#include "plan/paths.hpp"
#include "render/feeds/feed.hpp"
#include "render/frame.hpp"
#include "render/release_body.hpp"
#include "render/views.hpp"
#include "render/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

namespace pressrum {
namespace {

// Only JSON Feed has it.
enum class WithData { no, yes };

FeedImage feed_image(const Rendering& in, const SitePost& post, std::size_t number) {
    const Photo& photo = post.photo(number);
    const FileUse& use = post.photos[number];
    // A reader on a phone fetches it for every item: not the original, when there is something smaller.
    const Picture* picture = find_picture(in.site(), post, number);
    if (const Derivative* smaller = picture == nullptr ? nullptr : find_jpeg(*picture, kDerivativeWidths.back()))
        return {in.url(derivative_address(*picture, *smaller)),
                std::string(row_of(smaller->kind).media_type),
                *photo.alt,
                *photo.credit,
                *photo.caption,
                smaller->size};
    return {in.url(use.output), media_type_of(use.output), *photo.alt, *photo.credit, *photo.caption, use.size};
}

FeedItem feed_item(const Rendering& in, PostIndex index, WithData with_data) {
    const Site& site = in.site();
    const SitePost& post = site.posts[index];
    FeedItem item;
    item.id = site.tag("post/" + post.id);
    item.url = in.url(post.address);
    item.title = status_title(in.words(), post.post);  // a reader that shows titles alone must not hide that a meeting is off
    item.summary = *post.post.lead;
    item.content = release_feed_html(in, index);
    item.published = *post.post.published;
    item.updated = post.updated;
    item.published_offset = site.zone.offset_at(item.published);
    item.updated_offset = site.zone.offset_at(item.updated);
    item.language = site.words(post).language();
    item.authors = {std::string(organization_name(site, in.language).text)};
    for (const std::uint32_t topic : post.topics) item.categories.emplace_back(topic_name(site, kTopicList, topic, in.language).text);
    for (const std::uint32_t area : post.areas) item.categories.emplace_back(topic_name(site, kAreaList, area, in.language).text);
    for (std::size_t i = 0; i < post.photo_count(); ++i) {
        if (!post.photos[i].source.empty()) item.images.push_back(feed_image(in, post, i));
    }
    if (with_data == WithData::yes) item.data = release_data(in, index);
    return item;
}

// A correction is an item of its own: whoever has used the release is told, even when the release is old.
FeedItem change_item(const Rendering& in, const ChangeRef& ref) {
    const Site& site = in.site();
    const SitePost& post = site.posts[ref.post];
    const Change& change = post.post.changes[ref.change];
    const std::string kind = change_kind(in.words(), *change.kind);
    FeedItem item;
    item.id = site.tag(fmt::format("change/{}/{}", post.id, to_iso(*change.at_time)));  // within a post, each has a minute of its own
    item.url = in.url(post.address + "#" + site.words()["anchor_changes"]);
    item.title = fmt::format("{}: {}", kind, *post.post.title);
    item.summary = *change.note;
    item.content = fmt::format("<p>{}</p>\n<p><a href=\"{}\">{}</a></p>\n", to_html(*change.note), to_html(in.url(post.address)),
                               to_html(*post.post.title));
    item.published = item.updated = *change.at_time;
    item.published_offset = item.updated_offset = site.zone.offset_at(*change.at_time);
    item.language = site.words(post).language();
    item.authors = {organization_name(site)};
    item.categories = {kind};
    return item;
}

// What a feed is of: its folder, its name, its releases.
struct FeedOf {
    std::string folder, name, description, id;
    const std::vector<PostIndex>* posts;  // null: the corrections
    std::uint32_t language = 0;
    std::size_t begin = 0, end = 0;  // of the posts, when it is spread over several documents; end 0: the newest
};

// A month gets an archive of the feeds when it has passed, so that nothing new is published in it.
bool is_over(const Site& of, const ArchiveMonth& month) {
    const auto first_day = std::chrono::year(month.year) / std::chrono::month(month.month) / 1;
    return of.clock.has_come(midnight(Date(first_day + std::chrono::months(1))));
}

// The months with an archive of their own begin here: newest first, to the end of Site::months_in the language.
auto first_archive(const Site& site, std::uint32_t language) {
    const std::vector<ArchiveMonth>& months = site.months_in(language);
    return std::find_if(months.begin(), months.end(), [&](const ArchiveMonth& month) { return is_over(site, month); });
}

FeedOf site_feed(const Site& site, std::uint32_t language) {
    const std::vector<PostIndex>& listed = site.listed_in(language);
    // Releases that no archive holds must stand here, however many they are.
    const auto archive = first_archive(site, language);
    const std::size_t open = archive == site.months_in(language).end() ? listed.size() : archive->begin;
    const std::size_t end = std::max(open, std::min(listed.size(), static_cast<std::size_t>(*site.config.feeds.items)));
    return {home_address(site, language),
            "",
            std::string(site_description(site, language).text),
            language == 0 ? "site" : "site/" + site.languages[language].language(),
            &listed,
            language,
            0,
            end};
}

auto archive_of(const Site& site, const subject::Month& of) {
    auto month = first_archive(site, of.language);
    while (month->year != of.year || month->month != of.month) ++month;
    return month;
}

FeedOf month_feed(const Site& site, const subject::Month& wanted) {
    FeedOf of = site_feed(site, wanted.language);
    const ArchiveMonth& month = *archive_of(site, wanted);
    of.begin = month.begin;
    of.end = month.end;
    return of;
}

FeedOf topic_feed(const Site& site, const subject::Topic& of) {
    const TopicNode& node = site.topics[of.list][of.topic];
    const bool area = of.list == kAreaList;
    const std::string description = node.topic.description.given() ? *node.topic.description
                                                                   : site.words().filled(area ? "area_description" : "topic_description",
                                                                                         {organization_name(site), *node.topic.name});
    return {topic_address(site, of.list, of.topic), *node.topic.name, description, (area ? "area/" : "topic/") + node.key, &node.posts, 0};
}

FeedOf person_feed(const Site& site, const subject::Person& of) {
    const PersonNode& node = site.speakers[of.speaker];
    const auto& [key, person] = site.people[node.person];
    return {person_address(site, node.person),
            *person.name,
            site.words().filled("releases_with_person", {*person.name}),
            "person/" + *key,
            &node.posts,
            0};
}

FeedOf corrections_feed(const Site& site) {
    const Lexicon& words = site.words();
    return {corrections_address(site), words["corrections"], words["corrections_intro"], "corrections", nullptr, 0};
}

FeedOf feed_of(const Site& site, const Subject& subject) {
    if (const auto* of = std::get_if<subject::Topic>(&subject)) return topic_feed(site, *of);
    if (const auto* of = std::get_if<subject::Person>(&subject)) return person_feed(site, *of);
    if (const auto* of = std::get_if<subject::Month>(&subject)) return month_feed(site, *of);
    if (is_about<subject::Corrections>(subject)) return corrections_feed(site);
    return site_feed(site, std::get<subject::Language>(subject).language);
}

// The newest items, as many as site.yaml wants, or those of its stretch of time.
std::vector<FeedItem> items_of(const Renderer& renderer, const FeedOf& of, WithData with_data, Output& out) {
    const Site& site = renderer.site;
    const auto in = [&](PostIndex post) {
        return Rendering{renderer, out, of.language == 0 ? site.posts[post].language : of.language, Renderer::Form::absolute};
    };
    const std::size_t newest = std::min<std::size_t>(of.posts == nullptr ? site.corrections.size() : of.posts->size(),
                                                     static_cast<std::size_t>(*site.config.feeds.items));
    std::vector<FeedItem> items;
    for (std::size_t i = of.begin; i < (of.end == 0 ? newest : of.end); ++i) {
        items.push_back(of.posts == nullptr ? change_item(in(site.corrections[i].post), site.corrections[i])
                                            : feed_item(in((*of.posts)[i]), (*of.posts)[i], with_data));
    }
    return items;
}

// The document's place among those of the same feed; `form` is the file's name. An archive names nothing that comes after it but the
// feed itself: its bytes stay the same when news is added.
void place_in_time(const Rendering& in, const Subject& subject, const std::string& form, Feed& feed) {
    const Site& site = in.site();
    const auto* archive = std::get_if<subject::Month>(&subject);
    if (archive == nullptr && !is_about<subject::Language>(subject)) return;
    const std::uint32_t language = archive != nullptr ? archive->language : std::get<subject::Language>(subject).language;
    if (archive != nullptr) feed.current = in.url(home_address(site, language) + form);
    const auto before = archive != nullptr ? archive_of(site, *archive) + 1 : first_archive(site, language);
    if (before != site.months_in(language).end()) feed.previous = in.url(archive_address(site, *before, language) + form);
}

// The forms of a feed, by the names of their files.
struct Form {
    std::string_view file;
    std::string (*text)(const Feed& feed);
    WithData with_data;
};
constexpr Form kForms[] = {
    {"rss.xml", to_rss, WithData::no}, {"atom.xml", to_atom, WithData::no}, {"feed.json", to_json_feed, WithData::yes}};

const Form& form_of(const PlannedFile& file) {
    return *std::find_if(std::begin(kForms), std::end(kForms), [&](const Form& form) { return form.file == file_name_of(file.path); });
}

// The feed in the form of `file`, with items that are made already.
Feed make_feed(const Renderer& renderer, const PlannedFile& file, const FeedOf& of, std::vector<FeedItem> items, Output& out) {
    const Site& site = renderer.site;
    const Form& form = form_of(file);
    const Rendering in{renderer, out, of.language, Renderer::Form::absolute};
    Feed feed;
    feed.id = site.tag("feed/" + of.id);
    feed.title = feed_title(in, of.name);
    feed.description = of.description.empty() ? feed.title : of.description;
    feed.url = in.url(of.folder);
    feed.self = in.url(file.path);
    feed.language = in.words().language();
    feed.author = organization_name(site, of.language).text;
    if (site.config.icon.given()) feed.icon = in.url("assets/" + *site.config.icon);
    // A feed without items has a time all the same (RFC 4287 asks for one): the year of the site's permanent ids.
    feed.updated = midnight(*parse_iso_date(site.authority.substr(site.authority.find(',') + 1) + "-01-01"));
    if (form.with_data == WithData::no) place_in_time(in, file.subject, std::string(form.file), feed);
    if (feed.current.empty()) feed.hub = *site.config.feeds.hub;  // nobody waits for news of what is over
    if (form.with_data == WithData::yes) {
        feed.about = in.url(subscribe_address(site) + "#" + site.words()["anchor_data"]);
        feed.releases = in.url("releases.json");
        if (const std::string calendar = calendar_address(site, of.folder); renderer.plan.find(calendar) != nullptr)
            feed.calendar = in.url(calendar);
    } else {
        feed.style = in.url(feed_style_address(site, of.language));
    }
    feed.items = std::move(items);
    for (const FeedItem& item : feed.items) feed.updated = std::max(feed.updated, item.updated);
    feed.updated_offset = site.zone.offset_at(feed.updated);
    return feed;
}

// All forms of one feed, with the same items: they are made once, and what they link to counts as the first form's.
void write_feed_forms(const Renderer& renderer, std::span<const FileInMaking> forms) {
    const FeedOf of = feed_of(renderer.site, forms.front().file->subject);
    const bool with_data =
        std::any_of(forms.begin(), forms.end(), [](const FileInMaking& each) { return form_of(*each.file).with_data == WithData::yes; });
    std::vector<FeedItem> items = items_of(renderer, of, with_data ? WithData::yes : WithData::no, *forms.front().out);
    for (const FileInMaking& each : forms) {
        Feed feed = make_feed(renderer, *each.file, of, std::move(items), *each.out);
        each.out->bytes = form_of(*each.file).text(feed);
        items = std::move(feed.items);
    }
}

void write_feed(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const FileInMaking alone{&file, &out};
    write_feed_forms(renderer, {&alone, 1});
}

// Which files there are.

// The same feed in the folder of the site, of each further language, of each topic, area and person, and of the corrections.
void plan_feeds(const Site& of, const Format& self, Plan& plan, std::string_view file) {
    for (std::uint32_t l = 0; l < of.languages.size(); ++l) plan.add(home_address(of, l) + std::string(file), self, subject::Language{l});
    for (std::uint32_t list = 0; list < of.topics.size(); ++list) {
        for (std::uint32_t t = 0; t < of.topics[list].size(); ++t)
            plan.add(topic_address(of, list, t) + std::string(file), self, subject::Topic{list, t});
    }
    for (std::uint32_t i = 0; i < of.speakers.size(); ++i)
        plan.add(person_address(of, of.speakers[i].person) + std::string(file), self, subject::Person{i});
    plan.add(corrections_address(of) + std::string(file), self, subject::Corrections{});
}

void plan_archives(const Site& of, const Format& self, Plan& plan, std::string_view file) {
    for (std::uint32_t l = 0; l < of.languages.size(); ++l) {
        for (const ArchiveMonth& each : of.months_in(l)) {
            if (is_over(of, each))
                plan.add(archive_address(of, each, l) + std::string(file), self, subject::Month{l, each.year, each.month});
        }
    }
}

void plan_rss(const Site& of, const Format& self, Plan& plan) { plan_feeds(of, self, plan, "rss.xml"); }
void plan_atom(const Site& of, const Format& self, Plan& plan) { plan_feeds(of, self, plan, "atom.xml"); }
void plan_json_feed(const Site& of, const Format& self, Plan& plan) { plan_feeds(of, self, plan, "feed.json"); }
void plan_rss_archives(const Site& of, const Format& self, Plan& plan) { plan_archives(of, self, plan, "rss.xml"); }
void plan_atom_archives(const Site& of, const Format& self, Plan& plan) { plan_archives(of, self, plan, "atom.xml"); }

constexpr Format kRows[] = {
    {"rss",
     "/…/rss.xml",
     "application/rss+xml",
     Turn::feed,
     {"RSS 2.0 för webbplatsen, varje språk, ämne, område och person, och för rättelserna",
      "RSS 2.0 of the site, each language, topic, area and person, and of the corrections"},
     {"de nyaste inläggen, eller ändringarna i alla inlägg", "the newest posts, or the changes of all posts"},
     plan_rss,
     write_feed,
     write_feed_forms},
    {"atom",
     "/…/atom.xml",
     "application/atom+xml",
     Turn::feed,
     {"samma som Atom (RFC 4287)", "the same as Atom (RFC 4287)"},
     {"som RSS", "as RSS"},
     plan_atom,
     write_feed,
     write_feed_forms},
    {"json-feed",
     "/…/feed.json",
     "application/feed+json",
     Turn::feed,
     {"samma som JSON Feed 1.1", "the same as JSON Feed 1.1"},
     {"som RSS", "as RSS"},
     plan_json_feed,
     write_feed,
     write_feed_forms},
    {"rss-archive",
     "/…/YYYY/MM/rss.xml",
     "application/rss+xml",
     Turn::page,
     {"äldre delar av webbplatsens och varje språks flöde (RFC 5005), en för varje månad som är slut",
      "older parts of the feeds of the site and of each language (RFC 5005), one for each month that is over"},
     {"månadens inlägg och månaden före", "the posts of the month and the month before it"},
     plan_rss_archives,
     write_feed,
     write_feed_forms},
    {"atom-archive",
     "/…/YYYY/MM/atom.xml",
     "application/atom+xml",
     Turn::page,
     {"samma som Atom", "the same as Atom"},
     {"som rss-archive", "as rss-archive"},
     plan_atom_archives,
     write_feed,
     write_feed_forms},
};

}  // namespace

const std::span<const Format> kFeedFormats = kRows;

}  // namespace pressrum
