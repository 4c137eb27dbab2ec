// A run with nothing new to make is over before it has begun, and only then.
#include "cli/last_run.hpp"

#include "support/room_on_disk.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <functional>

using namespace pressrum;
using namespace pressrum::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* kPost = "posts/2026/11/motet.md";

Files press_room() {
    Files files = ekinge();
    files[kPost] = post_text("Möte på torget", "2026-11-23T08:00");
    files["posts/2026/11/senare.md"] = post_text("Senare", "2026-11-25T08:00");
    return files;
}

}  // namespace

TEST_CASE("with nothing new the last run stands, with what it said") {
    Files files = press_room();
    files["site/omraden.md"] = "";  // load/unknown-file, a warning
    RoomOnDisk room(files);
    REQUIRE_FALSE(room.run());
    const auto before = room.temp.files("public");
    const std::optional<Outcome> same = room.run();
    REQUIRE(same);
    CHECK(room.temp.files("public") == before);
    REQUIRE(same->run.files);
    CHECK((same->run.files->written == 0 && same->run.files->unchanged == before.size() && same->run.files->removed == 0));
    REQUIRE(same->run.posts);
    CHECK((same->run.posts->published == 1 && same->run.posts->embargoed == 1));
    CHECK(to_iso(*same->run.posts->next_live) == "2026-11-25T08:00");

    Build build;
    make(room.options, build);
    publish_build(room.options, build);
    const Outcome anew = outcome_of(build, MessageLanguage::swedish);
    std::ostringstream expected, kept;
    write_text(expected, anew.findings, MessageLanguage::swedish, Color::off);
    write_text(kept, same->findings, MessageLanguage::swedish, Color::off);
    CHECK_FALSE(expected.str().empty());
    CHECK(kept.str() == expected.str());
    CHECK(same->run.warnings == anew.run.warnings);
    CHECK(build_summary(same->run, "public", MessageLanguage::swedish) == build_summary(anew.run, "public", MessageLanguage::swedish));
}

TEST_CASE("whatever a site is made from makes it anew") {
    struct Change {
        const char* what;
        std::function<void(RoomOnDisk&)> change;
    };
    const std::vector<Change> changes = {
        {"a post", [](RoomOnDisk& room) { room.temp.write(kPost, post_text("Möte på torget i dag", "2026-11-23T08:00")); }},
        {"a new file", [](RoomOnDisk& room) { room.temp.write("posts/2026/11/ny.md", post_text("Ny", "2026-11-24T08:00")); }},
        {"a file that is gone", [](RoomOnDisk& room) { fs::remove(room.temp.path() / "posts/2026/11/senare.md"); }},
        {"a file with another name",
         [](RoomOnDisk& room) { fs::rename(room.temp.path() / "posts/2026/11/senare.md", room.temp.path() / "posts/2026/11/annan.md"); }},
        {"an asset", [](RoomOnDisk& room) { room.temp.write("site/assets/fil.pdf", "%PDF"); }},
        {"the settings",
         [](RoomOnDisk& room) { room.temp.write("site/site.yaml", room.temp.read("site/site.yaml") + "\nprecompress: true\n"); }},
        {"a layout of its own",
         [](RoomOnDisk& room) {
             fs::create_directories(room.temp.path() / "site/layouts");
             fs::copy_file(PRESSRUM_ROOT "/layouts/home.mustache", room.temp.path() / "site/layouts/home.mustache");
         }},
        {"another address", [](RoomOnDisk& room) { room.options.base_url = "https://annan.example/"; }},
        {"a file that nobody should read", [](RoomOnDisk& room) { room.temp.write("site/omraden.md", ""); }},
        {"a page that is gone", [](RoomOnDisk& room) { fs::remove(room.temp.path() / "public/index.html"); }},
        {"a page of another size", [](RoomOnDisk& room) { room.temp.write("public/index.html", "kort"); }},
        {"a folder in a page's place",
         [](RoomOnDisk& room) {
             fs::remove(room.temp.path() / "public/index.html");
             fs::create_directories(room.temp.path() / "public/index.html");
             fs::remove(room.temp.path() / "public/index.html");
         }},
        {"another manifest",
         [](RoomOnDisk& room) {
             std::string text = room.temp.read("public/manifest.json");
             text[text.size() / 2] ^= 1;
             room.temp.write("public/manifest.json", text);
         }},
        {"a run that was cut off", [](RoomOnDisk& room) { fs::remove(room.temp.path() / "public/.pressrum-finished"); }},
        {"a staging folder", [](RoomOnDisk& room) { fs::create_directories(room.temp.path() / "public/.pressrum-new"); }},
        {"no output", [](RoomOnDisk& room) { fs::remove_all(room.temp.path() / "public"); }},
        {"an hour before", [](RoomOnDisk& room) { room.set_now("2026-11-24T11:00"); }},
        {"the moment that a post waits for", [](RoomOnDisk& room) { room.set_now("2026-11-25T08:00"); }},
    };
    for (const auto& [what, change] : changes) {
        INFO(what);
        RoomOnDisk room(press_room());
        REQUIRE_FALSE(room.run());
        REQUIRE(room.run());
        change(room);
        CHECK_FALSE(room.run());
        CHECK(room.run());
    }
}

TEST_CASE("another language, other flags and another cache know nothing of the last run") {
    RoomOnDisk room(press_room());
    REQUIRE_FALSE(room.run());
    CHECK_FALSE(room.run(MessageLanguage::english));
    CHECK(room.run(MessageLanguage::english));
    CHECK_FALSE(room.run());
    room.options.drafts = true;
    CHECK_FALSE(room.run());
    room.options.drafts = false;
    room.options.future = true;
    CHECK_FALSE(room.run());
    room.options.future = false;
    CHECK_FALSE(room.run());
    fs::remove_all(room.temp.path() / "cache");
    CHECK_FALSE(room.run());
}

TEST_CASE("until something is due time makes nothing anew") {
    Files files = press_room();
    // Announced: the second is over at 19.30 the same day. Its month goes on until 1 December.
    files[kPost] =
        post_text("Möte på torget", "2026-11-20T08:00",
                  "events:\n  - id: mote\n    title: Möte\n    start: 2026-11-24T18:00\n    end: 2026-11-24T19:30\n    location: Torget\n");
    RoomOnDisk room(files);
    REQUIRE_FALSE(room.run());
    for (const char* same : {"2026-11-24T12:01", "2026-11-24T18:30", "2026-11-24T19:29"}) {
        INFO(same);
        room.set_now(same);
        CHECK(room.run());
    }
    // Over; the post that waits; the new month; no longer news for search engines comes between.
    room.set_now("2026-11-24T19:30");
    CHECK_FALSE(room.run());
    room.set_now("2026-11-25T07:59");
    CHECK(room.run());
    room.set_now("2026-11-25T08:00");
    CHECK_FALSE(room.run());
    room.set_now("2026-11-27T07:59");
    CHECK(room.run());
    room.set_now("2026-11-27T08:00");
    CHECK_FALSE(room.run());
    room.set_now("2026-11-30T23:59");
    CHECK(room.run());
    room.set_now("2026-12-01T00:00");
    CHECK_FALSE(room.run());
}

TEST_CASE("a faulty site and a passing fault are not remembered") {
    Files files = press_room();
    files["posts/2026/11/fel.md"] = post_text("Fel", "2026-11-23T08:00", "foto: x\n");
    RoomOnDisk faulty(files);
    CHECK_FALSE(faulty.run());
    CHECK_FALSE(faulty.run());

    RoomOnDisk room(press_room());
    CHECK_FALSE(room.run());
    room.options.against = room.temp.at("then.json");
    fs::copy_file(room.temp.path() / "public/manifest.json", room.options.against);
    CHECK_FALSE(room.run());
    CHECK(room.run());  // compared with the same, and nothing to tell
    room.temp.write("then.json", room.temp.read("then.json") + "\n");
    CHECK_FALSE(room.run());
}

TEST_CASE("what is known of the sources is what is in them") {
    RoomOnDisk room(press_room());
    room.run();
    // As if an earlier run had found other words in a post that nobody has written since.
    RawSources sources = read_files(room.options.roots, {2});
    const auto post = std::find_if(sources.files.begin(), sources.files.end(), [](const RawSource& each) { return each.path == kPost; });
    REQUIRE(post != sources.files.end());
    post->digest[0] ^= 1;
    sources.begun += std::chrono::hours(1);
    remember_sources(room.temp.at("cache"), room.options, sources);
    const RawSources known = sources_now(room.temp.at("cache"), room.options);
    CHECK(std::all_of(known.files.begin(), known.files.end(), [](const RawSource& each) { return each.known; }));
    // It costs a build, in which the words are read, and what comes of that is remembered.
    CHECK_FALSE(room.run());
    CHECK(room.temp.files("public") == room.made_anew());
    CHECK(room.run());
}

TEST_CASE("a cache that is damaged, foreign or not there costs time alone") {
    RoomOnDisk room(press_room());
    REQUIRE_FALSE(room.run());
    const std::string record = "cache/runs/" + room.temp.entries("cache/runs").at(0);
    const std::string whole = room.temp.read(record);
    const auto before = room.temp.files("public");
    for (const std::string& bytes :
         {std::string(), std::string("x"), std::string(5000, '\xFF'), whole.substr(0, whole.size() / 2), whole + whole}) {
        room.temp.write(record, bytes);
        CHECK_FALSE(room.run());
        CHECK(room.temp.files("public") == before);
    }
    // With a sound digest, and yet not ours: as if another program had written it.
    CacheFolder(room.temp.at("cache"), "runs").put(fs::path(record).filename().string(), std::string(400, '\x7F'));
    CHECK_FALSE(room.run());
    CHECK(room.run());
    fs::remove_all(room.temp.path() / "cache");
    room.temp.write("cache", "a file where a folder should be");
    CHECK_FALSE(room.run());
    CHECK_FALSE(room.run());
    CHECK(room.temp.files("public") == before);
}
