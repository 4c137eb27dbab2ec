#pragma once
// Who is meant by what a text calls somebody: "Karin Alm", "Alm", "kommunalrådet".
//
// Looks among the people of people.yaml and the speakers that the post has named so far. Never guesses: what fits two
// people fits nobody, and a surname alone is enough only for somebody the post has named, or together with the role. A post with few
// statements looks through the people one by one; one with many makes tables of their names first. Of more than kMaxCompared that a
// name or a role may mean nobody is told apart. So the whole stays linear in the post and the people.

#include "link/quotes/attribution_words.hpp"
#include "link/quotes/person_name.hpp"
#include "link/quotes/quotes.hpp"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace pressrum {

class Speakers {
public:
    static constexpr std::size_t kMaxCompared = 200;

    // `people` outlives this. Names, roles and parties are those of `day`.
    Speakers(const Keyed<Person>& people, Date day, std::string_view language) : people_(people), day_(day), language_(language) {}

    // From now on `speaker` counts as named in the post.
    void add(const Speaker& speaker);

    // The running text of the post, in which people are named whom nobody has quoted yet. A view; read when a single name is to be told.
    void read_later(std::vector<std::string_view> texts) { texts_ = std::move(texts); }
    // The only person whom the running text names with a whole name; empty: there are none, or several.
    std::string only_name_in_text() const;

    enum class Outcome { found, unknown, ambiguous };
    struct Match {
        Outcome outcome = Outcome::unknown;
        Speaker speaker = {};
    };
    // By the attribution's name, else by its role among the post's speakers.
    Match find(const Attribution& attribution) const;

    const AttributionWords* words() const { return find_attribution_words(language_); }

    // The person with exactly this name, if there is one only.
    std::uint32_t find_person(std::string_view name) const;
    // The person with this key.
    std::uint32_t find_key(std::string_view key) const;
    Speaker on_day(std::uint32_t person) const { return speaker_on(people_, person, day_); }
    Pronoun pronoun_of(const Speaker& speaker) const;  // by people.yaml
    // Somebody whose pronoun is "hon" is not meant by "säger han", nor by "says he".
    bool has_pronoun(const Speaker& speaker, std::string_view word) const;
    const std::string& name_of(std::uint32_t person) const { return name_on(people_[person].second, day_); }
    // The name of people.yaml or of the post that is nearest to a misspelt one; empty: none is near.
    std::string nearest_name(std::string_view name) const;

    // Whether a piece of running text names a person other than `speaker`, so that "säger hon" after it may mean that person.
    // With `anybody` also somebody nobody knows: two capital words inside a sentence ("Då frågade Bo Ek om pengarna").
    bool names_another(std::string_view text, const Speaker& speaker, bool anybody) const;

    // Whether a sentence of the text is about somebody else who has no name there: "En lärare på skolan är orolig.", "Oppositionen är kritisk."
    bool tells_of_another(std::string_view text, const Speaker& speaker) const;

    // Whether the text tells anywhere of one person who has no name there and is not `speaker`: "Karin Alm tackade brandmannen."
    bool tells_of_person(std::string_view text, const Speaker& speaker) const;

    // For a pronoun, which may mean whoever is named at all: any whole name that is no place or organisation, and a part of one that the post names.
    bool may_name_another(std::string_view text, const Speaker& speaker) const;

    // A question that names somebody else or calls them ("Vad tycker Nils Ek?", "Nils, vad kostar det?"), and what calls whoever spoke before ("Hur vet du
    // det, Karin?"): that one does not say it.
    bool asks_another(std::string_view text, const Speaker& speaker) const;

    // Whether the paragraph ends with somebody else's name, broken off from what is said: "…, mullrar Karin Alm (C).", "… /Karin Alm".
    // A verb may stand before the name, and a role.
    bool is_signed_by_another(std::string_view text, const Speaker& speaker) const;

private:
    bool is_known_name(const std::string& two_words) const;
    // By key, by whole name, by the name without nickname, or by the first or the last word of the name; no more than are needed to see that
    // they are too many.
    enum class By { key, name, without_nickname, part };
    std::vector<std::uint32_t> people_called(By by, const std::string& called) const;
    bool is_called(By by, std::uint32_t person, const std::string& called) const;

    using Index = std::unordered_map<std::string, std::vector<std::uint32_t>>;
    static const std::vector<std::uint32_t>& at(const Index& index, const std::string& name);  // empty when there is none
    static void add_parts(Index& index, const std::string& name, std::uint32_t i);

    Match find_by_whole_name(By by, const std::string& name, const Attribution& attribution) const;
    Match find_by_single_name(const Attribution& attribution) const;
    Match find_by_role(std::string_view role) const;
    bool fits(const Speaker& speaker, const Attribution& attribution) const;

    // Whole names of the running text by their first and last words.
    void read_texts() const;
    Match find_in_text(const Attribution& attribution) const;
    Match find_by_end_of_name(const Attribution& attribution) const;

    std::vector<std::string_view> texts_;
    mutable bool texts_read_ = false;
    mutable std::unordered_map<std::string, std::vector<std::string>> text_names_;  // part → whole names, each once
    mutable std::vector<std::string> all_text_names_;                               // as long as there are few
    const Keyed<Person>& people_;
    Date day_;
    std::string_view language_;
    mutable std::size_t looks_ = 0;                                                 // through the people, so far
    mutable Index by_key_, people_by_name_, people_by_bare_name_, people_by_part_;  // made when there have been many
    mutable std::unordered_set<std::string> first_names_;  // first two words of all people's names; made when first needed
    std::vector<Speaker> named_;
    std::unordered_set<std::string> known_;   // name and person of all named_
    Index by_name_, by_bare_name_, by_part_;  // into named_; namesakes are different people
    std::unordered_set<std::string> pairs_;   // the first two and the last two words of the names of named_
};

// "säger Karin Alm och lämnar ordet till Leif Holm", "Jag lämnar över till Nils, säger …": what comes next may be the other one's.
struct SaidParagraph;
bool hands_over(const Speakers& speakers, const SaidParagraph& paragraph, const Speaker& speaker);

// Whether what the paragraph says around some words of it, without naming their speaker, is another's attribution: another role or pronoun, another
// name there or in the sentence before.
bool is_anothers(const Speakers& speakers, const SaidParagraph& paragraph, const std::vector<Piece>& words, const Speaker& speaker);

// "Tack Karin, det är vi också.": nobody calls themselves by name.
bool calls(std::string_view words, const Speaker& speaker);

// "kommunalrådet" and "kommunalråd", "ordföranden" and "ordförande i tekniska nämnden": the same role, as far as both say.
bool is_same_role(std::string_view a, std::string_view b);

// Whether the head words of two roles are different roles: "polischef" and "räddningschef". Definite forms are the same, and a
// shorter word may mean a longer ("chefen"). Nothing is known of a role whose head is no role word of the language.
bool is_other_role(const AttributionWords& words, std::string_view a, std::string_view b);

// "C" and "c"; a short form and a whole word cannot be compared and count as the same.
bool is_same_party(std::string_view a, std::string_view b);

}  // namespace pressrum
