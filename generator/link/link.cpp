#include "link/link.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "link/doubles.hpp"
#include "link/drafts.hpp"
#include "link/events.hpp"
#include "link/identity.hpp"
#include "link/indexes.hpp"
#include "link/languages.hpp"
#include "link/quotes/quotes.hpp"
#include "link/references.hpp"
#include "link/related.hpp"
#include "link/renamed.hpp"
#include "link/same_events.hpp"
#include "model/rules.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace pressrum {
namespace {

// What the steps work on, one after the other.
struct Linking {
    Documents documents;
    const SourceTree& tree;
    const LinkOptions& options;
    Threads threads;
    Diagnostics& diagnostics;

    Site site = {};
    std::vector<Release> releases = {};
    std::vector<PostDraft> drafts = {};               // of all documents
    std::vector<std::vector<SiteEvent>> events = {};  // of each draft, until the shown ones go into the site
    std::vector<std::size_t> shown = {};              // drafts, newest first: the posts of the site
};

// ---------------------------------------------------------------- the site's own files

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

// The clock, addresses, languages and tables of the site; false when its own files are too faulty to make a site of.
bool settle_site(Linking& all) {
    Documents& documents = all.documents;
    Site& site = all.site;
    if (!documents.config_sound) return false;
    site.tree = &all.tree;
    site.config = std::move(documents.config);
    site.about = std::move(documents.about);
    site.translated_about = std::move(documents.translated_about);
    const auto zone = Zone::find(*site.config.timezone);
    if (!zone) {
        all.diagnostics.add({rule("site/timezone"), site.config.timezone.at, {*site.config.timezone}, {}, {}});
        return false;
    }
    site.zone = *zone;
    site.clock = Clock(all.options.now.local ? zone->to_instant(*all.options.now.local) : all.options.now.instant, *zone);
    link_address(site, all.options.base_url.empty() ? *site.config.base_url : all.options.base_url);
    if (!link_authority(site, all.diagnostics) || !link_languages(site, documents.strings, all.diagnostics)) return false;
    site.file_languages.assign(all.tree.sources.size(), 0);
    link_paths(site);
    site.people = std::move(documents.people);
    check_languages(site, documents.topics, all.diagnostics);
    check_site_files(site, all.diagnostics);
    for (Keyed<Topic>* topics : {&documents.topics.topics, &documents.topics.areas})
        sort_by_name(*topics, *site.config.language, [](const Topic& topic) { return std::string_view(*topic.name); });
    return true;
}

// ---------------------------------------------------------------- posts

void name_posts(Linking& all) {
    all.releases = group_versions(all.documents.posts);
    all.drafts = make_drafts(all.documents, all.site, all.releases, all.diagnostics);
    for (const PostDraft& draft : all.drafts) all.site.file_languages[draft.post.file] = draft.post.language;
    report_duplicates(all.drafts, all.diagnostics);
}

void decide_states(Linking& all) {
    for (PostDraft& draft : all.drafts) {
        if (!draft.sound && !draft.post.address.empty()) all.site.faulty.push_back(draft.post.address);
        if (draft.sound) decide_state(draft, all.site, all.options, all.diagnostics);
        if (!all.drafts[draft.original].sound && !draft.is_original()) draft.shown = false;
    }
    std::sort(all.site.faulty.begin(), all.site.faulty.end());
}

// Without people.yaml nobody is known: that has been reported once, and no name is a fault of its own.
Diagnostics without_unknown_people(Diagnostics found) {
    constexpr std::array kAboutPeople = {rule("reference/unknown-contact"), rule("statement/unlisted-speaker"),
                                         rule("statement/unnamed-speaker"), rule("quote/unknown-speaker")};
    Diagnostics rest;
    for (const Diagnostic& each : found.all()) {
        if (std::find(kAboutPeople.begin(), kAboutPeople.end(), each.rule) == kAboutPeople.end()) rest.add(each);
    }
    return rest;
}

// Everything that only needs the post itself and the site's tables.
void resolve_post(PostDraft& draft, Linking& all, Diagnostics& diagnostics) {
    const Site& site = all.site;
    const PostDraft& original = all.drafts[draft.original];
    PostDocument& document = all.documents.posts[draft.number];
    SitePost& post = draft.post;
    check_times(post.post, site.zone, diagnostics);
    const Date day = date_of(*post.post.published);
    document.post = std::move(post.post);  // lent: statements are read out of a document
    const std::string_view language = site.languages[post.language].language();
    StatementMemory* memory = all.options.memory;
    post.statements = memory != nullptr ? memory->statements_of(document, site.people, day, language, diagnostics)
                                        : link_statements(document, site.people, day, language, diagnostics);
    post.post = std::move(document.post);
    post.body = std::move(document.body);
    resolve_references(post, original.folder, original.post.address, site, all.documents.topics, diagnostics);
}

// All sound posts are checked, even those that are not public yet: a fault in an embargoed post is found today.
void resolve_posts(Linking& all) {
    std::vector<AnnouncingPost> announcing;
    for (PostDraft& draft : all.drafts) announcing.push_back({&draft.post, draft.release, draft.is_original(), draft.sound});
    const std::vector<SameEvent> same_events = fill_same_events(announcing, all.diagnostics);

    std::vector<Diagnostics> found(all.drafts.size());
    parallel_for(all.threads, all.drafts.size(), [&](std::size_t i) {
        if (all.drafts[i].sound) resolve_post(all.drafts[i], all, found[i]);
    });
    tell_new_names_once(found, all.site.people, all.diagnostics);
    all.events.resize(all.drafts.size());
    for (PostDraft& draft : all.drafts) {
        Diagnostics& own = found[draft.number];
        // An event is the same in every language: its ids come from the original.
        if (draft.sound) all.events[draft.number] = place_events(draft.post, all.drafts[draft.original].post.id, all.site, own);
        all.diagnostics.append(all.tree.people ? std::move(own) : without_unknown_people(std::move(own)));
    }
    place_same_events(same_events, announcing, all.events);
    report_doubles(announcing, all.events, all.site, all.diagnostics);
}

// ---------------------------------------------------------------- what is shown, and what is not

void withhold(Site& site, const SitePost& post) {
    const bool draft = *post.post.draft;
    site.withheld.push_back({post.id, draft ? post.post.draft.at : post.post.published.at, !draft && post.state == PostState::tombstone});
}

void withhold_files(Site& site, const SitePost& post) {
    for (const std::vector<FileUse>* files : {&post.photos, &post.attachments}) {
        for (const FileUse& file : *files) site.withheld_files.insert(file.source);
    }
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

void withhold_the_rest(Linking& all) {
    for (const PostDraft& draft : all.drafts) {
        if (!draft.sound) continue;
        if (const auto why = absence(draft)) all.site.absent.push_back(absent(*why, draft.post, all.events[draft.number]));
        if (!draft.shown || draft.post.state == PostState::tombstone) withhold_files(all.site, draft.post);
        if (!draft.shown) withhold(all.site, draft.post);
    }
}

void order_shown(Linking& all) {
    for (const PostDraft& draft : all.drafts) {
        if (draft.sound && draft.shown) all.shown.push_back(draft.number);
    }
    std::sort(all.shown.begin(), all.shown.end(), [&](std::size_t a, std::size_t b) {
        const SitePost &x = all.drafts[a].post, &y = all.drafts[b].post;
        return std::tie(y.published_at, x.id) < std::tie(x.published_at, y.id);
    });
}

// A release is listed once, in the site's language; one that exists only in another language is listed as it is.
void list_posts(Linking& all) {
    Site& site = all.site;
    std::vector<PostIndex> index_of(all.drafts.size(), kNone);
    site.posts.all().reserve(all.shown.size());
    for (const std::size_t number : all.shown) {
        index_of[number] = static_cast<PostIndex>(site.posts.size());
        site.posts.push_back(std::move(all.drafts[number].post));
    }
    for (std::uint64_t language = 0; language < site.languages.size(); ++language) site.listed_by_language.emplace_back(language);
    for (const std::size_t number : all.shown) {
        SitePost& post = site.posts[index_of[number]];
        for (const std::size_t version : all.releases[all.drafts[number].release].posts) {
            if (index_of[version] != kNone) post.versions.push_back(index_of[version]);
        }
        if (!post.listed) continue;
        site.listed_by_language[post.language].push_back(index_of[number]);
        if (post.versions.front() == index_of[number]) site.listed.push_back(index_of[number]);
    }
    all.drafts = {};
    all.documents.posts = {};
}

void index_site(Linking& all) {
    std::vector<std::vector<SiteEvent>> placed;
    for (const std::size_t number : all.shown) placed.push_back(std::move(all.events[number]));
    index_events(all.site, placed);
    index_posts(all.site, all.documents.topics);
    relate_posts(all.site);
}

}  // namespace

std::optional<Site> link(Documents documents, const SourceTree& tree, const LinkOptions& options, Threads threads,
                         Diagnostics& diagnostics) {
    Linking all{std::move(documents), tree, options, threads, diagnostics};
    if (!settle_site(all)) return std::nullopt;
    name_posts(all);  // every post knows its name, its address, and which files are versions of it
    decide_states(all);
    resolve_posts(all);  // every statement has its speaker, as of its day
    leave_out_what_comes(all.site.people, all.site.clock);
    withhold_the_rest(all);
    order_shown(all);
    list_posts(all);  // `site.posts` has what is shown, newest first; drafts and documents are used up
    index_site(all);
    link_pages(all.site, all.documents.pages, diagnostics);
    return std::move(all.site);
}

}  // namespace pressrum
