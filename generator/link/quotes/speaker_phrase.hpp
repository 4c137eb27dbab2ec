#pragma once
// Who speaks, read from the words beside a saying verb: "kommunalrådet Karin Alm (C), ordförande i tekniska nämnden, i ett mejl".
//
// Knows the order of the parts (role, name, party, role after a comma, occasion) and the words of one language; it does
// not know where in a statement an attribution may stand; link/quotes/attributions.cpp does. Looks at no more than
// kMaxPhraseTokens tokens, whatever the text.

#include "link/quotes/attribution_words.hpp"
#include "link/quotes/token_text.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pressrum {

inline constexpr std::size_t kMaxPhraseTokens = 60;

struct SpeakerPhrase {
    std::size_t end = 0;  // one past its last token
    std::string role;     // as written, before or after the name
    std::string name;     // of several people: all of them as written, since one statement has one speaker
    std::string party;
    bool pronoun = false;
    std::string pronoun_word;    // which one, in lower case
    bool particle = false;       // the verb's particle was found after the speaker
    bool several = false;        // two or more people
    bool role_is_known = false;  // the role holds a word of the language's list
};

// The speaker that begins at token `at` and what certainly describes them; whatever else stands in the sentence is left to the caller. `particle` is
// the verb's, or empty.
// Nothing: what stands there is not a speaker ("säger nej", "säger Karin Alm att …").
std::optional<SpeakerPhrase> read_speaker(const TokenText& tokens, const AttributionWords& words, std::size_t at,
                                          std::string_view particle);

// The speaker whose words are exactly [at, end): role, name, party; for "Karin Alm (C) says".
std::optional<SpeakerPhrase> read_speaker_between(const TokenText& tokens, const AttributionWords& words, std::size_t at, std::size_t end);

}  // namespace pressrum
