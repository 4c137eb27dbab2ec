// What is published as data: releases.json and its schema, ninjs, the fields of our own in JSON Feed, the news sitemap, structured data.
#include "render/json_ld.hpp"
#include "render/release_json.hpp"
#include "support/json_schema.hpp"
#include "support/site_builder.hpp"
#include "support/xml.hpp"

#include "base/text.hpp"
#include "io/load.hpp"
#include "model/names.hpp"
#include "read/fields.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <set>

using namespace pressrum;
using namespace pressrum::test;
using nlohmann::json;

namespace {

const Layouts& layouts() {
    static Diagnostics faults;
    static const SourceTree tree = load({"", "", (std::filesystem::path(PRESSRUM_ROOT) / "layouts").string()}, {1}, faults);
    static const Layouts all = Layouts::load(tree, faults);
    return all;
}

// The bytes of one planned file of a press room in memory.
std::string made(const TestSite& test, std::string_view path) {
    const Renderer renderer(*test.site, test.plan, layouts());
    const PlannedFile* file = test.plan.find(path);
    REQUIRE(file != nullptr);
    Output out;
    file->format->render(renderer, *file, out);
    return out.bytes;
}

std::string made(const Files& files, std::string_view path, SiteOptions options = {}) {
    TestSite test;
    make_site(test, files, options);
    REQUIRE(test.site);
    REQUIRE(rules_of(test.diagnostics) == "");
    return made(test, path);
}

// A release that has something of everything.
Files everything() {
    Files files = with(ekinge(), "posts/2024/05/mote.md",
                       post_text("Möte om Västerleden", "2024-05-02T10:00",
                                 "lead: Kom och säg vad du tycker.\nkind: invitation\ntopics: [trygghet]\nareas: "
                                 "[vasterleden]\ndiary_number: KS 2024/17\ncontacts: [press]\n"
                                 "quotes:\n  - {id: lyssna, speaker: karin-alm, text: Vi vill lyssna.}\n"
                                 "photo: {src: torget.jpg, alt: Torget i sol., credit: Maria Ek, caption: Torget., license: press}\n"
                                 "attachments:\n  - {src: karta.pdf, title: Karta}\n"
                                 "events:\n"
                                 "  - {id: mote, title: Dialogmöte, start: 2024-05-07T16:30, end: 2024-05-07T18:00, location: Aulan, "
                                 "address: Skolgatan 1, status: moved, previous_start: 2024-05-06T16:30, "
                                 "geo: [62.5, 15.25], price: \"Fri entré, kaffe ingår\"}\n"
                                 "  - {id: dag, title: Öppet hus, start: 2024-06-01, price: \"40 kronor, under 20 år gratis\"}\n"
                                 "changes:\n  - {at: 2024-05-03T09:15, kind: moved, event: mote, note: Mötet är en dag senare.}\n",
                                 "– Vi vill lyssna, säger kommunalrådet Karin Alm (C).\n"));
    files["posts/2024/05/mote.en.md"] = "---\ntitle: A meeting\n---\nCome and tell us.\n";
    files["posts/2024/05/torget.jpg"] = "a picture";
    files["posts/2024/05/karta.pdf"] = "a map";
    return files;
}

Files with_posts(std::initializer_list<std::pair<const char*, const char*>> times, std::string_view more = {}) {
    Files files = ekinge();
    int number = 0;
    for (const auto& [name, time] : times)
        files = with(std::move(files), "posts/2026/11/" + std::string(name) + ".md",
                     post_text(std::string("Nummer ") + std::to_string(++number), time, more));
    return files;
}

// Of a release and its translation, published in the same minute, the original.
const json& swedish(const json& data) { return data.at("releases").at(data.at("releases").at(0).at("language") == "sv" ? 0 : 1); }

std::vector<std::string> addresses(const XmlElement& sitemap) {
    std::vector<std::string> all;
    for (const XmlElement* url : sitemap.all("url")) all.push_back(url->one("loc").text);
    return all;
}

}  // namespace

TEST_CASE("the data says all of a release, and its schema says the same") {
    const json data = json::parse(made(everything(), "releases/2024.json"));
    const json schema = json::parse(made(everything(), "releases.schema.json"));
    CHECK(schema_faults(schema, data) == std::vector<std::string>{});
    CHECK(data.at("version") == 1);
    CHECK(data.at("$schema") == schema.at("$id"));
    REQUIRE(data.at("releases").size() == 2);
    const json release = swedish(data);
    // Something of everything that the schema knows but an expiry, links and a repetition.
    std::set<std::string> missing;
    for (const auto& [name, property] : schema.at("$defs").at("release").at("properties").items()) {
        if (!release.contains(name)) missing.insert(name);
    }
    CHECK(missing == std::set<std::string>{"expires", "links"});
    CHECK(release.at("id") == "tag:press.ekinge.example,2024:post/2024-05-mote");
    CHECK(release.at("published") == "2024-05-02T10:00:00+02:00");
    CHECK(release.at("updated") == "2024-05-03T09:15:00+02:00");
    CHECK(release.at("translations").at(0).at("language") == "en");
    CHECK(
        release.at("statements").at(0) ==
        json::parse(
            R"({"id": "lyssna", "address": "https://press.ekinge.example/2024/05/mote/#citat-lyssna", "words": "Vi vill lyssna.", "speaker": "Karin Alm",
        "role": "kommunalråd", "party": "C", "person": "https://press.ekinge.example/personer/karin-alm/"})"));
    CHECK(release.at("events").at(0).at("status") == "moved");
    CHECK(release.at("events").at(0).at("previous_start") == "2024-05-06T16:30:00+02:00");
    CHECK(release.at("events").at(0).at("latitude") == 62.5);
    CHECK(release.at("events").at(1).at("start") == "2024-06-01");
    CHECK_FALSE(release.at("events").at(1).contains("end"));  // not announced, so not there
    CHECK(release.at("photos").at(0).at("license").at("terms") == "Ange fotografen.");
    CHECK(release.at("contacts").at(0).at("phone") == "0980-31 92 00");
    CHECK(release.at("changes").at(0).at("event") == "mote");
    CHECK(release.at("text") == "– Vi vill lyssna, säger kommunalrådet Karin Alm (C).");
}

TEST_CASE("the kind of a release is told as its front matter has it, and is press-release when it says nothing") {
    const auto kind = [](const std::string& more) {
        const json data = json::parse(
            made(with(ekinge(), "posts/2024/05/mote.md",
                      post_text("Möte", "2024-05-02T10:00", more + "events:\n  - {id: m, title: M, start: 2024-05-07T16:30}\n")),
                 "releases/2024.json"));
        return data.at("releases").at(0).at("kind").get<std::string>();
    };
    for (const char* name : {"press-release", "news", "invitation", "statement"}) CHECK(kind("kind: " + std::string(name) + "\n") == name);
    CHECK(kind("") == "press-release");
}

TEST_CASE("a schema that is not kept is told, so that the test above can fail") {
    const json schema = json::parse(made(everything(), "releases.schema.json"));
    const json sound = json::parse(made(everything(), "releases/2024.json"));
    const auto broken = [&](const char* pointer, const json& value) {
        json data = sound;
        data[json::json_pointer(pointer)] = value;
        return !schema_faults(schema, data).empty();
    };
    CHECK(broken("/version", 2));
    CHECK(broken("/releases/0/published", "2024-05-02"));
    CHECK(broken("/releases/0/address", "/2024/05/mote/"));
    CHECK(broken("/releases/0/kind", "rumour"));
    CHECK(broken("/releases/0/topics", json::array()));
    CHECK(broken("/releases/0/unheard_of", "x"));
    json without = sound;
    without["releases"][0].erase("id");
    CHECK_FALSE(schema_faults(schema, without).empty());
}

TEST_CASE("the data has what is listed, newest first, and nothing else") {
    Files files = with_posts({{"aldre", "2026-11-01T10:00"}, {"ny", "2026-11-20T10:00"}, {"embargo", "2026-11-25T10:00"}});
    files = with(files, "posts/2026/11/gomd.md", post_text("Olistad", "2026-11-10T10:00", "unlisted: true\n"));
    files = with(files, "posts/2026/11/slut.md", post_text("Utgången", "2026-11-10T10:00", "expires: 2026-11-12T10:00\n"));
    files = with(files, "posts/2026/11/utkast.md", post_text("Utkast", "2026-11-10T10:00", "draft: true\n"));
    const json data = json::parse(made(files, "releases/2026.json"));
    std::vector<std::string> titles;
    for (const json& release : data.at("releases")) titles.push_back(release.at("title"));
    CHECK(titles == std::vector<std::string>{"Nummer 2", "Nummer 1"});
    const json none = json::parse(made(ekinge(), "releases.json"));
    CHECK(none.at("years") == json::array());
    CHECK(schema_faults(json::parse(made(ekinge(), "releases.schema.json")), none) == std::vector<std::string>{});
}

TEST_CASE("the index names a file for each year, with how many releases it has and when one was last changed") {
    Files files = with_posts({{"ny", "2026-11-20T10:00"}, {"nyare", "2026-11-21T10:00"}});
    files = with(files, "posts/2025/11/aldre.md", post_text("Äldre", "2025-11-01T10:00"));
    files = with(files, "posts/2026/11/rattad.md",
                 post_text("Rättad", "2026-11-02T10:00", "changes:\n  - {at: 2026-11-22T09:00, kind: correction, note: Fel dag.}\n"));
    files = with(files, "posts/2027/01/embargo.md", post_text("Väntar", "2027-01-01T10:00"));
    const json index = json::parse(made(files, "releases.json"));
    CHECK(index.at("updated") == "2026-11-22T09:00:00+01:00");
    CHECK(index.at("years") == json::parse(R"([
        {"year": 2026, "address": "https://press.ekinge.example/releases/2026.json", "releases": 3, "updated": "2026-11-22T09:00:00+01:00"},
        {"year": 2025, "address": "https://press.ekinge.example/releases/2025.json", "releases": 1, "updated": "2025-11-01T10:00:00+01:00"}])"));
    const json schema = json::parse(made(files, "releases.schema.json"));
    CHECK(schema_faults(schema, index) == std::vector<std::string>{});
    std::size_t told = 0;
    for (const json& year : index.at("years")) {
        const json data =
            json::parse(made(files, year.at("address").get<std::string>().substr(std::string("https://press.ekinge.example/").size())));
        CHECK(schema_faults(schema, data) == std::vector<std::string>{});
        CHECK(data.at("year") == year.at("year"));
        CHECK(data.at("updated") == year.at("updated"));
        CHECK(data.at("releases").size() == year.at("releases"));
        told += data.at("releases").size();
    }
    CHECK(told == 4);
}

TEST_CASE("a picture without terms has none in the data, and terms without an address no address") {
    Files files = with(ekinge(), "posts/2026/11/bild.md",
                       post_text("Bild", "2026-11-20T10:00", "photo: {src: torget.jpg, alt: \"\", credit: Maria Ek}\n"));
    files["posts/2026/11/torget.jpg"] = "a picture";
    const json data = json::parse(made(files, "releases/2026.json"));
    const json photo = data.at("releases").at(0).at("photos").at(0);
    CHECK_FALSE(photo.contains("license"));
    CHECK_FALSE(photo.contains("alt"));
    CHECK(schema_faults(json::parse(made(files, "releases.schema.json")), data) == std::vector<std::string>{});
    const json ninjs = json::parse(made(files, "ninjs.json")).at("associations").at(0).at("associations").at(0);
    CHECK_FALSE(ninjs.contains("usageterms"));
    CHECK_FALSE(ninjs.contains("rightsinfo"));
}

TEST_CASE("an address on the site itself is whole wherever it is told outside of the site, and below its path") {
    Files files = everything();
    std::string& config = files.at("site/site.yaml");
    config = replace_all(std::move(config), "https://press.ekinge.example/", "https://org.example/press/");
    config = replace_all(std::move(config), "https://www.ekinge.example/pressbilder", "/2024/05/mote/");
    config = replace_all(std::move(config), "https://www.ekinge.example/", "/2024/05/");
    REQUIRE(config.find("url: /2024/05/mote/") != std::string::npos);
    const std::string whole = "https://org.example/press/2024/05/mote/";
    const json data = json::parse(made(files, "releases/2024.json"));
    CHECK(swedish(data).at("photos").at(0).at("license").at("address") == whole);
    CHECK(made(files, "rss.xml").find("href=\"" + whole + "\">Fri pressbild") != std::string::npos);
    const std::string page = made(files, "2024/05/mote/");
    CHECK(page.find("href=\"/press/2024/05/mote/\">Fri pressbild") != std::string::npos);
    CHECK(page.find("\"license\":\"" + whole) != std::string::npos);
}

TEST_CASE("a hub must be an address on the web") {
    for (const auto& [hub, rules] : {std::pair("https://hub.ekinge.example/", ""), std::pair("mailto:press@ekinge.example", "value/url"),
                                     std::pair("/nav/", "value/url")}) {
        INFO(hub);
        Files files = ekinge();
        files["site/site.yaml"] += std::string("feeds: {hub: \"") + hub + "\"}\n";
        TestSite test;
        make_site(test, files);
        CHECK(rules_of(test.diagnostics) == rules);
    }
}

TEST_CASE("the words for kinds are those that a writer uses") {
    const auto choices = [](const RecordType& type, std::string_view key) {
        for (const Field& field : type.fields) {
            if (field.key == key) return std::vector<std::string_view>(field.choices.begin(), field.choices.end());
        }
        return std::vector<std::string_view>{};
    };
    const auto record = [](std::string_view key) -> const RecordType& {
        for (const Field& field : post_type().fields) {
            if (field.key == key) return field.record();
        }
        throw std::runtime_error("no such record");
    };
    const auto ours = [](const auto& names) { return std::vector<std::string_view>(names.begin(), names.end()); };
    CHECK(choices(post_type(), "kind") == ours(kNames<PostKind>));
    CHECK(choices(record("events"), "status") == ours(kNames<EventStatus>));
    CHECK(choices(record("changes"), "kind") == ours(kNames<ChangeKind>));
}

TEST_CASE("a title with markup and emoji is the same text in every form") {
    const Files files =
        with(ekinge(), "posts/2026/11/svar.md",
             post_text("'<b>]]></b> & 🎉'", "2026-11-20T10:00", "lead: ']]> <script>alert(1)</script>'\n", "En `]]>` & <3 🎉.\n"));
    for (const char* path : {"releases/2026.json", "ninjs.json", "feed.json"}) {
        INFO(path);
        const json parsed = json::parse(made(files, path));
        const json& item =
            parsed.at(path == std::string("releases/2026.json") ? "releases"
                      : path == std::string("ninjs.json")       ? "associations"
                                                                : "items")
                .at(0);
        CHECK(item.at("title") == "<b>]]></b> & 🎉");
    }
    const XmlElement rss = read_xml(made(files, "rss.xml"));
    CHECK(rss.one("channel").one("item").one("title").text == "<b>]]></b> & 🎉");
    CHECK(rss.one("channel").one("item").one("content:encoded").text.find("<code>]]&gt;</code> &amp; &lt;3 🎉") != std::string::npos);
    CHECK(read_xml(made(files, "atom.xml")).one("entry").one("title").text == "<b>]]></b> & 🎉");
    const XmlElement news = read_xml(made(files, "news-sitemap.xml", {"2026-11-20T12:00"}));
    CHECK(news.one("url").one("news:news").one("news:title").text == "<b>]]></b> & 🎉");
}

TEST_CASE("an item of JSON Feed has quotes, events and photo terms as data") {
    const json feed = json::parse(made(everything(), "feed.json"));
    CHECK(feed.at("_pressrum").at("about") == "https://press.ekinge.example/prenumerera/#data");
    CHECK(feed.at("_pressrum").at("calendar") == "https://press.ekinge.example/kalender.ics");
    const json own = feed.at("items").at(0).at("_pressrum");
    CHECK(own.at("about") == feed.at("_pressrum").at("about"));
    const json data = json::parse(made(everything(), "releases/2024.json"));
    const json release = swedish(data);
    CHECK(own.at("quotes") == release.at("statements"));
    CHECK(own.at("events") == release.at("events"));
    CHECK(own.at("photos") == release.at("photos"));
    const json bare = json::parse(made(with_posts({{"kort", "2026-11-20T10:00"}}), "feed.json")).at("items").at(0).at("_pressrum");
    CHECK_FALSE(bare.contains("quotes"));
    CHECK_FALSE(bare.contains("photos"));
}

namespace {

// Every name of the ninjs 2.2 schema that may stand in an item; the schema allows no other.
const std::set<std::string> kNinjs = {"uri",
                                      "type",
                                      "representationtype",
                                      "profile",
                                      "version",
                                      "firstcreated",
                                      "versioncreated",
                                      "expires",
                                      "pubstatus",
                                      "copyrightholder",
                                      "copyrightnotice",
                                      "usageterms",
                                      "ednote",
                                      "language",
                                      "descriptions",
                                      "bodies",
                                      "headlines",
                                      "people",
                                      "places",
                                      "subjects",
                                      "events",
                                      "eventdetails",
                                      "infosources",
                                      "title",
                                      "by",
                                      "located",
                                      "renditions",
                                      "associations",
                                      "altids",
                                      "standard",
                                      "genres",
                                      "rightsinfo",
                                      "name"};

void check_ninjs(const json& item, bool associated) {
    CHECK(item.at("uri").is_string());
    CHECK(item.contains("name") == associated);  // required of an associated item, not allowed of the document
    CHECK(std::set<std::string>{"text", "picture", "composite", "component", "event"}.contains(item.at("type")));
    for (const auto& [name, value] : item.items()) {
        INFO(name);
        CHECK(kNinjs.contains(name));
        CHECK_FALSE(value.empty());
    }
    for (const char* list : {"headlines", "descriptions", "bodies"}) {
        for (const json& each : item.value(list, json::array())) CHECK(each.at("value").is_string());
    }
    for (const json& rendition : item.value("renditions", json::array())) CHECK(rendition.at("name").is_string());
    for (const json& person : item.value("people", json::array())) {
        for (const json& way : person.value("contactinfo", json::array())) CHECK(way.contains("value") != way.contains("address"));
    }
    for (const json& each : item.value("associations", json::array())) check_ninjs(each, true);
}

}  // namespace

TEST_CASE("ninjs is one item of the newest releases, and each of them is a whole item") {
    const json document = json::parse(made(everything(), "ninjs.json"));
    check_ninjs(document, false);
    CHECK(document.at("standard").at("version") == "2.2");
    CHECK(document.at("type") == "composite");
    REQUIRE(document.at("associations").size() == 1);
    const json item = document.at("associations").at(0);
    CHECK(item.at("uri") == "tag:press.ekinge.example,2024:post/2024-05-mote");
    CHECK(item.at("version") == "2");  // changed once
    CHECK(item.at("firstcreated") == "2024-05-02T10:00:00+02:00");
    CHECK(item.at("ednote") == "2024-05-03T09:15:00+02:00 (moved): Mötet är en dag senare.");
    CHECK(item.at("bodies").at(0).at("wordcount") == 9);
    CHECK(item.at("people").at(0) ==
          json::parse(R"({"name": "Karin Alm", "rel": "quoted", "uri": "https://press.ekinge.example/personer/karin-alm/"})"));
    CHECK(item.at("people").at(1).at("contactinfo").size() == 2);
    REQUIRE(item.at("associations").size() == 4);
    const json photo = item.at("associations").at(0), event = item.at("associations").at(1);
    CHECK(photo.at("by") == "Maria Ek");
    CHECK(photo.at("usageterms") == "Fri pressbild. Ange fotografen.");
    CHECK(photo.at("rightsinfo").at("linkedrights") == "https://www.ekinge.example/pressbilder");
    CHECK(photo.at("renditions").at(0).at("width") == 1600);
    CHECK(event.at("eventdetails").at("dates") ==
          json::parse(R"({"startdate": "2024-05-07T16:30:00+02:00", "enddate": "2024-05-07T18:00:00+02:00"})"));
    CHECK(event.at("ednote") == "moved from 2024-05-06T16:30:00+02:00");
    CHECK(event.at("places").at(0).at("geojson") == json::parse(R"({"type": "Point", "coordinates": [15.25, 62.5]})"));  // east first
    check_ninjs(json::parse(made(ekinge(), "ninjs.json")), false);
}

TEST_CASE("the note to the editor says of an event what ninjs has no field for") {
    const auto note_of = [](const std::string& event) {
        const std::string post = "events:\n  - {id: kurs, title: Simkurs, start: 2026-11-24T18:00, " + event +
                                 "}\nchanges:\n  - {at: 2026-11-06T09:00, kind: update, event: kurs, note: Mer om tiderna.}\n";
        const json document = json::parse(
            made(with(ekinge(), "posts/2026/11/kurs.md", post_text("Simkurs i vinter", "2026-11-05T10:00", post)), "ninjs.json"));
        const json told = document.at("associations").at(0).at("associations").at(0);
        return told.value("pubstatus", "") + ": " + told.value("ednote", "nothing");
    };
    CHECK(note_of("location: Badhuset") == "usable: nothing");

    CHECK(note_of("status: cancelled") == "canceled: nothing");
    CHECK(note_of("status: postponed") == "usable: postponed");
    CHECK(note_of("status: moved, previous_start: 2026-11-23T18:00") == "usable: moved from 2026-11-23T18:00:00+01:00");
    CHECK(note_of("repeat: {every: week, count: 3}") ==
          "usable: all times: 2026-11-24T18:00:00+01:00, 2026-12-01T18:00:00+01:00, 2026-12-08T18:00:00+01:00");
    CHECK(note_of("repeat: {every: week, count: 1}") == "usable: nothing");
    CHECK(note_of("repeat: {every: week, count: 4, moved: [{date: 2026-12-01, start: 2026-12-02T17:00, location: Biblioteket, note: "
                  "Badet är stängt.}, {date: 2026-12-08, start: 2026-12-08T18:00, location: Aulan}], cancelled: [2026-12-15]}") ==
          "usable: all times: 2026-11-24T18:00:00+01:00, 2026-12-02T17:00:00+01:00, 2026-12-08T18:00:00+01:00; "
          "2026-12-01T18:00:00+01:00: moved to 2026-12-02T17:00:00+01:00, Biblioteket (Badet är stängt.); "
          "2026-12-08T18:00:00+01:00: moved, Aulan; "
          "2026-12-15T18:00:00+01:00: cancelled");
}

TEST_CASE("the news sitemap has the releases of the last two days") {
    const Files files = with_posts(
        {{"gammal", "2026-11-22T12:00"}, {"nyss", "2026-11-22T12:01"}, {"nu", "2026-11-24T12:00"}, {"snart", "2026-11-24T12:01"}});
    const XmlElement sitemap = read_xml(made(files, "news-sitemap.xml"));
    CHECK(addresses(sitemap) ==
          std::vector<std::string>{"https://press.ekinge.example/2026/11/nu/", "https://press.ekinge.example/2026/11/nyss/"});
    const XmlElement& news = sitemap.all("url").front()->one("news:news");
    CHECK(news.space == "http://www.google.com/schemas/sitemap-news/0.9");
    CHECK(news.one("news:publication").one("news:name").text == "Pressrum Ekinge kommun");
    CHECK(news.one("news:publication").one("news:language").text == "sv");
    CHECK(news.one("news:publication_date").text == "2026-11-24T12:00:00+01:00");
    CHECK(news.one("news:title").text == "Nummer 3");
}

TEST_CASE("a news sitemap without news names the home page, and does not call it news") {
    const XmlElement sitemap = read_xml(made(with_posts({{"gammal", "2026-11-02T12:00"}}), "news-sitemap.xml"));
    CHECK(addresses(sitemap) == std::vector<std::string>{"https://press.ekinge.example/"});
    CHECK_FALSE(sitemap.one("url").has("news:news"));
}

TEST_CASE("translations are news in their own language, and what is unlisted or only previewed is none") {
    Files files = with_posts({{"nu", "2026-11-24T10:00"}});
    files["posts/2026/11/nu.en.md"] = "---\ntitle: Now\n---\nA line of text.\n";
    files = with(files, "posts/2026/11/gomd.md", post_text("Olistad", "2026-11-24T10:00", "unlisted: true\n"));
    files = with(files, "posts/2026/11/sen.md", post_text("Embargo", "2026-11-25T10:00"));
    const XmlElement sitemap = read_xml(made(files, "news-sitemap.xml", {"2026-11-24T12:00", false, true}));
    std::set<std::string> languages;
    for (const XmlElement* url : sitemap.all("url"))
        languages.insert(url->one("news:news").one("news:publication").one("news:language").text);
    CHECK(sitemap.all("url").size() == 2);
    CHECK(languages == std::set<std::string>{"sv", "en"});
}

namespace {

std::vector<json> graph_of(const std::string& html) {
    const std::string mark = "<script type=\"application/ld+json\">";
    const std::size_t begin = html.find(mark) + mark.size();
    return json::parse(html.substr(begin, html.find("</script>", begin) - begin)).at("@graph");
}

json one(const std::vector<json>& graph, std::string_view type) {
    for (const json& node : graph) {
        if (node.at("@type") == type) return node;
    }
    throw std::runtime_error("no " + std::string(type));
}

}  // namespace

TEST_CASE("a release's structured data has its rights, changes, people, events and way home") {
    const std::vector<json> graph = graph_of(made(everything(), "2024/05/mote/"));
    const json article = one(graph, "NewsArticle"), organization = one(graph, "GovernmentOrganization"),
               quotation = one(graph, "Quotation"), event = one(graph, "Event");
    CHECK(article.at("datePublished") == "2024-05-02T10:00:00+02:00");
    CHECK(article.at("dateModified") == "2024-05-03T09:15:00+02:00");
    for (const char* role : {"author", "publisher", "copyrightHolder"}) CHECK(article.at(role).at("@id") == organization.at("@id"));
    CHECK(article.at("copyrightYear") == 2024);
    CHECK(article.at("copyrightNotice") == "© 2024 Ekinge kommun");
    CHECK(article.at("articleSection") == "Trygghet");
    CHECK(article.at("correction").at(0).at("text") == "Mötet är en dag senare.");
    CHECK(article.at("about").size() == 2);
    const json image = article.at("image").at(0);
    CHECK(image.at("creditText") == "Maria Ek");
    CHECK(image.at("license") == "https://www.ekinge.example/pressbilder");
    CHECK(image.at("acquireLicensePage") == image.at("license"));
    CHECK(quotation.at("text") == "Vi vill lyssna.");
    CHECK(quotation.at("creator").at("jobTitle") == "kommunalråd");
    CHECK(quotation.at("isPartOf").at("@id") == article.at("@id"));
    CHECK(event.at("eventStatus") == "https://schema.org/EventRescheduled");
    CHECK(event.at("eventAttendanceMode") == "https://schema.org/OfflineEventAttendanceMode");
    CHECK(event.at("previousStartDate") == "2024-05-06T16:30:00+02:00");
    CHECK(event.at("location").at("address") == "Skolgatan 1");
    CHECK(event.at("organizer").at("@id") == organization.at("@id"));
    const json way = one(graph, "BreadcrumbList").at("itemListElement");
    REQUIRE(way.size() == 4);
    CHECK(way.at(2).at("item") == "https://press.ekinge.example/2024/05/");
}

TEST_CASE("a price is a figure only where its words leave no doubt") {
    const auto offered = [](const std::string& price) {
        const Files files =
            with(ekinge(), "posts/2024/05/mote.md",
                 post_text("Möte", "2024-05-02T10:00",
                           "events:\n  - {id: m, title: M, start: 2024-05-07T16:30, location: Aulan, price: \"" + price + "\"}\n"));
        const json event = one(graph_of(made(files, "2024/05/mote/")), "Event");
        CHECK(event.at("offers").at("description") == price);
        return (event.value("isAccessibleForFree", false) ? "free " : "") + event.at("offers").value("price", "unknown");
    };
    CHECK(offered("Fri entré") == "free 0");
    CHECK(offered("Gratis, kaffe ingår") == "free 0");
    CHECK(offered("40 kronor, under 20 år gratis") == "40");
    CHECK(offered("120 kr") == "120");
    CHECK(offered("0 kr") == "free 0");
    CHECK(offered("Fri entré på invigningsdagen") == "unknown");
    CHECK(offered("Gratis, vuxna 100 kr") == "unknown");
    CHECK(offered("40–80 kronor") == "unknown");
    CHECK(offered("Från 40 kronor") == "unknown");
    CHECK(offered("1 200 kronor") == "unknown");
}

TEST_CASE("a list's breadcrumbs are the same in structured data as on the page") {
    const json way = one(graph_of(made(everything(), "amnen/trygghet/")), "BreadcrumbList").at("itemListElement");
    REQUIRE(way.size() == 3);
    CHECK(way.at(1).at("item") == "https://press.ekinge.example/amnen/");
    CHECK(way.at(2).at("name") == "Trygghet");
    CHECK(one(graph_of(made(everything(), "2024/05/")), "BreadcrumbList").at("itemListElement").size() == 3);
}

TEST_CASE("a shared link has the times, topics and other languages of its release, and a picture with its size") {
    const std::string html = made(everything(), "2024/05/mote/");
    for (const char* tag : {"\"article:published_time\" content=\"2024-05-02T10:00:00+02:00\"",
                            "\"article:modified_time\" content=\"2024-05-03T09:15:00+02:00\"", "\"article:section\" content=\"Trygghet\"",
                            "\"article:tag\" content=\"Västerleden\"", "\"og:locale:alternate\" content=\"en_GB\"",
                            "\"og:image\" content=\"https://press.ekinge.example/2024/05/mote/torget.jpg\"",
                            "\"og:image:type\" content=\"image/jpeg\"", "\"og:image:width\" content=\"1600\""}) {
        INFO(tag);
        CHECK(html.find(tag) != std::string::npos);
    }
    const std::string bare = made(with_posts({{"kort", "2026-11-20T10:00"}}), "2026/11/kort/");
    for (const char* name : {"article:section", "article:tag", "article:expiration_time", "og:locale:alternate", "og:image"}) {
        INFO(name);
        CHECK(bare.find(name) == std::string::npos);
    }
}
