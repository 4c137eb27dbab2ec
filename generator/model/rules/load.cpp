// Rules on files as they are read: io/load.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kLoadRules[] = {
    {"load/no-folder", Severity::error, false,
     {"mappen {0} finns inte", "there is no folder {0}"},
     {"skapa den, eller ange en annan med {1}", "create it, or name another with {1}"}},
    {"load/unreadable", Severity::error, false,
     {"{0} går inte att läsa ({1})", "{0} cannot be read ({1})"},
     {"kontrollera att den som bygger har rätt att läsa den", "make sure that whoever builds may read it"}},
    {"load/too-large", Severity::error, false,
     {"filen {0} är för stor ({1} MB); gränsen är {2} MB", "the file {0} is too large ({1} MB); the limit is {2} MB"},
     {"gör bilden eller bilagan mindre, eller dela texten på flera filer", "make the picture or attachment smaller, or split the text into several files"}},
    {"load/too-deep", Severity::error, false,
     {"mappen {0} ligger för djupt och läses inte; gränsen är {1} mappar i varandra", "the folder {0} lies too deep and is not read; the limit is {1} folders within each other"},
     {"flytta upp den", "move it up"}},
    {"load/text", Severity::error, false,
     {"filen är inte sparad som UTF-8", "the file is not saved as UTF-8"},
     {"öppna filen, välj \"Spara som\" och teckenkodningen UTF-8", "open the file, choose \"Save as\" and the encoding UTF-8"}},
    {"load/control-character", Severity::error, false,
     {"här står ett osynligt styrtecken ({0})", "there is an invisible control character here ({0})"},
     {"ta bort det; det följer ibland med när text klistras in", "remove it; it sometimes comes along when text is pasted"}},
    {"load/invisible", Severity::warning, true,
     {"här stod något som inte syns, och det är utelämnat: {0}", "something invisible stood here and is left out: {0}"},
     {"det följer ofta med när text klistras in; ta bort det i filen, eller skriv om ordet", "it often comes along when text is pasted; remove it in the file, or write the word anew"}},
    {"load/direction", Severity::warning, true,
     {"ett riktningstecken utan sin andra halva är utelämnat: {0}", "a direction mark without its other half is left out: {0}"},
     {"det skulle vända på texten efter sig; ta bort det, eller avsluta det i samma stycke", "it would turn the text after it around; remove it, or end it in the same paragraph"}},
    {"load/not-regular", Severity::warning, true,
     {"{0} är ingen vanlig fil och hoppas över", "{0} is no regular file and is passed over"},
     {"lägg själva filen där i stället för en länk till den", "put the file itself there instead of a link to it"}},
    {"load/name", Severity::error, false,
     {"namnet på {0} innehåller tecken som inte går att använda", "the name of {0} holds characters that cannot be used"},
     {"döp om den med små bokstäver a–z, siffror och bindestreck", "rename it with lower-case a–z, digits and hyphens"}},
    {"load/same-name", Severity::error, false,
     {"det finns två filer som heter {0}: namnen ser likadana ut men är skrivna med olika tecken", "there are two files called {0}: their names look the same but are spelt with different characters"},
     {"döp om eller ta bort en av dem", "rename or remove one of them"}},
    {"load/ending", Severity::error, true,
     {"filen {0} läses inte på grund av sin ändelse", "the file {0} is not read because of how its name ends"},
     {"döp om den till {1}", "rename it to {1}"}},
    {"load/unknown-file", Severity::warning, true,
     {"filen {0} läses inte: här finns ingen plats för en sådan fil", "the file {0} is not read: there is no place for such a file here"},
     {"den kanske ska heta {1}", "it should perhaps be called {1}"}},
};
static_assert(are_rules_of(kLoadIds, kLoadRules));

}  // namespace pressrum
