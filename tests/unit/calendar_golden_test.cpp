// What each form of event becomes in a calendar: tests/calendars/FORM, a folder for each.
//   post.md      the post, and others beside it when the form needs them, read at posts/2024/05/ of the small Ekinge
//   ID.ics       the calendar of its event ID, to the byte
// Each is read back by libical under a clock far away, and must tell the times that the site has; so must the calendar of the whole site.
#include "support/calendar_times.hpp"
#include "support/golden.hpp"
#include "support/rendered_site.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <ctime>
#include <set>

using namespace pressrum;
using namespace pressrum::test;
namespace fs = std::filesystem;

namespace {

const fs::path kForms = fs::path(PRESSRUM_ROOT) / "tests" / "calendars";

// The machine stands in New Zealand while this lives.
struct FarClock {
    FarClock() { setenv("TZ", "Pacific/Auckland", 1), tzset(); }
    ~FarClock() { unsetenv("TZ"), tzset(); }
};

Files files_of(const fs::path& form) {
    Files files = with(ekinge(), "posts/2024/05/torget.jpg", "a picture");
    for (const std::string& name : files_under(form)) {
        if (name.ends_with(".md")) files = with(files, "posts/2024/05/" + name, read_file(form / name));
    }
    return files;
}

void check_times(const Site& site, const EventIndex e, const std::string& bytes) {
    const IcalCalendar calendar = read_ical(bytes);
    CHECK(calendar.faults == std::vector<std::string>{});
    CHECK(read_times(calendar, site.events[e].uid) == site_times(site, site.events[e]));
}

}  // namespace

TEST_CASE("every form of event has its calendar, which tells another program the site's own times") {
    const FarClock far;
    std::size_t forms = 0;
    for (const auto& entry : fs::directory_iterator(kForms)) {
        const fs::path& form = entry.path();
        INFO("tests/calendars/" << form.filename().string());
        ++forms;
        const RenderedSite rendered(files_of(form), {.now = "2024-05-10T12:00"});
        CHECK(rendered.reported() == "");
        const std::string whole = rendered.file("kalender.ics");
        std::set<std::string> made = {};
        for (const PlannedFile& file : rendered.test().plan.files()) {
            const auto* of = std::get_if<subject::Event>(&file.subject);
            if (of == nullptr) continue;
            const std::string name = file.path.substr(file.path.rfind('/') + 1);
            made.insert(name);
            const std::string bytes = rendered.file(file);
            check_golden(form / name, bytes);
            check_times(rendered.site(), of->event, bytes);
            check_times(rendered.site(), of->event, whole);
        }
        CHECK_FALSE(made.empty());
        for (const std::string& name : files_under(form)) {
            INFO("a golden file without its event: " << name);
            CHECK((name.ends_with(".md") || made.contains(name)));
        }
    }
    CHECK(forms >= 18);
}
