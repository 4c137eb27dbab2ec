// Rules on the folder that is published: io/publish.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kPublishRules[] = {
    {"publish/not-ours", Severity::error, false,
     {"mappen {0} finns redan men är inte skapad av pressrum", "the folder {0} exists but was not made by pressrum"},
     {"välj en annan mapp med --out, eller töm den själv först", "choose another folder with --out, or empty it yourself first"}},
    {"publish/overwrites-source", Severity::error, false,
     {"mappen {0} innehåller eller ligger i källmappen {1} och kan inte vara utdata", "the folder {0} holds or lies in the source folder {1} and cannot be the output"},
     {"välj en annan mapp med --out", "choose another folder with --out"}},
    {"publish/own-file", Severity::error, false,
     {"{0} finns redan i mappen {1} men är inte skapad av pressrum och skrivs inte över", "{0} is already in the folder {1} but was not made by pressrum and is not overwritten"},
     {"flytta eller ta bort den", "move or remove it"}},
    {"publish/busy", Severity::error, false,
     {"ett annat bygge skriver just nu i mappen {0}", "another build is writing in the folder {0}"},
     {"vänta tills det är klart och försök igen", "wait until it is done and try again"}},
};
static_assert(are_rules_of(kPublishIds, kPublishRules));

}  // namespace pressrum
