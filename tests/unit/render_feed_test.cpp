#include "render/feeds/feed.hpp"

#include "support/xml.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace pressrum {
namespace {

using namespace std::string_literals;
using nlohmann::json;
using test::read_xml;
using test::XmlElement;

constexpr std::string_view kSite = "https://press.ekinge.example/";

std::string at(std::string_view path) { return std::string(kSite) + std::string(path); }

FeedImage image(const std::string& name) {
    return {at(name + ".jpg"), "image/jpeg", "Gångväg i skymning.", "Maria Ek", "Den nya belysningen.", 48213};
}

FeedItem item(const std::string& id) {
    FeedItem out;
    out.id = "tag:press.ekinge.example,2024:post/" + id;
    out.url = at("2024/05/" + id + "/");
    out.title = "Ljusare stigar";
    out.summary = "Fler ska känna sig trygga.";
    out.content = "<p>Nu tänds lyktorna.</p>\n";
    out.published = *parse_iso_local_time("2024-05-02T10:00");
    out.updated = *parse_iso_local_time("2024-11-03T09:15");
    out.published_offset = std::chrono::hours(2);
    out.updated_offset = std::chrono::hours(1);
    out.language = "sv";
    out.authors = {"Ekinge kommun"};
    return out;
}

Feed feed(std::vector<FeedItem> items) {
    Feed out;
    out.id = "tag:press.ekinge.example,2024:feed";
    out.title = "Pressrum Ekinge kommun";
    out.description = "Nyheter från Ekinge kommun.";
    out.url = at("");
    out.self = at("flöde");
    out.language = "sv";
    out.author = "Ekinge kommun";
    out.updated = *parse_iso_local_time("2024-11-03T09:15");
    out.updated_offset = std::chrono::hours(1);
    out.items = std::move(items);
    return out;
}

FeedItem item_with_picture() {
    FeedItem out = item("ljus");
    out.categories = {"Trygghet"};
    out.images = {image("ljus")};
    return out;
}

XmlElement first_rss_item(const FeedItem& only) { return *read_xml(to_rss(feed({only}))).one("channel").all("item").front(); }
XmlElement first_atom_item(const FeedItem& only) { return *read_xml(to_atom(feed({only}))).all("entry").front(); }
json first_json_item(const FeedItem& only) { return json::parse(to_json_feed(feed({only}))).at("items").at(0); }

TEST_CASE("an RSS feed says all of a release") {
    CHECK(to_rss(feed({item_with_picture()})) == R"(<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
  <channel>
    <title>Pressrum Ekinge kommun</title>
    <link>https://press.ekinge.example/</link>
    <description>Nyheter från Ekinge kommun.</description>
    <language>sv</language>
    <lastBuildDate>Sun, 03 Nov 2024 09:15:00 +0100</lastBuildDate>
    <atom:link rel="self" type="application/rss+xml" href="https://press.ekinge.example/flöde" />
    <item>
      <title>Ljusare stigar</title>
      <link>https://press.ekinge.example/2024/05/ljus/</link>
      <guid isPermaLink="false">tag:press.ekinge.example,2024:post/ljus</guid>
      <pubDate>Thu, 02 May 2024 10:00:00 +0200</pubDate>
      <atom:updated>2024-11-03T09:15:00+01:00</atom:updated>
      <description>Fler ska känna sig trygga.</description>
      <content:encoded><![CDATA[<p>Nu tänds lyktorna.</p>
]]></content:encoded>
      <dc:creator>Ekinge kommun</dc:creator>
      <category>Trygghet</category>
      <enclosure url="https://press.ekinge.example/ljus.jpg" length="48213" type="image/jpeg" />
      <media:content url="https://press.ekinge.example/ljus.jpg" fileSize="48213" type="image/jpeg" medium="image">
        <media:title type="plain">Den nya belysningen.</media:title>
        <media:description type="plain">Gångväg i skymning.</media:description>
        <media:credit role="photographer" scheme="urn:ebu">Maria Ek</media:credit>
      </media:content>
    </item>
  </channel>
</rss>
)");
}

TEST_CASE("an Atom feed says all of a release") {
    CHECK(to_atom(feed({item_with_picture()})) == R"(<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="sv">
  <id>tag:press.ekinge.example,2024:feed</id>
  <title>Pressrum Ekinge kommun</title>
  <subtitle>Nyheter från Ekinge kommun.</subtitle>
  <updated>2024-11-03T09:15:00+01:00</updated>
  <author>
    <name>Ekinge kommun</name>
  </author>
  <link rel="self" type="application/atom+xml" href="https://press.ekinge.example/flöde" />
  <link rel="alternate" type="text/html" href="https://press.ekinge.example/" />
  <entry>
    <id>tag:press.ekinge.example,2024:post/ljus</id>
    <title>Ljusare stigar</title>
    <link rel="alternate" type="text/html" href="https://press.ekinge.example/2024/05/ljus/" />
    <published>2024-05-02T10:00:00+02:00</published>
    <updated>2024-11-03T09:15:00+01:00</updated>
    <author>
      <name>Ekinge kommun</name>
    </author>
    <category term="Trygghet" />
    <link rel="enclosure" type="image/jpeg" href="https://press.ekinge.example/ljus.jpg" length="48213" title="Gångväg i skymning." />
    <summary>Fler ska känna sig trygga.</summary>
    <content type="html"><![CDATA[<p>Nu tänds lyktorna.</p>
]]></content>
    <media:content url="https://press.ekinge.example/ljus.jpg" fileSize="48213" type="image/jpeg" medium="image">
      <media:title type="plain">Den nya belysningen.</media:title>
      <media:description type="plain">Gångväg i skymning.</media:description>
      <media:credit role="photographer" scheme="urn:ebu">Maria Ek</media:credit>
    </media:content>
  </entry>
</feed>
)");
}

TEST_CASE("a JSON feed says all of a release") {
    CHECK(to_json_feed(feed({item_with_picture()})) == R"({
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Pressrum Ekinge kommun",
  "home_page_url": "https://press.ekinge.example/",
  "feed_url": "https://press.ekinge.example/flöde",
  "description": "Nyheter från Ekinge kommun.",
  "authors": [
    {
      "name": "Ekinge kommun"
    }
  ],
  "language": "sv",
  "items": [
    {
      "id": "tag:press.ekinge.example,2024:post/ljus",
      "url": "https://press.ekinge.example/2024/05/ljus/",
      "title": "Ljusare stigar",
      "content_html": "<p>Nu tänds lyktorna.</p>\n",
      "summary": "Fler ska känna sig trygga.",
      "image": "https://press.ekinge.example/ljus.jpg",
      "date_published": "2024-05-02T10:00:00+02:00",
      "date_modified": "2024-11-03T09:15:00+01:00",
      "authors": [
        {
          "name": "Ekinge kommun"
        }
      ],
      "tags": [
        "Trygghet"
      ],
      "attachments": [
        {
          "url": "https://press.ekinge.example/ljus.jpg",
          "mime_type": "image/jpeg",
          "title": "Den nya belysningen.",
          "size_in_bytes": 48213
        }
      ]
    }
  ]
}
)");
}

TEST_CASE("all three forms have the same items in the same order") {
    const Feed all = feed({item("c"), item("a"), item("b")});
    const XmlElement rss = read_xml(to_rss(all)), atom = read_xml(to_atom(all));
    const json parsed = json::parse(to_json_feed(all));
    REQUIRE(parsed.at("items").size() == 3);
    const auto rss_items = rss.one("channel").all("item"), atom_items = atom.all("entry");
    REQUIRE(rss_items.size() == 3);
    REQUIRE(atom_items.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        const json& other = parsed.at("items").at(i);
        CHECK(other.at("id") == all.items[i].id);
        CHECK(rss_items[i]->one("guid").text == all.items[i].id);
        CHECK(atom_items[i]->one("id").text == all.items[i].id);
        CHECK(rss_items[i]->one("content:encoded").text == other.at("content_html"));
        CHECK(atom_items[i]->one("content").text == other.at("content_html"));
        CHECK(rss_items[i]->one("atom:updated").text == other.at("date_modified"));
        CHECK(atom_items[i]->one("published").text == other.at("date_published"));
    }
}

TEST_CASE("text of any bytes comes out the same in all three forms") {
    const struct {
        std::string written, read;
    } cases[] = {
        {"Vatten & avlopp <gratis>", "Vatten & avlopp <gratis>"},
        {"\"Ja\", sa hon – 'nej'", "\"Ja\", sa hon – 'nej'"},
        {"&amp; &lt;p&gt;", "&amp; &lt;p&gt;"},
        {"]]>", "]]>"},
        {"a]]]]>>b]]>", "a]]]]>>b]]>"},
        {"<![CDATA[x]]>", "<![CDATA[x]]>"},
        {"<!-- <?xml?> </item></rss>", "<!-- <?xml?> </item></rss>"},
        {"rad\r\nrad\rrad", "rad\nrad\nrad"},
        {"noll\0 steg\x1B vertikal\x0B"s, "noll steg vertikal"},
        {"\xEF\xBF\xBF\xEF\xBF\xBEslut", "slut"},
        {"halv \xED\xA0\x80", "halv \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
        {"latin1 \xE5", "latin1 \xEF\xBF\xBD"},
    };
    for (const auto& [written, read] : cases) {
        CAPTURE(written);
        FeedItem hostile = item_with_picture();
        hostile.content = written;
        hostile.title = hostile.summary = hostile.authors[0] = hostile.categories[0] = written;
        hostile.images[0].alt = hostile.images[0].credit = hostile.images[0].caption = written;

        const XmlElement rss = first_rss_item(hostile);
        CHECK(rss.one("title").text == read);
        CHECK(rss.one("content:encoded").text == read);
        CHECK(rss.one("dc:creator").text == read);
        CHECK(rss.one("category").text == read);
        const XmlElement& media = rss.one("media:content");
        CHECK(media.one("media:title").text == read);
        CHECK(media.one("media:description").text == read);
        CHECK(media.one("media:credit").text == read);

        const XmlElement atom = first_atom_item(hostile);
        CHECK(atom.one("title").text == read);
        CHECK(atom.one("content").text == read);
        CHECK(atom.one("summary").text == read);
        CHECK(atom.one("author").one("name").text == read);
        CHECK(atom.one("category").attribute("term") == read);
        CHECK(atom.all("link").back()->attribute("title") == read);

        const json other = first_json_item(hostile);
        CHECK(other.at("title") == read);
        CHECK(other.at("content_html") == read);
        CHECK(other.at("summary") == read);
        CHECK(other.at("authors").at(0).at("name") == read);
        CHECK(other.at("tags").at(0) == read);
        CHECK(other.at("attachments").at(0).at("title") == read);
    }
}

TEST_CASE("the lead is HTML in RSS and plain text elsewhere") {
    FeedItem markup = item("a");
    markup.summary = "Avgift < 100 kr & \"fika\"";
    CHECK(first_rss_item(markup).one("description").text == "Avgift &lt; 100 kr &amp; \"fika\"");
    CHECK(first_atom_item(markup).one("summary").text == "Avgift < 100 kr & \"fika\"");
    CHECK(first_json_item(markup).at("summary") == "Avgift < 100 kr & \"fika\"");
}

// Every element says something: a text, an attribute or a child that does.
void check_nothing_empty(const XmlElement& element) {
    CAPTURE(element.name);
    CHECK((!element.text.empty() || !element.attributes.empty() || !element.children.empty()));
    for (const auto& [name, value] : element.attributes) {
        CAPTURE(name);
        CHECK(!value.empty());
    }
    for (const XmlElement& child : element.children) check_nothing_empty(child);
}

void check_nothing_empty(const json& value) {
    for (const auto& [key, part] : value.items()) {
        CAPTURE(key);
        if (part.is_structured()) check_nothing_empty(part);
        if (key != "content_html") CHECK((part.is_number() || !part.empty()));
        if (part.is_string() && key != "content_html") CHECK(!part.get<std::string>().empty());
    }
}

TEST_CASE("what is not known is left out, not written empty") {
    FeedItem bare;
    bare.id = "tag:press.ekinge.example,2024:post/a";
    bare.url = at("a/");
    bare.title = "Kort besked";
    bare.authors = {""};
    bare.categories = {""};
    bare.images = {FeedImage(), {at("a.jpg"), "", "", "", "", 0}};
    Feed all = feed({bare});
    all.description = all.language = all.author = "";

    for (int round = 0; round < 2; ++round) {  // either of the two half-known pictures may be the first
        check_nothing_empty(read_xml(to_rss(all)));
        check_nothing_empty(read_xml(to_atom(all)));
        check_nothing_empty(json::parse(to_json_feed(all)));
        CHECK(!read_xml(to_rss(all)).one("channel").one("item").has("enclosure"));
        std::swap(all.items[0].images[0], all.items[0].images[1]);
    }
    CHECK(first_json_item(bare).at("content_html") == "");  // the format wants one
    // What the formats require stands there all the same.
    CHECK(read_xml(to_rss(all)).one("channel").one("description").text == "Pressrum Ekinge kommun");
    CHECK(read_xml(to_atom(all)).one("author").one("name").text == "Pressrum Ekinge kommun");
}

TEST_CASE("a feed without items is sound") {
    const Feed none = feed({});
    CHECK(read_xml(to_rss(none)).one("channel").all("item").empty());
    CHECK(read_xml(to_rss(none)).one("channel").one("lastBuildDate").text == "Sun, 03 Nov 2024 09:15:00 +0100");
    CHECK(read_xml(to_atom(none)).one("updated").text == "2024-11-03T09:15:00+01:00");
    CHECK(json::parse(to_json_feed(none)).at("items") == json::array());
}

TEST_CASE("a feed tells its own address and the page's") {
    const XmlElement channel = read_xml(to_rss(feed({}))).one("channel");
    CHECK(channel.one("link").text == at(""));
    CHECK(channel.one("atom:link").space == "http://www.w3.org/2005/Atom");
    CHECK(channel.one("atom:link").attribute("rel") == "self");
    CHECK(channel.one("atom:link").attribute("href") == at("flöde"));
    const json other = json::parse(to_json_feed(feed({})));
    CHECK(other.at("home_page_url") == at(""));
    CHECK(other.at("feed_url") == at("flöde"));
}

TEST_CASE("an item in another language than the feed says so") {
    FeedItem english = item("a");
    CHECK(!first_rss_item(english).has("dc:language"));
    CHECK(!first_atom_item(english).attributes.contains("xml:lang"));
    CHECK(!first_json_item(english).contains("language"));
    english.language = "en";
    CHECK(first_rss_item(english).one("dc:language").text == "en");
    CHECK(first_atom_item(english).attribute("xml:lang") == "en");
    CHECK(first_json_item(english).at("language") == "en");
}

TEST_CASE("RSS encloses the lead picture alone, the others all of them") {
    FeedItem pictures = item("a");
    pictures.images = {image("ett"), image("tva"), image("tre")};
    CHECK(first_rss_item(pictures).one("enclosure").attribute("url") == at("ett.jpg"));
    CHECK(first_rss_item(pictures).all("media:content").size() == 3);
    CHECK(first_atom_item(pictures).all("link").size() == 4);
    CHECK(first_json_item(pictures).at("attachments").size() == 3);
    CHECK(first_json_item(pictures).at("image") == at("ett.jpg"));
}

TEST_CASE("pictures with the same caption are not taken for one") {
    FeedItem pictures = item("a");
    pictures.images = {image("ett"), image("tva"), image("tre")};
    pictures.images[2].caption = "";  // then its alternative text is the title
    const json attachments = first_json_item(pictures).at("attachments");
    CHECK(attachments.at(0).at("title") == "Den nya belysningen.");
    CHECK(!attachments.at(1).contains("title"));
    CHECK(attachments.at(2).at("title") == "Gångväg i skymning.");
}

TEST_CASE("RSS shows only an icon that its readers can") {
    const struct {
        std::string icon;
        bool shown;
    } cases[] = {{at("icon.png"), true}, {at("icon.jpg"), true}, {at("icon.svg"), false}, {"", false}, {at("png"), false}};
    for (const auto& [icon, shown] : cases) {
        CAPTURE(icon);
        Feed all = feed({});
        all.icon = icon;
        CHECK(read_xml(to_rss(all)).one("channel").has("image") == shown);
        CHECK(read_xml(to_atom(all)).has("icon") == !icon.empty());
        CHECK(json::parse(to_json_feed(all)).contains("icon") == !icon.empty());
    }
}

TEST_CASE("a feed names a hub only when there is one") {
    Feed all = feed({item("a")});
    for (const char* hub : {"", "https://hub.ekinge.example/"}) {
        CAPTURE(hub);
        all.hub = hub;
        std::vector<std::string> in_rss, in_atom;
        const XmlElement rss = read_xml(to_rss(all)), atom = read_xml(to_atom(all));
        for (const XmlElement* link : rss.one("channel").all("atom:link")) {
            if (link->attribute("rel") == "hub") in_rss.push_back(link->attribute("href"));
        }
        for (const XmlElement* link : atom.all("link")) {
            if (link->attribute("rel") == "hub") in_atom.push_back(link->attribute("href"));
        }
        const std::vector<std::string> expected = all.hub.empty() ? std::vector<std::string>() : std::vector<std::string>{all.hub};
        CHECK(in_rss == expected);
        CHECK(in_atom == expected);
        const json parsed = json::parse(to_json_feed(all));
        CHECK(parsed.contains("hubs") == !all.hub.empty());
        if (!all.hub.empty()) CHECK(parsed.at("hubs") == json::parse(R"([{"type": "WebSub", "url": "https://hub.ekinge.example/"}])"));
    }
}

TEST_CASE("the style sheet for people stands before the feed, whatever its address") {
    Feed all = feed({item("a")});
    all.style = at("assets/feed.css?a=\"1\"&b=<?>");
    for (const std::string& xml : {to_rss(all), to_atom(all)}) {
        CHECK(xml.find("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml-stylesheet type=\"text/css\" "
                       "href=\"https://press.ekinge.example/assets/feed.css?a=&quot;1&quot;&amp;b=&lt;?&gt;\"?>\n<") == 0);
        read_xml(xml);
    }
    all.style = "";
    CHECK(to_rss(all).find("xml-stylesheet") == std::string::npos);
}

TEST_CASE("fields of our own are sound JSON of any bytes, and what is not known is left out of them") {
    FeedItem hostile = item("a");
    hostile.data.emplace();
    hostile.data->kind = "news";
    hostile.data->place = "noll\0 steg\x1B"s;
    hostile.data->statements.push_back({"id", at("a/#citat-id"), "halv \xED\xA0\x80 ]]> <b> 🎉", "Karin \"Kajan\" Alm", "", "", "", ""});
    hostile.data->photos.emplace_back();
    hostile.data->photos[0].credit = "latin1 \xE5";
    const json own = first_json_item(hostile).at("_pressrum");
    CHECK(own.at("place") == "noll steg");
    CHECK(own.at("quotes").at(0).at("words") == "halv \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD ]]> <b> 🎉");
    CHECK(own.at("quotes").at(0).at("speaker") == "Karin \"Kajan\" Alm");
    CHECK_FALSE(own.at("quotes").at(0).contains("party"));
    CHECK(own.at("photos").at(0).at("credit") == "latin1 \xEF\xBF\xBD");
    CHECK_FALSE(own.at("photos").at(0).contains("license"));  // nothing is known of what others may do
    CHECK_FALSE(own.contains("events"));
    CHECK_FALSE(json::parse(to_json_feed(feed({item("a")}))).contains("_pressrum"));
}

}  // namespace
}  // namespace pressrum
