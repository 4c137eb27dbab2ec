#include "plan/plan.hpp"

#include "model/rules.hpp"
#include "plan/paths.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace pressrum {
namespace {

bool is_clean_path(std::string_view path) {
    return std::all_of(path.begin(), path.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '/' ||
               c == '~' || c == '@' || c == '+';
    });
}

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
    const Subject& s = file.subject;
    switch (s.kind) {
        case SubjectKind::card:
        case SubjectKind::post: return site.posts[s.a].post.title.at;
        case SubjectKind::alias: return site.posts[s.a].post.aliases[s.b].at;
        case SubjectKind::page: return site.pages[s.a].page.title.at;
        case SubjectKind::event: return site.posts[site.events[s.a].post].post.events[site.events[s.a].number].id.at;
        case SubjectKind::asset: return place_of_asset(site, site.tree->assets[s.a].path);
        case SubjectKind::derivative: return place_of_asset(site, site.pictures.all[s.a].source);
        default: return {};
    }
}

// Both makers of a path, at what an editor wrote of one of them. A page that the program makes by itself is called what it is, not what
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

}  // namespace

void Plan::finish(const Site& site, Diagnostics& diagnostics) {
    std::stable_sort(files_.begin(), files_.end(), [](const PlannedFile& a, const PlannedFile& b) { return a.path < b.path; });
    std::vector<PlannedFile> unique;
    unique.reserve(files_.size());
    for (PlannedFile& file : files_) {
        if (!unique.empty() && unique.back().path == file.path) {
            report_collision(site, unique.back(), file, diagnostics);
            continue;
        }
        // What is made of a file has its name, which is a fault once.
        const bool made = file.subject.kind == SubjectKind::derivative || file.format->turn == Turn::compressed;
        if (!made && !is_clean_path(file.path)) diagnostics.add({rule("output/name"), place_of(site, file), {file.path}, {}, {}});
        unique.push_back(std::move(file));
    }
    files_ = std::move(unique);
    by_path_.reserve(files_.size());
    for (std::uint32_t i = 0; i < files_.size(); ++i) by_path_.emplace(files_[i].path, i);
    // A file cannot lie where another one needs a folder: /rss.xml and /rss.xml/index.html.
    for (const PlannedFile& file : files_) {
        for (std::size_t slash = file.path.find('/'); slash != std::string::npos; slash = file.path.find('/', slash + 1)) {
            const auto above = by_path_.find(std::string_view(file.path).substr(0, slash));
            if (above == by_path_.end()) continue;
            report_collision(site, files_[above->second], file, diagnostics);
        }
    }
}

const PlannedFile* Plan::find(std::string_view address) const {
    const auto found = address.empty() || address.ends_with('/') ? by_path_.find(output_file(address)) : by_path_.find(address);
    return found == by_path_.end() ? nullptr : &files_[found->second];
}

Plan plan(const Site& site, std::span<const Format> formats, Diagnostics& diagnostics) {
    Plan plan;
    for (const Format& format : formats) format.enumerate(site, format, plan);
    plan.finish(site, diagnostics);
    return plan;
}

std::string describe(const Site& site, const PlannedFile& file) {
    const Subject& s = file.subject;
    switch (s.kind) {
        case SubjectKind::post:
        case SubjectKind::card:
        case SubjectKind::alias: return site.posts[s.a].source;
        case SubjectKind::page: return site.pages[s.a].source;
        case SubjectKind::topic:
        case SubjectKind::topic_year: return fmt::format("site/topics.yaml ({})", site.topics[s.list][s.a].key);
        case SubjectKind::person: return fmt::format("site/people.yaml ({})", *site.people[site.speakers[s.a].person].first);
        case SubjectKind::event:
            return fmt::format("{} ({})", site.posts[site.events[s.a].post].source,
                               *site.posts[site.events[s.a].post].post.events[site.events[s.a].number].id);
        case SubjectKind::asset: return site.tree->assets[s.a].path;
        case SubjectKind::derivative: return site.pictures.all[s.a].source;
        default: return std::string(file.format->name);
    }
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
    const Subject& s = file.subject;
    switch (s.kind) {
        case SubjectKind::post:
        case SubjectKind::alias:
            add_posts({s.a});
            add_posts(site.posts[s.a].versions);
            add_posts(site.posts[s.a].related);
            add_events(site.posts[s.a].events);
            break;
        case SubjectKind::page: sources.insert(site.pages[s.a].source); break;
        case SubjectKind::year:
        case SubjectKind::month:
            for (const ArchiveMonth& each : site.months_in(s.list)) {
                if (each.year != static_cast<int>(s.a) || (s.kind == SubjectKind::month && each.month != s.b)) continue;
                for (std::uint32_t i = each.begin; i < each.end; ++i) add_posts({site.listed_in(s.list)[i]});
            }
            break;
        case SubjectKind::topic:
        case SubjectKind::topic_year:
            add_posts(site.topics[s.list][s.a].posts);
            add_events(site.topics[s.list][s.a].events);
            break;
        case SubjectKind::person: add_posts(site.speakers[s.a].posts); break;
        case SubjectKind::event: add_events({s.a}); break;
        case SubjectKind::card: add_posts({s.a}); break;
        case SubjectKind::asset: sources.insert(site.tree->assets[s.a].path); break;
        case SubjectKind::derivative: sources.insert(site.pictures.all[s.a].source); break;
        case SubjectKind::corrections:
            for (const ChangeRef& change : site.corrections) sources.insert(site.posts[change.post].source);
            break;
        case SubjectKind::language: add_posts(site.listed_by_language[s.a]); break;
        default: add_posts(site.listed); break;
    }
    return {sources.begin(), sources.end()};
}

}  // namespace pressrum
