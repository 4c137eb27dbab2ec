#pragma once
// What stands under `quotes:`: each entry with an id of its own, its speaker on the day of publication, and its words.

#include "base/diagnostic.hpp"
#include "link/quotes/quote_text.hpp"
#include "link/quotes/quotes.hpp"
#include "link/quotes/speakers.hpp"
#include "link/quotes/word_diff.hpp"

#include <string>
#include <vector>

namespace pressrum {

struct QuoteEntry {
    std::string id;  // as written, else from the first words
    std::string text;
    Speaker speaker;      // name empty: its key is unknown (reported)
    bool placed = false;  // by ![](quote:ID)
};

struct QuoteEntries {
    std::vector<QuoteEntry> all;        // in the order of the front matter
    std::vector<ComparedText> said;     // their words, in the same order
    std::vector<std::uint32_t> placed;  // those that ![](quote:ID) places, in the order of the body
};

// Takes the entries' ids and makes their speakers known to `speakers`. Reports an id that is used twice, an unknown speaker key and
// a placed quote without an entry, each with the nearest known.
QuoteEntries read_entries(const PostDocument& post, const Keyed<Person>& people, Speakers& speakers, StatementIds& ids,
                          Diagnostics& diagnostics);

// The words of an entry's text, as they are compared with the body.
ComparedText compared_entry(std::string_view text);

}  // namespace pressrum
