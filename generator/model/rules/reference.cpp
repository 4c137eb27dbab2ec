// Rules on what one file says of another: link.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kReferenceRules[] = {
    {"reference/unknown-topic", Severity::error, false,
     {"det finns inget ämne \"{0}\"", "there is no topic \"{0}\""},
     {"ämnena står i site/topics.yaml", "the topics are in site/topics.yaml"}},
    {"reference/unknown-area", Severity::error, false,
     {"det finns inget område \"{0}\"", "there is no area \"{0}\""},
     {"områdena står i site/topics.yaml, under areas", "the areas are in site/topics.yaml, under areas"}},
    {"reference/unknown-contact", Severity::error, false,
     {"det finns ingen kontakt \"{0}\"", "there is no contact \"{0}\""},
     {"kontakter står i site/people.yaml", "contacts are in site/people.yaml"}},
    {"reference/not-a-contact", Severity::error, false,
     {"\"{0}\" är ingen kontakt", "\"{0}\" is no contact"},
     {"lägg till contact: true hos personen i site/people.yaml om pressen får ringa", "add contact: true to the person in site/people.yaml when the press may call"}},
    {"reference/unknown-license", Severity::error, false,
     {"det finns inga villkor \"{0}\"", "there are no terms \"{0}\""},
     {"villkoren står under licenses i site/site.yaml", "the terms are under licenses in site/site.yaml"}},
};
static_assert(are_rules_of(kReferenceIds, kReferenceRules));

}  // namespace pressrum
