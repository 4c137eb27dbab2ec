#pragma once
// One statement paragraph: which words were said, and by whom it says they were.
//
// A pure function of the paragraph's text; it knows no people and no other paragraph. tests/spec/talstreck.md is its
// specification in examples.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressrum {

// A stretch of the paragraph's plain text (model/body.hpp: plain_text), in bytes. Pieces are in order, do not overlap; what
// lies between them (the talstreck, commas, full stops after an attribution) belongs to neither.
struct Piece {
    enum class Kind : std::uint8_t { said, attribution };

    Kind kind;
    std::uint32_t begin;
    std::uint32_t end;
};

// Who is said to have said it, in the words of the text; absent parts are empty.
struct Attribution {
    std::string verb;      // säger, menar, says …; empty: there is no attribution, the last speaker goes on
    std::string role;      // "kommunalrådet", "ordförande i socialnämnden"
    std::string name;      // "Karin Alm"
    std::string party;     // "C"
    bool pronoun = false;  // hen, hon, han: the last speaker; name is then empty

    bool present() const { return !verb.empty(); }
};

struct StatementParts {
    std::vector<Piece> pieces;
    Attribution attribution;
    // A clause after the attribution that may be the speaker's words or the reporter's: "…, säger Karin Alm, när skolan är klar."
    // It counts as said.
    std::optional<Piece> unclear;
    std::string words;  // the words said, joined as the speaker said them: without talstreck and attribution
};

// `text` begins with a talstreck or a quotation mark. `language` is BCP 47; its verbs and those of English are known.
StatementParts read_statement(std::string_view text, std::string_view language);

}  // namespace pressrum
