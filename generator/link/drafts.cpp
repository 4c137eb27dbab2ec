#include "link/drafts.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "link/same_events.hpp"
#include "model/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace pressrum {
namespace {

// "posts/2024/05/slug.md" → "2024/05"; nothing when the file lies elsewhere.
std::optional<std::string> month_folder(std::string_view path) {
    const std::vector<std::string_view> parts = split(path, '/');
    const auto digits = [](std::string_view s, std::size_t n) { return s.size() == n && are_digits(s); };
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
void name_post(PostDraft& draft, const PostDocument& document, const Site& site, Diagnostics& diagnostics) {
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

}  // namespace

std::vector<PostDraft> make_drafts(Documents& documents, const Site& site, const std::vector<Release>& releases, Diagnostics& diagnostics) {
    std::vector<PostDraft> drafts(documents.posts.size());
    for (std::size_t r = 0; r < releases.size(); ++r) {
        const std::size_t first = releases[r].posts.front();
        const PostDocument& original = documents.posts[first];
        if (!original.name_lang.empty() && original.name_lang != *site.config.language && !original.post.published.given()) {
            diagnostics.add({rule("post/no-original"), {original.file, 0, 0}, {original.name}, {}, {}});
            documents.posts[first].sound = false;
        }
        for (const std::size_t i : releases[r].posts) {
            PostDocument& document = documents.posts[i];
            PostDraft& draft = drafts[i];
            name_same_events(document.post);
            if (i != first) check_translation(document.post, drafts[first].post.post, diagnostics);
            if (i != first) complete_translation(document, drafts[first].post.post);
            draft.number = i;
            draft.original = first;
            draft.release = r;
            draft.sound = document.sound && original.sound;
            draft.folder = document.folder;
            draft.post.file = document.file;
            draft.post.source = document.path;
            draft.post.post = std::move(document.post);
            draft.post.updated = last_change(draft.post.post);
            Diagnostics unheard;  // a faulty post's own faults have been reported; its address is still wanted
            name_post(draft, document, site, document.sound ? diagnostics : unheard);
            if (draft.sound && document.body.empty()) diagnostics.add({rule("post/empty"), {document.file, 0, 0}, {}, {}, {}});
            // A translation is the same release: permanent ids come from the original.
            if (i != first && draft.sound && !draft.post.post.id.given()) {
                draft.post.id = fmt::format("{}.{}", drafts[first].post.id, site.languages[draft.post.language].language());
            }
        }
    }
    return drafts;
}

void report_duplicates(const std::vector<PostDraft>& drafts, Diagnostics& diagnostics) {
    std::unordered_map<std::string_view, const PostDraft*> ids, addresses;
    const Words also{"här används det också", "it is used here too"};
    for (const PostDraft& draft : drafts) {
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

void decide_state(PostDraft& draft, Site& site, const LinkOptions& options, Diagnostics& diagnostics) {
    SitePost& post = draft.post;
    PostCounts& counts = site.counts;
    const bool original = draft.is_original();
    post.published_at = site.zone.to_instant(*post.post.published);
    const bool embargoed = !site.clock.has_come(post.published_at);
    const bool expired = post.post.expires.given() && site.clock.has_come(*post.post.expires);
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
        if (original && *change.at_time > *post.post.published && !site.clock.has_come(*change.at_time))
            diagnostics.add({rule("post/change-in-future"), change.at_time.at, {to_iso(*change.at_time)}, {}, {}});
    }
    post.listed = post.state != PostState::tombstone && !*post.post.unlisted;
}

std::optional<Absence> absence(const PostDraft& draft) {
    if (draft.post.state == PostState::tombstone) return Absence::expired;
    if (draft.shown || *draft.post.post.draft) return std::nullopt;
    return Absence::waiting;
}

}  // namespace pressrum
