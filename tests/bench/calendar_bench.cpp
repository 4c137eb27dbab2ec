// How long a calendar takes to write, by event: is it linear, and how far from only copying the same bytes?
//
// A line for each number of events: nanoseconds of CPU an event for the writer and for the floor, which appends the finished lines to a text
// of their own, one after the other; their ratio; and what the writer takes above the floor, which is its own work: the floor itself
// grows when the text no longer fits the caches and its pages are new. The best of several runs counts. Every tenth event repeats, with two
// times of its own.
#include "render/calendars/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

namespace pressrum {
namespace {

constexpr int kRuns = 7;
constexpr std::size_t kSizes[] = {4'000, 20'000, 100'000};

CalendarEvent event_number(std::size_t i) {
    const LocalTime day = midnight(*parse_iso_date("2022-01-01")) + std::chrono::days(i % 1500);
    CalendarEvent event;
    event.uid = fmt::format("2024-05-{}-dialog.mote@press.ekinge.example", i);
    event.start = {day + std::chrono::hours(8 + i % 12), false};
    event.end = Moment{event.start.time + std::chrono::minutes(90), false};
    event.sequence = static_cast<int>(i % 3);
    event.stamp = event.created = event.last_modified = Instant(day.time_since_epoch());
    event.summary = fmt::format("Dialogmöte om Västerleden, del {}; frågor och svar", i);
    event.description =
        "Vi ritar tillsammans i små grupper. Barnhörna, fika och hörslinga finns.\n\nPris: Fri entré\n\nTillgänglighet: Ramp till entrén; "
        "hörslinga i salen.\n\nLäs mer: https://press.ekinge.example/2024/05/dialog/#evenemang-mote";
    event.html =
        "<p>Vi ritar tillsammans i små grupper. Barnhörna, fika och hörslinga finns.</p><p><strong>Pris:</strong> Fri entré</p>"
        "<p><a href=\"https://press.ekinge.example/2024/05/dialog/#evenemang-mote\">Läs mer</a></p>";
    event.place = {"Västerledsskolans matsal", "Skolgatan 1, Ekinge", std::pair(59.6361, 17.0777)};
    event.url = "https://press.ekinge.example/2024/05/dialog/#evenemang-mote";
    event.contact = "Presstjänsten, 0980-31 92 00, press@ekinge.example";
    event.categories = {"Trygghet", "Dialog", "Västerleden"};
    event.image = "https://press.ekinge.example/assets/photos/vasterleden.jpg";
    return event;
}

Calendar calendar_of(std::size_t count) {
    Calendar calendar;
    calendar.name = "Pressrum Ekinge kommun";
    calendar.product = "-//Pressrum//Ekinge kommun//sv";
    calendar.source = "https://press.ekinge.example/kalender.ics";
    for (std::size_t i = 0; calendar.events.size() < count; ++i) {
        calendar.events.push_back(event_number(i));
        if (i % 10 != 0) continue;
        CalendarEvent time = calendar.events.back();
        calendar.events.back().repeat = CalendarRepeat{CalendarRepeat::Every::week, 1, {}, {}, 12, {}, {}};
        for (const int week : {2, 5}) {
            time.recurrence_id = Moment{calendar.events[calendar.events.size() - 1].start.time + std::chrono::days(7 * week), false};
            time.start = *time.recurrence_id;
            time.end.reset();
            calendar.events.push_back(time);
        }
    }
    calendar.events.resize(count);
    return calendar;
}

double best_nanoseconds(const std::function<std::size_t()>& work) {
    double best = 1e18;
    std::size_t made = 0;
    for (int run = 0; run < kRuns; ++run) {
        const std::clock_t begin = std::clock();
        made += work();
        best = std::min(best, 1e9 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    return made == 0 ? 0 : best;  // what was made is used, so that it is made
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find("\r\n", begin) + 2;
        lines.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return lines;
}

void measure() {
    const Zone zone = *Zone::find("Europe/Stockholm");
    fmt::print("{:>8} {:>10} {:>12} {:>12} {:>8} {:>12} {:>10}\n", "events", "bytes each", "writer ns", "floor ns", "ratio", "above floor",
               "whole ms");
    for (const std::size_t count : kSizes) {
        const Calendar calendar = calendar_of(count);
        const std::string text = to_ics(calendar, zone);
        const std::vector<std::string_view> lines = lines_of(text);
        const double writer = best_nanoseconds([&] { return to_ics(calendar, zone).size(); });
        const double floor = best_nanoseconds([&] {
            std::string copy;
            copy.reserve(text.size());
            for (const std::string_view line : lines) copy += line;
            return copy.size();
        });
        const auto each = [&](double total) { return total / static_cast<double>(count); };
        fmt::print("{:>8} {:>10} {:>12.0f} {:>12.0f} {:>8.1f} {:>12.0f} {:>10.1f}\n", count, text.size() / count, each(writer), each(floor),
                   writer / floor, each(writer - floor), writer / 1e6);
    }
}

}  // namespace
}  // namespace pressrum

int main() { pressrum::measure(); }
