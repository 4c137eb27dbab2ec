#include "read/markdown/html.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "model/rules.hpp"

#include <fmt/format.h>

namespace pressrum {
namespace {

// The Markdown for the same thing, before and after.
constexpr struct {
    std::string_view tag, mark;
} kMarks[] = {{"b", "**"}, {"strong", "**"}, {"i", "*"}, {"em", "*"}, {"s", "~~"}, {"del", "~~"}, {"code", "`"}};

// How far back a closing tag looks for its opening one.
constexpr std::size_t kNesting = 16;

std::string name_of(std::string_view tag) {
    std::string name;
    for (const char c : tag) {
        const bool letter = is_ascii_letter(c) || (!name.empty() && is_digit(c));
        if (letter) name += c;
        else if (c != '<' && c != '/') break;
    }
    return ascii_lower(name);
}

std::string_view href_of(std::string_view tag) {
    static constexpr std::string_view kHref = "href=\"";
    const std::size_t at = tag.find(kHref);
    if (at == std::string_view::npos) return {};
    const std::string_view value = tag.substr(at + kHref.size());
    return value.substr(0, std::min(value.find('"'), value.size()));
}

std::string suggestion_for(std::string_view name, std::string_view opening, std::string_view inside, Span at, const Region& region) {
    if (name == "br") return region.ends_line(at.end) ? "\\" : "\\\n";
    if (inside.empty()) return {};
    for (const auto& [tag, mark] : kMarks) {
        if (tag == name) return fmt::format("{0}{1}{0}", mark, trim(inside));
    }
    if (const std::string_view href = href_of(opening); name == "a" && !href.empty()) return fmt::format("[{}]({})", trim(inside), href);
    return {};
}

void report(Span at, std::string suggestion, const Region& region, Diagnostics& diagnostics) {
    const std::string_view written = region.slice(at);
    const std::string_view line = written.substr(0, std::min(written.find_first_of("\r\n"), written.size()));
    const std::string_view tag = clip(line.substr(0, line.find('>') == std::string_view::npos ? line.size() : line.find('>') + 1), 60);
    diagnostics.add({rule("body/raw-html"), at, {std::string(tag)}, std::move(suggestion), {}});
}

}  // namespace

void HtmlTags::add(Span tag_at, const Region& region) {
    const std::string_view written = region.slice(tag_at);
    const std::string name = name_of(written);
    if (written.starts_with("</")) {
        for (std::size_t i = tags_.size(); i > 0 && tags_.size() - i < kNesting; --i) {
            Tag& tag = tags_[i - 1];
            if (!tag.open || tag.name != name) continue;
            tag.open = false;
            tag.inside = region.span(tag.at.end, tag_at.begin);
            tag.at.end = tag_at.end;
            tags_.resize(i);  // what stands inside is a part of it
            return;
        }
    }
    tags_.push_back({tag_at, name, !name.empty() && !written.starts_with("</"), {}});
}

void HtmlTags::extend(Span piece) {
    if (!tags_.empty()) tags_.back().at.end = piece.end;
}

void HtmlTags::end_block(const Region& region, Diagnostics& diagnostics) {
    for (const Tag& tag : tags_) {
        const std::string_view inside = tag.inside.known() ? region.slice(tag.inside) : std::string_view();
        const std::string_view opening = tag.inside.known() ? region.slice(tag.at.begin, tag.inside.begin) : region.slice(tag.at);
        report(tag.at, suggestion_for(tag.name, opening, inside, tag.at, region), region, diagnostics);
    }
    tags_.clear();
}

void report_html_block(Span at, const Region& region, Diagnostics& diagnostics) { report(at, {}, region, diagnostics); }

}  // namespace pressrum
