#include "import/import.hpp"

#include "import/markdown_text.hpp"
#include "import/quotes.hpp"
#include "import/write.hpp"
#include "link/quotes/quotes.hpp"
#include "model/rules.hpp"
#include "read/read.hpp"

#include <algorithm>

namespace pressrum {
namespace {

constexpr int kMaxRounds = 4;  // one entry less may change where another stands

// What read and the quote engine say of the finished file.
struct ReadBack {
    Diagnostics found;
    std::vector<Quote> quotes;  // as they were read
};

ReadBack read_back(const ImportedPost& post, const ImportSite& site, const std::string& language) {
    ReadBack out;
    SourceTree tree;
    tree.posts.push_back(tree.sources.add("posts/2024/05/" + post.slug + ".md", post.text));
    const FileId file = tree.posts.front();
    Diagnostics all;
    Documents documents = read(tree, Threads{1}, all);
    link_statements(documents.posts.front(), site.people, date_of(post.published), language, all);
    for (const Diagnostic& each : all.all()) {
        if (each.at.known() && each.at.file == file) out.found.add(each);  // the site's own files were not read
    }
    out.found.sort();
    out.quotes = std::move(documents.posts.front().post.quotes);
    return out;
}

// An entry that the engine does not find in the text as it should be is left out. True when there was one.
bool withhold(const ReadBack& back, std::vector<ProposedQuote>& quotes) {
    bool any = false;
    std::size_t entry = 0;  // into back.quotes: those without doubt
    for (ProposedQuote& quote : quotes) {
        if (quote.doubt || entry >= back.quotes.size()) continue;
        const Span at = back.quotes[entry++].at;
        const auto& all = back.found.all();
        const auto first = std::lower_bound(all.begin(), all.end(), at.begin,
                                            [](const Diagnostic& each, std::uint32_t begin) { return each.at.begin < begin; });
        for (auto each = first; each != all.end() && each->at.begin < at.end; ++each) {
            if (!each->rule->id.starts_with("quote/") || each->rule->severity != Severity::error) continue;
            quote.doubt = each->rule;
            quote.doubt_words = each->words;
            any = true;
            break;
        }
    }
    return any;
}

// Said already, by the comment that stands where the entry would.
bool is_asked(const Rule* found) {
    return is_doubt(found) || found == rule("statement/unlisted-speaker") || found == rule("statement/unnamed-speaker");
}

// The language in which the site will read the post: the text's own only when the site has it.
const std::string& language_on_site(const Draft& draft, const SiteConfig& config) {
    const bool known =
        std::any_of(config.languages.begin(), config.languages.end(), [&](const Text& each) { return *each == draft.language; });
    return known ? draft.language : *config.language;
}

}  // namespace

ImportedPost import_release(ReleaseText release, const ImportSite& site, LanguageOfWords comments) {
    const Draft draft = make_draft(std::move(release), site);
    const std::string& language = language_on_site(draft, site.config);
    std::vector<std::size_t> lines;
    const std::string body = to_markdown(draft.body, lines);

    Date published = date_of(site.next_hour);
    if (draft.published && draft.published->year) {
        const Date said{std::chrono::year(*draft.published->year), std::chrono::month(draft.published->month),
                        std::chrono::day(draft.published->day)};
        if (said.ok()) published = said;
    }
    std::vector<ProposedQuote> quotes = propose_quotes(body, site.people, published, language);
    ImportedPost post = write_post(draft, body, lines, quotes, site, comments);

    ReadBack back = read_back(post, site, language);
    for (int round = 0; round < kMaxRounds && withhold(back, quotes); ++round) {
        post = write_post(draft, body, lines, quotes, site, comments);
        back = read_back(post, site, language);
    }
    std::size_t line = 1, counted = 0;  // the findings are in the order of the file
    for (const Diagnostic& each : back.found.all()) {
        if (is_asked(each.rule)) continue;
        line += static_cast<std::size_t>(
            std::count(post.text.begin() + static_cast<std::ptrdiff_t>(counted), post.text.begin() + each.at.begin, '\n'));
        counted = each.at.begin;
        post.questions.push_back({line, each.rule->text, each.words});
    }
    std::stable_sort(post.questions.begin(), post.questions.end(), [](const Question& a, const Question& b) { return a.line < b.line; });
    return post;
}

}  // namespace pressrum
