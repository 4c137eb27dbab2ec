#include "import/import.hpp"

#include "import/markdown_text.hpp"
#include "import/quotes.hpp"
#include "import/write.hpp"
#include "link/quotes.hpp"
#include "model/rules.hpp"
#include "read/read.hpp"

#include <algorithm>

namespace pressrum {
namespace {

// What read and the quote engine say of the finished file.
struct ReadBack {
    Sources sources;
    Diagnostics found;
};

void read_back(const ImportedPost& post, const ImportSite& site, const std::string& language, ReadBack& out) {
    SourceTree tree;
    tree.posts.push_back(tree.sources.add("posts/2024/05/" + post.slug + ".md", post.text));
    const FileId file = tree.posts.front();
    Diagnostics all;
    const Documents documents = read(tree, Threads{1}, all);
    link_statements(documents.posts.front(), site.people, date_of(post.published), language, all);
    for (const Diagnostic& each : all.all()) {
        if (each.at.known() && each.at.file == file) out.found.add(each);  // the site's own files were not read
    }
    out.found.sort();
    out.sources = std::move(tree.sources);
}

// Said already, by the comment that stands where the entry would.
bool is_asked(const Rule* found) {
    return found == rule("statement/unknown-speaker") || found == rule("statement/ambiguous-speaker") || found == rule("statement/several-speakers") ||
           found == rule("statement/missing-comma") || found == rule("statement/unlisted-speaker");
}

}  // namespace

ImportedPost import_release(ReleaseText release, const ImportSite& site, LanguageOfWords comments) {
    const Draft draft = make_draft(std::move(release), site);
    std::vector<std::size_t> lines;
    const std::string body = to_markdown(draft.body, lines);

    Date published = date_of(site.next_hour);
    if (draft.published && draft.published->year) {
        const Date said{std::chrono::year(*draft.published->year), std::chrono::month(draft.published->month), std::chrono::day(draft.published->day)};
        if (said.ok()) published = said;
    }
    const std::vector<ProposedQuote> quotes = propose_quotes(body, site.people, published, draft.language);
    ImportedPost post = write_post(draft, body, lines, quotes, site, comments);

    ReadBack back;
    read_back(post, site, draft.language, back);
    std::size_t line = 1, counted = 0;  // the findings are in the order of the file
    for (const Diagnostic& each : back.found.all()) {
        if (is_asked(each.rule)) continue;
        line += static_cast<std::size_t>(std::count(post.text.begin() + static_cast<std::ptrdiff_t>(counted), post.text.begin() + each.at.begin, '\n'));
        counted = each.at.begin;
        post.questions.push_back({line, each.rule->text, each.words});
    }
    std::stable_sort(post.questions.begin(), post.questions.end(), [](const Question& a, const Question& b) { return a.line < b.line; });
    return post;
}

}  // namespace pressrum
