#include "io/manifest_read.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pressrum;

namespace {

const std::string kZeros(62, '0');

// "path digest size", one a file; "none" when it is no manifest of ours.
std::string listed(std::string_view json) {
    const auto files = read_manifest(json);
    if (!files) return "none";
    std::string out;
    for (const PublishedFile& file : *files)
        out += file.path + " " + to_hex(file.digest).substr(62) + " " + std::to_string(file.size) + "\n";
    return out;
}

std::string manifest(const std::string& files, const std::string& more = "") {
    return R"({"generator":"pressrum 0.1.0","format":1,)" + more + R"("files":[)" + files + "]}";
}
std::string file(const std::string& path, const std::string& last_byte, int size) {
    return R"({"path":")" + path + R"(","sha256":")" + kZeros + last_byte + R"(","size":)" + std::to_string(size) + "}";
}

}  // namespace

TEST_CASE("a manifest lists our files, sorted, wherever its other members stand") {
    CHECK(listed(manifest("")) == "");
    CHECK(listed(manifest(file("om/index.html", "a1", 12) + "," + file("404.html", "b2", 3))) == "404.html b2 3\nom/index.html a1 12\n");
    CHECK(listed(R"({"files":[)" + file("a", "01", 1) + R"(],"format":1,"generator":"pressrum"})") == "a 01 1\n");
    // Other members, and members of files, of any shape; those with the same names elsewhere do not count.
    CHECK(
        listed(manifest(
            file("a", "01", 1),
            R"("releases":[{"path":"../x","size":9,"files":[{"path":"/y"}]}],"path":"b","size":7,"sha256":"zz","n":[-1,1.5,null,true],)")) ==
        "a 01 1\n");
    CHECK(listed(manifest(R"({"path":"a","more":{"path":"b","sha256":1},"list":["c",["d"]],"size":4})")) == "a 00 4\n");
    CHECK(listed(manifest(file("a", "01", 1) + "," + file("a", "02", 2))) == "none");
}

TEST_CASE("what is not a whole manifest of ours says nothing about any file") {
    for (const std::string& text : std::vector<std::string>{
             "",
             "{",
             "[]",
             "null",
             "\"pressrum\"",
             "\xFF\xFE",
             std::string(3, '\0'),
             manifest("").substr(0, 40),
             manifest("") + "}",
             R"({"format":1,"files":[]})",
             R"({"generator":"pressrum 0.1.0","files":[]})",
             R"({"generator":"pressrummet","format":1,"files":[]})",
             R"({"generator":"Hugo 0.111","format":1,"files":[]})",
             R"({"generator":["pressrum"],"format":1,"files":[]})",
             R"({"generator":"pressrum 9","format":2,"files":[]})",
             manifest(file("../etc/passwd", "01", 1)),
             manifest(file("/etc/passwd", "01", 1)),
             manifest(file("a/./b", "01", 1)),
             manifest(file("a//b", "01", 1)),
             manifest(file("a/", "01", 1)),
             manifest(file("", "01", 1)),
             manifest(file("a\\u0000b", "01", 1)),
             manifest(file("a\\nb", "01", 1)),
             manifest(file(".git/config", "01", 1)),
             manifest(R"({"sha256":"00","size":1})"),
             manifest("{}"),
             manifest(R"({"path":"a","sha256":"abc","size":1})"),
             manifest(R"({"path":"a","sha256":")" + kZeros + R"(zz","size":1})"),
         }) {
        INFO(text);
        CHECK(listed(text) == "none");
    }
}

TEST_CASE("a key that stands twice makes a manifest nobody's, whichever of the two a reader takes") {
    CHECK(listed(manifest(file("a", "01", 1), R"("files":[],)")) == "none");
    CHECK(listed(manifest("", R"("files":[)" + file("a", "01", 1) + "],")) == "none");
    CHECK(listed(manifest(file("a", "01", 1), R"("format":1,)")) == "none");
    CHECK(listed(manifest(R"({"path":"a","path":"b","size":4})")) == "none");
    CHECK(listed(manifest(R"({"path":"a","size":4,"size":5})")) == "none");
    CHECK(listed(manifest(R"({"path":"a","size":4},{"path":"b","size":4})")) == "a 00 4\nb 00 4\n");
}

TEST_CASE("lists of odd shapes are neither files nor a fault") {
    CHECK(listed(manifest(R"(["path","b"])")) == "");
    CHECK(listed(manifest(file("a", "01", 1) + R"(,["b",["c"]],"d",5)")) == "a 01 1\n");
    CHECK(listed(R"({"generator":"pressrum","format":1,"files":{"path":"a"}})") == "");
    CHECK(listed(R"({"generator":"pressrum","format":1,"files":null})") == "");
}

TEST_CASE("a manifest of a million brackets is no harm") {
    CHECK(listed(std::string(1'000'000, '[')) == "none");
    CHECK(listed(manifest(std::string(300'000, '[') + std::string(300'000, ']'))) == "");
}
