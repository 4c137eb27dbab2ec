// Rules on local times that do not exist, or that exist twice: base/zone.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kTimeRules[] = {
    {"time/gap", Severity::error, false,
     {"tidpunkten {0} finns inte: klockan ställs fram den natten", "the time {0} does not exist: the clock goes forward that night"},
     {"välj ett annat klockslag", "choose another time"}},
    {"time/twice", Severity::warning, true,
     {"tidpunkten {0} finns två gånger: klockan ställs tillbaka den natten", "the time {0} exists twice: the clock goes back that night"},
     {"den första gången gäller; välj gärna ett annat klockslag", "the first one is meant; better choose another time"}},
};
static_assert(are_rules_of(kTimeIds, kTimeRules));

}  // namespace pressrum
