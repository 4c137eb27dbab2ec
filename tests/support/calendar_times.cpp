#include "support/calendar_times.hpp"

namespace pressrum::test {
namespace {

std::string line(const std::string& start, const std::string& end, std::string_view status) {
    return start + " –" + (end.empty() ? "" : " " + end) + " " + std::string(status) + "\n";
}

}  // namespace

std::string site_times(const Site& site, const SiteEvent& event) {
    const auto shown = [&](const Moment& moment) {
        return moment.all_day ? to_iso(date_of(moment.time)) : to_iso(site.zone.to_instant(moment.time));
    };
    std::string text;
    for (const Occurrence& each : event.occurrences) {
        const bool off = each.status == EventStatus::cancelled;
        text += line(shown(each.start),
                     each.end && each.end->time > each.start.time - std::chrono::seconds(each.start.all_day) ? shown(*each.end) : "",
                     off                                     ? "CANCELLED"
                     : each.status == EventStatus::postponed ? "TENTATIVE"
                                                             : "CONFIRMED");
    }
    return text;
}

std::string read_times(const IcalCalendar& calendar, std::string_view uid) {
    std::string text;
    for (const IcalTime& time : times_of(calendar, uid)) {
        const std::string start = time.start_instant ? to_iso(*time.start_instant) : to_iso(date_of(time.start.time));
        std::string end;
        if (time.end && time.end->all_day) end = to_iso(date_of(time.end->time - std::chrono::days(1)));
        if (time.end_instant) end = to_iso(*time.end_instant);
        text += line(start, end, time.event->value("STATUS"));
    }
    return text;
}

}  // namespace pressrum::test
