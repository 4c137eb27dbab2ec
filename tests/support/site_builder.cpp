#include "support/site_builder.hpp"

#include "base/text.hpp"
#include "read/read.hpp"
#include "render/formats.hpp"

#include <fmt/format.h>

namespace pressrum::test {

Files ekinge() {
    return {
        {"site/site.yaml",
         "title: Pressrum Ekinge kommun\nbase_url: https://press.ekinge.example/\nlanguage: sv\nlanguages: [sv, en]\ntimezone: "
         "Europe/Stockholm\n"
         "id_authority: press.ekinge.example,2024\norganization:\n  name: Ekinge kommun\n  place: Ekinge\n"
         "licenses:\n  press: {name: Fri pressbild, url: https://www.ekinge.example/pressbilder, terms: Ange fotografen.}\n"},
        {"site/people.yaml",
         "karin-alm:\n  name: Karin Alm\n  roles:\n    - {role: oppositionsråd, party: C, to: 2022-10-16}\n    - {role: kommunalråd, "
         "party: C, from: 2022-10-17}\n"
         "lena-hovmark:\n  name: Lena Hovmark\n  role: kommunalråd\n  party: S\n"
         "press:\n  name: Presstjänsten\n  email: press@ekinge.example\n  phone: 0980-31 92 00\n  contact: true\n"},
        {"site/topics.yaml", "topics:\n  trygghet: Trygghet\n  dialog: Dialog\n  aldre: Äldre\nareas:\n  vasterleden: Västerleden\n"},
    };
}

Files with(Files files, const std::string& path, const std::string& text) {
    files[path] = text;
    return files;
}

std::string post_text(std::string_view title, std::string_view published, std::string_view more, std::string_view body) {
    return fmt::format("---\ntitle: {}\npublished: {}\n{}---\n{}", title, published, more, body);
}

SourceTree tree_of(const Files& files) {
    SourceTree tree;
    for (const auto& file : files) {
        const auto& [path, text] = file;
        const auto add = [&] { return tree.sources.add(file.first, file.second); };  // Clang 14 captures no structured binding
        if (path == "site/site.yaml") tree.site = add();
        else if (path == "site/people.yaml") tree.people = add();
        else if (path == "site/topics.yaml") tree.topics = add();
        else if (path.starts_with("site/strings/")) tree.strings.emplace_back(path.substr(13, path.size() - 18), add());
        else if (path.starts_with("site/pages/")) tree.pages.push_back(add());
        else if (path.starts_with("layouts/partials/")) tree.partials.push_back(add());
        else if (path.ends_with(".mustache")) tree.layouts.push_back(add());
        else if (path.starts_with("posts/") && path.ends_with(".md")) tree.posts.push_back(add());
        else if (path.ends_with(".jpg")) tree.assets.push_back({path, "/nowhere/" + path, text.size(), sha256(text), 1600, 1067});
        else tree.assets.push_back({path, "/nowhere/" + path, text.size(), sha256(text), 0, 0});
    }
    return tree;
}

void make_site(TestSite& out, const Files& files, SiteOptions options) {
    const Threads threads{options.threads};
    out.tree = tree_of(files);
    Documents documents = read(out.tree, threads, out.diagnostics);
    LinkOptions link_options;
    link_options.now.local = parse_iso_local_time(options.now);
    link_options.drafts = options.drafts;
    link_options.future = options.future;
    out.site = link(std::move(documents), out.tree, link_options, threads, out.diagnostics);
    if (out.site) out.plan = plan(*out.site, kFormats, out.diagnostics);
    out.diagnostics.sort();
}

std::string to_text(const Diagnostics& diagnostics, const SourceTree& tree) {
    std::string text;
    for (const Diagnostic& each : diagnostics.all()) {
        std::string place = "-";
        if (each.at.known()) {
            const Position position = tree.sources[each.at.file].position(each.at.begin);
            place = fmt::format("{}:{}:{}", tree.sources[each.at.file].path, position.line, position.column);
        }
        text += fmt::format("{} {} [{}]{}\n", each.rule->id, place, fmt::join(each.words, "|"),
                            each.suggestion.empty() ? "" : " → " + each.suggestion);
    }
    return text;
}

std::string rules_of(const Diagnostics& diagnostics) {
    std::vector<std::string> ids;
    for (const Diagnostic& each : diagnostics.all()) ids.emplace_back(each.rule->id);
    return join(ids, " ");
}

}  // namespace pressrum::test
