// Releases in lists: with lead and picture, or as a line.

#include "link/kind_words.hpp"
#include "plan/paths.hpp"
#include "render/typeset.hpp"
#include "render/views.hpp"
#include "render/words.hpp"

#include <algorithm>

namespace pressrum {
namespace {

// What a release has in every list.
template <const ViewRecord& kRecord>
void set_line(const Rendering& in, const SitePost& post, ViewOf<kRecord>& view) {
    const LocalTime published = *post.post.published;
    view.template set<"title">(typeset(*post.post.title)).template set<"url">(in.url(post.address));
    view.template set<"language">(prose(in, Wording{*post.post.title, post.language}).language);
    view.template set<"date">(date_words(in.words(), date_of(published))).template set<"datetime">(to_iso(in.site().zone, published));
    view.template set<"labels">(status_labels(in.words(), post));
}

}  // namespace

ViewOf<kReleaseItemView> release_item_view(const Rendering& in, PostIndex index) {
    const SitePost& post = in.site().posts[index];
    ViewOf<kReleaseItemView> view;
    set_line(in, post, view);
    view.set<"kind">(kind_words(in.words(), *post.post.kind)).set<"lead">(typeset(*post.post.lead));
    if (post.photo_count() > 0 && post.post.photo) {
        if (auto photo = photo_view(in, post, 0)) view.set<"photo">(std::move(*photo));
    }
    std::vector<View> topics;
    for (const std::uint32_t topic : post.topics) topics.push_back(topic_link(in, kTopicList, topic));
    view.set<"topics">(std::move(topics));
    return view;
}

std::vector<View> release_lines(const Rendering& in, const std::vector<PostIndex>& posts, std::size_t begin, std::size_t end) {
    std::vector<View> lines;
    for (std::size_t i = begin; i < std::min(end, posts.size()); ++i) {
        ViewOf<kReleaseLineView> line;
        set_line(in, in.site().posts[posts[i]], line);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<View> release_items(const Rendering& in, const std::vector<PostIndex>& posts, std::size_t begin, std::size_t end) {
    std::vector<View> items;
    for (std::size_t i = begin; i < std::min(end, posts.size()); ++i) items.push_back(release_item_view(in, posts[i]));
    return items;
}

}  // namespace pressrum
