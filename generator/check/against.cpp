// What is published, compared with what the sources say now.
//
// What a person said and when something happens may change after publication only with an entry under `changes` that is not
// published yet: then the page, the feeds and the calendar tell. The words of the time stand in nobody's hands but the reader's, so
// the manifest keeps fingerprints and a difference is told by its place.

#include "check/check.hpp"

#include "link/ledger.hpp"
#include "model/names.hpp"
#include "model/rules.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace pressrum {
namespace {

bool is_digest(std::string_view text) { return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos; }

void hide_digests(std::string& words) {
    for (std::size_t at = 0; at + 64 <= words.size(); ++at) {
        if (is_digest(std::string_view(words).substr(at, 64))) words.replace(at, 64, "…");
    }
}

// What people.yaml says otherwise than what is published of a person: told once, however much the person has said.
class ChangedPeople {
public:
    ChangedPeople(const Site& site, Diagnostics& diagnostics) : site_(site), diagnostics_(diagnostics) {}

    // Whether the person is called otherwise now, on the day of the statement.
    bool explain(const PublishedStatement& before, Date day) {
        if (before.person.empty()) return false;
        const auto found =
            std::find_if(site_.people.begin(), site_.people.end(), [&](const auto& each) { return *each.first == before.person; });
        if (found == site_.people.end()) return false;
        const std::string& name = name_on(found->second, day);
        if (name == before.speaker) return false;
        // Of an unlisted release only a digest of the old name is known. It stands last in the manifest: a listed one has told the name.
        std::set<std::string>& told = told_[before.person];
        const std::string old = is_digest(before.speaker) ? "…" : before.speaker;
        const bool news = is_digest(before.speaker) ? told.empty() : !told.contains(old);
        told.insert(old);
        if (news) diagnostics_.add({rule("against/name"), found->second.name.at, {old, name}, {}, {}});
        return true;
    }

    // The key is the address of a person's page.
    void compare_key(const PublishedStatement& before, const PublishedStatement& now, std::uint32_t person) {
        if (person == kNone || before.person.empty() || is_digest(before.person) || before.person == now.person) return;
        const auto same_key = [&](const auto& each) { return *each.first == before.person; };
        if (std::any_of(site_.people.begin(), site_.people.end(), same_key) || !gone_keys_.insert(before.person).second) return;
        diagnostics_.add({rule("against/person"), site_.people[person].first.at, {before.person, now.person}, {}, {}});
    }

    void compare_portrait(const std::vector<PublishedPhoto>& before, const Person& person) {
        if (!person.portrait) return;
        const Portrait& now = *person.portrait;
        for (const PublishedPhoto& each : before) {
            if (each.file == *now.src && each.credit != *now.credit && portraits_.insert(each.file).second)
                diagnostics_.add({rule("against/portrait"),
                                  now.credit.at,
                                  {each.file, is_digest(each.credit) ? "…" : each.credit, *now.credit},
                                  {},
                                  {}});
        }
    }

private:
    const Site& site_;
    Diagnostics& diagnostics_;
    std::map<std::string, std::set<std::string>> told_;  // key in people.yaml → names
    std::set<std::string> gone_keys_, portraits_;        // that have been told of
};

class ReleaseCheck {
public:
    ReleaseCheck(const Site& site, const SitePost& post, const PublishedRelease& before, ChangedPeople& people, Diagnostics& diagnostics)
        : site_(site),
          post_(post),
          now_(record_of(site, post)),
          before_(before.unlisted ? revealed(before, now_, times_of(site, post)) : before),
          time_(to_iso(site.local_now)),
          people_(people),
          diagnostics_(diagnostics) {}

    void run() {
        if (now_.published != before_.published)
            report(rule("against/published"), post_.post.published.at, {before_.published, now_.published});
        if (now_.address != before_.address && !has_alias(before_.address))
            report(rule("against/moved"), post_.post.title.at, {before_.address});
        for (const PublishedChange& change : before_.changes) {
            const bool stands = std::find(now_.changes.begin(), now_.changes.end(), change) != now_.changes.end();
            if (!stands)
                report(rule("against/change"), post_.post.changes.empty() ? post_.post.title.at : post_.post.changes.front().at,
                       {change.at});
        }
        check_whole();
        check_photos();
        check_statements();
        for (const PublishedEvent& event : before_.events) check_event(event);
    }

private:
    // A translation has the events of its original, which tells of them; its own are the words about them.
    bool is_original() const { return site_.posts[post_.versions.front()].id == post_.id; }

    // As a record tells them.
    static std::vector<std::string> times_of(const Site& site, const SitePost& post) {
        std::vector<std::string> times;
        for (const Change& change : post.post.changes) times.push_back(to_iso(*change.at_time, site.zone.offset_at(*change.at_time)));
        return times;
    }

    // What only a digest is known of is not told: nobody can read it.
    void report(const Rule* what, Span at, std::vector<std::string> words) {
        for (std::string& word : words) {
            if (before_.unlisted) hide_digests(word);
        }
        diagnostics_.add({what, at, std::move(words), {}, {}});
    }

    bool has_alias(const std::string& address) const {
        const auto& all = post_.post.aliases;
        return std::any_of(all.begin(), all.end(),
                           [&](const Text& alias) { return *alias == "/" + address || *alias + "/" == "/" + address; });
    }

    // An entry under `changes` that is not published yet, and not dated back: a date before the published update moves no feed and no
    // calendar. One that names an event tells of that event alone.
    bool is_told(const std::string* event = nullptr) const {
        for (std::size_t i = 0; i < now_.changes.size(); ++i) {
            const Text& about = post_.post.changes[i].event;
            const bool concerns = !about.given() || (event != nullptr && *about == *event);
            const bool dated_back = now_.changes[i].at < before_.updated.substr(0, now_.changes[i].at.size());
            if (concerns && !dated_back &&
                std::find(before_.changes.begin(), before_.changes.end(), now_.changes[i]) == before_.changes.end())
                return true;
        }
        return false;
    }

    // ------------------------------------------------------------ the release itself

    void check_whole() {
        if (!before_.unlisted && *post_.post.unlisted) report(rule("against/unlisted"), post_.post.unlisted.at, {});
        if (is_told()) return;
        if (!before_.title.empty() && now_.title != before_.title)
            report(rule("against/title"), post_.post.title.at, {before_.title, time_});
    }

    // ------------------------------------------------------------ who took the pictures

    void check_photos() {
        for (const Statement& statement : post_.statements) {
            if (statement.speaker.person != kNone)
                people_.compare_portrait(before_.portraits, site_.people[statement.speaker.person].second);
        }
        if (is_told()) return;
        for (const PublishedPhoto& photo : now_.photos) {
            const auto same_file = [&](const PublishedPhoto& before) { return before.file == photo.file; };
            const auto before = std::find_if(before_.photos.begin(), before_.photos.end(), same_file);
            const auto same = [&](const PublishedPhoto& each) { return same_file(each) && each.credit == photo.credit; };
            if (before == before_.photos.end() || std::any_of(before_.photos.begin(), before_.photos.end(), same)) continue;
            const auto number = static_cast<std::size_t>(&photo - now_.photos.data());
            report(rule("against/photographer"), post_.photo(number).credit.at, {photo.file, time_, before->credit, photo.credit});
        }
        if (!is_original()) return;  // a translation has its pictures from there
        for (const PublishedPhoto& photo : before_.photos) {
            if (has_file(now_.photos, photo.file) || is_in_another_file(photo.credit)) continue;
            report(rule("against/photo-gone"), post_.post.title.at, {photo.file, time_, photo.credit});
        }
    }

    static bool has_file(const std::vector<PublishedPhoto>& photos, const std::string& file) {
        return std::any_of(photos.begin(), photos.end(), [&](const PublishedPhoto& each) { return each.file == file; });
    }

    // Scaled or called otherwise, it is still by the same photographer.
    bool is_in_another_file(const std::string& credit) const {
        return std::any_of(now_.photos.begin(), now_.photos.end(),
                           [&](const PublishedPhoto& each) { return each.credit == credit && !has_file(before_.photos, each.file); });
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
                else if (!is_told()) report_words(before, same_id->second);
            } else if (same_words != by_words.end()) {
                report(rule("against/statement-address"), place_of(same_words->second),
                       {anchor(now_.statements[same_words->second].id), anchor(before.id)});
                check_speaker(before, same_words->second);
            } else if (!is_told()) {
                report(rule("against/statement-gone"), post_.post.title.at, {anchor(before.id), time_});
            }
        }
    }

    static std::string office(const PublishedStatement& of) {
        std::string words = of.role;
        if (!of.party.empty()) words += (words.empty() ? "(" : " (") + of.party + ")";
        if (!of.organization.empty()) words += (words.empty() ? "" : ", ") + of.organization;
        return words.empty() ? "–" : words;
    }

    void check_speaker(const PublishedStatement& before, std::size_t at) {
        const PublishedStatement& now = now_.statements[at];
        people_.compare_key(before, now, post_.statements[at].speaker.person);
        const bool same_office = now.role == before.role && now.party == before.party && now.organization == before.organization;
        if ((now.speaker == before.speaker && same_office) || is_told()) return;
        if ((now.person.empty() || now.person == before.person) && people_.explain(before, date_of(*post_.post.published))) return;
        if (now.speaker == before.speaker) report(rule("against/role"), place_of(at), {before.speaker, time_, office(before), office(now)});
        else report(rule("against/speaker"), place_of(at), {before.speaker, time_, now.speaker});
    }

    void report_words(const PublishedStatement& before, std::size_t at) {
        const Statement& statement = post_.statements[at];
        if (statement.quote != kNone && post_.post.quotes[statement.quote].approved.given()) {
            return report(rule("against/approved"), place_of(at),
                          {anchor(before.id), time_, to_iso(*post_.post.quotes[statement.quote].approved)});
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

    // The event is now told to be that of another release, at the same time: nobody misses it.
    bool is_told_elsewhere(const PublishedEvent& before) const {
        return std::any_of(post_.events.begin(), post_.events.end(), [&](EventIndex e) {
            const SiteEvent& placed = site_.events[e];
            if (placed.origin.empty()) return false;
            const PublishedEvent now = record_of(placed, post_.post.events[placed.number]);
            return now.start == before.start && now.end == before.end;
        });
    }

    void check_event(const PublishedEvent& before) {
        const auto found =
            std::find_if(now_.events.begin(), now_.events.end(), [&](const PublishedEvent& event) { return event.uid == before.uid; });
        if (found == now_.events.end()) {
            if (is_original() && !is_told() && !is_told_elsewhere(before))
                report(rule("against/event-gone"), post_.post.title.at, {event_id(before.uid), time_, before.start});
            return;
        }
        const auto placed =
            std::find_if(post_.events.begin(), post_.events.end(), [&](EventIndex e) { return site_.events[e].uid == before.uid; });
        const Event& event = post_.post.events[site_.events[*placed].number];
        if (is_told(&*event.id)) return;
        const auto time = [](const PublishedEvent& of) { return of.end.empty() ? of.start : of.start + "–" + of.end; };
        if (!is_original() && (time(*found) != time(before) || found->status != before.status || found->sha256 != before.sha256)) return;
        if (time(*found) != time(before))
            return report(rule("against/event-time"), found->start != before.start || !event.end.given() ? event.start.at : event.end.at,
                          {*event.title, time_, time(before), time(*found)});
        if (found->status != before.status)
            return report(rule("against/event-status"), event.status.given() ? event.status.at : event.title.at,
                          {*event.title, time_, before.status, found->status, std::string(kind_of_change(*event.status))});
        if (found->sha256 != before.sha256) report_field(event, "repeat", Watched::place, event.repeat ? event.repeat->at : event.title.at);
        check_fields(before, event);
    }

    void report_field(const Event& event, std::string_view name, Watched how, Span at) {
        report(how == Watched::place ? rule("against/event-details") : rule("against/event-words"), at,
               {*event.title, time_, std::string(name)});
    }

    void check_fields(const PublishedEvent& before, const Event& event) {
        const std::vector<WatchedField> now = watched_fields(event);
        std::set<std::string_view> told;
        for (const WatchedField& field : now) {
            if (std::find(before.fields.begin(), before.fields.end(), field.record) != before.fields.end()) continue;
            told.insert(field.name);
            if (is_original() || field.how == Watched::words) report_field(event, field.name, field.how, field.at);
        }
        for (const std::string& record : before.fields) {
            const auto same = [&](const WatchedField& field) { return field.record == record; };
            const std::string_view name = std::string_view(record).substr(0, record.find(' '));
            if (std::any_of(now.begin(), now.end(), same) || told.contains(name)) continue;
            // Of an unlisted release nobody can read what is gone.
            if (is_digest(record) && !told.empty()) continue;
            const Watched how = is_digest(record) ? Watched::place : how_watched(name);
            if (is_original() || how == Watched::words) report_field(event, is_digest(record) ? "…" : name, how, event.title.at);
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
    const PublishedRelease now_;
    const PublishedRelease before_;
    const std::string time_;  // for a new entry under `changes`
    ChangedPeople& people_;
    Diagnostics& diagnostics_;
};

// A post that is not published yet and went out at the same minute is most likely the missing one under another name. Each is the
// new name of one post.
class NewNames {
public:
    NewNames(const Site& site, const std::unordered_map<std::string_view, const PublishedRelease*>& published) {
        for (auto post = site.posts.rbegin(); post != site.posts.rend(); ++post) {
            if (published.contains(post->id)) continue;
            const LocalTime time = *post->post.published;
            by_time_[to_iso(time, site.zone.offset_at(time))].push_back(&*post);
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
    std::vector<std::string> hidden_ids;  // of what is or was unlisted: how the manifest calls it
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
    ChangedPeople people(site, diagnostics);

    for (const PublishedRelease& before : ledger.releases) {
        const auto shown = posts.find(before.id);
        if (shown != posts.end()) {
            const SitePost& post = *shown->second;
            if (post.state == PostState::published) ReleaseCheck(site, post, before, people, diagnostics).run();
            if (post.state == PostState::preview)
                diagnostics.add({rule("against/withdrawn"), *post.post.draft ? post.post.draft.at : post.post.published.at, {}, {}, {}});
            continue;
        }
        const auto hidden = withheld.find(before.id);
        if (hidden != withheld.end()) {
            if (!hidden->second->expired) diagnostics.add({rule("against/withdrawn"), hidden->second->at, {}, {}, {}});
            else if (!before.unlisted) diagnostics.add({rule("against/removed"), hidden->second->at, {}, {}, {}});
            continue;
        }
        if (std::binary_search(site.faulty.begin(), site.faulty.end(), before.address)) continue;  // its own faults have been reported
        if (before.expired) continue;                                                              // what it said is over
        const SitePost* renamed = new_names.take(before);
        if (renamed != nullptr)
            diagnostics.add(
                {rule("against/renamed"), renamed->post.id.given() ? renamed->post.id.at : renamed->post.title.at, {before.id}, {}, {}});
        else if (before.unlisted) diagnostics.add({rule("against/missing-unlisted"), before.at, {}, {}, {}});
        else diagnostics.add({rule("against/missing"), before.at, {before.id}, {}, {}});
    }
}

}  // namespace pressrum
