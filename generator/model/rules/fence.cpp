// Rules on the lines --- around front matter: read/yaml/front_matter.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kFenceRules[] = {
    // --- the lines --- around the front matter ----------------------------------------------------------------------------
    {"fence/missing", Severity::error, false,
     {"filen börjar inte med ---", "the file does not begin with ---"},
     {"överst ska det stå en rad med ---, sedan title och de andra uppgifterna, sedan en rad med --- igen och därefter texten",
      "on top there should be a line ---, then title and the other details, then a line --- again, and then the text"}},
    {"fence/not-first", Severity::error, false,
     {"det står en tom rad före ---", "there is an empty line before ---"},
     {"ta bort den; filen ska börja med ---", "remove it; the file should begin with ---"}},
    {"fence/form", Severity::error, false,
     {"den första raden ska vara --- och inget annat", "the first line should be --- and nothing else"},
     {"skriv tre bindestreck, utan något före eller efter", "write three hyphens, with nothing before or after"}},
    {"fence/unclosed", Severity::error, false,
     {"uppgifterna överst i filen har inget slut", "the details on top of the file have no end"},
     {"skriv en rad med --- mellan uppgifterna och texten", "write a line --- between the details and the text"}},
};
static_assert(are_rules_of(kFenceIds, kFenceRules));

}  // namespace pressrum
