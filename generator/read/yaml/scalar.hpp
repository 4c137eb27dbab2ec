#pragma once
// A text as a value in YAML that we write ourselves, for posts the program makes.

#include <string>
#include <string_view>

namespace pressrum {

// The text as a YAML value on one line: as it is when it is read back the same, else in quotation marks.
std::string yaml_scalar(std::string_view text);

}  // namespace pressrum
