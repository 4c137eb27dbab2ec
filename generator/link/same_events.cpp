#include "link/same_events.hpp"

#include "base/text.hpp"
#include "model/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace pressrum {
namespace {

// Looking for a near word costs a pass over all of them; a file full of faults gets help with only the first ones.
constexpr std::size_t kMaxNearest = 20;

std::string_view post_of(std::string_view reference) { return reference.substr(0, reference.find('#')); }
std::string_view event_of(std::string_view reference) { return reference.substr(reference.find('#') + 1); }

class Filling {
public:
    Filling(const std::vector<AnnouncingPost>& posts, Diagnostics& diagnostics) : posts_(posts), diagnostics_(diagnostics) {
        for (std::size_t p = 0; p < posts.size(); ++p) {
            if (posts[p].original) by_id_.emplace(posts[p].post->id, p);
            versions_[posts[p].release].push_back(p);
        }
    }

    void fill(std::size_t p) {
        for (std::uint32_t e = 0; e < posts_[p].post->post.events.size(); ++e) {
            if (posts_[p].post->post.events[e].same_as.given()) fill(p, e);
        }
    }

    std::vector<SameEvent> take() { return std::move(same_); }

private:
    void report(const Rule* rule, const Text& same_as, std::vector<std::string> words, std::string suggestion = {}) {
        diagnostics_.add({rule, same_as.at, std::move(words), std::move(suggestion), {}});
    }

    void fill(std::size_t p, std::uint32_t number) {
        const SitePost& own = *posts_[p].post;
        const Text& same_as = own.post.events[number].same_as;
        const auto post = by_id_.find(post_of(*same_as));
        if (post == by_id_.end())
            return report(rule("event/same-as-unknown-post"), same_as, {std::string(post_of(*same_as))}, near_post(*same_as));
        const std::size_t o = post->second;
        if (!posts_[o].sound) return;
        const SitePost& original = *posts_[o].post;
        const auto of = number_of(o, event_of(*same_as));
        if (!of)
            return report(rule("event/same-as-unknown-event"), same_as, {original.id, std::string(event_of(*same_as))},
                          near_event(original, *same_as));
        const Text& further = original.post.events[*of].same_as;
        if (posts_[o].release == posts_[p].release || further.given()) {
            const auto end = further.given() ? by_id_.find(post_of(*further)) : by_id_.end();
            const bool leads_on = end != by_id_.end() && posts_[end->second].release != posts_[p].release;
            return report(rule("event/same-as-chain"), same_as, {*same_as}, leads_on ? *further : "");
        }
        const bool later = original.post.published.given() && own.post.published.given() && *original.post.published > *own.post.published;
        if (!*own.post.draft && (*original.post.draft || later)) return report(rule("event/same-as-hidden"), same_as, {original.id});
        copy(p, number, version(o, own.language), event_of(*same_as));
    }

    // The version of a release in a language, else its original.
    std::size_t version(std::size_t original, std::uint32_t language) const {
        for (const std::size_t each : versions_.at(posts_[original].release)) {
            if (posts_[each].sound && posts_[each].post->language == language) return each;
        }
        return original;
    }

    void copy(std::size_t p, std::uint32_t number, std::size_t of_post, std::string_view id) {
        const auto of = number_of(of_post, id);
        if (!of) return;
        Event& own = posts_[p].post->post.events[number];
        Event filled = posts_[of_post].post->post.events[*of];
        // A change to the event changes this release too.
        SitePost& post = *posts_[p].post;
        for (const Change& change : posts_[of_post].post->post.changes) {
            if (*change.event == id) post.updated = std::max(post.updated, *change.at_time);
        }
        filled.id = own.id;
        filled.same_as = own.same_as;
        filled.at = own.at;
        own = std::move(filled);
        same_.push_back({p, number, of_post, *of});
    }

    // The events of a post by id, read when the first reference to it is met.
    std::optional<std::uint32_t> number_of(std::size_t p, std::string_view id) {
        const auto [events, fresh] = events_.try_emplace(p);
        if (fresh) {
            const std::vector<Event>& all = posts_[p].post->post.events;
            for (std::uint32_t i = 0; i < all.size(); ++i) events->second.emplace(*all[i].id, i);
        }
        const auto found = events->second.find(std::string(id));
        return found == events->second.end() ? std::nullopt : std::optional(found->second);
    }

    std::string near_post(std::string_view reference) {
        if (++faults_ > kMaxNearest) return {};
        std::vector<std::string_view> ids;
        for (const auto& [id, post] : by_id_) ids.push_back(id);
        std::sort(ids.begin(), ids.end());
        const auto nearest = find_nearest(post_of(reference), ids);
        return nearest ? fmt::format("{}#{}", *nearest, event_of(reference)) : "";
    }

    std::string near_event(const SitePost& post, std::string_view reference) {
        if (++faults_ > kMaxNearest) return {};
        std::vector<std::string_view> ids;
        for (const Event& event : post.post.events) ids.push_back(*event.id);
        const auto nearest = find_nearest(event_of(reference), ids);
        if (nearest) return fmt::format("{}#{}", post.id, *nearest);
        return ids.size() == 1 ? fmt::format("{}#{}", post.id, ids.front()) : "";  // it can only be that one
    }

    const std::vector<AnnouncingPost>& posts_;
    Diagnostics& diagnostics_;
    std::unordered_map<std::string_view, std::size_t> by_id_;
    std::unordered_map<std::size_t, std::vector<std::size_t>> versions_;  // of a release
    std::unordered_map<std::size_t, std::unordered_map<std::string, std::uint32_t>> events_;
    std::vector<SameEvent> same_;
    std::size_t faults_ = 0;
};

}  // namespace

void name_same_events(Post& post) {
    for (Event& event : post.events) {
        if (event.same_as.given() && !event.id.given()) event.id = Text(std::string(event_of(*event.same_as)), event.same_as.at);
    }
}

std::vector<SameEvent> fill_same_events(const std::vector<AnnouncingPost>& posts, Diagnostics& diagnostics) {
    std::vector<std::size_t> with;
    for (std::size_t p = 0; p < posts.size(); ++p) {
        const std::vector<Event>& events = posts[p].post->post.events;
        if (posts[p].sound && std::any_of(events.begin(), events.end(), [](const Event& event) { return event.same_as.given(); }))
            with.push_back(p);
    }
    if (with.empty()) return {};  // most sites have none, and then nothing is looked up
    Filling filling(posts, diagnostics);
    for (const std::size_t p : with) filling.fill(p);
    return filling.take();
}

void place_same_events(const std::vector<SameEvent>& same, const std::vector<AnnouncingPost>& posts,
                       std::vector<std::vector<SiteEvent>>& placed) {
    const auto by_number = [](const SiteEvent& event, std::uint32_t number) { return event.number < number; };
    // All are looked up before one is added: a post may both announce another's event and describe one that a third announces, and a
    // list is searched by number.
    std::vector<std::pair<std::size_t, SiteEvent>> copies;
    for (const SameEvent& each : same) {
        const std::vector<SiteEvent>& theirs = placed[each.of_post];
        const auto found = std::lower_bound(theirs.begin(), theirs.end(), each.of_number, by_number);
        if (found == theirs.end() || found->number != each.of_number) continue;  // it has faults of its own, which have been reported
        SiteEvent event = *found;
        event.number = each.number;
        event.origin = posts[each.of_post].post->source;
        copies.emplace_back(each.post, std::move(event));
    }
    for (auto& [post, event] : copies) placed[post].push_back(std::move(event));
    for (std::size_t i = 0; i < copies.size(); ++i) {
        if (i + 1 < copies.size() && copies[i + 1].first == copies[i].first) continue;  // those of a post stand together
        std::vector<SiteEvent>& own = placed[copies[i].first];
        std::sort(own.begin(), own.end(), [](const SiteEvent& a, const SiteEvent& b) { return a.number < b.number; });
    }
}

namespace {

bool has_calendar(const Site& site, const SiteEvent& event) {
    const SitePost& post = site.posts[event.post];
    return post.versions.front() == event.post && post.state != PostState::tombstone;
}

void find_homes(Site& site) {
    const auto rank = [&](EventIndex e) {
        const SitePost& post = site.posts[site.events[e].post];
        return std::tuple(!post.listed, !site.events[e].origin.empty(), post.published_at, std::string_view(post.id));
    };
    std::unordered_map<std::string_view, EventIndex> homes;
    for (EventIndex e = 0; e < site.events.size(); ++e) {
        if (!has_calendar(site, site.events[e])) continue;
        const auto [home, fresh] = homes.emplace(site.events[e].uid, e);
        if (!fresh && rank(e) < rank(home->second)) home->second = e;
    }
    for (EventIndex e = 0; e < site.events.size(); ++e) {
        const auto home = homes.find(site.events[e].uid);
        site.events[e].home = home == homes.end() ? e : home->second;
        const PostIndex post = site.events[e].post;
        if (site.events[e].home == e || !has_calendar(site, site.events[e]) || !site.posts[post].listed) continue;
        site.events[site.events[e].home].also.push_back(post);
    }
}

}  // namespace

void index_events(Site& site, std::vector<std::vector<SiteEvent>>& placed) {
    for (PostIndex p = 0; p < site.posts.size(); ++p) {
        for (SiteEvent& event : placed[p]) {
            event.post = p;
            site.events.push_back(std::move(event));
        }
    }
    std::stable_sort(site.events.begin(), site.events.end(), [&](const SiteEvent& a, const SiteEvent& b) {
        return std::tie(a.start, a.uid, site.posts[a.post].language) < std::tie(b.start, b.uid, site.posts[b.post].language);
    });
    find_homes(site);
    for (EventIndex e = 0; e < site.events.size(); ++e) {
        SitePost& post = site.posts[site.events[e].post];
        post.events.push_back(e);
        if (site.events[e].home == e && post.listed && has_calendar(site, site.events[e])) site.listed_events.push_back(e);
    }
    for (SitePost& post : site.posts) {
        std::sort(post.events.begin(), post.events.end(),
                  [&](EventIndex a, EventIndex b) { return site.events[a].number < site.events[b].number; });
    }
}

}  // namespace pressrum
