#pragma once
// Every rule of the program: one row each, in tables by subject, found by id when the program is compiled.
//
// rule("photo/missing-credit") is a pointer that the compiler looked up; a misspelt id does not compile. The tables
// are what `pressrum rules` prints and what site.yaml `rules:` names.

#include "base/diagnostic.hpp"
#include "model/rules_against.hpp"
#include "model/rules_body.hpp"
#include "model/rules_content.hpp"
#include "model/rules_event.hpp"
#include "model/rules_front_matter.hpp"
#include "model/rules_layout.hpp"
#include "model/rules_output.hpp"
#include "model/rules_picture.hpp"
#include "model/rules_seal.hpp"
#include "model/rules_statement.hpp"
#include "model/rules_yaml.hpp"

#include <span>

namespace pressrum {

inline constexpr std::span<const Rule> kRuleTables[] = {kYamlRules,    kFrontMatterRules, kBodyRules,   kStatementRules, kContentRules,
                                                        kPictureRules, kEventRules,       kLayoutRules, kOutputRules,    kAgainstRules,
                                                        kSealRules};

constexpr const Rule* find_rule(std::string_view id) {
    for (const std::span<const Rule> table : kRuleTables) {
        for (const Rule& row : table) {
            if (row.id == id) return &row;
        }
    }
    return nullptr;
}

// Not by way of find_rule: GCC 12 with its sanitizers does not take a comparison with null for a constant.
consteval const Rule* rule(std::string_view id) {
    for (const std::span<const Rule> table : kRuleTables) {
        for (const Rule& row : table) {
            if (row.id == id) return &row;
        }
    }
    throw "there is no rule with this id";
}

}  // namespace pressrum
