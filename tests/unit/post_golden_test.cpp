// What one post becomes: tests/posts/CASE.md and its siblings. The sibling that exists is compared:
//   .html        the text as on the page           .feed.html   as in feeds, with absolute addresses
//   .statements  who said what                     .ics         its events as calendar files
//   .jsonld      structured data                   .txt         the text alone
//   .diag        what is reported
// The post stands at posts/2024/05/CASE.md of the small Ekinge of tests/support/site_builder.cpp, with torget.jpg beside it.
#include "io/load.hpp"
#include "render/body_html.hpp"
#include "render/json_ld.hpp"
#include "render/release_body.hpp"
#include "support/golden.hpp"
#include "support/site_builder.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <map>
#include <set>

using namespace pressrum;
using namespace pressrum::test;
namespace fs = std::filesystem;

namespace {

const fs::path kPosts = fs::path(PRESSRUM_ROOT) / "tests" / "posts";

struct Rendered {
    const TestSite& test;
    const Renderer* renderer = nullptr;
    PostIndex post = 0;
};

std::string statements_text(const Rendered& r) {
    std::string text;
    for (const Statement& s : r.test.site->posts[r.post].statements) {
        const Speaker& who = s.speaker;
        text += s.id + ": " + (who.name.empty() ? "?" : who.name) + (who.role.empty() ? "" : ", " + who.role) +
                (who.party.empty() ? "" : " (" + who.party + ")") + (who.organization.empty() ? "" : ", " + who.organization) +
                (s.continues ? " …" : "") + "\n  " + s.words + "\n";
    }
    return text;
}

std::string calendars_text(const Rendered& r) {
    std::string text;
    for (const EventIndex e : r.test.site->posts[r.post].events) {
        for (const PlannedFile& file : r.test.plan.files()) {
            const auto* of = std::get_if<subject::Event>(&file.subject);
            if (of == nullptr || of->event != e) continue;
            Output out;
            file.format->render(*r.renderer, file, out);
            text += out.bytes;
        }
    }
    return text;
}

const std::map<std::string, std::function<std::string(const Rendered&)>> kSiblings = {
    {".html",
     [](const Rendered& r) {
         Output out;
         return release_body({*r.renderer, out, r.test.site->posts[r.post].language}, r.post).html;
     }},
    {".feed.html",
     [](const Rendered& r) {
         Output out;
         return release_feed_html({*r.renderer, out, r.test.site->posts[r.post].language, Renderer::Form::absolute}, r.post);
     }},
    {".statements", statements_text},
    {".ics", calendars_text},
    {".jsonld",
     [](const Rendered& r) {
         Output out;
         return release_json_ld({*r.renderer, out, 0}, r.post) + "\n";
     }},
    {".txt", [](const Rendered& r) { return to_text(r.test.site->posts[r.post].body); }},
    {".diag", [](const Rendered& r) { return to_text(r.test.diagnostics, r.test.tree); }},
};

}  // namespace

TEST_CASE("posts become what their golden files show") {
    SourceTree layout_tree;
    Diagnostics layout_faults;
    layout_tree = load({"", "", (fs::path(PRESSRUM_ROOT) / "layouts").string()}, {1}, layout_faults);
    const Layouts layouts = Layouts::load(layout_tree, layout_faults);
    REQUIRE(layouts.complete());

    std::set<std::string> cases, met;
    for (const auto& entry : fs::directory_iterator(kPosts)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(".md")) cases.insert(name.substr(0, name.size() - 3));
    }
    REQUIRE_FALSE(cases.empty());
    for (const std::string& name : cases) {
        INFO("tests/posts/" << name << ".md");
        TestSite test;
        Files files = with(ekinge(), "posts/2024/05/" + name + ".md", read_file(kPosts / (name + ".md")));
        files = with(files, "posts/2024/05/torget.jpg", "a picture");
        make_site(test, files);
        REQUIRE(test.site);
        const bool shown = test.site->posts.size() == 1;
        std::optional<Renderer> renderer;
        if (shown) renderer.emplace(*test.site, test.plan, layouts);
        bool compared = false;
        for (const auto& [ending, make] : kSiblings) {
            const fs::path golden = kPosts / (name + ending);
            if (!fs::exists(golden)) continue;
            met.insert(golden.filename().string());
            compared = true;
            if (ending != ".diag") REQUIRE(shown);
            check_golden(golden, make({test, renderer ? &*renderer : nullptr, 0}));
        }
        CHECK(compared);
        // A post that is not about its faults has none.
        if (!fs::exists(kPosts / (name + ".diag"))) CHECK(to_text(test.diagnostics, test.tree) == "");
    }
    for (const auto& entry : fs::directory_iterator(kPosts)) {
        const std::string file = entry.path().filename().string();
        INFO("a golden file without its post: tests/posts/" << file);
        CHECK((file.ends_with(".md") || met.contains(file)));
    }
}
