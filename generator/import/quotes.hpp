#pragma once
// The entries of `quotes:` for a body, by the quote engine.

#include "base/diagnostic.hpp"
#include "link/quotes/quotes.hpp"
#include "model/config.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

struct ProposedQuote {
    std::string id, text;
    Speaker speaker;
    std::string key;              // of people.yaml; empty: the text's own name, role and party
    const Rule* doubt = nullptr;  // why nobody is sure to have said it: no entry then
    std::vector<std::string> doubt_words = {};
    bool same_doubt = false;  // goes on after a statement with the same doubt, which was asked about
};

// One for each statement of the Markdown text `body`, in its order.
std::vector<ProposedQuote> propose_quotes(std::string_view body, const Keyed<Person>& people, Date published, std::string_view language);

}  // namespace pressrum
