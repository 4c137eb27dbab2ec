#include "render/ledger.hpp"

#include "link/ledger.hpp"
#include "model/ledger.hpp"
#include "plan/shown_files.hpp"
#include "render/json_text.hpp"
#include "render/lined_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace pressrum {
namespace {

using Json = nlohmann::ordered_json;

// A text, unless it is empty.
void add_text(Json& json, const char* name, const std::string& text) {
    if (!text.empty()) json[name] = text;
}

Json event_entry(const PublishedEvent& event) {
    Json entry = {{"uid", event.uid}, {"start", event.start}};
    add_text(entry, "end", event.end);
    entry["status"] = event.status;
    entry["sequence"] = event.sequence;
    entry["sha256"] = event.sha256;
    entry["fields"] = event.fields;
    return entry;
}

// A list, unless there is nothing in it.
template <class T, class Entry>
void add_list(Json& json, const char* name, const std::vector<T>& all, Entry entry) {
    Json list = Json::array();
    for (const T& each : all) list.push_back(entry(each));
    if (!list.empty()) json[name] = std::move(list);
}

Json release_entry(const PublishedRelease& release) {
    Json entry;
    if (release.unlisted) entry["unlisted"] = true;
    if (release.expired) entry["expired"] = true;
    entry.update({{"id", release.id},
                  {"address", release.address},
                  {"title", release.title},
                  {"place", release.place},
                  {"published", release.published},
                  {"updated", release.updated}});
    if (!release.aliases.empty()) entry["aliases"] = release.aliases;
    add_list(entry, "statements", release.statements, [](const PublishedStatement& s) {
        Json statement = {{"id", s.id}, {"speaker", s.speaker}, {"role", s.role}, {"party", s.party}, {"sha256", s.sha256}};
        add_text(statement, "organization", s.organization);
        add_text(statement, "person", s.person);
        add_text(statement, "role_shown", s.role_shown);
        add_text(statement, "approved", s.approved);
        return statement;
    });
    add_list(entry, "events", release.events, event_entry);
    add_list(entry, "changes", release.changes, [](const PublishedChange& c) {
        return Json{{"at", c.at}, {"kind", c.kind}, {"sha256", c.sha256}};
    });
    const auto photo_entry = [](const PublishedPhoto& p) {
        Json photo = {{"file", p.file}, {"credit", p.credit}};
        add_text(photo, "sha256", p.sha256);
        add_text(photo, "person", p.person);
        return photo;
    };
    add_list(entry, "photos", release.photos, photo_entry);
    add_list(entry, "portraits", release.portraits, photo_entry);
    return entry;
}

// An entry on its line, nothing when there is none; where it is hidden its id, by which such entries are sorted: the position must not tell when
// it was published, or between which paths it lies.
struct Entry {
    std::string line, hidden_id;
};

// The entries of a list, `entry(i)` each; so many at a time that few are held.
template <class Make>
void add_entries(LinedJson& document, std::size_t count, Threads threads, Make entry) {
    constexpr std::size_t kAtATime = 1024;
    std::vector<Entry> hidden;
    for (std::size_t begin = 0; begin < count; begin += kAtATime) {
        std::vector<Entry> some(std::min(kAtATime, count - begin));
        parallel_for(threads, some.size(), [&](std::size_t i) { some[i] = entry(begin + i); });
        for (Entry& each : some) {
            if (!each.hidden_id.empty()) hidden.push_back(std::move(each));
            else if (!each.line.empty()) document.add(each.line);
        }
    }
    std::sort(hidden.begin(), hidden.end(), [](const Entry& a, const Entry& b) { return a.hidden_id < b.hidden_id; });
    for (const Entry& each : hidden) document.add(each.line);
}

}  // namespace

std::string ledger(const Site& site, const std::vector<PlannedFile>& files, const std::vector<Output>& outputs, Threads threads) {
    LinedJson document(
        Json{{"generator", "pressrum"}, {"format", 1}, {"base_url", site.absolute("")}, {"authority", site.authority}}.dump(1));

    document.begin_list("releases");
    add_entries(document, site.posts.size(), threads, [&](std::size_t i) -> Entry {
        const SitePost& post = site.posts[i];
        if (post.state == PostState::preview) return {};
        PublishedRelease record = record_of(site, post);
        const bool hidden = *post.post.unlisted || record.expired;
        if (hidden) record = as_unlisted(std::move(record));
        return {to_json_line(release_entry(record)), hidden ? record.id : std::string()};
    });
    document.end_list();

    document.begin_list("files");
    const UnlistedFiles unlisted(site);
    add_entries(document, files.size(), threads, [&](std::size_t i) -> Entry {
        if (files[i].format->turn == Turn::ledger) return {};
        const bool hidden = unlisted.has(files[i]);  // the publisher finds it again by the paths that it has or meets
        const std::string path_digest = hidden ? to_hex(sha256(files[i].path)) : std::string();
        Json entry = hidden ? Json{{"path_sha256", path_digest}} : Json{{"path", files[i].path}};
        entry["sha256"] = to_hex(outputs[i].digest);
        entry["size"] = outputs[i].size;
        return {to_json_line(entry), path_digest};
    });
    document.end_list();
    return std::move(document).finish();
}

std::size_t write_ledger(const Site& site, const Plan& plan, std::vector<Output>& outputs, Threads threads) {
    const auto number = static_cast<std::size_t>(plan.find(kLedgerFile) - plan.files().data());
    outputs[number].bytes = ledger(site, plan.files(), outputs, threads);
    seal(outputs[number]);
    return number;
}

}  // namespace pressrum
