#include "cli/flags.hpp"

#include "base/text.hpp"
#include "cli/now.hpp"
#include "read/values.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace pressrum {
namespace {

using enum CommandId;

constexpr unsigned kReadsSite = of({build, check, create, take_over, explain, people});
constexpr unsigned kMakesSite = of({build, check, explain, people});
constexpr unsigned kShowsSite = of({build, check, explain});
constexpr unsigned kSeals = of({verify, sign});
constexpr unsigned kAll = of({build, check, create, take_over, schema, rules, formats, layouts, explain, people}) | kSeals;

// --- how a value changes the arguments ----------------------------------------------------------------------------------

template <std::string Arguments::*Member>
bool set_text(Arguments& arguments, std::string_view value) {
    arguments.*Member = value;
    return !value.empty();
}

template <bool Arguments::*Member>
bool set_true(Arguments& arguments, std::string_view) {
    return arguments.*Member = true;
}

bool set_help(Arguments& arguments, std::string_view) {
    arguments.ask = Ask::help;
    return true;
}

bool set_now(Arguments& arguments, std::string_view value) {
    arguments.now = parse_now(value);
    return arguments.now.has_value();
}

template <std::optional<Date> Arguments::*Member>
bool set_date(Arguments& arguments, std::string_view value) {
    arguments.*Member = parse_iso_date(value);
    return (arguments.*Member).has_value();
}

bool set_base_url(Arguments& arguments, std::string_view value) {
    arguments.base_url = value;
    return value.starts_with("http") && value.find_first_of("?#") == std::string_view::npos && parse_url(value);
}

bool set_threads(Arguments& arguments, std::string_view value) {
    constexpr unsigned kMaxThreads = 256;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), arguments.threads);
    return error == std::errc{} && end == value.data() + value.size() && arguments.threads >= 1 && arguments.threads <= kMaxThreads;
}

bool set_public_key(Arguments& arguments, std::string_view value) {
    arguments.public_key = parse_public_key(value);
    return arguments.public_key.has_value();
}

std::optional<MessageLanguage> language_of(std::string_view value) {
    if (value == "sv") return MessageLanguage::swedish;
    if (value == "en") return MessageLanguage::english;
    return std::nullopt;
}

bool set_messages(Arguments& arguments, std::string_view value) {
    arguments.messages = language_of(value);
    return arguments.messages.has_value();
}

constexpr std::string_view kMessages = "--messages";    // read before the rest, so that what is wrong with the rest can be told
constexpr Words kFolder = {"MAPP", "DIR"};

constexpr Flag kTable[] = {
    {"--root", kFolder, "pressrum", kReadsSite | kSeals,
     {"mappen med posts, site och layouts; annars den du står i", "the folder with posts, site and layouts; else the current one"}, set_text<&Arguments::root>},
    {"--posts", kFolder, "posts", kReadsSite | of({sign}), {"mappen med inlägg; annars posts i --root", "the folder with posts; else posts in --root"}, set_text<&Arguments::posts>},
    {"--site", kFolder, "site", kReadsSite | kSeals, {"mappen med site.yaml; annars site i --root", "the folder with site.yaml; else site in --root"}, set_text<&Arguments::site>},
    {"--layouts", kFolder, "layouts", kMakesSite | of({sign}), {"mappen med mallar; annars layouts i --root", "the folder with layouts; else layouts in --root"}, set_text<&Arguments::layouts>},
    {"--out", kFolder, "public", of({build}), {"dit pressrummet skrivs; annars public i --root", "where the press room is written; else public in --root"}, set_text<&Arguments::out>},
    {"--now", {"TID", "TIME"}, "2024-05-02T10:00", kReadsSite | of({sign}),
     {"räkna som om det vore den tiden; annars SOURCE_DATE_EPOCH, annars klockan", "act as if it were that time; else SOURCE_DATE_EPOCH, else the clock"}, set_now},
    {"--drafts", {}, {}, kShowsSite, {"ta med utkast, märkta som utkast", "include drafts, marked as such"}, set_true<&Arguments::drafts>},
    {"--future", {}, {}, kShowsSite, {"ta med inlägg som väntar på att publiceras, märkta", "include posts that wait for their time, marked"}, set_true<&Arguments::future>},
    {"--against", {"FIL", "FILE"}, "manifest.json", of({build, check}),
     {"jämför med det som är publicerat, enligt dess manifest.json: inget som har sagts eller ska hända får ändras utan att det syns under changes",
      "compare with what is published, by its manifest.json: nothing that was said or will happen may change without an entry under changes"}, set_text<&Arguments::against>},
    {"--base-url", {"ADRESS", "URL"}, "https://press.ekinge.example/", kShowsSite,
     {"webbplatsens adress; annars base_url i site.yaml", "the site's address; else base_url in site.yaml"}, set_base_url},
    {"--cache", kFolder, ".pressrum-cache", kShowsSite,
     {"där det sparas som nästa bygge kan använda igen; annars .pressrum-cache i --root", "where what the next run can use again is kept; else .pressrum-cache in --root"}, set_text<&Arguments::cache>},
    {"--no-cache", {}, {}, of({build}), {"gör om allt utom bilderna, också det som inte har ändrats", "make everything again but pictures, also what has not changed"}, set_true<&Arguments::no_cache>},
    {"--kind", {"SLAG", "KIND"}, "invitation", of({create}), {"slags inlägg; annars press-release", "kind of post; else press-release"}, set_text<&Arguments::kind>},
    {"--format", {"text|json|github", "text|json|github"}, "json", of({check}), {"hur felen visas", "how faults are shown"}, set_text<&Arguments::format>, Untyped::first_choice},
    {"--format", {"text|csv|json", "text|csv|json"}, "csv", of({people}), {"hur sammanställningen skrivs", "how the report is written"}, set_text<&Arguments::format>, Untyped::first_choice},
    {"--from", {"DAG", "DAY"}, "2026-01-01", of({people}), {"första dagen; annars den första publiceringen", "the first day; else the first publication"}, set_date<&Arguments::from>},
    {"--to", {"DAG", "DAY"}, "2026-12-31", of({people}), {"sista dagen; annars i dag", "the last day; else today"}, set_date<&Arguments::to>},
    {"--format", {"json|markdown", "json|markdown"}, "json", of({schema}), {"hur fälten visas", "how the fields are shown"}, set_text<&Arguments::format>, Untyped::first_choice},
    {"--format", {"text|markdown|json", "text|markdown|json"}, "json", of({rules, formats}), {"hur tabellen visas", "how the table is shown"}, set_text<&Arguments::format>, Untyped::first_choice},
    {"--format", {"text|markdown", "text|markdown"}, "markdown", of({layouts}), {"hur tabellen visas", "how the table is shown"}, set_text<&Arguments::format>, Untyped::first_choice},
    {"--of", {"post|releases", "post|releases"}, "releases", of({schema}), {"vad som beskrivs: det du skriver i ett inlägg, eller filen releases.json", "what is described: what you write in a post, or the file releases.json"}, set_text<&Arguments::described>},
    {"--key", {"FIL", "FILE"}, "pressrum.key", of({sign}), {"filen med den hemliga nyckeln, gjord med minisign -G", "the file with the secret key, made with minisign -G"}, set_text<&Arguments::key>},
    {"--public-key", {"NYCKEL", "KEY"}, "RWRRVjNcKmkuS0FFufJ3VXluLaSjRHNFOkdH9zl5CRAUPT5hQE5cPyDB", of({verify}),
     {"den öppna nyckel som signaturen ska vara gjord med; annars signing_key i site.yaml", "the public key that the signature should be made with; else signing_key in site.yaml"}, set_public_key},
    {"--threads", {"ANTAL", "N"}, "2", kMakesSite | kSeals, {"så många trådar; annars en för varje kärna", "how many threads; else one for each core"}, set_threads},
    {kMessages, {"sv|en", "sv|en"}, "en", kAll, {"meddelandenas språk; annars webbplatsens", "language of messages; else the site's"}, set_messages},
    {"--help", {}, {}, kAll, {"visa den här hjälpen", "show this help"}, set_help, Untyped::nothing, "-h"},
};

// --- faults -------------------------------------------------------------------------------------------------------------

std::vector<std::string_view> choices_of(const Flag& flag) { return split(flag.placeholder.sv, '|'); }

bool is_choice(const Flag& flag, std::string_view value) {
    const std::vector<std::string_view> choices = choices_of(flag);
    return std::find(choices.begin(), choices.end(), value) != choices.end();
}

WrongUse bad_value(const Flag& flag, const std::string& value) {
    if (value.empty())
        return {{"{0} ska följas av ett värde, till exempel {0} {1}", "{0} wants a value, for example {0} {1}"},
                {std::string(flag.name), std::string(flag.example)}};
    if (is_secret_key(value))    // which must not stand in a log
        return {{"{0} fick en hemlig nyckel; ange den öppna, som i {0} {1}", "{0} was given a secret key; give the public one, as in {0} {1}"},
                {std::string(flag.name), std::string(flag.example)}};
    if (flag.has_choices()) {
        const std::vector<std::string_view> choices = choices_of(flag);
        return {{"{0} kan inte vara \"{1}\"; välj mellan {2}", "{0} cannot be \"{1}\"; choose from {2}"},
                {std::string(flag.name), value, replace_all(std::string(flag.placeholder.sv), "|", ", ")},
                std::string(find_nearest(ascii_lower(value), choices).value_or(""))};
    }
    return {{"{0} kan inte vara \"{1}\"; skriv till exempel {0} {2}", "{0} cannot be \"{1}\"; write for example {0} {2}"},
            {std::string(flag.name), value, std::string(flag.example)}};
}

WrongUse unknown_flag(const Command& command, std::string_view typed) {
    const std::string name(typed.substr(0, typed.find('=')));
    std::vector<std::string_view> names;
    for (const Flag& flag : kTable) {
        if (flag.belongs_to(command)) names.push_back(flag.name);
        else if (flag.name == name)
            return {{"{0} kan inte användas med {1}", "{0} cannot be used with {1}"}, {name, std::string(command.name)}};
    }
    return {{"{1} har ingen flagga {0}", "{1} has no flag {0}"},
            {name, std::string(command.name)},
            std::string(find_nearest(name, names).value_or(""))};
}

WrongUse unknown_command(const std::string& typed) {
    if (typed.starts_with('-')) {
        return {{"skriv kommandot först och flaggan {0} efter det, till exempel pressrum build {0}",
                 "write the command first and the flag {0} after it, for example pressrum build {0}"},
                {typed}};
    }
    std::vector<std::string_view> names = {"help"};
    for (const Command& command : kCommands) names.push_back(command.name);
    return {{"det finns inget kommando \"{0}\"", "there is no command \"{0}\""},
            {typed},
            std::string(find_nearest(ascii_lower(typed), names).value_or(""))};
}

const Command* find_command(std::string_view name) {
    const auto found =
        std::find_if(std::begin(kCommands), std::end(kCommands), [&](const Command& command) { return command.name == name; });
    return found == std::end(kCommands) ? nullptr : found;
}

WrongUse missing_operand(const Command& command) {
    static constexpr std::pair<CommandId, Words> kMissing[] = {
        {create, {"{0} behöver en rubrik, till exempel pressrum new \"Vi bygger ut skolan\"",
                  "{0} needs a title, for example pressrum new \"We extend the school\""}},
        {take_over, {"{0} behöver en fil, till exempel pressrum import pressmeddelande.docx, eller - för text som klistras in",
                     "{0} needs a file, for example pressrum import release.docx, or - for text that is pasted"}},
        {explain, {"{0} behöver en adress, till exempel pressrum explain /2024/05/rubriken/",
                   "{0} needs an address, for example pressrum explain /2024/05/the-title/"}},
        {verify, {"{0} behöver en mapp, till exempel pressrum verify public", "{0} needs a folder, for example pressrum verify public"}},
        {sign, {"{0} behöver en mapp, till exempel pressrum sign public --key pressrum.key",
                "{0} needs a folder, for example pressrum sign public --key pressrum.key"}},
    };
    const auto found = std::find_if(std::begin(kMissing), std::end(kMissing), [&](const auto& row) { return row.first == command.id; });
    return {found->second, {std::string(command.name)}};
}

// What the library could make nothing of: what the command is about, and flags that it does not have.
std::optional<WrongUse> take_rest(const std::vector<std::string>& rest, Arguments& arguments) {
    const Command& command = *arguments.command;
    bool flags_end = false;
    for (const std::string& word : rest) {
        if (!flags_end && word == "--") {
            flags_end = true;
        } else if (!flags_end && word.size() > 1 && word.starts_with('-')) {
            return unknown_flag(command, word);
        } else if (command.operand.sv.empty()) {
            return WrongUse{{"{0} vet inte vad \"{1}\" är", "{0} does not know what \"{1}\" is"}, {std::string(command.name), word}};
        } else {
            arguments.operand += (arguments.operand.empty() ? "" : " ") + word;
        }
    }
    return std::nullopt;
}

}  // namespace

const std::span<const Flag> kFlags = kTable;

std::optional<MessageLanguage> typed_language(const std::vector<std::string>& words) {
    std::optional<MessageLanguage> language;
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
        const std::string_view word = words[i];
        if (word == kMessages && i + 1 < words.size()) language = language_of(words[i + 1]);
        else if (word.starts_with(kMessages) && word.substr(kMessages.size()).starts_with('='))
            language = language_of(word.substr(kMessages.size() + 1));
    }
    return language;
}

Parsed parse_arguments(const std::vector<std::string>& words) {
    Parsed parsed;
    Arguments& arguments = parsed.arguments;
    const std::string first = words.empty() ? "help" : words.front();
    if (first == "--version") {
        arguments.ask = Ask::version;
        return parsed;
    }
    const bool help = first == "help" || first == "--help" || first == "-h";
    std::vector<std::string> rest(words.begin() + (words.empty() ? 0 : 1), words.end());
    if (help) {
        arguments.ask = Ask::help;
        if (rest.empty() || rest.front().starts_with('-')) return parsed;
    }
    const std::string name = help ? rest.front() : first;
    arguments.command = find_command(name);
    if (arguments.command == nullptr) {
        parsed.fault = unknown_command(name);
        return parsed;
    }
    if (help) return parsed;

    // The library splits the line into flags and values; what they mean, and every message, comes from the table.
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    for (const Flag& flag : kTable) {
        if (!flag.belongs_to(*arguments.command)) continue;
        if (flag.untyped == Untyped::first_choice) flag.set(arguments, choices_of(flag).front());
        const auto set = [&flag, &parsed](const std::string& value) {
            const bool usable = !flag.has_choices() || is_choice(flag, value);
            if ((!usable || !flag.set(parsed.arguments, value)) && !parsed.fault) parsed.fault = bad_value(flag, value);
        };
        const std::string names = flag.short_name.empty() ? std::string(flag.name) : fmt::format("{},{}", flag.short_name, flag.name);
        if (!flag.takes_value()) {
            app.add_flag_callback(names, [set] { set("true"); });
        } else {
            // A value is optional to the library, so that a missing one is ours to explain, and does not swallow the next flag.
            app.add_option_function<std::string>(names, set)->expected(0, 1)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
        }
    }
    try {
        app.parse(std::vector<std::string>(rest.rbegin(), rest.rend()));
    } catch (const CLI::ParseError& error) {
        parsed.fault = WrongUse{{"kommandot kan inte läsas: {0}", "the command cannot be read: {0}"}, {error.what()}};
    }
    if (!parsed.fault) parsed.fault = take_rest(app.remaining(), arguments);
    if (arguments.ask == Ask::help) parsed.fault.reset();
    if (parsed.fault || arguments.ask == Ask::help) return parsed;

    if (!arguments.command->operand.sv.empty() && trim(arguments.operand).empty()) {
        parsed.fault = missing_operand(*arguments.command);
    }
    return parsed;
}

}  // namespace pressrum
