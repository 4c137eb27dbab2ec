#pragma once
// Where people.yaml differs from what is published about a person: told once, however many posts show it.

#include "base/diagnostic.hpp"
#include "link/site.hpp"
#include "model/ledger.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace pressrum {

class ChangedPeople {
public:
    ChangedPeople(const Site& site, Diagnostics& diagnostics) : site_(site), diagnostics_(diagnostics) {}

    // Whether the person now has another name for the day of the statement; if so, that is told.
    bool explain(const PublishedStatement& before, Date day);
    // The key is the address of a person's page.
    void compare_key(const PublishedStatement& before, const PublishedStatement& now, std::uint32_t person);
    // The same role, in other words in the language of a translation.
    void tell_role_name(std::uint32_t person, std::vector<std::string> words);
    // The portraits of those quoted in a release: who took them, and whether the file is still the one that was published.
    void compare_portraits(const std::vector<PublishedPhoto>& before, const std::vector<PublishedPhoto>& now);

private:
    const std::pair<Text, Person>* find(const std::string& key) const;
    void compare_portrait(const PublishedPhoto& before, const std::pair<Text, Person>& person);
    void tell_portrait(const Rule* rule, Span at, const PublishedPhoto& before, std::string now);

    const Site& site_;
    Diagnostics& diagnostics_;
    std::map<std::string, std::set<std::string>> names_;                       // that have been told of, by key
    std::set<std::string> keys_;                                               // likewise
    std::set<std::pair<std::uint32_t, std::vector<std::string>>> role_names_;  // likewise, by person
    std::set<std::pair<std::string, std::string>> portraits_;                  // likewise: file, who took it
};

}  // namespace pressrum
