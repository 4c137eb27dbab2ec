#pragma once
// A JSON tree as text, as its own dump() would write it.
//
// RapidJSON writes: dump() asks of every byte where in a character it stands, which took a tenth of a build. Texts must be sound UTF-8, as all
// that was loaded is.

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace pressrum {

std::string to_json_line(const nlohmann::ordered_json& json);
// On a line for each value, `indent` spaces further in for each level.
std::string to_json_lines(const nlohmann::ordered_json& json, unsigned indent);

}  // namespace pressrum
