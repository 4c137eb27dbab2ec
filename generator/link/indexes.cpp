#include "link/indexes.hpp"

#include "base/unicode.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace pressrum {
namespace {

void index_topics(Site& site, Topics& topics) {
    const std::array tables = {&topics.topics, &topics.areas};
    for (std::size_t t = 0; t < tables.size(); ++t) {
        for (auto& [key, topic] : *tables[t]) site.topics[t].push_back({*key, std::move(topic), {}, {}});
    }
    for (const PostIndex p : site.listed) {
        for (const std::uint32_t i : site.posts[p].topics) site.topics[kTopicList][i].posts.push_back(p);
        for (const std::uint32_t i : site.posts[p].areas) site.topics[kAreaList][i].posts.push_back(p);
    }
    for (const EventIndex e : site.listed_events) {
        const auto add = [&](const SitePost& post) {
            const std::array lists = {&post.topics, &post.areas};
            for (std::size_t t = 0; t < lists.size(); ++t) {
                for (const std::uint32_t i : *lists[t]) {
                    std::vector<EventIndex>& all = site.topics[t][i].events;
                    if (all.empty() || all.back() != e) all.push_back(e);  // two releases on this topic may announce it
                }
            }
        };
        add(site.posts[site.events[e].post]);
        for (const PostIndex p : site.events[e].also) add(site.posts[p]);
    }
}

std::vector<ArchiveMonth> months_of(const Site& site, const std::vector<PostIndex>& listed) {
    std::vector<ArchiveMonth> months;
    for (std::uint32_t i = 0; i < listed.size(); ++i) {
        const LocalTime published = *site.posts[listed[i]].post.published;
        const int year = year_of(published);
        const unsigned month = month_of(published);
        if (months.empty() || months.back().year != year || months.back().month != month) months.push_back({year, month, i, i});
        months.back().end = i + 1;
    }
    return months;
}

void index_people(Site& site) {
    std::map<std::uint32_t, PersonNode> nodes;
    // What somebody says in a release; of `heard` it is known in another of its versions.
    const auto add_statements = [&](PostIndex p, const std::set<std::uint32_t>& heard) {
        const auto& statements = site.posts[p].statements;
        for (std::uint32_t s = 0; s < statements.size(); ++s) {
            const std::uint32_t person = statements[s].speaker.person;
            if (person == kNone || heard.contains(person)) continue;
            PersonNode& node = nodes[person];
            node.person = person;
            node.statements.push_back({p, s});
            if (node.posts.empty() || node.posts.back() != p) node.posts.push_back(p);
        }
    };
    for (const PostIndex p : site.listed) {
        std::set<std::uint32_t> heard;
        add_statements(p, heard);
        // Somebody whom a translation alone quotes has said it all the same.
        for (const PostIndex version : site.posts[p].versions) {
            if (version != p && site.posts[version].listed) add_statements(version, heard);
            for (const Statement& statement : site.posts[version].statements) heard.insert(statement.speaker.person);
        }
    }
    for (auto& [person, node] : nodes) {  // posts are newest first, and so are their indices
        std::sort(node.posts.begin(), node.posts.end());
        std::sort(node.statements.begin(), node.statements.end(), [](const StatementRef& a, const StatementRef& b) {
            return std::pair(a.post, a.statement) < std::pair(b.post, b.statement);
        });
    }
    std::vector<std::string_view> names;
    std::vector<std::uint32_t> people;
    for (const auto& [person, node] : nodes) {
        names.push_back(*site.people[person].second.name);
        people.push_back(person);
    }
    for (const std::size_t i : dictionary_order(names, *site.config.language)) site.speakers.push_back(std::move(nodes[people[i]]));
}

void index_corrections(Site& site) {
    for (const PostIndex p : site.listed) {
        for (std::uint32_t c = 0; c < site.posts[p].post.changes.size(); ++c) site.corrections.push_back({p, c});
    }
    const auto at = [&](const ChangeRef& ref) { return *site.posts[ref.post].post.changes[ref.change].at_time; };
    std::stable_sort(site.corrections.begin(), site.corrections.end(),
                     [&](const ChangeRef& a, const ChangeRef& b) { return at(a) > at(b); });
}

// Who appears on a page that anybody can fetch, and which contacts listed posts name.
void index_shown_people(Site& site) {
    site.speaking.assign(site.people.size(), false);
    site.named_contacts.all().assign(site.people.size(), false);
    for (const SitePost& post : site.posts) {
        if (post.state == PostState::tombstone) continue;
        for (const Statement& statement : post.statements) {
            if (statement.speaker.person != kNone) site.speaking[statement.speaker.person] = true;
        }
    }
    for (const PostIndex p : site.listed) {
        for (const std::uint32_t contact : site.posts[p].contacts) site.named_contacts[contact] = true;
    }
}

}  // namespace

void index_posts(Site& site, Topics& topics) {
    index_topics(site, topics);
    site.months = months_of(site, site.listed);
    for (std::size_t language = 0; language < site.listed_by_language.size(); ++language)
        site.months_by_language.emplace_back(language) = months_of(site, site.listed_by_language[language]);
    index_people(site);
    index_shown_people(site);
    index_corrections(site);
}

}  // namespace pressrum
