#include "link/versions.hpp"

#include "model/rules.hpp"

#include <algorithm>
#include <map>

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
}

void complete_event(Event& own, const Event& original) {
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
    if (!own.registration) own.registration = original.registration;
    if (!own.repeat) own.repeat = original.repeat;
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

}  // namespace

std::vector<Release> group_versions(const std::vector<PostDocument>& posts) {
    std::map<std::pair<std::string_view, std::string_view>, Release> by_name;
    for (std::size_t i = 0; i < posts.size(); ++i) {
        Release& release = by_name[{posts[i].folder, posts[i].name}];
        const auto at = posts[i].name_lang.empty() ? release.posts.begin() : release.posts.end();
        release.posts.insert(at, i);
    }
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
    for (const Event& event : own.events) {
        const auto theirs = std::find_if(original.events.begin(), original.events.end(), [&](const Event& e) { return *e.id == *event.id; });
        if (theirs == original.events.end()) continue;
        same(event.start, theirs->start, "start");
        same(event.end, theirs->end, "end");
        same(event.status, theirs->status, "status");
        same(event.previous_start, theirs->previous_start, "previous_start");
    }
}

void complete_translation(Post& own, const Post& original) {
    take(own.published, original.published);
    take(own.kind, original.kind);
    take(own.place, original.place);
    take(own.topics, original.topics);
    take(own.areas, original.areas);
    take(own.contacts, original.contacts);
    take(own.changes, original.changes);
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
    merge(own.photos, original.photos,
          [](const Photo& a, const Photo& b) { return (a.src.given() && *a.src == *b.src) || (a.id.given() && *a.id == *b.id); }, complete_photo);
    merge(own.events, original.events, [](const Event& a, const Event& b) { return *a.id == *b.id; }, complete_event);
}

}  // namespace pressrum
