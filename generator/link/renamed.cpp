#include "link/renamed.hpp"

#include "model/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace pressrum {
namespace {

using Names = std::pair<std::string, std::string>;  // in people.yaml, in the text

// The only person with the name; null when there is none, or several.
const Person* find_person(const Keyed<Person>& people, const std::string& name) {
    const Person* found = nullptr;
    for (const auto& [key, person] : people) {
        if (*person.name != name) continue;
        if (found != nullptr) return nullptr;
        found = &person;
    }
    return found;
}

}  // namespace

void tell_new_names_once(std::vector<Diagnostics>& found, const Keyed<Person>& people, Diagnostics& diagnostics) {
    std::map<Names, std::set<std::size_t>> posts;
    for (std::size_t i = 0; i < found.size(); ++i) {
        for (const Diagnostic& each : found[i].all()) {
            if (each.rule == rule("quote/other-speaker")) posts[{each.words[0], each.words[1]}].insert(i);
        }
    }
    std::set<Names> renamed;
    std::set<std::string> old_names;
    for (const auto& [names, where] : posts) {
        const auto& [name, in_text] = names;
        const bool somebody =
            std::any_of(people.begin(), people.end(), [&, &in_text = in_text](const auto& each) { return *each.second.name == in_text; });
        const Person* person = find_person(people, name);
        if (where.size() < 2 || somebody || person == nullptr) continue;
        diagnostics.add({rule("people/renamed"), person->name.at, {name, in_text, fmt::to_string(where.size())}, {}, {}});
        renamed.insert(names);
        old_names.insert(in_text);
    }
    if (renamed.empty()) return;
    for (Diagnostics& own : found) {
        Diagnostics rest;
        for (const Diagnostic& each : own.all()) {
            const bool other = each.rule == rule("quote/other-speaker") && renamed.contains({each.words[0], each.words[1]});
            const bool unlisted = each.rule == rule("statement/unlisted-speaker") && old_names.contains(each.words[0]);
            if (!other && !unlisted) rest.add(each);
        }
        own = std::move(rest);
    }
}

}  // namespace pressrum
