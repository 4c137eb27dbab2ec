// The calendars of the site, a topic, an area, and of one event.

#include "render/write.hpp"

#include "base/text.hpp"
#include "plan/paths.hpp"
#include "render/calendar.hpp"
#include "render/frame.hpp"
#include "render/views.hpp"
#include "render/words.hpp"

namespace pressrum::write {
namespace {

CalendarRepeat calendar_repeat(const Repeat& repeat, const Moment& start) {
    CalendarRepeat out;
    out.every = static_cast<CalendarRepeat::Every>(*repeat.every);    // the same four, in the same order
    out.interval = *repeat.interval;
    for (const auto& day : repeat.on) out.on.push_back(*day);
    if (repeat.until.given()) out.until = *repeat.until;
    if (repeat.count.given()) out.count = *repeat.count;
    const auto time_of_day = start.time - midnight(date_of(start.time));
    for (const Sourced<Date>& day : repeat.except) out.except.push_back({midnight(*day) + time_of_day, start.all_day});
    return out;
}

std::string join_lines(const std::vector<std::string>& lines) {
    std::vector<std::string> some;
    for (const std::string& line : lines) {
        if (!line.empty()) some.push_back(line);
    }
    return join(some, "\n\n");
}

// All that a person at the door would want to know; the calendar shows nothing else.
std::string description_of(const Rendering& in, const SitePost& post, const Event& event, const std::string& url) {
    const Lexicon& words = in.words();
    const auto labelled = [&](const char* label, const std::string& text) { return text.empty() ? std::string() : words[label] + ": " + text; };
    std::string status, registration;
    if (*event.status == EventStatus::cancelled) status = words["status_cancelled_text"];
    if (*event.status == EventStatus::moved) status = words["status_moved_text"];
    if (*event.status == EventStatus::postponed) status = words["status_postponed_text"];
    if (event.previous_start.given()) status += " " + labelled("event_previous_time", moment_words(words, *event.previous_start));
    if (event.registration) {
        const Registration& r = *event.registration;
        std::vector<std::string> parts;
        for (const Text* part : {&r.url, &r.email, &r.phone}) {
            if (part->given()) parts.push_back(part == &r.url && (*part)->starts_with('/') ? in.renderer.absolute((*part)->substr(1), in.out) : **part);
        }
        if (r.until.given()) parts.push_back(words.filled("event_registration_until", {moment_words(words, *r.until)}));
        if (r.note.given()) parts.push_back(*r.note);
        registration = labelled("event_registration", join(parts, ". "));
    }
    return join_lines({status, event.description.given() ? *event.description : *post.post.lead, labelled("event_price", *event.price),
                       labelled("event_accessibility", *event.accessibility), registration, event.online.given() ? labelled("event_online", *event.online) : "",
                       words["event_read_more"] + ": " + url});
}

std::string contact_line(const Rendering& in, const SitePost& post) {
    if (post.contacts.empty()) return {};
    const Person& person = in.site().people[post.contacts.front()].second;
    std::vector<std::string> parts = {*person.name};
    if (person.phone.given()) parts.push_back(*person.phone);
    if (person.email.given()) parts.push_back(*person.email);
    return join(parts, ", ");
}

CalendarEvent calendar_event(const Rendering& in, const SiteEvent& placed) {
    const Site& site = in.site();
    const SitePost& post = site.posts[placed.post];
    const Event& event = post.post.events[placed.number];
    CalendarEvent out;
    out.uid = placed.uid;
    out.start = placed.start;
    out.end = placed.end;
    out.status = *event.status == EventStatus::cancelled ? CalendarEvent::Status::cancelled
                 : *event.status == EventStatus::postponed ? CalendarEvent::Status::tentative : CalendarEvent::Status::confirmed;
    out.sequence = placed.sequence;
    out.created = post.published_at;
    out.last_modified = site.zone.to_instant(placed.changed);
    out.stamp = out.last_modified;
    out.url = in.url(post.address + "#" + event_anchor(site, *event.id));
    out.summary = status_title(in.words(), *event.status, *event.title);
    out.description = description_of(in, post, event, out.url);
    out.location = event.location.given() && event.address.given() ? in.words().filled("list_comma", {*event.location, *event.address})
                   : event.location.given() ? *event.location : *event.address;
    out.contact = contact_line(in, post);
    for (const std::uint32_t topic : post.topics) out.categories.push_back(topic_name(site, kTopicList, topic, in.language));
    for (const std::uint32_t area : post.areas) out.categories.push_back(topic_name(site, kAreaList, area, in.language));
    if (event.geo.given()) out.geo = std::pair((*event.geo)[0], (*event.geo)[1]);
    if (event.online.given()) out.conference = event.online->starts_with('/') ? in.renderer.absolute(event.online->substr(1), in.out) : *event.online;
    if (post.photo_count() > 0 && !post.photos.front().source.empty()) out.image = in.url(post.photos.front().output);
    if (event.repeat) out.repeat = calendar_repeat(*event.repeat, placed.start);
    return out;
}

Calendar make_calendar(const Rendering& in, const PlannedFile& file, std::string_view name, std::string_view page, std::string description) {
    Calendar calendar;
    calendar.name = std::string(name);
    calendar.description = std::move(description);
    calendar.url = in.url(page);
    calendar.source = in.url(file.path);
    calendar.language = in.words().language();
    calendar.product = "-//Pressrum//" + organization_name(in.site()) + "//" + in.words().language();
    return calendar;
}

// An event stays in the calendars for a while after it is over: a subscriber's calendar forgets what is no longer there.
bool is_kept(const Site& site, const SiteEvent& event) { return event.last.time + std::chrono::days(*site.config.calendar.keep_days) > site.local_now; }

}  // namespace

void calendar(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const Site& site = renderer.site;
    const Rendering in{renderer, out, 0, Renderer::Form::absolute};
    const bool of_topic = file.subject.kind == SubjectKind::topic;
    const TopicNode* node = of_topic ? &site.topics[file.subject.list][file.subject.a] : nullptr;
    const std::string page = of_topic ? topic_address(site, file.subject.list, file.subject.a) : events_address(site);
    const std::string description = of_topic ? *node->topic.description : *site.config.description;
    Calendar calendar = make_calendar(in, file, feed_title(in, of_topic ? *node->topic.name : ""), page, description);
    for (const EventIndex e : of_topic ? node->events : site.listed_events) {
        if (is_kept(site, site.events[e])) calendar.events.push_back(calendar_event(in, site.events[e]));
    }
    out.bytes = to_ics(calendar, site.zone);
}

void event_calendar(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const Site& site = renderer.site;
    const SiteEvent& event = site.events[file.subject.a];
    const SitePost& post = site.posts[event.post];
    const Rendering in{renderer, out, post.language, Renderer::Form::absolute};
    Calendar calendar = make_calendar(in, file, *post.post.events[event.number].title, post.address, *post.post.lead);
    calendar.events.push_back(calendar_event(in, event));
    out.bytes = to_ics(calendar, site.zone);
}

}  // namespace pressrum::write
