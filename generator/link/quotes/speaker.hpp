#pragma once
// A person on a given day: who speaks, with the role, the party and the organisation of that day.

#include "base/clock.hpp"
#include "model/document.hpp"

#include <cstdint>
#include <string>

namespace pressrum {

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

// A person as the reader should see them with this statement.
struct Speaker {
    std::uint32_t person = kNone;                 // index into people; kNone: a speaker that people.yaml does not know
    std::string name, role, party, organization;  // as of the day of publication; absent parts are empty

    friend bool operator==(const Speaker&, const Speaker&) = default;
};

// Whether a role is held on that day.
bool is_on(const Role& role, Date day);

// The role a person had on that day; of several the first that fits. Never a guess: no fitting period, no role.
const Role* find_role_on(const Person& person, Date day);
// What the person was called on that day.
const std::string& name_on(const Person& person, Date day);
// The person as on that day (a role, party or organisation set directly on the person counts for every day).
Speaker speaker_on(const Keyed<Person>& people, std::uint32_t person, Date day);

// An appointment is news until its first day, and so is a new name: a role that begins after `today` is in no output, and a person is
// called by today's name. `clock` is asked about every day on which a role or a name changes. Statements have taken theirs by then, so that an embargoed release of that day is checked, and previewed, with them.
void leave_out_what_comes(Keyed<Person>& people, const Clock& clock);

}  // namespace pressrum
