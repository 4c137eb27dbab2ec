// Days and times in a release against its events: tests/told/dates.txt.
#include "check/check.hpp"
#include "support/site_builder.hpp"
#include "support/told.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>

using namespace pressrum;
using namespace pressrum::test;

namespace {

const std::map<std::string_view, std::string_view> kEvents = {
    {"no event", ""},
    {"events",
     "events:\n"
     "  - {id: mote, title: Möte, start: 2026-12-01T18:00, end: 2026-12-01T20:00, status: moved, previous_start: 2026-11-30T17:00,\n"
     "     registration: {note: Kom., until: 2026-11-28T12:00}}\n"
     "  - {id: marknad, title: Marknad, start: 2026-12-12, end: 2026-12-13}\n"
     "  - {id: kurs, title: Kurs, start: 2026-12-02T09:00, end: 2026-12-02T10:00,\n"
     "     repeat: {every: week, count: 3, moved: [{date: 2026-12-09, start: 2026-12-10T11:00}], cancelled: [2026-12-16]}}\n"},
};

}  // namespace

TEST_CASE("of days and times in a text that are none, or no event's, it is told whole") {
    check_told("dates", [](std::string_view section, const std::string& text) {
        TestSite test;
        make_site(test, with(ekinge(), "posts/2026/11/mote.md", post_text("Möte", "2026-11-20T10:00", kEvents.at(section), text + "\n")));
        REQUIRE(test.site);
        Diagnostics found;
        check_dates(*test.site, {1}, found);
        found.sort();
        return whole_messages(found, test.tree.sources);
    });
}

TEST_CASE("a day in the lead that is none is told where it stands, as in the text below") {
    TestSite test;
    make_site(test, with(ekinge(), "posts/2026/11/mote.md",
                         post_text("Möte", "2026-11-20T10:00",
                                   "lead: Kom till torget den 31 november, eller måndag 1 december 2026 klockan 18.\n",
                                   "Mötet är den 30 februari.\n")));
    REQUIRE(test.site);
    Diagnostics found;
    check_dates(*test.site, {1}, found);
    CHECK(to_text(found, test.tree) ==
          "date/impossible posts/2026/11/mote.md:4:27 [31 november]\n"
          "date/weekday posts/2026/11/mote.md:4:46 [måndag 1 december 2026 klockan 18|tisdag]\n"
          "date/impossible posts/2026/11/mote.md:6:14 [30 februari]\n");
}
