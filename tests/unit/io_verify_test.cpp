// A finished folder against its manifest, honest and hostile.
#include "io/publish/verify.hpp"

#include "support/golden.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <map>

#include <sys/stat.h>
#include <unistd.h>

using namespace pressrum;
using pressrum::test::TempFolder;
namespace fs = std::filesystem;

namespace {

const std::map<std::string, std::string> kSite = {
    {"index.html", "<p>Hem"}, {"2024/05/a/index.html", "<p>A"}, {"2024/05/a/torget.jpg", std::string(400'000, 'j')}, {"_headers", "/*"}};

std::string entry(const std::string& path, const std::string& bytes) {
    return R"({"path":")" + path + R"(","sha256":")" + to_hex(sha256(bytes)) + R"(","size":)" + std::to_string(bytes.size()) + "}";
}
std::string manifest(const std::vector<std::string>& entries) {
    std::string list;
    for (const std::string& each : entries) list += (list.empty() ? "" : ",") + each;
    return R"({"generator":"pressrum","format":1,"files":[)" + list + "]}\n";
}

struct Folder : TempFolder {
    Folder() {
        std::vector<std::string> entries;
        for (const auto& [path, bytes] : kSite) {
            write("public/" + path, bytes);
            entries.push_back(entry(path, bytes));
        }
        write("public/manifest.json", manifest(entries));
    }
    // What is reported, a rule and its file a line; and the counts.
    std::string verified(const std::string& folder = "public") const {
        const Descriptor top = open_finished(at(folder));
        if (!top) return "no folder";
        Diagnostics found;
        std::string counts;
        if (const auto read = read_finished_manifest(top, folder, found)) {
            const VerifiedFiles files = verify_files(top, read->files, Threads{2}, found);
            counts = std::to_string(files.sound) + "/" + std::to_string(files.wrong) + "/" + std::to_string(files.missing) + "/" +
                     std::to_string(files.unlisted) + (files.hidden == 0 ? "" : "+" + std::to_string(files.hidden));
        }
        std::string text;
        for (const Diagnostic& each : found.all()) text += std::string(each.rule->id.substr(5)) + " " + each.words.at(0) + "; ";
        return text + counts;
    }
};

}  // namespace

TEST_CASE("a file of an unlisted post is verified by the digest of its path") {
    const Folder folder;
    std::string text = folder.read("public/manifest.json");
    const std::string path = R"("path":"2024/05/a/index.html")";
    text.replace(text.find(path), path.size(), R"("path_sha256":")" + to_hex(sha256("2024/05/a/index.html")) + "\"");
    folder.write("public/manifest.json", text);
    CHECK(folder.verified() == "4/0/0/0");
    folder.write("public/2024/05/a/index.html", "<p>B");
    CHECK(folder.verified() == "changed 2024/05/a/index.html; 3/1/0/0");
    fs::remove(folder.at("public/2024/05/a/index.html"));
    CHECK(folder.verified() == "missing sha256:" + to_hex(sha256("2024/05/a/index.html")) + "; 3/0/1/0");
}

TEST_CASE("a folder that is as its manifest says is sound, and nothing in it is touched") {
    const Folder folder;
    const auto before = folder.files();
    CHECK(folder.verified() == "4/0/0/0");
    CHECK(folder.files() == before);
    fs::create_directory_symlink("public", folder.path() / "live");
    CHECK(folder.verified("live") == "4/0/0/0");
    CHECK(folder.verified("public/") == "4/0/0/0");
}

TEST_CASE("each file that is changed, missing or not listed is told, by its path") {
    const Folder folder;
    folder.write("public/index.html", "<p>Hej");  // as long as before
    folder.write("public/2024/05/a/index.html", "<p>A och mer");
    fs::remove(folder.path() / "public/_headers");
    folder.write("public/annat/egen.txt", "min");
    folder.write("public/2024/05/a/.htaccess", "Redirect /");
    folder.write("public/.nojekyll", "");
    folder.write("public/.well-known/security.txt", "");
    folder.write("public/manifest.json.minisig", "");
    folder.write("public/2024/manifest.json", "");
    fs::create_directories(folder.path() / "public/tom/mapp");
    CHECK(folder.verified() ==
          "changed 2024/05/a/index.html; missing _headers; changed index.html; unlisted 2024/05/a/.htaccess; unlisted 2024/manifest.json; "
          "unlisted annat/egen.txt; 1/2/1/3+2");
}

TEST_CASE("a large file is told from one that differs in its last byte") {
    const Folder folder;
    folder.write("public/2024/05/a/torget.jpg", std::string(399'999, 'j') + "k");
    CHECK(folder.verified() == "changed 2024/05/a/torget.jpg; 3/1/0/0");
}

TEST_CASE("what is no folder, and a folder without a manifest of ours, is said so") {
    const Folder folder;
    CHECK(folder.verified("finns-inte") == "no folder");
    CHECK(folder.verified("public/index.html") == "no folder");
    for (const std::string& text :
         std::vector<std::string>{"",
                                  "{",
                                  "[]",
                                  "null",
                                  std::string(100'000, '['),
                                  R"({"generator":"annat","format":1,"files":[]})",
                                  manifest({entry("a", "")}).substr(0, 60),
                                  manifest({entry("../hemligt.txt", "x")}),
                                  manifest({entry("/etc/passwd", "x")}),
                                  manifest({entry("a/../../hemligt.txt", "x")}),
                                  manifest({entry(".git/config", "x")}),
                                  manifest({entry("a//b", "x")}),
                                  manifest({entry("a\\u0000b", "x")}),
                                  manifest({R"({"path":"a","sha256":"zz","size":1})"}),
                                  manifest({"{}"}),
                                  manifest({"1", "{}"}),
                                  manifest({entry("a", ""), entry("a", "")}),
                                  manifest({entry("a", "x"), entry("b", ""), entry("a", "")}),
                                  manifest({}),
                                  R"({"generator":"pressrum","format":1})",
                                  R"({"generator":"pressrum","format":1,"files":[)" + entry("a", "") + R"(],"files":[]})"}) {
        INFO(text.substr(0, 200));
        folder.write("public/manifest.json", text);
        CHECK(folder.verified() == "manifest public; ");
    }
    fs::remove(folder.path() / "public/manifest.json");
    CHECK(folder.verified() == "no-manifest public; ");
    folder.write("annan.json", manifest({}));
    fs::create_symlink("../annan.json", folder.path() / "public/manifest.json");
    CHECK(folder.verified() == "manifest public; ");
    fs::remove(folder.path() / "public/manifest.json");
    fs::create_directory(folder.path() / "public/manifest.json");
    CHECK(folder.verified() == "manifest public; ");
}

TEST_CASE("no link inside the folder is followed, whatever it leads to") {
    const Folder folder;
    folder.write("utanfor/index.html", kSite.at("2024/05/a/index.html"));
    folder.write("utanfor/torget.jpg", kSite.at("2024/05/a/torget.jpg"));
    folder.write("hem.html", kSite.at("index.html"));
    fs::remove_all(folder.path() / "public/2024/05/a");
    fs::create_directory_symlink("../../../utanfor", folder.path() / "public/2024/05/a");
    fs::remove(folder.path() / "public/index.html");
    fs::create_symlink("../hem.html", folder.path() / "public/index.html");
    fs::create_directory_symlink(".", folder.path() / "public/runt");
    CHECK(folder.verified() ==
          "not-folder 2024/05/a; not-regular index.html; unlisted runt; "
          "1/3/0/1");
}

TEST_CASE("what is passed over is counted, but for the mark of the last build") {
    const Folder folder;
    for (const char* name : {".nojekyll", ".pressrum-finished", ".well-known/security.txt", "2024/.dold"})
        folder.write(std::string("public/") + name, "");
    CHECK(folder.verified() == "unlisted 2024/.dold; 4/0/0/1+2");
}

TEST_CASE("a pipe, a socket and a folder in place of a file are told and waited for by nobody") {
    const Folder folder;
    fs::remove(folder.path() / "public/index.html");
    REQUIRE(::mkfifo(folder.at("public/index.html").c_str(), 0600) == 0);
    REQUIRE(::mkfifo(folder.at("public/pipa").c_str(), 0600) == 0);
    fs::remove(folder.path() / "public/_headers");
    fs::create_directory(folder.path() / "public/_headers");
    CHECK(folder.verified() == "not-regular _headers; not-regular index.html; unlisted pipa; 2/2/0/1");
}

TEST_CASE("a manifest cannot make the program dig deeper, read longer or open more than it should") {
    const Folder folder;
    std::string deep, deeper;
    for (int i = 0; i < 60; ++i) deep += "m/";
    for (int i = 0; i < 5000; ++i) deeper += "m/";
    folder.write("public/" + deep + "a.txt", "x");
    folder.write("public/manifest.json", manifest({entry(deep + "a.txt", "x"), entry(deeper + "a.txt", "x"),
                                                   entry(std::string(5000, 'n'), "x"), entry("index.html/inuti", "x"),
                                                   R"({"path":"index.html","sha256":")" + to_hex(sha256(kSite.at("index.html"))) +
                                                       R"(","size":18446744073709551615})",
                                                   R"({"path":"_headers","size":2})", R"({"path":"manifest.json","size":2})"}));
    const std::string said = folder.verified();
    CHECK(said.find("changed _headers; ") != std::string::npos);
    CHECK(said.find("changed index.html; ") != std::string::npos);
    CHECK(said.find("not-folder index.html; ") != std::string::npos);
    CHECK(said.find("changed manifest.json; ") != std::string::npos);
    CHECK(said.find("unreadable " + deeper + "a.txt; ") != std::string::npos);
    CHECK(said.find("unreadable " + std::string(5000, 'n') + "; ") != std::string::npos);
    CHECK(said.ends_with("1/6/0/2"));

    std::string bottom = "public/";
    for (int i = 0; i < 100; ++i) bottom += "d/";
    folder.write(bottom + "b.txt", "x");
    CHECK(folder.verified().find("unreadable d/d/") != std::string::npos);
}

TEST_CASE("folders that lie too deep are told and not looked into") {
    const Folder folder;
    std::string deep;
    for (int i = 0; i < 70; ++i) deep += "m/";
    folder.write("public/" + deep + "a.txt", "x");
    const std::string told = "unreadable m/m/";
    const std::string said = folder.verified();
    CHECK(said.starts_with(told));
    CHECK(said.find("a.txt") == std::string::npos);
    CHECK(said.ends_with("4/0/0/0"));
}

TEST_CASE("a signature is checked against the bytes that were compared with") {
    const Folder folder;
    const std::string keys = std::string(PRESSRUM_TESTS_DIR) + "/keys/";
    const auto key = parse_secret_key(pressrum::test::read_file(keys + "test.key"), std::nullopt);
    REQUIRE(key);
    const Descriptor top = open_finished(folder.at("public"));
    const auto said = [&] {
        Diagnostics found;
        const auto read = read_finished_manifest(top, "public", found);
        REQUIRE(read);
        const auto comment = verify_signature(top, *read, key->public_key(), "public", found);
        return comment ? *comment : std::string(found.all().at(0).rule->id);
    };
    CHECK(said() == "seal/no-signature");
    folder.write("public/.manifest.json.minisig-new", "avbruten");
    write_signature(top, make_signature(*key, folder.read("public/manifest.json"), "x"), "public");
    CHECK(said() == "x");
    CHECK_FALSE(folder.has("public/.manifest.json.minisig-new"));
    CHECK(folder.verified() == "4/0/0/0");
    folder.write("public/manifest.json", folder.read("public/manifest.json") + " ");
    CHECK(said() == "seal/signature");
    folder.write("public/manifest.json.minisig", std::string(100'000, 'x'));
    CHECK(said() == "seal/signature-form");
    fs::remove(folder.path() / "public/manifest.json.minisig");
    fs::create_symlink("index.html", folder.path() / "public/manifest.json.minisig");
    CHECK(said() == "seal/signature-form");
    // What stands there is replaced, and what a link leads to is left alone.
    write_signature(top, make_signature(*key, folder.read("public/manifest.json"), "y"), "public");
    CHECK(said() == "y");
    CHECK(folder.read("public/index.html") == kSite.at("index.html"));
}
