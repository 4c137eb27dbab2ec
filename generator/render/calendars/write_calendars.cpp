// The calendars of the site, a topic, an area, and of one event.

#include "render/formats.hpp"

#include "base/escape.hpp"
#include "base/text.hpp"
#include "link/events.hpp"
#include "link/pictures.hpp"
#include "plan/paths.hpp"
#include "render/calendars/calendar.hpp"
#include "render/frame.hpp"
#include "render/views.hpp"
#include "render/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

CalendarRepeat calendar_repeat(const Repeat& repeat, const Moment& start) {
    CalendarRepeat out;
    out.every = static_cast<CalendarRepeat::Every>(*repeat.every);  // the same four, in the same order
    out.interval = *repeat.interval;
    for (const auto& day : repeat.on) out.on.push_back(*day);
    if (repeat.until.given()) out.until = *repeat.until;
    if (repeat.count.given()) out.count = *repeat.count;
    const auto time_of_day = start.time - midnight(date_of(start.time));
    for (const Sourced<Date>& day : repeat.except) out.except.push_back({midnight(*day) + time_of_day, start.all_day});
    for (const Sourced<Moment>& time : repeat.extra) out.extra.push_back(*time);
    return out;
}

// A paragraph about an event: "Pris: Fri entré".
struct Detail {
    struct Part {
        std::string text;
        std::string url = {};  // not empty: where the text leads
    };
    std::string label;  // empty: the parts speak for themselves
    std::vector<Part> parts;
};

// An address as it is written, of this site or of the world, for readers far from the site.
std::string full_address(const Rendering& in, const std::string& written) {
    return written.starts_with('/') ? in.renderer.absolute(written.substr(1), in.out) : written;
}

Detail registration_detail(const Rendering& in, const Registration& registration) {
    const Lexicon& words = in.words();
    Detail detail{words["event_registration"], {}};
    if (registration.url.given()) {
        const std::string url = full_address(in, *registration.url);
        detail.parts.push_back({url, url});
    }
    if (registration.email.given()) detail.parts.push_back({*registration.email, mail_url(*registration.email)});
    if (registration.phone.given()) detail.parts.push_back({*registration.phone, phone_url(*registration.phone)});
    if (registration.until.given())
        detail.parts.push_back({words.filled("event_registration_until", {moment_words(words, *registration.until)})});
    if (registration.note.given()) detail.parts.push_back({*registration.note});
    return detail;
}

// All that a person at the door would want to know, the most pressing first; the calendar shows nothing else.
std::vector<Detail> details_of(const Rendering& in, const SitePost& post, const Event& event, const Occurrence& at,
                               const std::string& url) {
    const Lexicon& words = in.words();
    std::vector<Detail> details;
    const auto add = [&](const std::string& label, const std::string& text, const std::string& to = {}) {
        if (!text.empty()) details.push_back({label, {{text, to}}});
    };
    add("", status_words(words, event, at));
    if (at.previous) add(words["event_previous_time"], moment_words(words, *at.previous));
    add("", event.description.given() ? *event.description : *post.post.lead);
    add(words["event_price"], *event.price);
    add(words["event_accessibility"], *event.accessibility);
    if (event.registration) details.push_back(registration_detail(in, *event.registration));
    if (event.online.given()) {
        const std::string online = full_address(in, *event.online);
        add(words["event_online"], online, online);
    }
    add(words["event_read_more"], url, url);
    return details;
}

std::string to_plain(const std::vector<Detail>& details) {
    std::string text;
    for (const Detail& detail : details) {
        if (!text.empty()) text += "\n\n";
        if (!detail.label.empty()) text += detail.label + ": ";
        for (const Detail::Part& part : detail.parts) {
            if (&part != detail.parts.data()) text += ". ";
            text += part.text;
        }
    }
    return text;
}

std::string to_rich(const std::vector<Detail>& details) {
    std::string html;
    for (const Detail& detail : details) {
        html += "<p>";
        if (detail.parts.size() == 1 && detail.parts[0].text == detail.parts[0].url) {  // an address alone: its words are the label
            html += fmt::format("<a href=\"{}\">{}</a></p>", to_html(detail.parts[0].url), to_html(detail.label));
            continue;
        }
        if (!detail.label.empty()) html += "<strong>" + to_html(detail.label) + ":</strong> ";
        for (const Detail::Part& part : detail.parts) {
            if (&part != detail.parts.data()) html += ". ";
            const std::string text = replace_all(to_html(part.text), "\n", "<br>");
            html += part.url.empty() ? text : fmt::format("<a href=\"{}\">{}</a>", to_html(part.url), text);
        }
        html += "</p>";
    }
    return html;
}

std::string contact_line(const Rendering& in, const SitePost& post) {
    if (post.contacts.empty()) return {};
    const Person& person = in.site().people[post.contacts.front()].second;
    std::vector<std::string> parts = {*person.name};
    if (person.phone.given()) parts.push_back(*person.phone);
    if (person.email.given()) parts.push_back(*person.email);
    return join(parts, ", ");
}

CalendarEvent::Status calendar_status(EventStatus status) {
    if (status == EventStatus::cancelled) return CalendarEvent::Status::cancelled;
    return status == EventStatus::postponed ? CalendarEvent::Status::tentative : CalendarEvent::Status::confirmed;
}

// The topics and areas of every release that announces it.
std::vector<std::string> categories_of(const Rendering& in, const SiteEvent& placed) {
    const Site& site = in.site();
    std::vector<std::string> names;
    for (const std::size_t list : {kTopicList, kAreaList}) {
        std::vector<std::uint32_t> met;
        const auto add = [&](const SitePost& post) {
            for (const std::uint32_t topic : list == kTopicList ? post.topics : post.areas) {
                if (std::find(met.begin(), met.end(), topic) == met.end()) met.push_back(topic);
            }
        };
        add(site.posts[placed.post]);
        for (const PostIndex p : placed.also) add(site.posts[p]);
        for (const std::uint32_t topic : met) names.emplace_back(topic_name(site, list, topic, in.language).text);
    }
    return names;
}

// What differs between an event and one time of its series.
void set_time(const Rendering& in, const SitePost& post, const Event& event, const Occurrence& at, CalendarEvent& out) {
    out.start = at.start;
    out.end = at.end;
    out.status = calendar_status(at.status);
    out.summary = status_title(in.words(), at, *event.title);
    const std::vector<Detail> details = details_of(in, post, event, at, out.url);
    out.description = to_plain(details);
    out.html = to_rich(details);
    if (const MovedTime* elsewhere = at.other_place(event)) {
        out.place = {*elsewhere->location, *elsewhere->address, {}};
    } else {
        out.place = {*event.location, *event.address, {}};
        if (event.geo.given()) out.place.geo = std::pair(event.geo->latitude, event.geo->longitude);
    }
}

// The event, and after it those times of its series that were cancelled or moved: RFC 5545 identifies them by the UID of the series and the
// time that they had in it (3.8.4.4), so that a subscriber's calendar replaces that one time.
void add_event(const Rendering& in, const SiteEvent& placed, std::vector<CalendarEvent>& events) {
    const Site& site = in.site();
    const SitePost& post = site.posts[placed.post];
    const Event& event = post.post.events[placed.number];
    CalendarEvent out;
    out.uid = placed.uid;
    out.sequence = placed.sequence;
    out.created = post.published_at;
    out.last_modified = site.zone.to_instant(placed.changed);
    out.stamp = out.last_modified;
    out.url = in.url(post.address + "#" + event_anchor(site, *event.id));
    out.contact = contact_line(in, post);
    out.categories = categories_of(in, placed);
    if (event.online.given()) out.conference = full_address(in, *event.online);
    if (post.photo_count() > 0 && !post.photos.front().source.empty()) {
        const Picture* picture = find_picture(in.site(), post, 0);
        const Derivative* smaller = picture == nullptr ? nullptr : find_jpeg(*picture, kDerivativeWidths.front());
        out.image = in.url(smaller == nullptr ? post.photos.front().output : derivative_address(*picture, *smaller));
    }
    set_time(in, post, event, whole_event(placed, event), out);
    // A series begins with its first day, even when that one is left out: its rule counts from there.
    out.start = placed.start;
    out.end = placed.end;
    if (event.repeat) out.repeat = calendar_repeat(*event.repeat, placed.start);
    events.push_back(out);
    out.repeat.reset();
    for (const Occurrence& each : placed.occurrences) {
        if (!each.own()) continue;
        out.recurrence_id = each.planned;
        set_time(in, post, event, each, out);
        events.push_back(out);
    }
}

Calendar make_calendar(const Rendering& in, const PlannedFile& file, std::string_view name, std::string_view page,
                       std::string description) {
    Calendar calendar;
    calendar.name = std::string(name);
    calendar.description = std::move(description);
    calendar.url = in.url(page);
    calendar.source = in.url(file.path);
    calendar.language = in.words().language();
    calendar.color = *in.site().config.calendar.color;
    calendar.refresh_hours = *in.site().config.calendar.refresh_hours;
    calendar.product = "-//Pressrum//" + organization_name(in.site()) + "//" + in.words().language();
    return calendar;
}

// An event stays in the calendars for a while after it is over: a subscriber's calendar forgets what is no longer there.
bool is_kept(const Site& site, const SiteEvent& event) {
    return !site.clock.has_come(event.last.time + std::chrono::days(*site.config.calendar.keep_days));
}

void write_calendar(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const Site& site = renderer.site;
    const Rendering in{renderer, out, 0, Renderer::Form::absolute};
    const auto* of = std::get_if<subject::Topic>(&file.subject);
    const TopicNode* node = of != nullptr ? &site.topics[of->list][of->topic] : nullptr;
    const std::string page = of != nullptr ? topic_address(site, of->list, of->topic) : events_address(site);
    const std::string description = node != nullptr ? *node->topic.description : *site.config.description;
    Calendar calendar = make_calendar(in, file, feed_title(in, node != nullptr ? *node->topic.name : ""), page, description);
    if (node != nullptr && node->topic.color.given()) calendar.color = *node->topic.color;
    for (const EventIndex e : node != nullptr ? node->events : site.listed_events) {
        if (is_kept(site, site.events[e])) add_event(in, site.events[e], calendar.events);
    }
    out.bytes = to_ics(calendar, site.zone);
}

void write_event_calendar(const Renderer& renderer, const PlannedFile& file, Output& out) {
    const Site& site = renderer.site;
    const SiteEvent& event = site.events[file.about<subject::Event>().event];
    const SitePost& post = site.posts[event.post];
    const Rendering in{renderer, out, post.language, Renderer::Form::absolute};
    Calendar calendar = make_calendar(in, file, *post.post.events[event.number].title, post.address, *post.post.lead);
    add_event(in, event, calendar.events);
    out.bytes = to_ics(calendar, site.zone);
}

// Which files there are.

void plan_calendars(const Site& of, const Format& self, Plan& plan) {
    plan.add(calendar_address(of, ""), self, subject::WholeSite{});
    for (std::uint32_t list = 0; list < of.topics.size(); ++list) {
        for (std::uint32_t t = 0; t < of.topics[list].size(); ++t)
            plan.add(calendar_address(of, topic_address(of, list, t)), self, subject::Topic{list, t});
    }
}

void plan_event_calendars(const Site& of, const Format& self, Plan& plan) {
    for (EventIndex e = 0; e < of.events.size(); ++e) {
        const SitePost& announced = of.posts[of.events[e].post];
        // A translation shares its original's calendar, and a release that repeats an event shares the other's; an expired post has none.
        const bool original = announced.versions.front() == of.events[e].post && of.events[e].home == e;
        if (original && announced.state != PostState::tombstone)
            plan.add(event_calendar_address(of, of.events[e]), self, subject::Event{e});
    }
}

constexpr Format kRows[] = {
    {"calendar",
     "/…/kalender.ics",
     "text/calendar",
     Turn::feed,
     {"kalender för webbplatsen, varje ämne och område", "calendar of the site, each topic and area"},
     {"evenemangen och dagens datum", "the events and today's date"},
     plan_calendars,
     write_calendar},
    {"event-calendar",
     "/YYYY/MM/SLUG/ID.ics",
     "text/calendar",
     Turn::page,
     {"ett evenemang som kalenderfil", "one event as a calendar file"},
     {"inlägget", "the post"},
     plan_event_calendars,
     write_event_calendar},
};

}  // namespace

const std::span<const Format> kCalendarFormats = kRows;

}  // namespace pressrum
