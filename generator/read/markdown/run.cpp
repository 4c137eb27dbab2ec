#include "read/markdown/run.hpp"

#include "base/ascii.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/rules.hpp"

#include <algorithm>
#include <span>

namespace pressrum {
namespace {

bool is_dash(char32_t c) { return (c >= 0x2012 && c <= 0x2015) || c == 0x2212; }

// The first character that is neither white space nor invisible: where it begins, or the size of the text.
std::size_t skip_blank(std::string_view text, std::size_t at = 0) {
    while (at < text.size()) {
        const Character c = character_at(text, at);
        if (!is_white_space(c.code) && !is_zero_width(c.code)) break;
        at += c.length;
    }
    return at;
}

bool has_words(std::string_view text) {
    for (std::size_t at = skip_blank(text); at < text.size(); at = skip_blank(text, at)) {
        const Character c = character_at(text, at);
        if (!is_dash(c.code) && c.code != '-') return true;
        at += c.length;
    }
    return false;
}

using Items = std::span<const Inline>;
using enum Inline::Kind;

bool is_break(const Inline& item) { return item.kind == soft_break || item.kind == hard_break; }

const Inline* first_text_of(Items items) {
    const auto found = std::find_if(items.begin(), items.end(), [](const Inline& item) { return item.kind != enter; });
    return found != items.end() && found->kind == text ? &*found : nullptr;
}

// Pictures, and nothing but white space between them.
bool is_only_pictures(const InlineRun& run) {
    bool any = false;
    for (const Inline& item : run.items) {
        any = any || item.kind == picture;
        if (item.kind == text && !is_blank(run.text(item))) return false;
        if (item.kind == code || item.kind == enter) return false;
    }
    return any;
}

class Writer {
public:
    Writer(const InlineRun& run, const Region& region, Body& body, Diagnostics& diagnostics)
        : run_(run), region_(region), body_(body), diagnostics_(diagnostics) {}

    void placed() {
        for (const Inline& item : run_.items) {
            if (item.kind != picture || item.node == NodeKind::text) continue;
            const std::uint32_t node = body_.leaf(item.node, item.at, item.node == NodeKind::placed_photo ? run_.text(item) : "");
            body_.set_target(node, run_.target(item));
        }
    }

    // Blocks: one at the beginning, and one at each line that begins with a talstreck.
    void blocks() {
        const Items all = run_.items;
        std::size_t begin = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!is_break(all[i]) || !begins_statement(all.subspan(i + 1)) || goes_on(all.subspan(begin, i - begin), all.subspan(i + 1)))
                continue;
            block(all.subspan(begin, i - begin));
            begin = i + 1;
        }
        block(all.subspan(begin));
    }

    void inlines(Items items) {
        for (const Inline& item : items) {
            switch (item.kind) {
                case text: body_.leaf(NodeKind::text, item.at, run_.text(item)); break;
                case code: body_.leaf(NodeKind::code, item.at, run_.text(item)); break;
                case soft_break: body_.leaf(NodeKind::soft_break, item.at); break;
                case hard_break: body_.leaf(NodeKind::hard_break, item.at); break;
                case enter: enter_span(item, item.at.begin); break;
                case leave:
                    body_.close(item.at.end);
                    open_.pop_back();
                    break;
                case picture: report_inside(item); break;
            }
        }
    }

private:
    // "Hallen kostar 90 miljoner\n– tio mindre än budget.": a pause that ended up at the beginning of a line. The line before is not over, and a small letter
    // goes on with it.
    bool goes_on(Items before, Items after) const {
        const Inline* first = first_text_of(after);
        if (first == nullptr || before.empty()) return false;
        std::string_view words = run_.text(*first);
        while (!words.empty() && !is_letter_or_digit(character_at(words, 0).code)) words.remove_prefix(character_at(words, 0).length);
        if (words.empty() || is_upper_case(character_at(words, 0).code) || is_digit(words.front())) return false;
        for (std::size_t i = before.size(); i-- > 0;) {
            if (before[i].kind != text || is_blank(run_.text(before[i]))) continue;
            const std::string_view line = trim(run_.text(before[i]));
            return !begins_with_talstreck(line) && std::string_view(".!?:;").find(line.back()) == std::string_view::npos &&
                   !line.ends_with("…") && !line.ends_with("”");
        }
        return false;
    }

    bool begins_statement(Items items) const {
        const Inline* first = first_text_of(items);
        if (first == nullptr || !begins_with_talstreck(run_.text(*first))) return false;
        // Words may stand in a later part ("– *Ja*"), but on the same line.
        for (const Inline& item : items) {
            if (is_break(item)) break;
            if (item.kind == code || (item.kind == text && has_words(run_.text(item)))) return true;
        }
        return false;
    }

    void block(Items items) {
        const bool blank = std::all_of(items.begin(), items.end(), [&](const Inline& item) {
            return is_break(item) || item.kind == enter || item.kind == leave || (item.kind == text && is_blank(run_.text(item)));
        });
        const NodeKind kind = begins_statement(items) ? NodeKind::statement : NodeKind::paragraph;
        if (blank) {
            for (const Inline& item : items) {
                if (item.kind == enter) open_.push_back(&item);
                if (item.kind == leave) open_.pop_back();
            }
            return;
        }
        Items written = items;
        while (written.back().kind == enter) written = written.first(written.size() - 1);  // of the next block
        const std::uint32_t end = written.back().at.end;
        // A span that covers several statements ends and begins again with each.
        const std::vector<const Inline*> going_on = std::move(open_);
        open_.clear();
        body_.open(kind, items.front().at);
        for (const Inline* item : going_on) enter_span(*item, items.front().at.begin);
        inlines(written);
        for (std::size_t i = open_.size(); i > 0; --i) body_.close(end);
        body_.close(end);
        for (const Inline& item : items.subspan(written.size())) open_.push_back(&item);
    }

    void enter_span(const Inline& item, std::uint32_t begin) {
        const std::uint32_t node = body_.open(item.node, region_.span(begin, begin));
        if (item.target_size > 0) body_.set_target(node, run_.target(item));
        open_.push_back(&item);
    }

    // Alone on its line, it only needs empty lines around it.
    void report_inside(const Inline& item) {
        if (item.node == NodeKind::text) return;
        const std::string source(region_.slice(item.at));
        const bool first = item.at.begin == run_.begin();
        const bool last = item.at.end == run_.end();
        std::string suggestion;
        if (region_.begins_line(item.at.begin) && region_.ends_line(item.at.end) && open_.empty())
            suggestion = (first ? "" : "\n") + source + (last ? "" : "\n");
        diagnostics_.add({rule("body/placed-inside"), item.at, {source}, suggestion, {}});
    }

    const InlineRun& run_;
    const Region& region_;
    Body& body_;
    Diagnostics& diagnostics_;
    std::vector<const Inline*> open_;  // spans that are not closed yet
};

}  // namespace

void InlineRun::append_text(Inline& item, std::string_view text) {
    if (item.text_size == 0) item.text_begin = static_cast<std::uint32_t>(strings.size());
    item.text_size += static_cast<std::uint32_t>(text.size());
    strings += text;
}

void InlineRun::set_target(Inline& item, std::string_view target) {
    item.target_begin = static_cast<std::uint32_t>(strings.size());
    item.target_size = static_cast<std::uint32_t>(target.size());
    strings += target;
}

std::string InlineRun::plain() const {
    std::string out;
    for (const Inline& item : items) {
        if (item.kind == soft_break) out += ' ';
        else if (item.kind == hard_break) out += '\n';
        else if (item.kind == Inline::Kind::text || item.kind == code) out += text(item);
    }
    return out;
}

const Inline* InlineRun::first_text() const { return first_text_of(items); }

bool begins_with_talstreck(std::string_view text) {
    const std::size_t at = skip_blank(text);
    if (at == text.size()) return false;
    const Character dash = character_at(text, at);
    if (!is_dash(dash.code)) return false;
    const std::size_t after = at + dash.length;
    const bool digit = after < text.size() && is_digit(text[after]);
    return !(dash.code == 0x2212 && digit);  // −5 degrees
}

bool is_blank(std::string_view text) { return skip_blank(text) == text.size(); }

void write_run(const InlineRun& run, RunPlace place, const Region& region, Body& body, Diagnostics& diagnostics) {
    Writer writer(run, region, body, diagnostics);
    const bool may_place = place == RunPlace::paragraph || place == RunPlace::item;
    if (may_place && is_only_pictures(run)) writer.placed();
    else if (place == RunPlace::paragraph) writer.blocks();
    else writer.inlines(run.items);
}

}  // namespace pressrum
