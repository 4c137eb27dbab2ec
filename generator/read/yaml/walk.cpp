#include "read/yaml/walk.hpp"

#include "base/yaml_text.hpp"
#include "model/rules.hpp"
#include "read/yaml/text.hpp"

#include <algorithm>

namespace pressrum::yaml {

Span Walk::at(std::size_t begin, std::size_t end) const { return span(file_, std::min(begin, text_.size()), std::min(end, text_.size())); }

void Walk::report(const Rule* rule, Span where, std::vector<std::string> words, std::string suggestion) {
    diagnostics_.add(Diagnostic{rule, where, std::move(words), std::move(suggestion), {}});
}

void Walk::refuse(const Rule* rule, Span where, std::vector<std::string> words, std::string suggestion) {
    report(rule, where, std::move(words), std::move(suggestion));
    throw Stop{};
}

void Walk::cross(std::size_t to, Style style) {
    bool own_line = cursor_ == 0 || text_[cursor_ - 1] == '\n';
    while (cursor_ < to) {
        const std::size_t here = cursor_++;
        switch (text_[here]) {
            case ' ':
            case '\t':
            case '\r':
            case '.': break;  // "..." ends a document
            case '\n': own_line = true; break;
            case ':':
            case '-':
            case ',':
                colon_ = colon_ || text_[here] == ':';
                punctuation_ = cursor_;
                past_ = Past::punctuation;
                own_line = false;
                break;
            case '?': refuse(rule("yaml/complex-key"), at(here, cursor_));
            case '#':
                meet_comment(here, own_line, style);
                cursor_ = std::min(line_end(text_, here), to);
                break;
            case '%':
                if (own_line) refuse(rule("yaml/directive"), at(here, content_end(text_, here)));
                [[fallthrough]];
            default: throw Unexplained{here};
        }
    }
}

// A comment is meant as one when there is a space on both sides of its #. "Skola #1" and "title: #trygghet" lose text; in "Skola # 1"
// nobody can tell, so that is a warning unless the comment stands well apart.
void Walk::meet_comment(std::size_t begin, bool own_line, Style style) {
    const std::size_t end = content_end(text_, begin);
    const Span comment = at(begin, end);
    const char next = begin + 1 < end ? text_[begin + 1] : ' ';
    const bool spaced = (is_blank(next) || next == '#') && (own_line || is_blank(text_[begin - 1]));
    const bool text_before = past_ == Past::plain || past_ == Past::block;
    if (own_line) {
        // Indented into a text, the line would be part of it but for its #.
        const bool inside = text_before && style == Style::block && static_cast<int>(begin - line_begin(text_, begin)) > column_;
        if (inside && (!spaced || past_ == Past::block)) report(rule("yaml/hash"), comment, {shown(written(comment))});
        return;
    }
    if (style == Style::flow && !spaced) throw Unexplained{begin};  // [a, #b] has lost its bracket too
    if (past_ == Past::punctuation) {
        if (!spaced) lost_ = comment;  // when no value follows, this was meant to be it
        return;
    }
    const Span whole = at(scalar_.begin, end);
    const bool quotable = past_ == Past::plain && style == Style::block && written(whole).find('\n') == std::string_view::npos;
    const bool close = past_ == Past::plain && begin == scalar_.end + 1 && begin + 1 < end;
    if (spaced && !close) return;
    report(spaced ? rule("yaml/comment-close") : rule("yaml/hash"), quotable ? whole : comment, {shown(written(comment))},
           quotable ? yaml_quoted(written(whole)) : "");
}

void Walk::pass_scalar(Past kind, Span where, int column) {
    past_ = kind;
    scalar_ = where;
    column_ = column;
    cursor_ = where.end;
}

void Walk::pass_bracket(std::size_t end, Past kind) {
    past_ = kind;
    cursor_ = end;
    if (kind == Past::punctuation) punctuation_ = end;
}

}  // namespace pressrum::yaml
