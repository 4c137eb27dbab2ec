#include "link/balance.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace pressrum {
namespace {

// A word has a letter or a digit; a dash between two words has neither.
std::size_t count_words_in(std::string_view text) {
    std::size_t count = 0;
    bool in_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        at += c.length;
        if (is_white_space(c.code)) in_word = false;
        else if (!in_word && is_letter_or_digit(c.code)) in_word = true, ++count;
    }
    return count;
}

// Rows by key, or by name where there is no key, each counting a release once. The newest name is kept: a person may have had others.
class Counter {
public:
    void add(const std::string& key, const std::string& name, PostIndex post, std::size_t words, const std::string& party = {}) {
        auto& [row, posts, parties] = rows_[{key, key.empty() ? name : std::string()}];
        row.key = key;
        if (row.statements == 0) row.name = name;  // posts come newest first
        ++row.statements;
        row.words += words;
        if (posts.insert(post).second) ++row.releases;
        if (!party.empty() && parties.insert(party).second) row.parties += (row.parties.empty() ? "" : ", ") + party;
    }

    std::vector<BalanceRow> rows(std::string_view language) const {
        std::vector<const BalanceRow*> found;
        std::vector<std::string_view> names;
        for (const auto& [key, counted] : rows_) {
            found.push_back(&counted.row);
            names.push_back(counted.row.name);
        }
        std::vector<BalanceRow> all;
        for (const std::size_t i : dictionary_order(names, language)) all.push_back(*found[i]);
        std::stable_sort(all.begin(), all.end(), [](const BalanceRow& a, const BalanceRow& b) { return a.statements > b.statements; });
        return all;
    }

private:
    struct Counted {
        BalanceRow row;
        std::set<PostIndex> posts;
        std::set<std::string> parties;
    };
    std::map<std::pair<std::string, std::string>, Counted> rows_;
};

}  // namespace

Balance balance_of(const Site& site, Date from, Date to) {
    const std::string_view language = *site.config.language;
    Counter whole, people, parties, topics;
    for (PostIndex p = 0; p < site.posts.size(); ++p) {
        const SitePost& post = site.posts[p];
        const Date day = date_of(*post.post.published);
        if (post.state != PostState::published || post.versions.front() != p || day < from || day > to) continue;
        for (const Statement& statement : post.statements) {
            const Speaker& speaker = statement.speaker;
            const std::size_t words = count_words_in(statement.words);
            whole.add("", "", p, words);
            people.add(speaker.person == kNone ? "" : *site.people[speaker.person].first, speaker.name, p, words, speaker.party);
            parties.add(speaker.party, speaker.party, p, words);
            for (const std::uint32_t topic : post.topics)
                topics.add(site.topics[kTopicList][topic].key, *site.topics[kTopicList][topic].topic.name, p, words);
            if (post.topics.empty()) topics.add("", "", p, words);
        }
    }
    const std::vector<BalanceRow> sums = whole.rows(language);
    return {from, to, sums.empty() ? BalanceRow{} : sums.front(), people.rows(language), parties.rows(language), topics.rows(language)};
}

}  // namespace pressrum
