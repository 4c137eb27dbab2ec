#pragma once
// What the program tells other programs: JSON.
//
// Findings are one object per line, tables are one document. Every key is always there; null says that there is no place. Lines and
// columns count from 1, columns in characters; end_line and end_column are one past the last character. `more` counts the findings like this one in the same file
// that are left out after it.

#include "cli/report.hpp"
#include "link/balance.hpp"
#include "plan/plan.hpp"
#include "read/field.hpp"

#include <ostream>
#include <span>
#include <string>
#include <vector>

namespace pressrum {

void write_json_lines(std::ostream& out, const std::vector<Finding>& findings);

// JSON Schema 2020-12 of what a mapping of this type may hold: as strict as decode_record(), but for what a schema cannot express.
// It accepts what the program does, whether the editor's YAML reader makes types of scalars or leaves them text; only a key that is a number has to
// be quoted. A field that a translation may leave out is not required, because a schema does not see which file it is for.
std::string json_schema(const RecordType& type, MessageLanguage language);

std::string json_rules(std::span<const std::span<const Rule>> tables);
std::string json_formats(std::span<const Format> formats);
std::string json_balance(const Balance& balance);

}  // namespace pressrum
