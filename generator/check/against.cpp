// What is published, compared with what the sources say now.
//
// What a person said and when something happens may change after publication only with an entry under `changes` that is not
// published yet: then the page, the feeds and the calendar say so. Nobody but the readers still has the words of that time, so
// the manifest keeps fingerprints and a difference is reported by its place.

#include "check/changed_people.hpp"
#include "check/check.hpp"
#include "check/release_records.hpp"
#include "check/same_pictures.hpp"

#include "link/ledger.hpp"
#include "model/names.hpp"
#include "model/rules.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>

namespace pressrum {
namespace {

// Which entries under `changes` own up to what. For what somebody said, and who took a picture, only one that says that something was wrong.
constexpr ChangeKind kOfPeople[] = {ChangeKind::correction};
// What became of an event says nothing about the pictures.
constexpr ChangeKind kOfPictures[] = {ChangeKind::correction, ChangeKind::update, ChangeKind::clarification};
constexpr ChangeKind kOfEvents[] = {ChangeKind::correction, ChangeKind::update, ChangeKind::clarification, ChangeKind::moved,
                                    ChangeKind::cancelled};
// A meeting that is off may change the title.
constexpr std::span<const ChangeKind> kOfTitle = kOfEvents;

// What is told once, however many releases it is met in.
struct ToldOnce {
    ChangedPeople people;
    std::set<std::string> pictures;  // files that were replaced
};

class ReleaseCheck {
public:
    // `original`: for a translation.
    ReleaseCheck(const Site& site, const SitePost& post, const PublishedRelease& before, const ReleaseRecords* original, ToldOnce& once,
                 Diagnostics& diagnostics)
        : site_(site),
          post_(post),
          original_(original),
          records_(site, post, before, original),
          time_(to_iso(site.clock.local())),
          once_(once),
          diagnostics_(diagnostics) {}

    void run() {
        if (now_.published != before_.published)
            report(rule("against/published"), post_.post.published.at, {before_.published, now_.published});
        for (const std::string& address : before_.aliases) check_address(address);
        check_address(before_.address);
        for (const PublishedChange& change : before_.changes) {
            if (!holds(now_.changes, change))
                report(rule("against/change"), post_.post.changes.empty() ? post_.post.title.at : post_.post.changes.front().at,
                       {change.at});
        }
        check_whole();
        check_photos();
        check_statements();
        for (const PublishedEvent& event : before_.events) check_event(event);
    }

private:
    // What is known only by its digest is not shown: nobody can read it.
    std::vector<std::string> shown(std::vector<std::string> words) const {
        for (std::string& word : words) {
            if (before_.unlisted) hide_digests(word);
        }
        return words;
    }
    void report(const Rule* what, Span at, std::vector<std::string> words) {
        diagnostics_.add({what, at, shown(std::move(words)), {}, {}});
    }

    // Whoever has a link to it still comes here.
    void check_address(const std::string& before) {
        const bool leads_here = before == now_.address || std::find(now_.aliases.begin(), now_.aliases.end(), before) != now_.aliases.end();
        if (!leads_here) report(rule("against/moved"), post_.post.title.at, {before});
    }

    // An entry under `changes` of one of these kinds that is not published yet, and not backdated: a date before the published update
    // moves no feed and no calendar. One that names an event is about that event alone.
    bool is_told(std::span<const ChangeKind> kinds, const std::string* event = nullptr) const {
        for (std::size_t i = 0; i < now_.changes.size(); ++i) {
            const Change& change = post_.post.changes[i];
            const bool concerns = !change.event.given() || (event != nullptr && *change.event == *event);
            const bool covers = std::find(kinds.begin(), kinds.end(), *change.kind) != kinds.end();
            const bool dated_back = now_.changes[i].at < before_.updated.substr(0, now_.changes[i].at.size());
            if (concerns && covers && !dated_back && !holds(before_.changes, now_.changes[i])) return true;
        }
        return false;
    }

    // ------------------------------------------------------------ the release itself

    void check_whole() {
        if (!before_.unlisted && *post_.post.unlisted) report(rule("against/unlisted"), post_.post.unlisted.at, {});
        if (is_told(kOfTitle)) return;
        if (!before_.title.empty() && now_.title != before_.title)
            report(rule("against/title"), post_.post.title.at, {before_.title, time_});
        const auto place = [](const PublishedRelease& of) { return of.place; };
        if (before_.place.empty() || dateline(now_) == dateline(before_)) return;
        if (original_ != nullptr && whose(before_, now_, &original_->before, &original_->now, before_.unlisted, place) == Whose::original)
            return;
        const Text& written = post_.post.place;
        report(rule("against/event-words"), written.given() ? written.at : post_.post.title.at, {*post_.post.title, time_, "place"});
    }

    // A release that names no place is dated where the organisation is.
    std::string dateline(const PublishedRelease& release) const {
        return release.place == recorded_place("") ? recorded_place(*site_.config.organization.place) : release.place;
    }

    // ------------------------------------------------------------ who took the pictures

    void check_photos() {
        once_.people.compare_portraits(before_.portraits, now_.portraits);
        const SamePictures pictures(before_.photos, now_.photos);
        for (std::size_t i = 0; i < now_.photos.size(); ++i) {
            if (const PublishedPhoto* before = pictures.published_as(now_.photos[i])) check_photo(*before, now_.photos[i], i);
        }
        if (original_ != nullptr || is_told(kOfPictures)) return;  // a translation gets its pictures from there
        for (const PublishedPhoto& photo : before_.photos) {
            if (pictures.is_gone(photo)) report(rule("against/photo-gone"), post_.post.title.at, {photo.file, time_, photo.credit});
        }
    }

    void check_photo(const PublishedPhoto& before, const PublishedPhoto& now, std::size_t number) {
        if (before.credit != now.credit) {
            if (!is_told(kOfPeople))
                report(rule("against/photographer"), post_.photo(number).credit.at, {now.file, time_, before.credit, now.credit});
        } else if (is_replaced(before, now) && !is_told(kOfPictures) && once_.pictures.insert(post_.photos[number].source).second) {
            report(rule("against/photo-replaced"), post_.photo(number).src.at, {now.file, now.credit});
        }
    }

    // ------------------------------------------------------------ what was said

    Span place_of(std::size_t statement) const {
        const Statement& of = post_.statements[statement];
        return of.quote != kNone ? post_.post.quotes[of.quote].text.at : post_.body[of.node].at;
    }

    // Its address, as the page and the reader's link have it.
    std::string anchor(const std::string& id) const { return site_.words()["anchor_quote"] + "-" + id; }

    void check_statements() {
        std::unordered_map<std::string_view, std::size_t> by_id, by_words;
        for (std::size_t i = 0; i < now_.statements.size(); ++i) {
            by_id.emplace(now_.statements[i].id, i);
            by_words.emplace(now_.statements[i].sha256, i);
        }
        for (const PublishedStatement& before : before_.statements) {
            const auto same_id = by_id.find(before.id);
            const auto same_words = by_words.find(before.sha256);
            if (same_id != by_id.end()) {
                if (now_.statements[same_id->second].sha256 == before.sha256) check_speaker(before, same_id->second);
                else if (!is_told(kOfPeople)) report_words(before, same_id->second);
            } else if (same_words != by_words.end()) {
                report(rule("against/statement-address"), place_of(same_words->second),
                       {anchor(now_.statements[same_words->second].id), anchor(before.id)});
                check_speaker(before, same_words->second);
            } else if (!is_told(kOfPeople)) {
                report(rule("against/statement-gone"), post_.post.title.at, {anchor(before.id), time_});
            }
        }
    }

    static std::string office(const PublishedStatement& of, std::string words) {
        if (!of.party.empty()) words += (words.empty() ? "(" : " (") + of.party + ")";
        if (!of.organization.empty()) words += (words.empty() ? "" : ", ") + of.organization;
        return words.empty() ? "–" : words;
    }

    void check_speaker(const PublishedStatement& before, std::size_t at) {
        const PublishedStatement& now = now_.statements[at];
        const std::uint32_t person = post_.statements[at].speaker.person;
        once_.people.compare_key(before, now, person);
        // As the page says it. For a translation an earlier version of the program did not record how.
        const bool as_shown = !before.role_shown.empty() || post_.language == 0;
        const auto role = [&](const PublishedStatement& of) { return as_shown && !of.role_shown.empty() ? of.role_shown : of.role; };
        const bool same_name = now.speaker == before.speaker;
        const bool same_office = now.role == before.role && now.party == before.party && now.organization == before.organization;
        if ((same_name && same_office && role(now) == role(before)) || is_told(kOfPeople)) return;
        const std::vector<std::string> offices = {before.speaker, time_, office(before, role(before)), office(now, role(now))};
        if (same_name && same_office && person != kNone) return once_.people.tell_role_name(person, shown(offices));
        if ((now.person.empty() || now.person == before.person) && once_.people.explain(before, date_of(*post_.post.published))) return;
        if (same_name) report(rule("against/role"), place_of(at), offices);
        else report(rule("against/speaker"), place_of(at), {before.speaker, time_, now.speaker});
    }

    void report_words(const PublishedStatement& before, std::size_t at) {
        // A new day is a new approval, of words other than the published ones.
        if (!before.approved.empty() && before.approved == now_.statements[at].approved) {
            return report(rule("against/approved"), place_of(at),
                          {anchor(before.id), time_, to_iso(*post_.post.quotes[post_.statements[at].quote].approved)});
        }
        report(rule("against/statement"), place_of(at), {anchor(before.id), time_});
    }

    // ------------------------------------------------------------ when something happens

    // What an entry under `changes` calls it.
    static std::string_view kind_of_change(EventStatus status) {
        switch (status) {
            case EventStatus::moved: return name_of(ChangeKind::moved);
            case EventStatus::cancelled: return name_of(ChangeKind::cancelled);
            default: return name_of(ChangeKind::update);
        }
    }

    // "2024-05-slug.dialogmote@press.ekinge.example" → "dialogmote"
    std::string event_id(const std::string& uid) const {
        const std::size_t begin = uid.starts_with(before_.id + ".") ? before_.id.size() + 1 : 0;
        return uid.substr(begin, uid.rfind('@') - begin);
    }

    // The event is now given as that of another release, at the same time: nobody will miss it.
    bool is_told_elsewhere(const PublishedEvent& before) const {
        return std::any_of(post_.events.begin(), post_.events.end(), [&](EventIndex e) {
            const SiteEvent& placed = site_.events[e];
            if (placed.origin.empty()) return false;
            const PublishedEvent now = record_of(placed, post_.post.events[placed.number]);
            return now.start == before.start && now.end == before.end;
        });
    }

    void check_event(const PublishedEvent& before) {
        const PublishedEvent* now = find_event(now_.events, before.uid);
        if (now == nullptr) {
            if (!is_of_original(before) && !is_told(kOfEvents) && !is_told_elsewhere(before))
                report(rule("against/event-gone"), post_.post.title.at, {event_id(before.uid), time_, before.start});
            return;
        }
        const auto placed =
            std::find_if(post_.events.begin(), post_.events.end(), [&](EventIndex e) { return site_.events[e].uid == before.uid; });
        const Event& event = post_.post.events[site_.events[*placed].number];
        if (is_told(kOfEvents, &*event.id)) return check_previous(before, event);
        const EventRecords records = {before, *now, original_ != nullptr ? find_event(original_->before.events, before.uid) : nullptr,
                                      original_ != nullptr ? find_event(original_->now.events, before.uid) : nullptr};
        // A time and a status are the original's: it reports them.
        const bool of_original = records.original_now != nullptr;
        if (!of_original && time_of(*now) != time_of(before))
            return report(rule("against/event-time"), now->start != before.start || !event.end.given() ? event.start.at : event.end.at,
                          {*event.title, time_, time_of(before), time_of(*now)});
        if (!of_original && now->status != before.status)
            return report(rule("against/event-status"), event.status.given() ? event.status.at : event.title.at,
                          {*event.title, time_, before.status, now->status, std::string(kind_of_change(*event.status))});
        if (now->sha256 != before.sha256)
            report_field(event, records, "repeat", Watched::place, event.repeat ? event.repeat->at : event.title.at,
                         [](const PublishedEvent& of) { return of.sha256; });
        check_fields(records, event);
    }

    // An event of a translation that its original was published with.
    bool is_of_original(const PublishedEvent& before) const {
        return original_ != nullptr && (before_.unlisted || find_event(original_->before.events, before.uid) != nullptr);
    }

    // Whoever is told that an event was moved reads when it was to be: that is known, and only a correction may say otherwise.
    void check_previous(const PublishedEvent& before, const Event& event) {
        if (original_ != nullptr || !event.previous_start.given() || is_told(kOfPeople, &*event.id)) return;
        const std::string previous = to_iso(*event.previous_start);
        const std::vector<WatchedField> now = watched_fields(event);
        const auto stands = [&](const WatchedField& field) { return field.name == "previous_start" && holds(before.fields, field.record); };
        const auto may_tell = [](const std::string& record) { return record.starts_with("previous_start ") || is_digest(record); };
        // An earlier version of the program did not record which time it was.
        const bool unknown =
            before.status == name_of(EventStatus::moved) && std::none_of(before.fields.begin(), before.fields.end(), may_tell);
        if (unknown || before.start.starts_with(previous) || std::any_of(now.begin(), now.end(), stands)) return;
        report(rule("against/event-time"), event.previous_start.at, {*event.title, time_, before.start, previous});
    }

    // A place in other words may be its translation: nobody can tell, and nothing is stopped.
    template <class Value>
    void report_field(const Event& event, const EventRecords& of, std::string_view name, Watched how, Span at, Value value) {
        const Whose words = whose(of.before, of.now, of.original_before, of.original_now, before_.unlisted, value);
        if (words == Whose::original) return;
        report(how == Watched::place && words == Whose::own ? rule("against/event-details") : rule("against/event-words"), at,
               {*event.title, time_, std::string(name)});
    }

    void check_fields(const EventRecords& records, const Event& event) {
        const auto report_named = [&](std::string_view name, Watched how, Span at) {
            report_field(event, records, name == "" ? "…" : name, how, at,
                         [&](const PublishedEvent& of) { return record_named(of, name); });
        };
        const std::vector<WatchedField> now = watched_fields(event);
        std::set<std::string_view> told;
        for (const WatchedField& field : now) {
            if (holds(records.before.fields, field.record)) continue;
            told.insert(field.name);
            report_named(field.name, field.how, field.at);
        }
        for (const std::string& record : records.before.fields) {
            const auto same = [&](const WatchedField& field) { return field.record == record; };
            const std::string_view name = std::string_view(record).substr(0, record.find(' '));
            if (std::any_of(now.begin(), now.end(), same) || told.contains(name)) continue;
            // For an unlisted release nobody can read what is gone.
            if (is_digest(record) && !told.empty()) continue;
            report_named(is_digest(record) ? "" : name, is_digest(record) ? Watched::place : how_watched(name), event.title.at);
        }
    }

    static Watched how_watched(std::string_view name) {
        Watched how = Watched::words;
        for_traits<Event>([&](const auto& row) {
            if (row.name == name) how = kWatched<decltype(row)>;
        });
        return how;
    }

    const Site& site_;
    const SitePost& post_;
    const ReleaseRecords* const original_;  // null: it is not a translation
    const ReleaseRecords records_;
    const PublishedRelease& now_ = records_.now;
    const PublishedRelease& before_ = records_.before;
    const std::string time_;  // for a new entry under `changes`
    ToldOnce& once_;
    Diagnostics& diagnostics_;
};

// A post that is not published yet and went out at the same minute is most likely the missing one under another name. Each is the
// new name of one post.
class NewNames {
public:
    NewNames(const Site& site, const std::unordered_map<std::string_view, const PublishedRelease*>& published) {
        const std::vector<SitePost>& posts = site.posts.all();
        for (auto post = posts.rbegin(); post != posts.rend(); ++post) {
            if (published.contains(post->id)) continue;
            const LocalTime time = *post->post.published;
            by_time_[to_iso(site.zone, time)].push_back(&*post);
        }
    }

    bool knows(const PublishedRelease& before) const { return by_time_.contains(before.published); }

    const SitePost* take(const PublishedRelease& before) {
        const auto found = by_time_.find(before.published);
        if (found == by_time_.end() || found->second.empty()) return nullptr;
        const SitePost* post = found->second.back();
        found->second.pop_back();
        return post;
    }

private:
    std::unordered_map<std::string, std::vector<const SitePost*>> by_time_;  // the first of the site last
};

}  // namespace

void check_against(const Site& site, const Ledger& ledger, Diagnostics& diagnostics) {
    std::unordered_map<std::string_view, const SitePost*> posts;
    std::vector<std::string> hidden_ids;  // of what is or was unlisted: what the manifest calls it
    const bool any_unlisted =
        std::any_of(ledger.releases.begin(), ledger.releases.end(), [](const PublishedRelease& before) { return before.unlisted; });
    hidden_ids.reserve(site.posts.size() + site.withheld.size());  // so that none moves
    for (const SitePost& post : site.posts) {
        posts.emplace(post.id, &post);
        if (any_unlisted) posts.emplace(hidden_ids.emplace_back(hidden_id(post.id)), &post);
    }
    std::unordered_map<std::string_view, const WithheldPost*> withheld;
    for (const WithheldPost& post : site.withheld) {
        withheld.emplace(post.id, &post);
        if (any_unlisted) withheld.emplace(hidden_ids.emplace_back(hidden_id(post.id)), &post);
    }
    std::unordered_map<std::string_view, const PublishedRelease*> published;
    for (const PublishedRelease& before : ledger.releases) published.emplace(before.id, &before);
    NewNames new_names(site, published);
    const auto is_known = [&](const PublishedRelease& before) {
        return posts.contains(before.id) || withheld.contains(before.id) || new_names.knows(before) ||
               std::binary_search(site.faulty.begin(), site.faulty.end(), before.address);
    };
    // A press room that has lost the one release it had is still itself.
    const bool may_be_other = ledger.base_url != *site.config.base_url ? !ledger.releases.empty() : ledger.releases.size() > 1;
    if (may_be_other && std::none_of(ledger.releases.begin(), ledger.releases.end(), is_known))
        return diagnostics.add(
            {rule("against/other-site"), site.config.base_url.at, {ledger.base_url, std::to_string(ledger.releases.size())}, {}, {}});
    // Then nothing is the same as before: one message instead of one for each event.
    if (!ledger.authority.empty() && ledger.authority != site.authority) {
        const Text& written = site.config.id_authority;
        return diagnostics.add({rule("against/authority"),
                                written.given() ? written.at : site.config.base_url.at,
                                {ledger.authority, site.authority},
                                written.given() ? ledger.authority : "",
                                {}});
    }
    ToldOnce once{ChangedPeople(site, diagnostics), {}};
    const auto original_of = [&](const SitePost& post) -> std::optional<ReleaseRecords> {
        const SitePost& original = site.posts[post.versions.front()];
        if (original.id == post.id) return std::nullopt;
        auto found = published.find(original.id);
        if (found == published.end()) found = published.find(hidden_id(original.id));
        if (found == published.end()) return std::nullopt;
        return ReleaseRecords(site, original, *found->second, nullptr);
    };

    for (const PublishedRelease& before : ledger.releases) {
        const auto shown = posts.find(before.id);
        if (shown != posts.end()) {
            const SitePost& post = *shown->second;
            // Even when all that is left is the page that says it has expired: what was changed then would come back as something else.
            const std::optional<ReleaseRecords> original = original_of(post);
            if (post.state != PostState::preview)
                ReleaseCheck(site, post, before, original ? &*original : nullptr, once, diagnostics).run();
            else diagnostics.add({rule("against/withdrawn"), *post.post.draft ? post.post.draft.at : post.post.published.at, {}, {}, {}});
            continue;
        }
        const auto hidden = withheld.find(before.id);
        if (hidden != withheld.end()) {
            if (!hidden->second->expired) diagnostics.add({rule("against/withdrawn"), hidden->second->at, {}, {}, {}});
            else if (!before.unlisted || before.expired) diagnostics.add({rule("against/removed"), hidden->second->at, {}, {}, {}});
            continue;
        }
        if (std::binary_search(site.faulty.begin(), site.faulty.end(), before.address)) continue;  // its own faults have been reported
        const SitePost* renamed = new_names.take(before);
        if (renamed != nullptr)
            diagnostics.add(
                {rule("against/renamed"), renamed->post.id.given() ? renamed->post.id.at : renamed->post.title.at, {before.id}, {}, {}});
        else if (before.unlisted) diagnostics.add({rule("against/missing-unlisted"), before.at, {}, {}, {}});
        else diagnostics.add({rule("against/missing"), before.at, {before.id}, {}, {}});
    }
}

}  // namespace pressrum
