#include "render/views.hpp"

#include "support/site_builder.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;
using namespace pressrum::test;

TEST_CASE("a release is labelled cancelled only when nothing of it is left") {
    const auto label = [](std::string_view first, std::string_view second) {
        Files files = with(ekinge(), "posts/2026/11/mote.md",
                           post_text("Möte", "2026-11-05T10:00",
                                     "events:\n  - {id: a, title: A, start: 2026-12-08T18:00, status: " + std::string(first) + "}\n  - {id: b, title: B, start: 2026-12-09T18:00, status: " + std::string(second) +
                                         "}\nchanges:\n  - {at: 2026-11-06T10:00, kind: update, event: a, note: Nytt.}\n  - {at: 2026-11-06T10:00, kind: update, event: b, note: Nytt.}\n"));
        TestSite test;
        make_site(test, files);
        REQUIRE(rules_of(test.diagnostics) == "");
        const Layouts none;
        const Renderer renderer(*test.site, test.plan, none);
        Output out;
        return to_debug_text(release_item_view({renderer, out}, 0));
    };
    CHECK(label("cancelled", "cancelled").find("Inställt") != std::string::npos);
    CHECK(label("cancelled", "scheduled").find("Delvis inställt") != std::string::npos);
    CHECK(label("scheduled", "scheduled").find("nställt") == std::string::npos);
    CHECK(label("postponed", "cancelled").find("Delvis uppskjutet") != std::string::npos);
}
