#include "io/cache_folder.hpp"

#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;
using namespace pressrum::test;
namespace fs = std::filesystem;

TEST_CASE("a cache gives back what was put, and nothing that was touched") {
    const TempFolder temp;
    const CacheFolder cache(temp.at("cache"), "runs");
    CHECK_FALSE(cache.find("a"));
    REQUIRE(cache.put("a", "words"));
    CHECK(cache.find("a") == "words");
    REQUIRE(cache.put("a", ""));
    CHECK(cache.find("a") == "");
    REQUIRE(cache.put("a", "others"));
    CHECK(temp.entries("cache/runs") == std::vector<std::string>{"a"});

    const std::string whole = temp.read("cache/runs/a");
    for (std::size_t size = 0; size < whole.size(); ++size) {
        temp.write("cache/runs/a", whole.substr(0, size));
        CHECK_FALSE(cache.find("a"));
    }
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string other = whole;
        other[at] = static_cast<char>(other[at] ^ 1);
        temp.write("cache/runs/a", other);
        CHECK_FALSE(cache.find("a"));
    }
    temp.write("cache/runs/a", whole + "x");
    CHECK_FALSE(cache.find("a"));
}

TEST_CASE("a cache follows no links within it, and never fails") {
    const TempFolder temp;
    temp.write("elsewhere/a", "not ours");
    fs::create_directories(temp.path() / "cache");
    fs::create_directory_symlink(temp.path() / "elsewhere", temp.path() / "cache/runs");
    const CacheFolder linked(temp.at("cache"), "runs");
    CHECK_FALSE(linked.put("a", "words"));
    CHECK_FALSE(linked.find("a"));
    linked.prune({std::chrono::hours(0), 1000});
    CHECK(temp.read("elsewhere/a") == "not ours");

    fs::create_directories(temp.path() / "other/runs");
    fs::create_symlink(temp.path() / "elsewhere/a", temp.path() / "other/runs/a");
    const CacheFolder file_linked(temp.at("other"), "runs");
    CHECK_FALSE(file_linked.find("a"));
    CHECK(file_linked.put("a", "words"));  // in the link's place
    CHECK(file_linked.find("a") == "words");
    CHECK(temp.read("elsewhere/a") == "not ours");

    temp.write("a-file", "");
    const CacheFolder impossible(temp.at("a-file"), "runs");
    CHECK_FALSE(impossible.put("a", "words"));
    CHECK_FALSE(impossible.find("a"));
    impossible.prune({std::chrono::hours(0), 1000});
}

TEST_CASE("what has not been written for long goes") {
    const TempFolder temp;
    const CacheFolder cache(temp.at("cache"), "runs");
    REQUIRE(cache.put("old", "1"));
    REQUIRE(cache.put("new", "2"));
    fs::last_write_time(temp.path() / "cache/runs/old", fs::file_time_type::clock::now() - std::chrono::hours(50));
    cache.prune({std::chrono::hours(49), 1000});
    CHECK(temp.entries("cache/runs") == std::vector<std::string>{"new"});
}

TEST_CASE("what has been found is not old, and when there is too much the oldest goes") {
    const TempFolder temp;
    const CacheFolder cache(temp.at("cache"), "runs");
    const auto used = [&](const char* name, int hours) {
        fs::last_write_time(temp.path() / "cache/runs" / name, fs::file_time_type::clock::now() - std::chrono::hours(hours));
    };
    for (const char* name : {"a", "b", "c"}) REQUIRE(cache.put(name, std::string(500, 'x')));
    used("a", 50), used("b", 60), used("c", 2);
    CHECK(cache.find("a"));
    cache.prune({std::chrono::hours(49), 5000});
    CHECK(temp.entries("cache/runs") == std::vector<std::string>{"a", "c"});
    cache.prune({std::chrono::hours(49), 1000});
    CHECK(temp.entries("cache/runs") == std::vector<std::string>{"a"});
}
