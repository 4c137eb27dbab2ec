// Rules on fields: unknown, missing, of another type: read/decode.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kFrontMatterRules[] = {
    {"front-matter/unknown-key", Severity::error, false,
     {"okänd nyckel \"{0}\"", "unknown key \"{0}\""},
     {"här kan du använda: {1}", "these can be used here: {1}"}},
    {"front-matter/missing", Severity::error, false,
     {"\"{0}\" saknas ({1})", "\"{0}\" is missing ({2})"},
     {"lägg till {0}: på en egen rad, följt av värdet", "add {0}: on a line of its own, followed by the value"}},
    {"front-matter/empty", Severity::error, false,
     {"\"{0}\" är tomt", "\"{0}\" is empty"},
     {"skriv ett värde efter kolonet, eller ta bort raden", "write a value after the colon, or remove the line"}},
    {"front-matter/wants-value", Severity::error, false,
     {"\"{0}\" ska vara {1}, inte en lista eller flera rader med nycklar", "\"{0}\" should be {2}, not a list or a group of keys"},
     {}},
    {"front-matter/wants-list", Severity::error, false,
     {"\"{0}\" ska vara en lista", "\"{0}\" should be a list"},
     {"skriv varje värde på en egen rad med \"- \" före, eller inom hakparenteser", "write each value on a line of its own after \"- \", or within brackets"}},
    {"front-matter/wants-mapping", Severity::error, false,
     {"\"{0}\" ska ha egna nycklar på raderna under", "\"{0}\" should have keys of its own on the lines below"},
     {"nycklarna är: {1}", "the keys are: {1}"}},
    {"front-matter/choice", Severity::error, false,
     {"\"{0}\" kan inte vara \"{1}\"", "\"{0}\" cannot be \"{1}\""},
     {"välj mellan: {2}", "choose from: {2}"}},
    {"front-matter/duplicate-value", Severity::warning, true,
     {"\"{0}\" står två gånger i listan", "\"{0}\" is in the list twice"},
     {"ta bort det ena", "remove one of them"}},
};
static_assert(are_rules_of(kFrontMatterIds, kFrontMatterRules));

}  // namespace pressrum
