#include "io/publish/publish.hpp"

#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <linux/capability.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace pressrum;
using pressrum::test::TempFolder;
namespace fs = std::filesystem;

namespace {

using Contents = std::map<std::string, std::string>;  // path → bytes

constexpr const char* kPicture = "2024/05/a/torget.jpg";

// A finished site with its manifest, as the render stage hands it on. Pages are published after what they show.
struct Finished {
    Contents contents;
    std::vector<FileToPublish> files;

    explicit Finished(Contents of) : contents(std::move(of)) {
        std::string list;
        for (const auto& [path, bytes] : contents) {
            list += (list.empty() ? "" : ",") + std::string("\n{\"path\":\"") + path + "\",\"sha256\":\"" + to_hex(sha256(bytes)) +
                    "\",\"size\":" + std::to_string(bytes.size()) + "}";
        }
        contents["manifest.json"] = R"({"generator":"pressrum 0.1.0","format":1,"files":[)" + list + "]}\n";
        for (const auto& [path, bytes] : contents) {
            const std::uint8_t turn = path == "manifest.json" ? 4 : path.ends_with(".jpg") ? 0 : path.ends_with(".xml") ? 3 : 1;
            files.push_back({path, bytes, "", false, sha256(bytes), bytes.size(), turn});
        }
    }
    Finished(const Finished&) = delete;

    // The bytes of the picture are taken from the disk.
    void copy_picture(std::string from) {
        picture_ = std::move(from);
        for (FileToPublish& file : files) {
            if (file.path == kPicture) file.bytes = {}, file.copy_from = picture_;
        }
    }

private:
    std::string picture_;
};

const Contents kSite = {{"index.html", "<p>Hem"}, {"404.html", "<p>Borta"},         {"2024/05/a/index.html", "<p>A"},
                        {kPicture, "jpg"},        {"2024/05/b/index.html", "<p>B"}, {"rss.xml", "<rss/>"}};

Contents with(Contents contents, const std::string& path, const std::string& bytes) {
    contents[path] = bytes;
    return contents;
}
Contents without(Contents contents, const std::string& path) {
    contents.erase(path);
    return contents;
}

// "written/unchanged/removed", or the rules that were reported.
std::string outcome(const PublishCounts& counts, const Diagnostics& diagnostics) {
    std::string text;
    for (const Diagnostic& each : diagnostics.all()) {
        text += std::string(text.empty() ? "" : "; ") + std::string(each.rule->id);
        for (const std::string& word : each.words) text += " " + word;
    }
    if (!text.empty()) return text;
    return std::to_string(counts.written) + "/" + std::to_string(counts.unchanged) + "/" + std::to_string(counts.removed);
}

std::string publish_to(const std::string& folder, const Finished& site, const std::vector<std::string>& sources = {}) {
    Diagnostics diagnostics;
    const PublishCounts counts = publish(folder, site.files, sources, {2}, diagnostics);
    return outcome(counts, diagnostics);
}
std::string publish_to(const std::string& folder, const Contents& contents) { return publish_to(folder, Finished(contents)); }

// As long as it lives the permissions of files hold for root as for anybody else.
class WithoutPrivilege {
public:
    WithoutPrivilege() {
        REQUIRE(::syscall(SYS_capget, &head_, before_) == 0);
        __user_cap_data_struct less[_LINUX_CAPABILITY_U32S_3] = {before_[0], before_[1]};
        for (const int each : {CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH}) less[CAP_TO_INDEX(each)].effective &= ~CAP_TO_MASK(each);
        REQUIRE(::syscall(SYS_capset, &head_, less) == 0);
    }
    WithoutPrivilege(const WithoutPrivilege&) = delete;
    WithoutPrivilege& operator=(const WithoutPrivilege&) = delete;
    ~WithoutPrivilege() { ::syscall(SYS_capset, &head_, before_); }

private:
    __user_cap_header_struct head_ = {_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct before_[_LINUX_CAPABILITY_U32S_3] = {};
};

// What comes to stand in a folder (+) and goes from it (-), in the order it does; hidden names are our own affair.
class Watch {
public:
    explicit Watch(std::initializer_list<std::string> folders) : events_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
        for (const std::string& folder : folders) REQUIRE(::inotify_add_watch(events_, folder.c_str(), IN_MOVED_TO | IN_DELETE) >= 0);
    }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    ~Watch() { ::close(events_); }

    std::string seen() const {
        std::string text;
        alignas(inotify_event) char bytes[16384];
        for (ssize_t size = ::read(events_, bytes, sizeof bytes); size > 0; size = ::read(events_, bytes, sizeof bytes)) {
            for (const char* at = bytes; at < bytes + size; at += sizeof(inotify_event) + reinterpret_cast<const inotify_event*>(at)->len) {
                const auto* event = reinterpret_cast<const inotify_event*>(at);
                if (event->len > 0 && event->name[0] != '.')
                    text += (text.empty() ? "" : " ") + std::string(event->mask & IN_DELETE ? "-" : "+") + event->name;
            }
        }
        return text;
    }

private:
    int events_;
};

// When and as which file each path was last written.
std::map<std::string, std::pair<ino_t, long>> stamps(const TempFolder& temp, const std::string& folder) {
    std::map<std::string, std::pair<ino_t, long>> all;
    for (const auto& [path, bytes] : temp.files(folder)) {
        struct stat status {};
        REQUIRE(::lstat(temp.at(folder + "/" + path).c_str(), &status) == 0);
        all[path] = {status.st_ino, status.st_mtim.tv_nsec};
    }
    return all;
}

}  // namespace

// ---------------------------------------------------------------- the first build

TEST_CASE("a run that did not end well is found by its missing mark, and every file is read again") {
    TempFolder temp;
    const std::string out = temp.at("public");
    CHECK(publish_to(out, kSite) == "7/0/0");
    REQUIRE(temp.has("public/.pressrum-finished"));
    // As after a power cut: the size is right, the content is not.
    temp.write("public/2024/05/a/index.html", std::string(4, '\0'));
    CHECK(publish_to(out, kSite) == "0/7/0");  // a run that ended well is believed
    fs::remove(out + "/.pressrum-finished");
    CHECK(publish_to(out, kSite) == "1/6/0");
    CHECK(temp.read("public/2024/05/a/index.html") == "<p>A");
    CHECK(temp.has("public/.pressrum-finished"));
    // A mark that was made for another manifest says nothing of this one.
    temp.write("public/2024/05/a/index.html", std::string(4, '\0'));
    temp.write("public/.pressrum-finished", to_hex(sha256("another")) + "\n");
    CHECK(publish_to(out, kSite) == "1/6/0");
}

TEST_CASE("a staging folder of a run that ended before anything changed is cleared, also when there is nothing to do") {
    TempFolder temp;
    CHECK(publish_to(temp.at("public"), kSite) == "7/0/0");
    temp.write("public/.pressrum-new/3", "halv");
    CHECK(publish_to(temp.at("public"), kSite) == "0/7/0");
    CHECK_FALSE(temp.has("public/.pressrum-new"));
}

TEST_CASE("a file that changes while the site is made, and keeps its size, is not published under another's digest") {
    TempFolder temp;
    temp.write("torget.jpg", "gpj");
    Finished site(kSite);
    site.copy_picture(temp.at("torget.jpg"));
    CHECK_THROWS_WITH(publish_to(temp.at("public"), site), Catch::EndsWith("torget.jpg: changed while the site was made"));
    CHECK_FALSE(temp.has("public"));
}

TEST_CASE("a file that the manifest tells by the digest of its path is found again: kept, changed, removed") {
    TempFolder temp;
    const std::string out = temp.path() / "out";
    const auto publish_with_hidden = [&](Contents contents) {
        Finished site(std::move(contents));
        std::string& manifest = site.contents["manifest.json"];
        for (const char* path : {"2024/05/b/index.html", "vip/index.html"}) {
            const std::string written = std::string("\"path\":\"") + path + "\"";
            if (const std::size_t at = manifest.find(written); at != std::string::npos)
                manifest.replace(at, written.size(), "\"path_sha256\":\"" + to_hex(sha256(path)) + "\"");
        }
        for (FileToPublish& file : site.files) {
            if (file.path == "manifest.json") file.bytes = manifest, file.size = manifest.size(), file.digest = sha256(manifest);
        }
        Diagnostics diagnostics;
        return outcome(publish(out, site.files, {}, {2}, diagnostics), diagnostics);
    };
    const Contents all = with(kSite, "vip/index.html", "<p>Vip");
    CHECK(publish_with_hidden(all) == "8/0/0");
    CHECK(publish_with_hidden(with(all, "2024/05/b/index.html", "<p>Ny")) == "2/6/0");
    CHECK(publish_with_hidden(without(with(all, "2024/05/b/index.html", "<p>Ny"), "vip/index.html")) == "1/6/1");
    CHECK_FALSE(fs::exists(out + "/vip"));
    CHECK(fs::exists(out + "/2024/05/b/index.html"));
}

TEST_CASE("a first build makes the folder and leaves nothing beside it") {
    const TempFolder temp;
    const Finished site(kSite);
    Diagnostics diagnostics;
    const PublishCounts counts = publish(temp.at("ute/pa/public"), site.files, {}, {2}, diagnostics);
    CHECK(outcome(counts, diagnostics) == "7/0/0");
    CHECK(temp.files("ute/pa/public") == site.contents);
    CHECK(temp.entries("ute/pa") == std::vector<std::string>{"public"});
    std::uint64_t bytes = 0;
    for (const auto& each : site.contents) bytes += each.second.size();
    CHECK(counts.bytes_written == bytes);
}

TEST_CASE("an empty folder is taken, with its permissions") {
    const TempFolder temp;
    fs::create_directory(temp.path() / "public");
    fs::permissions(temp.path() / "public", fs::perms::owner_all | fs::perms::group_all | fs::perms::set_gid);
    CHECK(publish_to(temp.at("public/"), kSite) == "7/0/0");
    CHECK(temp.files("public") == Finished(kSite).contents);
    CHECK(temp.entries() == std::vector<std::string>{"public"});
    CHECK((fs::status(temp.path() / "public").permissions() == (fs::perms::owner_all | fs::perms::group_all | fs::perms::set_gid)));
}

TEST_CASE("an empty folder beside which nothing may be written is filled where it is") {
    const TempFolder temp;
    fs::create_directories(temp.path() / "webb/public");
    const auto allow = [&](fs::perms allowed) { fs::permissions(temp.path() / "webb", allowed); };
    const WithoutPrivilege ordinary;
    allow(fs::perms::owner_read | fs::perms::owner_exec);
    CHECK(publish_to(temp.at("webb/public"), kSite) == "7/0/0");
    CHECK(temp.files("webb/public") == Finished(kSite).contents);
    CHECK(publish_to(temp.at("webb/public"), with(kSite, "om/index.html", "<p>Om")) == "2/6/0");
    CHECK(temp.entries("webb") == std::vector<std::string>{"public"});
    // A folder that is not there cannot be made there, and nothing else is.
    CHECK_THROWS_WITH(publish_to(temp.at("webb/annan"), kSite), Catch::StartsWith(temp.at("webb/.annan.pressrum-new")));
    CHECK(temp.entries("webb") == std::vector<std::string>{"public"});
    allow(fs::perms::owner_all);
}

TEST_CASE("a folder that is a link to another place is published there") {
    const TempFolder temp;
    fs::create_directory(temp.path() / "webb");
    fs::create_directory_symlink("webb", temp.path() / "public");
    CHECK(publish_to(temp.at("public"), kSite) == "7/0/0");
    CHECK(publish_to(temp.at("public"), with(kSite, "om/index.html", "<p>Om")) == "2/6/0");
    CHECK(fs::is_symlink(temp.path() / "public"));
    CHECK(temp.files("webb").count("om/index.html") == 1);
}

TEST_CASE("a folder of hidden files alone, as of a work tree, keeps them") {
    const TempFolder temp;
    temp.write("public/.git", "gitdir: ../.git/worktrees/public");
    CHECK(publish_to(temp.at("public"), kSite) == "7/0/0");
    CHECK(publish_to(temp.at("public"), without(kSite, "rss.xml")) == "1/5/1");
    CHECK(temp.read("public/.git") == "gitdir: ../.git/worktrees/public");
    CHECK(temp.entries("public") == std::vector<std::string>{".git", "2024", "404.html", "index.html", "manifest.json"});
}

TEST_CASE("what a first build left that was cut off is cleared, and only that") {
    const TempFolder temp;
    temp.write(".public.pressrum-new/.pressrum-unfinished", "");
    temp.write(".public.pressrum-new/2023/gammalt/index.html", "<p>Gammalt");
    temp.write(".public.pressrum-new/index.html", "<p>H");
    temp.write("viktigt.txt", "orört");
    fs::create_symlink(temp.path() / "viktigt.txt", temp.path() / ".public.pressrum-new/404.html");
    CHECK(publish_to(temp.at("public"), kSite) == "7/0/0");
    CHECK(temp.files("public") == Finished(kSite).contents);
    CHECK(temp.entries() == std::vector<std::string>{"public", "viktigt.txt"});
    CHECK(temp.read("viktigt.txt") == "orört");
}

TEST_CASE("a folder of somebody else's that is called as our unfinished one is not touched") {
    const TempFolder temp;
    temp.write(".public.pressrum-new/dagbok.txt", "mitt");
    CHECK(publish_to(temp.at("public"), kSite) == "publish/not-ours " + temp.at(".public.pressrum-new"));
    CHECK(temp.files() == Contents{{".public.pressrum-new/dagbok.txt", "mitt"}});
    fs::remove_all(temp.path() / ".public.pressrum-new");
    temp.write("annat/dagbok.txt", "mitt");
    fs::create_directory_symlink("annat", temp.path() / ".public.pressrum-new");
    CHECK_THROWS_AS(publish_to(temp.at("public"), kSite), std::system_error);
    CHECK(temp.files() == Contents{{"annat/dagbok.txt", "mitt"}});
}

TEST_CASE("a first build that fails leaves nothing") {
    const TempFolder temp;
    Finished site(kSite);
    site.copy_picture(temp.at("finns-inte.jpg"));
    CHECK_THROWS_WITH(publish_to(temp.at("public"), site), Catch::StartsWith(temp.at("finns-inte.jpg")));
    CHECK(temp.entries().empty());
}

// ---------------------------------------------------------------- the next ones

TEST_CASE("a folder that cannot be made is told with the output folder, and nothing has changed") {
    const TempFolder temp;
    publish_to(temp.at("public"), kSite);
    const std::string name(300, 'n');  // longer than a file system has names
    CHECK_THROWS_WITH(publish_to(temp.at("public"), with(kSite, "2024/06/" + name + "/index.html", "<p>N")),
                      Catch::Contains("public/2024/06/n"));
    CHECK_FALSE(fs::exists(temp.path() / "public/2024/06"));
    CHECK(temp.read("public/index.html") == "<p>Hem");
}

TEST_CASE("a file that no place can be found for is told before anything changes, and the next run goes on without it") {
    const TempFolder temp;
    publish_to(temp.at("public"), kSite);
    const auto before = stamps(temp, "public");
    const Contents next = with(without(kSite, "rss.xml"), "index.html", "<p>Nytt");
    const std::string name = std::string(300, 'n') + ".html";  // as a former address may be called
    for (const char* folder : {"", "2024/05/a/"}) {
        CHECK_THROWS_WITH(publish_to(temp.at("public"), with(next, folder + name, "<p>N")),
                          Catch::StartsWith(temp.at("public/") + folder + name));
        CHECK(stamps(temp, "public") == before);
        CHECK_FALSE(temp.has("public/.pressrum-new"));
        CHECK_THROWS_WITH(publish_to(temp.at("annan"), with(next, folder + name, "<p>N")), Catch::Contains("annan/" + (folder + name)));
        CHECK(temp.entries() == std::vector<std::string>{"public"});
    }
    CHECK(publish_to(temp.at("public"), next) == "2/4/1");
    CHECK(temp.files("public") == Finished(next).contents);
}

TEST_CASE("when nothing has changed nothing is written") {
    const TempFolder temp;
    publish_to(temp.at("public"), kSite);
    const auto before = stamps(temp, "public");
    CHECK(publish_to(temp.at("public"), kSite) == "0/7/0");
    CHECK(stamps(temp, "public") == before);
}

TEST_CASE("a signature stays with its manifest, and goes before another takes its place") {
    const TempFolder temp;
    publish_to(temp.at("public"), kSite);
    temp.write("public/manifest.json.minisig", "signatur");
    CHECK(publish_to(temp.at("public"), kSite) == "0/7/0");
    temp.write("public/index.html", "<p>Ändrad för hand");
    CHECK(publish_to(temp.at("public"), kSite) == "1/6/0");
    CHECK(temp.read("public/manifest.json.minisig") == "signatur");

    // Not when nothing is published, nor when it stops on the way.
    temp.write("public/om/index.html", "mitt");
    CHECK(publish_to(temp.at("public"), with(kSite, "om/index.html", "<p>Om")) == "publish/own-file om/index.html " + temp.at("public"));
    CHECK(temp.read("public/manifest.json.minisig") == "signatur");
    fs::remove_all(temp.path() / "public/om");
    Finished broken(with(kSite, kPicture, "en annan"));
    broken.copy_picture(temp.at("finns-inte.jpg"));
    CHECK_THROWS(publish_to(temp.at("public"), broken));
    CHECK(temp.read("public/manifest.json.minisig") == "signatur");

    const Finished next(with(kSite, "om/index.html", "<p>Om"));
    Diagnostics diagnostics;
    const PublishCounts counts = publish(temp.at("public"), next.files, {}, {2}, diagnostics);
    CHECK(outcome(counts, diagnostics) == "2/6/0");
    CHECK(counts.unsealed);
    CHECK_FALSE(temp.has("public/manifest.json.minisig"));
    // A folder of that name is not ours, and a link is not what it leads to.
    fs::create_directory(temp.path() / "public/manifest.json.minisig");
    CHECK(publish_to(temp.at("public"), kSite) == "1/6/1");
    CHECK(temp.has("public/manifest.json.minisig"));
    fs::remove(temp.path() / "public/manifest.json.minisig");
    temp.write("viktigt.txt", "orört");
    fs::create_symlink("../viktigt.txt", temp.path() / "public/manifest.json.minisig");
    CHECK(publish_to(temp.at("public"), next) == "2/6/0");
    CHECK_FALSE(temp.has("public/manifest.json.minisig"));
    CHECK(temp.read("viktigt.txt") == "orört");
}

TEST_CASE("what has changed is written, and nothing else is touched") {
    const TempFolder temp;
    publish_to(temp.at("public"), kSite);
    auto before = stamps(temp, "public");
    Contents next = with(with(kSite, "2024/05/a/index.html", "<p>Ä"), "2024/06/c/index.html", "<p>C");
    CHECK(publish_to(temp.at("public"), next) == "3/5/0");
    auto after = stamps(temp, "public");
    CHECK(temp.files("public") == Finished(next).contents);
    for (const char* path : {"2024/05/a/index.html", "2024/06/c/index.html", "manifest.json"}) {
        CHECK(before[path] != after[path]);
        before.erase(path), after.erase(path);
    }
    CHECK(before == after);
    CHECK(temp.entries("public") == std::vector<std::string>{"2024", "404.html", "index.html", "manifest.json", "rss.xml"});
}

TEST_CASE("what is not wanted any more is removed with the folders that are empty then, and people's own files stay") {
    const TempFolder temp;
    publish_to(temp.at("public"), kSite);
    temp.write("public/2024/05/b/egen.txt", "min");
    temp.write("public/CNAME", "press.ekinge.example");
    temp.write("public/tom/.gitkeep", "");
    fs::create_directories(temp.path() / "public/helt-tom");
    CHECK(publish_to(temp.at("public"), without(without(without(kSite, "2024/05/a/index.html"), kPicture), "2024/05/b/index.html")) ==
          "1/3/3");
    CHECK(temp.entries("public") ==
          std::vector<std::string>{"2024", "404.html", "CNAME", "helt-tom", "index.html", "manifest.json", "rss.xml", "tom"});
    CHECK(temp.entries("public/2024/05") == std::vector<std::string>{"b"});
    CHECK(temp.entries("public/2024/05/b") == std::vector<std::string>{"egen.txt"});
}

TEST_CASE("a file that was damaged or taken away by hand is made again") {
    const TempFolder temp;
    publish_to(temp.at("public"), kSite);
    temp.write("public/index.html", "<p>Hemskt");
    fs::remove(temp.path() / "public/rss.xml");
    fs::remove(temp.path() / "public/404.html");
    fs::create_directory(temp.path() / "public/404.html");
    CHECK(publish_to(temp.at("public"), kSite) == "publish/own-file 404.html " + temp.at("public"));
    fs::remove(temp.path() / "public/404.html");
    CHECK(publish_to(temp.at("public"), kSite) == "3/4/0");
    CHECK(temp.files("public") == Finished(kSite).contents);
}

TEST_CASE("a file may become a folder, and a folder a file") {
    const TempFolder temp;
    publish_to(temp.at("public"), {{"a", "fil"}, {"b/c/d.html", "<p>"}, {"b/e.html", "<p>"}});
    CHECK(publish_to(temp.at("public"), {{"a/b/c.html", "<p>"}, {"b", "fil"}}) == "3/0/3");
    CHECK(without(temp.files("public"), "manifest.json") == Contents{{"a/b/c.html", "<p>"}, {"b", "fil"}});
    CHECK(publish_to(temp.at("public"), {{"a", "fil"}, {"b/c/d.html", "<p>"}}) == "3/0/2");
    CHECK(without(temp.files("public"), "manifest.json") == Contents{{"a", "fil"}, {"b/c/d.html", "<p>"}});
}

TEST_CASE("a folder does not become a file while something of somebody else's is in it") {
    const TempFolder temp;
    publish_to(temp.at("public"), {{"b/c/d.html", "<p>"}, {"index.html", "<p>Hem"}});
    const Contents next = {{"b", "fil"}, {"index.html", "<p>Hem igen"}};
    for (const char* own : {"b/anteckning.txt", "b/c/anteckning.txt", "b/c/e/anteckning.txt"}) {
        INFO(own);
        temp.write(std::string("public/") + own, "min");
        CHECK(publish_to(temp.at("public"), next) == "publish/own-file b " + temp.at("public"));
        CHECK(temp.files("public").at("index.html") == "<p>Hem");
        std::filesystem::remove(temp.at("public") + "/" + own);
    }
    CHECK(publish_to(temp.at("public"), next) == "publish/own-file b " + temp.at("public"));  // b/c/e
    std::filesystem::remove(temp.at("public") + "/b/c/e");
    CHECK(publish_to(temp.at("public"), next) == "3/0/1");
}

TEST_CASE("what is gone stands until all that is new is in its place, unless it is in the way") {
    const Contents old = {{"bilagor", "en fil"},     {"gammal.html", "<p>Gammal"}, {"gammal.json", "{}"},
                          {"index.html", "<p>Hem"},  {"om/index.html", "<p>Om"},   {"om/kontakt/index.html", "<p>Kontakt"},
                          {"omslag.html", "<p>Oms"}, {"2023/egen.html", "<p>"},    {"2022/11/brev/index.html", "<p>Brev"},
                          {"assets/karta.png", "K"}};
    const Contents next = {{"bilagor/plan/karta.html", "<p>Karta"},
                           {"flode.xml", "<rss/>"},
                           {"index.html", "<p>Hem igen"},
                           {"nytt.html", "<p>Nytt"},
                           {"om", "en fil"}};
    const TempFolder temp;
    publish_to(temp.at("public"), old);
    const Watch watch({temp.at("public"), temp.at("public/assets"), temp.at("public/2022/11/brev")});
    CHECK(publish_to(temp.at("public"), next) == "6/0/9");
    // What only begins as something in the way does is not.
    CHECK(watch.seen() ==
          "-bilagor -om +nytt.html +om +flode.xml +index.html -gammal.json -gammal.html -omslag.html -index.html -karta.png -assets -2023 "
          "-2022 "
          "+manifest.json");
    CHECK(temp.files("public") == Finished(next).contents);
}

TEST_CASE("files may be copied from the disk instead of written") {
    const TempFolder temp;
    const std::string photo = std::string(300'000, 'p') + "slut";
    temp.write("posts/torget.jpg", photo);
    Finished site(with(kSite, kPicture, photo));
    site.copy_picture(temp.at("posts/torget.jpg"));
    CHECK(publish_to(temp.at("public"), site) == "7/0/0");
    CHECK(temp.read("public/2024/05/a/torget.jpg") == photo);
    CHECK(publish_to(temp.at("public"), site) == "0/7/0");
}

TEST_CASE("any site follows upon any other, and people's own files are still there") {
    const TempFolder temp;
    std::mt19937 random(20240507);  // the same edits every time
    const auto number = [&](unsigned below) { return random() % below; };
    const Contents own = {{"CNAME", "press.ekinge.example"}, {"2024/egen.txt", "min"}, {".well-known/security.txt", "x"}};
    Contents site;
    publish_to(temp.at("public"), site);
    for (const auto& [path, bytes] : own) temp.write("public/" + path, bytes);
    for (int round = 0; round < 40; ++round) {
        for (unsigned edits = number(40); edits > 0; --edits) {
            const std::string path = std::to_string(2023 + number(3)) + "/" + std::to_string(number(12)) + "/" + std::to_string(number(4)) +
                                     (number(2) == 0 ? "/index.html" : ".jpg");
            if (number(3) == 0) site.erase(path);
            else site[path] = std::string(1 + number(3), static_cast<char>('a' + number(3)));
        }
        publish_to(temp.at("public"), site);
        Contents expected = Finished(site).contents;
        expected.insert(own.begin(), own.end());
        REQUIRE(temp.files("public") == expected);
    }
}

// ---------------------------------------------------------------- what is not ours

TEST_CASE("a folder with files but without a manifest of ours is not touched") {
    for (const std::string& manifest :
         std::vector<std::string>{"", "{", "{}", R"({"name":"Ekinge","start_url":"/"})",
                                  R"({"generator":"pressrum","format":1,"files":[{"path":"../dagbok.txt","sha256":"","size":1}]})"}) {
        const TempFolder temp;
        temp.write("public/index.html", "min egen sida");
        if (!manifest.empty()) temp.write("public/manifest.json", manifest);
        const Contents before = temp.files();
        CHECK(publish_to(temp.at("public"), kSite) == "publish/not-ours " + temp.at("public"));
        CHECK(temp.files() == before);
        CHECK(temp.entries() == std::vector<std::string>{"public"});
    }
    const TempFolder temp;
    temp.write("public", "en fil");
    CHECK(publish_to(temp.at("public"), kSite) == "publish/not-ours " + temp.at("public"));
    CHECK(temp.read("public") == "en fil");
}

TEST_CASE("a manifest that is a link is not ours") {
    const TempFolder temp;
    publish_to(temp.at("annan"), kSite);
    temp.write("public/index.html", "min egen sida");
    fs::create_symlink(temp.path() / "annan/manifest.json", temp.path() / "public/manifest.json");
    CHECK(publish_to(temp.at("public"), kSite) == "publish/not-ours " + temp.at("public"));
}

TEST_CASE("people's own file where a new page should be is not overwritten, and nothing is published") {
    const TempFolder temp;
    publish_to(temp.at("public"), kSite);
    temp.write("public/om/index.html", "min egen sida");
    temp.write("public/2025", "en fil");
    fs::create_directory(temp.path() / "public/robots.txt");
    const auto before = stamps(temp, "public");
    const Contents next =
        with(with(with(with(kSite, "om/index.html", "<p>Om"), "2025/01/x/index.html", "<p>X"), "robots.txt", "x"), "index.html", "<p>Nytt");
    const std::string in = " " + temp.at("public");
    CHECK(publish_to(temp.at("public"), next) ==
          "publish/own-file 2025" + in + "; publish/own-file om/index.html" + in + "; publish/own-file robots.txt" + in);
    CHECK(stamps(temp, "public") == before);
    CHECK(temp.read("public/index.html") == "<p>Hem");
}

TEST_CASE("links in the output are never followed") {
    const TempFolder temp;
    publish_to(temp.at("public"), kSite);
    temp.write("hem/index.html", "privat");
    temp.write("hem/b/index.html", "privat");

    SECTION("a file that became a link is replaced, what it led to stays") {
        fs::remove(temp.path() / "public/index.html");
        fs::create_symlink(temp.path() / "hem/index.html", temp.path() / "public/index.html");
        CHECK(publish_to(temp.at("public"), kSite) == "1/6/0");
        CHECK(temp.read("public/index.html") == "<p>Hem");
    }
    SECTION("a folder that became a link stands in the way") {
        fs::remove_all(temp.path() / "public/2024");
        fs::create_directory_symlink(temp.path() / "hem", temp.path() / "public/2024");
        CHECK(publish_to(temp.at("public"), with(kSite, "index.html", "<p>Nytt")) == "publish/own-file 2024 " + temp.at("public"));
        CHECK(temp.read("public/index.html") == "<p>Hem");
    }
    SECTION("what lies behind a link is not removed") {
        fs::remove_all(temp.path() / "public/2024/05");
        fs::create_directory_symlink(temp.path() / "hem", temp.path() / "public/2024/05");
        Contents rest = kSite;
        std::erase_if(rest, [](const auto& each) { return each.first.starts_with("2024"); });
        CHECK(publish_to(temp.at("public"), rest) == "1/3/0");
        CHECK(fs::is_symlink(temp.path() / "public/2024/05"));
    }
    SECTION("the folder for new versions is ours or nothing") {
        fs::create_directory_symlink(temp.path() / "hem", temp.path() / "public/.pressrum-new");
        CHECK_THROWS_AS(publish_to(temp.at("public"), with(kSite, "index.html", "<p>Nytt")), std::system_error);
        CHECK(temp.read("public/index.html") == "<p>Hem");
    }
    CHECK(temp.files("hem") == Contents{{"index.html", "privat"}, {"b/index.html", "privat"}});
}

TEST_CASE("the output neither is, nor holds, nor lies in a source folder") {
    struct Row {
        const char* out;
        const char* source;
        bool refused;
    };
    for (const Row& row : std::vector<Row>{
             {"posts", "posts", true},
             {"posts/", "posts", true},
             {"posts/public", "posts", true},
             {"posts/finns/inte/an", "posts", true},
             {".", "posts", true},
             {"", "posts", true},
             {"posts/../site/../posts", "posts", true},
             {"lank", "posts", true},  // a link to posts
             {"lank/public", "posts", true},
             {"public", "lank", false},
             {"posts-2", "posts", false},  // a name that begins alike
             {"public", "posts", false},
             {"finns-inte", "finns-inte/an", true},
             {"finns-inte-an", "finns-inte", false},
         }) {
        INFO(row.out << " and " << row.source);
        const TempFolder temp;
        temp.write("posts/a.md", "text");
        fs::create_directory_symlink("posts", temp.path() / "lank");
        const std::string refusal = "publish/overwrites-source " + temp.at(row.out) + " " + temp.at(row.source);
        CHECK(publish_to(temp.at(row.out), Finished(kSite), {temp.at(row.source), temp.at("annat")}) == (row.refused ? refusal : "7/0/0"));
        CHECK(temp.files("posts") == Contents{{"a.md", "text"}});
    }
}

// ---------------------------------------------------------------- runs that fail, are cut off, or meet

TEST_CASE("a run that fails leaves the site as it was") {
    const TempFolder temp;
    publish_to(temp.at("public"), kSite);
    const auto before = stamps(temp, "public");
    const Contents next = with(with(kSite, "index.html", "<p>Nytt"), kPicture, "ny bild");

    Finished missing(next);
    missing.copy_picture(temp.at("finns-inte.jpg"));
    CHECK_THROWS_AS(publish_to(temp.at("public"), missing), std::system_error);
    temp.write("posts/torget.jpg", "ny bild som har vuxit");
    Finished grown(next);
    grown.copy_picture(temp.at("posts/torget.jpg"));
    CHECK_THROWS_WITH(publish_to(temp.at("public"), grown), Catch::Contains("torget.jpg"));
    temp.write("posts/torget.jpg", "ny");
    CHECK_THROWS_WITH(publish_to(temp.at("public"), grown), Catch::Contains("torget.jpg"));

    CHECK(stamps(temp, "public") == before);
    CHECK(temp.entries("public") == std::vector<std::string>{"2024", "404.html", "index.html", "manifest.json", "rss.xml"});
}

TEST_CASE("after a run that was cut off the next one makes a whole site") {
    const TempFolder temp;
    publish_to(temp.at("public"), kSite);
    // It was about to change the home page to one of the same length and to add two pages, and came half way.
    temp.write("public/.pressrum-new/journal", "2024/05/c/index.html\n2024/05/d/index.html\nindex.html\n../hem/privat.txt\n");
    temp.write("public/.pressrum-new/3", "halv");
    temp.write("public/2024/05/c/index.html", "<p>C");
    temp.write("public/index.html", "<p>HEM");
    temp.write("hem/privat.txt", "privat");

    // Since then the change of the home page was taken back, and one of the pages has got another name.
    const Contents next = with(kSite, "2024/05/d/index.html", "<p>D");
    CHECK(publish_to(temp.at("public"), next) == "3/5/1");
    CHECK(temp.files("public") == Finished(next).contents);
    CHECK(temp.read("hem/privat.txt") == "privat");
    CHECK_FALSE(temp.has("public/.pressrum-new"));
    CHECK_FALSE(temp.has("public/2024/05/c"));
}

TEST_CASE("a run that was cut off is cleared up even when nothing has changed") {
    const TempFolder temp;
    publish_to(temp.at("public"), kSite);
    temp.write("public/.pressrum-new/journal", "index.html\n");
    temp.write("public/.pressrum-new/0", "halv");
    CHECK(publish_to(temp.at("public"), kSite) == "1/6/0");
    CHECK_FALSE(temp.has("public/.pressrum-new"));
}

TEST_CASE("a first build in place that was cut off is ours by its journal") {
    const TempFolder temp;
    temp.write("public/.git", "gitdir: x");
    temp.write("public/.pressrum-new/journal", "index.html\nborta.html\nrss.xml\n");
    temp.write("public/index.html", "<p>H");
    temp.write("public/borta.html", "<p>");
    CHECK(publish_to(temp.at("public"), kSite) == "7/0/1");
    CHECK(temp.files("public") == with(Finished(kSite).contents, ".git", "gitdir: x"));
}

TEST_CASE("two builds at once do not mix, whether the folder is there or not") {
    for (int round = 0; round < 12; ++round) {
        const TempFolder temp;
        if (round % 3 == 1) publish_to(temp.at("public"), kSite);
        if (round % 3 == 2) fs::create_directory(temp.path() / "public");
        Contents one, other;
        for (int i = 0; i < 40; ++i) {
            one["gemensam/" + std::to_string(i) + ".html"] = "ett";
            other["gemensam/" + std::to_string(i) + ".html"] = "annat";
            one["ett/" + std::to_string(i) + ".html"] = "ett";
            other["annat/" + std::to_string(i) + ".html"] = "annat";
        }
        const Finished sites[] = {Finished(one), Finished(other)};
        std::string said[2];
        {
            std::jthread first([&] { said[0] = publish_to(temp.at("public"), sites[0]); });
            std::jthread second([&] { said[1] = publish_to(temp.at("public"), sites[1]); });
        }
        INFO(said[0] << " and " << said[1]);
        const Contents made = temp.files("public");
        CHECK((made == sites[0].contents || made == sites[1].contents));
        CHECK(temp.entries() == std::vector<std::string>{"public"});
    }
}

TEST_CASE("a build waits for another one to be done") {
    const TempFolder temp;
    publish_to(temp.at("public"), kSite);
    const int held = ::open(temp.at("public").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    REQUIRE(::flock(held, LOCK_EX) == 0);
    const auto begin = std::chrono::steady_clock::now();
    std::jthread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        ::close(held);
    });
    CHECK(publish_to(temp.at("public"), without(kSite, "rss.xml")) == "1/5/1");
    CHECK(std::chrono::steady_clock::now() - begin >= std::chrono::milliseconds(150));
}

TEST_CASE("files that are no output are a programmer's error") {
    const TempFolder temp;
    for (const char* path : {"../x.html", "/etc/x.html", "a//b.html", ".git/config", "a/", ""}) {
        INFO(path);
        CHECK_THROWS_AS(publish_to(temp.at("public"), Contents{{path, "x"}}), std::logic_error);
    }
    Diagnostics diagnostics;
    CHECK_THROWS_AS(publish(temp.at("public"), {}, {}, {1}, diagnostics), std::logic_error);
    CHECK(temp.entries().empty());
}

TEST_CASE("what has been taken and is not finished leaves no trace, in a new place as in an old one") {
    const TempFolder temp;
    publish_to(temp.at("old"), kSite);
    const Contents before = temp.files("old");
    const Finished next(with(kSite, "index.html", "<p>Ny"));
    for (const char* place : {"old", "ute/pa/new"}) {
        INFO(place);
        Diagnostics diagnostics;
        auto publishing = Publishing::open(temp.at(place), next.files, {}, {2}, diagnostics);
        REQUIRE(publishing);
        for (std::size_t i = 0; i < next.files.size(); ++i) publishing->take(i, next.files[i]);
        publishing.reset();
    }
    CHECK(temp.files("old") == before);
    CHECK(temp.entries() == std::vector<std::string>{"old"});
    CHECK(publish_to(temp.at("old"), kSite) == "0/7/0");
}

TEST_CASE("a place that is filled while the site is made gets it change by change, and keeps what is not ours") {
    const TempFolder temp;
    const Finished site(kSite);
    Diagnostics diagnostics;
    auto publishing = Publishing::open(temp.at("public"), site.files, {}, {2}, diagnostics);
    REQUIRE(publishing);
    for (std::size_t i = 0; i < site.files.size(); ++i) publishing->take(i, site.files[i]);

    SECTION("hidden files") {
        temp.write("public/.git/config", "[core]\n");
        CHECK(outcome(publishing->finish(diagnostics), diagnostics) == "7/0/0");
        publishing.reset();
        CHECK(temp.files("public") == with(site.contents, ".git/config", "[core]\n"));
    }
    SECTION("somebody's own") {
        temp.write("public/brev.txt", "Hej");
        CHECK(outcome(publishing->finish(diagnostics), diagnostics) == "publish/not-ours " + temp.at("public"));
        publishing.reset();
        CHECK(temp.files("public") == Contents{{"brev.txt", "Hej"}});
    }
    CHECK(temp.entries() == std::vector<std::string>{"public"});
}

TEST_CASE("a folder within the site that may not be written to is met before anything changes") {
    const TempFolder temp;
    publish_to(temp.at("public"), kSite);
    const Contents before = temp.files("public");
    Contents next = with(with(kSite, "2024/05/a/index.html", "<p>Ny A"), "index.html", "<p>Ny");
    for (const bool gone : {false, true}) {
        next.erase("2024/05/b/index.html");
        if (!gone) next["2024/05/b/index.html"] = "<p>Ny B";
        fs::permissions(temp.path() / "public/2024/05/b", fs::perms::owner_read | fs::perms::owner_exec);
        {
            const WithoutPrivilege ordinary;
            CHECK_THROWS_WITH(publish_to(temp.at("public"), next), Catch::Contains("2024/05/b/index.html"));
        }
        fs::permissions(temp.path() / "public/2024/05/b", fs::perms::owner_all);
        CHECK(temp.files("public") == before);
        CHECK_FALSE(fs::exists(temp.path() / "public/.pressrum-new"));
    }
    publish_to(temp.at("public"), next);
    CHECK(temp.files("public") == Finished(next).contents);
}

TEST_CASE("of the manifest that stands there the list that was left is believed, of another one it is not") {
    const TempFolder temp;
    const Finished site(kSite), less(without(kSite, "2024/05/b/index.html"));
    const auto publish_knowing = [&](const Finished& of, ListedFiles known) {
        Diagnostics diagnostics;
        auto publishing = Publishing::open(temp.at("public"), of.files, {}, {2}, diagnostics, {}, std::move(known));
        REQUIRE(publishing);
        for (std::size_t i = 0; i < of.files.size(); ++i) publishing->take(i, of.files[i]);
        const PublishCounts counts = publishing->finish(diagnostics);
        return std::pair(outcome(counts, diagnostics), publishing->listed());
    };
    ListedFiles listed = publish_knowing(site, {}).second;
    CHECK(listed.files.size() == kSite.size());
    CHECK(publish_knowing(site, listed).first == "0/7/0");
    // That it is the list which is asked shows in what only the list says.
    ListedFiles altered = listed;
    altered.files.front().digest[0] ^= 1;
    CHECK(publish_knowing(site, altered).first == "1/6/0");
    // One that lacks a file which the manifest there has.
    ListedFiles stale = publish_knowing(less, {}).second;
    CHECK(publish_knowing(site, {}).first == "2/5/0");
    CHECK(publish_knowing(less, stale).first == "1/5/1");
    CHECK(temp.files("public") == less.contents);
}
