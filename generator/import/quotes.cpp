#include "import/quotes.hpp"

#include "model/rules.hpp"
#include "read/markdown/markdown.hpp"

#include <algorithm>

namespace pressrum {
bool is_doubt(const Rule* found) {
    return found == rule("statement/unknown-speaker") || found == rule("statement/ambiguous-speaker") ||
           found == rule("statement/several-speakers") || found == rule("statement/missing-comma") ||
           found == rule("statement/unclear-words") || found == rule("statement/unmarked") || found == rule("statement/signature");
}

std::vector<ProposedQuote> propose_quotes(std::string_view body, const Keyed<Person>& people, Date published, std::string_view language) {
    Sources sources;
    Diagnostics ignored, said;
    PostDocument document;
    document.file = sources.add("", std::string(body));
    document.body = read_markdown(sources, {document.file, 0, static_cast<std::uint32_t>(body.size())}, ignored);
    const std::vector<Statement> statements = link_statements(document, people, published, language, said);
    std::vector<std::pair<std::uint32_t, ProposedQuote>> found;  // by where they stand
    for (const Statement& statement : statements) {
        ProposedQuote quote{statement.id, statement.words, statement.speaker, {}};
        if (statement.speaker.person != kNone) quote.key = *people[statement.speaker.person].first;
        const std::uint32_t piece = statement.pieces.empty() ? 0 : statement.pieces.front().begin;
        found.emplace_back(document.body[statement.node].at.begin + piece, std::move(quote));
    }
    for (const Diagnostic& each : said.all()) {
        if (!is_doubt(each.rule)) continue;
        ProposedQuote quote;
        quote.doubt = each.rule;
        quote.doubt_words = each.words;
        quote.text = undecided_words(document.body, each.at, language);
        found.emplace_back(each.at.begin, std::move(quote));
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<ProposedQuote> quotes;
    for (auto& [at, quote] : found) quotes.push_back(std::move(quote));
    return quotes;
}

}  // namespace pressrum
