#include "link/recurrence.hpp"

#include "model/names.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <memory>

namespace pressrum {
namespace {

// libical counts in its own broken-down times; floating ones are wall time, which is what events use.
icaltimetype to_ical(const Moment& moment) {
    const Date date = date_of(moment.time);
    icaltimetype out = icaltime_null_time();
    out.year = static_cast<int>(date.year());
    out.month = static_cast<int>(static_cast<unsigned>(date.month()));
    out.day = static_cast<int>(static_cast<unsigned>(date.day()));
    out.is_date = moment.all_day;
    if (!moment.all_day) {
        const auto minutes = (moment.time - midnight(date)).count() / 60;
        out.hour = static_cast<int>(minutes / 60);
        out.minute = static_cast<int>(minutes % 60);
    }
    return out;
}

Moment to_moment(const icaltimetype& time) {
    const Date date(std::chrono::year(time.year), std::chrono::month(static_cast<unsigned>(time.month)),
                    std::chrono::day(static_cast<unsigned>(time.day)));
    return {midnight(date) + std::chrono::hours(time.hour) + std::chrono::minutes(time.minute), time.is_date != 0};
}

icalrecurrencetype to_rule(const Moment& start, const Repeat& repeat) {
    static constexpr icalrecurrencetype_frequency kFrequencies[] = {ICAL_DAILY_RECURRENCE, ICAL_WEEKLY_RECURRENCE, ICAL_MONTHLY_RECURRENCE,
                                                                    ICAL_YEARLY_RECURRENCE};
    icalrecurrencetype rule;
    icalrecurrencetype_clear(&rule);
    rule.freq = row_of(*repeat.every, kFrequencies);
    rule.interval = static_cast<short>(std::min(*repeat.interval, kMaxInterval));
    rule.week_start = ICAL_MONDAY_WEEKDAY;
    if (repeat.count.given()) rule.count = *repeat.count;
    if (repeat.until.given()) {
        rule.until = to_ical({midnight(*repeat.until), start.all_day});
        if (!start.all_day) rule.until.hour = 23, rule.until.minute = 59, rule.until.second = 59;
    }
    std::size_t used = 0;
    for (const Sourced<std::chrono::weekday>& day : repeat.on) {
        if (used < 7) rule.by_day[used++] = static_cast<short>(day->c_encoding() + 1);  // libical: 1 = Sunday
    }
    if (used > 0) rule.by_day[used] = ICAL_RECURRENCE_ARRAY_MAX;
    return rule;
}

struct FreeIterator {
    void operator()(icalrecur_iterator* it) const { icalrecur_iterator_free(it); }
};

}  // namespace

std::vector<Moment> occurrences(const Moment& start, const Repeat& repeat, std::size_t most) {
    std::vector<Moment> out;
    const std::unique_ptr<icalrecur_iterator, FreeIterator> iterator(icalrecur_iterator_new(to_rule(start, repeat), to_ical(start)));
    if (!iterator) return out;
    std::vector<Date> except;
    for (const Sourced<Date>& day : repeat.except) except.push_back(*day);
    std::sort(except.begin(), except.end());
    const auto excepted = [&](const Moment& moment) { return std::binary_search(except.begin(), except.end(), date_of(moment.time)); };
    for (icaltimetype next = icalrecur_iterator_next(iterator.get()); !icaltime_is_null_time(next) && out.size() <= most;
         next = icalrecur_iterator_next(iterator.get())) {
        const Moment moment = to_moment(next);
        if (!excepted(moment)) out.push_back(moment);
    }
    return out;
}

bool ends_in_reach(const Moment& start, const Repeat& repeat, std::size_t most) {
    if (!repeat.count.given()) return true;  // the read stage has checked `until`
    // Most are far from it: eight leap days, the rarest of days, take forty years.
    static constexpr std::int64_t kDays[] = {1, 7, 31, 366};
    const std::int64_t days = std::int64_t{*repeat.count} * *repeat.interval * row_of(*repeat.every, kDays) * 8;
    if (year_of(start.time) + days / 365 < static_cast<int>(kLastYear)) return true;
    Repeat all = repeat;
    all.except.clear();
    const std::vector<Moment> times = occurrences(start, all, most + repeat.except.size());
    if (times.size() > most + repeat.except.size()) return true;  // too many, which is reported elsewhere
    return times.size() == static_cast<std::size_t>(*repeat.count) && date_of(times.back().time).year() <= kLastYear;
}

}  // namespace pressrum
