#include "render/views.hpp"

#include "base/ascii.hpp"
#include "base/escape.hpp"
#include "base/path.hpp"
#include "base/text.hpp"
#include "link/events.hpp"
#include "link/kind_words.hpp"
#include "model/names.hpp"
#include "plan/paths.hpp"
#include "render/calendars/links.hpp"
#include "render/typeset.hpp"
#include "render/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace pressrum {
namespace {

ViewOf<kLabelView> label_view(std::string text, const char* kind) {
    ViewOf<kLabelView> view;
    view.set<"text">(std::move(text)).set<"kind">(kind);
    return view;
}

struct StatusRow {
    EventStatus status;
    const char* kind;  // of the label, for the style
    const char* label;
    const char* some;  // label of a release only some of whose events are so
    const char* text;
    const char* time_text;  // of one time of a series
    const char* prefix;
    const char* when_label;
};
constexpr StatusRow kStatusRows[] = {
    {EventStatus::cancelled, "cancelled", "status_cancelled", "some_cancelled", "status_cancelled_text", "status_cancelled_time_text",
     "status_cancelled_prefix", "event_planned_time"},
    {EventStatus::moved, "moved", "status_moved", "some_moved", "status_moved_text", "status_moved_time_text", "status_moved_prefix",
     "event_new_time"},
    {EventStatus::postponed, "postponed", "status_postponed", "some_postponed", "status_postponed_text", "status_postponed_text",
     "status_postponed_prefix", "event_planned_time"},
};

// A time of a series that keeps its hour and is held elsewhere.
constexpr StatusRow kNewPlace = {
    EventStatus::moved,    "moved",     "status_place", "some_moved", "status_place_time_text", "status_place_time_text",
    "status_place_prefix", "event_when"};

const StatusRow* find_status(EventStatus status) {
    const auto found =
        std::find_if(std::begin(kStatusRows), std::end(kStatusRows), [&](const StatusRow& row) { return row.status == status; });
    return found == std::end(kStatusRows) ? nullptr : found;
}

const StatusRow* find_status(const Occurrence& at) {
    return at.moved != kNone && at.status == EventStatus::moved && !at.previous ? &kNewPlace : find_status(at.status);
}

std::string place_words(const Lexicon& words, const Text& location, const Text& address) {
    if (location.given() && address.given()) return words.filled("list_comma", {*location, *address});
    return location.given() ? *location : *address;
}

ViewOf<kRegistrationView> registration_view(const Rendering& in, const Registration& registration) {
    ViewOf<kRegistrationView> view;
    view.set<"url">(in.written(registration.url));
    view.set<"email">(*registration.email).set<"email_url">(mail_url(*registration.email));
    view.set<"phone">(*registration.phone).set<"phone_url">(phone_url(*registration.phone));
    if (registration.until.given())
        view.set<"until">(in.words().filled("event_registration_until", {moment_words(in.words(), *registration.until)}));
    view.set<"note">(prose(in, registration.note));
    return view;
}

}  // namespace

std::string mail_url(std::string_view address) { return "mailto:" + to_url_path(address); }

// "0980-31 92 00" → "tel:0980319200"; a leading + stays.
std::string phone_url(std::string_view number) {
    std::string url = "tel:";
    for (const char c : number) {
        if (is_digit(c) || (c == '+' && url.size() == 4)) url.push_back(c);
    }
    return url;
}

ViewOf<kLinkView> link_view(std::string title, std::string url, bool current) {
    return link_view(Prose{std::move(title), {}}, std::move(url), current);
}

ViewOf<kLinkView> link_view(Prose title, std::string url, bool current) {
    ViewOf<kLinkView> view;
    view.set<"title">(std::move(title)).set<"url">(std::move(url)).set<"current">(current);
    return view;
}

ViewOf<kCountedLinkView> counted_link(std::string title, std::string url, std::string count) {
    ViewOf<kCountedLinkView> view;
    view.set<"title">(std::move(title)).set<"url">(std::move(url)).set<"count">(std::move(count));
    return view;
}

ViewOf<kLinkView> topic_link(const Rendering& in, std::size_t list, std::uint32_t topic) {
    return link_view(prose(in, topic_name(in.site(), list, topic, in.language)), in.url(topic_address(in.site(), list, topic)));
}

std::string status_words(const Lexicon& words, const Occurrence& at) {
    const StatusRow* row = find_status(at);
    return row == nullptr ? std::string() : words[at.own() ? row->time_text : row->text];
}

std::string status_words(const Lexicon& words, const Event& event, const Occurrence& at) {
    std::string text = status_words(words, at);
    if (text.empty()) return text;
    if (const Text* note = at.note(event)) text += fmt::format(" {}", **note);
    return text;
}

std::string status_title(const Lexicon& words, const Occurrence& at, const std::string& title) {
    const StatusRow* row = find_status(at);
    return row == nullptr ? title : words.filled(row->prefix, {title});
}

std::string status_title(const Lexicon& words, const Post& post) {
    if (post.events.size() != 1) return *post.title;
    const Event& event = post.events.front();
    if (const StatusRow* row = find_status(*event.status)) return words.filled(row->prefix, {*post.title});
    if (event.repeat && !event.repeat->cancelled.empty()) return words.filled("some_cancelled_prefix", {*post.title});
    if (event.repeat && !event.repeat->moved.empty()) return words.filled("some_moved_prefix", {*post.title});
    return *post.title;
}

std::string statement_anchor(const Site& site, const Statement& statement) { return site.words()["anchor_quote"] + "-" + statement.id; }
std::string event_anchor(const Site& site, std::string_view id) { return fmt::format("{}-{}", site.words()["anchor_event"], id); }

std::vector<View> status_labels(const Lexicon& words, const SitePost& post) {
    std::vector<View> labels;
    if (post.state == PostState::preview)
        labels.push_back(label_view(words[*post.post.draft ? "preview_draft_label" : "preview_embargoed_label"], "preview"));
    const auto has_change = [&](ChangeKind kind) {
        return std::any_of(post.post.changes.begin(), post.post.changes.end(), [&](const Change& c) { return *c.kind == kind; });
    };
    const auto count_status = [&](EventStatus status) {
        return std::count_if(post.post.events.begin(), post.post.events.end(), [&](const Event& e) { return *e.status == status; });
    };
    // Whether some time of a series has the status.
    const auto has_time = [&](EventStatus status) {
        return std::any_of(post.post.events.begin(), post.post.events.end(), [&](const Event& e) {
            return e.repeat && *e.status == EventStatus::scheduled &&
                   !(status == EventStatus::cancelled ? e.repeat->cancelled.empty()
                                                      : status != EventStatus::moved || e.repeat->moved.empty());
        });
    };
    if (has_change(ChangeKind::correction)) labels.push_back(label_view(words["label_corrected"], "corrected"));
    for (const StatusRow& row : kStatusRows) {
        const auto count = static_cast<std::size_t>(count_status(row.status));
        const bool all = count > 0 && count == post.post.events.size();
        if (count > 0 || has_time(row.status)) labels.push_back(label_view(words[all ? row.label : row.some], row.kind));
    }
    return labels;
}

ViewOf<kEventView> event_view(const Rendering& in, const SiteEvent& placed, const Occurrence& at) {
    const Site& site = in.site();
    const SitePost& post = site.posts[placed.post];
    const Event& event = post.post.events[placed.number];
    const Lexicon& words = in.words();
    const Moment& start = at.start;
    const Date date = date_of(start.time);

    ViewOf<kEventView> view;
    view.set<"id">(event_anchor(site, *event.id)).set<"title">(prose(in, event.title));
    view.set<"url">(in.url(post.address + "#" + event_anchor(site, *event.id)));
    const StatusRow* status = find_status(at);
    if (status != nullptr) {
        view.set<"label">(label_view(words[status->label], status->kind)).set<"status_text">(status_words(words, at));
        if (const Text* note = at.note(event)) view.set<"status_note">(prose(in, *note));
        view.set<"is_off">(at.status != EventStatus::moved);
    }
    view.set<"when_label">(words[status != nullptr ? status->when_label : "event_when"]);
    view.set<"when">(when_words(words, start, at.end)).set<"datetime">(to_iso(site.zone, start));
    if (at.previous) view.set<"previous_when">(moment_words(words, *at.previous));
    view.set<"weekday">(weekday_words(words, date)).set<"day">(fmt::to_string(static_cast<unsigned>(date.day())));
    view.set<"month">(words[fmt::format("month_short_{}", static_cast<unsigned>(date.month()))])
        .set<"year">(fmt::to_string(static_cast<int>(date.year())));
    view.set<"time">(clock_words(words, start, at.end));
    if (event.repeat) {
        view.set<"repeats">(repeat_words(words, *event.repeat, placed.start))
            .set<"except">(except_words(words, *event.repeat))
            .set<"extra">(extra_words(words, *event.repeat));
    }
    const MovedTime* elsewhere = at.other_place(event);
    if (elsewhere != nullptr) view.set<"location">(prose(in, elsewhere->location)).set<"address">(*elsewhere->address);
    else view.set<"location">(prose(in, event.location)).set<"address">(*event.address);
    const Text& street = elsewhere != nullptr ? elsewhere->address : event.address;
    if (event.geo.given() && elsewhere == nullptr)
        view.set<"map_url">(fmt::format("https://www.openstreetmap.org/search?query={}%2C{}", event.geo->latitude, event.geo->longitude));
    else if (street.given()) view.set<"map_url">("https://www.openstreetmap.org/search?query=" + to_url_value(*street));
    view.set<"online_url">(in.written(event.online));
    view.set<"description">(prose(in, event.description))
        .set<"price">(prose(in, event.price))
        .set<"accessibility">(prose(in, event.accessibility));
    if (event.registration) view.set<"registration">(registration_view(in, *event.registration));
    const std::string calendar = event_calendar_address(site, placed);
    view.set<"calendar_url">(in.url(calendar))
        .set<"webcal_url">(
            replace_all(replace_all(in.renderer.absolute(calendar, in.out), "https://", "webcal://"), "http://", "webcal://"));
    // A copy of something that is off, or of one evening of a course, would mislead. Feeds have only the file and the subscription.
    if (in.form == Renderer::Form::on_site && *event.status != EventStatus::cancelled && *event.status != EventStatus::postponed &&
        !event.repeat) {
        const std::string location = event.location.given() && event.address.given()
                                         ? words.filled("list_comma", {*event.location, *event.address})
                                     : event.location.given() ? *event.location
                                                              : *event.address;
        const CalendarEntry entry{*event.title, location, in.renderer.absolute(post.address + "#" + event_anchor(site, *event.id), in.out),
                                  start, at.end};
        view.set<"google_url">(google_calendar_url(entry, site.zone)).set<"outlook_url">(outlook_calendar_url(entry, site.zone));
    }
    view.set<"release_title">(prose(in, post.post.title));
    return view;
}

ViewOf<kEventLineView> event_line_view(const Rendering& in, const ListedTime& time) {
    const Site& site = in.site();
    const Occurrence& at = *time.at;
    const SitePost& post = site.posts[time.event->post];
    const Event& event = post.post.events[time.event->number];
    const MovedTime* elsewhere = at.other_place(event);
    ViewOf<kEventLineView> view;
    view.set<"title">(prose(in, event.title)).set<"url">(in.url(post.address + "#" + event_anchor(site, *event.id)));
    view.set<"date">(date_words(in.words(), date_of(at.start.time))).set<"datetime">(to_iso(site.zone, at.start));
    view.set<"time">(clock_words(in.words(), at.start, at.end));
    view.set<"location">(prose(in, elsewhere != nullptr ? elsewhere->location : event.location));
    if (const StatusRow* status = find_status(at)) view.set<"label">(label_view(in.words()[status->label], status->kind));
    return view;
}

ViewOf<kEventView> event_box_view(const Rendering& in, const SiteEvent& placed) {
    const Site& site = in.site();
    const Lexicon& words = in.words();
    const Event& event = site.posts[placed.post].post.events[placed.number];
    ViewOf<kEventView> view = event_view(in, placed, told_event(placed, event));
    std::vector<View> changed;
    for (const Occurrence& each : placed.occurrences) {
        const StatusRow* status = each.own() ? find_status(each) : nullptr;
        if (status == nullptr) continue;
        ViewOf<kChangedTimeView> time;
        time.set<"label">(label_view(words[status->label], status->kind)).set<"is_off">(each.status != EventStatus::moved);
        time.set<"when">(when_words(words, each.start, each.end)).set<"datetime">(to_iso(site.zone, each.start));
        if (each.previous) time.set<"previous_when">(moment_words(words, *each.previous));
        if (const MovedTime* place = each.other_place(event))
            time.set<"location">(Prose{place_words(words, place->location, place->address), prose(in, place->location).language});
        if (const Text* note = each.note(event)) time.set<"note">(prose(in, *note));
        changed.push_back(std::move(time));
    }
    view.set<"changed_times">(std::move(changed));
    return view;
}

ViewOf<kContactView> contact_view(const Rendering& in, std::uint32_t index) {
    const Site& site = in.site();
    const Person& person = site.people[index].second;
    const Speaker today = speaker_on(site.people, index, site.clock.today());
    ViewOf<kContactView> view;
    view.set<"name">(prose(in, person_name(site, index, in.language))).set<"role">(role_prose(in, today));
    view.set<"email">(*person.email).set<"email_url">(mail_url(*person.email));
    view.set<"phone">(*person.phone).set<"phone_url">(phone_url(*person.phone));
    return view;
}

std::vector<View> press_contacts(const Rendering& in) {
    std::vector<View> contacts;
    for (std::uint32_t i = 0; i < in.site().people.size(); ++i) {
        if (in.site().named_contacts[i] && *in.site().people[i].second.contact) contacts.push_back(contact_view(in, i));
    }
    return contacts;
}

ViewOf<kSpeakerView> speaker_view(const Rendering& in, const Speaker& speaker, std::uint32_t written) {
    const Site& site = in.site();
    ViewOf<kSpeakerView> view;
    view.set<"name">(speaker.name).set<"role">(role_prose(in, speaker, written));
    if (speaker.person == kNone) return view;
    const std::string address = person_address(site, speaker.person);
    if (in.renderer.plan.find(address) != nullptr) view.set<"url">(in.url(address));
    if (auto portrait = portrait_view(in, speaker.person)) view.set<"portrait">(std::move(*portrait));
    return view;
}

ViewOf<kStatementView> statement_view(const Rendering& in, PostIndex index, std::uint32_t number) {
    const Site& site = in.site();
    const SitePost& post = site.posts[index];
    const Statement& statement = post.statements[number];
    ViewOf<kStatementView> view;
    view.set<"id">(statement_anchor(site, statement)).set<"words">(statement.words);
    const std::uint32_t said = statement_language(site, post, statement);
    view.set<"language">(prose(in, Wording{statement.words, said}).language);
    view.set<"speaker">(statement.speaker.name).set<"role">(role_prose(in, statement.speaker, said));
    view.set<"url">(in.url(post.address + "#" + statement_anchor(site, statement)));
    view.set<"date">(date_words(in.words(), date_of(*post.post.published))).set<"datetime">(to_iso(date_of(*post.post.published)));
    view.set<"release_title">(prose(in, post.post.title));
    return view;
}

std::vector<const Change*> newest_changes(const Post& post) {
    std::vector<const Change*> changes;
    for (const Change& change : post.changes) changes.push_back(&change);
    std::stable_sort(changes.begin(), changes.end(), [](const Change* a, const Change* b) { return *a->at_time > *b->at_time; });
    return changes;
}

std::string change_kind(const Lexicon& words, ChangeKind kind) { return words[fmt::format("change_{}", name_of(kind))]; }

ViewOf<kChangeView> change_view(const Rendering& in, PostIndex index, const Change& change) {
    const SitePost& post = in.site().posts[index];
    ViewOf<kChangeView> view;
    view.set<"kind">(change_kind(in.words(), *change.kind)).set<"style">(name_of(*change.kind));
    view.set<"when">(date_time_words(in.words(), *change.at_time)).set<"datetime">(to_iso(in.site().zone, *change.at_time));
    view.set<"note">(prose(in, change.note)).set<"release_title">(prose(in, post.post.title)).set<"release_url">(in.url(post.address));
    return view;
}

namespace {

// To be read and copied: it breaks between its folders, not within a name.
std::string address_html(std::string_view address) {
    return replace_all(replace_all(to_html(address), "/", "/<wbr>"), "/<wbr>/<wbr>", "//");
}

}  // namespace

ViewOf<kFeedsView> feeds_view(const Rendering& in, std::string_view folder, std::string_view title) {
    const Site& site = in.site();
    const std::string of(folder);
    ViewOf<kFeedsView> view;
    view.set<"title">(std::string(title)).set<"page_url">(in.url(folder));
    view.set<"rss_url">(in.url(of + "rss.xml")).set<"atom_url">(in.url(of + "atom.xml")).set<"json_url">(in.url(of + "feed.json"));
    view.set<"rss_address">(address_html(in.renderer.absolute(of + "rss.xml", in.out)));
    if (const std::string qr = qr_address(site, folder); in.renderer.plan.find(qr) != nullptr) view.set<"qr_url">(in.url(qr));
    // Calendars are in the site's language: the home page of another language points to the site's.
    const std::string calendar = calendar_address(site, folder == home_address(site, in.language) ? "" : folder);
    if (in.renderer.plan.find(calendar) == nullptr) return view;
    const std::string address = in.renderer.absolute(calendar, in.out);
    view.set<"calendar_url">(in.url(calendar)).set<"calendar_address">(address_html(address));
    view.set<"webcal_url">("webcal" + address.substr(address.find(':')));
    return view;
}

std::vector<View> counted_topics(const Rendering& in, std::size_t list) {
    std::vector<View> views;
    const std::vector<TopicNode>& all = in.site().topics[list].all();
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        ViewOf<kCountedLinkView> view;
        view.set<"title">(prose(in, topic_name(in.site(), list, i, in.language))).set<"url">(in.url(topic_address(in.site(), list, i)));
        view.set<"count">(count_words(in.words(), "releases", all[i].posts.size())).set<"empty">(all[i].posts.empty());
        view.set<"description">(prose(in, all[i].topic.description));
        views.push_back(std::move(view));
    }
    return views;
}

std::vector<EventIndex> events_in_language(const Rendering& in, const std::vector<EventIndex>& events) {
    const Site& site = in.site();
    const auto version_of = [&](EventIndex event) {
        for (const PostIndex version : site.posts[site.events[event].post].versions) {
            const SitePost& post = site.posts[version];
            if (post.language != in.language || !post.listed) continue;
            for (const EventIndex theirs : post.events) {
                if (site.events[theirs].uid == site.events[event].uid) return theirs;
            }
        }
        return event;
    };
    std::vector<EventIndex> told;
    for (const EventIndex event : events) told.push_back(version_of(event));
    return told;
}

std::vector<ListedTime> coming_occurrences(const Site& site, const std::vector<EventIndex>& events, std::size_t most) {
    std::vector<ListedTime> coming;
    for (const EventIndex index : events) {
        const SiteEvent& event = site.events[index];
        if (site.clock.has_come(event.last.time)) continue;  // no need to look at each
        for (const Occurrence& each : event.occurrences) {
            if (!site.clock.has_come(end_of_occurrence(each))) coming.push_back({&event, &each});
        }
    }
    std::stable_sort(coming.begin(), coming.end(), [](const ListedTime& a, const ListedTime& b) { return a.at->start < b.at->start; });
    if (coming.size() > most) coming.resize(most);
    return coming;
}

std::string media_type_of(std::string_view file) {
    static constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
        {".jpg", "image/jpeg"},
        {".jpeg", "image/jpeg"},
        {".png", "image/png"},
        {".webp", "image/webp"},
        {".avif", "image/avif"},
        {".svg", "image/svg+xml"},
        {".pdf", "application/pdf"},
        {".csv", "text/csv"},
        {".txt", "text/plain"},
        {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
        {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
        {".zip", "application/zip"},
        {".mp4", "video/mp4"},
        {".mp3", "audio/mpeg"}};
    const std::string lower = ascii_lower(file);
    for (const auto& [ending, type] : kTypes) {
        if (lower.ends_with(ending)) return std::string(type);
    }
    return "application/octet-stream";
}

std::string_view file_kind(std::string_view file) {
    static constexpr std::pair<std::string_view, std::string_view> kKinds[] = {
        {".jpg", "JPEG"},   {".jpeg", "JPEG"}, {".png", "PNG"},  {".webp", "WebP"}, {".avif", "AVIF"}, {".svg", "SVG"},
        {".pdf", "PDF"},    {".csv", "CSV"},   {".txt", "text"}, {".doc", "Word"},  {".docx", "Word"}, {".xls", "Excel"},
        {".xlsx", "Excel"}, {".zip", "zip"},   {".mp4", "MP4"},  {".mp3", "MP3"}};
    const std::string lower = ascii_lower(file);
    for (const auto& [ending, kind] : kKinds) {
        if (lower.ends_with(ending)) return kind;
    }
    const std::size_t dot = file.rfind('.');
    return dot == std::string_view::npos ? file_name_of(file) : file.substr(dot + 1);
}

}  // namespace pressrum
