// Rules on what is said in the running text: link/quotes.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kStatementRules[] = {
    {"statement/other-speaker", Severity::warning, true,
     {"det låter som om {1} säger detta, men citatet tillhör {0}", "it reads as if {1} says this, but the quote belongs to {0}"},
     {"skriv ut vem som talar: …, säger {0}", "say who speaks: …, says {0}"}},
    {"statement/unknown-speaker", Severity::warning, true,
     {"vem säger \"{0}\"?", "who says \"{0}\"?"},
     {"skriv vem som säger det, till exempel: {2}. Det går också att lägga citatet under quotes: {1}", "write who says it, for example: {2}. The quote may also stand under quotes: {1}"}},
    {"statement/unclear-words", Severity::warning, true,
     {"sa någon \"{0}\", eller är det redaktionens egna ord?", "did somebody say \"{0}\", or are they the writer's own words?"},
     {"skriv era egna ord i ett eget stycke, eller lägg det som sades, och inget annat, under quotes: {1}", "write your own words in a paragraph of their own, or put what was said, and nothing else, under quotes: {1}"}},
    {"statement/unmarked", Severity::warning, true,
     {"är \"{0}\" något som någon har sagt?", "is \"{0}\" something that somebody said?"},
     {"börja stycket med talstreck (–) om det är ett citat, eller lägg det som sades under quotes: {1}", "begin the paragraph with a dash (–) if it is a quote, or put what was said under quotes: {1}"}},
    {"statement/signature", Severity::warning, true,
     {"här står bara namnet {0} efter talstrecket, och det visar inte vad som sades", "there is only the name {0} after the dash, which does not show what was said"},
     {"sätt det som {0} har sagt inom citattecken i stycket före; ta bort talstrecket om det är en underskrift", "put what {0} said in quotation marks in the paragraph before; remove the dash if it is a signature"}},
    {"statement/unlisted-speaker", Severity::warning, true,
     {"{0} finns varken i people.yaml eller under quotes", "{0} is neither in people.yaml nor under quotes"},
     {"kontrollera stavningen, eller lägg till citatet under quotes med name: och role:", "check the spelling, or add the quote under quotes with name: and role:"}},
    {"statement/unnamed-speaker", Severity::warning, true,
     {"\"{0}\" är inget helt namn, och finns varken i people.yaml eller under quotes", "\"{0}\" is not a full name, and is neither in people.yaml nor under quotes"},
     {"skriv för- och efternamn på den som säger det. Är det en grupp eller en organisation: lägg citatet under quotes med name:", "write the first and last name of the person who says it. If it is a group or an organisation: put the quote under quotes with name:"}},
    {"statement/ambiguous-speaker", Severity::warning, true,
     {"det går inte att avgöra vem {0} är", "there is no telling who {0} is"},
     {"skriv hela namnet och uppdraget, så att bara en person passar in", "write the whole name and the role, so that only one person fits"}},
    {"statement/several-speakers", Severity::warning, true,
     {"enligt texten säger flera personer samma sak: \"{0}\"", "the text has several people say the same thing: \"{0}\""},
     {"låt en av dem säga det, eller ge var och en ett eget stycke med talstreck", "let one of them say it, or give each a paragraph of their own that begins with a dash"}},
    {"statement/other-party", Severity::warning, true,
     {"{0} står med partiet {1} i texten men med {2} i people.yaml den dagen", "{0} has the party {1} in the text but {2} in people.yaml on that day"},
     {"ändra det som är fel", "change the one that is wrong"}},
    {"statement/no-party", Severity::warning, true,
     {"{0} står med partiet {1}, men har inget parti i people.yaml den dagen", "{0} stands with the party {1}, but has no party in people.yaml on that day"},
     {"ta bort partiet, eller lägg till party: i site/people.yaml", "remove the party, or add party: in site/people.yaml"}},
    {"statement/other-role", Severity::warning, true,
     {"{0} kallas {1} men är {2} den dagen, enligt people.yaml", "{0} is called {1} but is {2} on that day, by people.yaml"},
     {"ändra det som är fel", "change the one that is wrong"}},
    {"statement/no-role", Severity::warning, true,
     {"{0} har inget uppdrag den dagen, enligt people.yaml", "{0} has no role on that day, by people.yaml"},
     {"kontrollera from: och to: för personens uppdrag i site/people.yaml", "check from: and to: of the person's roles in site/people.yaml"}},
    {"statement/unread-language", Severity::warning, true,
     {"uttalanden på språket \"{0}\" kan inte läsas ur texten", "statements in the language \"{0}\" cannot be read from the text"},
     {"lägg det som någon har sagt under quotes: i varje inlägg på det språket; annars blir det vanlig text utan talare", "put what somebody said under quotes: in each post of that language; otherwise it is plain text without a speaker"}},
    {"statement/missing-comma", Severity::warning, true,
     {"det saknas nog ett komma före \"{0}\"", "there may be a comma missing before \"{0}\""},
     {"utan komma går det inte att veta var personens ord slutar, så inget publiceras som citat", "without a comma it cannot be told where the person's words end, so nothing is published as a quotation"}},
    {"statement/struck", Severity::error, false,
     {"gäller \"{0}\" i uttalandet, fast det är överstruket?", "does \"{0}\" hold in the statement, although it is struck through?"},
     {"ta bort orden om de inte gäller, och bara ~~ om de gäller; i flöden och data syns inget streck", "remove the words if they do not hold, and only the ~~ if they do; in feeds and data no line shows"}},
};
static_assert(are_rules_of(kStatementIds, kStatementRules));

}  // namespace pressrum
