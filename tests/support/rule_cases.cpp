#include "support/rule_cases.hpp"

#include "support/golden.hpp"
#include "support/visible.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>

namespace pressrum::test {
namespace {

constexpr std::string_view kPost = "posts/2024/05/post.md";
constexpr std::string_view kUsualCommand = "$ pressrum check --now 2026-11-24T12:00";
constexpr std::string_view kBeside = "…";
constexpr std::string_view kFence = "```", kFile = "```diff", kConsole = "```console", kSection = "## ";

// What a line of the topic's text is. The reader below is the only one that tells.
enum class Kind { prose, section, file_fence, file_line, beside, console_fence, console_line, closing_fence };
struct Line {
    std::string text;
    Kind kind = Kind::prose;
    std::optional<std::size_t> rule_case, file;  // indices; without a case: the topic's
    std::size_t in_faulty = 0;                   // the line it is in the faulty file, from 1
};

struct Reader {
    RuleFile topic;
    std::vector<Line> lines;

    [[noreturn]] void fail(std::size_t at, std::string_view what) const {
        throw std::runtime_error(fmt::format("{}.md:{}: {}", topic.name, at + 1, what));
    }
    std::vector<CaseFile>& files() { return topic.cases.empty() ? topic.files : topic.cases.back().files; }

    void read();
    void read_section(std::size_t at);
    void read_file_line(std::size_t at);
    std::string bytes_of(std::size_t at, std::string_view shown) const;
};

void Reader::read() {
    Kind block = Kind::prose;
    for (const std::string& text : lines_of(topic.text)) lines.push_back({text, Kind::prose, {}, {}, 0});
    for (std::size_t at = 0; at < lines.size(); ++at) {
        Line& line = lines[at];
        if (block != Kind::prose && line.text == kFence) {
            line.kind = Kind::closing_fence;
            block = Kind::prose;
        } else if (block == Kind::file_fence) {
            line.file = files().size() - 1;
            read_file_line(at);
        } else if (block == Kind::console_fence) {
            line.kind = Kind::console_line;
            topic.cases.back().console.push_back(with_characters(line.text));
        } else if (line.text.starts_with(kSection)) {
            read_section(at);
        } else if (line.text == kConsole) {
            if (topic.cases.empty()) fail(at, "a session belongs to a section");
            if (!topic.cases.back().console.empty()) fail(at, "a second session");
            line.kind = block = Kind::console_fence;
        } else if (line.text == kFile || line.text.starts_with(std::string(kFile) + " ")) {
            const std::string path(line.text == kFile ? kPost : std::string_view(line.text).substr(kFile.size() + 1));
            const auto same = [&](const CaseFile& file) { return file.path == path; };
            if (std::any_of(files().begin(), files().end(), same)) fail(at, "this file is in the section already");
            files().push_back({path, {}, {}, true, true, {}});
            line.kind = block = Kind::file_fence;
        } else if (line.text.starts_with(kFence)) {
            fail(at, "a block is diff or console");
        }
        if (!topic.cases.empty()) line.rule_case = topic.cases.size() - 1;
    }
    if (block != Kind::prose) fail(lines.size() - 1, "the block does not end");
}

void Reader::read_section(std::size_t at) {
    const std::string id = lines[at].text.substr(kSection.size());
    if (!id.starts_with(topic.name + "/")) fail(at, "the rule is of another topic");
    if (std::any_of(topic.cases.begin(), topic.cases.end(), [&](const RuleCase& other) { return other.id == id; }))
        fail(at, "the rule has a section already");
    topic.cases.push_back({id, at + 1, {}, {}, {}});
    lines[at].kind = Kind::section;
}

void Reader::read_file_line(std::size_t at) {
    Line& line = lines[at];
    CaseFile& file = files().back();
    const char version = line.text.empty() ? ' ' : line.text.front();
    const std::string shown = line.text.empty() ? "" : line.text.substr(1);
    if (version == '!') {
        if (topic.cases.empty() || file.faulty_lines.empty()) fail(at, "nothing stands above that this could be said about");
        std::vector<Beside>& all = topic.cases.back().beside;
        line.kind = Kind::beside;
        const std::size_t begin = shown.find_first_not_of(' ');
        if (begin != std::string::npos && shown[begin] == '^') all.push_back({*line.file, file.faulty_lines.size(), {}});
        else if (all.empty()) fail(at, "carets come first");
        all.back().rows.push_back(with_characters(shown));
        return;
    }
    if (version != ' ' && version != '-' && version != '+') fail(at, "a line of a file begins with a space, -, + or !");
    line.kind = Kind::file_line;
    // A version that has none of the lines is a file that is not there.
    const bool alone = lines[at - 1].kind == Kind::file_fence;
    const std::string bytes = bytes_of(at, shown);
    file.in_faulty = (file.in_faulty && !alone) || version != '+';
    file.in_good = (file.in_good && !alone) || version != '-';
    if (version != '-') file.good += bytes;
    if (version == '+') return;
    file.faulty += bytes;
    file.faulty_lines.push_back(with_characters(shown));
    line.in_faulty = file.faulty_lines.size();
}

std::string Reader::bytes_of(std::size_t at, std::string_view shown) const {
    constexpr std::string_view kOpen = "⟨files/", kClose = "⟩";
    if (!shown.starts_with(kOpen) || !shown.ends_with(kClose)) return with_characters(shown) + "\n";
    const std::string name(shown.substr(kOpen.size(), shown.size() - kOpen.size() - kClose.size()));
    if (!std::filesystem::exists(topic.folder / "files" / name)) fail(at, "there is no such file");
    return read_file(topic.folder / "files" / name);
}

Reader read_all(std::string_view name, std::string text, const std::filesystem::path& folder) {
    Reader reader{{std::string(name), folder, std::move(text), {}, {}}, {}};
    reader.read();
    return reader;
}

// ---------------------------------------------------------------- what is said beside a line

// As the program prints it: the place, the line, the carets, and the rows below.
struct Printed {
    std::string place, source, carets;
};
Printed print(const CaseFile& file, std::size_t line, std::size_t column) {
    const std::string& source = file.faulty_lines[line - 1];
    return {fmt::format("{}:{}:{}: ", file.path, line, column), fmt::format("{:>4} |{}{}", line, source.empty() ? "" : " ", source),
            "     | "};
}
constexpr std::string_view kBelow = "     ";  // before "= do this instead"

// The second row of a near word, "did you mean …?", is printed beside the carets.
bool is_beside_carets(std::string_view row) { return !row.empty() && row.front() != '=' && row.front() != ' '; }

std::vector<std::string> to_session(const RuleCase& rule_case, const Beside& beside) {
    const std::string& first = beside.rows.front();
    const std::size_t pad = first.find('^'), end = std::min(first.find(' ', pad), first.size());
    const Printed printed = print(rule_case.files[beside.file], beside.line, pad + 1);
    std::vector<std::string> out = {printed.place + (end < first.size() ? first.substr(end + 1) : ""), printed.source,
                                    printed.carets + first.substr(0, end)};
    for (std::size_t i = 1; i < beside.rows.size(); ++i) {
        const std::string row = beside.rows[i].size() < pad ? "" : beside.rows[i].substr(pad);
        if (i == 1 && is_beside_carets(row)) out.back() += " " + row;
        else out.push_back(row.empty() ? "" : std::string(kBelow) + row);
    }
    return out;
}

// The lines of a session from `at` as something beside a line, with their number; nullopt: it stands by itself.
std::optional<std::pair<Beside, std::size_t>> to_beside(const RuleCase& rule_case, const std::vector<std::string>& session,
                                                        std::size_t at) {
    for (std::size_t f = 0; f < rule_case.files.size(); ++f) {
        const CaseFile& file = rule_case.files[f];
        if (!session[at].starts_with(file.path + ":") || at + 2 >= session.size()) continue;
        const std::size_t line = std::strtoul(session[at].c_str() + file.path.size() + 1, nullptr, 10);
        const std::string& carets = session[at + 2];
        const std::size_t begin = carets.find('^'), bar = carets.find("| ");
        if (line == 0 || line > file.faulty_lines.size() || begin == std::string::npos || bar == std::string::npos) continue;
        const std::size_t pad = begin - bar - 2, end = std::min(carets.find(' ', begin), carets.size());
        const std::string space(pad, ' '), place = print(file, line, pad + 1).place;
        if (!session[at].starts_with(place)) continue;
        Beside beside{f, line, {space + carets.substr(begin, end - begin) + " " + session[at].substr(place.size())}};
        if (end < carets.size()) beside.rows.push_back(space + carets.substr(end + 1));
        std::size_t next = at + 3;
        for (; next < session.size() && (session[next].empty() || session[next].starts_with(kBelow)); ++next)
            beside.rows.push_back(session[next].empty() ? "" : space + session[next].substr(kBelow.size()));
        const std::vector<std::string> printed = to_session(rule_case, beside);
        if (std::equal(printed.begin(), printed.end(), session.data() + at, session.data() + next)) return std::pair(beside, next - at);
    }
    return std::nullopt;
}

bool is_command(std::string_view line) { return line.starts_with("$ "); }
bool is_usual(const RuleCase& rule_case) { return rule_case.console.empty() || !is_command(rule_case.console.front()); }

// The case with another session, what is said beside its lines put there as far as its order is that of the lines.
RuleCase with_session(const RuleCase& before, const std::string& text) {
    RuleCase now{before.id, before.line, before.files, {}, {}};
    const std::vector<std::string> session = lines_of(text);
    for (std::size_t at = 0; at < session.size();) {
        const auto said = to_beside(now, session, at);
        const auto place = [](const Beside& each) { return std::pair(each.file, each.line); };
        if (said && (now.beside.empty() || place(now.beside.back()) <= place(said->first))) {
            now.beside.push_back(said->first);
            now.console.emplace_back(kBeside);
            at += said->second;
        } else {
            now.console.push_back(session[at++]);
        }
    }
    // The usual command, and all that is beside lines right after it, need no words.
    const auto first = now.console.begin() + (now.console.empty() ? 0 : 1);
    const auto count = static_cast<std::ptrdiff_t>(now.beside.size());
    const bool usual = !now.console.empty() && now.console.front() == kUsualCommand && now.console.end() - first > count &&
                       std::all_of(first, first + count, [](const std::string& line) { return line == kBeside; });
    if (usual) now.console.erase(now.console.begin(), first + count);
    return now;
}

void write_beside(std::string& out, const RuleCase& now, const Line& line) {
    for (const Beside& beside : now.beside) {
        if (line.kind != Kind::file_line || beside.file != line.file || beside.line != line.in_faulty) continue;
        for (const std::string& row : beside.rows) out += "!" + visible(row) + "\n";
    }
}

void write_console(std::string& out, const RuleCase& now) {
    for (const std::string& line : now.console) out += visible(line) + "\n";
}

}  // namespace

RuleFile read_topic(std::string_view name, std::string text, const std::filesystem::path& folder) {
    return read_all(name, std::move(text), folder).topic;
}

std::vector<CaseFile> files_of(const RuleFile& topic, const RuleCase& rule_case) {
    std::vector<CaseFile> files = rule_case.files;
    for (const CaseFile& shared : topic.files) {
        const auto same = [&](const CaseFile& own) { return own.path == shared.path; };
        if (std::none_of(rule_case.files.begin(), rule_case.files.end(), same)) files.push_back(shared);
    }
    return files;
}

bool has_good_version(const RuleCase& rule_case) {
    return std::any_of(rule_case.files.begin(), rule_case.files.end(),
                       [](const CaseFile& file) { return file.in_faulty != file.in_good || file.faulty != file.good; });
}

std::vector<std::string> commands_of(const RuleCase& rule_case) {
    std::vector<std::string> commands;
    if (is_usual(rule_case)) commands.emplace_back(kUsualCommand.substr(2));
    for (const std::string& line : rule_case.console) {
        if (is_command(line)) commands.push_back(line.substr(2));
    }
    return commands;
}

std::string expected_session(const RuleCase& rule_case) {
    std::vector<std::string> console = rule_case.console;
    if (is_usual(rule_case)) {
        console.insert(console.begin(), rule_case.beside.size(), std::string(kBeside));
        console.insert(console.begin(), std::string(kUsualCommand));
    }
    std::string out;
    std::size_t next = 0;
    for (const std::string& line : console) {
        if (line != kBeside || next == rule_case.beside.size()) {
            out += line + "\n";
            continue;
        }
        for (const std::string& printed : to_session(rule_case, rule_case.beside[next++])) out += printed + "\n";
    }
    for (; next < rule_case.beside.size(); ++next)
        out += "beside a line, without \"…\" in the session: " + rule_case.beside[next].rows.front() + "\n";
    return out;
}

std::string renewed(const RuleFile& topic, const std::vector<std::string>& sessions) {
    const Reader reader = read_all(topic.name, topic.text, topic.folder);
    std::vector<RuleCase> now;
    for (std::size_t i = 0; i < topic.cases.size(); ++i) now.push_back(with_session(topic.cases[i], sessions[i]));
    // A new section gets its session after its last block.
    std::map<std::size_t, std::size_t> last_block, session;  // of each case
    for (std::size_t at = 0; at < reader.lines.size(); ++at) {
        const Line& line = reader.lines[at];
        if (!line.rule_case) continue;
        if (line.kind == Kind::closing_fence || line.kind == Kind::section) last_block[*line.rule_case] = at;
        if (line.kind == Kind::console_fence) session[*line.rule_case] = at;
    }
    std::string out;
    for (std::size_t at = 0; at < reader.lines.size(); ++at) {
        const Line& line = reader.lines[at];
        if (line.kind == Kind::beside || line.kind == Kind::console_line) continue;
        out += line.text + "\n";
        if (!line.rule_case) continue;
        const std::size_t i = *line.rule_case;
        write_beside(out, now[i], line);
        if (line.kind == Kind::console_fence) write_console(out, now[i]);
        if (last_block[i] != at || session.contains(i)) continue;
        out += std::string(kConsole) + "\n";
        write_console(out, now[i]);
        out += std::string(kFence) + "\n";
    }
    const RuleFile written = read_topic(topic.name, out, topic.folder);
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        if (expected_session(written.cases[i]) != sessions[i])
            throw std::runtime_error(topic.cases[i].id + ": its session reads as another");
    }
    return out;
}

}  // namespace pressrum::test
