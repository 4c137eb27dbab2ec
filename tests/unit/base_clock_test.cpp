#include "base/clock.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;
using namespace std::chrono_literals;

namespace {
LocalTime at(std::string_view text) { return *parse_iso_local_time(text); }
}  // namespace

TEST_CASE("a clock remembers the nearest moment that has not come") {
    const Zone zone = *Zone::find("Europe/Stockholm");
    const Instant now = zone.to_instant(at("2026-11-24T12:00"));
    const Clock clock(now, zone);
    CHECK(clock.next() == Clock::kNever);
    CHECK(clock.has_come(now));
    CHECK(clock.has_come(now - 1s));
    CHECK(clock.next() == Clock::kNever);  // what has come is not awaited

    CHECK_FALSE(clock.has_come(now + 1h));
    CHECK(clock.next() == now + 1h);
    CHECK_FALSE(clock.has_come(at("2027-05-01T00:00")));
    CHECK(clock.next() == now + 1h);
    CHECK_FALSE(clock.has_come(at("2026-11-24T12:30")));
    CHECK(clock.next() == now + 30min);
    CHECK(clock.has_come(at("2026-11-24T12:00")));
    CHECK(clock.has_come(at("2025-01-01T00:00")));
    CHECK_FALSE(clock.has_come(at("2026-11-25T00:00")));
    CHECK(clock.next() == now + 30min);

    Clock other;
    other = clock;
    CHECK(other.next() == now + 30min);
    CHECK(to_iso(other.today()) == "2026-11-24");
}

TEST_CASE("what has come stays come when the clocks are set back") {
    const Zone zone = *Zone::find("Europe/Stockholm");
    const Instant first = zone.to_instant(at("2026-10-25T02:30"));  // of two
    for (const auto& [now, come] : {std::pair(first - 1s, false), {first, true}, {first + 1h, true}, {first + 31min, true}}) {
        const Clock clock(now, zone);
        CHECK(clock.has_come(at("2026-10-25T02:30")) == come);
    }
    // Over an hour that does not exist it comes when the hour would have begun.
    const Instant jump = zone.to_instant(at("2026-03-29T01:59")) + 1min;
    CHECK_FALSE(Clock(jump - 1s, zone).has_come(at("2026-03-29T02:00")));
    CHECK(Clock(jump, zone).has_come(at("2026-03-29T02:00")));
}

TEST_CASE("a clock finds the moment in zones far from UTC") {
    for (const char* name : {"Pacific/Kiritimati", "Pacific/Pago_Pago", "Etc/UTC"}) {
        const Zone zone = *Zone::find(name);
        const Instant now = zone.to_instant(at("2026-11-24T12:00"));
        const Clock clock(now, zone);
        CHECK_FALSE(clock.has_come(now + 100h));
        CHECK_FALSE(clock.has_come(at("2026-11-26T12:00")));
        CHECK(clock.next() == now + 48h);
        CHECK(clock.has_come(at("2026-11-23T12:00")));
    }
}
