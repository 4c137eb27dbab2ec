#pragma once
// Why an address is there: what stands at it, what it is made from, what it points at and what points at it.

#include "build.hpp"
#include "cli/console.hpp"

#include <string>
#include <string_view>

namespace pressrum {

// The planned file that a person means: "/2024/05/x/", "2024/05/x", "2024/05/x/index.html", "https://press.ekinge.example/2024/05/x/#y".
// Null when there is none.
const PlannedFile* find_planned(const Build& build, std::string_view written);

// The address that was most likely meant; may be empty.
std::string nearest_address(const Build& build, std::string_view written);

std::string explanation(const Build& build, const PlannedFile& file, MessageLanguage language);

// When and why the file was made, and whether the next build would keep it.
enum class NextBuild { keeps, makes };
std::string making_words(const Making& made, NextBuild next, const Zone& zone, MessageLanguage language);

}  // namespace pressrum
