#include "render/ledger.hpp"

#include "link/ledger.hpp"

#include <nlohmann/json.hpp>

namespace pressrum {
namespace {

using Json = nlohmann::ordered_json;

Json event_entry(const PublishedEvent& event) {
    Json entry = {{"uid", event.uid}, {"start", event.start}};
    if (!event.end.empty()) entry["end"] = event.end;
    entry["status"] = event.status;
    entry["sequence"] = event.sequence;
    entry["sha256"] = event.sha256;
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
    Json entry = {{"id", release.id}, {"address", release.address}, {"published", release.published}, {"updated", release.updated}};
    add_list(entry, "statements", release.statements, [](const PublishedStatement& s) {
        return Json{{"id", s.id}, {"speaker", s.speaker}, {"role", s.role}, {"party", s.party}, {"sha256", s.sha256}};
    });
    add_list(entry, "events", release.events, event_entry);
    add_list(entry, "changes", release.changes, [](const PublishedChange& c) {
        return Json{{"at", c.at}, {"kind", c.kind}, {"sha256", c.sha256}};
    });
    return entry;
}

}  // namespace

std::string ledger(const Site& site, const std::vector<PlannedFile>& files, const std::vector<Output>& outputs) {
    Json releases = Json::array();
    for (const SitePost& post : site.posts) {
        if (post.state == PostState::published) releases.push_back(release_entry(record_of(site, post)));
    }
    Json list = Json::array();
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (files[i].format->turn == Turn::ledger) continue;
        list.push_back({{"path", files[i].path}, {"sha256", to_hex(outputs[i].digest)}, {"size", outputs[i].size}});
    }
    const Json document = {{"generator", "pressrum"},         {"format", 1},
                           {"base_url", site.absolute("")},   {"authority", site.authority},
                           {"releases", std::move(releases)}, {"files", std::move(list)}};
    return document.dump(1) + "\n";
}

void write_ledger(const Site& site, const Plan& plan, std::vector<Output>& outputs) {
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        if (plan.files()[i].format->turn != Turn::ledger) continue;
        outputs[i].bytes = ledger(site, plan.files(), outputs);
        seal(outputs[i]);
    }
}

}  // namespace pressrum
