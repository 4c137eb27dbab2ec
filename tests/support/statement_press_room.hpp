#pragma once
// A press room around texts in which people say something.

#include "support/site_builder.hpp"

#include <string>

namespace pressrum::test {

// No posts. Four people are known: karin-alm (hon, kommunalråd, C), nils-ek (han, gatuchef), amira-sundfors (hon, ordförande, KD), leif-holm (S).
Files statement_press_room(const std::string& language);

}  // namespace pressrum::test
