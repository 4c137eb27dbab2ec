#pragma once
// One paragraph: which of its words were said, and who said them according to the text.
//
// Nothing counts as said unless the text shows that it was said. Every piece of a paragraph is one of four things: said, the attribution that tells
// who says it, the writer's own words, or undecided; what is undecided is asked about and is nobody's words. A pure function of the
// paragraph's text; it knows no people and no other paragraph. tests/spec/talstreck.md is its specification in examples.
//
//     tokens ─▶ sentences, quotations ─▶ attributions ─▶ pieces ─▶ utterances

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pressrum {

// A stretch of the paragraph's plain text (model/body.hpp: plain_text), in bytes. Pieces are in order and do not overlap; what
// lies between them (the talstreck, commas, full stops after an attribution) belongs to none.
struct Piece {
    enum class Kind : std::uint8_t {
        said,
        attribution,
        narration,  // certainly the writer's own words: not said, and nothing to ask
        undecided,
    };

    Kind kind;
    std::uint32_t begin;
    std::uint32_t end;

    friend bool operator==(const Piece&, const Piece&) = default;
};

// Who is said to have said it, in the words of the text; absent parts are empty.
struct Attribution {
    std::string verb;   // säger, menar, says …; ":" for "Karin Alm: – …"; empty: there is no attribution, the last speaker goes on
    std::string role;   // "kommunalrådet", "ordförande i socialnämnden"
    std::string name;   // "Karin Alm"; of several people all of them as written, since one statement has one speaker
    std::string party;  // "C"
    bool pronoun = false;           // hen, hon, han: somebody named before; name is then empty
    std::string pronoun_word = {};  // which one, in lower case
    bool several = false;
    bool weak = false;  // one word at the beginning of a sentence, which may not be a name: "Skylten säger:"

    bool present() const { return !verb.empty(); }
};

// What one person says in the paragraph.
struct Utterance {
    Attribution attribution;
    std::vector<Piece> pieces;  // said and attribution, in order
    std::string words;          // the words said, joined as the speaker said them: without talstreck and attribution
    Attribution subject;        // whom the writer's own sentence before names, for a pronoun; name empty: nobody
};

// Why a piece of the paragraph is undecided.
enum class StatementDoubt : std::uint8_t {
    words,          // whether they were said
    unmarked,       // a statement with neither talstreck nor quotation marks
    missing_comma,  // "Vi bygger nu säger kommunalrådet Karin Alm (C)."
    speaker,        // who said it: "Vi bygger nu, säger en som bor här."
    signature,      // "– Karin Alm, kommunalråd"
};

struct StatementQuestion {
    StatementDoubt doubt;
    std::uint32_t begin, end;  // bytes
    Attribution attribution;   // who may have said it, as far as the text tells
};

struct Reading {
    enum class Form : std::uint8_t {
        talstreck,
        quotation,  // begins with a quotation mark
        plain,      // anything else
        signature,  // a name with role or party, and nothing else
    };

    Form form = Form::plain;
    std::vector<Piece> pieces;                  // the whole paragraph
    std::vector<Utterance> utterances;          // in order; one without an attribution needs somebody who spoke before
    std::optional<StatementQuestion> question;  // about the first undecided piece
    // "Kommunalrådet Karin Alm kommenterar beslutet:" is all of the paragraph, or its last sentence: who says the next one.
    std::optional<Attribution> leads_on;
    std::optional<Attribution> may_lead_on;  // ends with a colon and is about somebody, without a verb of saying
    bool question_mark = false;              // ends with one, and is nobody's words
    bool colon = false;                      // ends with a colon, whoever it leads to
    // "Det säger kommunalrådet Karin Alm (C).", "– Karin Alm (C)": who said the paragraph before.
    std::optional<Attribution> looks_back;
    // "Vad händer nu, Karin Alm?": who is asked, and so answers in the next paragraph.
    std::optional<Attribution> asked;
    // Whom the last sentence is about, in the writer's own words. For a pronoun in the next paragraph.
    std::optional<Attribution> subject;
    // Where it names a speaker: the verb and whoever it names, in bytes. For an entry that says itself what was said.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> speakers;
    bool first_person = false;  // it contains jag, vi, our …
    bool whole = false;         // all of it stands in one pair of quotation marks
    bool closes = false;        // ends with a mark that closes a quotation of an earlier paragraph
    bool goes_on = false;       // its last quotation is not closed

    const Utterance* first_with_attribution() const;
};

// `language` is BCP 47. In a language without a row of words (find_attribution_words) only the form is read. `line_ends`: where in the text the
// lines of the source end, in order; a line that ends with its sentence may end the statement.
Reading read_paragraph(std::string_view text, std::string_view language, std::span<const std::uint32_t> line_ends = {});

}  // namespace pressrum
