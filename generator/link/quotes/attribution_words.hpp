#pragma once
// The words by which an attribution is known, one row per language.
//
// Verbs are looked up as they stand (lower case, finite forms). All lists are looked up one word at a time; nothing here
// decides, that is for link/quotes/attributions.cpp. A new language is one row.

#include "link/quotes/word_lists.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace pressrum {

struct AttributionWords {
    std::string_view language;  // primary subtag of BCP 47
    bool speaker_before_verb;   // "…, Karin Alm says." as well as "…, says Karin Alm."
    FilteredList<SayingVerb> verbs;
    WordList pronouns;      // the last speaker
    WordList prepositions;  // inside a role, and at the beginning of what follows the speaker
    WordList tails;         // further words that may follow the speaker: "säger hon vidare"
    WordList and_words;
    WordList that_words;    // "säger N.N. att …" is indirect speech, not an attribution
    WordList no_speakers;   // never begin a role: "säger vi", and what resumes a sentence
    WordList role_words;    // whole words that are the head of a role
    EndingList role_endings;  // endings of words that are the head of a role: "bibliotekschefen"
    WordList occasions;     // "i ett pressmeddelande": belongs to the attribution
    WordList openers;       // "Så här säger N.N.:": before the verb of an introduction
    WordList adverbs;       // begin a sentence whose verb comes next: "Nu bygger vi"
};

namespace attribution_words {

using W = std::string_view;
using V = SayingVerb;

// Swedish
inline constexpr V kSvVerbs[] = {
    {"säger"},         {"sade"},           {"sa"},           {"menar"},         {"menade"},         {"berättar"},      {"berättade"},
    {"förklarar"},     {"förklarade"},     {"konstaterar"},  {"konstaterade"},  {"framhåller"},     {"framhöll"},      {"betonar"},
    {"betonade"},      {"tycker"},         {"tyckte"},       {"tror"},          {"trodde"},         {"hoppas"},        {"hoppades"},
    {"avslutar"},      {"avslutade"},      {"fortsätter"},   {"fortsatte"},     {"understryker"},   {"underströk"},    {"uppger"},
    {"uppgav"},        {"skriver"},        {"skrev"},        {"tillägger"},     {"tillade"},        {"poängterar"},    {"poängterade"},
    {"påpekar"},       {"påpekade"},       {"påminner"},     {"påminde"},       {"frågar"},         {"frågade"},       {"svarar"},
    {"svarade"},       {"undrar"},         {"undrade"},      {"anser"},         {"ansåg"},          {"hävdar"},        {"hävdade"},
    {"uppmanar"},      {"uppmanade"},      {"utropar"},      {"ropar"},         {"ropade"},         {"lovar"},         {"lovade"},
    {"medger"},        {"medgav"},         {"erkänner"},     {"erkände"},       {"bekräftar"},      {"bekräftade"},    {"beskriver"},
    {"beskrev"},       {"kommenterar"},    {"kommenterade"}, {"sammanfattar"},  {"sammanfattade"},  {"summerar"},      {"summerade"},
    {"inleder"},       {"inledde"},        {"resonerar"},    {"resonerade"},    {"bedömer"},        {"bedömde"},       {"varnar"},
    {"varnade"},       {"meddelar"},       {"meddelade"},    {"hälsar"},        {"hälsade"},        {"skrattar"},      {"skrattade"},
    {"ler"},           {"suckar"},         {"suckade"},      {"skämtar"},       {"minns"},          {"mindes"},        {"funderar"},
    {"funderade"},     {"intygar"},        {"intygade"},     {"försäkrar"},     {"försäkrade"},     {"reflekterar"},   {"exemplifierar"},
    {"utvecklar"},     {"fastslår"},       {"fastslog"},     {"instämmer"},     {"instämde"},       {"invänder"},      {"invände"},
    {"noterar"},       {"noterade"},       {"upplyser"},     {"upplyste"},      {"informerar"},     {"informerade"},   {"rapporterar"},
    {"tipsar"},        {"tipsade"},        {"vädjar"},       {"vädjade"},       {"manar"},          {"manade"},        {"önskar"},
    {"önskade"},       {"jublar"},         {"jublade"},      {"gläds"},         {"gladdes"},        {"muttrar"},       {"muttrade"},
    {"skrockar"},      {"skrockade"},      {"försvarar"},    {"försvarade"},    {"kvittrar"},       {"mullrar"},       {"viskar"},
    {"viskade"},       {"mumlar"},         {"deklarerar"},   {"deklarerade"},   {"proklamerar"},    {"förkunnar"},     {"vittnar"},
    {"vittnade"},      {"resumerar"},      {"anmärker"},     {"inskärper"},     {"replikerar"},     {"kontrar"},       {"kontrade"},
    {"protesterar"},   {"protesterade"},   {"tipsar"},       {"råder"},         {"kommenderar"},    {"ber"},           {"bad"},
    {"nickar"},        {"fnissar"},        {"grymtar"},      {"pekar", "ut"},   {"lyfter", "fram"}, {"lyfte", "fram"}, {"tänker"},
    {"tänkte"},        {"fastställer"},    {"tillstår"},     {"skjuter", "in"}, {"sköt", "in"},     {"delger"},        {"redogör"},
    {"uttrycker"},     {"konkluderar"},    {"spår"},         {"spådde"},        {"siar"},           {"svär"},          {"retas"},
    {"berömmer"},      {"konstaterat"},    {"välkomnar"},    {"välkomnade"},    {"lyder"},          {"utbrister"},     {"utbrast"},
    {"förtydligar"},   {"förtydligade"},   {"garanterar"},   {"garanterade"},   {"föreslår"},       {"föreslog"},      {"beklagar"},
    {"beklagade"},     {"ursäktar"},       {"tackar"},       {"tackade"},       {"slutar"},         {"filosoferar"},   {"slår", "fast"},
    {"slog", "fast"},  {"lägger", "till"}, {"lade", "till"}, {"la", "till"},    {"fyller", "i"},    {"fyllde", "i"},   {"flikar", "in"},
    {"skjuter", "in"}, {"håller", "med"},  {"höll", "med"},  {"går", "på"}};
inline constexpr W kSvPronouns[] = {"hon", "han", "hen"};
inline constexpr W kSvPrepositions[] = {"i",   "på", "för",   "vid",   "hos",     "av", "till", "med",   "från",  "inom",   "under", "över",
                                        "mot", "om", "efter", "inför", "utanför", "åt", "ur",   "kring", "bland", "mellan", "innan"};
inline constexpr W kSvTails[] = {"och",   "samt",    "när",      "medan",     "då",         "där",    "som",    "vidare", "också",
                                 "även",  "själv",   "dessutom", "samtidigt", "sedan",      "igen",   "nu",     "idag",   "fast",
                                 "glatt", "bestämt", "nöjt",     "stolt",     "allvarligt", "ivrigt", "belåtet"};
inline constexpr W kSvAnd[] = {"och", "samt"};
inline constexpr W kSvThat[] = {"att"};
inline constexpr W kSvNoSpeakers[] = {
    "vi",     "jag",    "du",       "ni",     "man",   "det",   "de",     "dom",  "dem",   "oss",    "mig",    "dig",   "er",   "alla",
    "allt",   "ingen",  "inget",    "inga",   "inte",  "nej",   "ja",     "jo",   "stopp", "så",     "att",    "men",   "och",  "eller",
    "utan",   "för",    "eftersom", "därför", "om",    "när",   "där",    "här",  "då",    "nu",     "som",    "vad",   "vem",  "hur",
    "varför", "vilket", "vilka",    "i",      "på",    "till",  "från",   "med",  "av",    "vid",    "inom",   "under", "över", "mot",
    "efter",  "inför",  "sedan",    "många",  "flera", "några", "någon",  "ett",  "en",    "denna",  "detta",  "dessa", "min",  "mitt",
    "mina",   "vår",    "vårt",     "våra",   "deras", "hans",  "hennes", "sin",  "sitt",  "sina",   "är",     "var",   "blir", "har",
    "ska",    "kan",    "vill",     "får",    "måste", "bara",  "också",  "även", "ännu",  "kanske", "annars", "folk"};
inline constexpr W kSvRoleWords[] = {
    "vd",          "vd:n",       "ägare",     "ägaren",     "elev",        "eleven",   "polis",     "polisen", "student",
    "studenten",   "far",        "mor",       "mamma",      "pappa",       "förälder", "kock",      "kocken",  "präst",
    "prästen",     "ombud",      "ombudet",   "grundare",   "grundaren",   "talman",   "talmannen", "boende",  "vice",
    "statsråd",    "statsrådet", "presschef", "förvaltare", "vaktmästare", "biskop",   "biskopen",  "eldsjäl", "granne",
    "dotter",      "son",        "syster",    "bror",       "farmor",      "farfar",   "mormor",    "morfar",  "pensionär",
    "pensionären", "anhörig",    "kapten",    "kaptenen",   "målvakt",     "verksam",  "bosatt"};
inline constexpr W kSvRoleEndings[] = {
    "alråd", "alrådet", "alråden", "onsråd", "onsrådet", "onsråden", "onråd", "onrådet", "arråd", "arrådet", "nsråd", "nsrådet",
    "chef", "chefen", "chefer", "cheferna", "direktör", "direktören", "ordförande", "ordföranden", "ledare", "ledaren",
    "samordnare", "samordnaren", "ansvarig", "ansvariga", "ansvarige", "strateg", "strategen", "handläggare", "handläggaren",
    "sekreterare", "sekreteraren", "ingenjör", "ingenjören", "rektor", "rektorn", "lärare", "läraren", "pedagog", "pedagogen",
    "skötare", "skötaren", "läkare", "läkaren", "sköterska", "sköterskan", "talesperson", "talespersonen", "talesman", "befäl",
    "befälet", "föreståndare", "föreståndaren", "utredare", "utredaren", "arkitekt", "arkitekten", "antikvarie", "antikvarien",
    "bibliotekarie", "bibliotekarien", "kommissarie", "kommissarien", "inspektör", "inspektören", "konsulent", "konsulenten",
    "koordinator", "koordinatorn", "planerare", "planeraren", "assistent", "assistenten", "controller", "jurist", "juristen",
    "ekonom", "ekonomen", "biolog", "biologen", "ekolog", "ekologen", "forskare", "forskaren", "professor", "professorn",
    "doktorand", "minister", "ministern", "hövding", "hövdingen", "mästare", "mästaren", "tränare", "tränaren", "spelare",
    "kurator", "kuratorn", "psykolog", "psykologen", "terapeut", "konstnär", "konstnären", "producent", "producenten", "redaktör",
    "redaktören", "kommunikatör", "kommunikatören", "utvecklare", "utvecklaren", "rådgivare", "rådgivaren", "vägledare", "ledamot",
    "ledamoten", "ersättare", "representant", "representanten", "företrädare", "företrädaren", "entreprenör", "entreprenören",
    "tekniker", "teknikern", "meteorolog", "geolog", "hydrolog", "revisor", "revisorn", "initiativtagare", "initiativtagaren",
    "medarbetare", "medarbetaren", "vårdare", "vårdaren", "brandman", "brandmannen", "ombudsman", "ombudsmannen", "politiker",
    "politikern", "expert", "experten", "specialist", "specialisten", "analytiker", "kassör", "kassören", "intendent",
    "intendenten", "kurschef", "invånare", "barnmorska", "veterinär", "veterinären", "förare", "föraren", "odlare", "lantbrukare",
    "företagare", "företagaren", "arrangör", "arrangören", "volontär", "generalsekreterare", "tagare", "tagaren", "besökare",
    "besökaren", "vinnare", "vinnaren", "konsult", "konsulten", "snickare", "snickaren", "havare", "elev", "eleven", "konservator",
    "fiskare", "fiskaren", "coach", "coachen"};
inline constexpr W kSvOccasions[] = {
    "pressmeddelande", "pressmeddelandet", "uttalande", "uttalandet", "kommentar", "kommentaren", "pressträff", "pressträffen",
    "presskonferens", "presskonferensen", "mejl", "mejlet", "intervju", "intervjun", "inlägg", "tal", "mötet"};
inline constexpr W kSvOpeners[] = {"så här", "så"};
inline constexpr W kSvAdverbs[] = {"nu",       "då",       "här",        "där",          "idag",     "imorgon",    "därför",
                                   "därmed",   "dessutom", "samtidigt",  "sedan",        "ibland",   "ofta",       "sakta",
                                   "snart",    "tyvärr",   "självklart", "naturligtvis", "givetvis", "äntligen",   "först",
                                   "framöver", "numera",   "däremot",    "ändå",         "så",       "tillsammans"};

// Danish
inline constexpr V kDaVerbs[] = {
    {"siger"},       {"sagde"},       {"mener"},        {"mente"},        {"fortæller"},     {"fortalte"},   {"forklarer"},
    {"forklarede"},  {"konstaterer"}, {"konstaterede"}, {"understreger"}, {"understregede"}, {"pointerer"},  {"pointerede"},
    {"påpeger"},     {"påpegede"},    {"tilføjer"},     {"tilføjede"},    {"udtaler"},       {"udtalte"},    {"oplyser"},
    {"oplyste"},     {"skriver"},     {"skrev"},        {"synes"},        {"syntes"},        {"tror"},       {"troede"},
    {"håber"},       {"håbede"},      {"fortsætter"},   {"fortsatte"},    {"afslutter"},     {"afsluttede"}, {"slutter"},
    {"sluttede"},    {"fremhæver"},   {"fremhævede"},   {"spørger"},      {"spurgte"},       {"svarer"},     {"svarede"},
    {"vurderer"},    {"vurderede"},   {"fastslår"},     {"fastslog"},     {"bekræfter"},     {"bekræftede"}, {"opfordrer"},
    {"opfordrede"},  {"lover"},       {"lovede"},       {"advarer"},      {"advarede"},      {"erkender"},   {"erkendte"},
    {"indrømmer"},   {"indrømmede"},  {"betoner"},      {"betonede"},     {"beretter"},      {"berettede"},  {"hævder"},
    {"hævdede"},     {"meddeler"},    {"meddelte"},     {"uddyber"},      {"uddybede"},      {"supplerer"},  {"glæder"},
    {"lyder"},       {"griner"},      {"smiler"},       {"sukker"},       {"forsikrer"},     {"forsikrede"}, {"anfører"},
    {"anførte"},     {"råber"},       {"udbryder"},     {"udbrød"},       {"mindes"},        {"roser"},      {"takker"},
    {"konkluderer"}, {"replicerer"},  {"svarer"},       {"slår", "fast"}, {"slog", "fast"}};
inline constexpr W kDaPronouns[] = {"hun", "han", "hen"};
inline constexpr W kDaPrepositions[] = {"i",   "på",    "for",   "ved",  "hos", "af", "til",  "med",
                                        "fra", "inden", "under", "over", "mod", "om", "efter"};
inline constexpr W kDaTails[] = {"og", "samt", "da", "når", "mens", "hvor", "som", "videre", "også", "selv", "desuden", "samtidig", "fast"};
inline constexpr W kDaAnd[] = {"og", "samt"};
inline constexpr W kDaThat[] = {"at"};
inline constexpr W kDaNoSpeakers[] = {"vi",   "jeg",   "du",      "i",      "man",   "det",    "de",   "dem", "os",  "mig",
                                      "alle", "alt",   "ingen",   "intet",  "ikke",  "nej",    "ja",   "så",  "at",  "men",
                                      "og",   "eller", "uden",    "for",    "fordi", "derfor", "hvis", "når", "da",  "nu",
                                      "som",  "hvad",  "hvordan", "på",     "til",   "fra",    "med",  "af",  "ved", "en",
                                      "et",   "er",    "var",     "bliver", "har",   "skal",   "kan",  "vil", "må",  "mange"};
inline constexpr W kDaRoleWords[] = {"direktør", "direktøren", "ejer", "beboer", "elev", "rektor", "rektoren", "forperson", "rådmand"};
inline constexpr W kDaRoleEndings[] = {"borgmester",  "borgmesteren", "formand",    "formanden", "forperson", "forpersonen",   "chef",
                                       "chefen",      "direktør",     "direktøren", "leder",     "lederen",   "ordfører",      "ordføreren",
                                       "konsulent",   "konsulenten",  "lærer",      "læreren",   "medlem",    "minister",      "ministeren",
                                       "koordinator", "ingeniør",     "rådmand",    "rådmanden", "politiker", "forsker",       "ansvarlig",
                                       "talsmand",    "talsperson",   "sekretær",   "inspektør", "pædagog",   "sygeplejerske", "læge",
                                       "assistent",   "assistenten"};
inline constexpr W kDaOccasions[] = {"pressemeddelelse", "udtalelse", "kommentar", "pressemøde", "pressemødet", "mail", "interview"};
inline constexpr W kDaOpeners[] = {"sådan", "således"};
inline constexpr W kDaAdverbs[] = {"nu",    "da",       "her",          "der",         "derfor",  "dermed", "desuden",  "samtidig",
                                   "snart", "desværre", "selvfølgelig", "naturligvis", "endelig", "først",  "fremover", "alligevel"};

// Norwegian, both written forms
inline constexpr V kNoVerbs[] = {{"sier"},          {"sa"},           {"mener"},       {"mente"},       {"forteller"},    {"fortalte"},
                                 {"forklarer"},     {"forklarte"},    {"konstaterer"}, {"konstaterte"}, {"understreker"}, {"understreket"},
                                 {"poengterer"},    {"poengterte"},   {"påpeker"},     {"påpekte"},     {"tilføyer"},     {"tilføyde"},
                                 {"uttaler"},       {"uttalte"},      {"opplyser"},    {"opplyste"},    {"skriver"},      {"skrev"},
                                 {"synes"},         {"syntes"},       {"tror"},        {"trodde"},      {"håper"},        {"håpet"},
                                 {"fortsetter"},    {"fortsatte"},    {"avslutter"},   {"avsluttet"},   {"fremhever"},    {"fremhevet"},
                                 {"framhever"},     {"framhevet"},    {"spør"},        {"spurte"},      {"svarer"},       {"svarte"},
                                 {"bekrefter"},     {"bekreftet"},    {"vurderer"},    {"fastslår"},    {"fastslo"},      {"oppfordrer"},
                                 {"oppfordret"},    {"lover"},        {"lovet"},       {"advarer"},     {"advarte"},      {"erkjenner"},
                                 {"erkjente"},      {"innrømmer"},    {"innrømmet"},   {"betoner"},     {"betonte"},      {"hevder"},
                                 {"hevdet"},        {"melder"},       {"meldte"},      {"utdyper"},     {"utdypet"},      {"ler"},
                                 {"smiler"},        {"sukker"},       {"forsikrer"},   {"utbryter"},    {"utbrøt"},       {"minnes"},
                                 {"roser"},         {"takker"},       {"konkluderer"}, {"humrer"},      {"røper"},        {"smilar"},
                                 {"skyter", "inn"}, {"skjøt", "inn"}, {"anfører"},     {"spøker"},      {"fleiper"},      {"legger", "til"},
                                 {"la", "til"},     {"slår", "fast"}, {"slo", "fast"}, {"seier"},       {"meiner"},       {"konstaterar"},
                                 {"vedgår"},        {"meinte"},       {"fortel"},      {"fortalde"},    {"forklarar"},    {"understrekar"},
                                 {"understreka"},   {"påpeikar"},     {"uttalar"},     {"skriv"},       {"skreiv"},       {"synest"},
                                 {"trur"},          {"trudde"},       {"håpar"},       {"håpa"},        {"fortset"},      {"avsluttar"},
                                 {"avslutta"},      {"framhevar"},    {"spurde"},      {"svarar"},      {"stadfestar"},   {"stadfesta"},
                                 {"oppmodar"},      {"lovar"},        {"legg", "til"}, {"held", "fram"}};
inline constexpr W kNoPronouns[] = {"hun", "han", "hen", "ho"};
inline constexpr W kNoPrepositions[] = {"i",   "på",    "for",   "ved",   "hos",  "av",  "til", "med",  "fra",
                                        "frå", "innen", "innan", "under", "over", "mot", "om",  "etter"};
inline constexpr W kNoTails[] = {"og",     "samt",   "da",   "då",   "når",   "mens",     "medan",    "der",  "som",
                                 "videre", "vidare", "også", "selv", "sjølv", "dessuten", "samtidig", "fast", "fram"};
inline constexpr W kNoAnd[] = {"og", "samt"};
inline constexpr W kNoThat[] = {"at"};
inline constexpr W kNoNoSpeakers[] = {"vi",    "me",   "jeg",     "eg",    "du",    "dere",   "de",   "dei", "man", "det", "dem",  "oss",
                                      "meg",   "alle", "alt",     "ingen", "ikke",  "ikkje",  "nei",  "ja",  "så",  "at",  "men",  "og",
                                      "eller", "uten", "utan",    "for",   "fordi", "derfor", "hvis", "om",  "når", "da",  "nå",   "no",
                                      "som",   "hva",  "hvordan", "på",    "til",   "fra",    "med",  "av",  "ved", "i",   "en",   "et",
                                      "ein",   "eit",  "er",      "var",   "blir",  "har",    "skal", "kan", "vil", "må",  "mange"};
inline constexpr W kNoRoleWords[] = {"eier", "beboer", "innbygger", "elev", "rektor", "varaordfører", "politimester"};
inline constexpr W kNoRoleEndings[] = {"ordfører",     "ordføreren", "ordførar", "ordføraren", "sjef",       "sjefen",      "direktør",
                                       "direktøren",   "leder",      "lederen",  "leiar",      "leiaren",    "rådmann",     "rådmannen",
                                       "byråd",        "byråden",    "rådgiver", "rådgiveren", "rådgivar",   "rektor",      "rektoren",
                                       "lærer",        "læreren",    "lærar",    "minister",   "ministeren", "koordinator", "ingeniør",
                                       "representant", "talsperson", "forsker",  "forskar",    "politiker",  "ansvarlig",   "sekretær",
                                       "sykepleier",   "lege",       "medlem",   "assistent",  "assistenten"};
inline constexpr W kNoOccasions[] = {"pressemelding", "pressemeldinga",   "pressemeldingen", "uttalelse", "uttale",
                                     "kommentar",     "pressekonferanse", "e-post",          "intervju"};
inline constexpr W kNoOpeners[] = {"slik", "så"};
inline constexpr W kNoAdverbs[] = {"nå",           "no",          "da",       "då",       "her",      "der",
                                   "derfor",       "dermed",      "dessuten", "samtidig", "snart",    "dessverre",
                                   "selvfølgelig", "naturligvis", "endelig",  "først",    "framover", "likevel"};

// Finnish
inline constexpr V kFiVerbs[] = {
    {"sanoo"},      {"sanoi"},      {"kertoo"},    {"kertoi"},    {"sanovat"},   {"kertovat"},  {"toteavat"},   {"toteaa"},
    {"totesi"},     {"selittää"},   {"selitti"},   {"korostaa"},  {"korosti"},   {"painottaa"}, {"painotti"},   {"uskoo"},
    {"uskoi"},      {"toivoo"},     {"toivoi"},    {"arvioi"},    {"jatkaa"},    {"jatkoi"},    {"lisää"},      {"lisäsi"},
    {"kirjoittaa"}, {"kirjoitti"},  {"kysyy"},     {"kysyi"},     {"vastaa"},    {"vastasi"},   {"muistuttaa"}, {"muistutti"},
    {"huomauttaa"}, {"huomautti"},  {"kiittää"},   {"kiitti"},    {"kiteyttää"}, {"kiteytti"},  {"päättää"},    {"päätti"},
    {"vahvistaa"},  {"vahvisti"},   {"pohtii"},    {"pohti"},     {"kuvailee"},  {"kuvaili"},   {"kuvaa"},      {"ilmoittaa"},
    {"ilmoitti"},   {"vakuuttaa"},  {"vakuutti"},  {"iloitsee"},  {"iloitsi"},   {"katsoo"},    {"katsoi"},     {"arvelee"},
    {"arveli"},     {"myöntää"},    {"myönsi"},    {"ehdottaa"},  {"linjaa"},    {"tiivistää"}, {"tiivisti"},   {"mainitsee"},
    {"mainitsi"},   {"luettelee"},  {"summaa"},    {"lupaa"},     {"lupasi"},    {"varoittaa"}, {"varoitti"},   {"kehottaa"},
    {"kehotti"},    {"alleviivaa"}, {"täsmentää"}, {"täydentää"}, {"miettii"},   {"mietti"},    {"ihmettelee"}, {"naurahtaa"},
    {"naurahti"},   {"muistelee"},  {"muisteli"},  {"huokaa"},    {"huokaisi"},  {"tuumaa"},    {"tuumasi"},    {"huudahtaa"},
    {"huudahti"},   {"perustelee"}, {"perusteli"}, {"kommentoi"}, {"tarkentaa"}, {"tarkensi"},  {"hehkuttaa"},  {"esittää"},
    {"vinkkaa"},    {"pahoittelee"}};
inline constexpr W kFiPronouns[] = {"hän"};
inline constexpr W kFiPrepositions[] = {"ennen", "jälkeen", "ilman"};
inline constexpr W kFiTails[] = {
    "ja",   "sekä", "kun", "samalla", "myös", "itse", "lisäksi", "lopuksi", "tiedotteessa", "tiedotustilaisuudessa", "haastattelussa",
    "jossa"};
inline constexpr W kFiAnd[] = {"ja", "sekä"};
inline constexpr W kFiThat[] = {"että"};
inline constexpr W kFiNoSpeakers[] = {"me",    "minä",  "sinä", "te",   "he",    "se",    "ne",  "kaikki", "ei",   "en",   "emme", "kyllä",
                                      "että",  "mutta", "ja",   "tai",  "sekä",  "koska", "jos", "kun",    "niin", "nyt",  "joka", "mikä",
                                      "miten", "on",    "oli",  "ovat", "pitää", "voi",   "saa", "täytyy", "vain", "myös", "vaan"};
inline constexpr W kFiRoleWords[] = {"rehtori", "omistaja", "asukas", "oppilas", "ministeri", "kansanedustaja"};
inline constexpr W kFiRoleEndings[] = {"johtaja",    "päällikkö",   "puheenjohtaja", "pormestari",    "ministeri",        "rehtori",
                                       "opettaja",   "sihteeri",    "insinööri",     "suunnittelija", "koordinaattori",   "asiantuntija",
                                       "edustaja",   "valtuutettu", "tutkija",       "lääkäri",       "hoitaja",          "vastaava",
                                       "tiedottaja", "yrittäjä",    "jäsen",         "arkkitehti",    "kirjastonhoitaja", "esimies",
                                       "komisario",  "valmentaja",  "professori",    "mestari",       "avustaja"};
inline constexpr W kFiOccasions[] = {"tiedotteessa", "tiedotustilaisuudessa", "haastattelussa"};

// English
inline constexpr V kEnVerbs[] = {{"says"},       {"said"},         {"explains"},      {"explained"},      {"adds"},
                                 {"added"},      {"believes"},     {"believed"},      {"hopes"},          {"hoped"},
                                 {"notes"},      {"noted"},        {"states"},        {"stated"},         {"stresses"},
                                 {"stressed"},   {"emphasises"},   {"emphasised"},    {"emphasizes"},     {"emphasized"},
                                 {"continues"},  {"continued"},    {"concludes"},     {"concluded"},      {"writes"},
                                 {"wrote"},      {"thinks"},       {"thought"},       {"asks"},           {"asked"},
                                 {"replies"},    {"replied"},      {"comments"},      {"commented"},      {"argues"},
                                 {"argued"},     {"confirms"},     {"confirmed"},     {"recalls"},        {"recalled"},
                                 {"remarks"},    {"remarked"},     {"observes"},      {"observed"},       {"warns"},
                                 {"warned"},     {"promises"},     {"promised"},      {"admits"},         {"admitted"},
                                 {"urges"},      {"urged"},        {"declares"},      {"declared"},       {"insists"},
                                 {"insisted"},   {"underlines"},   {"underlined"},    {"highlights"},     {"highlighted"},
                                 {"reflects"},   {"reflected"},    {"wonders"},       {"wondered"},       {"told"},
                                 {"tells"},      {"say"},          {"agrees"},        {"agreed"},         {"laughs"},
                                 {"laughed"},    {"jokes"},        {"joked"},         {"quips"},          {"quipped"},
                                 {"sighs"},      {"sighed"},       {"announces"},     {"announced"},      {"responds"},
                                 {"responded"},  {"acknowledges"}, {"acknowledged"},  {"reports"},        {"reported"},
                                 {"claims"},     {"claimed"},      {"suggests"},      {"suggested"},      {"enthuses"},
                                 {"enthused"},   {"smiles"},       {"smiled"},        {"pledges"},        {"pledged"},
                                 {"reiterates"}, {"reiterated"},   {"maintains"},     {"maintained"},     {"counters"},
                                 {"countered"},  {"shouts"},       {"shouted"},       {"whispers"},       {"whispered"},
                                 {"begins"},     {"began"},        {"points", "out"}, {"pointed", "out"}, {"goes", "on"},
                                 {"went", "on"}, {"sums", "up"},   {"summed", "up"}};
inline constexpr W kEnPronouns[] = {"she", "he", "they"};
inline constexpr W kEnPrepositions[] = {"of", "at",    "in",    "for",    "with",   "from", "on",
                                        "to", "about", "after", "before", "during", "by",   "under"};
inline constexpr W kEnTails[] = {"and",     "when",    "while", "as",        "who", "where", "also", "further",
                                 "herself", "himself", "today", "yesterday", "out", "up",    "on"};
inline constexpr W kEnAnd[] = {"and"};
inline constexpr W kEnThat[] = {"that"};
inline constexpr W kEnNoSpeakers[] = {
    "we",   "i",     "you",  "it",   "they're", "us",     "me",   "him",  "them", "everybody", "everyone", "nobody", "all",
    "none", "no",    "not",  "yes",  "so",      "that",   "but",  "and",  "or",   "because",   "if",       "when",   "then",
    "now",  "which", "what", "how",  "why",     "to",     "from", "with", "in",   "on",        "at",       "of",     "for",
    "is",   "was",   "are",  "were", "will",    "can",    "must", "has",  "have", "this",      "these",    "those",  "there",
    "here", "my",    "our",  "your", "their",   "people", "some", "many", "one"};
inline constexpr W kEnRoleWords[] = {"mayor",  "chair",     "chairman", "chairwoman", "chairperson", "councillor", "councilor",
                                     "ceo",    "head",      "pupil",    "student",    "principal",   "parent",     "founder",
                                     "owner",  "resident",  "judge",    "police",     "chief",       "deputy",     "minister",
                                     "member", "professor", "dr",       "leader",     "executive",   "neighbour",  "neighbor"};
inline constexpr W kEnRoleEndings[] = {
    "commissioner", "officer",    "director",       "manager",        "leader",      "coordinator", "engineer",    "teacher",
    "librarian",    "secretary",  "spokesperson",   "spokesman",      "spokeswoman", "architect",   "planner",     "inspector",
    "adviser",      "advisor",    "researcher",     "doctor",         "nurse",       "editor",      "curator",     "economist",
    "analyst",      "strategist", "representative", "superintendent", "president",   "chairman",    "headteacher", "politician",
    "expert",       "specialist", "technician",     "firefighter",    "governor",    "treasurer",   "developer",   "assistant"};
inline constexpr W kEnOccasions[] = {"statement", "release", "comment", "interview", "email", "e-mail", "conference", "meeting"};

inline constexpr AttributionWords kLanguages[] = {{"sv", false, kSvVerbs, kSvPronouns, kSvPrepositions, kSvTails, kSvAnd, kSvThat,
                                                   kSvNoSpeakers, kSvRoleWords, kSvRoleEndings, kSvOccasions, kSvOpeners, kSvAdverbs},
                                                  {"da", false, kDaVerbs, kDaPronouns, kDaPrepositions, kDaTails, kDaAnd, kDaThat,
                                                   kDaNoSpeakers, kDaRoleWords, kDaRoleEndings, kDaOccasions, kDaOpeners, kDaAdverbs},
                                                  {"nb", false, kNoVerbs, kNoPronouns, kNoPrepositions, kNoTails, kNoAnd, kNoThat,
                                                   kNoNoSpeakers, kNoRoleWords, kNoRoleEndings, kNoOccasions, kNoOpeners, kNoAdverbs},
                                                  {"fi",
                                                   true,
                                                   kFiVerbs,
                                                   kFiPronouns,
                                                   kFiPrepositions,
                                                   kFiTails,
                                                   kFiAnd,
                                                   kFiThat,
                                                   kFiNoSpeakers,
                                                   kFiRoleWords,
                                                   kFiRoleEndings,
                                                   kFiOccasions,
                                                   {},
                                                   {}},
                                                  {"en",
                                                   true,
                                                   kEnVerbs,
                                                   kEnPronouns,
                                                   kEnPrepositions,
                                                   kEnTails,
                                                   kEnAnd,
                                                   kEnThat,
                                                   kEnNoSpeakers,
                                                   kEnRoleWords,
                                                   kEnRoleEndings,
                                                   kEnOccasions,
                                                   {},
                                                   {}}};

// Parts of a surname that are written in lower case. The first row may also begin a name: "säger von Essen".
inline constexpr W kLeadingParticles[] = {"von", "af", "av", "van", "de", "la", "le", "el", "al", "zu"};
inline constexpr W kInnerParticles[] = {"von", "af",  "van", "de", "la",  "le",  "el",  "al",  "zu", "der", "den",
                                        "ter", "del", "di",  "da", "dos", "bin", "ibn", "ben", "y",  "du"};

// Short forms that are written with a full stop and do not end a sentence.
inline constexpr W kAbbreviations[] = {"tf", "t.f",  "f.d", "st.f", "bitr", "stf", "ordf", "leg",
                                       "dr", "prof", "st",  "jr",   "sr",   "mr",  "mrs",  "ms"};
// Short forms only before a small letter: a sentence may end with "med".
inline constexpr W kBeforeSmall[] = {"med", "vik", "fil", "jur", "tekn", "ing", "v", "civ", "sekr", "förv", "enh", "fd", "f"};
// Short forms even with a capital letter; "Vik" is a surname.
inline constexpr W kTitles[] = {"dr", "prof", "st", "jr", "sr", "mr", "mrs", "ms", "cllr", "cr", "rev"};
// Begin a sentence after "… Karin A.", where a surname might stand.
inline constexpr W kSentenceStarts[] = {"vi",  "det",   "den", "de",  "jag", "nu",  "så", "då",  "och", "men",  "här", "där",
                                        "i",   "på",    "för", "vad", "när", "hur", "we", "it",  "the", "this", "now", "and",
                                        "but", "there", "så",  "nå",  "no",  "jeg", "ja", "nyt", "se",  "tämä"};

// Lower-case words that end the name of an organisation: "säger Karin Alm, Ekinge energi".
inline constexpr W kOrganizationEnds[] = {"kommun",       "kommunen", "energi", "bostäder",   "region",      "regionen", "förening",
                                          "föreningen",   "skola",    "skolan", "församling", "universitet", "högskola", "kommune",
                                          "municipality", "council",  "ab",     "if",         "kaupunki",    "kunta",
                                          "kyrkan",       "förbund",  "förbundet", "museum",  "museet",      "klubb",
                                          "klubben",      "bolag",    "bolaget", "verket",    "myndigheten", "sällskap",
                                          "stiftelse",    "stiftelsen", "teater", "teatern",  "universitetet", "högskolan",
                                          "sjukhus",      "nämnden",  "styrelsen", "board",   "agency",      "authority",
                                          "association",  "trust",    "department", "service", "services",   "committee",
                                          "university",   "hospital", "foundation", "society", "partnership", "ltd",
                                          "ik",           "bk",       "fk",     "sk",         "ff",          "oy",       "a/s",
                                          "aps",          "inc",      "party",  "democrat",   "democrats"};

// Before somebody without a name: "En lärare på skolan".
inline constexpr W kBeforeNoun[] = {"en", "ett", "et", "a", "an", "the", "one"};
// Somebody without a name, called by a word that is not a role.
inline constexpr W kPersons[] = {
    "brukare",  "brukaren",  "kvinna",  "kvinnan",   "mannen",     "pojke",       "pojken",    "flicka",     "flickan",  "kille",
    "killen",   "tjej",      "tjejen",  "person",    "personen",   "patient",     "patienten", "kund",       "kunden",   "kollega",
    "kollegan", "vän",       "vännen",  "väninna",   "väninnan",   "grannen",     "mamman",    "pappan",     "hustru",   "hustrun",
    "make",     "maken",     "maka",    "makan",     "medborgare", "medborgaren", "kandidat",  "kandidaten", "vittne",   "vittnet",
    "resenär",  "resenären", "cyklist", "cyklisten", "boenden",    "invånaren",   "deltagare", "deltagaren", "besökare", "ungdom",
    "ungdomen", "pensionär", "woman",   "boy",       "girl",       "neighbour",   "neighbor",  "colleague",  "friend",   "resident",
    "visitor",  "user",      "witness", "customer",  "kvinde",     "kvinden",     "manden",    "borger",     "borgeren", "nabo",
    "naboen",   "kvinne",    "kvinnen", "bruker",    "brukeren",   "nainen",      "mies",      "naapuri"};
// Preceded by whose they are: "Hans fru", "Hennes bror".
inline constexpr W kRelatives[] = {
    "fru", "frun", "man", "änka", "änkling", "dotter", "son", "mamma",
    "pappa", "mor", "far", "syster", "bror", "sambo", "särbo", "barn",
    "barnbarn", "wife", "husband", "widow", "daughter", "sister", "brother", "mother",
    "father", "kone", "mand", "datter", "kona", "søster"};
// A side in politics or at work, for which somebody speaks.
inline constexpr W kSides[] = {"oppositionen", "majoriteten",  "opposition",    "opposisjonen",
                               "motståndarna", "facket",       "fackförbundet", "fagforeningen"};

}  // namespace attribution_words

// "hon", "hun" and "she" are one pronoun in several languages; "hän", which is anybody's, tells nothing.
enum class Pronoun : std::uint8_t { unknown, she, he, neither };

constexpr Pronoun pronoun_of(std::string_view lower_case_word) {
    constexpr std::pair<std::string_view, Pronoun> kPronouns[] = {
        {"hon", Pronoun::she}, {"hun", Pronoun::she}, {"ho", Pronoun::she},      {"she", Pronoun::she},
        {"han", Pronoun::he},  {"he", Pronoun::he},   {"hen", Pronoun::neither}, {"they", Pronoun::neither}};
    for (const auto& [word, pronoun] : kPronouns) {
        if (word == lower_case_word) return pronoun;
    }
    return Pronoun::unknown;
}

constexpr bool is_person_word(std::string_view word) {
    return contains(attribution_words::kPersons, word) || contains(attribution_words::kRelatives, word);
}

// The row of a language tag ("sv-SE" → sv; no, nb and nn share one), or nullptr.
constexpr const AttributionWords* find_attribution_words(std::string_view language) {
    const std::string_view primary = language.substr(0, language.find('-'));
    const std::string_view row = primary == "no" || primary == "nn" ? std::string_view("nb") : primary;
    for (const AttributionWords& words : attribution_words::kLanguages) {
        if (words.language == row) return &words;
    }
    return nullptr;
}

constexpr const SayingVerb* find_saying_verb(const AttributionWords& words, std::string_view word) {
    if (!words.verbs.filter.may_hold(word)) return nullptr;
    for (const SayingVerb& verb : words.verbs) {
        if (is_equal(verb.word, word)) return &verb;
    }
    return nullptr;
}

}  // namespace pressrum
