#pragma once
// What stands after a talstreck: all of it is said, up to the attribution and after its sentence, unless something shows otherwise.

#include "link/quotes/draft.hpp"

namespace pressrum {

class SpeechReader : public ParagraphDraft {
public:
    using ParagraphDraft::ParagraphDraft;

protected:
    void read_talstreck(TokenRange all);
    // `voice`: whom an introduction before it has named.
    void read_speech(TokenRange all, int voice);
    // "…, säger Karin Alm, medan Leif Holm (S) nickar och fyller i:": either may say what follows.
    bool ends_with_another(TokenRange s) const;
    // "– Karin Alm (C): Nu bygger vi.": after a talstreck it may also be a story.
    bool begins_with_speaker(TokenRange s) const;
    // "Det säger kommunalrådet Karin Alm (C) efter beskedet."
    bool read_said_by(TokenRange s);
    // "Hon fortsätter: Det var dags." "Leif Holm (S) instämmer:"
    bool read_leading(TokenRange s);
    // "Nu bygger vi säger kommunalrådet Karin Alm (C). Hon tillägger: …": "hon" is whoever could not be read, not whoever spoke last.
    bool is_lost(const Attribution& who) const;
    // Those of the sentence itself, not of somebody whose words are retold in it.
    std::vector<FoundAttribution> outer_attributions(TokenRange s);
    void read_attributed(const Sentence& sentence, std::vector<FoundAttribution> found, bool reopened);
    // "säger Karin Alm medan Leif Holm (S) invänder: ”…”": the other one's part.
    void read_second(const FoundAttribution& second, TokenRange said);
    // "säger Karin Alm och tillägger att ”det blir dyrt för alla”": what is told there may be verbatim.
    void ask_about_told(TokenRange attribution, const Attribution& by);
    struct Told {
        Kind kind;
        Attribution subject = {};
    };
    // A sentence that does not say who speaks. `opens`: the talstreck stands before it. `attributed`: somebody has been named.
    Told tell(const Sentence& sentence, bool opens, bool attributed);
    bool holds_saying_verb(TokenRange r) const;
    bool tells_of_somebody(TokenRange s) const;
    bool goes_on_after_break(TokenRange s) const;
    // Sentences that do not say who speaks belong to whoever spoke before, and after a dash to whoever is named next. Between two people,
    // without a dash, they are nobody's.
    void give_voices(std::size_t first, int voice);
    // Words that look like an attribution and cannot be read as one must not be given to whoever spoke last.
    void add_unclear(TokenRange s, bool reopened, const UnclearAttribution& unclear);
    // What stands beside such words and is nobody's may be that person's as well.
    void give_up_beside_unclear(std::size_t first);

private:
    bool unclear_ = false;      // somebody seems to be named, and nobody can tell whom
    bool named_after_ = false;  // an attribution has followed what was said
    bool told_ = false;         // the sentence before is not known to have been said
    bool heard_ = false;        // the writer tells that somebody else calls out or asks, and nobody has been named since
};

}  // namespace pressrum
