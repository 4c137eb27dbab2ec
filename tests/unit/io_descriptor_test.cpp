// Whole reads and whole writes: what stands there is told as it is, and nothing half-made is left.
#include "io/descriptor.hpp"

#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <csignal>
#include <filesystem>
#include <string>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace pressrum;
using pressrum::test::TempFolder;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kPlenty = 1 << 20;

// What is not true of a file of the kernel's: it says that it is empty, and is not.
constexpr const char* kGrowing = "/proc/version";

bool is_open(int number) { return ::fcntl(number, F_GETFD) != -1; }

}  // namespace

TEST_CASE("a file is read whole, up to the limit and no byte more") {
    const TempFolder temp;
    temp.write("a", "12345");
    const auto read = [&](std::uint64_t limit) { return read_whole(AT_FDCWD, temp.at("a").c_str(), limit); };
    for (const std::uint64_t limit : {kPlenty, std::uint64_t{6}, std::uint64_t{5}}) {
        const WholeFile file = read(limit);
        CHECK((file.fault == ReadFault::none && file.bytes == "12345" && file.size == 5));
    }
    const WholeFile large = read(4);
    CHECK((large.fault == ReadFault::too_large && large.bytes.empty() && large.size == 5));
    temp.write("tom", "");
    CHECK(read_whole(AT_FDCWD, temp.at("tom").c_str(), 0).fault == ReadFault::none);
}

TEST_CASE("a file that holds more than it says is read to its end, and to the limit at most") {
    const WholeFile file = read_whole(AT_FDCWD, kGrowing, kPlenty);
    REQUIRE(file.fault == ReadFault::none);
    CHECK(file.bytes.starts_with("Linux version "));
    CHECK(file.bytes.ends_with("\n"));
    CHECK(file.size == file.bytes.size());
    CHECK(read_whole(AT_FDCWD, kGrowing, file.size).bytes == file.bytes);
    const WholeFile cut = read_whole(AT_FDCWD, kGrowing, file.size - 1);
    CHECK((cut.fault == ReadFault::too_large && cut.bytes.empty() && cut.size >= file.size));
    const FileDigest digest = read_digest(AT_FDCWD, kGrowing, 0);
    CHECK((digest.fault == ReadFault::none && digest.size > 0));
}

TEST_CASE("what is no file is told, and why") {
    const TempFolder temp;
    temp.write("a", "12345");
    fs::create_directory(temp.path() / "mapp");
    fs::create_symlink("a", temp.path() / "lank");
    REQUIRE(::mkfifo(temp.at("ror").c_str(), 0600) == 0);
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const Descriptor folder = open_folder(AT_FDCWD, temp.path().c_str());
    temp.path().string().append("/s").copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(::bind(socket.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);

    for (const char* name : {"mapp", "lank", "ror", "s"}) {
        INFO(name);
        CHECK(read_whole(folder.number(), name, kPlenty).fault == ReadFault::not_regular);
        CHECK(read_digest(folder.number(), name, 5).fault == ReadFault::not_regular);
    }
    const WholeFile missing = read_whole(folder.number(), "finns-inte", kPlenty);
    CHECK((missing.fault == ReadFault::failed && missing.error == ENOENT));
    CHECK(read_digest(folder.number(), "finns-inte", 5).error == ENOENT);
    CHECK_FALSE(open_folder(folder.number(), "a"));
    CHECK(errno == ENOTDIR);
    fs::create_directory_symlink("mapp", temp.path() / "mapplank");
    CHECK_FALSE(open_folder(folder.number(), "mapplank"));
    CHECK(open_folder(folder.number(), "mapp"));
}

TEST_CASE("the digest of a file is of all its bytes, and only when it is as long as it should be") {
    const TempFolder temp;
    std::string long_one(300'000, 'a');  // more than is read at once
    long_one.back() = 'b';
    temp.write("a", long_one);
    const auto digest = [&](std::uint64_t size) { return read_digest(AT_FDCWD, temp.at("a").c_str(), size); };
    const FileDigest right = digest(long_one.size());
    CHECK((right.fault == ReadFault::none && right.size == long_one.size() && right.digest == sha256(long_one)));
    for (const std::uint64_t size : {long_one.size() - 1, long_one.size() + 1}) {
        CHECK(digest(size).size == long_one.size());
        CHECK(digest(size).digest == Sha256{});
    }
}

TEST_CASE("a descriptor is closed once, when it goes or takes another's place") {
    const TempFolder temp;
    const auto open = [&] { return open_folder(AT_FDCWD, temp.path().c_str()); };
    Descriptor one = open(), other = open();
    const int first = one.number(), second = other.number();
    CHECK((is_open(first) && is_open(second) && one));
    one = std::move(other);
    CHECK_FALSE(is_open(first));
    CHECK(one.number() == second);
    Descriptor& same = one;
    one = std::move(same);
    CHECK(is_open(second));
    CHECK(one.close());
    CHECK_FALSE(is_open(second));
    CHECK_FALSE(one);
    CHECK_FALSE(one.close());
    int third = -1;
    {
        Descriptor kept = open();
        third = kept.release();
        CHECK_FALSE(kept);
    }
    CHECK(is_open(third));
    { const Descriptor goes(third); }
    CHECK_FALSE(is_open(third));
}

TEST_CASE("a new file is never written over another") {
    const TempFolder temp;
    temp.write("a", "mitt");
    CHECK_THROWS_WITH(write_new(AT_FDCWD, temp.at("a").c_str(), "nytt", "visad/a"), Catch::StartsWith("visad/a: "));
    CHECK(temp.read("a") == "mitt");
    fs::create_symlink("finns-inte", temp.path() / "lank");
    CHECK_THROWS(write_new(AT_FDCWD, temp.at("lank").c_str(), "nytt", "lank"));
    CHECK_FALSE(temp.has("finns-inte"));
    write_new(AT_FDCWD, temp.at("b").c_str(), "nytt", "b");
    CHECK(temp.read("b") == "nytt");
}

TEST_CASE("a file that could not be finished is not left half-made") {
    const TempFolder temp;
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const rlimit little{1000, before.rlim_max};
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    temp.write("kalla", std::string(5000, 'k'));
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &little) == 0);
    int written = 0, copied = 0;
    try {
        write_new(AT_FDCWD, temp.at("a").c_str(), std::string(5000, 'a'), "a");
    } catch (const std::system_error& error) {
        written = error.code().value();
    }
    try {
        copy_new(AT_FDCWD, temp.at("b").c_str(), temp.at("kalla"), sha256(std::string(5000, 'k')), "b");
    } catch (const std::system_error& error) {
        copied = error.code().value();
    }
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    CHECK((written == EFBIG && copied == EFBIG));
    CHECK(temp.entries() == std::vector<std::string>{"kalla"});
}

TEST_CASE("a copy has the digest that was told, or is not made") {
    const TempFolder temp;
    const std::string bytes(200'000, 'x');
    temp.write("kalla", bytes);
    copy_new(AT_FDCWD, temp.at("a").c_str(), temp.at("kalla"), sha256(bytes), "a");
    CHECK(temp.read("a") == bytes);
    try {
        copy_new(AT_FDCWD, temp.at("b").c_str(), temp.at("kalla"), sha256("annat"), "b");
        FAIL("another digest");
    } catch (const FileChanged& changed) {
        CHECK(changed.file == temp.at("kalla"));
    }
    CHECK_THROWS_WITH(copy_new(AT_FDCWD, temp.at("c").c_str(), temp.at("finns-inte"), {}, "c"), Catch::StartsWith(temp.at("finns-inte")));
    CHECK_THROWS_WITH(copy_new(AT_FDCWD, temp.at("c").c_str(), temp.path().string(), {}, "c"), Catch::StartsWith(temp.path().string()));
    CHECK(temp.entries() == std::vector<std::string>{"a", "kalla"});
}
