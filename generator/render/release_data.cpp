#include "render/release_data.hpp"

#include "link/events.hpp"
#include "model/names.hpp"
#include "plan/paths.hpp"
#include "render/body_html.hpp"
#include "render/views.hpp"
#include "render/words.hpp"

#include <algorithm>

namespace pressrum {
namespace {

std::vector<TopicData> topics_data(const Rendering& in, std::size_t list, const std::vector<std::uint32_t>& of) {
    std::vector<TopicData> all;
    for (const std::uint32_t topic : of)
        all.push_back({in.site().topics[list][topic].key, std::string(topic_name(in.site(), list, topic, in.language).text),
                       in.url(topic_address(in.site(), list, topic))});
    return all;
}

StatementData statement_data(const Rendering& in, const SitePost& post, const Statement& statement) {
    StatementData data{statement.id,
                       in.url(post.address + "#" + statement_anchor(in.site(), statement)),
                       statement.words,
                       statement.speaker.name,
                       std::string(role_name(in.site(), statement.speaker, in.language, in.language).text),
                       statement.speaker.party,
                       statement.speaker.organization,
                       {}};
    if (statement.speaker.person == kNone) return data;
    const std::string page = person_address(in.site(), statement.speaker.person);
    if (in.renderer.plan.find(page) != nullptr) data.person = in.url(page);
    return data;
}

ChangedTimeData changed_time(const Site& site, const Event& of, const Occurrence& each) {
    ChangedTimeData data{to_iso(site.zone, each.planned), std::string(name_of(each.status)), {}, {}, {}, {}, {}};
    if (const Text* note = each.note(of)) data.note = **note;
    if (each.status == EventStatus::cancelled) return data;
    data.start = to_iso(site.zone, each.start);
    if (each.end) data.end = to_iso(site.zone, *each.end);
    if (const MovedTime* place = each.other_place(of)) data.location = *place->location, data.street_address = *place->address;
    return data;
}

EventData event_data(const Rendering& in, const SitePost& post, const SiteEvent& placed) {
    const Site& site = in.site();
    const Event& of = post.post.events[placed.number];
    EventData data;
    data.id = *of.id;
    data.uid = placed.uid;
    data.title = *of.title;
    const Occurrence told = told_event(placed, of);
    data.status = name_of(told.status);
    data.start = to_iso(site.zone, told.start);
    if (told.end) data.end = to_iso(site.zone, *told.end);
    if (told.previous) data.previous_start = to_iso(site.zone, *told.previous);
    if (of.repeat) {
        for (const Occurrence& each : placed.occurrences) {
            if (each.status != EventStatus::cancelled) data.occurrences.push_back(to_iso(site.zone, each.start));
            if (each.own()) data.changed_times.push_back(changed_time(site, of, each));
        }
    }
    const MovedTime* elsewhere = told.other_place(of);
    data.location = elsewhere != nullptr ? *elsewhere->location : *of.location;
    data.street_address = elsewhere != nullptr ? *elsewhere->address : *of.address;
    if (of.geo.given() && elsewhere == nullptr) data.latitude = of.geo->latitude, data.longitude = of.geo->longitude;
    data.online = in.written(of.online, post.address);
    data.description = *of.description;
    data.price = *of.price;
    data.accessibility = *of.accessibility;
    data.address = in.url(post.address + "#" + event_anchor(site, *of.id));
    if (const std::string file = event_calendar_address(site, placed); in.renderer.plan.find(file) != nullptr) data.calendar = in.url(file);
    return data;
}

PhotoData photo_data(const Rendering& in, const SitePost& post, std::size_t number) {
    const Site& site = in.site();
    const Photo& of = post.photo(number);
    const FileUse& use = post.photos[number];
    PhotoData data{in.url(use.output),
                   media_type_of(use.output),
                   *of.alt,
                   *of.caption,
                   *of.credit,
                   use.size,
                   0,
                   0,
                   in.words().filled("photo_credit", {*of.credit}),
                   {}};
    if (const Asset* asset = site.tree->find_asset(use.source)) data.width = asset->width, data.height = asset->height;
    for (std::size_t i = 0; i < site.config.licenses.size(); ++i) {
        const auto& [key, license] = site.config.licenses[i];
        if (*key != *of.license) continue;
        data.license = {*key, std::string(license_name(site, i, in.language).text), in.written(license.url, post.address),
                        std::string(license_terms(site, i, in.language).text)};
    }
    return data;
}

ContactData contact_data(const Rendering& in, std::uint32_t index) {
    const Site& site = in.site();
    const Person& person = site.people[index].second;
    const Speaker today = speaker_on(site.people, index, site.clock.today());
    return {std::string(person_name(site, index, in.language).text), std::string(role_name(site, today, in.language, 0).text),
            *person.email, *person.phone};
}

}  // namespace

ReleaseData release_data(const Rendering& in, PostIndex index) {
    const Site& site = in.site();
    const SitePost& post = site.posts[index];
    ReleaseData data;
    data.id = site.tag("post/" + post.id);
    data.address = in.url(post.address);
    data.language = site.words(post).language();
    data.kind = name_of(*post.post.kind);
    data.title = *post.post.title;
    data.lead = *post.post.lead;
    for (const PostIndex version : post.versions) {
        if (version != index)
            data.translations.push_back(
                {site.words(site.posts[version]).language(), *site.posts[version].post.title, in.url(site.posts[version].address)});
    }
    data.published = to_iso(site.zone, *post.post.published);
    data.updated = to_iso(site.zone, post.updated);
    if (post.post.expires.given()) data.expires = to_iso(site.zone, *post.post.expires);
    data.place = post.post.place.given() ? *post.post.place : *site.config.organization.place;
    data.diary_number = *post.post.diary_number;
    data.topics = topics_data(in, kTopicList, post.topics);
    data.areas = topics_data(in, kAreaList, post.areas);
    data.text = to_text(post.body);
    for (const Statement& statement : post.statements) data.statements.push_back(statement_data(in, post, statement));
    for (const EventIndex event : post.events) data.events.push_back(event_data(in, post, site.events[event]));
    for (std::size_t i = 0; i < post.photo_count(); ++i) {
        if (!post.photos[i].source.empty()) data.photos.push_back(photo_data(in, post, i));
    }
    for (std::size_t i = 0; i < post.attachments.size(); ++i) {
        const FileUse& use = post.attachments[i];
        const Attachment& of = post.post.attachments[i];
        if (!use.source.empty())
            data.attachments.push_back({*of.title, *of.description, in.url(use.output), media_type_of(use.output), use.size});
    }
    for (const Link& link : post.post.links) {
        if (std::string address = in.written(link.url, post.address); !address.empty())
            data.links.push_back({*link.title, std::move(address)});
    }
    for (const std::uint32_t contact : post.contacts) data.contacts.push_back(contact_data(in, contact));
    for (const Change& change : post.post.changes) {
        data.changes.push_back({to_iso(site.zone, *change.at_time), std::string(name_of(*change.kind)), *change.note, *change.event});
    }
    std::stable_sort(data.changes.begin(), data.changes.end(), [](const ChangeData& a, const ChangeData& b) { return a.at < b.at; });
    return data;
}

}  // namespace pressrum
