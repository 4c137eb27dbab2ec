// Paragraphs put together from parts whose truth is known: what was said, what tells who said it, what the writer tells. Nothing else than what was said is read
// as said, everybody has their own words, and no word that was said goes missing without a question.
#include "link/quotes/attribution_words.hpp"
#include "link/quotes/quotes.hpp"
#include "link/quotes/reading.hpp"
#include "link/quotes/tokens.hpp"

#include "base/text.hpp"
#include "read/markdown/markdown.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace pressrum;

namespace {

using Texts = std::vector<std::string_view>;

// ---------------------------------------------------------------- the parts

struct PersonParts {
    std::string_view name, she, her, hers;  // as the language has them: "hon", "henne", "Hennes"
};

// A sentence that an attribution breaks into two: ", säger Karin Alm," stands between.
struct Split {
    std::string_view first, then;
};

struct Spelling {
    std::string_view text, party;  // " (C)", "C"
};

// What a language puts into a paragraph. Sentences stand without their last mark where the speech may go on after them. In what is told about a speaker, {N} is
// the name, {E} the surname, {H} and {h} hon, {O} henne, {G} hennes; {W} is whoever speaks with role and party.
struct LanguageParts {
    std::string_view language;
    std::vector<PersonParts> people;
    Texts verbs, unknown_verbs, adverbs;
    Texts roles_before, roles_after;
    Texts unlisted_roles;  // before the name, never as the first word: with a capital they are a name to whoever does not know the word
    std::vector<Spelling> parties;

    Texts own;    // said: nobody but a speaker writes jag, vi
    Texts plain;  // said or told, whichever the place shows
    Texts questions, exclamations;
    Texts only_first;    // said when the talstreck stands before; anywhere else they might be the writer's
    Texts stories = {};  // the same, when the paragraph names the speaker after them; else whoever is in the story might be the speaker
    std::vector<Split> halves;
    Texts goes_on;   // after a whole clause, a comma and the attribution: shows that the speech goes on
    Texts unmarked;  // the same, but nothing shows whose it is: it would describe the speaker or the occasion as well

    Texts tails;       // belong to the attribution, in few words: speech may go on after them
    Texts last_tails;  // the same, up to the end of the sentence
    Texts about_speaker, about_others, notes;
    Texts leads_on;     // "{H} fortsätter": the speaker's next words come after a colon
    Texts other_leads;  // somebody else's
    Texts introductions, said_by, told;
    std::vector<std::pair<std::string_view, std::string_view>> marks;
};

const std::vector<LanguageParts>& language_parts() {
    static const std::vector<LanguageParts> parts = {
        {.language = "sv",
         .people = {{"Karin Alm", "hon", "henne", "Hennes"},
                    {"Johan Tegelby", "han", "honom", "Hans"},
                    {"Åsa Öberg-Lind", "hon", "henne", "Hennes"},
                    {"Anna af Ekenstam", "hon", "henne", "Hennes"},
                    {"Anna-Karin B. Åsmark", "hon", "henne", "Hennes"},
                    {"Zoë O’Neill", "hon", "henne", "Hennes"},
                    {"Sven-Åke Lund", "han", "honom", "Hans"},
                    {"Lo Strand", "hen", "hen", "Hens"}},
         .verbs = {"säger", "säger", "säger", "säger", "berättar", "menar", "förklarar", "konstaterar", "tycker", "tror", "hoppas", "sa",
                   "tillägger", "skriver"},
         .unknown_verbs = {"strålar", "fräser", "stönar", "gnabbas", "bubblar"},
         .adverbs = {"också", "vidare", "däremot"},
         .roles_before = {"kommunalrådet", "vatten- och avloppschefen", "Ekinge kommuns kommundirektör", "tf. kommundirektören",
                          "rektorn på Västerledsskolan", "bitr. rektor", "f.d. kommunalrådet", "chefen för gata och park",
                          "ordföranden i barn- och utbildningsnämnden", "en nöjd", "den nytillträdda rektorn",
                          "andre vice ordföranden i nämnden", "kommunens gatuchef"},
         .roles_after = {"ordförande i tekniska nämnden", "valnämndens ordförande", "ordförande i kultur-, fritids- och ungdomsnämnden",
                         "kommunalråd", "trummis i orkestern", "mamma till tre", "elev på Ekhultsskolan", "vd för Ekinge Bostäder AB",
                         "projektledare på Ekinge kommun", "en av initiativtagarna", "ansvarig för bygget", "Ekinge energi",
                         "boende i Norrsjö", "verksamhetsutvecklare"},
         .unlisted_roles = {"trummisen", "körledaren"},
         .parties = {{" (C)", "C"},
                     {" (C)", "C"},
                     {" (KD)", "KD"},
                     {" (S)", "S"},
                     {" (c)", "c"},
                     {" (oberoende)", "oberoende"},
                     {" (Centerpartiet)", "Centerpartiet"},
                     {", (C)", "C"},
                     {" ( C )", "C"},
                     {"/C", "C"},
                     {" (C) )", "C"}},
         .own = {"Nu bygger vi",
                 "Vi lovade en skola – och här är den",
                 "Jag är oerhört stolt över laget",
                 "Rektorn, eleverna och jag har väntat",
                 "Barnen har längtat lika mycket som vi",
                 "Det betyder mycket för oss alla",
                 "Vi har två mål: fler jobb och fler bostäder",
                 "Jag tror på det här",
                 "Vi kallar det ”Ljusstråket”",
                 "Det är min fasta övertygelse",
                 "Nu vill vi, hoppas jag, bygga klart",
                 "Min mamma sa alltid att det ordnar sig",
                 "Vi är, som alltid, beredda",
                 "Det här är vår tid",
                 "Ingen kan säga något annat, säger jag",
                 "Tillsammans med föreningarna klarar vi det",
                 "Jag säger nej till det",
                 "Jag sa till Leif Holm att det räcker",
                 "Där vi bor hjälps alla åt",
                 "Vi gör det tillsammans, för varandra"},
         .plain = {"Det blir bra på ön",
                   "Barn 10–13 år är välkomna klockan 16.30",
                   "Hallen öppnar i juni",
                   "Kommunen växer",
                   "Personalen har gjort ett fantastiskt jobb",
                   "Det tar tid",
                   "Så är det",
                   "Allt som behövs finns på plats",
                   "Alla ska få plats",
                   "Skolan har plats för 120 elever",
                   "Eleverna säger att de trivs",
                   "Hela bygden har hjälpt till",
                   "För mer än tio år sedan stod huset tomt",
                   "Mer än så kan ingen begära",
                   "Det kostar 4,2 miljoner kronor, men det är värt det",
                   "Den gamla hallen rivs i höst, och det är bra",
                   "På så sätt sparas mycket pengar",
                   "Det märks att folk vill hit",
                   "Ett beslut väntas i maj",
                   "När det fryser på natten saltas alla vägar",
                   "Stort som smått räknas",
                   "Bra för barnen",
                   "Ja",
                   "Absolut",
                   "Då stannar fler unga kvar",
                   "Barnen först, sedan allt annat",
                   "Det gäller bl.a. skolan",
                   "Ekinge växer så det knakar",
                   "Alla ska kunna vara med",
                   "Folk vill vara med",
                   "Att vänta kostar mer"},
         .questions = {"Vad händer nu", "Är det inte fantastiskt", "När ska vi börja", "Vem vill inte bo här", "Hur många blir det"},
         .exclamations = {"Äntligen", "Vilken dag", "Så roligt", "Hurra för Ekinge", "Vad fint det blev"},
         .only_first = {"Hon kommer att klara det", "Leif Holm har rätt", "Karin Ek har lovat oss en båt",
                        "Läs mer, sa min mor, och det gör jag", "Kommunstyrelsen har sagt ja",
                        "Polisen berättade för oss att vägen var stängd", "För mer information ringer folk till mig",
                        "Han är vår bäste målvakt", "Foto är min stora hobby", "Enligt lagen finns inget val", "Kontakta mig när som helst",
                        "Hans arbete har varit viktigt för bygden", "”Det går aldrig”, sa folk, men det gick",
                        "Tid: det är allt vi behöver", "Hon sa: ”Det går aldrig.” Men det gick", "Rektorn berättar alltid sagor",
                        "Leif Holm och jag har byggt bryggan"},
         .stories = {"Kom nu, sa mamma alltid", "Nej, svarade rektorn varje gång jag frågade", "Ät upp, sa farmor när vi var små"},
         .halves = {{"I dag", "bygger vi"},
                    {"När det fryser på natten", "saltar vi alla vägar"},
                    {"När det fryser på natten", "saltas alla vägar"},
                    {"Om vi lyckas", "är vi klara i maj"},
                    {"Om vi lyckas", "så är vi klara i maj"},
                    {"Om alla hjälps åt", "går det"},
                    {"Men", "vi är inte klara"},
                    {"Men", "det tar tid"},
                    {"Och", "det är bara början"},
                    {"Tack vare statsbidraget", "kan vi bygga i år"},
                    {"Efter sommaren", "öppnar hallen"},
                    {"Efter sommaren", "blir det fest"},
                    {"För första gången på tio år", "växer kommunen"},
                    {"Utan föreningarna", "hade det aldrig gått"},
                    {"Nu", "är det klart"},
                    {"Sedan dess", "har allt förändrats"},
                    {"Med nya lokaler", "får alla plats"},
                    {"Eftersom pengarna räcker", "fortsätter bygget till våren"},
                    {"Trots att det regnade", "kom tusen besökare"},
                    {"Samtidigt", "måste vi spara"},
                    {"Så länge isen håller", "plogar vi banan"},
                    {"Genom att bygga tätt", "sparar kommunen mark"},
                    {"Förra året", "stod huset tomt"},
                    {"Varje lördag", "möts folk på torget"},
                    {"På natten", "hördes sång"},
                    {"Här i Ekinge", "hjälper folk varandra"},
                    {"Dessutom", "blir det billigare"},
                    {"Jag tror", "att det blir bra"},
                    {"Vi märker", "att fler hittar hit"},
                    {"Det viktigaste", "är att alla får plats"},
                    {"Det som gör mig stolt", "är laget"},
                    {"Simhallen", "öppnar i juni"},
                    {"Simhallen", "ska öppna i juni"},
                    {"Den nya bron", "blir färdig i höst"},
                    {"Den som vill", "får följa med"},
                    {"Det är inte lätt", "men det går"},
                    {"Antingen bygger vi nu", "eller så väntar vi"},
                    {"Inte bara barnen", "utan alla får plats"},
                    {"Ju fler som kommer", "desto roligare blir det"},
                    {"Hade vi vetat det", "hade vi byggt större"},
                    {"Får vi bara vind", "seglar vi"},
                    {"Kära vänner", "ska vi börja"},
                    {"På tre år", "fördubblas antalet platser"},
                    {"Under vintern", "frös vattnet"},
                    {"Till jul", "brinner ljusen i alla fönster"},
                    {"Med lite tur", "hinns det med"},
                    {"Mellan husen", "växte ett torg fram"},
                    {"I Ekinge", "trivs folk"},
                    {"Sist men inte minst", "tackar jag alla"},
                    {"Till sist", "segrade förnuftet"},
                    {"Om barnen får välja", "väljer de lek"},
                    {"Den dagen", "grät många"},
                    {"Med facit i hand", "borde det ha gjorts förr"},
                    {"Så fort snön smält", "sätts arbetet igång"},
                    {"Steg för steg", "tar bygden form"},
                    {"Vår styrka", "är att alla känner alla"},
                    {"Det jag minns bäst", "var tystnaden"},
                    {"För oss som bor här", "betyder det allt"},
                    {"Hur det går", "vet ingen"},
                    {"Vad som händer sedan", "återstår att se"},
                    {"Utan er", "ingen hall"}},
         .goes_on = {"och vi fortsätter",
                     "och nu kör vi",
                     "men vi är inte klara",
                     "så nu börjar vi",
                     "för vi behöver fler",
                     "och det är jag stolt över",
                     "det lovar jag",
                     "det är jag säker på",
                     "och då är vi klara i maj",
                     "så är vi klara i maj",
                     "så vi fortsätter",
                     "men det tar tid",
                     "och det är bra",
                     "eftersom vi har råd",
                     "om vi får pengarna",
                     "när vi har råd",
                     "fast vi är få",
                     "vi har väntat länge",
                     "och så är det med den saken",
                     "och hallen öppnar i juni",
                     "men hallen dröjer",
                     "annars stänger vi",
                     "trots att vi är få",
                     "och det är många",
                     "och alla är välkomna",
                     "och då stannar fler unga kvar",
                     "så alla får plats",
                     "och det ska bli roligt",
                     "men först ska vägen lagas",
                     "för det behövs",
                     "men ingen ska behöva vänta",
                     "så det är bara att tacka"},
         .unmarked = {"redan i höst", "med nya lokaler och fler lärare", "inte minst för barnen", "på alla skolor", "när skolan är klar",
                      "som har tio salar", "trots regnet", "om pengarna räcker", "år efter år", "chefer på alla nivåer"},
         .tails = {" i ett pressmeddelande",
                   " i en kommentar till beslutet",
                   " via ett pressmeddelande",
                   " på torget i Ekinge",
                   " från scenen",
                   " till tidningen Ekinge Nytt",
                   " under tisdagens presskonferens",
                   " vid invigningen",
                   " efter mötet med näringslivet",
                   " i telefon från Umeå",
                   " lite senare",
                   ", i ett mejl",
                   ", 12 år",
                   ", med ett leende",
                   ", efter mötet",
                   " i dag",
                   " (till höger på bilden)",
                   " med eftertryck",
                   " bestämt",
                   " på Facebook"},
         .last_tails = {" när vi träffas på torget",
                        " när {h} inviger skolan",
                        " innan {h} går in på mötet",
                        " medan regnet öser ner",
                        " som är ordförande i nämnden",
                        " som själv cyklar till jobbet",
                        " och skrattar",
                        " och pekar på kartan",
                        " och tillägger att arbetet börjar nu",
                        " och berättar att hallen öppnar i juni",
                        " och öppnar dörren till hallen",
                        " och får medhåll av kollegan Leif Holm",
                        " efter att ha läst rapporten",
                        ", som är glad",
                        ", som har lett arbetet sedan 2019",
                        ", som bott i huset sedan 1974",
                        ", vars barn går på skolan",
                        ", när {h} inviger skolan",
                        ", när vi träffas vid bryggan",
                        ", när vi ses på torget",
                        ", nöjd efter beslutet",
                        ", glad över beskedet",
                        ", efter att ha läst rapporten",
                        ", lutad mot räcket",
                        ", synbart rörd",
                        ", klädd i varselväst",
                        ", och pekar på den nya kartan",
                        ", och tillägger att vi har förhandlat länge",
                        ", och skrattar",
                        ", inför invigningen på lördag",
                        ", tillsammans med barnen",
                        ", som vi träffar på torget",
                        ", ordförande för gruppen och berättar att hallen öppnar i juni",
                        ", ordförande i nämnden när vi träffas på torget",
                        " – som själv cyklar till jobbet",
                        " – och ler",
                        ", medan kollegorna dukar",
                        ", och slår ut med händerna",
                        ", som också leder kören",
                        ", innan mötet börjar",
                        " och ser ut över sjön",
                        ", och det syns att {h} menar det",
                        ", samtidigt som {h} öppnar grinden"},
         .about_speaker = {"{H} berättar att hallen öppnar i juni.",
                           "{N} har varit kommunalråd sedan 2022.",
                           "{H} har arbetat i kommunen i tjugo år.",
                           "{E} tillträdde i januari.",
                           "{H} är också ledamot i nämnden.",
                           "Då berättar {h} att hallen öppnar i juni.",
                           "Nu vill {h} att fler ska hitta hit.",
                           "Enligt {N} blir hallen dyr.",
                           "Enligt {O} räcker pengarna.",
                           "{G} företrädare slutade i maj.",
                           "Det är {h} som har ritat huset.",
                           "Som ung spelade {h} i orkestern.",
                           "{N}, som är uppvuxen i Ekinge, flyttade hit i våras.",
                           "{H} skrattar.",
                           "{H} pekar på kartan.",
                           "Sedan visar {h} runt i hallen.",
                           "Till vardags är {h} lärare.",
                           "{E} hoppas att arbetet börjar i höst.",
                           "Beslutet gläder {N}.",
                           "Beslutet gläder {O}.",
                           "{N} tackade personalen.",
                           "Själv cyklar {h} till jobbet."},
         .about_others = {"Leif Holm (S) reserverade sig mot beslutet.", "Oppositionsrådet Leif Holm (S) är kritisk.",
                          "Även Leif Holm (S) röstade ja.", "Där reserverade sig Leif Holm (S) mot beslutet.",
                          "Leif Holm är av en annan mening.", "Också Maria Frisk, chef för gata och park, välkomnar beslutet.",
                          "Leif Holm, som bor granne med skolan, instämmer.", "På bilden syns Maria Frisk.",
                          "Mötet leddes av Leif Holm (S).", "Förslaget kommer från Leif Holm (S).", "Leif Holm håller med."},
         .notes = {"Foto: Maria Frisk",
                   "(Foto: Maria Frisk)",
                   "Text och foto: Maria Frisk",
                   "Foto Maria Frisk",
                   "Foto: Maria Frisk/Ekinge kommun.",
                   "Bild: Maria Frisk.",
                   "För mer information: 0980-31 90 00",
                   "Kontakt: Maria Frisk, 0980-31 90 00, maria.frisk@ekinge.example",
                   "Presskontakt: Maria Frisk, 070-123 45 67.",
                   "Läs mer på ekinge.example.",
                   "Mer information: www.ekinge.example",
                   "Anmäl dig senast den 3 maj på ekinge.example.",
                   "Se även ekinge.example/hallen.",
                   "Biljetter finns på ekinge.example.",
                   "Besök gärna ekinge.example.",
                   "Boka plats på 0980-31 90 00.",
                   "Ladda ner rapporten på ekinge.example.",
                   "Följ arbetet på ekinge.example/hallen.",
                   "Frågor besvaras av Maria Frisk, 0980-31 90 00.",
                   "Programmet finns på ekinge.example."},
         .leads_on = {"{H} fortsätter", "{H} tillägger", "{N} tillägger", "Så här säger {h} om kostnaden",
                      "På frågan om kostnaden svarar {h}", "{H} ler och säger", "{H} säger också", "{E} utvecklar"},
         .other_leads = {"Leif Holm (S) instämmer", "Leif Holm (S) håller med", "Oppositionsrådet Leif Holm (S) är kritisk"},
         .introductions = {"{W} säger", "{W} kommenterar beslutet", "{W} säger i ett uttalande", "Så här säger {W} om beslutet",
                           "I ett pressmeddelande skriver {W}", "{W}"},
         .said_by = {"Det säger {W}.", "Det säger {W} efter beskedet.", "Så säger {W} i ett pressmeddelande."},
         .told = {"{N} säger att hallen öppnar i juni.", "Enligt {N} öppnar hallen i juni.", "{N} kallar hallen ”ett lyft för bygden”.",
                  "”Ljusstråket” visas i Ekinge i höst.", "Utställningen ”Ljusstråket” öppnar i maj.", "{N} (C) leder arbetet.",
                  "Vid mötet sa {N} att hallen öppnar i juni.", "I maj spelas pjäsen ”Nu bygger vi”.",
                  "Boken heter ”Jag och min bror” och kom i våras."},
         .marks = {{"”", "”"}, {"”", "”"}, {"„", "”"}, {"“", "”"}, {"«", "»"}, {"»", "«"}, {"»", "»"}, {"\"", "\""}}},
        {.language = "en",
         .people = {{"Karin Alm", "she", "her", "Her"}, {"Anders Kvarnby", "he", "him", "His"}, {"Zoë O’Neill", "she", "her", "Her"}},
         .verbs = {"says", "said", "says", "said", "explains", "adds", "believes", "notes", "stresses", "concludes"},
         .unknown_verbs = {"beams", "mutters", "snorts"},
         .adverbs = {},
         .roles_before = {"municipal commissioner", "head of water and sewage", "Mayor", "Chief Fire Officer", "the headteacher",
                          "councillor"},
         .roles_after = {"chair of the technical committee", "head of water and sewage", "a resident of Norrsjö",
                         "drummer in the orchestra"},
         .unlisted_roles = {"drummer"},
         .parties = {{" (C)", "C"}, {" (KD)", "KD"}, {" (independent)", "independent"}},
         .own = {"We build now", "We promised a school – and here it is", "It’s what we all want", "I am very proud of the team",
                 "Nobody can say anything else, I say", "The children have waited as long as we have", "This is our time",
                 "We have two aims: more jobs and more homes"},
         .plain = {"It will be good", "Children aged 10–13 are welcome at 4.30 pm", "The town is growing",
                   "The staff have done a fantastic job", "That is how it is", "More than that nobody can ask",
                   "For more than ten years the house stood empty", "There is room for 120 pupils", "A decision is expected in May",
                   "Absolutely"},
         .questions = {"What happens now", "Is that not fantastic", "When do we start"},
         .exclamations = {"At last", "What a day"},
         .only_first = {"She will manage", "Lisa Holm is right", "His work has been important to the town",
                        "For more information people call me"},
         .halves = {{"Today", "we build"},
                    {"When it freezes at night", "we salt every road"},
                    {"If we succeed", "the hall will open in May"},
                    {"But", "we are not finished"},
                    {"The pool", "will open in June"},
                    {"Thanks to the grant", "we can build this year"},
                    {"After the summer", "the hall opens"},
                    {"What makes me proud", "is the team"},
                    {"I think", "it will be good"}},
         .goes_on = {"and we continue", "but we are not finished", "and it will be good", "so now we start", "because we need more",
                     "but it takes time", "and that is a promise"},
         .unmarked = {"with new premises and more teachers", "already this autumn", "when the school is finished",
                      "not least for the children"},
         .tails = {" in a statement", " at the opening", ", in an interview with Ekinge News", " on Tuesday", " in Ekinge",
                   " with a smile"},
         .last_tails = {", who is proud of the result", ", as {h} opened the school", " when we meet in the square",
                        ", when we meet at the jetty", " and points at the map", ", adding that the work begins now",
                        ", pointing at the map", " after the meeting with the neighbours", ", who has led the work since 2019",
                        ", speaking from the stage", ", clearly moved", ", and laughs", ", whose children go to the school",
                        " while the rain pours down"},
         .about_speaker = {"{H} says that the hall opens in June.", "{N} has been commissioner since 2022.",
                           "{H} is also a member of the board.", "{E} took office in January.",
                           "According to {N}, the hall will be expensive.", "Now {h} wants more people to come.", "{G} term ends in May.",
                           "{H} laughs.", "The decision pleases {O}."},
         .about_others = {"Lisa Holm (S) objected to the decision.", "Deputy mayor Lisa Holm (S) is critical.",
                          "The meeting was chaired by Lisa Holm (S).", "Lisa Holm disagrees.",
                          "Lisa Holm, who lives next to the school, agrees."},
         .notes = {"Photo: Maria Frisk", "For more information: 0980-31 90 00", "Read more at ekinge.example.",
                   "Contact: Maria Frisk, maria.frisk@ekinge.example", "Book your place at ekinge.example.",
                   "Tickets are available at ekinge.example."},
         .leads_on = {"{H} continues", "{H} adds", "{N} adds"},
         .other_leads = {"Lisa Holm (S) agrees"},
         .introductions = {"{W} says", "{W} said in a statement", "{W} comments on the decision", "{W}"},
         .said_by = {"So says {W}."},
         .told = {"{N} says that the hall opens in June.", "According to {N} the hall opens in June.",
                  "“The Light Path” is shown in Ekinge.", "The exhibition “The Light Path” opens in May.",
                  "{N} calls the hall “a lift for the town”."},
         .marks = {{"“", "”"}, {"“", "”"}, {"\"", "\""}, {"‘", "’"}}},
        {.language = "da",
         .people = {{"Karin Alm", "hun", "hende", "Hendes"}, {"Jens Bro", "han", "ham", "Hans"}, {"Åsa Lind", "hun", "hende", "Hendes"}},
         .verbs = {"siger", "siger", "fortæller", "forklarer", "understreger", "tilføjer", "mener"},
         .unknown_verbs = {"mumler", "stråler"},
         .adverbs = {"også"},
         .roles_before = {"borgmester", "bibliotekschefen", "formand for Teknisk Udvalg"},
         .roles_after = {"formand for teknisk udvalg", "direktør i Ekinge", "trommeslager i orkestret"},
         .unlisted_roles = {"trommeslageren"},
         .parties = {{" (V)", "V"}, {" (KD)", "KD"}, {" (uafhængig)", "uafhængig"}},
         .own = {"Nu bygger vi", "Vi lovede en skole – og her er den", "Jeg er meget stolt af holdet", "Ingen kan sige andet, siger jeg",
                 "Det betyder meget for os alle"},
         .plain = {"Det bliver godt på øen", "Børn på 10–13 år er velkomne klokken 16.30", "Kommunen vokser", "Sådan er det",
                   "Personalet har gjort et fantastisk arbejde", "For mere end ti år siden stod huset tomt", "Absolut"},
         .questions = {"Hvad sker der nu", "Er det ikke fantastisk"},
         .exclamations = {"Endelig", "Sikke en dag"},
         .only_first = {"Hun skal nok klare det", "Lisa Holm har ret"},
         .halves = {{"I dag", "bygger vi"},
                    {"Når det fryser om natten", "salter vi alle veje"},
                    {"Hvis vi lykkes", "er vi færdige i maj"},
                    {"Men", "vi er ikke færdige"},
                    {"Hallen", "åbner i juni"},
                    {"Takket være tilskuddet", "kan vi bygge i år"},
                    {"Efter sommeren", "åbner hallen"},
                    {"Jeg tror", "at det bliver godt"}},
         .goes_on = {"og vi fortsætter", "men vi er ikke færdige", "og det bliver godt", "så nu begynder vi", "for vi har brug for flere"},
         .unmarked = {"med nye lokaler og flere lærere", "allerede til efteråret", "når skolen er færdig"},
         .tails = {" i en pressemeddelelse", " i en kommentar til beslutningen", " til avisen", " ved indvielsen"},
         .last_tails = {", som er stolt af resultatet", " og peger på kortet", ", og tilføjer, at arbejdet begynder nu",
                        " mens regnen siler ned", ", som har ledet arbejdet siden 2019", " med et smil", ", glad for beslutningen",
                        " når vi mødes på torvet", ", når vi mødes på torvet", ", og griner"},
         .about_speaker = {"{H} fortæller, at hallen åbner i juni.", "{N} har været borgmester siden 2022.",
                           "{H} er også medlem af nævnet.", "Nu vil {h} have flere gæster til byen.", "Ifølge {N} bliver hallen dyr.",
                           "{E} tiltrådte i januar.", "{H} griner."},
         .about_others = {"Leif Holm (S) stemte imod forslaget.", "Også Leif Holm (S) stemte ja.", "Mødet blev ledet af Leif Holm (S).",
                          "Leif Holm er uenig."},
         .notes = {"Foto: Maria Frisk", "Kontakt: Maria Frisk, 0980-31 90 00", "Læs mere på ekinge.example.",
                   "Yderligere oplysninger: 0980-31 90 00"},
         .leads_on = {"{H} fortsætter", "{H} tilføjer", "{N} tilføjer"},
         .other_leads = {"Leif Holm (S) tilføjer"},
         .introductions = {"{W} siger", "{W} udtaler i en pressemeddelelse", "{W}"},
         .said_by = {"Det siger {W}."},
         .told = {"{N} siger, at hallen åbner i juni.", "Ifølge {N} åbner hallen i juni.", "Udstillingen »Lysstien« åbner i maj."},
         .marks = {{"»", "«"}, {"”", "”"}, {"„", "”"}, {"\"", "\""}}},
        {.language = "nb",
         .people = {{"Karin Alm", "hun", "henne", "Hennes"}, {"Jens Bro", "han", "ham", "Hans"}, {"Åsa Lind", "hun", "henne", "Hennes"}},
         .verbs = {"sier", "sier", "forteller", "forklarer", "understreker", "tilføyer", "mener"},
         .unknown_verbs = {"mumler", "stråler"},
         .adverbs = {"også"},
         .roles_before = {"ordfører", "biblioteksjefen", "leder i teknisk utvalg"},
         .roles_after = {"leder i teknisk utvalg", "direktør i Ekinge", "trommeslager i orkesteret"},
         .unlisted_roles = {"trommeslageren"},
         .parties = {{" (Sp)", "Sp"}, {" (H)", "H"}, {" (uavhengig)", "uavhengig"}},
         .own = {"Nå bygger vi", "Vi lovet en skole – og her er den", "Jeg er veldig stolt av laget", "Ingen kan si noe annet, sier jeg",
                 "Det betyr mye for oss alle"},
         .plain = {"Det blir bra på øya", "Barn 10–13 år er velkomne klokken 16.30", "Kommunen vokser", "Sånn er det",
                   "Personalet har gjort en fantastisk jobb", "For mer enn ti år siden sto huset tomt", "Absolutt"},
         .questions = {"Hva skjer nå", "Er det ikke fantastisk"},
         .exclamations = {"Endelig", "For en dag"},
         .only_first = {"Hun kommer til å klare det", "Lisa Holm har rett"},
         .halves = {{"I dag", "bygger vi"},
                    {"Når det fryser om natta", "salter vi alle veiene"},
                    {"Hvis vi lykkes", "er vi ferdige i mai"},
                    {"Men", "vi er ikke ferdige"},
                    {"Hallen", "åpner i juni"},
                    {"Takket være tilskuddet", "kan vi bygge i år"},
                    {"Etter sommeren", "åpner hallen"},
                    {"Jeg tror", "at det blir bra"}},
         .goes_on = {"og vi fortsetter", "men vi er ikke ferdige", "og det blir bra", "så nå begynner vi", "for vi trenger flere"},
         .unmarked = {"med nye lokaler og flere lærere", "allerede til høsten", "når skolen er ferdig"},
         .tails = {" i en pressemelding", " i en kommentar til vedtaket", " til avisen", " ved åpningen"},
         .last_tails = {", som er stolt av resultatet", " og peker på kartet", ", og legger til at arbeidet starter nå",
                        " mens regnet høljer ned", ", som har ledet arbeidet siden 2019", " med et smil", ", glad for vedtaket",
                        " når vi møtes på torget", ", når vi møtes på torget", ", og ler"},
         .about_speaker = {"{H} forteller at hallen åpner i juni.", "{N} har vært ordfører siden 2022.", "{H} er også medlem av utvalget.",
                           "Nå vil {h} ha flere gjester til byen.", "Ifølge {N} blir hallen dyr.", "{E} tiltrådte i januar.", "{H} ler."},
         .about_others = {"Leif Holm (H) stemte mot forslaget.", "Også Leif Holm (H) stemte ja.", "Møtet ble ledet av Leif Holm (H).",
                          "Leif Holm er uenig."},
         .notes = {"Foto: Maria Frisk", "Kontakt: Maria Frisk, 0980-31 90 00", "Les mer på ekinge.example.",
                   "Mer informasjon: 0980-31 90 00"},
         .leads_on = {"{H} fortsetter", "{H} tilføyer", "{N} tilføyer"},
         .other_leads = {"Leif Holm (H) tilføyer"},
         .introductions = {"{W} sier", "{W} uttaler i en pressemelding", "{W}"},
         .said_by = {"Det sier {W}."},
         .told = {"{N} sier at hallen åpner i juni.", "Ifølge {N} åpner hallen i juni.", "Utstillingen «Lysstien» åpner i mai."},
         .marks = {{"«", "»"}, {"”", "”"}, {"\"", "\""}}},
        {.language = "fi",
         .people = {{"Anna Virta", "hän", "häntä", "Hänen"},
                    {"Päivi Lehtoranta", "hän", "häntä", "Hänen"},
                    {"Juha Mäki", "hän", "häntä", "Hänen"}},
         .verbs = {"sanoo", "sanoo", "kertoo", "toteaa", "korostaa", "lisää"},
         .unknown_verbs = {"puuskahtaa", "säteilee"},
         .adverbs = {"myös"},
         .roles_before = {"kunnanjohtaja", "Ekingen kunnanjohtaja", "projektipäällikkö"},
         .roles_after = {"teknisen lautakunnan puheenjohtaja", "kunnanjohtaja", "orkesterin rumpali"},
         .unlisted_roles = {"rumpali"},
         .parties = {{" (SDP)", "SDP"}, {" (kesk.)", "kesk."}, {" (sitoutumaton)", "sitoutumaton"}},
         .own = {"Nyt me rakennamme", "Minä olen ylpeä joukkueesta", "Se on meille tärkeää", "Me lupasimme koulun – ja tässä se on"},
         .plain = {"Siitä tulee hyvä", "10–13-vuotiaat lapset ovat tervetulleita kello 16.30", "Kunta kasvaa", "Niin se on",
                   "Henkilökunta on tehnyt upeaa työtä", "Ehdottomasti"},
         .questions = {"Mitä nyt tapahtuu", "Eikö se ole upeaa"},
         .exclamations = {"Vihdoinkin", "Mikä päivä"},
         .only_first = {"Hän pärjää kyllä", "Liisa Holm on oikeassa"},
         .halves = {{"Tänään", "me rakennamme"},
                    {"Kun yöllä pakastaa", "suolaamme kaikki tiet"},
                    {"Jos onnistumme", "olemme valmiita toukokuussa"},
                    {"Mutta", "emme ole valmiita"},
                    {"Uimahalli", "avataan kesäkuussa"},
                    {"Uskon", "että siitä tulee hyvä"}},
         .goes_on = {"ja me jatkamme", "mutta emme ole valmiita", "ja siitä tulee hyvä"},
         .unmarked = {"uusissa tiloissa", "jo syksyllä", "kun koulu on valmis"},
         .tails = {" tiedotteessa", " haastattelussa", " tiistaina"},
         .last_tails = {", joka on ylpeä tuloksesta", " ja osoittaa karttaa", ", joka on johtanut työtä vuodesta 2019", " hymyillen",
                        " avajaisissa", ", iloisena päätöksestä"},
         .about_speaker = {"{H} kertoo, että halli avataan kesäkuussa.", "{N} on ollut kunnanjohtaja vuodesta 2022.",
                           "{H} on myös lautakunnan jäsen.", "{E} aloitti tammikuussa.", "{H} nauraa."},
         .about_others = {"Leif Holm (SDP) vastusti päätöstä.", "Myös Leif Holm (SDP) äänesti puolesta.",
                          "Kokousta johti Leif Holm (SDP)."},
         .notes = {"Kuva: Maria Frisk", "Lisätietoja: 0980-31 90 00", "Lue lisää osoitteesta ekinge.example."},
         .leads_on = {"{H} jatkaa", "{H} lisää", "{N} lisää"},
         .other_leads = {"Leif Holm (SDP) lisää"},
         .introductions = {"{W} sanoo", "{W} sanoo tiedotteessa", "{W}"},
         .said_by = {"Näin sanoo {W}."},
         .told = {"{N} kertoo, että halli avataan kesäkuussa.", "Näyttely ”Valopolku” avataan toukokuussa."},
         .marks = {{"”", "”"}, {"»", "»"}, {"\"", "\""}}},
    };
    return parts;
}

constexpr std::string_view kDashes[] = {"– ", "– ", "– ", "– ", "–", "— ", "—", "‒ ", "― ", "− "};

// How the same text comes from different keyboards and word processors.
enum class Typing { plain, decomposed, no_break, soft_hyphens, all };
constexpr Typing kTypings[] = {Typing::plain, Typing::decomposed, Typing::no_break, Typing::soft_hyphens, Typing::all};

std::string with_soft_hyphens(const std::string& text) {
    const auto letter = [&](std::size_t i) { return i < text.size() && text[i] >= 'a' && text[i] <= 'z'; };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        out += text[i];
        if (i % 3 == 0 && letter(i) && letter(i + 1)) out += "\u00AD";
    }
    return out;
}

std::string typed(std::string text, Typing how) {
    if (how == Typing::soft_hyphens || how == Typing::all) text = with_soft_hyphens(text);
    if (how == Typing::no_break || how == Typing::all) text = replace_all(std::move(text), " ", "\u00A0");
    if (how == Typing::decomposed || how == Typing::all) {
        static constexpr std::pair<std::string_view, std::string_view> kLetters[] = {
            {"å", "a\u030A"}, {"ä", "a\u0308"}, {"ö", "o\u0308"}, {"Å", "A\u030A"}, {"Ä", "A\u0308"}, {"Ö", "O\u0308"}, {"ë", "e\u0308"}};
        for (const auto& [composed, decomposed] : kLetters) text = replace_all(std::move(text), composed, decomposed);
    }
    return text;
}

std::string to_upper_first(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
    return text;
}

std::string fill(std::string_view pattern, const PersonParts& person) {
    std::string text(pattern);
    const std::string_view name = person.name;
    text = replace_all(std::move(text), "{N}", name);
    text = replace_all(std::move(text), "{E}", name.substr(name.rfind(' ') + 1));
    text = replace_all(std::move(text), "{H}", to_upper_first(std::string(person.she)));
    text = replace_all(std::move(text), "{h}", person.she);
    text = replace_all(std::move(text), "{O}", person.her);
    return replace_all(std::move(text), "{G}", person.hers);
}

// ---------------------------------------------------------------- a paragraph and its truth

enum class Truth : std::uint8_t {
    mark,  // what joins the parts
    said,
    attribution,
    narration,
    open,  // no careful reader could tell: must not stand as said, and need not be asked about
};

// Who says the words, as the paragraph names them. A name that is empty is a pronoun, or nobody: whoever spoke before.
struct Named {
    std::string name, party;
    std::string second = {};  // of two people who say the same
};

struct Part {
    std::uint32_t begin, end;
    Truth truth;
    std::size_t who;   // index into Made::speakers
    bool may_be_lost;  // said, and nothing in the text shows it
};

struct Made {
    std::string_view language;
    std::string text;
    std::vector<Part> parts;  // all of the text, in order
    std::vector<Named> speakers = {{}};
    std::vector<std::uint32_t> line_ends;
    // People write so: no typing mistake, no half sentence that never goes on, nothing said after the writer's own sentence.
    bool usual = true;

    const Part& part_at(std::uint32_t byte) const {
        return *std::prev(
            std::upper_bound(parts.begin(), parts.end(), byte, [](std::uint32_t at, const Part& part) { return at < part.begin; }));
    }
    std::string_view text_of(const Part& part) const { return std::string_view(text).substr(part.begin, part.end - part.begin); }
    // The attributions, and bars for whatever stands between them.
    std::string attributions() const {
        std::string out;
        for (const Part& part : parts) out += part.truth == Truth::attribution ? text_of(part) : "|";
        return plain_words(out);
    }
};

struct Sentence {
    std::string_view text, mark;
    bool own;
};

// Puts a paragraph together. Every word goes through put(), with its truth.
class Maker {
    static constexpr std::size_t kMaxSpeakers = 2;

public:
    Maker(const LanguageParts& parts, std::mt19937& random)
        : parts_(parts), words_(*find_attribution_words(parts.language)), random_(random) {}

    Made make() {
        made_ = {};
        made_.language = parts_.language;
        typing_ = chance(75) ? Typing::plain : pick(kTypings);
        who_ = 0;
        named_ = pronoun_ = told_ = other_ = several_ = ended_ = dashed_ = to_be_named_ = must_name_ = false;
        person_ = &pick(parts_.people);
        const unsigned form = random_() % 100;
        if (form < 62) make_talstreck();
        else if (form < 82) make_quotation();
        else if (form < 91) make_introduced();
        else if (form < 94) make_unmarked();
        else if (form < 97) make_told();
        else make_signed();
        if (typing_ == Typing::plain && chance(5)) wrap();
        return std::move(made_);
    }

private:
    // ------------------------------------------------------------ small things

    template <class List>
    auto pick(const List& list) -> decltype(list[0]) {
        return list[random_() % std::size(list)];
    }
    bool chance(unsigned percent) { return random_() % 100 < percent; }

    void put(std::string_view text, Truth truth, bool may_be_lost = false) {
        const auto begin = static_cast<std::uint32_t>(made_.text.size());
        if (begin == 0 && (typing_ == Typing::soft_hyphens || typing_ == Typing::all)) made_.text += "\u00AD";
        made_.text += typed(std::string(text), typing_);
        made_.parts.push_back({begin, static_cast<std::uint32_t>(made_.text.size()), truth, who_, may_be_lost});
    }
    void mark(std::string_view text) { put(text, Truth::mark); }
    void mark_line_end() {
        made_.line_ends.push_back(static_cast<std::uint32_t>(made_.text.size()));
        put(" ", Truth::mark);
    }

    // A source with short lines: where one ends, a sentence may end as well.
    void wrap() {
        std::size_t line = 0;
        made_.line_ends.clear();
        for (std::size_t i = 0; i < made_.text.size(); ++i) {
            if (made_.text[i] != ' ' || i < line + 60) continue;
            made_.line_ends.push_back(static_cast<std::uint32_t>(i));
            line = i;
        }
    }

    // Somebody who has not spoken in the paragraph.
    const PersonParts& another_person() {
        const auto spoke = [&](const PersonParts& person) {
            return &person == person_ ||
                   std::any_of(made_.speakers.begin(), made_.speakers.end(), [&](const Named& named) { return named.name == person.name; });
        };
        for (;;) {
            const PersonParts& other = pick(parts_.people);
            if (!spoke(other)) return other;
        }
    }

    // ------------------------------------------------------------ sentences

    Sentence pick_sentence(bool opens, bool marks = true) {
        for (;;) {
            const unsigned n = random_() % 100;
            const std::string_view stop = chance(90) ? "." : chance(60) ? "!" : "…";
            Sentence sentence{};
            if (opens && n < 12) sentence = {pick(parts_.only_first), ".", false};
            else if (opens && n < 15 && to_be_named_ && !parts_.stories.empty()) sentence = {pick(parts_.stories), ".", false};
            else if (n < 48) sentence = {pick(parts_.own), stop, true};
            else if (n < 84) sentence = {pick(parts_.plain), stop, false};
            else if (n < 94) sentence = {pick(parts_.questions), "?", false};
            else sentence = {pick(parts_.exclamations), "!", false};
            must_name_ |= std::find(parts_.stories.begin(), parts_.stories.end(), sentence.text) != parts_.stories.end();
            if (marks || (sentence.text.find("”") == std::string_view::npos && sentence.text.find("’") == std::string_view::npos))
                return sentence;
        }
    }

    void put_said(Sentence sentence, bool with_mark = true) {
        put(sentence.text, Truth::said);
        if (with_mark) mark(sentence.mark);
    }

    // ------------------------------------------------------------ attributions

    // "kommunalrådet Karin Alm (C), ordförande i tekniska nämnden". From here on the paragraph names who speaks.
    void put_speaker(bool begins_sentence, bool more_after) {
        Named& named = made_.speakers[who_];
        named.name = person_->name;
        named_ = true;
        const unsigned n = random_() % 100;
        std::string before = n < 37                       ? std::string(pick(parts_.roles_before)) + " "
                             : n < 40 && !begins_sentence ? std::string(pick(parts_.unlisted_roles)) + " "
                                                          : "";
        if (begins_sentence) before = to_upper_first(std::move(before));
        const std::string_view after = n >= 40 && n < 70 ? pick(parts_.roles_after) : std::string_view();
        const Spelling party = chance(55) ? pick(parts_.parties) : Spelling{};
        named.party = party.party;
        const bool party_last = !after.empty() && !party.text.empty() && party.text[0] == ' ' && chance(30);  // Karin Alm, kommunalråd (C)
        put(before + std::string(person_->name) + std::string(party_last ? "" : party.text), Truth::attribution);
        if (!after.empty()) put(", " + std::string(after) + std::string(party_last ? party.text : ""), Truth::attribution);
        if (!after.empty() && more_after) put(",", Truth::attribution);
    }

    // "Karin Alm (C) och Lena Hovmark (S)"
    void put_several() {
        const PersonParts& second = another_person();
        const std::string and_word(words_.and_words.entries.front());
        Named& named = made_.speakers[who_];
        named = {std::string(person_->name), "", std::string(second.name)};
        named_ = several_ = true;
        const bool with_party = chance(60);
        const Spelling party = parts_.parties.front(), other = parts_.parties[2];
        put(std::string(person_->name) + std::string(with_party ? party.text : "") + " " + and_word + " " + std::string(second.name) +
                std::string(with_party ? other.text : ""),
            Truth::attribution);
    }

    // Mostly those that people use; of the engine's own list all but two that nobody says of somebody.
    SayingVerb pick_verb() {
        if (chance(75)) return {pick(parts_.verbs)};
        for (;;) {
            const SayingVerb& verb = words_.verbs.entries[random_() % words_.verbs.entries.size()];
            if (verb.word != "lyder" && verb.word != "konstaterat") return verb;
        }
    }

    // The verb and whoever it names, without the comma before. `goes_on`: speech follows after a comma, so that nothing may stand in between that could be
    // taken for it, or it for that.
    void put_attribution(bool goes_on) {
        const bool again = named_ || pronoun_;
        const SayingVerb verb = pick_verb();
        const std::string particle = verb.particle.empty() ? "" : " " + std::string(verb.particle);
        bool short_name = false;
        if (again) {
            // After somebody else was named, "hon" may be two people.
            const std::string_view name = person_->name;
            const std::string again_as(pronoun_ || (!other_ && chance(65)) ? person_->she
                                       : chance(50)                        ? name
                                                                           : name.substr(name.rfind(' ') + 1));
            short_name = true;
            put_short(verb, again_as, particle);
        } else if (chance(10) && !must_name_) {
            pronoun_ = short_name = true;
            put_short(verb, std::string(person_->she), particle);
        } else if (words_.speaker_before_verb && chance(40)) {
            put_speaker(false, true);
            put(" " + std::string(verb.word) + particle, Truth::attribution);
            short_name = true;  // no role after the verb
        } else if (particle.empty() && chance(4)) {
            put(std::string(verb.word) + " ", Truth::attribution);
            put_several();
            short_name = true;
        } else if (particle.empty() && chance(3)) {
            put(std::string(pick(parts_.unknown_verbs)) + " ", Truth::attribution);
            put_speaker(false, false);
        } else if (particle.empty() && !parts_.adverbs.empty() && chance(2)) {
            put(std::string(verb.word) + " " + std::string(pick(parts_.adverbs)) + " ", Truth::attribution);
            put_speaker(false, false);
        } else if (!particle.empty()) {
            made_.speakers[who_].name = person_->name;
            named_ = true;
            put(std::string(verb.word) + " " + std::string(person_->name) + particle, Truth::attribution);
        } else {
            put(std::string(verb.word) + " ", Truth::attribution);
            put_speaker(false, false);
        }
        if (chance(goes_on ? 30 : 25)) put_tail(parts_.tails, short_name);
        if (!goes_on && chance(25)) put_tail(parts_.last_tails, short_name);
    }

    // "säger hon", "she says", "says Alm"
    void put_short(const SayingVerb& verb, const std::string& who, const std::string& particle) {
        const bool english_pronoun = parts_.language == "en" && who == person_->she;
        const bool speaker_first = english_pronoun || (words_.speaker_before_verb && chance(50));
        if (speaker_first) put(who + " " + std::string(verb.word) + particle, Truth::attribution);
        else put(std::string(verb.word) + " " + who + particle, Truth::attribution);
    }

    void put_tail(const Texts& tails, bool short_name) {
        const std::string_view tail = pick(tails);
        if (short_name && tail[0] != ' ') return;  // "säger hon, 12 år": nobody writes so
        put(fill(tail, *person_), Truth::attribution);
    }

    void end_sentence() { mark("."); }

    // "S, säger N." and "S? säger N."
    void put_attributed(Sentence sentence) {
        put_said(sentence, false);
        mark(sentence.mark == "." ? ", " : std::string(sentence.mark) + " ");
        put_attribution(false);
        end_sentence();
    }

    void put_attributed_sentence(bool opens) {
        const unsigned n = random_() % 100;
        if (n < 22) {
            const Split& split = pick(parts_.halves);
            put(split.first, Truth::said);
            mark(", ");
            put_attribution(true);
            mark(", ");
            put(split.then, Truth::said);
            end_sentence();
        } else if (n < 36) {
            put(chance(50) ? pick(parts_.own) : pick(parts_.plain), Truth::said);
            mark(", ");
            put_attribution(true);
            const bool unmarked = chance(25);
            mark(", ");
            put(unmarked ? pick(parts_.unmarked) : pick(parts_.goes_on), Truth::said, unmarked);
            end_sentence();
        } else if (n < 39) {
            put(pick(parts_.plain), Truth::said);
            mark(" – ");
            put_attribution(true);
            mark(" – ");
            put(pick(parts_.goes_on), Truth::said);
            end_sentence();
        } else if (n < 41) {  // a typing mistake
            made_.usual = false;
            put(pick(parts_.own), Truth::said);
            mark(". ");
            put_attribution(false);
            end_sentence();
        } else if (n < 42) {
            made_.usual = false;
            put_missing_comma();
        } else if (n < 43) {  // half a sentence, and never the other half
            made_.usual = false;
            put(pick(parts_.halves).first, Truth::said);
            mark(", ");
            put_attribution(false);
            end_sentence();
        } else {
            put_attributed(pick_sentence(opens));
        }
    }

    // "Nu bygger vi säger kommunalrådet Karin Alm (C)."
    void put_missing_comma() {
        put(parts_.own.front(), Truth::said);
        put(" " + std::string(parts_.verbs.front()) + " ", Truth::attribution);
        named_ = true;
        made_.speakers[who_] = {std::string(person_->name), std::string(parts_.parties.front().party)};
        put(std::string(parts_.roles_before.front()) + " " + std::string(person_->name) + std::string(parts_.parties.front().text),
            Truth::attribution);
        end_sentence();
    }

    // ------------------------------------------------------------ after a talstreck

    void make_talstreck() {
        mark(pick(kDashes));
        const unsigned n = random_() % 100;
        if (n < 8) {  // nobody is named: the last speaker goes on
            put_said(pick_sentence(true));
            for (unsigned more = random_() % 3; more > 0; --more) {
                mark(" ");
                put_said(pick_sentence(false));
            }
            if (chance(15)) put_note();
            return;
        }
        if (n < 12) {  // "– Nu bygger vi. Det säger Karin Alm (C)."
            put_said(pick_sentence(true));
            mark(" ");
            put_with_speaker(pick(parts_.said_by), true);
            return put_rest(random_() % 3);
        }
        if (n < 18 && parts_.language != "fi") {
            // Marks around what is said change nothing after a talstreck.
            const auto& [open, close] = pick(parts_.marks);
            const Sentence sentence = pick_sentence(false, false);
            mark(open);
            put_said(sentence, sentence.mark != ".");
            mark(std::string(close) + ", ");
            put_attribution(false);
            end_sentence();
            return put_rest(random_() % 3);
        }
        const unsigned first = random_() % 3;
        to_be_named_ = true;
        for (unsigned k = 0; k < first; ++k) {
            put_said(pick_sentence(k == 0));
            mark(" ");
        }
        put_attributed_sentence(first == 0);
        to_be_named_ = false;
        put_rest(random_() % 5);
    }

    void put_rest(unsigned count) {
        for (; count > 0 && !ended_; --count) put_further();
    }

    void put_further() {
        const unsigned n = random_() % 100;
        if (n < 45) {
            mark(" ");
            const Sentence sentence = pick_sentence(false);
            // After the writer's own sentence, only the words themselves can show that somebody speaks again.
            put(sentence.text, !told_ || sentence.own ? Truth::said : Truth::open);
            mark(sentence.mark);
            if (told_ && sentence.own) made_.usual = told_ = false;
        } else if (n < 57) {
            if (several_ || (pronoun_ && other_)) return;
            mark(" ");
            made_.usual &= !told_;
            put_attributed(pick_sentence(false));
            told_ = dashed_ = false;
        } else if (n < 64) {
            if (several_ || other_) return;
            mark(" ");
            const std::string lead = fill(pronoun_ ? parts_.leads_on.front() : pick(parts_.leads_on), *person_);
            put(lead, Truth::attribution);
            mark(chance(50) ? ": – " : ": ");
            put_said(pick_sentence(false));
            told_ = false;
        } else if (n < 68) {
            if (other_) return;
            mark(" – ");
            made_.usual &= !told_;
            put_said(pick_sentence(false));
            told_ = false;
            dashed_ = true;  // if somebody else speaks next, it may be theirs
        } else if (n < 75) {
            put_second_speaker();
        } else if (n < 87) {
            if (several_) return;
            mark(" ");
            std::string_view pattern = pick(parts_.about_speaker);
            if (pronoun_ && pattern.find("{N}") != std::string_view::npos) pattern = parts_.about_speaker.front();
            put(fill(pattern, *person_), Truth::narration);
            told_ = true;
        } else if (n < 94) {
            mark(" ");
            put(pick(parts_.about_others), Truth::narration);
            told_ = other_ = true;
        } else {
            put_note();
        }
    }

    void put_note() {
        if (chance(40)) mark_line_end();
        else mark(" ");
        const std::string_view note = pick(parts_.notes);
        put(note, Truth::narration);
        told_ = true;
        ended_ = !note.ends_with('.') || chance(80);
    }

    // Somebody else, after a dash of their own or led to.
    void put_second_speaker() {
        if (!named_ || several_ || dashed_ || made_.speakers.size() == kMaxSpeakers) return;
        const PersonParts& second = another_person();
        made_.speakers.push_back({});
        const auto first = who_;
        who_ = made_.speakers.size() - 1;
        if (chance(25)) {
            const std::string_view lead = pick(parts_.other_leads);
            const std::size_t at = lead.find("Holm");
            const std::string name = std::string(parts_.language == "en" ? "Lisa" : "Leif") + " Holm";
            const std::size_t open = lead.find('(', at);
            made_.speakers[who_] = {name, std::string(lead.substr(open + 1, lead.find(')') - open - 1))};
            mark(" ");
            put(lead, Truth::attribution);
            mark(": – ");
            put_said(pick_sentence(false));
            ended_ = true;  // whoever speaks now is not in the list of people
            return;
        }
        if (chance(10) && !told_) {  // before the dash, it is still the first who speaks
            mark(" ");
            who_ = first;
            put_said(pick_sentence(false));
            who_ = made_.speakers.size() - 1;
        }
        person_ = &second;
        named_ = told_ = other_ = false;
        mark(" – ");
        if (chance(30)) {
            put_said(pick_sentence(false));
            mark(" ");
        }
        const Sentence sentence = pick_sentence(false);
        put_said(sentence, false);
        mark(sentence.mark == "." ? ", " : std::string(sentence.mark) + " ");
        put(std::string(parts_.verbs.front()) + " ", Truth::attribution);
        put_speaker(false, false);
        end_sentence();
    }

    // ------------------------------------------------------------ quotation marks

    // Without a talstreck only what stands in the marks is said; what stands beside them is told, or nobody can tell.
    void put_beside_marks() {
        for (unsigned more = random_() % 3; more > 0 && !ended_; --more) {
            const unsigned n = random_() % 100;
            if (n < 50) {
                mark(" ");
                const Sentence sentence = pick_sentence(false, false);
                put(sentence.text, sentence.own ? Truth::open : Truth::narration);
                mark(sentence.mark);
            } else if (n < 70 && named_ && !several_) {
                mark(" ");
                put(fill(pick(parts_.about_speaker), *person_), Truth::narration);
            } else if (n < 85) {
                mark(" ");
                put(pick(parts_.about_others), Truth::narration);
                other_ = true;
            } else {
                put_note();
            }
        }
    }

    // ”Nu bygger vi”, ”Nu bygger vi,” ”Vad händer nu?”
    void put_quoted(std::string_view open, std::string_view close) {
        const Sentence sentence = pick_sentence(false, false);
        mark(open);
        put_said(sentence, sentence.mark != ".");
        if (sentence.mark != ".") mark(std::string(close) + (chance(50) ? ", " : " "));
        else mark(chance(60) && parts_.language != "en" ? std::string(close) + ", " : "," + std::string(close) + " ");
    }

    void make_quotation() {
        const auto& [open, close] = pick(parts_.marks);
        const unsigned n = random_() % 100;
        if (n < 12) {  // ”När det fryser”, säger Nils Ek, ”saltar vi alla vägar.”
            const Split& split = pick(parts_.halves);
            mark(open);
            put(split.first, Truth::said);
            mark(std::string(close) + ", ");
            put_attribution(true);
            mark(", " + std::string(open));
            put(split.then, Truth::said);
            mark("." + std::string(close));
        } else if (n < 22) {  // ”Nu bygger vi, säger Karin Alm. Det blir bra.”
            mark(open);
            put_attributed(pick_sentence(false, false));
            mark(" ");
            put_said(pick_sentence(false, false));
            return mark(close);
        } else if (n < 30) {  // after the writer's own sentence
            put(pick(parts_.plain), Truth::narration);
            mark(". ");
            put_quoted(open, close);
            put_attribution(false);
            end_sentence();
        } else {
            put_quoted(open, close);
            put_attribution(false);
            end_sentence();
        }
        if (chance(25)) {  // ”…”, säger Karin Alm. ”…”
            mark(" " + std::string(open));
            put_said(pick_sentence(false, false));
            mark(close);
        } else if (chance(10) && named_ && !several_) {  // ”…”, säger Karin Alm. ”…”, säger Lena Hovmark.
            made_.speakers.push_back({});
            who_ = made_.speakers.size() - 1;
            person_ = &another_person();
            named_ = false;
            mark(" ");
            put_quoted(open, close);
            put(std::string(parts_.verbs.front()) + " ", Truth::attribution);
            put_speaker(false, false);
            end_sentence();
        } else if (chance(10) && !several_) {
            mark(" ");
            put_quoted(open, close);
            put_attribution(false);
            end_sentence();
        }
        put_beside_marks();
    }

    // ------------------------------------------------------------ the rest

    // A pattern with {W} in it.
    void put_with_speaker(std::string_view pattern, bool may_have_role_after) {
        const std::size_t at = pattern.find("{W}");
        put(pattern.substr(0, at), Truth::attribution);
        const std::string_view rest = pattern.substr(at + 3);
        put_speaker(at == 0, may_have_role_after && !rest.empty() && rest[0] == ' ');
        put(rest, Truth::attribution);
    }

    // "Kommunalrådet Karin Alm (C) säger: ”…”", "Karin Alm: – …", and a talstreck after the writer's own sentence.
    void make_introduced() {
        if (chance(25)) {
            put(pick(parts_.plain), Truth::narration);
            mark(". – ");
            put_attributed(pick_sentence(false));
            return put_rest(random_() % 3);
        }
        put_with_speaker(pick(parts_.introductions), true);
        if (chance(50)) {
            mark(": – ");
            put_said(pick_sentence(false));
            return put_rest(random_() % 3);
        }
        const auto& [open, close] = pick(parts_.marks);
        mark(": " + std::string(open));
        put_said(pick_sentence(false, false));
        if (chance(50)) {
            mark(" ");
            put_said(pick_sentence(false, false));
        }
        mark(close);
        put_beside_marks();
    }

    // No mark at all, or a hyphen: a statement only when the writer says so.
    void make_unmarked() {
        if (chance(30)) {  // a hyphen for a talstreck: reported when the file is read, and not here
            mark("-");
            made_.usual = false;
        }
        put_said({pick(parts_.own), ".", true}, false);
        mark(", ");
        put_attribution(false);
        end_sentence();
        if (chance(40)) {
            mark(" ");
            put(pick(parts_.plain), Truth::open);
            end_sentence();
        }
    }

    // Nothing is said here, whatever names and marks there are.
    void make_told() {
        for (unsigned sentences = 1 + random_() % 3; sentences > 0; --sentences) {
            if (!made_.text.empty()) mark(" ");
            const unsigned n = random_() % 100;
            put(n < 50   ? fill(pick(parts_.told), *person_)
                : n < 75 ? fill(pick(parts_.about_speaker), *person_)
                         : std::string(pick(parts_.plain)) + ".",
                Truth::narration);
        }
        if (chance(30)) put_note();
    }

    // ”Nu bygger vi.” – Karin Alm (C)
    void make_signed() {
        const auto& [open, close] = pick(parts_.marks);
        mark(open);
        put_said(pick_sentence(false, false));
        mark(std::string(close) + (chance(70) ? " – " : " /"));
        put_speaker(true, false);
    }

    const LanguageParts& parts_;
    const AttributionWords& words_;
    std::mt19937& random_;
    Made made_;
    Typing typing_ = Typing::plain;
    const PersonParts* person_ = nullptr;  // who speaks
    std::size_t who_ = 0;
    bool named_ = false;    // the paragraph has named them
    bool pronoun_ = false;  // or only called them "hon"
    bool told_ = false;     // the sentence before was the writer's own
    bool other_ = false;    // somebody else was named since
    bool several_ = false;
    bool ended_ = false;
    bool dashed_ = false;       // a dash stands before what was said last, and nobody was named after it
    bool to_be_named_ = false;  // the paragraph goes on to say who speaks
    bool must_name_ = false;    // and has to, by name
};

// ---------------------------------------------------------------- what was read against what is true

std::vector<Token> words_in(std::string_view text) {
    std::vector<Token> words = tokenize(text);
    std::erase_if(words, [](const Token& token) { return token.kind != Token::Kind::word; });
    return words;
}

// The words, without marks, of a text.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> out;
    for (const Token& token : words_in(text)) out.push_back(plain_words(text.substr(token.begin, token.end - token.begin)));
    return out;
}

// Thousands of paragraphs fail in few ways: each part that something went wrong with is shown once, with the first paragraph.
class Faults {
public:
    void add(std::string_view part, const Made& made) {
        const auto [at, fresh] = found_.try_emplace(plain_words(part));
        ++at->second.first;
        ++count_;
        if (fresh) at->second.second = "[" + std::string(made.language) + "] " + made.text;
    }
    std::size_t count() const { return count_; }
    std::string shown() const {
        std::vector<std::pair<std::string, std::pair<std::size_t, std::string>>> all(found_.begin(), found_.end());
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second.first > b.second.first; });
        std::string out;
        for (std::size_t i = 0; i < all.size() && i < kShown; ++i)
            out += std::to_string(all[i].second.first) + " × «" + all[i].first + "»: " + all[i].second.second + "\n";
        return out;
    }

private:
    static constexpr std::size_t kShown = 30;
    std::map<std::string, std::pair<std::size_t, std::string>> found_;
    std::size_t count_ = 0;
};

void check_none(std::string_view what, const Faults& faults) {
    INFO(what << ":\n" << faults.shown());
    CHECK(faults.count() == 0);
}

// A word that is lost is seen by whoever reads the page, and so a few are borne: unmarked speech with a verb that no list knows, and the like. They may not
// become more.
constexpr std::size_t kMaxLost = 40;  // of the parts of 20,000 paragraphs

void check_few(std::string_view what, const Faults& faults, std::size_t most) {
    INFO(what << ":\n" << faults.shown());
    CHECK(faults.count() <= most);
}

struct Findings {
    Faults not_said;       // stands as said, and was not
    Faults wrong_speaker;  // stands as said by somebody else
    Faults lost;           // was said, and is neither read nor asked about
};

// "Alm" is Karin Alm.
bool is_called(const Named& who, std::string_view name) {
    return who.name == name || (!name.empty() && who.name.ends_with(" " + std::string(name)));
}

// `before`: the name of whoever speaks before in the paragraph, whom "hon" means.
bool is_right_speaker(const Utterance& utterance, const std::string& before, const Made& made, const Named& who, bool asked) {
    const Attribution& by = utterance.attribution;
    if (!by.role.empty() && made.attributions().find(by.role) == std::string::npos) return false;  // made of words that were said
    if (!who.second.empty())
        return by.several && by.name.find(who.name) != std::string::npos && by.name.find(who.second) != std::string::npos;
    if (by.several) return false;
    if (!by.party.empty() && by.party != who.party) return false;
    if (by.pronoun) return is_called(who, utterance.subject.name.empty() ? before : utterance.subject.name);
    // Words without a name go to whoever spoke in the paragraph before. Those of somebody who is named here must not, unless a role stands in the place of the
    // name and the writer is asked.
    return is_called(who, by.name) || (by.name.empty() && by.present() && asked);
}

void compare(const Made& made, const Reading& reading, Findings& found) {
    const std::vector<Token> words = words_in(made.text);
    std::set<std::uint32_t> read;  // where the words begin that stand as said
    std::string before;
    for (const Utterance& utterance : reading.utterances) {
        for (const Piece& piece : utterance.pieces) {
            if (piece.kind != Piece::Kind::said) continue;
            const Part *not_said = nullptr, *wrong = nullptr;
            for (const Token& word : words) {
                if (word.begin < piece.begin || word.begin >= piece.end) continue;
                read.insert(word.begin);
                const Part& part = made.part_at(word.begin);
                if (part.truth != Truth::said) {
                    if (not_said != &part) found.not_said.add(made.text_of(part), made);
                    not_said = &part;
                } else if (wrong != &part &&
                           !is_right_speaker(utterance, before, made, made.speakers[part.who], reading.question.has_value())) {
                    const Attribution& by = utterance.attribution;
                    found.wrong_speaker.add(by.present() ? by.role + "|" + by.name + "|" + by.party : "nobody", made);
                    wrong = &part;
                }
            }
        }
        if (!utterance.attribution.name.empty()) before = utterance.attribution.name;
    }
    // Exempt is what people do not write, and an unmarked continuation after a whole clause ("…, säger Karin Alm, redan i höst."): nothing shows whose it is, and
    // an attribution reaches to the end of its sentence.
    if (reading.question || !made.usual) return;
    const Part* lost = nullptr;
    for (const Token& word : words) {
        const Part& part = made.part_at(word.begin);
        if (part.truth != Truth::said || part.may_be_lost || read.contains(word.begin) || lost == &part) continue;
        found.lost.add(made.text_of(part), made);
        lost = &part;
    }
}

std::vector<Made> make_paragraphs(unsigned seed, std::size_t swedish, std::size_t others) {
    std::mt19937 random(seed);
    std::vector<Made> all;
    for (const LanguageParts& parts : language_parts()) {
        Maker maker(parts, random);
        for (std::size_t n = parts.language == "sv" ? swedish : others; n > 0; --n) all.push_back(maker.make());
    }
    return all;
}

// Those who speak, as people.yaml knows them.
Keyed<Person> people_of(const LanguageParts& parts) {
    Keyed<Person> people;
    const auto somewhere = [](std::string_view text) { return Text(std::string(text), {0, 0, 0}); };
    for (const PersonParts& each : parts.people) {
        Person person;
        person.name = somewhere(each.name);
        person.pronoun = somewhere(each.she);
        people.emplace_back(somewhere("person-" + std::to_string(people.size())), std::move(person));
    }
    return people;
}

// Every word of the text lies in one piece, and in one only; what each says is the words of their said pieces, in order.
void check_nothing_is_lost(std::string_view text, const Reading& reading) {
    INFO(text);
    std::size_t in_pieces = 0, said = 0, said_by_somebody = 0;
    std::uint32_t end = 0;
    for (const Piece& piece : reading.pieces) {
        const auto own = words_of(text.substr(piece.begin, piece.end - piece.begin)).size();
        in_pieces += own;
        if (piece.kind == Piece::Kind::said) said += own;
        CHECK(end <= piece.begin);
        CHECK(piece.begin < piece.end);
        end = piece.end;
    }
    CHECK(end <= text.size());
    if (!reading.pieces.empty()) CHECK(in_pieces == words_of(text).size());
    for (const Utterance& utterance : reading.utterances) {
        std::vector<std::string> own;
        for (const Piece& piece : utterance.pieces) {
            CHECK(std::find(reading.pieces.begin(), reading.pieces.end(), piece) != reading.pieces.end());
            if (piece.kind != Piece::Kind::said) continue;
            const auto words = words_of(text.substr(piece.begin, piece.end - piece.begin));
            own.insert(own.end(), words.begin(), words.end());
        }
        CHECK(words_of(utterance.words) == own);
        said_by_somebody += own.size();
    }
    CHECK(said_by_somebody == said);
}

}  // namespace

TEST_CASE("nothing is published as said whose truth is another") {
    const std::vector<Made> paragraphs = make_paragraphs(20240507, 12000, 2000);
    REQUIRE(paragraphs.size() == 20000);
    Findings found;
    std::size_t asked = 0;
    for (const Made& made : paragraphs) {
        const Reading reading = read_paragraph(made.text, made.language, made.line_ends);
        compare(made, reading, found);
        asked += reading.question.has_value() ? 1 : 0;
    }
    check_none("stands as said, and was not", found.not_said);
    check_none("stands as said by somebody else", found.wrong_speaker);
    check_few("was said, and is neither read nor asked about", found.lost, kMaxLost);
    // Who asks about everything is never wrong, and of no use.
    CHECK(asked < paragraphs.size() / 3);
}

TEST_CASE("speech that goes on in the sentence of its attribution is read or asked about, never lost") {
    for (const LanguageParts& parts : language_parts()) {
        const std::string verb(parts.verbs.front()), name(parts.people.front().name), role(parts.roles_after.front());
        const std::string speakers[] = {name,
                                        std::string(parts.roles_before.front()) + " " + name + std::string(parts.parties.front().text),
                                        name + ", " + role,
                                        name + std::string(parts.parties.front().text) + ", " + role,
                                        std::string(parts.people.front().she),
                                        name + std::string(parts.tails.front())};
        std::vector<Split> splits = parts.halves;
        for (const std::string_view first : {parts.own.front(), parts.plain.front(), parts.plain[1]}) {
            for (const std::string_view then : parts.goes_on) splits.push_back({first, then});
        }
        for (const Split& split : splits) {
            for (const std::string& speaker : speakers) {
                const std::string first(split.first), then(split.then), by = verb + " " + speaker;
                std::vector<std::string> texts = {"– " + first + ", " + by + ", " + then + ".",
                                                  "– " + first + " – " + by + " – " + then + ".",
                                                  "– " + std::string(parts.exclamations.front()) + "! " + first + ", " + by + ", " + then +
                                                      ". " + std::string(parts.own.front()) + "."};
                for (const auto& [open, close] : parts.marks) {
                    texts.push_back(std::string(open) + first + std::string(close) + ", " + by + ", " + std::string(open) + then + "." +
                                    std::string(close));
                }
                for (const std::string& text : texts) {
                    INFO(parts.language << " " << text);
                    const Reading reading = read_paragraph(text, parts.language);
                    std::string said;
                    for (const Utterance& utterance : reading.utterances) said += " " + utterance.words;
                    const bool read = said.find(first) != std::string::npos && said.find(then) != std::string::npos;
                    const bool read_or_asked = read || reading.question.has_value();
                    CHECK(read_or_asked);
                    CHECK(said.find(verb) == std::string::npos);
                }
            }
        }
    }
}

TEST_CASE("whatever a paragraph holds, each of its words lies in one piece, and what is said is said once") {
    static constexpr std::string_view kParts[] = {"säger ", ", ",         "Karin Alm ", "(C)",        ". ",   "och ",    "kommunalrådet ",
                                                  "hon ",   "? ",         ": ",         "i ",         "att ", "… ",      "says ",
                                                  "\u00AD", "\u00A0",     "å",          "(",          ")",    "10–13",   "sex år ",
                                                  " – ",    "skrattar ",  "pekar ",     "när ",       "som ", "enligt ", "Ekinge kommun ",
                                                  "Lova ",  "I dag ",     "bygger vi ", "ska ",       "”",    "“",       "\"",
                                                  "» ",     "«",          "Foto: ",     "Det säger ", "Hon ", "! ",      "/",
                                                  "; ",     "Leif Holm ", "‘"};
    std::mt19937 random(11);
    for (int round = 0; round < 3000; ++round) {
        std::string text = random() % 3 == 0 ? "Ja" : random() % 2 == 0 ? "– Ja" : "”Ja";
        for (std::size_t n = random() % 24; n > 0; --n) text += kParts[random() % std::size(kParts)];
        check_nothing_is_lost(text, read_paragraph(text, language_parts()[random() % language_parts().size()].language));
    }
    for (const Made& made : make_paragraphs(5, 1500, 200))
        check_nothing_is_lost(made.text, read_paragraph(made.text, made.language, made.line_ends));
}

TEST_CASE("the statements of a body are what was said in it, each word once, by those who said it") {
    Faults not_said, wrong_speaker, twice;
    for (const LanguageParts& parts : language_parts()) {
        std::mt19937 random(3);
        Maker maker(parts, random);
        std::map<std::string, Made> made_of;
        std::string file;
        for (int n = 0; n < 200; ++n) {
            Made made = maker.make();
            if (!made.line_ends.empty() || made.text.starts_with('-'))
                continue;  // a hyphen for a talstreck is reported when the file is read
            file += made.text + "\n\nText mellan.\n\n";
            std::string text = made.text;
            made_of.emplace(std::move(text), std::move(made));
        }
        const auto end = static_cast<std::uint32_t>(file.size());
        Sources sources;
        sources.add("posts/2024/05/inlagg.md", std::move(file));
        Diagnostics faults, diagnostics;
        PostDocument post;
        post.body = read_markdown(sources, {0, 0, end}, faults);
        REQUIRE(faults.empty());
        const std::vector<Statement> statements =
            link_statements(post, people_of(parts), *parse_iso_date("2024-05-02"), parts.language, diagnostics);
        CHECK(statements.size() >= made_of.size() / 3);
        std::set<std::pair<std::uint32_t, std::uint32_t>> said;  // node and byte of each word
        for (const Statement& statement : statements) {
            REQUIRE(statement.node != kNone);
            const std::string text = plain_text(post.body, statement.node);
            INFO(parts.language << " " << text);
            REQUIRE(made_of.contains(text));
            const Made& made = made_of.at(text);
            std::vector<std::string> words;
            for (const Piece& piece : statement.pieces) {
                REQUIRE(piece.end <= text.size());
                if (piece.kind != Piece::Kind::said) continue;
                const std::string_view own = std::string_view(text).substr(piece.begin, piece.end - piece.begin);
                const Part *fault = nullptr, *doubled = nullptr;
                for (const Token& word : words_in(own)) {
                    words.push_back(plain_words(own.substr(word.begin, word.end - word.begin)));
                    const Part& part = made.part_at(piece.begin + word.begin);
                    if (!said.insert({statement.node, piece.begin + word.begin}).second && std::exchange(doubled, &part) != &part)
                        twice.add(made.text_of(part), made);
                    const std::string& name = made.speakers[part.who].name;
                    const bool wrong = !name.empty() && name != statement.speaker.name;
                    if ((part.truth == Truth::said && !wrong) || std::exchange(fault, &part) == &part) continue;
                    if (part.truth != Truth::said) not_said.add(made.text_of(part), made);
                    else wrong_speaker.add(statement.speaker.name, made);
                }
            }
            CHECK(words_of(statement.words) == words);
        }
    }
    check_none("stands as said, and was not", not_said);
    check_none("stands as said by somebody else", wrong_speaker);
    check_none("stands twice", twice);
}

TEST_CASE("a paragraph without words is nobody's") {
    for (const std::string_view text :
         {"", " ", "\u00AD", "\u00A0", "–", "–\u00A0", "”", "“”", "‘", "'", ".", ". ", ", ", "(", "/", "– ”", "–.", "…"}) {
        INFO("[" << text << "]");
        for (const LanguageParts& parts : language_parts()) CHECK(read_paragraph(text, parts.language).utterances.empty());
        CHECK(read_paragraph(text, "de").utterances.empty());
    }
}
