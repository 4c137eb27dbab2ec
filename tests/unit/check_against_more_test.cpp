// What is published beside the words of a post: portraits, keys of people, roles in other languages, files of pictures, former addresses,
// and what has expired.
#include "base/text.hpp"
#include "support/published.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;
using namespace pressrum::test;

namespace {

constexpr const char* kPath = "posts/2026/11/skolan.md";
constexpr const char* kBody = "– Nu bygger vi, säger Bo Ek.\n";
constexpr const char* kPortrait = "  portrait: {src: bo.jpg, alt: Bo Ek., credit: Maria Ek}\n";

// A press room in which Bo Ek is quoted in two posts.
Files room(std::string_view portrait = kPortrait, std::string_view more = {}) {
    Files files = ekinge();
    files["site/people.yaml"] += "bo-ek:\n  name: Bo Ek\n  role: rektor\n  role_names: {en: headteacher}\n" + std::string(portrait);
    for (const char* name : {"bo", "ny", "torg"}) files[std::string("site/assets/photos/") + name + ".jpg"] = name;
    files[kPath] =
        post_text("Skolan", "2026-11-05T10:00", "photo: {src: torg.jpg, alt: Torget., credit: Anna Ek}\n" + std::string(more), kBody);
    files["posts/2026/11/annat.md"] =
        post_text("Annat", "2026-11-06T10:00", "photo: {src: torg.jpg, alt: Torget., credit: Anna Ek}\n", kBody);
    return files;
}

Files changed(Files files, const std::string& path, std::string_view from, std::string_view to) {
    std::string& text = files.at(path);
    if (text.find(from) == std::string::npos) throw std::runtime_error("not there: " + std::string(from));
    text = replace_all(std::move(text), from, to);
    return files;
}

// As a version of the program wrote it that knew less.
Ledger older(Ledger ledger) {
    for (PublishedRelease& release : ledger.releases) {
        release.aliases.clear();
        for (PublishedStatement& each : release.statements) each.role_shown.clear(), each.approved.clear();
        for (PublishedPhoto& each : release.photos) each.sha256.clear();
        for (PublishedPhoto& each : release.portraits) each.sha256.clear(), each.person.clear();
    }
    return ledger;
}

constexpr const char* kEntry = "changes:\n  - {at: 2026-11-20T09:00, kind: correction, note: Nya uppgifter.}\n";

}  // namespace

TEST_CASE("a portrait is told once when its photographer changes, with or without its file, and when it is gone") {
    const Ledger before = ledger_of(room());
    CHECK(compared(before, room()) == "");
    CHECK(compared(before, room("  portrait: {src: bo.jpg, alt: Bo Ek., credit: Anna Ek}\n")) == "against/portrait");
    CHECK(compared(before, room("  portrait: {src: ny.jpg, alt: Bo Ek., credit: Anna Ek}\n")) == "against/portrait");
    CHECK(compared(before, room("")) == "against/portrait");
    // The same photographer: the picture was scaled, or called otherwise.
    CHECK(compared(before, room("  portrait: {src: ny.jpg, alt: Bo Ek., credit: Maria Ek}\n")) == "");
    CHECK(compared(before, with(room(), "site/assets/photos/bo.jpg", "en annan")) == "against/photo-replaced");
    CHECK(compared(older(before), with(room(""), "site/assets/photos/bo.jpg", "en annan")) == "");
    CHECK(compared(older(before), room("  portrait: {src: bo.jpg, alt: Bo Ek., credit: Anna Ek}\n")) == "against/portrait");
}

TEST_CASE("a portrait stays though its person is no longer quoted") {
    Files files = room(kPortrait, kEntry);
    files[kPath] = replace_all(files[kPath], kBody, "Nu bygger vi.\n");
    files["posts/2026/11/annat.md"] = post_text("Annat", "2026-11-06T10:00", kEntry, "Nu bygger vi.\n");
    Files before = room();
    before["posts/2026/11/annat.md"] = post_text("Annat", "2026-11-06T10:00", "", kBody);
    CHECK(compared(ledger_of(before), files) == "");
}

TEST_CASE("two people who change keys in people.yaml are told") {
    const auto people = [](const char* first, const char* second) {
        Files files = room();
        files["site/people.yaml"] =
            std::string(first) + ":\n  name: Bo Ek\n  role: rektor\n" + second + ":\n  name: My Ek\n  role: lärare\n";
        files["posts/2026/11/annat.md"] = post_text("Annat", "2026-11-06T10:00", "", "– Vi går, säger My Ek.\n");
        return files;
    };
    CHECK(compared(ledger_of(people("bo-ek", "my-ek")), people("bo-ek", "my-ek")) == "");
    CHECK(compared(ledger_of(people("bo-ek", "my-ek")), people("my-ek", "bo-ek")) == "against/person against/person");
}

TEST_CASE("another file under the name of a published picture is told once") {
    const Files other = with(room(), "site/assets/photos/torg.jpg", "en annan");
    CHECK(compared(ledger_of(room()), other) == "against/photo-replaced");
    CHECK(compared(older(ledger_of(room())), other) == "");
    const auto both = [&](const char* kind) {
        Files files = other;
        for (const char* path : {kPath, "posts/2026/11/annat.md"})
            files[path] = replace_all(files[path], "photo:", replace_all(kEntry, "correction", kind) + "photo:");
        return files;
    };
    CHECK(compared(ledger_of(room()), both("update")) == "");
    CHECK(compared(ledger_of(room()), both("moved")) == "against/photo-replaced");
    CHECK(compared(ledger_of(room()), changed(other, kPath, "Anna Ek", "Bo Ek")) == "against/photo-replaced against/photographer");
}

TEST_CASE("a picture keeps its photographer whatever its file is called") {
    struct Shown {
        const char* file;
        const char* credit;
        const char* bytes;
    };
    const auto post = [](const std::vector<Shown>& all, std::string_view kind = {}) {
        std::string photos = "photos:\n";
        Files files = ekinge();
        for (const Shown& each : all) {
            photos += "  - {src: " + std::string(each.file) + ", alt: Torget., credit: " + each.credit + "}\n";
            files["site/assets/photos/" + std::string(each.file)] = each.bytes;
        }
        if (!kind.empty()) photos += replace_all(kEntry, "correction", kind);
        return with(std::move(files), kPath, post_text("Skolan", "2026-11-05T10:00", photos, kBody));
    };
    const Ledger one = ledger_of(post({{"bild.png", "Maria Ek", "A"}}));
    CHECK(compared(one, post({{"ny.png", "Maria Ek", "A"}})) == "");
    CHECK(compared(one, post({{"ny.png", "Nora Brink", "A"}})) == "against/photographer");
    CHECK(compared(one, post({{"ny.png", "Nora Brink", "A"}}, "update")) == "against/photographer");
    CHECK(compared(one, post({{"ny.png", "Nora Brink", "A"}}, "correction")) == "");
    CHECK(compared(one, post({{"ny.png", "Nora Brink", "B"}})) == "against/photo-gone");
    CHECK(compared(one, post({{"ny.png", "Maria Ek", "B"}})) == "");  // scaled
    CHECK(compared(one, post({{"bild.png", "Nora Brink", "B"}})) == "against/photographer");
    CHECK(compared(one, post({{"ny.png", "Maria Ek", "A"}, {"bild.png", "Nora Brink", "B"}})) == "");
    CHECK(compared(older(one), post({{"ny.png", "Nora Brink", "A"}})) == "against/photo-gone");

    const Ledger two = ledger_of(post({{"a.png", "Maria Ek", "A"}, {"b.png", "Nora Brink", "B"}}));
    CHECK(compared(two, post({{"b.png", "Maria Ek", "A"}, {"a.png", "Nora Brink", "B"}})) == "");
    CHECK(compared(two, post({{"a.png", "Maria Ek", "B"}, {"b.png", "Nora Brink", "A"}})) == "against/photographer against/photographer");
    CHECK(compared(two, post({{"a.png", "Nora Brink", "B"}})) == "against/photo-gone");
    CHECK(compared(two, post({{"a.png", "Maria Ek", "A"}})) == "against/photo-gone");

    const Ledger copies = ledger_of(post({{"a.png", "Maria Ek", "A"}, {"b.png", "Maria Ek", "A"}}));
    CHECK(compared(copies, post({{"a.png", "Maria Ek", "B"}, {"b.png", "Maria Ek", "A"}})) == "against/photo-replaced");
    CHECK(compared(copies, post({{"b.png", "Maria Ek", "A"}})) == "");
}

TEST_CASE("a role that is called otherwise in the language of a translation is told once") {
    const auto translated = [](std::string_view role, std::string_view more = {}) {
        Files files = room();
        files["site/people.yaml"] = replace_all(files["site/people.yaml"], "headteacher", role);
        for (const char* name : {"skolan", "annat"}) {
            files["posts/2026/11/" + std::string(name) + ".md"] += more.empty() ? "" : "\n";
            files["posts/2026/11/" + std::string(name) + ".en.md"] = "---\ntitle: The school\n---\n– Now we build, says Bo Ek.\n";
        }
        return files;
    };
    const Ledger before = ledger_of(translated("headteacher"));
    CHECK(compared(before, translated("headteacher")) == "");
    CHECK(compared(before, translated("janitor")) == "against/role");
    CHECK(compared(older(before), translated("janitor")) == "");
    CHECK(compared(before, changed(translated("headteacher"), "site/people.yaml", "  role_names: {en: headteacher}\n", "")) ==
          "against/role");
}

TEST_CASE("a role that begins later under the same name leaves what is published as it is") {
    Files files = room();
    files["site/people.yaml"] = replace_all(files["site/people.yaml"], "  role: rektor\n  role_names: {en: headteacher}\n",
                                            "  roles:\n    - {role: rektor, role_names: {en: principal}, from: 2027-01-01}\n"
                                            "    - {role: rektor, role_names: {en: headteacher}, to: 2026-12-31}\n");
    files["posts/2026/11/skolan.en.md"] = "---\ntitle: The school\n---\n– Now we build, says Bo Ek.\n";
    CHECK(compared(ledger_of(files), files, {.now = "2027-06-01T12:00"}) == "");
}

TEST_CASE("a former address that leads nowhere any more is told") {
    const Ledger before = ledger_of(room(kPortrait, "aliases: [/gammal/, /gammal.html, /ny]\n"));
    CHECK(compared(before, room(kPortrait, "aliases: [/gammal, /gammal.html, /ny/]\n")) == "");
    CHECK(compared(before, room(kPortrait, "aliases: [/gammal/, /ny]\n")) == "against/moved");
    CHECK(compared(before, room()) == "against/moved against/moved against/moved");
    CHECK(compared(older(before), room()) == "");
}

TEST_CASE("what has expired is told when it is edited, so that it cannot come back in other words") {
    const auto post = [](std::string_view expires, std::string_view more = {}, std::string_view body = kBody) {
        Files files =
            room(kPortrait, std::string(expires) + "events:\n  - {id: mote, title: Möte, start: 2026-12-01T18:00, location: Skolan}\n" +
                                std::string(more));
        files[kPath] = replace_all(files[kPath], kBody, body);
        return files;
    };
    constexpr const char* kOver = "expires: 2026-11-20T10:00\n";
    const char* const kOther = "– Nu river vi, säger Bo Ek.\n";
    const Ledger shown = ledger_of(post("")), over = ledger_of(post(kOver));
    // As time passes nothing is told.
    CHECK(compared(ledger_of(post(kOver), {.now = "2026-11-19T12:00"}), post(kOver)) == "");
    CHECK(compared(shown, post(kOver)) == "");
    CHECK(compared(over, post(kOver), {.now = "2027-06-01T12:00"}) == "");
    for (const Ledger* before : {&shown, &over}) {
        CHECK(compared(*before, post(kOver, {}, kOther)) == "against/statement-gone");
        CHECK(compared(*before, post(kOver, kEntry, kOther)) == "");
        CHECK(compared(*before, changed(post(kOver), kPath, "18:00", "19:00")) == "against/event-time");
        CHECK(compared(*before, changed(post(kOver), kPath, "Anna Ek", "Bo Ek")) == "against/photographer");
    }
}

TEST_CASE("the source of what has expired is missed, and so is that of its translation") {
    Files files = room(kPortrait, "expires: 2026-11-20T10:00\n");
    files["posts/2026/11/skolan.en.md"] = "---\ntitle: The school\n---\n– Now we build, says Bo Ek.\n";
    const Ledger before = ledger_of(files);
    CHECK(compared(before, files) == "");
    Files without = files;
    without.erase("posts/2026/11/skolan.en.md");
    CHECK(compared(before, without) == "against/missing-unlisted");
    without = files;
    without.erase(kPath);
    without.erase("posts/2026/11/skolan.en.md");
    CHECK(compared(before, without) == "against/missing-unlisted");  // of both: without a file they have no place to tell them apart
}

TEST_CASE("the manifest has no word of what is unlisted or has expired, whatever it records") {
    for (const char* hidden : {"unlisted: true\n", "expires: 2026-11-20T10:00\n"}) {
        Files files =
            room(kPortrait,
                 std::string(hidden) + "aliases: [/gammal/]\nquotes:\n  - {speaker: bo-ek, text: Nu bygger vi., approved: 2026-11-01}\n");
        files["posts/2026/11/skolan.en.md"] = "---\ntitle: The school\n---\n– Now we build, says Bo Ek.\n";
        files.erase("posts/2026/11/annat.md");
        TestSite site;
        make_site(site, files);
        REQUIRE(site.site);
        const std::string manifest = ledger(*site.site, {}, {}, Threads{1});
        for (const std::string& word : {std::string("gammal"), std::string("bo-ek"), std::string("bo.jpg"), std::string("headteacher"),
                                        std::string("2026-11"), to_hex(sha256("bo")), to_hex(sha256("torg"))}) {
            INFO(word);
            CHECK(manifest.find(word) == std::string::npos);
        }
        const auto read = read_ledger(manifest);
        REQUIRE(read);
        CHECK(read->releases.size() == 2);
        CHECK(compared(*read, files) == "");
    }
}
