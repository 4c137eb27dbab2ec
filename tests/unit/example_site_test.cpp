// The press room of Ekinge, the whole way through the program: what is made is the same whatever the machine, and what is made is read back by
// parsers that did not write it.
#include "base/text.hpp"
#include "base/time.hpp"
#include "link/link.hpp"
#include "support/calendar_times.hpp"
#include "support/golden.hpp"
#include "support/ical.hpp"
#include "support/site_builder.hpp"
#include "support/temp_folder.hpp"
#include "support/xml.hpp"

#include "build.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <regex>
#include <set>

using namespace pressrum;
using namespace pressrum::test;
namespace fs = std::filesystem;

namespace {

const fs::path kRoot = PRESSRUM_ROOT;
constexpr const char* kNow = "2026-11-24T12:00";

// Built once for all tests of this file.
const Build& example() {
    static Build build;
    if (!build.site) {
        BuildOptions options;
        options.roots = {(kRoot / "posts").string(), (kRoot / "site").string(), (kRoot / "layouts").string()};
        options.now.local = parse_iso_local_time(kNow);
        make(options, build);
    }
    return build;
}

const std::string& bytes_of(const Build& build, std::string_view path) {
    const PlannedFile* file = build.plan.find(path);
    if (file == nullptr) throw std::runtime_error("no file " + std::string(path));
    return build.outputs[static_cast<std::size_t>(file - build.plan.files().data())].bytes;
}

std::map<std::string, std::string> digests(const Build& build) {
    std::map<std::string, std::string> all;
    for (std::size_t i = 0; i < build.outputs.size(); ++i) all[build.plan.files()[i].path] = to_hex(build.outputs[i].digest);
    return all;
}

}  // namespace

TEST_CASE("the example site has no faults") {
    const Build& build = example();
    REQUIRE(build.site);
    CHECK(to_text(build.diagnostics, build.tree) == "");
    CHECK(build.site->listed.size() >= 24);
}

TEST_CASE("the same bytes under any time zone, locale and number of threads, and on a second run") {
    TempFolder temp;
    const auto manifest = [&](const std::string& out, const std::string& environment, const std::string& flags) {
        const Finished finished = run(std::string(PRESSRUM_BINARY) + " build --root " + kRoot.string() + " --now " + kNow + " --out " +
                                          (temp.path() / out).string() + " " + flags,
                                      temp.path(), environment);
        INFO(finished.console);
        REQUIRE(finished.status == 0);
        return read_file(temp.path() / out / "manifest.json");
    };
    const std::string first = manifest("a", "", "--threads 1");
    REQUIRE(first.size() > 1000);
    CHECK(first == manifest("b", "TZ=Pacific/Auckland LC_ALL=sv_SE.UTF-8", "--threads 4"));
    CHECK(first == manifest("c", "TZ=America/St_Johns LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8", "--threads 2"));
    CHECK(first == manifest("a", "", "--threads 3"));
}

TEST_CASE("the order in which sources are found shows nowhere") {
    BuildOptions options;
    options.roots = {(kRoot / "posts").string(), (kRoot / "site").string(), (kRoot / "layouts").string()};
    options.now.local = parse_iso_local_time(kNow);
    std::mt19937 random(7);
    for (int round = 0; round < 3; ++round) {
        Build build;
        make(options, build, [&](SourceTree& tree) {
            std::shuffle(tree.posts.begin(), tree.posts.end(), random);
            std::shuffle(tree.pages.begin(), tree.pages.end(), random);
            std::shuffle(tree.layouts.begin(), tree.layouts.end(), random);
        });
        std::string differing;
        const auto expected = digests(example());
        for (const auto& [path, digest] : digests(build)) {
            if (expected.at(path) != digest) differing += path + " ";
        }
        CHECK(differing == "");
        CHECK(build.outputs.size() == example().outputs.size());
    }
}

TEST_CASE("a new release leaves the pages of older ones as they are, and of the months all but its neighbour in the year") {
    const auto build_with = [](std::string_view path, std::string_view published, Build& build) {
        BuildOptions options;
        options.roots = {(kRoot / "posts").string(), (kRoot / "site").string(), (kRoot / "layouts").string()};
        options.now.local = parse_iso_local_time("2027-02-01T12:00");
        make(options, build, [&](SourceTree& tree) {
            if (!path.empty())
                tree.posts.push_back(tree.sources.add(
                    std::string(path), post_text("Något nytt", published, "topics: [kultur, trygghet]\ncontacts: [press]\n")));
        });
        REQUIRE(build.site);
    };
    const auto changed = [&](std::string_view path, std::string_view published) {
        Build before, after;
        build_with({}, {}, before);
        build_with(path, published, after);
        REQUIRE(after.site->listed.size() == before.site->listed.size() + 1);
        std::string pages;
        std::size_t releases = 0;
        for (const PlannedFile& file : before.plan.files()) {
            if (file.format->name != "release" && file.format->name != "month") continue;
            releases += file.format->name == "release";
            if (bytes_of(after, file.path) != bytes_of(before, file.path)) pages += file.path + "\n";
        }
        CHECK(releases > 20);
        return pages;
    };
    CHECK(changed("posts/2026/12/nytt.md", "2026-12-04T10:00") == "2026/11/index.html\n");
    CHECK(changed("posts/2027/01/nytt.md", "2027-01-04T10:00") == "");
}

TEST_CASE("the manifest has a line for each release and each file") {
    const Build& build = example();
    const std::string& manifest = bytes_of(build, "manifest.json");
    const auto parsed = nlohmann::json::parse(manifest);
    std::size_t entries = 0;
    for (const std::string_view line : split(manifest, '\n'))
        entries += line.starts_with("{\"") && (line.ends_with("}") || line.ends_with("},"));
    CHECK(entries == parsed.at("releases").size() + parsed.at("files").size());
    CHECK(entries > 300);
}

TEST_CASE("the forms of a feed are the same made at once as each made alone") {
    const Build& build = example();
    const Renderer renderer(*build.site, build.plan, build.layouts);
    std::size_t forms = 0;
    for (const PlannedFile& file : build.plan.files()) {
        if (file.format->render_together == nullptr) continue;
        INFO(file.path);
        Output alone;
        file.format->render(renderer, file, alone);
        CHECK(alone.bytes == bytes_of(build, file.path));
        ++forms;
    }
    CHECK(forms >= 60);
}

namespace {

// The ids that a feed of `subject` has, newest first, by the site model alone.
std::vector<std::string> expected_items(const Site& site, const Subject& subject) {
    std::vector<std::string> ids;
    if (is_about<subject::Corrections>(subject)) {
        for (const ChangeRef& ref : site.corrections) {
            const SitePost& post = site.posts[ref.post];
            ids.push_back(site.tag("change/" + post.id + "/" + to_iso(*post.post.changes[ref.change].at_time)));
        }
        return ids;
    }
    const auto* topic = std::get_if<subject::Topic>(&subject);
    const auto* person = std::get_if<subject::Person>(&subject);
    const std::vector<PostIndex>& posts = topic != nullptr    ? site.topics[topic->list][topic->topic].posts
                                          : person != nullptr ? site.speakers[person->speaker].posts
                                                              : site.listed_in(std::get<subject::Language>(subject).language);
    for (const PostIndex post : posts) ids.push_back(site.tag("post/" + site.posts[post].id));
    return ids;
}

}  // namespace

TEST_CASE("every feed is read back with the site's items, the same in all three forms") {
    const Build& build = example();
    std::size_t feeds = 0;
    for (const PlannedFile& file : build.plan.files()) {
        if (file.format->name != "rss") continue;
        INFO(file.path);
        ++feeds;
        const std::string folder = file.path.substr(0, file.path.size() - std::string("rss.xml").size());
        const XmlElement rss = read_xml(bytes_of(build, file.path));
        const XmlElement atom = read_xml(bytes_of(build, folder + "atom.xml"));
        const Site& site = *build.site;
        std::vector<std::string> expected = expected_items(site, file.subject), in_rss, in_atom;
        expected.resize(std::min<std::size_t>(expected.size(), 20));
        for (const XmlElement* item : rss.one("channel").all("item")) {
            in_rss.push_back(item->one("guid").text);
            CHECK(item->one("link").text.starts_with("https://press.ekinge.example/"));
            CHECK(item->one("content:encoded").text.find("href=\"/") == std::string::npos);
            CHECK(item->one("content:encoded").text.find("src=\"/") == std::string::npos);
        }
        for (const XmlElement* entry : atom.all("entry")) in_atom.push_back(entry->one("id").text);
        CHECK(in_rss == expected);
        CHECK(in_atom == expected);
    }
    CHECK(feeds >= 20);
}

TEST_CASE("every calendar is read back with the site's events, at the right moment in any zone") {
    const Build& build = example();
    const Site& site = *build.site;
    std::map<std::string, const SiteEvent*> by_uid;
    for (const EventIndex e : site.listed_events) by_uid[site.events[e].uid] = &site.events[e];
    std::size_t events = 0;
    for (const PlannedFile& file : build.plan.files()) {
        if (!file.path.ends_with(".ics")) continue;
        INFO(file.path);
        const IcalCalendar calendar = read_ical(bytes_of(build, file.path));
        CHECK(calendar.faults == std::vector<std::string>{});
        for (const IcalEvent& event : calendar.events) {
            ++events;
            INFO(event.value("UID"));
            if (!by_uid.contains(event.value("UID"))) {
                CHECK(is_about<subject::Event>(file.subject));  // of an unlisted post: its own calendar alone
                continue;
            }
            const SiteEvent& placed = *by_uid[event.value("UID")];
            CHECK(read_times(calendar, placed.uid) == site_times(site, placed));
        }
    }
    CHECK(events >= 30);
}

TEST_CASE("who has left is shown as such, who holds a role is not") {
    const Build& build = example();
    CHECK(bytes_of(build, "personer/bengt-sandh/index.html")
              .find("<p class=\"lead\">Tidigare oppositionsråd (S), till och med 30\u00A0juni 2024</p>") != std::string::npos);
    CHECK(bytes_of(build, "personer/karin-alm/index.html").find("Tidigare") == std::string::npos);
    CHECK(bytes_of(build, "personer/index.html").find("<p>Tidigare oppositionsråd (S)</p>") != std::string::npos);
}

TEST_CASE("the sitemap has every page that should be found, and no other") {
    const Build& build = example();
    const XmlElement sitemap = read_xml(bytes_of(build, "sitemap.xml"));
    std::set<std::string> listed;
    for (const XmlElement* url : sitemap.all("url")) listed.insert(url->one("loc").text);
    for (const SitePost& post : build.site->posts) {
        INFO(post.address);
        CHECK(listed.contains(build.site->absolute(post.address)) == (post.state != PostState::preview && !*post.post.unlisted));
    }
    for (const char* address : {"", "evenemang/", "prenumerera/", "rattelser/", "tillganglighet/", "om-pressrummet/", "personer/", "en/"})
        CHECK(listed.contains(build.site->absolute(address)));
    for (const std::string& address : listed) CHECK(address.find("404") == std::string::npos);
}

TEST_CASE("pages name no other site's files, hold no script but data and our own with its fingerprint, and no inline style") {
    static const std::regex kOurs(
        R"re(^<script type="module" src="/assets/pressrum-[0-9a-f]{8}\.js" integrity="sha256-[A-Za-z0-9+/]{43}=">)re");
    static const std::regex kOutside(R"re(<(script|img|link|iframe|source)[^>]*(src|href)="(https?:)?//(?!press\.ekinge\.example))re");
    const Build& build = example();
    for (std::size_t i = 0; i < build.outputs.size(); ++i) {
        if (!build.plan.files()[i].path.ends_with(".html")) continue;
        INFO(build.plan.files()[i].path);
        const std::string& html = build.outputs[i].bytes;
        CHECK_FALSE(std::regex_search(html, kOutside));
        CHECK(html.find(" style=") == std::string::npos);
        CHECK(html.find("<style") == std::string::npos);
        for (std::size_t at = html.find("<script"); at != std::string::npos; at = html.find("<script", at + 1)) {
            const std::string tag = html.substr(at, 200);
            CHECK((tag.starts_with("<script type=\"application/ld+json\">") || std::regex_search(tag, kOurs)));
        }
    }
}
