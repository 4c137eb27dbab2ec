#include "link/quotes/known_roles.hpp"

#include "base/text.hpp"
#include "link/quotes/speakers.hpp"
#include "model/rules.hpp"

#include <algorithm>

namespace pressrum {

bool KnownRoles::has_role_on_day(std::uint32_t person) const {
    const Person& who = people_[person].second;
    return who.roles.empty() || !(*who.role).empty() || find_role_on(who, day_) != nullptr;
}

void KnownRoles::check_party(const Speaker& speaker, const std::string& said, const std::string& known, Span at, bool covered) {
    if (said.empty()) return;
    if (!known.empty()) {
        if (is_same_party(said, known)) return;
        if (speaker.person == kNone)
            diagnostics_.add({rule("quote/other-role"), at, {speaker.name, '(' + said + ')', '(' + known + ')'}, {}, {}});
        else diagnostics_.add({rule("statement/other-party"), at, {speaker.name, said, known}, {}, {}});
    } else if (speaker.person != kNone && covered && count_characters(said) <= 3) {
        diagnostics_.add({rule("statement/no-party"), at, {speaker.name, said}, {}, {}});
    }
}

void KnownRoles::check_role(const Speaker& speaker, const std::string& said, Span at) {
    if (said.empty() || speaker.role.empty() || words_ == nullptr) return;
    if (!is_other_role(*words_, said, speaker.role)) return;
    if (speaker.person != kNone) {
        const Person& who = people_[speaker.person].second;
        const bool held = std::any_of(who.roles.begin(), who.roles.end(),
                                      [&](const Role& role) { return is_on(role, day_) && !is_other_role(*words_, said, *role.role); });
        if (held || (!(*who.role).empty() && !is_other_role(*words_, said, *who.role))) return;
    }
    const Rule* other = speaker.person == kNone ? rule("quote/other-role") : rule("statement/other-role");
    diagnostics_.add({other, at, {speaker.name, said, speaker.role}, {}, {}});
}

}  // namespace pressrum
