#include "link/quotes/people_by_name.hpp"

#include "link/quotes/person_name.hpp"

#include <algorithm>

namespace pressrum {
namespace {

// How often the people are looked through before it pays to make tables of them.
constexpr std::size_t kMaxLooks = 30;

}  // namespace

void NameIndex::add_parts(const std::string& name, std::uint32_t position) {
    const std::string first = name.substr(0, name.find(' ')), last = name.substr(name.rfind(' ') + 1);
    add(first, position);
    if (last != first) add(last, position);
}

const std::vector<std::uint32_t>& NameIndex::at(const std::string& name) const {
    static const std::vector<std::uint32_t> kNobody;
    const auto found = positions_.find(name);
    return found != positions_.end() ? found->second : kNobody;
}

bool PeopleByName::is_called(By by, std::uint32_t person, const std::string& called) const {
    if (by == By::key) return *people_[person].first == called;
    const std::string& name = name_of(person);
    switch (by) {
        case By::name: return comparable_name(name) == called;
        case By::without_nickname: return without_nickname(name) == called;
        default: return may_be_called(name, called);
    }
}

void PeopleByName::make_tables() {
    for (std::uint32_t i = 0; i < people_.size(); ++i) {
        const std::string& name = name_of(i);
        by_key_.add(*people_[i].first, i);
        by_name_.add(comparable_name(name), i);
        by_bare_name_.add(without_nickname(name), i);
        by_part_.add_parts(name, i);
    }
}

const NameIndex& PeopleByName::table(By by) const {
    switch (by) {
        case By::key: return by_key_;
        case By::name: return by_name_;
        case By::without_nickname: return by_bare_name_;
        default: return by_part_;
    }
}

std::vector<std::uint32_t> PeopleByName::find(By by, const std::string& called) {
    if (++looks_ <= kMaxLooks) {
        std::vector<std::uint32_t> found;
        for (std::uint32_t i = 0; i < people_.size() && found.size() <= kMaxCompared; ++i) {
            if (is_called(by, i, called)) found.push_back(i);
        }
        return found;
    }
    if (by_key_.empty()) make_tables();
    const std::vector<std::uint32_t>& all = table(by).at(called);
    return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), kMaxCompared + 1))};
}

bool PeopleByName::begins_name(const std::string& two_words) {
    if (beginnings_.empty()) {
        for (std::uint32_t i = 0; i < people_.size(); ++i) beginnings_.insert(word_pairs(without_nickname(name_of(i))).first);
    }
    return beginnings_.contains(two_words);
}

std::pair<std::string, std::string> word_pairs(const std::string& name) {
    const std::size_t first = name.find(' '), last = name.rfind(' ');
    if (first == std::string::npos) return {};
    const std::size_t before_last = last == first ? std::string::npos : name.rfind(' ', last - 1);
    return {name.substr(0, name.find(' ', first + 1)), name.substr(before_last == std::string::npos ? 0 : before_last + 1)};
}

}  // namespace pressrum
