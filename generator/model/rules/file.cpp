// Rules on files that nothing uses: plan.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kFileRules[] = {
    {"file/unused", Severity::warning, true,
     {"filen {0} används inte av något inlägg och publiceras inte", "the file {0} is used by no post and is not published"},
     {"nämn den i inlägget, eller ta bort den", "name it in the post, or remove it"}},
};
static_assert(are_rules_of(kFileIds, kFileRules));

}  // namespace pressrum
