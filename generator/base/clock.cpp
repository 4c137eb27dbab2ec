#include "base/clock.hpp"

#include "base/reads.hpp"

namespace pressrum {

Clock& Clock::operator=(const Clock& other) {
    now_ = other.now_;
    zone_ = other.zone_;
    local_ = other.local_;
    next_ = other.next_.load();
    return *this;
}

bool Clock::has_come(Instant moment) const {
    if (moment <= now_) return true;
    note_moment(moment);
    Instant known = next_.load();
    while (moment < known && !next_.compare_exchange_weak(known, moment)) {}
    return false;
}

bool Clock::has_come(LocalTime time) const {
    // No zone is further from UTC, and no clock is set by more: outside of that the zone, which takes its time, need not be asked.
    constexpr std::chrono::hours kWidest{26};
    if (time <= local_ - kWidest) return true;
    const Instant no_sooner = Instant(time.time_since_epoch()) - kWidest;
    if (time > local_ + kWidest && no_sooner > next_.load() && no_sooner > noted_moment()) return false;
    return has_come(zone_.to_instant(time));
}

}  // namespace pressrum
