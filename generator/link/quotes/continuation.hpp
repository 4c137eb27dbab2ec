#pragma once
// How far an attribution reaches in its sentence, and where the speech goes on in it.

#include "link/quotes/cutting.hpp"

namespace pressrum {

// Whether the speech goes on in the attribution's own sentence. It visibly does when the words before are not a whole clause ("I dag, säger Karin Alm,
// bygger vi"), when a mark reopens it, or when the speaker's own words follow ("…, och vi fortsätter").
struct Continuation {
    enum class Outcome : std::uint8_t { none, said, undecided, unknown };
    Outcome outcome = Outcome::none;
    std::size_t at;  // the token where it begins; none: the end of `rest`
};
// Quotation marks show where the words end, so only a denial after the speaker can still belong to them.
enum class WordsBefore : std::uint8_t { spoken, quoted };
// `before`: the words of the sentence before the attribution. `rest`: those after it.
Continuation read_continuation(const TokenText& tokens, const AttributionWords& words, TokenRange before,
                               const FoundAttribution& attribution, TokenRange rest, const Paragraph& paragraph,
                               WordsBefore words_before = WordsBefore::spoken);

}  // namespace pressrum
