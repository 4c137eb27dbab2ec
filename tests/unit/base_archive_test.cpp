#include "base/archive.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;

namespace {

enum class Colour : std::uint8_t { red, blue };

struct Inner {
    std::string name;
    std::optional<int> number;
    bool operator==(const Inner&) const = default;
};

struct Everything {
    bool flag = false;
    Colour colour = Colour::red;
    double real = 0;
    std::chrono::sys_seconds instant;
    std::chrono::milliseconds took{};
    std::chrono::year_month_day day{};
    std::vector<Inner> inner;
    std::array<std::uint8_t, 4> bytes{};
    std::pair<std::string, std::uint32_t> pair;
    std::variant<int, std::string, Inner> one;
    bool operator==(const Everything&) const = default;
};

Everything something() {
    using namespace std::chrono;
    return {true,
            Colour::blue,
            -0.5,
            sys_seconds(seconds(-7)),
            milliseconds(12),
            year(2026) / 11 / 30,
            {{"åäö", 3}, {std::string("a\0b", 3), std::nullopt}},
            {1, 2, 3, 255},
            {"x", 9},
            Inner{"last", 1}};
}

}  // namespace

TEST_CASE("what is archived comes back as it was") {
    ArchiveWriter out;
    out(something());
    out(Everything{});
    ArchiveReader in(out.bytes());
    CHECK(in.read<Everything>() == something());
    CHECK_FALSE(in.finished());
    CHECK(in.read<Everything>() == Everything{});
    CHECK(in.finished());
}

TEST_CASE("an archive that ends too soon is never sound, and asks for no room") {
    ArchiveWriter out;
    out(something());
    for (std::size_t size = 0; size < out.bytes().size(); ++size) {
        ArchiveReader in(std::string_view(out.bytes()).substr(0, size));
        in.read<Everything>();
        REQUIRE_FALSE(in.finished());
    }
    // A count that nothing stands behind.
    for (std::size_t at = 0; at < out.bytes().size(); ++at) {
        std::string damaged = out.bytes();
        damaged[at] = '\xFF';
        ArchiveReader in(damaged);
        CHECK_NOTHROW(in.read<Everything>());
    }
    ArchiveReader huge(std::string_view("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F", 8));
    CHECK(huge.read<std::vector<std::string>>().empty());
    CHECK_FALSE(huge.sound());
}
