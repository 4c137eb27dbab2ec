#pragma once
// What holds of every release that is imported, from whatever it was read.

#include "fuzz/fuzz.hpp"
#include "import/import.hpp"
#include "link/quotes/quotes.hpp"
#include "read/read.hpp"

#include <algorithm>

namespace pressrum::fuzz {

inline Keyed<Person> two_people() {
    Keyed<Person> all;
    for (const char* name : {"Karin Alm", "Erik Alm"}) {
        Person person;
        person.name = Text(name);
        person.contact = Sourced<bool>(true);
        all.emplace_back(Text(name[0] == 'K' ? "karin-alm" : "erik-alm"), person);
    }
    return all;
}

// It becomes a post whose front matter can be read, whose quotes stand in its text, and whose questions have lines.
inline void must_become_a_post(ReleaseText release) {
    if (release.blocks.empty()) return;
    SiteConfig config;
    config.language = Text("sv");
    const Keyed<Person> all = two_people();
    const Topics topics;
    const LocalTime next = *parse_iso_local_time("2024-05-02T10:00");
    const ImportedPost post = import_release(std::move(release), {config, all, topics, next}, &Words::sv);

    const auto lines = static_cast<std::size_t>(std::count(post.text.begin(), post.text.end(), '\n'));
    for (const Question& each : post.questions) must(each.line >= 1 && each.line <= lines + 1, "a question has a line of the file");
    must(!post.slug.empty(), "a post has a name");

    SourceTree tree;
    tree.posts.push_back(tree.sources.add("posts/2024/05/a.md", post.text));
    Diagnostics found, said;
    const Documents documents = read(tree, Threads{1}, found);
    must(*documents.posts.front().post.draft, "the front matter can be read, and says that it is a draft");
    link_statements(documents.posts.front(), all, date_of(post.published), "sv", said);
    for (const Diagnostic& each : said.all()) must(!each.rule->id.starts_with("quote/"), "the quotes stand in the text");
}

}  // namespace pressrum::fuzz
