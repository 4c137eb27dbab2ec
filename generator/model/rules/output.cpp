// Rules on addresses of the output: plan.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kOutputRules[] = {
    {"output/collision", Severity::error, false,
     {"adressen /{0} skulle skrivas två gånger: av {1} och av {2}", "the address /{0} would be written twice: by {3} and by {4}"},
     {"ändra den enas filnamn, slug eller aliases", "change the file name, slug or aliases of one of them"}},
    {"output/name", Severity::error, false,
     {"filnamnet \"{0}\" kan inte användas i en adress", "the file name \"{0}\" cannot be used in an address"},
     {"använd små bokstäver a–z, siffror, bindestreck och punkt", "use lower-case a–z, digits, hyphens and points"}},
};
static_assert(are_rules_of(kOutputIds, kOutputRules));

}  // namespace pressrum
