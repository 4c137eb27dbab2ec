// Rules on words to avoid: check/words.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kWordsRules[] = {
    {"words/avoid", Severity::warning, true,
     {"undvik ordet \"{0}\"", "avoid the word \"{0}\""},
     {"skriv hellre: {1}", "rather write: {1}"}},
};
static_assert(are_rules_of(kWordsIds, kWordsRules));

}  // namespace pressrum
