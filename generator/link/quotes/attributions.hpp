#pragma once
// Where the tokens of a paragraph say who speaks.
//
// Answers "which tokens name the speaker, and whom do they name" for every form an attribution has: after the words said or between them, before them
// with a colon or a comma, as a sentence of its own. Knows nothing of people, of quotation marks, or of other paragraphs; how far an attribution reaches in
// its sentence is link/quotes/reading's to say. Linear in the tokens, whatever they are.

#include "link/quotes/reading.hpp"
#include "link/quotes/speaker_phrase.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace pressrum {

struct FoundAttribution {
    std::size_t begin, end;  // tokens: the verb and whom it names, with what certainly describes them; a mark that follows is not included
    Attribution attribution;
    bool role_is_known = false;
};

// The rows of words for a language: its own, and the English ones, which occur in releases of any language.
class AttributionRows {
public:
    explicit AttributionRows(std::string_view language);
    const AttributionWords* const* begin() const { return rows_.data(); }
    const AttributionWords* const* end() const { return rows_.data() + count_; }

private:
    std::array<const AttributionWords*, 2> rows_{};
    std::size_t count_ = 0;
};

// ", säger Karin Alm": all that a mark breaks off from the words before them, in order, not overlapping.
std::vector<FoundAttribution> find_attributions(const TokenText& tokens, const AttributionRows& rows, TokenRange range);
// The one that begins at token `i`.
std::optional<FoundAttribution> find_attribution_at(const TokenText& tokens, const AttributionRows& rows, std::size_t i);

// "Karin Alm (C)", "Kommunalrådet Karin Alm säger", "Så här säger Karin Alm om beslutet", "Hon fortsätter": all of `range`, which ends at a colon or at
// the comma before a quotation. "Karin Alm sade aldrig" is none, unless `denied` takes it.
enum class Denied : std::uint8_t { refused, taken };
std::optional<FoundAttribution> find_introduction(const TokenText& tokens, const AttributionRows& rows, TokenRange range,
                                                  Denied denied = Denied::refused);

// "Det säger kommunalrådet Karin Alm (C)": a sentence that says who said the one before.
std::optional<FoundAttribution> find_said_by(const TokenText& tokens, const AttributionRows& rows, TokenRange range);

// "– Karin Alm, kommunalråd (C)", "Nils Ek, gatuchef": nothing but who somebody is.
std::optional<FoundAttribution> find_signature(const TokenText& tokens, const AttributionRows& rows, TokenRange range);

// Whom a sentence is about: the name it begins with, including role and party, before a verb.
std::optional<FoundAttribution> find_subject(const TokenText& tokens, const AttributionRows& rows, TokenRange range);

// ", säger kommunalrådet Karin Alm (C)": the verb stands at token `i`, whatever stands before it.
std::optional<FoundAttribution> verb_first(const TokenText& tokens, const AttributionWords& words, std::size_t i);
// Whether the token before `i` breaks off what is being said.
bool is_broken_off(const TokenText& tokens, std::size_t i);
// The number of words in a name.
std::size_t word_count(std::string_view name);

// Words that look like an attribution and cannot be read as one.
struct UnclearAttribution {
    enum class Fault : std::uint8_t {
        missing_comma,  // "Vi bygger nu säger kommunalrådet Karin Alm (C)."
        no_speaker,     // "Vi bygger nu, säger en som bor här."
    };
    std::size_t verb;  // token
    Fault fault;
    Attribution attribution = {};
};
std::optional<UnclearAttribution> find_unclear_attribution(const TokenText& tokens, const AttributionRows& rows, TokenRange range);

}  // namespace pressrum
