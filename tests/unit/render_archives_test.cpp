// The feed from its newest item to its first (RFC 5005): the current document and the archives together hold everything, and an archive stays as
// it is when news are added. Read back by parsers that did not write it.
#include "link/link.hpp"
#include "support/site_builder.hpp"
#include "support/xml.hpp"

#include "build.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

using namespace pressrum;
using namespace pressrum::test;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

void build_example(Build& build, std::string_view now, const std::function<void(SourceTree&)>& loaded = {}) {
    const fs::path root = PRESSRUM_ROOT;
    BuildOptions options;
    options.roots = {(root / "posts").string(), (root / "site").string(), (root / "layouts").string()};
    options.now.local = parse_iso_local_time(now);
    make(options, build, loaded);
    REQUIRE(build.site);
}

const std::string& bytes_of(const Build& build, std::string_view path) {
    const PlannedFile* file = build.plan.find(path);
    if (file == nullptr) throw std::runtime_error("no file " + std::string(path));
    return build.outputs[static_cast<std::size_t>(file - build.plan.files().data())].bytes;
}

// One document of a feed, whichever its form.
struct Document {
    std::vector<std::string> ids;
    std::string self, current, previous, next;  // paths; empty: no such link
    bool archive = false;
};

Document read_document(const Build& build, const std::string& path) {
    Document document;
    const std::string site = build.site->absolute("");
    const auto path_of = [&](const std::string& address) {
        REQUIRE(address.starts_with(site));
        return address.substr(site.size());
    };
    if (path.ends_with(".json")) {
        const json feed = json::parse(bytes_of(build, path));
        for (const json& item : feed.at("items")) document.ids.push_back(item.at("id"));
        document.self = path_of(feed.at("feed_url"));
        CHECK_FALSE(feed.contains("next_url"));  // older items are in the data of their year
        return document;
    }
    const bool rss = path.ends_with("rss.xml");
    const XmlElement root = read_xml(bytes_of(build, path));
    const XmlElement& feed = rss ? root.one("channel") : root;
    for (const XmlElement* item : feed.all(rss ? "item" : "entry")) document.ids.push_back(item->one(rss ? "guid" : "id").text);
    for (const XmlElement* link : feed.all(rss ? "atom:link" : "link")) {
        const std::string relation = link->attribute("rel");
        if (relation == "self") document.self = path_of(link->attribute("href"));
        if (relation == "current") document.current = path_of(link->attribute("href"));
        if (relation == "prev-archive") document.previous = path_of(link->attribute("href"));
        if (relation == "next-archive") document.next = path_of(link->attribute("href"));
    }
    document.archive = feed.has("fh:archive");
    if (document.archive) CHECK(feed.one("fh:archive").space == "http://purl.org/syndication/history/1.0");
    return document;
}

// Every id met on the way from the current document back to the oldest archive, once each, in that order.
std::vector<std::string> walk(const Build& build, const std::string& form) {
    std::vector<std::string> ids;
    std::set<std::string> met, documents;
    for (std::string path = form; !path.empty();) {
        INFO(path);
        REQUIRE(documents.insert(path).second);  // no circle
        const Document document = read_document(build, path);
        CHECK(document.self == path);
        CHECK(document.archive == (path != form));
        CHECK(document.current == (path == form ? "" : form));
        CHECK(document.next.empty());
        for (const std::string& id : document.ids) {
            if (met.insert(id).second) ids.push_back(id);
        }
        path = document.previous;
    }
    return ids;
}

std::vector<std::string> listed(const Site& site) {
    std::vector<std::string> ids;
    for (const PostIndex post : site.listed) ids.push_back(site.tag("post/" + site.posts[post].id));
    return ids;
}

bool is_archive(const PlannedFile& file) { return file.format->name.ends_with("-archive"); }

}  // namespace

TEST_CASE("walking back from the current feed yields every listed release, in both forms that have archives") {
    Build build;
    build_example(build, "2026-11-24T12:00");
    for (const char* form : {"rss.xml", "atom.xml"}) {
        INFO(form);
        CHECK(walk(build, form) == listed(*build.site));
    }
    CHECK(read_document(build, "feed.json").ids == read_document(build, "rss.xml").ids);
}

TEST_CASE("the same walk holds at the first moment of a month and in a year without news") {
    for (const char* now : {"2026-11-01T00:00", "2026-12-01T00:00", "2031-06-15T12:00"}) {
        INFO(now);
        Build build;
        build_example(build, now);
        for (const char* form : {"rss.xml", "atom.xml"}) CHECK(walk(build, form) == listed(*build.site));
    }
}

TEST_CASE("a release in a new month leaves every older archive byte for byte as it was") {
    Build before, after;
    build_example(before, "2026-12-05T12:00");
    build_example(after, "2026-12-05T12:00", [](SourceTree& tree) {
        tree.posts.push_back(tree.sources.add("posts/2026/12/nytt.md",
                                              post_text("Något nytt", "2026-12-04T10:00", "topics: [kultur]\ncontacts: [press]\n")));
    });
    REQUIRE(after.site->listed.size() == before.site->listed.size() + 1);
    std::size_t archives = 0;
    for (const PlannedFile& file : before.plan.files()) {
        if (!is_archive(file)) continue;
        INFO(file.path);
        ++archives;
        CHECK(bytes_of(after, file.path) == bytes_of(before, file.path));
    }
    CHECK(archives >= 30);
    CHECK(bytes_of(after, "rss.xml") != bytes_of(before, "rss.xml"));
    CHECK(walk(after, "atom.xml") == listed(*after.site));
}

TEST_CASE("a month becomes an archive when it is over, and the older ones do not notice") {
    Build during, later;
    build_example(during, "2026-11-30T23:59");
    build_example(later, "2026-12-01T00:00");
    CHECK(during.plan.find("2026/11/rss.xml") == nullptr);
    CHECK(later.plan.find("2026/11/rss.xml") != nullptr);
    for (const PlannedFile& file : during.plan.files()) {
        INFO(file.path);
        if (is_archive(file)) CHECK(bytes_of(later, file.path) == bytes_of(during, file.path));
    }
    CHECK(read_document(later, "rss.xml").previous == "2026/11/rss.xml");
}

TEST_CASE("the current feed holds all of the months that go on, however few items the site wants") {
    Files files = ekinge();
    files["site/site.yaml"] += "feeds: {items: 2}\n";
    for (const char* day : {"01", "05", "09", "13"})
        files = with(files, "posts/2026/11/d" + std::string(day) + ".md",
                     post_text(std::string("Dag ") + day, "2026-11-" + std::string(day) + "T10:00"));
    for (const char* day : {"07", "08"})
        files = with(files, "posts/2026/10/o" + std::string(day) + ".md",
                     post_text(std::string("Oktober ") + day, "2026-10-" + std::string(day) + "T10:00"));
    const auto items = [&](std::string_view now) {
        TestSite test;
        make_site(test, files, {now});
        REQUIRE(rules_of(test.diagnostics) == "");
        const Layouts none;
        const Renderer renderer(*test.site, test.plan, none);
        Output out;
        const PlannedFile* file = test.plan.find("rss.xml");
        file->format->render(renderer, *file, out);
        return read_xml(out.bytes).one("channel").all("item").size();
    };
    CHECK(items("2026-11-24T12:00") == 4);
    CHECK(items("2026-12-24T12:00") == 2);
    CHECK(items("2026-11-02T12:00") == 2);  // one of November, and one more since two are wanted
}

TEST_CASE("each further language reaches back to its first release in archives of its own") {
    Files files = ekinge();
    files["site/site.yaml"] += "feeds: {items: 1}\n";
    for (const char* month : {"07", "08", "09", "10"}) {
        const std::string path = "posts/2026/" + std::string(month) + "/lov";
        files = with(files, path + ".md", post_text("Lov", "2026-" + std::string(month) + "-05T10:00"));
        if (std::string_view(month) != "09")
            files = with(files, path + ".en.md", "---\ntitle: Holidays\nlead: Schools are closed.\n---\nAll of them.\n");
    }
    TestSite test;
    make_site(test, files, {"2026-11-24T12:00"});
    REQUIRE(rules_of(test.diagnostics) == "");
    const auto read = [&](std::string_view path) {
        INFO(path);
        const PlannedFile* file = test.plan.find(path);
        REQUIRE(file != nullptr);
        const Layouts none;
        Output out;
        file->format->render(Renderer(*test.site, test.plan, none), *file, out);
        return read_xml(out.bytes);
    };
    const auto previous = [](const XmlElement& feed) {
        for (const XmlElement* link : feed.all("link")) {
            if (link->attribute("rel") == "prev-archive") return link->attribute("href");
        }
        return std::string();
    };
    const std::string base = test.site->absolute("");
    CHECK(previous(read("en/atom.xml")) == base + "en/2026/10/atom.xml");
    const XmlElement october = read("en/2026/10/atom.xml");
    CHECK(previous(october) == base + "en/2026/08/atom.xml");  // September has nothing in English
    CHECK(october.all("entry").size() == 1);
    CHECK(october.one("entry").one("title").text == "Holidays");
    CHECK(previous(read("en/2026/07/atom.xml")) == "");
    CHECK(test.plan.find("en/2026/09/atom.xml") == nullptr);
    CHECK(test.plan.find("en/2026/10/index.html") == nullptr);  // only the feed is told by month
    CHECK(previous(read("2026/10/atom.xml")) == base + "2026/09/atom.xml");
}
