// Rules on links within the site: check/links.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kLinkRules[] = {
    {"link/broken", Severity::error, false,
     {"länken leder ingenstans: \"{0}\"", "the link leads nowhere: \"{0}\""},
     {"ingen publicerad sida har den adressen", "no published page has that address"}},
    {"link/expired", Severity::warning, true,
     {"det som länken \"{0}\" leder till har gått ut", "what the link \"{0}\" leads to has expired"},
     {"orden står kvar på sidan utan länk; ta bort länken, eller länka till något som gäller", "the words stand on the page without a link; remove the link, or link to something current"}, true},
    {"link/expires", Severity::warning, true,
     {"det här blir en död länk den {1}: då går \"{0}\" ut", "this link will be dead on {1}: \"{0}\" expires then"},
     {"orden står då kvar utan länk; länka hellre till något som gäller längre", "the words will then stand without a link; rather link to something that lasts"}, true},
    {"link/waiting", Severity::warning, true,
     {"det som länken \"{0}\" leder till är inte publicerat än", "what the link \"{0}\" leads to is not published yet"},
     {"orden står utan länk tills det är publicerat", "the words stand without a link until it is published"}, true},
    {"link/passing-fragment", Severity::warning, true,
     {"just nu finns inget \"#{1}\" på sidan som länken \"{0}\" leder till", "right now there is no \"#{1}\" on the page that the link \"{0}\" leads to"},
     {"innehållet på den sidan skiftar med tiden; länka till det du menar där det alltid står", "what stands on that page changes with time; link to the place where what you mean always stands"}, true},
    {"link/broken-fragment", Severity::error, false,
     {"det finns inget \"#{1}\" på sidan som länken \"{0}\" leder till", "there is no \"#{1}\" on the page that the link \"{0}\" leads to"},
     {"en rubriks adress är dess text med små bokstäver utan prickar och ringar, och med bindestreck mellan orden", "the address of a heading is its text in lower-case letters without accents, with hyphens between the words"}},
    {"link/broken-in-layout", Severity::error, false,
     {"sidan /{0} länkar till /{1}, som inte finns", "the page /{0} links to /{1}, which does not exist"},
     {"en egen layout måste behålla de id som finns i originalet", "a layout of your own must keep the ids of the original"}},
};
static_assert(are_rules_of(kLinkIds, kLinkRules));

}  // namespace pressrum
