// What an earlier run has made is used again when nothing that it was made from has changed, and only then. tests/prove/reused.py edits at random.
#include "render/kept_outputs.hpp"

#include "support/map_store.hpp"
#include "support/room_on_disk.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <set>
#include <system_error>

using namespace pressrum;
using namespace pressrum::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* kPost = "posts/2026/11/post-3.md";

// So many releases a month, two months and the one before; every second about schools.
Files press_room(int a_month) {
    Files files = ekinge();
    for (const int month : {9, 10, 11}) {
        for (int i = 1; i <= a_month; ++i) {
            const std::string said = i % 3 == 0 ? "– Nu bygger vi, säger kommunalrådet Karin Alm (C).\n" : "En rad text.\n";
            files[fmt::format("posts/2026/{:02}/post-{}.md", month, i)] =
                post_text(fmt::format("Nyhet {} i månad {}", i, month), fmt::format("2026-{:02}-{:02}T08:00", month, 1 + i % 20),
                          i % 2 == 0 ? "topics: [trygghet]\n" : "", said);
        }
    }
    return files;
}

std::set<std::string> made(const Build& build) {
    std::set<std::string> paths;
    for (std::size_t i = 0; i < build.outputs.size(); ++i) {
        if (!build.outputs[i].kept && build.outputs[i].copy_from.empty()) paths.insert(build.plan.files()[i].path);
    }
    return paths;
}

}  // namespace

TEST_CASE("an edit makes again what shows the post, and nothing else") {
    RoomOnDisk room(press_room(8));
    room.run();
    room.temp.write(kPost, post_text("Nyhet 3 i månad 11", "2026-11-04T08:00", "", "– Nu river vi, säger kommunalrådet Karin Alm (C).\n"));
    Build build;
    REQUIRE_FALSE(room.run(build));
    CHECK(build.published);
    const std::set<std::string> again = made(build);
    for (const char* path :
         {"2026/11/post-3/index.html", "index.html", "2026/11/index.html", "personer/karin-alm/index.html", "atom.xml", "manifest.json"}) {
        INFO(path);
        CHECK(again.contains(path));
    }
    for (const char* path :
         {"2026/11/post-4/index.html", "2026/10/index.html", "2026/09/post-3/index.html", "amnen/trygghet/index.html", "kalender.ics"}) {
        INFO(path);
        CHECK_FALSE(again.contains(path));
    }
    CHECK(room.temp.files("public") == room.made_anew());
}

TEST_CASE("a new release writes as many files in a large press room as in a small one") {
    std::set<std::size_t> written;
    for (const int a_month : {45, 55}) {
        RoomOnDisk room(press_room(a_month));
        room.run();
        room.temp.write("posts/2026/11/ny.md", post_text("Det nyaste", "2026-11-24T08:00", "topics: [trygghet]\n",
                                                         "– Nu bygger vi, säger kommunalrådet Karin Alm (C).\n"));
        Build build;
        REQUIRE_FALSE(room.run(build));
        REQUIRE(build.published);
        written.insert(build.counts.written);
        CHECK(room.temp.files("public") == room.made_anew());
    }
    CAPTURE(written);
    CHECK(written.size() == 1);
    CHECK(*written.begin() < 40);
}

TEST_CASE("what every file is made from makes every file again") {
    const std::vector<std::pair<const char*, std::function<void(RoomOnDisk&)>>> changes = {
        {"settings",
         [](RoomOnDisk& room) { room.temp.write("site/site.yaml", room.temp.read("site/site.yaml") + "\ndescription: Annat.\n"); }},
        {"a layout",
         [](RoomOnDisk& room) {
             fs::create_directories(room.temp.path() / "site/layouts");
             room.temp.write("site/layouts/base.mustache", TempFolder().read(PRESSRUM_ROOT "/layouts/base.mustache") + "\n<!-- -->\n");
         }},
        {"a word", [](RoomOnDisk& room) { room.temp.write("site/strings/sv.yaml", "people: Folk\n"); }},
        {"people",
         [](RoomOnDisk& room) {
             room.temp.write("site/people.yaml", room.temp.read("site/people.yaml") + "\nny-person:\n  name: Ny Ek\n");
         }},
        {"an address that is gone", [](RoomOnDisk& room) { fs::remove(room.temp.path() / kPost); }},
        {"a clock that was set back", [](RoomOnDisk& room) { room.set_now("2026-11-24T11:00"); }},
        {"another address of the site", [](RoomOnDisk& room) { room.options.base_url = "https://annan.example/"; }},
    };
    for (const auto& [what, change] : changes) {
        INFO(what);
        RoomOnDisk room(press_room(4));
        room.run();
        change(room);
        Build build;
        REQUIRE_FALSE(room.run(build));
        REQUIRE(build.published);
        CHECK(std::none_of(build.outputs.begin(), build.outputs.end(), [](const Output& out) { return out.kept; }));
        CHECK(room.temp.files("public") == room.made_anew());
    }
}

TEST_CASE("a file that was kept and is gone from the folder is made for it") {
    RoomOnDisk room(press_room(4));
    room.run();
    fs::remove(room.temp.path() / "public/2026/09/post-1/index.html");
    room.temp.write("public/2026/10/index.html", "annat");
    room.temp.write(kPost, post_text("Nyhet 3 i månad 11", "2026-11-04T08:00", "", "Annan text.\n"));
    Build build;
    room.run(build);
    CHECK(build.published);
    CHECK(room.temp.files("public") == room.made_anew());

    fs::remove_all(room.temp.path() / "public");
    Build second;
    room.run(second);
    CHECK(std::any_of(second.outputs.begin(), second.outputs.end(), [](const Output& out) { return out.kept; }));
    CHECK(room.temp.files("public") == room.made_anew());
}

TEST_CASE("what was kept wrongly is found when it has to be written") {
    RoomOnDisk room(press_room(4));
    MapStore store;
    BuildOptions options = room.options;
    options.store = &store;
    Build first;
    make(options, first);
    publish_build(options, first);
    // As if another program had kept it: of one page another digest.
    const auto& files = first.plan.files();
    const auto page = static_cast<std::size_t>(first.plan.find("2026/09/post-1/") - files.data());
    const Sha256 digest = first.outputs[page].digest;
    std::string& lie = store.bytes.at(kKeptOutputs);
    const std::size_t at = lie.find(std::string(digest.begin(), digest.end()));
    REQUIRE(at != std::string::npos);
    lie[at] = static_cast<char>(lie[at] ^ 1);
    Build build;
    make(options, build);
    REQUIRE(build.outputs[page].kept);
    CHECK_THROWS_AS(publish_build(options, build), KeptIsWrong);
    CHECK(room.temp.files("public") == room.made_anew());
}

TEST_CASE("kept bytes that are damaged keep nothing") {
    RoomOnDisk room(press_room(2));
    MapStore whole;
    BuildOptions options = room.options;
    options.store = &whole;
    Build first;
    make(options, first);
    publish_build(options, first);
    const std::function<std::string(const std::string&)> kDamages[] = {
        [](const std::string& bytes) { return bytes.substr(0, bytes.size() / 2); }, [](const std::string& bytes) { return bytes + "x"; },
        [](const std::string&) { return std::string(3000, '\xFF'); }, [](const std::string& bytes) { return bytes.substr(1); }};
    for (const auto& damage : kDamages) {
        MapStore store;
        store.bytes = whole.bytes;
        store.damage(damage);
        options.store = &store;
        Build build;
        make(options, build);
        CHECK(std::none_of(build.outputs.begin(), build.outputs.end(), [](const Output& out) { return out.kept; }));
        publish_build(options, build);
        CHECK(build.counts.written == 0);
    }
}

TEST_CASE("the last manifest's list is left for the next run, which asks for it") {
    RoomOnDisk room(press_room(3));
    MapStore store;
    BuildOptions options = room.options;
    options.store = &store;
    options.bytes = Bytes::published;
    const auto build_again = [&] {
        Build build;
        make(options, build);
        publish_build(options, build);
        return build.counts.written;
    };
    CHECK(build_again() > 50);
    CHECK(build_again() == 0);
    // What only the list says: that there are other bytes in a file.
    const Sha256 robots = sha256(room.temp.read("public/robots.txt"));
    Sha256 other = robots;
    other[0] ^= 1;
    const auto bytes = [](const Sha256& digest) { return std::string(digest.begin(), digest.end()); };
    std::string& listed = store.bytes.at("listed");
    REQUIRE(listed.find(bytes(robots)) != std::string::npos);
    listed.replace(listed.find(bytes(robots)), robots.size(), bytes(other));
    CHECK(build_again() == 1);
    CHECK(room.temp.files("public") == room.made_anew());
}

TEST_CASE("bytes that are published are not held, and an error found last leaves the old site whole") {
    RoomOnDisk room(press_room(4));
    room.options.bytes = Bytes::published;
    Build first;
    room.run(first);
    REQUIRE(first.published);
    CHECK(std::all_of(first.outputs.begin(), first.outputs.end(), [](const Output& out) { return out.bytes.empty(); }));
    const auto before = room.temp.files("public");
    CHECK(before == room.made_anew());

    room.temp.write(kPost, post_text("Nyhet 3 i månad 11", "2026-11-04T08:00", "", "[Hit](/finns/inte/)\n"));
    Build build;
    room.run(build);
    CHECK_FALSE(build.published);
    CHECK(has_errors(build));
    CHECK(room.temp.files("public") == before);
}

TEST_CASE("where nothing can be written the posts are checked all the same, and their faults come first") {
    RoomOnDisk room(press_room(2));
    room.options.bytes = Bytes::published;
    room.options.out = room.temp.at(std::string(300, 'x'));  // longer than a name may be
    {
        Build build;
        make(room.options, build);
        CHECK_FALSE(has_errors(build));
        CHECK_THROWS_AS(publish_build(room.options, build), std::system_error);
    }
    room.temp.write(kPost, post_text("Nyhet 3 i månad 11", "2026-11-04T08:00", "", "[Hit](/finns/inte/)\n"));
    Build build;
    make(room.options, build);
    CHECK(has_errors(build));
    publish_build(room.options, build);
    CHECK_FALSE(build.published);
}

TEST_CASE("compressed twins are kept with what they are made from") {
    Files files = press_room(4);
    files["site/site.yaml"] += "precompress: true\n";
    RoomOnDisk room(files);
    room.options.bytes = Bytes::published;
    room.run();
    room.temp.write(kPost, post_text("Nyhet 3 i månad 11", "2026-11-04T08:00", "", "Nya ord.\n"));
    fs::remove(room.temp.path() / "public/2026/09/post-1/index.html.br");
    Build build;
    room.run(build);
    REQUIRE(build.published);
    const std::set<std::string> again = made(build);
    for (const char* ending : {"", ".gz", ".br"}) {
        CHECK(again.contains(std::string("2026/11/post-3/index.html") + ending));
        CHECK_FALSE(again.contains(std::string("2026/09/post-1/index.html") + ending));
    }
    CHECK(room.temp.files("public") == room.made_anew());
}
