#pragma once
// The moment that a site is made for, and the next one that would make it different.
//
// Whoever decides something by the time asks has_come(), and the clock remembers the nearest of the moments that had not come. Until then the
// same sources make the same site. Several threads may ask at once.

#include "base/zone.hpp"

#include <atomic>

namespace pressrum {

class Clock {
public:
    Clock() : Clock(Instant{}, Zone::utc()) {}
    Clock(Instant now, const Zone& zone) : now_(now), zone_(zone), local_(zone.to_local(now)) {}
    Clock(const Clock& other) : now_(other.now_), zone_(other.zone_), local_(other.local_), next_(other.next_.load()) {}
    Clock& operator=(const Clock& other);

    Instant now() const { return now_; }
    // To be shown, and to be compared with days that has_come() has been asked about.
    LocalTime local() const { return local_; }
    Date today() const { return date_of(local_); }

    bool has_come(Instant moment) const;
    // What has come stays come: also when the clocks are set back over it.
    bool has_come(LocalTime time) const;

    // The nearest moment that was asked about and had not come; kNever when none is awaited.
    static constexpr Instant kNever = Instant::max();
    Instant next() const { return next_.load(); }

private:
    Instant now_;
    Zone zone_;
    LocalTime local_;
    mutable std::atomic<Instant> next_{kNever};  // the memory of the questions: no answer depends on it
};

}  // namespace pressrum
