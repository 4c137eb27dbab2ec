#include "plan/enumerate.hpp"

#include "link/references.hpp"
#include "plan/paths.hpp"
#include "plan/shown_files.hpp"

#include <algorithm>
#include <set>

namespace pressrum::enumerate {
namespace {

void one(Plan& plan, const Format& self, std::string_view address) { plan.add(output_file(address), self, subject::WholeSite{}); }

// The same feed in the folder of the site, of each further language, of each topic, area and person, and of the corrections.
void feeds(const Site& of, const Format& self, Plan& plan, std::string_view file) {
    for (std::uint32_t l = 0; l < of.languages.size(); ++l) plan.add(home_address(of, l) + std::string(file), self, subject::Language{l});
    for (std::uint32_t list = 0; list < of.topics.size(); ++list) {
        for (std::uint32_t t = 0; t < of.topics[list].size(); ++t)
            plan.add(topic_address(of, list, t) + std::string(file), self, subject::Topic{list, t});
    }
    for (std::uint32_t i = 0; i < of.speakers.size(); ++i)
        plan.add(person_address(of, of.speakers[i].person) + std::string(file), self, subject::Person{i});
    plan.add(corrections_address(of) + std::string(file), self, subject::Corrections{});
}

void archives(const Site& of, const Format& self, Plan& plan, std::string_view file) {
    for (std::uint32_t l = 0; l < of.languages.size(); ++l) {
        for (const ArchiveMonth& each : of.months_in(l)) {
            if (is_over(of, each))
                plan.add(archive_address(of, each, l) + std::string(file), self, subject::Month{l, each.year, each.month});
        }
    }
}

}  // namespace

void home(const Site& of, const Format& self, Plan& plan) {
    for (std::uint32_t l = 0; l < of.languages.size(); ++l) plan.add(output_file(home_address(of, l)), self, subject::Language{l});
}

void releases(const Site& of, const Format& self, Plan& plan) {
    for (PostIndex p = 0; p < of.posts.size(); ++p) {
        if (of.posts[p].state != PostState::tombstone) plan.add(output_file(of.posts[p].address), self, subject::Post{p});
    }
}

void tombstones(const Site& of, const Format& self, Plan& plan) {
    for (PostIndex p = 0; p < of.posts.size(); ++p) {
        if (of.posts[p].state == PostState::tombstone) plan.add(output_file(of.posts[p].address), self, subject::Post{p});
    }
}

void pages(const Site& of, const Format& self, Plan& plan) {
    for (std::uint32_t i = 0; i < of.pages.size(); ++i) plan.add(output_file(of.pages[i].address), self, subject::Page{i});
}

void years(const Site& of, const Format& self, Plan& plan) {
    int last = 0;
    for (const ArchiveMonth& each : of.months) {
        if (each.year != last) plan.add(output_file(year_address(each.year)), self, subject::Year{each.year});
        last = each.year;
    }
}

void months(const Site& of, const Format& self, Plan& plan) {
    for (const ArchiveMonth& each : of.months) {
        plan.add(output_file(month_address(each.year, each.month)), self, subject::Month{0, each.year, each.month});
    }
}

void topic_lists(const Site& of, const Format& self, Plan& plan) {
    for (std::uint32_t list = 0; list < of.topics.size(); ++list) {
        if (!of.topics[list].empty()) plan.add(output_file(topics_address(of, list)), self, subject::TopicList{list});
    }
}

void topics(const Site& of, const Format& self, Plan& plan) {
    for (std::uint32_t list = 0; list < of.topics.size(); ++list) {
        for (std::uint32_t t = 0; t < of.topics[list].size(); ++t)
            plan.add(output_file(topic_address(of, list, t)), self, subject::Topic{list, t});
    }
}

void topic_years(const Site& of, const Format& self, Plan& plan) {
    for (std::uint32_t list = 0; list < of.topics.size(); ++list) {
        for (std::uint32_t t = 0; t < of.topics[list].size(); ++t) {
            const std::vector<PostIndex>& all = of.topics[list][t].posts;
            if (all.size() <= kTopicPageReleases) continue;
            int last = 0;
            for (const PostIndex p : all) {
                const int of_post = year_of(*of.posts[p].post.published);
                if (of_post != last)
                    plan.add(output_file(topic_year_address(of, list, t, of_post)), self, subject::TopicYear{list, t, of_post});
                last = of_post;
            }
        }
    }
}

void people(const Site& of, const Format& self, Plan& plan) {
    if (!of.speakers.empty()) one(plan, self, people_address(of));
}

void persons(const Site& of, const Format& self, Plan& plan) {
    for (std::uint32_t i = 0; i < of.speakers.size(); ++i)
        plan.add(output_file(person_address(of, of.speakers[i].person)), self, subject::Person{i});
}

void events(const Site& of, const Format& self, Plan& plan) { one(plan, self, events_address(of)); }

void event_years(const Site& of, const Format& self, Plan& plan) {
    std::set<int> met;
    for (const EventIndex e : of.listed_events) {
        for (const Occurrence& occurrence : of.events[e].occurrences) met.insert(year_of(occurrence.start.time));
    }
    for (const int each : met) plan.add(output_file(events_year_address(of, each)), self, subject::EventsYear{each});
}

void corrections(const Site& of, const Format& self, Plan& plan) { one(plan, self, corrections_address(of)); }
void subscribe(const Site& of, const Format& self, Plan& plan) { one(plan, self, subscribe_address(of)); }
void statement(const Site& of, const Format& self, Plan& plan) {
    if (of.config.statement) one(plan, self, statement_address(of));
}
void authenticity(const Site& of, const Format& self, Plan& plan) {
    if (of.config.signing_key.given()) one(plan, self, authenticity_address(of));
}
void not_found(const Site&, const Format& self, Plan& plan) { one(plan, self, "404.html"); }

void aliases(const Site& of, const Format& self, Plan& plan) {
    for (PostIndex p = 0; p < of.posts.size(); ++p) {
        const auto& all = of.posts[p].post.aliases;
        for (std::uint32_t i = 0; i < all.size(); ++i) plan.add(output_file(alias_address(*all[i])), self, subject::Alias{p, i});
    }
}

void rss(const Site& of, const Format& self, Plan& plan) { feeds(of, self, plan, "rss.xml"); }
void atom(const Site& of, const Format& self, Plan& plan) { feeds(of, self, plan, "atom.xml"); }
void json_feed(const Site& of, const Format& self, Plan& plan) { feeds(of, self, plan, "feed.json"); }

bool is_over(const Site& of, const ArchiveMonth& month) {
    return month.year < year_of(of.local_now) || (month.year == year_of(of.local_now) && month.month < month_of(of.local_now));
}

void rss_archives(const Site& of, const Format& self, Plan& plan) { archives(of, self, plan, "rss.xml"); }
void atom_archives(const Site& of, const Format& self, Plan& plan) { archives(of, self, plan, "atom.xml"); }
void json_feed_archives(const Site& of, const Format& self, Plan& plan) { archives(of, self, plan, "feed.json"); }

void feed_styles(const Site& of, const Format& self, Plan& plan) {
    for (std::uint32_t l = 0; l < of.languages.size(); ++l) plan.add(feed_style_address(of, l), self, subject::Language{l});
}

void releases_data(const Site&, const Format& self, Plan& plan) { one(plan, self, "releases.json"); }
void releases_schema(const Site&, const Format& self, Plan& plan) { one(plan, self, "releases.schema.json"); }
void ninjs(const Site&, const Format& self, Plan& plan) { one(plan, self, "ninjs.json"); }

void calendars(const Site& of, const Format& self, Plan& plan) {
    plan.add(calendar_address(of, ""), self, subject::WholeSite{});
    for (std::uint32_t list = 0; list < of.topics.size(); ++list) {
        for (std::uint32_t t = 0; t < of.topics[list].size(); ++t)
            plan.add(calendar_address(of, topic_address(of, list, t)), self, subject::Topic{list, t});
    }
}

void qr_codes(const Site& of, const Format& self, Plan& plan) {
    plan.add(qr_address(of, ""), self, subject::WholeSite{});
    for (std::uint32_t list = 0; list < of.topics.size(); ++list) {
        for (std::uint32_t t = 0; t < of.topics[list].size(); ++t)
            plan.add(qr_address(of, topic_address(of, list, t)), self, subject::Topic{list, t});
    }
}

void event_calendars(const Site& of, const Format& self, Plan& plan) {
    for (EventIndex e = 0; e < of.events.size(); ++e) {
        const SitePost& announced = of.posts[of.events[e].post];
        // A translation shares the calendar of its original, and a release that repeats an event that of the other; an expired post has none.
        const bool original = announced.versions.front() == of.events[e].post && of.events[e].home == e;
        if (original && announced.state != PostState::tombstone)
            plan.add(event_calendar_address(of, of.events[e]), self, subject::Event{e});
    }
}

void assets(const Site& of, const Format& self, Plan& plan) {
    const std::vector<Asset>& all = of.tree->assets;
    ShownFiles used = shown_files(of, Showing::everything);
    for (const Asset& each : all) {
        const std::string_view path = each.path;
        if (is_always_public(of, path)) used.emplace(asset_address(of, path.substr(std::string_view("site/assets/").size())), path);
        // The site's own file goes first.
        if (path.starts_with("layouts/assets/") && of.tree->find_asset("site/" + std::string(path.substr(8))) == nullptr)
            used.emplace(asset_address(of, path.substr(std::string_view("layouts/assets/").size())), path);
    }
    for (const auto& [output, source] : used) {
        const auto index = static_cast<std::uint32_t>(of.tree->find_asset(source) - all.data());
        plan.add(output, self, subject::Asset{index});
    }
}

void derivatives(const Site& of, const Format& self, Plan& plan) {
    std::set<std::string> planned;  // the same file in two folders, with the same words, is one
    for (std::uint32_t p = 0; p < of.pictures.all.size(); ++p) {
        const Picture& picture = of.pictures.all[p];
        for (std::uint32_t d = 0; d < picture.derivatives.size(); ++d) {
            std::string address = derivative_address(picture, picture.derivatives[d]);
            if (planned.insert(address).second) plan.add(std::move(address), self, subject::Derivative{p, d});
        }
    }
}
void cards(const Site& of, const Format& self, Plan& plan) {
    for (const auto& [index, of_post] : of.pictures.cards) plan.add(card_address(of_post), self, subject::Card{index});
}
void theme(const Site& of, const Format& self, Plan& plan) { one(plan, self, theme_address(of)); }
void sitemap(const Site&, const Format& self, Plan& plan) { one(plan, self, "sitemap.xml"); }
void news_sitemap(const Site&, const Format& self, Plan& plan) { one(plan, self, "news-sitemap.xml"); }
void robots(const Site&, const Format& self, Plan& plan) { one(plan, self, "robots.txt"); }
void headers(const Site&, const Format& self, Plan& plan) { one(plan, self, "_headers"); }
void redirects(const Site&, const Format& self, Plan& plan) { one(plan, self, "_redirects"); }

namespace {

// The compressed form is about the same as the file itself.
void compressed(const Site& of, const Format& self, Plan& plan, std::string_view ending) {
    static constexpr std::string_view kTexts[] = {".html", ".xml", ".json", ".ics", ".css", ".js", ".svg", ".txt"};
    if (!*of.config.precompress) return;
    const std::size_t before = plan.files().size();
    for (std::size_t i = 0; i < before; ++i) {
        const PlannedFile file = plan.files()[i];  // add() may move them
        const bool text =
            std::any_of(std::begin(kTexts), std::end(kTexts), [&](std::string_view each) { return file.path.ends_with(each); });
        if (text) plan.add(file.path + std::string(ending), self, file.subject);
    }
}

}  // namespace

void gzip(const Site& of, const Format& self, Plan& plan) { compressed(of, self, plan, kGzipEnding); }
void brotli(const Site& of, const Format& self, Plan& plan) { compressed(of, self, plan, kBrotliEnding); }
void manifest(const Site&, const Format& self, Plan& plan) { one(plan, self, "manifest.json"); }

}  // namespace pressrum::enumerate
