#pragma once
// Where the tokens of a statement say who speaks.
//
// Answers "which tokens are the attribution, and whom does it name" for all forms: after the words said, between them, before
// them with a colon. Knows nothing of people, of quotation marks around the whole, or of other paragraphs. Linear in the
// tokens, whatever they are.

#include "link/quotes/speaker_phrase.hpp"
#include "link/quotes/reading.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace pressrum {

struct FoundAttribution {
    std::size_t begin, end;  // tokens; the mark that ends it (a full stop, a comma) is not included
    Attribution attribution;
    bool role_is_known = false;
    bool unclear_end = false;  // a clause after it may tell about the speaker or be said
};

// All that stand among the tokens, in order, not overlapping.
std::vector<FoundAttribution> find_attributions(const TokenText& tokens, std::string_view language);

// "Karin Alm (C): – …", "Kommunalrådet Karin Alm säger: ”…”": an attribution that begins the text and ends before a colon.
std::optional<FoundAttribution> find_introduction(const TokenText& tokens, std::string_view language);

// In a statement without attribution: words that look like one and cannot be read as one. The last speaker must not be taken to
// go on.
struct UnclearAttribution {
    enum class Fault {
        missing_comma,  // "Vi bygger nu säger kommunalrådet Karin Alm (C)."
        no_speaker,     // "Vi bygger nu, säger en som bor här."
    };
    std::size_t verb;  // token
    Fault fault;
};
std::optional<UnclearAttribution> find_unclear_attribution(const TokenText& tokens, std::string_view language);

}  // namespace pressrum
