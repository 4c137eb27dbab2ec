#include "link/quotes/speakers.hpp"

#include "base/text.hpp"
#include "link/quotes/attribution_words.hpp"
#include "link/quotes/speaker_clause.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pressrum {
namespace {

// So often the people are looked through before it pays to make tables of them.
constexpr std::size_t kMaxLooks = 30;

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

// The first two words of a name and the last two; the same twice when there are no more, empty when there are fewer.
std::pair<std::string, std::string> word_pairs(const std::string& name) {
    const std::size_t first = name.find(' '), last = name.rfind(' ');
    if (first == std::string::npos) return {};
    const std::size_t before_last = last == first ? std::string::npos : name.rfind(' ', last - 1);
    return {name.substr(0, name.find(' ', first + 1)), name.substr(before_last == std::string::npos ? 0 : before_last + 1)};
}

bool begins_with_initial(std::string_view name) {
    std::string_view first = name.substr(0, name.find(' '));
    if (first.ends_with('.')) first.remove_suffix(1);
    return count_characters(first) == 1;
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

bool Speakers::is_called(By by, std::uint32_t person, const std::string& called) const {
    if (by == By::key) return *people_[person].first == called;
    const std::string& name = name_of(person);
    switch (by) {
        case By::name: return comparable_name(name) == called;
        case By::without_nickname: return without_nickname(name) == called;
        default: return may_be_called(name, called);
    }
}

std::vector<std::uint32_t> Speakers::people_called(By by, const std::string& called) const {
    if (++looks_ <= kMaxLooks) {
        std::vector<std::uint32_t> found;
        for (std::uint32_t i = 0; i < people_.size() && found.size() <= kMaxCompared; ++i) {
            if (is_called(by, i, called)) found.push_back(i);
        }
        return found;
    }
    if (by_key_.empty()) {
        for (std::uint32_t i = 0; i < people_.size(); ++i) {
            const std::string& name = name_of(i);
            by_key_[*people_[i].first].push_back(i);
            people_by_name_[comparable_name(name)].push_back(i);
            people_by_bare_name_[without_nickname(name)].push_back(i);
            add_parts(people_by_part_, name, i);
        }
    }
    const Index& index = by == By::key                ? by_key_
                         : by == By::name             ? people_by_name_
                         : by == By::without_nickname ? people_by_bare_name_
                                                      : people_by_part_;
    const std::vector<std::uint32_t>& all = at(index, called);
    return {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), kMaxCompared + 1))};
}

const std::vector<std::uint32_t>& Speakers::at(const Index& index, const std::string& name) {
    static const std::vector<std::uint32_t> kNobody;
    const auto found = index.find(name);
    return found != index.end() ? found->second : kNobody;
}

void Speakers::add_parts(Index& index, const std::string& name, std::uint32_t i) {
    const std::string first = name.substr(0, name.find(' ')), last = name.substr(name.rfind(' ') + 1);
    index[first].push_back(i);
    if (last != first) index[last].push_back(i);
}

void Speakers::add(const Speaker& speaker) {
    if (speaker.name.empty() || !known_.insert(speaker.name + '\n' + std::to_string(speaker.person)).second) return;
    const auto i = static_cast<std::uint32_t>(named_.size());
    by_name_[comparable_name(speaker.name)].push_back(i);
    by_bare_name_[without_nickname(speaker.name)].push_back(i);
    add_parts(by_part_, speaker.name, i);
    auto [first, last] = word_pairs(without_nickname(speaker.name));
    pairs_.insert(std::move(first));
    pairs_.insert(std::move(last));
    named_.push_back(speaker);
}

std::uint32_t Speakers::find_person(std::string_view name) const {
    const std::vector<std::uint32_t> people = people_called(By::name, comparable_name(name));
    return people.size() == 1 ? people.front() : kNone;
}

std::uint32_t Speakers::find_key(std::string_view key) const {
    const std::vector<std::uint32_t> people = people_called(By::key, std::string(key));
    return people.empty() ? kNone : people.front();
}

bool Speakers::fits(const Speaker& speaker, const Attribution& attribution) const {
    if (!attribution.party.empty() && !speaker.party.empty() && !is_same_party(attribution.party, speaker.party)) return false;
    return attribution.role.empty() || speaker.role.empty() || is_same_role(attribution.role, speaker.role);
}

Speakers::Match Speakers::find(const Attribution& attribution) const {
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
Speakers::Match Speakers::find_by_end_of_name(const Attribution& attribution) const {
    read_texts();
    const auto found = text_names_.find(attribution.name.substr(attribution.name.rfind(' ') + 1));
    if (found == text_names_.end()) return {};
    std::string whole;
    for (const std::string& name : found->second) {
        if (name == attribution.name || !name.ends_with(" " + attribution.name)) continue;
        if (!whole.empty()) return {Outcome::ambiguous};
        whole = name;
    }
    return whole.empty() ? Match{} : Match{Outcome::found, {kNone, whole, attribution.role, attribution.party, {}}};
}

Speakers::Match Speakers::find_by_whole_name(By by, const std::string& name, const Attribution& attribution) const {
    std::vector<std::uint32_t> people = people_called(by, name);
    const std::vector<std::uint32_t>& named = at(by == By::name ? by_name_ : by_bare_name_, name);
    if (people.size() > 1) {  // namesakes: role and party must tell them apart, or the post names one of them only
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

Speakers::Match Speakers::find_by_single_name(const Attribution& attribution) const {
    const std::vector<std::uint32_t>& named = at(by_part_, attribution.name);
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
    const std::vector<std::uint32_t> people = people_called(By::part, attribution.name);
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

// With a capital letter before a name, at the beginning of a sentence: "Grattis Elsa", "Efter Elsa".
constexpr std::string_view kNoFirstNames[] = {
    "grattis", "heja", "hej", "hejsan", "tack",  "kära",     "bravo",      "efter", "före", "med",    "för",   "till",
    "från",    "utan", "men", "och",    "både",  "när",      "om",         "kafé",  "café", "hotell", "kiosk", "congratulations",
    "thanks",  "dear", "for", "with",   "after", "tillykke", "gratulerer", "kjære", "kære"};

void Speakers::read_texts() const {
    if (std::exchange(texts_read_, true)) return;
    const AttributionWords* words = find_attribution_words(language_);
    std::unordered_set<std::string> seen;
    for (const std::string_view text : texts_) {
        const std::vector<Token> owned = tokenize(text);
        const TokenText tokens(text, owned);
        for (std::size_t i = 0; i < tokens.size();) {
            const NameRun run = tokens.is_capital(i) ? name_run(tokens, i, tokens.size()) : NameRun{i, 0};
            if (run.end == i) {
                ++i;
                continue;
            }
            std::size_t begin = i;
            for (std::size_t k = i; k + 1 < run.end; ++k) {  // what follows the last title or role: "Parks Director Hector Alvarado"
                if (is_whose(tokens.raw(k)) && k + 2 < run.end) begin = k + 1;
                if (!contains(attribution_words::kTitles, tokens.lower(k)) && !(words != nullptr && is_role_word(*words, tokens.lower(k))))
                    continue;
                begin = k + (tokens.is(k + 1, Token::Kind::stop) ? 2 : 1);
            }
            // "Författaren Disa Holmgren": the first word of a sentence has a capital letter whatever it is.
            const std::string first_word = tokens.lower(begin);
            const bool plural = first_word.ends_with("erna") || first_word.ends_with("arna") || first_word.ends_with("orna") ||
                                first_word.ends_with("ene") || first_word.ends_with("erne");
            const bool may_be_noun = begin == i && (run.capitals >= 3 || plural) && (i == 0 || !tokens.is_word(i - 1));
            i = run.end;
            if (may_be_noun && run.capitals >= 3) ++begin;  // "Syskonen Maria Berg"
            else if (may_be_noun) continue;
            if (begin + 1 >= run.end || contains(kNoFirstNames, first_word)) continue;
            std::string name = tokens.slice(begin, run.end);
            if (begins_with_initial(name)) continue;                                              // "A. Hedsand" is no whole name
            if (name.ends_with('s') && seen.contains(name.substr(0, name.size() - 1))) continue;  // "Karin Alms"
            if (!seen.insert(name).second) continue;
            const std::string first = name.substr(0, name.find(' ')), last = name.substr(name.rfind(' ') + 1);
            if (text_names_[first].size() <= kMaxCompared) text_names_[first].push_back(name);
            if (last != first && text_names_[last].size() <= kMaxCompared) text_names_[last].push_back(name);
            if (all_text_names_.size() < 3) all_text_names_.push_back(std::move(name));
        }
    }
}

std::string Speakers::only_name_in_text() const {
    read_texts();
    return all_text_names_.size() == 1 ? all_text_names_.front() : std::string();
}

Speakers::Match Speakers::find_in_text(const Attribution& attribution) const {
    read_texts();
    const auto found = text_names_.find(attribution.name);
    if (found == text_names_.end()) return {};
    if (found->second.size() > 1) return {Outcome::ambiguous};
    Attribution whole = attribution;
    whole.name = found->second.front();
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

bool Speakers::is_known_name(const std::string& two_words) const {
    if (first_names_.empty()) {
        for (const auto& [key, person] : people_) first_names_.insert(word_pairs(without_nickname(name_on(person, day_))).first);
    }
    return first_names_.contains(two_words) || pairs_.contains(two_words);
}

}  // namespace pressrum
