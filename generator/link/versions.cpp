#include "link/versions.hpp"

#include "model/rules.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace pressrum {
namespace {

template <class T>
void take(Sourced<T>& own, const Sourced<T>& original) {
    if (!own.given()) own = original;
}

template <class T>
void take(std::vector<T>& own, const std::vector<T>& original) {
    if (own.empty()) own = original;
}

void complete_photo(Photo& own, const Photo& original) {
    take(own.id, original.id);
    take(own.src, original.src);
    take(own.credit, original.credit);
    take(own.license, original.license);
    take(own.focus, original.focus);
}

// Every item of the original, in its order; one that the translation has too (`same`) is the translation's, completed.
template <class T, class Same, class Complete>
void merge(std::vector<T>& own, const std::vector<T>& original, Same same, Complete complete) {
    std::vector<T> merged;
    for (const T& from : original) {
        const auto found = std::find_if(own.begin(), own.end(), [&](const T& item) { return same(item, from); });
        merged.push_back(found != own.end() ? *found : from);
        complete(merged.back(), from);
    }
    for (const T& item : own) {
        const bool known = std::any_of(original.begin(), original.end(), [&](const T& from) { return same(item, from); });
        if (!known) merged.push_back(item);
    }
    own = std::move(merged);
}

void complete_repeat(Repeat& own, const Repeat& original) {
    take(own.every, original.every);
    take(own.on, original.on);
    take(own.interval, original.interval);
    take(own.until, original.until);
    take(own.count, original.count);
    take(own.except, original.except);
    take(own.extra, original.extra);
    merge(
        own.moved, original.moved, [](const MovedTime& a, const MovedTime& b) { return *a.date == *b.date; },
        [](MovedTime& mine, const MovedTime& from) {
            take(mine.start, from.start);
            take(mine.end, from.end);
            take(mine.location, from.location);
            take(mine.address, from.address);
            take(mine.note, from.note);
        });
    merge(
        own.cancelled, original.cancelled, [](const CancelledTime& a, const CancelledTime& b) { return *a.date == *b.date; },
        [](CancelledTime& mine, const CancelledTime& from) { take(mine.note, from.note); });
}

void complete_registration(Registration& own, const Registration& original) {
    take(own.url, original.url);
    take(own.email, original.email);
    take(own.phone, original.phone);
    take(own.note, original.note);
    take(own.until, original.until);
}

void complete_event(Event& own, const Event& original) {
    take(own.same_as, original.same_as);
    take(own.title, original.title);
    take(own.start, original.start);
    take(own.end, original.end);
    take(own.location, original.location);
    take(own.address, original.address);
    take(own.status, original.status);
    take(own.previous_start, original.previous_start);
    take(own.geo, original.geo);
    take(own.online, original.online);
    take(own.description, original.description);
    take(own.price, original.price);
    take(own.accessibility, original.accessibility);
    if (own.registration && original.registration) complete_registration(*own.registration, *original.registration);
    else if (!own.registration) own.registration = original.registration;
    if (own.repeat && original.repeat) complete_repeat(*own.repeat, *original.repeat);
    else own.repeat = original.repeat;
}

// What somebody said is not said anew: a version that places a quote shows it in the words of the original. Other quotes are the
// version's own.
void take_placed_quotes(PostDocument& document, const Post& original) {
    std::vector<Quote>& own = document.post.quotes;
    const auto has = [&](std::string_view id) {
        return std::any_of(own.begin(), own.end(), [&](const Quote& quote) { return *quote.id == id; });
    };
    for (const Node& node : document.body.nodes()) {
        if (node.kind != NodeKind::placed_quote) continue;
        const std::string_view id = document.body.target(node);
        const auto theirs = std::find_if(original.quotes.begin(), original.quotes.end(),
                                         [&](const Quote& quote) { return !quote.id->empty() && *quote.id == id; });
        if (theirs != original.quotes.end() && !has(id)) own.push_back(*theirs);
    }
}

// Of an event with same_as the other release has the translation, too: what stood here would be shown nowhere.
void check_described_elsewhere(const Event& own, Diagnostics& diagnostics) {
    const auto report = [&](Span at, const char* name) { diagnostics.add({rule("event/same-as-and-more"), at, {name}, {}, {}}); };
    const auto check = [&](const auto& field, const char* name) {
        if (field.given()) report(field.at, name);
    };
    check(own.title, "title");
    check(own.start, "start");
    check(own.end, "end");
    check(own.location, "location");
    check(own.address, "address");
    check(own.status, "status");
    check(own.previous_start, "previous_start");
    check(own.geo, "geo");
    check(own.online, "online");
    check(own.description, "description");
    check(own.price, "price");
    check(own.accessibility, "accessibility");
    if (own.registration) report(own.registration->at, "registration");
    if (own.repeat) report(own.repeat->at, "repeat");
}

// A translation may say the notes and places of a series in its language, but not when it is.
template <class Same>
void check_repeat(const Repeat& own, const Repeat& original, Same same, Diagnostics& diagnostics) {
    same(own.every, original.every, "every");
    same(own.interval, original.interval, "interval");
    same(own.until, original.until, "until");
    same(own.count, original.count, "count");
    const auto differs = [&](Span at, const char* field) { diagnostics.add({rule("post/translation-differs"), at, {field}, {}, {}}); };
    const auto same_values = [](const auto& a, const auto& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) { return *x == *y; });
    };
    if (!own.on.empty() && !same_values(own.on, original.on)) differs(own.on.front().at, "on");
    if (!own.except.empty() && !same_values(own.except, original.except)) differs(own.except.front().at, "except");
    if (!own.extra.empty() && !same_values(own.extra, original.extra)) differs(own.extra.front().at, "extra");
    for (const MovedTime& moved : own.moved) {
        const auto theirs =
            std::find_if(original.moved.begin(), original.moved.end(), [&](const MovedTime& each) { return *each.date == *moved.date; });
        if (theirs == original.moved.end()) {
            differs(moved.date.at, "moved");
            continue;
        }
        same(moved.start, theirs->start, "start");
        same(moved.end, theirs->end, "end");
    }
    for (const CancelledTime& cancelled : own.cancelled) {
        const bool known = std::any_of(original.cancelled.begin(), original.cancelled.end(),
                                       [&](const CancelledTime& each) { return *each.date == *cancelled.date; });
        if (!known) differs(cancelled.date.at, "cancelled");
    }
}

}  // namespace

std::vector<Release> group_versions(const std::vector<PostDocument>& posts) {
    std::map<std::pair<std::string_view, std::string_view>, Release> by_name;
    for (std::size_t i = 0; i < posts.size(); ++i) {
        by_name[{posts[i].folder, posts[i].name}].posts.push_back(i);
    }
    // By path, and not by the order in which the files were found.
    const auto before = [&](std::size_t a, std::size_t b) {
        const bool a_translates = !posts[a].name_lang.empty(), b_translates = !posts[b].name_lang.empty();
        return std::tie(a_translates, posts[a].path) < std::tie(b_translates, posts[b].path);
    };
    for (auto& [name, release] : by_name) std::sort(release.posts.begin(), release.posts.end(), before);
    std::vector<Release> releases;
    releases.reserve(by_name.size());
    for (auto& [name, release] : by_name) releases.push_back(std::move(release));
    return releases;
}

void check_translation(const Post& own, const Post& original, Diagnostics& diagnostics) {
    const auto same = [&](const auto& mine, const auto& theirs, std::string_view field) {
        if (mine.given() && *mine != *theirs) diagnostics.add({rule("post/translation-differs"), mine.at, {std::string(field)}, {}, {}});
    };
    same(own.published, original.published, "published");
    same(own.expires, original.expires, "expires");
    same(own.draft, original.draft, "draft");
    same(own.unlisted, original.unlisted, "unlisted");
    for (const Change& change : original.changes) {
        const auto mine =
            std::find_if(own.changes.begin(), own.changes.end(), [&](const Change& each) { return *each.at_time == *change.at_time; });
        if (mine != own.changes.end()) same(mine->kind, change.kind, "kind");
        else if (!own.changes.empty())
            diagnostics.add({rule("post/change-untranslated"), own.changes.front().at, {to_iso(*change.at_time)}, {}, {}});
    }
    for (const Event& event : own.events) {
        const auto theirs =
            std::find_if(original.events.begin(), original.events.end(), [&](const Event& e) { return *e.id == *event.id; });
        if (theirs == original.events.end()) continue;
        same(event.same_as, theirs->same_as, "same_as");
        if (theirs->same_as.given()) {
            // With a same_as of its own the event has been checked as it was read.
            if (!event.same_as.given()) check_described_elsewhere(event, diagnostics);
            continue;
        }
        same(event.start, theirs->start, "start");
        same(event.end, theirs->end, "end");
        same(event.status, theirs->status, "status");
        same(event.previous_start, theirs->previous_start, "previous_start");
        if (event.registration && theirs->registration) same(event.registration->until, theirs->registration->until, "until");
        if (event.repeat) check_repeat(*event.repeat, theirs->repeat ? *theirs->repeat : Repeat(), same, diagnostics);
    }
}

void complete_translation(PostDocument& document, const Post& original) {
    Post& own = document.post;
    take_placed_quotes(document, original);
    take(own.published, original.published);
    take(own.kind, original.kind);
    take(own.place, original.place);
    take(own.topics, original.topics);
    take(own.areas, original.areas);
    take(own.contacts, original.contacts);
    // A correction is never left out of a page because nobody has translated it.
    merge(
        own.changes, original.changes, [](const Change& a, const Change& b) { return *a.at_time == *b.at_time; },
        [](Change& mine, const Change& from) { take(mine.event, from.event); });
    take(own.expires, original.expires);
    take(own.expired, original.expired);
    take(own.draft, original.draft);
    take(own.unlisted, original.unlisted);
    take(own.attachments, original.attachments);
    take(own.links, original.links);
    take(own.diary_number, original.diary_number);
    if (original.photo) {
        if (!own.photo) own.photo = original.photo;
        complete_photo(*own.photo, *original.photo);
    }
    merge(
        own.photos, original.photos,
        [](const Photo& a, const Photo& b) { return (a.src.given() && *a.src == *b.src) || (a.id.given() && *a.id == *b.id); },
        complete_photo);
    merge(
        own.events, original.events, [](const Event& a, const Event& b) { return *a.id == *b.id; }, complete_event);
}

}  // namespace pressrum
