#include "link/series.hpp"

#include "link/recurrence.hpp"
#include "model/rules.hpp"

#include <algorithm>
#include <set>

// A series is its rule without the days under `except`, plus the times under `extra`. What is moved or cancelled is one of these: it is
// looked up by the day it was planned for, in a list sorted by that, and only then do the new times count. So a time may move to a day
// that becomes free because another is moved away, and nothing is moved twice.

namespace pressrum {
namespace {

Occurrence plain(const Event& event, const Moment& start) {
    std::optional<Moment> end;
    if (event.end.given()) end = Moment{start.time + (event.end->time - event.start->time), start.all_day};
    return {start, end, *event.status, {}, start};
}

bool by_plan(const Occurrence& a, const Occurrence& b) { return a.planned < b.planned; }
bool by_start(const Occurrence& a, const Occurrence& b) { return a.start < b.start; }

class Series {
public:
    Series(const Event& event, Diagnostics& diagnostics) : event_(event), repeat_(*event.repeat), diagnostics_(diagnostics) {}

    std::vector<Occurrence> run() {
        for (const Moment& start : occurrences(*event_.start, repeat_, kMaxOccurrences)) times_.push_back(plain(event_, start));
        if (times_.size() > kMaxOccurrences) return std::move(times_);
        if (!times_.empty()) check_exceptions();
        add_extra();
        for (std::uint32_t i = 0; i < repeat_.moved.size(); ++i) move(i);
        for (std::uint32_t i = 0; i < repeat_.cancelled.size(); ++i) cancel(i);
        std::stable_sort(times_.begin(), times_.end(), by_start);
        check_meetings();
        return std::move(times_);
    }

private:
    void report(const Rule* rule, Span at, std::vector<std::string> words, std::string suggestion = {}) {
        diagnostics_.add({rule, at, std::move(words), std::move(suggestion), {}});
    }

    // A day that is left out must be one on which it would have happened: otherwise the meeting that was meant to be off stays on.
    void check_exceptions() {
        if (repeat_.except.empty()) return;
        Repeat all = repeat_;
        all.except.clear();
        std::set<Date> days, met;
        for (const Moment& start : occurrences(*event_.start, all, kMaxOccurrences + repeat_.except.size()))
            days.insert(date_of(start.time));
        for (const Sourced<Date>& day : repeat_.except) {
            if (!days.contains(*day)) report(rule("event/except-nothing"), day.at, {to_iso(*day)});
            else if (!met.insert(*day).second) report(rule("event/time-twice"), day.at, {to_iso(*day)});
        }
    }

    void add_extra() {
        if (repeat_.extra.empty()) return;
        std::set<Date> excepted;
        for (const Sourced<Date>& day : repeat_.except) excepted.insert(*day);
        std::set<Moment> starts;
        for (const Occurrence& each : times_) starts.insert(each.start);
        const std::chrono::seconds clock = event_.start->time - midnight(date_of(event_.start->time));
        for (const Sourced<Moment>& extra : repeat_.extra) {
            const bool usual = extra->all_day && !event_.start->all_day;
            const Moment start = usual ? Moment{extra->time + clock, false} : *extra;
            // A calendar lets the exception win: an extra time at the very same hour would not appear.
            const bool taken_away = start.time == midnight(date_of(start.time)) + clock && excepted.contains(date_of(start.time));
            if (start < *event_.start) report(rule("event/extra-before-start"), extra.at, {to_iso(*extra), to_iso(*event_.start)});
            else if (taken_away) report(rule("event/time-twice"), extra.at, {to_iso(*extra)});
            else if (!starts.insert(start).second) report(rule("event/extra-nothing"), extra.at, {to_iso(*extra)});
            else times_.push_back(plain(event_, start));
        }
        std::stable_sort(times_.begin(), times_.end(), by_plan);
    }

    // The time that an editor means by its day, and by its time of day when that day has several; null and a message when there is none.
    Occurrence* find(const Sourced<Moment>& day, const char* field) {
        const LocalTime begin = day->time, end = day->all_day ? begin + std::chrono::days(1) : begin + std::chrono::seconds(1);
        const auto before = [](const Occurrence& each, LocalTime time) { return each.planned.time < time; };
        const auto first = std::lower_bound(times_.begin(), times_.end(), begin, before);
        const auto last = std::lower_bound(first, times_.end(), end, before);
        if (first == last) {
            report(rule("event/no-such-time"), day.at, {to_iso(*day), field}, nearest(first, *day));
            return nullptr;
        }
        if (last - first > 1) {
            report(rule("event/which-time"), day.at, {to_iso(*day), to_iso(first->planned)});
            return nullptr;
        }
        if (first->own()) {
            report(rule("event/time-twice"), day.at, {to_iso(*day)});
            return nullptr;
        }
        return &*first;
    }

    // The day of the series nearest to one that is not in it, when it is so near that it may be a slip of the pen.
    std::string nearest(std::vector<Occurrence>::iterator after, const Moment& day) const {
        constexpr std::chrono::days kNear{3};
        std::optional<Moment> best;
        for (const auto at : {after == times_.begin() ? after : after - 1, after}) {
            if (at == times_.end() || std::chrono::abs(at->planned.time - day.time) > kNear) continue;
            if (!best || std::chrono::abs(at->planned.time - day.time) < std::chrono::abs(best->time - day.time)) best = at->planned;
        }
        return !best ? "" : day.all_day ? to_iso(date_of(best->time)) : to_iso(*best);
    }

    void move(std::uint32_t number) {
        const MovedTime& moved = repeat_.moved[number];
        if (!moved.start.given()) return;  // a translation of one that the original does not move: reported there
        Occurrence* of = find(moved.date, "moved");
        if (of == nullptr) return;
        const std::optional<Moment> usual_end = of->end;
        const Moment before = of->start;
        of->moved = number;
        of->start = *moved.start;
        if (moved.end.given()) of->end = *moved.end;
        else if (of->end) of->end->time += of->start.time - before.time;
        if (of->start != before || of->end != usual_end) of->previous = before;
        else if (of->other_place(event_) == nullptr) report(rule("event/moved-nowhere"), moved.start.at, {to_iso(*moved.date)});
        if (of->status == EventStatus::scheduled) of->status = EventStatus::moved;  // a series that is off as a whole stays off
    }

    void cancel(std::uint32_t number) {
        Occurrence* of = find(repeat_.cancelled[number].date, "cancelled");
        if (of == nullptr) return;
        of->cancelled = number;
        of->status = EventStatus::cancelled;
    }

    // A moved time that falls on another one; what is cancelled is in nobody's way.
    void check_meetings() {
        for (std::size_t i = 0; i < times_.size();) {
            std::size_t end = i, held = 0;
            for (; end < times_.size() && times_[end].start == times_[i].start; ++end) held += times_[end].cancelled == kNone;
            for (; i < end && held > 1; ++i) {
                if (times_[i].moved == kNone) continue;
                const Sourced<Moment>& start = repeat_.moved[times_[i].moved].start;
                report(rule("event/moved-onto"), start.at, {to_iso(*start)});
                break;
            }
            i = end;
        }
    }

    const Event& event_;
    const Repeat& repeat_;
    Diagnostics& diagnostics_;
    std::vector<Occurrence> times_;  // by plan until the last step
};

}  // namespace

std::vector<Occurrence> occurrences_of(const Event& event, Diagnostics& diagnostics) {
    std::vector<Occurrence> times = event.repeat ? Series(event, diagnostics).run() : std::vector<Occurrence>{plain(event, *event.start)};
    // The previous time of the whole event is that of its first occurrence.
    if (event.previous_start.given() && !times.empty()) {
        const auto first = std::min_element(times.begin(), times.end(), by_plan);
        if (!first->own()) first->previous = *event.previous_start;
    }
    return times;
}

}  // namespace pressrum
