// A layout, and the same text as a partial that it may include: refused with a message, or filled so that no text of a record becomes
// mark-up.
#include "fuzz/fuzz.hpp"
#include "render/layout/layout.hpp"
#include "render/layout/views_table.hpp"

using namespace pressrum;
using namespace pressrum::fuzz;

namespace {

// Stands in every text that the layout is given. Between elements "<" would be mark-up, in an attribute the quotation mark its end.
constexpr std::string_view kRaw = "<ö\"ä&å";

View link(bool current) {
    ViewOf<kLinkView> view;
    return std::move(view.set<"title">(Prose{std::string(kRaw), "fi"}).set<"url">(std::string(kRaw)).set<"current">(current));
}

// What a release has: texts with and without a language, HTML, flags, records in each other, lists of none, one and two.
View release() {
    ViewOf<kLabelView> label;
    ViewOf<kEventView> event;
    ViewOf<kPhotoView> photo;
    ViewOf<kReleaseView> view;
    label.set<"text">(std::string(kRaw)).set<"kind">("moved");
    event.set<"title">(std::string(kRaw)).set<"label">(std::move(label)).set<"price">(Prose{std::string(kRaw), "fi"}).set<"is_off">(true);
    photo.set<"alt">(std::string(kRaw));
    std::vector<View> links, events, topics;
    links.push_back(link(false));
    links.push_back(link(true));
    topics.push_back(link(true));
    events.push_back(std::move(event));
    view.set<"title">(std::string(kRaw)).set<"lead">(std::string(kRaw)).set<"body">("<p>Text.</p>").set<"photo">(std::move(photo));
    view.set<"events">(std::move(events)).set<"links">(std::move(links)).set<"topics">(std::move(topics));
    return view;
}

View common() {
    ViewOf<kOrganizationView> organization;
    ViewOf<kCommonView> view;
    organization.set<"name">(std::string(kRaw)).set<"about">("<p>Om <em>oss</em>.</p>");
    std::vector<View> pages;
    pages.push_back(link(true));
    view.set<"site_title">(std::string(kRaw)).set<"organization">(std::move(organization)).set<"pages">(std::move(pages));
    return view;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const View page = release(), around = common();
    static const Lexicon words("sv", {});
    const std::string text = to_text(data, size);

    SourceTree tree;
    for (const LayoutKind& kind : kLayoutKinds)
        tree.layouts.push_back(
            tree.sources.add("layouts/" + std::string(kind.name) + ".mustache", kind.name == "release" ? text : "{{! }}"));
    tree.partials.push_back(tree.sources.add("layouts/partials/rad.mustache", "{{#links}}<a href=\"{{url}}\">{{title}}</a>{{/links}}\n"));
    tree.partials.push_back(tree.sources.add("layouts/partials/del.mustache", text));

    Diagnostics diagnostics;
    const Layouts layouts = Layouts::load(tree, diagnostics);
    must_be_sound(diagnostics, tree.sources);
    must(layouts.complete() != has_error(diagnostics), "a layout is refused with a message, and only then");
    if (!layouts.complete()) return 0;
    const std::string html = layouts.render("release", page, around, words);
    for (const std::string_view raw : {kRaw.substr(0, 3), kRaw.substr(3, 3)})
        must(text.find(raw) != std::string::npos || html.find(raw) == std::string::npos, "a text does not become mark-up");
    return 0;
}
