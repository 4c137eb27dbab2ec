// Rules on a post as a whole: link.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kPostRules[] = {
    {"post/expired-without-expires", Severity::error, false,
     {"expired säger vad som händer när inlägget går ut, men expires saknas", "expired says what happens when the post expires, but expires is missing"},
     {"lägg till expires: med dag och klockslag, eller ta bort expired", "add expires: with day and time, or remove expired"}},
    {"post/expires-before-published", Severity::error, false,
     {"inlägget går ut ({0}) innan det publiceras ({1})", "the post expires ({0}) before it is published ({1})"},
     {"kontrollera expires och published", "check expires and published"}},
    {"post/change-before-published", Severity::error, false,
     {"ändringen ({0}) är gjord före publiceringen ({1})", "the change ({0}) was made before the publication ({1})"},
     {"en ändring gäller det som redan är publicerat", "a change is about what is already published"}},
    {"post/change-same-minute", Severity::error, false,
     {"två ändringar har samma tidpunkt, {0}", "two changes have the same time, {0}"},
     {"skriv en annan minut i den som är ny: tiden är ändringens namn för den som prenumererar på rättelser", "write another minute in the one that is new: the time is the change's name to those who subscribe to corrections"}},
    {"post/place", Severity::error, false,
     {"filen ligger på fel ställe", "the file is in the wrong place"},
     {"lägg den i en mapp för år och månad, till exempel posts/2024/05/{0}.md", "put it in a folder for year and month, for example posts/2024/05/{0}.md"}},
    {"post/name", Severity::error, false,
     {"filnamnet \"{0}\" kan inte bli en adress", "the file name \"{0}\" cannot become an address"},
     {"ge filen ett namn av små bokstäver a–z, siffror och bindestreck", "give the file a name of lower-case letters a–z, digits and hyphens"}},
    {"post/language", Severity::error, false,
     {"språket \"{0}\" finns inte i site.yaml", "the language \"{0}\" is not in site.yaml"},
     {"lägg till det i languages, eller ändra filens namn", "add it to languages, or rename the file"}},
    {"post/duplicate-id", Severity::error, false,
     {"id \"{0}\" används redan", "the id \"{0}\" is taken"},
     {"varje inlägg behöver ett eget id som aldrig ändras", "every post needs an id of its own that never changes"}},
    {"post/duplicate-address", Severity::error, false,
     {"adressen /{0} används redan", "the address /{0} is taken"},
     {"ge ett av inläggen ett annat filnamn eller slug", "give one of the posts another file name or slug"}},
    {"post/month", Severity::warning, true,
     {"inlägget publiceras {0} men ligger i mappen {1}", "the post is published {0} but lies in the folder {1}"},
     {"flytta filen till rätt mapp; adressen följer mappen", "move the file to the right folder; the address follows the folder"}},
    {"post/no-original", Severity::error, false,
     {"översättningen saknar original: {0}", "the translation has no original: {0}"},
     {"originalet ska ligga bredvid med samma namn utan språkkod", "the original should lie beside it, with the same name without language code"}},
    {"post/unknown-layout", Severity::error, false,
     {"det finns ingen layout \"{0}\" för sidor av det här slaget", "there is no layout \"{0}\" for pages of this kind"},
     {"en egen layout heter {1}-NAMN.mustache och ligger i layouts; ta bort raden om den vanliga ska användas", "a layout of your own is called {1}-NAME.mustache and lies in layouts; remove the line to use the usual one"}},
    {"post/change-in-future", Severity::error, false,
     {"ändringen är daterad i framtiden: {0}", "the change is dated in the future: {0}"},
     {"skriv när ändringen görs", "write when the change is made"}},
    {"post/translation-differs", Severity::error, false,
     {"{0} är inte samma i översättningen som i originalet", "{0} is not the same in the translation as in the original"},
     {"ta bort raden; uppgiften hämtas från originalet", "remove the line; it is taken from the original"}},
    {"post/change-untranslated", Severity::warning, true,
     {"ändringen {0} finns i originalet men inte här; den visas på originalets språk", "the change of {0} is in the original but not here; it is shown in the original's language"},
     {"skriv den under changes här också, och se över om översättningens tider, platser och text fortfarande stämmer", "write it under changes here too, and look over whether the translation's times, places and text still hold"}},
    {"post/empty", Severity::error, false,
     {"inlägget har ingen text", "the post has no text"},
     {"skriv texten under raden med --- som avslutar uppgifterna överst", "write the text below the line --- that ends the details on top"}},
};
static_assert(are_rules_of(kPostIds, kPostRules));

}  // namespace pressrum
