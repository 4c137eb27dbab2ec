#pragma once
// A text as a value on one line of YAML: for posts that the program makes, and for what it says can be pasted.

#include <string>
#include <string_view>

namespace pressrum {

// As it is when that reads back the same, else in quotation marks.
std::string yaml_scalar(std::string_view text);

// In quotation marks of the kind that needs no backslash, where there is one.
std::string yaml_quoted(std::string_view text);

}  // namespace pressrum
