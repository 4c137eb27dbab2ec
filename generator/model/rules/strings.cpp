// Rules on site/strings: link/languages.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kStringsRules[] = {
    {"strings/unknown", Severity::error, false,
     {"det finns inget ord med nyckeln \"{0}\"", "there is no word with the key \"{0}\""},
     {"alla nycklar står i generator/model/strings_table.hpp", "all keys are in generator/model/strings_table.hpp"}},
    {"strings/empty", Severity::error, false,
     {"texten för \"{0}\" är tom", "the text for \"{0}\" is empty"},
     {"skriv texten, eller ta bort raden så används programmets egen", "write the text, or remove the line to use the program's own"}},
    {"strings/unused", Severity::warning, true,
     {"inget i {0} används: språket \"{1}\" finns inte under languages i site.yaml", "nothing of {0} is used: the language \"{1}\" is not under languages in site.yaml"},
     {"lägg till språket under languages, rätta filens namn eller ta bort filen", "add the language under languages, correct the file's name or remove the file"}},
    {"strings/missing", Severity::error, false,
     {"språket \"{0}\" saknar {1} ord: {2}", "the language \"{0}\" lacks {1} words: {2}"},
     {"skriv dem i site/strings/{0}.yaml", "write them in site/strings/{0}.yaml"}},
    {"strings/placeholder", Severity::error, false,
     {"antalet luckor ({2}) i \"{0}\" ska vara {1}", "the number of gaps ({2}) in \"{0}\" should be {1}"}, {}},
};
static_assert(are_rules_of(kStringsIds, kStringsRules));

}  // namespace pressrum
