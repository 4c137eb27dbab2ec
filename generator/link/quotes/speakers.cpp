#include "link/quotes/speakers.hpp"

#include "base/text.hpp"
#include "link/quotes/attribution_words.hpp"
#include "link/quotes/speaker_clause.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pressrum {
namespace {

// What the definite form of a role adds in Swedish, Danish and Norwegian.
constexpr std::array<std::string_view, 6> kDefinite = {"n", "en", "et", "t", "a", "ne"};

bool is_same_word(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    return b.starts_with(a) &&
           (a.size() == b.size() || std::find(kDefinite.begin(), kDefinite.end(), b.substr(a.size())) != kDefinite.end());
}

// Says what somebody is like, whatever the role: "centerpolitikern".
bool is_description(std::string_view word) {
    static constexpr std::string_view kEndings[] = {"politiker", "politikern", "politikeren", "politician", "boende", "profil", "profilen"};
    return std::any_of(std::begin(kEndings), std::end(kEndings), [&](std::string_view ending) { return word.ends_with(ending); });
}

bool ends_with_word(std::string_view longer, std::string_view shorter) {
    if (longer.ends_with(shorter)) return true;
    return std::any_of(kDefinite.begin(), kDefinite.end(), [&](std::string_view ending) {
        const bool definite = longer.ends_with(ending) && longer.substr(0, longer.size() - ending.size()).ends_with(shorter);
        return definite || (shorter.size() > ending.size() + 2 && shorter.ends_with(ending) &&
                            longer.ends_with(shorter.substr(0, shorter.size() - ending.size())));
    });
}

bool is_same_head(std::string_view a, std::string_view b) { return is_same_word(a, b) || ends_with_word(a, b) || ends_with_word(b, a); }

// "andre vice ordförande i nämnden" → ordförande; "kommunalråd och ordförande" → both.
std::vector<std::string> role_heads(const AttributionWords& words, std::string_view role) {
    std::vector<std::string> heads;
    const std::string lower = lower_word(role);
    bool open = true, fresh = true;  // before a preposition; no head in this part yet
    for (std::string_view word : split(lower, ' ')) {
        if (contains(words.and_words, word)) {
            open = fresh = true;
        } else if (contains(words.prepositions, word)) {
            open = open && fresh;
        } else {
            while (word.ends_with(',')) word.remove_suffix(1);
            if (!open || !is_role_word(words, word) || is_description(word)) continue;
            if (fresh) heads.emplace_back(word);
            else heads.back() = word;
            fresh = false;
        }
    }
    return heads;
}

}  // namespace

bool is_same_role(std::string_view a, std::string_view b) {
    const std::string lower_a = lower_word(a), lower_b = lower_word(b);
    std::vector<std::string_view> x = split(lower_a, ' '), y = split(lower_b, ' ');
    for (auto* words : {&x, &y}) {
        if (words->size() > 1 && words->front() == "the") words->erase(words->begin());
    }
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i) {
        if (!is_same_word(x[i], y[i])) return false;
    }
    return !a.empty() && !b.empty();
}

bool is_other_role(const AttributionWords& words, std::string_view a, std::string_view b) {
    const std::vector<std::string> of_a = role_heads(words, a), of_b = role_heads(words, b);
    if (of_a.empty() || of_b.empty()) return false;
    return std::none_of(of_a.begin(), of_a.end(), [&](const std::string& x) {
        return std::any_of(of_b.begin(), of_b.end(), [&](const std::string& y) { return is_same_head(x, y); });
    });
}

bool is_same_party(std::string_view a, std::string_view b) {
    const std::size_t short_form = 3;
    if ((count_characters(a) <= short_form) != (count_characters(b) <= short_form)) return true;
    return lower_word(a) == lower_word(b);
}

void Speakers::add(const Speaker& speaker) {
    if (speaker.name.empty() || !known_.insert(speaker.name + '\n' + std::to_string(speaker.person)).second) return;
    const auto i = static_cast<std::uint32_t>(named_.size());
    by_name_.add(comparable_name(speaker.name), i);
    by_bare_name_.add(without_nickname(speaker.name), i);
    by_part_.add_parts(speaker.name, i);
    auto [first, last] = word_pairs(without_nickname(speaker.name));
    pairs_.insert(std::move(first));
    pairs_.insert(std::move(last));
    named_.push_back(speaker);
}

std::uint32_t Speakers::find_person(std::string_view name) {
    const std::vector<std::uint32_t> people = people_by_name_.find(By::name, comparable_name(name));
    return people.size() == 1 ? people.front() : kNone;
}

std::uint32_t Speakers::find_key(std::string_view key) {
    const std::vector<std::uint32_t> people = people_by_name_.find(By::key, std::string(key));
    return people.empty() ? kNone : people.front();
}

bool Speakers::fits(const Speaker& speaker, const Attribution& attribution) const {
    if (!attribution.party.empty() && !speaker.party.empty() && !is_same_party(attribution.party, speaker.party)) return false;
    return attribution.role.empty() || speaker.role.empty() || is_same_role(attribution.role, speaker.role);
}

Speakers::Match Speakers::find(const Attribution& attribution) {
    const std::string& name = attribution.name;
    if (name.empty()) return find_by_role(attribution.role);

    const std::string whole = comparable_name(name), bare = without_nickname(name);
    Match match = find_by_whole_name(By::name, whole, attribution);
    if (match.outcome != Outcome::unknown) return match;
    if (name.find(' ') == std::string::npos) return find_by_single_name(attribution);
    match = find_by_whole_name(By::without_nickname, bare, attribution);
    if (match.outcome == Outcome::found && !may_be_called(match.speaker.name, name)) return {};  // another nickname
    return match.outcome == Outcome::unknown ? find_by_end_of_name(attribution) : match;
}

// "Mac Giolla", "von Platen": a surname of several words.
Speakers::Match Speakers::find_by_end_of_name(const Attribution& attribution) {
    std::string whole;
    for (const std::string& name : text_names_.with_part(attribution.name.substr(attribution.name.rfind(' ') + 1))) {
        if (name == attribution.name || !name.ends_with(" " + attribution.name)) continue;
        if (!whole.empty()) return {Outcome::ambiguous};
        whole = name;
    }
    return whole.empty() ? Match{} : Match{Outcome::found, {kNone, whole, attribution.role, attribution.party, {}}};
}

Speakers::Match Speakers::find_by_whole_name(By by, const std::string& name, const Attribution& attribution) {
    std::vector<std::uint32_t> people = people_by_name_.find(by, name);
    const std::vector<std::uint32_t>& named = (by == By::name ? by_name_ : by_bare_name_).at(name);
    if (people.size() > 1) {  // namesakes: role and party must tell them apart, or the post names only one of them
        if (named.size() == 1 && fits(named_[named.front()], attribution)) return {Outcome::found, named_[named.front()]};
        if (people.size() > kMaxCompared) return {Outcome::ambiguous};
        std::erase_if(people, [&](std::uint32_t i) {
            const Speaker speaker = on_day(i);
            const bool told_by_role = !attribution.role.empty() && is_same_role(attribution.role, speaker.role);
            const bool told_by_party =
                !attribution.party.empty() && !speaker.party.empty() && is_same_party(attribution.party, speaker.party);
            return !fits(speaker, attribution) || (!told_by_role && !told_by_party);
        });
        if (people.size() != 1) return {Outcome::ambiguous};
    }
    if (people.size() == 1) return {Outcome::found, on_day(people.front())};
    if (!named.empty()) return named.size() == 1 ? Match{Outcome::found, named_[named.front()]} : Match{Outcome::ambiguous};
    return {};
}

Speakers::Match Speakers::find_by_single_name(const Attribution& attribution) {
    const std::vector<std::uint32_t>& named = by_part_.at(attribution.name);
    if (named.size() > kMaxCompared) return {Outcome::ambiguous};
    const Speaker* found = nullptr;
    for (const std::uint32_t i : named) {
        const Speaker& speaker = named_[i];
        if (!fits(speaker, attribution)) continue;
        if (found != nullptr) return {Outcome::ambiguous};
        found = &speaker;
    }
    if (found != nullptr) return {Outcome::found, *found};
    if (Match in_text = find_in_text(attribution); in_text.outcome != Outcome::unknown) return in_text;
    const std::vector<std::uint32_t> people = people_by_name_.find(By::part, attribution.name);
    if (people.size() > kMaxCompared) return {attribution.role.empty() ? Outcome::unknown : Outcome::ambiguous};
    if (attribution.role.empty()) {  // the only one who is known by this surname
        if (people.size() != 1) return {people.empty() ? Outcome::unknown : Outcome::ambiguous};
        const std::string& name = name_of(people.front());
        const bool surname = name.ends_with(attribution.name) && name.size() > attribution.name.size();
        return surname ? Match{Outcome::found, on_day(people.front())} : Match{};
    }
    Match match;
    for (const std::uint32_t i : people) {
        Speaker speaker = on_day(i);
        if (speaker.role.empty() || !fits(speaker, attribution)) continue;
        if (match.outcome == Outcome::found) return {Outcome::ambiguous};
        match = {Outcome::found, std::move(speaker)};
    }
    return match;
}

Pronoun Speakers::pronoun_of(const Speaker& speaker) const {
    return speaker.person == kNone ? Pronoun::unknown : pressrum::pronoun_of(lower_word(*people_[speaker.person].second.pronoun));
}

bool Speakers::has_pronoun(const Speaker& speaker, std::string_view word) const {
    const Pronoun own = pronoun_of(speaker), called = pressrum::pronoun_of(word);
    return own == Pronoun::unknown || called == Pronoun::unknown || own == called;
}

Speakers::Match Speakers::find_in_text(const Attribution& attribution) {
    const std::vector<std::string>& names = text_names_.with_part(attribution.name);
    if (names.empty()) return {};
    if (names.size() > 1) return {Outcome::ambiguous};
    Attribution whole = attribution;
    whole.name = names.front();
    Match match = find_by_whole_name(By::name, comparable_name(whole.name), whole);
    if (match.outcome != Outcome::unknown) return match;
    return {Outcome::found, {kNone, whole.name, attribution.role, attribution.party, {}}};
}

Speakers::Match Speakers::find_by_role(std::string_view role) const {
    if (named_.size() > kMaxCompared) return {};
    const Speaker* found = nullptr;
    for (const Speaker& speaker : named_) {
        if (!is_same_role(role, speaker.role)) continue;
        if (found != nullptr) return {Outcome::ambiguous};
        found = &speaker;
    }
    return found != nullptr ? Match{Outcome::found, *found} : Match{};
}

std::string Speakers::nearest_name(std::string_view name) const {
    std::vector<std::string_view> names;
    for (const auto& [key, person] : people_) names.push_back(name_on(person, day_));
    for (std::size_t i = 0; i < std::min<std::size_t>(named_.size(), 100); ++i) names.push_back(named_[i].name);
    return std::string(find_nearest(name, names).value_or(""));
}

bool Speakers::is_known_name(const std::string& two_words) { return people_by_name_.begins_name(two_words) || pairs_.contains(two_words); }

}  // namespace pressrum
