#pragma once
// Rules about layouts: render/layout, render/layout_parse, render/layout_check.

#include "base/diagnostic.hpp"

namespace pressrum {

inline constexpr Rule kLayoutRules[] = {
    // --- the files ---------------------------------------------------------------------------------------------------
    {"layout/missing", Severity::error, false,
     {"filen layouts/{0}.mustache saknas", "the file layouts/{0}.mustache is missing"},
     {"hämta tillbaka den från den version av Pressrum som ni använder", "fetch it again from the version of Pressrum that you use"}},
    {"layout/unknown-layout", Severity::error, false,
     {"ingen sida använder layouten \"{0}\"", "no page uses the layout \"{0}\""},
     {"egna layouter heter release-NAMN eller page-NAMN; bitar som flera delar på ligger i layouts/partials",
      "layouts of your own are called release-NAME or page-NAME; parts that several share lie in layouts/partials"}},
    {"layout/unknown-partial", Severity::error, false,
     {"filen layouts/partials/{0}.mustache finns inte", "there is no file layouts/partials/{0}.mustache"}, {}},
    {"layout/partial-circle", Severity::error, false,
     {"filerna tar in varandra i en cirkel: {0}", "the files include each other in a circle: {0}"},
     {"ta bort en av raderna {{> …}}", "remove one of the tags {{> …}}"}},

    {"layout/empty", Severity::error, false,
     {"filen är tom, och då försvinner det som originalet visar från alla sidor", "the file is empty, so what the original shows disappears from every page"},
     {"skriv innehållet, eller ta bort filen; ska delen verkligen bort räcker en kommentar: {{! … }}", "write its content, or remove the file; if the part should really go, a comment is enough: {{! … }}"}},

    // --- tags --------------------------------------------------------------------------------------------------------
    {"layout/unclosed-tag", Severity::error, false,
     {"taggen {0} avslutas inte med {1}", "the tag {0} does not end with {1}"}, {}},
    {"layout/bad-tag", Severity::error, false,
     {"taggen {0} innehåller inget namn som går att läsa", "the tag {0} holds no name that can be read"},
     {"namn består av a–z, siffror, understreck, bindestreck och punkt", "names are made of a–z, digits, underscores, hyphens and points"}},
    {"layout/delimiters", Severity::error, false,
     {"taggarna i en layout skrivs alltid med {{ och }}", "tags of a layout are always written with {{ and }}"},
     {"ta bort {0}", "remove {0}"}},
    {"layout/unclosed-section", Severity::error, false,
     {"{0} avslutas inte i samma fil", "{0} is not ended in the same file"},
     {"skriv {{/{1}}} där delen slutar", "write {{/{1}}} where the part ends"}},
    {"layout/wrong-end", Severity::error, false,
     {"{{/{0}}} avslutar inget: här är \"{1}\" öppen", "{{/{0}}} ends nothing: here \"{1}\" is open"}, {}},
    {"layout/no-start", Severity::error, false,
     {"{{/{0}}} avslutar inget: {{#{0}}} saknas före", "{{/{0}}} ends nothing: there is no {{#{0}}} before it"}, {}},
    {"layout/too-deep", Severity::error, false,
     {"delar ligger i varandra i fler än {0} nivåer", "parts lie within each other in more than {0} levels"}, {}},
    {"layout/too-large", Severity::error, false,
     {"layouten blir för stor när alla filer i layouts/partials är på plats", "the layout grows too large when all files of layouts/partials are in place"},
     {"samma fil tas in väldigt många gånger", "the same file is included a great many times"}},

    // --- names -------------------------------------------------------------------------------------------------------
    {"layout/unknown-name", Severity::error, false,
     {"namnet \"{0}\" finns inte här ({1})", "there is no name \"{0}\" here ({1})"},
     {"alla namn står i docs/layouts.md", "all names are in docs/layouts.md"}},
    {"layout/unknown-word", Severity::error, false,
     {"det finns inga ord med nyckeln \"{0}\"", "there are no words with the key \"{0}\""},
     {"alla nycklar står i generator/model/strings_table.hpp", "all keys are in generator/model/strings_table.hpp"}},
    {"layout/word-with-gaps", Severity::error, false,
     {"orden \"{0}\" har luckor som programmet fyller i: \"{1}\"", "the words \"{0}\" have gaps that the program fills: \"{1}\""},
     {"de når en layout under ett annat namn, färdiga", "they reach a layout under another name, finished"}},
    {"layout/not-a-record", Severity::error, false,
     {"\"{0}\" har inga namn under sig", "\"{0}\" has no names below it"}, {}},
    {"layout/list-with-point", Severity::error, false,
     {"\"{0}\" är en lista; ett namn ur den går inte att skriva med punkt", "\"{0}\" is a list; a name of its items cannot be written with a point"},
     {"skriv {{#{0}}} … {{{1}}} … {{/{0}}}", "write {{#{0}}} … {{{1}}} … {{/{0}}}"}},
    {"layout/not-text", Severity::error, false,
     {"\"{0}\" är {1}, ingen text", "\"{0}\" is {2}, not a text"},
     {"skriv {{#{0}}} … {{/{0}}} runt det som ska visas", "write {{#{0}}} … {{/{0}}} around what is to be shown"}},
    {"layout/html-as-text", Severity::error, false,
     {"\"{0}\" är färdig HTML och skulle visas som kod", "\"{0}\" is finished HTML and would be shown as code"},
     {"skriv {{{{0}}}}", "write {{{{0}}}}"}},
    {"layout/raw", Severity::error, false,
     {"\"{0}\" är vanlig text och får inte skrivas rått", "\"{0}\" is plain text and must not be written raw"},
     {"skriv {{{0}}}; tre klamrar är bara till för HTML som programmet har gjort", "write {{{0}}}; three braces are only for HTML that the program made"}},
    {"layout/text-as-condition", Severity::error, false,
     {"\"{0}\" är en text, och en tom text räknas också som ja", "\"{0}\" is a text, and an empty text counts as yes"},
     {"använd {{#{1}}} … {{/{1}}}", "use {{#{1}}} … {{/{1}}}"}},
    {"layout/always", Severity::error, false,
     {"\"{0}\" finns alltid och kan inte vara ett villkor", "\"{0}\" is always there and cannot be a condition"},
     {"ta bort villkoret och behåll det som står i det", "remove the condition and keep what stands in it"}},

    // --- where a tag stands in the HTML ------------------------------------------------------------------------------
    {"layout/attribute-quotes", Severity::error, false,
     {"{0} står i en HTML-tagg utan raka dubbla citattecken runt sig", "{0} stands in an HTML tag without double quotes around it"},
     {"skriv till exempel href=\"{0}\"", "write for example href=\"{0}\""}},
    {"layout/html-in-attribute", Severity::error, false,
     {"{0} är HTML och kan inte stå i ett attribut", "{0} is HTML and cannot stand in an attribute"}, {}},
    {"layout/in-script", Severity::error, false,
     {"{0} kan inte skrivas säkert i script eller style", "{0} cannot be written safely inside script or style"},
     {"lägg texten i ett attribut som data-…, eller i sidan", "put the text into an attribute such as data-…, or into the page"}},
};

}  // namespace pressrum
