#include "read/yaml/front_matter.hpp"

#include "base/text.hpp"
#include "model/rules.hpp"
#include "read/yaml/text.hpp"

namespace pressrum {

namespace {

constexpr std::string_view kFence = "---";

bool is_fence(std::string_view line) { return line.starts_with(kFence) && trim(line.substr(kFence.size())).empty(); }

// What a word processor, another generator or a slip makes of a fence: dashes of any kind and number, +++, a fence with a space
// before it.
bool is_nearly_fence(std::string_view line) {
    line = trim(line);
    if (line.empty()) return false;
    for (std::size_t at = 0; at < line.size();) {
        const Character c = character_at(line, at);
        const bool stroke = c.code == '-' || c.code == '_' || c.code == '+' || c.code == '=' || c.code == '~' || c.code == ' ' ||
                            c.code == 0xAD || (c.code >= 0x2010 && c.code <= 0x2015) || c.code == 0x2212 || c.code == 0xA0;
        if (!stroke) return false;
        at += c.length;
    }
    return line.size() >= 2;
}

// The file does not begin with a fence: what stands there instead.
void report_opening(std::string_view text, FileId file, Diagnostics& diagnostics) {
    std::size_t line = 0;
    while (line < text.size() && trim(text.substr(line, yaml::line_end(text, line) - line)).empty()) line = yaml::next_line(text, line);
    if (line == text.size()) line = 0;  // nothing but blank lines
    const std::size_t end = yaml::content_end(text, line);
    const std::string_view first = text.substr(line, end - line);
    const auto report = [&](const Rule* rule, std::size_t begin, std::string suggestion) {
        diagnostics.add(Diagnostic{rule, yaml::span(file, begin, end), {}, std::move(suggestion), {}});
    };
    if (line > 0 && is_fence(first)) return report(rule("fence/not-first"), 0, std::string(kFence));
    if (is_nearly_fence(first)) return report(rule("fence/form"), line, std::string(kFence));
    const bool key = yaml::is_key_word(first.substr(0, first.find(':'))) && first.find(':') != std::string_view::npos;
    report(rule("fence/missing"), line, key ? "---\n" + std::string(first) : "");
}

}  // namespace

std::optional<FrontMatter> split_front_matter(const Sources& sources, FileId file, Diagnostics& diagnostics) {
    const std::string_view text = sources[file].text;
    if (!is_fence(text.substr(0, yaml::line_end(text, 0)))) {
        report_opening(text, file, diagnostics);
        return std::nullopt;
    }
    std::optional<Span> nearly;
    const std::size_t begin = yaml::next_line(text, 0);
    for (std::size_t line = begin; line < text.size(); line = yaml::next_line(text, line)) {
        if (text[line] != '-' && nearly) continue;
        const std::size_t end = yaml::line_end(text, line);
        const std::string_view content = text.substr(line, end - line);
        if (is_fence(content))
            return FrontMatter{yaml::span(file, begin, line), yaml::span(file, yaml::next_line(text, line), text.size())};
        if (!nearly && is_nearly_fence(content)) nearly = yaml::span(file, line, end);
    }
    Diagnostic fault{rule("fence/unclosed"), yaml::span(file, 0, kFence.size()), {}, {}, {}};
    if (nearly)
        fault.notes.push_back({*nearly, {"den här raden liknar slutet, men är inte ---", "this line resembles the end, but is not ---"}});
    diagnostics.add(std::move(fault));
    return std::nullopt;
}

}  // namespace pressrum
