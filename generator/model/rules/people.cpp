// Rules on people.yaml.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kPeopleRules[] = {
    {"people/role-and-roles", Severity::error, false,
     {"personen har både {0} och roles", "the person has both {0} and roles"},
     {"skriv alla uppdrag under roles", "write every role under roles"}},
    {"people/renamed", Severity::error, false,
     {"{0} heter {1} i texten till {2} inlägg", "{0} is called {1} in the text of {2} posts"},
     {"har personen bytt namn, skriv former_names: - {name: {1}, to: SISTA DAGEN}, så att det som sades då behåller namnet; är namnet felskrivet, rätta det där det är fel",
      "if the person has a new name, write former_names: - {name: {1}, to: LAST DAY}, so that what was said then keeps the name; if the name is misspelt, correct it where it is wrong"}},
    {"people/role-period", Severity::error, false,
     {"uppdraget slutar ({0}) innan det börjar ({1})", "the role ends ({0}) before it begins ({1})"},
     {"kontrollera from och to", "check from and to"}},
    {"people/missing", Severity::error, false,
     {"filen site/people.yaml saknas", "the file site/people.yaml is missing"},
     {"skapa den och skriv in dem som uttalar sig och dem som pressen kan kontakta, så här", "create it with those who make statements and those the press may contact, like this"}},
};
static_assert(are_rules_of(kPeopleIds, kPeopleRules));

}  // namespace pressrum
