#include "check/changed_people.hpp"

#include "check/same_pictures.hpp"
#include "link/ledger.hpp"
#include "model/rules.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

std::string shown(const std::string& text) { return is_digest(text) ? "…" : text; }

}  // namespace

const std::pair<Text, Person>* ChangedPeople::find(const std::string& key) const {
    const auto found = std::find_if(site_.people.begin(), site_.people.end(), [&](const auto& each) { return *each.first == key; });
    return found != site_.people.end() ? &*found : nullptr;
}

bool ChangedPeople::explain(const PublishedStatement& before, Date day) {
    const auto* found = before.person.empty() ? nullptr : find(before.person);
    if (found == nullptr) return false;
    const std::string& name = name_on(found->second, day);
    if (name == before.speaker) return false;
    // Of an unlisted release only a digest of the old name is known. It stands last in the manifest: a listed one has given the name.
    std::set<std::string>& told = names_[before.person];
    const std::string old = shown(before.speaker);
    const bool news = is_digest(before.speaker) ? told.empty() : !told.contains(old);
    told.insert(old);
    if (news) diagnostics_.add({rule("against/name"), found->second.name.at, {old, name}, {}, {}});
    return true;
}

void ChangedPeople::compare_key(const PublishedStatement& before, const PublishedStatement& now, std::uint32_t person) {
    if (person == kNone || before.person.empty() || is_digest(before.person) || before.person == now.person) return;
    // That another person is named is told elsewhere; here the published name is under another key, whoever has the old one now.
    if (before.speaker != now.speaker && find(before.person) != nullptr) return;
    if (keys_.insert(before.person).second)
        diagnostics_.add({rule("against/person"), site_.people[person].first.at, {before.person, now.person}, {}, {}});
}

void ChangedPeople::tell_role_name(std::uint32_t person, std::vector<std::string> words) {
    if (!role_names_.emplace(person, words).second) return;
    diagnostics_.add({rule("against/role"), site_.people[person].first.at, std::move(words), {}, {}});
}

void ChangedPeople::compare_portraits(const std::vector<PublishedPhoto>& before, const std::vector<PublishedPhoto>& now) {
    for (const PublishedPhoto& each : before) {
        const auto* person = find(each.person);
        if (person == nullptr) {  // it has another key, or an earlier version of the program did not say whose it was
            const auto same_file = std::find_if(now.begin(), now.end(), [&](const auto& other) { return other.file == each.file; });
            if (same_file != now.end()) person = find(same_file->person);
        }
        if (person != nullptr) compare_portrait(each, *person);
    }
}

void ChangedPeople::compare_portrait(const PublishedPhoto& before, const std::pair<Text, Person>& person) {
    if (!person.second.portrait) return tell_portrait(rule("against/portrait"), person.first.at, before, "–");
    const Portrait& portrait = *person.second.portrait;
    const PublishedPhoto now = record_of(site_, *person.first, portrait);
    const bool same_file = now.file == before.file;
    if (now.credit != before.credit) {
        tell_portrait(rule("against/portrait"), portrait.credit.at, before,
                      same_file ? now.credit : fmt::format("{} ({})", now.credit, now.file));
    } else if (same_file && is_replaced(before, now)) {
        tell_portrait(rule("against/photo-replaced"), portrait.src.at, before, now.credit);
    }
}

void ChangedPeople::tell_portrait(const Rule* what, Span at, const PublishedPhoto& before, std::string now) {
    if (!portraits_.emplace(before.file, before.credit).second) return;
    diagnostics_.add({what, at, {shown(before.file), shown(before.credit), std::move(now)}, {}, {}});
}

}  // namespace pressrum
