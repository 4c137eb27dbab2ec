#pragma once
// What the writer of a post is asked about what was said in it, and the entry under `quotes:` that would settle it.

#include "base/diagnostic.hpp"
#include "link/quotes/paragraphs.hpp"
#include "link/quotes/speakers.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

class Questions {
public:
    // All of them must outlive this object.
    Questions(const Body& body, const Keyed<Person>& people, std::string_view language, Speakers& speakers, Diagnostics& diagnostics)
        : body_(body), people_(people), language_(language), speakers_(speakers), diagnostics_(diagnostics) {}

    // Who said it?
    void ask(const SaidParagraph& paragraph);
    // The paragraph's own question, if it has one.
    void ask_about(const SaidParagraph& paragraph);
    // The attribution names several people.
    void report_several(const SaidParagraph& paragraph);
    // The attribution names nobody who is known, or may mean two people.
    void report_unknown(const SaidParagraph& paragraph, Speakers::Outcome outcome);

    // "”Nu bygger vi”, sa någon i publiken" with an entry for Karin Alm: whoever reads the page is told something else. `pieces`:
    // the entry's words.
    void check_text_names(const SaidParagraph& paragraph, const std::vector<Piece>& pieces, const Quote& quote, const std::string& name);

    void report_not_in_text(const SaidParagraph& paragraph, const Quote& quote, const std::string& name, std::size_t begin = 0,
                            std::size_t end = std::string::npos);

    // Whether anything has been asked since there were `count` messages; that a name is on no list asks nothing about the words.
    bool asked_since(std::size_t count) const;

    // Whether the statement before has been asked about, so that what follows is part of the same question.
    bool asked() const { return asked_; }
    void remember() { asked_ = true; }
    void forget() { asked_ = false; }

    // Where the text names the speaker; the whole paragraph when that cannot be told.
    Span who_in_text(const SaidParagraph& paragraph, std::string_view name) const;

private:
    bool is_somebody_elses(const SaidParagraph& paragraph, const std::string& text, const std::string& name) const;
    std::string asked_words(const SaidParagraph& paragraph) const;
    std::vector<Note> no_speech_notes(const SaidParagraph& paragraph) const;
    std::string entry_for(const SaidParagraph& paragraph, const Attribution& by) const;

    const Body& body_;
    const Keyed<Person>& people_;
    std::string_view language_;
    Speakers& speakers_;
    Diagnostics& diagnostics_;
    bool asked_ = false;
    std::size_t unlisted_ = 0;  // names that were reported as on no list
};

}  // namespace pressrum
