// The command line: what is understood, and what is said when it is not.
#include "base/text.hpp"
#include "cli/closing.hpp"
#include "cli/excerpt.hpp"
#include "cli/flags.hpp"
#include "cli/help.hpp"
#include "cli/now.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;
using namespace std::chrono_literals;

namespace {

constexpr MessageLanguage kSv = MessageLanguage::swedish;
constexpr MessageLanguage kEn = MessageLanguage::english;

using Line = std::vector<std::string>;

Arguments understood(const Line& words) {
    const Parsed parsed = parse_arguments(words);
    if (parsed.fault) FAIL(wrong_use_text(*parsed.fault, parsed.arguments.command, kSv));
    return parsed.arguments;
}

// The first line of what is said about a wrong command line.
std::string fault(const Line& words, MessageLanguage language = kSv) {
    const Parsed parsed = parse_arguments(words);
    if (!parsed.fault) return "";
    const std::string text = wrong_use_text(*parsed.fault, parsed.arguments.command, language);
    return text.substr(0, text.find('\n'));
}

std::string shown(const std::optional<Now>& now) {
    if (!now) return "nothing";
    return now->local ? to_iso(*now->local) : to_iso(now->instant);
}

}  // namespace

TEST_CASE("flags of a command are read, before and after what it is about, with and without =") {
    const Arguments build = understood({"build", "--root", "rum", "--out=ut", "--drafts", "--future", "--base-url",
                                        "https://press.ekinge.example/x/", "--threads", "3", "--messages", "en"});
    CHECK(build.command->id == CommandId::build);
    CHECK(build.root == "rum");
    CHECK(build.out_folder() == "ut");
    CHECK(build.posts_folder() == "rum/posts");
    CHECK(build.site_folder() == "rum/site");
    CHECK(build.layouts_folder() == "rum/layouts");
    CHECK(build.drafts);
    CHECK(build.future);
    CHECK(build.base_url == "https://press.ekinge.example/x/");
    CHECK(build.threads == 3);
    CHECK(build.messages == kEn);

    const Arguments created = understood({"new", "--kind", "invitation", "Vi", "bygger", "--posts", "p", "ut"});
    CHECK(created.operand == "Vi bygger ut");
    CHECK(created.kind == "invitation");
    CHECK(created.posts_folder() == "p");
    CHECK(created.site_folder() == "site");

    CHECK(understood({"new", "--", "--root"}).operand == "--root");
    CHECK(understood({"new", "[Uppdaterat] \"x\""}).operand == "[Uppdaterat] \"x\"");
    CHECK(understood({"new", "– Vi bygger"}).operand == "– Vi bygger");
    CHECK(understood({"build", "--out", "a", "--out", "b"}).out_folder() == "b");
    CHECK(understood({"build"}).out_folder() == "public");
    CHECK(understood({"build", "--root", "/srv/rum/"}).out_folder() == "/srv/rum/public");
}

TEST_CASE("a format that is not typed is the command's first") {
    CHECK(understood({"check"}).format == "text");
    CHECK(understood({"check", "--format", "github"}).format == "github");
    CHECK(understood({"schema"}).format == "json");
    CHECK(understood({"rules"}).format == "text");
    CHECK(understood({"formats", "--format", "markdown"}).format == "markdown");
}

TEST_CASE("help and version are asked for in every usual way") {
    for (const Line& words : {Line{}, Line{"help"}, Line{"--help"}, Line{"-h"}}) {
        CHECK(understood(words).ask == Ask::help);
        CHECK(understood(words).command == nullptr);
    }
    for (const Line& words : {Line{"help", "new"}, Line{"new", "--help"}, Line{"new", "-h"}, Line{"new", "--kind", "--help"}}) {
        CHECK(understood(words).ask == Ask::help);
        CHECK(understood(words).command->name == "new");
    }
    CHECK(understood({"--version"}).ask == Ask::version);
}

TEST_CASE("wrong use is told with what was most likely meant") {
    struct {
        Line words;
        std::string said;
    } const cases[] = {
        {{"bild"}, "pressrum: det finns inget kommando \"bild\"; menade du build?"},
        {{"Check"}, "pressrum: det finns inget kommando \"Check\"; menade du check?"},
        {{"publicera"}, "pressrum: det finns inget kommando \"publicera\""},
        {{"hlep"}, "pressrum: det finns inget kommando \"hlep\"; menade du help?"},
        {{"help", "bilud"}, "pressrum: det finns inget kommando \"bilud\"; menade du build?"},
        {{"--root", "x", "build"}, "pressrum: skriv kommandot först och flaggan --root efter det, till exempel pressrum build --root"},
        {{"build", "--rot", "x"}, "pressrum: build har ingen flagga --rot; menade du --root?"},
        {{"build", "--rot=x"}, "pressrum: build har ingen flagga --rot; menade du --root?"},
        {{"build", "--qqqqqqqq"}, "pressrum: build har ingen flagga --qqqqqqqq"},
        {{"build", "-x"}, "pressrum: build har ingen flagga -x"},
        {{"build", "--kind", "news"}, "pressrum: --kind kan inte användas med build"},
        {{"rules", "--root", "x"}, "pressrum: --root kan inte användas med rules"},
        {{"build", "--out"}, "pressrum: --out ska följas av ett värde, till exempel --out public"},
        {{"build", "--out", "--drafts"}, "pressrum: --out ska följas av ett värde, till exempel --out public"},
        {{"build", "--out", ""}, "pressrum: --out ska följas av ett värde, till exempel --out public"},
        {{"build", "--now", "i morgon"}, "pressrum: --now kan inte vara \"i morgon\"; skriv till exempel --now 2024-05-02T10:00"},
        {{"build", "--base-url", "ekinge"},
         "pressrum: --base-url kan inte vara \"ekinge\"; skriv till exempel --base-url https://press.ekinge.example/"},
        {{"build", "--base-url", "/x/"},
         "pressrum: --base-url kan inte vara \"/x/\"; skriv till exempel --base-url https://press.ekinge.example/"},
        {{"build", "--base-url", "https://a.example/?x"},
         "pressrum: --base-url kan inte vara \"https://a.example/?x\"; skriv till exempel --base-url https://press.ekinge.example/"},
        {{"build", "--threads", "0"}, "pressrum: --threads kan inte vara \"0\"; skriv till exempel --threads 2"},
        {{"build", "--threads", "2x"}, "pressrum: --threads kan inte vara \"2x\"; skriv till exempel --threads 2"},
        {{"build", "--threads", "99999999999"}, "pressrum: --threads kan inte vara \"99999999999\"; skriv till exempel --threads 2"},
        {{"build", "--messages", "fi"}, "pressrum: --messages kan inte vara \"fi\"; välj mellan sv, en"},
        {{"check", "--format", "jsn"}, "pressrum: --format kan inte vara \"jsn\"; välj mellan text, json, github; menade du json?"},
        {{"schema", "--format", "github"}, "pressrum: --format kan inte vara \"github\"; välj mellan json, markdown"},
        {{"build", "mappen"}, "pressrum: build vet inte vad \"mappen\" är"},
        {{"new"}, "pressrum: new behöver en rubrik, till exempel pressrum new \"Vi bygger ut skolan\""},
        {{"new", " "}, "pressrum: new behöver en rubrik, till exempel pressrum new \"Vi bygger ut skolan\""},
        {{"new", "--knd", "news", "x"}, "pressrum: new har ingen flagga --knd; menade du --kind?"},
        {{"explain"}, "pressrum: explain behöver en adress, till exempel pressrum explain /2024/05/rubriken/"},
        {{"build", "--\x1b[2J"}, "pressrum: build har ingen flagga --\uFFFD[2J"},
    };
    for (const auto& [words, said] : cases) CHECK(fault(words) == said);
    CHECK(fault({"bild"}, kEn) == "pressrum: there is no command \"bild\"; did you mean build?");
}

TEST_CASE("wrong use says where to read more") {
    const Parsed parsed = parse_arguments({"new"});
    CHECK(
        wrong_use_text(*parsed.fault, parsed.arguments.command, kEn).ends_with("          pressrum help new shows what can be written\n"));
    const Parsed unknown = parse_arguments({"bild"});
    CHECK(
        wrong_use_text(*unknown.fault, unknown.arguments.command, kSv).ends_with("          pressrum help visar vad som går att skriva\n"));
}

TEST_CASE("the language of messages is found also on a line with faults") {
    CHECK(typed_language({"bild", "--messages", "en"}) == kEn);
    CHECK(typed_language({"build", "--messages=sv", "--x"}) == kSv);
    CHECK(typed_language({"build"}) == std::nullopt);
    CHECK(typed_language({"build", "--messages"}) == std::nullopt);
    CHECK(typed_language({"build", "--messages", "fi"}) == std::nullopt);
    CHECK(typed_language({"new", "--", "--messages", "en"}) == std::nullopt);
}

TEST_CASE("a time on the command line is local to the site or a point in time") {
    struct {
        std::string text, now;
    } const cases[] = {
        {"2024-05-02T10:00", "2024-05-02T10:00"},
        {"2024-05-02T10:00:30", "2024-05-02T10:00:30"},
        {"2024-05-02", "2024-05-02T00:00"},
        {"2024-05-02T10:00Z", "2024-05-02T10:00:00Z"},
        {"2024-05-02T10:00:05Z", "2024-05-02T10:00:05Z"},
        {"2024-05-02T10:00+02:00", "2024-05-02T08:00:00Z"},
        {"2024-01-01T00:30:00+05:45", "2023-12-31T18:45:00Z"},
        {"2024-05-02T10:00-03:30", "2024-05-02T13:30:00Z"},
        {"", "nothing"},
        {"10:00", "nothing"},
        {"2024-02-30", "nothing"},
        {"2024-05-02 10:00", "nothing"},
        {"2024-05-02T10:00:60", "nothing"},
        {"2024-05-02T10:00:5Z", "nothing"},
        {"2024-05-02T10:00:", "nothing"},
        {"2024-05-02T10:00+2", "nothing"},
        {"2024-05-02T10:00+02:60", "nothing"},
        {"2024-05-02T10:00+24:00", "nothing"},
        {"2024-05-02T10:00ZZ", "nothing"},
        {"2024-05-02T10:00 ", "nothing"},
    };
    for (const auto& [text, now] : cases) {
        INFO(text);
        CHECK(shown(parse_now(text)) == now);
    }
}

TEST_CASE("SOURCE_DATE_EPOCH is a number of seconds and nothing else") {
    CHECK(parse_epoch("0") == Instant(0s));
    CHECK(parse_epoch("1714636800") == Instant(1714636800s));
    for (const char* wrong : {"", "-1", "1714636800.5", "x", "1714636800 ", "99999999999999999999", "253402300800"}) {
        INFO(wrong);
        CHECK(parse_epoch(wrong) == std::nullopt);
    }
}

TEST_CASE("help names every command, and of a command every flag it has and no other") {
    for (const MessageLanguage language : {kSv, kEn}) {
        const std::string program = program_help(language);
        for (const Command& command : kCommands) {
            CHECK(program.find("\n  " + std::string(command.name)) != std::string::npos);
            const std::string help = command_help(command, language);
            for (const Flag& flag : kFlags) {
                INFO(command.name << " " << flag.name);
                const bool named = help.find("\n  " + std::string(flag.name) + " ") != std::string::npos;
                bool has = false;
                for (const Flag& other : kFlags) has = has || (other.name == flag.name && other.belongs_to(command));
                CHECK(named == has);
            }
        }
    }
}

TEST_CASE("a line of help is broken where the next word has no room, and nowhere else") {
    constexpr std::size_t kColumns = 100;
    std::size_t broken = 0;
    for (const MessageLanguage language : {kSv, kEn}) {
        std::vector<std::string> texts = {program_help(language)};
        for (const Command& command : kCommands) texts.push_back(command_help(command, language));
        for (const std::string& text : texts) {
            const std::vector<std::string_view> lines = split(text, '\n');
            for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
                const std::size_t indent = std::min(lines[i + 1].find_first_not_of(' '), lines[i + 1].size());
                if (lines[i].empty() || lines[i + 1].empty() || indent == 2) continue;  // what stands in the left column begins at 2
                INFO(lines[i] << "\n" << lines[i + 1]);
                const std::string_view word = lines[i + 1].substr(indent, lines[i + 1].find(' ', indent) - indent);
                CHECK(display_width(lines[i]) <= kColumns);
                CHECK(display_width(lines[i + 1]) <= kColumns);
                CHECK(display_width(lines[i]) + 1 + display_width(word) > kColumns);
                ++broken;
            }
        }
    }
    CHECK(broken > 10);
}

TEST_CASE("help of a command reads well") {
    CHECK(command_help(*parse_arguments({"rules"}).arguments.command, kSv) ==
          "pressrum rules: visa alla regler\n"
          "\n"
          "  pressrum rules [flaggor]\n"
          "\n"
          "De regler som kan ändras nämns under rules i site/site.yaml: error, warning eller off.\n"
          "\n"
          "  --format text|markdown|json  hur tabellen visas\n"
          "  --messages sv|en             meddelandenas språk; annars webbplatsens\n"
          "  --help                       visa den här hjälpen\n"
          "\n"
          "Programmet slutar med 0: klart, 1: fel i innehållet, 2: kommandot kan inte användas så, 3: programmet eller datorn stannade.\n");
}

TEST_CASE("the closing line counts in words") {
    PostCounts posts{40, 1, 1, 0, 0, parse_iso_local_time("2027-03-02T08:00")};
    RunSummary run;
    run.posts = posts;
    run.files = PublishCounts{12, 300, 1, 0};
    run.took = 352ms;
    CHECK(build_summary(run, "public", kSv) ==
          "40 publicerade inlägg, 1 väntar (nästa 2\u00A0mars 2027 kl.\u00A008.00), 1 utkast, 0 utgångna; 12 filer skrivna, 300 "
          "oförändrade, 1 borttagen; 0,35 s");
    CHECK(build_summary(run, "public", kEn).starts_with("40 published posts, 1 embargoed (next 2\u00A0March 2027"));
    CHECK(build_summary(run, "public", kEn).ends_with("), 1 draft, 0 expired; 12 files written, 300 unchanged, 1 removed; 0.35 s"));

    run.posts = PostCounts{1, 0, 2, 1, 0, {}};
    run.files = PublishCounts{1, 1, 2, 0};
    run.warnings = 1;
    CHECK(build_summary(run, "public", kSv) ==
          "1 publicerat inlägg, 0 väntar, 2 utkast, 1 utgånget; 1 fil skriven, 1 oförändrad, 2 borttagna; 1 varning; 0,35 s");
    CHECK(check_summary(run, kSv) == "inga fel, 1 varning; 1 publicerat inlägg, 0 väntar, 2 utkast, 1 utgånget; 0,35 s");
}

TEST_CASE("a verified folder is summed up in one line, in both languages and numbers") {
    SealSummary run;
    run.took = 350ms;
    run.files = VerifiedFiles{};
    run.files->sound = run.files->wrong = run.files->missing = run.files->unlisted = run.files->hidden = 1;
    CHECK(verify_summary(run, kEn).starts_with(
        "no errors, no warnings; 1 file is right, 1 changed, 1 missing, 1 unknown, 1 hidden at the top was not checked; "));
    CHECK(verify_summary(run, kSv).starts_with(
        "inga fel, inga varningar; 1 fil stämmer, 1 ändrad, 1 saknas, 1 okänd, 1 dold överst är inte granskad; "));
    run.files->sound = run.files->wrong = run.files->missing = run.files->unlisted = run.files->hidden = 2;
    CHECK(verify_summary(run, kEn).starts_with(
        "no errors, no warnings; 2 files are right, 2 changed, 2 missing, 2 unknown, 2 hidden at the top were not checked; "));
}

TEST_CASE("a build with errors says that nothing was published") {
    RunSummary run;
    run.errors = 2;
    run.took = 5ms;
    CHECK(build_summary(run, "ut", kSv) == "2 fel: ingenting är publicerat och mappen ut är orörd; 0,01 s");
    run.errors = 1, run.warnings = 3;
    CHECK(build_summary(run, "ut", kEn) == "1 error, 3 warnings: nothing was published and the folder ut is as it was; 0.01 s");
    run.planned = 1;
    CHECK(check_summary(run, kEn) == "1 error, 3 warnings; 1 file checked; 0.01 s");
}
