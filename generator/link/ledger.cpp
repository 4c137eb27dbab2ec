#include "link/ledger.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"
#include "link/references.hpp"
#include "link/wording.hpp"
#include "model/field_traits.hpp"
#include "model/names.hpp"

#include <fmt/format.h>

#include <set>
#include <unordered_map>

namespace pressrum {
namespace {

std::string fingerprint(std::string_view text) { return to_hex(sha256(text)); }

// As much of a digest as it takes to tell one text from another.
std::string beginning(std::string_view text) {
    constexpr std::size_t kEnough = 16;
    return fingerprint(text).substr(0, kEnough);
}

PublishedChange change_record(const Change& change) {
    return {to_iso(*change.at_time), std::string(name_of(*change.kind)), fingerprint(squeeze(*change.note))};
}

}  // namespace

std::string recorded_place(const std::string& place) { return beginning(squeeze(place)); }

namespace {

// ---------------------------------------------------------------- the fields of an event

std::string text_of(const Text& text) { return squeeze(*text); }
std::string text_of(const Sourced<Moment>& m) { return to_iso(*m); }
std::string text_of(const Sourced<Coordinates>& place) { return fmt::format("{} {}", place->latitude, place->longitude); }

// The watched fields of a record within an event, a line each.
template <class Record>
std::string text_of_record(const Record& record) {
    std::string text;
    for_traits<Record>([&](const auto& row) {
        if constexpr (kWatched<decltype(row)> == Watched::words) {
            const auto& field = row.of(record);
            if constexpr (requires { field.given(); }) {
                if (field.given()) text += fmt::format("{} {}\n", row.name, text_of(field));
            } else {
                for (const auto& entry : field) text += fmt::format("{} {}\n", row.name, text_of_record(entry));
            }
        }
    });
    return text;
}

}  // namespace

std::vector<WatchedField> watched_fields(const Event& event) {
    std::vector<WatchedField> all;
    for_traits<Event>([&](const auto& row) {
        constexpr Watched watched = kWatched<decltype(row)>;
        if constexpr (watched == Watched::words || watched == Watched::place) {
            const auto& field = row.of(event);
            std::string text;
            Span at;
            if constexpr (requires { field.given(); }) {
                if (field.given()) text = text_of(field), at = field.at;
            } else if (field) {
                text = text_of_record(*field), at = field->at;
            }
            if (!text.empty()) all.push_back({fmt::format("{} {}", row.name, beginning(text)), row.name, watched, at});
        }
    });
    return all;
}

PublishedEvent record_of(const SiteEvent& placed, const Event& event) {
    // What is particular to one time of a series follows it: an event without any of that keeps the fingerprint it has always had.
    std::string days;
    for (const Occurrence& each : placed.occurrences) {
        days += to_iso(each.start);
        if (each.cancelled != kNone) days += " cancelled";
        if (each.moved != kNone) days += fmt::format(" moved {} {}", to_iso(each.planned), each.end ? to_iso(*each.end) : "");
        if (const MovedTime* place = each.other_place(event)) days += fmt::format(" to {}, {}", *place->location, *place->address);
        days += '\n';
    }
    std::vector<std::string> fields;
    for (WatchedField& field : watched_fields(event)) fields.push_back(std::move(field.record));
    return {placed.uid,
            to_iso(placed.start),
            placed.end ? to_iso(*placed.end) : "",
            std::string(name_of(*event.status)),
            fingerprint(days),
            placed.sequence,
            std::move(fields)};
}

namespace {

std::string digest_of_file(const Site& site, const std::string& source) {
    const Asset* asset = site.tree->find_asset(source);
    return asset != nullptr ? to_hex(asset->digest) : "";
}

PublishedStatement record_of(const Site& site, const SitePost& post, const Statement& statement) {
    const Speaker& speaker = statement.speaker;
    PublishedStatement record{
        statement.id, speaker.name, fingerprint(statement.words), speaker.role, speaker.party, speaker.organization, {}, {}, {}};
    if (speaker.person != kNone) record.person = *site.people[speaker.person].first;
    const std::string_view shown = role_name(site, speaker, post.language, post.language).text;
    if (post.language != 0 || shown != speaker.role) record.role_shown = shown;
    // No page shows the day, so it is not spelled out here either.
    const auto* entry = statement.quote != kNone ? &post.post.quotes[statement.quote].approved : nullptr;
    if (entry != nullptr && entry->given()) record.approved = fingerprint(statement.id + '\n' + to_iso(**entry));
    return record;
}

}  // namespace

PublishedPhoto record_of(const Site& site, const std::string& person, const Portrait& portrait) {
    return {*portrait.src, *portrait.credit, digest_of_file(site, "site/assets/photos/" + *portrait.src), person};
}

PublishedRelease record_of(const Site& site, const SitePost& post) {
    const auto time = [&](LocalTime t) { return to_iso(site.zone, t); };
    PublishedRelease record;
    record.id = post.id;
    record.address = post.address;
    for (const Text& alias : post.post.aliases) record.aliases.push_back(alias_address(*alias));
    record.title = squeeze(*post.post.title);
    record.place = recorded_place(*post.post.place);
    record.published = time(*post.post.published);
    record.updated = time(post.updated);
    record.expired = post.state == PostState::tombstone;
    for (std::size_t i = 0; i < post.photo_count(); ++i)
        record.photos.push_back({*post.photo(i).src, *post.photo(i).credit, digest_of_file(site, post.photos[i].source), {}});
    std::set<std::uint32_t> speakers;
    for (const Statement& statement : post.statements) {
        if (statement.speaker.person != kNone) speakers.insert(statement.speaker.person);
        record.statements.push_back(record_of(site, post, statement));
    }
    for (const std::uint32_t index : speakers) {
        const auto& [key, person] = site.people[index];
        if (person.portrait) record.portraits.push_back(record_of(site, *key, *person.portrait));
    }
    // An event that another release describes is recorded there, with its changes.
    for (const EventIndex index : post.events) {
        const SiteEvent& placed = site.events[index];
        if (placed.origin.empty()) record.events.push_back(record_of(placed, post.post.events[placed.number]));
    }
    for (const Change& change : post.post.changes) record.changes.push_back(change_record(change));
    return record;
}

namespace {

// Every text of a release, so that none is forgotten when they are hidden or compared.
template <class Work>
void for_texts(PublishedRelease& release, Work work) {
    for (std::string* text : {&release.id, &release.address, &release.title, &release.place, &release.published, &release.updated})
        work(*text);
    for (std::string& alias : release.aliases) work(alias);
    for (PublishedStatement& each : release.statements) {
        for (std::string* text : {&each.id, &each.speaker, &each.sha256, &each.role, &each.party, &each.organization, &each.person,
                                  &each.role_shown, &each.approved})
            work(*text);
    }
    for (PublishedEvent& each : release.events) {
        for (std::string* text : {&each.uid, &each.start, &each.end, &each.status, &each.sha256}) work(*text);
        for (std::string& field : each.fields) work(field);
    }
    for (std::vector<PublishedPhoto>* photos : {&release.photos, &release.portraits}) {
        for (PublishedPhoto& each : *photos) {
            for (std::string* text : {&each.file, &each.credit, &each.sha256, &each.person}) work(*text);
        }
    }
    for (PublishedChange& each : release.changes) {
        for (std::string* text : {&each.at, &each.kind, &each.sha256}) work(*text);
    }
}

std::string hidden(const std::string& id, const std::string& text) { return text.empty() ? text : fingerprint(id + '\n' + text); }

}  // namespace

std::string hidden_id(const std::string& id) { return hidden(id, id); }

PublishedRelease as_unlisted(PublishedRelease release) {
    const std::string id = release.id;
    for_texts(release, [&](std::string& text) { text = hidden(id, text); });
    for (PublishedEvent& each : release.events) each.sequence = 0;
    release.unlisted = true;
    return release;
}

PublishedRelease revealed(PublishedRelease before, PublishedRelease now, const std::vector<std::string>& more) {
    std::unordered_map<std::string, std::string> known;
    const std::string id = now.id;
    for_texts(now, [&](std::string& text) { known.emplace(hidden(id, text), text); });
    for (const std::string& text : more) known.emplace(hidden(id, text), text);
    for_texts(before, [&](std::string& text) {
        if (const auto found = known.find(text); found != known.end()) text = found->second;
    });
    return before;
}

bool is_digest(std::string_view text) { return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos; }

void hide_digests(std::string& words) {
    for (std::size_t at = 0; at + 64 <= words.size(); ++at) {
        if (is_digest(std::string_view(words).substr(at, 64))) words.replace(at, 64, "…");
    }
}

}  // namespace pressrum
