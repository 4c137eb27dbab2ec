#include "check/release_records.hpp"

namespace pressrum {
namespace {

// What an unlisted post may have said besides what it says now: its last update, the time that an event is said to have had, and what it
// had from its original.
std::vector<std::string> may_have_said(const Site& site, const SitePost& post, const ReleaseRecords* original) {
    std::vector<std::string> texts;
    for (const Change& change : post.post.changes) texts.push_back(to_iso(site.zone, *change.at_time));
    for (const Event& event : post.post.events) {
        if (event.previous_start.given()) texts.push_back(to_iso(*event.previous_start));
    }
    if (original != nullptr) {
        for (const PublishedChange& change : original->before.changes) texts.push_back(change.sha256);
        for (const PublishedEvent& event : original->before.events) {
            texts.push_back(event.sha256);
            texts.insert(texts.end(), event.fields.begin(), event.fields.end());
        }
    }
    return texts;
}

void translate_changes(std::vector<PublishedChange>& before, const std::vector<PublishedChange>& original,
                       const std::vector<PublishedChange>& now) {
    for (PublishedChange& change : before) {
        if (holds(now, change) || !holds(original, change)) continue;
        const auto found = std::find_if(now.begin(), now.end(), [&](const PublishedChange& each) {
            return each.at == change.at && each.kind == change.kind && !holds(before, each);
        });
        if (found != now.end()) change = *found;
    }
}

}  // namespace

ReleaseRecords::ReleaseRecords(const Site& site, const SitePost& post, const PublishedRelease& published, const ReleaseRecords* original)
    : now(record_of(site, post)), before(published) {
    if (before.unlisted) before = revealed(std::move(before), now, may_have_said(site, post, original));
    if (original != nullptr) translate_changes(before.changes, original->before.changes, now.changes);
}

const PublishedEvent* find_event(const std::vector<PublishedEvent>& all, const std::string& uid) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const PublishedEvent& each) { return each.uid == uid; });
    return found == all.end() ? nullptr : &*found;
}

std::string time_of(const PublishedEvent& event) { return event.end.empty() ? event.start : event.start + "–" + event.end; }

std::string record_named(const PublishedEvent& event, std::string_view name) {
    const auto found = std::find_if(event.fields.begin(), event.fields.end(), [&](const std::string& record) {
        return record.starts_with(name) && record.substr(name.size()).starts_with(' ');
    });
    return found == event.fields.end() ? "" : *found;
}

}  // namespace pressrum
