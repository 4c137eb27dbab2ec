// Rules on a finished folder: io/verify.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kSealRules[] = {
    {"seal/changed", Severity::error, false,
     {"{0} har ett annat innehåll än det som står i manifest.json", "{0} has another content than manifest.json says"}, {}},
    {"seal/missing", Severity::error, false,
     {"{0} står i manifest.json men finns inte i mappen", "{0} is in manifest.json but not in the folder"}, {}},
    {"seal/not-regular", Severity::error, false,
     {"{0} är ingen vanlig fil och läses inte", "{0} is no regular file and is not read"}, {}},
    {"seal/not-folder", Severity::error, false,
     {"{0} ska vara en mapp, men är en länk eller en fil; det som ska ligga där läses inte (antal filer: {1})", "{0} should be a folder, but is a link or a file; what should lie there is not read (files: {1})"}, {}},
    {"seal/unreadable", Severity::error, false,
     {"{0} går inte att läsa ({1})", "{0} cannot be read ({1})"}, {}},
    {"seal/unlisted", Severity::warning, true,
     {"{0} ligger i mappen men står inte i manifest.json", "{0} is in the folder but not in manifest.json"}, {}},
    {"seal/no-manifest", Severity::error, false,
     {"mappen {0} har ingen manifest.json", "the folder {0} has no manifest.json"},
     {"ange mappen med det färdiga pressrummet, till exempel public", "give the folder with the finished press room, for example public"}},
    {"seal/manifest", Severity::error, false,
     {"manifest.json i mappen {0} är skadad, eller inte skriven av pressrum", "manifest.json in the folder {0} is damaged, or was not written by pressrum"},
     {"bygg pressrummet igen, eller hämta mappen på nytt", "build the press room again, or fetch the folder anew"}},
    {"seal/no-signature", Severity::error, false,
     {"manifest.json i mappen {0} är inte signerad", "manifest.json in the folder {0} is not signed"},
     {"signera den med pressrum sign {0} --key FIL", "sign it with pressrum sign {0} --key FILE"}},
    {"seal/signature-form", Severity::error, false,
     {"manifest.json.minisig är ingen signatur som minisign gör i dag", "manifest.json.minisig is no signature as minisign makes them today"},
     {"signera igen med pressrum sign", "sign again with pressrum sign"}},
    {"seal/other-key", Severity::error, false,
     {"signaturen är gjord med nyckeln {0}, inte med {1}", "the signature was made with the key {0}, not with {1}"},
     {"kontrollera vilken nyckel som gäller; är det en ny, ändra signing_key i site.yaml och signera igen", "find out which key is in force; if it is a new one, change signing_key in site.yaml and sign again"}},
    {"seal/signature", Severity::error, false,
     {"signaturen stämmer inte: manifest.json är inte den som signerades", "the signature does not fit: manifest.json is not the one that was signed"},
     {"lita inte på mappen förrän du vet varför; är det du som har byggt om, signera igen", "do not trust the folder until you know why; if it was you who built again, sign again"}},
    {"seal/signature-comment", Severity::error, false,
     {"signaturens uppgift om tid och fil är ändrad", "what the signature says of time and file was changed"},
     {"lita inte på mappen förrän du vet varför; signera igen", "do not trust the folder until you know why; sign again"}},
};
static_assert(are_rules_of(kSealIds, kSealRules));

}  // namespace pressrum
