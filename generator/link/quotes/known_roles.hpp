#pragma once
// What a text or an entry says of somebody's role and party, compared with what people.yaml says for that day.

#include "base/diagnostic.hpp"
#include "link/quotes/attribution_words.hpp"
#include "link/quotes/quotes.hpp"

#include <string>

namespace pressrum {

class KnownRoles {
public:
    KnownRoles(const Keyed<Person>& people, Date day, std::string_view language, Diagnostics& diagnostics)
        : people_(people), day_(day), words_(find_attribution_words(language)), diagnostics_(diagnostics) {}

    // Nothing to warn about: a role on the day, or a person without roles.
    bool has_role_on_day(std::uint32_t person) const;

    // `said` stands at `at`, `known` is what is known of `speaker`. `covered`: the day falls in one of their periods.
    void check_party(const Speaker& speaker, const std::string& said, const std::string& known, Span at, bool covered);
    void check_role(const Speaker& speaker, const std::string& said, Span at);

private:
    const Keyed<Person>& people_;
    Date day_;
    const AttributionWords* words_;  // nullptr: a language without a row
    Diagnostics& diagnostics_;
};

}  // namespace pressrum
