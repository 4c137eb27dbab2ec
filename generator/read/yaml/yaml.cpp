#include "read/yaml/yaml.hpp"

#include "base/text.hpp"
#include "model/rules.hpp"
#include "read/yaml/explain.hpp"
#include "read/yaml/text.hpp"
#include "read/yaml/tree.hpp"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

// The library is asked for events only. yaml::Tree makes the tree of them and watches the source between the values (yaml::Walk); what
// the library throws, or what makes no sense, is handed to yaml::explain, which looks for what the writer did. The library's own words
// are never shown.
//
// Oddities of yaml-cpp 0.7 that are met here and below: positions count bytes, but not a byte order mark; `~` and `null` come as
// OnNull, and so does an empty value, with the place of whatever comes next; a line that begins with % is dropped in silence; an
// unclosed quotation mark ends with the text; a key at the end needs no colon; less indentation begins a second document.

namespace pressrum {
namespace {

// Reads memory that somebody else holds, without a copy.
class Memory : public std::streambuf {
public:
    explicit Memory(std::string_view text) {
        char* begin = const_cast<char*>(text.data());  // a get area is never written to
        setg(begin, begin, begin + text.size());
    }
};

class Handler final : public YAML::EventHandler {
public:
    Handler(yaml::Tree& tree, std::string_view text, std::size_t base) : tree_(tree), text_(text), base_(base) {}

    std::size_t offset(const YAML::Mark& mark) const {
        return std::min(base_ + static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
    }

    void OnDocumentStart(const YAML::Mark& mark) override { tree_.document(offset(mark)); }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const std::size_t begin = offset(mark);
        const std::string_view word = null_word(begin);
        if (anchor != YAML::NullAnchor || !word.empty()) tree_.scalar(begin, word);
        else tree_.missing(begin);
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { tree_.alias(offset(mark)); }
    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string& value) override {
        tree_.scalar(offset(mark), value);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override {
        open(mark, YamlNode::Kind::sequence, tag, anchor, style);
    }
    void OnSequenceEnd() override { tree_.close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) override {
        open(mark, YamlNode::Kind::mapping, tag, anchor, style);
    }
    void OnMapEnd() override { tree_.close(); }

private:
    void open(const YAML::Mark& mark, YamlNode::Kind kind, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style) {
        tree_.open(offset(mark), mark.column, kind, style == YAML::EmitterStyle::Flow ? yaml::Style::flow : yaml::Style::block,
                   anchor != YAML::NullAnchor || tag != "?");
    }

    // `~` or a spelling of `null` as written at `begin`: texts like any other to us. Where a value is missing, `begin` is that of what
    // comes next, which may be a key of that name.
    std::string_view null_word(std::size_t begin) const {
        if (tree_.before_cursor(begin)) return {};
        for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
            if (!text_.substr(begin).starts_with(word)) continue;
            const std::size_t behind = yaml::skip_blanks(text_, begin + word.size());
            const bool is_key = behind < text_.size() && text_[behind] == ':';
            if (is_key == tree_.wants_key()) return text_.substr(begin, word.size());
        }
        return {};
    }

    yaml::Tree& tree_;
    std::string_view text_;
    std::size_t base_;
};

// What the library passes over or stumbles on without telling what it was.
bool characters_are_sound(std::string_view text, Span region, Diagnostics& diagnostics) {
    const std::string_view part = text.substr(region.begin);
    const auto report = [&](const Rule* rule, std::size_t offset, std::size_t length, std::vector<std::string> words) {
        diagnostics.add(Diagnostic{rule, yaml::span(region.file, region.begin + offset, region.begin + offset + length), std::move(words)});
        return false;
    };
    if (const auto fault = find_text_fault(part)) {
        if (fault->kind == TextFault::bad_utf8) return report(rule("yaml/bad-utf8"), fault->offset, 1, {});
        const Character c = character_at(part, fault->offset);
        return report(rule("yaml/control-character"), fault->offset, c.length,
                      {fmt::format("U+{:04X}", static_cast<std::uint32_t>(c.code))});
    }
    for (std::size_t cr = part.find('\r'); cr != std::string_view::npos; cr = part.find('\r', cr + 1)) {
        if (part.substr(cr + 1, 1) != "\n") return report(rule("yaml/line-end"), cr, 1, {});
    }
    return true;
}

// A tab in a line that is otherwise empty harms nobody, but the library refuses it. The text with spaces for such tabs; empty when
// there are none, which is nearly always.
std::string without_tabs_in_empty_lines(std::string_view text) {
    std::string copy;
    for (std::size_t tab = text.find('\t'); tab != std::string_view::npos; tab = text.find('\t', tab)) {
        const std::size_t begin = yaml::line_begin(text, tab);
        const std::size_t end = yaml::line_end(text, tab);
        const std::string_view line = text.substr(begin, end - begin);
        if (line.find_first_not_of(" \t") == std::string_view::npos) {
            if (copy.empty()) copy = text;
            std::fill(copy.begin() + static_cast<std::ptrdiff_t>(begin), copy.begin() + static_cast<std::ptrdiff_t>(end), ' ');
        }
        tab = end;
    }
    return copy;
}

}  // namespace

const YamlEntry* YamlNode::find(std::string_view key) const {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const YamlEntry& entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &*found;
}

std::optional<YamlNode> read_yaml(const Sources& sources, Span region, Diagnostics& diagnostics) {
    const std::string_view text = std::string_view(sources[region.file].text).substr(0, region.end);
    if (!characters_are_sound(text, region, diagnostics)) return std::nullopt;

    constexpr std::string_view kByteOrderMark = "\uFEFF";
    const std::size_t base = region.begin + (text.substr(region.begin).starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
    yaml::Tree tree(yaml::Walk(text, region.file, base, diagnostics), region);
    Handler handler(tree, text, base);
    std::size_t failed_at = base;
    try {
        const std::string copy = without_tabs_in_empty_lines(text.substr(base));
        Memory memory(copy.empty() ? text.substr(base) : std::string_view(copy));
        std::istream stream(&memory);
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(handler)) {}
        return tree.finish();
    } catch (const yaml::Stop&) {
        return std::nullopt;
    } catch (const yaml::Unexplained& unexplained) {
        failed_at = unexplained.at;
    } catch (const YAML::Exception& exception) {
        failed_at = handler.offset(exception.mark);
    }
    yaml::explain(text, region, failed_at, diagnostics);
    return std::nullopt;
}

}  // namespace pressrum
