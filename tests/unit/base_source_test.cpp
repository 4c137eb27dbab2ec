// Places in files, as a person looks for them; and fingerprints of bytes.
#include "base/diagnostic.hpp"
#include "base/digest.hpp"
#include "base/source.hpp"
#include "model/rules.hpp"

#include <catch2/catch.hpp>

using namespace pressrum;

namespace {

std::string place(const SourceFile& file, std::uint32_t offset) {
    const Position at = file.position(offset);
    return std::to_string(at.line) + ":" + std::to_string(at.column) + " «" + std::string(file.line_at(offset)) + "»";
}

}  // namespace

TEST_CASE("a place is told by its line and its character, and belongs to the line that ends there") {
    const SourceFile file{"post.md", "åb\r\n\nc"};
    const char* const places[] = {"1:1 «åb»", "1:2 «åb»", "1:2 «åb»", "1:3 «åb»", "1:4 «åb»", "2:1 «»", "3:1 «c»", "3:2 «c»", "3:2 «c»"};
    for (std::uint32_t offset = 0; offset < std::size(places); ++offset) {
        INFO(offset);
        CHECK(place(file, offset) == places[offset]);
    }
    CHECK(place({"tom.md", ""}, 0) == "1:1 «»");
    CHECK(place({"rad.md", "a\n"}, 2) == "2:1 «»");
}

TEST_CASE("lines begin after a line end, and past the last there is the end of the text") {
    const SourceFile file{"post.md", "ab\n\nc"};
    const std::uint32_t begins[] = {0, 3, 4, 5, 5};
    for (std::uint32_t line = 0; line < std::size(begins); ++line) CHECK(file.line_begin(line) == begins[line]);
}

TEST_CASE("a span without a file has no text") {
    Sources sources;
    CHECK(sources.add("a", "abc") == 0);
    CHECK(sources.add("b", "def") == 1);
    CHECK(sources.text({1, 1, 3}) == "ef");
    CHECK(sources.text({0, 0, 1}) == "a");
    CHECK(sources.text({}) == "");
    CHECK(sources.size() == 2);
}

TEST_CASE("messages stand in the order of their places, and none is said twice") {
    Diagnostics all, others;
    all.add({rule("body/raw-html"), {1, 5, 6}, {"b"}, {}, {}});
    all.add({rule("body/raw-html"), {0, 9, 9}, {"z"}, {}, {}});
    others.add({rule("body/raw-html"), {1, 5, 6}, {"b"}, {}, {}});
    others.add({rule("body/raw-html"), {1, 5, 6}, {"a"}, {}, {}});
    others.add({rule("body/broken-link"), {1, 5, 6}, {"z"}, {}, {}});
    all.append(std::move(others));
    CHECK(all.size() == 5);
    all.sort();
    std::string told;
    for (const Diagnostic& each : all.all()) told += std::string(each.rule->id) + "(" + each.words.front() + ") ";
    CHECK(told == "body/raw-html(z) body/broken-link(z) body/raw-html(a) body/raw-html(b) ");
}

TEST_CASE("fingerprints are those that other programs make") {
    const Sha256 digest = sha256("abc");
    CHECK(to_hex(digest) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(to_short_hex(digest) == "ba7816bf");
    CHECK(to_integrity(digest) == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    CHECK(from_hex(to_hex(digest)) == digest);
    CHECK(to_hex(from_hex("0123456789abcdef")) == "0123456789abcdef" + std::string(48, '0'));
    Sha256Stream stream;
    stream.add("a");
    stream.add("");
    stream.add("bc");
    CHECK(stream.finish() == digest);
}
