#pragma once
// Who is meant by what a text calls somebody: "Karin Alm", "Alm", "kommunalrådet".
//
// Looks among the people of people.yaml and the speakers that the post has named so far. Never guesses: what fits two
// people fits nobody, and a surname alone is enough only for somebody the post has named, or together with the role. Tables and the names
// of the text are made when something first asks for them, which is why asking is not const.

#include "link/quotes/attribution_words.hpp"
#include "link/quotes/people_by_name.hpp"
#include "link/quotes/person_name.hpp"
#include "link/quotes/quotes.hpp"
#include "link/quotes/text_names.hpp"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace pressrum {

class Speakers {
public:
    // `people` must outlive this object. Names, roles and parties are those of `day`.
    Speakers(const Keyed<Person>& people, Date day, std::string_view language)
        : people_(people), people_by_name_(people, day), text_names_(language), day_(day), language_(language) {}

    // From now on `speaker` counts as named in the post.
    void add(const Speaker& speaker);

    // Whom the running text of the post names.
    TextNames& in_text() { return text_names_; }

    enum class Outcome { found, unknown, ambiguous };
    struct Match {
        Outcome outcome = Outcome::unknown;
        Speaker speaker = {};
    };
    // By the attribution's name, else by its role among the post's speakers.
    Match find(const Attribution& attribution);

    const AttributionWords* words() const { return find_attribution_words(language_); }

    // The person with exactly this name, if there is only one.
    std::uint32_t find_person(std::string_view name);
    // The person with this key.
    std::uint32_t find_key(std::string_view key);
    Speaker on_day(std::uint32_t person) const { return speaker_on(people_, person, day_); }
    Pronoun pronoun_of(const Speaker& speaker) const;  // by people.yaml
    // Somebody whose pronoun is "hon" is not meant by "säger han", nor by "says he".
    bool has_pronoun(const Speaker& speaker, std::string_view word) const;
    const std::string& name_of(std::uint32_t person) const { return name_on(people_[person].second, day_); }
    // The name of people.yaml or of the post that is nearest to a misspelt one; empty: none is near.
    std::string nearest_name(std::string_view name) const;

    // Whether a piece of running text names a person other than `speaker`, so that "säger hon" after it may mean that person: also one
    // whom nobody knows, two capital words inside a sentence ("Då frågade Bo Ek om pengarna").
    bool names_another(std::string_view text, const Speaker& speaker);

    // Whether a sentence of the text is about somebody else who is not named there: "En lärare på skolan är orolig.", "Oppositionen är kritisk."
    bool tells_of_another(std::string_view text, const Speaker& speaker);

    // Whether the text tells anywhere of one person who is not named there and is not `speaker`: "Karin Alm tackade brandmannen."
    bool tells_of_person(std::string_view text, const Speaker& speaker);

    // For a pronoun, which may mean whoever is named at all: any whole name that is not a place or organisation, and part of one that the post names.
    bool may_name_another(std::string_view text, const Speaker& speaker);

    // A question that names or addresses somebody else ("Vad tycker Nils Ek?", "Nils, vad kostar det?"), or words that address whoever spoke before
    // ("Hur vet du det, Karin?"): that person does not say it.
    bool asks_another(std::string_view text, const Speaker& speaker);

    // Whether the paragraph ends with somebody else's name, broken off from what is said: "…, mullrar Karin Alm (C).", "… /Karin Alm".
    // A verb may stand before the name, and a role.
    bool is_signed_by_another(std::string_view text, const Speaker& speaker);

private:
    bool is_known_name(const std::string& two_words);
    using By = PeopleByName::By;
    Match find_by_whole_name(By by, const std::string& name, const Attribution& attribution);
    Match find_by_single_name(const Attribution& attribution);
    Match find_by_role(std::string_view role) const;
    bool fits(const Speaker& speaker, const Attribution& attribution) const;

    Match find_in_text(const Attribution& attribution);
    Match find_by_end_of_name(const Attribution& attribution);

    const Keyed<Person>& people_;
    PeopleByName people_by_name_;
    TextNames text_names_;
    Date day_;
    std::string_view language_;
    std::vector<Speaker> named_;
    std::unordered_set<std::string> known_;       // name and person of all named_
    NameIndex by_name_, by_bare_name_, by_part_;  // into named_; namesakes are different people
    std::unordered_set<std::string> pairs_;       // the first two and the last two words of the names of named_
};

// "säger Karin Alm och lämnar ordet till Leif Holm", "Jag lämnar över till Nils, säger …": what comes next may be the other one's.
struct SaidParagraph;
bool hands_over(Speakers& speakers, const SaidParagraph& paragraph, const Speaker& speaker);

// Whether what the paragraph says around some of its words, without naming their speaker, attributes them to another: another role or pronoun,
// another name there or in the sentence before.
bool is_anothers(Speakers& speakers, const SaidParagraph& paragraph, const std::vector<Piece>& words, const Speaker& speaker);

// "Tack Karin, det är vi också.": nobody calls themselves by name.
bool calls(std::string_view words, const Speaker& speaker);

// "kommunalrådet" and "kommunalråd", "ordföranden" and "ordförande i tekniska nämnden": the same role, as far as both go.
bool is_same_role(std::string_view a, std::string_view b);

// Whether the head words of two roles are different roles: "polischef" and "räddningschef". Definite forms count as the same, and a
// shorter word may mean a longer one ("chefen"). Nothing is known of a role whose head is not a role word of the language.
bool is_other_role(const AttributionWords& words, std::string_view a, std::string_view b);

// "C" and "c"; a short form and a whole word cannot be compared and count as the same.
bool is_same_party(std::string_view a, std::string_view b);

}  // namespace pressrum
