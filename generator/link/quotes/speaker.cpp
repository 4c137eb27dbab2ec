#include "link/quotes/speaker.hpp"

#include <algorithm>

namespace pressrum {

bool is_on(const Role& role, Date day) { return (!role.from.given() || *role.from <= day) && (!role.to.given() || *role.to >= day); }

const Role* find_role_on(const Person& person, Date day) {
    const auto found = std::find_if(person.roles.begin(), person.roles.end(), [&](const Role& role) { return is_on(role, day); });
    return found != person.roles.end() ? &*found : nullptr;
}

const std::string& name_on(const Person& person, Date day) {
    const FormerName* name = nullptr;
    for (const FormerName& former : person.former_names) {
        if (*former.to >= day && (name == nullptr || *former.to < *name->to)) name = &former;
    }
    return name != nullptr ? *name->name : *person.name;
}

Speaker speaker_on(const Keyed<Person>& people, std::uint32_t person, Date day) {
    const Person& who = people[person].second;
    Speaker speaker{person, name_on(who, day), *who.role, *who.party, *who.organization};
    const Role* role = find_role_on(who, day);
    if (role == nullptr) return speaker;
    speaker.role = *role->role;
    if (role->party.given()) speaker.party = *role->party;
    if (role->organization.given()) speaker.organization = *role->organization;
    return speaker;
}

void leave_out_what_comes(Keyed<Person>& people, const Clock& clock) {
    const Date today = clock.today();
    const auto has_passed = [&](Date day) { return clock.has_come(midnight(std::chrono::sys_days(day) + std::chrono::days(1))); };
    for (auto& [key, person] : people) {
        std::erase_if(person.roles, [&](const Role& role) { return role.from.given() && !clock.has_come(midnight(*role.from)); });
        for (const Role& role : person.roles) {
            if (role.to.given()) has_passed(*role.to);
        }
        for (const FormerName& former : person.former_names) has_passed(*former.to);
        if (const std::string name = name_on(person, today); name != *person.name) person.name.value = name;
    }
}

}  // namespace pressrum
