#pragma once
// The people of people.yaml, found by what a text calls them on a day.
//
// A post with few statements looks through the people one by one; one with many makes tables of their names first. So the whole stays
// linear in the post and the people.

#include "link/quotes/quotes.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace pressrum {

// Where a name or a role may mean more people than this, none of them is told apart.
inline constexpr std::size_t kMaxCompared = 200;

// Positions by a name, or by a part of one.
class NameIndex {
public:
    void add(const std::string& name, std::uint32_t position) { positions_[name].push_back(position); }
    void add_parts(const std::string& name, std::uint32_t position);      // under the first and the last word
    const std::vector<std::uint32_t>& at(const std::string& name) const;  // empty when there is none
    bool contains(const std::string& name) const { return positions_.contains(name); }
    bool empty() const { return positions_.empty(); }

private:
    std::unordered_map<std::string, std::vector<std::uint32_t>> positions_;
};

class PeopleByName {
public:
    // `people` must outlive this object. Names are those of `day`.
    PeopleByName(const Keyed<Person>& people, Date day) : people_(people), day_(day) {}

    // By key, by whole name, by the name without nickname, or by the first or the last word of the name.
    enum class By { key, name, without_nickname, part };
    // Their positions in people.yaml; no more than are needed to see that they are too many.
    std::vector<std::uint32_t> find(By by, const std::string& called);
    // Whether anybody's name begins with these two words.
    bool begins_name(const std::string& two_words);

    const std::string& name_of(std::uint32_t person) const { return name_on(people_[person].second, day_); }

private:
    bool is_called(By by, std::uint32_t person, const std::string& called) const;
    void make_tables();
    const NameIndex& table(By by) const;

    const Keyed<Person>& people_;
    Date day_;
    std::size_t looks_ = 0;  // through the people, so far
    NameIndex by_key_, by_name_, by_bare_name_, by_part_;
    std::unordered_set<std::string> beginnings_;  // the first two words of all names; made when first needed
};

// The first two words of a name and the last two; the same twice when there are no more, empty when there are fewer.
std::pair<std::string, std::string> word_pairs(const std::string& name);

}  // namespace pressrum
