// What was made of pictures before: believed when it is what the answer says, and gone when nobody uses it. No picture is made here.
#include "io/out_folder.hpp"
#include "io/pictures/cache.hpp"
#include "io/pictures/pictures.hpp"

#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <filesystem>
#include <functional>
#include <string>

#include <fcntl.h>

using namespace pressrum;
using pressrum::test::TempFolder;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

const Sha256 kKey = sha256("a"), kOther = sha256("b");

struct Room : TempFolder {
    PictureCache cache{at("cache")};

    std::string entry(const Sha256& key) const { return "cache/photos/" + to_hex(key); }
    // As a program that makes pictures would answer; size and digest are what lies there, whatever it says.
    PictureAnswer make(const Sha256& key, const std::string& bytes = "bild") const {
        const PictureCache::Work work = cache.begin();
        write(fs::relative(work.folder, path()).string() + "/480.jpg", bytes);
        PictureAnswer answer;
        answer.tone = "012";
        answer.files.push_back({DerivativeKind::jpeg, "480.jpg", 480, 320, 7, "påhittad"});
        const auto kept = cache.finish(key, work, answer);
        REQUIRE(kept);
        return *kept;
    }
    void age(const std::string& name, std::chrono::hours by) const {
        fs::last_write_time(path() / name, fs::file_time_type::clock::now() - by);
    }
    std::chrono::hours age_of(const std::string& name) const {
        return std::chrono::duration_cast<std::chrono::hours>(fs::file_time_type::clock::now() - fs::last_write_time(path() / name));
    }
};

}  // namespace

TEST_CASE("an entry is found again as it was made, with the sizes and digests of what lies there") {
    const Room room;
    CHECK_FALSE(room.cache.find(kKey));
    const PictureAnswer made = room.make(kKey);
    REQUIRE(made.files.size() == 1);
    CHECK(made.files[0].size == 4);
    CHECK(made.files[0].digest == to_hex(sha256("bild")));
    const auto found = room.cache.find(kKey);
    REQUIRE(found);
    CHECK(to_json(std::vector<PictureAnswer>{*found}) == to_json(std::vector<PictureAnswer>{made}));
    CHECK_FALSE(room.cache.find(kOther));
    CHECK(room.cache.folder_of(kKey) == room.at(room.entry(kKey)));
    CHECK((fs::status(room.cache.folder_of(kKey)).permissions() & fs::perms::all) == static_cast<fs::perms>(0755));
    CHECK(room.entries("cache/photos") == std::vector<std::string>{to_hex(kKey)});
}

TEST_CASE("an entry that is not what its answer says is none") {
    const auto found_after = [](const std::function<void(const Room&, const std::string& entry)>& change) {
        const Room room;
        room.make(kKey);
        change(room, room.entry(kKey));
        return room.cache.find(kKey).has_value();
    };
    const auto answer = [](const Room& room, const std::string& entry, std::string from, const std::string& to) {
        std::string text = room.read(entry + "/answer.json");
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        room.write(entry + "/answer.json", text.replace(at, from.size(), to));
    };
    CHECK(found_after([](const Room&, const std::string&) {}));
    CHECK(found_after([](const Room& room, const std::string& entry) { room.write(entry + "/480.jpg", "bild"); }));
    CHECK_FALSE(found_after([](const Room& room, const std::string& entry) { room.write(entry + "/480.jpg", "bilD"); }));
    CHECK_FALSE(found_after([](const Room& room, const std::string& entry) { room.write(entry + "/480.jpg", "bilder"); }));
    CHECK_FALSE(found_after([](const Room& room, const std::string& entry) { fs::remove(room.path() / entry / "480.jpg"); }));
    CHECK_FALSE(found_after([](const Room& room, const std::string& entry) {
        fs::rename(room.path() / entry / "480.jpg", room.path() / entry / "481.jpg");
        fs::create_symlink("481.jpg", room.path() / entry / "480.jpg");
    }));
    CHECK_FALSE(found_after([](const Room& room, const std::string& entry) { room.write(entry + "/answer.json", "[]"); }));
    CHECK_FALSE(found_after([](const Room& room, const std::string& entry) { room.write(entry + "/answer.json", "nonsens"); }));
    CHECK_FALSE(found_after(
        [](const Room& room, const std::string& entry) { room.write(entry + "/answer.json", std::string((1 << 20) + 1, ' ')); }));
    CHECK_FALSE(found_after([](const Room& room, const std::string& entry) {
        const std::string text = room.read(entry + "/answer.json");
        room.write(entry + "/answer.json", text.substr(0, text.size() - 1) + "," + text.substr(1));
    }));
    CHECK_FALSE(found_after([&](const Room& room, const std::string& entry) { answer(room, entry, "\"none\"", "\"damaged\""); }));
    // A file that lies elsewhere is none of the entry's, though it is there and has the same bytes.
    for (const char* name : {"../x.jpg", ".x.jpg", "a/x.jpg", ""}) {
        INFO(name);
        CHECK_FALSE(found_after([&](const Room& room, const std::string& entry) {
            for (const char* place : {"/../x.jpg", "/.x.jpg", "/a/x.jpg"}) room.write(entry + place, "bild");
            answer(room, entry, "480.jpg", name);
        }));
    }
}

TEST_CASE("an entry is made of files that are there, have names of their own and are not empty") {
    const Room room;
    const auto finished = [&](const std::string& name, const std::string& lies, const std::string& bytes) {
        const PictureCache::Work work = room.cache.begin();
        room.write(fs::relative(work.folder, room.path()).string() + "/" + lies, bytes);
        PictureAnswer answer;
        answer.files.push_back({DerivativeKind::jpeg, name, 1, 1, 1, ""});
        const bool kept = room.cache.finish(kKey, work, answer).has_value();
        if (!kept) room.cache.give_up(work);
        return kept;
    };
    CHECK_FALSE(finished("480.jpg", "960.jpg", "bild"));
    CHECK_FALSE(finished("480.jpg", "480.jpg", ""));
    CHECK_FALSE(finished("../480.jpg", "../480.jpg", "bild"));
    CHECK_FALSE(finished(".480.jpg", ".480.jpg", "bild"));
    CHECK_FALSE(finished("", "480.jpg", "bild"));
    fs::remove(room.path() / "cache/photos/480.jpg");
    CHECK(room.entries("cache/photos").empty());
    CHECK(finished("480.jpg", "480.jpg", "bild"));
}

TEST_CASE("of two runs that make the same the first stays, and what is broken is replaced") {
    const Room room;
    room.make(kKey, "bild");
    CHECK(room.make(kKey, "ny bild").files[0].digest == to_hex(sha256("bild")));
    CHECK(room.read(room.entry(kKey) + "/480.jpg") == "bild");
    room.write(room.entry(kKey) + "/480.jpg", "trasig");
    CHECK(room.make(kKey, "ny bild").files[0].digest == to_hex(sha256("ny bild")));
    CHECK(room.read(room.entry(kKey) + "/480.jpg") == "ny bild");
    CHECK(room.entries("cache/photos") == std::vector<std::string>{to_hex(kKey)});
}

TEST_CASE("a folder to work in is held until it goes") {
    const Room room;
    {
        const PictureCache::Work one = room.cache.begin(), other = room.cache.begin();
        CHECK(one.folder != other.folder);
        CHECK(fs::path(one.folder).filename().string().starts_with(".work-"));
        const Descriptor again = open_folder(AT_FDCWD, one.folder.c_str());
        CHECK_FALSE(lock_folder(again, 0ms));
        room.cache.check_room(one);
        CHECK(fs::is_empty(one.folder));
        room.cache.give_up(one);
        CHECK_FALSE(fs::exists(one.folder));
        CHECK(fs::exists(other.folder));
    }
    room.age("cache", 48h);
    room.cache.prune();
    CHECK(room.entries("cache/photos").empty());
}

TEST_CASE("an entry that is used is marked as used once a day") {
    const Room room;
    room.make(kKey);
    const std::string answer = room.entry(kKey) + "/answer.json";
    room.age(answer, 23h);
    CHECK(room.cache.find(kKey));
    CHECK(room.age_of(answer) >= 22h);
    room.age(answer, 25h);
    CHECK(room.cache.find(kKey));
    CHECK(room.age_of(answer) < 1h);
}

TEST_CASE("once a day the cache lets go what nobody has used for a month") {
    const Room room;
    const auto left_after = [&](std::chrono::hours unused, std::chrono::hours pruned) {
        room.make(kKey);
        room.age(room.entry(kKey) + "/answer.json", unused);
        room.write("cache/pruned", "");
        room.age("cache/pruned", pruned);
        room.cache.prune();
        return room.has(room.entry(kKey));
    };
    CHECK(left_after(24h * 30, 25h));
    CHECK(room.age_of("cache/pruned") < 1h);  // and not again today
    CHECK(left_after(24h * 32, 23h));
    CHECK(room.age_of("cache/pruned") >= 22h);
    CHECK_FALSE(left_after(24h * 32, 25h));
    // The first time, and where there is no cache.
    room.make(kKey);
    room.age(room.entry(kKey) + "/answer.json", 24h * 32);
    fs::remove(room.path() / "cache/pruned");
    room.cache.prune();
    CHECK_FALSE(room.has(room.entry(kKey)));
    CHECK(room.has("cache/pruned"));
    PictureCache(room.at("ingen")).prune();
    CHECK_FALSE(room.has("ingen"));
    // What is not ours, but for folders of runs that have ended, stays.
    room.write("cache/photos/.egen/answer.json", "");
    room.age("cache/photos/.egen/answer.json", 24h * 40);
    room.write("cache/photos/lasmig.txt", "");
    room.age("cache/pruned", 25h);
    room.cache.prune();
    CHECK(room.entries("cache/photos") == std::vector<std::string>{".egen", "lasmig.txt"});
}

TEST_CASE("when the cache has grown too large, what was used longest ago goes, and nothing of these days") {
    const Room room;
    const Sha256 third = sha256("tredje");
    for (const Sha256& key : {kKey, kOther, third}) room.make(key, std::string(3000, 'x'));
    const auto used = [&](const Sha256& key, std::chrono::hours ago) { room.age(room.entry(key) + "/answer.json", ago); };
    used(kKey, 24h * 5), used(kOther, 24h * 9), used(third, 1h);
    const auto left_with_at_most = [&](std::uint64_t most) {
        fs::remove(room.path() / "cache/pruned");
        room.cache.prune({24h * 31, most, 48h});
        return std::array{room.has(room.entry(kKey)), room.has(room.entry(kOther)), room.has(room.entry(third))};
    };
    CHECK(left_with_at_most(100'000) == std::array{true, true, true});
    CHECK(left_with_at_most(8'000) == std::array{true, false, true});
    CHECK(left_with_at_most(1) == std::array{false, false, true});
}

TEST_CASE("a cache may be used when its folder, or the nearest one that is there, can be written to") {
    const Room room;
    CHECK(room.cache.is_writable());
    CHECK(PictureCache(room.at("a/b/c")).is_writable());
    room.write("fil", "");
    CHECK_FALSE(PictureCache(room.at("fil")).is_writable());
}

TEST_CASE("a picture of the cache is forgotten with all that was made with it, and one that lies elsewhere is left alone") {
    const Room room;
    room.make(kKey);
    room.make(kOther);
    forget_picture(room.at(room.entry(kKey) + "/480.jpg"), room.at("cache"));
    CHECK(room.entries("cache/photos") == std::vector<std::string>{to_hex(kOther)});
    room.write("cache/photos-2/x/480.jpg", "x");
    forget_picture(room.at("cache/photos-2/x/480.jpg"), room.at("cache"));
    CHECK(room.has("cache/photos-2/x/480.jpg"));
}
