#pragma once
// Names with a nickname in them: Åsa "Lillan" Brink.
//
// The nickname stands in marks or brackets between first name and surname. One text writes it and another leaves it out, and each has
// marks of its own; the person is the same. Two different nicknames are two people.

#include "link/quotes/attribution_words.hpp"

#include <string>
#include <string_view>

namespace pressrum {

// The form in which names are compared: the nickname in straight double marks, whatever marks or brackets it has.
std::string comparable_name(std::string_view name);

// Åsa "Lillan" Brink → Åsa Brink; any other name as it is.
std::string without_nickname(std::string_view name);

// Whether somebody with this full name may be called that: the whole name, with or without nickname, its first or its last word.
bool may_be_called(std::string_view full_name, std::string_view called);

// Whether the text has the last word of the name, even in another grammatical case: "Alm" is in "Alms förslag" and "Almilta", but not in "Almby".
bool holds_surname(std::string_view text, std::string_view full_name);

// Whether `called` is several people, as an attribution writes them: with parties, commas or "och" between. `words`: the language's, or nullptr.
bool is_several_names(std::string_view called, const AttributionWords* words);

}  // namespace pressrum
