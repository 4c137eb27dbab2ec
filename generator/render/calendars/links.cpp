#include "render/calendars/links.hpp"

#include "base/escape.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace pressrum {
namespace {

// An end as both services count it: for whole days the day after the last.
Moment end_of(const CalendarEntry& entry) {
    Moment end = entry.end.value_or(entry.start);
    if (end.all_day) end.time += std::chrono::days(1);
    return end;
}

void add(std::string& url, std::string_view name, std::string_view value) {
    if (!value.empty()) url += fmt::format("&{}={}", name, to_url_value(value));
}

// "20261201" or "20261201T163000"
std::string compact(const Moment& moment) {
    const std::string iso = to_iso(moment);
    std::string out;
    for (const char c : iso) {
        if (c != '-' && c != ':') out += c;
    }
    if (!moment.all_day && out.size() == std::string_view("20261201T1630").size()) out += "00";
    return out;
}

}  // namespace

std::string google_calendar_url(const CalendarEntry& entry, const Zone& zone) {
    std::string url = "https://calendar.google.com/calendar/render?action=TEMPLATE";
    add(url, "text", entry.title);
    url += fmt::format("&dates={}/{}", compact(entry.start), compact(end_of(entry)));
    if (!entry.start.all_day) add(url, "ctz", zone.name());
    add(url, "location", entry.location);
    add(url, "details", entry.details);
    return url;
}

std::string outlook_calendar_url(const CalendarEntry& entry, const Zone& zone) {
    std::string url = "https://outlook.live.com/calendar/0/action/compose?rru=addevent";
    add(url, "subject", entry.title);
    add(url, "startdt", to_iso(zone, entry.start));
    add(url, "enddt", to_iso(zone, end_of(entry)));
    if (entry.start.all_day) url += "&allday=true";
    add(url, "location", entry.location);
    add(url, "body", entry.details);
    return url;
}

}  // namespace pressrum
