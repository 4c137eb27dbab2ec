#pragma once
// Checks JSON against a JSON Schema (2020-12), for the words that this program's own schemas use.
//
// Only for tests. A word of the schema that is not known here is an exception, so a schema cannot say more than is checked. More strictly than
// the standard, a member that the schema does not name is a fault: what is published is described.

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace pressrum::test {

// What does not hold, as "/releases/0/id: …"; empty: all holds.
std::vector<std::string> schema_faults(const nlohmann::json& schema, const nlohmann::json& value);

}  // namespace pressrum::test
