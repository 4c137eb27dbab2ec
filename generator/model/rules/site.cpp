// Rules on site.yaml.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kSiteRules[] = {
    {"site/unknown-rule", Severity::error, false,
     {"det finns ingen regel \"{0}\"", "there is no rule \"{0}\""},
     {"pressrum rules visar alla", "pressrum rules lists them all"}},
    {"site/fixed-rule", Severity::error, false,
     {"regeln \"{0}\" kan inte ändras, för då publiceras något som är fel", "the rule \"{0}\" cannot be changed, for something wrong would be published"}, {}},
    {"site/passing-rule", Severity::error, false,
     {"regeln \"{0}\" kan inte vara ett fel, för den träffar när tiden går: då slutar pressrummet publicera utan att någon har ändrat något", "the rule \"{0}\" cannot be an error, for it strikes as time passes: the press room would stop publishing although nobody has edited anything"},
     {"skriv warning, eller off", "write warning, or off"}},
    {"site/statement-issues", Severity::error, false,
     {"redogörelsen motsäger sig själv: status är {0}, men antalet brister under issues är {1}", "the statement contradicts itself: status is {0}, but the number of issues is {1}"},
     {"full = inga brister, partial och none = bristerna räknas upp under issues", "full = no issues; partial and none = the issues are listed under issues"}},
    {"site/statement-contact", Severity::error, false,
     {"redogörelsen säger inte hur man når er", "the statement does not say how to reach you"},
     {"lägg till email, phone eller url; lagen kräver att den som inte kan använda sidan kan höra av sig", "add email, phone or url: the law wants those who cannot use the site to be able to reach you"}},
    {"site/missing", Severity::error, false,
     {"filen site/site.yaml saknas", "the file site/site.yaml is missing"},
     {"skapa den med minst de här raderna, med era egna uppgifter", "create it with at least these lines, with your own details"}},
    {"site/timezone", Severity::error, false,
     {"det finns ingen tidszon \"{0}\"", "there is no time zone \"{0}\""},
     {"tidszonen skrivs som i IANA:s databas, i Sverige Europe/Stockholm", "time zones are written as in the IANA database, for example Europe/Stockholm"}},
    {"site/authority", Severity::error, false,
     {"\"{0}\" ska vara en domän eller e-postadress, ett komma och ett årtal, som press.ekinge.example,2024", "\"{0}\" should be a domain or an e-mail address, a comma and a year, as press.ekinge.example,2024"}, {}},
    {"site/file", Severity::error, false,
     {"filen \"{0}\" finns inte i {1}", "there is no file \"{0}\" in {1}"},
     {"lägg filen där, eller rätta namnet", "put the file there, or correct the name"}},
    {"site/unknown-language", Severity::error, false,
     {"språket \"{0}\" finns inte under languages i site.yaml", "the language \"{0}\" is not under languages in site.yaml"},
     {"lägg till det där, rätta språkkoden eller ta bort raden", "add it there, correct the language code or remove the line"}},
};
static_assert(are_rules_of(kSiteIds, kSiteRules));

}  // namespace pressrum
