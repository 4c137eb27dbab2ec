#include "cli/report.hpp"

#include "base/minisign.hpp"
#include "base/text.hpp"
#include "cli/log.hpp"
#include "cli/places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace pressrum {
namespace {

// What an editor wrote may be as long as a file; in a message it is a reminder.
constexpr std::size_t kMaxWordBytes = 1000;
// Nobody pastes a longer suggestion from a terminal.
constexpr std::size_t kMaxSuggestionBytes = 4000;

std::vector<std::string> shown_words(const std::vector<std::string>& words) {
    std::vector<std::string> shown;
    for (const std::string& word : words) {
        const std::string_view clipped = clip(word, kMaxWordBytes);
        shown.push_back(printable(clipped));
        if (clipped.size() < word.size()) shown.back() += "…";
    }
    return shown;
}

std::string_view trim_marks(std::string_view scalar) {
    while (!scalar.empty() && (scalar.front() == '"' || scalar.front() == '\'')) scalar.remove_prefix(1);
    while (!scalar.empty() && (scalar.back() == '"' || scalar.back() == '\'')) scalar.remove_suffix(1);
    return scalar;
}

std::optional<Place> place_of(Span at, const Sources& sources, Places& places) {
    if (!at.known()) return std::nullopt;
    const auto [line, line_begin] = places.line(at.file, at.begin);
    const std::size_t begin = std::min<std::size_t>(at.begin - line_begin, line.size());
    const std::size_t end = std::clamp<std::size_t>(std::max(at.begin, at.end) - line_begin, begin, line.size());
    // What somebody pasted where all can see it is not shown once more in a log.
    const bool secret = is_secret_key(trim_marks(line.substr(begin, end - begin)));
    const std::string hidden = secret ? std::string(line.substr(0, begin)) + "…" : "";
    return Place{sources[at.file].path, places.position(at.file, at.begin), places.position(at.file, std::max(at.begin, at.end)),
                 secret ? excerpt(hidden, begin, hidden.size()) : excerpt(line, begin, end)};
}

// Lines of a suggestion, each safe to print but for the line ends between them.
std::string shown_lines(std::string_view text) {
    std::string out;
    for (const std::string_view line : split(text, '\n')) {
        if (line.data() != text.data()) out += '\n';
        out += printable(line);
    }
    return out;
}

bool is_near_word(std::string_view written, std::string_view suggestion) {
    constexpr std::size_t kMaxWord = 64;
    if (suggestion.empty() || suggestion.size() > kMaxWord || written.size() > kMaxWord) return false;
    if (suggestion.find_first_of(" \n:\"[") != std::string_view::npos) return false;  // more than a word, or a word in marks
    return find_nearest(ascii_lower(trim(written)), {&suggestion, 1}).has_value();
}

// "… och 12 345 till av samma slag"
std::string more_words(const Finding& finding, MessageLanguage language) {
    const std::string_view between = in(language, {"\u00A0", ","});
    std::string number = fmt::to_string(finding.more);
    for (std::size_t at = number.size(); at > 3;) number.insert(at -= 3, between);
    return say(language, {"… och {0} till av samma slag", "… and {0} more of the same kind"}, {number});
}

// ---------------------------------------------------------------- text

struct Paint {
    bool on;
    std::string operator()(std::string_view code, std::string_view text) const {
        return on ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
    }
};
constexpr std::string_view kBold = "1", kRed = "1;31", kYellow = "1;33", kCyan = "1;36", kGreen = "32", kDim = "2";

std::string_view color_of(Severity severity) {
    return severity == Severity::error ? kRed : severity == Severity::warning ? kYellow : kCyan;
}

std::string location(const std::optional<Place>& at) {
    return at ? fmt::format("{}:{}:{}: ", printable(at->path), at->begin.line, at->begin.column) : "";
}

constexpr std::size_t kGutter = 4;

void write_excerpt(std::ostream& out, const Place& at, std::string_view beside, std::string_view color, const Paint& paint) {
    const std::string number = fmt::format("{:>{}}", at.begin.line, kGutter);
    const std::string_view space = at.source.line.empty() ? "" : " ";
    out << paint(kDim, number + " |") << space << at.source.line << '\n';
    out << paint(kDim, std::string(number.size(), ' ') + " |") << ' ' << paint(color, at.source.carets) << beside << '\n';
}

void write_hint(std::ostream& out, std::string_view text) { out << std::string(kGutter + 1, ' ') << "= " << text << '\n'; }

void write_suggestion(std::ostream& out, const std::string& suggestion, MessageLanguage language, const Paint& paint) {
    const std::string_view intro = in(language, {"skriv:", "write:"});
    if (suggestion.find('\n') == std::string::npos) return write_hint(out, fmt::format("{} {}", intro, paint(kGreen, suggestion)));
    write_hint(out, intro);
    for (const std::string_view line : split(suggestion, '\n')) {
        if (!line.empty()) out << std::string(2 * kGutter + 1, ' ') << paint(kGreen, line);
        out << '\n';
    }
}

void write_finding(std::ostream& out, const Finding& finding, MessageLanguage language, const Paint& paint) {
    const std::string_view color = color_of(finding.severity);
    out << paint(kBold, location(finding.at)) << paint(color, fmt::format("{}:", severity_words(finding.severity, language))) << ' '
        << paint(kBold, finding.text) << ' ' << paint(kDim, fmt::format("[{}]", finding.rule->id)) << '\n';
    const bool beside = finding.near_word && finding.at;
    if (finding.at) {
        const std::string meant =
            beside ? say(language, {" menade du \"{0}\"?", " did you mean \"{0}\"?"}, {paint(kGreen, finding.suggestion)}) : "";
        write_excerpt(out, *finding.at, meant, color, paint);
    }
    if (!beside && !finding.help.empty()) write_hint(out, finding.help);
    if (!beside && !finding.suggestion.empty() && finding.suggestion.size() <= kMaxSuggestionBytes)
        write_suggestion(out, finding.suggestion, language, paint);
    for (const FindingNote& note : finding.notes) {
        out << paint(kBold, location(note.at)) << paint(kCyan, fmt::format("{}:", severity_words(Severity::note, language))) << ' '
            << note.text << '\n';
        if (note.at) write_excerpt(out, *note.at, "", kCyan, paint);
    }
    if (finding.more > 0) out << more_words(finding, language) << '\n';
}

// ---------------------------------------------------------------- GitHub

std::string escape_data(std::string text) {
    return replace_all(replace_all(replace_all(std::move(text), "%", "%25"), "\r", "%0D"), "\n", "%0A");
}
std::string escape_property(std::string text) { return replace_all(replace_all(escape_data(std::move(text)), ":", "%3A"), ",", "%2C"); }

}  // namespace

std::vector<Finding> resolve(const std::vector<Diagnostic>& diagnostics, const Sources& sources, MessageLanguage language,
                             const std::function<Severity(const Rule&)>& severity_of) {
    Places places(sources);
    std::vector<Finding> findings;
    struct Alike {
        std::size_t shown = 0, last = 0;  // index of the last one shown
    };
    std::map<std::pair<const Rule*, FileId>, Alike> all_alike;
    for (const Diagnostic& d : diagnostics) {
        const Severity severity = severity_of(*d.rule);
        if (severity == Severity::off) continue;
        Alike& alike = all_alike[{d.rule, d.at.file}];
        if (alike.shown == kMaxAlike) {
            ++findings[alike.last].more;
            continue;
        }
        ++alike.shown;
        alike.last = findings.size();
        Finding finding{d.rule, severity, place_of(d.at, sources, places), {}, {}, shown_lines(d.suggestion), false, {}, 0};
        const std::vector<std::string> words = shown_words(d.words);
        finding.text = say(language, d.rule->text, words);
        finding.help = say(language, d.rule->help, words);
        finding.near_word = is_near_word(sources.text(d.at), d.suggestion);
        for (const Note& note : d.notes)
            finding.notes.push_back({place_of(note.at, sources, places), say(language, note.text, shown_words(note.words))});
        findings.push_back(std::move(finding));
    }
    return findings;
}

std::string_view severity_words(Severity severity, MessageLanguage language) {
    static constexpr std::array<Words, 4> kWords = {{{"av", "off"}, {"not", "note"}, {"varning", "warning"}, {"fel", "error"}}};
    return in(language, kWords[static_cast<std::size_t>(severity)]);
}

void write_text(std::ostream& out, const std::vector<Finding>& findings, MessageLanguage language, Color color) {
    const Paint paint{color == Color::on};
    for (const Finding& finding : findings) write_finding(out, finding, language, paint);
}

void write_github(std::ostream& out, const std::vector<Finding>& findings, MessageLanguage language,
                  const std::function<std::string(const std::string&)>& file_of) {
    for (const Finding& finding : findings) {
        std::string line = finding.severity == Severity::error     ? "::error "
                           : finding.severity == Severity::warning ? "::warning "
                                                                   : "::notice ";
        if (finding.at) {
            const Place& at = *finding.at;
            line += fmt::format("file={},line={},", escape_property(file_of(at.path)), at.begin.line);
            // GitHub takes columns only for a place within one line, and includes the last character.
            if (at.end.line == at.begin.line)
                line += fmt::format("col={},endColumn={},", at.begin.column, std::max(at.begin.column, at.end.column - 1));
            else line += fmt::format("endLine={},", at.end.line);
        }
        std::string message = finding.text;
        if (!finding.help.empty() && !finding.near_word) message += '\n' + finding.help;
        if (!finding.suggestion.empty()) {
            message += '\n';
            message += finding.near_word ? say(language, {"menade du \"{0}\"?", "did you mean \"{0}\"?"}, {finding.suggestion})
                                         : fmt::format("{}\n{}", in(language, {"skriv:", "write:"}), finding.suggestion);
        }
        for (const FindingNote& note : finding.notes) message += fmt::format("\n{}{}", location(note.at), note.text);
        if (finding.more > 0) message += '\n' + more_words(finding, language);
        line += fmt::format("title={}::{}", escape_property(std::string(finding.rule->id)), escape_data(std::move(message)));
        out << no_orders_within(std::move(line)) << '\n';
    }
}

}  // namespace pressrum
