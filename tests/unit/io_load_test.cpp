#include "io/load.hpp"

#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace pressrum;
using pressrum::test::TempFolder;
namespace fs = std::filesystem;

namespace {

Roots roots_in(const TempFolder& temp) { return {temp.at("posts"), temp.at("site"), temp.at("layouts")}; }

// A press room of no files at all.
void make_roots(const TempFolder& temp) {
    for (const char* root : {"posts", "site", "layouts"}) fs::create_directories(temp.path() / root);
}

struct Loaded {
    SourceTree tree;
    Diagnostics diagnostics;
};
Loaded load_from(const TempFolder& temp, unsigned threads = 2) {
    Loaded loaded;
    loaded.tree = load(roots_in(temp), {threads}, loaded.diagnostics);
    return loaded;
}

// "rule word|word", one a line; a place as "rule path:line:column word|word".
std::string faults(const Loaded& loaded) {
    std::string text;
    for (const Diagnostic& each : loaded.diagnostics.all()) {
        text += each.rule->id;
        if (each.at.known()) {
            const SourceFile& file = loaded.tree.sources[each.at.file];
            const Position at = file.position(each.at.begin);
            text += " " + file.path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
        }
        for (std::size_t i = 0; i < each.words.size(); ++i) text += (i == 0 ? " " : "|") + each.words[i];
        text += "\n";
    }
    return text;
}

// What each file was taken for: "post posts/a.md", one a line.
std::string to_debug_text(const SourceTree& tree) {
    std::string text;
    const auto add = [&](const char* use, FileId file) { text += std::string(use) + " " + tree.sources[file].path + "\n"; };
    if (tree.site) add("site", *tree.site);
    if (tree.people) add("people", *tree.people);
    if (tree.topics) add("topics", *tree.topics);
    for (const auto& [language, file] : tree.strings) add(("strings " + language).c_str(), file);
    for (const FileId file : tree.pages) add("page", file);
    for (const FileId file : tree.posts) add("post", file);
    for (const FileId file : tree.layouts) add("layout", file);
    for (const FileId file : tree.partials) add("partial", file);
    for (const Asset& asset : tree.assets) text += "asset " + asset.path + "\n";
    return text;
}

}  // namespace

TEST_CASE("every file is taken for what its place and name make it, and lists are in the order of paths") {
    const TempFolder temp;
    for (const char* path : {"posts/2024/05/b.md",
                             "posts/2024/05/a/index.md",
                             "posts/2024/05/a/torget.jpg",
                             "posts/2024/05/a/index.en.md",
                             "posts/2024/05/a-b.md",
                             "posts/2023/12/z.md",
                             "posts/2024/05/a/tabell.csv",
                             "posts/2024/05/a/data.yaml",
                             "posts/direkt.md",
                             "site/site.yaml",
                             "site/people.yaml",
                             "site/topics.yaml",
                             "site/strings/sv.yaml",
                             "site/strings/en.yaml",
                             "site/pages/om.md",
                             "site/assets/logo.svg",
                             "site/assets/photos/eklov.jpg",
                             "site/assets/site.yaml",
                             "site/assets/lasmig.md",
                             "layouts/release.mustache",
                             "layouts/home.mustache",
                             "layouts/partials/head.mustache",
                             "layouts/assets/style.css",
                             "layouts/assets/a/b/c.js",
                             "layouts/README.md"}) {
        temp.write(path, "x");
    }
    const Loaded loaded = load_from(temp);
    CHECK(faults(loaded) == "");
    CHECK(to_debug_text(loaded.tree) ==
          "site site/site.yaml\n"
          "people site/people.yaml\n"
          "topics site/topics.yaml\n"
          "strings en site/strings/en.yaml\n"
          "strings sv site/strings/sv.yaml\n"
          "page site/pages/om.md\n"
          "post posts/2023/12/z.md\n"
          "post posts/2024/05/a-b.md\n"
          "post posts/2024/05/a/index.en.md\n"
          "post posts/2024/05/a/index.md\n"
          "post posts/2024/05/b.md\n"
          "post posts/direkt.md\n"
          "layout layouts/home.mustache\n"
          "layout layouts/release.mustache\n"
          "partial layouts/partials/head.mustache\n"
          "asset layouts/assets/a/b/c.js\n"
          "asset layouts/assets/style.css\n"
          "asset posts/2024/05/a/data.yaml\n"
          "asset posts/2024/05/a/tabell.csv\n"
          "asset posts/2024/05/a/torget.jpg\n"
          "asset site/assets/lasmig.md\n"
          "asset site/assets/logo.svg\n"
          "asset site/assets/photos/eklov.jpg\n"
          "asset site/assets/site.yaml\n");
}

TEST_CASE("the tree depends neither on the order of the disk nor on the number of threads") {
    const TempFolder one, other;
    std::vector<std::string> paths;
    for (int i = 0; i < 200; ++i)
        paths.push_back("posts/2024/" + std::to_string(i % 7) + "/p" + std::to_string(i * 7919 % 1000) + (i % 3 == 0 ? ".jpg" : ".md"));
    for (const std::string& path : paths) one.write(path, "Text om " + path);
    std::reverse(paths.begin(), paths.end());
    for (const std::string& path : paths) other.write(path, "Text om " + path);
    for (const TempFolder* temp : {&one, &other}) make_roots(*temp);

    const Loaded first = load_from(one, 1), second = load_from(other, 4);
    CHECK(to_debug_text(first.tree) == to_debug_text(second.tree));
    REQUIRE(first.tree.sources.size() == second.tree.sources.size());
    for (FileId file = 0; file < first.tree.sources.size(); ++file) {
        CHECK(first.tree.sources[file].path == second.tree.sources[file].path);
        CHECK(first.tree.sources[file].text == "Text om " + first.tree.sources[file].path);
    }
}

TEST_CASE("of an asset the tree has size, digest and, of a picture, width and height") {
    const TempFolder temp;
    make_roots(temp);
    const std::string png = std::string("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\4\xB0\0\0\2\x76", 24);
    temp.write("site/assets/dela.png", png);
    temp.write("posts/tabell.csv", "abc");
    temp.write("posts/tom.txt", "");
    const Loaded loaded = load_from(temp);
    REQUIRE(loaded.tree.assets.size() == 3);

    const Asset* picture = loaded.tree.find_asset("site/assets/dela.png");
    REQUIRE(picture != nullptr);
    CHECK(picture->width == 1200);
    CHECK(picture->height == 630);
    CHECK(picture->size == png.size());
    CHECK(picture->file == temp.at("site/assets/dela.png"));

    const Asset* table = loaded.tree.find_asset("posts/tabell.csv");
    REQUIRE(table != nullptr);
    CHECK(to_hex(table->digest) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(table->width == 0);
    CHECK(loaded.tree.find_asset("posts/tom.txt")->size == 0);
}

TEST_CASE("hidden files and editors' back-ups are passed over in silence") {
    const TempFolder temp;
    make_roots(temp);
    for (const char* path :
         {"posts/.DS_Store", "posts/Thumbs.db", "posts/desktop.ini", "posts/a.md~", "posts/.#a.md", "posts/#a.md#", "posts/_utkast.md",
          "posts/_utkast/a.md", "posts/.git/config", "posts/.a.md.swp", "site/.person.yaml", "layouts/_old.mustache"}) {
        temp.write(path, "\xFF");
    }
    const Loaded loaded = load_from(temp);
    CHECK(to_debug_text(loaded.tree) == "");
    CHECK(faults(loaded) == "");
}

TEST_CASE("a file that somebody meant to be read but is not is told, with the name it should have") {
    struct Row {
        const char* path;
        const char* fault;
    };
    for (const Row& row : std::vector<Row>{
             {"posts/2024/05/a.MD", "load/ending posts/2024/05/a.MD|posts/2024/05/a.md\n"},
             {"posts/2024/05/a.markdown", "load/ending posts/2024/05/a.markdown|posts/2024/05/a.md\n"},
             {"posts/2024/05/a.md.txt", "load/ending posts/2024/05/a.md.txt|posts/2024/05/a.md\n"},
             {"site/site.yaml.txt", "load/ending site/site.yaml.txt|site/site.yaml\n"},
             {"posts/2024/05/a.en.Md", "load/ending posts/2024/05/a.en.Md|posts/2024/05/a.en.md\n"},
             {"site/pages/om.mdown", "load/ending site/pages/om.mdown|site/pages/om.md\n"},
             {"site/site.yml", "load/ending site/site.yml|site/site.yaml\n"},
             {"site/strings/sv.YAML", "load/ending site/strings/sv.YAML|site/strings/sv.yaml\n"},
             {"layouts/home.Mustache", "load/ending layouts/home.Mustache|layouts/home.mustache\n"},
             {"site/person.yaml", "load/unknown-file site/person.yaml|site/people.yaml\n"},
             {"site/peple.yaml", "load/unknown-file site/peple.yaml|site/people.yaml\n"},
             {"posts/2024/05/a.mkd", "load/ending posts/2024/05/a.mkd|posts/2024/05/a.md\n"},
             {"posts/2024/05/a.mdwn", "load/ending posts/2024/05/a.mdwn|posts/2024/05/a.md\n"},
             {"site/Site.yaml", "load/unknown-file site/Site.yaml|site/site.yaml\n"},
             {"site/ämnen.yml", "load/unknown-file site/ämnen.yml|site/topics.yaml\n"},
             {"site/sv.yaml", "load/unknown-file site/sv.yaml|site/strings/sv.yaml\n"},
             {"site/pages/sub/people.yaml", "load/unknown-file site/pages/sub/people.yaml|site/people.yaml\n"},
             {"site/vaderstation.yaml", "load/unknown-file site/vaderstation.yaml|site/site.yaml, site/people.yaml, site/topics.yaml\n"},
             {"site/kontakt.md", "load/unknown-file site/kontakt.md|site/pages/kontakt.md\n"},
             {"site/pages/om/index.md", "load/unknown-file site/pages/om/index.md|site/pages/index.md\n"},
             {"layouts/partial/head.mustache", "load/unknown-file layouts/partial/head.mustache|layouts/partials/head.mustache\n"},
             // What is nobody's concern.
             {"site/README.md", ""},
             {"site/anteckningar.txt", ""},
             {"site/pages/bild.jpg", ""},
             {"layouts/lasmig.txt", ""},
             {"layouts/ReadMe.md", ""},
         }) {
        const TempFolder temp;
        make_roots(temp);
        temp.write(row.path, "x");
        const Loaded loaded = load_from(temp);
        CHECK(faults(loaded) == row.fault);
        CHECK(to_debug_text(loaded.tree) == "");
    }
}

TEST_CASE("a file of the site under its name elsewhere or in Swedish is told with the name it should have") {
    const std::vector<std::pair<std::string, std::string>> all = {
        {"person", "people"},      {"persons", "people"},    {"personer", "people"}, {"folk", "people"},    {"contacts", "people"},
        {"kontakter", "people"},   {"amnen", "topics"},      {"ämnen", "topics"},    {"areas", "topics"},   {"omraden", "topics"},
        {"områden", "topics"},     {"taxonomies", "topics"}, {"config", "site"},     {"webbplats", "site"}, {"settings", "site"},
        {"installningar", "site"}, {"Folk", "people"}};
    for (const auto& [other, ours] : all) {
        INFO(other);
        const TempFolder temp;
        make_roots(temp);
        temp.write("site/" + other + ".yaml", "x");
        CHECK(faults(load_from(temp)) == "load/unknown-file site/" + other + ".yaml|site/" + ours + ".yaml\n");
    }
}

TEST_CASE("attachments and assets may be called what they like") {
    const TempFolder temp;
    make_roots(temp);
    for (const char* path :
         {"posts/a/data.yml", "posts/a/mall.mustache", "site/assets/a.MD", "site/assets/a.yml", "layouts/assets/b.Markdown"})
        temp.write(path, "x");
    const Loaded loaded = load_from(temp);
    CHECK(faults(loaded) == "");
    CHECK(loaded.tree.assets.size() == 5);
}

TEST_CASE("a text that is not UTF-8 or holds control characters is told at its place, and read on") {
    const TempFolder temp;
    make_roots(temp);
    temp.write("posts/a.md", "---\ntitle: Fr\xE5gor om v\xE4gen\n---\n");
    temp.write("posts/b.md", "---\ntitle: Rad\x0B två\n---\n");
    temp.write("site/site.yaml", "\xEF\xBB\xBFtitle: A\u030Angaloppet\n");
    const Loaded loaded = load_from(temp);
    CHECK(faults(loaded) == "load/text posts/a.md:2:10\nload/control-character posts/b.md:2:11 U+000B\n");
    REQUIRE(loaded.tree.posts.size() == 2);
    CHECK(loaded.tree.sources[loaded.tree.posts[0]].text == "---\ntitle: Frågor om vägen\n---\n");
    REQUIRE(loaded.tree.site);
    CHECK(loaded.tree.sources[*loaded.tree.site].text == "title: Ångaloppet\n");
    CHECK(loaded.tree.sources.text(loaded.diagnostics.all()[0].at) == "å");
}

TEST_CASE("a file that is too large is told and not read") {
    const TempFolder temp;
    make_roots(temp);
    temp.write("posts/stor.md", std::string(kMaxTextBytes + 1, 'a'));
    temp.write("posts/lagom.md", std::string(kMaxTextBytes, 'a'));
    temp.write("posts/film.mp4", "x");
    fs::resize_file(temp.path() / "posts/film.mp4", kMaxAssetBytes + 1);  // takes no room on the disk
    const Loaded loaded = load_from(temp);
    CHECK(faults(loaded) == "load/too-large posts/film.mp4|201|200\nload/too-large posts/stor.md|3|2\n");
    CHECK(to_debug_text(loaded.tree) == "post posts/lagom.md\n");
}

TEST_CASE("a link to a file within the roots is that file, any other link is passed over with a message") {
    const TempFolder temp;
    make_roots(temp);
    temp.write("hemligt.md", "utanför");
    temp.write("posts-2/a.md", "utanför, i en mapp vars namn börjar likadant");
    temp.write("site/pages/om.md", "inne");
    temp.write("posts/mapp/a.md", "inne");
    fs::create_symlink("../site/pages/om.md", temp.path() / "posts/inne.md");
    fs::create_symlink("inne.md", temp.path() / "posts/inne-igen.md");
    fs::create_symlink("../hemligt.md", temp.path() / "posts/ute.md");
    fs::create_symlink("../posts-2/a.md", temp.path() / "posts/granne.md");
    fs::create_symlink("/etc/passwd", temp.path() / "posts/passwd.csv");
    fs::create_symlink("finns-inte.md", temp.path() / "posts/leder-ingenstans.md");
    fs::create_symlink("cirkel.md", temp.path() / "posts/cirkel.md");
    fs::create_symlink("mapp", temp.path() / "posts/mapp-2");
    fs::create_symlink("..", temp.path() / "posts/upp");
    fs::create_symlink("..", temp.path() / "posts/.dold-upp");
    temp.write("posts/.git/config.md", "dolt");
    temp.write("site/_utkast/a.md", "dolt");
    fs::create_symlink(".git/config.md", temp.path() / "posts/dold.md");
    fs::create_symlink("../site/_utkast/a.md", temp.path() / "posts/dold-2.md");
    const Loaded loaded = load_from(temp);
    CHECK(faults(loaded) ==
          "load/not-regular posts/cirkel.md\n"
          "load/not-regular posts/dold-2.md\n"
          "load/not-regular posts/dold.md\n"
          "load/not-regular posts/granne.md\n"
          "load/not-regular posts/leder-ingenstans.md\n"
          "load/not-regular posts/mapp-2\n"
          "load/not-regular posts/passwd.csv\n"
          "load/not-regular posts/upp\n"
          "load/not-regular posts/ute.md\n");
    CHECK(to_debug_text(loaded.tree) == "page site/pages/om.md\npost posts/inne-igen.md\npost posts/inne.md\npost posts/mapp/a.md\n");
    CHECK(loaded.tree.sources[loaded.tree.posts[1]].text == "inne");
}

TEST_CASE("a root may itself be a link") {
    const TempFolder temp;
    make_roots(temp);
    fs::remove(temp.path() / "posts");
    temp.write("innehall/a.md", "x");
    temp.write("innehall/b.jpg", "x");
    fs::create_directory_symlink("innehall", temp.path() / "posts");
    fs::create_symlink("a.md", temp.path() / "innehall/c.md");
    const Loaded loaded = load_from(temp);
    CHECK(faults(loaded) == "");
    CHECK(to_debug_text(loaded.tree) == "post posts/a.md\npost posts/c.md\nasset posts/b.jpg\n");
}

TEST_CASE("a pipe is no file, and nobody waits for it") {
    const TempFolder temp;
    make_roots(temp);
    REQUIRE(::mkfifo(temp.at("posts/ror.md").c_str(), 0600) == 0);
    CHECK(faults(load_from(temp)) == "load/not-regular posts/ror.md\n");
}

TEST_CASE("a name that is not text is told as far as it can be shown") {
    const TempFolder temp;
    make_roots(temp);
    temp.write("posts/v\xE4g.md", "x");
    temp.write("posts/rad\nbrytning.jpg", "x");
    temp.write("posts/m\xE5n/a.md", "x");
    temp.write("posts/väg 2.md", "x");
    const Loaded loaded = load_from(temp);
    CHECK(faults(loaded) == "load/name posts/m\uFFFDn\nload/name posts/rad\uFFFDbrytning.jpg\nload/name posts/v\uFFFDg.md\n");
    CHECK(to_debug_text(loaded.tree) == "post posts/väg 2.md\n");
}

TEST_CASE("names are in NFC, and two that become one are told") {
    const TempFolder temp;
    make_roots(temp);
    temp.write("posts/a\u030Ar/na\u030Agot.md", "a och ring");
    temp.write("posts/år/något.md", "å");
    temp.write("posts/a\u030Ar/bild.jpg", "x");
    const Loaded loaded = load_from(temp);
    CHECK(faults(loaded) == "load/same-name posts/år/något.md\n");
    REQUIRE(loaded.tree.posts.size() == 1);
    CHECK(loaded.tree.sources[loaded.tree.posts[0]].text == "a och ring");  // always the same one
    REQUIRE(loaded.tree.find_asset("posts/år/bild.jpg") != nullptr);
    CHECK(loaded.tree.find_asset("posts/år/bild.jpg")->file == temp.at("posts/a\u030Ar/bild.jpg"));
}

TEST_CASE("folders that lie too deep are told and not read") {
    const TempFolder temp;
    make_roots(temp);
    std::string deep = "posts";
    for (int i = 0; i < 32; ++i) deep += "/d";
    temp.write(deep + "/a.md", "x");
    temp.write(deep + "/e/a.md", "x");
    const Loaded loaded = load_from(temp);
    CHECK(faults(loaded) == "load/too-deep " + deep + "/e|32\n");
    CHECK(loaded.tree.posts.size() == 1);
}

TEST_CASE("a folder that cannot be opened is told") {
    const TempFolder temp;
    make_roots(temp);
    // Longer in all than any path may be: made step by step, it can exist but not be named.
    const std::string name(250, 'n');
    int folder = ::open(temp.at("posts").c_str(), O_RDONLY | O_DIRECTORY);
    for (int i = 0; i < 17; ++i) {
        REQUIRE(::mkdirat(folder, name.c_str(), 0777) == 0);
        const int next = ::openat(folder, name.c_str(), O_RDONLY | O_DIRECTORY);
        REQUIRE(next >= 0);
        ::close(folder);
        folder = next;
    }
    ::close(folder);
    const Loaded loaded = load_from(temp);
    REQUIRE(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics.all()[0].rule->id == "load/unreadable");
    CHECK(loaded.diagnostics.all()[0].words[1] == "File name too long");
}

TEST_CASE("a missing folder is told, but for site/, of which the read stage tells") {
    const TempFolder temp;
    CHECK(faults(load_from(temp)) ==
          "load/no-folder " + temp.at("layouts") + "|--layouts\nload/no-folder " + temp.at("posts") + "|--posts\n");
    temp.write("posts", "en fil");
    temp.write("layouts/home.mustache", "x");
    const Loaded loaded = load_from(temp);
    CHECK(faults(loaded) == "load/no-folder " + temp.at("posts") + "|--posts\n");
    CHECK(to_debug_text(loaded.tree) == "layout layouts/home.mustache\n");
}

TEST_CASE("a layout of the site's own stands in place of the one with its name, and nothing else changes") {
    TempFolder temp;
    for (const char* path :
         {"layouts/release.mustache", "layouts/home.mustache", "layouts/partials/photo.mustache", "layouts/partials/label.mustache",
          "site/layouts/release.mustache", "site/layouts/partials/photo.mustache", "site/layouts/page-karta.mustache"}) {
        temp.write(path, "x");
    }
    fs::create_directories(temp.path() / "posts");
    Diagnostics diagnostics;
    const SourceTree tree = load(roots_in(temp), {2}, diagnostics);
    std::string paths;
    for (const FileId file : tree.layouts) paths += tree.sources[file].path + " ";
    for (const FileId file : tree.partials) paths += tree.sources[file].path + " ";
    CHECK(paths ==
          "layouts/home.mustache site/layouts/page-karta.mustache site/layouts/release.mustache layouts/partials/label.mustache "
          "site/layouts/partials/photo.mustache ");
    CHECK(diagnostics.empty());
}

TEST_CASE("a file that nobody has written since is not read again, one that somebody has written is") {
    const TempFolder temp;
    make_roots(temp);
    temp.write("posts/2024/05/a.md", "Ett");
    temp.write("posts/2024/05/b.md", "Två");
    temp.write("site/assets/bild.bin", "1234");
    RawSources first = read_files(roots_in(temp), {2});
    const auto in_an_hour = [](RawSources sources) {
        sources.begun += std::chrono::hours(1);
        return sources.settled();
    };
    CHECK(in_an_hour(first).size() == 3);
    first.begun -= std::chrono::hours(1);
    CHECK(first.settled().empty());  // written after the run began, as far as anybody can tell
    first.begun += std::chrono::hours(1);
    const std::vector<KnownSource> known = in_an_hour(first);

    // Of the same length, with the old time of writing.
    const fs::path b = temp.path() / "posts/2024/05/b.md";
    const auto written = fs::last_write_time(b);
    temp.write("posts/2024/05/b.md", "Tre!");
    fs::last_write_time(b, written);
    temp.write("posts/2024/05/c.md", "Fyra");
    RawSources second = read_files(roots_in(temp), {2}, known);
    std::string told;
    for (const RawSource& each : second.files) told += each.path + (each.known ? " known" : " " + each.bytes) + "\n";
    CHECK(told == "posts/2024/05/a.md known\nposts/2024/05/b.md Tre!\nposts/2024/05/c.md Fyra\nsite/assets/bild.bin known\n");
    CHECK(second.files[3].asset.size == 4);
    CHECK(second.digest() == read_files(roots_in(temp), {1}).digest());
    read_known(second, {2});
    CHECK(second.files[0].bytes == "Ett");
    CHECK(std::none_of(second.files.begin(), second.files.end(), [](const RawSource& each) { return each.known; }));
}
