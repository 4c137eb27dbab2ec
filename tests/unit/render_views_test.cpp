#include "render/views.hpp"

#include "support/rendered_site.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;
using namespace pressrum::test;

TEST_CASE("a role is in no output before its first day") {
    const std::string body = "– Nu bygger vi, säger kommunalrådet Karin Alm (C).\n";
    Files files = with(ekinge(), "posts/2026/11/nu.md", post_text("Nu", "2026-11-02T10:00", "contacts: [karin-alm]\n", body));
    files = with(files, "posts/2027/01/sedan.md",
                 post_text("Sedan", "2027-01-01T10:00", {}, "– Nu bygger vi, säger kommundirektör Karin Alm.\n"));
    const std::string roles = "party: C, from: 2022-10-17, to: 2026-12-31}\n    - {role: kommundirektör, from: 2027-01-01}\n";
    std::string& people = files["site/people.yaml"];
    people.replace(people.find("party: C, from: 2022-10-17}\n"), std::string("party: C, from: 2022-10-17}\n").size(), roles);
    people.insert(people.find("  name: Karin Alm\n"), "  contact: true\n");

    const RenderedSite now(files, {.now = "2026-11-28T12:00"});
    CHECK(now.reported() == "");  // and the embargoed release is checked with the role of its day
    for (const PlannedFile& file : now.test().plan.files()) {
        if (file.format->render == nullptr) continue;  // the manifest: digests
        INFO(file.path);
        CHECK(now.file(file).find("kommundirektör") == std::string::npos);
    }
    const RenderedSite then(files, {.now = "2027-01-01T12:00"});
    CHECK(then.file("personer/karin-alm/index.html").find("kommundirektör") != std::string::npos);
}

TEST_CASE("changes are shown newest first, each with its kind, time and words") {
    TestSite test;
    make_site(test, with(ekinge(), "posts/2026/11/mote.md",
                         post_text("Möte", "2026-11-05T10:00",
                                   "changes:\n"
                                   "  - {at: 2026-11-06T10:00, kind: correction, note: Först.}\n"
                                   "  - {at: 2026-11-08T10:00, kind: update, note: Sist.}\n"
                                   "  - {at: 2026-11-07T10:00, kind: clarification, note: Sedan.}\n")));
    REQUIRE(rules_of(test.diagnostics) == "");
    std::string notes;
    const std::vector<const Change*> newest = newest_changes(test.site->posts[0].post);
    for (const Change* change : newest) notes += *change->note + " ";
    CHECK(notes == "Sist. Sedan. Först. ");
    const Layouts none;
    const Renderer renderer(*test.site, test.plan, none);
    Output out;
    CHECK(
        to_debug_text(change_view({renderer, out}, 0, *newest.back())) ==
        "kind: Rättelse\nstyle: correction\nwhen: 6\u00A0november 2026 kl.\u00A010.00\ndatetime: 2026-11-06T10:00:00+01:00\nnote: Först.\n"
        "release_title: Möte\nrelease_url: /2026/11/mote/\n");
}

TEST_CASE("a release is labelled cancelled only when nothing of it is left") {
    const auto label = [](std::string_view first, std::string_view second) {
        Files files = with(ekinge(), "posts/2026/11/mote.md",
                           post_text("Möte", "2026-11-05T10:00",
                                     "events:\n  - {id: a, title: A, start: 2026-12-08T18:00, status: " + std::string(first) +
                                         "}\n  - {id: b, title: B, start: 2026-12-09T18:00, status: " + std::string(second) +
                                         "}\nchanges:\n  - {at: 2026-11-06T10:00, kind: update, event: a, note: Nytt.}\n  - {at: "
                                         "2026-11-06T10:01, kind: update, event: b, note: Nytt.}\n"));
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
