// Rules on entries under quotes: link/quotes.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kQuoteRules[] = {
    {"quote/who", Severity::error, false,
     {"citatet säger inte vem som talar", "the quote does not say who speaks"},
     {"lägg till speaker: med en nyckel ur people.yaml, eller name: med personens namn", "add speaker: with a key of people.yaml, or name: with the person's name"}},
    {"quote/speaker-and-name", Severity::error, false,
     {"citatet har både speaker och {0}", "the quote has both speaker and {0}"},
     {"uppgifter om den som står i people.yaml hämtas därifrån; ta bort {0}", "what people.yaml says of a speaker is taken from there; remove {0}"}},
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
    {"quote/differs-approved", Severity::error, false,
     {"det godkända citatet stämmer inte med texten: {0}", "the approved quote differs from the text: {0}"},
     {"personen har godkänt \"{1}\"; rätta texten, där det står \"{2}\", eller be om ett nytt godkännande och ändra approved", "the person approved \"{1}\"; correct the text, which says \"{2}\", or ask for a new approval and change approved"}},
    {"quote/part-of-sentence", Severity::warning, true,
     {"citatet \"{0}\" är bara en del av en mening i texten", "the quote \"{0}\" is only a part of a sentence in the text"},
     {"ta med hela meningen, eller sätt orden inom citattecken i texten", "quote the whole sentence, or put the words in quotation marks in the text"}},
    {"quote/unknown", Severity::error, false,
     {"det finns inget citat \"{0}\" under quotes", "there is no quote \"{0}\" under quotes"},
     {"skriv citatets id, eller lägg till citatet under quotes", "write the id of a quote, or add the quote under quotes"}},
    {"quote/other-speaker", Severity::error, false,
     {"citatet tillhör {0}, men enligt texten är det {1} som säger det", "the quote belongs to {0}, but the text says that {1} said it"},
     {"ändra speaker, eller namnet i texten", "change speaker, or the name in the text"}},
    {"quote/speaker-not-in-text", Severity::warning, true,
     {"citatet tillhör {0}, men i texten står det inte: \"{1}\"", "the quote belongs to {0}, but the text does not say so: \"{1}\""},
     {"skriv i texten att det är {0} som säger det, eller ändra vem citatet tillhör", "write in the text that {0} says it, or change whose quote it is"}},
    {"quote/apart", Severity::error, false,
     {"orden i citatet \"{0}\" står i texten, men inte som ett sammanhängande citat", "the words of the quote \"{0}\" are in the text, but not as one quote"},
     {"dela upp citatet under quotes: ett för varje stycke, med hela meningar", "divide the quote under quotes: one for each paragraph, with whole sentences"}},
    {"quote/other-role", Severity::warning, true,
     {"{0} står som {1} i texten men som {2} under quotes", "{0} is {1} in the text but {2} under quotes"},
     {"ändra det som är fel", "change the one that is wrong"}},
};
static_assert(are_rules_of(kQuoteIds, kQuoteRules));

}  // namespace pressrum
