#pragma once
// Lists of words that nearly every word of a text is looked for in, made when the program is compiled.

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <span>
#include <string_view>

namespace pressrum {

// A saying verb. With a particle ("slår … fast"), the particle must follow the speaker, or the verb itself.
struct SayingVerb {
    std::string_view word;
    std::string_view particle = {};
};

// What cannot be in a list is seen from its length and three of its letters.
class WordFilter {
public:
    constexpr void add(std::string_view word) { slots_[slot(word) / 64] |= std::uint64_t{1} << slot(word) % 64; }
    constexpr bool may_hold(std::string_view word) const { return (slots_[slot(word) / 64] >> slot(word) % 64 & 1) != 0; }

private:
    static constexpr std::size_t slot(std::string_view word) {
        if (word.empty()) return 0;
        const auto letter = [&](std::size_t at) { return static_cast<unsigned char>(word[at]); };
        return (letter(0) * 37u + letter(word.size() / 2) * 149u + letter(word.size() - 1) * 11u + word.size() * 101u) % kSlots;
    }

    static constexpr std::size_t kSlots = 2048;  // the longest lists fill a tenth
    std::array<std::uint64_t, kSlots / 64> slots_{};
};

template <class Entry>
struct FilteredList {
    std::span<const Entry> entries;
    WordFilter filter;

    constexpr FilteredList() = default;
    template <std::size_t kSize>
    constexpr FilteredList(const Entry (&all)[kSize]) : entries(all) {
        for (const Entry& entry : all) filter.add(word_of(entry));
    }

    constexpr operator std::span<const Entry>() const { return entries; }
    constexpr bool empty() const { return entries.empty(); }
    constexpr auto begin() const { return entries.begin(); }
    constexpr auto end() const { return entries.end(); }

private:
    static constexpr std::string_view word_of(std::string_view word) { return word; }
    static constexpr std::string_view word_of(const SayingVerb& verb) { return verb.word; }
};
using WordList = FilteredList<std::string_view>;

// Endings, of four bytes or more: the last four tell of most words that they have none of them.
struct EndingList {
    static constexpr std::size_t kTail = 4;

    std::span<const std::string_view> endings;
    WordFilter filter;

    template <std::size_t kSize>
    constexpr EndingList(const std::string_view (&all)[kSize]) : endings(all) {
        for (const std::string_view ending : all) filter.add(ending.substr(ending.size() - kTail));
    }

    constexpr bool end_word(std::string_view word) const {
        return word.size() >= kTail && filter.may_hold(word.substr(word.size() - kTail)) &&
               std::any_of(endings.begin(), endings.end(),
                           [&](std::string_view ending) { return ending.back() == word.back() && word.ends_with(ending); });
    }
};

// The lists are searched for nearly every word, so what is cheap to compare comes first.
constexpr bool is_equal(std::string_view a, std::string_view b) {
    return a.size() == b.size() && (a.empty() || (a.front() == b.front() && a.back() == b.back())) && a == b;
}

constexpr bool contains(std::span<const std::string_view> words, std::string_view word) {
    for (const std::string_view each : words) {
        if (is_equal(each, word)) return true;
    }
    return false;
}

constexpr bool contains(const std::same_as<WordList> auto& words, std::string_view word) {
    return words.filter.may_hold(word) && contains(words.entries, word);
}

}  // namespace pressrum
