// What is not public leaves no trace in what is published: the output with hidden posts, people and pictures is the output without their files.
#include "check/check.hpp"
#include "io/ledger_read.hpp"
#include "io/manifest_read.hpp"
#include "render/ledger.hpp"
#include "support/rendered_site.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace pressrum;
using namespace pressrum::test;

namespace {

constexpr const char* kNobodyYet =
    "siv-holm:\n  name: Siv Holm\n  phone: 070-111 22 33\n  contact: true\n  portrait: {src: siv.jpg, alt: Siv Holm., credit: Maria Ek}\n"
    "  roles:\n    - {role: kommundirektör, from: 2027-01-01}\n";

Files public_files() {
    Files files = ekinge();
    files["site/people.yaml"] += "bo-ek:\n  name: Bo Ek\n  role: rektor\n  portrait: {src: bo.jpg, alt: Bo Ek., credit: Maria Ek}\n";
    files["site/assets/photos/bo.jpg"] = "bo";
    files["site/assets/photos/torget.jpg"] = "torget";
    files["site/assets/logga.svg"] = "<svg/>";
    files["posts/2026/11/mote.md"] =
        post_text("Möte", "2026-11-05T10:00", "contacts: [press]\nphoto: {src: torget.jpg, alt: Torget., credit: Maria Ek}\n",
                  "– Nu bygger vi, säger Bo Ek.\n");
    for (const char* sheet : {"tokens.css", "style.css", "feed-look.css"}) files[std::string("layouts/assets/") + sheet] = "/* */";
    return files;
}

// Files of its own, and what they add to those of others.
Files with_hidden(Files files) {
    files["site/people.yaml"] += kNobodyYet;
    files["site/assets/photos/siv.jpg"] = "siv";
    files["site/assets/photos/ny-chef.jpg"] = "ny-chef";
    files["site/assets/photos/oanvand.jpg"] = "oanvand";
    files["site/assets/avtal.pdf"] = "avtal";
    files["posts/2026/12/ny-chef.md"] = post_text("Siv Holm blir ny kommundirektör", "2026-12-05T10:00",
                                                  "contacts: [siv-holm]\nphoto: {src: ny-chef.jpg, alt: Siv Holm., credit: Maria Ek}\n"
                                                  "attachments:\n  - {src: avtal.pdf, title: Avtalet}\naliases: [/chef/]\n",
                                                  "– Jag ser fram emot det, säger Siv Holm.\n");
    files["posts/2026/11/utkast.md"] = post_text("Utkast om budgeten", "2026-11-06T10:00", "draft: true\n", "– Nej, säger Bo Ek.\n");
    return files;
}

Files with_unlisted(Files files) {
    files["site/assets/photos/dold.jpg"] = "dold";
    files["posts/2026/11/dold-inbjudan.md"] =
        post_text("Inbjudan", "2026-11-07T10:00",
                  "unlisted: true\naliases: [/vip/]\nphoto: {src: dold.jpg, alt: Salen., credit: Maria Ek}\n"
                  "events:\n  - {id: mingel, title: Mingel, start: 2026-12-01T18:00}\n",
                  "– Välkommen hit, säger Lena Hovmark.\n");
    return files;
}

std::vector<std::string> paths_of(const RenderedSite& site) {
    std::vector<std::string> paths;
    for (const PlannedFile& file : site.test().plan.files()) paths.push_back(file.path);
    return paths;
}

std::string manifest_of(const RenderedSite& site) {
    std::vector<Output> outputs(site.test().plan.files().size());
    return ledger(site.site(), site.test().plan.files(), outputs, Threads{1});
}

}  // namespace

TEST_CASE("what is hidden leaves no trace: hidden is as deleted") {
    const RenderedSite hidden(with_hidden(public_files())), deleted(public_files());
    REQUIRE(paths_of(hidden) == paths_of(deleted));
    for (const PlannedFile& file : deleted.test().plan.files()) {
        if (file.format->render == nullptr || is_about<subject::Asset>(file.subject)) continue;
        INFO(file.path);
        CHECK(hidden.file(file.path) == deleted.file(file.path));
    }
    CHECK(manifest_of(hidden) == manifest_of(deleted));
    const std::vector<std::string> paths = paths_of(deleted);
    for (const char* shown : {"assets/photos/torget.jpg", "assets/photos/bo.jpg", "assets/logga.svg"}) {
        INFO(shown);
        CHECK(std::find(paths.begin(), paths.end(), shown) != paths.end());
    }
    // On its day all of it is there.
    SiteOptions options;
    options.now = "2027-01-02T12:00";
    const std::vector<std::string> later = paths_of(RenderedSite(with_hidden(public_files()), options));
    for (const char* shown : {"assets/photos/siv.jpg", "assets/photos/ny-chef.jpg", "assets/avtal.pdf", "chef/index.html"}) {
        INFO(shown);
        CHECK(std::find(later.begin(), later.end(), shown) != later.end());
    }
    CHECK(std::find(later.begin(), later.end(), "assets/photos/oanvand.jpg") == later.end());
}

TEST_CASE("an unlisted post has files of its own, and is named nowhere else") {
    const RenderedSite with_it(with_unlisted(public_files())), without_it(public_files());
    std::vector<std::string> more;
    const std::vector<std::string> all = paths_of(with_it), others = paths_of(without_it);
    std::set_difference(all.begin(), all.end(), others.begin(), others.end(), std::back_inserter(more));
    CHECK(more == std::vector<std::string>{"2026/11/dold-inbjudan/index.html", "2026/11/dold-inbjudan/mingel.ics", "assets/photos/dold.jpg",
                                           "vip/index.html"});
    for (const PlannedFile& file : without_it.test().plan.files()) {
        if (file.format->render == nullptr || is_about<subject::Asset>(file.subject)) continue;
        INFO(file.path);
        CHECK(with_it.file(file.path) == without_it.file(file.path));
    }
    const std::string manifest = manifest_of(with_it);
    for (const char* word : {"dold", "vip", "mingel", "Lena", "2026-11-07", "2026-12-01", "kommunalråd"}) {
        INFO(word);
        CHECK(manifest.find(word) == std::string::npos);
    }
    const auto files = read_manifest(manifest);
    REQUIRE(files);
    for (const std::string& path : more) {
        INFO(path);
        CHECK(std::any_of(files->begin(), files->end(), [&](const PublishedFile& file) { return file.path_digest == sha256(path); }));
    }
}

TEST_CASE("a change to an unlisted post is seen, though the manifest does not tell what it says") {
    Files before = with_unlisted(public_files());
    std::string& unlisted = before["posts/2026/11/dold-inbjudan.md"];
    unlisted.replace(unlisted.find("18:00}"), 5, "18:00, price: 50 kronor");
    const auto published = read_ledger(manifest_of(RenderedSite(before)));
    REQUIRE(published);
    const auto compared = [&](const std::string& from, const std::string& to) {
        Files files = before;
        std::string& text = files["posts/2026/11/dold-inbjudan.md"];
        REQUIRE(text.find(from) != std::string::npos);
        text.replace(text.find(from), from.size(), to);
        TestSite now;
        make_site(now, files);
        REQUIRE(now.site);
        Diagnostics found;
        check_against(*now.site, *published, found);
        return rules_of(found);
    };
    CHECK(compared("unlisted", "unlisted") == "");
    CHECK(compared("Välkommen hit", "Stanna hemma") == "against/statement-gone");
    CHECK(compared(", price: 50 kronor", "") == "against/event-details");  // what it was is not published: perhaps the place
    CHECK(compared("50 kronor", "60 kronor") == "against/event-words");
    CHECK(compared("Lena Hovmark", "Karin Alm") == "against/speaker");
    CHECK(compared("18:00", "19:00") == "against/event-time");
    CHECK(compared("2026-11-07T10:00", "2026-11-07T11:00") == "against/published");
    CHECK(compared("unlisted: true\n", "id: ny\nunlisted: true\n") == "against/missing-unlisted");
    CHECK(compared("unlisted: true\n", "draft: true\nunlisted: true\n") == "against/withdrawn");
    CHECK(compared("unlisted: true\n", "unlisted: true\nchanges:\n  - {at: 2026-11-08T09:00, kind: update, note: Ny tid.}\n") == "");
}
