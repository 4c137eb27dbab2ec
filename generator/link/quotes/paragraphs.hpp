#pragma once
// The paragraphs of a body in which somebody says something, or may do, with what their neighbours tell about them.
//
// "Karin Alm kommenterar beslutet:" leads on to the paragraph after it, "Det säger Karin Alm" and a signature look back to the one before, a question to somebody
// by name is answered by them, and a quotation that is not closed goes on.

#include "link/quotes/reading.hpp"
#include "link/quotes/word_diff.hpp"
#include "model/body.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pressrum {

// What one person says in one paragraph; or a paragraph in which nothing is known to have been said and something is asked.
struct SaidParagraph {
    std::uint32_t node;
    std::string text;  // plain text of the node; pieces count in it
    Reading::Form form = Reading::Form::plain;
    Utterance spoken = {};                                               // without pieces: nothing is known to have been said
    std::vector<Piece> pieces = {};                                      // all of the paragraph's
    std::vector<std::pair<std::uint32_t, std::uint32_t>> speakers = {};  // where it names somebody who speaks
    std::optional<StatementQuestion> question = {};                      // about the paragraph; on the first of its records
    ComparedText said = {};                     // spoken.words as they are compared, or all words but those of attributions
    bool follows = false;                       // stands directly after the one before
    bool after_heading = false;                 // a heading, or a horizontal rule, stands between it and the one before
    std::uint32_t gap_begin = 0;                // nodes [gap_begin, node) stand between it and the one before
    bool introduced = false;                    // the paragraph just before leads up to it with a colon and does not say who speaks
    bool marked = true;                         // as speech; not so for an entry that stands in running text
    bool needs_speaker = false;                 // a quotation or list item that is nobody's unless the text before or after says whose
    bool answers = false;                       // the paragraph just before asks a question
    bool in_list = false;                       // no speaker goes on after it
    bool first_person = false;                  // it contains jag, vi …
    bool gives_way = false;                     // an entry says what was said here
    std::optional<Attribution> mentioned = {};  // whom the writer's paragraph just before is about

    bool is_said() const { return !spoken.pieces.empty(); }
};

// Whether `holds` is true of a text between the paragraph and the one before, or of the last paragraph there.
template <typename Holds>
bool gap_holds(const Body& body, const SaidParagraph& paragraph, Holds holds) {
    for (std::uint32_t i = paragraph.gap_begin; i < paragraph.node; ++i) {
        if (body[i].kind == NodeKind::text && holds(body.text(body[i]))) return true;
    }
    return false;
}
template <typename Holds>
bool paragraph_before_holds(const Body& body, const SaidParagraph& paragraph, Holds holds) {
    for (std::uint32_t i = paragraph.node; i-- > paragraph.gap_begin;) {
        if (body[i].kind == NodeKind::text && holds(body.text(body[i]))) return true;
        if (body[i].kind == NodeKind::paragraph || body[i].kind == NodeKind::heading) return false;
    }
    return false;
}

// What was read in the paragraphs of a body, each once: an entry that is not found among what was said is looked for in all of them.
class Readings {
public:
    Readings(const Body& body, std::string_view language) : body_(body), language_(language) {}

    const Body& body() const { return body_; }
    std::string_view language() const { return language_; }
    // `text`: the plain text of the node.
    const Reading& of(std::uint32_t node, std::string_view text);

private:
    const Body& body_;
    std::string_view language_;
    std::unordered_map<std::uint32_t, Reading> by_node_;
};

std::vector<SaidParagraph> said_paragraphs(Readings& readings);

// Any paragraph or list item as if all its words but those that name a speaker were said: for an entry that stands there.
SaidParagraph plain_paragraph(Readings& readings, std::uint32_t node);
// The words of a paragraph that a question about it offers as an entry (offered.hpp).
std::string offered_words(const Body& body, std::uint32_t node, std::string_view language);
// Whether an entry may stand in this node.
bool may_hold_entry(const Body& body, std::uint32_t node);

// How much a node within a paragraph itself adds to the paragraph's plain text.
std::uint32_t size_in_text(const Node& node);
// Where bytes [begin, end) of a node's plain text stand in the source; the whole node when mark-up lies between.
Span span_in(const Body& body, std::uint32_t node, std::size_t begin, std::size_t end);

}  // namespace pressrum
