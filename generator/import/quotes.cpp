#include "import/quotes.hpp"

#include "model/rules.hpp"
#include "read/markdown.hpp"

#include <algorithm>

namespace pressrum {
namespace {

// What the engine says when it does not know who speaks. Everything else it says is about something that is known.
bool is_doubt(const Rule* found) {
    return found == rule("statement/unknown-speaker") || found == rule("statement/ambiguous-speaker") ||
           found == rule("statement/several-speakers") || found == rule("statement/missing-comma");
}

}  // namespace

std::vector<ProposedQuote> propose_quotes(std::string_view body, const Keyed<Person>& people, Date published, std::string_view language) {
    Sources sources;
    Diagnostics ignored, said;
    PostDocument document;
    document.file = sources.add("", std::string(body));
    document.body = read_markdown(sources, {document.file, 0, static_cast<std::uint32_t>(body.size())}, ignored);
    const std::vector<Statement> statements = link_statements(document, people, published, language, said);
    std::vector<const Diagnostic*> doubts;
    for (const Diagnostic& each : said.all()) {
        if (is_doubt(each.rule)) doubts.push_back(&each);
    }
    std::stable_sort(doubts.begin(), doubts.end(), [](const Diagnostic* a, const Diagnostic* b) { return a->at.begin < b->at.begin; });

    std::vector<ProposedQuote> quotes;
    std::size_t next = 0;
    for (const Statement& statement : statements) {
        const Span at = document.body[statement.node].at;
        ProposedQuote quote{statement.id, statement.words, statement.speaker, {}};
        while (next < doubts.size() && doubts[next]->at.begin < at.begin) ++next;
        if (next < doubts.size() && doubts[next]->at.begin < at.end) {
            quote.doubt = doubts[next]->rule;
            quote.doubt_words = doubts[next]->words;
        } else if (statement.speaker.name.empty()) {
            quote.doubt = rule("statement/unknown-speaker");
            quote.same_doubt = true;
        }
        if (!quote.doubt && statement.speaker.person != kNone) quote.key = *people[statement.speaker.person].first;
        quotes.push_back(std::move(quote));
    }
    return quotes;
}

}  // namespace pressrum
