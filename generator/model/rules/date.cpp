// Rules on days and times in running text: check/dates.

#include "model/rules.hpp"

namespace pressrum {

constexpr Rule kDateRules[] = {
    {"date/impossible", Severity::error, true,
     {"dagen finns inte: \"{0}\"", "the day does not exist: \"{0}\""},
     {"kontrollera dag och månad", "check day and month"}},
    {"date/weekday", Severity::error, true,
     {"veckodagen stämmer inte: \"{0}\" är en {1}", "the weekday is wrong: \"{0}\" is a {1}"},
     {"rätta veckodagen eller datumet; skriv ut året om det inte är det närmaste", "correct the weekday or the date; write the year when it is not the next one"}},
    {"date/no-such-event", Severity::warning, true,
     {"inget evenemang i inlägget har tiden \"{0}\"", "no event of the post has the time \"{0}\""},
     {"kontrollera tiden mot events, eller lägg till evenemanget där", "check the time against events, or add the event there"}},
    {"date/without-event", Severity::warning, true,
     {"\"{0}\" ser ut som en tid att komma till, men inlägget har inget evenemang", "\"{0}\" looks like a time to come to, but the post has no event"},
     {"lägg till evenemanget under events, så hamnar det i kalendern", "add the event under events, and it reaches the calendar"}},
};
static_assert(are_rules_of(kDateIds, kDateRules));

}  // namespace pressrum
