#pragma once
// The role and the name with which a speaker begins: "vatten- och avloppschefen Elin Torpvik", "rektorn på Västerledsskolan".
//
// link/quotes/speaker_phrase builds on it, and attributions uses it to know whose somebody is; nothing else includes it.

#include "link/quotes/speaker_phrase.hpp"

#include <array>

namespace pressrum {

class SpeakerNameReader {
public:
    SpeakerNameReader(const TokenText& tokens, const AttributionWords& words, std::string_view particle)
        : t_(tokens), w_(words), particle_(particle) {}

    // "Karin Alms efterträdare": whose, not who. `next`: the token after the name.
    bool owns_next(std::string_view name, std::size_t next) const;

protected:
    static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

    template <class List>
    bool in(const List& list, std::string_view word) const {
        return contains(list, word);
    }
    bool is_role(std::size_t i) const;
    bool starts_name(std::size_t i) const;
    // The next role word within a few lower-case words from `i`, or kNowhere.
    std::size_t role_ahead(std::size_t i, std::size_t limit) const;
    // "chefen för gata och park Karin Alm", "head of water and sewage Karin Alm": a preposition between the role and `and_at`, then a word
    // or two in which nobody does anything, and the name.
    bool is_field(std::size_t role, std::size_t and_at, std::size_t limit) const;
    bool capital_ahead(std::size_t i, std::size_t limit) const;
    bool set(std::size_t role_begin, std::size_t name_begin, std::size_t end);
    bool read_core(std::size_t at, std::size_t limit);
    // "säger en lättad Elin Torpvik": where the full name begins after an article and a word or two that describe somebody.
    std::size_t described_name(std::size_t at, std::size_t limit) const;
    enum class RunIs { name, part_of_role, told };  // told: not somebody who speaks
    // "kollegan till gatuchefen Mikael Hedsand", "mannen bredvid Karin Alm", "advokaten som företräder kommunalrådet Karin Alm": the one named is
    // not the one who speaks. `at`: where the role begins.
    bool is_of_another(std::size_t at, std::size_t name) const;
    RunIs what_is(const NameRun& run, std::size_t i, std::size_t role, std::size_t at, std::size_t limit) const;
    bool is_name_ahead(std::size_t i, std::size_t limit) const;
    // Where the name begins in a run that holds more: the last two words after "rektorn på", what follows a title.
    std::size_t name_begin(const NameRun& run, std::size_t i, std::size_t role) const;
    // Finnish puts a place before its noun: "sanoo Malin Sjö Ekingen kunnasta".
    std::size_t name_end(const NameRun& run) const;
    // "säger rektorn", "säger rektorn på Västerledsskolan": the role word, and a place after a preposition.
    bool set_role_only(std::size_t at, std::size_t role, std::size_t end);

    const TokenText& t_;
    const AttributionWords& w_;
    std::string_view particle_;
    enum class Known : std::uint8_t { not_yet, no, yes };
    mutable std::array<Known, 16> roles_{};  // of the tokens from first_ on
    std::size_t first_ = 0;
    SpeakerPhrase speaker_;
    std::size_t name_begin_ = 0;
    std::size_t capitals_ = 0;  // capital words in the name
    bool goes_on_ = false;      // the clause before is "och" with a verb
};

}  // namespace pressrum
