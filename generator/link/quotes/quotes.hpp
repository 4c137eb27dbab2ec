#pragma once
// The statements of a post: what stands in the body and what stands under `quotes:`, verified against each other both
// ways, each with its speaker as that person was on the day of publication.

#include "base/diagnostic.hpp"
#include "link/quotes/reading.hpp"
#include "link/quotes/speaker.hpp"
#include "model/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pressrum {

// One statement: a paragraph of the body, or an entry that is only placed by ![](quote:ID).
struct Statement {
    std::string id;  // unique in the post; the entry's id, else from the first words
    // The words of the paragraph, all of them; the entry's text instead when it is exactly the paragraph, or only placed. Where an
    // entry runs through several paragraphs, each statement has its own part, so nothing appears twice.
    std::string words;
    Speaker speaker;              // name empty: nobody knows (reported)
    std::uint32_t node = kNone;   // the statement in the body, or the paragraph whose words in quotation marks are one
    std::uint32_t quote = kNone;  // the entry in post.quotes
    bool continues = false;       // has no attribution of its own: goes on after the statement before it
    std::vector<Piece> pieces;    // of the paragraph at `node`
    bool mixed = false;           // that paragraph also holds words that cannot be attributed for certain: it is no statement as a whole
};

// The statements in the order of the body, then those that are only placed. `published` is the day of publication.
// Reports: an entry that stands nowhere, a near miss with the differing words, an unknown speaker key (with the nearest), a
// statement nobody is known to have said, a placed quote without an entry, two entries with one id.
std::vector<Statement> link_statements(const PostDocument& post, const Keyed<Person>& people, Date published, std::string_view language,
                                       Diagnostics& diagnostics);

// Whether the text of a language is read for statements at all: there are words for it in attribution_words.hpp. Elsewhere only entries decide.
bool reads_statements(std::string_view language);

// What the question at this place offers as an entry: the words of its paragraph that one person may have said.
std::string undecided_words(const Body& body, Span at, std::string_view language);

}  // namespace pressrum
