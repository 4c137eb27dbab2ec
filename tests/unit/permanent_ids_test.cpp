// Subscribers keep what they have when the site moves to another address, and when a release is renamed.
#include "support/ical.hpp"
#include "support/rendered_site.hpp"
#include "support/xml.hpp"

#include <catch2/catch.hpp>

#include <regex>

using namespace pressrum;
using namespace pressrum::test;

namespace {

constexpr const char* kPost = "posts/2026/11/mote.md";

Files room_with(std::string_view site, std::string_view post) {
    return with(with(ekinge(), "site/site.yaml", std::string(site)), kPost, std::string(post));
}

std::string site_at(std::string_view url) {
    return "title: Pressrum Ekinge kommun\nbase_url: " + std::string(url) +
           "\nlanguage: sv\ntimezone: Europe/Stockholm\nid_authority: press.ekinge.example,2024\n";
}

std::string post_called(std::string_view title, std::string_view more = {}) {
    return post_text(title, "2026-11-05T10:00",
                     "topics: [dialog]\n" + std::string(more) + "events:\n  - id: mote\n    title: " + std::string(title) +
                         "\n    start: 2026-12-08T18:00\n    repeat: {every: week, count: 3, cancelled: [2026-12-15]}\n"
                         "changes:\n  - {at: 2026-11-20T09:00, kind: cancelled, event: mote, note: Den 15 ställs in.}\n",
                     "– Vi ses på torget, säger kommunalrådet Karin Alm (C).\n");
}

// Every id of every feed and calendar, by file: what a subscriber's program knows things by.
std::map<std::string, std::vector<std::string>> ids_by_file(const RenderedSite& room) {
    std::map<std::string, std::vector<std::string>> all;
    static const std::regex kJsonId("\"id\": ?\"([^\"]*)\"");
    for (const PlannedFile& planned : room.test().plan.files()) {
        const std::string& path = planned.path;
        const bool page_of_post = is_about<subject::Event>(planned.subject);  // its address is the post's, which a slug changes
        const bool subscribed =
            path.ends_with("rss.xml") || path.ends_with("atom.xml") || path.ends_with("feed.json") || path.ends_with(".ics");
        if (!subscribed) continue;
        const std::string bytes = room.file(planned);
        std::vector<std::string>& ids = all[page_of_post ? path.substr(path.rfind('/') + 1) : path];
        if (path.ends_with("rss.xml")) {
            const XmlElement rss = read_xml(bytes);
            for (const XmlElement* item : rss.one("channel").all("item")) ids.push_back(item->one("guid").text);
        } else if (path.ends_with("atom.xml")) {
            const XmlElement feed = read_xml(bytes);
            ids.push_back(feed.one("id").text);
            for (const XmlElement* entry : feed.all("entry")) ids.push_back(entry->one("id").text);
        } else if (path.ends_with("feed.json")) {
            for (std::sregex_iterator it(bytes.begin(), bytes.end(), kJsonId), end; it != end; ++it) ids.push_back((*it)[1]);
        } else {
            for (const IcalEvent& event : read_ical(bytes).events) {
                ids.push_back(event.value("UID") + " " + event.value("SEQUENCE") + " " +
                              (event.recurrence_id ? to_iso(event.recurrence_id->time) : ""));
            }
        }
    }
    return all;
}

// The same as text: a line an id, after the name of its file.
std::string ids_of(const RenderedSite& room) {
    std::string text;
    for (const auto& [file, ids] : ids_by_file(room)) {
        for (const std::string& id : ids) text += file + ": " + id + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("a site that moves to another host and path keeps every id of its feeds and calendars") {
    const std::string post = post_called("Möte om torget");
    const auto before = ids_of(RenderedSite(room_with(site_at("https://press.ekinge.example/"), post)));
    for (const char* known : {"kalender.ics: 2026-11-mote.mote@press.ekinge.example 1 2026-12-15T18:00",
                              "rss.xml: tag:", "feed.json: tag:", "amnen/dialog/atom.xml: tag:", "rattelser/atom.xml: tag:"}) {
        INFO(known << " in\n" << before);
        CHECK(before.find(known) != std::string::npos);
    }
    for (const char* address : {"https://www.ekinge.example/press/", "http://ekinge-kommun.example:8080/a/b/c/"}) {
        INFO(address);
        CHECK(ids_of(RenderedSite(room_with(site_at(address), post))) == before);
    }
}

TEST_CASE("a new slug or a new title changes no id") {
    const auto before = ids_of(RenderedSite(room_with(site_at("https://press.ekinge.example/"), post_called("Möte om torget"))));
    CHECK(ids_of(RenderedSite(room_with(site_at("https://press.ekinge.example/"), post_called("Möte om torget", "slug: torgmote\n")))) ==
          before);
    CHECK(ids_of(RenderedSite(room_with(site_at("https://press.ekinge.example/"), post_called("Torgmötet")))) == before);
}

TEST_CASE("without id_authority a move would change the ids: that is what the field is for") {
    std::string site = site_at("https://press.ekinge.example/");
    site = site.substr(0, site.find("id_authority"));
    std::string moved = site_at("https://www.ekinge.example/");
    moved = moved.substr(0, moved.find("id_authority"));
    CHECK(ids_of(RenderedSite(room_with(site, post_called("Möte")))) != ids_of(RenderedSite(room_with(moved, post_called("Möte")))));
}
