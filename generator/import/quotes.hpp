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
    const Rule* doubt = nullptr;  // why it is not sure who said it: no entry then
    std::vector<std::string> doubt_words = {};
};

// Whether the engine asks there what was said, or by whom. Everything else it says is about something that is known.
bool is_doubt(const Rule* found);

// One for each statement of the Markdown text `body`, in its order.
std::vector<ProposedQuote> propose_quotes(std::string_view body, const Keyed<Person>& people, Date published, std::string_view language);

}  // namespace pressrum
