#include "plan/plan.hpp"

#include "base/ascii.hpp"
#include "model/rules.hpp"
#include "plan/paths.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

namespace pressrum {
namespace {

bool is_clean_path(std::string_view path) {
    return std::all_of(path.begin(), path.end(), [](char c) {
        return is_ascii_letter_or_digit(c) || c == '-' || c == '_' || c == '.' || c == '/' || c == '~' || c == '@' || c == '+';
    });
}

const Event& event_of(const Site& site, EventIndex e) { return site.posts[site.events[e].post].post.events[site.events[e].number]; }

// Where an editor named a file that is carried over; unknown when only the layouts do.
Span place_of_asset(const Site& site, std::string_view source) {
    for (const SitePost& post : site.posts) {
        for (std::size_t i = 0; i < post.photos.size(); ++i) {
            if (post.photos[i].source == source) return post.photo(i).src.at;
        }
        for (std::size_t i = 0; i < post.attachments.size(); ++i) {
            if (post.attachments[i].source == source) return post.post.attachments[i].src.at;
        }
    }
    return {};
}

// Where a message about a planned file points: what an editor wrote, when that is behind it.
Span place_of(const Site& site, const PlannedFile& file) {
    return std::visit(
        Answers{
            [&](const OneOf<subject::Post, subject::Card> auto& of) { return site.posts[of.post].post.title.at; },
            [&](const subject::Alias& of) { return site.posts[of.post].post.aliases[of.number].at; },
            [&](const subject::Page& of) { return site.pages[of.page].page.title.at; },
            [&](const subject::Event& of) { return event_of(site, of.event).id.at; },
            [&](const subject::Asset& of) { return place_of_asset(site, site.tree->assets[of.asset].path); },
            [&](const subject::Derivative& of) { return place_of_asset(site, site.pictures.all[of.picture].source); },
            [](const OneOf<subject::WholeSite, subject::Corrections, subject::Language, subject::Year, subject::Month, subject::TopicList,
                           subject::Topic, subject::TopicYear, subject::Person, subject::PersonYear, subject::EventsYear> auto&) {
                return Span();
            }},
        file.subject);
}

// Both makers of a path, at what an editor wrote for one of them. A page that the program makes by itself is called what it is, not what
// the program calls it.
void report_collision(const Site& site, const PlannedFile& first, const PlannedFile& second, Diagnostics& diagnostics) {
    const auto named = [&](const PlannedFile& file, std::string_view own) {
        std::string text = describe(site, file);
        return text == file.format->name ? std::string(own) : text;
    };
    const Span place = place_of(site, second);
    diagnostics.add({rule("output/collision"),
                     place.known() ? place : place_of(site, first),
                     {first.path, named(first, first.format->doc.sv), named(second, second.format->doc.sv),
                      named(first, first.format->doc.en), named(second, second.format->doc.en)},
                     {},
                     {}});
}

// "2024/05/slug/" of "2024/05/slug/index.html". Files are looked up by this, since nearly all who ask have an address.
std::string_view address_of(std::string_view path) {
    constexpr std::string_view kIndex = "index.html";
    const bool is_index = path.ends_with(kIndex) && (path.size() == kIndex.size() || path[path.size() - kIndex.size() - 1] == '/');
    return is_index ? path.substr(0, path.size() - kIndex.size()) : path;
}

}  // namespace

void Plan::add_one(const Format& format, std::string_view address) { add(output_file(address), format, subject::WholeSite{}); }

void Plan::finish(const Site& site, Diagnostics& diagnostics) {
    std::stable_sort(files_.begin(), files_.end(), [](const PlannedFile& a, const PlannedFile& b) { return a.path < b.path; });
    std::vector<PlannedFile> unique;
    unique.reserve(files_.size());
    for (PlannedFile& file : files_) {
        if (!unique.empty() && unique.back().path == file.path) {
            report_collision(site, unique.back(), file, diagnostics);
            continue;
        }
        // What is made from a file shares its name, which is one fault only.
        const bool made = is_about<subject::Derivative>(file.subject) || file.format->turn == Turn::compressed;
        if (!made && !is_clean_path(file.path)) diagnostics.add({rule("output/name"), place_of(site, file), {file.path}, {}, {}});
        unique.push_back(std::move(file));
    }
    files_ = std::move(unique);
    by_address_.reserve(files_.size());
    for (std::uint32_t i = 0; i < files_.size(); ++i) by_address_.emplace(address_of(files_[i].path), i);
    // A file cannot lie where another one needs a folder: /rss.xml and /rss.xml/index.html.
    for (const PlannedFile& file : files_) {
        for (std::size_t slash = file.path.find('/'); slash != std::string::npos; slash = file.path.find('/', slash + 1)) {
            const auto above = by_address_.find(address_of(std::string_view(file.path).substr(0, slash)));
            if (above == by_address_.end()) continue;
            report_collision(site, files_[above->second], file, diagnostics);
        }
    }
}

const PlannedFile* Plan::find(std::string_view address) const {
    const auto found = by_address_.find(address_of(address));
    if (found != by_address_.end()) return &files_[found->second];
    // That something is there is not noted: what a press room has once it has for ever, and nothing is kept of one that has less.
    if (is_noting()) note_read(Part::address, output_file(address));
    return nullptr;
}

Plan plan(const Site& site, std::span<const Format> formats, Diagnostics& diagnostics) {
    Plan plan;
    for (const Format& format : formats) format.enumerate(site, format, plan);
    plan.finish(site, diagnostics);
    return plan;
}

std::string describe(const Site& site, const PlannedFile& file) {
    return std::visit(
        Answers{[&](const OneOf<subject::Post, subject::Card, subject::Alias> auto& of) { return site.posts[of.post].source; },
                [&](const subject::Page& of) { return site.pages[of.page].source; },
                [&](const OneOf<subject::Topic, subject::TopicYear> auto& of) {
                    return fmt::format("site/topics.yaml ({})", site.topics[of.list][of.topic].key);
                },
                [&](const OneOf<subject::Person, subject::PersonYear> auto& of) {
                    return fmt::format("site/people.yaml ({})", *site.people[site.speakers[of.speaker].person].first);
                },
                [&](const subject::Event& of) {
                    return fmt::format("{} ({})", site.posts[site.events[of.event].post].source, *event_of(site, of.event).id);
                },
                [&](const subject::Asset& of) { return site.tree->assets[of.asset].path; },
                [&](const subject::Derivative& of) { return site.pictures.all[of.picture].source; },
                [&](const OneOf<subject::WholeSite, subject::Corrections, subject::Language, subject::Year, subject::Month,
                                subject::TopicList, subject::EventsYear> auto&) { return std::string(file.format->name); }},
        file.subject);
}

std::vector<std::string> sources_of(const Site& site, const PlannedFile& file) {
    std::set<std::string> sources;
    const auto add_posts = [&](const std::vector<PostIndex>& posts) {
        for (const PostIndex p : posts) sources.insert(site.posts[p].source);
    };
    // An event may be described in another release than the one that shows it, and have topics of a third.
    const auto add_events = [&](const std::vector<EventIndex>& events) {
        for (const EventIndex e : events) {
            add_posts({site.events[e].post});
            add_posts(site.events[e].also);
            if (!site.events[e].origin.empty()) sources.insert(site.events[e].origin);
        }
    };
    // Of the site's language or another; of one month, or of the whole year.
    const auto add_archive = [&](std::uint32_t language, int year, std::optional<unsigned> month) {
        for (const ArchiveMonth& each : site.months_in(language)) {
            if (each.year != year || (month && each.month != *month)) continue;
            for (std::uint32_t i = each.begin; i < each.end; ++i) add_posts({site.listed_in(language)[i]});
        }
    };
    std::visit(Answers{[&](const OneOf<subject::Post, subject::Alias> auto& of) {
                           const SitePost& post = site.posts[of.post];
                           add_posts({of.post});
                           add_posts(post.versions);
                           add_posts(post.related);
                           add_events(post.events);
                       },
                       [&](const subject::Card& of) { add_posts({of.post}); },
                       [&](const subject::Page& of) { sources.insert(site.pages[of.page].source); },
                       [&](const subject::Year& of) { add_archive(0, of.year, std::nullopt); },
                       [&](const subject::Month& of) { add_archive(of.language, of.year, of.month); },
                       [&](const OneOf<subject::Topic, subject::TopicYear> auto& of) {
                           add_posts(site.topics[of.list][of.topic].posts);
                           add_events(site.topics[of.list][of.topic].events);
                       },
                       [&](const OneOf<subject::Person, subject::PersonYear> auto& of) { add_posts(site.speakers[of.speaker].posts); },
                       [&](const subject::Event& of) { add_events({of.event}); },
                       [&](const subject::Asset& of) { sources.insert(site.tree->assets[of.asset].path); },
                       [&](const subject::Derivative& of) { sources.insert(site.pictures.all[of.picture].source); },
                       [&](const subject::Corrections&) {
                           for (const ChangeRef& change : site.corrections) sources.insert(site.posts[change.post].source);
                       },
                       [&](const subject::Language& of) { add_posts(site.listed_by_language[of.language]); },
                       [&](const OneOf<subject::WholeSite, subject::TopicList, subject::EventsYear> auto&) { add_posts(site.listed); }},
               file.subject);
    return {sources.begin(), sources.end()};
}

}  // namespace pressrum
