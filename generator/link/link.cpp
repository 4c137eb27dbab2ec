#include "link/link.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "link/doubles.hpp"
#include "link/events.hpp"
#include "link/identity.hpp"
#include "link/indexes.hpp"
#include "link/languages.hpp"
#include "link/quotes/quotes.hpp"
#include "link/references.hpp"
#include "link/related.hpp"
#include "link/renamed.hpp"
#include "link/same_events.hpp"
#include "link/versions.hpp"
#include "model/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

namespace pressrum {
namespace {

// ---------------------------------------------------------------- the site itself

void link_paths(Site& site) {
    static constexpr std::array<std::string_view, 9> kKeys = {"path_topics",    "path_areas",        "path_people",
                                                              "path_events",    "path_corrections",  "path_subscribe",
                                                              "path_statement", "path_authenticity", "path_calendar"};
    const PathWords& own = site.config.paths;
    const Text* given[] = {&own.topics,    &own.areas,     &own.people,       &own.events,  &own.corrections,
                           &own.subscribe, &own.statement, &own.authenticity, &own.calendar};
    for (std::size_t i = 0; i < kKeys.size(); ++i) site.paths[i] = given[i]->given() ? **given[i] : site.words()[kKeys[i]];
}

template <class T, class Name>
void sort_by_name(Keyed<T>& table, std::string_view language, Name name) {
    std::vector<std::string_view> names;
    for (const auto& [key, value] : table) names.push_back(name(value));
    Keyed<T> sorted;
    for (const std::size_t i : dictionary_order(names, language)) sorted.push_back(std::move(table[i]));
    table = std::move(sorted);
}

// ---------------------------------------------------------------- posts

// "posts/2024/05/slug.md" → "2024/05"; nothing when the file lies elsewhere.
std::optional<std::string> month_folder(std::string_view path) {
    const std::vector<std::string_view> parts = split(path, '/');
    const auto digits = [](std::string_view s, std::size_t n) {
        return s.size() == n && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (parts.size() < 4 || parts.size() > 5 || !digits(parts[1], 4) || !digits(parts[2], 2) || parts[2] < "01" || parts[2] > "12")
        return std::nullopt;
    return fmt::format("{}/{}", parts[1], parts[2]);
}

std::optional<std::uint32_t> find_language(const Site& site, std::string_view code) {
    for (std::uint32_t i = 0; i < site.languages.size(); ++i) {
        if (site.languages[i].language() == code) return i;
    }
    return std::nullopt;
}

// A post on its way into the Site, with what decides whether and how it is shown.
struct Draft {
    SitePost post;
    std::string folder;
    std::size_t release = 0;
    bool sound = false;
    bool shown = false;
};

LocalTime last_change(const Post& post) {
    LocalTime last = *post.published;
    for (const Change& change : post.changes) last = std::max(last, *change.at_time);
    return last;
}

// The id of a post without one, and the UIDs of its events, follow the folder.
constexpr Words kWriteId{
    "är inlägget redan publicerat skriver du först id: {0} här; annars får det ett nytt permanent id och dess evenemang nya UID, och den "
    "som prenumererar får allt en gång till",
    "if the post has been published, first write id: {0} here; else it gets a new permanent id and its events new UIDs, and subscribers "
    "get everything once more"};

// Names and addresses: they come from the file's path and from what the post says, never from its order among others.
void name_post(Draft& draft, const PostDocument& document, const Site& site, Diagnostics& diagnostics) {
    SitePost& post = draft.post;
    const std::optional<std::string> month = month_folder(document.path);
    if (!month) {
        draft.sound = false;
        diagnostics.add({rule("post/place"), {document.file, 0, 0}, {document.name}, {}, {}});
        return;
    }
    const Text& written = post.post.lang;
    const std::string code(written.given()               ? language_tag(*written)
                           : !document.name_lang.empty() ? std::string_view(document.name_lang)
                                                         : std::string_view(*site.config.language));
    const auto language = find_language(site, code);
    if (!language) {
        draft.sound = false;
        diagnostics.add({rule("post/language"), written.given() ? written.at : Span{document.file, 0, 0}, {code}, {}, {}});
        return;
    }
    post.language = *language;
    const std::string name = to_slug(document.name, 100);
    if (name.empty()) {
        draft.sound = false;
        diagnostics.add({rule("post/name"), {document.file, 0, 0}, {document.name}, {}, {}});
        return;
    }
    const std::string slug = post.post.slug.given() ? *post.post.slug : name;
    // The id follows the file: a new slug changes the address, not which release it is.
    post.id = post.post.id.given() ? *post.post.id : fmt::format("{}-{}", replace_all(*month, "/", "-"), name);
    post.address = fmt::format("{}{}/{}/", language_folder(site, post.language), *month, slug);
    if (post.post.published.given() && document.name_lang.empty()) {
        const std::string published_month = to_iso(*post.post.published).substr(0, 7);
        if (published_month != replace_all(*month, "/", "-")) {
            std::vector<Note> notes;
            if (!post.post.id.given()) notes.push_back({post.post.title.at, kWriteId, {post.id}});
            diagnostics.add(
                {rule("post/month"), post.post.published.at, {to_iso(date_of(*post.post.published)), *month}, {}, std::move(notes)});
        }
    }
}

// What is public at `now`. Counts releases, not their translations.
void decide_state(Draft& draft, const Site& site, const LinkOptions& options, bool original, PostCounts& counts, Diagnostics& diagnostics) {
    SitePost& post = draft.post;
    post.published_at = site.zone.to_instant(*post.post.published);
    const bool embargoed = post.published_at > site.now;
    const bool expired = post.post.expires.given() && site.zone.to_instant(*post.post.expires) <= site.now;
    draft.shown = true;
    if (*post.post.draft) {
        counts.drafts += original;
        post.state = PostState::preview;
        draft.shown = options.drafts;
    } else if (embargoed) {
        counts.embargoed += original;
        if (original && (!counts.next_live || *post.post.published < *counts.next_live)) counts.next_live = *post.post.published;
        post.state = PostState::preview;
        draft.shown = options.future;
    } else if (expired) {
        counts.expired += original;
        post.state = PostState::tombstone;
        draft.shown = *post.post.expired == AfterExpiry::tombstone;
    } else {
        counts.published += original;
        counts.unlisted += original && *post.post.unlisted;
    }
    for (const Change& change : post.post.changes) {
        if (original && *change.at_time > std::max(site.local_now, *post.post.published))
            diagnostics.add({rule("post/change-in-future"), change.at_time.at, {to_iso(*change.at_time)}, {}, {}});
    }
    post.listed = post.state != PostState::tombstone && !*post.post.unlisted;
}

void withhold(Site& site, const SitePost& post) {
    const bool draft = *post.post.draft;
    site.withheld.push_back({post.id, draft ? post.post.draft.at : post.post.published.at, !draft && post.state == PostState::tombstone});
}

void withhold_files(Site& site, const SitePost& post) {
    for (const std::vector<FileUse>* files : {&post.photos, &post.attachments}) {
        for (const FileUse& file : *files) site.withheld_files.insert(file.source);
    }
}

// Nothing of a draft: no time alone makes it appear.
std::optional<Absence> absence(const Draft& draft) {
    if (draft.post.state == PostState::tombstone) return Absence::expired;
    if (draft.shown || *draft.post.post.draft) return std::nullopt;
    return Absence::waiting;
}

AbsentPost absent(Absence why, const SitePost& post, const std::vector<SiteEvent>& events) {
    AbsentPost over{why, post.address, *post.post.published, {}, {}, {}, {post.topics, post.areas}, {}};
    for (const Text& alias : post.post.aliases) over.aliases.push_back(alias->substr(1));
    for (const std::vector<FileUse>* files : {&post.photos, &post.attachments}) {
        for (const FileUse& file : *files) over.files.push_back(file.output);
    }
    for (const Statement& statement : post.statements) {
        if (statement.speaker.person != kNone) over.people.push_back(statement.speaker.person);
    }
    for (const SiteEvent& event : events) {
        for (const Occurrence& occurrence : event.occurrences) over.event_years.push_back(year_of(occurrence.start.time));
    }
    return over;
}

std::vector<Draft> make_drafts(Documents& documents, const Site& site, std::vector<Release>& releases, Diagnostics& diagnostics) {
    std::vector<Draft> drafts(documents.posts.size());
    for (std::size_t r = 0; r < releases.size(); ++r) {
        const std::size_t first = releases[r].posts.front();
        const PostDocument& original = documents.posts[first];
        if (!original.name_lang.empty() && original.name_lang != *site.config.language && !original.post.published.given()) {
            diagnostics.add({rule("post/no-original"), {original.file, 0, 0}, {original.name}, {}, {}});
            documents.posts[first].sound = false;
        }
        for (const std::size_t i : releases[r].posts) {
            PostDocument& document = documents.posts[i];
            Draft& draft = drafts[i];
            name_same_events(document.post);
            if (i != first) check_translation(document.post, original.post, diagnostics);
            if (i != first) complete_translation(document, original.post);
            draft.release = r;
            draft.sound = document.sound && original.sound;
            draft.folder = document.folder;
            draft.post.file = document.file;
            draft.post.source = document.path;
            draft.post.post = document.post;
            draft.post.updated = last_change(document.post);
            Diagnostics unheard;  // a faulty post's own faults have been reported; its address is still wanted
            name_post(draft, document, site, document.sound ? diagnostics : unheard);
            if (draft.sound && document.body.empty()) diagnostics.add({rule("post/empty"), {document.file, 0, 0}, {}, {}, {}});
            // A translation is the same release: permanent ids come from the original.
            if (i != first && draft.sound && !document.post.id.given()) {
                draft.post.id = fmt::format("{}.{}", drafts[first].post.id, site.languages[draft.post.language].language());
            }
        }
    }
    return drafts;
}

void report_duplicates(const std::vector<Draft>& drafts, Diagnostics& diagnostics) {
    std::unordered_map<std::string_view, const Draft*> ids, addresses;
    const Words also{"här används det också", "it is used here too"};
    for (const Draft& draft : drafts) {
        if (!draft.sound) continue;
        const Span here = draft.post.post.title.at;
        if (const auto [other, fresh] = ids.emplace(draft.post.id, &draft); !fresh) {
            diagnostics.add({rule("post/duplicate-id"),
                             draft.post.post.id.given() ? draft.post.post.id.at : here,
                             {draft.post.id},
                             {},
                             {{other->second->post.post.title.at, also, {}}}});
        }
        if (const auto [other, fresh] = addresses.emplace(draft.post.address, &draft); !fresh) {
            diagnostics.add(
                {rule("post/duplicate-address"), here, {draft.post.address}, {}, {{other->second->post.post.title.at, also, {}}}});
        }
    }
}

// Everything that only needs the post itself and the site's tables; runs in parallel.
void resolve_post(Draft& draft, PostDocument& document, std::string_view home_folder, std::string_view home, const Site& site,
                  const Topics& topics, Diagnostics& diagnostics) {
    SitePost& post = draft.post;
    check_times(post.post, site.zone, diagnostics);
    post.statements =
        link_statements(document, site.people, date_of(*post.post.published), site.languages[post.language].language(), diagnostics);
    post.body = std::move(document.body);
    resolve_references(post, home_folder, home, site, topics, diagnostics);
}

// Without people.yaml nobody is known: that has been said once, and each name is no fault of its own.
Diagnostics without_unknown_people(Diagnostics found) {
    constexpr std::array kAboutPeople = {rule("reference/unknown-contact"), rule("statement/unlisted-speaker"),
                                         rule("statement/unnamed-speaker"), rule("quote/unknown-speaker")};
    Diagnostics rest;
    for (const Diagnostic& each : found.all()) {
        if (std::find(kAboutPeople.begin(), kAboutPeople.end(), each.rule) == kAboutPeople.end()) rest.add(each);
    }
    return rest;
}

}  // namespace

std::optional<Site> link(Documents documents, const SourceTree& tree, const LinkOptions& options, Threads threads,
                         Diagnostics& diagnostics) {
    if (!documents.config_sound) return std::nullopt;
    Site site;
    site.tree = &tree;
    site.config = std::move(documents.config);
    site.about = std::move(documents.about);
    site.translated_about = std::move(documents.translated_about);
    const auto zone = Zone::find(*site.config.timezone);
    if (!zone) {
        diagnostics.add({rule("site/timezone"), site.config.timezone.at, {*site.config.timezone}, {}, {}});
        return std::nullopt;
    }
    site.zone = *zone;
    site.now = options.now.local ? zone->to_instant(*options.now.local) : options.now.instant;
    site.local_now = zone->to_local(site.now);
    link_address(site, options.base_url.empty() ? *site.config.base_url : options.base_url);
    if (!link_authority(site, diagnostics)) return std::nullopt;
    if (!link_languages(site, documents.strings, diagnostics)) return std::nullopt;
    site.file_languages.assign(tree.sources.size(), 0);
    link_paths(site);
    site.people = std::move(documents.people);
    check_languages(site, documents.topics, diagnostics);
    check_site_files(site, diagnostics);
    sort_by_name(documents.topics.topics, *site.config.language, [](const Topic& topic) { return std::string_view(*topic.name); });
    sort_by_name(documents.topics.areas, *site.config.language, [](const Topic& topic) { return std::string_view(*topic.name); });

    // From here on every post knows its name, its address and which files are versions of it.
    std::vector<Release> releases = group_versions(documents.posts);
    std::vector<Draft> drafts = make_drafts(documents, site, releases, diagnostics);
    for (const Draft& draft : drafts) site.file_languages[draft.post.file] = draft.post.language;
    report_duplicates(drafts, diagnostics);
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const std::size_t first = releases[drafts[i].release].posts.front();
        if (!drafts[i].sound && !drafts[i].post.address.empty()) site.faulty.push_back(drafts[i].post.address);
        if (drafts[i].sound) decide_state(drafts[i], site, options, i == first, site.counts, diagnostics);
        if (i != first && !drafts[first].sound) drafts[i].shown = false;
    }

    std::sort(site.faulty.begin(), site.faulty.end());
    std::vector<AnnouncingPost> announcing;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        announcing.push_back({&drafts[i].post, drafts[i].release, i == releases[drafts[i].release].posts.front(), drafts[i].sound});
    }
    const std::vector<SameEvent> same_events = fill_same_events(announcing, diagnostics);

    // All sound posts are checked, also those that are not public yet: a fault in an embargoed post is found today.
    std::vector<Diagnostics> found(drafts.size());
    parallel_for(threads, drafts.size(), [&](std::size_t i) {
        if (!drafts[i].sound) return;
        const Draft& original = drafts[releases[drafts[i].release].posts.front()];
        documents.posts[i].post = drafts[i].post.post;
        resolve_post(drafts[i], documents.posts[i], original.folder, original.post.address, site, documents.topics, found[i]);
    });
    tell_new_names_once(found, site.people, diagnostics);
    std::vector<std::vector<SiteEvent>> events(drafts.size());
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (drafts[i].sound) {
            // An event is the same in every language: its ids come from the original.
            const std::string& original_id = drafts[releases[drafts[i].release].posts.front()].post.id;
            events[i] = place_events(drafts[i].post, original_id, site, found[i]);
        }
        diagnostics.append(tree.people ? std::move(found[i]) : without_unknown_people(std::move(found[i])));
    }
    place_same_events(same_events, announcing, events);
    report_doubles(announcing, events, site, diagnostics);

    leave_out_what_comes(site.people, date_of(site.local_now));

    // From here on `posts` holds what is shown, newest first.
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (!drafts[i].sound) continue;
        if (const auto why = absence(drafts[i])) site.absent.push_back(absent(*why, drafts[i].post, events[i]));
        if (!drafts[i].shown || drafts[i].post.state == PostState::tombstone) withhold_files(site, drafts[i].post);
        if (drafts[i].shown) order.push_back(i);
        else withhold(site, drafts[i].post);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const SitePost &x = drafts[a].post, &y = drafts[b].post;
        return std::tie(y.published_at, x.id) < std::tie(x.published_at, y.id);
    });
    std::vector<PostIndex> index_of(drafts.size(), kNone);
    std::vector<std::vector<SiteEvent>> placed;
    for (const std::size_t i : order) {
        index_of[i] = static_cast<PostIndex>(site.posts.size());
        site.posts.push_back(std::move(drafts[i].post));
        placed.push_back(std::move(events[i]));
    }
    site.listed_by_language.resize(site.languages.size());
    for (const std::size_t i : order) {
        SitePost& post = site.posts[index_of[i]];
        for (const std::size_t version : releases[drafts[i].release].posts) {
            if (index_of[version] != kNone) post.versions.push_back(index_of[version]);
        }
        if (!post.listed) continue;
        site.listed_by_language[post.language].push_back(index_of[i]);
        // A release is listed once, in the site's language; one that exists only in another language is listed as it is.
        if (post.versions.front() == index_of[i]) site.listed.push_back(index_of[i]);
    }

    index_events(site, placed);
    index_posts(site, documents.topics);
    relate_posts(site);
    link_pages(site, documents.pages, diagnostics);
    return site;
}

}  // namespace pressrum
