#pragma once
// A press room in memory, for tests: files as text, through the stages, without a disk.

#include "base/diagnostic.hpp"
#include "link/link.hpp"
#include "model/source_tree.hpp"
#include "plan/plan.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum::test {

using Files = std::map<std::string, std::string>;

// site/site.yaml, site/people.yaml and site/topics.yaml of a small Ekinge.
Files ekinge();
// `files` with one more; an existing one is replaced.
Files with(Files files, const std::string& path, const std::string& text);
// A post's front matter with title and publication, `more` lines below, and a body.
std::string post_text(std::string_view title, std::string_view published, std::string_view more = {},
                      std::string_view body = "En rad text.\n");

// Texts are sources, everything else is an asset of the given content.
SourceTree tree_of(const Files& files);

// The whole way up to the site; `tree` must outlive it.
struct TestSite {
    SourceTree tree;
    Diagnostics diagnostics;
    std::optional<Site> site;
    Plan plan;

    TestSite() = default;
    TestSite(const TestSite&) = delete;
};

struct SiteOptions {
    std::string_view now = "2026-11-24T12:00";  // local time of the site
    bool drafts = false;
    bool future = false;
    unsigned threads = 1;
};

// Reads, links and plans `files` into `out`.
void make_site(TestSite& out, const Files& files, SiteOptions options = {});

// "rule file:line:column words…", one a line, in the order they are shown.
std::string to_text(const Diagnostics& diagnostics, const SourceTree& tree);
// Ids of the rules that were reported, separated by a space.
std::string rules_of(const Diagnostics& diagnostics);

}  // namespace pressrum::test
