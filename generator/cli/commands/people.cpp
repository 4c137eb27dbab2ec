// people: who has been heard in a period, as text, CSV (RFC 4180) or JSON. Only printed, never written to the press room.

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "cli/commands/commands.hpp"
#include "cli/help.hpp"
#include "cli/json_out.hpp"
#include "cli/making.hpp"
#include "link/balance.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

// One of the three lists, and what a row without a name is called.
struct Section {
    std::string_view id;
    Words title, nameless;
    std::vector<BalanceRow> Balance::*rows;
};

constexpr Section kSections[] = {
    {"person", {"Person", "Person"}, {"okänd talare", "unknown speaker"}, &Balance::people},
    {"party", {"Parti", "Party"}, {"utan parti", "without party"}, &Balance::parties},
    {"topic", {"Ämne", "Topic"}, {"utan ämne", "without topic"}, &Balance::topics},
};

std::string name_of(const BalanceRow& row, const Section& section, MessageLanguage language) {
    if (row.name.empty()) return std::string(in(language, section.nameless));
    return row.parties.empty() ? row.name : fmt::format("{} ({})", row.name, row.parties);
}

std::string padded(std::string_view text, std::size_t width) {
    const std::size_t length = count_characters(text);
    return std::string(text) + std::string(length < width ? width - length : 0, ' ');
}

std::string as_text(const Balance& balance, MessageLanguage language) {
    std::string out =
        fill(in(language, {"{0} till {1}: {2} uttalanden i {3} inlägg, {4} ord\n", "{0} to {1}: {2} statements in {3} posts, {4} words\n"}),
             {to_iso(balance.from), to_iso(balance.to), fmt::to_string(balance.whole.statements), fmt::to_string(balance.whole.releases),
              fmt::to_string(balance.whole.words)});
    std::size_t width = 0;
    for (const Section& section : kSections) {
        for (const BalanceRow& row : balance.*section.rows) width = std::max(width, count_characters(name_of(row, section, language)));
    }
    const Words columns = {"uttalanden  andel   inlägg      ord", "statements  share    posts    words"};
    for (const Section& section : kSections) {
        if ((balance.*section.rows).empty()) continue;
        out += fmt::format("\n{}  {}\n", padded(in(language, section.title), width), in(language, columns));
        for (const BalanceRow& row : balance.*section.rows) {
            const std::size_t share = (200 * row.statements + balance.whole.statements) / (2 * balance.whole.statements);
            out += fmt::format("{}  {:>10}  {:>3} %  {:>7}  {:>7}\n", padded(name_of(row, section, language), width), row.statements, share,
                               row.releases, row.words);
        }
    }
    return out;
}

// A field is quoted when it holds what means something in CSV, and given a ' when a spreadsheet would take it for a formula.
std::string csv_field(const std::string& text) {
    const std::string safe = !text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos ? "'" + text : text;
    if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
    return "\"" + replace_all(safe, "\"", "\"\"") + "\"";
}

std::string as_csv(const Balance& balance, MessageLanguage language) {
    std::string out = "per,key,name,party,statements,releases,words\r\n";
    for (const Section& section : kSections) {
        for (const BalanceRow& row : balance.*section.rows) {
            const std::string name = row.name.empty() ? std::string(in(language, section.nameless)) : row.name;
            out += fmt::format("{},{},{},{},{},{},{}\r\n", section.id, csv_field(row.key), csv_field(name), csv_field(row.parties),
                               row.statements, row.releases, row.words);
        }
    }
    return out;
}

std::string as_json(const Balance& balance, MessageLanguage) { return json_balance(balance); }

constexpr std::pair<std::string_view, std::string (*)(const Balance&, MessageLanguage)> kBalanceFormats[] = {
    {"text", as_text}, {"csv", as_csv}, {"json", as_json}};

// From the first publication, unless a day is given.
Date first_day(const Site& site) {
    Date first = site.clock.today();
    for (const SitePost& post : site.posts) first = std::min(first, date_of(*post.post.published));
    return first;
}

}  // namespace

ExitStatus run_people(const Arguments& arguments, Console& console) {
    if (arguments.from && arguments.to && *arguments.to < *arguments.from) {
        console.err << wrong_use_text(
            {{"--to {1} är före --from {0}", "--to {1} is before --from {0}"}, {to_iso(*arguments.from), to_iso(*arguments.to)}},
            arguments.command, console.language);
        return ExitStatus::wrong_use;
    }
    std::optional<BuildOptions> options = build_options(arguments, console);
    if (!options) return ExitStatus::wrong_use;
    options->bytes = Bytes::dropped;
    Build build;
    make(*options, build);
    // Half a count is worse than none: a post with faults may hold somebody's words.
    if (has_errors(build) || !build.site) {
        show(findings_of(build, console.language), console);
        return ExitStatus::faults;
    }
    const Balance balance =
        balance_of(*build.site, arguments.from.value_or(first_day(*build.site)), arguments.to.value_or(build.site->clock.today()));
    for (const auto& [name, write] : kBalanceFormats) {
        if (name == arguments.format) console.out << write(balance, console.language);
    }
    return ExitStatus::done;
}

}  // namespace pressrum
