#include "render/calendars/links.hpp"
#include "render/qr.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;

namespace {

Moment time(const char* text) { return {*parse_iso_local_time(text), false}; }
Moment day(const char* text) { return {midnight(*parse_iso_date(text)), true}; }

}  // namespace

TEST_CASE("an event is filled in as Google and Outlook want it, and an end that was not announced is not invented") {
    const Zone zone = *Zone::find("Europe/Stockholm");
    const CalendarEntry meeting{"Möte & samtal, del 2", "Rådhuset #1", "https://press.ekinge.example/a/?b=c#d", time("2026-07-01T18:00"),
                                time("2026-07-01T20:30")};
    CHECK(google_calendar_url(meeting, zone) ==
          "https://calendar.google.com/calendar/render?action=TEMPLATE&text=M%C3%B6te%20%26%20samtal%2C%20del%202&dates=20260701T180000/"
          "20260701T203000&ctz=Europe%2FStockholm"
          "&location=R%C3%A5dhuset%20%231&details=https%3A%2F%2Fpress.ekinge.example%2Fa%2F%3Fb%3Dc%23d");
    CHECK(outlook_calendar_url(meeting, zone) ==
          "https://outlook.live.com/calendar/0/action/"
          "compose?rru=addevent&subject=M%C3%B6te%20%26%20samtal%2C%20del%202&startdt=2026-07-01T18%3A00%3A00%2B02%3A00"
          "&enddt=2026-07-01T20%3A30%3A00%2B02%3A00&location=R%C3%A5dhuset%20%231&body=https%3A%2F%2Fpress.ekinge.example%2Fa%2F%3Fb%3Dc%"
          "23d");

    const CalendarEntry open{"Möte", "", "", time("2026-12-01T18:00"), std::nullopt};
    CHECK(google_calendar_url(open, zone).ends_with("&dates=20261201T180000/20261201T180000&ctz=Europe%2FStockholm"));
    CHECK(outlook_calendar_url(open, zone).ends_with("&startdt=2026-12-01T18%3A00%3A00%2B01%3A00&enddt=2026-12-01T18%3A00%3A00%2B01%3A00"));

    const CalendarEntry fair{"Marknad", "", "", day("2026-12-30"), day("2027-01-01")};
    CHECK(google_calendar_url(fair, zone).ends_with("&dates=20261230/20270102"));
    CHECK(outlook_calendar_url(fair, zone).ends_with("&startdt=2026-12-30&enddt=2027-01-02&allday=true"));
    CHECK(google_calendar_url({"Dag", "", "", day("2026-12-30"), std::nullopt}, zone).ends_with("&dates=20261230/20261231"));
}

TEST_CASE("a QR code grows with its address, and one that is too long is an empty picture") {
    const std::string code = qr_svg("https://press.ekinge.example/prenumerera/");
    CHECK(code.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 37 37\""));  // version 3 is 29 modules
    CHECK(code.find("d=\"M4 4h7v1h-7z") != std::string::npos);                                   // the upper edge of a finder pattern
    CHECK(code.find("<path", code.find("<path") + 1) == code.rfind("<path"));                    // the ground, and one for all modules
    CHECK(qr_svg(std::string(500, 'x')).size() > 3 * code.size());
    CHECK(qr_svg(std::string(5000, 'x')).find("d=\"\"/>") != std::string::npos);
}
