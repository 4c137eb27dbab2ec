#pragma once
// Rules about what people said: link/quotes.

#include "base/diagnostic.hpp"

namespace pressrum {

inline constexpr Rule kStatementRules[] = {
    {"quote/duplicate-id", Severity::error, false,
     {"två citat heter \"{0}\"", "two quotes are called \"{0}\""},
     {"varje citat i inlägget behöver ett eget id", "each quote of the post needs an id of its own"}},
    {"quote/unknown-speaker", Severity::error, false,
     {"det finns ingen \"{0}\" i people.yaml", "there is no \"{0}\" in people.yaml"},
     {"lägg till personen i site/people.yaml, eller skriv name: och role: i stället för speaker:", "add the person to site/people.yaml, or write name: and role: instead of speaker:"}},
    {"quote/not-in-text", Severity::error, false,
     {"citatet \"{0}\" står inte i texten", "the quote \"{0}\" is not in the text"},
     {"skriv citatet i texten, ord för ord som här, eller placera det med ![](quote:{1}) på en egen rad", "write the quote in the text, word for word as here, or place it with ![](quote:{1}) on a line of its own"}},
    {"quote/differs", Severity::error, false,
     {"citatet stämmer inte med texten: {0}", "the quote differs from the text: {0}"},
     {"här står \"{1}\", men i texten står \"{2}\"; skriv likadant på båda ställena", "here it says \"{1}\", but the text says \"{2}\"; write the same in both places"}},
    {"quote/unknown", Severity::error, false,
     {"det finns inget citat \"{0}\" under quotes", "there is no quote \"{0}\" under quotes"},
     {"skriv citatets id, eller lägg till citatet under quotes", "write the id of a quote, or add the quote under quotes"}},
    {"quote/other-speaker", Severity::error, false,
     {"citatet tillhör {0}, men enligt texten är det {1} som säger det", "the quote belongs to {0}, but the text says that {1} said it"},
     {"ändra speaker, eller namnet i texten", "change speaker, or the name in the text"}},
    {"statement/other-speaker", Severity::warning, true,
     {"det låter som om {1} säger detta, men citatet tillhör {0}", "it reads as if {1} says this, but the quote belongs to {0}"},
     {"skriv ut vem som talar: …, säger {0}", "say who speaks: …, says {0}"}},
    {"statement/unknown-speaker", Severity::warning, true,
     {"vem säger \"{0}\"?", "who says \"{0}\"?"},
     {"avsluta med till exempel: säger kommunalrådet Karin Alm (C)", "end with for example: says commissioner Karin Alm (C)"}},
    {"statement/unlisted-speaker", Severity::warning, true,
     {"{0} finns varken i people.yaml eller under quotes", "{0} is neither in people.yaml nor under quotes"},
     {"kontrollera stavningen, eller lägg till citatet under quotes med name: och role:", "check the spelling, or add the quote under quotes with name: and role:"}},
    {"statement/ambiguous-speaker", Severity::warning, true,
     {"det går inte att avgöra vem {0} är", "there is no telling who {0} is"},
     {"skriv hela namnet och uppdraget, så att bara en person passar in", "write the whole name and the role, so that only one person fits"}},
    {"statement/several-speakers", Severity::warning, true,
     {"uttalandet har flera talare: {0}", "the statement has several speakers: {0}"},
     {"ge var och en ett eget stycke med talstreck", "give each a paragraph of their own that begins with a dash"}},
    {"statement/other-party", Severity::warning, true,
     {"{0} står med partiet {1} i texten men med {2} i people.yaml den dagen", "{0} has the party {1} in the text but {2} in people.yaml on that day"},
     {"ändra det som är fel", "change the one that is wrong"}},
    {"statement/other-role", Severity::warning, true,
     {"{0} kallas {1} men är {2} den dagen, enligt people.yaml", "{0} is called {1} but is {2} on that day, by people.yaml"},
     {"ändra det som är fel", "change the one that is wrong"}},
    {"statement/missing-comma", Severity::warning, true,
     {"det saknas nog ett komma före \"{0}\"", "there may be a comma missing before \"{0}\""},
     {"utan komma räknas \"{0} …\" till det som personen säger", "without a comma \"{0} …\" counts as a part of what the person says"}},
};

}  // namespace pressrum
