#pragma once
// Who is meant by what a text calls somebody: "Karin Alm", "Alm", "kommunalrådet".
//
// Looks among the people of people.yaml and the speakers that the post has named so far. Never guesses: what fits two
// people fits nobody, and a surname alone is enough only for somebody the post has named, or together with the role.

#include "link/attribution_words.hpp"
#include "link/quotes.hpp"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace pressrum {

class Speakers {
public:
    // `people` outlives this. Roles and parties are those of `day`.
    Speakers(const Keyed<Person>& people, Date day, std::string_view language) : people_(people), day_(day), language_(language) {}

    // From now on `speaker` counts as named in the post.
    void add(const Speaker& speaker);

    enum class Outcome { found, unknown, ambiguous };
    struct Match {
        Outcome outcome = Outcome::unknown;
        Speaker speaker = {};
    };
    // By the attribution's name, else by its role among the post's speakers.
    Match find(const Attribution& attribution) const;

    // The person with exactly this name, if there is one only.
    std::uint32_t find_person(std::string_view name) const;
    Speaker on_day(std::uint32_t person) const { return speaker_on(people_, person, day_); }
    // The name of people.yaml or of the post that is nearest to a misspelt one; empty: none is near.
    std::string nearest_name(std::string_view name) const;

    // Whether a piece of running text names a person other than `speaker`, so that "säger hon" after it may mean that person.
    // With `anybody` also somebody nobody knows: two capital words inside a sentence ("Då frågade Bo Ek om pengarna").
    bool names_another(std::string_view text, const Speaker& speaker, bool anybody) const;

private:
    Match find_by_single_name(const Attribution& attribution) const;
    Match find_by_role(std::string_view role) const;
    bool fits(const Speaker& speaker, const Attribution& attribution) const;

    const Keyed<Person>& people_;
    Date day_;
    std::string_view language_;
    std::vector<Speaker> named_;
    std::unordered_multimap<std::string, std::size_t> by_name_;  // into named_; namesakes are different people
    mutable std::unordered_set<std::string> first_names_;        // first two words of all names; made when first needed
};

// Whether somebody with this full name may be called so: the whole name, its first or its last word.
bool may_be_called(std::string_view full_name, std::string_view called);

// "kommunalrådet" and "kommunalråd", "ordföranden" and "ordförande i tekniska nämnden": the same role, as far as both say.
bool is_same_role(std::string_view a, std::string_view b);

// Whether the head words of two roles are different roles: "polischef" and "räddningschef". Definite forms are the same, and a
// shorter word may mean a longer ("chefen"). Nothing is known of a role whose head is no role word of the language.
bool is_other_role(const AttributionWords& words, std::string_view a, std::string_view b);

// "C" and "c"; a short form and a whole word cannot be compared and count as the same.
bool is_same_party(std::string_view a, std::string_view b);

}  // namespace pressrum
