#pragma once
// Every rule of the program, found by its id when the program is compiled: rule("photo/missing-credit") is a pointer that the compiler
// looked up, and a misspelt id does not compile.
//
// The ids stand in model/rule_ids.hpp, what a rule says in model/rules/TOPIC.cpp, so that a word can
// change without recompiling what reports it. The topics are what `pressrum rules` prints, and the ids what site.yaml `rules:` names.

#include "base/diagnostic.hpp"
#include "model/rule_ids.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace pressrum {

// The rules whose ids begin with the same word, in the order in which they are listed.
struct RuleTopic {
    std::span<const std::string_view> ids;
    const Rule* first;

    constexpr std::span<const Rule> rules() const { return {first, ids.size()}; }
};

inline constexpr RuleTopic kRuleTopics[] = {
    {kYamlIds, kYamlRules},           {kFenceIds, kFenceRules},     {kFrontMatterIds, kFrontMatterRules},
    {kValueIds, kValueRules},         {kStringsIds, kStringsRules}, {kSiteIds, kSiteRules},
    {kPeopleIds, kPeopleRules},       {kPostIds, kPostRules},       {kQuoteIds, kQuoteRules},
    {kStatementIds, kStatementRules}, {kBodyIds, kBodyRules},       {kReferenceIds, kReferenceRules},
    {kDateIds, kDateRules},           {kTimeIds, kTimeRules},       {kWordsIds, kWordsRules},
    {kEventIds, kEventRules},         {kPhotoIds, kPhotoRules},     {kAttachmentIds, kAttachmentRules},
    {kLayoutIds, kLayoutRules},       {kLoadIds, kLoadRules},       {kFileIds, kFileRules},
    {kLinkIds, kLinkRules},           {kOutputIds, kOutputRules},   {kPublishIds, kPublishRules},
    {kAgainstIds, kAgainstRules},     {kSealIds, kSealRules},
};

// The tables of all topics.
inline constexpr auto kRuleTables = [] {
    std::array<std::span<const Rule>, std::size(kRuleTopics)> all;
    std::transform(std::begin(kRuleTopics), std::end(kRuleTopics), all.begin(), [](const RuleTopic& topic) { return topic.rules(); });
    return all;
}();

// Null when there is none.
constexpr const Rule* find_rule(std::string_view id) {
    for (const RuleTopic& topic : kRuleTopics) {
        for (std::size_t i = 0; i < topic.ids.size(); ++i) {
            if (topic.ids[i] == id) return topic.first + i;
        }
    }
    return nullptr;
}

// Not by way of find_rule: GCC 12 with its sanitizers does not accept a comparison with null as a constant.
consteval const Rule* rule(std::string_view id) {
    for (const RuleTopic& topic : kRuleTopics) {
        for (std::size_t i = 0; i < topic.ids.size(); ++i) {
            if (topic.ids[i] == id) return topic.first + i;
        }
    }
    throw "there is no rule with this id";
}

// For the tables: a row for each id, in the same order.
consteval bool are_rules_of(std::span<const std::string_view> ids, std::span<const Rule> rules) {
    return std::equal(ids.begin(), ids.end(), rules.begin(), rules.end(),
                      [](std::string_view id, const Rule& row) { return row.id == id; });
}

}  // namespace pressrum
