#pragma once
// Who has been heard, how often, on what: the statements of a period, counted per person, party and topic.
//
// For the office's own eyes (pressrum people); none of it is published. Counts what is public in the original language, unlisted posts too; a
// translation says nothing new. A party is that of the day of publication, so somebody who has changed party counts for both. A release
// with two topics counts for both, so topics add up to more than the whole.

#include "link/site.hpp"

#include <string>
#include <vector>

namespace pressrum {

struct BalanceRow {
    std::string key;      // from people.yaml or topics.yaml, or the party's short form; empty: on no list, without party, without topic
    std::string name;     // empty: without party, without topic, a speaker nobody knows
    std::string parties;  // of a person: those of the period, "C" or "C, S"
    std::size_t statements = 0;
    std::size_t words = 0;     // said, all statements together
    std::size_t releases = 0;  // how many they are in
};

struct Balance {
    Date from, to;  // days of publication, both included
    BalanceRow whole;
    std::vector<BalanceRow> people, parties, topics;  // most statements first, then by name
};

Balance balance_of(const Site& site, Date from, Date to);

}  // namespace pressrum
