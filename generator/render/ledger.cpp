#include "render/ledger.hpp"

#include <nlohmann/json.hpp>

namespace pressrum {
namespace {

using Json = nlohmann::ordered_json;

Json event_entry(const SiteEvent& placed, const Event& event) {
    static constexpr const char* kStatus[] = {"scheduled", "cancelled", "moved", "postponed"};
    const auto moment = [](const Moment& m) { return m.all_day ? to_iso(date_of(m.time)) : to_iso(m.time); };
    Json entry = {{"uid", placed.uid}, {"start", moment(placed.start)}};
    if (placed.end) entry["end"] = moment(*placed.end);
    entry["status"] = kStatus[static_cast<std::size_t>(*event.status)];
    entry["sequence"] = placed.sequence;
    return entry;
}

Json release_entry(const Site& site, const SitePost& post) {
    const auto time = [&](LocalTime t) { return to_iso(t, site.zone.offset_at(t)); };
    Json entry = {{"id", post.id}, {"address", post.address}, {"published", time(*post.post.published)}, {"updated", time(post.updated)}, {"changes", post.post.changes.size()}};
    Json statements = Json::array();
    for (const Statement& statement : post.statements) {
        statements.push_back({{"id", statement.id}, {"speaker", statement.speaker.name}, {"sha256", to_hex(sha256(statement.words))}});
    }
    if (!statements.empty()) entry["statements"] = std::move(statements);
    Json events = Json::array();
    for (const EventIndex index : post.events) events.push_back(event_entry(site.events[index], post.post.events[site.events[index].number]));
    if (!events.empty()) entry["events"] = std::move(events);
    return entry;
}

}  // namespace

std::string ledger(const Site& site, const std::vector<PlannedFile>& files, const std::vector<Output>& outputs) {
    Json releases = Json::array();
    for (const SitePost& post : site.posts) {
        if (post.state == PostState::published) releases.push_back(release_entry(site, post));
    }
    Json list = Json::array();
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (files[i].format->turn == Turn::ledger) continue;
        list.push_back({{"path", files[i].path}, {"sha256", to_hex(outputs[i].digest)}, {"size", outputs[i].size}});
    }
    const Json document = {{"generator", "pressrum"}, {"format", 1}, {"base_url", site.absolute("")}, {"releases", std::move(releases)}, {"files", std::move(list)}};
    return document.dump(1) + "\n";
}

}  // namespace pressrum
