#include "render/release_body.hpp"

#include "base/escape.hpp"
#include "link/references.hpp"
#include "render/body_html.hpp"
#include "render/words.hpp"

#include <algorithm>

namespace pressrum {
namespace {

std::string fill(const Rendering& in, std::string_view layout, const View& view) {
    return in.renderer.layouts.render(layout, view, in.renderer.common(in.language), in.words());
}

std::string photo_html(const Rendering& in, const SitePost& post, std::size_t number) {
    const auto photo = photo_view(in, post, number);
    return photo ? fill(in, "placed_photo", *photo) : std::string();
}

std::string event_html(const Rendering& in, const SiteEvent& event) { return fill(in, "placed_event", event_box_view(in, event)); }

}  // namespace

ReleaseBody release_body(const Rendering& in, PostIndex index) {
    const Site& site = in.site();
    const SitePost& post = site.posts[index];
    const bool feed = in.form == Renderer::Form::absolute;
    ReleaseBody body{{}, std::vector<bool>(post.photo_count()), std::vector<bool>(post.post.events.size())};

    BodyHtmlOptions options;
    options.statements = post.statements;
    options.anchor_word = site.words()["anchor_quote"];
    if (feed) {
        options.ids = BodyHtmlOptions::Ids::leave_out;
    } else {
        options.speaker_label = [&](const Speaker& speaker) {
            // A label has one language: a role in another would be read in the wrong voice. It stands beside the text, marked.
            const Prose told = role_prose(in, speaker, post.language);
            const std::string role = told.language.empty() ? told.text : std::string();
            return role.empty() ? speaker.name : in.words().filled("list_comma", {speaker.name, role});
        };
        options.permalink_label = in.words()["permalink_to_quote"];
        options.table_label = in.words()["table_region"];
    }
    options.address = [&](std::string_view target, Span at) { return in.renderer.written(target, post.address, in.form, in.out, at); };
    options.placed = [&](const Node& node) -> std::string {
        const std::string_view target = post.body.target(node);
        if (node.kind == NodeKind::placed_photo) {
            const auto number = find_photo(post, target);
            if (!number) return {};
            body.placed_photos[*number] = true;
            return photo_html(in, post, *number);
        }
        if (node.kind == NodeKind::placed_event) {
            for (const EventIndex event : post.events) {
                const std::uint32_t number = site.events[event].number;
                if (*post.post.events[number].id != target) continue;
                body.placed_events[number] = true;
                return event_html(in, site.events[event]);
            }
            return {};
        }
        for (std::uint32_t i = 0; i < post.statements.size(); ++i) {
            const Statement& statement = post.statements[i];
            if (statement.id != target) continue;
            ViewOf<kStatementView> view = statement_view(in, index, i);
            // What is placed is the entry as it was written, even where the text has more of what was said.
            if (statement.quote != kNone) view.set<"words">(*post.post.quotes[statement.quote].text);
            return fill(in, "placed_quote", view);
        }
        return {};
    };
    body.html = to_html(post.body, options);
    return body;
}

namespace {

std::string in_its_language(const std::string& words, const std::string& language) {
    return language.empty() ? to_html(words) : "<span lang=\"" + language + "\">" + to_html(words) + "</span>";
}

}  // namespace

std::string release_feed_html(const Rendering& in, PostIndex index) {
    const Site& site = in.site();
    const SitePost& post = site.posts[index];
    std::string html;
    for (const Change* change : newest_changes(post.post)) {
        html += "<p><strong>" + to_html(change_kind(in.words(), *change->kind)) + ", " +
                to_html(date_time_words(in.words(), *change->at_time)) + ":</strong> " +
                in_its_language(*change->note, prose(in, change->note).language) + "</p>\n";
    }
    const ReleaseBody body = release_body(in, index);
    if (post.post.photo && !body.placed_photos[0]) html += photo_html(in, post, 0);
    html += body.html;
    for (const EventIndex event : post.events) {
        if (!body.placed_events[site.events[event].number]) html += event_html(in, site.events[event]);
    }
    for (std::size_t i = post.post.photo ? 1 : 0; i < post.photo_count(); ++i) {
        if (!body.placed_photos[i]) html += photo_html(in, post, i);
    }
    return html;
}

}  // namespace pressrum
