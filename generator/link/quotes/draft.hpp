#pragma once
// A paragraph while it is read: its tokens, who has been named so far, what each stretch of it is.
//
// What the readers (link/quotes/speech, link/quotes/plain) share. They note cuts, voices and questions in any order; finish() makes pieces and utterances of them.

#include "link/quotes/cutting.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pressrum {

class ParagraphDraft {
public:
    ParagraphDraft(std::string_view text, std::string_view language, std::span<const std::uint32_t> line_ends);

protected:
    using Kind = Piece::Kind;

    static constexpr int kNobody = -1;  // a voice that is not known yet

    struct Cut {
        Kind kind;
        TokenRange range;
        int voice = kNobody;
        bool after_dash = false;
        bool attributed = false;  // its own sentence says who speaks
    };

    struct Voice {
        Attribution attribution;
        Attribution subject;  // whom the writer's own sentence named before
    };

    const Attribution& attribution_of(int voice) const;
    // "She" may be whoever spoke before, or must be somebody who begins here.
    enum class Pronouns { go_on, begin };
    // The voice with this attribution: an existing one, or a new one.
    int voice_of(const Attribution& attribution, Pronouns pronouns);
    void add(Kind kind, TokenRange range, int voice = kNobody, bool after_dash = false) {
        add_cut({kind, range, voice, after_dash, false});
    }
    void add_attributed(Kind kind, TokenRange range, int voice, bool after_dash = false) {
        add_cut({kind, range, voice, after_dash, true});
    }
    void add_cut(const Cut& cut);
    void name(TokenRange speaker);
    void ask(StatementDoubt doubt, TokenRange range, Attribution attribution);
    bool is_any(std::size_t i, std::initializer_list<Token::Kind> kinds) const;
    // Without the marks that are there only for the attribution, and without quotation marks around the whole.
    TokenRange trimmed(TokenRange r) const;
    Reading finish();
    // The writer's next sentence is about somebody, whom a pronoun after it means.
    void tell_of(const Attribution& subject);
    void note_names(Kind kind, TokenRange range, int voice);
    // Consecutive sentences that one person says become one piece.
    void merge_said();
    // Whether a piece of speech is about somebody, whom a later "hon" may mean: "Ulla kan leda, säger Karin Alm. Hon är bra."
    bool mentions_somebody(TokenRange said) const;

    std::string_view text_;
    const AttributionWords* words_;  // nullptr: a language without a row
    AttributionRows rows_;
    std::vector<Token> owned_;
    TokenText t_;
    Paragraph p_;

    std::vector<Cut> cuts_;
    std::vector<Voice> voices_;
    std::unordered_map<std::string, int> voice_by_name_;
    int current_ = kNobody;       // who spoke last
    Attribution subject_;         // whom the writer's own sentence named last
    std::string named_;           // whom the writer's words named last
    bool several_named_ = false;  // and somebody else besides: "hon" may be either
    bool mentioned_ = false;      // what was said so far is about somebody
    Reading reading_;
};

// Whether two attributions of one paragraph may be about one person.
bool is_same_person(const Attribution& a, const Attribution& b);

}  // namespace pressrum
