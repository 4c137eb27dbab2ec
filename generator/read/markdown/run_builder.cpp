#include "read/markdown/run_builder.hpp"

#include "model/rules.hpp"
#include "read/markdown/targets.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace pressrum {
namespace {

bool is_mark(char c) { return c == '*' || c == '_' || c == '~'; }

Span join(Span first, Span last) { return first.known() ? Span{first.file, first.begin, last.end} : last; }

}  // namespace

void RunBuilder::finish() {
    while (!spans_.empty()) drop_span(spans_.size() - 1);
    link_depth_ = picture_depth_ = 0;
    tags_.end_block(region_, diagnostics_);
}

void RunBuilder::clear() {
    run_.clear();
    spans_.clear();
}

void RunBuilder::move_to(std::size_t offset) {
    cursor_ = std::max(cursor_, static_cast<std::uint32_t>(std::min<std::size_t>(offset, region_.end())));
}

Inline& RunBuilder::add(Inline::Kind kind, NodeKind node, Span at) {
    run_.items.push_back({.kind = kind, .node = node, .at = at});
    return run_.items.back();
}

void RunBuilder::drop_span(std::size_t number) {
    const std::size_t index = spans_[number];
    run_.items.erase(run_.items.begin() + static_cast<std::ptrdiff_t>(index));
    spans_.erase(spans_.begin() + static_cast<std::ptrdiff_t>(number));
    for (std::size_t i = number; i < spans_.size(); ++i) --spans_[i];
}

// ---------------------------------------------------------------- emphasis and code

void RunBuilder::enter(NodeKind kind) {
    if (inside_picture()) return;
    spans_.push_back(run_.items.size());
    add(Inline::Kind::enter, kind, here());
}

void RunBuilder::leave(NodeKind kind) {
    if (inside_picture()) return;
    std::size_t number = spans_.size();
    while (number > 0 && run_.items[spans_[number - 1]].node != kind) --number;
    if (number == 0) return;
    if (number < spans_.size()) return drop_span(number - 1);
    const std::size_t index = spans_.back();
    spans_.pop_back();
    const bool empty = index + 1 == run_.items.size();
    std::uint32_t begin = empty ? cursor_ : run_.items[index + 1].at.begin;
    const std::size_t marks = kind == NodeKind::emphasis ? 1 : 2;
    for (std::size_t i = 0; i < marks && begin > region_.begin && is_mark(region_.text[begin - 1]); ++i) --begin;
    for (std::size_t i = 0; i < marks && cursor_ < region_.end() && is_mark(region_.text[cursor_]); ++i) ++cursor_;
    run_.items[index].at = region_.span(begin, cursor_);
    add(Inline::Kind::leave, kind, region_.span(begin, cursor_));
}

void RunBuilder::enter_code() {
    if (!inside_picture()) add(Inline::Kind::code, NodeKind::code, {});
}

void RunBuilder::leave_code() {
    if (inside_picture() || run_.items.empty() || run_.items.back().kind != Inline::Kind::code) return;
    Inline& code = run_.items.back();
    if (!code.at.known()) code.at = here();
    const std::string_view text = region_.text;
    while (cursor_ < text.size() && text[cursor_] == ' ') ++cursor_;
    while (cursor_ < text.size() && text[cursor_] == '`') ++cursor_;
    code.at.end = cursor_;
    while (code.at.begin > region_.begin && text[code.at.begin - 1] == ' ') --code.at.begin;
    while (code.at.begin > region_.begin && text[code.at.begin - 1] == '`') --code.at.begin;
}

// ---------------------------------------------------------------- links and pictures

void RunBuilder::enter_link(std::string address, std::optional<Span> address_at) {
    if (inside_picture() || link_depth_++ > 0) return;
    link_ = {cursor_, std::move(address), address_at.value_or(Span{}), {}};
    enter(NodeKind::link);
}

void RunBuilder::enter_picture(std::string address, std::optional<Span> address_at) {
    if (picture_depth_++ > 0) return;
    const auto begin = static_cast<std::uint32_t>(region_.find_near("![", cursor_, cursor_));
    picture_ = {begin, std::move(address), address_at.value_or(Span{}), {}};
}

// Where "](address "title")" or "][name]" ends; `at` is where its first bracket stands. What looks no further than this is cheap
// however often it is asked.
std::size_t RunBuilder::end_of_target(std::size_t at, const Target& target) const {
    constexpr std::size_t kWindow = 1024;
    const std::string_view text = region_.text;
    if (at + 1 >= text.size() || text[at] != ']') return at;
    if (text[at + 1] == '[') return region_.find_near("]", at + 2, at) + 1;
    if (text[at + 1] != '(') return at + 1;
    const bool known = target.at.known() && !target.address.empty();
    const bool inside = known && target.at.begin >= at + 2 && target.at.begin < at + kWindow;
    if (known && !inside) return at + 1;  // defined elsewhere; the parenthesis is text
    const std::size_t begin = inside ? target.at.end : at + 2;
    const std::size_t stop = std::min(text.size(), begin + kWindow);
    int depth = 1;
    char quote = !inside && text.substr(begin).starts_with('<') ? '>' : '\0';
    for (std::size_t i = begin; i < stop; ++i) {
        const char c = text[i];
        const bool spaced = text[i - 1] == ' ' || text[i - 1] == '\n';
        if (c == '\\') ++i;
        else if (quote != 0) quote = c == quote ? '\0' : quote;
        else if (spaced && (c == '"' || c == '\'')) quote = c;
        else if (c == '(') ++depth;
        else if (c == ')' && --depth == 0) return i + 1;
    }
    return at + 1;
}

// The place of the whole link whose item is `index`: brackets and address with it.
Span RunBuilder::enclose_link(std::size_t index) {
    const bool empty = index + 1 == run_.items.size();
    std::size_t begin = empty ? region_.find_near("[", link_.begin, link_.begin) : run_.items[index + 1].at.begin;
    const char before = begin > region_.begin ? region_.text[begin - 1] : '\0';
    const std::string_view told = region_.slice(begin, std::max<std::size_t>(begin, cursor_));
    // An address that is a link by itself is its own text, except for the prefix that md4c gives it.
    const bool www = !link_.at.known() && link_.address == fmt::format("http://{}", told);
    const bool mail = !link_.at.known() && link_.address == fmt::format("mailto:{}", told);
    if (www) link_.address = fmt::format("https://{}", told);
    if (!empty && (www || mail || (link_.at.known() && link_.at.begin == begin))) {
        if (before == '<' && region_.text.substr(cursor_).starts_with('>')) --begin, move_to(cursor_ + 1);
    } else if (empty || before == '[') {
        if (!empty) --begin;
        move_to(end_of_target(region_.find_near("]", std::max<std::size_t>(cursor_, begin), cursor_), link_));
    }
    return region_.span(begin, std::max<std::size_t>(begin, cursor_));
}

void RunBuilder::leave_link() {
    if (inside_picture() || link_depth_ == 0 || --link_depth_ > 0) return;
    while (run_.items[spans_.back()].node != NodeKind::link) drop_span(spans_.size() - 1);
    const std::size_t index = spans_.back();
    spans_.pop_back();
    const Span at = enclose_link(index);
    bool words = false;
    bool picture = false;
    for (std::size_t i = index + 1; i < run_.items.size(); ++i) {
        const Inline& item = run_.items[i];
        words = words || item.kind == Inline::Kind::code || (item.kind == Inline::Kind::text && !is_blank(run_.text(item)));
        picture = picture || item.kind == Inline::Kind::picture;
    }
    const auto fault = find_link_fault(link_.address);
    if (fault) report(*fault, link_, at);
    else if (!words && !picture) diagnostics_.add({rule("body/link-text"), at, {}, {}, {}});
    if (fault || !(words || picture)) {  // its words stay, as plain text
        run_.items.erase(run_.items.begin() + static_cast<std::ptrdiff_t>(index));
        return;
    }
    run_.items[index].at = at;
    run_.set_target(run_.items[index], link_.address);
    add(Inline::Kind::leave, NodeKind::link, at);
}

void RunBuilder::leave_picture() {
    if (picture_depth_ == 0 || --picture_depth_ > 0) return;
    move_to(end_of_target(region_.find_near("]", std::max(cursor_, picture_.begin), cursor_), picture_));
    const Span at = region_.span(picture_.begin, std::max(picture_.begin, cursor_));
    const auto placed = parse_placed(picture_.address);
    if (!placed) report(placed.error(), picture_, at);
    Inline& item = add(Inline::Kind::picture, placed ? placed->kind : NodeKind::text, at);
    if (!placed) return;
    run_.set_target(item, placed->target);
    run_.append_text(item, picture_.alt);
}

void RunBuilder::report(const Problem& problem, const Target& target, Span whole) {
    const bool for_whole = problem.suggestion.starts_with("![");
    const bool exact = !for_whole && target.at.known() && target.at.begin < target.at.end;
    diagnostics_.add({problem.rule, exact ? target.at : whole, problem.words, exact || for_whole ? problem.suggestion : "", {}});
}

// ---------------------------------------------------------------- text

// Pieces that touch each other, or have only a backslash between them, are one text.
void RunBuilder::add_text(std::string_view words, std::optional<Span> place) {
    const Span at = place.value_or(here());
    move_to(at.end);
    if (inside_picture()) {
        picture_.alt += words;
        return;
    }
    if (!run_.items.empty() && run_.items.back().kind == Inline::Kind::text) {
        Inline& last = run_.items.back();
        const std::uint32_t end = last.at.end;
        if (at.begin == end || (at.begin == end + 1 && region_.text[end] == '\\')) {
            run_.append_text(last, words);
            last.at.end = at.end;
            return;
        }
    }
    run_.append_text(add(Inline::Kind::text, NodeKind::text, at), words);
}

void RunBuilder::add_code(std::string_view words, std::optional<Span> place) {
    if (place) move_to(place->end);
    if (inside_picture()) {
        picture_.alt += words;
        return;
    }
    if (run_.items.empty() || run_.items.back().kind != Inline::Kind::code) return;
    Inline& code = run_.items.back();
    run_.append_text(code, words);
    if (place) code.at = join(code.at, *place);
}

void RunBuilder::add_break(NodeKind kind) {
    if (inside_picture()) {
        picture_.alt += ' ';
        return;
    }
    const std::size_t begin = region_.line_end(cursor_);
    const std::size_t end = region_.next_line(begin);
    add(kind == NodeKind::soft_break ? Inline::Kind::soft_break : Inline::Kind::hard_break, kind, region_.span(begin, end));
    move_to(end);
}

void RunBuilder::add_tag(std::optional<Span> place) {
    if (place) {
        if (tag_goes_on_) tags_.extend(*place);
        else tags_.add(*place, region_);
        move_to(place->end);
    }
    tag_goes_on_ = !place;
}

}  // namespace pressrum
