#pragma once
// The commands: one row each.

#include "base/diagnostic.hpp"
#include "cli/arguments.hpp"
#include "cli/console.hpp"

#include <span>
#include <string_view>

namespace pressrum {

ExitStatus run_build(const Arguments& arguments, Console& console);
ExitStatus run_check(const Arguments& arguments, Console& console);
ExitStatus run_new(const Arguments& arguments, Console& console);
ExitStatus run_import(const Arguments& arguments, Console& console);
ExitStatus run_schema(const Arguments& arguments, Console& console);
ExitStatus run_rules(const Arguments& arguments, Console& console);
ExitStatus run_formats(const Arguments& arguments, Console& console);
ExitStatus run_layouts(const Arguments& arguments, Console& console);
ExitStatus run_explain(const Arguments& arguments, Console& console);
ExitStatus run_people(const Arguments& arguments, Console& console);
ExitStatus run_verify(const Arguments& arguments, Console& console);
ExitStatus run_sign(const Arguments& arguments, Console& console);

enum class CommandId { build, check, create, take_over, schema, rules, formats, layouts, explain, people, verify, sign };

struct Command {
    CommandId id;
    std::string_view name;
    Words operand;  // what it is about, as in the help; empty: nothing. Several words are joined by spaces.
    Words doc;      // one line
    Words detail;   // a paragraph
    ExitStatus (*run)(const Arguments& arguments, Console& console);
};

inline constexpr Command kCommands[] = {
    {CommandId::build,
     "build",
     {},
     {"bygg pressrummet", "build the press room"},
     {"Läser posts/, site/ och layouts/ och skriver det färdiga pressrummet. Bara det som har ändrats skrivs. Om något är fel visas det, "
      "och det som redan är publicerat lämnas som det är.",
      "Reads posts/, site/ and layouts/ and writes the finished press room. Only what has changed is written. When something is wrong it "
      "is shown, and what is already published is left as it is."},
     run_build},
    {CommandId::check,
     "check",
     {},
     {"leta efter fel utan att publicera", "look for faults without publishing"},
     {"Gör allt som build gör utom att skriva. --format github visar felen vid rätt rad i en pull request; --format json ger ett fel per "
      "rad åt andra program.",
      "Does all that build does but writing. --format github shows the faults at their lines in a pull request; --format json gives one "
      "fault a line to other programs."},
     run_check},
    {CommandId::create,
     "new",
     {"RUBRIK", "TITLE"},
     {"skapa ett utkast till ett inlägg", "create a draft of a post"},
     {"Skapar posts/ÅÅÅÅ/MM/rubriken.md med id, rubrik och datum ifyllda och visar var filen ligger. En fil som redan finns skrivs aldrig "
      "över.",
      "Creates posts/YYYY/MM/the-title.md with id, title and date filled in and tells where the file is. A file that is there already is "
      "never overwritten."},
     run_new},
    {CommandId::take_over,
     "import",
     {"FIL", "FILE"},
     {"gör ett inlägg av en färdig text", "make a post of a finished text"},
     {"FIL är text (UTF-8) eller ett Word-dokument (.docx); - läser det som klistras in. Rubrik, ingress, citat, fotograf, kontakter och "
      "datum känns igen. Det som inte är säkert blir en kommentar i filen och en rad på skärmen: rad N: fråga. En fil som redan finns "
      "skrivs aldrig över.",
      "FILE is text (UTF-8) or a Word document (.docx); - reads what is pasted. Title, lead, quotes, photographer, contacts and dates are "
      "recognised. What is not sure becomes a comment in the file and a line on the screen: line N: question. A file that is there already "
      "is never overwritten."},
     run_import},
    {CommandId::schema,
     "schema",
     {},
     {"visa fälten som kan stå överst i en fil", "show the fields that may stand on top of a file"},
     {"json är ett JSON Schema för inlägg, som textredigerare kan hjälpa till med; markdown är en sida om alla fält.",
      "json is a JSON Schema for posts, which lets editors help; markdown is a page about all fields."},
     run_schema},
    {CommandId::rules,
     "rules",
     {},
     {"visa alla regler", "show all rules"},
     {"De regler som kan ändras nämns under rules i site/site.yaml: error, warning eller off.",
      "Those that can be changed are named under rules in site/site.yaml: error, warning or off."},
     run_rules},
    {CommandId::formats,
     "formats",
     {},
     {"visa alla slags filer som pressrummet består av", "show all kinds of files that the press room is made of"},
     {"För varje slag: adressen, vad den visar och vad den görs av.",
      "For each kind: its address, what it shows and what it is made from."},
     run_formats},
    {CommandId::layouts,
     "layouts",
     {},
     {"visa alla namn som en mall kan skriva", "show all names that a layout may write"},
     {"Sidans data är ordnad i poster. En mall ser sin egen post och runt den det som är gemensamt för alla sidor. Beskrivningarna är på "
      "engelska.",
      "A page's data comes in records. A layout sees its own record and, around it, what all pages share."},
     run_layouts},
    {CommandId::explain,
     "explain",
     {"ADRESS", "ADDRESS"},
     {"berätta varför en adress finns och vad den beror på", "tell why an address is there and what it depends on"},
     {"Adressen skrivs som /2024/05/rubriken/, som filens namn i utdata eller som hela webbadressen. Sist visas det som sidans mall får.",
      "Write the address as /2024/05/the-title/, as the file's name in the output, or as the whole web address. What the page's layout "
      "gets is shown last."},
     run_explain},
    {CommandId::people,
     "people",
     {},
     {"sammanställ vem som har uttalat sig, per person, parti och ämne", "count who has been quoted, per person, party and topic"},
     {"Räknar publicerade uttalanden under en tid, för dig som vill se om alla kommer till tals. Sammanställningen skrivs bara ut här och "
      "publiceras aldrig. Ett parti är det som personen hade den dagen.",
      "Counts published statements of a period, to see whether all are heard. The report is printed here and never published. A party is "
      "the one the person had on that day."},
     run_people},
    {CommandId::verify,
     "verify",
     {"MAPP", "DIR"},
     {"kontrollera att ett färdigt pressrum är som det byggdes", "check that a finished press room is as it was built"},
     {"Jämför varje fil i MAPP med manifest.json: det som är ändrat eller saknas är fel, det som inte hör dit en varning. Finns "
      "signing_key "
      "i site.yaml, eller --public-key, kontrolleras också signaturen i manifest.json.minisig. Ingenting skrivs.",
      "Compares every file of DIR with manifest.json: what was changed or is missing is an error, what does not belong there a warning. "
      "With signing_key in site.yaml, or --public-key, the signature in manifest.json.minisig is checked too. Nothing is written."},
     run_verify},
    {CommandId::sign,
     "sign",
     {"MAPP", "DIR"},
     {"signera ett färdigt pressrum", "sign a finished press room"},
     {"Kontrollerar filerna i MAPP som verify gör och skriver sedan MAPP/manifest.json.minisig, som programmet minisign kan läsa. --key är "
      "filen med den hemliga nyckeln; den får inte ligga i MAPP eller bland källorna. Har nyckeln ett lösenord läses det ur miljövariabeln "
      "PRESSRUM_KEY_PASSWORD.",
      "Checks the files of DIR as verify does and then writes DIR/manifest.json.minisig, which the program minisign can read. --key is the "
      "file with the secret key; it may not lie in DIR or among the sources. The password of a key that has one is read from the "
      "environment variable PRESSRUM_KEY_PASSWORD."},
     run_sign},
};

}  // namespace pressrum
